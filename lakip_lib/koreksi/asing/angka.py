"""A printed number with the digits it was printed with, and whether an exact figure may be printed so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lakip_lib.formats import clean_teks, format_angka, parse_angka, round_half_up, to_decimal

COCOK, DIPOTONG, BEDA = "cocok", "dipotong", "beda"
_PENGALI = re.compile(r"\b(?:ribu|rb|juta|jt|miliar|milyar|mlr|triliun|trilyun|[MT])\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cetak:
    """One number as printed: its text, its value, how many decimals it shows."""

    teks: str
    nilai: Fraction
    digit: int

    @property
    def kurang(self) -> Fraction:
        """Half a unit of the last digit of a number with decimals; whole numbers count as exact."""
        return Fraction(1, 2 * 10**self.digit) if self.digit else Fraction(0)

    def show(self) -> str:
        """The number in Indonesian notation with the digits printed."""
        return format_angka(self.nilai, self.digit)


def read_cetak(teks: str, desimal: str | None = None) -> Cetak | None:
    """The number of a text; None where there is none, where it can be read in two ways, or is rounded to "miliar"."""
    bersih = clean_teks(teks).removesuffix("*").strip()
    angka = parse_angka(bersih, desimal_kolom=desimal)
    if (
        angka.nilai is None
        or angka.status
        or _PENGALI.search(bersih)
        or set(angka.catatan) & {"pengali", "tanda-banding"}
    ):
        return None
    eksponen = angka.nilai.as_tuple().exponent
    digit = max(-eksponen, 0) if isinstance(eksponen, int) else 0
    return Cetak(bersih, Fraction(angka.nilai), digit)


def match_cetak(cetak: Cetak, tepat: Fraction) -> str:
    """ "cocok": the exact figure rounded half-up to the digits printed; "dipotong": cut off there; else "beda".

    >>> match_cetak(read_cetak("85,45 %"), Fraction(5226670463, 6116339202) * 100)
    'cocok'
    """
    if Fraction(round_half_up(tepat, cetak.digit)) == cetak.nilai:
        return COCOK
    skala = 10**cetak.digit
    return DIPOTONG if Fraction(int(tepat * skala), skala) == cetak.nilai else BEDA


def match_any(cetak: Cetak, calon: Iterable[Fraction | None]) -> str:
    """The best match among several figures."""
    hasil = {match_cetak(cetak, x) for x in calon if x is not None}
    return COCOK if COCOK in hasil else DIPOTONG if DIPOTONG in hasil else BEDA


def ratio_within(cetak: Cetak, atas: Cetak, bawah: Cetak) -> bool:
    """Whether atas/bawah × 100 can be the printed figure where both were rounded before they were printed."""
    if bawah.nilai - bawah.kurang <= 0:
        return False
    sudut = [(atas.nilai + s * atas.kurang) / (bawah.nilai + t * bawah.kurang) * 100 for s in (-1, 1) for t in (-1, 1)]
    setengah = Fraction(1, 2 * 10**cetak.digit)
    return min(sudut) - setengah <= cetak.nilai <= max(sudut) + setengah


def show(x: Fraction, digit: int | None = None) -> str:
    """An exact figure in Indonesian notation; without `digit` with the decimals it has (at most six)."""
    return format_angka(to_decimal(x, 6) if digit is None else x, digit)


def show_ratio(atas: Cetak, bawah: Cetak, digit: int) -> str:
    """ "5.226.670.463 / 6.116.339.202 × 100 = 85,45"."""
    return f"{atas.show()} / {bawah.show()} × 100 = {show(atas.nilai / bawah.nilai * 100, digit)}"
