"""What a reader hands on: sheets as grids of cells, exactly as typed, with their addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from openpyxl.utils import get_column_letter

from lakip_lib.temuan import Temuan

Nilai = str | int | float | bool | datetime | date | time | None


@dataclass(frozen=True)
class Sel:
    """One non-empty cell. `nilai` as stored; `teks` what a person sees typed (exact, untrimmed).

    `formula` holds "=…" where the cell has one; `tanpa_nilai` says that the formula has no stored result;
    `galat` an error such as "#DIV/0!"; `format` the number format. Style fields are None where unknown.
    """

    baris: int
    kolom: int
    nilai: Nilai
    teks: str
    format: str | None = None
    formula: str | None = None
    tanpa_nilai: bool = False
    galat: str | None = None
    tebal: bool | None = None
    isian: str | None = None
    indentasi: int = 0

    @property
    def alamat(self) -> str:
        """The Excel address, e.g. "C7"."""
        return f"{get_column_letter(self.kolom)}{self.baris}"


@dataclass(frozen=True)
class Lembar:
    """One sheet (or table of an HTML/DOCX file): its non-empty cells by (baris, kolom), both from 1."""

    nama: str
    sel: dict[tuple[int, int], Sel]
    tersembunyi: bool = False
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[int] = frozenset()
    gabungan: tuple[tuple[int, int, int, int], ...] = ()  # (baris1, kolom1, baris2, kolom2)

    @property
    def baris_akhir(self) -> int:
        """The last row with a cell, 0 when empty."""
        return max((b for b, _ in self.sel), default=0)

    @property
    def kolom_akhir(self) -> int:
        """The last column with a cell, 0 when empty."""
        return max((k for _, k in self.sel), default=0)

    def rows(self) -> Iterator[tuple[int, dict[int, Sel]]]:
        """Each non-empty row in order: its number and its cells by column."""
        rows: dict[int, dict[int, Sel]] = {}
        for (baris, kolom), sel in sorted(self.sel.items()):
            rows.setdefault(baris, {})[kolom] = sel
        yield from rows.items()


@dataclass(frozen=True)
class Buku:
    """One file as read: path relative to the agency folder (with "/"), hash, kind, sheets, findings of the reading."""

    berkas: str
    sha256: str
    jenis: str  # "xlsx", "xlsm", "xls", "ods", "csv", "tsv", "json", "html", "docx"
    lembar: tuple[Lembar, ...]
    temuan: tuple[Temuan, ...] = ()
    tak_diperiksa: tuple[str, ...] = ()  # what this kind of file cannot tell, e.g. "formula"
    jalur: Path = field(default_factory=Path, compare=False)
    disimpan: str = ""  # when it was last saved as the workbook itself says, in UTC ("2026-01-09T03:20:00"), "" unknown

    def get_lembar(self, nama: str) -> Lembar | None:
        """The sheet of that name, compared without case and outer blanks, or None."""
        wanted = nama.strip().casefold()
        return next((s for s in self.lembar if s.nama.strip().casefold() == wanted), None)


def grid_from_rows(nama: str, rows: list[list[Nilai]], *, baris: int = 1, kolom: int = 1) -> Lembar:
    """A sheet made of plain rows, the first cell at (baris, kolom); None and "" are empty. For text formats."""
    cells = {}
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            if value is not None and value != "":
                cells[(baris + i, kolom + j)] = Sel(baris + i, kolom + j, value, str(value))
    return Lembar(nama, cells)
