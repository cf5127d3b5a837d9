"""The parts of a DOCX that its text depends on: style names, numberings, links, comments, footnotes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.arsip import open_zip
from lakip_lib.report.docx.oxml import Elemen

BUKAN_DOCX = "Berkas ini bukan DOCX yang dapat dibuka; mohon simpan sebagai Word Document (.docx)."
TERKUNCI = "Berkas ini terkunci kata sandi atau berformat Word lama; mohon simpan sebagai .docx tanpa kata sandi."
_KEPALA_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
RUJUKAN = qn("r:id")
NILAI, ID = qn("w:val"), qn("w:id")


@dataclass(frozen=True)
class Gaya:
    """A style: its name in small letters, the style it is based on, and the numbering it brings."""

    nama: str
    dasar: str = ""
    nomor: str = ""


@dataclass(frozen=True)
class Paket:
    """An opened DOCX: its body and what the body refers to."""

    badan: Elemen
    gaya: Mapping[str, Gaya]
    bernomor: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)  # numId → level → numbered (or bullets)
    tautan: Mapping[str, str] = field(default_factory=dict)
    komentar: Mapping[str, Elemen] = field(default_factory=dict)
    kaki: Mapping[tuple[str, str], Elemen] = field(default_factory=dict)  # (footnote or endnote, id)

    def name_style(self, id_gaya: str) -> str:
        """The name of a style in small letters, "" for none."""
        return self.gaya[id_gaya].nama if id_gaya in self.gaya else ""

    def find_number(self, id_gaya: str) -> str:
        """The numbering that a style or one it is based on brings, "" for none."""
        dilihat: set[str] = set()
        while id_gaya in self.gaya and id_gaya not in dilihat:
            dilihat.add(id_gaya)
            if self.gaya[id_gaya].nomor:
                return self.gaya[id_gaya].nomor
            id_gaya = self.gaya[id_gaya].dasar
        return ""


def open_paket(data: bytes) -> Paket:
    """The DOCX, opened. UnreadableFileError when it is none, locked, damaged or made to do harm."""
    if data.startswith(_KEPALA_OLE):
        raise UnreadableFileError(TERKUNCI)
    if not data.startswith(b"PK"):
        raise UnreadableFileError(BUKAN_DOCX)
    with open_zip(data) as arsip:
        nama = set(arsip.namelist())
        if "word/document.xml" not in nama:
            raise UnreadableFileError(BUKAN_DOCX)
        badan = _parse(arsip, "word/document.xml", nama).find(qn("w:body"))
        if badan is None:
            raise UnreadableFileError(BUKAN_DOCX)
        return Paket(
            badan,
            _read_styles(_parse(arsip, "word/styles.xml", nama)),
            _read_numbering(_parse(arsip, "word/numbering.xml", nama)),
            _read_links(_parse(arsip, "word/_rels/document.xml.rels", nama)),
            {k.get(ID, ""): k for k in _parse(arsip, "word/comments.xml", nama).iter(qn("w:comment"))},
            _read_notes(arsip, nama),
        )


def _parse(arsip: ZipFile, bagian: str, nama: set[str]) -> Elemen:
    """A part as XML, an empty element where the file has no such part."""
    if bagian not in nama:
        return etree.Element("kosong")
    try:
        return etree.fromstring(arsip.read(bagian), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as galat:
        raise UnreadableFileError(BUKAN_DOCX) from galat


def _read_styles(akar: Elemen) -> dict[str, Gaya]:
    def value(satu: Elemen, jalur: str) -> str:
        ada = satu.find("/".join(qn(bagian) for bagian in jalur.split("/")))
        return "" if ada is None else ada.get(NILAI, "")

    return {
        satu.get(qn("w:styleId"), ""): Gaya(
            value(satu, "w:name").lower(), value(satu, "w:basedOn"), value(satu, "w:pPr/w:numPr/w:numId")
        )
        for satu in akar.iter(qn("w:style"))
    }


def _read_numbering(akar: Elemen) -> dict[str, dict[str, bool]]:
    abstrak = {
        satu.get(qn("w:abstractNumId"), ""): {
            aras.get(qn("w:ilvl"), ""): _is_numbered(aras) for aras in satu.iter(qn("w:lvl"))
        }
        for satu in akar.iter(qn("w:abstractNum"))
    }
    hasil = {}
    for nomor in akar.iter(qn("w:num")):
        rujuk = nomor.find(qn("w:abstractNumId"))
        hasil[nomor.get(qn("w:numId"), "")] = {} if rujuk is None else abstrak.get(rujuk.get(NILAI, ""), {})
    return hasil


def _is_numbered(aras: Elemen) -> bool:
    bentuk = aras.find(qn("w:numFmt"))
    return bentuk is not None and bentuk.get(NILAI) not in {"bullet", "none"}


def _read_links(akar: Elemen) -> dict[str, str]:
    """http(s) addresses by relation id."""
    semua = ((h.get("Id", ""), h.get("Target", "")) for h in akar)
    return {id: alamat for id, alamat in semua if re.match(r"https?://", alamat, re.IGNORECASE)}


def _read_notes(arsip: ZipFile, nama: set[str]) -> dict[tuple[str, str], Elemen]:
    return {
        (jenis, satu.get(ID, "")): satu
        for jenis in ("footnote", "endnote")
        for satu in _parse(arsip, f"word/{jenis}s.xml", nama).iter(qn(f"w:{jenis}"))
    }
