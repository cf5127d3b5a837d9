"""The finding: one thing in submitted data that somebody must look at, as plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

import pandas as pd

from lakip_lib.istilah import Tingkat

URUTAN_TINGKAT = {Tingkat.WAJIB: 0, Tingkat.PERINGATAN: 1, Tingkat.CATATAN: 2}


@dataclass(frozen=True)
class Temuan:
    """One finding: where (berkas, lembar, sel, kolom), what was found (nilai), which rule, how grave, in words.

    `berkas` is relative to the agency-year folder, with "/" ("" where no file is meant); `pesan` is one or two
    courteous Indonesian sentences that begin with the place, say what was found, then what to do.
    """

    berkas: str
    aturan: str
    tingkat: Tingkat
    pesan: str
    lembar: str | None = None
    sel: str | None = None
    kolom: str | None = None
    nilai: str | None = None

    def as_dict(self) -> dict[str, str | None]:
        """The finding as the object promised for hasil.json."""
        return {**asdict(self), "tingkat": str(self.tingkat)}


def read_temuan(row: Mapping[str, Any]) -> Temuan:
    """A finding from its plain object, as hasil.json and the tidy table hold it."""
    return Temuan(**{**row, "tingkat": Tingkat(row["tingkat"]), "berkas": row["berkas"] or ""})


KOLOM_TEMUAN = [field.name for field in fields(Temuan)]


def sort_temuan(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Findings in reading order: gravest first, then by file, sheet and cell; exact repeats once."""

    def key(t: Temuan) -> tuple[int, str, str, int, str, str]:
        sel = t.sel or ""
        return (URUTAN_TINGKAT[t.tingkat], t.berkas, t.lembar or "", len(sel), sel, t.aturan + t.pesan)

    return sorted(set(temuan), key=key)


def frame_temuan(temuan: Iterable[Temuan]) -> pd.DataFrame:
    """Findings as a frame, one row each, columns as the fields of Temuan, in reading order."""
    return pd.DataFrame([t.as_dict() for t in sort_temuan(temuan)], columns=KOLOM_TEMUAN, dtype=object)


def count_tingkat(temuan: Iterable[Temuan]) -> dict[Tingkat, int]:
    """How many findings there are of each tingkat (0 where none)."""
    counts = dict.fromkeys(Tingkat, 0)
    for t in temuan:
        counts[t.tingkat] += 1
    return counts
