"""All text of a document with the place where it stands: what a reader meets, and what only a program shows."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import pypdfium2
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lakip_lib.errors import LakipError
from lakip_lib.report.bacaulang.kunci import PDFIUM

Potongan = tuple[str, str]  # place, text
ATRIBUT = ("alt", "title", "content", "href", "aria-label", "aria-description")
_TAG = re.compile(r"<[^>]*>")
_ATRIBUT_XML = re.compile(r'(?:descr|title|Target|w:author)="([^"]*)"')
_AKHIR_ALINEA = re.compile(r"</w:p>|</si>|</dc:\w+>|</cp:\w+>|</Company>|</Manager>")


def list_teks(nama: str, data: bytes) -> Iterator[Potongan]:
    """The texts of a file by its ending; LakipError for a kind of file that cannot be looked through."""
    pembaca = PEMBACA.get(PurePosixPath(nama).suffix)
    if pembaca is None:
        raise LakipError(f"{nama} must be of a kind whose text can be read")
    return ((tempat, " ".join(teks.split())) for tempat, teks in pembaca(data) if teks.strip())


def _read_pdf(data: bytes) -> Iterator[Potongan]:
    with PDFIUM:
        pdf = pypdfium2.PdfDocument(data)
        try:
            hasil = [("keterangan berkas", " ".join(pdf.get_metadata_dict().values()))]
            for nomor, halaman in enumerate(pdf, 1):
                teks = halaman.get_textpage()
                hasil.append((f"halaman {nomor}", teks.get_text_bounded()))
                teks.close()
                halaman.close()
        finally:
            pdf.close()
    yield from hasil


def _read_docx(data: bytes) -> Iterator[Potongan]:
    with ZipFile(BytesIO(data)) as berkas:
        for bagian in (n for n in berkas.namelist() if n.endswith((".xml", ".rels"))):
            isi = berkas.read(bagian).decode("utf-8")
            sebut = "alinea" if bagian == "word/document.xml" else f"{bagian}, bagian"
            for nomor, satu in enumerate(_AKHIR_ALINEA.split(isi), 1):
                yield f"{sebut} {nomor}", unescape(_TAG.sub("", satu))
                yield from ((f"{sebut} {nomor}", unescape(nilai)) for nilai in _ATRIBUT_XML.findall(satu))


def _read_xlsx(data: bytes) -> Iterator[Potongan]:
    buku = load_workbook(BytesIO(data))
    for lembar in buku.worksheets:
        yield from _read_lembar(lembar)
    sifat = buku.properties
    yield "keterangan berkas", " ".join(str(v) for v in (sifat.creator, sifat.lastModifiedBy, sifat.description) if v)


def _read_lembar(lembar: Worksheet) -> Iterator[Potongan]:
    for baris in lembar.iter_rows():
        for sel in baris:
            tempat = f"lembar {lembar.title} sel {sel.coordinate}"
            if sel.value is not None:
                yield tempat, f"{sel.value:.0f}" if isinstance(sel.value, float) else str(sel.value)
            if sel.comment is not None:
                yield f"{tempat} (komentar)", sel.comment.text
            if sel.hyperlink is not None and sel.hyperlink.target:
                yield f"{tempat} (tautan)", sel.hyperlink.target
    for kaki in (lembar.oddHeader, lembar.oddFooter):
        bagian = (kaki.left, kaki.center, kaki.right) if kaki is not None else ()
        yield f"lembar {lembar.title}, kepala atau kaki", " ".join(b.text for b in bagian if b is not None and b.text)


class _PembacaHtml(HTMLParser):
    """Collects the visible text below each heading, telling attributes, and data in JSON; programs and styles are not text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.judul, self.tag, self.jenis = "awal", "", ""
        self.hasil: list[Potongan] = []
        self.alinea: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SEBLOK:
            self.flush()
        isi = dict(attrs)
        self.tag, self.jenis = tag, isi.get("type") or ""
        for nama in ATRIBUT:
            nilai = isi.get(nama) or ""
            if nilai and not nilai.startswith(("data:", "#")):
                self.hasil.append((f"bagian '{self.judul}' ({nama})", nilai))

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.judul = " ".join("".join(self.alinea).split())[:60] or self.judul
        if tag in SEBLOK:
            self.flush()
        self.tag = ""

    def handle_data(self, data: str) -> None:
        if self.tag == "script" and self.jenis == "application/json":
            self.hasil += [(f"data {tempat}", teks) for tempat, teks in _walk(json.loads(data), "")]
        elif self.tag not in {"script", "style"}:
            self.alinea.append(data)

    def handle_comment(self, data: str) -> None:
        self.hasil.append((f"bagian '{self.judul}' (komentar)", data))

    def flush(self) -> None:
        """End a paragraph or cell."""
        if self.alinea:
            self.hasil.append((f"bagian '{self.judul}'", "".join(self.alinea)))
        self.alinea = []


SEBLOK = frozenset({"p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "figcaption"})


def _read_html(data: bytes) -> Iterator[Potongan]:
    pembaca = _PembacaHtml()
    pembaca.feed(data.decode("utf-8"))
    pembaca.close()
    pembaca.flush()
    yield from pembaca.hasil


def _read_csv(data: bytes) -> Iterator[Potongan]:
    kepala: list[str] = []
    for nomor, baris in enumerate(csv.reader(StringIO(data.decode("utf-8"), newline="")), 1):
        kepala = kepala or baris
        for kolom, isi in zip(kepala, baris, strict=False):
            yield f"baris {nomor} kolom {kolom}", isi


def _read_json(data: bytes) -> Iterator[Potongan]:
    yield from _walk(json.loads(data), "")


def _walk(nilai: Any, tempat: str) -> Iterator[Potongan]:
    """Every key and value of JSON data with its path."""
    if isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            yield f"{tempat}/{kunci}".lstrip("/"), kunci
            yield from _walk(isi, f"{tempat}/{kunci}".lstrip("/"))
    elif isinstance(nilai, list):
        for nomor, isi in enumerate(nilai, 1):
            yield from _walk(isi, f"{tempat}/{nomor}".lstrip("/"))
    elif nilai is not None and not isinstance(nilai, float):
        yield tempat, str(nilai)


def _read_txt(data: bytes) -> Iterator[Potongan]:
    for nomor, baris in enumerate(data.decode("utf-8").splitlines(), 1):
        yield f"baris {nomor}", baris


PEMBACA: dict[str, Callable[[bytes], Iterator[Potongan]]] = {
    ".pdf": _read_pdf,
    ".docx": _read_docx,
    ".xlsx": _read_xlsx,
    ".html": _read_html,
    ".csv": _read_csv,
    ".json": _read_json,
    ".txt": _read_txt,
}
