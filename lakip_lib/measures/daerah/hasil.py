"""`HasilDaerah`: every figure of a district's story, as printed; rekap.json holds all of it.

Lists are entered by kode, so that a figure has a reference as in hasil.json: "instansi/dishub/capaian",
"sebaran/penyerapan/median", "urusan/2.16/persen".
"""

from decimal import Decimal
from typing import Literal

from lakip_lib.measures.bagian import Bagian

Keadaan = Literal["selesai", "perbaikan", "gagal", "belum"]
Sebab = Literal["kosong", "belum_dijalankan", "setelan", "program", "hasil_rusak", "terhenti", "wajib"]


class IdentitasDaerah(Bagian):
    """Whose story it is; `tanggal` is the latest date of the agencies' documents, there is no clock in it."""

    pemda: str
    ibu_kota: str
    tanggal: str
    contoh: bool = False
    kertas: Literal["A4", "F4"] = "A4"


class LaluDaerah(Bagian):
    """An agency beside its last year; both changes in poin, None where they cannot be compared and why in alasan."""

    tahun: int
    capaian: Decimal | None
    perubahan: Decimal | None
    penyerapan: Decimal | None
    perubahan_penyerapan: Decimal | None
    alasan: Literal["tanpa_lalu", "cara_berbeda", "tak_dinilai"] | None


class InstansiDaerah(Bagian):
    """One agency. Its figures are None unless they come from the run that `keadaan` speaks of.

    `peringkat` only where at least half of its indikator were assessed; `porsi` is the percent of the assessed that
    reached their target; `angka_lama` says that an earlier run left figures, which are not used.
    """

    kode: str
    nama: str
    singkatan: str
    jenis: str
    keadaan: Keadaan
    sebab: Sebab | None
    pesan: tuple[str, ...]
    angka_lama: bool
    wajib: int
    peringkat: int | None
    capaian: Decimal | None
    capaian_mentah: Decimal | None
    kategori: str | None
    jumlah: int | None
    dinilai: int | None
    tercapai: int | None
    porsi: Decimal | None
    pagu: Decimal | None
    realisasi_anggaran: Decimal | None
    sisa: Decimal | None
    penyerapan: Decimal | None
    kuadran: str | None
    lalu: LaluDaerah


class RekapInstansi(Bagian):
    """Counts of agencies: all, with figures of this run, by state, and those that have each figure."""

    jumlah: int
    melapor: int
    selesai: int
    perbaikan: int
    gagal: int
    belum: int
    bercapaian: int
    berperingkat: int
    beranggaran: int


class RekapIndikator(Bagian):
    """Counts of indikator over all agencies with figures; porsi in percent of the assessed."""

    jumlah: int
    dinilai: int
    tak_dinilai: int
    tercapai: int
    porsi: Decimal | None


class Cacah(Bagian):
    """How many agencies (instansi), and how many things in them (jumlah), of one kind."""

    kode: str
    label: str
    instansi: int
    jumlah: int


class Sebaran(Bagian):
    """The spread of one figure over the agencies that have it; quartiles as Excel's QUARTILE.INC."""

    kode: str
    label: str
    jumlah: int
    terendah: Decimal | None
    kuartil_bawah: Decimal | None
    median: Decimal | None
    kuartil_atas: Decimal | None
    tertinggi: Decimal | None
    rata: Decimal | None


class CaraHitung(Bagian):
    """How many agencies computed their capaian in the same way; skala is a name or "sendiri"."""

    kode: str
    batas_capaian: str
    rata_instansi: str
    metode_min: str
    skala: str
    instansi: int


class AnggaranDaerah(Bagian):
    """Budget of an urusan or a program over all agencies that have its code, in rupiah."""

    kode: str
    uraian: str
    instansi: int
    pagu: Decimal
    realisasi_anggaran: Decimal
    sisa: Decimal
    persen: Decimal | None


class BarisAnggaran(Bagian):
    """One agency's part in an urusan or program: what the sums are made of."""

    instansi: str
    level: Literal["urusan", "program"]
    kode: str
    pagu: Decimal
    realisasi_anggaran: Decimal


class TotalDaerah(Bagian):
    """A sum over agencies, in rupiah."""

    pagu: Decimal
    realisasi_anggaran: Decimal
    sisa: Decimal
    persen: Decimal | None


class KuadranDaerah(Bagian):
    """How many agencies stand in one field of the plane capaian × penyerapan."""

    kode: str
    instansi: int
    bacaan: str


class RekapLalu(Bagian):
    """How many agencies could be compared with last year, and which way they moved."""

    tahun: int
    dibanding: int
    naik: int
    tetap: int
    turun: int
    tanpa_lalu: int
    cara_berbeda: int
    tak_dinilai: int


class TemuanDaerah(Bagian):
    """One rule that was broken: in how many agencies, how often, and one of its messages behind its agency's name."""

    kode: str
    tingkat: str
    instansi: int
    jumlah: int
    contoh: str


class HasilDaerah(Bagian):
    """All figures of a district's year and periode."""

    skema: str = "1"
    tahun: int
    periode: str
    daerah: IdentitasDaerah
    rekap: RekapInstansi
    indikator: RekapIndikator
    instansi: tuple[InstansiDaerah, ...]
    salah_nama: tuple[str, ...]
    sebab: tuple[Cacah, ...]
    sebaran: tuple[Sebaran, ...]
    jenis: tuple[Sebaran, ...]
    kategori: tuple[Cacah, ...]
    alasan: tuple[Cacah, ...]
    cara_hitung: tuple[CaraHitung, ...]
    anggaran_total: TotalDaerah
    urusan: tuple[AnggaranDaerah, ...]
    program: tuple[AnggaranDaerah, ...]
    rincian_anggaran: tuple[BarisAnggaran, ...]
    kuadran: tuple[KuadranDaerah, ...]
    lalu: RekapLalu
    temuan: tuple[TemuanDaerah, ...]

    def get_instansi(self, kode: str) -> InstansiDaerah:
        """The agency of that kode; KeyError where there is none."""
        return {item.kode: item for item in self.instansi}[kode]

    def list_peringkat(self) -> list[InstansiDaerah]:
        """The agencies that have a rank, best first; of equal ranks the higher raw figure first."""
        ada = [i for i in self.instansi if i.peringkat is not None]
        return sorted(ada, key=lambda i: (i.peringkat or 0, -(i.capaian_mentah or 0), i.kode))

    def list_tanpa_angka(self) -> list[InstansiDaerah]:
        """The agencies without figures of this run, and those that failed after their figures were there."""
        return [i for i in self.instansi if i.jumlah is None or i.keadaan in {"gagal", "belum"}]

    def get_sebaran(self, kode: str) -> Sebaran:
        """The spread of that figure; KeyError where there is none."""
        return {item.kode: item for item in self.sebaran}[kode]
