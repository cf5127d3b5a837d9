"""How close two figures must be to count as the same one, written with fewer digits."""

from decimal import Decimal
from fractions import Fraction

SETENGAH_DIGIT = Fraction(1, 200)


def tolerance(tertulis: str | Decimal | None) -> Fraction:
    """Half a unit of the last digit that was written ("91,1" → 0,05), at least half a unit of the second decimal.

    >>> tolerance("91"), tolerance("91.1"), tolerance("2.8125")
    (Fraction(1, 2), Fraction(1, 20), Fraction(1, 200))
    """
    pecahan = str(tertulis or "").partition(".")[2]
    return max(SETENGAH_DIGIT, Fraction(1, 2 * 10 ** len(pecahan)))
