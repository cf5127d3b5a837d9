from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.formats import (
    angka_from_nilai,
    clean_teks,
    detect_desimal,
    format_angka,
    parse_angka,
    parse_rentang,
)
from lakip_lib.istilah import Alasan

VALUES = {
    "85,73": "85.73",
    "85.73": "85.73",
    "12,5": "12.5",
    "12.5": "12.5",
    "0,277": "0.277",
    "0.277": "0.277",
    ",5": "0.5",
    "1.234,5": "1234.5",
    "1,234.5": "1234.5",
    "1.234,567": "1234.567",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "1234,567": "1234.567",
    "0,2775": "0.2775",
    "1234567": "1234567",
    "95%": "95",
    "95 %": "95",
    "99,5 persen": "99.5",
    "Rp 1.234.567,00": "1234567.00",
    "Rp1.000": "1000",
    "Rp. 250.000": "250000",
    "IDR 5": "5",
    "6.116.339.202,-": "6116339202",
    "(1.000,50)": "-1000.50",
    "(Rp 1.000)": "-1000",
    "Rp (1.000)": "-1000",
    "(12)": "-12",
    "\u22125": "-5",
    "\u2013 5": "-5",
    "- 5,25": "-5.25",
    "+3": "3",
    "-100%": "-100",
    "1,2 M": "1200000000",
    "1,5 juta": "1500000",
    "2 jt": "2000000",
    "3,25 miliar": "3250000000",
    "3 milyar": "3000000000",
    "Rp 4,5 T": "4500000000000",
    "80 ribu orang": "80000",
    "\u00a085,73\u00a0": "85.73",
    "1\u202f234\u2009567,5": "1234567.5",
    "nihil": "0",
    "Nihil": "0",
    "1E+05": "100000",
    "≥ 80": "80",
}


@pytest.mark.parametrize(("teks", "nilai"), VALUES.items())
def test_a_typed_number_is_read_by_its_last_separator(teks: str, nilai: str) -> None:
    assert parse_angka(teks).nilai == Decimal(nilai)
    assert parse_angka(teks).alasan is None


@pytest.mark.parametrize("teks", ["1.234", "1,234", "(1.000)", "12.500 orang", "999,999%", "1.234 juta"])
def test_one_separator_before_three_digits_is_asked_with_both_readings(teks: str) -> None:
    angka = parse_angka(teks)
    assert (angka.nilai, angka.alasan, len(angka.alternatif)) == (None, Alasan.AMBIGU, 2)


def test_the_column_decides_a_doubtful_number_but_never_turns_12_5_into_125() -> None:
    assert parse_angka("1.234", desimal_kolom="koma").nilai == 1234
    assert parse_angka("1.234", desimal_kolom="titik").nilai == Decimal("1.234")
    assert parse_angka("1,234", desimal_kolom="koma").nilai == Decimal("1.234")
    assert parse_angka("12.5", desimal_kolom="koma").nilai == Decimal("12.5")
    assert parse_angka("0.277", desimal_kolom="koma").nilai == Decimal("0.277")


NOT_A_NUMBER = [
    "WTP", "BB", "#N/A", "#REF!", "12,", "1.23,5", "1.234,5.6", "2.16.01", "3/4", "3/1/2022", "3-1-2022", "80 - 90%",
    "1 tahun 6 bulan", "1 234.567,5", "3 dari 4", "--5", "-(5)", "5-", "10²", "½", "1 23", "٣", "satu", "80 %/90 %",
    "9" * 201, "(5", "nan",
]  # fmt: skip


@pytest.mark.parametrize("teks", NOT_A_NUMBER)
def test_what_is_no_single_number_is_refused(teks: str) -> None:
    assert parse_angka(teks).alasan is Alasan.BUKAN_ANGKA


@pytest.mark.parametrize("teks", ["", "  ", "\u00a0", "-", "–", "—", "--", "Rp -", "Rp.-", "- %"])
def test_blank_and_dash_are_unfilled_not_zero(teks: str) -> None:
    angka = parse_angka(teks)
    assert (angka.nilai, angka.alasan, angka.status) == (None, Alasan.REALISASI_KOSONG, "kosong")


@pytest.mark.parametrize("teks", ["n/a", " N/A ", "N.A", "n.a.", "NA", "belum rilis", "Belum dirilis"])
def test_not_released_is_a_state_of_its_own(teks: str) -> None:
    angka = parse_angka(teks)
    assert (angka.nilai, angka.alasan, angka.status) == (None, Alasan.BELUM_RILIS, "belum_rilis")


def test_nihil_is_a_real_zero() -> None:
    assert (parse_angka("nihil").nilai, parse_angka("nihil").status) == (0, "nihil")


