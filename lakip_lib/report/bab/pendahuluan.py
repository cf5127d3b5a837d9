"""Bab I: the agency, its task, its people, the issues of the year."""

from lakip_lib.narrative.kalimat import write
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.bagian import Bagian, daftar, teks, tunjuk, write_narasi
from lakip_lib.tables import tabulate_pegawai

SISTEMATIKA = (
    "Bab I Pendahuluan, yang memuat gambaran umum organisasi, sumber daya, dan isu strategis;",
    "Bab II Perencanaan Kinerja, yang memuat ringkasan Renstra, indikator kinerja utama, perjanjian kinerja, dan rencana "
    "aksi;",
    "Bab III Akuntabilitas Kinerja, yang memuat capaian setiap sasaran dengan tujuh analisis dan realisasi anggaran;",
    "Bab IV Penutup, yang memuat simpulan dan langkah perbaikan;",
    "Lampiran, yang memuat perjanjian kinerja (Lampiran 1), rencana aksi (Lampiran 2), data dukung (Lampiran 3), rumus "
    "yang digunakan (Lampiran 4), asal setiap angka (Lampiran 5), catatan mutu data (Lampiran 6), dan kolofon (Lampiran 7).",
)


def write_sumber_daya(konteks: Konteks) -> Bagian:
    """Text on people and means, and the table of staff where the planning has one."""
    narasi = write_narasi(konteks, "sumber-daya")
    if not konteks.kinerja.records("pegawai"):
        return narasi
    tabel = tabulate_pegawai(konteks.kinerja)
    return (*narasi, *tunjuk("Susunan pegawai disajikan pada {rujukan}.", tabel), tabel)


def write_sistematika() -> Bagian:
    """How the report is laid out."""
    return (*teks("Laporan ini disusun dengan sistematika sebagai berikut:"), *daftar(write(b) for b in SISTEMATIKA))
