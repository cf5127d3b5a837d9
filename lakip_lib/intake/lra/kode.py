"""The grammar of budget codes: program tree (Permendagri 90/2019 and after), accounts, organisations (DOMAIN §7.2)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import lru_cache

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Nilai


class Level(StrEnum):
    """A storey of the budget tree, from the roof down."""

    URUSAN = "urusan"
    BIDANG_URUSAN = "bidang_urusan"
    SKPD = "skpd"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    AKUN = "akun"


LEVEL_LABEL = {
    Level.URUSAN: "urusan",
    Level.BIDANG_URUSAN: "bidang urusan",
    Level.SKPD: "SKPD",
    Level.PROGRAM: "program",
    Level.KEGIATAN: "kegiatan",
    Level.SUB_KEGIATAN: "sub kegiatan",
    Level.AKUN: "akun",
}
TEMPEL = "tanpa-titik"
SUSUNAN = "U.BB.PP.K.KK.SSSS (urusan, bidang urusan, program, kewenangan, kegiatan, sub kegiatan)"

_TANGGA = re.compile(
    r"(?:\d|X)(?P<bidang_urusan>\.(?:\d{2}|XX)(?P<program>\.\d{2}(?P<kegiatan>\.\d\.\d{2}"
    r"(?P<sub_kegiatan>\.\d{2}(?:\d{2})?(?P<akun>\.5(?:\.\d+)*)?)?)?)?)?"
)
_AKUN = re.compile(r"[4-8](?:\.[1-9](?:\.\d{1,2}(?:\.\d{1,2}(?:\.\d{1,3}(?:\.\d{1,5})?)?)?)?)?")
_SKPD = re.compile(r"(?:\d\.\d{2}\.){3}\d{2}(?:\.\d{2,4})?")
_PISAH = re.compile(r"[\s\-/_,;.]+")
_LEBAR = (1, 2, 2, 1, 2)  # digits of urusan, bidang, program, kewenangan, kegiatan; then 2 or 4
_TEMPEL_TANGGA = {3: (1, 2), 5: (1, 2, 2), 8: (1, 2, 2, 1, 2), 10: (1, 2, 2, 1, 2, 2), 12: (1, 2, 2, 1, 2, 4)}
_TEMPEL_AKUN = {
    2: (1, 1), 4: (1, 1, 2), 6: (1, 1, 2, 2), 8: (1, 1, 2, 2, 2), 9: (1, 1, 2, 2, 3), 12: (1, 1, 2, 2, 2, 4),
    14: (1, 1, 2, 2, 3, 5),
}  # fmt: skip


@dataclass(frozen=True)
class KodeAnggaran:
    """A code in its normal writing ("2.16.01.2.01.0006", "5.1.02.01") with its level; `catatan` what was mended."""

    teks: str
    level: Level
    catatan: tuple[str, ...] = ()

    @property
    def bagian(self) -> tuple[str, ...]:
        """The parts between the dots."""
        return tuple(self.teks.split("."))

    @property
    def induk(self) -> "KodeAnggaran | None":
        """The code one storey up (a sub kegiatan for its accounts), None at the top and for an SKPD."""
        return next(self.list_leluhur(), None)

    def list_leluhur(self) -> Iterator["KodeAnggaran"]:
        """All codes above this one, the nearest first."""
        if self.level is Level.SKPD:
            return
        for n in range(len(self.bagian) - 1, 0, -1):
            kode = _recognise(".".join(self.bagian[:n]), akun=self.level is Level.AKUN and not self.sub_kegiatan)
            if kode is not None and (kode.level is not self.level or self.level is Level.AKUN):
                yield kode

    @property
    def sub_kegiatan(self) -> str | None:
        """The sub kegiatan that this code is or stands under, None above it and for a bare account."""
        cocok = _TANGGA.fullmatch(self.teks)
        if cocok is None or cocok["sub_kegiatan"] is None:
            return None
        return self.teks.removesuffix(cocok["akun"] or "")

    def add_akun(self, akun: "KodeAnggaran") -> "KodeAnggaran":
        """The full code of an account under this sub kegiatan."""
        return KodeAnggaran(f"{self.teks}.{akun.teks}", Level.AKUN, self.catatan + akun.catatan)


@dataclass(frozen=True)
class KodeDitolak:
    """A text that is no code: why (Indonesian, end of a sentence) and, where one may guess, what was perhaps meant."""

    teks: str
    alasan: str
    saran: str | None = None


@lru_cache(maxsize=20_000, typed=True)
def parse_kode(nilai: Nilai, *, akun: bool = False) -> KodeAnggaran | KodeDitolak:
    """The code in a cell, or why it is none; nothing that changes the meaning (a lost zero, say) is repaired.

    Separators may be dots, hyphens, commas or blanks, or missing altogether ("216012010006", noted in `catatan`).
    `akun` decides the single digits 4–8, which are an urusan or the top of the accounts.
    """
    if isinstance(nilai, bool | date | time) or nilai is None:
        tanggal = isinstance(nilai, date | time)
        return KodeDitolak(str(nilai or ""), "terbaca sebagai tanggal oleh Excel" if tanggal else "kosong")
    mentah = _write_text(nilai)
    teks = _PISAH.sub(".", mentah.upper()).strip(".")
    kode = _recognise(teks, akun=akun) or _split_tempel(teks)
    return kode or _explain(teks, mentah, pecahan=isinstance(nilai, float))


def normalise_kode(nilai: Nilai, *, akun: bool = False) -> KodeAnggaran | None:
    """The code in a cell or None; `parse_kode` also says why not."""
    kode = parse_kode(nilai, akun=akun)
    return kode if isinstance(kode, KodeAnggaran) else None


def split_kode(teks: str) -> tuple[KodeAnggaran, str] | None:
    """Code and name out of one cell ("1.01.01 PROGRAM PENUNJANG …"), None when it does not begin with a dotted code."""
    awal, _, nama = clean_teks(teks).partition(" ")
    kode = normalise_kode(awal) if re.search(r"\d[.\-]\d", awal) or awal.upper().startswith("X.") else None
    return (kode, nama.lstrip("-–: ")) if kode and nama else None


def natural_kode(teks: str | None) -> tuple[tuple[int, str], ...]:
    """A sort key: codes in the order of their numbers, generic X after digits, no code last."""
    if teks is None:
        return ((1_000_000, ""),)
    return tuple((int(b), "") if b.isdigit() else (900_000, b) for b in teks.split("."))


def map_kode(kode: str, peta: Mapping[str, str]) -> str:
    """The code by which a line is known today: the longest mapped prefix replaced (R35), and that again if mapped on.

    `peta` is old code to new, both normalised (`build_peta`); accounts below a renamed sub kegiatan move with it.
    """
    bagian = kode.split(".")
    for n in range(len(bagian), 0, -1):
        awal = ".".join(bagian[:n])
        if awal in peta:
            return ".".join([_follow(awal, peta), *bagian[n:]])
    return kode


def build_peta(pasangan: Mapping[str, str] | list[tuple[str, str]]) -> dict[str, str]:
    """PetaKode's pairs old to new in normal writing; a pair with a code that cannot be read is left out."""
    pairs = pasangan.items() if isinstance(pasangan, Mapping) else pasangan
    normal = ((normalise_kode(lama), normalise_kode(baru)) for lama, baru in pairs)
    return {lama.teks: baru.teks for lama, baru in normal if lama and baru}


