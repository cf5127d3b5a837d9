"""The styles of a letter: few, named in Indonesian where Word has none of its own."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Dokumen
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from lakip_lib.forms.docx_gaya import set_dasar
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.surat.docx.tempat import REDUP, TINTA
from lakip_lib.surat.naskah import Naskah

BAKU = "Arial"  # what every office has
_TENGAH, _KANAN = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


@dataclass(frozen=True)
class _Gaya:
    """A style: size, space before and after (points), weight, alignment, colour, whether it stays with what follows."""

    ukuran: float = 11
    jarak: tuple[float, float] = (0, 6)
    tebal: bool | None = None
    rata: Any = None
    warna: str = TINTA
    ikut: bool = False


GAYA = {
    "Normal": _Gaya(),
    "Title": _Gaya(13, (10, 2), tebal=True, rata=_TENGAH, ikut=True),
    "Heading 2": _Gaya(11, (12, 4), tebal=True, ikut=True),
    "List Bullet": _Gaya(jarak=(0, 3)),
    "List Number": _Gaya(jarak=(0, 3)),
    "Header": _Gaya(8, (0, 0), tebal=True, rata=_KANAN, warna=REDUP),
    "Footer": _Gaya(8, (0, 0), warna=REDUP),
    "Kop Pemda": _Gaya(13, (0, 1), rata=_TENGAH),
    "Kop Instansi": _Gaya(16, (0, 2), tebal=True, rata=_TENGAH),
    "Kop Alamat": _Gaya(9, (0, 1), rata=_TENGAH),
    "Nomor": _Gaya(jarak=(0, 2), rata=_TENGAH, ikut=True),
    "Alamat": _Gaya(jarak=(0, 2)),
    "Rincian": _Gaya(jarak=(0, 3)),
    "Catatan Kecil": _Gaya(9, (2, 4), warna=REDUP),
    "Kepala Tabel": _Gaya(9, (2, 2), tebal=True, ikut=True),
    "Sel Tabel": _Gaya(9, (2, 2)),
    "Pilihan": _Gaya(jarak=(0, 3)),
    "Pilihan Kecil": _Gaya(9, (0, 2)),
    "Ruang Tulis": _Gaya(9, (0, 0), warna=REDUP),
    "Tanda Tangan": _Gaya(jarak=(0, 1)),
    "Garis Potong": _Gaya(8, (12, 6), rata=_TENGAH, warna=REDUP, ikut=True),
    "Jeda": _Gaya(4, (0, 0)),
}


def set_gaya(dokumen: Dokumen, naskah: Naskah) -> None:
    """Give the document its styles, in the type that the agency asks for."""
    set_dasar(dokumen, judul=clean_text(naskah.judul)[:255], penulis=naskah.penulis, kertas=naskah.kertas)
    huruf = BAKU if naskah.huruf in {"", "bawaan"} else clean_text(naskah.huruf)
    for nama, gaya in GAYA.items():
        if nama in dokumen.styles:
            style = dokumen.styles[nama]
        else:
            style = dokumen.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.quick_style = dokumen.styles["Normal"], True
        _set_huruf(style, huruf)
        _set_satu(style, gaya)
    for nama in ("Header", "Footer"):
        dokumen.styles[nama].paragraph_format.tab_stops.clear_all()
    for nama in ("Pilihan", "Pilihan Kecil"):
        bentuk = dokumen.styles[nama].paragraph_format
        bentuk.left_indent, bentuk.first_line_indent = Pt(15), Pt(-15)


def _set_huruf(style: Any, huruf: str) -> None:
    style.font.name = huruf
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), huruf)


def _set_satu(style: Any, gaya: _Gaya) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(gaya.ukuran), gaya.tebal, None
    style.font.color.rgb = RGBColor.from_string(gaya.warna)
    warna = style.element.rPr.find(qn("w:color"))
    for sifat in ("themeColor", "themeShade", "themeTint"):
        warna.attrib.pop(qn(f"w:{sifat}"), None)
    bentuk = style.paragraph_format
    bentuk.space_before, bentuk.space_after = (Pt(p) for p in gaya.jarak)
    bentuk.line_spacing, bentuk.widow_control = 1.0, True
    bentuk.keep_with_next = gaya.ikut or None
    if gaya.rata is not None:
        bentuk.alignment = gaya.rata
