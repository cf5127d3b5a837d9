"""A PDF as paragraphs and tables: by its tags where only they tell the tables, else by the lines drawn on its pages."""

import pypdfium2 as pdfium

from lakip_lib.errors import UnreadableFileError
from lakip_lib.koreksi.asing.alinea_pdf import join_lines
from lakip_lib.koreksi.asing.garis_pdf import find_grids
from lakip_lib.koreksi.asing.kata_pdf import read_kata
from lakip_lib.koreksi.asing.lajur_pdf import find_lajur
from lakip_lib.koreksi.asing.model import Alinea, TabelAsing
from lakip_lib.koreksi.asing.sambung_pdf import join_tables, number_tables
from lakip_lib.koreksi.asing.tag_pdf import read_isi_tag
from lakip_lib.report.bacaulang.kunci import PDFIUM

PINDAIAN = (
    "PDF ini tidak memuat teks (kemungkinan hasil pindai), sehingga angkanya tidak dapat dihitung ulang; "
    "mohon kirim berkas Word atau PDF yang disimpan langsung dari Word."
)
BANYAK_TAG = 1.5  # tags must tell that many times the cells that lines tell; else the lines know more of spans
Isi = Alinea | TabelAsing


def read_isi_pdf(data: bytes) -> tuple[Isi, ...]:
    """Paragraphs and tables in order; UnreadableFileError for a scan, a locked or a broken file."""
    with PDFIUM:
        try:
            berkas = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as galat:
            raise UnreadableFileError("PDF ini rusak atau terkunci kata sandi, sehingga tidak dapat dibuka.") from galat
        try:
            isi = join_tables([_read_page(halaman, nomor) for nomor, halaman in enumerate(berkas, start=1)])
            tag = read_isi_tag(berkas)
        finally:
            berkas.close()
    if not isi:
        raise UnreadableFileError(PINDAIAN)
    return tuple(tag if _count_cells(tag) > _count_cells(isi) * BANYAK_TAG else isi)


def _count_cells(isi: list[Isi]) -> int:
    """The filled cells of the tables that lines or tags tell."""
    return sum(len(x.lembar.sel) for x in isi if isinstance(x, TabelAsing) and x.pasti)


def _read_page(halaman: pdfium.PdfPage, nomor: int) -> list[Isi]:
    """The page from top to bottom, tables where they begin."""
    tempat = f"Halaman {nomor}"
    kata = read_kata(halaman)
    isi: list[tuple[float, Isi]] = []
    for grid in find_grids(halaman):
        lembar = grid.fill(kata, tempat)
        if lembar.sel:
            isi.append((grid.atas, TabelAsing(tempat, lembar)))
            kata = [k for k in kata if not grid.holds(k)]
    for lajur in find_lajur(kata, tempat):
        isi.append((lajur.atas, TabelAsing(tempat, lajur.lembar, pasti=False)))
        kata = [k for k in kata if k not in lajur.kata]
    isi += [(atas, Alinea(tempat, teks)) for atas, teks in join_lines(kata)]
    return number_tables(x for _, x in sorted(isi, key=lambda i: -i[0]))
