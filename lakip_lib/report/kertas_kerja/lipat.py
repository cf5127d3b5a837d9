"""How many lines a text takes in a cell of a sheet, from the widths of its letters, so that no row cuts one off."""

import re

_UKURAN = 10 * 96 / 72  # pixels of the sheets' letters (10 points)
_INDENTASI = 16  # pixels that an indented cell keeps free at its left and right
_TEBAL = 1.08
# Advance widths of Arial, thousandths of the letter size; other characters count as wide ones.
_LEBAR = {
    222: "ijl", 278: "ft !,./:;I[]\\", 334: "r()-`{|}\"'", 390: "*", 500: "ckszvxyJ",
    556: "abdeghnopqu0123456789L?_#$–", 584: "+<=>~−×≥≤±^", 611: "FTZ", 667: "ABEKPSVXY&", 722: "CDHNRUw",
    778: "GOQ", 833: "mM", 944: "W", 1015: "@%",
}  # fmt: skip
_LEBAR_HURUF = {huruf: lebar for lebar, deret in _LEBAR.items() for huruf in deret}
_TERLEBAR = max(_LEBAR)
_POTONG = re.compile(r"\S+?-(?=\S)|\S+\s*|\s+")  # lines break after blanks and hyphens


def count_lipatan(teks: str, lebar: float, *, tebal: bool = False) -> int:
    """The lines of a text in a column that many characters wide; a word wider than the column is broken.

    >>> count_lipatan("URUSAN PEMERINTAHAN", 30), count_lipatan("URUSAN PEMERINTAHAN", 20), count_lipatan("", 20)
    (1, 2, 1)
    """
    ruang = (lebar * 7 + 5 - _INDENTASI) / (_UKURAN * (_TEBAL if tebal else 1)) * 1000
    if len(teks) * _TERLEBAR <= ruang and "\n" not in teks:  # most texts
        return 1
    return sum(_count_garis(garis, max(ruang, 1000)) for garis in teks.split("\n"))


def _count_garis(garis: str, ruang: float) -> int:
    baris, isi = 1, 0.0
    for kata in _POTONG.findall(garis):
        panjang = _measure(kata.rstrip())
        if isi and isi + panjang > ruang:
            baris, isi = baris + 1, 0.0
        baris += int(max(panjang - 1, 0) // ruang)
        isi = panjang % ruang if panjang > ruang else isi + _measure(kata)
    return baris


def _measure(teks: str) -> int:
    return sum(_LEBAR_HURUF.get(huruf, _TERLEBAR) for huruf in teks)
