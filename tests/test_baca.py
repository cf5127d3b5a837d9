"""lakip baca: what it says of a table and what it writes; workbooks are typed here with invented figures."""

from pathlib import Path

import pytest

from lakip_lib.formats import guard_text
from lakip_lib.intake.baca import Bacaan, describe_buku, rows_from_buku, say_bacaan, tidy_rows
from lakip_lib.intake.grid import Buku, Lembar, Nilai, Sel, grid_from_rows
from lakip_lib.intake.kenali import JENIS_LABEL
from lakip_lib.intake.tabel import build_tabel

Rows = list[list[Nilai]]


def make_buku(*lembar: Lembar, jenis: str = "xlsx", tak_diperiksa: tuple[str, ...] = ()) -> Buku:
    return Buku(f"contoh.{jenis}", "0" * 64, jenis, lembar, tak_diperiksa=tak_diperiksa, jalur=Path())


def describe(rows: Rows, nama: str = "Lembar1") -> Bacaan:
    return describe_buku(make_buku(grid_from_rows(nama, rows)))[0]


RENSTRA: Rows = [
    ["Kode", None, None, None, "Program dan Kegiatan", "2025", None, "Kondisi Kinerja pada Akhir Periode Renstra"],
    [None, None, None, None, None, "Target", "Rp", "Rp"],
    ["2", "16", "02", None, "PROGRAM A", "60%", "1,200,000,000", "3,000,000,000"],
    ["2", "16", "02", "2.01", "Kegiatan A1", "25 OPD", "700,000,000", "1,750,000,000"],
    ["2", "16", "02", "2,02", "Kegiatan A2", "n/a", "400,000,000", None],
    ["16", "03", None, None, "PROGRAM B", "3 Dok", "500,000,000", "1,250,000,000"],
]
GABUNG = ((1, 1, 2, 4), (1, 5, 2, 5), (1, 6, 1, 7))


@pytest.fixture
def renstra() -> Bacaan:
    lembar = Lembar("Tabel 1", grid_from_rows("Tabel 1", RENSTRA).sel, gabungan=GABUNG)
    return describe_buku(make_buku(lembar, jenis="html"))[0]


def test_a_renstra_table_tells_its_levels_totals_and_notation(renstra: Bacaan) -> None:
    assert (renstra.jenis, renstra.baris_kepala, renstra.notasi, renstra.baris) == ("renstra", (1, 2), "titik", 4)
    assert renstra.aras == {"program": 2, "kegiatan": 2}
    assert renstra.jumlah["program"]["2025 / Rp"] == "1700000000"
    assert renstra.jumlah["kegiatan"]["2025 / Rp"] == "1100000000"


def test_a_line_that_is_not_the_sum_of_its_details_is_a_doubt(renstra: Bacaan) -> None:
    pesan = "sel G3 (2.16.02) tertulis 1.200.000.000, tidak sama dengan jumlah rinciannya 1.100.000.000"
    assert pesan in renstra.keraguan


def test_a_code_without_its_first_part_is_guessed_aloud(renstra: Bacaan) -> None:
    assert any("16.03 dibaca 2.16.03" in k for k in renstra.keraguan)


