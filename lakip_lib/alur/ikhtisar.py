"""What an agency-year's procedure looks like at a glance, as plain data: steps, deadlines, units, milestones, rejections."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lakip_lib.alur.entri import Entri
from lakip_lib.alur.keadaan import Tahap
from lakip_lib.alur.langkah import PERAN_SOP, Langkah
from lakip_lib.alur.tempo import Tempo
from lakip_lib.formats import format_tanggal

# How a step stands.
SELESAI, DITUNGGU, ULANG, BELUM = "selesai", "sedang ditunggu", "perlu diulang", "belum"
DITERIMA = "diterima"
BELUM_DISEBAR, BELUM_DIHIMPUN = "belum disebar", "belum dihimpun"
TONGGAK = {"reviu": "Reviu Inspektorat", "publikasi": "Publikasi laporan", "terkirim": "Penyampaian kepada atasan"}
Rentang = tuple[datetime, datetime]


@dataclass(frozen=True)
class Pakai:
    """The working minutes that a step took in one round; those of waiting for others do not count against its limit."""

    putaran: int
    menit: int
    menunggu: int

    @property
    def dihitung(self) -> int:
        """The minutes that count against the limit."""
        return self.menit - self.menunggu


@dataclass(frozen=True)
class BarisLangkah:
    """One of the eleven steps: how it stands, who does it, when it was done, what it took, when it was to be.

    `kerja` are the stretches of work in order of time, `tunggu` the parts of them that went by waiting; `rencana` is None
    before the cycle is opened.
    """

    langkah: Langkah
    keadaan: str
    peran: str
    nama: str
    selesai: datetime | None
    pakai: tuple[Pakai, ...]
    kerja: tuple[Tempo, ...]
    tunggu: tuple[Rentang, ...]
    rencana: Rentang | None

    @property
    def terpakai(self) -> int:
        """The minutes that count of the round in which the step took longest: the limit holds for each round."""
        return max((p.dihitung for p in self.pakai), default=0)

    @property
    def lewat(self) -> int:
        """By how many working minutes the step overran its limit in its longest round; 0 where it did not."""
        return max(0, self.terpakai - self.langkah.batas_menit)

    @property
    def diulang(self) -> int:
        """How often the step was done anew after a rejection."""
        return max(0, len({t.putaran for t in self.kerja if t.entri is not None}) - 1)

    @property
    def pelaku(self) -> str:
        """The role in words."""
        return PERAN_SOP.get(self.peran, self.peran)

    def as_dict(self) -> dict[str, Any]:
        """The row as JSON types."""
        return {
            "nomor": self.langkah.nomor,
            "perintah": self.langkah.perintah,
            "nama": self.langkah.nama,
            "keadaan": self.keadaan,
            "diulang": self.diulang,
            "peran": self.peran,
            "pelaku": self.nama,
            "selesai": _iso(self.selesai),
            "batas_menit": self.langkah.batas_menit,
            "terpakai_menit": self.terpakai,
            "lewat_menit": self.lewat,
            "putaran": [
                {"putaran": p.putaran, "menit": p.menit, "menunggu": p.menunggu, "dihitung": p.dihitung}
                for p in self.pakai
            ],
            "kerja": [{"mulai": _iso(t.mulai), "selesai": _iso(t.selesai), "putaran": t.putaran} for t in self.kerja],
            "rencana": None if self.rencana is None else [_iso(waktu) for waktu in self.rencana],
        }


@dataclass(frozen=True)
class Tenggat:
    """A day by which something is due: the working days left until then, or those it is late, until done or until now."""

    tanggal: date
    sisa: int
    lewat: int
    is_lewat: bool
    tercapai: date | None = None

    def describe(self) -> str:
        """The day and how it stands: "28 Februari 2026, tinggal 3 hari kerja"."""
        hari = format_tanggal(self.tanggal)
        if self.tercapai is not None and self.is_lewat:
            return f"{hari}, terlambat {say_hari(self.lewat)} ({format_tanggal(self.tercapai)})"
        if self.tercapai is not None:
            return f"{hari}, terpenuhi pada {format_tanggal(self.tercapai)}"
        if self.is_lewat:
            return f"{hari}, sudah lewat {say_hari(self.lewat)}"
        return f"{hari}, tinggal {say_hari(self.sisa)}"


@dataclass(frozen=True)
class BarisUnit:
    """One unit's form: how it stands, which file and version counts, when it came, how many working days late."""

    kode: str
    nama: str
    status: str
    berkas: str
    versi: int
    wajib: int
    terima: datetime | None
    lambat: int


