"""nbconvert exporters: `jupyter nbconvert --to lakip_pdf 05_lakip.ipynb` gives what `lakip susun` gives."""

import hashlib
import logging
from collections.abc import Callable
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from platformdirs import user_cache_path

from lakip_lib.blok import Dokumen, Gambar
from lakip_lib.charts.statis import GambarStatis, rasterize, render_charts
from lakip_lib.measures import Hasil
from lakip_lib.report.bab import check_final, list_terbuka
from lakip_lib.report.docx import begin_docx_with_pages
from lakip_lib.report.html import render_html
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.report.pdf import begin_pdf
from lakip_lib.simpan import write_bytes

LEBAR_TEKS_MM = {"A4": 160.0, "F4": 165.0}  # the sheet less 3 cm and 2 cm of margin
DPI_WORD = 200
catatan = logging.getLogger("lakip")


def draw_charts(dokumen: Dokumen) -> GambarStatis:
    """The document's charts as SVG by id, each at its own width, kept by their content in the user's cache."""
    gambar = [blok for blok in dokumen.blok if isinstance(blok, Gambar)]
    svg: dict[str, bytes] = {}
    alasan = ""
    for bagian in sorted({g.lebar for g in gambar}):
        selebar = [g for g in gambar if g.lebar == bagian]
        hasil = render_charts(
            {g.id: g.figur for g in selebar},
            lebar_mm=measure_chart(dokumen, bagian),
            tinggi={g.id: g.tinggi for g in selebar},
            cache=user_cache_path("lakip") / "gambar",
        )
        svg |= hasil.svg
        alasan = alasan or hasil.alasan
    return GambarStatis(svg, alasan)


def draw_pictures(dokumen: Dokumen) -> dict[str, bytes]:
    """The document's charts as PNG by id, for Word; kept beside the drawings they were made from."""
    lebar = {b.id: measure_chart(dokumen, b.lebar) for b in dokumen.blok if isinstance(b, Gambar)}
    pictures: dict[str, bytes] = {}
    for nama, svg in draw_charts(dokumen).svg.items():
        kunci = hashlib.sha256(f"{lebar[nama]} {DPI_WORD} ".encode() + svg).hexdigest()
        path = user_cache_path("lakip") / "gambar" / f"{kunci}.png"
        if not path.is_file():
            write_bytes(path, rasterize(svg, lebar_mm=lebar[nama], dpi=DPI_WORD))
        pictures[nama] = path.read_bytes()
    return pictures


def measure_chart(dokumen: Dokumen, bagian: float) -> float:
    """The width in millimetres of a chart that takes this part of the text width."""
    return round(LEBAR_TEKS_MM[dokumen.identitas.kertas] * bagian, 2)


class LakipExporter(Exporter):
    """Base: reads the executed narrative notebook into a document, then renders it."""

    output_mimetype = "application/octet-stream"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[bytes | str, dict[str, Any]]:
        """The rendered document and nbconvert's resources.

        RenderError where the notebook was not executed, NotFinalError where it claims to be final with something open.
        """
        resources = dict(resources or {})
        resources["output_extension"] = self.file_extension
        return self.export(read_dokumen(nb)), resources

    def export(self, dokumen: Dokumen) -> bytes | str:
        """The document that an executed notebook holds, rendered; NotFinalError as above."""
        return self.begin(dokumen)()

    def begin(self, dokumen: Dokumen) -> Callable[[], bytes | str]:
        """As `export`, in two steps: the first needs Python, what comes back leaves it free where others do the work."""
        if not dokumen.identitas.konsep and "rekap" not in dokumen.hasil:  # a district's story is never signed
            check_final(list_terbuka(dokumen.blok, Hasil.model_validate(dokumen.hasil)))
        return self.prepare(dokumen)

    def prepare(self, dokumen: Dokumen) -> Callable[[], bytes | str]:
        """What gives the document in this exporter's format."""
        raise NotImplementedError


class PdfExporter(LakipExporter):
    """LKjIP as tagged PDF."""

    file_extension = ".pdf"
    output_mimetype = "application/pdf"
    export_from_notebook = "LKjIP (PDF)"

    def prepare(self, dokumen: Dokumen) -> Callable[[], bytes]:
        """PDF/UA-1 and PDF/A-2a; a missing font or browser is a warning in the log."""
        gambar = draw_charts(dokumen)
        set_pages = begin_pdf(dokumen, gambar=gambar.svg)

        def render() -> bytes:
            hasil = set_pages()
            for kalimat in (*hasil.peringatan, gambar.alasan):
                if kalimat:
                    catatan.warning(kalimat)
            return hasil.data

        return render


class DocxExporter(LakipExporter):
    """LKjIP as DOCX, to be edited in Word."""

    file_extension = ".docx"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    export_from_notebook = "LKjIP (Word)"

    def prepare(self, dokumen: Dokumen) -> Callable[[], bytes]:
        """DOCX with pictures at 200 dpi."""
        return begin_docx_with_pages(dokumen, gambar=draw_pictures(dokumen))


class HtmlExporter(LakipExporter):
    """LKjIP as one offline HTML file."""

    file_extension = ".html"
    output_mimetype = "text/html"
    export_from_notebook = "LKjIP (HTML)"

    def prepare(self, dokumen: Dokumen) -> Callable[[], str]:
        """HTML text."""
        return lambda: render_html(dokumen).decode("utf-8")
