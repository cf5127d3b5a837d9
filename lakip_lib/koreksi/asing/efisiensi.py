"""Efficiency in tables: nilai efisiensi off its scale, and efficiency that is only what was not spent."""

import re
from collections.abc import Iterator
from fractions import Fraction

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import BEDA, Cetak, match_cetak, show
from lakip_lib.koreksi.asing.baris import Baris
from lakip_lib.koreksi.asing.kolom import Bacaan, Kolom
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

NILAI = re.compile(r"nilai efisiensi|\bNE\b")
EFISIENSI = re.compile(r"efisiensi", re.IGNORECASE)
SERAPAN = re.compile(r"penyerapan|serapan|realisasi anggaran \(?%|realisasi keuangan \(?%", re.IGNORECASE)
SERATUS = Fraction(100)
SKALA_NE = "skala nilai efisiensi adalah 0 sampai 100"


def check_efisiensi(bacaan: Bacaan) -> Iterator[Temuan]:
    """Findings on the efficiency columns of a table."""
    for kolom in bacaan.kolom:
        if NILAI.search(kolom.judul) or NILAI.search(kolom.judul.casefold()):
            yield from _check_nilai(bacaan, kolom)
        elif EFISIENSI.search(kolom.judul):
            yield from _check_rest(bacaan, kolom)


def _check_nilai(bacaan: Bacaan, kolom: Kolom) -> Iterator[Temuan]:
    for baris in bacaan.baris:
        nilai = bacaan.read(baris, kolom)
        if nilai and not 0 <= nilai.nilai <= SERATUS:
            kata = f"nilai efisiensi tercetak {nilai.teks}, padahal {SKALA_NE}. Mohon diperbaiki."
            yield write_temuan(
                bacaan.tabel.locate(baris.nomor), "nilai-efisiensi", Tingkat.WAJIB, kata,
                kolom=kolom.judul, nilai=nilai.teks,
            )  # fmt: skip


def _check_rest(bacaan: Bacaan, kolom: Kolom) -> Iterator[Temuan]:
    """One finding a table whose efficiency is in every row 100 less the absorption (DOMAIN §5.7, E2)."""
    serapan = [k for k in bacaan.kolom if SERAPAN.search(k.judul)]
    if len(serapan) != 1:
        return
    baca = ((b, bacaan.read(b, serapan[0]), bacaan.read(b, kolom)) for b in bacaan.baris)
    pasangan: list[tuple[Baris, Cetak, Cetak]] = [(b, s, e) for b, s, e in baca if s and e]
    if pasangan and all(match_cetak(e, SERATUS - s.nilai) != BEDA for _, s, e in pasangan):
        baris, s, e = pasangan[0]
        kata = (
            f'kolom "{kolom.judul}" adalah 100 dikurangi penyerapan ({show(SERATUS)} − {s.show()} = {e.show()}), yaitu sisa '
            "anggaran; efisiensi baru dapat dinyatakan bila target tercapai. Mohon dijelaskan."
        )
        yield write_temuan(
            bacaan.tabel.locate(baris.nomor), "efisiensi", Tingkat.PERINGATAN, kata,
            kolom=kolom.judul, nilai=e.teks,
        )  # fmt: skip
