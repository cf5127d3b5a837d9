"""What a target or realisasi may be: a number, a range, or letters with or without a score."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import to_decimal
from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT

KATA_YA = frozenset({"ada", "ya", "tersedia", "tercapai", "terlaksana", "selesai", "sudah"})
KATA_TIDAK = frozenset(
    {"tidak ada", "tidak", "tidak tersedia", "belum ada", "belum", "tidak terlaksana", "belum selesai"}
)
# A predikat AKIP is reached above this score (half-open bands of DOMAIN §4: 70,00 is B, 70,01 is BB).
BATAS_PREDIKAT = {"AA": 90, "A": 80, "BB": 70, "B": 60, "CC": 50, "C": 30}
LANGKAH_SKOR = Fraction(1, 100)

_BILANGAN = r"[-+]?[0-9]+(?:\.[0-9]+)?"
_RENTANG = re.compile(rf"({_BILANGAN})\s*-\s*({_BILANGAN})")
_HURUF = re.compile(rf"(.+?)\s*(?:\(({_BILANGAN})\))?")


@dataclass(frozen=True)
class Nilai:
    """A target or realisasi, exact: `angka`, or `rentang` (lo, hi), or `huruf` with an optional `skor`."""

    angka: Fraction | None = None
    rentang: tuple[Fraction, Fraction] | None = None
    huruf: str | None = None
    skor: Fraction | None = None

    @property
    def besaran(self) -> Fraction | None:
        """The number to compute with: angka, else the score of letters."""
        return self.skor if self.angka is None else self.angka

    def to_teks(self) -> str:
        """The canonical text: "2.75", "80-90", "BB", "BB (70.01)"."""
        if self.angka is not None:
            return _write(self.angka)
        if self.rentang is not None:
            return "-".join(map(_write, self.rentang))
        return self.huruf + (f" ({_write(self.skor)})" if self.skor is not None else "") if self.huruf else ""


Target = Nilai


def make_nilai(x: int | Decimal | Fraction) -> Nilai:
    """A number as Nilai."""
    return Nilai(angka=Fraction(x))


def parse_nilai(teks: str | None) -> Nilai | None:
    """The value of a canonical text ("2.75", "80-90", "BB (70.01)"; dot decimals), None for None or blank."""
    bersih = (teks or "").strip()
    if not bersih:
        return None
    if re.fullmatch(_BILANGAN, bersih):
        return Nilai(angka=Fraction(bersih))
    if rentang := _RENTANG.fullmatch(bersih):
        return Nilai(rentang=(Fraction(rentang[1]), Fraction(rentang[2])))
    huruf = _HURUF.fullmatch(bersih)
    assert huruf is not None  # any text that is not blank has letters
    return Nilai(huruf=huruf[1], skor=Fraction(huruf[2]) if huruf[2] else None)


def peringkat(huruf: str) -> tuple[str, int] | None:
    """Table ("predikat" or "opini") and ordinal rank of letters (DOMAIN §5.3), None when unknown; case is ignored.

    >>> peringkat("bb"), peringkat("WTP"), peringkat("Baik")
    (('predikat', 5), ('opini', 4), None)
    """
    kode = re.sub(r"^(?:predikat|opini|nilai)\s+|\s*\(.*\)$", "", huruf.strip(), flags=re.IGNORECASE).upper()
    for nama, tabel in (("predikat", PERINGKAT_PREDIKAT), ("opini", PERINGKAT_OPINI)):
        if kode in tabel:
            return nama, tabel[kode]
    return None


def ya_tidak(huruf: str) -> bool | None:
    """True or False for a word of having or lacking something ("ada", "belum"), None for other words."""
    kata = " ".join(huruf.casefold().split())
    return True if kata in KATA_YA else False if kata in KATA_TIDAK else None


def predikat_skor(skor: Fraction) -> str:
    """The predikat AKIP of a score."""
    return next((p for p, batas in BATAS_PREDIKAT.items() if skor > batas), "D")


def skor_predikat(huruf: str) -> Fraction | None:
    """The lowest score (two digits) of a predikat AKIP: BB → 70,01; None for D and for other letters."""
    known = peringkat(huruf)
    if known is None or known[0] != "predikat":
        return None
    batas = next((BATAS_PREDIKAT.get(p) for p, rank in PERINGKAT_PREDIKAT.items() if rank == known[1]), None)
    return None if batas is None else batas + LANGKAH_SKOR


def _write(x: Fraction) -> str:
    return str(to_decimal(x))
