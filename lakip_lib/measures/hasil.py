"""`Hasil`: every computed figure of one agency-year, as printed. The only thing that display and documents read.

A figure is a Decimal rounded once (two digits for percentages and points) or None with an alasan; targets and realisasi
are canonical text ("2.75", "80-90", "BB"). `hasil.json` holds the promised part, `rincian` the rest.
"""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from lakip_lib.istilah import Agregasi, Alasan, Arah, Metode, Status


class Bagian(BaseModel):
    """Base: frozen, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sumber(Bagian):
    """The cell a figure was typed in; peran is target, realisasi, TW1…TW4, pembilang, penyebut, pagu …"""

    peran: str
    berkas: str
    sha256: str
    lembar: str
    sel: str


class Lalu(Bagian):
    """Last year beside this year. perubahan in satuan_perubahan "%" or "poin"; perkembangan membaik/tetap/memburuk."""

    tahun: int
    realisasi: str | None
    capaian: Decimal | None
    perubahan: Decimal | None
    satuan_perubahan: str | None
    perkembangan: str | None


class Renstra(Bagian):
    """Progress to the Renstra's end target by the chosen reading; status "sesuai jalur" or "perlu percepatan"."""

    tahun: int
    target: str | None
    kemajuan: Decimal | None
    status: str | None


class Standar(Bagian):
    """A national (or like) standard: selisih = realisasi − nilai, rasio = realisasi / nilai in percent."""

    tahun: int
    nilai: str
    lingkup: str | None
    jenis_standar: str | None
    sumber: str | None
    selisih: Decimal | None
    rasio: Decimal | None
    posisi: str | None  # "memenuhi", "belum memenuhi" (ambang); "lebih baik", "setara", "belum setara" (rata-rata)


class IndikatorHasil(Bagian):
    """One indikator as promised in hasil.json."""

    kode: str
    sasaran: str
    nama: str
    satuan: str
    arah: Arah
    metode: Metode
    agregasi: Agregasi
    target: str | None
    realisasi: str | None
    sementara: bool
    capaian: Decimal | None
    capaian_mentah: Decimal | None
    capaian_rerata: Decimal | None
    kategori: str | None
    status: Status
    alasan: Alasan | None
    lalu: Lalu | None
    renstra: Renstra | None
    standar: Standar | None
    sumber: tuple[Sumber, ...] = ()


class SasaranHasil(Bagian):
    """One sasaran; capaian is the mean of capped capaian, capaian_mentah of raw ones; money in rupiah."""

    kode: str
    uraian: str
    capaian: Decimal | None
    capaian_mentah: Decimal | None
    kategori: str | None
    status: Status
    dinilai: int
    jumlah: int
    tercapai: int
    pagu: Decimal | None
    realisasi_anggaran: Decimal | None
    penyerapan: Decimal | None
    efisiensi: Decimal | None
    status_efisiensi: str | None


class InstansiCapaian(Bagian):
    """The agency as a whole; cara is "sasaran" or "indikator", the level the mean was taken of."""

    capaian: Decimal | None
    capaian_mentah: Decimal | None
    kategori: str | None
    cara: str
    dinilai: int
    jumlah: int
    tercapai: int


class AnggaranHasil(Bagian):
    """One line of the budget tree, in rupiah; persen = realisasi / pagu × 100, None where pagu is 0."""

    kode: str
    level: str
    uraian: str
    pagu: Decimal
    realisasi_anggaran: Decimal
    sisa: Decimal
    persen: Decimal | None
    sasaran: str | None


class AnggaranTotal(Bagian):
    """A sum over budget lines, in rupiah."""

    pagu: Decimal
    realisasi_anggaran: Decimal
    sisa: Decimal
    persen: Decimal | None


class TriwulanHasil(Bagian):
    """One quarter of an indikator: on its own, and up to and including it (sd_); canonical texts and percent."""

    periode: str  # TW1 … TW4
    target: str | None
    realisasi: str | None
    capaian: Decimal | None
    sd_target: str | None
    sd_realisasi: str | None
    sd_capaian: Decimal | None


class TahunHasil(Bagian):
    """One year of an indikator's history; catatan says why a year is missing or not comparable."""

    tahun: int
    target: str | None
    realisasi: str | None
    capaian: Decimal | None
    capaian_tercetak: Decimal | None = None
    catatan: str | None = None


