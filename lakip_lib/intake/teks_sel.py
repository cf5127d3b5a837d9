"""How a stored cell value looks to the person who typed it."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from lakip_lib.intake.grid import Nilai

BATAS_BULAT = 10**15  # beyond 15 digits a spreadsheet number is no longer exact

TANDA_HUBUNG = 2  # control character that PDF viewers copy for a hyphen at the end of a line
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def clean_escapes(teks: str) -> str:
    """The text with the escapes of Office files resolved: "_x000D_" a line break, "_x0002_" a hyphen.

    Other control characters are dropped; "_x0041_" becomes "A".
    """
    return _ESCAPE.sub(lambda m: _unescape(int(m[1], 16)), teks) if "_x" in teks else teks


def _unescape(kode: int) -> str:
    if kode == TANDA_HUBUNG:
        return "-"
    if kode in (9, 10):
        return chr(kode)
    if kode == 13:
        return "\n"
    return chr(kode) if kode >= 32 and not 0xD800 <= kode <= 0xDFFF else ""


def normalise_nilai(nilai: object) -> Nilai:
    """The value with whole floats as int (12.0 is how some files store a typed 12); odd types as text."""
    if isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < BATAS_BULAT:
        return int(nilai)
    if isinstance(nilai, str):
        return clean_escapes(nilai)
    if nilai is None or isinstance(nilai, int | float | datetime | date | time):
        return nilai
    return str(nilai)


def format_teks(nilai: Nilai, format_angka: str | None = None) -> str:
    """What a person sees typed: text as it is, 12.5 as "12,5", 0.95 in a percent cell as "95%", dates as ISO.

    Numbers show at most the 15 digits a spreadsheet keeps, never an exponent, never a thousands mark.
    """
    match nilai:
        case None:
            return ""
        case bool():
            return "TRUE" if nilai else "FALSE"
        case int() | float():
            return _format_angka(nilai, persen=is_percent(format_angka))
        case datetime():
            jam = nilai.strftime(" %H:%M:%S") if nilai.time() != time() else ""
            return nilai.date().isoformat() + jam
        case date() | time():
            return nilai.isoformat()
    return nilai


def _format_angka(nilai: int | float, *, persen: bool) -> str:
    angka = Decimal(format(nilai, ".15g")) if isinstance(nilai, float) else Decimal(nilai)
    if not angka.is_finite():
        return str(nilai)
    angka = angka * 100 if persen else angka
    bulat = angka == angka.to_integral_value()
    teks = f"{angka.to_integral_value() if bulat else angka.normalize():f}"
    return teks.replace(".", ",") + ("%" if persen else "")


def is_percent(format_angka: str | None) -> bool:
    """Whether a number format shows a hundredfold value with a percent sign (quoted or escaped signs do not count)."""
    if not format_angka or "%" not in format_angka:
        return False
    bagian = format_angka.split(";")[0]
    di_luar_kutip = "".join(bagian.split('"')[::2])
    return "%" in di_luar_kutip.replace("\\%", "")
