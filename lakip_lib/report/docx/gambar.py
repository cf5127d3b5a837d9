"""Pictures of the DOCX, with alternative text; without a picture, the data table stands in its place."""

from io import BytesIO

from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Emu

from lakip_lib.blok import Gambar
from lakip_lib.report.docx.judul import write_caption
from lakip_lib.report.docx.konteks import Konteks
from lakip_lib.report.docx.oxml import Elemen, clean_text, make, make_paragraph, make_run
from lakip_lib.report.docx.tabel import write_grid

TANPA_PERAMBAN = "Grafik tidak dapat digambar karena peramban (Chromium) tidak tersedia; datanya disajikan dalam tabel."
EMU_TWIP = 635
TINGGI_TERBESAR = 0.8  # of the page's text height


def write_figure(gambar: Gambar, konteks: Konteks) -> list[Elemen]:
    """The picture (or its data table), the caption below it, and the source."""
    png = konteks.gambar.get(gambar.id)
    isi = _write_stand_in(gambar, konteks) if png is None else [_write_picture(gambar, png, konteks)]
    if gambar.nomor:
        isi.append(write_caption("Gambar", gambar.nomor, gambar.judul, gambar.id, konteks, ikut=bool(gambar.sumber)))
    if gambar.sumber:
        isi.append(make_paragraph("SumberTabel", [make_run(f"Sumber: {gambar.sumber}")]))
    return [*isi, make_paragraph("Jeda")]


def _write_stand_in(gambar: Gambar, konteks: Konteks) -> list[Elemen]:
    """The sentence that says why, and the data table."""
    tabel = gambar.tabel.model_copy(update={"nomor": ""})
    kalimat = [make_run(TANPA_PERAMBAN)]
    if not gambar.nomor:
        kalimat = konteks.tanda.wrap_block(gambar.id, kalimat)
    return [make_paragraph("Pengganti", kalimat), write_grid(tabel, konteks)]


def _write_picture(gambar: Gambar, png: bytes, konteks: Konteks) -> Elemen:
    rid, citra = konteks.paket.part.get_or_add_image(BytesIO(png))
    lebar = konteks.lebar * min(1.0, gambar.lebar) * EMU_TWIP
    tinggi = lebar * citra.px_height / citra.px_width
    skala = min(1.0, konteks.tinggi * TINGGI_TERBESAR * EMU_TWIP / tinggi)
    inline = make_inline(konteks, rid, (round(lebar * skala), round(tinggi * skala)), gambar.judul, gambar.alt)
    isi = [make("w:r", None, make("w:drawing", None, inline))]
    return make_paragraph("Gambar", isi if gambar.nomor else konteks.tanda.wrap_block(gambar.id, isi))


def make_inline(konteks: Konteks, rid: str, ukuran: tuple[int, int], judul: str, alt: str) -> Elemen:
    """An inline picture of that size (EMU) with title and alternative text."""
    nomor = konteks.count_shape()
    inline: Elemen = CT_Inline.new_pic_inline(nomor, rid, f"gambar-{nomor}.png", Emu(ukuran[0]), Emu(ukuran[1]))
    for sisi in ("distT", "distB", "distL", "distR"):
        inline.set(sisi, "0")
    sifat = inline.find(qn("wp:docPr"))
    assert sifat is not None
    sifat.set("name", f"Gambar {nomor}")
    sifat.set("title", clean_text(judul))
    sifat.set("descr", clean_text(alt))
    return inline
