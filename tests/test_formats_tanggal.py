from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.formats import (
    format_hari_bulan,
    format_hari_tanggal,
    format_romawi,
    format_saat,
    format_tanggal,
    parse_tanggal,
    parse_triwulan,
)

TIGA_JANUARI = date(2022, 1, 3)


@pytest.mark.parametrize(
    "nilai",
    ["3 Januari 2022", "03-01-22", "3/1/2022", "3.1.2022", "2022-01-03", "2022-01-03 00:00:00", "Senin, 3 Jan 2022",
     "3-Jan-22", " 3\u00a0januari 2022 ", 44564, 44564.5, "44564", TIGA_JANUARI, datetime(2022, 1, 3, 9, 30)],
)  # fmt: skip
def test_a_date_is_read_however_it_was_typed(nilai: str | float | date) -> None:
    assert parse_tanggal(nilai) == TIGA_JANUARI
    assert type(parse_tanggal(nilai)) is date


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [("1 Nop 2021", 11), ("1 Pebruari 2021", 2), ("1 Agt 2021", 8), ("1 Des 2021", 12), ("1 Mei 2021", 5)],
)
def test_month_names_are_read_in_their_usual_spellings(teks: str, bulan: int) -> None:
    assert parse_tanggal(teks) == date(2021, bulan, 1)


@pytest.mark.parametrize(
    "nilai", [None, "", "31/2/2022", "Januari 2022", "1 Ju 2022", 5, 10**9, float("nan"), "3-1/2022", True, "1/13/2022"]
)
def test_what_is_no_date_is_none(nilai: str | float | None) -> None:
    assert parse_tanggal(nilai) is None


def test_two_digit_years_turn_at_seventy() -> None:
    assert parse_tanggal("1-1-69") == date(2069, 1, 1)
    assert parse_tanggal("1-1-70") == date(1970, 1, 1)


@given(st.dates())
def test_a_printed_date_is_read_back(tanggal: date) -> None:
    if tanggal.year >= 1000:
        assert parse_tanggal(format_tanggal(tanggal)) == tanggal


def test_dates_are_written_in_indonesian() -> None:
    assert format_tanggal(TIGA_JANUARI) == "3 Januari 2022"
    assert format_hari_tanggal(TIGA_JANUARI) == "Senin, 3 Januari 2022"


@pytest.mark.parametrize(("n", "romawi"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV")])
def test_numbers_are_written_in_roman_letters(n: int, romawi: str) -> None:
    assert format_romawi(n) == romawi


@pytest.mark.parametrize("n", [0, 4000])
def test_roman_letters_end_at_3999(n: int) -> None:
    with pytest.raises(ValueError, match="1 to 3999"):
        format_romawi(n)


@pytest.mark.parametrize(
    ("nilai", "triwulan"),
    [("I", 1), (1, 1), ("Triwulan I", 1), ("Tribulan II", 2), ("TW III", 3), ("tw4", 4), ("Triwulan ke-2", 2),
     ("Triwulan Ketiga", 3), ("V", None), ("5", None), ("Semester I", None), (None, None), ("", None)],
)  # fmt: skip
def test_a_quarter_is_read_in_all_its_spellings(nilai: str | int | None, triwulan: int | None) -> None:
    assert parse_triwulan(nilai) == triwulan


def test_a_moment_is_short_and_with_a_dot_in_its_time() -> None:
    saat = datetime(2026, 8, 5, 7, 3)
    assert format_saat(saat) == "5 Agu 2026 07.03"
    assert format_saat(saat, tahun=False) == "5 Agu 07.03"
    assert format_hari_bulan(saat.date()) == "5 Agu"
