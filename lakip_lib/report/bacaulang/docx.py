"""Read a DOCX back: headings and paragraphs by their styles, tables by their grid, figures by their bookmarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx.oxml.ns import qn
from lxml import etree

from lakip_lib.errors import UnreadableFileError
from lakip_lib.report.bacaulang.model import DokumenTerbaca
from lakip_lib.report.docx.oxml import Elemen
from lakip_lib.report.docx.tanda import JENIS_REF, NAMA_XML, read_map

# Styles go by their names: office programs keep these, but give the styles ids of their own.
_JUDUL = re.compile(r"(?:heading|judul) ([1-5])(?: tanpa daftar)?")
_DILEWATI = re.compile(r"toc \d|table of figures|jeda|label .*|pengganti gambar|kop .*|.* sampul|title|subtitle")
_SEL = {"kepala tabel", "sel tabel"}
_SAMPUL = re.compile(r"kop .*")
_KOTAK = "kotak kategori"
_JEDA = {qn("w:tab"): "\t", qn("w:br"): "\n"}
_BUKAN_DOCX = "Berkas ini bukan DOCX yang dapat dibuka."


@dataclass
class _Kumpulan:
    """The names of the styles by id, and what has been read so far."""

    gaya: dict[str, str]
    judul: list[tuple[int, str]] = field(default_factory=list)
    tabel: list[list[list[str]]] = field(default_factory=list)
    paragraf: list[str] = field(default_factory=list)
    gambar: int = 0


def read_docx(data: bytes) -> DokumenTerbaca:
    """What a DOCX of this suite says, also after somebody edited it. Raises UnreadableFileError when it is none."""
    try:
        with ZipFile(BytesIO(data)) as berkas:
            akar = _parse(berkas.read("word/document.xml"))
            peta, gaya = _find_map(berkas), _read_style_names(berkas.read("word/styles.xml"))
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as galat:
        raise UnreadableFileError(_BUKAN_DOCX) from galat
    badan = akar.find(qn("w:body"))
    if badan is None:
        raise UnreadableFileError(_BUKAN_DOCX)
    hasil = _Kumpulan(gaya)
    _read_blocks(badan, hasil)
    return DokumenTerbaca(hasil.judul, hasil.tabel, hasil.paragraf, hasil.gambar, read_refs(badan, peta))


def _parse(xml: bytes) -> Elemen:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _read_style_names(xml: bytes) -> dict[str, str]:
    """Style name in small letters by style id."""
    gaya = ((satu.get(qn("w:styleId"), ""), satu.find(qn("w:name"))) for satu in _parse(xml).iter(qn("w:style")))
    return {id: nama.get(qn("w:val"), "").lower() for id, nama in gaya if nama is not None}


def _find_map(berkas: ZipFile) -> dict[str, tuple[str, str]]:
    """The map of bookmark names, wherever Word has put it; empty when it was thrown away."""
    for nama in berkas.namelist():
        if re.fullmatch(r"customXml/item\d+\.xml", nama) and NAMA_XML.encode() in (xml := berkas.read(nama)):
            return read_map(xml)
    return {}


def _read_blocks(induk: Elemen, hasil: _Kumpulan) -> None:
    for anak in induk:
        if anak.tag == qn("w:p"):
            _read_paragraph(anak, hasil)
        elif anak.tag == qn("w:tbl"):
            _read_table(anak, hasil)
        elif anak.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            _read_blocks(anak, hasil)


def _read_paragraph(paragraf: Elemen, hasil: _Kumpulan) -> None:
    gaya, teks = _style_of(paragraf, hasil), join_paragraph(paragraf, hasil.gaya)
    if not _SAMPUL.fullmatch(gaya):
        hasil.gambar += sum(bool(sifat.get("descr")) for sifat in paragraf.iter(qn("wp:docPr")))
    judul = _JUDUL.fullmatch(gaya)
    if judul:
        hasil.judul.append((int(judul[1]), teks))
    elif teks and not _DILEWATI.fullmatch(gaya):
        hasil.paragraf.append(teks)


def _read_table(tabel: Elemen, hasil: _Kumpulan) -> None:
    """A table of data, or the paragraphs of a table that only arranges them."""
    pertama = next(tabel.iter(qn("w:p")), None)
    if pertama is not None and _style_of(pertama, hasil) in _SEL:
        hasil.tabel.append([list(_read_row(baris, hasil.gaya)) for baris in tabel.iter(qn("w:tr"))])
        return
    for sel in tabel.iter(qn("w:tc")):
        _read_blocks(sel, hasil)


def _read_row(baris: Elemen, nama: dict[str, str]) -> Iterator[str]:
    """The cell texts of a row; a cell that only goes on from the row above is left out."""
    for sel in baris.iter(qn("w:tc")):
        gabung = sel.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if gabung is None or gabung.get(qn("w:val")) == "restart":
            yield "\n".join(join_paragraph(p, nama) for p in sel.iter(qn("w:p"))).strip()


def _style_of(paragraf: Elemen, hasil: _Kumpulan) -> str:
    gaya = paragraf.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if gaya is None else hasil.gaya.get(gaya.get(qn("w:val"), ""), "")


def join_paragraph(paragraf: Elemen, nama: dict[str, str]) -> str:
    """The text of a paragraph as it is printed: field results yes, instructions and kategori squares no."""
    return "".join(teks for teks in _walk_text(paragraf, nama)).strip()


def _walk_text(induk: Elemen, nama: dict[str, str]) -> Iterator[str]:
    """Pieces of printed text in order."""
    for elemen in induk.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        run = elemen.getparent()
        if run is None or run.tag != qn("w:r") or _is_square(run, nama):
            continue
        if elemen.tag == qn("w:t"):
            yield elemen.text or ""
        else:
            yield _JEDA.get(str(elemen.tag), "\u2011")


def _is_square(run: Elemen, nama: dict[str, str]) -> bool:
    gaya = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return gaya is not None and nama.get(gaya.get(qn("w:val"), "")) == _KOTAK


def read_refs(badan: Elemen, peta: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Text by ref: what stands between the ends of its first bookmark."""
    terbuka: dict[str, str] = {}
    isi: dict[str, str] = {}
    for elemen in badan.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:t")):
        if elemen.tag == qn("w:bookmarkStart"):
            terbuka[elemen.get(qn("w:id"), "")] = elemen.get(qn("w:name"), "")
        elif elemen.tag == qn("w:bookmarkEnd"):
            nama = terbuka.pop(elemen.get(qn("w:id"), ""), "")
            isi.setdefault(nama, "")
        else:
            for nama in terbuka.values():
                isi[nama] = isi.get(nama, "") + (elemen.text or "")
    hasil: dict[str, str] = {}
    for nama, (jenis, ref) in sorted(peta.items()):
        if jenis == JENIS_REF and nama in isi:
            hasil.setdefault(ref, isi[nama])
    return hasil
