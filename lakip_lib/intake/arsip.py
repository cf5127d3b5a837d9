"""Zip-based files (.xlsx, .ods, .docx) checked before any library opens them: whole, small enough, no entities."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lakip_lib.errors import UnreadableFileError

BATAS_BYTE = 600_000_000  # uncompressed, all members together
BATAS_RASIO = 200  # uncompressed : compressed, for members past BATAS_RASIO_MULAI
BATAS_RASIO_MULAI = 20_000_000
BATAS_ANGGOTA = 5_000
POTONGAN = 1 << 20

_ENTITAS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SEL_KOSONG = re.compile(rb"<c(?:\s[^<>]*)?/>|<c(?:\s[^<>/]*)?></c>")
_BARIS_KOSONG = re.compile(rb"<row(?:\s[^<>]*)?/>|<row(?:\s[^<>/]*)?>\s*</row>")


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive of `data` after its directory and every member were checked.

    UnreadableFileError when truncated, damaged, password-protected, too big (BATAS_*) or carrying XML entities.
    """
    try:
        arsip = zipfile.ZipFile(io.BytesIO(data))
        _check_directory(arsip)
        for info in arsip.infolist():
            _check_member(arsip, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFileError("Berkas rusak atau terpotong; mohon kirim ulang berkas aslinya.") from error
    return arsip


def _check_directory(arsip: zipfile.ZipFile) -> None:
    members = arsip.infolist()
    terlalu_besar = len(members) > BATAS_ANGGOTA or sum(i.file_size for i in members) > BATAS_BYTE
    if terlalu_besar or any(_is_bomb(i.file_size, i.compress_size) for i in members):
        raise UnreadableFileError(
            "Isi berkas mengembang jauh melampaui batas yang wajar (dugaan bom zip); berkas tidak dibuka."
        )
    if any(i.flag_bits & 1 for i in members):
        raise UnreadableFileError("Berkas terkunci kata sandi; mohon kirim berkas tanpa kata sandi.")


def _is_bomb(besar: int, padat: int) -> bool:
    return besar > BATAS_RASIO_MULAI and besar > BATAS_RASIO * max(padat, 1)


def _check_member(arsip: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Read one member to its end in pieces (its CRC is checked on the way); XML may not declare entities."""
    with arsip.open(info) as aliran:
        kepala = aliran.read(2048)
        while aliran.read(POTONGAN):
            pass
    if info.filename.endswith((".xml", ".rels")) and _ENTITAS.search(kepala):
        raise UnreadableFileError("Berkas memuat deklarasi entitas XML yang tidak lazim; berkas tidak dibuka.")


def prune_empty_cells(arsip: zipfile.ZipFile, anggota: str) -> Iterator[bytes]:
    """The XML of a sheet in pieces, without cells and rows that hold nothing but a style.

    A sheet formatted down to row 1 000 000 becomes as small as its data, whichever library then reads it.
    """
    sisa = b""
    with arsip.open(anggota) as aliran:
        while potongan := aliran.read(POTONGAN):
            utuh, akhir, sisa = (sisa + potongan).rpartition(b"</row>")
            if not akhir and len(sisa) > 4 * POTONGAN:  # rows that close themselves: cut at the last tag
                utuh, akhir, sisa = sisa.rpartition(b"/>")
            yield _BARIS_KOSONG.sub(b"", _SEL_KOSONG.sub(b"", utuh + akhir))
    yield _BARIS_KOSONG.sub(b"", _SEL_KOSONG.sub(b"", sisa))


def rewrite_zip(arsip: zipfile.ZipFile, ganti: dict[str, bytes]) -> io.BytesIO:
    """A copy of the archive in memory with some members replaced, lightly packed."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as baru:
        for info in arsip.infolist():
            baru.writestr(info.filename, ganti.get(info.filename) or arsip.read(info))
    hasil.seek(0)
    return hasil
