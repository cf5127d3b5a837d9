"""Bab II: what was promised for the year."""

from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.rencana import describe_pk, describe_rencana_aksi, describe_renstra, list_tujuan
from lakip_lib.report.bab.bagian import Bagian, daftar, paragraf, teks, tunjuk
from lakip_lib.tables import (
    tabulate_iku,
    tabulate_pk_beda,
    tabulate_pk_indikator,
    tabulate_pk_program,
    tabulate_rencana_aksi,
    tabulate_renstra,
)


def write_renstra(konteks: Konteks) -> Bagian:
    """T2.1, after the years of the Renstra, its tujuan with their sasaran, and the number of indikator."""
    tabel = tabulate_renstra(konteks.hasil, konteks.kinerja, konteks.settings)
    pola = "Tujuan, sasaran, indikator, dan target tahunannya disajikan pada {rujukan}."
    tujuan = list_tujuan(konteks)
    return (
        *paragraf(describe_renstra(konteks)),
        *(teks("Tujuan dan sasaran Renstra ialah sebagai berikut:") if tujuan else ()),
        *daftar(tujuan, bernomor=True),
        *tunjuk(pola, tabel),
        tabel,
    )


def write_iku(konteks: Konteks) -> Bagian:
    """T2.2."""
    tabel = tabulate_iku(konteks.hasil, {unit.kode: unit.nama for unit in konteks.settings.unit})
    pola = (
        "Indikator kinerja utama dipakai untuk menilai keberhasilan pencapaian sasaran strategis. Formula atau definisi "
        "operasional, sumber data, dan penanggung jawabnya disajikan pada {rujukan}."
    )
    return (*tunjuk(pola, tabel), tabel)


def write_pk(konteks: Konteks) -> Bagian:
    """T2.3a and b, and how targets differ between Renstra, PK and PK Perubahan (T2.3c)."""
    indikator = tabulate_pk_indikator(konteks.hasil)
    program = tabulate_pk_program(konteks.hasil, konteks.kinerja)
    beda = tabulate_pk_beda(konteks.hasil, konteks.kinerja)
    return (
        *paragraf(describe_pk(konteks)),
        *tunjuk("Target kinerja yang diperjanjikan disajikan pada {rujukan}.", indikator),
        indikator,
        *tunjuk("Program dan anggaran yang mendukung pencapaian target tersebut disajikan pada {rujukan}.", program),
        program,
        *tunjuk("Perbedaan target antardokumen perencanaan beserta alasannya disajikan pada {rujukan}.", beda),
        beda,
    )


def write_rencana_aksi(konteks: Konteks) -> Bagian:
    """T2.4."""
    tabel = tabulate_rencana_aksi(konteks.hasil)
    pola = "Target setiap triwulan yang menjadi acuan pemantauan disajikan pada {rujukan}."
    return (*paragraf(describe_rencana_aksi(konteks)), *tunjuk(pola, tabel), tabel)
