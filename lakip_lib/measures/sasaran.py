"""Means of sasaran and agency, efficiency, quadrant and counts (DOMAIN §5.5, §5.7; PROMISES §5)."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from lakip_lib.formats import round_half_up
from lakip_lib.istilah import STATUS_LABEL, Status
from lakip_lib.measures.anggaran import Uang, sum_uang
from lakip_lib.measures.hasil import EfisiensiHasil, InstansiCapaian, KuadranHasil, RekapHasil, SasaranHasil
from lakip_lib.measures.indikator import IndikatorLengkap
from lakip_lib.measures.kuadran import read_kuadran
from lakip_lib.measures.pembulatan import print_angka, print_rupiah
from lakip_lib.measures.rumus import (
    apply_cap,
    efisiensi_e1,
    efisiensi_e2,
    efisiensi_e3,
    efisiensi_e4,
    efisiensi_e5,
    mean,
    nilai_efisiensi,
    penyerapan,
    status_efisiensi,
)
from lakip_lib.measures.skala import Skala, status

SERATUS = Fraction(100)
METODE_EFISIENSI = ("E1", "E2", "E3", "E4", "E5")


class Rerata(NamedTuple):
    """Exact means of a group of indikator, and how many count."""

    capaian: Fraction | None  # of capped
    mentah: Fraction | None  # of raw
    dinilai: int
    jumlah: int
    tercapai: int


class SasaranLengkap(NamedTuple):
    """One sasaran: promised figures, exact means, money."""

    hasil: SasaranHasil
    rerata: Rerata
    uang: Uang | None
    bobot: Fraction | None


def compute_rerata(items: Sequence[IndikatorLengkap], bobot: Sequence[Fraction | None]) -> Rerata:
    """Means over the indikator that can be assessed; weights count only where all of them are declared.

    `dinilai` and `tercapai` count printed capaian, so that they agree with the status of each (99,996 is printed
    100,00) and with T3.10: a tak_hingga enters the mean at the cap and counts nowhere else.
    """
    tercetak = [item.hasil.capaian for item in items if item.hasil.capaian is not None]
    return Rerata(
        capaian=mean([item.tiga.rerata for item in items], bobot),
        mentah=mean([item.tiga.mentah for item in items], bobot),
        dinilai=len(tercetak),
        jumlah=len(items),
        tercapai=sum(c >= SERATUS for c in tercetak),
    )


def compute_sasaran(
    row: dict[str, Any],
    items: Sequence[IndikatorLengkap],
    bobot: Sequence[Fraction | None],
    uang: Uang | None,
    skala: Skala,
    metode: str,
    batas: Fraction | None,
    *,
    setahun: bool = True,
) -> SasaranLengkap:
    """One sasaran; its status is belum as soon as one assessed indikator is below 100 (DOMAIN §5.5).

    Efficiency is stated for a whole year only: a quarter's capaian is measured by the quarter's target, while the
    ceiling that spending is measured by is the year's.
    """
    rerata = compute_rerata(items, bobot)
    printed = print_angka(rerata.capaian)
    serapan = print_angka(penyerapan(uang.pagu, uang.realisasi)) if uang else None
    efisiensi = compute_efisiensi(metode, rerata.capaian, uang, batas) if setahun else None
    hasil = SasaranHasil(
        kode=row["kode"],
        uraian=row["uraian"],
        capaian=printed,
        capaian_mentah=print_angka(rerata.mentah),
        kategori=skala.kategori(printed),
        status=_status_sasaran(printed, rerata),
        dinilai=rerata.dinilai,
        jumlah=rerata.jumlah,
        tercapai=rerata.tercapai,
        pagu=print_rupiah(uang.pagu) if uang else None,
        realisasi_anggaran=print_rupiah(uang.realisasi) if uang else None,
        penyerapan=serapan,
        efisiensi=print_angka(efisiensi),
        status_efisiensi=status_efisiensi(printed if rerata.dinilai else None, serapan) if setahun else None,
    )
    return SasaranLengkap(hasil, rerata, uang, None if row["bobot"] is None else Fraction(row["bobot"]))


def _status_sasaran(printed: Decimal | None, rerata: Rerata) -> Status:
    if rerata.dinilai == 0:  # a mean of caps alone says nothing of a target
        return Status.TAK_DINILAI
    return Status.BELUM if rerata.tercapai < rerata.dinilai else status(printed)


def compute_efisiensi(
    metode: str, capaian: Fraction | None, uang: Uang | None, batas: Fraction | None
) -> Fraction | None:
    """Efficiency of one sasaran by a method of DOMAIN §5.7; None without a budget or a capaian.

    E1–E3 use capaian and penyerapan as printed, E4 and E5 the exact ones (E4: target volume 100, realised C).
    """
    if uang is None or not uang.pagu or capaian is None:
        return None
    c, s = print_angka(capaian), print_angka(penyerapan(uang.pagu, uang.realisasi))
    if metode == "E4":
        return efisiensi_e4([(uang.pagu, uang.realisasi, SERATUS, apply_cap(capaian, batas))])
    if metode == "E5":
        return efisiensi_e5([(uang.pagu, uang.realisasi, capaian)], batas)
    return {"E1": efisiensi_e1(c, s), "E2": efisiensi_e2(s), "E3": efisiensi_e3(c, s)}[metode]


def compute_instansi(
    items: Sequence[IndikatorLengkap], sasaran: Sequence[SasaranLengkap], cara: str, skala: Skala
) -> InstansiCapaian:
    """The agency's capaian: the mean of its sasaran (default) or of all indikator, raw beside capped."""
    semua = compute_rerata(items, [None] * len(items))
    capaian, mentah = mean_instansi(semua, sasaran, cara)
    printed = print_angka(capaian)
    return InstansiCapaian(
        capaian=printed,
        capaian_mentah=print_angka(mentah),
        kategori=skala.kategori(printed),
        cara=cara,
        dinilai=semua.dinilai,
        jumlah=semua.jumlah,
        tercapai=semua.tercapai,
    )


