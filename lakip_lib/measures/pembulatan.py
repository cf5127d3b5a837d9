"""The one place where an exact figure becomes the printed one: two digits, half away from zero.

And how close two figures must be to count as the same one, written with fewer digits.
"""

from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import round_half_up

DIGIT = 2
SETENGAH_DIGIT = Fraction(1, 200)


def print_angka(x: Fraction | Decimal | None, digit: int = DIGIT) -> Decimal | None:
    """The figure as printed, None for None."""
    return None if x is None else round_half_up(x, digit)


def print_rupiah(x: Fraction | Decimal) -> Decimal:
    """Money in rupiah to the sen."""
    return round_half_up(x, DIGIT)


def tolerance(tertulis: str | Decimal | None) -> Fraction:
    """Half a unit of the last digit that was written ("91,1" → 0,05), at least half a unit of the second decimal.

    >>> tolerance("91"), tolerance("91.1"), tolerance("2.8125")
    (Fraction(1, 2), Fraction(1, 20), Fraction(1, 200))
    """
    pecahan = str(tertulis or "").partition(".")[2]
    return max(SETENGAH_DIGIT, Fraction(1, 2 * 10 ** len(pecahan)))
