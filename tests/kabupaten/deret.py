"""Invented figures of one indikator over the years of a Renstra: targets and realisasi as whole numbers of its last digit."""

from dataclasses import dataclass, replace
from random import Random

from .bahan import Baris

PERINGKAT = ((90, "AA"), (80, "A"), (70, "BB"), (60, "B"), (50, "CC"), (30, "C"))
SETAHUN = ("indeks", "predikat", "nilai", "skor", "level", "ya/tidak")  # measured once a year


@dataclass(frozen=True)
class Deret:
    """Targets and realisasi by year, in units of the last digit printed, and how they are written."""

    metode: str
    agregasi: str
    satuan: str
    desimal: int
    target: dict[int, int]
    realisasi: dict[int, int]

    @property
    def is_setahun(self) -> bool:
        """Whether there is but one figure a year."""
        return self.satuan in SETAHUN and self.agregasi == "akhir"

    def print_target(self, nilai: int) -> str:
        """A target as the planning writes it: a number, a range or letters with their score."""
        if self.metode == "RANGE":
            return f"{self.print_angka(nilai - max(nilai // 10, 1))}-{self.print_angka(nilai + max(nilai // 10, 1))}"
        return print_predikat(nilai) if self.metode == "ORD" else self.print_angka(nilai)

    def print_realisasi(self, nilai: int) -> str:
        """A realisasi as the planning writes it."""
        return print_predikat(nilai) if self.metode == "ORD" else self.print_angka(nilai)

    def print_angka(self, nilai: int) -> str:
        """A plain number with a dot."""
        utuh, pecahan = divmod(nilai, 10**self.desimal)
        return f"{utuh}.{pecahan:0{self.desimal}d}" if self.desimal else str(utuh)

    def postpone(self, tahun: int) -> "Deret":
        """The series with nothing promised and nothing done in that year."""
        return replace(self, target={**self.target, tahun: 0}, realisasi={**self.realisasi, tahun: 0})


def print_predikat(nilai: int) -> str:
    """Letters with their score in hundredths, as an evaluation writes them: BB (70,01)."""
    huruf = next((h for batas, h in PERINGKAT if nilai > batas * 100), "D")
    return f"{huruf} ({nilai // 100},{nilai % 100:02d})"


def draw_deret(acak: Random, row: Baris, tahun: range, mutu: float) -> Deret:
    """The series of an indikator from the year before the Renstra to its end; `mutu` is how far it comes off its targets."""
    desimal, satuan, metode = int(row["desimal"]), row["satuan"], row["metode"]
    geser = 1 + acak.uniform(-0.04, 0.04) if satuan == "%" or metode in ("ORD", "BIN") else acak.uniform(0.8, 1.25)
    kali = 10**desimal
    penuh = 100 * kali if satuan == "%" else None
    awal, akhir = (_bound(float(row[k]) * geser * kali, penuh) for k in ("awal", "akhir"))
    target, realisasi = {}, {}
    for urut, t in enumerate(tahun):
        target[t] = awal + round((akhir - awal) * urut / (len(tahun) - 1))
        beda = mutu + acak.uniform(-0.05, 0.05)
        nihil = acak.random() < 0.7 + mutu
        if metode == "BIN":
            target[t], realisasi[t] = 1, int(nihil or acak.random() < 0.8)
        elif row["arah"] == "min" and target[t] == 0:
            realisasi[t] = 0 if nihil else acak.randint(1, 2)
        else:
            realisasi[t] = _bound(target[t] * (1 - beda if row["arah"] == "min" else 1 + beda), penuh)
    return Deret(metode, row["agregasi"], satuan, desimal, target, realisasi)


def _bound(nilai: float, penuh: int | None) -> int:
    return max(0, round(nilai) if penuh is None else min(round(nilai), penuh))


def split_target(deret: Deret, tahun: int) -> list[str]:
    """The targets of the quarters, blank where nothing is measured then."""
    target = deret.target[tahun]
    if deret.metode == "RANGE":
        return [""] * 4
    if deret.is_setahun:
        return ["", "", "", deret.print_target(target)]
    if deret.agregasi == "jumlah":
        return [deret.print_angka(n) for n in share(target, (20, 25, 30, 25))]
    if deret.agregasi == "akhir":
        return [deret.print_angka(n) for n in approach(deret.realisasi[tahun - 1], target)]
    return [deret.print_angka(target)] * 4


def split_realisasi(deret: Deret, tahun: int, acak: Random) -> tuple[list[str], str]:
    """The realisasi of the quarters and of the year; the year is left blank where it is the mean of the quarters."""
    nilai = deret.realisasi[tahun]
    setahun = deret.print_realisasi(nilai)
    a, b = (acak.randint(0, _find_lebar(deret, nilai)) for _ in range(2))
    if deret.is_setahun:
        return [""] * 4, setahun
    if deret.agregasi == "rata":
        return [deret.print_angka(n) for n in (nilai - a, nilai + a, nilai - b, nilai + b)], ""
    if deret.agregasi == "tertinggi":
        return [deret.print_angka(n) for n in (nilai - a, nilai, nilai - b, nilai - a)], setahun
    if deret.agregasi == "terendah":
        return [deret.print_angka(n) for n in (nilai + a, nilai, nilai + b, nilai + b)], setahun
    if deret.agregasi == "jumlah":
        bagian = [acak.randint(15, 35) for _ in range(4)]
        return [deret.print_angka(n) for n in share(nilai, bagian)], setahun
    return [deret.print_angka(n) for n in approach(deret.realisasi[tahun - 1], nilai)], setahun


def _find_lebar(deret: Deret, nilai: int) -> int:
    """How far quarters may lie from the year: 4 %, and never past 100 %."""
    return min(nilai * 4 // 100, 100 * 10**deret.desimal - nilai) if deret.satuan == "%" else nilai * 4 // 100


def share(nilai: int, bobot: tuple[int, ...] | list[int]) -> list[int]:
    """A whole number split by weights into whole numbers that add up to it."""
    tepi = [nilai * sum(bobot[: i + 1]) // sum(bobot) for i in range(len(bobot))]
    return [n - lalu for lalu, n in zip([0, *tepi[:-1]], tepi, strict=True)]


def approach(dari: int, ke: int) -> list[int]:
    """Four even steps from last year's figure to this year's."""
    return [dari + (ke - dari) * i // 4 for i in range(1, 5)]
