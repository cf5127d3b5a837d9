"""Settings and readers for the tests of letters."""

import io
import re
from datetime import date
from typing import Any
from zipfile import ZipFile

import docx
import pypdfium2 as pdfium
from lxml import etree

from lakip_lib.report.bacaulang.pdf import PDFIUM
from lakip_lib.settings import Instansi
from lakip_lib.surat.docx import render_docx
from lakip_lib.surat.naskah import Naskah
from lakip_lib.surat.pdf import render_pdf

HARI = date(2026, 1, 5)
JEJAK = "Buku alur entri 1, sidik 3fa9 12cd 00ff 4711"
UNIT = [{"kode": f"B{n}", "nama": f"Bidang {n}", "kepala": f"Kepala {n}", "pic": f"Pic {n}"} for n in range(1, 4)]
PEJABAT = {
    "kepala": {
        "nama": "Arga Contohnegara",
        "nip": "197103141996031001",
        "pangkat": "Pembina (IV/a)",
        "jabatan": "Kepala Dinas",
    },
    "sekretaris": {"nama": "Cahaya Misalina", "nip": "197608222001122002", "jabatan": "Sekretaris", "status": "plt"},
    "kasubag_program": {"nama": "Dharma Umpama", "jabatan": "Kepala Subbagian Program"},
}


def make_settings(**bagian: Any) -> Instansi:
    """Settings of an invented agency; sections given replace the usual ones."""
    data: dict[str, Any] = {
        "instansi": {"kode": "dinas-uji", "nama": "Dinas Uji", "pemda": "Kabupaten Contoh", "ibu_kota": "Kota Uji"},
        "periode": {
            "tahun": 2025,
            "renstra_awal": 2021,
            "renstra_akhir": 2026,
            "tenggat": date(2026, 1, 15),
            "tanggal_dokumen": date(2026, 2, 16),
        },
        "pejabat": PEJABAT,
        "unit": UNIT,
        "surat": {"kode_unit": "UJI", "tujuan": "Bupati Contoh", "tembusan": ["Inspektur", "Arsip"]},
    }
    return Instansi.model_validate({**data, **bagian})


def read_pages(naskah: Naskah) -> list[str]:
    """The text of each page of the letter's PDF, blanks joined."""
    with PDFIUM, pdfium.PdfDocument(render_pdf(naskah)) as berkas:
        return [re.sub(r"\s+", " ", halaman.get_textpage().get_text_range()) for halaman in berkas]


def page_size(naskah: Naskah) -> tuple[int, int]:
    """The size of the PDF's first page in millimetres."""
    with PDFIUM, pdfium.PdfDocument(render_pdf(naskah)) as berkas:
        lebar, tinggi = berkas[0].get_size()
    return round(lebar / 72 * 25.4), round(tinggi / 72 * 25.4)


def open_docx(naskah: Naskah) -> Any:
    """The letter's DOCX as python-docx opens it."""
    return docx.Document(io.BytesIO(render_docx(naskah)))


def read_docx(naskah: Naskah) -> str:
    """All text of the DOCX's body in reading order, blanks joined."""
    with ZipFile(io.BytesIO(render_docx(naskah))) as berkas:
        badan = etree.fromstring(berkas.read("word/document.xml"))
    ns = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    kata = [e.text or "" if e.tag == f"{ns}t" else " " for e in badan.iter(f"{ns}t", f"{ns}tab", f"{ns}br", f"{ns}p")]
    return re.sub(r"\s+", " ", "".join(kata))
