"""From a typed cell to a canonical figure: "2.75", "80-90", "BB", "BB (70.01)"; doubts become findings."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from lakip_lib.formats import Angka, angka_from_nilai, clean_teks, parse_angka, parse_rentang
from lakip_lib.intake.grid import Sel
from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT, Alasan

HURUF = re.compile(r"([A-Za-z]{1,4})\s*(?:[(/;]\s*([0-9.,]+)\s*\)?)?")
ADA = {"ada", "ya", "sudah", "tersedia", "terlaksana", "tercapai", "selesai"}
TIDAK_ADA = {"tidak", "tidak ada", "belum", "belum ada", "belum tersedia", "tidak tercapai", "tidak terlaksana"}
TERBESAR, TERKECIL = Decimal(10) ** 15, Decimal(10) ** -6  # a spreadsheet keeps 15 digits; nothing reported is smaller
DI_LUAR_BATAS = "di-luar-batas"


@dataclass(frozen=True)
class NilaiTerbaca:
    """A figure as read: canonical text (None where there is none), why not, and the Angka it came from."""

    teks: str | None
    alasan: Alasan | None = None
    angka: Angka | None = None


def format_kanonik(nilai: Decimal) -> str:
    """A number as canonical text: a dot, no thousands, no trailing zeros, never an exponent ("2.750" → "2.75")."""
    teks = format(nilai, "f")
    teks = teks.rstrip("0").rstrip(".") if "." in teks else teks
    return "0" if teks in {"-0", ""} else teks


def read_angka(sel: Sel, desimal_kolom: str | None = None) -> Angka:
    """The number of a cell: stored numbers by value and number format, texts by what was typed.

    A formula counts by its stored result; an error cell or a date is bukan_angka, and so is a number that no figure of
    a report can be (catatan "di-luar-batas").
    """
    if sel.galat or isinstance(sel.nilai, bool | datetime | date | time):
        return Angka(None, Alasan.BUKAN_ANGKA)
    if sel.formula and sel.nilai is None:
        return Angka(None, Alasan.BUKAN_ANGKA)
    if isinstance(sel.nilai, int | float):
        angka = angka_from_nilai(sel.nilai, sel.format)
    else:
        angka = parse_angka(sel.teks, format=sel.format, desimal_kolom=desimal_kolom)
    wajar = all(is_wajar(nilai) for nilai in (angka.nilai, *angka.alternatif))
    return angka if wajar else Angka(None, Alasan.BUKAN_ANGKA, catatan=(DI_LUAR_BATAS,))


def is_wajar(nilai: Decimal | None) -> bool:
    """Whether a number can be a figure of a report: none, 0, or between 0,000001 and a thousand trillion in size."""
    return nilai is None or nilai == 0 or TERKECIL <= abs(nilai) < TERBESAR


def read_kode(sel: Sel) -> str:
    """A code as text: blanks gone; one that the spreadsheet took for a number with a dot ("1.1", never "1,1")."""
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        return sel.teks.strip().replace(",", ".")
    return re.sub(r"\s+", "", clean_teks(sel.teks))


def read_nilai(sel: Sel, *, boleh_huruf: bool = True, desimal_kolom: str | None = None) -> NilaiTerbaca:
    """The figure of a cell in canonical text; letters, ranges and yes/no words only where `boleh_huruf`."""
    angka = read_angka(sel, desimal_kolom)
    if angka.alasan is None and angka.nilai is not None:
        return NilaiTerbaca(format_kanonik(angka.nilai), None, angka)
    if angka.alasan is Alasan.BUKAN_ANGKA and not angka.catatan and boleh_huruf and isinstance(sel.nilai, str):
        khusus = _read_khusus(sel.teks, desimal_kolom)
        if khusus is not None:
            return khusus
    return NilaiTerbaca(None, angka.alasan, angka)


def _read_khusus(teks: str, desimal_kolom: str | None) -> NilaiTerbaca | None:
    bersih = clean_teks(teks)
    rentang = parse_rentang(bersih, desimal_kolom=desimal_kolom)
    if rentang is not None and all(map(is_wajar, rentang)):
        return NilaiTerbaca(f"{format_kanonik(rentang[0])}-{format_kanonik(rentang[1])}")
    if bersih.casefold() in ADA:
        return NilaiTerbaca("1")
    if bersih.casefold() in TIDAK_ADA:
        return NilaiTerbaca("0")
    return _read_huruf(bersih, desimal_kolom)


def _read_huruf(bersih: str, desimal_kolom: str | None) -> NilaiTerbaca | None:
    cocok = HURUF.fullmatch(bersih)
    if cocok is None:
        return None
    huruf = cocok[1].upper()
    if huruf not in PERINGKAT_PREDIKAT and huruf not in PERINGKAT_OPINI:
        return NilaiTerbaca(None, Alasan.HURUF_TAK_DIKENAL)
    if cocok[2] is None:
        return NilaiTerbaca(huruf)
    skor = parse_angka(cocok[2], desimal_kolom=desimal_kolom)
    if skor.nilai is None or not is_wajar(skor.nilai):
        return NilaiTerbaca(None, skor.alasan or Alasan.BUKAN_ANGKA, replace(skor, nilai=None))
    return NilaiTerbaca(f"{huruf} ({format_kanonik(skor.nilai)})", None, skor)