@dataclass(frozen=True)
class BarisTonggak:
    """A milestone beside the steps; `tanggal` is empty where it has not been recorded, `bukti` its file below reports/…"""

    jenis: str
    tanggal: str
    keterangan: str
    bukti: str

    @property
    def nama(self) -> str:
        """The milestone in words."""
        return TONGGAK.get(self.jenis, self.jenis)


@dataclass(frozen=True)
class Tolakan:
    """A rejection by the Kadis: of which version, when, by whom, why."""

    putaran: int
    versi: str
    saat: datetime
    nama: str
    alasan: str


@dataclass(frozen=True)
class Ikhtisar:
    """The whole overview, as it was at `sekarang`; `libur` are the days between its ends on which nobody works."""

    instansi: str
    nama: str
    tahun: int
    sekarang: datetime
    tahap: Tahap
    versi: str
    putaran: int
    berikut: str
    tenggat_unit: Tenggat
    tenggat_laporan: Tenggat
    langkah: tuple[BarisLangkah, ...]
    unit: tuple[BarisUnit, ...]
    tonggak: tuple[BarisTonggak, ...]
    tolakan: tuple[Tolakan, ...]
    entri: tuple[Entri, ...]
    jejak: str
    libur: tuple[date, ...]

    @property
    def is_dibuka(self) -> bool:
        """Whether the cycle has begun."""
        return bool(self.entri)

    @property
    def terpakai(self) -> int:
        """The working minutes of all stretches that count against the limits."""
        return sum(p.dihitung for b in self.langkah for p in b.pakai)

    @property
    def menunggu(self) -> int:
        """The working minutes that went by waiting for the units."""
        return sum(p.menunggu for b in self.langkah for p in b.pakai)

    @property
    def batas(self) -> int:
        """What the SOP allows for all eleven steps together."""
        return sum(b.langkah.batas_menit for b in self.langkah)

    def as_dict(self) -> Mapping[str, Any]:
        """The overview as JSON types."""
        return {
            "instansi": self.instansi,
            "tahun": self.tahun,
            "per": _iso(self.sekarang),
            "tahap": str(self.tahap),
            "versi": self.versi,
            "putaran": self.putaran,
            "berikut": self.berikut,
            "tenggat_unit": _dump(self.tenggat_unit),
            "tenggat_laporan": _dump(self.tenggat_laporan),
            "terpakai_menit": self.terpakai,
            "menunggu_menit": self.menunggu,
            "batas_menit": self.batas,
            "langkah": [b.as_dict() for b in self.langkah],
            "unit": [_dump(b) for b in self.unit],
            "tonggak": [_dump(b) for b in self.tonggak],
            "tolakan": [_dump(b) for b in self.tolakan],
            "jejak": self.jejak,
        }


def say_hari(hari: int) -> str:
    """Working days in words.

    >>> say_hari(3), say_hari(0)
    ('3 hari kerja', 'kurang dari 1 hari kerja')
    """
    return f"{hari} hari kerja" if hari else "kurang dari 1 hari kerja"


def _dump(baris: Tenggat | BarisUnit | BarisTonggak | Tolakan) -> dict[str, Any]:
    return {nama: _iso(nilai) if isinstance(nilai, date) else nilai for nama, nilai in vars(baris).items()}


def _iso(waktu: date | None) -> str | None:
    return None if waktu is None else waktu.isoformat()
