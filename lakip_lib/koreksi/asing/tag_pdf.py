"""A tagged PDF by its structure tree, with the page on which each part begins."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium

from lakip_lib.intake.grid import Nilai, grid_from_rows
from lakip_lib.koreksi.asing.model import Alinea, TabelAsing
from lakip_lib.koreksi.asing.sambung_pdf import number_tables
from lakip_lib.report.bacaulang.pdf import (
    DILEWATI,
    JUDUL,
    SEBARIS,
    Simpul,
    find_nodes,
    join_node,
    overlay_page,
    read_table,
)

JUDUL_TABEL = re.compile(r"tabel\b", re.IGNORECASE)


def read_isi_tag(berkas: pdfium.PdfDocument) -> list[Alinea | TabelAsing]:
    """Paragraphs, headings and tables in order; nothing where the file has no tags."""
    akar = Simpul("akar")
    halaman: dict[int, int] = {}
    for nomor, lembar in enumerate(berkas, start=1):
        overlay_page(lembar, akar)
        for simpul in _walk(akar):
            halaman.setdefault(id(simpul), nomor)
    return number_tables(_list_isi(akar, halaman))


def _walk(simpul: Simpul) -> Iterator[Simpul]:
    yield simpul
    for anak in simpul.anak.values():
        if isinstance(anak, Simpul):
            yield from _walk(anak)


def _list_isi(simpul: Simpul, halaman: dict[int, int]) -> Iterator[Alinea | TabelAsing]:
    tempat = f"Halaman {halaman[id(simpul)]}"
    sebaris: list[str] = []
    for anak in simpul.list_children():
        if isinstance(anak, str):
            sebaris.append(anak)
            continue
        if anak.jenis in SEBARIS:
            sebaris.append(join_node(anak))
            continue
        if teks := " ".join(" ".join(sebaris).split()):
            yield Alinea(tempat, teks)
        sebaris = []
        yield from _read_block(anak, halaman)
    if teks := " ".join(" ".join(sebaris).split()):
        yield Alinea(tempat, teks)


def _read_block(simpul: Simpul, halaman: dict[int, int]) -> Iterator[Alinea | TabelAsing]:
    tempat = f"Halaman {halaman[id(simpul)]}"
    if simpul.jenis == "Table":
        judul = next((join_node(k) for k in find_nodes(simpul, {"Caption"})), "")
        if judul:
            yield Alinea(tempat, judul)
        yield TabelAsing(tempat, grid_from_rows(judul or tempat, _align(read_table(simpul))), judul)
    elif simpul.jenis in JUDUL:
        yield Alinea(tempat, join_node(simpul))
    elif simpul.jenis not in DILEWATI:
        yield from _list_isi(simpul, halaman)


def _align(rows: list[list[str]]) -> list[list[Nilai]]:
    """Rows of cells as a grid: tags do not tell spans, so a short row (its first cell spans) ends at the right edge.

    A short row before the last full head row would set group headings over the wrong columns and is left out.
    """
    lebar = max(map(len, rows), default=0)
    penuh = next((i for i, row in enumerate(rows) if len(row) == lebar), 0)
    return [[*([None] * (lebar - len(row))), *row] for row in rows[penuh:]]
