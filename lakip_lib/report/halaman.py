"""Where pages turn, lists go on and lines may break: decided once for the documents that have pages."""

import re
from collections.abc import Sequence

from lakip_lib.blok import AnyBlok, DaftarOtomatis, Judul, Paragraf, Tabel, join_text

RUPIAH = re.compile(r"\bRp (?=[\d(−–-])")
PENGANTAR = 700  # characters of text that may go to a turned page together with their heading


def mark_landscape(blok: Sequence[AnyBlok]) -> list[bool]:
    """For each block whether it stands on a turned page: wide tables, and the heading and short text that lead there.

    Left on the page before, these would stand there alone.
    """
    lanskap = [isinstance(b, Tabel) and b.lanskap for b in blok]
    for tabel in [i for i, ya in enumerate(lanskap) if ya]:
        for i in _lead_of(blok, tabel):
            lanskap[i] = True
    return lanskap


def _lead_of(blok: Sequence[AnyBlok], tabel: int) -> range:
    """The places of the headings and the short text that lead to the block at `tabel`."""
    awal, huruf = _skip_text(blok, tabel)
    if not awal or not isinstance(blok[awal - 1], Judul) or huruf > PENGANTAR:
        return range(0)
    while awal and isinstance(blok[awal - 1], Judul):
        awal -= 1
    return range(0) if _follows_opening(blok, awal) else range(awal, tabel)


def _follows_opening(blok: Sequence[AnyBlok], awal: int) -> bool:
    """Whether before `awal` there is but the heading of a Bab and a short text: that page would be nearly empty."""
    awal, huruf = _skip_text(blok, awal)
    return awal > 0 and isinstance(b := blok[awal - 1], Judul) and b.tingkat == 1 and huruf <= PENGANTAR


def _skip_text(blok: Sequence[AnyBlok], akhir: int) -> tuple[int, int]:
    """Where the paragraphs that end before `akhir` begin, and how many characters they have."""
    huruf = 0
    while akhir and isinstance(b := blok[akhir - 1], Paragraf):
        huruf += len(join_text(b.isi))
        akhir -= 1
    return akhir, huruf


def continued_lists(blok: Sequence[AnyBlok]) -> list[bool]:
    """For each block whether it heads a generated list that goes on below the one before, on the same page."""
    apit = [None, *blok, None]
    return [
        isinstance(b, Judul) and isinstance(lalu, DaftarOtomatis) and isinstance(nanti, DaftarOtomatis)
        for lalu, b, nanti in zip(apit, blok, apit[2:], strict=False)
    ]


def bind_rupiah(teks: str) -> str:
    """The text with "Rp" and its amount kept on one line by a no-break space."""
    return RUPIAH.sub("Rp\u00a0", teks)
