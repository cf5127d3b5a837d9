"""The output of a sub kegiatan against its target."""

from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import parse_angka
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus.capaian import capaian_max


def compute_capaian_keluaran(target: str | None, realisasi: str | None) -> Decimal | None:
    """Realisasi against target of an output as typed, in percent (formula MAX); None where one is no plain number.

    >>> compute_capaian_keluaran("12", "11")
    Decimal('91.67')
    """
    angka = [parse_angka(teks).nilai if teks else None for teks in (target, realisasi)]
    if angka[0] is None or angka[1] is None:
        return None
    hasil = capaian_max(Fraction(angka[0]), Fraction(angka[1]))
    return print_angka(hasil) if isinstance(hasil, Fraction) else None
