"""Dates, quarters and roman numerals: parse and format."""

import re
from datetime import date, datetime, timedelta

from babel.dates import format_date, get_month_names

from lakip_lib.formats.angka import clean_teks

LOKAL = "id_ID"
_BULAN = {nama.casefold(): nomor for nomor, nama in get_month_names("wide", locale=LOKAL).items()}
# Spellings that people type beside the official ones; the first three letters cover the usual abbreviations.
_BULAN_LAIN = {
    "peb": 2, "pebruari": 2, "febuari": 2, "may": 5, "agt": 8, "ags": 8, "aug": 8, "oct": 10, "nop": 11,
    "nopember": 11, "dec": 12,
}  # fmt: skip
_TEKS = re.compile(r"(?:[a-z']+ ?, ?)?(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4}|\d{2})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_ANGKA = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_AWAL_EXCEL = date(1899, 12, 30)
_SERIAL = range(18_264, 73_051)  # 1950-01-01 to 2099-12-31
_ROMAWI = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
           (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_TRIWULAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
             "pertama": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4}  # fmt: skip
_NAMA_TRIWULAN = re.compile(
    r"(?:(?:triwulan|tribulan|kuartal|tw|trw|q)[ .-]*(?:ke ?-? ?)?)?([ivx]+|[1-4]|[a-z]+)", re.IGNORECASE
)


def parse_tanggal(nilai: str | int | float | date | datetime | None) -> date | None:
    """The date in a cell or text, day before month, or None.

    Reads "3 Januari 2022", "03-01-22", "3/1/2022", ISO, Excel serials of the years 1950–2099, date and datetime;
    a year of two digits is 19xx from 70 on, else 20xx.
    """
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date) or nilai is None:
        return nilai
    if isinstance(nilai, int | float):
        return None if isinstance(nilai, bool) else _from_serial(nilai)
    return _parse_teks(clean_teks(nilai))


def _parse_teks(teks: str) -> date | None:
    if re.fullmatch(r"[0-9]{5}(?:\.[0-9]+)?", teks):
        return _from_serial(float(teks))
    if cocok := _ISO.fullmatch(teks):
        tahun, bulan, hari = map(int, cocok.groups())
        return _build(tahun, bulan, hari)
    if cocok := _ANGKA.fullmatch(teks):
        return _build(_parse_tahun(cocok[4]), int(cocok[3]), int(cocok[1]))
    if cocok := _TEKS.fullmatch(teks):
        return _build(_parse_tahun(cocok[3]), _parse_bulan(cocok[2]), int(cocok[1]))
    return None


def _from_serial(nilai: float) -> date | None:
    return _AWAL_EXCEL + timedelta(days=int(nilai)) if nilai == nilai and int(nilai) in _SERIAL else None


def _parse_tahun(teks: str) -> int:
    tahun = int(teks)
    return tahun if len(teks) == 4 else tahun + (1900 if tahun >= 70 else 2000)


def _parse_bulan(teks: str) -> int:
    """Month number of a name or an abbreviation of three letters and more, 0 when unknown."""
    kata = teks.casefold()
    if nomor := _BULAN.get(kata) or _BULAN_LAIN.get(kata):
        return nomor
    awalan = [nomor for nama, nomor in _BULAN.items() if len(kata) >= 3 and nama.startswith(kata)]
    return awalan[0] if len(awalan) == 1 else 0


def _build(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None


def format_tanggal(tanggal: date) -> str:
    """ "3 Januari 2022"."""
    return str(format_date(tanggal, "d MMMM y", locale=LOKAL))


def format_hari_tanggal(tanggal: date) -> str:
    """ "Senin, 3 Januari 2022"."""
    return str(format_date(tanggal, "EEEE, d MMMM y", locale=LOKAL))


def format_hari_bulan(tanggal: date) -> str:
    """ "3 Jan", for axes and narrow columns."""
    return str(format_date(tanggal, "d MMM", locale=LOKAL))


def format_saat(saat: datetime, *, tahun: bool = True) -> str:
    """ "3 Jan 2022 08.30", without the year "3 Jan 08.30"."""
    hari = format_hari_bulan(saat)
    return f"{hari} {saat:%Y %H.%M}" if tahun else f"{hari} {saat:%H.%M}"


def format_romawi(n: int) -> str:
    """Roman numeral of 1–3999; ValueError outside."""
    if not 1 <= n <= 3999:
        raise ValueError(f"a roman numeral must be of 1 to 3999, not {n}")
    hasil = ""
    for nilai, huruf in _ROMAWI:
        hasil += huruf * (n // nilai)
        n %= nilai
    return hasil


def parse_triwulan(nilai: str | int | None) -> int | None:
    """1–4 from "I", 1, "Triwulan I", "Tribulan II", "TW III", "TW4", "Triwulan ke-2" …, else None."""
    cocok = _NAMA_TRIWULAN.fullmatch(clean_teks(str(nilai)))
    return _TRIWULAN.get(cocok[1].casefold()) if cocok else None
