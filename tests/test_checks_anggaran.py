"""Findings about a budget report, on small invented reports."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lakip_lib.checks.anggaran import check_anggaran
from lakip_lib.checks.anggaran.cocok import find_program, list_terbawah
from lakip_lib.intake.grid import Buku, Nilai, grid_from_rows
from lakip_lib.intake.lra import Lra, read_lra
from lakip_lib.temuan import Temuan

Rows = list[list[Nilai]]
KEPALA: list[Nilai] = ["Kode", "Uraian", "Pagu", "Realisasi", "%"]
JT = 1_000_000
BENAR: Rows = [
    KEPALA,
    ["2.16", "Kominfo", 100 * JT, 60 * JT, "60,00"],
    ["2.16.02", "Program", 100 * JT, 60 * JT, "60,00"],
    ["2.16.02.2.01", "Kegiatan", 100 * JT, 60 * JT, "60,00"],
    ["2.16.02.2.01.0001", "Sub Satu", 40 * JT, 30 * JT, "75,00"],
    ["2.16.02.2.01.0002", "Sub Dua", 60 * JT, 30 * JT, "50,00"],
    [None, "Jumlah", 100 * JT, 60 * JT, "60,00"],
]


def lra(rows: Rows, **kw: object) -> Lra:
    buku = Buku("lra.xlsx", "sha", "xlsx", (grid_from_rows("LRA", rows),))
    return read_lra([buku], **kw)  # type: ignore[arg-type]


def change(baris: int, kolom: int, nilai: Nilai) -> Rows:
    rows = [list(r) for r in BENAR]
    rows[baris - 1][kolom - 1] = nilai
    return rows


def check(rows: Rows, **kw: object) -> list[Temuan]:
    return check_anggaran(lra(rows), **kw)  # type: ignore[arg-type]


def rules(temuan: list[Temuan]) -> list[tuple[str, str, str | None]]:
    return [(t.aturan, str(t.tingkat), t.sel) for t in temuan]


def test_a_right_report_has_no_findings() -> None:
    assert check(BENAR) == []


def test_children_that_do_not_add_up_name_the_node_and_both_sums() -> None:
    temuan = [t for t in check(change(5, 3, 41 * JT)) if t.aturan == "anggaran-rincian-tidak-sama"]
    assert [(t.sel, t.nilai, t.tingkat) for t in temuan] == [("C4", "100000000", "wajib")]
    assert temuan[0].pesan == (
        "Berkas lra.xlsx, lembar LRA, sel C4: pagu kegiatan 2.16.02.2.01 Kegiatan tertulis Rp 100.000.000, sedangkan "
        "jumlah rinciannya Rp 101.000.000 (selisih −Rp 1.000.000). Mohon periksa rincian atau jumlahnya."
    )


@pytest.mark.parametrize(("beda", "ditemukan"), [(1, False), (2, True)])
def test_one_rupiah_is_tolerated(beda: int, ditemukan: bool) -> None:
    assert bool(check(change(5, 3, 40 * JT + beda))) is ditemukan


def test_the_printed_total_is_compared_with_the_rows() -> None:
    assert rules(check(change(7, 4, 61 * JT))) == [("anggaran-jumlah-tidak-sama", "wajib", "D7")]


def test_a_sub_kegiatan_above_its_pagu_is_wajib() -> None:
    rows = change(5, 3, 20 * JT)
    rows[5][2] = 80 * JT
    temuan = [t for t in check(rows) if t.aturan == "anggaran-realisasi-melebihi-pagu"]
    assert [(str(t.tingkat), t.sel) for t in temuan] == [("wajib", "D5")]
    assert "150,00%" in temuan[0].pesan


def test_an_account_above_its_pagu_is_a_warning_and_income_above_plan_is_fine() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Anggaran", "Realisasi"],
        ["4", "PENDAPATAN", 100 * JT, 160 * JT],
        ["4.1", "PAD", 100 * JT, 160 * JT],
        ["5", "BELANJA", 100 * JT, 90 * JT],
        ["5.1", "Operasi", 10 * JT, 79 * JT],
        ["5.2", "Modal", 90 * JT, 11 * JT],
    ]
    assert rules(check(rows)) == [("anggaran-realisasi-melebihi-pagu", "peringatan", "D5")]


@pytest.mark.parametrize("tertulis", ["75,00", "75", "0,75", "75,01"])
def test_a_percentage_may_be_points_or_a_fraction_and_cut_off(tertulis: str) -> None:
    assert check(change(5, 5, tertulis)) == []


def test_a_wrong_percentage_is_told_with_the_right_one() -> None:
    temuan = check(change(5, 5, "57,00"))
    assert rules(temuan) == [("anggaran-persen-tidak-sama", "peringatan", "E5")]
    assert "75,00%" in temuan[0].pesan


def test_a_stale_column_is_one_finding() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Sebelum Perubahan", "Setelah Perubahan", "Bertambah/Berkurang"],
        *([f"2.16.0{n}", f"Program {n}", 40 * JT, 50 * JT, 7 * JT] for n in range(1, 6)),
    ]
    temuan = check(rows)
    assert [(t.aturan, t.sel) for t in temuan] == [("anggaran-selisih-tidak-sama", "E2")]
    assert "5 dari 5 baris (E2, E3, E4, E5, E6)" in temuan[0].pesan


def read_rumus(*berumus: str) -> list[tuple[str, str, str | None]]:
    """Findings on typed-over formulas in six programs (rows 2, 4 … 12), each with one sub kegiatan below it."""
    rows: Rows = [KEPALA[:4]]
    for n in range(1, 7):
        rows += [[f"2.16.0{n}", "Program", 10 * JT, 8 * JT], [f"2.16.0{n}.2.01.0001", "Sub", 10 * JT, 8 * JT]]
    lembar = grid_from_rows("LRA", rows)
    sel = {k: replace(s, formula="=1") if s.alamat in berumus else s for k, s in lembar.sel.items()}
    buku = Buku("lra.xlsx", "sha", "xlsx", (replace(lembar, sel=sel),))
    return rules([t for t in read_lra([buku]).temuan if t.aturan == "anggaran-rumus-tertimpa"])


def test_a_number_typed_over_one_of_many_sums_is_told() -> None:
    assert read_rumus("D2", "D4", "D6", "D8", "D10") == [("anggaran-rumus-tertimpa", "peringatan", "D12")]


@pytest.mark.parametrize("berumus", [(), ("D2", "D4", "D6", "D8"), ("D2", "D4", "D6", "D8", "D10", "D12")])
def test_typed_entries_and_few_formulas_are_no_doubt(berumus: tuple[str, ...]) -> None:
    assert read_rumus(*berumus) == []


def test_negative_amounts_are_told() -> None:
    rows: Rows = [["Kode", "Uraian", "Pagu", "Realisasi"], ["2.16.02", "Program", 90 * JT, -1 * JT]]
    assert rules(check(rows)) == [("anggaran-negatif", "peringatan", "D2")]
    rows[1][2] = -90 * JT
    assert ("anggaran-negatif", "wajib", "C2") in rules(check(rows))


def test_a_line_twice_with_equal_amounts_is_wajib() -> None:
    rows: Rows = [*BENAR[:6], BENAR[4]]
    assert ("anggaran-ganda", "wajib", "B7") in rules(check(rows))


def test_quarters_that_do_not_make_the_year_are_told_at_the_year() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Pagu", "Realisasi TW I", "Realisasi TW II", "Realisasi"],
        ["2.16.02", "Program", 90 * JT, 10 * JT, 20 * JT, 25 * JT],
        ["2.16.02.2.01", "Kegiatan", 90 * JT, 10 * JT, 15 * JT, 25 * JT],
    ]
    assert rules(check(rows)) == [
        ("anggaran-rincian-tidak-sama", "peringatan", "E2"),
        ("anggaran-periode-tidak-sama", "peringatan", "F2"),
    ]


def test_a_month_that_does_not_add_up_is_told_in_its_own_file() -> None:
    def bulan(a: int, b: int, jumlah: int, nama: str) -> Buku:
        rows: Rows = [
            ["Kode", "Uraian", "Pagu", "Realisasi"],
            ["2.16.02", "Program", 90 * JT, jumlah],
            ["2.16.02.2.01", "Kegiatan Satu", 40 * JT, a],
            ["2.16.02.2.02", "Kegiatan Dua", 50 * JT, b],
        ]
        return Buku(nama, nama, "xlsx", (grid_from_rows("LRA", rows),))

    hasil = read_lra([bulan(5, 6, 11, "januari.xlsx"), bulan(2, 3, 50, "februari.xlsx")], kumulatif=False)
    temuan = check_anggaran(hasil)
    assert [(t.aturan, str(t.tingkat), t.berkas, t.sel) for t in temuan] == [
        ("anggaran-rincian-tidak-sama", "wajib", "februari.xlsx", "D2")
    ]


def test_tables_in_thousands_may_differ_by_rounding() -> None:
    rows: Rows = [
        ["dalam ribuan rupiah"],
        ["Kode", "Uraian", "Pagu", "Realisasi"],
        ["2.16.02", "Program", 90_000, 30_001],
        ["2.16.02.2.01", "Kegiatan Satu", 40_000, 10_000],
        ["2.16.02.2.02", "Kegiatan Dua", 50_000, 20_000],
    ]
    assert check(rows) == []


def test_spending_without_any_pagu_is_wajib() -> None:
    rows: Rows = [["Kode", "Uraian", "Realisasi"], ["2.16.02", "Program", 30 * JT]]
    assert rules(check(rows)) == [("anggaran-tanpa-pagu", "wajib", "B2")]


# --- against what the agency says of itself


@pytest.mark.parametrize(
    "program", [["2.16.02"], ["2.16.02.2.01"], ["2.16.02.2.01.0001", "2.16.02.2.01.0002"], ["X.XX.02"]]
)
def test_a_program_row_at_any_level_above_is_enough(program: list[str]) -> None:
    assert check(BENAR, program=[{"kode": k} for k in program]) == []


def test_an_unmapped_sub_kegiatan_is_named() -> None:
    temuan = check(BENAR, program=[{"kode": "2.16.02.2.01.0001"}])
    assert rules(temuan) == [("anggaran-belum-dipetakan", "wajib", "B6")]
    assert "2.16.02.2.01.0002 Sub Dua" in temuan[0].pesan


def test_a_renamed_code_is_mapped_first() -> None:
    program = [{"kode": "2.16.02.2.01.0001"}, {"kode": "2.16.02.2.01.0017"}]
    assert check(BENAR, program=program, peta={"2.16.02.2.01.0002": "2.16.02.2.01.0017"}) == []


def test_a_program_sheet_with_the_old_code_still_meets_the_report() -> None:
    program = [{"kode": "2.16.02.2.01.01"}, {"kode": "2.16.02.2.01.0002"}]
    assert check(BENAR, program=program, peta={"2.16.02.2.01.01": "2.16.02.2.01.0001"}) == []


def test_a_program_that_the_report_does_not_have_is_told() -> None:
    rows: Rows = [KEPALA, ["2", "Urusan", 100 * JT, 60 * JT, "60,00"], *BENAR[1:]]
    temuan = check(rows, program=[{"kode": "2.16.02"}, {"kode": "2.20.02"}])
    assert [(t.aturan, t.berkas, t.nilai) for t in temuan] == [
        ("anggaran-program-tidak-ada", "perencanaan.xlsx", "2.20.02")
    ]


def test_the_deepest_program_row_wins() -> None:
    assert find_program("2.16.02.2.01.0001", ["2.16.02", "2.16.02.2.01", "X.XX.02.2.01"]) == "2.16.02.2.01"
    assert find_program("2.16.02", ["2.16.02.2.01"]) is None


def test_accounts_do_not_need_a_sasaran() -> None:
    rows: Rows = [*BENAR[:6], ["2.16.02.2.01.0002.5.1.02", "Belanja", 60 * JT, 30 * JT]]
    assert [b.kode for b in list_terbawah(lra(rows))] == ["2.16.02.2.01.0001", "2.16.02.2.01.0002"]


def f3(kode: str, pagu: int | None, realisasi: int | None = None) -> dict[str, object]:
    uang = {k: Decimal(v) for k, v in (("pagu", pagu), ("realisasi_anggaran", realisasi)) if v is not None}
    return {"kode": kode, **uang, "berkas": "isian/ikp.xlsx", "lembar": "F3 Program", "sel": "H5"}


def test_equal_rupiah_in_the_form_is_fine_whole_or_shared_out() -> None:
    sub = "2.16.02.2.01.0001"
    assert check(BENAR, keluaran=[f3(sub, 40 * JT, 30 * JT)]) == []
    assert check(BENAR, keluaran=[f3(sub, 25 * JT), f3(sub, 15 * JT)]) == []
    assert check(BENAR, keluaran=[f3(sub, 40 * JT), f3(sub, 40 * JT)]) == []
    assert check(BENAR, keluaran=[f3(sub, None)]) == []


def test_other_rupiah_in_the_form_is_told_in_the_form() -> None:
    temuan = check(BENAR, keluaran=[f3("2.16.02.2.01.0001", 40 * JT, 29 * JT)])
    assert [(t.aturan, t.berkas, t.lembar, t.kolom) for t in temuan] == [
        ("anggaran-isian-berbeda", "isian/ikp.xlsx", "F3 Program", "realisasi_anggaran")
    ]


def test_a_form_in_thousands_is_recognised() -> None:
    (temuan,) = check(BENAR, keluaran=[f3("2.16.02.2.01.0001", 40_000)])
    assert "dalam ribuan rupiah" in temuan.pesan


def test_a_form_code_that_the_report_does_not_have_is_told() -> None:
    temuan = check(BENAR, keluaran=[f3("2.16.02.2.01.0009", 1)])
    assert [t.aturan for t in temuan] == ["anggaran-isian-tidak-ada-di-lra"]


def test_another_agencys_report_is_wajib_and_a_unit_below_is_not() -> None:
    rows: Rows = [*BENAR[:2], ["2.16.2.20.2.21.01.0003", "UPTD Contoh", 100 * JT, 60 * JT, "60"], *BENAR[2:]]
    assert check(rows, kode_skpd="2.16.2.20.2.21.01.0000") == []
    assert rules(check(rows, kode_skpd="1.02.0.00.0.00.01.0000")) == [("anggaran-skpd-lain", "wajib", "B3")]


def test_a_report_without_codes_cannot_be_mapped() -> None:
    tanpa = replace(lra(BENAR), baris=tuple(replace(b, kode=None) for b in lra(BENAR).baris))
    temuan = check_anggaran(tanpa, program=[{"kode": "2.16.02"}])
    assert [t.aturan for t in temuan] == ["anggaran-tanpa-kode-peta"]


def test_findings_are_courteous_and_begin_with_the_place() -> None:
    temuan = check(change(5, 3, 41 * JT), program=[], keluaran=[f3("2.16.02.2.01.0009", 1)], kode_skpd="1.02")
    assert temuan
    assert all(t.pesan.startswith("Berkas ") and "Mohon" in t.pesan for t in temuan)
