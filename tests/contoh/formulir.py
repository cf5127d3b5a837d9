"""A unit's form made by lakip and filled the way people fill it."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lakip_lib.forms import BARIS_JUDUL_KOLOM, LEMBAR_ISIAN, LembarIsian, get_lembar
from lakip_lib.forms.gaya import OPSI_BUKU
from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.forms.siapkan import build_isi_formulir
from lakip_lib.forms.tulis import write_formulir
from lakip_lib.settings import Instansi, Unit

from .rencana import type_rencana
from .tabel import Contoh, Ketikan, parse_ketikan, read_tabel

Ubahan = Callable[[Workbook], None]
Baris = dict[str, str]


@dataclass
class Terisi:
    """A filled workbook and the values stored with its formulas, by (sheet, cell)."""

    buku: Workbook
    tersimpan: dict[tuple[str, str], str] = field(default_factory=dict)


def build_isi(contoh: Contoh, settings: Instansi, unit: Unit) -> IsiFormulir:
    """What the unit's blank form shows, as `lakip formulir` would make it from the sample's plan and budget."""
    leaves = {row["kode"]: int(row["pagu"]) for row in read_tabel(contoh, "anggaran")}
    codes = {row["kode"] for row in read_tabel(contoh, "program")}
    pagu = {kode: sum(v for k, v in leaves.items() if f"{k}.".startswith(f"{kode}.")) for kode in codes}
    return build_isi_formulir(settings, unit.kode, type_rencana(contoh, settings.periode.tahun), pagu=pagu)


def render_kosong(isi: IsiFormulir) -> bytes:
    """The blank form's bytes, whatever was written before: XlsxWriter leaves a key in the options it is given."""
    OPSI_BUKU["default_format_properties"].pop("theme_font_name", None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "formulir.xlsx"
        write_formulir(path, isi)
        return path.read_bytes()


def find_baris(sheet: Worksheet, kode: str) -> int:
    """The row whose first cell holds that kode, or the first empty row below the header."""
    for row in range(BARIS_JUDUL_KOLOM + 1, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value or "") == kode:
            return row
    return next(r for r in range(BARIS_JUDUL_KOLOM + 1, sheet.max_row + 2) if sheet.cell(r, 1).value is None)


def type_sel(cell: Cell, ketikan: Ketikan, terisi: Terisi) -> None:
    """Put what somebody typed into a cell: text stays text, even when it begins with `=`."""
    nilai = ketikan.nilai
    if isinstance(nilai, str):
        nilai = nilai.replace("{row}", str(cell.row))
    cell.value = nilai
    if ketikan.teks:
        cell.data_type = "s"
        cell.number_format = "@"
    if ketikan.format:
        cell.number_format = ketikan.format
    if ketikan.tersimpan:
        terisi.tersimpan[(cell.parent.title, cell.coordinate)] = ketikan.tersimpan


def _fill_lembar(terisi: Terisi, lembar: LembarIsian, rows: list[Baris]) -> None:
    sheet = terisi.buku[lembar.nama]
    for urut, row in enumerate(rows):
        baris = find_baris(sheet, row["kode"]) if "kode" in row else BARIS_JUDUL_KOLOM + 1 + urut
        if "kode" in row and sheet.cell(baris, 1).value is None:
            sheet.cell(baris, 1).value = row["kode"]
        for i, kolom in enumerate(lembar.kolom, 1):
            if kolom.ditulis_unit and row.get(kolom.nama_kolom):
                type_sel(sheet[f"{get_column_letter(i)}{baris}"], parse_ketikan(row[kolom.nama_kolom]), terisi)


def _unit_of(contoh: Contoh) -> dict[str, str]:
    rows = [*read_tabel(contoh, "indikator"), *read_tabel(contoh, "program")]
    return {row["kode"]: row["unit"] for row in rows}


def list_isian(contoh: Contoh, lembar: LembarIsian, unit: Unit) -> list[Baris]:
    """What the unit types into one sheet, from f1.csv … f5.csv."""
    pemilik = _unit_of(contoh)
    rows = [dict(r) for r in read_tabel(contoh, lembar.kode.lower())]
    return [r for r in rows if (r.get("unit") or pemilik.get(r.get("kode", ""))) == unit.kode]


def fill_formulir(
    contoh: Contoh, settings: Instansi, unit: Unit, ganti: Mapping[tuple[str, str, str], str] | None = None
) -> Terisi:
    """The unit's form filled from f1.csv … f5.csv; `ganti` replaces single cells by (lembar, kode, kolom)."""
    terisi = Terisi(load_workbook(BytesIO(render_kosong(build_isi(contoh, settings, unit)))))
    for lembar in LEMBAR_ISIAN:
        own = list_isian(contoh, lembar, unit)
        for row in own:
            for (kode_lembar, kode, kolom), teks in (ganti or {}).items():
                if kode_lembar == lembar.kode and kode in (row.get("kode"), row.get("unit")):
                    row[kolom] = teks
        _fill_lembar(terisi, lembar, own)
    return terisi


def locate(lembar: str, kolom: str, baris: int) -> str:
    """The address of a column of a sheet F1–F5 in that row."""
    return f"{get_column_letter(get_lembar(lembar).nama_kolom.index(kolom) + 1)}{baris}"
