"""Fonts and colours of the DOCX, and the pPr and rPr that styles are made of."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lakip_lib.report.docx.oxml import clean_text

TINTA = "1B2A3A"
UTAMA = "0B4F7A"
GARIS = "C9D4DC"
KEPALA = "EEF3F6"
AKSEN = "C8912E"
REDUP = "566573"
PUTIH = "FFFFFF"
MERAH = "B2182B"


@dataclass(frozen=True)
class Huruf:
    """The two font families of a document, and how wide their digits and comma are (em)."""

    badan: str
    kepala: str
    angka: float
    koma: float


_LEBAR = {"Arial": (0.556, 0.278), "Bookman Old Style": (0.62, 0.31), "Times New Roman": (0.5, 0.25)}


def pick_fonts(huruf: str) -> Huruf:
    """Cambria and Calibri for "bawaan"; any other name is used for body, headings and tables alike."""
    if huruf == "bawaan":
        return Huruf("Cambria", "Calibri", 0.507, 0.25)
    return Huruf(huruf, huruf, *_LEBAR.get(huruf, (0.556, 0.278)))


def build_ppr(
    *,
    ikut: bool = False,
    utuh: bool = False,
    buka: bool = False,
    nomor: int = 0,
    tepi: tuple[str, int] | None = None,
    tab: tuple[str, ...] = (),
    jarak: tuple[int, int, int] = (0, 0, 240),
    letak: tuple[int, int, int] = (0, 0, 0),
    rata: str = "",
    aras: int | None = None,
) -> str:
    """Children of a w:pPr in schema order; lengths in twips.

    ikut: kept with the next paragraph; utuh: lines kept together; buka: opens a page; tepi: colour and width of a rule
    at the left; tab: ready tab stops; jarak: before, after, line; letak: left, hanging, right indent.
    """
    kiri, gantung, kanan = letak
    bagian = (
        "<w:keepNext/>" if ikut else "",
        "<w:keepLines/>" if ikut or utuh else "",
        "<w:pageBreakBefore/>" if buka else "",
        f'<w:numPr><w:numId w:val="{nomor}"/></w:numPr>' if nomor else "",
        _rule(*tepi) if tepi else "",
        f"<w:tabs>{''.join(tab)}</w:tabs>" if tab else "",
        '<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="auto"/>'.format(*jarak),
        f'<w:ind w:left="{kiri}" w:right="{kanan}" w:hanging="{gantung}"/>' if any(letak) else "",
        f'<w:jc w:val="{rata}"/>' if rata else "",
        "" if aras is None else f'<w:outlineLvl w:val="{aras}"/>',
    )
    return "".join(bagian)


def _rule(warna: str, tebal: int) -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="{tebal}" w:space="8" w:color="{warna}"/></w:pBdr>'


def build_tab(jenis: str, letak: int, pengisi: str = "none") -> str:
    """A tab stop: jenis left, right or center, at so many twips."""
    return f'<w:tab w:val="{jenis}" w:leader="{pengisi}" w:pos="{letak}"/>'


def build_rpr(
    *,
    huruf: str = "",
    tebal: bool | None = None,
    miring: bool = False,
    kapital: bool = False,
    warna: str = "",
    renggang: int = 0,
    ukuran: float = 0,
    garis: bool = False,
) -> str:
    """Children of a w:rPr in schema order; ukuran in points, renggang (letter spacing) in twips."""
    nama = quoteattr(clean_text(huruf))
    nilai = "" if tebal else ' w:val="0"'
    bagian = (
        f"<w:rFonts w:ascii={nama} w:hAnsi={nama} w:eastAsia={nama} w:cs={nama}/>" if huruf else "",
        "" if tebal is None else f"<w:b{nilai}/><w:bCs{nilai}/>",
        "<w:i/><w:iCs/>" if miring else "",
        "<w:caps/>" if kapital else "",
        f'<w:color w:val="{warna}"/>' if warna else "",
        f'<w:spacing w:val="{renggang}"/>' if renggang else "",
        f'<w:sz w:val="{round(ukuran * 2)}"/><w:szCs w:val="{round(ukuran * 2)}"/>' if ukuran else "",
        '<w:u w:val="single"/>' if garis else "",
    )
    return "".join(bagian)
