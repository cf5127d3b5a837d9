"""Number to text in Indonesian notation, rounded once, half away from zero."""

from decimal import Decimal
from fractions import Fraction

Bilangan = int | Decimal | Fraction
KOSONG = "–"
_TUKAR = str.maketrans(",.", ".,")  # Python groups by commas; Indonesian by dots
MINUS = "\u2212"
SATUAN_RINGKAS = ((12, "triliun"), (9, "miliar"), (6, "juta"))


def round_half_up(x: Bilangan, digits: int = 2) -> Decimal:
    """`x` rounded to `digits` decimals, halves away from zero (as Excel's ROUND), with exactly that many digits.

    >>> round_half_up(Decimal("2.675"), 2), round_half_up(Fraction(-1, 2), 0)
    (Decimal('2.68'), Decimal('-1'))
    """
    atas, bawah = (x if isinstance(x, int | Decimal) else Fraction(x)).as_integer_ratio()
    whole = (2 * abs(atas) * 10**digits + bawah) // (2 * bawah)
    return Decimal(f"{'-' if atas < 0 and whole else ''}{whole}E{-digits}")


def to_decimal(x: Bilangan, digits: int = 12) -> Decimal:
    """`x` as Decimal without exponent: a Decimal keeps its digits, a fraction gets up to `digits`, rounded."""
    if isinstance(x, Decimal):
        return Decimal(format(x, "f"))
    teks = format(round_half_up(x, digits), "f")
    return Decimal(teks.rstrip("0").rstrip(".") if "." in teks else teks)


def format_angka(x: Bilangan | None, digits: int | None = None, *, tanda_plus: bool = False) -> str:
    """ "1.234,50", "−1,25"; None gives "–". Without `digits` a value keeps the decimals it has.

    >>> format_angka(Decimal("1234.50")), format_angka(Fraction(-5, 4), tanda_plus=True)
    ('1.234,50', '−1,25')
    """
    if x is None:
        return KOSONG
    value = to_decimal(x) if digits is None else round_half_up(x, digits)
    teks = f"{abs(value):,f}".translate(_TUKAR)  # as Babel groups it, in a tenth of the time
    return (MINUS if value < 0 else "+" if tanda_plus and value > 0 else "") + teks


def format_persen(x: Bilangan | None, digits: int | None = 2, *, tanda_plus: bool = False) -> str:
    """ "85,73%" from points (85.73), no space; None gives "–". Babel's percent wants a ratio and rounds half-even."""
    return KOSONG if x is None else format_angka(x, digits, tanda_plus=tanda_plus) + "%"


def format_rupiah(x: Bilangan | None, digits: int = 2) -> str:
    """ "Rp 1.234.567,00"; None gives "–". Babel's own IDR writes "Rp1.234.567,00" without the space."""
    if x is None:
        return KOSONG
    teks = format_angka(x, digits)
    return f"{MINUS}Rp {teks[1:]}" if teks.startswith(MINUS) else f"Rp {teks}"


def format_uang(x: Bilangan | None, digits: int = 2) -> str:
    """Money for a finance table: no symbol, negative in brackets "(1.234,00)"; None gives "–"."""
    teks = format_angka(x, digits)
    return f"({teks[1:]})" if teks.startswith(MINUS) else teks


def format_ringkas(x: Bilangan | None, digits: int = 2) -> str:
    """Rupiah in words of size for charts and cards: "Rp 4,54 miliar", "Rp 460 juta", below a million in full.

    >>> format_ringkas(4_540_000_000), format_ringkas(999_999_999)
    ('Rp 4,54 miliar', 'Rp 1 miliar')
    """
    if x is None:
        return KOSONG
    for pangkat, nama in SATUAN_RINGKAS:
        value = round_half_up(Fraction(x) / 10**pangkat, digits)
        if abs(value) >= 1:
            return f"{format_rupiah(value, 0 if value == int(value) else digits)} {nama}"
    return format_rupiah(x, 0)
