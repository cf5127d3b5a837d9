"""Read a tagged PDF back: headings, tables, paragraphs and figures by its structure tree.

pdfium gives the structure tree a page at a time; an element that runs over pages keeps its place among its parent's
children, so the pages' trees are laid over one another by these places.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from lakip_lib.errors import UnreadableFileError
from lakip_lib.report.bacaulang.kunci import PDFIUM
from lakip_lib.report.bacaulang.model import DokumenTerbaca

JUDUL = {f"H{tingkat}": tingkat for tingkat in range(1, 7)}
SEBARIS = {"Span", "Link", "Em", "Strong", "Reference", "Quote", "Code"}
_RUANG = (ctypes.c_ushort * 4096)()  # for one text; whoever reads holds the lock
GAMBAR = "Figure"
DILEWATI = {"TOC", GAMBAR, "Lbl"}


@dataclass
class Simpul:
    """An element of the structure tree: its children by their places, each an element or a piece of text.

    `banyak` counts all children: those without any print, such as blank cells, are on no page and so not in `anak`.
    """

    jenis: str = ""
    alt: str = ""
    banyak: int = 0
    anak: dict[int, "Simpul | str"] = field(default_factory=dict)

    def list_children(self) -> Iterator["Simpul | str"]:
        """The children in document order."""
        return (self.anak[letak] for letak in sorted(self.anak))


def read_pdf(data: bytes) -> DokumenTerbaca:
    """What a tagged PDF says, table cells and all. Raises UnreadableFileError when it is no PDF or has no tags."""
    with PDFIUM:
        akar = _read_tags(data)
    if not akar.anak:
        raise UnreadableFileError("PDF ini tidak bertag, sehingga isinya tidak dapat dibandingkan.")
    hasil = DokumenTerbaca()
    paragraf, gambar = list(list_paragraphs(akar)), list(find_nodes(akar, {GAMBAR}))
    for simpul in find_nodes(akar, set(JUDUL)):
        hasil.judul.append((JUDUL[simpul.jenis], join_node(simpul)))
    hasil.tabel.extend(read_table(simpul) for simpul in find_nodes(akar, {"Table"}))
    hasil.paragraf.extend(paragraf)
    return DokumenTerbaca(hasil.judul, hasil.tabel, hasil.paragraf, sum(bool(g.alt) for g in gambar))


def _read_tags(data: bytes) -> Simpul:
    """The structure tree of all pages."""
    try:
        berkas = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as galat:
        raise UnreadableFileError("Berkas ini bukan PDF yang dapat dibuka.") from galat
    akar = Simpul("akar")
    try:
        for halaman in berkas:
            overlay_page(halaman, akar)
    finally:
        berkas.close()
    return akar


def read_table(tabel: Simpul) -> list[list[str]]:
    """The rows of a table, head first; a spanning cell stands once, a blank cell is "", a blank row has no cell."""
    return [[_cell_text(baris.anak.get(letak)) for letak in range(baris.banyak)] for baris in _list_rows(tabel)]


def _list_rows(tabel: Simpul) -> Iterator[Simpul]:
    for anak in tabel.list_children():
        if isinstance(anak, Simpul) and anak.jenis == "TR":
            yield anak
        elif isinstance(anak, Simpul) and anak.jenis in {"THead", "TBody", "TFoot"}:
            isi = (anak.anak.get(letak, Simpul()) for letak in range(anak.banyak))
            yield from (baris for baris in isi if isinstance(baris, Simpul))


def _cell_text(sel: "Simpul | str | None") -> str:
    return join_node(sel) if isinstance(sel, Simpul) else sel or ""


def list_paragraphs(simpul: Simpul) -> Iterator[str]:
    """The texts outside headings and tables in order; inline elements next to one another are one text."""
    sebaris: list[str] = []
    for anak in simpul.list_children():
        if isinstance(anak, str):
            sebaris.append(anak)
        elif anak.jenis in SEBARIS:
            sebaris.append(join_node(anak))
        else:
            yield from _flush(sebaris)
            if anak.jenis == "Table":
                yield from (join_node(kepala) for kepala in find_nodes(anak, {"Caption"}))
            elif anak.jenis not in DILEWATI and anak.jenis not in JUDUL:
                yield from list_paragraphs(anak)
    yield from _flush(sebaris)


def _flush(sebaris: list[str]) -> Iterator[str]:
    teks = " ".join("".join(sebaris).split())
    sebaris.clear()
    if teks:
        yield teks


def find_nodes(simpul: Simpul, jenis: set[str]) -> Iterator[Simpul]:
    """All elements of these types below `simpul`, in document order, none inside another."""
    for anak in simpul.list_children():
        if isinstance(anak, Simpul):
            if anak.jenis in jenis:
                yield anak
            else:
                yield from find_nodes(anak, jenis)


def join_node(simpul: Simpul) -> str:
    """The text of an element, white space made single."""
    return " ".join(_raw_text(simpul).split())


def _raw_text(simpul: Simpul) -> str:
    bagian = [anak if isinstance(anak, str) else _raw_text(anak) for anak in simpul.list_children()]
    return "".join(bagian) if simpul.jenis in SEBARIS else " ".join(bagian)


def overlay_page(halaman: pdfium.PdfPage, akar: Simpul) -> None:
    """Lay the structure tree of one page over what the pages before gave."""
    pohon = c.FPDF_StructTree_GetForPage(halaman)
    if not pohon:
        return
    try:
        isi = read_marked_text(halaman)
        for letak in range(c.FPDF_StructTree_CountChildren(pohon)):
            if unsur := c.FPDF_StructTree_GetChildAtIndex(pohon, letak):
                _overlay_element(unsur, akar, letak, isi)
    finally:
        c.FPDF_StructTree_Close(pohon)


def _overlay_element(unsur: Any, induk: Simpul, letak: int, isi: dict[int, str]) -> None:
    simpul = induk.anak.setdefault(letak, Simpul())
    if isinstance(simpul, str):
        raise UnreadableFileError("Susunan tag PDF ini tidak dapat dibaca.")
    simpul.jenis = _read_string(c.FPDF_StructElement_GetType, unsur)
    simpul.banyak = c.FPDF_StructElement_CountChildren(unsur)
    simpul.alt = _read_string(c.FPDF_StructElement_GetAltText, unsur) if simpul.jenis == GAMBAR else ""
    for urut in range(simpul.banyak):
        if anak := c.FPDF_StructElement_GetChildAtIndex(unsur, urut):
            _overlay_element(anak, simpul, urut, isi)
        elif (nomor := c.FPDF_StructElement_GetChildMarkedContentID(unsur, urut)) in isi:
            simpul.anak[urut] = isi[nomor]


def read_marked_text(halaman: pdfium.PdfPage) -> dict[int, str]:
    """The text of a page by marked-content id; a new line in the print is a space."""
    lembar = halaman.get_textpage()
    bagian: dict[int, list[tuple[Any, str]]] = {}
    for urut in range(c.FPDFPage_CountObjects(halaman)):
        benda = c.FPDFPage_GetObject(halaman, urut)
        nomor = c.FPDFPageObj_GetMarkedContentID(benda)
        if nomor >= 0 and c.FPDFPageObj_GetType(benda) == c.FPDF_PAGEOBJ_TEXT:
            bagian.setdefault(nomor, []).append((benda, _read_text_object(benda, lembar)))
    lembar.close()
    return {nomor: _join_lines(isi) for nomor, isi in bagian.items()}


def _join_lines(isi: list[tuple[Any, str]]) -> str:
    """The texts of text objects as one, with a blank where the next stands on another line."""
    if len(isi) == 1:
        return isi[0][1]
    matriks, hasil, garis = c.FS_MATRIX(), "", 0.0
    for benda, teks in isi:
        c.FPDFPageObj_GetMatrix(benda, matriks)
        hasil += f" {teks}" if hasil and abs(matriks.f - garis) >= 1 else teks
        garis = matriks.f
    return hasil


def _read_text_object(benda: Any, lembar: pdfium.PdfTextPage) -> str:
    # pdfium writes U+0002 for a hyphen at a line's end; here every hyphen was typed.
    return _read(lambda wadah, ukuran: c.FPDFTextObj_GetText(benda, lembar, wadah, ukuran)).replace("\x02", "-")


def _read_string(fungsi: Callable[..., int], unsur: Any) -> str:
    return _read(lambda wadah, ukuran: fungsi(unsur, wadah, ukuran))


def _read(tulis: Callable[[Any, int], int]) -> str:
    """What a function of pdfium writes: it says how many bytes that is, and writes none where the room is too small."""
    ruang = _RUANG
    panjang = tulis(ruang, ctypes.sizeof(ruang))
    if panjang > ctypes.sizeof(ruang):
        ruang = (ctypes.c_ushort * (panjang // 2 + 1))()
        tulis(ruang, panjang)
    return ctypes.string_at(ruang, panjang).decode("utf-16-le").split("\0", 1)[0]
