"""A finding on the document itself: its place first, what was found, what to do."""

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.ruas import BERKAS
from lakip_lib.temuan import Temuan


def make_temuan(letak: str, aturan: str, tingkat: Tingkat, teks: str, *, nilai: str | None = None) -> Temuan:
    """A finding at a place of the document ("Bab III › Ringkasan Capaian", "Tabel 3.2, baris 4"); `teks` follows it."""
    pesan = f"{letak}: {teks}" if letak else teks
    return Temuan(BERKAS, aturan, tingkat, pesan, lembar=letak or None, nilai=nilai)


def quote(teks: str, panjang: int = 80) -> str:
    """A stretch of text in quotes, shortened at a word."""
    pendek = " ".join(teks.split())
    if len(pendek) > panjang:
        pendek = pendek[:panjang].rsplit(" ", 1)[0] + " …"
    return f"“{pendek}”"
