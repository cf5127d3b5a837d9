"""Bab III A before the sasaran: the scale, the agency's achievement, the counts."""

from lakip_lib.charts import plot_capaian, plot_rekap
from lakip_lib.narrative.instansi import describe_batas, describe_instansi, describe_urutan
from lakip_lib.narrative.kalimat import join, write
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.tahun import describe_lalu_instansi
from lakip_lib.report.bab.bagian import Bagian, paragraf, pasang, tunjuk
from lakip_lib.tables import tabulate_capaian_instansi, tabulate_rekap, tabulate_skala


def write_skala(konteks: Konteks) -> Bagian:
    """T3.0 and how kategori and status are read."""
    tabel = tabulate_skala(konteks.hasil)
    penjelasan = write(
        "Kategori dan status dibaca bersama-sama. Kategori menunjukkan besarnya capaian menurut skala, sedangkan status "
        "menunjukkan apakah target terlampaui, tercapai, atau belum tercapai. Indikator dapat berkategori tinggi "
        "walaupun targetnya belum tercapai."
    )
    return (*tunjuk("Capaian kinerja dinilai dengan skala pada {rujukan}.", tabel), tabel, *paragraf(penjelasan))


def write_ringkasan(konteks: Konteks) -> Bagian:
    """The agency's achievement in words, T3.1 of all indikator, T3.10 and their charts."""
    hasil = konteks.hasil
    semua, rekap = tabulate_capaian_instansi(hasil), tabulate_rekap(hasil)
    g_capaian, g_rekap = plot_capaian(hasil), plot_rekap(hasil)
    return (
        *paragraf(
            describe_instansi(konteks),
            join(describe_urutan(konteks), describe_lalu_instansi(konteks)),
            describe_batas(konteks),
        ),
        *tunjuk("Target, realisasi, dan capaian seluruh indikator disajikan pada {rujukan}.", semua, g_capaian),
        *pasang(semua, g_capaian),
        *tunjuk("Banyaknya indikator menurut kategori dan status disajikan pada {rujukan}.", rekap, g_rekap),
        *pasang(rekap, g_rekap),
    )
