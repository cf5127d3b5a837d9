"""Tables inside documents (.html, .docx), each table a sheet "Tabel 1", "Tabel 2", … in reading order."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree, html

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.intake.teks import decode_text
from lakip_lib.intake.teks_sel import clean_escapes

BATAS_SEL = 3_000_000
RENTANG_MAKS = 1_000  # widest span taken at its word, as browsers do
TANPA_TABEL = "Berkas tidak memuat tabel; mohon kirim berkas yang memuat tabelnya."
LEWAT_HTML = frozenset({"script", "style", "template", "table"})
GAYA_LATAR = re.compile(r"background(?:-color)?\s*:\s*#?(\w+)")

Element = etree._Element


@dataclass
class _Kotak:
    """One table cell as its document describes it."""

    teks: str
    lebar: int = 1
    tinggi: int = 1
    tebal: bool = False
    isian: str = ""


@dataclass
class _Kisi:
    """A grid being filled row by row: cells, spans, and the columns that spans from above still hold."""

    sel: dict[tuple[int, int], Sel] = field(default_factory=dict)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    tersembunyi: set[int] = field(default_factory=set)
    terisi: set[tuple[int, int]] = field(default_factory=set)

    def place(self, baris: int, kotak: _Kotak, kolom: int = 1) -> None:
        """Put a cell into the first free column of the row at or after `kolom`."""
        while (baris, kolom) in self.terisi:
            kolom += 1
        b2, k2 = baris + kotak.tinggi - 1, kolom + kotak.lebar - 1
        if len(self.terisi) + kotak.tinggi * kotak.lebar > BATAS_SEL:
            raise UnreadableFileError("Tabel memuat lebih dari tiga juta sel; mohon kirim tabelnya saja.")
        self.terisi.update((b, k) for b in range(baris, b2 + 1) for k in range(kolom, k2 + 1))
        if (b2, k2) != (baris, kolom):
            self.gabungan.append((baris, kolom, b2, k2))
        if kotak.teks:
            self.sel[(baris, kolom)] = Sel(baris, kolom, kotak.teks, kotak.teks, tebal=kotak.tebal, isian=kotak.isian)

    def as_lembar(self, nama: str) -> Lembar:
        """The finished sheet."""
        return Lembar(
            nama, self.sel, baris_tersembunyi=frozenset(self.tersembunyi), gabungan=tuple(sorted(self.gabungan))
        )


def _keep_filled(tables: Iterable[Lembar]) -> tuple[Lembar, ...]:
    filled = tuple(t for t in tables if t.sel)
    if not filled:
        raise UnreadableFileError(TANPA_TABEL)
    return filled


def read_html(data: bytes) -> tuple[Lembar, ...]:
    """The tables of an HTML file; runs of blanks count as one, <br> as a line break; no link or script is followed.

    Whatever number it claims, a rowspan ends with its row group (thead, tbody, or the leading rows of <th>) and
    before a row that brings a full set of cells itself.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_drop_encoding(decode_text(data)), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError(TANPA_TABEL) from error
    return _keep_filled(_read_html_table(t, f"Tabel {i}") for i, t in enumerate(root.iter("table"), start=1))


def _drop_encoding(teks: str) -> str:
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", teks)


def _read_html_table(table: Element, nama: str) -> Lembar:
    kisi = _Kisi()
    baris = 0
    lebar = max((_count_columns(tr) for k in _group_rows(table) for tr in k), default=0)
    for kelompok in _group_rows(table):
        batas = _span_ends(kelompok, lebar)
        for i, tr in enumerate(kelompok):
            baris += 1
            if _is_hidden(tr):
                kisi.tersembunyi.add(baris)
            for cell in tr.iterchildren("td", "th"):
                kisi.place(baris, _read_html_cell(cell, batas[i] - i))
    return kisi.as_lembar(nama)


def _count_columns(tr: Element) -> int:
    return sum(max(_span(c.get("colspan")), 1) for c in tr.iterchildren("td", "th"))


def _span_ends(kelompok: list[Element], lebar: int) -> list[int]:
    """For each row of a group the row (from 0, exclusive) that no span starting there can pass."""
    batas, akhir = [], len(kelompok)
    for i in range(len(kelompok) - 1, -1, -1):
        batas.append(akhir)
        if _count_columns(kelompok[i]) == lebar:
            akhir = i
    return batas[::-1]


def _group_rows(table: Element) -> Iterator[list[Element]]:
    """The rows of a table by row group; leading rows of <th> only are a group of their own."""
    langsung: list[Element] = []
    for anak in table:
        if anak.tag in ("thead", "tbody", "tfoot"):
            yield from _split_header(langsung)
            langsung = []
            yield from _split_header(list(anak.iterchildren("tr")))
        elif anak.tag == "tr":
            langsung.append(anak)
    yield from _split_header(langsung)


def _split_header(rows: list[Element]) -> Iterator[list[Element]]:
    kepala = next((i for i, tr in enumerate(rows) if tr.find("td") is not None), len(rows))
    yield from (bagian for bagian in (rows[:kepala], rows[kepala:]) if bagian)


