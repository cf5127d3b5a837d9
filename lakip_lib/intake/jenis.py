"""What kind of file this is, told by its content and not by its name; the rest is refused with the reason."""

import io
import struct
import zipfile
from pathlib import PurePath

import msoffcrypto
import pypdfium2
from msoffcrypto.exceptions import FileFormatError

from lakip_lib.errors import UnreadableFileError

BATAS_BERKAS = 100_000_000  # bytes on disk
TEKS = frozenset({".csv", ".tsv", ".json", ".html", ".htm", ".xls", ".xlsx"})  # names under which text tables come
MINTA = "mohon kirim berkas .xlsx, .xlsm, .xls, .ods, .csv, .tsv, .json, .html atau .docx"

KUNCI = "Berkas terkunci kata sandi; mohon kirim berkas tanpa kata sandi."
GALAT_OLE = (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, struct.error, FileFormatError)
_ALIRAN_XLS = ("Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")


def recognise_jenis(data: bytes, nama: str) -> str:
    """ "xlsx", "xls", "ods", "docx", "html", "json" or "csv" (any delimited text); UnreadableFileError for the rest.

    Zip-based kinds are told by their members but not yet checked (arsip.open_zip does); a text file counts as a
    table only when its name ends like one.
    """
    akhiran = PurePath(nama).suffix.lower()
    if not data:
        raise UnreadableFileError("Berkas kosong (0 bita); mohon kirim ulang berkas aslinya.")
    if len(data) > BATAS_BERKAS:
        raise UnreadableFileError(f"Berkas lebih besar dari {BATAS_BERKAS // 10**6} MB; mohon kirim tabelnya saja.")
    if b"%PDF-" in data[:1024]:
        raise UnreadableFileError(explain_pdf(data))
    if data[:2] == b"PK":
        return _recognise_zip(data)
    if data[:8] == _OLE:
        return _recognise_ole(data)
    if data[:2] in _BIFF and data[2:4] in (b"\x08\x00", b"\x06\x00", b"\x04\x00", b"\x10\x00"):
        return "xls"
    return _recognise_text(data, akhiran)


def _recognise_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            anggota = set(arsip.namelist())
            mimetype = arsip.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in anggota else ""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFileError("Berkas rusak atau terpotong; mohon kirim ulang berkas aslinya.") from error
    if "xl/workbook.xml" in anggota:
        return "xlsx"
    if "word/document.xml" in anggota:
        return "docx"
    if "opendocument.spreadsheet" in mimetype:
        return "ods"
    raise UnreadableFileError(_explain_zip(anggota, mimetype))


def _explain_zip(anggota: set[str], mimetype: str) -> str:
    if "xl/workbook.bin" in anggota:
        return "Berkas berformat Excel biner (.xlsb) yang tidak dapat dibaca; mohon simpan sebagai .xlsx."
    if "opendocument.text" in mimetype:
        return "Berkas berupa dokumen teks OpenDocument (.odt); mohon simpan sebagai .docx."
    if "ppt/presentation.xml" in anggota or "presentation" in mimetype:
        return f"Berkas berupa bahan paparan, bukan tabel; {MINTA}."
    return f"Berkas berupa arsip ZIP, bukan buku kerja; mohon ekstrak dulu, lalu {MINTA}."


def _recognise_ole(data: bytes) -> str:
    try:
        berkas = msoffcrypto.OfficeFile(io.BytesIO(data))
        jenis, terkunci = str(berkas.format), bool(berkas.is_encrypted())
    except GALAT_OLE as error:
        if any(nama in data for nama in _ALIRAN_XLS):
            return "xls"  # older still (Excel 5.0/95), or damaged: xlrd will say
        raise UnreadableFileError(f"Berkas rusak atau bukan buku kerja Excel; {MINTA}.") from error
    if terkunci:
        raise UnreadableFileError(KUNCI)
    if jenis == "xls97":
        return "xls"
    sebutan = "dokumen Word lama (.doc)" if jenis == "doc97" else "bahan paparan lama (.ppt)"
    raise UnreadableFileError(f"Berkas berupa {sebutan}; {MINTA}.")


def _recognise_text(data: bytes, akhiran: str) -> str:
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not utf16 and b"\x00" in data[:4096]:
        raise UnreadableFileError(f"Berkas bukan buku kerja atau tabel yang dikenal; {MINTA}.")
    awal = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in awal:
        raise UnreadableFileError(
            "Berkas berformat XML Spreadsheet 2003; mohon buka di Excel dan simpan sebagai .xlsx."
        )
    if akhiran not in TEKS:
        sebutan = "berkas teks bebas" if akhiran in (".txt", ".md", ".rtf") else f"berkas {akhiran or 'tanpa akhiran'}"
        raise UnreadableFileError(f"Isinya {sebutan}, tidak tersusun sebagai tabel; {MINTA}.")
    if akhiran in (".html", ".htm") or awal.startswith((b"<!doctype html", b"<html", b"<table")):
        return "html"
    if awal[:1] == b"<" and b"<table" in data[:200_000].lower():
        return "html"
    return "json" if akhiran == ".json" else "csv"


def explain_pdf(data: bytes) -> str:
    """Why a PDF is refused: scanned pages without text, text (so an original exists), locked or damaged."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            huruf = 0
            for i in range(min(len(pdf), 50)):
                huruf += len(pdf[i].get_textpage().get_text_range().strip())
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return "PDF terkunci kata sandi; mohon kirim berkas asli tabelnya (.xlsx atau .docx)."
        return "PDF rusak atau terpotong; mohon kirim berkas asli tabelnya (.xlsx atau .docx)."
    if huruf == 0:
        return (
            "PDF hasil pindai, tidak ada teks yang dapat dibaca; mohon kirim berkas asli tabelnya (.xlsx atau .docx)."
        )
    return (
        "PDF berisi teks, tetapi tabelnya tidak dapat dibaca dengan pasti; mintalah berkas aslinya (.xlsx atau .docx)."
    )
