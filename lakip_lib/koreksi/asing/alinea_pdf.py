"""Words outside tables to lines and paragraphs; a line with wide gaps stays a paragraph of its own."""

import re
from itertools import pairwise

from lakip_lib.koreksi.asing.kata_pdf import Kata

JARAK_BARIS = 2.1  # of the line's height, from top to top: farther down a new paragraph begins
AWAL_BARU = re.compile(r"(?:tabel|gambar|grafik|bab|lampiran)\s+[\dIVX]|[a-z0-9]{1,2}[.)]\s|[•▪➢-]\s", re.IGNORECASE)
AKHIR = re.compile(r"[.;:!?]$")


def group_lines(kata: list[Kata]) -> list[list[Kata]]:
    """The words line by line from top to bottom, each line from left to right."""
    baris: list[list[Kata]] = []
    for k in sorted(kata, key=lambda k: (-k.tengah[1], k.kiri)):
        if baris and abs(_middle(baris[-1]) - k.tengah[1]) < 0.45 * k.tinggi:
            baris[-1].append(k)
        else:
            baris.append([k])
    return [sorted(b, key=lambda k: k.kiri) for b in baris]


def _middle(baris: list[Kata]) -> float:
    return sum(k.tengah[1] for k in baris) / len(baris)


def line_text(baris: list[Kata]) -> str:
    """The words of a line joined by blanks."""
    return " ".join(k.teks for k in baris)


def join_lines(kata: list[Kata]) -> list[tuple[float, str]]:
    """Paragraphs with the y of their first line: lines close to one another until one ends with a stop or begins anew."""
    hasil: list[tuple[float, str]] = []
    sebelum: list[Kata] | None = None
    for baris in group_lines(kata):
        teks, atas = line_text(baris), max(k.atas for k in baris)
        if sebelum is not None and not _begins(sebelum, baris, hasil[-1][1], teks):
            hasil[-1] = (hasil[-1][0], f"{hasil[-1][1]} {teks}")
        else:
            hasil.append((atas, teks))
        sebelum = baris
    return hasil


def _begins(sebelum: list[Kata], baris: list[Kata], teks: str, baru: str) -> bool:
    """Whether a line begins a paragraph after the one before."""
    tinggi = max(k.tinggi for k in sebelum)
    jauh = max(k.atas for k in sebelum) - max(k.atas for k in baris) > JARAK_BARIS * tinggi
    pendek = sebelum[-1].kanan < baris[-1].kanan - 6 * tinggi and bool(AKHIR.search(teks))
    return jauh or pendek or bool(AWAL_BARU.match(baru)) or _is_columns(sebelum) or _is_columns(baris)


def _is_columns(baris: list[Kata]) -> bool:
    """Whether a line is set in columns: two gaps wider than three times its height."""
    return sum(b.kiri - a.kanan > 3 * a.tinggi for a, b in pairwise(baris)) >= 2