def _follow(kode: str, peta: Mapping[str, str]) -> str:
    seen = set()
    while kode in peta and kode not in seen:
        seen.add(kode)
        kode = peta[kode]
    return kode


def _write_text(nilai: str | int | float) -> str:
    if isinstance(nilai, float):
        return str(int(nilai)) if nilai.is_integer() else repr(nilai)
    return clean_teks(str(nilai))


def _recognise(teks: str, *, akun: bool = False) -> KodeAnggaran | None:
    if akun and _AKUN.fullmatch(teks):
        return KodeAnggaran(teks, Level.AKUN)
    if cocok := _TANGGA.fullmatch(teks):
        dalam = [nama for nama, isi in cocok.groupdict().items() if isi]
        return KodeAnggaran(teks, Level(dalam[-1]) if dalam else Level.URUSAN)
    if _AKUN.fullmatch(teks):
        return KodeAnggaran(teks, Level.AKUN)
    return KodeAnggaran(teks, Level.SKPD) if _SKPD.fullmatch(teks) else None


def _split_tempel(teks: str) -> KodeAnggaran | None:
    """A code typed without any dot; second digit 0 tells a bidang urusan (5.01) from an account (5.1)."""
    if not teks.isdigit() or len(teks) < 2:
        return None
    akun = teks[0] in "45678" and teks[1] != "0"
    lebar = (_TEMPEL_AKUN if akun else _TEMPEL_TANGGA).get(len(teks))
    kode = _recognise(_cut(teks, lebar), akun=akun) if lebar else None
    return KodeAnggaran(kode.teks, kode.level, (TEMPEL,)) if kode else None


def _cut(teks: str, lebar: tuple[int, ...]) -> str:
    posisi = [sum(lebar[:n]) for n in range(len(lebar))]
    return ".".join(teks[p : p + w] for p, w in zip(posisi, lebar, strict=True))


def _explain(teks: str, mentah: str, *, pecahan: bool) -> KodeDitolak:
    bagian = teks.split(".")
    if not all(b.isdigit() or set(b) == {"X"} for b in bagian):
        return KodeDitolak(mentah, "bukan kode anggaran")
    if pecahan and (saran := _recognise(teks + "0")):
        return KodeDitolak(mentah, "tersimpan sebagai angka sehingga nol di belakangnya hilang", saran.teks)
    if kewenangan := _guess_kewenangan(bagian):
        return KodeDitolak(mentah, "tidak memuat digit kewenangan (2 = kabupaten/kota, 1 = provinsi)", kewenangan)
    if lengkap := _guess_nol(bagian):
        return KodeDitolak(mentah, "kehilangan nol di depan", lengkap)
    return KodeDitolak(mentah, f"tidak mengikuti susunan {SUSUNAN}")


def _guess_kewenangan(bagian: list[str]) -> str | None:
    """A right code out of one whose fourth part has two digits: kewenangan "02", or left out altogether."""
    if len(bagian) < 4 or [len(b) for b in bagian[:3]] != [1, 2, 2] or len(bagian[3]) != 2:
        return None
    penuh = len(bagian) >= 6 or (len(bagian) == 5 and len(bagian[4]) == 2 and bagian[3] in ("01", "02"))
    tengah = [bagian[3][1]] if penuh and bagian[3][0] == "0" else ["2", bagian[3]]
    kode = _recognise(".".join([*bagian[:3], *tengah, *bagian[4:]]))
    return kode.teks if kode else None


def _guess_nol(bagian: list[str]) -> str | None:
    if len(bagian) > 6 or any(len(b) > 4 for b in bagian):
        return None
    lebar = (*_LEBAR, 4 if len(bagian[-1]) > 2 else 2)
    kode = _recognise(".".join(b.zfill(w) for b, w in zip(bagian, lebar, strict=False)))
    return kode.teks if kode else None
