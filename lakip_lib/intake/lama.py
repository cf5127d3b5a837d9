"""Old Excel workbooks (.xls): values, styles and addresses; their formulas cannot be seen."""

import io
import struct

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet
from xlrd.xldate import XLDateError

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.excel import read_calamine
from lakip_lib.intake.grid import Lembar, Nilai, Sel
from lakip_lib.intake.teks_sel import format_teks, normalise_nilai

GALAT_XLRD = (xlrd.XLRDError, struct.error, IndexError, KeyError, ValueError, AssertionError, AttributeError, TypeError)
GALAT_XLS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
TEBAL = 600  # font weight from which letters are bold (400 normal, 700 bold)
RUSAK = "Berkas .xls rusak atau tidak dapat dibaca; mohon simpan sebagai .xlsx lalu kirim ulang."


def read_xls(data: bytes) -> tuple[tuple[Lembar, ...], tuple[str, ...]]:
    """All sheets of an .xls file and what could not be examined: always its formulas, in careless files its styles."""
    try:
        return _read_xlrd(data, gaya=True), ("formula",)
    except GALAT_XLRD as error:
        if "encrypted" in str(error).lower():
            raise UnreadableFileError("Berkas terkunci kata sandi; mohon kirim berkas tanpa kata sandi.") from error
    try:
        return _read_xlrd(data, gaya=False), ("formula", "gaya")
    except GALAT_XLRD:
        return _retry_xls(data)


def _read_xlrd(data: bytes, *, gaya: bool) -> tuple[Lembar, ...]:
    with xlrd.open_workbook(file_contents=data, formatting_info=gaya, ragged_rows=True, logfile=io.StringIO()) as buku:
        return tuple(_read_xls_sheet(buku, s) for s in buku.sheets())


def _retry_xls(data: bytes) -> tuple[tuple[Lembar, ...], tuple[str, ...]]:
    try:
        return read_calamine(io.BytesIO(data)), ("formula", "gaya")
    except UnreadableFileError as error:
        raise UnreadableFileError(RUSAK) from error


def _read_xls_sheet(buku: Book, lembar: Sheet) -> Lembar:
    sel = {}
    for b in range(lembar.nrows):
        for k, cell in enumerate(lembar.row(b)):
            if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and cell.value != "":
                sel[(b + 1, k + 1)] = _make_xls_sel(buku, cell, b + 1, k + 1)
    return Lembar(
        lembar.name,
        sel,
        tersembunyi=lembar.visibility != 0,
        baris_tersembunyi=frozenset(b + 1 for b, r in lembar.rowinfo_map.items() if r.hidden),
        kolom_tersembunyi=frozenset(k + 1 for k, c in lembar.colinfo_map.items() if c.hidden and k < lembar.ncols),
        gabungan=tuple(sorted((b1 + 1, k1 + 1, b2, k2) for b1, b2, k1, k2 in lembar.merged_cells)),
    )


def _make_xls_sel(buku: Book, cell: Cell, baris: int, kolom: int) -> Sel:
    nilai = _xls_value(buku, cell)
    galat = str(nilai) if cell.ctype == xlrd.XL_CELL_ERROR else None
    if cell.xf_index is None:
        return Sel(baris, kolom, nilai, format_teks(nilai), galat=galat)
    xf = buku.xf_list[cell.xf_index]
    format_angka = buku.format_map[xf.format_key].format_str
    return Sel(
        baris,
        kolom,
        nilai,
        format_teks(nilai, format_angka),
        format=format_angka,
        galat=galat,
        tebal=buku.font_list[xf.font_index].weight >= TEBAL,
        isian=_xls_fill(buku, xf.background.fill_pattern, xf.background.pattern_colour_index),
        indentasi=xf.alignment.indent_level,
    )


def _xls_value(buku: Book, cell: Cell) -> Nilai:
    match cell.ctype:
        case xlrd.XL_CELL_ERROR:
            return GALAT_XLS.get(cell.value, "#N/A")
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_DATE:
            try:
                return xlrd.xldate_as_datetime(cell.value, buku.datemode)
            except (XLDateError, OverflowError):
                return normalise_nilai(cell.value)
    return normalise_nilai(cell.value)


def _xls_fill(buku: Book, pola: int, indeks: int) -> str:
    if not pola:
        return ""
    rgb = buku.colour_map.get(indeks)
    return "{:02X}{:02X}{:02X}".format(*rgb) if rgb else f"indeks{indeks}"
