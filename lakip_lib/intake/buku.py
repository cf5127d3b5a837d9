"""One door for files that people send: read_buku gives the cells as typed, or says in a sentence why not."""

import hashlib
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.arsip import open_zip
from lakip_lib.intake.dokumen import read_docx, read_html
from lakip_lib.intake.excel import read_excel
from lakip_lib.intake.grid import Buku, Lembar
from lakip_lib.intake.jenis import recognise_jenis
from lakip_lib.intake.lama import read_xls
from lakip_lib.intake.ods import read_ods
from lakip_lib.intake.teks import read_csv, read_json
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

Bacaan = tuple[tuple[Lembar, ...], tuple[str, ...]]  # sheets, what could not be examined

TEKS_SAJA = ("formula", "gaya")  # what delimited text, mostly saved from a workbook, has lost
AKHIRAN_LAIN = {".htm": "html", ".xlsm": "xlsx", ".tsv": "csv"}
_SIFAT = "docProps/core.xml"
_DISIMPAN = re.compile(rb"<(?:\w+:)?modified\b[^>]*>\s*([0-9T:.Z+-]{10,35})\s*<")
_TAUTAN = ("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/")


def read_buku(path: Path, *, akar: Path) -> Buku:
    """The file as a Buku: sheets, sha256 of its bytes, findings of the reading, what could not be examined.

    `berkas` is relative to `akar` (the file name where the file lies elsewhere). The content decides the kind; a
    misleading ending is a catatan. UnreadableFileError (one Indonesian sentence) when it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"Berkas tidak dapat dibuka ({error.strerror}).") from error
    berkas = _relative(path, akar)
    jenis = recognise_jenis(data, path.name)
    arsip = open_zip(data) if jenis in ("xlsx", "ods", "docx") else None
    try:
        lembar, tak_diperiksa = _read_kind(jenis, data, arsip, path)
    except (RecursionError, MemoryError) as error:
        raise UnreadableFileError("Susunan berkas terlalu dalam atau besar; mohon kirim tabelnya saja.") from error
    if not any(s.sel for s in lembar):
        raise UnreadableFileError("Berkas tidak memuat satu sel pun yang berisi; mohon kirim berkas yang terisi.")
    temuan = [*_check_name(berkas, path, jenis), *(_check_parts(berkas, arsip) if jenis == "xlsx" and arsip else [])]
    return Buku(
        berkas,
        hashlib.sha256(data).hexdigest(),
        _name_jenis(jenis, path, arsip),
        lembar,
        tuple(temuan),
        tak_diperiksa,
        path,
        _read_disimpan(arsip) if jenis == "xlsx" and arsip else "",
    )


def _relative(path: Path, akar: Path) -> str:
    mutlak, dasar = path.resolve(), akar.resolve()
    return mutlak.relative_to(dasar).as_posix() if mutlak.is_relative_to(dasar) else path.name


def _read_kind(jenis: str, data: bytes, arsip: zipfile.ZipFile | None, path: Path) -> Bacaan:
    match jenis, arsip:
        case "xlsx", zipfile.ZipFile():
            return read_excel(data, arsip)
        case "ods", zipfile.ZipFile():
            return read_ods(arsip), ()
        case "docx", zipfile.ZipFile():
            return read_docx(data), ()
        case "xls", None:
            return read_xls(data)
        case "html", None:
            return read_html(data), ()
        case "json", None:
            return (read_json(data, path.stem),), ()
    return (read_csv(data, path.stem),), TEKS_SAJA


def _name_jenis(jenis: str, path: Path, arsip: zipfile.ZipFile | None) -> str:
    if jenis == "xlsx" and arsip and _has_macro(arsip):
        return "xlsm"
    return "tsv" if jenis == "csv" and path.suffix.lower() == ".tsv" else jenis


def _has_macro(arsip: zipfile.ZipFile) -> bool:
    return any(n.lower().endswith("vbaproject.bin") or n.startswith("xl/macrosheets/") for n in arsip.namelist())


def _read_disimpan(arsip: zipfile.ZipFile) -> str:
    """The time of the last saving that a workbook carries among its properties, "" where there is none to read."""
    cocok = _DISIMPAN.search(arsip.read(_SIFAT)) if _SIFAT in arsip.namelist() else None
    try:
        saat = datetime.fromisoformat(cocok[1].decode("ascii", "replace")) if cocok else None
        return (saat if saat.tzinfo else saat.replace(tzinfo=UTC)).astimezone(UTC).isoformat()[:19] if saat else ""
    except (ValueError, OverflowError):
        return ""


def _check_name(berkas: str, path: Path, jenis: str) -> list[Temuan]:
    akhiran = path.suffix.lower()
    if AKHIRAN_LAIN.get(akhiran, akhiran[1:]) == jenis:
        return []
    pesan = (
        f"Berkas {berkas}: isinya berjenis {jenis.upper()} meskipun namanya berakhiran {akhiran or '(tanpa akhiran)'}. "
        "Berkas dibaca menurut isinya."
    )
    return [Temuan(berkas, "jenis-berkas", Tingkat.CATATAN, pesan, nilai=akhiran)]


def _check_parts(berkas: str, arsip: zipfile.ZipFile) -> list[Temuan]:
    temuan = []
    if _has_macro(arsip):
        pesan = f"Berkas {berkas}: memuat makro. Makro tidak dijalankan; hanya isi sel yang dibaca."
        temuan.append(Temuan(berkas, "makro", Tingkat.CATATAN, pesan))
    if any(n.startswith(_TAUTAN) for n in arsip.namelist()):
        pesan = (
            f"Berkas {berkas}: memuat tautan ke berkas atau sumber data lain. Tautan tidak diikuti, nilai yang "
            "tersimpan dipakai; mohon ganti dengan nilai tetap."
        )
        temuan.append(Temuan(berkas, "tautan-luar", Tingkat.PERINGATAN, pesan))
    return temuan
