"""A figure of a form against the row's own numbers: is it read a thousand times too small or too large?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from lakip_lib.formats import detect_desimal
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.nilai import read_angka
from lakip_lib.istilah import TW, Alasan

Bandingan = Mapping[str, Sequence[Decimal]]
SEORDE = 10  # within this factor two figures of one row may well be of the same thing
DEKAT = 2
SERIBU = 1000
_ANGKA = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def list_bandingan(
    target: Mapping[str, Mapping[str, Any]], riwayat: Iterable[Mapping[str, Any]], tahun: int
) -> dict[str, list[Decimal]]:
    """What the planning says of each indikator's size: its targets of the year and quarters, last year's realisasi."""
    found = {kode: list_angka(row.get(kolom) for kolom in ("target", *TW)) for kode, row in target.items()}
    for row in riwayat:
        if row["tahun"] == tahun - 1 and row["indikator"]:
            found.setdefault(row["indikator"], []).extend(list_angka([row["realisasi"]]))
    return found


def find_ragu(sel: Sel, nilai: Decimal, sebaris: Sequence[Sel], bandingan: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Both readings of a text that its column read as `nilai`, where the row's own numbers speak for the other one.

    `sebaris` are the row's other cells; where one of them proves the decimal sign there is no doubt.
    """
    sendiri = read_angka(sel)
    if sendiri.alasan is not Alasan.AMBIGU or detect_desimal(s.teks for s in sebaris if isinstance(s.nilai, str)):
        return ()
    terbaca = [read_angka(s).nilai for s in sebaris]
    ukuran = [*bandingan, *(n for n in terbaca if n)]
    lain = [a for a in sendiri.alternatif if a != nilai and _any_near(a, ukuran, SEORDE)]
    return sendiri.alternatif if lain and not _any_near(nilai, ukuran, SEORDE) else ()


def is_seperseribu(nilai: Decimal, bandingan: Sequence[Decimal]) -> bool:
    """Whether a figure is about a thousandth of the planning's numbers: 30,315 where thirty thousand are usual."""
    return not _any_near(nilai, bandingan, SEORDE**2) and _any_near(nilai * SERIBU, bandingan, DEKAT)


def _any_near(nilai: Decimal, bandingan: Iterable[Decimal], kali: int) -> bool:
    return any(abs(nilai) <= abs(b) * kali and abs(b) <= abs(nilai) * kali for b in bandingan)


def list_angka(texts: Iterable[Any]) -> list[Decimal]:
    """The plain numbers among canonical figures, but zero."""
    found = [Decimal(teks) for teks in texts if isinstance(teks, str) and _ANGKA.fullmatch(teks)]
    return [nilai for nilai in found if nilai]
