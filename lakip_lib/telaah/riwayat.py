"""Capaian printed in earlier reports (or beside this year's figures) against what their own figures give."""

from collections.abc import Iterator
from decimal import Decimal

from lakip_lib.formats import format_persen
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.temuan import Temuan

BERKAS, LEMBAR = "perencanaan.xlsx", "Riwayat"
SELISIH = Decimal("0.01")


def review_riwayat(hasil: Hasil) -> Iterator[Temuan]:
    """A finding for each printed capaian that is not the computed one; and for the mean of those of this year."""
    for rincian in hasil.rincian.indikator:
        for tahun in rincian.lintas_tahun:
            tercetak, hitung = tahun.capaian_tercetak, tahun.capaian
            if tercetak is None or hitung is None or tahun.target is None or tahun.realisasi is None:
                continue
            if abs(tercetak - hitung) > SELISIH:
                pesan = (
                    f"Lembar {LEMBAR} pada {BERKAS}: capaian {rincian.kode} tahun {tahun.tahun} tercetak "
                    f"{format_persen(tercetak)}, sedangkan dari target dan realisasinya {format_persen(hitung)}. "
                    "Mohon diperiksa; yang dipakai hasil hitung."
                )
                yield Temuan(
                    BERKAS,
                    "capaian-tercetak-berbeda",
                    Tingkat.PERINGATAN,
                    pesan,
                    lembar=LEMBAR,
                    kolom="capaian_tercetak",
                    nilai=str(tercetak),
                )
