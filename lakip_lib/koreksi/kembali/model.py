"""A document as a row of elements, the same for the draft that we wrote and for the DOCX that came back."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from lakip_lib.blok import Run, join_text

# What office programs change by themselves while somebody types, or what no reader sees.
_SETARA = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
    }
)
_NOMOR_JUDUL = re.compile(r"(?:BAB\s+[IVXLC]+|Lampiran\s+\d+|[A-Z]\.|\d{1,2}\.)\s+", re.IGNORECASE)
_NOMOR_KETERANGAN = re.compile(r"(Tabel|Gambar)\s+L?\d+(?:\.\d+)*\s+", re.IGNORECASE)


class Macam(StrEnum):
    """Kinds of elements."""

    JUDUL = "judul"
    PARAGRAF = "paragraf"
    BUTIR = "butir"
    KUTIPAN = "kutipan"
    TABEL = "tabel"
    GAMBAR = "gambar"


@dataclass(frozen=True)
class Sel:
    """A cell of a table; `lanjutan` when it only goes on from the row above."""

    isi: tuple[Run, ...] = ()
    lanjutan: bool = False
    lebar: int = 1

    @property
    def teks(self) -> str:
        """The text of the cell, lines joined by blanks."""
        return " ".join(join_text(self.isi).split())


@dataclass(frozen=True)
class Unsur:
    """One element: a heading, a text, a list point, a table or a picture (its alternative text in `isi`).

    `keterangan` marks a caption, whose number counts for nothing; `label` is the mark (draf, belum) printed above;
    `deret` tells lists apart; `penulis` are the authors of tracked changes in it.
    """

    macam: Macam
    isi: tuple[Run, ...] = ()
    tingkat: int = 0
    bernomor: bool = False
    deret: int = 0
    keterangan: bool = False
    baris: tuple[tuple[Sel, ...], ...] = ()
    label: str = ""
    penulis: tuple[str, ...] = ()

    @property
    def teks(self) -> str:
        """The text, or the texts of all cells."""
        if self.macam is Macam.TABEL:
            return " | ".join(sel.teks for baris in self.baris for sel in baris if not sel.lanjutan)
        return join_text(self.isi).strip()

    @property
    def kunci(self) -> str:
        """What two elements must have in common to be the same one."""
        if self.macam is Macam.TABEL:
            return "\x00tabel " + "\x00".join("\x01".join(kunci(s.teks) for s in baris) for baris in self.baris)
        if self.macam is Macam.GAMBAR:
            return f"\x00gambar {kunci(self.teks)}"
        return kunci(strip_number(self))


def strip_number(unsur: Unsur) -> str:
    """The text without the number that an office program gives a heading or a caption."""
    if unsur.keterangan:
        return _NOMOR_KETERANGAN.sub(r"\1 ", unsur.teks, count=1)
    if unsur.macam is Macam.JUDUL and unsur.tingkat <= 3 and (nomor := _NOMOR_JUDUL.match(unsur.teks)):
        return unsur.teks[nomor.end() :]
    return unsur.teks


def kunci(teks: str) -> str:
    """The text as it is compared: quotation marks, dashes and blanks of every kind alike, what cannot be seen left out.

    >>> kunci("Rp\\u00a01.000  “baru”")
    'Rp 1.000 "baru"'
    """
    if teks.isascii():
        return " ".join(teks.split())
    rata = unicodedata.normalize("NFC", teks).translate(_SETARA)
    return " ".join("".join(h for h in rata if h.isspace() or unicodedata.category(h)[0] != "C").split())


@dataclass(frozen=True)
class Perubahan:
    """A tracked change: sisip, hapus or pindah, whose, which text, and the place of its element."""

    jenis: str
    penulis: str
    teks: str
    letak: int


@dataclass(frozen=True)
class Komentar:
    """A comment: whose, its text, the words it was put to, and the place of the element where it begins."""

    penulis: str
    teks: str
    kutipan: str
    letak: int


@dataclass(frozen=True)
class Terbaca:
    """A returned DOCX as it stands once every tracked change is accepted, and what was tracked.

    `kaki` are the texts of footnotes and endnotes with the places of their elements; the draft has none. `pengganti`
    says that data tables stand in for pictures.
    """

    unsur: tuple[Unsur, ...]
    perubahan: tuple[Perubahan, ...] = ()
    komentar: tuple[Komentar, ...] = ()
    kaki: tuple[tuple[str, int], ...] = ()
    pengganti: bool = False
