"""Findings as CSV: a unit's for machines, all of an agency-year's as one list for people.

A text that a spreadsheet would take for a formula gets an apostrophe in front; figures such as -5 stay.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from lakip_lib.formats import guard_text
from lakip_lib.simpan import write_text
from lakip_lib.temuan import KOLOM_TEMUAN, Temuan, sort_temuan

JUDUL_DAFTAR = ("Tingkat", "Unit", "Berkas", "Lembar", "Sel", "Tertulis", "Temuan dan tindak lanjut", "Aturan")
BOM = "\ufeff"  # tells Excel that a CSV is UTF-8


def write_balasan_csv(path: Path, temuan: Iterable[Temuan]) -> None:
    """Write the findings as CSV (UTF-8, comma; columns as the fields of Temuan), gravest first."""
    rows = [list(t.as_dict().values()) for t in sort_temuan(temuan)]
    write_text(path, _dump([KOLOM_TEMUAN, *rows], pemisah=","))


def write_daftar_temuan(path: Path, temuan: Iterable[Temuan], unit: Mapping[Temuan, str]) -> None:
    """Write all findings as the CSV of `dump_daftar_temuan`."""
    write_text(path, dump_daftar_temuan(temuan, unit))


def dump_daftar_temuan(temuan: Iterable[Temuan], unit: Mapping[Temuan, str]) -> str:
    """All findings as a CSV that an Indonesian Excel opens by a click (UTF-8 with BOM, semicolon), gravest first.

    `unit` names the unit that answers a finding; the others are the planning staff's own.
    """
    rows = [
        (str(t.tingkat), unit.get(t), t.berkas, t.lembar, t.sel, t.nilai, t.pesan, t.aturan)
        for t in sort_temuan(temuan)
    ]
    return BOM + _dump([JUDUL_DAFTAR, *rows], pemisah=";")


def _dump(rows: Iterable[Sequence[str | None]], *, pemisah: str) -> str:
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=pemisah, lineterminator="\n")
    writer.writerows([guard_text(value or "") for value in row] for row in rows)
    return buffer.getvalue()
