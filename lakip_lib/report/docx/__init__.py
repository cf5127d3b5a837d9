"""The document as DOCX, made to be edited: real styles, fields with their results, bookmarks that name each figure."""

from collections.abc import Callable, Mapping

from lakip_lib.blok import Dokumen
from lakip_lib.report.docx.bagian import measure_text
from lakip_lib.report.docx.daftar import rewrite_lists
from lakip_lib.report.docx.halaman import NASKAH, read_page_numbers, read_pages
from lakip_lib.report.docx.huruf import pick_fonts
from lakip_lib.report.docx.konteks import Konteks
from lakip_lib.report.docx.paket import close_package, list_parts, open_package, pack
from lakip_lib.report.docx.tubuh import write_body

__all__ = ["begin_docx_with_pages", "read_page_numbers", "render_docx"]


def render_docx(
    dokumen: Dokumen, *, gambar: Mapping[str, bytes] | None, halaman: Mapping[str, int] | None = None
) -> bytes:
    """The document as DOCX bytes, the same for the same input.

    gambar: PNG bytes by figure id; a figure without one (or gambar None) shows its data table. halaman: printed page
    number by block id (see `read_page_numbers`); without it the lists carry no page numbers.
    """
    return pack(list_parts(set_document(dokumen, gambar, halaman).paket), dokumen.identitas)


def set_document(dokumen: Dokumen, gambar: Mapping[str, bytes] | None, halaman: Mapping[str, int] | None) -> Konteks:
    """The document set in a package, which is not packed yet."""
    huruf, kertas = pick_fonts(dokumen.identitas.huruf), dokumen.identitas.kertas
    lebar, tinggi = measure_text(kertas)
    konteks = Konteks(dokumen, open_package(), huruf, gambar or {}, halaman or {}, lebar, tinggi)
    isi = write_body(konteks)
    close_package(
        konteks.paket,
        isi,
        identitas=dokumen.identitas,
        huruf=huruf,
        tanda=konteks.tanda,
        lebar=lebar,
        daftar=konteks.daftar_bernomor,
    )
    return konteks


def begin_docx_with_pages(dokumen: Dokumen, *, gambar: Mapping[str, bytes] | None) -> Callable[[], bytes]:
    """As `render_docx`, with the page numbers of LibreOffice's own layout where LibreOffice is present, in two steps.

    What comes back has LibreOffice lay it out, which leaves Python free meanwhile, and gives the DOCX bytes.
    It is laid out with page numbers that are all 1, so that the lists already take up their room; then the lists alone are
    set anew.
    """
    ruang = {blok.id: 1 for blok in dokumen.blok if hasattr(blok, "id")}
    konteks = set_document(dokumen, gambar, ruang)
    parts = list_parts(konteks.paket)

    def number_pages() -> bytes:
        halaman = read_pages(parts)
        if not rewrite_lists(konteks, halaman):
            return render_docx(dokumen, gambar=gambar, halaman=halaman)
        return pack(parts | {NASKAH: konteks.paket.part.blob}, dokumen.identitas)

    return number_pages
