"""Amounts in words; num2words with the corrections that Indonesian needs (DOMAIN §8)."""

from fractions import Fraction

from num2words import num2words

from lakip_lib.formats.cetak import Bilangan, round_half_up, to_decimal

BATAS = 10**15  # words are checked up to 999 triliun
_BESAR = ("juta", "miliar", "triliun")


def terbilang(n: Bilangan, satuan: str = "rupiah") -> str:
    """`n` in words followed by `satuan`; ValueError from 1.000 triliun on.

    Rupiah are rounded to sen ("… rupiah lima puluh sen"); other units read their decimals after "koma".

    >>> terbilang(1_001_000)
    'satu juta seribu rupiah'
    >>> terbilang(Fraction(281, 100), satuan="")
    'dua koma delapan satu'
    """
    if abs(Fraction(n)) >= BATAS:
        raise ValueError(f"terbilang must get less than 1.000 triliun, not {n}")
    value = round_half_up(n, 2) if satuan == "rupiah" else to_decimal(n)
    utuh, _, pecahan = format(abs(value), "f").partition(".")
    kata = [*(["minus"] if value < 0 else []), _spell(int(utuh))]
    if satuan == "rupiah":
        sen = int(pecahan or 0)
        kata += ["rupiah", *([_spell(sen), "sen"] if sen else [])]
    else:
        kata += [*(["koma", *map(_spell, map(int, pecahan))] if pecahan else []), satuan]
    return " ".join(k for k in kata if k)


def _spell(n: int) -> str:
    """Words of a whole number; num2words says "satu ribu" after juta, miliar and triliun where it must be "seribu"."""
    kata: str = num2words(n, lang="id")
    for besar in _BESAR:
        kata = kata.replace(f"{besar} satu ribu", f"{besar} seribu")
    return kata
