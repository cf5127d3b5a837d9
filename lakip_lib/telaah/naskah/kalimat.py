"""Sentences of a text, each with what stands before it, and the numbers in them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from lakip_lib.formats.angka import PENGALI, clean_teks
from lakip_lib.measures.pembulatan import tolerance

_BAGIAN = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d{1,2}[.)]|#{1,6}|\|)[ \t]*)")
_BUTIR = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s+")
_AKHIR = re.compile(r"(?<!\bRp\.)(?<!\bNo\.)(?<!\bdll\.)(?<=[.!?])\s+")
_HIASAN = re.compile(r"[*_`]+")
_PERATURAN = re.compile(r"\b(?:nomor|no\.?)\s*\d+\s+tahun\s+\d{4}|\b\d{4}\s?[-/]\s?\d{4}", re.IGNORECASE)
_TAHUN = re.compile(
    r"(?P<angka>(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d))|\btahun (?P<kata>ini|lalu|sebelumnya|depan|mendatang)\b",
    re.IGNORECASE,
)
_GESER = {"ini": 0, "lalu": -1, "sebelumnya": -1, "depan": 1, "mendatang": 1}
BILANGAN = re.compile(
    r"(?<![\w.,/-])(?P<rp>Rp\.?\s?)?(?P<badan>\d+\.\d{1,2}(?![\d.])|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    rf"(?![\d]|[.,]\d)(?:,-)?(?:\s?(?P<kali>{'|'.join(sorted(PENGALI, key=len, reverse=True))})\b)?"
    r"(?P<kata>\s?rupiah\b)?(?P<persen>\s?(?:%|(?:persen|prosen)\b))?(?!\w)(?!\s?-\s?\d)",
    re.IGNORECASE,
)


class Kalimat(NamedTuple):
    """A sentence, and what a reader has in mind with it: `kepala` heading and lead-in, `depan` its paragraph so far."""

    teks: str
    kepala: str
    depan: str


class Bilangan(NamedTuple):
    """A number of a sentence: where it stands, as written, its readings, the power of ten of "juta" and the like."""

    awal: int
    akhir: int
    tertulis: str
    jenis: str  # "persen", "rupiah", "polos"
    bacaan: tuple[Decimal, ...]
    pangkat: int

    def is_near(self, nilai: Decimal) -> bool:
        """Whether the number is that figure, written with this many digits."""
        skala = Fraction(10) ** self.pangkat
        return any(abs(Fraction(nilai) / skala - Fraction(b)) <= self._half_digit(b) for b in self.bacaan)

    def _half_digit(self, bacaan: Decimal) -> Fraction:
        if self.jenis == "rupiah" and self.pangkat:
            return Fraction(1, 2 * 10 ** len(str(bacaan).partition(".")[2]))
        return tolerance(bacaan)


def split_kalimat(teks: str, kepala: str = "") -> Iterator[Kalimat]:
    """The sentences in order; a point of a list has the paragraph that leads to it as part of its `kepala`."""
    judul = pengantar = ""
    for bagian in _BAGIAN.split(teks):
        if bagian.lstrip().startswith("#"):
            judul, _, bagian = bagian.lstrip(" #").partition("\n")
        butir = _BUTIR.match(bagian)
        bersih = clean_teks(_HIASAN.sub("", bagian[butir.end() :] if butir else bagian))
        if not butir:
            pengantar = bersih
        atas = " ".join(t for t in (kepala, judul, pengantar if butir else "") if t)
        depan = ""
        for kalimat in _AKHIR.split(bersih):
            if kalimat:
                yield Kalimat(kalimat, atas, depan)
            depan = f"{depan} {kalimat}".strip()


def find_bilangan(teks: str) -> Iterator[Bilangan]:
    """The numbers of a sentence that are no years, codes or ranges."""
    for cocok in BILANGAN.finditer(teks):
        rupiah = bool(cocok["rp"] or cocok["kata"])
        jenis = "persen" if cocok["persen"] else "rupiah" if rupiah else "polos"
        if jenis == "polos" and (cocok["kali"] or re.fullmatch(r"(?:19|20)\d\d", cocok["badan"])):
            continue
        pangkat = PENGALI[cocok["kali"].lower()] if cocok["kali"] else 0
        tertulis = f"{cocok['badan']}%" if jenis == "persen" else cocok[0].strip()
        yield Bilangan(cocok.start(), cocok.end(), tertulis, jenis, _read(cocok["badan"], jenis), pangkat)


def _read(badan: str, jenis: str) -> tuple[Decimal, ...]:
    """The readings of the digits: a lone dot before three digits parts thousands, or in a plain number decimals too."""
    if re.fullmatch(r"\d+\.\d{1,2}", badan):
        return (Decimal(badan),)
    ribuan = Decimal(badan.replace(".", "").replace(",", "."))
    return (ribuan, Decimal(badan)) if jenis != "rupiah" and re.fullmatch(r"\d{1,3}\.\d{3}", badan) else (ribuan,)


def find_tahun(teks: str, tahun: int) -> set[int]:
    """The years that a text names, those of regulations and spans ("2021-2026") left out."""
    return set(_list_tahun(teks, tahun))


def find_tahun_akhir(teks: str, tahun: int) -> int:
    """The year that was named last, the reported one where none was."""
    return [tahun, *_list_tahun(teks, tahun)][-1]


def _list_tahun(teks: str, tahun: int) -> list[int]:
    found = _TAHUN.finditer(_PERATURAN.sub(" ", teks))
    return [int(m["angka"]) if m["angka"] else tahun + _GESER[m["kata"].lower()] for m in found]