UNITS = {
    "5,4 skor": "skor", "40 Berkas": "Berkas", "23/1000 KH": "/1000 KH", "34,05/100.000KH": "/100.000KH",
    "12 per 1.000 KH": "per 1.000 KH", "7 bulan": "bulan", "5 m2": "m2", "5 M²": "M²", "2,5 kg/kapita": "kg/kapita",
    "5 m": "m", "95%": None, "100 % (contoh)": "(contoh)", "12*": "*",
}  # fmt: skip


@pytest.mark.parametrize(("teks", "satuan"), UNITS.items())
def test_the_unit_behind_a_number_is_kept(teks: str, satuan: str | None) -> None:
    assert parse_angka(teks).satuan == satuan
    assert parse_angka(teks).nilai is not None


def test_signs_and_notes_are_told() -> None:
    assert parse_angka("95%").tanda == "persen"
    assert parse_angka("Rp 5").tanda == "rupiah"
    assert parse_angka("1.000 rupiah").tanda == "rupiah"
    assert parse_angka("85.73").catatan == ("titik-desimal",)
    assert parse_angka("85.73", formulir=False).catatan == ()
    assert parse_angka("1.234,5").catatan == ()
    assert parse_angka("1,2 M").catatan == ("pengali",)
    assert parse_angka("≥ 80").catatan == ("tanda-banding",)


def test_a_text_below_one_in_a_percent_cell_is_asked() -> None:
    assert parse_angka("0,95", format="0%").alternatif == (Decimal("0.95"), Decimal("95"))
    assert parse_angka("95", format="0%").tanda == "persen"
    assert parse_angka("95", format="0%").nilai == 95


def test_a_stored_number_is_taken_at_its_shortest_writing() -> None:
    assert angka_from_nilai(0.1).nilai == Decimal("0.1")
    assert angka_from_nilai(12).nilai == 12
    assert angka_from_nilai(1e22).nilai == 10**22
    assert angka_from_nilai("85.73").nilai == Decimal("85.73")
    assert angka_from_nilai("1.234,5").nilai == Decimal("1234.5")
    assert angka_from_nilai(1.234).nilai == Decimal("1.234")


def test_a_percent_format_means_times_hundred() -> None:
    assert (angka_from_nilai(0.8573, "0.00%").nilai, angka_from_nilai(0.8573, "0.00%").tanda) == (
        Decimal("85.73"),
        "persen",
    )
    assert angka_from_nilai(95, '0.00"%"').nilai == 95
    assert angka_from_nilai(5, '"Rp"#,##0').tanda == "rupiah"


@pytest.mark.parametrize("nilai", [float("nan"), float("inf"), True])
def test_nan_and_booleans_are_no_numbers(nilai: float) -> None:
    assert angka_from_nilai(nilai).alasan is Alasan.BUKAN_ANGKA


def test_a_column_shows_its_decimal_sign() -> None:
    assert detect_desimal(["1.234", "12,5", ""]) == "koma"
    assert detect_desimal(["1.234.567"]) == "koma"
    assert detect_desimal(["1,234", "0.5%"]) == "titik"
    assert detect_desimal(["0,277"]) == "koma"
    assert detect_desimal(["12,5", "12.5"]) is None
    assert detect_desimal(["1.234", "95", "n/a"]) is None


RANGES = {
    "80 - 90%": ("80", "90"), "7 – 8 bulan": ("7", "8"), "80-90": ("80", "90"), "80% s.d. 90%": ("80", "90"),
    "80 s/d 90 %": ("80", "90"), "7,5 sampai dengan 8": ("7.5", "8"), "-5 - -3": ("-5", "-3"),
    "1.000 - 2.000,5": ("1000", "2000.5"),
}  # fmt: skip


@pytest.mark.parametrize(("teks", "edges"), RANGES.items())
def test_a_range_has_two_edges(teks: str, edges: tuple[str, str]) -> None:
    assert parse_rentang(teks) == tuple(map(Decimal, edges))


@pytest.mark.parametrize(
    "teks", ["-5", "5", "-100%", "3-1-2022", "90-80", "1.000-2.000", "1 - 2 juta", "-", "n/a", "a-b"]
)
def test_a_negative_number_a_date_and_a_doubt_are_no_range(teks: str) -> None:
    assert parse_rentang(teks) is None


def test_spaces_and_dashes_become_plain() -> None:
    assert clean_teks("\u00a0a\u2009–\u200b b\n") == "a - b"


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_what_is_printed_is_read_back(nilai: Decimal) -> None:
    assert parse_angka(format_angka(nilai, 2)).nilai == nilai


@given(st.text(max_size=40))
def test_any_text_gives_a_value_or_a_reason(teks: str) -> None:
    angka = parse_angka(teks)
    assert (angka.nilai is None) == (angka.alasan is not None)
