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
from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.forms.tulis import write_formulir
from lakip_lib.settings import Instansi, Unit

from .rencana import list_target
from .tabel import Ketikan, parse_ketikan, read_tabel, to_angka

Ubahan = Callable[[Workbook], None]
Baris = dict[str, str]


@dataclass
class Terisi:
    """A filled workbook and the values stored with its formulas, by (sheet, cell)."""

    buku: Workbook
    tersimpan: dict[tuple[str, str], str] = field(default_factory=dict)


def _latest_target(contoh: str, settings: Instansi) -> dict[str, Baris]:
    """The last valid promise of the year for each indikator."""
    urut = ("renstra", "pk", "pk_perubahan")
    rows = [r for r in list_target(contoh, settings.periode.tahun) if r["tahun"] == str(settings.periode.tahun)]
    return {r["indikator"]: r for r in sorted(rows, key=lambda r: urut.index(r["versi"]))}


def fill_target(target: Baris) -> dict[str, object]:
    """The target cells of an F1 row: numbers as numbers, blank where nothing is promised."""
    kolom = {"target": "target", **{f"target_tw{n}": f"tw{n}" for n in range(1, 5)}}
    values = {nama: to_angka(target.get(asal) or "") for nama, asal in kolom.items()}
    return {nama: None if nilai == "" else nilai for nama, nilai in values.items()}


def _rows_f1(contoh: str, settings: Instansi, unit: str) -> list[dict[str, object]]:
    sasaran = {row["kode"]: row["uraian"] for row in read_tabel(contoh, "sasaran")}
    target = _latest_target(contoh, settings)
    return [
        {
            "kode": row["kode"],
            "sasaran": sasaran[row["sasaran"]],
            "indikator": row["nama"],
            "satuan": row["satuan"],
            "arah": row["arah"],
            **fill_target(target.get(row["kode"], {})),
        }
        for row in read_tabel(contoh, "indikator")
        if row["unit"] == unit
    ]


def _rows_f3(contoh: str, unit: str) -> list[dict[str, object]]:
    pagu = {row["kode"]: int(row["pagu"]) for row in read_tabel(contoh, "anggaran")}
    rows = {row["kode"]: row for row in read_tabel(contoh, "program") if row["unit"] == unit}
    return [
        {
            "kode": kode,
            "sub_kegiatan": row["uraian"],
            "indikator_keluaran": row["keluaran"],
            "satuan": row["satuan"],
            "target": to_angka(row["target_keluaran"]),
            "pagu": sum(v for k, v in pagu.items() if k == kode or k.startswith(kode + ".")),
        }
        for kode, row in rows.items()
    ]


def build_isi(contoh: str, settings: Instansi, unit: Unit) -> IsiFormulir:
    """What the unit's blank form shows."""
    return IsiFormulir(
        kode_instansi=settings.instansi.kode,
        nama_instansi=settings.instansi.nama,
        pemda=settings.instansi.pemda,
        tahun=settings.periode.tahun,
        kode_unit=unit.kode,
        nama_unit=unit.nama,
        tanggal=settings.periode.tanggal_dokumen,
        tenggat=settings.periode.tenggat,
        kertas=settings.pengaturan.kertas,
        baris={"F1": _rows_f1(contoh, settings, unit.kode), "F3": _rows_f3(contoh, unit.kode)},  # type: ignore[dict-item]
    )


def render_kosong(isi: IsiFormulir) -> bytes:
    """The blank form's bytes."""
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
                type_sel(sheet.cell(baris, i), parse_ketikan(row[kolom.nama_kolom]), terisi)


def _unit_of(contoh: str) -> dict[str, str]:
    rows = [*read_tabel(contoh, "indikator"), *read_tabel(contoh, "program")]
    return {row["kode"]: row["unit"] for row in rows}


def fill_formulir(
    contoh: str, settings: Instansi, unit: Unit, ganti: Mapping[tuple[str, str, str], str] | None = None
) -> Terisi:
    """The unit's form filled from f1.csv … f5.csv; `ganti` replaces single cells by (lembar, kode, kolom)."""
    terisi = Terisi(load_workbook(BytesIO(render_kosong(build_isi(contoh, settings, unit)))))
    pemilik = _unit_of(contoh)
    for lembar in LEMBAR_ISIAN:
        rows = [dict(r) for r in read_tabel(contoh, lembar.kode.lower())]
        own = [r for r in rows if (r.get("unit") or pemilik.get(r.get("kode", ""))) == unit.kode]
        for row in own:
            for (kode_lembar, kode, kolom), teks in (ganti or {}).items():
                if kode_lembar == lembar.kode and kode in (row.get("kode"), row.get("unit")):
                    row[kolom] = teks
        _fill_lembar(terisi, lembar, own)
    return terisi


def locate(lembar: str, kolom: str, baris: int) -> str:
    """The address of a column of a sheet F1–F5 in that row."""
    return f"{get_column_letter(get_lembar(lembar).nama_kolom.index(kolom) + 1)}{baris}"
