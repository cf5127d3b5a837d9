"""One form against the planning: every planted fault once, at its cell, and none that nobody planted."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from serangan import F1, F2, F3, F5, Folder, Tuaian


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.mark.parametrize(
    ("sel", "aturan", "tempat"),
    [
        ({"F6": 90}, "target-ditimpa", "F6"),
        ({"F6": "=50*2"}, "target-ditimpa", "F6"),
        ({"G8": 2.5}, "target-ditimpa", "G8"),
        ({"D6": "berita"}, "satuan-berubah", "D6"),
        ({"P6": None}, "status-kosong", "P6"),
        ({"P6": "selesai"}, "status-tidak-dikenal", "P6"),
        ({"P6": "sementara"}, "alasan-sementara", "Q6"),
        ({"Q8": None}, "alasan-kosong", "Q8"),
        ({"O8": "n/a", "P8": None, "Q8": None}, "alasan-kosong", "Q8"),
        ({"O8": "belum terbit", "P8": "final", "Q8": None}, "alasan-kosong", "Q8"),
        ({"O8": 2.7}, "belum-rilis-berangka", "O8"),
        ({"O9": None}, "realisasi-kosong", "O9"),
        ({"O9": "-"}, "realisasi-kosong", "O9"),
        ({"A9": "I3"}, "kode-ganda", "A9"),
        ({"A10": "Z-1"}, "kode-tidak-dikenal", "A10"),
        ({"A10": "I1", "O10": 5}, "indikator-unit-lain", "A10"),
        ({"T6": "=1+1"}, "rumus-dalam-teks", "T6"),
    ],
)
def test_fault_of_f1_is_told_once_at_its_cell(folder: Folder, sel: dict[str, object], aturan: str, tempat: str) -> None:
    found = folder.set_sel(F1, **sel).gather()
    assert [(t.sel, t.lembar) for t in found.temuan if t.aturan == aturan] == [(tempat, F1)]
    assert set(found.aturan()) - {aturan} <= {"indikator-tidak-ada"}


@pytest.mark.parametrize(
    ("sel", "aturan", "tempat"),
    [
        ({"F6": "=22+23"}, "rumus-tanpa-nilai", "F6"),
        ({"F6": "#REF!"}, "sel-galat", "F6"),
        ({"F6": "1.234"}, "angka-ambigu", "F6"),
        ({"F6": "seluruhnya"}, "bukan-angka", "F6"),
        ({"F6": None}, "realisasi-kosong", "F6"),
        ({"F6": "-"}, "realisasi-kosong", "F6"),
        ({"F6": "n/a"}, "alasan-kosong", "I6"),
        ({"F6": "240.5"}, "titik-desimal", "F6"),
        ({"F6": "95%"}, "satuan-persen", "F6"),
        ({"E6": 2400}, "target-ditimpa", "E6"),
        ({"D6": "berkas"}, "satuan-berubah", "D6"),
        ({"C6": "Pegawai yang pensiun"}, "keluaran-berubah", "C6"),
        ({"A8": "2.16.02.2.01.0017", "F8": 3}, "kode-ganda", "A8"),
        ({"B8": "Pelayanan lain", "F8": 3}, "kode-kosong", "A8"),
    ],
)
def test_fault_of_f3_is_told_once_at_its_cell(folder: Folder, sel: dict[str, object], aturan: str, tempat: str) -> None:
    found = folder.set_sel(F3, **sel).gather()
    assert [(t.sel, t.lembar) for t in found.temuan if t.aturan == aturan] == [(tempat, F3)]
    assert found.aturan() == [aturan]


@pytest.mark.parametrize(
    "sel", [{"F6": "240 orang/bulan"}, {"E6": "240,0"}, {"D6": " Orang/Bulan"}, {"B8": "Program lain"}]
)
def test_another_way_of_writing_an_output_is_no_fault(folder: Folder, sel: dict[str, object]) -> None:
    assert folder.set_sel(F3, **sel).gather().aturan() == []


def test_deleted_output_is_asked_for(folder: Folder) -> None:
    found = folder.edit(lambda book: book[F3].delete_rows(7)).gather()
    assert "2.16.02.2.01.0017" in found.find("sub-kegiatan-tidak-ada").pesan


def test_running_year_asks_for_no_output_yet(folder: Folder) -> None:
    assert "realisasi-kosong" not in folder.set_sel(F3, F6=None).gather("TW2").aturan()
    assert folder.set_sel(F3, F6=None).gather("TW4").find("realisasi-kosong").sel == "F6"


@pytest.mark.parametrize(
    "sel",
    [
        {"F6": "100"},
        {"F6": "1.00e2"},
        {"G8": "-"},
        {"D6": "Konten "},
        {"P6": " FINAL "},
        {"P6": "Angka tetap"},
        {"O6": "105 konten"},
        {"O8": "n/a", "P8": "final"},
        {"O7": "nihil"},
        {"N9": "B (65,30)"},
        {"F9": "bb (70,01)"},
    ],
)
def test_another_way_of_writing_the_same_is_no_fault(folder: Folder, sel: dict[str, object]) -> None:
    assert folder.set_sel(F1, **sel).gather().aturan() == []


def test_locked_target_that_can_be_read_in_two_ways_is_not_held_against_the_unit(folder: Folder) -> None:
    folder.set_sel("Target", "perencanaan.xlsx", D16=1234)

    def retype(book: Workbook) -> None:
        for sel in ("F6", "O6"):
            book[F1][sel].value = "1.234"
        for sel in ("G6", "H6", "I6", "J6", "K6", "L6", "M6", "N6"):
            book[F1][sel].value = None

    assert "target-ditimpa" not in folder.edit(retype).gather().aturan()


def test_deleted_row_is_asked_for(folder: Folder) -> None:
    found = folder.edit(lambda book: book[F1].delete_rows(7)).gather()
    assert "I4" in found.find("indikator-tidak-ada").pesan


def test_column_of_ones_own_is_kept_and_said(folder: Folder) -> None:
    found = folder.set_sel(F1, U5="Catatan bidang", U6="dua kali").gather()
    assert found.aturan() == ["kolom-tambahan"]


def test_row_of_totals_is_no_indikator(folder: Folder) -> None:
    found = folder.set_sel(F1, B10="JUMLAH", O10=999).gather()
    assert found.aturan() == ["baris-total"]


def test_statement_is_asked_for_where_it_is_blank(folder: Folder) -> None:
    assert folder.set_sel(F5, D6=None).gather().find("pernyataan-kosong").sel == "D6"


def test_long_text_is_quoted_short_and_kept_whole(folder: Folder) -> None:
    temuan = folder.set_sel(F1, O6="kata " * 400).gather().find("bukan-angka")
    assert len(temuan.pesan) < 250
    assert temuan.nilai == "kata " * 400


def test_missing_sheets_are_one_finding(folder: Folder) -> None:
    def drop(book: Workbook) -> None:
        del book[F2], book["F4 Data dukung"]

    assert folder.edit(drop).gather().find("lembar-tidak-ada").pesan.count("F2 Analisis, F4 Data dukung") == 1


def test_quarter_asks_only_for_what_its_plan_has(folder: Folder) -> None:
    found = folder.set_sel(F1, K6=None, L6=None).gather("TW2")
    assert [(t.sel, t.kolom) for t in found.temuan if t.aturan == "realisasi-kosong"] == [("L6", "tw2")]


def test_quarter_left_out_of_a_running_year_is_named_at_its_cell(folder: Folder) -> None:
    found = folder.set_sel(F1, L6=None).gather("TW3")
    assert found.hasil.get_indikator("I3").realisasi == "57"
    assert [(t.lembar, t.sel) for t in found.temuan if t.aturan == "triwulan-kosong"] == [(F1, "L6")]


def list_tertimpa(folder: Folder, lembar: str, **sel: object) -> list[str | None]:
    rows = {f"A{n}": f"2.16.02.2.01.00{n}" for n in range(8, 12)}
    found = folder.set_sel(F3, **rows).set_sel(lembar, **sel).gather()
    return [t.sel for t in found.temuan if t.aturan == "rumus-tertimpa"]


def test_number_typed_over_one_of_many_formulas_is_told(folder: Folder) -> None:
    rumus = {f"F{n}": "=1+1" for n in (6, 8, 9, 10, 11)}
    assert list_tertimpa(folder, F3, **rumus, F7=42) == ["F7"]


def test_few_formulas_do_not_make_a_computed_column(folder: Folder) -> None:
    assert list_tertimpa(folder, F3, **{f"F{n}": "=1+1" for n in (6, 8, 9, 10)}, F7=42) == []


@pytest.mark.parametrize(("triwulan", "tempat"), [(4, ["O11"]), (None, [])])
def test_year_that_was_measured_at_once_is_typed_among_sums(
    folder: Folder, triwulan: int | None, tempat: list[str]
) -> None:
    rumus = {f"O{n}": "=1+1" for n in range(6, 11)}
    assert list_tertimpa(folder, F1, **rumus, A10="I1", A11="I2", K11=triwulan, O11=7) == tempat


def gather_rasio(folder: Folder, baris_target: dict[str, object], **sel: object) -> Tuaian:
    """I3 as a count in the tens of thousands, beside a ratio written with a decimal dot in the same column."""
    folder.set_sel("Target", "perencanaan.xlsx", **{f"{k}16": v for k, v in baris_target.items()})
    folder.set_sel("Riwayat", "perencanaan.xlsx", D4=31268)
    return folder.set_sel(F1, F6=None, G6=None, H6=None, I6=None, J6=None, O7="66.67", P6="final", **sel).gather()


RIBUAN = {"D": 32000, "E": 8000, "F": 8000, "G": 8000, "H": 8000}


def test_other_rows_decide_on_no_figure_that_its_own_row_contradicts(folder: Folder) -> None:
    found = gather_rasio(folder, RIBUAN, K6="7.500", L6="7.480", M6="7.335", N6="8.000", O6="30.315")
    ragu = [t for t in found.temuan if t.aturan == "angka-ambigu"]
    assert [t.sel for t in ragu] == ["K6", "L6", "M6", "N6", "O6"]
    assert "30315 bila ribuan" in ragu[-1].pesan
    assert {t.tingkat for t in ragu} == {"wajib"}
    assert (found.hasil.get_indikator("I3").realisasi, found.hasil.get_indikator("I3").alasan) == (None, "ambigu")


def test_other_rows_still_decide_where_the_own_row_agrees(folder: Folder) -> None:
    kecil = {"D": 32, "E": 8, "F": 8, "G": 8, "H": 8}
    folder.set_sel(F1, K6=None, L6=None, M6=None, N6=None)
    found = gather_rasio(folder, kecil, O6="30.315")
    assert "angka-ambigu" not in found.aturan()
    assert found.hasil.get_indikator("I3").realisasi == "30.315"


def test_number_that_is_a_thousandth_of_its_target_is_asked_about(folder: Folder) -> None:
    folder.set_sel(F1, K6=None, L6=None, M6=None, N6=None)
    found = gather_rasio(folder, RIBUAN, O6=30.315)
    assert (found.find("seperseribu").sel, found.find("seperseribu").tingkat) == ("O6", "peringatan")
    assert found.hasil.get_indikator("I3").realisasi == "30.315"


def test_output_is_held_against_its_own_target(folder: Folder) -> None:
    folder.set_sel("Program", "perencanaan.xlsx", H3=6000)
    found = folder.set_sel(F3, E7=None, F6="239.5", F7="5.930").gather()
    assert (found.find("angka-ambigu").sel, found.find("angka-ambigu").lembar) == ("F7", F3)
