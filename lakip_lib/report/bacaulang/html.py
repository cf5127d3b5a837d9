"""Read the HTML page back: headings, paragraphs, tables, charts, and the text of every figure with its data-ref."""

from collections.abc import Iterator

from lxml import etree, html

from lakip_lib.errors import UnreadableFileError
from lakip_lib.report.bacaulang.model import DokumenTerbaca

_BUKAN_HALAMAN = "Berkas ini bukan halaman laporan kinerja yang dapat dibaca."
_JUDUL = {f"h{tingkat}": tingkat for tingkat in range(1, 6)}
_TEKS = {"p", "li", "figcaption"}
_DILEWATI = {"nav", "noscript", "script", "style", "summary"}


def read_html(data: bytes) -> DokumenTerbaca:
    """What an HTML page of this suite says. Raises UnreadableFileError when it is no such page."""
    try:
        akar = html.document_fromstring(data.decode("utf-8"), parser=html.HTMLParser(huge_tree=True))
    except (UnicodeDecodeError, etree.ParserError, ValueError) as galat:
        raise UnreadableFileError(_BUKAN_HALAMAN) from galat
    naskah = akar.find(".//article[@class='naskah']")
    if naskah is None:
        raise UnreadableFileError(_BUKAN_HALAMAN)
    hasil = DokumenTerbaca(gambar=sum(bool(g.get("aria-label")) for g in naskah.iterfind(".//*[@data-figur]")))
    _read_blocks(naskah, hasil)
    for angka in naskah.iterfind(".//*[@data-ref]"):
        hasil.ref.setdefault(angka.get("data-ref", ""), join_text(angka))
    return hasil


def _read_blocks(induk: html.HtmlElement, hasil: DokumenTerbaca) -> None:
    for anak in induk:
        tag = anak.tag
        if tag in _JUDUL:
            hasil.judul.append((_JUDUL[tag], join_text(anak)))
        elif tag == "table":
            hasil.tabel.append([[join_text(sel) for sel in baris.iter("th", "td")] for baris in anak.iter("tr")])
        elif tag in _TEKS:
            if teks := join_text(anak):
                hasil.paragraf.append(teks)
        elif isinstance(tag, str) and tag not in _DILEWATI:
            _read_blocks(anak, hasil)


def join_text(elemen: html.HtmlElement) -> str:
    """The text of an element with its line breaks, without what surrounds it."""
    return "".join(_walk_text(elemen)).strip()


def _walk_text(elemen: html.HtmlElement) -> Iterator[str]:
    yield elemen.text or ""
    for anak in elemen:
        if anak.tag == "br":
            yield "\n"
        elif isinstance(anak.tag, str):
            yield from _walk_text(anak)
        yield anak.tail or ""
