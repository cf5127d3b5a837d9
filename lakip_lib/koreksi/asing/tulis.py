"""A finding on somebody else's report: the place, what is printed, what it should be and why."""

from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

AWALAN = "asing-"


def write_temuan(
    tempat: str,
    aturan: str,
    tingkat: Tingkat,
    kata: str,
    *,
    sel: str | None = None,
    kolom: str | None = None,
    nilai: str | None = None,
) -> Temuan:
    """A finding without its file (check_asing adds it); `kata` goes on after the place."""
    letak = f"{tempat}, sel {sel}" if sel else tempat
    return Temuan("", AWALAN + aturan, tingkat, f"{letak}: {kata}", lembar=tempat, sel=sel, kolom=kolom, nilai=nilai)
