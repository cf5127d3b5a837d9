"""When something happened, as a person writes it on the command line."""

import re
from datetime import date, datetime, time, timezone

from lakip_lib.errors import UsageError
from lakip_lib.formats import format_tanggal, parse_tanggal

_WAKTU = re.compile(r"(.+?)[ T,]+(?:(?:pukul|jam) )?([01]?\d|2[0-3])[.:]([0-5]\d)")


def parse_waktu(teks: str, zona: timezone) -> datetime:
    """The moment meant by "2026-01-05 08.00" or "5 Januari 2026 08:00"; UsageError where it is none.

    >>> from lakip_lib.alur.jam import get_zona
    >>> parse_waktu("5 Januari 2026 08.30", get_zona("WIB")).isoformat()
    '2026-01-05T08:30:00+07:00'
    """
    cocok = _WAKTU.fullmatch(teks.strip())
    hari = parse_tanggal(cocok[1]) if cocok else None
    if cocok is None or hari is None:
        raise UsageError(f'--waktu ditulis seperti "2026-01-05 08.30", bukan {teks!r}.')
    return datetime.combine(hari, time(int(cocok[2]), int(cocok[3])), zona)


def list_tanggal_mundur(tanggal_dokumen: date, hari: date) -> list[str]:
    """A sentence where the document bears a day that is yet to come on the day of a step; [] where it does not."""
    if tanggal_dokumen <= hari:
        return []
    return [
        f"Dokumen bertanggal {format_tanggal(tanggal_dokumen)}, lebih baru daripada hari ini ({format_tanggal(hari)}). Bila "
        "ditandatangani sekarang, perbaiki periode.tanggal_dokumen dalam instansi.toml, lalu susun lagi."
    ]


def parse_hari(teks: str, opsi: str) -> date:
    """The day meant by "2026-01-05" or "5 Januari 2026"; UsageError naming the option where it is none."""
    hari = parse_tanggal(teks.strip())
    if hari is None:
        raise UsageError(f'{opsi} ditulis seperti "2026-01-05" atau "5 Januari 2026", bukan {teks!r}.')
    return hari
