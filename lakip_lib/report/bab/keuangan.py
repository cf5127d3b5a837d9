"""Bab III B and C: the budget, the efficiency of the agency, recommendations of last year's evaluation."""

from lakip_lib.charts import plot_anggaran_kelompok, plot_anggaran_program, plot_kuadran
from lakip_lib.narrative.efisiensi import describe_efisiensi_instansi
from lakip_lib.narrative.kalimat import join
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.program import describe_anggaran, describe_perubahan_pagu, describe_ujung_program
from lakip_lib.report.bab.bagian import Bagian, paragraf, pasang, tunjuk, write_narasi
from lakip_lib.tables import (
    tabulate_anggaran,
    tabulate_anggaran_sasaran,
    tabulate_anggaran_urusan,
    tabulate_efisiensi,
    tabulate_penunjang,
    tabulate_tindak_lanjut,
)


def write_anggaran(konteks: Konteks) -> Bagian:
    """The budget as a whole and by program: sentences, chart and text of narasi/; the tree itself comes last."""
    tabel, gambar = tabulate_anggaran(konteks.hasil), plot_anggaran_program(konteks.hasil)
    return (
        *paragraf(describe_anggaran(konteks), join(describe_perubahan_pagu(konteks), describe_ujung_program(konteks))),
        *tunjuk("Pagu dan realisasi setiap program disajikan pada {rujukan}.", gambar),
        *pasang(gambar),
        *write_narasi(konteks, "realisasi-anggaran"),
        *tunjuk("Rincian sampai tingkat sub kegiatan disajikan pada {rujukan}.", tabel),
    )


def write_rincian_anggaran(konteks: Konteks) -> Bagian:
    """T3.8: the whole budget tree, on turned pages of its own."""
    tabel = tabulate_anggaran(konteks.hasil)
    return (*tunjuk("Pagu, realisasi, dan sisa anggaran setiap baris disajikan pada {rujukan}.", tabel), tabel)


def write_anggaran_sasaran(konteks: Konteks) -> Bagian:
    """T3.9 by sasaran and, where there are several, by urusan; the efficiency of all sasaran and the quadrant."""
    hasil = konteks.hasil
    sasaran, efisiensi = tabulate_anggaran_sasaran(hasil), tabulate_efisiensi(hasil)
    urusan = tabulate_anggaran_urusan(hasil) if _count_urusan(konteks) > 1 else None
    gambar, kuadran = plot_anggaran_kelompok(hasil, "sasaran"), plot_kuadran(hasil)
    return (
        *tunjuk("Anggaran menurut sasaran disajikan pada {rujukan}.", sasaran, gambar),
        *pasang(sasaran, gambar),
        *tunjuk("Menurut urusan pemerintahan, anggaran disajikan pada {rujukan}.", urusan),
        *pasang(urusan),
        *paragraf(describe_efisiensi_instansi(konteks)),
        *tunjuk("Efisiensi seluruh sasaran disajikan pada {rujukan}.", efisiensi, kuadran),
        *pasang(efisiensi, kuadran),
    )


def _count_urusan(konteks: Konteks) -> int:
    return sum(k.jenis == "urusan" for k in konteks.hasil.rincian.kelompok)


def write_penunjang(konteks: Konteks) -> Bagian:
    """T3.7 of the lines that serve the whole agency, and of those not mapped yet; nothing where there are none."""
    blok: Bagian = ()
    pola = {
        "penunjang": "Program penunjang yang melayani seluruh sasaran disajikan pada {rujukan}.",
        "": "Anggaran yang belum dipetakan kepada sasaran disajikan pada {rujukan}.",
    }
    dipakai = {k.kode for k in konteks.hasil.rincian.kelompok if k.jenis == "sasaran"}
    for kode, kunci in (("penunjang", "penunjang"), ("", "belum dipetakan")):
        if kunci in dipakai:
            tabel = tabulate_penunjang(konteks.hasil, konteks.kinerja, kode)
            blok += (*tunjuk(pola[kode], tabel), tabel)
    return blok


def write_tindak_lanjut(konteks: Konteks) -> Bagian:
    """T3.11."""
    tabel = tabulate_tindak_lanjut(konteks.hasil, konteks.kinerja)
    pola = "Rekomendasi hasil evaluasi akuntabilitas kinerja tahun sebelumnya dan tindak lanjutnya disajikan pada {rujukan}."
    return (*tunjuk(pola, tabel), tabel)