def mean_instansi(
    semua: Rerata, sasaran: Sequence[SasaranLengkap], cara: str
) -> tuple[Fraction | None, Fraction | None]:
    """The exact (capped, raw) mean of the agency by `cara`; means of sasaran are not rounded before."""
    if cara == "indikator":
        return semua.capaian, semua.mentah
    bobot = [s.bobot for s in sasaran]
    return mean([s.rerata.capaian for s in sasaran], bobot), mean([s.rerata.mentah for s in sasaran], bobot)


def list_efisiensi(sasaran: Sequence[SasaranLengkap], batas: Fraction | None) -> tuple[EfisiensiHasil, ...]:
    """Efficiency of each sasaran by each method, then E4 and E5 of all sasaran together under kode ""."""
    found = [_make_efisiensi(s, metode, batas) for metode in METODE_EFISIENSI for s in sasaran]
    with_money = [
        (s.uang, s.rerata.capaian) for s in sasaran if s.uang and s.uang.pagu and s.rerata.capaian is not None
    ]
    e4 = efisiensi_e4([(u.pagu, u.realisasi, SERATUS, apply_cap(c, batas)) for u, c in with_money])
    e5 = efisiensi_e5([(u.pagu, u.realisasi, c) for u, c in with_money], batas)
    return (*found, _sum_efisiensi("E4", e4), _sum_efisiensi("E5", e5))


def _make_efisiensi(s: SasaranLengkap, metode: str, batas: Fraction | None) -> EfisiensiHasil:
    nilai = compute_efisiensi(metode, s.rerata.capaian, s.uang, batas)
    ne = nilai_efisiensi(nilai) if metode in {"E4", "E5"} else None
    return EfisiensiHasil(
        kode=s.hasil.kode, metode=metode, nilai=print_angka(nilai), ne=print_angka(ne), status=s.hasil.status_efisiensi
    )


def _sum_efisiensi(metode: str, nilai: Fraction | None) -> EfisiensiHasil:
    ne = print_angka(nilai_efisiensi(nilai))
    return EfisiensiHasil(kode="", metode=metode, nilai=print_angka(nilai), ne=ne, status=None)


def list_kuadran(sasaran: Sequence[SasaranLengkap]) -> tuple[KuadranHasil, ...]:
    """Where each sasaran stands in the plane capaian × penyerapan."""
    found = []
    for s in sasaran:
        kuadran, bacaan = read_kuadran(s.hasil.capaian, s.hasil.penyerapan)
        found.append(
            KuadranHasil(
                kode=s.hasil.kode,
                capaian=s.hasil.capaian,
                penyerapan=s.hasil.penyerapan,
                kuadran=kuadran,
                bacaan=bacaan,
            )
        )
    return tuple(found)


def list_rekap(items: Sequence[IndikatorLengkap], skala: Skala) -> tuple[RekapHasil, ...]:
    """Counts of indikator by kategori (highest first, then those not assessed) and by status, with shares of all."""
    tak_dinilai = STATUS_LABEL[Status.TAK_DINILAI]
    kategori = Counter(item.hasil.kategori or tak_dinilai for item in items)
    statuses = Counter(STATUS_LABEL[item.hasil.status] for item in items)
    wanted = [("kategori", label, kategori[label]) for label in [*(p.label for p in skala.pita), tak_dinilai]]
    wanted += [("status", label, statuses[label]) for label in STATUS_LABEL.values()]
    total = len(items) or 1
    return tuple(
        RekapHasil(jenis=jenis, label=label, jumlah=n, persen=round_half_up(Fraction(n * 100, total), 2))
        for jenis, label, n in wanted
    )


def sum_sasaran(sasaran: Sequence[SasaranLengkap]) -> Uang:
    """The money of all sasaran together."""
    return sum_uang(s.uang for s in sasaran if s.uang)
