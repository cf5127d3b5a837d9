"""Tables without lines: neighbouring lines whose pieces stand under one another in three or more columns.

Where the columns cannot be told, the lines stay prose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.koreksi.asing.alinea_pdf import group_lines, line_text
from lakip_lib.koreksi.asing.kata_pdf import Kata

SELA = 0.6  # of the line's height: a wider gap parts two cells
LAJUR_MIN, BARIS_MIN = 3, 3
JAUH = 3.0  # of the line's height: farther down the table has ended


@dataclass(frozen=True)
class Potong:
    """A piece of a line: its words, from left to right."""

    kata: tuple[Kata, ...]

    @property
    def kiri(self) -> float:
        """The left edge."""
        return self.kata[0].kiri

    @property
    def kanan(self) -> float:
        """The right edge."""
        return self.kata[-1].kanan

    @property
    def atas(self) -> float:
        """The upper edge."""
        return max(k.atas for k in self.kata)

    @property
    def tinggi(self) -> float:
        """The height of its tallest word."""
        return max(k.tinggi for k in self.kata)


Garis = list[Potong]


@dataclass(frozen=True)
class TabelLajur:
    """A table told by positions: its grid, its upper edge, its words."""

    lembar: Lembar
    atas: float
    kata: frozenset[Kata]


def find_lajur(kata: list[Kata], nama: str) -> list[TabelLajur]:
    """The tables among the words of a page, from the top."""
    garis = [_cut(b) for b in group_lines(kata)]
    return [t for blok in _list_blocks(garis) if (t := _make_tabel(blok, nama))]


def _cut(baris: list[Kata]) -> Garis:
    potong: list[list[Kata]] = []
    for k in baris:
        if potong and k.kiri - potong[-1][-1].kanan <= SELA * k.tinggi:
            potong[-1].append(k)
        else:
            potong.append([k])
    return [Potong(tuple(p)) for p in potong]


def _list_blocks(garis: Sequence[Garis]) -> Iterator[list[Garis]]:
    """Runs of lines that begin and end with a line in columns, no two far apart; others between must be short."""
    blok: list[Garis] = []
    for g in garis:
        lebar = len(g) >= LAJUR_MIN
        dekat = not blok or blok[-1][0].atas - g[0].atas <= JAUH * g[0].tinggi
        if blok and not dekat:
            yield _trim(blok)
            blok = []
        if lebar or blok:
            blok.append(g)
    if blok:
        yield _trim(blok)


def _trim(blok: list[Garis]) -> list[Garis]:
    """The lines up to the last one in columns."""
    akhir = max(i for i, g in enumerate(blok) if len(g) >= LAJUR_MIN)
    return blok[: akhir + 1]


def _make_tabel(blok: list[Garis], nama: str) -> TabelLajur | None:
    """The block as a table; None with fewer rows or columns than a table has, or where a piece spans two columns."""
    penuh = [g for g in blok if len(g) >= LAJUR_MIN]
    if len(penuh) < BARIS_MIN:
        return None
    lajur = _join_spans([p for g in penuh for p in g])
    letak = [[_find_lajur(p, lajur) for p in g] for g in blok]
    if len(lajur) < LAJUR_MIN or any(k is None for g in letak for k in g) or any(len(set(g)) < len(g) for g in letak):
        return None
    sel: dict[tuple[int, int], str] = {}
    baris = 0
    for g, kolom in zip(blok, letak, strict=True):
        baris += len(g) >= LAJUR_MIN
        for p, k in zip(g, kolom, strict=True):
            if k is not None:
                teks = line_text(list(p.kata))
                sel[(baris, k + 1)] = f"{sel[(baris, k + 1)]}\n{teks}" if (baris, k + 1) in sel else teks
    isi = {letak: Sel(*letak, teks, teks) for letak, teks in sorted(sel.items())}
    return TabelLajur(Lembar(nama, isi), blok[0][0].atas, frozenset(k for g in blok for p in g for k in p.kata))


def _join_spans(potong: Sequence[Potong]) -> list[tuple[float, float]]:
    """The columns: spans of pieces that overlap, as one."""
    hasil: list[tuple[float, float]] = []
    for p in sorted(potong, key=lambda p: p.kiri):
        if hasil and p.kiri <= hasil[-1][1]:
            hasil[-1] = (hasil[-1][0], max(hasil[-1][1], p.kanan))
        else:
            hasil.append((p.kiri, p.kanan))
    return hasil


def _find_lajur(p: Potong, lajur: Sequence[tuple[float, float]]) -> int | None:
    """The one column a piece stands in, None where it touches several or none."""
    kena = [i for i, (kiri, kanan) in enumerate(lajur) if p.kiri <= kanan and p.kanan >= kiri]
    return kena[0] if len(kena) == 1 else None
