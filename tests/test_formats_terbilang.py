from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.formats import terbilang


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        ("0", "nol rupiah"),
        ("1000", "seribu rupiah"),
        ("1001000", "satu juta seribu rupiah"),
        ("1001001000", "satu miliar satu juta seribu rupiah"),
        ("101000", "seratus satu ribu rupiah"),
        ("11111111", "sebelas juta seratus sebelas ribu seratus sebelas rupiah"),
        ("1000000", "satu juta rupiah"),
        ("6116339202", "enam miliar seratus enam belas juta tiga ratus tiga puluh sembilan ribu dua ratus dua rupiah"),
        ("-3", "minus tiga rupiah"),
        ("1234.5", "seribu dua ratus tiga puluh empat rupiah lima puluh sen"),
        ("0.005", "nol rupiah satu sen"),
    ],
)
def test_amounts_are_spelt_as_officials_write_them(n: str, kata: str) -> None:
    assert terbilang(Decimal(n)) == kata


def test_999_triliun_is_the_last_that_is_spelt() -> None:
    assert terbilang(999 * 10**12) == "sembilan ratus sembilan puluh sembilan triliun rupiah"
    with pytest.raises(ValueError, match=r"1\.000 triliun"):
        terbilang(10**15)


def test_other_units_read_their_decimals_digit_by_digit() -> None:
    assert terbilang(Decimal("-2.05"), "poin") == "minus dua koma nol lima poin"
    assert terbilang(12, satuan="") == "dua belas"


SATUAN = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spell_ratusan(n: int) -> str:
    ratus, sisa = divmod(n, 100)
    puluh, satu = divmod(sisa, 10)
    kata = ["seratus" if ratus == 1 else f"{SATUAN[ratus]} ratus"] if ratus else []
    if sisa in (10, 11):
        kata.append("sepuluh" if sisa == 10 else "sebelas")
    elif puluh == 1:
        kata.append(f"{SATUAN[satu]} belas")
    else:
        kata += [f"{SATUAN[puluh]} puluh"] if puluh else []
        kata += [SATUAN[satu]] if satu else []
    return " ".join(kata)


@given(st.integers(1, 10**15 - 1))
def test_words_agree_with_a_second_speller(n: int) -> None:
    kata = []
    for pangkat, nama in ((12, "triliun"), (9, "miliar"), (6, "juta"), (3, "ribu"), (0, "")):
        bagian = n // 10**pangkat % 1000
        if bagian:
            kata.append("seribu" if (bagian, nama) == (1, "ribu") else f"{spell_ratusan(bagian)} {nama}".strip())
    assert terbilang(n, satuan="") == " ".join(kata)
