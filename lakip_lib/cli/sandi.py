"""The password of a certificate: from the environment or typed unseen; never on the command line, never written anywhere."""

import os

import typer

from lakip_lib.errors import UsageError

PEUBAH = "LAKIP_SANDI_P12"


def read_sandi() -> str:
    """The password in LAKIP_SANDI_P12, else as typed; UsageError where nobody can be asked."""
    if PEUBAH in os.environ:
        return os.environ[PEUBAH]
    try:
        return str(typer.prompt("Kata sandi sertifikat", hide_input=True, err=True))
    except (typer.Abort, EOFError) as error:
        raise UsageError(f"Kata sandi sertifikat belum diberikan; ketik saat diminta, atau isi {PEUBAH}.") from error
