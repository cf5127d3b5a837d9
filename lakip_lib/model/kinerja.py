"""`Kinerja`: all tidy tables of one agency-year, saved and loaded as CSV with decimal strings."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from lakip_lib.errors import LakipError, UsageError
from lakip_lib.formats import guard_text, unguard_text
from lakip_lib.model.kolom import TABEL
from lakip_lib.simpan import write_text
from lakip_lib.temuan import Temuan


def make_table(nama: str, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
    """A tidy table of that name from rows; columns left out are None, unknown columns a LakipError."""
    rows = list(rows)
    unknown = {kolom for row in rows for kolom in row} - set(TABEL[nama])
    if unknown:
        raise LakipError(f"table {nama} must have the declared columns only, found also {sorted(unknown)}")
    data = {kolom: [row.get(kolom) for row in rows] for kolom in TABEL[nama]}
    return pd.DataFrame({kolom: pd.Series(values, dtype=object) for kolom, values in data.items()})


def _to_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guard_text(value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _from_text(teks: str, jenis: str) -> Any:
    if teks == "":
        return None
    if jenis == "tahun":
        return int(teks)
    return Decimal(teks) if jenis in {"angka", "rupiah"} else unguard_text(teks)


def dump_table(table: pd.DataFrame) -> str:
    """A tidy table as CSV text: header, "\\n" line ends, decimals with a dot, None as empty, no live formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_to_text(value) for value in row] for row in table.itertuples(index=False))
    return out.getvalue()


def load_table(nama: str, teks: str) -> pd.DataFrame:
    """The tidy table of that name from its CSV text; LakipError where its columns are not the declared ones."""
    lines = list(csv.reader(io.StringIO(teks)))
    if not lines or lines[0] != list(TABEL[nama]):
        raise LakipError(f"{nama}.csv must have the columns {list(TABEL[nama])}, found {lines[:1]}")
    jenis = list(TABEL[nama].values())
    rows = [[_from_text(cell, kind) for cell, kind in zip(line, jenis, strict=True)] for line in lines[1:]]
    return make_table(nama, [dict(zip(TABEL[nama], row, strict=True)) for row in rows])


def load_records(folder: Path, nama: str) -> list[dict[str, Any]]:
    """The rows of one saved table as plain dicts; UsageError where it is not there."""
    path = folder / f"{nama}.csv"
    if not path.is_file():
        raise UsageError(f"Tabel {nama} belum ada di {folder}; jalankan lakip himpun lebih dahulu.")
    return list_records(load_table(nama, path.read_text("utf-8")))


def list_missing(folder: Path) -> list[str]:
    """The tables that are not saved in that folder."""
    return [nama for nama in TABEL if not (folder / f"{nama}.csv").is_file()]


def list_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as plain dicts, in order."""
    rows: list[Any] = table.to_dict("records")
    return [dict(row) for row in rows]


@dataclass(frozen=True)
class Kinerja:
    """The tidy tables of one agency-year; each field is a frame with the columns of `model.kolom.TABEL`."""

    tujuan: pd.DataFrame
    sasaran: pd.DataFrame
    indikator: pd.DataFrame
    target: pd.DataFrame
    riwayat: pd.DataFrame
    standar: pd.DataFrame
    program: pd.DataFrame
    peta_kode: pd.DataFrame
    pegawai: pd.DataFrame
    tindak_lanjut: pd.DataFrame
    realisasi: pd.DataFrame
    analisis: pd.DataFrame
    keluaran: pd.DataFrame
    bukti: pd.DataFrame
    pernyataan: pd.DataFrame
    anggaran: pd.DataFrame
    isian: pd.DataFrame
    narasi: pd.DataFrame
    asal: pd.DataFrame
    temuan: pd.DataFrame

    @classmethod
    def from_rows(cls, **rows: Iterable[Mapping[str, Any]]) -> "Kinerja":
        """Tables made of rows; a table not given is empty."""
        unknown = set(rows) - set(TABEL)
        if unknown:
            raise LakipError(f"Kinerja must have the declared tables only, found also {sorted(unknown)}")
        return cls(**{nama: make_table(nama, rows.get(nama, ())) for nama in TABEL})

    @classmethod
    def load(cls, folder: Path) -> "Kinerja":
        """The tables saved in that folder; UsageError where they are not there."""
        missing = list_missing(folder)
        if missing:
            raise UsageError(f"Tabel {', '.join(missing)} belum ada di {folder}; jalankan lakip himpun lebih dahulu.")
        return cls(**{nama: load_table(nama, (folder / f"{nama}.csv").read_text("utf-8")) for nama in TABEL})

    def save(self, folder: Path) -> None:
        """Write each table as <folder>/<nama>.csv, each file whole or not at all."""
        for field in fields(self):
            write_text(folder / f"{field.name}.csv", dump_table(getattr(self, field.name)))

    def with_temuan(self, temuan: Iterable[Temuan]) -> "Kinerja":
        """A copy whose findings are these."""
        return replace(self, temuan=make_table("temuan", [t.as_dict() for t in temuan]))

    def with_isian(self, rows: Iterable[Mapping[str, Any]]) -> "Kinerja":
        """A copy whose table of the units' forms holds these rows."""
        return replace(self, isian=make_table("isian", rows))

    def records(self, nama: str) -> list[dict[str, Any]]:
        """The rows of a table as plain dicts, in order."""
        return list_records(getattr(self, nama))