@pytest.mark.parametrize(
    ("rows", "jenis"),
    [
        ([["Kode", "Uraian", "Anggaran", "Realisasi"], ["2.16.01", "PROGRAM A", 5_000_000, 4_000_000]], "anggaran"),
        ([["Kode Rekening", "Uraian", "RAK", "Januari"], ["2.16.01", "PROGRAM A", 5_000_000, 100_000]], "rak"),
        ([["Evaluasi Hasil Renja"], ["No", "Program", "Indikator", "Target"], ["1", "A", "B", 5]], "evaluasi"),
        ([["No", "Sasaran Strategis", "Indikator Kinerja", "Target"], ["1", "A", "B", "2 Unit"]], "pk"),
        ([["No", "Program", "Anggaran", "Keterangan"], ["1", "Program A", "5.000.000", "APBD"]], "pk"),
        ([["No", "Sasaran", "Indikator Kinerja Utama", "Penjelasan Formulasi"], ["1", "A", "B", "C"]], "iku"),
        ([["Kode", "Indikator", "Satuan", "Target", "Realisasi"], ["1", "A", "%", 5, 4]], "indikator"),
        ([["Kode", "Program", "Indikator", "Pagu", "Realisasi"], ["2.16.01", "A", "B", 5_000_000, 0]], "anggaran"),
        ([["No", "Program", "Indikator", "Kinerja", "Anggaran"], ["1", "A", "B", "2 Dok", None]], "indikator"),
        ([["1.01.02", "PROGRAM A"], ["1.01.03", "PROGRAM B"]], "kode"),
        ([["5.1.02", "Belanja", 5_000_000], ["5.1.02.01", "Belanja A", 5_000_000]], "anggaran"),
        ([["nomor_dokumen", "kode_sub_giat", "nomor_sp2d", "nilai_realisasi"], ["1", "x", "y", 5]], "transaksi"),
        ([["Nama", "Keterangan"], ["a", "b"]], "lain"),
    ],
)
def test_tables_are_recognised_by_headings_and_content(rows: Rows, jenis: str) -> None:
    assert describe(rows).jenis == jenis
    assert describe(rows).label == JENIS_LABEL[jenis]


def test_a_lakip_form_and_a_planning_workbook_are_recognised_by_their_sheets() -> None:
    isi: Rows = [["kode", "uraian"], ["S1", "a"]]
    formulir = make_buku(grid_from_rows("F1 Capaian", isi), grid_from_rows("_meta", [["unit", "x"]]))
    rencana = make_buku(*(grid_from_rows(n, isi) for n in ("Sasaran", "Indikator", "Target")))
    assert {b.jenis for b in describe_buku(formulir)} == {"formulir"}
    assert {b.jenis for b in describe_buku(rencana)} == {"perencanaan"}


def test_a_budget_table_is_summed_once_and_not_once_a_level() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Anggaran", "Realisasi"],
        ["2.16.01", "PROGRAM A", 3_000_000, 1_000_000],
        ["2.16.01.2.01", "Kegiatan A1", 3_000_000, 1_000_000],
        ["2.16.01.2.01.0001", "Sub A11", 1_000_000, 600_000],
        ["2.16.01.2.01.0002", "Sub A12", 2_000_000, 300_000],
        ["", "Jumlah", 3_000_000, 1_000_000],
    ]
    bacaan = describe(rows)
    assert bacaan.aras == {"program": 1, "kegiatan": 1, "sub kegiatan": 2}
    assert bacaan.jumlah["program"] == {"pagu": "3000000", "realisasi": "1000000"}
    assert bacaan.jumlah["sub kegiatan"] == {"pagu": "3000000", "realisasi": "900000"}
    assert "sel D3 (2.16.01.2.01) tertulis 1.000.000, tidak sama dengan jumlah rinciannya 900.000" in bacaan.keraguan
    assert bacaan.baris == 4


def test_spending_beyond_the_budget_is_a_doubt() -> None:
    rows: Rows = [["Kode", "Uraian", "Anggaran", "Realisasi"], ["5.2.02", "Belanja Modal", 10_000_000, 79_400_000]]
    assert any("794,00%" in k for k in describe(rows).keraguan)


def test_a_stale_difference_is_a_doubt() -> None:
    rows: Rows = [
        ["Kode Rekening", "Uraian", "Sebelum Perubahan", "Setelah Perubahan", "Bertambah/Berkurang"],
        ["4.1", "PAD", "2.500.000", "2.700.000", "300.000"],
    ]
    assert any("baris 2 tertulis 300.000, seharusnya 200.000" in k for k in describe(rows).keraguan)


