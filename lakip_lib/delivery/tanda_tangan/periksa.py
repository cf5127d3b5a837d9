"""What signatures a PDF bears: who, when, whether what was signed is still as it was. Trust is not judged."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from lakip_lib.errors import UnreadableFileError


@dataclass(frozen=True)
class TandaTangan:
    """One signature: its signer as the certificate says, the time the signer claims (ISO), digest; what was found.

    `utuh`: the signed bytes are as they were and the signature is made by that certificate. `meliputi`: nothing came behind
    it but what signing itself adds, or the next signature. Whether the certificate is to be trusted needs a list of
    authorities; it is not said.
    """

    nama: str
    waktu: str
    sidik: str
    utuh: bool
    meliputi: bool


def check_signed(pdf: bytes) -> tuple[TandaTangan, ...]:
    """The signatures of a PDF in order; () where it bears none. UnreadableFileError where it is no whole PDF."""
    with _quiet():
        try:
            reader = PdfFileReader(BytesIO(pdf))
            ditemukan = reader.embedded_regular_signatures
        except (PdfError, ValueError, TypeError, KeyError, IndexError) as error:
            raise UnreadableFileError("Berkas ini bukan PDF yang utuh.") from error
        return tuple(_check(sig, terakhir=sig is ditemukan[-1]) for sig in ditemukan)


# What may lie in a PDF beside its pages and act by itself, or be taken for part of the report: where its catalog names it.
SISIPAN = {
    ("/OpenAction",): "tindakan saat dibuka",
    ("/AA",): "tindakan otomatis",
    ("/AF",): "berkas lampiran",
    ("/Names", "/EmbeddedFiles"): "berkas lampiran",
    ("/Names", "/JavaScript"): "JavaScript",
}


def list_sisipan(pdf: bytes) -> list[str]:
    """What a PDF holds beside its pages, in words; [] where it holds pages only. UnreadableFileError as `check_signed`."""
    with _quiet():
        try:
            katalog = PdfFileReader(BytesIO(pdf)).root
            return list(dict.fromkeys(kata for jalan, kata in SISIPAN.items() if _has(katalog, jalan)))
        except (PdfError, ValueError, TypeError, KeyError, IndexError) as error:
            raise UnreadableFileError("Berkas ini bukan PDF yang utuh.") from error


def _has(katalog: Any, jalan: tuple[str, ...]) -> bool:
    for nama in jalan:
        if nama not in katalog:
            return False
        katalog = katalog[nama]
    return True


def _check(sig: EmbeddedPdfSignature, *, terakhir: bool) -> TandaTangan:
    cert = sig.signer_cert
    nama = cert.subject.native.get("common_name", cert.subject.human_friendly) if cert is not None else ""
    waktu = sig.self_reported_timestamp
    isi = {"nama": str(nama), "waktu": waktu.isoformat() if waktu else ""}
    try:
        status = validate_pdf_signature(sig, ValidationContext(trust_roots=[], allow_fetching=False))
    except (SignatureValidationError, SigningError, PdfError, ValueError):
        return TandaTangan(**isi, sidik="", utuh=False, meliputi=False)
    tambahan = status.modification_level
    boleh = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES}
    if not terakhir:
        boleh.add(ModificationLevel.FORM_FILLING)  # the field of the next signature
    meliputi = tambahan in boleh and status.docmdp_ok is not False
    return TandaTangan(**isi, sidik=status.md_algorithm, utuh=bool(status.intact and status.valid), meliputi=meliputi)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's remarks: what it finds is told in our own words."""
    loggers = [logging.getLogger(nama) for nama in ("pyhanko", "pyhanko_certvalidator")]
    lama = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, lama, strict=True):
            logger.setLevel(level)
