"""What is known of one agency before it is counted: its state, its figures, last year's figures."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from lakip_lib.measures.daerah.hasil import Keadaan, Sebab
from lakip_lib.measures.hasil import Hasil

TERHITUNG = frozenset({"analisis", "naskah", "dokumen"})  # stages at or after which hasil.json is of this run


@dataclass(frozen=True)
class BahanInstansi:
    """One agency as found on disk. `kode_keluar` and `tahap` are those of the last batch, None where none ran.

    `setelan` says why instansi.toml cannot be used, `rusak` why hasil.json cannot be read; "" where they can.
    """

    kode: str
    nama: str
    singkatan: str = ""
    ada_isi: bool = True
    kode_keluar: int | None = None
    tahap: str | None = None
    wajib: int = 0
    pesan: tuple[str, ...] = ()
    setelan: str = ""
    rusak: str = ""
    hasil: Hasil | None = None
    lalu: Hasil | None = None

    @property
    def fakta(self) -> "Fakta":
        """What its state is told from."""
        return Fakta(
            self.kode_keluar,
            self.tahap,
            self.ada_isi,
            ada_hasil=self.hasil is not None,
            wajib=count_wajib(self.hasil) if self.hasil else 0,
            setelan=bool(self.setelan),
            rusak=bool(self.rusak),
        )


class Nilaian(NamedTuple):
    """How an agency stands, why, and whether its figures are of the run that says so."""

    keadaan: Keadaan
    sebab: Sebab | None
    sah: bool


class Fakta(NamedTuple):
    """What the state of an agency is told from; `kode_keluar` and `tahap` as in BahanInstansi."""

    kode_keluar: int | None
    tahap: str | None
    ada_isi: bool
    ada_hasil: bool
    wajib: int
    setelan: bool = False
    rusak: bool = False


def is_terhitung(kode_keluar: int, tahap: str | None) -> bool:
    """Whether the last batch came so far that hasil.json is its own."""
    return kode_keluar != 2 and tahap in TERHITUNG


def judge_keadaan(fakta: Fakta) -> Nilaian:
    """The state of an agency; figures of an earlier run than the one that failed do not count."""
    if fakta.kode_keluar is None:
        return _judge_unrun(fakta)
    terhitung = is_terhitung(fakta.kode_keluar, fakta.tahap)
    sah = fakta.ada_hasil and terhitung
    if not fakta.ada_isi and not sah:
        return Nilaian("belum", "kosong", False)
    if fakta.kode_keluar == 2:
        return Nilaian("gagal", "setelan", False)
    if fakta.kode_keluar == 1:
        return Nilaian("gagal", "program", sah)
    if not terhitung:
        return Nilaian("perbaikan", "terhenti", False)
    if not sah:
        return Nilaian("gagal", "hasil_rusak", False)
    return Nilaian("perbaikan", "wajib", True) if fakta.kode_keluar == 3 else Nilaian("selesai", None, True)


def _judge_unrun(fakta: Fakta) -> Nilaian:
    """The state where no batch ran: documents that were made one agency at a time count as they are."""
    if fakta.ada_hasil:
        return Nilaian("perbaikan", "wajib", True) if fakta.wajib else Nilaian("selesai", None, True)
    if not fakta.ada_isi:
        return Nilaian("belum", "kosong", False)
    if fakta.setelan:
        return Nilaian("gagal", "setelan", False)
    return Nilaian("gagal", "hasil_rusak", False) if fakta.rusak else Nilaian("belum", "belum_dijalankan", False)


def count_wajib(hasil: Hasil) -> int:
    """The findings that must be mended."""
    return sum(t["tingkat"] == "wajib" for t in hasil.temuan)


@dataclass
class Sumbangan:
    """What one agency adds to the district's sums."""

    kode: str
    cara: tuple[str, str, str, str]
    alasan: Counter[str] = field(default_factory=Counter)
    anggaran: dict[tuple[str, str], tuple[Decimal, Decimal]] = field(
        default_factory=dict
    )  # level, kode: pagu, realisasi
    uraian: dict[tuple[str, str], str] = field(default_factory=dict)
    temuan: Counter[tuple[str, str]] = field(default_factory=Counter)
    contoh: dict[tuple[str, str], str] = field(default_factory=dict)


LEVEL = {"bidang_urusan": "urusan", "program": "program"}


def gather_sumbangan(kode: str, hasil: Hasil) -> Sumbangan:
    """The agency's part in the sums and counts of the district."""
    isi = Sumbangan(kode, cara=name_cara(hasil))
    isi.alasan.update(str(i.alasan or "tak_dinilai") for i in hasil.indikator if i.capaian is None)
    for baris in hasil.anggaran:
        level = LEVEL.get(baris.level)
        if level is not None:
            uang = isi.anggaran.get((level, baris.kode), (Decimal(0), Decimal(0)))
            isi.anggaran[level, baris.kode] = (uang[0] + baris.pagu, uang[1] + baris.realisasi_anggaran)
            isi.uraian[level, baris.kode] = baris.uraian
    for temuan in hasil.temuan:
        kunci = (str(temuan["tingkat"]), str(temuan["aturan"]))
        isi.temuan[kunci] += 1
        isi.contoh.setdefault(kunci, str(temuan["pesan"]))
    return isi


def name_cara(hasil: Hasil) -> tuple[str, str, str, str]:
    """How the agency's capaian was computed: cap, level of the mean, formula for min, scale."""
    atur = hasil.pengaturan
    batas, rata, metode, skala = (atur.get(k, "") for k in ("batas_capaian", "rata_instansi", "metode_min", "skala"))
    return str(batas), str(rata), str(metode), skala if isinstance(skala, str) else "sendiri"