class IndikatorRincian(Bagian):
    """What documents need of an indikator beside the promised figures."""

    kode: str
    jenis: str | None
    desimal: int | None
    definisi: str | None
    formula: str | None
    sumber_data: str | None
    unit: str | None
    pic: str | None
    waktu_rilis: str | None
    kondisi_awal: str | None
    tahun_awal: int | None
    pita: str | None  # "±5 %" and the like, as printed, for STAB
    keterangan_rumus: str  # the formula used, in words, with the figures put in
    catatan: tuple[str, ...]  # footnotes: sementara, floor, cap, letters converted, target changed …
    alasan_unit: str | None
    status_data: str | None
    pembilang: Decimal | None
    penyebut: Decimal | None
    target_versi: dict[str, str]  # versi -> target of the year (renstra, pk, pk_perubahan)
    target_triwulan: tuple[str | None, str | None, str | None, str | None]
    target_renstra: dict[int, str]  # year -> target of the Renstra
    triwulan: tuple[TriwulanHasil, ...]
    lintas_tahun: tuple[TahunHasil, ...]  # five years, the reported one last
    renstra_rasio: Decimal | None
    renstra_dari_awal: Decimal | None
    renstra_target_tahun: str | None
    renstra_sisa: Decimal | None
    standar_lain: tuple[Standar, ...] = ()


class EfisiensiHasil(Bagian):
    """Efficiency of a sasaran (or of the agency, kode "") by one method of DOMAIN §5.7; ne only for E4 and E5."""

    kode: str
    metode: str
    nilai: Decimal | None
    ne: Decimal | None
    status: str | None


class KuadranHasil(Bagian):
    """Where a sasaran stands in the plane capaian × penyerapan; label from the rule table of measures."""

    kode: str
    capaian: Decimal | None
    penyerapan: Decimal | None
    kuadran: str | None
    bacaan: str


class KelompokAnggaran(Bagian):
    """Budget of a group: a sasaran ("penunjang" apart), an urusan, or a program."""

    jenis: str  # "sasaran", "urusan", "program"
    kode: str
    uraian: str
    pagu: Decimal
    realisasi_anggaran: Decimal
    sisa: Decimal
    persen: Decimal | None


class AnggaranRincian(Bagian):
    """A budget line with both ceilings (None where the source has no such column) and its source cells."""

    kode: str
    pagu_murni: Decimal | None
    pagu_perubahan: Decimal | None
    sumber: tuple[Sumber, ...] = ()


class RekapHasil(Bagian):
    """A count of indikator: jenis "kategori" or "status", persen of all indikator."""

    jenis: str
    label: str
    jumlah: int
    persen: Decimal


class PitaHasil(Bagian):
    """A band of the scale in use, lowest first; None = open. `interval` as printed."""

    label: str
    batas_bawah: Decimal | None
    termasuk_batas: bool
    batas_atas: Decimal | None
    interval: str
    warna: str


class Rincian(Bagian):
    """Everything documents print that hasil.json does not promise."""

    indikator: tuple[IndikatorRincian, ...] = ()
    skala: tuple[PitaHasil, ...] = ()
    rekap: tuple[RekapHasil, ...] = ()
    kelompok: tuple[KelompokAnggaran, ...] = ()
    anggaran: tuple[AnggaranRincian, ...] = ()
    efisiensi: tuple[EfisiensiHasil, ...] = ()
    kuadran: tuple[KuadranHasil, ...] = ()
    instansi_lalu: Decimal | None = None  # last year's mean of printed capaian, None where history lacks it
    instansi_tanpa_batas: dict[str, Decimal | None] = Field(default_factory=dict)  # cara -> mean, uncapped
    instansi_cara_lain: dict[str, Decimal | None] = Field(default_factory=dict)  # cara -> mean, capped


class Hasil(Bagian):
    """All figures of one agency-year and periode, plus the findings that stand."""

    skema: str = "1"
    tahun: int
    periode: str
    instansi: dict[str, str]  # kode, nama
    pengaturan: dict[str, Any]
    indikator: tuple[IndikatorHasil, ...]
    sasaran: tuple[SasaranHasil, ...]
    instansi_capaian: InstansiCapaian
    anggaran: tuple[AnggaranHasil, ...]
    anggaran_total: AnggaranTotal
    temuan: tuple[dict[str, str | None], ...] = ()
    rincian: Rincian = Rincian()

    def get_indikator(self, kode: str) -> IndikatorHasil:
        """The indikator of that kode; KeyError where there is none."""
        return {item.kode: item for item in self.indikator}[kode]

    def get_rincian(self, kode: str) -> IndikatorRincian:
        """The details of the indikator of that kode; KeyError where there is none."""
        return {item.kode: item for item in self.rincian.indikator}[kode]

    def get_sasaran(self, kode: str) -> SasaranHasil:
        """The sasaran of that kode; KeyError where there is none."""
        return {item.kode: item for item in self.sasaran}[kode]

    def list_indikator(self, sasaran: str) -> tuple[IndikatorHasil, ...]:
        """The indikator of one sasaran, in order."""
        return tuple(item for item in self.indikator if item.sasaran == sasaran)
