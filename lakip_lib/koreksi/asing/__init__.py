"""The red pen for a report that somebody else wrote: read a DOCX or PDF, recompute what it prints."""

from lakip_lib.koreksi.asing.baca import read_asing
from lakip_lib.koreksi.asing.model import Alinea, DokumenAsing, TabelAsing
from lakip_lib.koreksi.asing.periksa import check_asing

__all__ = ["Alinea", "DokumenAsing", "TabelAsing", "check_asing", "read_asing"]
