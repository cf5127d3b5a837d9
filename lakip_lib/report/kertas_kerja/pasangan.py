"""The two sides of a formula as cells: where target and realisasi stand on the sheet Isian, letters as their figures."""

from fractions import Fraction
from typing import NamedTuple

from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT, Alasan, Metode
from lakip_lib.measures.rumus import Nilai, ya_tidak
from lakip_lib.measures.rumus.capaian import pair_ord
from lakip_lib.measures.rumus.nilai import skor_predikat

PERINGKAT = PERINGKAT_PREDIKAT | PERINGKAT_OPINI
PERINGKAT_KE, SKOR_KE = 2, 4  # columns of the table of letters on the sheet Pengaturan


class Alamat(NamedTuple):
    """Cells of one value on the sheet Isian: its figure, upper edge (of a range), letters, text; and what was typed."""

    angka: str
    atas: str = ""
    huruf: str = ""
    teks: str = ""
    tertulis: str = ""


class Sisi(NamedTuple):
    """One side of a formula: an expression and its value."""

    rumus: str
    nilai: Fraction


class Pasangan(NamedTuple):
    """Target (lower edge), upper edge of a range, realisasi."""

    target: Sisi
    atas: Sisi | None
    realisasi: Sisi


def look_up(huruf: str, kolom: int) -> str:
    """The rank or lowest score of letters that stand in a cell."""
    return f"VLOOKUP({huruf},huruf_nilai,{kolom},FALSE)"


def find_pair(
    metode: Metode, target: Nilai | None, realisasi: object, di_target: Alamat, di_realisasi: Alamat
) -> Pasangan | None:
    """What the formula of `metode` reads; None where a side is missing or cannot be a figure."""
    if target is None or not isinstance(realisasi, Nilai):
        return None
    if metode in {Metode.BIN, Metode.ORD}:
        berentang = target.rentang or realisasi.rentang
        return None if berentang else _pair_words(metode, target, realisasi, di_target, di_realisasi)
    if realisasi.besaran is None:
        return None
    kanan = Sisi(di_realisasi.angka, realisasi.besaran)
    if target.rentang:
        lo, hi = target.rentang
        return Pasangan(Sisi(di_target.angka, lo), Sisi(di_target.atas, hi), kanan)
    return None if target.besaran is None else Pasangan(Sisi(di_target.angka, target.besaran), None, kanan)


def _pair_words(metode: Metode, t: Nilai, r: Nilai, di_t: Alamat, di_r: Alamat) -> Pasangan | None:
    """Words of having count 1 and 0; letters by score or rank."""
    if metode is Metode.BIN:
        kiri, kanan = _read_word(t, di_t), _read_word(r, di_r)
        if kiri and kanan:
            return Pasangan(kiri, None, kanan)
        if not (t.huruf and r.huruf):
            return None
    angka = pair_ord(t, r)
    if isinstance(angka, Alasan):
        return None
    return Pasangan(_find_side(t, angka[0], di_t), None, _find_side(r, angka[1], di_r))


def _read_word(nilai: Nilai, di: Alamat) -> Sisi | None:
    kata = ya_tidak(nilai.huruf) if nilai.huruf else None
    if kata is not None:
        return Sisi(str(int(kata)), Fraction(kata))
    return None if nilai.besaran is None else Sisi(di.angka, nilai.besaran)


def _find_side(nilai: Nilai, angka: Fraction, di: Alamat) -> Sisi:
    """The cell or table look-up that gives this figure of a value in letters."""
    if nilai.besaran == angka:
        return Sisi(di.angka, angka)
    kode = (nilai.huruf or "").strip().upper()
    if PERINGKAT.get(kode) == angka:
        return Sisi(look_up(di.huruf, PERINGKAT_KE), angka)
    if kode in PERINGKAT and skor_predikat(kode) == angka:
        return Sisi(look_up(di.huruf, SKOR_KE), angka)
    return Sisi(repr(float(angka)), angka)
