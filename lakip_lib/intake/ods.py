"""OpenDocument spreadsheets (.ods): cells with values, formulas and styles, read in one pass; nothing is run."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.grid import Lembar, Nilai, Sel
from lakip_lib.intake.teks_sel import format_teks, normalise_nilai

BATAS_SEL = 3_000_000
BATAS_ULANG = 1_048_576
_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_GALAT = re.compile(r"#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|N/A)|Err:\d{3}")
_PANJANG = re.compile(r"([\d.]+)(cm|mm|in|pt)")
_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353}
INDENTASI_CM = 0.353  # one step of indentation as LibreOffice makes it (10 pt)
INDENTASI_BATAS = (0.24, 0.42)  # one step kept from Excel: three blanks of the font in use

Element = etree._Element


@dataclass(frozen=True)
class _Gaya:
    """What a cell style says."""

    tebal: bool = False
    isian: str = ""
    indentasi: int = 0


def _q(nama: str) -> str:
    awalan, _, lokal = nama.partition(":")
    return f"{{{_NS[awalan]}}}{lokal}"


def read_ods(arsip: zipfile.ZipFile) -> tuple[Lembar, ...]:
    """All sheets of a checked .ods archive; number formats other than percent are not told."""
    try:
        root = etree.fromstring(arsip.read("content.xml"), _parser())
        styles = etree.fromstring(arsip.read("styles.xml"), _parser()) if "styles.xml" in arsip.namelist() else None
    except (KeyError, etree.LxmlError) as error:
        raise UnreadableFileError("Berkas .ods rusak; mohon kirim ulang berkas aslinya.") from error
    kamus = {
        s.get(_q("style:name")) or "": s for r in (styles, root) if r is not None for s in r.iter(_q("style:style"))
    }
    isi = root.find(f"{_q('office:body')}/{_q('office:spreadsheet')}")
    tables = [] if isi is None else list(isi.iterchildren(_q("table:table")))
    return tuple(_Pembaca(kamus).read_table(t) for t in tables)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class _Pembaca:
    """Reads one table, knowing the document's styles."""

    def __init__(self, styles: dict[str, Element]) -> None:
        self.styles = styles
        self.langkah = find_step([cm for style in styles.values() if (cm := _indent_cm(style))])
        self.gaya: dict[str, _Gaya] = {}
        self.sel: dict[tuple[int, int], Sel] = {}
        self.gabungan: list[tuple[int, int, int, int]] = []

    def read_table(self, table: Element) -> Lembar:
        """The sheet of a table:table element."""
        kolom_gaya, kolom_tersembunyi = self._read_columns(table)
        tersembunyi: set[int] = set()
        baris = 1
        for row in table.iter(_q("table:table-row")):
            ulang = _repeat(row, "table:number-rows-repeated")
            if row.get(_q("table:visibility")) in ("collapse", "filter"):
                tersembunyi.update(range(baris, baris + min(ulang, 10_000)))
            self._read_row(row, baris, ulang, kolom_gaya)
            baris += ulang
        return Lembar(
            table.get(_q("table:name")) or "",
            self.sel,
            tersembunyi=self._is_hidden(table),
            baris_tersembunyi=frozenset(tersembunyi),
            kolom_tersembunyi=kolom_tersembunyi,
            gabungan=tuple(sorted(self.gabungan)),
        )

    def _is_hidden(self, table: Element) -> bool:
        style = self.styles.get(table.get(_q("table:style-name")) or "")
        sifat = style.find(_q("style:table-properties")) if style is not None else None
        return sifat is not None and sifat.get(_q("table:display")) == "false"

    def _read_columns(self, table: Element) -> tuple[list[tuple[int, str]], frozenset[int]]:
        """Default cell style by last column, and the hidden columns."""
        gaya: list[tuple[int, str]] = []
        tersembunyi: set[int] = set()
        kolom = 0
        for c in table.iter(_q("table:table-column")):
            ulang = _repeat(c, "table:number-columns-repeated")
            if c.get(_q("table:visibility")) in ("collapse", "filter"):
                tersembunyi.update(range(kolom + 1, kolom + 1 + min(ulang, 1_024)))
            kolom += ulang
            gaya.append((kolom, c.get(_q("table:default-cell-style-name")) or ""))
        return gaya, frozenset(tersembunyi)

    def _read_row(self, row: Element, baris: int, ulang: int, kolom_gaya: list[tuple[int, str]]) -> None:
        kolom = 1
        for cell in row.iterchildren(_q("table:table-cell"), _q("table:covered-table-cell")):
            lebar = _repeat(cell, "table:number-columns-repeated")
            if cell.tag == _q("table:table-cell"):
                self._note_span(cell, baris, kolom)
                nama = cell.get(_q("table:style-name")) or row.get(_q("table:default-cell-style-name"))
                nama = nama or next((g for akhir, g in kolom_gaya if kolom <= akhir), "")
                self._place(_read_cell(cell), baris, kolom, ulang=ulang, lebar=lebar, gaya=self._find_gaya(nama))
            kolom += lebar

    def _note_span(self, cell: Element, baris: int, kolom: int) -> None:
        tinggi = _repeat(cell, "table:number-rows-spanned")
        lebar = _repeat(cell, "table:number-columns-spanned")
        if tinggi > 1 or lebar > 1:
            self.gabungan.append((baris, kolom, baris + tinggi - 1, kolom + lebar - 1))

    def _place(self, isi: "_Isi | None", baris: int, kolom: int, *, ulang: int, lebar: int, gaya: _Gaya) -> None:
        if isi is None:
            return
        if len(self.sel) + ulang * lebar > BATAS_SEL:
            raise UnreadableFileError("Lembar memuat lebih dari tiga juta sel berisi; mohon kirim tabelnya saja.")
        for b in range(baris, baris + ulang):
            for k in range(kolom, kolom + lebar):
                self.sel[(b, k)] = Sel(
                    b,
                    k,
                    isi.nilai,
                    isi.teks,
                    format=isi.format,
                    formula=isi.formula,
                    tanpa_nilai=isi.formula is not None and isi.nilai is None,
                    galat=isi.galat,
                    tebal=gaya.tebal,
                    isian=gaya.isian,
                    indentasi=gaya.indentasi,
                )

    def _find_gaya(self, nama: str) -> _Gaya:
        if nama not in self.gaya:
            self.gaya[nama] = self._read_gaya(nama)
        return self.gaya[nama]

    def _read_gaya(self, nama: str) -> _Gaya:
        """A style with what it inherits from its parents (at most ten of them)."""
        bobot = latar = geser = None
        for _ in range(10):
            style = self.styles.get(nama)
            if style is None:
                break
            bobot = bobot or _attribute(style, "style:text-properties", "fo:font-weight")
            latar = latar or _attribute(style, "style:table-cell-properties", "fo:background-color")
            geser = geser or _attribute(style, "style:paragraph-properties", "fo:margin-left")
            nama = style.get(_q("style:parent-style-name")) or ""
        isian = "" if latar in (None, "transparent") else str(latar).lstrip("#").upper()
        return _Gaya(bobot == "bold", isian, round(_to_cm(geser) / self.langkah))


