"""LKE of PermenPAN-RB 88/2021, component 3 Pelaporan Kinerja: weights, criteria and grades as data (DOMAIN §4)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

BOBOT_KOMPONEN = Decimal(15)


@dataclass(frozen=True)
class Subkomponen:
    """One of the three levels, with its weight in points of the whole LKE."""

    kode: str
    nama: str
    bobot: Decimal


@dataclass(frozen=True)
class Kriteria:
    """One criterion in our own words, and what would prove it or has to be done."""

    kode: str
    teks: str
    tindakan: str

    @property
    def sub(self) -> str:
        """The sub-component it belongs to: "3.a"."""
        return self.kode.rpartition(".")[0]


SUBKOMPONEN = (
    Subkomponen("3.a", "Keberadaan", Decimal(3)),
    Subkomponen("3.b", "Kualitas", Decimal("4.5")),
    Subkomponen("3.c", "Pemanfaatan", Decimal("7.5")),
)
Huruf = Literal["AA", "A", "BB", "B", "CC", "C", "D", "E"]
# Answer of a sub-component in percent [S:LKE-G]: AA and A say more than that all criteria are met, so a person gives them.
NILAI_HURUF: dict[Huruf, int] = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
TERTINGGI: Huruf = "BB"  # the most the program proposes

KRITERIA = (
    Kriteria("3.a.1", "Laporan kinerja telah disusun.", "Susun laporan kinerja."),
    Kriteria("3.a.2", "Laporan kinerja disusun secara berkala.", "Susun laporan triwulan I, II, dan III."),
    Kriteria(
        "3.a.3",
        "Laporan kinerja telah diformalkan.",
        "Tetapkan dengan tanda tangan Kepala, bekukan, dan beri nomor surat.",
    ),
    Kriteria("3.a.4", "Laporan kinerja telah direviu.", "Mintakan reviu dan simpan pernyataan telah direviu."),
    Kriteria(
        "3.a.5", "Laporan kinerja telah dipublikasikan.", "Muat pada laman resmi dan catat alamat serta tanggalnya."
    ),
    Kriteria("3.a.6", "Laporan kinerja disampaikan tepat waktu.", "Sampaikan paling lambat pada tenggat laporan."),
    Kriteria("3.b.1", "Laporan kinerja disusun sesuai standar.", "Lengkapi bab dan tujuh analisis setiap sasaran."),
    Kriteria(
        "3.b.2",
        "Laporan mengungkap seluruh informasi pencapaian kinerja.",
        "Sajikan setiap indikator PK dan IKU pada Bab III.",
    ),
    Kriteria(
        "3.b.3", "Laporan membandingkan realisasi dengan target tahunan.", "Lengkapi tabel target dan realisasi (T3.1)."
    ),
    Kriteria(
        "3.b.4",
        "Laporan membandingkan realisasi dengan target jangka menengah.",
        "Lengkapi tabel kemajuan Renstra (T3.3).",
    ),
    Kriteria(
        "3.b.5",
        "Laporan membandingkan realisasi dengan tahun-tahun sebelumnya.",
        "Lengkapi riwayat dan tabel antartahun (T3.2).",
    ),
    Kriteria(
        "3.b.6",
        "Laporan membandingkan realisasi dengan acuan nasional atau internasional.",
        "Cari pembanding nasional, provinsi, atau instansi sejenis dan isi lembar Standar.",
    ),
    Kriteria(
        "3.b.7",
        "Laporan menjelaskan mutu capaian beserta upaya nyata dan hambatannya.",
        "Lengkapi hambatan, solusi, dan tindak lanjut pada F2 Analisis.",
    ),
    Kriteria(
        "3.b.8", "Laporan menyajikan efisiensi penggunaan sumber daya.", "Petakan anggaran ke setiap sasaran (T3.6)."
    ),
    Kriteria(
        "3.b.9",
        "Laporan memuat rekomendasi perbaikan.",
        "Tuliskan tindak lanjut yang khusus dan langkah perbaikan Bab IV.",
    ),
    Kriteria(
        "3.c.1",
        "Informasi laporan menjadi perhatian utama pimpinan.",
        "Simpan disposisi dan notula rapat pembahasan laporan oleh pimpinan.",
    ),
    Kriteria(
        "3.c.2",
        "Penyajian laporan menjadi kepedulian seluruh pegawai.",
        "Simpan undangan, presensi, dan notula pembahasan bersama pegawai.",
    ),
    Kriteria(
        "3.c.3",
        "Informasi laporan berkala dipakai untuk menyesuaikan aktivitas.",
        "Simpan rencana aksi yang diubah beserta notula pemantauannya.",
    ),
    Kriteria(
        "3.c.4",
        "Informasi laporan berkala dipakai untuk menyesuaikan anggaran.",
        "Simpan DPA perubahan dan telaah yang merujuk laporan berkala.",
    ),
    Kriteria(
        "3.c.5",
        "Informasi laporan dipakai untuk mengevaluasi keberhasilan kinerja.",
        "Simpan laporan evaluasi internal yang memakai capaian laporan.",
    ),
    Kriteria(
        "3.c.6",
        "Informasi laporan dipakai untuk menyesuaikan perencanaan berikutnya.",
        "Simpan matriks tindak lanjut pada Renja, PK, atau Renstra berikutnya.",
    ),
    Kriteria(
        "3.c.7",
        "Informasi laporan memengaruhi perubahan budaya kinerja.",
        "Simpan bukti perubahan cara kerja, misalnya penghargaan atau penyelarasan SKP.",
    ),
)
