"""What documents print of an agency-year beside the promised figures."""

from decimal import Decimal

from pydantic import Field

from lakip_lib.measures.bagian import Bagian, Standar, Sumber


class TriwulanHasil(Bagian):
    """One quarter of an indikator: on its own, and up to and including it (sd_); canonical texts and percent."""

    periode: str  # TW1 … TW4
    target: str | None
    realisasi: str | None
    capaian: Decimal | None
    sd_target: str | None
    sd_realisasi: str | None
    sd_capaian: Decimal | None


class TriwulanSasaran(Bagian):
    """Indikator of a sasaran followed by quarter: those with a capaian to date, and those of them at 100 or more."""

    kode: str
    jumlah: int
    dipantau: int
    terbaca: int
    memenuhi: int


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
    catatan_triwulan: str | None = None  # why quarters have no figures to date: the year typed is not what they give
    lintas_tahun: tuple[TahunHasil, ...]  # five years, the reported one last
    renstra_rasio: Decimal | None
    renstra_dari_awal: Decimal | None
    renstra_target_tahun: str | None
    renstra_negatif: bool = False  # renstra_rasio was below 0 and is printed as 0
    renstra_dijumlah: tuple[int, ...] = ()  # earlier years whose realisasi is added, where its target is cumulative
    renstra_realisasi: str | None = None  # to date: the sum since the Renstra began where its target is cumulative
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
    triwulan: tuple[TriwulanSasaran, ...] = ()
    kelompok: tuple[KelompokAnggaran, ...] = ()
    anggaran: tuple[AnggaranRincian, ...] = ()
    anggaran_murni: Decimal | None = None  # the original ceiling of the whole, None where a line lacks it
    anggaran_perubahan: Decimal | None = None  # the revised one
    efisiensi: tuple[EfisiensiHasil, ...] = ()
    kuadran: tuple[KuadranHasil, ...] = ()
    instansi_lalu: Decimal | None = None  # last year's mean by this year's way, None without history
    instansi_lalu_dinilai: int | None = None  # last year's indikator with a capaian
    instansi_lalu_tercapai: int | None = None  # those of them that reached their target
    instansi_tanpa_batas: dict[str, Decimal | None] = Field(default_factory=dict)  # cara -> mean, uncapped
    instansi_cara_lain: dict[str, Decimal | None] = Field(default_factory=dict)  # cara -> mean, capped
