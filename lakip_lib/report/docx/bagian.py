"""Sections of the DOCX: paper, margins, page numbers, running head, and the marks KONSEP and CONTOH."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from lakip_lib.blok import AnyBlok, Halaman, Identitas, Judul
from lakip_lib.report.docx.huruf import GARIS
from lakip_lib.report.docx.konteks import Konteks
from lakip_lib.report.docx.oxml import Elemen, clean_text, make
from lakip_lib.report.halaman import mark_landscape

CM = 567  # twips
KERTAS = {"A4": (11906, 16838), "F4": (12191, 18710)}
KIRI, KANAN, ATAS, BAWAH = 3 * CM, 2 * CM, 2 * CM, round(2.5 * CM)
KONSEP = "KONSEP"
CONTOH = "CONTOH – data rekaan"


@dataclass(frozen=True)
class Bagian:
    """A stretch of blocks with one paper orientation and one kind of page number."""

    blok: tuple[AnyBlok, ...]
    depan: bool
    lanskap: bool
    awal: bool  # page numbers start again


def split_sections(blok: tuple[AnyBlok, ...]) -> list[Bagian]:
    """Front matter and body, each cut where wide tables turn the page; a heading goes with the table it opens."""
    hasil: list[Bagian] = []
    for depan, kelompok in _split_front(blok):
        for urut, (lanskap, isi) in enumerate(_split_wide(kelompok)):
            hasil.append(Bagian(tuple(_drop_breaks(isi)), depan, lanskap, awal=urut == 0))
    return hasil


def _split_front(blok: tuple[AnyBlok, ...]) -> Iterator[tuple[bool, list[AnyBlok]]]:
    """Front matter ends at the first Bab that is not marked depan."""
    batas = next((i for i, b in enumerate(blok) if isinstance(b, Judul) and b.tingkat == 1 and not b.depan), 0)
    if batas:
        yield True, list(blok[:batas])
    yield False, list(blok[batas:])


def _split_wide(blok: list[AnyBlok]) -> list[tuple[bool, list[AnyBlok]]]:
    """Stretches of one paper orientation."""
    deret = groupby(zip(mark_landscape(blok), blok, strict=True), key=itemgetter(0))
    return [(lanskap, [satu for _, satu in isi]) for lanskap, isi in deret]


def _drop_breaks(isi: list[AnyBlok]) -> Iterator[AnyBlok]:
    """The blocks without page breaks that would only make an empty page (before a Bab, at either end)."""
    for urut, satu in enumerate(isi):
        berikut = isi[urut + 1] if urut + 1 < len(isi) else None
        if isinstance(satu, Halaman) and (urut == 0 or berikut is None or _opens_page(berikut)):
            continue
        yield satu


def _opens_page(blok: AnyBlok) -> bool:
    return isinstance(blok, Halaman) or (isinstance(blok, Judul) and blok.tingkat == 1)


def measure_text(kertas: str, *, lanskap: bool = False) -> tuple[int, int]:
    """Width and height of the text area in twips; a turned page turns its margins along."""
    lebar, tinggi = KERTAS[kertas]
    teks = lebar - KIRI - KANAN, tinggi - ATAS - BAWAH
    return (teks[1], teks[0]) if lanskap else teks


@dataclass
class Kaki:
    """Running heads and feet, one pair upright and one for turned pages, made once and shared by the sections."""

    konteks: Konteks
    rid: dict[bool, tuple[str, str]] = field(default_factory=dict)

    def refer(self, lanskap: bool) -> Iterable[Elemen]:
        """References to head and foot for a section's w:sectPr."""
        if lanskap not in self.rid:
            self.rid[lanskap] = self._make(lanskap)
        kepala, kaki = self.rid[lanskap]
        return (
            make("w:headerReference", {"w:type": "default", "r:id": kepala}),
            make("w:footerReference", {"w:type": "default", "r:id": kaki}),
        )

    def _make(self, lanskap: bool) -> tuple[str, str]:
        identitas = self.konteks.dokumen.identitas
        lebar = measure_text(identitas.kertas, lanskap=lanskap)[0]
        nomor = 2 if lanskap else 1
        return self._add("header", nomor, _header_xml(identitas, lebar, nomor)), self._add("footer", nomor, _FOOTER)

    def _add(self, jenis: str, nomor: int, xml: str) -> str:
        utama = self.konteks.paket.part
        tipe = CONTENT_TYPE.WML_HEADER if jenis == "header" else CONTENT_TYPE.WML_FOOTER
        hubungan = RELATIONSHIP_TYPE.HEADER if jenis == "header" else RELATIONSHIP_TYPE.FOOTER
        bagian = Part(PackURI(f"/word/{jenis}{nomor}.xml"), tipe, xml.encode(), utama.package)
        return utama.relate_to(bagian, hubungan)


