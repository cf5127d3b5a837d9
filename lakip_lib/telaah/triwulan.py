"""Quarters against the year, in targets and in realisasi, and quarters that look like year-to-date figures."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from lakip_lib.formats import format_angka
from lakip_lib.istilah import TW, Agregasi, Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.measures.rumus import aggregate_triwulan, parse_nilai
from lakip_lib.model import Kinerja
from lakip_lib.telaah.tempat import make_temuan
from lakip_lib.temuan import Temuan

DEKAT = Fraction(15, 100)  # the last quarter within 15 % of the year's target looks like a sum to date
SETENGAH_DIGIT = Fraction(1, 200)


def review_triwulan(hasil: Hasil, kinerja: Kinerja) -> Iterator[Temuan]:
    """Findings on quarters; only for the whole year, a running year has open quarters."""
    if hasil.periode != "tahunan":
        return
    isian = {row["indikator"]: row for row in kinerja.records("realisasi")}
    for indikator in hasil.indikator:
        yield from _review_target(indikator, hasil)
        row = isian.get(indikator.kode)
        if row is not None:
            yield from _review_realisasi(indikator, [row[tw] for tw in TW], row["realisasi"])


def _review_target(indikator: IndikatorHasil, hasil: Hasil) -> Iterator[Temuan]:
    tw = [parse_nilai(t) for t in hasil.get_rincian(indikator.kode).target_triwulan]
    target = parse_nilai(indikator.target)
    if target is None or target.angka is None or any(t is None or t.angka is None for t in tw):
        return
    setahun = aggregate_triwulan(indikator.agregasi, tw).nilai
    if setahun is not None and setahun.angka is not None and abs(setahun.angka - target.angka) > SETENGAH_DIGIT:
        teks = (
            f"target triwulan {indikator.kode} menghasilkan {format_angka(setahun.angka)} ({indikator.agregasi}), sedangkan "
            f"target setahun {format_angka(target.angka)}. Mohon disamakan."
        )
        yield make_temuan(
            indikator, "target-triwulan-berbeda", Tingkat.PERINGATAN, teks, "target", nilai=indikator.target
        )


def _review_realisasi(indikator: IndikatorHasil, tw: Sequence[str | None], tahunan: str | None) -> Iterator[Temuan]:
    nilai = [parse_nilai(t) for t in tw]
    setahun = parse_nilai(tahunan)
    if any(n is None or n.angka is None for n in nilai):
        return
    angka = [n.angka for n in nilai if n is not None and n.angka is not None]
    hitung = aggregate_triwulan(indikator.agregasi, nilai).nilai
    kumulatif = indikator.agregasi is Agregasi.JUMLAH and _looks_to_date(angka, indikator)
    if kumulatif:
        teks = (
            f"realisasi triwulan {indikator.kode} tidak pernah turun dan TW IV mendekati target setahun, seperti isian kumulatif. "
            "Mohon tuliskan angka tiap triwulan saja."
        )
        yield make_temuan(indikator, "triwulan-kumulatif", Tingkat.PERINGATAN, teks, "TW4", nilai=tw[3])
    if setahun is None or setahun.angka is None or hitung is None or hitung.angka is None or kumulatif:
        return
    if abs(hitung.angka - setahun.angka) > SETENGAH_DIGIT:
        teks = (
            f"realisasi setahun {indikator.kode} {format_angka(setahun.angka)}, sedangkan dari triwulan "
            f"({indikator.agregasi}) {format_angka(hitung.angka)}. Angka setahun yang dipakai; mohon disamakan."
        )
        yield make_temuan(indikator, "triwulan-tidak-cocok", Tingkat.PERINGATAN, teks, "realisasi", nilai=tahunan)


def _looks_to_date(angka: Sequence[Fraction], indikator: IndikatorHasil) -> bool:
    target = parse_nilai(indikator.target)
    if target is None or not target.angka or len(angka) < 4:
        return False
    naik = all(a <= b for a, b in pairwise(angka)) and angka[0] < angka[-1]
    return naik and abs(angka[-1] - target.angka) <= abs(target.angka) * DEKAT and sum(angka) > target.angka * 2