def test_glued_codes_are_read_and_said_so() -> None:
    rows: Rows = [["Kode", "Uraian", "LRA"], [4, "PENDAPATAN", 9_000_000], [41, "PAD", 9_000_000], [4101, "Pajak", 9e6]]
    bacaan = describe(rows)
    assert bacaan.aras == {"akun": 3}
    assert bacaan.jumlah["akun"]["LRA"] == "9000000"
    assert any("2 kode ditulis tanpa titik (baris 3 41, baris 4 4101)" in k for k in bacaan.keraguan)


def test_accounts_under_lines_without_codes_are_not_mixed_up() -> None:
    rows: Rows = [
        [None, "Sub A", 3_000_000],
        ["5.1.02", "Belanja", 3_000_000],
        ["5.1.02.01", "Barang", 3_000_000],
        [None, "Sub B", 2_000_000],
        ["5.1.02", "Belanja", 2_000_000],
        ["5.1.02.01", "Barang", 2_000_000],
        ["5.1.02.01.01", "ATK", 2_000_000],
        ["5.1.02.01.01.0024", "Kertas", 2_000_000],
    ]
    bacaan = describe(rows)
    assert bacaan.jumlah["akun"] == {"Kolom C": "5000000"}
    assert not any("tidak sama" in k for k in bacaan.keraguan)


def test_an_account_belongs_to_the_line_it_follows() -> None:
    sub: Rows = [["2.16.01.2.01.0001", "Sub A", 3_000_000], ["5.1.02", "Belanja", 2_000_000]]
    tanpa_induk: Rows = [[None, "Sub B", 1_000_000], ["5.1.02.01", "Barang", 1_000_000]]
    assert [k for k in describe(sub + tanpa_induk).keraguan if "tidak sama" in k] == [
        "sel C1 (2.16.01.2.01.0001) tertulis 3.000.000, tidak sama dengan jumlah rinciannya 2.000.000"
    ]


def test_a_code_is_not_completed_into_another_bidang() -> None:
    rows: Rows = [
        [*RENSTRA[0]],
        [*RENSTRA[1]],
        [*RENSTRA[2]],
        ["17", "03", None, None, "PROGRAM C", None, "5,000,000", None],
    ]
    lembar = Lembar("T", grid_from_rows("T", rows).sel, gabungan=GABUNG)
    kode = build_tabel(lembar).kode
    assert (kode[4].kode, kode[4].dugaan) == (None, None)


def test_years_and_running_numbers_are_no_amounts() -> None:
    rows: Rows = [["No", "Tahun", "Program", "Urut", "Nilai"], ["1", 2025, "A", 1, 7], ["2", 2026, "B", 2, 9]]
    assert [k.jenis for k in build_tabel(grid_from_rows("L", rows)).kolom] == ["teks", "teks", "teks", "teks", "angka"]


def test_numbers_typed_as_text_mixed_with_numbers_are_a_doubt() -> None:
    rows: Rows = [["Program", "Target", "Realisasi"], ["A", 1, "0,00"], ["B", 2, 5.5], ["C", 3, "7,25"]]
    bacaan = describe(rows)
    assert bacaan.notasi == "koma"
    assert "kolom C (Realisasi) mencampur 1 angka dengan 2 angka bertipe teks" in bacaan.keraguan


def test_two_notations_in_one_table_are_a_doubt() -> None:
    rows: Rows = [["Indikator", "Target"], ["A", "90,68"], ["B", "90.69"]]
    bacaan = describe(rows)
    assert bacaan.notasi == "campuran"
    assert "angka ditulis dengan koma desimal dan titik desimal sekaligus" in bacaan.keraguan


def test_an_ambiguous_number_is_named_by_its_cell() -> None:
    rows: Rows = [["Indikator", "Target"], ["A", "1.234"], ["B", "5"]]
    assert "kolom B (Target): 1 angka dapat dibaca dengan dua cara (B2 1.234)" in describe(rows).keraguan


