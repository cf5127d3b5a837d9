"""Capaian printed in earlier reports (or beside this year's figures) against what their own figures give."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.pembulatan import tolerance
from lakip_lib.telaah.tempat import Tempat
from lakip_lib.temuan import Temuan

BERKAS, LEMBAR = "perencanaan.xlsx", "Riwayat"
SELISIH = Fraction(1, 100)


def review_riwayat(hasil: Hasil, tempat: Tempat) -> Iterator[Temuan]:
    """A finding for each printed capaian that is not the computed one rounded to the digits printed."""
    for rincian in hasil.rincian.indikator:
        for tahun in rincian.lintas_tahun:
            tercetak, hitung = tahun.capaian_tercetak, tahun.capaian
            if tercetak is None or hitung is None or tahun.target is None or tahun.realisasi is None:
                continue
            if abs(tercetak - hitung) > max(SELISIH, tolerance(tercetak)):
                teks = (
                    f"capaian {rincian.kode} tahun {tahun.tahun} tercetak {_show(tercetak)}, sedangkan dari target dan "
                    f"realisasinya {format_persen(hitung)}. Mohon diperiksa; yang dipakai hasil hitung."
                )
                berkas, lembar, sel = tempat.find("riwayat", f"{rincian.kode}|{tahun.tahun}", "capaian_tercetak")
                yield tempat.make_di(
                    (berkas or BERKAS, lembar or LEMBAR, sel),
                    rincian.kode,
                    "capaian-tercetak-berbeda",
                    Tingkat.PERINGATAN,
                    teks,
                    kolom="capaian_tercetak",
                    nilai=str(tercetak),
                )


def _show(tercetak: Decimal) -> str:
    """As printed then: at least two digits where it had as many, never more than it had."""
    return format_angka(tercetak) + "%"
