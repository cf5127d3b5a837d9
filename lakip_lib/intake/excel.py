"""Excel workbooks (.xlsx, .xlsm): every cell as typed, with formula, style and address; nothing is ever run."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from typing import IO
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.colors import Color
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.arsip import prune_empty_cells, rewrite_zip
from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.intake.teks_sel import format_teks, normalise_nilai

BATAS_PANGKAS = 2_000_000  # bytes of a sheet's XML past which empty cells are dropped before reading
BATAS_OPENPYXL = 6_000_000  # bytes of all sheets (some 30 000 rows) past which values are read by calamine alone
GALAT_OPENPYXL = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError,
    ParseError, LxmlError, InvalidFileException, zipfile.BadZipFile,
)  # what openpyxl raises on workbooks that other programs wrote carelessly  # fmt: skip
BATAS_LUAS = 30_000_000  # cells between A1 and the far corner
_ALAMAT = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})([0-9]{1,7})"')
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml")

Gaya = tuple[str | None, bool, str, int]  # number format, bold, fill, indentation


def read_excel(data: bytes, arsip: zipfile.ZipFile) -> tuple[tuple[Lembar, ...], tuple[str, ...]]:
    """All sheets of a checked workbook and what could not be examined ("formula", "gaya"; usually nothing)."""
    ganti, besar = _prune_sheets(arsip)
    berkas = rewrite_zip(arsip, ganti) if ganti else io.BytesIO(data)
    if not besar:
        try:
            return _read_openpyxl(berkas, has_formula=_has_formula(arsip, ganti)), ()
        except GALAT_OPENPYXL:
            berkas.seek(0)
    _check_area(arsip, ganti)
    return read_calamine(berkas), ("formula", "gaya")


def _prune_sheets(arsip: zipfile.ZipFile) -> tuple[dict[str, bytes], bool]:
    """Big sheets without their empty cells, by member name; and whether what remains is still big."""
    besar = {i.filename: i.file_size for i in arsip.infolist() if _LEMBAR.fullmatch(i.filename)}
    ganti = {n: b"".join(prune_empty_cells(arsip, n)) for n, byte in besar.items() if byte > BATAS_PANGKAS}
    return ganti, sum(len(ganti[n]) if n in ganti else byte for n, byte in besar.items()) > BATAS_OPENPYXL


def _has_formula(arsip: zipfile.ZipFile, ganti: dict[str, bytes]) -> bool:
    sheets = (n for n in arsip.namelist() if _LEMBAR.fullmatch(n))
    return any(re.search(rb"<(?:\w+:)?f[\s>/]", ganti.get(n) or arsip.read(n)) for n in sheets)


def _check_area(arsip: zipfile.ZipFile, ganti: dict[str, bytes]) -> None:
    """Refuse a sheet whose far corner would make the quick reader lay out more cells than memory holds."""
    for nama in (n for n in arsip.namelist() if _LEMBAR.fullmatch(n)):
        letak = [m.groups() for m in _ALAMAT.finditer(ganti.get(nama) or arsip.read(nama))]
        lebar = max((column_index_from_string(k.decode()) for k, _ in letak), default=0)
        if lebar * max((int(b) for _, b in letak), default=0) > BATAS_LUAS:
            raise UnreadableFileError("Lembar terlalu luas untuk dibaca; mohon hapus isi sel yang jauh di luar tabel.")


def _read_openpyxl(berkas: IO[bytes], *, has_formula: bool) -> tuple[Lembar, ...]:
    rumus = _load(berkas, data_only=False)
    nilai = _load(berkas, data_only=True) if has_formula else rumus
    return tuple(_read_sheet(ws, nilai[ws.title]) for ws in rumus.worksheets)


def _load(berkas: IO[bytes], *, data_only: bool) -> Workbook:
    berkas.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # unsupported extensions of other programs; nothing is saved back
        return load_workbook(berkas, data_only=data_only, keep_links=False)


def _read_sheet(rumus: Worksheet, nilai: Worksheet) -> Lembar:
    gaya: dict[int, Gaya] = {}
    sel = {}
    # _cells holds only cells that the file names; iter_rows() would walk every address up to the last one
    for (baris, kolom), cell in sorted(rumus._cells.items()):
        if cell.value is None:
            continue
        style = gaya.get(cell.style_id)
        if style is None:
            style = gaya[cell.style_id] = _read_style(cell)
        tersimpan = nilai._cells.get((baris, kolom)) if nilai is not rumus else cell
        sel[(baris, kolom)] = _make_sel(cell, tersimpan, style)
    return Lembar(
        rumus.title,
        sel,
        tersembunyi=rumus.sheet_state != "visible",
        baris_tersembunyi=frozenset(r for r, d in rumus.row_dimensions.items() if d.hidden),
        kolom_tersembunyi=_hidden_columns(rumus),
        gabungan=tuple(sorted((r.min_row, r.min_col, r.max_row, r.max_col) for r in rumus.merged_cells.ranges)),
    )


def _hidden_columns(ws: Worksheet) -> frozenset[int]:
    akhir = max((k for _, k in ws._cells), default=0)
    hidden = ((d.min, d.max) for d in ws.column_dimensions.values() if d.hidden)
    return frozenset(k for awal, ujung in hidden if awal and ujung for k in range(awal, min(ujung, akhir) + 1))


def _make_sel(cell: Cell, tersimpan: Cell | MergedCell | None, style: Gaya) -> Sel:
    formula = _formula_text(cell)
    isi = normalise_nilai(tersimpan.value if tersimpan is not None else None)
    galat = str(isi) if tersimpan is not None and tersimpan.data_type == "e" else None
    format_angka, tebal, isian, indentasi = style
    return Sel(
        cell.row,
        cell.column,
        isi,
        format_teks(isi, format_angka),
        format=format_angka,
        formula=formula,
        tanpa_nilai=formula is not None and isi is None,
        galat=galat,
        tebal=tebal,
        isian=isian,
        indentasi=indentasi,
    )


def _formula_text(cell: Cell) -> str | None:
    if cell.data_type != "f":
        return None
    if isinstance(cell.value, ArrayFormula):
        return str(cell.value.text or "=")
    if isinstance(cell.value, DataTableFormula):
        return "=TABLE()"
    return str(cell.value)


def _read_style(cell: Cell) -> Gaya:
    isian = format_color(cell.fill.fgColor) if cell.fill.fill_type else ""
    return cell.number_format, bool(cell.font.b), isian, int(cell.alignment.indent or 0)


def format_color(color: Color | None) -> str:
    """A fill colour as a comparable word: "FFCC00", "tema4", "tema4+0.4" (with tint) or "indeks22"; "" for none."""
    if color is None:
        return ""
    match color.type:
        case "rgb":
            return str(color.rgb)[-6:].upper()
        case "theme":
            return f"tema{color.theme}" + (f"{color.tint:+.2g}" if color.tint else "")
        case "indexed":
            return f"indeks{color.indexed}"
    return ""


def read_calamine(berkas: IO[bytes]) -> tuple[Lembar, ...]:
    """All sheets with their values only (no style, no formula); error cells and formats are lost. Quick."""
    try:
        with CalamineWorkbook.from_filelike(berkas) as buku:
            meta = {m.name: m.visible == SheetVisibleEnum.Visible for m in buku.sheets_metadata}
            return tuple(_read_calamine_sheet(buku.get_sheet_by_name(n), terlihat=meta[n]) for n in buku.sheet_names)
    except (CalamineError, OSError, ValueError, KeyError) as error:
        raise UnreadableFileError("Berkas rusak atau bukan buku kerja yang dapat dibaca; mohon kirim ulang.") from error


def _read_calamine_sheet(lembar: CalamineSheet, *, terlihat: bool) -> Lembar:
    awal_baris, awal_kolom = lembar.start or (0, 0)
    buat: Callable[[int, int, object], Sel] = _make_plain_sel
    sel = {
        (b, k): buat(b, k, isi)
        for b, baris in enumerate(lembar.to_python(skip_empty_area=True), start=awal_baris + 1)
        for k, isi in enumerate(baris, start=awal_kolom + 1)
        if isi != ""
    }
    gabungan = tuple(sorted((b1 + 1, k1 + 1, b2 + 1, k2 + 1) for (b1, k1), (b2, k2) in lembar.merged_cell_ranges or []))
    return Lembar(lembar.name, sel, tersembunyi=not terlihat, gabungan=gabungan)


def _make_plain_sel(baris: int, kolom: int, isi: object) -> Sel:
    nilai = normalise_nilai(isi)
    return Sel(baris, kolom, nilai, format_teks(nilai))