def test_errors_formulas_without_result_and_hidden_parts_are_doubts() -> None:
    sel = grid_from_rows("L", [["Indikator", "Target", "Realisasi"], ["A", 5, 4]]).sel
    sel[(2, 3)] = Sel(2, 3, "#DIV/0!", "#DIV/0!", formula="=1/0", galat="#DIV/0!")
    sel[(3, 2)] = Sel(3, 2, None, "", formula="=B2", tanpa_nilai=True)
    lembar = Lembar("L", sel, tersembunyi=True, baris_tersembunyi=frozenset({2, 9}))
    (bacaan,) = describe_buku(make_buku(lembar, jenis="xls", tak_diperiksa=("formula",)))
    assert bacaan.keraguan == (
        "lembar tersembunyi",
        "1 baris tersembunyi berisi data (baris 2)",
        "1 sel galat (C2 #DIV/0!)",
        "1 formula tanpa nilai tersimpan (B3)",
        "formula tidak dapat diperiksa pada berkas xls",
    )


def test_numbers_with_units_stay_text_and_are_said_so() -> None:
    rows: Rows = [["Indikator", "Target"], ["A", "2\u00a0Dokumen"], ["B", "157 Orang"], ["C", "A"]]
    assert "kolom B memuat angka beserta satuannya dalam satu sel" in describe(rows).keraguan
    assert tidy_rows(make_buku(grid_from_rows("L", rows)))[1][0][-1] == "2\u00a0Dokumen"


def test_a_unit_or_a_percent_sign_is_not_lost_among_plain_numbers() -> None:
    rows: Rows = [["Indikator", "Target"], ["A", "1,5"], ["B", "2"], ["C", "3"], ["D", "4"], ["E", "5"]]
    rows += [["F", "4 Dokumen"], ["G", "60%"]]
    assert [r[-1] for r in tidy_rows(make_buku(grid_from_rows("L", rows)))[1]] == [
        "1.5", "2", "3", "4", "5", "4 Dokumen", "60%",
    ]  # fmt: skip


def test_levels_without_codes_come_from_the_first_word() -> None:
    rows: Rows = [["No", "Program/Kegiatan", "Indikator", "Kinerja"]]
    rows += [["1", "PROGRAM A", "x", "1 Dok"], ["2", "Penyusunan B", "y", "2 Dok"], ["3", "Program C", "z", "3 Dok"]]
    assert describe(rows).aras == {"program": 2, "lainnya": 1}


def test_a_signature_block_and_a_total_are_no_data() -> None:
    rows: Rows = [["Kode", "Indikator", "Target", "Realisasi"], ["1", "Jumlah Dokumen A", 5, 4], ["2", "B", 6, 6]]
    rows += [["J U M L A H", None, 11, 10], [], [None, None, None, "Kepala Dinas,"], [None, None, None, "NIP. 1 2 3"]]
    tabel = build_tabel(grid_from_rows("L", rows))
    assert (list(tabel.baris), list(tabel.total)) == ([2, 3], [4])


def test_tidy_rows_have_place_level_code_and_plain_decimals() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Anggaran", "Realisasi"],
        ["2.16.01", "PROGRAM A", "3.000.000,50", 95],
        ["", "Jumlah", "3.000.000,50", 95],
    ]
    header, isi = tidy_rows(make_buku(grid_from_rows("LRA", rows, baris=4)))
    assert header == ["lembar", "baris", "jenis", "level", "kode", "Kode", "Uraian", "Anggaran", "Realisasi"]
    assert isi == [["LRA", "5", "anggaran", "program", "2.16.01", "2.16.01", "PROGRAM A", "3000000.50", "95"]]


def test_tables_with_other_headings_share_one_tidy_file() -> None:
    satu = grid_from_rows("A", [["Indikator", "Target"], ["x", 1]])
    dua = grid_from_rows("B", [["Indikator", "Satuan", "Target"], ["y", "%", 2], ["z", "%", 3]])
    header, isi = tidy_rows(make_buku(satu, dua))
    assert header[5:] == ["Indikator", "Target", "Satuan"]
    assert [r[5:] for r in isi] == [["x", "1", ""], ["y", "2", "%"], ["z", "3", "%"]]


