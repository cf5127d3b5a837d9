"""The hand of small DOCX letters: page, type, rules and one kind of table."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Dokumen
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lakip_lib.forms.gaya import GARIS, HURUF, KEPALA, TINTA, UTAMA

_KERTAS_MM = {"A4": (210, 297), "F4": (215, 330)}
_UKURAN_TABEL = Pt(8)
BATAS_SIFAT = 255  # letters in a property of the file, as the format has it


def set_dasar(dokumen: Dokumen, *, judul: str, penulis: str, kertas: str = "A4") -> None:
    """Page, basic type and file properties of a letter; the language is Indonesian."""
    section = dokumen.sections[0]
    section.page_width, section.page_height = (Mm(mm) for mm in _KERTAS_MM[kertas])
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.5)
    for nama in ("Normal", "Title"):
        style = dokumen.styles[nama]
        style.font.name, style.font.color.rgb = HURUF, RGBColor.from_string(TINTA.removeprefix("#"))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), HURUF)
    _set_normal(dokumen)
    _set_title(dokumen)
    dokumen.core_properties.title = judul[:BATAS_SIFAT]
    dokumen.core_properties.author = penulis[:BATAS_SIFAT]
    dokumen.core_properties.comments = ""
    dokumen.core_properties.language = "id-ID"


def _set_normal(dokumen: Dokumen) -> None:
    normal = dokumen.styles["Normal"]
    normal.font.size = Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    lang = _element("w:lang")
    lang.set(qn("w:val"), "id-ID")
    normal.element.get_or_add_rPr().append(lang)


def _set_title(dokumen: Dokumen) -> None:
    title = dokumen.styles["Title"]
    title.font.size, title.font.bold = Pt(13), True
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(8), Pt(6)
    borders = title.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:  # the template draws a rule below titles
        borders.getparent().remove(borders)


def add_garis(alinea: Paragraph) -> None:
    """A thin rule below a paragraph."""
    borders = _element("w:pBdr")
    borders.append(_edge("bottom", UTAMA, 8, jarak=4))
    alinea._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )
    alinea.paragraph_format.space_after = Pt(8)


def add_tabel(
    dokumen: Dokumen, kepala: Sequence[str], baris: Sequence[Sequence[str]], lebar_cm: Sequence[float]
) -> None:
    """A table of small text with hairlines and a repeated header row."""
    table = dokumen.add_table(rows=1 + len(baris), cols=len(kepala))
    table.autofit = False
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_edge(side, GARIS, 4))
    indent = _element("w:tblInd")  # the fill begins at the margin, not a cell's padding before it
    indent.set(qn("w:w"), str(Mm(1.9).twips))
    indent.set(qn("w:type"), "dxa")
    for part in (indent, borders):
        table._tbl.tblPr.insert_element_before(part, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for kolom, cm in zip(table.columns, lebar_cm, strict=True):
        kolom.width = Cm(cm)
    for row, texts in zip(table.rows, [kepala, *baris], strict=True):
        is_head = texts is kepala
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(_element("w:cantSplit"))
        if is_head:
            row_properties.append(_element("w:tblHeader"))
        for cell, teks, cm in zip(row.cells, texts, lebar_cm, strict=True):
            cell.width = Cm(cm)
            _fill(cell, teks, is_head=is_head)


def _fill(cell: _Cell, teks: str, *, is_head: bool) -> None:
    alinea = cell.paragraphs[0]
    alinea.paragraph_format.space_after = Pt(1)
    run = alinea.add_run(teks)
    run.font.size, run.bold = _UKURAN_TABEL, is_head
    if is_head:
        shade = _element("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), KEPALA.removeprefix("#"))
        cell._tc.get_or_add_tcPr().append(shade)


def _edge(sisi: str, warna: str, tebal: int, *, jarak: int = 1) -> Any:
    edge = _element(f"w:{sisi}")
    for name, value in (
        ("val", "single"),
        ("sz", str(tebal)),
        ("space", str(jarak)),
        ("color", warna.removeprefix("#")),
    ):
        edge.set(qn(f"w:{name}"), value)
    return edge


def _element(nama: str) -> Any:
    return OxmlElement(nama)
