"""What a column, a form sheet and a planning table are made of, and how a header somebody typed is recognised."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

Jenis = Literal["angka", "teks", "pilihan", "tanggal", "kode", "rupiah", "tautan"]
CARA_ANGKA = "Tulis angka saja, tanpa satuan; desimal dengan koma."


@dataclass(frozen=True)
class KolomIsian:
    """One column: its identifier in code and CSV, its header, and what may stand below it.

    `ditulis_unit` False means prefilled and locked; `wajib` that a blank there is a finding (F1 realisasi: unless
    status_data is "belum rilis" or the quarters give it); `boleh_huruf` that an "angka" column also takes a letter
    grade or a range "lo-hi"; `lebar` is in characters; `sinonim` are other headers people write for it.
    """

    nama_kolom: str
    judul: str
    jenis: Jenis
    penjelasan: str
    ditulis_unit: bool = False
    wajib: bool = False
    lebar: int = 12
    pilihan: tuple[str, ...] = ()
    boleh_huruf: bool = False
    sinonim: tuple[str, ...] = ()


@dataclass(frozen=True)
class LembarIsian:
    """One sheet of the form. `beku` columns stay in view at the left; `cadangan` empty rows follow the prefilled."""

    kode: str  # "F1"
    nama: str  # sheet name, "F1 Capaian"
    judul: str
    kolom: tuple[KolomIsian, ...]
    beku: int = 1
    cadangan: int = 0

    def get_kolom(self, nama_kolom: str) -> KolomIsian:
        """The column of that identifier; KeyError if the sheet has none."""
        return _get(self.kolom, nama_kolom)

    def match_kolom(self, judul: str) -> KolomIsian | None:
        """The column that a header means, by its judul or a sinonim, or None."""
        return _spellings(self.kolom).get(normalise_judul(judul))

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """The identifiers, in the order of the sheet."""
        return tuple(k.nama_kolom for k in self.kolom)


@dataclass(frozen=True)
class TabelRencana:
    """One sheet of perencanaan.xlsx; headers are the identifiers. `kunci` are the columns that name a row uniquely."""

    nama: str
    judul: str
    kolom: tuple[KolomIsian, ...]
    kunci: tuple[str, ...] = ()

    def get_kolom(self, nama_kolom: str) -> KolomIsian:
        """The column of that identifier; KeyError if the table has none."""
        return _get(self.kolom, nama_kolom)

    def match_kolom(self, judul: str) -> KolomIsian | None:
        """The column that a header means, by its name or a sinonim, or None."""
        return _spellings(self.kolom).get(normalise_judul(judul))

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """The identifiers, in the order of the sheet."""
        return tuple(k.nama_kolom for k in self.kolom)

    @property
    def wajib(self) -> tuple[str, ...]:
        """The identifiers of the required columns."""
        return tuple(k.nama_kolom for k in self.kolom if k.wajib)


def kolom_kode(penjelasan: str, *sinonim: str) -> KolomIsian:
    """The locked first column "Kode" of a sheet."""
    return KolomIsian("kode", "Kode", "kode", penjelasan, wajib=True, lebar=8, sinonim=sinonim)


def _get(kolom: tuple[KolomIsian, ...], nama_kolom: str) -> KolomIsian:
    return {k.nama_kolom: k for k in kolom}[nama_kolom]


@cache
def _spellings(kolom: tuple[KolomIsian, ...]) -> dict[str, KolomIsian]:
    return {normalise_judul(ejaan): k for k in kolom for ejaan in (k.nama_kolom, k.judul, *k.sinonim)}


_ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_TRIWULAN = re.compile(r"\b(?:triwulan|tribulan|kuartal|tw|trw)\s*(iv|iii|ii|i|[1-4])\b")
_TAHUN = re.compile(r"\b(?:(?:tahun|th|thn)\s+)?(?:19|20)\d\d\b")


def normalise_judul(judul: str) -> str:
    """A header as compared: lower case, words only, quarters as "tw 1", without a year ("Target 2025" → "target")."""
    words = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", judul).casefold()).strip()
    quarters = _TRIWULAN.sub(lambda m: f"tw {_ROMAWI.get(m[1], m[1])}", words)
    return " ".join(_TAHUN.sub(" ", quarters).split())


def build_kunci_baris(kode: list[str | None]) -> list[str]:
    """A unique key for each row from its kode column: "IK-1", a repeat "IK-1#2", rows without kode "#1", "#2"…"""
    counts: dict[str, int] = {}
    keys = []
    for value in kode:
        bare = (value or "").strip()
        counts[bare] = counts.get(bare, 0) + 1
        keys.append(bare if bare and counts[bare] == 1 else f"{bare}#{counts[bare]}")
    return keys
