"""Which columns of a foreign table hold target, pagu, realisasi, capaian; told by their heads, silent where they do not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from lakip_lib.formats import clean_teks, detect_desimal
from lakip_lib.intake.kepala import guess_kepala, normalise_judul
from lakip_lib.koreksi.asing.angka import Cetak, read_cetak
from lakip_lib.koreksi.asing.baris import Baris, make_baris
from lakip_lib.koreksi.asing.model import TabelAsing


class Jenis(StrEnum):
    """What a column holds."""

    TARGET = "target"
    PAGU = "pagu"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    SISA = "sisa"
    KATEGORI = "kategori"
    LAIN = "lain"


LAIN = frozenset({
    "fisik", "rata", "selisih", "gap", "kenaikan", "penurunan", "perubahan", "efisiensi", "bobot", "kontribusi",
    "tren", "kemajuan", "skor",
})  # fmt: skip
ANGGARAN = frozenset({"pagu", "anggaran", "alokasi", "dpa", "dppa", "apbd"})
PERSEN = frozenset({"persen", "persentase", "prosentase"})
KATEGORI = frozenset({"kategori", "predikat", "kriteria", "status", "keterangan"})
TAHUN = re.compile(r"(?:19|20)\d\d")
SIFAT = re.compile(
    r"\b(?:(?:tw|triwulan) ?(?:iv|i{1,3}|[1-4])|semester ?\w+|renstra|rpjmd|nasional|standar|lalu|akhir)\b"
)
PERUBAHAN = re.compile(r"perubahan|setelah|sesudah|dppa", re.IGNORECASE)


@dataclass(frozen=True)
class Kolom:
    """One column: its number, heading, kind, the years and other words that tell it from its like."""

    nomor: int
    judul: str
    jenis: Jenis
    tahun: frozenset[str]
    sifat: frozenset[str]
    persen: bool

    @property
    def tanda(self) -> tuple[frozenset[str], frozenset[str]]:
        """Years and words together."""
        return self.tahun, self.sifat


@dataclass(frozen=True)
class Tiga:
    """Columns that belong together: the base (target or pagu), the realisasi, and the percentage of both."""

    dasar: Kolom
    realisasi: Kolom
    persen: Kolom
    pagu_lain: tuple[Kolom, ...] = ()  # the pagu before its change, where both are printed

    @property
    def anggaran(self) -> bool:
        """Whether the percentage is one of money."""
        return self.dasar.jenis is Jenis.PAGU


@dataclass(frozen=True)
class Bacaan:
    """A table with its columns told and its rows of data."""

    tabel: TabelAsing
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    toleransi: bool = False  # whether the document speaks of a band around targets

    @cached_property
    def desimal(self) -> dict[int, str | None]:
        """The decimal sign of each column: its own, else that of the table."""
        semua = detect_desimal(s.teks for b in self.baris for s in b.sel.values())
        return {
            k.nomor: detect_desimal(b.sel[k.nomor].teks for b in self.baris if k.nomor in b.sel) or semua
            for k in self.kolom
        }

    def read(self, baris: Baris, kolom: Kolom) -> Cetak | None:
        """The number in a cell, None where none is or it is doubtful."""
        sel = baris.sel.get(kolom.nomor)
        return read_cetak(sel.teks, self.desimal[kolom.nomor]) if sel else None

    def teks(self, baris: Baris, kolom: Kolom) -> str:
        """What stands in a cell."""
        return clean_teks(baris.sel[kolom.nomor].teks) if kolom.nomor in baris.sel else ""

    def find_tiga(self) -> Iterator[Tiga]:
        """The triples whose heads leave no doubt."""
        for i, kolom in enumerate(self.kolom):
            if kolom.jenis is Jenis.CAPAIAN and (tiga := _match_tiga(self.kolom, i)):
                yield tiga


def read_tabel(tabel: TabelAsing, *, toleransi: bool = False) -> Bacaan | None:
    """The table with its columns told, None where no head is found."""
    kepala = guess_kepala(tabel.lembar)
    if kepala is None:
        return None
    kolom = _tell_percent([_read_kolom(k, judul) for k, judul in sorted(kepala.judul.items())])
    rows = [make_baris(n, isi) for n, isi in tabel.lembar.rows() if n >= kepala.awal_data]
    return Bacaan(tabel, tuple(kolom), tuple(rows), toleransi)


def _read_kolom(nomor: int, judul: str) -> Kolom:
    bersih = clean_teks(judul)
    kata = normalise_judul(bersih)
    return Kolom(
        nomor,
        bersih,
        _tell_jenis([normalise_judul(re.sub(r"\([^()]*\)", " ", bagian)) for bagian in judul.split(" / ")], kata),
        frozenset(TAHUN.findall(kata)),
        frozenset(SIFAT.findall(kata)),
        "persen" in kata.split(),
    )


def _tell_jenis(bagian: Sequence[str], semua: str) -> Jenis:
    kata = set(semua.split())
    if kata & LAIN - ({"perubahan"} if kata & (ANGGARAN | {"target"}) else set()):
        return Jenis.LAIN
    for teks in reversed(bagian):
        kata = set(teks.split())
        if jenis := _tell_bagian(kata):
            return jenis
    return Jenis.CAPAIAN if semua in PERSEN else Jenis.LAIN


def _tell_bagian(kata: set[str]) -> Jenis | None:
    """The kind that one part of a heading names; realisasi in percent is told later (`_tell_percent`)."""
    if "target" in kata:
        return Jenis.TARGET if "realisasi" not in kata else Jenis.CAPAIAN if kata & PERSEN else Jenis.LAIN
    if "sisa" in kata:
        return Jenis.SISA if not kata & PERSEN else Jenis.LAIN
    if "realisasi" in kata:
        return Jenis.LAIN if "capaian" in kata else Jenis.REALISASI
    if kata & {"penyerapan", "serapan", "capaian"}:
        return Jenis.CAPAIAN
    if kata & KATEGORI:
        return Jenis.KATEGORI
    if kata & ANGGARAN:
        return Jenis.PAGU if not kata & PERSEN else Jenis.LAIN
    return Jenis.CAPAIAN if kata and kata <= PERSEN else None


def _tell_percent(kolom: list[Kolom]) -> list[Kolom]:
    """ "Realisasi (%)" is a realisasi beside "Target (%)", but the percentage right after a pagu and its realisasi."""
    hasil: list[Kolom] = []
    for k in kolom:
        persen = k.jenis is Jenis.REALISASI and (k.persen or bool(set(normalise_judul(k.judul).split()) & PERSEN))
        if persen and hasil:
            sebelum = hasil[-1]
            if sebelum.jenis is Jenis.REALISASI and not sebelum.persen and any(x.jenis is Jenis.PAGU for x in hasil):
                k = Kolom(k.nomor, k.judul, Jenis.CAPAIAN, k.tahun, k.sifat, k.persen)
            elif sebelum.jenis is not Jenis.TARGET:
                k = Kolom(k.nomor, k.judul, Jenis.LAIN, k.tahun, k.sifat, k.persen)
        hasil.append(k)
    return hasil


def _match_tiga(kolom: Sequence[Kolom], i: int) -> Tiga | None:
    """The base and the realisasi of the percentage in column `i`."""
    awal = next((j + 1 for j in range(i - 1, -1, -1) if kolom[j].jenis is Jenis.CAPAIAN), 0)
    persen = kolom[i]
    for calon in (kolom[awal:i], [k for k in kolom if k.tanda == persen.tanda and any(k.tanda)]):
        dasar = [k for k in calon if k.jenis in (Jenis.TARGET, Jenis.PAGU)]
        nyata = [k for k in calon if k.jenis is Jenis.REALISASI]
        dasar, lama = _choose_pagu(dasar)
        if len(dasar) == 1 and not any(persen.tanda):
            nyata = [k for k in nyata if len(nyata) == 1 or k.tanda == dasar[0].tanda]
        elif len(dasar) > 1 or len(nyata) > 1:
            dasar, nyata = ([k for k in daftar if k.tanda == persen.tanda] for daftar in (dasar, nyata))
        if len(dasar) == len(nyata) == 1 and _fit(dasar[0], nyata[0], persen):
            return Tiga(dasar[0], nyata[0], persen, lama)
    return None


def _choose_pagu(dasar: list[Kolom]) -> tuple[list[Kolom], tuple[Kolom, ...]]:
    """Of several pagu that after the change counts (DOMAIN §5.8); the others may have been used all the same."""
    baru = [k for k in dasar if PERUBAHAN.search(k.judul)]
    if len(baru) == 1 and all(k.jenis is Jenis.PAGU for k in dasar):
        return baru, tuple(k for k in dasar if k not in baru)
    return dasar, ()


def _fit(dasar: Kolom, nyata: Kolom, persen: Kolom) -> bool:
    """Whether three columns speak of one year, and base and realisasi of the same part of it."""
    tahun = {y for k in (dasar, nyata, persen) for y in k.tahun}
    bagian = {k.sifat for k in (dasar, nyata, persen)}
    return len(tahun) <= 1 and len(bagian - {frozenset()}) <= 1
