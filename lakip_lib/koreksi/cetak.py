"""A figure as the document prints it, read back with the half digit that printing may have taken from it."""

import re
from fractions import Fraction
from typing import NamedTuple

_CETAK = re.compile(
    r"(?P<tanda>[-−+(]?)\s?(?:Rp\.?\s?)?(?P<badan>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<desimal>\d+))?\)?\s?(?:%|poin)?"
)


class Cetak(NamedTuple):
    """A printed number and half of its last digit."""

    nilai: Fraction
    setengah: Fraction

    def is_near(self, lain: Fraction, longgar: Fraction = Fraction(0)) -> bool:
        """Whether the number is `lain` printed with its digits, `longgar` apart at most beside that."""
        return abs(self.nilai - lain) <= self.setengah + longgar


def read_cetak(teks: str) -> Cetak | None:
    """The number that a whole cell prints ("1.234", "85,73%", "(1.234)", "−3,5"), None for anything else.

    >>> read_cetak("−3,50")
    Cetak(nilai=Fraction(-7, 2), setengah=Fraction(1, 200))
    >>> read_cetak("7,00–8,00"), read_cetak("–"), read_cetak("BB (70,01)")
    (None, None, None)
    """
    cocok = _CETAK.fullmatch(teks.strip())
    if cocok is None:
        return None
    desimal = cocok["desimal"] or ""
    besar = Fraction(int(cocok["badan"].replace(".", "") + desimal), 10 ** len(desimal))
    return Cetak(-besar if cocok["tanda"] in {"-", "−", "("} else besar, Fraction(1, 2 * 10 ** len(desimal)))