def test_text_merged_over_rows_is_repeated_but_amounts_are_not() -> None:
    rows: Rows = [["Sasaran", "Indikator", "Anggaran"], ["S1", "I1", 5_000_000], [None, "I2", None]]
    lembar = Lembar("L", grid_from_rows("L", rows).sel, gabungan=((2, 1, 3, 1), (2, 3, 3, 3)))
    assert [r[5:] for r in tidy_rows(make_buku(lembar))[1]] == [["S1", "I1", "5000000"], ["S1", "I2", ""]]


@pytest.mark.parametrize("teks", ["=HYPERLINK(1)", "@SUM(A1)", "+1+cmd", "-cmd|' /C calc'!A0", "\t=1"])
def test_text_that_a_spreadsheet_would_run_is_disarmed(teks: str) -> None:
    assert guard_text(teks) == f"'{teks}"


def test_formulas_typed_as_text_are_disarmed_in_tidy_rows() -> None:
    buku = make_buku(grid_from_rows("L", [["Indikator", "Target"], ["=cmd|x", "5"]]))
    assert tidy_rows(buku)[1][0][-2:] == ["'=cmd|x", "5"]


@pytest.mark.parametrize("teks", ["- butir pertama", "-", "-5", "2.16.01", "a=b"])
def test_other_text_is_written_as_typed(teks: str) -> None:
    assert guard_text(teks) == teks


def test_a_flat_table_gives_its_rows_by_heading_as_typed() -> None:
    rows: Rows = [
        ["Judul"],
        [],
        ["Indikator", "Target ", "Realisasi"],
        ["A", "85,73 %", None],
        [],
        ["B", "1.234", "n/a"],
    ]
    assert rows_from_buku(make_buku(grid_from_rows("L", rows))) == [
        {"Indikator": "A", "Target": "85,73 %", "Realisasi": ""},
        {"Indikator": "B", "Target": "1.234", "Realisasi": "n/a"},
    ]


def test_rows_come_from_the_first_visible_sheet_with_a_header() -> None:
    isi: Rows = [["Indikator", "Target"], ["A", 1]]
    sembunyi = Lembar("X", grid_from_rows("X", [["Indikator", "Target"], ["lama", 9]]).sel, tersembunyi=True)
    tanpa = grid_from_rows("Y", [["catatan"]])
    assert rows_from_buku(make_buku(sembunyi, tanpa, grid_from_rows("Z", isi))) == [{"Indikator": "A", "Target": "1"}]
    assert rows_from_buku(make_buku(tanpa)) == []


def test_repeated_headings_keep_apart_by_column() -> None:
    assert rows_from_buku(make_buku(grid_from_rows("L", [["Target", "Target"], ["a", "b"]]))) == [
        {"Target [A]": "a", "Target [B]": "b"}
    ]


def test_what_is_printed_names_file_table_and_doubts(renstra: Bacaan) -> None:
    lines = say_bacaan(make_buku(), [renstra])
    assert lines[0] == "contoh.xlsx (xlsx, 1 tabel)"
    assert lines[1] == "Lembar Tabel 1: rencana strategis (renstra)"
    assert "  Baris judul kolom: 1, 2; baris data: 4; desimal: titik" in lines
    assert (
        "  Jumlah kegiatan: 2025 / Rp 1.100.000.000; Kondisi Kinerja pada Akhir Periode Renstra / Rp 1.750.000.000"
        in lines
    )
    assert sum(line.startswith("  Keraguan: ") for line in lines) == len(renstra.keraguan)


def test_a_description_is_plain_data_too(renstra: Bacaan) -> None:
    assert renstra.as_dict()["aras"] == {"program": 2, "kegiatan": 2}
