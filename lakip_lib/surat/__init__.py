"""Letters and sheets of the procedure: one model, `Naskah`, set as DOCX and as PDF; one builder a letter."""

from lakip_lib.surat.docx import render_docx
from lakip_lib.surat.naskah import Naskah
from lakip_lib.surat.pdf import render_pdf

__all__ = ["Naskah", "render_docx", "render_pdf"]
