"""From the command line to an exit code: 0 done, 1 fault of program or machine, 2 wrong usage, 3 data need mending."""

import logging
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from unicodedata import category

import typer
from typer.main import get_command

from lakip_lib.cli.aplikasi import app
from lakip_lib.cli.kata import find_path, say_usage
from lakip_lib.cli.layar import build_json, clean, make_console, print_json, print_rinci, style, use_utf8
from lakip_lib.errors import LakipError, UsageError, list_keterangan
from lakip_lib.galat import RUSAK, SALAH_PAKAI, SELESAI, classify, is_unforeseen
from lakip_lib.mesin.sampah import look_rarely

DIHENTIKAN = 130
DEBUG = "LAKIP_DEBUG"
SARAN_RUSAK = (
    "Mohon jalankan lagi; bila berulang, periksa dengan lakip doktor dan sampaikan catatan galat kepada pengelola."
)


def main() -> int:
    """Run `lakip` with the arguments of the process; its exit code. Faults nobody foresaw are told in one sentence."""
    look_rarely()
    use_utf8()
    sys.excepthook = report_fault
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: what was begun is cleared away
    if not is_debug():
        warnings.simplefilter("ignore")
        logging.getLogger().addHandler(logging.NullHandler())  # libraries' remarks are for engineers
    return run(sys.argv[1:])


def run(args: Sequence[str]) -> int:
    """Run one command; its exit code. What went wrong is said on stderr, and with --json as an object on stdout too."""
    try:
        check_args(args)
        kode = get_command(app).main(list(args), prog_name="lakip", standalone_mode=False)
        return _stop() if kode == DIHENTIKAN else int(kode or SELESAI)
    except typer.TyperException as error:
        dikenal = [perintah.name or "" for perintah in app.registered_commands]
        return _fail(args, SALAH_PAKAI, say_usage(error), f"Lihat {find_path(error, args, dikenal)} --bantuan")
    except typer.Abort:
        return _stop()
    except (LakipError, OSError) as error:
        kode, pesan = classify(error)
        return _fail(args, kode, _explain(pesan, error), *(_keep(error) if is_unforeseen(error) else ()))


def check_args(args: Sequence[str]) -> None:
    """UsageError where what was typed holds bytes that are no UTF-8, or control characters: nothing could show it again."""
    for nomor, isi in enumerate(args, 1):
        if any(category(huruf) == "Cs" or (category(huruf) == "Cc" and huruf not in "\n\t") for huruf in isi):
            raise UsageError(
                f"Isi ke-{nomor} setelah lakip memuat huruf yang tidak dikenal. Tuliskan lagi sebagai teks UTF-8."
            )


def _explain(pesan: str, error: BaseException) -> str:
    """The sentence, and below it what else was noted for whoever ran the command."""
    return "\n".join([pesan, *list_keterangan(error)])


def _fail(args: Sequence[str], kode: int, pesan: str, saran: str = "", catatan: Path | None = None) -> int:
    if "--json" in args:
        print_json(build_json(next((a for a in args if not a.startswith("-")), ""), kode, pesan=[pesan]))
    console = make_console(stderr=True)
    kalimat, *rinci = clean(pesan).splitlines()
    console.print(style({SALAH_PAKAI: "Belum dapat dijalankan: "}.get(kode, "Berhenti: "), "wajib").append(kalimat, ""))
    print_rinci(console, rinci)
    if saran:
        console.print(style(saran, "redup"))
    if catatan is not None:
        console.print(style(f"Catatan galat: {catatan}", "redup"), soft_wrap=True)
    return kode


def _stop() -> int:
    make_console(stderr=True).print(style("Dihentikan.", "peringatan"))
    return DIHENTIKAN


def report_fault(kelas: type[BaseException], error: BaseException, jejak: TracebackType | None) -> None:
    """Tell of an unforeseen fault in one sentence; the traceback goes to a file, or to stderr with LAKIP_DEBUG=1."""
    _fail(sys.argv[1:], RUSAK, _explain(classify(error)[1], error), *_keep(error))


def is_debug() -> bool:
    """Whether LAKIP_DEBUG asks for tracebacks."""
    return os.environ.get(DEBUG, "") not in {"", "0"}


def _keep(error: BaseException) -> tuple[str, Path | None]:
    """Keep the traceback; what to do about it, and the file that holds it."""
    catatan = "".join(traceback.format_exception(error))
    if is_debug():
        sys.stderr.write(catatan)
        return SARAN_RUSAK, None
    path = find_log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(catatan, "utf-8")
    except OSError:
        return f"{SARAN_RUSAK} Rinciannya terlihat dengan {DEBUG}=1.", None
    return SARAN_RUSAK, path


def find_log() -> Path:
    """The file that holds the traceback of the last fault."""
    from platformdirs import user_log_path

    return user_log_path("lakip", appauthor=False) / "galat.log"
