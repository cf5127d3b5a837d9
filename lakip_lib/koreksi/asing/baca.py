"""Bytes to DokumenAsing, by what the bytes are, not by what the file is called."""

from lakip_lib.errors import UnreadableFileError
from lakip_lib.koreksi.asing.baca_docx import read_isi_docx
from lakip_lib.koreksi.asing.baca_pdf import read_isi_pdf
from lakip_lib.koreksi.asing.model import DOCX, PDF, DokumenAsing


def read_asing(data: bytes, nama: str) -> DokumenAsing:
    """The paragraphs and tables of a DOCX or PDF; UnreadableFileError with the reason where there are none."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        return DokumenAsing(nama, PDF, read_isi_pdf(data))
    if data.startswith(b"PK"):
        return DokumenAsing(nama, DOCX, read_isi_docx(data))
    raise UnreadableFileError("Berkas ini bukan dokumen Word (.docx) atau PDF; mohon simpan ulang dalam salah satunya.")
