"""The capaian that last years' invented reports printed, two digits with a dot: computed apart from the program."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_PERINGKAT = ("D", "C", "CC", "B", "BB", "A", "AA")
_HURUF = re.compile(r"([A-D]{1,2})(?: \(([\d,]+)\))?")


def _min_a(t: Fraction, r: Fraction) -> Fraction:
    if t == 0:
        return Fraction(int(r == 0))
    return 2 - r / t


def _stab(t: Fraction, r: Fraction) -> Fraction:
    lo, hi = t * Fraction(95, 100), t * Fraction(105, 100)
    return 1 - max(lo - r, r - hi, Fraction(0)) / t


def _range_min(target: str, r: Fraction) -> Fraction:
    lo, hi = (Fraction(edge) for edge in target.split("-"))
    return Fraction(1) if lo <= r <= hi else 2 - r / (hi if r > hi else lo)


def _score(huruf: str) -> Fraction:
    cocok = _HURUF.fullmatch(huruf)
    assert cocok is not None
    return Fraction(cocok[2].replace(",", ".")) if cocok[2] else Fraction(_PERINGKAT.index(cocok[1]) + 1)


def compute_lama(metode: str, target: str, realisasi: str) -> Fraction:
    """The capaian as a share: one formula a metode (RANGE for arah min, STAB with a band of 5 %)."""
    if metode == "ORD":
        return _score(realisasi) / _score(target)
    if metode == "RANGE":
        return _range_min(target, Fraction(realisasi))
    t, r = Fraction(target), Fraction(realisasi)
    if metode == "BIN":
        return Fraction(int(r >= t))
    if metode == "MIN-B":
        return t / r
    return {"MIN-A": _min_a, "STAB": _stab}.get(metode, lambda t, r: r / t)(t, r)


def print_capaian(metode: str, target: str, realisasi: str) -> str:
    """That capaian in percent as an old report printed it, or "" where a figure is missing."""
    if not target or not realisasi:
        return ""
    share = max(compute_lama(metode, target, realisasi), Fraction(0)) * 100
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