def _read_html_cell(cell: Element, sisa_baris: int) -> _Kotak:
    tinggi = _span(cell.get("rowspan")) or sisa_baris  # rowspan=0 means: to the end of the group
    latar = GAYA_LATAR.search(cell.get("style") or "")
    return _Kotak(
        teks=_html_text(cell),
        lebar=max(_span(cell.get("colspan")), 1),
        tinggi=min(tinggi, sisa_baris),
        tebal=cell.tag == "th" or next(cell.iter("b", "strong"), None) is not None,
        isian=(cell.get("bgcolor") or (latar[1] if latar else "")).lstrip("#").upper(),
    )


def _span(atribut: str | None) -> int:
    cocok = re.match(r"\s*(\d{1,6})", atribut or "1")
    return min(int(cocok[1]), RENTANG_MAKS) if cocok else 1


def _is_hidden(tr: Element) -> bool:
    return tr.get("hidden") is not None or "display:none" in (tr.get("style") or "").replace(" ", "").lower()


def _html_text(cell: Element) -> str:
    teks = "".join(_html_pieces(cell))
    lines = (re.sub(r"[ \t\n\r\f]+", " ", line).strip(" ") for line in teks.split("\v"))
    return clean_escapes("\n".join(lines).strip("\n"))


def _html_pieces(node: Element) -> Iterator[str]:
    """Text of a node without scripts and inner tables; "\\v" marks a line break."""
    yield node.text or ""
    for anak in node:
        blok = anak.tag in ("br", "p", "div", "li")
        if blok:
            yield "\v"
        if anak.tag not in LEWAT_HTML:
            yield from _html_pieces(anak)
        yield anak.tail or ""


def read_docx(data: bytes) -> tuple[Lembar, ...]:
    """The tables of a Word document, inner ones too; paragraphs of a cell are joined by line breaks."""
    try:
        body = Document(io.BytesIO(data)).element.body
    except (OpcError, BadZipFile, KeyError, ValueError, AttributeError, etree.LxmlError) as error:
        raise UnreadableFileError("Dokumen Word rusak atau terpotong; mohon kirim ulang berkas aslinya.") from error
    tables = body.iter(qn("w:tbl"))
    return _keep_filled(_read_docx_table(t, f"Tabel {i}") for i, t in enumerate(tables, start=1))


def _read_docx_table(table: Element, nama: str) -> Lembar:
    rows = [tr for tr in table.iter(qn("w:tr")) if next(tr.iterancestors(qn("w:tbl"))) is table]
    letak = [list(_docx_row(tr)) for tr in rows]
    kisi = _Kisi()
    for i, row in enumerate(letak):
        for kolom, tc in row:
            if _merge_kind(tc) != "continue" or i == 0:
                kisi.place(i + 1, _read_docx_cell(tc, _docx_height(letak, i, kolom)), kolom)
    return kisi.as_lembar(nama)


def _docx_row(tr: Element) -> Iterator[tuple[int, Element]]:
    """Each cell of a row with its grid column (from 1)."""
    sebelum = tr.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    kolom = 1 + (int(sebelum.get(qn("w:val")) or 0) if sebelum is not None else 0)
    for tc in tr.iter(qn("w:tc")):
        if next(tc.iterancestors(qn("w:tr"))) is tr:
            yield kolom, tc
            kolom += _docx_width(tc)


def _docx_width(tc: Element) -> int:
    rentang = tc.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return min(int(rentang.get(qn("w:val")) or 1), RENTANG_MAKS) if rentang is not None else 1


def _merge_kind(tc: Element) -> str | None:
    gabung = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return None if gabung is None else gabung.get(qn("w:val")) or "continue"


def _docx_height(letak: list[list[tuple[int, Element]]], awal: int, kolom: int) -> int:
    tinggi = 1
    for row in letak[awal + 1 :]:
        if not any(k == kolom and _merge_kind(tc) == "continue" for k, tc in row):
            break
        tinggi += 1
    return tinggi


def _read_docx_cell(tc: Element, tinggi: int) -> _Kotak:
    latar = tc.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    isian = (latar.get(qn("w:fill")) or "") if latar is not None else ""
    paragraphs = [p for p in tc.iter(qn("w:p")) if next(p.iterancestors(qn("w:tc"))) is tc]
    runs = [r for p in paragraphs for r in p.iter(qn("w:r")) if r.find(qn("w:t")) is not None]
    return _Kotak(
        teks="\n".join(map(_docx_text, paragraphs)),
        lebar=_docx_width(tc),
        tinggi=tinggi,
        tebal=bool(runs) and all(_is_bold(r) for r in runs),
        isian="" if isian == "auto" else isian.upper(),
    )


def _is_bold(run: Element) -> bool:
    tebal = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return tebal is not None and tebal.get(qn("w:val")) not in ("0", "false")


def _docx_text(paragraph: Element) -> str:
    tanda = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    runs = (r for r in paragraph.iter(qn("w:r")) if next(r.iterancestors(qn("w:p"))) is paragraph)
    return "".join((x.text or "") if x.tag == qn("w:t") else tanda.get(str(x.tag), "") for r in runs for x in r)
