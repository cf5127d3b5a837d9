"""Where a column is formulas but for a cell or two: a formula that somebody typed a number over (G15)."""

from collections.abc import Iterable
from typing import TypeVar

MINIMAL = 5  # formulas from which a column counts as computed
BANDING = 4  # and at least so many of them to each typed number

T = TypeVar("T")


def find_tertimpa(sel: Iterable[tuple[T, bool]]) -> tuple[list[T], int]:
    """The typed numbers of a computed column ([] where it is none), and how many formulas it has.

    `sel` are its cells that hold a figure, each with whether that is a formula's.

    >>> find_tertimpa([("A1", True)] * 5 + [("A6", False)])
    (['A6'], 5)
    """
    cells = list(sel)
    angka = [cell for cell, berumus in cells if not berumus]
    rumus = len(cells) - len(angka)
    return (angka if rumus >= max(MINIMAL, BANDING * len(angka)) else []), rumus
