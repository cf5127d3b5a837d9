"""`Hasil`: every computed figure of one agency-year, as printed. The only thing that display and documents read.

A figure is a Decimal rounded once (two digits for percentages and points) or None with an alasan; targets and realisasi
are canonical text ("2.75", "80-90", "BB"). `hasil.json` holds the promised part, `rincian` the rest.
"""

from decimal import Decimal
from typing import Any

from lakip_lib.istilah import Agregasi, Alasan, Arah, Metode, Status
from lakip_lib.measures.bagian import Bagian, Standar, Sumber
from lakip_lib.measures.rincian import (
    AnggaranRincian,
    EfisiensiHasil,
    IndikatorRincian,
    KelompokAnggaran,
    KuadranHasil,
    PitaHasil,
    RekapHasil,
    Rincian,
    TahunHasil,
    TriwulanHasil,
    TriwulanSasaran,
)


class Lalu(Bagian):
    """Last year beside this year. perubahan in satuan_perubahan "%" or "poin"; perkembangan membaik/tetap/memburuk."""

    tahun: int
    realisasi: str | None
    capaian: Decimal | None
    perubahan: Decimal | None
    satuan_perubahan: str | None
    perkembangan: str | None


class Renstra(Bagian):
    """Progress to the Renstra's end target by the chosen reading; sesuai jalur, perlu percepatan, or (stabil) perlu penyesuaian."""

    tahun: int
    target: str | None
    kemajuan: Decimal | None
    status: str | None


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


__all__ = [
    "AnggaranHasil",
    "AnggaranRincian",
    "AnggaranTotal",
    "Bagian",
    "EfisiensiHasil",
    "Hasil",
    "IndikatorHasil",
    "IndikatorRincian",
    "InstansiCapaian",
    "KelompokAnggaran",
    "KuadranHasil",
    "Lalu",
    "PitaHasil",
    "RekapHasil",
    "Renstra",
    "Rincian",
    "SasaranHasil",
    "Standar",
    "Sumber",
    "TahunHasil",
    "TriwulanHasil",
    "TriwulanSasaran",
]
