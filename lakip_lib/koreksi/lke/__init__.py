"""Self-score of Pelaporan Kinerja by the LKE of PermenPAN-RB 88/2021, with evidence and the points still to be had (R30)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lakip_lib.errors import UsageError
from lakip_lib.formats import round_half_up
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.lke.kriteria import (
    BOBOT_KOMPONEN,
    KRITERIA,
    NILAI_HURUF,
    SUBKOMPONEN,
    TERTINGGI,
    Huruf,
    Kriteria,
    Subkomponen,
)
from lakip_lib.koreksi.lke.periksa import PERIKSA, Keadaan, Penilaian, Peristiwa, Tonggak

# Lower edge (itself not included) of the share of criteria met; all met is BB, none E.
BATAS: tuple[tuple[Fraction, Huruf], ...] = (
    (Fraction(3, 4), "B"),
    (Fraction(1, 2), "CC"),
    (Fraction(1, 4), "C"),
    (Fraction(0), "D"),
)


@dataclass(frozen=True)
class NilaiManusia:
    """A grade that a person gives to a sub-component ("3.a"), with the reason."""

    kode: str
    huruf: Huruf
    alasan: str
    nama: str
    peran: str


@dataclass(frozen=True)
class NilaiKriteria:
    """One criterion: how it stands, why, its evidence, and while it is not met what to do and what it alone would add."""

    kriteria: Kriteria
    keadaan: Keadaan
    alasan: str
    bukti: tuple[str, ...]
    tambahan: Decimal

    @property
    def tindakan(self) -> str:
        """What to do, "" where it is met."""
        return "" if self.keadaan is Keadaan.TERPENUHI else self.kriteria.tindakan


@dataclass(frozen=True)
class NilaiSub:
    """One sub-component: the program's grade, a person's where given, points, and the points still to be had.

    ke_bb: what all its criteria would add; ke_puncak: what only a person's A or AA could add beyond.
    """

    sub: Subkomponen
    kriteria: tuple[NilaiKriteria, ...]
    terpenuhi: int
    usulan: Huruf
    manusia: NilaiManusia | None
    huruf: Huruf
    poin: Decimal
    ke_bb: Decimal
    ke_puncak: Decimal


@dataclass(frozen=True)
class NilaiLke:
    """The component: its points of 15 and its three sub-components."""

    sub: tuple[NilaiSub, ...]
    poin: Decimal
    bobot: Decimal = BOBOT_KOMPONEN

    @property
    def belum(self) -> tuple[NilaiKriteria, ...]:
        """The criteria still to be met, those that alone add most first."""
        sisa = [k for s in self.sub for k in s.kriteria if k.keadaan is not Keadaan.TERPENUHI]
        return tuple(sorted(sisa, key=lambda k: -k.tambahan))


def grade(terpenuhi: int, jumlah: int) -> Huruf:
    """The grade for a share of criteria met (DOMAIN §4), never above BB.

    >>> grade(6, 6), grade(7, 9), grade(4, 7), grade(0, 7)
    ('BB', 'B', 'CC', 'E')
    """
    if terpenuhi >= jumlah:
        return TERTINGGI
    bagian = Fraction(terpenuhi, jumlah)
    return next((huruf for batas, huruf in BATAS if bagian > batas), "E")


def score(bobot: Decimal, huruf: Huruf) -> Fraction:
    """Points of a sub-component: weight times the grade's value in percent, exact.

    >>> score(Decimal("4.5"), "B")
    Fraction(63, 20)
    """
    return Fraction(bobot) * NILAI_HURUF[huruf] / 100


def sum_poin(huruf: Sequence[Huruf]) -> Decimal:
    """The points of the component for its three grades in order.

    >>> sum_poin(["BB", "B", "CC"])
    Decimal('10.05')
    """
    semua = (score(s.bobot, h) for s, h in zip(SUBKOMPONEN, huruf, strict=True))
    return round_half_up(sum(semua, Fraction(0)), 2)


def score_lke(fakta: Fakta, tonggak: Tonggak, manusia: Iterable[NilaiManusia] = ()) -> NilaiLke:
    """Component 3 scored from document, data and milestones; a person's grade counts, the program's stays beside it.

    UsageError where a person's grade names no sub-component, no known grade, no name, no role or no reason.
    """
    orang = _index_manusia(tuple(manusia))
    temuan = {k.kode: _check(k, fakta, tonggak) for k in KRITERIA}
    sub = tuple(_score_sub(s, temuan, orang.get(s.kode)) for s in SUBKOMPONEN)
    return NilaiLke(sub, sum_poin([s.huruf for s in sub]))


def _index_manusia(manusia: tuple[NilaiManusia, ...]) -> dict[str, NilaiManusia]:
    for n in manusia:
        if n.kode not in {s.kode for s in SUBKOMPONEN} or n.huruf not in NILAI_HURUF:
            raise UsageError(
                f"Nilai '{n.huruf}' untuk '{n.kode}' tidak dikenal; nilailah 3.a, 3.b, atau 3.c dengan AA sampai E."
            )
        if not (n.nama.strip() and n.peran.strip() and n.alasan.strip()):
            raise UsageError(f"Nilai {n.kode} dari manusia harus menyebut nama, peran, dan alasannya.")
    return {n.kode: n for n in manusia}


def _check(kriteria: Kriteria, fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """What was found; evidence that people keep settles what only evidence can tell."""
    periksa = PERIKSA.get(kriteria.kode)
    kosong = Penilaian(Keadaan.PERLU_BUKTI, "Hanya dapat ditunjukkan dengan bukti; belum ada yang dicatat.")
    found = periksa(fakta, tonggak) if periksa else kosong
    bukti = tuple(b for b in tonggak.bukti.get(kriteria.kode, ()) if b.strip())
    if found.keadaan is not Keadaan.PERLU_BUKTI or not bukti:
        return found
    return Penilaian(Keadaan.TERPENUHI, f"Ditunjukkan dengan {len(bukti)} bukti yang dicatat.", (*found.bukti, *bukti))


def _score_sub(sub: Subkomponen, temuan: dict[str, Penilaian], manusia: NilaiManusia | None) -> NilaiSub:
    kriteria = [k for k in KRITERIA if k.sub == sub.kode]
    baik = sum(temuan[k.kode].keadaan is Keadaan.TERPENUHI for k in kriteria)
    usulan = grade(baik, len(kriteria))
    huruf = manusia.huruf if manusia else usulan
    poin, bb = score(sub.bobot, huruf), score(sub.bobot, TERTINGGI)
    naik = score(sub.bobot, grade(baik + 1, len(kriteria))) - poin if baik < len(kriteria) else Fraction(0)
    isi = []
    for k in kriteria:
        t = temuan[k.kode]
        tambahan = Fraction(0) if t.keadaan is Keadaan.TERPENUHI else max(naik, Fraction(0))
        isi.append(NilaiKriteria(k, t.keadaan, t.alasan, t.bukti, round_half_up(tambahan, 2)))
    return NilaiSub(
        sub,
        tuple(isi),
        baik,
        usulan,
        manusia,
        huruf,
        round_half_up(poin, 2),
        round_half_up(max(bb - poin, Fraction(0)), 2),
        round_half_up(Fraction(sub.bobot) - max(poin, bb), 2),
    )


__all__ = [
    "KRITERIA",
    "SUBKOMPONEN",
    "Keadaan",
    "NilaiKriteria",
    "NilaiLke",
    "NilaiManusia",
    "NilaiSub",
    "Peristiwa",
    "Tonggak",
    "grade",
    "score",
    "score_lke",
    "sum_poin",
]
