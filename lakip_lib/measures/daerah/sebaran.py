"""Spread instead of means alone: lowest, quartiles, highest, and which kind of agency one is by its name."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lakip_lib.measures.daerah.hasil import Sebaran
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus.rerata import mean

# Beginnings of an agency's name, longer ones first where one begins the other.
JENIS = (
    ("sekretariat", "Sekretariat"),
    ("inspektorat", "Inspektorat"),
    ("dinas", "Dinas"),
    ("badan", "Badan"),
    ("satuan", "Satuan"),
    ("rumah sakit", "Rumah sakit"),
    ("rsud", "Rumah sakit"),
    ("uptd puskesmas", "Puskesmas"),
    ("upt puskesmas", "Puskesmas"),
    ("puskesmas", "Puskesmas"),
    ("pusat kesehatan masyarakat", "Puskesmas"),
    ("kecamatan", "Kecamatan"),
    ("kelurahan", "Kelurahan"),
    ("kantor", "Kantor"),
    ("bagian", "Bagian"),
)
JENIS_LAIN = "Lainnya"


def find_jenis(nama: str) -> str:
    """The kind of an agency, told from the beginning of its name.

    >>> find_jenis("UPTD Puskesmas Sukamaju"), find_jenis("Dinas Perhubungan"), find_jenis("RKPD")
    ('Puskesmas', 'Dinas', 'Lainnya')
    """
    kecil = " ".join(nama.casefold().split())
    return next((jenis for awal, jenis in JENIS if kecil.startswith(awal)), JENIS_LAIN)


def find_kuantil(nilai: Sequence[Decimal], bagian: Fraction) -> Fraction:
    """The value below which that part of the sorted values lies, between two of them in proportion (QUARTILE.INC).

    >>> find_kuantil([Decimal(1), Decimal(2), Decimal(3), Decimal(5)], Fraction(1, 2))
    Fraction(5, 2)
    """
    letak = (len(nilai) - 1) * bagian
    bawah = letak.numerator // letak.denominator
    atas = min(bawah + 1, len(nilai) - 1)
    return Fraction(nilai[bawah]) + (Fraction(nilai[atas]) - Fraction(nilai[bawah])) * (letak - bawah)


def compute_sebaran(kode: str, label: str, nilai: Sequence[Decimal | None]) -> Sebaran:
    """The spread of the values that are there; only a count of zero where none is."""
    ada = sorted(n for n in nilai if n is not None)
    if not ada:
        kosong = dict.fromkeys(("terendah", "kuartil_bawah", "median", "kuartil_atas", "tertinggi", "rata"))
        return Sebaran(kode=kode, label=label, jumlah=0, **kosong)
    return Sebaran(
        kode=kode,
        label=label,
        jumlah=len(ada),
        terendah=ada[0],
        kuartil_bawah=print_angka(find_kuantil(ada, Fraction(1, 4))),
        median=print_angka(find_kuantil(ada, Fraction(1, 2))),
        kuartil_atas=print_angka(find_kuantil(ada, Fraction(3, 4))),
        tertinggi=ada[-1],
        rata=print_angka(mean([Fraction(n) for n in ada])),
    )
