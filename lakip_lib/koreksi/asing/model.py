"""A report as its reader meets it: paragraphs and tables in order, each with the words for its place."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Lembar, Sel

DOCX, PDF = "docx", "pdf"
KATA, NOMOR, TANPA = "kata", "nomor", ""  # how rows are named: first words; number and words (Word); not at all
AWAL = 60  # so many characters of a row are its first words


@dataclass(frozen=True)
class Alinea:
    """One paragraph. `daftar` says that it belongs to a generated list (daftar isi, tabel, gambar)."""

    tempat: str
    teks: str
    daftar: bool = False


@dataclass(frozen=True)
class TabelAsing:
    """One table as a grid; `pasti` is False where rows may be missing.

    That is a table on a PDF page that seems to go on from the page before but with another head, or one that only the
    places of its words tell.
    """

    tempat: str
    lembar: Lembar
    judul: str = ""
    pasti: bool = True
    bagian: tuple[tuple[int, str], ...] = ()  # (first row, place) of the parts of a table over several pages
    sebut: str = KATA

    def place(self, baris: int) -> str:
        """On which page or in which table of the file a row stands."""
        return next((tempat for awal, tempat in reversed(self.bagian) if awal <= baris), self.tempat)

    def locate(self, baris: int) -> str:
        """Where a row stands and which it is: 'Halaman 3, tabel 1, baris "Indeks SPBE"'."""
        return self._letak.get(baris, self.place(baris))

    @cached_property
    def _letak(self) -> dict[int, str]:
        """Each row's place; of rows that begin alike on a page the later ones are counted."""
        hasil: dict[int, str] = {}
        sama: Counter[tuple[str, str]] = Counter()
        for nomor, isi in self.lembar.rows() if self.sebut else ():
            tempat, kata = self.place(nomor), shorten(find_label(isi), AWAL, placeholder=" …")
            sama[tempat, kata] += 1
            urut = sama[tempat, kata]
            if self.sebut == NOMOR:
                hasil[nomor] = f"{tempat}, baris {nomor}" + (f' ("{kata}")' if kata else "")
            else:
                hasil[nomor] = f'{tempat}, baris "{kata}"' + (f" (yang ke-{urut})" if urut > 1 else "")
        return hasil


def find_label(isi: dict[int, Sel]) -> str:
    """The first words of a row: its first cell with words, else with anything."""
    texts = [t for _, s in sorted(isi.items()) if (t := clean_teks(s.teks))]
    return next((t for t in texts if re.search(r"[A-Za-z]{2}", t)), texts[0] if texts else "")


def place_table(nama: str, judul: str) -> str:
    """A table's place with its caption, where one stands just above."""
    return f'{nama} ("{judul[:80]}")' if re.match(r"tabel\b", judul, re.IGNORECASE) else nama


@dataclass(frozen=True)
class DokumenAsing:
    """A whole document in reading order."""

    nama: str
    jenis: str
    isi: tuple[Alinea | TabelAsing, ...]

    @property
    def alinea(self) -> tuple[Alinea, ...]:
        """The paragraphs, lists of contents left out."""
        return tuple(x for x in self.isi if isinstance(x, Alinea) and not x.daftar)

    @property
    def tabel(self) -> tuple[TabelAsing, ...]:
        """The tables."""
        return tuple(x for x in self.isi if isinstance(x, TabelAsing))

    def list_teks(self) -> Iterator[tuple[str, bool, str]]:
        """Every text with its place, and whether it stands in a table."""
        for x in self.isi:
            if isinstance(x, Alinea):
                yield x.tempat, False, x.teks
            else:
                yield from ((x.locate(baris), True, sel.teks) for (baris, _), sel in sorted(x.lembar.sel.items()))