def list_marks(identitas: Identitas) -> list[str]:
    """The words that a document bears while it is a draft, or because its data are invented."""
    return [kata for kata, ada in ((KONSEP, identitas.konsep), (CONTOH, identitas.contoh)) if ada]


def _header_xml(identitas: Identitas, lebar: int, nomor: int) -> str:
    """Document and agency at the left, the marks at the right, a hairline below; KONSEP also across the page."""
    tanda = " · ".join(list_marks(identitas))
    nama, pendek = f"{identitas.judul} · {identitas.tahun}", identitas.singkatan or identitas.instansi
    kanan = f"{tanda}    {pendek}" if tanda else pendek
    cap = _watermark(nomor, tanda.partition(" ")[0]) if tanda else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr {nsdecls("w", "r")} '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:w10="urn:schemas-microsoft-com:office:word"><w:p><w:pPr><w:pStyle w:val="Header"/><w:pBdr>'
        f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{GARIS}"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{lebar}"/></w:tabs></w:pPr>{cap}'
        f"<w:r><w:t>{escape(clean_text(nama))}</w:t></w:r><w:r><w:tab/></w:r>"
        '<w:r><w:rPr><w:rStyle w:val="TandaDokumen"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(clean_text(kanan))}</w:t></w:r></w:p></w:hdr>'
    )


def _watermark(nomor: int, kata: str) -> str:
    """One word across the page, written as Word's own command does, so that the same command removes it."""
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{nomor}" o:spid="_x0000_s205{nomor}" type="#_x0000_t136" '
        f'alt="Tanda {kata}" '
        'style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:95pt;rotation:315;z-index:-251658240;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e6ebef" stroked="f">'
        '<v:fill opacity=".45"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="'
        + kata
        + '"/>'
        "</v:shape></w:pict></w:r>"
    )


_FOOTER = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {nsdecls("w", "r")}>'
    '<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)


def make_cover_section(kertas: str) -> Elemen:
    """The w:sectPr of the cover: no head, no foot, no number."""
    return make("w:sectPr", None, *_page(kertas, lanskap=False))


def make_section(bagian: Bagian, kertas: str, kaki: Kaki) -> Elemen:
    """The w:sectPr that ends this stretch of the document."""
    nomor = {"w:fmt": "lowerRoman" if bagian.depan else "decimal"} | ({"w:start": "1"} if bagian.awal else {})
    halaman = _page(kertas, lanskap=bagian.lanskap)
    return make("w:sectPr", None, *kaki.refer(bagian.lanskap), *halaman, make("w:pgNumType", nomor))


def _page(kertas: str, *, lanskap: bool) -> list[Elemen]:
    lebar, tinggi = KERTAS[kertas]
    tepi = {"w:top": ATAS, "w:right": KANAN, "w:bottom": BAWAH, "w:left": KIRI}
    ukuran: dict[str, str | int] = {"w:w": lebar, "w:h": tinggi}
    if lanskap:
        ukuran = {"w:w": tinggi, "w:h": lebar, "w:orient": "landscape"}
        tepi = {"w:top": KIRI, "w:right": ATAS, "w:bottom": KANAN, "w:left": BAWAH}
    jarak = {"w:header": tepi["w:top"] - CM, "w:footer": CM, "w:gutter": 0}
    return [make("w:type", {"w:val": "nextPage"}), make("w:pgSz", ukuran), make("w:pgMar", {**tepi, **jarak})]
