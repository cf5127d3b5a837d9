"""The page of a letter: paper and margins, letterhead, foot with the ledger's trace and the page's number."""

from io import BytesIO
from typing import Any

import typst
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.image.exceptions import UnrecognizedImageError
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from lakip_lib.report.docx.oxml import clean_text, make, make_field, make_run
from lakip_lib.report.docx.sampul import draw_svg
from lakip_lib.surat.docx.tempat import TINTA, Tempat, add_run, count_lebar, insert_sifat
from lakip_lib.surat.naskah import KERTAS_MM, TEPI_MM, Kop, Naskah

CONTOH = "CONTOH – data rekaan"
LOGO_MM = (19, 21)  # the largest width and height
_SISI_KOP = 1190  # twips beside the letterhead's text, so that it stands in the middle of the page


def set_halaman(dokumen: Dokumen, naskah: Naskah) -> None:
    """Paper, margins, head and foot."""
    section = dokumen.sections[0]
    lebar, tinggi = KERTAS_MM[naskah.kertas]
    if naskah.lanskap:
        section.orientation = WD_ORIENT.LANDSCAPE
        lebar, tinggi = tinggi, lebar
    section.page_width, section.page_height = Mm(lebar), Mm(tinggi)
    section.top_margin, section.bottom_margin = Mm(TEPI_MM["atas"]), Mm(TEPI_MM["bawah"])
    section.left_margin, section.right_margin = Mm(TEPI_MM["kiri"]), Mm(TEPI_MM["kanan"])
    section.header_distance, section.footer_distance = Mm(9), Mm(12)
    section.different_first_page_header_footer = True  # the first page bears no number
    for kepala in (section.header, section.first_page_header):
        add_run(kepala.paragraphs[0], CONTOH if naskah.contoh else "")
    add_run(section.first_page_footer.paragraphs[0], naskah.jejak)
    _write_foot(section.footer.paragraphs[0], naskah)


def _write_foot(alinea: Paragraph, naskah: Naskah) -> None:
    tabs = make("w:tabs", None, make("w:tab", {"w:val": "right", "w:pos": count_lebar(naskah)}))
    insert_sifat(alinea, tabs)
    p: Any = alinea._p
    for isi in (
        make_run(clean_text(naskah.jejak) + "\tHalaman "),
        *make_field("PAGE", [make_run("2")]),
        make_run(" dari "),
        *make_field("NUMPAGES", [make_run("2")]),
    ):
        p.append(isi)


def set_mode(dokumen: Dokumen) -> None:
    """A file of current Word, not of its compatibility mode, with Indonesian signs."""
    mode = {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"}
    pengaturan = dokumen.settings.element
    pengaturan.clear()
    pengaturan.extend(
        [
            make("w:zoom", {"w:percent": "100"}),
            make("w:defaultTabStop", {"w:val": "567"}),
            make("w:autoHyphenation", {"w:val": "0"}),
            make("w:characterSpacingControl", {"w:val": "doNotCompress"}),
            make("w:compat", None, make("w:compatSetting", mode)),
            make("w:themeFontLang", {"w:val": "id-ID"}),
            make("w:decimalSymbol", {"w:val": ","}),
            make("w:listSeparator", {"w:val": ";"}),
        ]
    )


def write_kop(tempat: Tempat, kop: Kop) -> None:
    """Logo at the left, the names and the address in the middle, a double rule below."""
    tabel = tempat.wadah.add_table(rows=1, cols=3)
    tabel.alignment, tabel.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    lebar = (_SISI_KOP, tempat.lebar - 2 * _SISI_KOP, _SISI_KOP)
    for sel, kolom, twips in zip(tabel.rows[0].cells, tabel.columns, lebar, strict=True):
        sel.width = kolom.width = twips * 635
        sel._tc.get_or_add_tcPr().append(make("w:vAlign", {"w:val": "center"}))
    sifat: Any = tabel._tbl.tblPr
    tepi = make("w:tblCellMar", None, *(make(f"w:{s}", {"w:w": 0, "w:type": "dxa"}) for s in ("left", "right")))
    sifat.find(qn("w:tblLook")).addprevious(tepi)
    kiri, tengah, _ = tabel.rows[0].cells
    if kop.logo:
        _add_logo(kiri.paragraphs[0], kop)
    baris = [("Kop Pemda", kop.pemda.upper()), ("Kop Instansi", kop.instansi.upper())]
    baris += [("Kop Alamat", satu) for satu in kop.alamat]
    for gaya, teks in baris:
        add_run(tengah.add_paragraph(style=gaya), teks)
    tengah._tc.remove(tengah.paragraphs[0]._p)
    _add_garis(tempat)


def _add_garis(tempat: Tempat) -> None:
    alinea = tempat.add("Jeda")
    tepi = make("w:bottom", {"w:val": "thickThinMediumGap", "w:sz": 24, "w:space": 0, "w:color": TINTA})
    insert_sifat(alinea, make("w:pBdr", None, tepi))
    alinea.paragraph_format.space_after = Pt(10)


def _add_logo(alinea: Paragraph, kop: Kop) -> None:
    """The coat of arms; nothing where Word could not show it."""
    data = kop.logo or b""
    try:
        png = data if data.startswith((b"\x89PNG", b"\xff\xd8\xff")) else draw_svg(data)
        gambar: Any = alinea.add_run().add_picture(BytesIO(png), height=Mm(LOGO_MM[1]))
    except (UnrecognizedImageError, typst.TypstError):
        return
    if gambar.width > Mm(LOGO_MM[0]):
        gambar.height, gambar.width = int(gambar.height * Mm(LOGO_MM[0]) / gambar.width), Mm(LOGO_MM[0])
    sifat = gambar._inline.find(qn("wp:docPr"))
    sifat.set("name", "Lambang")
    sifat.set("descr", clean_text(f"Lambang {kop.pemda}"))