@dataclass(frozen=True)
class _Isi:
    """What one cell holds."""

    nilai: Nilai
    teks: str
    format: str | None
    formula: str | None
    galat: str | None


def _read_cell(cell: Element) -> _Isi | None:
    jenis = cell.get(_q("office:value-type"))
    formula = cell.get(_q("table:formula"))
    teks = "\n".join(_text(p) for p in cell.iterchildren(_q("text:p")))
    if jenis is None and formula is None and not teks:
        return None
    rumus = "=" + formula.partition("=")[2] if formula is not None else None
    if cell.get(_q("calcext:value-type")) == "error" or (rumus and _GALAT.fullmatch(teks)):
        return _Isi(teks, teks, None, rumus, teks)
    nilai = _value(cell, jenis, teks)
    format_angka = "0%" if jenis == "percentage" else None
    return _Isi(nilai, format_teks(nilai, format_angka), format_angka, rumus, None)


def _value(cell: Element, jenis: str | None, teks: str) -> Nilai:
    isi = cell.get(_q("office:value"))
    match jenis:
        case "float" | "percentage" | "currency" if isi is not None:
            return normalise_nilai(float(isi))
        case "date":
            return _parse_date(cell.get(_q("office:date-value")) or "") or teks
        case "boolean":
            return cell.get(_q("office:boolean-value")) == "true"
    return (cell.get(_q("office:string-value")) or teks) or None


def _parse_date(teks: str) -> date | None:
    try:
        return datetime.fromisoformat(teks)
    except ValueError:
        return None


def _text(node: Element) -> str:
    return "".join(_pieces(node))


def _pieces(node: Element) -> Iterator[str]:
    yield node.text or ""
    for anak in node:
        if anak.tag == _q("text:s"):
            yield " " * _repeat(anak, "text:c")
        elif anak.tag == _q("text:tab"):
            yield "\t"
        elif anak.tag == _q("text:line-break"):
            yield "\n"
        elif anak.tag != _q("office:annotation"):
            yield from _pieces(anak)
        yield anak.tail or ""


def _repeat(node: Element, atribut: str) -> int:
    teks = node.get(_q(atribut)) or "1"
    return min(max(int(teks), 1), BATAS_ULANG) if teks.isascii() and teks.isdigit() else 1


def _attribute(style: Element, bagian: str, atribut: str) -> str | None:
    sifat = style.find(_q(bagian))
    return sifat.get(_q(atribut)) if sifat is not None else None


def find_step(indentasi: Sequence[float]) -> float:
    """How wide one step of indentation is, so that all of these (cm) come nearest to whole steps.

    >>> find_step([0.529, 1.058]), find_step([0.353, 0.706])
    (0.2645, 0.353)
    """
    rendah, tinggi = INDENTASI_BATAS
    calon = {cm / n for cm in indentasi for n in range(1, 16) if rendah <= cm / n <= tinggi}

    def judge(langkah: float) -> tuple[float, float]:
        sisa = sum(abs(cm / langkah - round(cm / langkah)) for cm in indentasi)
        return round(sisa, 1), abs(langkah - INDENTASI_CM)

    return min(calon, key=judge, default=INDENTASI_CM)


def _indent_cm(style: Element) -> float:
    return _to_cm(_attribute(style, "style:paragraph-properties", "fo:margin-left"))


def _to_cm(panjang: str | None) -> float:
    cocok = _PANJANG.fullmatch(panjang or "")
    return float(cocok[1]) * _CM[cocok[2]] if cocok else 0.0
