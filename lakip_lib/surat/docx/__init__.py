"""A letter as DOCX that offices go on editing: real styles, repeated table heads, the same bytes for the same letter."""

from datetime import datetime, time
from io import BytesIO
from itertools import pairwise

from docx import Document
from docx.document import Document as Dokumen

from lakip_lib.forms.zip_tetap import normalise_zip
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.surat.docx.bagian import write_bagian
from lakip_lib.surat.docx.gaya import set_gaya
from lakip_lib.surat.docx.halaman import set_halaman, set_mode, write_kop
from lakip_lib.surat.docx.tempat import Tempat, count_lebar, keep_tail
from lakip_lib.surat.naskah import Naskah, Resi, Tabel, TandaTangan, Utuh

IKUT = (Utuh, TandaTangan, Resi)  # takes the last row of a table before it along to its page


def render_docx(naskah: Naskah) -> bytes:
    """The letter as DOCX bytes."""
    dokumen = Document()
    set_mode(dokumen)
    set_gaya(dokumen, naskah)
    set_halaman(dokumen, naskah)
    tempat = Tempat(dokumen, count_lebar(naskah))
    if naskah.kop:
        write_kop(tempat, naskah.kop)
    for lalu, bagian in pairwise((None, *naskah.bagian)):
        if isinstance(lalu, Tabel) and isinstance(bagian, IKUT):
            keep_tail(tempat)
        write_bagian(bagian, tempat)
    return _close(dokumen, naskah)


def _close(dokumen: Dokumen, naskah: Naskah) -> bytes:
    sifat = dokumen.core_properties
    sifat.title, sifat.author = clean_text(naskah.judul)[:255], clean_text(naskah.penulis)[:255]
    sifat.last_modified_by, sifat.comments, sifat.language = sifat.author, "", "id-ID"
    waktu = datetime.combine(naskah.tanggal, time())
    sifat.created = sifat.modified = waktu
    buffer = BytesIO()
    dokumen.save(buffer)
    return normalise_zip(buffer.getvalue(), waktu=f"{waktu.isoformat()}Z")
