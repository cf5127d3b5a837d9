"""The 23 items of the reviu, PermenPAN-RB 53/2014 Lampiran III, in our own words (DOMAIN §3: I 6, II 7, III 10)."""

from dataclasses import dataclass
from typing import Literal

KELOMPOK = {"I": "Format", "II": "Mekanisme penyusunan", "III": "Substansi"}


@dataclass(frozen=True)
class Butir:
    """One item: its number, the statement, who can answer it, and what is looked at.

    jenis: A the program decides, P the program gives a strong hint, M only a person can say.
    """

    no: str
    teks: str
    jenis: Literal["A", "P", "M"]
    dilihat: str

    @property
    def kelompok(self) -> str:
        """The part of the checklist it stands in."""
        return KELOMPOK[self.no.partition(".")[0]]


BUTIR = (
    Butir(
        "I.1",
        "Laporan menampilkan data penting instansi.",
        "A",
        "nama, tugas dan fungsi, struktur organisasi, pegawai, dan isu strategis terisi",
    ),
    Butir(
        "I.2",
        "Laporan menyajikan informasi target kinerja.",
        "A",
        "target dan satuan setiap indikator PK pada T2.3a dan T3.1",
    ),
    Butir(
        "I.3",
        "Laporan menyajikan capaian kinerja secara memadai.",
        "A",
        "T3.1 sampai T3.3 lengkap; yang belum dapat dinilai disertai alasan",
    ),
    Butir(
        "I.4",
        "Lampiran mendukung informasi dalam batang tubuh.",
        "A",
        "lampiran PK ada, setiap lampiran dirujuk, setiap rujukan ada tujuannya",
    ),
    Butir("I.5", "Laporan memuat upaya perbaikan ke depan.", "P", "tindak lanjut T3.5 dan langkah perbaikan Bab IV"),
    Butir("I.6", "Laporan menyajikan akuntabilitas keuangan.", "A", "T3.8 ada dan jumlahnya sama dengan LRA"),
    Butir("II.1", "Laporan disusun oleh unit kerja yang bertugas menyusunnya.", "M", "unit penyusun yang tercatat"),
    Butir(
        "II.2", "Informasi dalam laporan didukung data yang memadai.", "P", "data dukung setiap indikator ada dan utuh"
    ),
    Butir(
        "II.3",
        "Tersedia mekanisme penyampaian data dari unit kerja ke unit penyusun.",
        "A",
        "daftar kirim formulir dan catatan penerimaannya",
    ),
    Butir(
        "II.4",
        "Penanggung jawab pengumpulan data ditetapkan pada setiap unit kerja.",
        "A",
        "PIC setiap unit dan setiap indikator terisi",
    ),
    Butir(
        "II.5",
        "Keandalan data dan informasi kinerja dapat diyakini.",
        "P",
        "tanpa temuan wajib, formulir diperiksa atasan, sumber data disebutkan",
    ),
    Butir("II.6", "Analisis dalam laporan diketahui unit kerja terkait.", "P", "konfirmasi setiap unit"),
    Butir(
        "II.7",
        "Laporan merupakan gabungan partisipasi unit kerja di bawahnya.",
        "A",
        "formulir semua unit berstatus diterima",
    ),
    Butir(
        "III.1",
        "Tujuan dan sasaran dalam laporan sesuai dengan perjanjian kinerja.",
        "A",
        "sasaran PK sama dengan sasaran Bab II dan Bab III",
    ),
    Butir(
        "III.2",
        "Tujuan dan sasaran selaras dengan rencana strategis.",
        "A",
        "tiap sasaran bertujuan dan bertarget Renstra",
    ),
    Butir(
        "III.3",
        "Bila III.1 atau III.2 tidak terpenuhi, laporan menjelaskan sebabnya.",
        "P",
        "penjelasan bagi sasaran yang berbeda",
    ),
    Butir(
        "III.4",
        "Indikator kinerja dalam laporan sesuai dengan indikator yang ditetapkan.",
        "A",
        "indikator PK sama dengan indikator T2.3a dan T3.1",
    ),
    Butir(
        "III.5",
        "Indikator kinerja dalam laporan sesuai dengan IKU.",
        "A",
        "indikator berjenis IKU ada pada T2.2 dan T3.1",
    ),
    Butir(
        "III.6",
        "Bila III.4 atau III.5 tidak terpenuhi, laporan menjelaskan sebabnya.",
        "P",
        "penjelasan bagi indikator yang berbeda",
    ),
    Butir(
        "III.7",
        "Laporan membandingkan kinerja dengan tahun lalu, target jangka menengah, dan standar nasional.",
        "A",
        "T3.2, T3.3, dan T3.4 memuat setiap indikator",
    ),
    Butir(
        "III.8",
        "IKU dan IK cukup mengukur tujuan dan sasaran.",
        "M",
        "petunjuk: tiap sasaran mempunyai indikator hasil",
    ),
    Butir(
        "III.9",
        "Bila III.8 tidak terpenuhi, laporan menjelaskan sebabnya.",
        "P",
        "penjelasan bagi sasaran yang belum terukur",
    ),
    Butir(
        "III.10",
        "IKU dan IK memenuhi kriteria SMART.",
        "P",
        "satuan, formula, sumber data, waktu rilis, dan target terisi; nama berupa ukuran, bukan kegiatan",
    ),
)
