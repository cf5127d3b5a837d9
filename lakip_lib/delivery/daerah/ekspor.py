"""The exporters of the district's story: the report's own, but for what makes it final and where plotly.js lies."""

from lakip_lib.blok import Dokumen
from lakip_lib.delivery.exporters import HtmlExporter, PdfExporter
from lakip_lib.report.html import render_html


class RekapHtmlExporter(HtmlExporter):
    """rekap.html, which shares one plotly.js with the pages beside it."""

    plotly = "../plotly.min.js"
    beranda = "../index.html"

    def check_final(self, dokumen: Dokumen) -> None:
        """Nothing is open in a recap: it is final when all its agencies are."""

    def render(self, dokumen: Dokumen) -> str:
        """The page."""
        return render_html(dokumen, plotly=self.plotly, beranda=self.beranda).decode("utf-8")


class RekapPdfExporter(PdfExporter):
    """rekap.pdf."""

    def check_final(self, dokumen: Dokumen) -> None:
        """Nothing is open in a recap: it is final when all its agencies are."""
