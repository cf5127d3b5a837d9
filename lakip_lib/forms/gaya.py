"""The forms' one hand: colours, cell formats, page set-up (LOOK.md "Forms")."""

import math
import re
from datetime import date, time
from decimal import Decimal
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lakip_lib.forms.isian import NilaiIsi
from lakip_lib.forms.skema import Jenis

TINTA = "#1B2A3A"
UTAMA = "#0B4F7A"
GARIS = "#C9D4DC"
KEPALA = "#EEF3F6"
TERKUNCI = "#F2F4F6"
ISIAN = "#FFF6D6"
TANDA = "#B2182B"
HURUF, UKURAN = "Arial", 10  # present in every office; LibreOffice sets it with the metric-equal Liberation Sans
TINGGI_BARIS = 12.75  # points of one line
_HURUF_PER_LEBAR = 1.22  # letters of running text in one unit of column width
BATAS_TEKS = 32_767  # the longest text that a cell holds
_KERTAS = {"A4": 9, "F4": 14}  # Excel knows F4 (215 × 330 mm) as Folio
_FORMAT_ANGKA: dict[Jenis, str] = {"rupiah": "#,##0.00", "tanggal": "dd/mm/yyyy", "kode": "@"}
_KANAN: set[Jenis] = {"angka", "rupiah"}
_TAK_TERCETAK = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_AWAL_FORMULA = ("=", "+", "-", "@", "\t", "\r")

OPSI_BUKU: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": HURUF, "font_size": UKURAN},  # column widths are counted in its digits
    "default_row_height": 17,  # pixels
}

Gaya = dict[str, Any]


