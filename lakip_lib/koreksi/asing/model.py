"""A report as its reader meets it: paragraphs and tables in order, each with the words for its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from lakip_lib.intake.grid import Lembar

DOCX, PDF = "docx", "pdf"


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

    def place(self, baris: int) -> str:
        """Where a row stands."""
        return next((tempat for awal, tempat in reversed(self.bagian) if awal <= baris), self.tempat)


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

    def list_teks(self) -> Iterator[tuple[str, str | None, str]]:
        """Every text with its place and, in a table, the address of its cell."""
        for x in self.isi:
            if isinstance(x, Alinea):
                yield x.tempat, None, x.teks
            else:
                yield from ((x.place(sel.baris), sel.alamat, sel.teks) for sel in x.lembar.sel.values())
