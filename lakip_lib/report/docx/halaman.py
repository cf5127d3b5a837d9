"""Page numbers of headings and captions, taken from LibreOffice's layout of the very file."""

import base64
import ctypes
import json
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pypdfium2
import pypdfium2.raw as pdfium

from lakip_lib.charts.huruf import SANS, SERIF, find_font_files
from lakip_lib.errors import PerangkatError
from lakip_lib.forms.zip_tetap import pack_parts
from lakip_lib.report.bacaulang.kunci import PDFIUM
from lakip_lib.report.docx.kantor import Kantor, KantorError
from lakip_lib.report.docx.tanda import AWAL_DEPAN, AWAL_ISI, JENIS_BLOK, read_map
from lakip_lib.sementara import open_sementara

BATAS_WAKTU = 180  # seconds
NASKAH, PETA = "word/document.xml", "customXml/item1.xml"
TITIK = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)  # a PNG of one dot
_TANDA_ANGKA = re.compile(rb'<w:bookmarkStart w:id="(\d+)" w:name="ref_[^"]*"/>')
_AKHIR_TANDA = re.compile(rb'<w:bookmarkEnd w:id="(\d+)"/>')
PENGGANTI = {
    "Cambria": ("Cambria", "Caladea", SERIF),
    "Calibri": ("Calibri", "Carlito", SANS),
    "Arial": ("Arial", "Liberation Sans"),
    "Bookman Old Style": ("Bookman Old Style", "TeX Gyre Bonum", "URW Bookman", "DejaVu Serif"),
}
_TEMPAT = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SARINGAN = "pdf:writer_pdf_Export:" + json.dumps(
    {"ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"}}
)
_catatan = logging.getLogger(__name__)


def find_soffice() -> str | None:
    """Path of LibreOffice's program, or None."""
    return next((path for nama in _TEMPAT if (path := shutil.which(nama))), None)


class HalamanError(PerangkatError):
    """LibreOffice must lay a document out where it is there: without page numbers it would be another document."""

    pesan = (
        "LibreOffice berhenti atau tidak menjawab saat menghitung halaman berkas Word. Jalankan lagi; bila berulang, periksa "
        "dengan lakip doktor. Tanpa LibreOffice dokumen tetap tersusun, hanya daftar isi berkas Word-nya tanpa nomor halaman."
    )


def read_page_numbers(docx_bytes: bytes) -> dict[str, int]:
    """Printed page number by id of heading, table and figure; empty where LibreOffice is missing. HalamanError.

    Front matter counts from 1 again after the cover, and so does the body.
    """
    with ZipFile(BytesIO(docx_bytes)) as berkas:
        return read_pages({nama: berkas.read(nama) for nama in berkas.namelist()})


def read_pages(parts: Mapping[str, bytes]) -> dict[str, int]:
    """As `read_page_numbers`, of a file that is not packed yet."""
    soffice = find_soffice()
    if soffice is None:
        return {}
    halaman = _find_pages(parts, soffice)
    blok = {nama: kode for nama, (jenis, kode) in read_map(parts[PETA]).items() if jenis == JENIS_BLOK}
    return _number_pages({kode: halaman[nama] for nama, kode in blok.items() if nama in halaman})


def _find_pages(parts: Mapping[str, bytes], soffice: str) -> dict[str, int]:
    """Page by bookmark: from the LibreOffice that is kept, and where that fails from one started for this file."""
    try:
        return keep_kantor(soffice).read_pages(pack_light(parts))
    except KantorError as galat:
        _catatan.debug("%s", galat)
    pdf = convert_to_pdf(pack_parts(parts), soffice)
    if pdf is None:
        raise HalamanError(f"{soffice} must lay the document out")
    with PDFIUM:
        return {_respell(nama): halaman for nama, halaman in _read_destinations(pdf).items()}


@cache
def keep_kantor(soffice: str) -> Kantor:
    """The one LibreOffice of this process."""
    return Kantor(soffice, write_font_settings)


def prepare_kantor() -> None:
    """Let LibreOffice start, where it is there, while this process does something else."""
    if soffice := find_soffice():
        keep_kantor(soffice).prepare()


