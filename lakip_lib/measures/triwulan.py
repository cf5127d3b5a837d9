"""The quarters of an indikator beside its period's own figures, and how many indikator are followed by quarter."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lakip_lib.istilah import AGREGASI_LABEL, PERIODE, Agregasi, StatusData
from lakip_lib.measures.bahan import Bahan, Isian
from lakip_lib.measures.hasil import IndikatorRincian, TriwulanHasil, TriwulanSasaran
from lakip_lib.measures.pembulatan import print_angka, tolerance
from lakip_lib.measures.rumus import Nilai, aggregate_triwulan, compute_capaian, three_capaian
from lakip_lib.rujukan import format_nilai

SERATUS = 100


class AngkaPeriode(NamedTuple):
    """The figures of an indikator for the period as a whole, computed once."""

    target: Nilai | None
    realisasi: Isian
    capaian: Decimal | None


def list_triwulan(bahan: Bahan, periode: str, sendiri: AngkaPeriode) -> tuple[TriwulanHasil, ...]:
    """The quarters, each on its own and up to and including it; those after the period stand empty.

    The quarter that ends the period has the period's own figures (`sendiri`) to date. Where the year that was typed is
    not what its quarters give, the quarters stand as typed and nothing is said of the way to it: no figures to date,
    and no capaian of quarters that should be parts of the year.
    """
    akhir = 4 if periode == "tahunan" else int(periode[-1])
    beda = periode == "tahunan" and is_berbeda(bahan)
    return tuple(
        _end_period(bahan, n, sendiri, beda=beda) if n == akhir else _compute(bahan, n, dibaca=n < akhir, beda=beda)
        for n in range(1, 5)
    )


def _compute(bahan: Bahan, n: int, *, dibaca: bool, beda: bool) -> TriwulanHasil:
    sd_target = aggregate_triwulan(bahan.agregasi, bahan.target_tw, PERIODE[n]).nilai
    sd_realisasi = aggregate_triwulan(bahan.agregasi, bahan.tw, PERIODE[n]).nilai if dibaca and not beda else None
    return _make(bahan, n, sd_target, sd_realisasi, _print_capaian(bahan, sd_target, sd_realisasi), (dibaca, beda))


def _end_period(bahan: Bahan, n: int, sendiri: AngkaPeriode, *, beda: bool) -> TriwulanHasil:
    return _make(bahan, n, sendiri.target, sendiri.realisasi, sendiri.capaian, (True, beda))


def _make(
    bahan: Bahan,
    n: int,
    sd_target: Nilai | None,
    sd_realisasi: Isian,
    sd_capaian: Decimal | None,
    tanda: tuple[bool, bool],
) -> TriwulanHasil:
    dibaca, beda = tanda
    target, realisasi = bahan.target_tw[n - 1], bahan.tw[n - 1] if dibaca else None
    ragu = beda and bahan.agregasi is Agregasi.JUMLAH
    return TriwulanHasil(
        periode=PERIODE[n],
        target=target.to_teks() if target else None,
        realisasi=realisasi.to_teks() if isinstance(realisasi, Nilai) else None,
        capaian=None if ragu else _print_capaian(bahan, target, realisasi),
        sd_target=sd_target.to_teks() if sd_target else None,
        sd_realisasi=sd_realisasi.to_teks() if isinstance(sd_realisasi, Nilai) else None,
        sd_capaian=sd_capaian,
    )


def _print_capaian(bahan: Bahan, target: Nilai | None, realisasi: Isian) -> Decimal | None:
    if target is None or not isinstance(realisasi, Nilai):
        return None
    mentah = compute_capaian(bahan.metode, target, realisasi, arah=bahan.arah, pita=bahan.pita).mentah
    return print_angka(three_capaian(mentah).capaian)


def differ(a: Nilai | None, b: Nilai | None, tertulis: str | None) -> bool:
    """Whether two figures of a year contradict each other; what cannot be compared does not."""
    if a is None or b is None:
        return False
    if a.besaran is not None and b.besaran is not None:
        return abs(a.besaran - b.besaran) > tolerance(tertulis)
    return a.huruf is not None and b.huruf is not None and a.huruf.casefold() != b.huruf.casefold()


def is_berbeda(bahan: Bahan) -> bool:
    """Whether the year that was typed is not what its quarters give by the agregasi."""
    if not isinstance(bahan.tahunan, Nilai) or bahan.isian.get("status_data") == StatusData.BELUM_RILIS:
        return False
    return differ(aggregate_triwulan(bahan.agregasi, bahan.tw).nilai, bahan.tahunan, bahan.isian.get("realisasi"))


def note_berbeda(bahan: Bahan, desimal: int) -> str | None:
    """Why the quarters of a year have no figures to date; None where they agree with the year."""
    hitung = aggregate_triwulan(bahan.agregasi, bahan.tw).nilai
    if not is_berbeda(bahan) or hitung is None or not isinstance(bahan.tahunan, Nilai):
        return None
    dari_tw, setahun = (format_nilai(nilai.to_teks(), desimal) for nilai in (hitung, bahan.tahunan))
    return (
        f"Isian triwulan menghasilkan {dari_tw} ({AGREGASI_LABEL[bahan.agregasi]}), sedangkan realisasi setahun yang "
        f"dituliskan {setahun}. Angka setahun yang dipakai; capaian yang bersandar pada triwulannya tidak dicetak."
    )


def is_dipantau(triwulan: Sequence[TriwulanHasil]) -> bool:
    """True when a quarter before the last has a target or a realisasi: else the indikator is measured once a year."""
    return any(t.target is not None or t.realisasi is not None for t in triwulan[:3])


def find_terakhir(triwulan: Sequence[TriwulanHasil]) -> TriwulanHasil | None:
    """The last quarter that has a realisasi to date."""
    return next((t for t in reversed(triwulan) if t.sd_realisasi is not None), None)


def count_triwulan(kode: str, rincian: Sequence[IndikatorRincian]) -> TriwulanSasaran:
    """How many indikator of a sasaran are followed by quarter, and how many of them met their target to date."""
    dipantau = [r.triwulan for r in rincian if is_dipantau(r.triwulan)]
    akhir = [t.sd_capaian for t in map(find_terakhir, dipantau) if t is not None and t.sd_capaian is not None]
    return TriwulanSasaran(
        kode=kode,
        jumlah=len(rincian),
        dipantau=len(dipantau),
        terbaca=len(akhir),
        memenuhi=sum(c >= SERATUS for c in akhir),
    )
