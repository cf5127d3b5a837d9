"""Tables by the lines drawn on a PDF page: thin strokes and boxes make a grid, words fall into its cells."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.koreksi.asing.alinea_pdf import group_lines, line_text
from lakip_lib.koreksi.asing.kata_pdf import Kata

TIPIS, DEKAT = 2.5, 3.0  # points: no wider is a line; no farther apart are the same line
PENDEK = 4.0
Garis = tuple[float, float, float]  # where it lies, from, to


@dataclass(frozen=True)
class Grid:
    """The lines of one table: x of its columns' edges, y of its rows' (from the top), and the strokes themselves."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    tegak: tuple[Garis, ...]
    datar: tuple[Garis, ...]

    @property
    def atas(self) -> float:
        """The upper edge."""
        return self.y[0]

    def holds(self, kata: Kata) -> bool:
        """Whether a word stands inside."""
        x, y = kata.tengah
        return self.x[0] <= x <= self.x[-1] and self.y[-1] <= y <= self.y[0]

    def fill(self, kata: list[Kata], nama: str) -> Lembar:
        """The words in their cells; cells without a line between them are one."""
        kotak = self._merge_cells()
        isi: dict[tuple[int, int], list[Kata]] = {}
        for k in kata:
            if self.holds(k):
                x, y = k.tengah
                kolom = max(i for i, tepi in enumerate(self.x[:-1]) if tepi <= x)
                baris = max(i for i, tepi in enumerate(self.y[:-1]) if tepi >= y)
                isi.setdefault(kotak[(baris, kolom)], []).append(k)
        sel = {}
        for (b, i), words in sorted(isi.items()):
            teks = "\n".join(map(line_text, group_lines(words)))
            sel[(b + 1, i + 1)] = Sel(b + 1, i + 1, teks, teks)
        return Lembar(nama, sel, gabungan=tuple(_list_gabungan(kotak)))

    def _merge_cells(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each place of the grid the upper left place of its cell; only rectangles are merged."""
        kotak: dict[tuple[int, int], tuple[int, int]] = {}
        tinggi, lebar = len(self.y) - 1, len(self.x) - 1
        for b in range(tinggi):
            for k in range(lebar):
                if (b, k) in kotak:
                    continue
                k2 = k
                while k2 + 1 < lebar and (b, k2 + 1) not in kotak and not self._parts_columns(b, k2 + 1):
                    k2 += 1
                b2 = b
                while b2 + 1 < tinggi and not any(self._parts_rows(b2 + 1, i) for i in range(k, k2 + 1)):
                    b2 += 1
                kotak.update({(i, j): (b, k) for i in range(b, b2 + 1) for j in range(k, k2 + 1)})
        return kotak

    def _parts_columns(self, baris: int, tepi: int) -> bool:
        y = (self.y[baris] + self.y[baris + 1]) / 2
        return any(abs(g[0] - self.x[tepi]) <= DEKAT and g[1] <= y <= g[2] for g in self.tegak)

    def _parts_rows(self, tepi: int, kolom: int) -> bool:
        x = (self.x[kolom] + self.x[kolom + 1]) / 2
        return any(abs(g[0] - self.y[tepi]) <= DEKAT and g[1] <= x <= g[2] for g in self.datar)


def _list_gabungan(kotak: dict[tuple[int, int], tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    akhir: dict[tuple[int, int], tuple[int, int]] = {}
    for letak, awal in kotak.items():
        akhir[awal] = max(akhir.get(awal, letak), letak)
    yield from ((b + 1, k + 1, b2 + 1, k2 + 1) for (b, k), (b2, k2) in sorted(akhir.items()) if (b, k) != (b2, k2))


def find_grids(halaman: pdfium.PdfPage) -> list[Grid]:
    """The ruled tables of a page, from the top; a frame of one cell is none."""
    tegak, datar = _read_lines(halaman)
    grids = []
    for t, d in _cluster(_join(tegak), _join(datar)):
        x, y = _positions(t), _positions(d)[::-1]
        if len(x) >= 3 and len(y) >= 3:
            grids.append(Grid(tuple(x), tuple(y), tuple(t), tuple(d)))
    return sorted(grids, key=lambda g: -g.atas)


def _read_lines(halaman: pdfium.PdfPage) -> tuple[list[Garis], list[Garis]]:
    tegak: list[Garis] = []
    datar: list[Garis] = []
    for kiri, bawah, kanan, atas, bergaris in _read_boxes(halaman):
        if kanan - kiri <= TIPIS and atas - bawah > PENDEK:
            tegak.append(((kiri + kanan) / 2, bawah, atas))
        elif atas - bawah <= TIPIS and kanan - kiri > PENDEK:
            datar.append(((bawah + atas) / 2, kiri, kanan))
        elif bergaris and atas - bawah > PENDEK and kanan - kiri > PENDEK:
            tegak += [(kiri, bawah, atas), (kanan, bawah, atas)]
            datar += [(bawah, kiri, kanan), (atas, kiri, kanan)]
    return tegak, datar


def _read_boxes(halaman: pdfium.PdfPage) -> Iterator[tuple[float, float, float, float, bool]]:
    """Boxes of all drawn paths, and whether each is stroked as a rectangle."""
    tepi = [ctypes.c_float() for _ in range(4)]
    isi, garis = ctypes.c_int(), ctypes.c_int()
    for i in range(c.FPDFPage_CountObjects(halaman)):
        benda = c.FPDFPage_GetObject(halaman, i)
        if c.FPDFPageObj_GetType(benda) != c.FPDF_PAGEOBJ_PATH:
            continue
        if not c.FPDFPageObj_GetBounds(benda, *(ctypes.byref(t) for t in tepi)):
            continue
        c.FPDFPath_GetDrawMode(benda, ctypes.byref(isi), ctypes.byref(garis))
        persegi = bool(garis.value) and c.FPDFPath_CountSegments(benda) in (4, 5)
        if isi.value or garis.value:
            kiri, bawah, kanan, atas = (t.value for t in tepi)
            yield kiri, bawah, kanan, atas, persegi


def _join(garis: list[Garis]) -> list[Garis]:
    """Strokes on one line that touch, as one."""
    hasil: list[Garis] = []
    for letak, awal, akhir in sorted(garis, key=lambda g: (round(g[0] / DEKAT), g[1])):
        if (
            hasil
            and abs(hasil[-1][0] - letak) <= DEKAT
            and awal <= hasil[-1][2] + DEKAT
            and awal >= hasil[-1][1] - DEKAT
        ):
            hasil[-1] = (hasil[-1][0], hasil[-1][1], max(hasil[-1][2], akhir))
        else:
            hasil.append((letak, awal, akhir))
    return hasil


def _cluster(tegak: list[Garis], datar: list[Garis]) -> Iterator[tuple[list[Garis], list[Garis]]]:
    """Strokes that cross one another, table by table."""
    sisa_t, sisa_d = list(tegak), list(datar)
    while sisa_t:
        t, d = [sisa_t.pop()], []
        tumbuh = True
        while tumbuh:
            baru_d = [g for g in sisa_d if any(_cross(v, g) for v in t)]
            sisa_d = [g for g in sisa_d if g not in baru_d]
            d += baru_d
            baru_t = [v for v in sisa_t if any(_cross(v, g) for g in d)]
            sisa_t = [v for v in sisa_t if v not in baru_t]
            t += baru_t
            tumbuh = bool(baru_d or baru_t)
        if d:
            yield t, d


def _cross(tegak: Garis, datar: Garis) -> bool:
    return datar[1] - DEKAT <= tegak[0] <= datar[2] + DEKAT and tegak[1] - DEKAT <= datar[0] <= tegak[2] + DEKAT


def _positions(garis: list[Garis]) -> list[float]:
    hasil: list[float] = []
    for letak in sorted(g[0] for g in garis):
        if not hasil or letak - hasil[-1] > DEKAT:
            hasil.append(letak)
    return hasil
