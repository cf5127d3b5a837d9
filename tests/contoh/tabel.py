"""The tidy CSV tables of the samples (`;` between cells) and the notation for what somebody typed into a cell."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SUMBER = Path(__file__).parent
AKAR = SUMBER.parents[1] / "data" / "raw"
_ANGKA = re.compile(r"-?\d+(\.\d+)?")
Nilai = str | int | float | date | None
Tabel = Mapping[str, Sequence[dict[str, str]]]  # rows by name of table, of a sample that is drawn and lies in no file
Contoh = str | Tabel


@dataclass(frozen=True)
class Ketikan:
    """What stands in a cell: a value, its number format, and for a formula the value stored with it."""

    nilai: Nilai
    format: str | None = None
    tersimpan: str | None = None
    teks: bool = False


def read_tabel(contoh: Contoh, nama: str) -> list[dict[str, str]]:
    """The rows of <contoh>/<nama>.csv as dicts of strings, or of that table of a drawn sample; none where it is missing."""
    return _read_csv(contoh, nama) if isinstance(contoh, str) else list(contoh.get(nama, ()))


def _read_csv(contoh: str, nama: str) -> list[dict[str, str]]:
    path = SUMBER / contoh / f"{nama}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def to_angka(teks: str) -> int | float | str:
    """A plain decimal as a number, anything else as it is."""
    if not _ANGKA.fullmatch(teks):
        return teks
    return float(teks) if "." in teks else int(teks)


def parse_ketikan(teks: str) -> Ketikan:
    """What the notation means: `12.5` number, `0.91%` number shown as percent, `'1.234` text, `@2025-12-31` date.

    `=A1=>3` is a formula with a stored value, `=A1` one without; `{nbsp}` is a no-break space.
    """
    teks = teks.replace("{nbsp}", "\u00a0")
    if teks == "":
        return Ketikan(None)
    if teks.startswith("'"):
        return Ketikan(teks[1:], teks=True)
    if teks.startswith("@"):
        return Ketikan(date.fromisoformat(teks[1:]), format="dd/mm/yyyy")
    if teks.startswith("="):
        rumus, _, tersimpan = teks.partition("=>")
        return Ketikan(rumus, tersimpan=tersimpan or None)
    if teks.endswith("%") and _ANGKA.fullmatch(teks[:-1]):
        return Ketikan(to_angka(teks[:-1]), format="0.00%")
    nilai = to_angka(teks)
    return Ketikan(nilai, teks=isinstance(nilai, str))


def group_by(rows: Iterable[dict[str, str]], kolom: str) -> dict[str, list[dict[str, str]]]:
    """The rows by the value of one column, in order of first appearance."""
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        groups.setdefault(row[kolom], []).append(row)
    return groups
