"""From typed cells to tidy rows: figures, codes, and quarters that a later document leaves standing."""

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from serangan import F1, F3, Folder

from lakip_lib.cleaning.target import inherit_triwulan
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.nilai import is_wajar, read_angka, read_kode, read_nilai
from lakip_lib.istilah import TW


def store_result(path: Path, formula: str, hasil: int) -> None:
    """Give a formula in a workbook its stored result, as a spreadsheet does on saving."""
    with zipfile.ZipFile(path) as arsip:
        parts = {n: arsip.read(n) for n in arsip.namelist()}
    with zipfile.ZipFile(path, "w") as arsip:
        for nama, isi in parts.items():
            lama, baru = f"<f>{formula}</f><v></v>", f"<f>{formula}</f><v>{hasil}</v>"
            arsip.writestr(
                nama,
                isi.replace(lama.encode(), baru.encode()).replace(f"<f>{formula}</f><v />".encode(), baru.encode()),
            )


def make_sel(nilai: Any, teks: str | None = None, **lain: Any) -> Sel:
    return Sel(1, 1, nilai, str(nilai) if teks is None else teks, **lain)


@pytest.mark.parametrize(
    ("sel", "teks"),
    [
        (make_sel("12,50"), "12.5"),
        (make_sel(0.95, "95%", format="0%"), "95"),
        (make_sel("80 - 90 %"), "80-90"),
        (make_sel("bb (70,01)"), "BB (70.01)"),
        (make_sel("Sudah"), "1"),
        (make_sel("belum ada"), "0"),
        (make_sel(3, formula="=1+2"), "3"),
        (make_sel("1-1" + "0" * 40), None),
        (make_sel("A (1e40)"), None),
        (make_sel(True), None),
    ],
)
def test_figure_has_one_canonical_text(sel: Sel, teks: str | None) -> None:
    assert read_nilai(sel).teks == teks


@pytest.mark.parametrize(
    ("nilai", "wajar"), [(None, True), (0, True), ("0.000001", True), ("1e-7", False), ("-1e15", False)]
)
def test_figures_of_a_report_have_a_size(nilai: Any, wajar: bool) -> None:
    assert is_wajar(None if nilai is None else Decimal(nilai)) is wajar


def test_number_beyond_all_figures_is_none() -> None:
    assert read_angka(make_sel(1e300)).nilai is None


@pytest.mark.parametrize(
    ("sel", "kode"),
    [
        (make_sel(" 2.16.02 .2.01\u00a0"), "2.16.02.2.01"),
        (make_sel(2.16, "2,16"), "2.16"),
        (make_sel(7, "7"), "7"),
        (make_sel(None, "", formula="=A1"), ""),
    ],
)
def test_code_is_text_with_dots(sel: Sel, kode: str) -> None:
    assert read_kode(sel) == kode


def make_target(versi: str, target: str | None, *tw: str | None) -> dict[str, Any]:
    return {
        "indikator": "I1",
        "tahun": 2025,
        "versi": versi,
        "target": target,
        **dict(zip(TW, (*tw, *[None] * 4), strict=False)),
    }


@pytest.mark.parametrize(
    ("perubahan", "expected"),
    [
        (make_target("pk_perubahan", "100"), ["10", "20", "40", "30"]),
        (make_target("pk_perubahan", "120"), [None] * 4),
        (make_target("pk_perubahan", "100", "25"), ["25", None, None, None]),
        (make_target("renstra", "100"), [None] * 4),
    ],
)
def test_revised_promise_keeps_quarters_only_with_the_same_target(
    perubahan: dict[str, Any], expected: list[str | None]
) -> None:
    rows = [make_target("pk", "100", "10", "20", "40", "30"), perubahan]
    (_, _), (row, _) = inherit_triwulan(rows)
    assert [row[tw] for tw in TW] == expected
    assert rows[1] == perubahan


