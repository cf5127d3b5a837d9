import pytest

from lakip_lib.intake.grid import Lembar, grid_from_rows
from lakip_lib.intake.kepala import find_kepala, guess_kepala, is_number_row, normalise_judul

KAMUS = {
    "kode": ["kode", "no urut", "kode rekening"],
    "uraian": ["uraian"],
    "pagu": ["pagu", "anggaran", "jumlah rp anggaran"],
    "realisasi": ["realisasi", "realisasi rp"],
    "persen": ["persen", "realisasi persen"],
}


def make_lembar(
    rows: list[list[object]], gabungan: tuple[tuple[int, int, int, int], ...] = (), baris: int = 1
) -> Lembar:
    polos = grid_from_rows("L", rows, baris=baris)  # type: ignore[arg-type]
    return Lembar("L", polos.sel, gabungan=gabungan)


@pytest.mark.parametrize("teks", ["NO. URUT", " No\nUrut ", "no  urut", "No_Urut", "No\u00a0Urut:"])
def test_headings_are_compared_without_case_blanks_breaks_and_punctuation(teks: str) -> None:
    assert normalise_judul(teks) == "no urut"


def test_a_percent_sign_is_a_word() -> None:
    assert normalise_judul("(%)") == "persen"


def test_a_header_after_titles_and_blank_rows_keeps_its_excel_row() -> None:
    lembar = make_lembar(
        [["LAPORAN REALISASI ANGGARAN"], [], [], ["Kode", "Uraian", "Pagu"], ["1", "Satu", 5]], baris=3
    )
    kepala = find_kepala(lembar, KAMUS)
    assert kepala is not None
    assert (kepala.baris, kepala.awal_data) == ((6,), 7)
    assert kepala.kolom == {"kode": 1, "uraian": 2, "pagu": 3}


def test_columns_may_come_in_any_order_with_unknown_ones_between() -> None:
    kepala = find_kepala(make_lembar([["Pagu", "Bagian", "URAIAN", "Kode"], [5, "x", "Satu", "1"]]), KAMUS)
    assert kepala is not None
    assert kepala.kolom == {"pagu": 1, "uraian": 3, "kode": 4}
    assert kepala.tak_dikenal == (2,)
    assert kepala.judul[2] == "Bagian"


def test_two_merged_rows_make_one_heading() -> None:
    rows = [["Kode", "Uraian", "JUMLAH (Rp)", None], [None, None, "ANGGARAN ", "REALISASI"], ["4", "Pendapatan", 10, 5]]
    kepala = find_kepala(make_lembar(rows, ((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4))), KAMUS)
    assert kepala is not None
    assert kepala.baris == (1, 2)
    assert kepala.kolom == {"kode": 1, "uraian": 2, "pagu": 3, "realisasi": 4}
    assert kepala.judul[4] == "JUMLAH (Rp) / REALISASI"
    assert kepala.awal_data == 3


def test_two_rows_without_merges_are_read_as_if_merged() -> None:
    rows = [["No Urut", "Uraian", "Realisasi", None], [None, None, "(Rp)", "(%)"], ["1", "Satu", 5, 50]]
    kepala = find_kepala(
        make_lembar(rows), {"kode": ["no urut"], "uang": ["realisasi rp"], "bagian": ["realisasi persen"]}
    )
    assert kepala is not None
    assert kepala.kolom == {"kode": 1, "uang": 3, "bagian": 4}


@pytest.mark.parametrize("nomor", [["1", "2", "3"], [1, 2, 3], ["(1)", "(2)", "(3)"], ["1", "2", "3=2/1 x 100"]])
def test_a_row_of_column_numbers_is_no_data(nomor: list[object]) -> None:
    kepala = find_kepala(make_lembar([["Kode", "Uraian", "Pagu"], nomor, ["7", "Satu", 5]]), KAMUS)
    assert kepala is not None
    assert kepala.awal_data == 3


def test_headings_below_the_column_numbers_belong_to_the_header() -> None:
    rows = [
        ["Uraian", "Pagu", None, "Realisasi", None],
        [1, 2, None, 3, None],
        [None, "K", "Rp.", "K", "Rp."],
        ["x", 1, 100, 1, 50],
    ]
    lembar = make_lembar(rows, ((1, 2, 1, 3), (1, 4, 1, 5), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5)))
    kepala = find_kepala(lembar, {"uraian": [], "pagu": ["pagu rp"], "realisasi": ["realisasi rp"]})
    assert kepala is not None
    assert kepala.kolom == {"uraian": 1, "pagu": 3, "realisasi": 5}
    assert (kepala.awal_data, kepala.judul[1]) == (4, "Uraian")


