"""Quarters against the year, in targets and in realisasi, and quarters that look like year-to-date figures."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from lakip_lib.formats import format_angka
from lakip_lib.istilah import AGREGASI_LABEL, TW, TW_LABEL, Agregasi, Tingkat
from lakip_lib.measures import Hasil, compute_hasil
from lakip_lib.measures.hasil import IndikatorHasil, IndikatorRincian
from lakip_lib.measures.rumus import Nilai, aggregate_triwulan, parse_nilai
from lakip_lib.measures.triwulan import differ
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.telaah.tempat import Tempat
from lakip_lib.temuan import Temuan

DEKAT = Fraction(15, 100)  # the last quarter within 15 % of the year's target looks like a sum to date


def review_target(kinerja: Kinerja, settings: Instansi, setahun: Hasil | None = None) -> Iterator[Temuan]:
    """Quarterly targets that do not come to the year's, whatever the period: the planning's own fault.

    `setahun` are the whole year's figures where they are computed already.
    """
    hasil, tempat = setahun or compute_hasil(kinerja, settings), Tempat(kinerja)
    rincian = {r.kode: r for r in hasil.rincian.indikator}
    for indikator in hasil.indikator:
        yield from _review_target(indikator, rincian[indikator.kode].target_triwulan, tempat)


def review_triwulan(hasil: Hasil, kinerja: Kinerja, tempat: Tempat) -> Iterator[Temuan]:
    """Findings on quarters: of a whole year how they agree with it, of a running one which are left out."""
    rincian = {r.kode: r for r in hasil.rincian.indikator}
    isian = {row["indikator"]: row for row in kinerja.records("realisasi")}
    for indikator in hasil.indikator:
        row = isian.get(indikator.kode)
        if hasil.periode != "tahunan":
            if row is not None:
                yield from _review_kosong(indikator, rincian[indikator.kode], row, hasil.periode, tempat)
            continue
        if row is not None:
            yield from _review_realisasi(indikator, [row[tw] for tw in TW], row["realisasi"], tempat)


def _review_kosong(
    indikator: IndikatorHasil, rincian: IndikatorRincian, row: Mapping[str, Any], periode: str, tempat: Tempat
) -> Iterator[Temuan]:
    """A finding for each blank quarter that a period's figure had to do without (PROMISES §5).

    None where only the last quarter counts, where a typed year stands in, or where the plan leaves that quarter out.
    """
    lewat = TW[: int(periode[-1])]
    diganti = periode == "TW4" and row["realisasi"] is not None
    if indikator.realisasi is None or indikator.agregasi is Agregasi.AKHIR or diganti:
        return
    rencana = dict(zip(TW, rincian.target_triwulan, strict=True))
    ragu = {bagian.partition(":")[0] for bagian in (row["ragu"] or "").split()}  # typed, and asked for already
    for tw in lewat:
        tak_direncanakan = rencana[tw] is None and any(rencana[lain] is not None for lain in lewat)
        if row[tw] is None and tw not in ragu and not tak_direncanakan:
            teks = (
                f"{TW_LABEL[tw]} {indikator.kode} belum diisi, sehingga realisasi s.d. {TW_LABEL[lewat[-1]]} dihitung "
                "tanpanya. Mohon diisi; tuliskan 0 bila memang nihil."
            )
            yield tempat.make_isian("realisasi", indikator.kode, tw, "triwulan-kosong", Tingkat.PERINGATAN, teks)


def _show(nilai: Nilai) -> str:
    return format_angka(nilai.angka) if nilai.angka is not None else nilai.to_teks().replace(".", ",")


def _review_target(indikator: IndikatorHasil, tw: Sequence[str | None], tempat: Tempat) -> Iterator[Temuan]:
    target = parse_nilai(indikator.target)
    setahun = aggregate_triwulan(indikator.agregasi, [parse_nilai(t) for t in tw]).nilai
    if setahun is not None and target is not None and differ(setahun, target, indikator.target):
        teks = (
            f"target triwulan {indikator.kode} menghasilkan {_show(setahun)} ({AGREGASI_LABEL[indikator.agregasi]}), "
            f"sedangkan target setahun {_show(target)}. Mohon disamakan."
        )
        yield tempat.make(
            indikator, "target-triwulan-berbeda", Tingkat.PERINGATAN, teks, "target", nilai=indikator.target
        )


def _review_realisasi(
    indikator: IndikatorHasil, tw: Sequence[str | None], tahunan: str | None, tempat: Tempat
) -> Iterator[Temuan]:
    nilai = [parse_nilai(t) for t in tw]
    setahun = parse_nilai(tahunan)
    angka = [n.angka for n in nilai if n is not None and n.angka is not None]
    hitung = aggregate_triwulan(indikator.agregasi, nilai).nilai
    kumulatif = indikator.agregasi is Agregasi.JUMLAH and _looks_to_date(angka, setahun, indikator)
    if kumulatif:
        teks = (
            f"realisasi triwulan {indikator.kode} tidak pernah turun dan TW IV mendekati target setahun, seperti isian kumulatif. "
            "Mohon tuliskan angka tiap triwulan saja."
        )
        yield tempat.make(indikator, "triwulan-kumulatif", Tingkat.PERINGATAN, teks, "TW4", nilai=tw[3])
    if hitung is not None and setahun is not None and not kumulatif and differ(hitung, setahun, tahunan):
        teks = (
            f"realisasi setahun {indikator.kode} {_show(setahun)}, sedangkan dari triwulan "
            f"({AGREGASI_LABEL[indikator.agregasi]}) {_show(hitung)}. Angka setahun yang dipakai; mohon disamakan."
        )
        yield tempat.make(indikator, "triwulan-tidak-cocok", Tingkat.PERINGATAN, teks, "realisasi", nilai=tahunan)


def _looks_to_date(angka: Sequence[Fraction], setahun: Nilai | None, indikator: IndikatorHasil) -> bool:
    """Whether four quarters never fall and end near the year's target while their sum is far above it, or is not the
    year's own figure that the last one is."""
    target = parse_nilai(indikator.target)
    if target is None or not target.angka or len(angka) < 4:
        return False
    naik = all(a <= b for a, b in pairwise(angka)) and angka[0] < angka[-1]
    dekat = abs(angka[-1] - target.angka) <= abs(target.angka) * DEKAT
    tertulis = setahun is not None and setahun.angka == angka[-1] != sum(angka)
    return naik and ((dekat and sum(angka) > target.angka * 2) or (tertulis and angka[-2] > 0))
