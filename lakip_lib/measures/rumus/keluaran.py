"""The output of a sub kegiatan against its target."""

from decimal import Decimal
from fractions import Fraction

from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus.capaian import capaian_max
from lakip_lib.measures.rumus.nilai import parse_nilai


def compute_capaian_keluaran(target: str | None, realisasi: str | None) -> Decimal | None:
    """Realisasi against target of an output (canonical), in percent (formula MAX); None where one is no plain number.

    >>> compute_capaian_keluaran("12", "11")
    Decimal('91.67')
    """
    t, r = parse_nilai(target), parse_nilai(realisasi)
    if t is None or r is None or t.angka is None or r.angka is None:
        return None
    hasil = capaian_max(t.angka, r.angka)
    return print_angka(hasil) if isinstance(hasil, Fraction) else None