class LembarLentur(Worksheet):
    """A worksheet whose data rows have a first height but grow when somebody types more."""

    def set_tinggi(self, baris: int, tinggi: float) -> None:
        """Give a row (from 0) a height in points that Excel and LibreOffice may change."""
        self._lentur = {*getattr(self, "_lentur", set()), baris + 1}
        self.set_row(baris, tinggi)

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, object]]) -> None:
        if tag == "row" and dict(attributes)["r"] in getattr(self, "_lentur", ()):
            attributes = [a for a in attributes if a[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


def count_baris(teks: str, lebar: int) -> int:
    """How many lines a text takes in a cell that many characters wide, rather one too many than one too few."""
    return sum(max(1, len(wrap(line, max(int(lebar * _HURUF_PER_LEBAR), 3)))) for line in teks.split("\n"))


class Pengatur:
    """Hands out the workbook's formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Formats for that workbook."""
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def get(self, gaya: Gaya) -> Format:
        """The format of these properties over the form's basic type."""
        props = {"font_name": HURUF, "font_size": UKURAN, "font_color": TINTA, "valign": "top", **gaya}
        key = tuple(sorted(props.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(props)
        return self._made[key]


def style_sel(jenis: Jenis, nilai: NilaiIsi, *, terbuka: bool, ditandai: bool = False) -> Gaya:
    """Properties of one cell: fill by who writes, frame by finding, number format by kind and value."""
    gaya: Gaya = {
        "bg_color": ISIAN if terbuka else TERKUNCI,
        "locked": not terbuka,
        "text_wrap": True,
        "border": 2 if ditandai else 1,
        "border_color": TANDA if ditandai else GARIS,
    }
    if jenis in _KANAN:
        gaya["align"] = "right"
    if isinstance(nilai, date):
        gaya["num_format"] = _FORMAT_ANGKA["tanggal"]
    elif isinstance(nilai, time):
        gaya["num_format"] = "hh:mm"
    elif jenis in _FORMAT_ANGKA:
        gaya["num_format"] = _FORMAT_ANGKA[jenis]
    if isinstance(nilai, str) and nilai.startswith(_AWAL_FORMULA):
        gaya["quote_prefix"] = True  # stays text even when somebody edits the cell
    return gaya


def style_kepala(*, terbuka: bool = False) -> Gaya:
    """Properties of a column header."""
    return {
        "bold": True,
        "bg_color": ISIAN if terbuka else KEPALA,
        "border": 1,
        "border_color": GARIS,
        "bottom": 2,
        "bottom_color": UTAMA,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
    }


def write_nilai(sheet: Worksheet, baris: int, kolom: int, nilai: NilaiIsi, gaya: Format) -> None:
    """Put a value into a cell (baris, kolom from 0): text always as text, never as formula, link or number."""
    if nilai is None or nilai == "":
        sheet.write_blank(baris, kolom, None, gaya)
    elif isinstance(nilai, str):
        teks = replace_tak_tercetak(nilai)
        sheet.write_string(baris, kolom, teks if len(teks) <= BATAS_TEKS else teks[: BATAS_TEKS - 1] + "…", gaya)
    elif isinstance(nilai, bool):
        sheet.write_boolean(baris, kolom, nilai, gaya)
    elif isinstance(nilai, Decimal | int | float):
        if math.isfinite(nilai):
            sheet.write_number(baris, kolom, float(nilai), gaya)
        else:
            sheet.write_string(baris, kolom, str(nilai), gaya)
    else:
        sheet.write_datetime(baris, kolom, nilai, gaya)


def replace_tak_tercetak(teks: str) -> str:
    """The text with a mark in place of each character that no office file can hold."""
    return _TAK_TERCETAK.sub("\ufffd", teks)


def write_judul(sheet: Worksheet, pengatur: Pengatur, judul: list[str], lebar: int) -> None:
    """The lines above a table: the first as a band of the primary colour `lebar` columns wide, the rest quiet."""
    band = pengatur.get(
        {"bg_color": UTAMA, "font_color": "#FFFFFF", "bold": True, "font_size": 13, "valign": "vcenter"}
    )
    for baris, tinggi in enumerate((26, 18, 16, 20)):
        sheet.set_row(baris, tinggi)
    for kolom in range(lebar):
        sheet.write_blank(0, kolom, None, band)
    sheet.write_string(0, 0, judul[0], band)
    for baris, teks in enumerate(judul[1:], 1):
        gaya = {"bold": True} if baris == 1 else {}
        sheet.write_string(baris, 0, teks, pengatur.get({**gaya, "valign": "vcenter"}))


def write_komentar(sheet: Worksheet, baris: int, kolom: int, teks: str) -> None:
    """A comment in a box as high as its text."""
    lines = sum(-(-len(line) // 40) for line in teks.split("\n"))
    size = {"width": 260, "height": 12 + 16 * max(lines, 1), "font_name": HURUF, "font_size": 9, "color": "#FFFFFF"}
    sheet.write_comment(baris, kolom, replace_tak_tercetak(teks), {**size, "author": "lakip"})


def protect_lembar(sheet: Worksheet) -> None:
    """Lock what is not open, without a password; rows and columns may still be made wider."""
    sheet.protect("", {"format_columns": True, "format_rows": True})


def set_halaman(sheet: Worksheet, kertas: str, kaki: tuple[str, str], *, tegak: bool = False) -> None:
    """Page set-up: paper, landscape, one page wide, agency and unit in the footer, page numbers."""
    sheet.set_portrait() if tegak else sheet.set_landscape()
    sheet.set_paper(_KERTAS[kertas])
    sheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 1 if tegak else 0)
    sheet.center_horizontally()
    kiri, tengah = (_shorten(teks).replace("&", "&&") for teks in kaki)
    huruf = f'&"{HURUF},Regular"&8'
    sheet.set_footer(f"&L{huruf} {kiri}&C{huruf} {tengah}&R{huruf} Halaman &P dari &N", {"margin": 0.3})


def _shorten(teks: str, batas: int = 70) -> str:
    return teks if len(teks) <= batas else teks[: batas - 1].rstrip() + "…"  # a footer holds 255 characters in all
