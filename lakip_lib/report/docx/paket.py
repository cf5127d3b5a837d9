"""The package around the body: styles, settings, numbering, properties, and the part that keeps the bookmarks."""

from collections.abc import Mapping
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import _ContentTypesItem
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lakip_lib.blok import Identitas
from lakip_lib.forms.zip_tetap import pack_parts
from lakip_lib.report.docx.gaya import build_styles
from lakip_lib.report.docx.huruf import Huruf
from lakip_lib.report.docx.oxml import Elemen, clean_text
from lakip_lib.report.docx.tanda import Tanda

# What python-docx's template brings along and this document does not need.
_BUANG = {"stylesWithEffects", "customXml", "webSettings", "fontTable", "thumbnail"}
_XML_TANDA = "/customXml/item1.xml"
_SIFAT_TANDA = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{6C616B69-7000-4000-8000-'
    '74616E646100}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    '<ds:schemaRef ds:uri="urn:lakip:tanda"/></ds:schemaRefs></ds:datastoreItem>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="'
    f'{_OFFICE}/extended-properties"><Application>Microsoft Office Word</Application><Company>%s</Company>'
    "<AppVersion>16.0000</AppVersion></Properties>"
)


def open_package() -> Document:
    """An empty document without the template's own styles, thumbnail and data parts."""
    paket = docx.Document()
    for sumber in (paket.part, paket.part.package):
        for rid in [r for r, h in sumber.rels.items() if h.reltype.rpartition("/")[2] in _BUANG]:
            del sumber.rels[rid]
    return paket


def close_package(
    paket: Document, isi: list[Elemen], *, identitas: Identitas, huruf: Huruf, tanda: Tanda, lebar: int, daftar: int
) -> None:
    """Give the package its body and all that stands around it. `daftar` counts the numbered lists."""
    badan = paket.element.body
    badan.clear()
    badan.extend(isi)
    _replace(paket.styles.element, build_styles(huruf, lebar))
    _replace(paket.settings.element, parse_xml(_settings_xml(identitas)))
    _replace(paket.part.numbering_part.element, parse_xml(_numbering_xml(daftar)))
    _add_map(paket, tanda)
    _describe(paket, identitas)


def list_parts(paket: Document) -> dict[str, bytes]:
    """The files of a closed package by name, as python-docx would put them into a ZIP."""
    utuh = paket.part.package
    bagian = list(utuh.parts)
    for satu in bagian:
        satu.before_marshal()
    isi = {CONTENT_TYPES_URI.membername: _ContentTypesItem.from_parts(bagian).blob}
    isi[PACKAGE_URI.rels_uri.membername] = utuh.rels.xml
    for satu in bagian:
        isi[satu.partname.membername] = satu.blob
        if len(satu.rels):
            isi[satu.partname.rels_uri.membername] = satu.rels.xml
    return isi


def pack(parts: Mapping[str, bytes], identitas: Identitas) -> bytes:
    """The finished file: same content, same bytes."""
    return pack_parts(parts, waktu=f"{identitas.tanggal}T00:00:00Z")


def _replace(lama: Elemen, baru: Elemen) -> None:
    """Give an element of a part the children and attributes of another one."""
    lama.clear()
    for nama, nilai in baru.attrib.items():
        lama.set(nama, nilai)
    lama.extend(list(baru))


def _settings_xml(identitas: Identitas) -> str:
    """Settings of a current Word document in Indonesian; fields are not updated on opening, so nothing is asked."""
    return (
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        '<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        '<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        '</w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _numbering_xml(daftar: int) -> str:
    """One bullet list, and as many numbered lists as the document holds, each beginning at 1."""
    nomor = "".join(
        f'<w:num w:numId="{2 + i}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        for i in range(max(1, daftar))
    )
    return (
        f"<w:numbering {nsdecls('w')}>{_abstract(1, 'bullet', '•')}{_abstract(2, 'decimal', '%1.')}"
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{nomor}</w:numbering>'
    )


def _abstract(nomor: int, jenis: str, teks: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{nomor}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{jenis}"/><w:lvlText w:val="{teks}"/><w:lvlJc w:val="left"/><w:pPr>'
        '<w:ind w:left="454" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _add_map(paket: Document, tanda: Tanda) -> None:
    utama = paket.part
    peta = Part(PackURI(_XML_TANDA), "application/xml", tanda.to_xml(), utama.package)
    tipe = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    sifat = Part(PackURI("/customXml/itemProps1.xml"), tipe, _SIFAT_TANDA.encode(), utama.package)
    peta.relate_to(sifat, f"{_OFFICE}/relationships/customXmlProps")
    utama.relate_to(peta, f"{_OFFICE}/relationships/customXml")


def _describe(paket: Document, identitas: Identitas) -> None:
    """Title, author, language and date of the file; the date is the document's, never that of the run."""
    sifat = paket.core_properties
    tanggal = datetime.fromisoformat(identitas.tanggal).replace(tzinfo=UTC)
    sifat.title = clean_text(f"{identitas.judul} {identitas.instansi} {identitas.tahun}")[:255]
    sifat.author = sifat.last_modified_by = clean_text(identitas.instansi)[:255]
    sifat.subject, sifat.comments, sifat.keywords = clean_text(identitas.subjudul)[:255], "", ""
    sifat.language, sifat.revision = "id-ID", 1
    sifat.created = sifat.modified = tanggal.replace(tzinfo=None)
    aplikasi = paket.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    nama = clean_text(identitas.instansi).replace("&", "&amp;").replace("<", "&lt;")
    aplikasi._blob = (_APP % nama).encode()
