"""The one place where an exact figure becomes the printed one: two digits, half away from zero."""

from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import round_half_up

DIGIT = 2


def print_angka(x: Fraction | Decimal | None, digit: int = DIGIT) -> Decimal | None:
    """The figure as printed, None for None."""
    return None if x is None else round_half_up(x, digit)


def print_rupiah(x: Fraction | Decimal) -> Decimal:
    """Money in rupiah to the sen."""
    return round_half_up(x, DIGIT)