def test_the_whole_heading_is_surer_than_its_parts() -> None:
    rows = [["Kode", "Target", None, "Realisasi", None], [None, "TW I", "TW II", "TW I", "TW II"], ["1", 1, 2, 3, 4]]
    lembar = make_lembar(rows, ((1, 2, 1, 3), (1, 4, 1, 5)))
    kepala = find_kepala(lembar, {"kode": [], "tw1": ["realisasi tw i"], "tw2": ["realisasi tw ii"], "target": []})
    assert kepala is not None
    assert kepala.kolom == {"kode": 1, "target": 2, "tw1": 4, "tw2": 5}


def test_rows_of_text_below_the_header_are_data() -> None:
    kepala = find_kepala(make_lembar([["Kode", "Uraian"], ["A", "Satu"], ["B", "Dua"]]), KAMUS)
    assert kepala is not None
    assert (kepala.baris, kepala.awal_data) == ((1,), 2)


def test_each_column_serves_one_field() -> None:
    lembar = make_lembar(
        [["Kode", "Realisasi", None], [None, "(Rp)", "(%)"], ["1", 5, 6]], ((1, 1, 2, 1), (1, 2, 1, 3))
    )
    kepala = find_kepala(lembar, {"kode": [], "realisasi": ["realisasi rp"], "satuan": ["rp"]})
    assert kepala is not None
    assert kepala.kolom == {"kode": 1, "realisasi": 2}


def test_each_field_takes_one_column() -> None:
    kepala = find_kepala(make_lembar([["Kode", "Uraian", "Kode"], ["1", "Satu", "2"]]), KAMUS)
    assert kepala is not None
    assert kepala.kolom["kode"] == 1
    assert kepala.tak_dikenal == (3,)


def test_a_header_without_a_required_field_is_none() -> None:
    lembar = make_lembar([["Kode", "Uraian"], ["1", "Satu"]])
    assert find_kepala(lembar, KAMUS, wajib=["pagu"]) is None
    assert find_kepala(lembar, {"tujuan": [], "misi": []}) is None


def test_of_two_tables_the_second_is_found_further_down() -> None:
    rows = [["Kode", "Uraian"], ["1", "Satu"], [], ["Kode", "Uraian"], ["2", "Dua"]]
    kepala = find_kepala(make_lembar(rows), KAMUS, mulai=3)
    assert kepala is not None
    assert kepala.baris == (4,)


def test_a_cell_of_a_field_is_got_from_its_row() -> None:
    lembar = make_lembar([["Kode", "Uraian", "Pagu"], ["1", "Satu"]])
    kepala = find_kepala(lembar, KAMUS)
    assert kepala is not None
    baris = dict(lembar.rows())[2]
    assert (sel := kepala.get_sel(baris, "uraian")) is not None
    assert sel.alamat == "B2"
    assert kepala.get_sel(baris, "pagu") is None
    assert kepala.get_sel(baris, "realisasi") is None


def test_column_numbers_begin_at_one_and_rise() -> None:
    def row(*teks: str) -> list:
        return list(grid_from_rows("L", [list(teks)]).sel.values())

    assert is_number_row(row("1", "2", "4"))
    assert not is_number_row(row("2021", "2022"))
    assert not is_number_row(row("1", "Sasaran"))
    assert not is_number_row(row("3", "2"))


def test_a_header_is_guessed_by_usual_words() -> None:
    rows = [["DATA"], ["Program", "Kegiatan", "Target 2025"], ["Program A", "Kegiatan B", "2 Dokumen"]]
    kepala = guess_kepala(make_lembar(rows))
    assert kepala is not None
    assert kepala.baris == (2,)
    assert list(kepala.judul.values()) == ["Program", "Kegiatan", "Target 2025"]


def test_field_names_of_a_database_are_a_header() -> None:
    kepala = guess_kepala(make_lembar([["case_id", "hitung"], ["A-1", "100"]]))
    assert kepala is not None
    assert kepala.awal_data == 2


def test_a_row_with_few_usual_words_is_no_header() -> None:
    assert (
        guess_kepala(make_lembar([["Meja kayu", "Target", "Kursi besi", "Lampu meja"], ["a b", "c d", "e f", "g h"]]))
        is None
    )


def test_a_list_that_begins_with_data_has_no_header() -> None:
    assert guess_kepala(make_lembar([["1.01.02", "PROGRAM PENDIDIKAN"], ["1.01.03", "PROGRAM KURIKULUM"]])) is None
