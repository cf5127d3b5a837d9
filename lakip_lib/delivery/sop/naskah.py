"""A letter or sheet written twice, as DOCX to edit and as PDF to print, below reports/…/alur."""

from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.surat.docx import render_docx
from lakip_lib.surat.naskah import Naskah
from lakip_lib.surat.pdf import render_pdf


def render_pasangan(nama: str, naskah: Naskah) -> dict[str, bytes]:
    """The letter as DOCX and PDF by file name."""
    return {f"{nama}.docx": render_docx(naskah), f"{nama}.pdf": render_pdf(naskah)}


def write_naskah(siklus: Siklus, nama: str, naskah: Naskah) -> dict[str, str]:
    """Write alur/<nama>.docx and .pdf; their hashes by path."""
    return dict(siklus.write(berkas, data) for berkas, data in render_pasangan(nama, naskah).items())