def pack_light(parts: Mapping[str, bytes]) -> bytes:
    """The file as it is laid out, page for page, without what costs time: pictures (their sizes stay), figures' marks."""
    naskah = parts[NASKAH]
    angka = {cocok[1] for cocok in _TANDA_ANGKA.finditer(naskah)}
    naskah = _AKHIR_TANDA.sub(lambda c: b"" if c[1] in angka else c[0], _TANDA_ANGKA.sub(b"", naskah))
    ringan = {NASKAH: naskah, PETA: b'<peta xmlns="urn:lakip:tanda"/>'}
    keluar = BytesIO()
    with ZipFile(keluar, "w") as berkas:
        for nama, data in parts.items():
            berkas.writestr(nama, TITIK if nama.endswith(".png") else ringan.get(nama, data))
    return keluar.getvalue()


def _respell(nama: str) -> str:
    """A block's bookmark from its spelling in LibreOffice's PDF, where "_" is its hexadecimal code."""
    return nama.replace("5F", "_", 1)


def convert_to_pdf(docx_bytes: bytes, soffice: str) -> bytes | None:
    """The file as LibreOffice sets it, with each bookmark as a named destination; None if that fails."""
    with open_sementara("lakip-docx-") as tempat:
        (tempat / "naskah.docx").write_bytes(docx_bytes)
        perintah = [
            soffice,
            f"-env:UserInstallation={(tempat / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            _SARINGAN,
            "--outdir",
            str(tempat),
            str(tempat / "naskah.docx"),
        ]
        lingkungan = os.environ | {"FONTCONFIG_FILE": str(write_font_settings(tempat))}
        try:
            subprocess.run(perintah, check=True, capture_output=True, timeout=BATAS_WAKTU, env=lingkungan)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError):
            return None
        hasil = tempat / "naskah.pdf"
        return hasil.read_bytes() if hasil.exists() else None


def write_font_settings(folder: Path) -> Path:
    """Font settings that let fonts of like width stand in for Word's own where those are missing."""
    pengganti = (
        f"<alias binding='same'><family>{asli}</family><prefer>"
        + "".join(f"<family>{nama}</family>" for nama in daftar)
        + "</prefer></alias>"
        for asli, daftar in PENGGANTI.items()
    )
    folders = sorted({str(berkas.parent) for berkas in find_font_files()})
    isi = (
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>"
        + "".join(f"<dir>{escape(satu)}</dir>" for satu in folders)
        + f"{''.join(pengganti)}<cachedir>{escape(str(folder / 'huruf'))}</cachedir></fontconfig>"
    )
    tempat = folder / "fonts.conf"
    tempat.write_text(isi, encoding="utf-8")
    return tempat


def _read_destinations(pdf: bytes) -> dict[str, int]:
    """Page index by name of a PDF's named destinations."""
    hasil = {}
    dokumen = pypdfium2.PdfDocument(pdf)
    try:
        for urut in range(pdfium.FPDF_CountNamedDests(dokumen)):
            panjang = ctypes.c_long(0)
            pdfium.FPDF_GetNamedDest(dokumen, urut, None, panjang)
            if panjang.value <= 0:
                continue
            ruang = ctypes.create_string_buffer(panjang.value)
            tujuan = pdfium.FPDF_GetNamedDest(dokumen, urut, ruang, panjang)
            nama = ruang.raw[: panjang.value].decode("utf-16-le").rstrip("\0")
            hasil[nama] = pdfium.FPDFDest_GetDestPageIndex(dokumen, tujuan)
    finally:
        dokumen.close()
    return hasil


def _number_pages(letak: dict[str, int]) -> dict[str, int]:
    """Page indexes as printed numbers, counted from the start of front matter or body."""
    depan, isi = letak.pop(AWAL_DEPAN, None), letak.pop(AWAL_ISI, None)
    awal_isi = isi if isi is not None else 0
    return {
        kode: urut - (awal_isi if urut >= awal_isi or depan is None else depan) + 1
        for kode, urut in sorted(letak.items())
    }
