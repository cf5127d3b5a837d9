from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.formats import (
    format_angka,
    format_persen,
    format_ringkas,
    format_rupiah,
    format_uang,
    round_half_up,
    to_decimal,
)


@pytest.mark.parametrize(
    ("x", "digits", "bulat"),
    [
        ("2.675", 2, "2.68"),
        ("98.765", 2, "98.77"),
        ("-2.675", 2, "-2.68"),
        ("0.5", 0, "1"),
        ("-0.001", 2, "0.00"),
        ("1.005", 2, "1.01"),
    ],
)
def test_halves_go_away_from_zero(x: str, digits: int, bulat: str) -> None:
    assert str(round_half_up(Decimal(x), digits)) == bulat


@given(st.fractions(), st.integers(0, 6))
def test_rounding_moves_by_half_a_unit_at_most(x: Fraction, digits: int) -> None:
    assert abs(Fraction(round_half_up(x, digits)) - x) <= Fraction(1, 2 * 10**digits)


def test_a_fraction_becomes_an_exact_decimal_where_it_can() -> None:
    assert str(to_decimal(Fraction(5, 4))) == "1.25"
    assert str(to_decimal(Fraction(100))) == "100"
    assert str(to_decimal(Fraction(10, 3), 4)) == "3.3333"
    assert str(to_decimal(Decimal("1E+3"))) == "1000"


@pytest.mark.parametrize(
    ("x", "digits", "teks"),
    [("1234.5", 2, "1.234,50"), ("1234.50", None, "1.234,50"), ("-1.25", None, "−1,25"), ("0", 2, "0,00"),
     ("-0.001", 2, "0,00"), ("1234567", None, "1.234.567"), ("999999999999999.995", 2, "1.000.000.000.000.000,00")],
)  # fmt: skip
def test_numbers_have_dots_for_thousands_and_a_decimal_comma(x: str, digits: int | None, teks: str) -> None:
    assert format_angka(Decimal(x), digits) == teks


@given(st.decimals(-(10**15), 10**15, places=4), st.integers(0, 4))
def test_numbers_are_grouped_as_babel_groups_them(x: Decimal, digits: int) -> None:
    bulat = round_half_up(x, digits)
    pola = "#,##0" + ("." + "0" * digits if digits else "")
    assert format_angka(x, digits).lstrip("−") == format_decimal(abs(bulat), format=pola, locale="id_ID")


def test_a_plus_is_shown_only_when_asked_and_never_before_zero() -> None:
    assert [format_angka(x, 2, tanda_plus=True) for x in (3, 0, -3)] == ["+3,00", "0,00", "−3,00"]


def test_percent_and_money_follow_the_house_style() -> None:
    assert format_persen(Decimal("85.725")) == "85,73%"
    assert format_persen(Fraction(100), 0) == "100%"
    assert format_rupiah(1234567) == "Rp 1.234.567,00"
    assert format_rupiah(-5, 0) == "−Rp 5"
    assert format_uang(Decimal("-1234.5")) == "(1.234,50)"
    assert format_uang(1234, 0) == "1.234"


@pytest.mark.parametrize(
    ("x", "teks"),
    [(4_540_000_000, "Rp 4,54 miliar"), (460_000_000, "Rp 460 juta"), (999_999_999, "Rp 1 miliar"),
     (950_000, "Rp 950.000"), (-1_500_000, "−Rp 1,50 juta"), (12 * 10**12, "Rp 12 triliun"), (0, "Rp 0")],
)  # fmt: skip
def test_large_sums_are_shown_in_words_of_size(x: int, teks: str) -> None:
    assert format_ringkas(x) == teks


def test_nothing_is_a_dash() -> None:
    assert {f(None) for f in (format_angka, format_persen, format_rupiah, format_uang, format_ringkas)} == {"–"}
