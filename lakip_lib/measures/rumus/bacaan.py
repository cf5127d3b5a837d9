"""From typed text to Nilai: numbers, ranges, and letters with or without a score."""

import re
from fractions import Fraction

from lakip_lib.formats import clean_teks, parse_angka, parse_rentang
from lakip_lib.istilah import Alasan
from lakip_lib.measures.rumus.nilai import Nilai, peringkat, ya_tidak

_BERHURUF = re.compile(r"(?P<huruf>[^\W\d_].*?)\s*\(\s*(?P<skor>[^()]*[0-9][^()]*)\)")


def read_nilai(teks: str, desimal_kolom: str | None = None) -> Nilai | Alasan:
    """A target or realisasi as typed ("85,73 %", "80-90", "WTP", "B (65,30)", "40 Berkas"), or why it cannot be read.

    >>> read_nilai("7 – 8 bulan").to_teks(), read_nilai("BB (70,01)").to_teks(), read_nilai("1.234")
    ('7-8', 'BB (70.01)', <Alasan.AMBIGU: 'ambigu'>)
    """
    bersih = clean_teks(teks)
    angka = parse_angka(bersih, desimal_kolom=desimal_kolom)
    if angka.nilai is not None:
        huruf = (angka.satuan or "").strip("()")
        if angka.satuan and peringkat(huruf):
            return Nilai(huruf=huruf, skor=Fraction(angka.nilai))
        return Nilai(angka=Fraction(angka.nilai))
    if angka.alasan is not Alasan.BUKAN_ANGKA:
        return angka.alasan or Alasan.BUKAN_ANGKA
    if rentang := parse_rentang(bersih, desimal_kolom=desimal_kolom):
        return Nilai(rentang=(Fraction(rentang[0]), Fraction(rentang[1])))
    if parse_rentang(bersih, desimal_kolom="koma"):  # a range whose edges may be read in two ways
        return Alasan.AMBIGU
    return _read_huruf(bersih, desimal_kolom)


def _read_huruf(bersih: str, desimal_kolom: str | None) -> Nilai | Alasan:
    if berskor := _BERHURUF.fullmatch(bersih):
        skor = parse_angka(berskor["skor"], desimal_kolom=desimal_kolom)
        if skor.nilai is None:
            return skor.alasan or Alasan.BUKAN_ANGKA
        return Nilai(huruf=berskor["huruf"], skor=Fraction(skor.nilai))
    if peringkat(bersih) or ya_tidak(bersih) is not None:
        return Nilai(huruf=bersih)
    return Alasan.HURUF_TAK_DIKENAL if re.fullmatch(r"[A-Za-z]{1,4}[+-]?", bersih) else Alasan.BUKAN_ANGKA
