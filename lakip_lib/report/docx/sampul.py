"""The cover: kop, a wide band of primary with the title, the year large, a thin accent rule, place and year."""

import base64
import binascii
from io import BytesIO
from urllib.parse import unquote_to_bytes

import typst
from docx.image.exceptions import UnrecognizedImageError

from lakip_lib.blok import Identitas
from lakip_lib.report.docx.bagian import ATAS, BAWAH, CM, KANAN, KERTAS, KIRI, list_marks
from lakip_lib.report.docx.gambar import EMU_TWIP, make_inline
from lakip_lib.report.docx.huruf import AKSEN, UTAMA
from lakip_lib.report.docx.konteks import Konteks
from lakip_lib.report.docx.oxml import Elemen, make, make_paragraph, make_run

LEBAR_LOGO = round(2.8 * CM)
TINGGI_LOGO = round(2.2 * CM)
TINGGI_KOP = round(5.8 * CM)
TINGGI_JUDUL = round(7.3 * CM)
TINGGI_TAHUN = round(4.5 * CM)
PANJANG_GARIS = round(2.8 * CM)


def write_cover(konteks: Konteks) -> list[Elemen]:
    """The cover as one table over the whole width of the page."""
    identitas = konteks.dokumen.identitas
    lebar, tinggi = KERTAS[identitas.kertas]
    kolom = [KIRI, LEBAR_LOGO, lebar - KIRI - LEBAR_LOGO - KANAN, KANAN]
    kaki = tinggi - ATAS - BAWAH - TINGGI_KOP - TINGGI_JUDUL - TINGGI_TAHUN - CM
    tahun = [make_paragraph("TahunSampul", [make_run(str(identitas.tahun))])]
    baris = [
        _row(_write_kop(konteks, kolom), TINGGI_KOP),
        _row(_span(kolom, _write_title(identitas, sum(kolom[1:3])), "bottom", warna=UTAMA), TINGGI_JUDUL),
        _row(_span(kolom, tahun, "bottom", warna=UTAMA), TINGGI_TAHUN),
        _row(_span(kolom, _write_marks(identitas), "center"), kaki // 3),
        _row(_span(kolom, _write_foot(identitas), "bottom"), kaki - kaki // 3),
    ]
    sifat = make(
        "w:tblPr",
        None,
        make("w:tblW", {"w:w": lebar, "w:type": "dxa"}),
        make("w:tblInd", {"w:w": -KIRI, "w:type": "dxa"}),
        make("w:tblLayout", {"w:type": "fixed"}),
        make("w:tblCellMar", None, *(make(f"w:{s}", {"w:w": 0, "w:type": "dxa"}) for s in ("left", "right"))),
        make("w:tblLook", {"w:val": "0000"}),
    )
    grid = make("w:tblGrid", None, *(make("w:gridCol", {"w:w": x}) for x in kolom))
    return [make("w:tbl", None, sifat, grid, *baris)]


def _write_kop(konteks: Konteks, kolom: list[int]) -> list[Elemen]:
    identitas = konteks.dokumen.identitas
    logo = _write_logo(konteks)
    kop = [
        make_paragraph("KopPemda", [make_run(identitas.pemda)]),
        make_paragraph("KopInstansi", [make_run(identitas.instansi)]),
        *(make_paragraph("KopAlamat", [make_run(baris)]) for baris in identitas.alamat),
    ]
    kiri, kanan = _cell(kolom[0], [make_paragraph("KopAlamat")]), _cell(kolom[3], [make_paragraph("KopAlamat")])
    if logo is None:
        return [kiri, _cell(kolom[1] + kolom[2], kop, 2), kanan]
    return [kiri, _cell(kolom[1], [logo]), _cell(kolom[2], kop), kanan]


def _write_logo(konteks: Konteks) -> Elemen | None:
    png = read_logo(konteks.dokumen.identitas.logo)
    if png is None:
        return None
    try:
        rid, citra = konteks.paket.part.get_or_add_image(BytesIO(png))
    except UnrecognizedImageError:
        return None
    skala = min(TINGGI_LOGO / citra.px_height, (LEBAR_LOGO - 200) / citra.px_width) * EMU_TWIP
    ukuran = (round(citra.px_width * skala), round(citra.px_height * skala))
    nama = konteks.dokumen.identitas.pemda
    inline = make_inline(konteks, rid, ukuran, "Lambang", f"Lambang {nama}")
    return make_paragraph("KopAlamat", [make("w:r", None, make("w:drawing", None, inline))])


def read_logo(uri: str | None) -> bytes | None:
    """The picture of a data URI as PNG or JPEG bytes (an SVG is drawn by Typst); None where there is none to read."""
    kepala, koma, isi = (uri or "").partition(",")
    if not koma or not kepala.startswith("data:image/"):
        return None
    try:
        data = base64.b64decode(isi, validate=True) if kepala.endswith(";base64") else unquote_to_bytes(isi)
        return draw_svg(data) if kepala.startswith("data:image/svg") else data
    except (binascii.Error, typst.TypstError):
        return None


def draw_svg(svg: bytes) -> bytes:
    """An SVG as PNG, with a clear ground, 600 dots a side or so."""
    teks = ", ".join(str(b) for b in svg)
    sumber = (
        "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
        f'#image(bytes(({teks},)), format: "svg", height: 80pt)'
    )
    hasil: bytes = typst.compile(sumber.encode(), format="png", ppi=540)
    return hasil


def _write_title(identitas: Identitas, lebar: int) -> list[Elemen]:
    """The title in the size that its length allows, the thin accent rule, the subtitle."""
    huruf = len(identitas.judul)
    ukuran = 44 if huruf > 70 else 52 if huruf > 44 else 60
    sifat = [make(tag, {"w:val": ukuran}) for tag in ("w:sz", "w:szCs")]
    garis = make("w:pBdr", None, make("w:top", {"w:val": "single", "w:sz": 13, "w:space": 1, "w:color": AKSEN}))
    jarak = make("w:spacing", {"w:before": 240, "w:after": 0, "w:line": 60, "w:lineRule": "exact"})
    periode = [] if identitas.periode == "tahunan" else [f"Periode {identitas.periode}"]
    return [
        make_paragraph("Title", [make_run(identitas.judul, *sifat)]),
        make_paragraph("Subtitle", [], garis, jarak, make("w:ind", {"w:right": lebar - PANJANG_GARIS})),
        *(make_paragraph("Subtitle", [make_run(teks)]) for teks in (identitas.subjudul, *periode)),
    ]


def _write_marks(identitas: Identitas) -> list[Elemen]:
    tanda = " · ".join(list_marks(identitas))
    return [make_paragraph("TandaSampul", [make_run(tanda)] if tanda else [])]


def _write_foot(identitas: Identitas) -> list[Elemen]:
    return [
        make_paragraph("InstansiSampul", [make_run(identitas.instansi)]),
        make_paragraph("KakiSampul", [make_run(identitas.tempat_tahun)]),
    ]


def _span(kolom: list[int], isi: list[Elemen], letak: str, *, warna: str = "") -> list[Elemen]:
    """A row of one cell over the page's width, so that its colour has no seam; its text keeps to the text area."""
    return [_cell(sum(kolom), isi, len(kolom), warna=warna, letak=letak, tepi=(kolom[0], kolom[-1]))]


def _cell(
    lebar: int,
    isi: list[Elemen],
    rentang: int = 1,
    *,
    warna: str = "",
    letak: str = "top",
    tepi: tuple[int, int] | None = None,
) -> Elemen:
    sifat = make("w:tcPr", None, make("w:tcW", {"w:w": lebar, "w:type": "dxa"}))
    if rentang > 1:
        sifat.append(make("w:gridSpan", {"w:val": rentang}))
    if warna:
        sifat.append(make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": warna}))
    if tepi:
        kiri, kanan = (
            make(f"w:{s}", {"w:w": x, "w:type": "dxa"}) for s, x in zip(("left", "right"), tepi, strict=True)
        )
        sifat.append(make("w:tcMar", None, kiri, kanan))
    sifat.append(make("w:vAlign", {"w:val": letak}))
    return make("w:tc", None, sifat, *isi)


def _row(sel: list[Elemen], tinggi: int) -> Elemen:
    ukuran = make("w:trHeight", {"w:val": tinggi, "w:hRule": "exact"})
    return make("w:tr", None, make("w:trPr", None, make("w:cantSplit"), ukuran), *sel)
