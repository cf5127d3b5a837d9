"""A finding on somebody else's report: the place, what is printed, what it should be and why."""

from textwrap import shorten

from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

AWALAN = "asing-"
KOLOM = 60  # so many characters of a heading are named


def write_temuan(
    tempat: str,
    aturan: str,
    tingkat: Tingkat,
    kata: str,
    *,
    kolom: str | None = None,
    nilai: str | None = None,
) -> Temuan:
    """A finding without its file (check_asing adds it); `kata` goes on after the place, which in a table is its row."""
    letak = f'{tempat}, kolom "{shorten(kolom, KOLOM, placeholder=" …")}"' if kolom else tempat
    return Temuan("", AWALAN + aturan, tingkat, f"{letak}: {kata}", lembar=tempat, kolom=kolom, nilai=nilai)
