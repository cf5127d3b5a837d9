"""Ranges such as "80 - 90%" or "7 – 8 bulan"."""

import re
from decimal import Decimal

from lakip_lib.formats.angka import PANJANG_MAKS, Angka, clean_teks, detect_desimal, parse_angka

_PISAH = re.compile(r"\s*(?:-|\bs\s?[./]\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b)\s*", re.IGNORECASE)


def parse_rentang(teks: str, *, desimal_kolom: str | None = None) -> tuple[Decimal, Decimal] | None:
    """The lower and upper edge of a typed range, or None when the text is none ("-5", "3-1-2022", "90-80", "5")."""
    bersih = clean_teks(teks)
    for pisah in _PISAH.finditer(bersih) if len(bersih) <= PANJANG_MAKS else ():
        kiri, kanan = bersih[: pisah.start()], bersih[pisah.end() :]
        lo, hi = _parse_ujung(kiri, kanan, desimal_kolom)
        if lo is not None and hi is not None:
            return (lo, hi) if lo <= hi else None
    return None


def _parse_ujung(kiri: str, kanan: str, desimal_kolom: str | None) -> tuple[Decimal | None, Decimal | None]:
    sign = desimal_kolom or detect_desimal([kiri, kanan])
    lo, hi = (parse_angka(t, desimal_kolom=sign) for t in (kiri, kanan))
    return _scale_lo(lo, hi), hi.nilai if not hi.status else None


def _scale_lo(lo: Angka, hi: Angka) -> Decimal | None:
    """The lower edge; "1 - 2 juta" would need guessing, so a multiplier on one side only is refused."""
    if lo.nilai is None or lo.status or ("pengali" in lo.catatan) != ("pengali" in hi.catatan):
        return None
    return lo.nilai
