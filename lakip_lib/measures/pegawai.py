"""Staff by group, counted and shared out."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import KOSONG
from lakip_lib.measures.bagian import Bagian
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.model import Kinerja


class Pegawai(Bagian):
    """A kategori of a kelompok (the kelompok as a whole where it is None) and its share of the kelompok in percent."""

    kelompok: str
    kategori: str | None
    jumlah: Decimal
    persen: Decimal | None


def list_pegawai(kinerja: Kinerja) -> tuple[Pegawai, ...]:
    """Every kategori in the order typed, and after those of a kelompok their sum."""
    groups: defaultdict[str, list[tuple[str | None, Decimal]]] = defaultdict(list)
    for row in kinerja.records("pegawai"):
        groups[row["kelompok"] or "Pegawai"].append((row["kategori"] or KOSONG, row["jumlah"] or Decimal(0)))
    return tuple(pegawai for nama, isi in groups.items() for pegawai in _share(nama, isi))


def _share(nama: str, isi: list[tuple[str | None, Decimal]]) -> list[Pegawai]:
    jumlah = sum((n for _, n in isi), Decimal(0))
    bagian = [print_angka(Fraction(n) / Fraction(jumlah) * 100) if jumlah else None for _, n in isi]
    found = [
        Pegawai(kelompok=nama, kategori=kategori, jumlah=n, persen=persen)
        for (kategori, n), persen in zip(isi, bagian, strict=True)
    ]
    return [*found, Pegawai(kelompok=nama, kategori=None, jumlah=jumlah, persen=Decimal("100.00") if jumlah else None)]