def test_inherited_quarters_count_and_are_traced_to_the_first_promise(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.edit(lambda book: book["Target"].append(["I3", 2025, "pk_perubahan", 100]), "perencanaan.xlsx")
    found = folder.gather("TW2").hasil.get_indikator("I3")
    assert (found.target, found.realisasi, str(found.capaian)) == ("30", "30", "100.00")
    assert {s.peran: s.sel for s in found.sumber}["target TW1"] == "E16"


def test_column_decides_on_a_doubtful_dot(tmp_path: Path) -> None:
    def retype(book: Workbook) -> None:
        book[F1]["K6"].value, book[F1]["L6"].value = "1.234", "1.234.567"

    kinerja = Folder(tmp_path).edit(retype).gather().himpunan.kinerja
    row = next(r for r in kinerja.records("realisasi") if r["indikator"] == "I3")
    assert (row["tw1"], row["tw2"]) == ("1234", "1234567")


def read_keluaran(folder: Folder) -> dict[str, Any]:
    rows = folder.gather().himpunan.kinerja.records("keluaran")
    return next(row for row in rows if row["kode"] == "2.16.01.2.02.0001")


def test_output_is_the_number_and_its_trace_what_was_typed(tmp_path: Path) -> None:
    folder = Folder(tmp_path).set_sel(F3, F6="1.234,5 orang")
    assert read_keluaran(folder)["realisasi"] == "1234.5"
    asal = folder.gather().himpunan.kinerja.records("asal")
    kunci = ("keluaran", "2.16.01.2.02.0001", "realisasi")
    assert [r["teks"] for r in asal if (r["tabel"], r["kunci"], r["kolom"]) == kunci] == ["1.234,5 orang"]


def test_formula_of_an_output_counts_by_its_stored_result(tmp_path: Path) -> None:
    folder = Folder(tmp_path).set_sel(F3, F6="=22+23")
    store_result(folder.data, "=22+23"[1:], 45)
    assert read_keluaran(folder)["realisasi"] == "45"


def test_planning_is_the_record_of_an_output_that_was_overtyped(tmp_path: Path) -> None:
    row = read_keluaran(Folder(tmp_path).set_sel(F3, C6="Lain", D6="berkas", E6=2400))
    assert (row["indikator_keluaran"][:7], row["satuan"], row["target"]) == ("Pegawai", "orang/bulan", "240")


def test_form_stands_where_the_planning_has_no_output(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    def empty(book: Workbook) -> None:
        judul = [cell.value for cell in book["Program"][1]]
        for nama in ("keluaran", "satuan", "target_keluaran"):
            book["Program"].cell(2, judul.index(nama) + 1).value = None

    row = read_keluaran(folder.edit(empty, "perencanaan.xlsx").set_sel(F3, C6="Lain", D6="berkas", E6="2.400,5"))
    assert (row["indikator_keluaran"], row["satuan"], row["target"]) == ("Lain", "berkas", "2400.5")
    assert folder.gather().aturan() == []


@pytest.mark.parametrize(
    ("satuan", "arah", "sel"),
    [
        ("gawai", "max", ["I4"]),
        ("gawai", "min", []),
        ("publikasi", "max", []),
        ("indeks", "max", []),
        (None, "max", []),
    ],
)
def test_quarters_of_an_unknown_unit_are_asked_about(
    tmp_path: Path, satuan: str | None, arah: str, sel: list[str]
) -> None:
    def ubah(book: Workbook) -> None:
        sheet = book["Indikator"]
        judul = [cell.value for cell in sheet[1]]
        for nama, nilai in (("satuan", satuan), ("arah", arah), ("agregasi", None)):
            sheet.cell(4, judul.index(nama) + 1).value = nilai

    found = Folder(tmp_path).edit(ubah, "perencanaan.xlsx").gather()
    assert [t.sel for t in found.temuan if t.aturan == "agregasi-diduga"] == sel
    assert found.hasil.get_indikator("I3").agregasi == ("jumlah" if satuan == "publikasi" else "akhir")
