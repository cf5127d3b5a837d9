"""The words and codes that agencies are made of, by theme (the CSV tables under bahan/)."""

import csv
from functools import cache
from pathlib import Path

BAHAN = Path(__file__).parent / "bahan"
Baris = dict[str, str]


@cache
def read_bahan(nama: str) -> tuple[Baris, ...]:
    """The rows of bahan/<nama>.csv."""
    with (BAHAN / f"{nama}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";", strict=True))


def list_bahan(nama: str, *, tema: str, sasaran: str | None = None) -> list[Baris]:
    """The rows of a table that belong to a theme, and to one of its sasaran where that is given."""
    return [row for row in read_bahan(nama) if row["tema"] == tema and sasaran in (None, row.get("sasaran"))]
