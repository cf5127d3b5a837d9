"""Small verbs that make WordprocessingML elements; everything else in this package is built from them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from docx.oxml.ns import nsmap, qn
from lxml import etree

Elemen = etree._Element

nsmap.setdefault("w14", "http://schemas.microsoft.com/office/word/2010/wordml")
nsmap.setdefault("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")

_PEMISAH = re.compile("([\t\n])")
# XML 1.0 production [2] Char: everything else may not stand in a document. Nor what turns the letters after it around
# (U+202A to U+202E): a figure would read the other way.
_TERLARANG = re.compile("[^\t\n\r\u0020-\u2029\u202f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_text(teks: str) -> str:
    """The text without what XML forbids (control characters, lone surrogates) and what turns text around; CR LF becomes LF."""
    if teks.isascii() and teks.isprintable():
        return teks
    return _TERLARANG.sub("", teks).replace("\r\n", "\n").replace("\r", "\n")


def make(tag: str, atribut: Mapping[str, str | int] | None = None, *anak: Elemen) -> Elemen:
    """A new element such as make("w:jc", {"w:val": "center"}), with its children in order."""
    isi = atribut or {}
    elemen = etree.Element(_expand(tag), nsmap=_find_spaces(tag, tuple(isi)))
    for nama, nilai in isi.items():
        elemen.set(_expand(nama), clean_text(str(nilai)))
    elemen.extend(anak)
    return elemen


@cache
def _expand(nama: str) -> str:
    return str(qn(nama)) if ":" in nama else nama


@cache
def _find_spaces(tag: str, atribut: tuple[str, ...]) -> dict[str, str]:
    """The namespaces that an element of these names needs, by prefix in their order."""
    awalan = {nama.partition(":")[0] for nama in (tag, *atribut) if ":" in nama}
    return {satu: nsmap[satu] for satu in sorted(awalan)}


def make_text(teks: str, *, tag: str = "w:t") -> list[Elemen]:
    """The text as w:t elements, with w:tab and w:br where a tab or a new line was typed."""
    hasil: list[Elemen] = []
    bersih = clean_text(teks)
    for bagian in _PEMISAH.split(bersih) if "\t" in bersih or "\n" in bersih else (bersih,):
        if bagian == "\t":
            hasil.append(make("w:tab"))
        elif bagian == "\n":
            hasil.append(make("w:br"))
        elif bagian:
            elemen = make(tag)
            elemen.text = bagian
            elemen.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            hasil.append(elemen)
    return hasil


def make_run(teks: str, *sifat: Elemen) -> Elemen:
    """A run w:r of the text; `sifat` are children of its w:rPr in schema order."""
    run = make("w:r")
    if sifat:
        run.append(make("w:rPr", None, *sifat))
    run.extend(make_text(teks))
    return run


def make_paragraph(gaya: str, isi: Iterable[Elemen] = (), *sifat: Elemen) -> Elemen:
    """A paragraph w:p in the style with that id; `sifat` are further children of its w:pPr in schema order."""
    paragraf = make("w:p", None, make("w:pPr", None, make("w:pStyle", {"w:val": gaya}), *sifat))
    paragraf.extend(isi)
    return paragraf


def make_char_style(gaya: str) -> Elemen:
    """The run property that names a character style."""
    return make("w:rStyle", {"w:val": gaya})


def make_field(perintah: str, hasil: Iterable[Elemen], *sifat: Elemen) -> list[Elemen]:
    """The runs of a complex field: its instruction and the result that is shown until somebody updates it."""
    return [*open_field(perintah, *sifat), *hasil, close_field(*sifat)]


def open_field(perintah: str, *sifat: Elemen) -> list[Elemen]:
    """The runs that begin a complex field; its result follows, then `close_field`."""
    instruksi = _field_run(sifat)
    instruksi.extend(make_text(perintah, tag="w:instrText"))
    return [_field_char("begin", sifat), instruksi, _field_char("separate", sifat)]


def close_field(*sifat: Elemen) -> Elemen:
    """The run that ends a complex field."""
    return _field_char("end", sifat)


def _field_char(jenis: str, sifat: tuple[Elemen, ...]) -> Elemen:
    run = _field_run(sifat)
    run.append(make("w:fldChar", {"w:fldCharType": jenis}))
    return run


def _field_run(sifat: tuple[Elemen, ...]) -> Elemen:
    salinan = [etree.fromstring(etree.tostring(satu)) for satu in sifat]
    return make("w:r", None, make("w:rPr", None, *salinan)) if salinan else make("w:r")
