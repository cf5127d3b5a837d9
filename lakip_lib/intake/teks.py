"""Text tables: delimited text (.csv, .tsv) and JSON records; every value stays the text it was."""

import csv
import io
import json
import re
from collections import Counter

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.grid import Lembar, Nilai, Sel, grid_from_rows

PEMISAH = (";", "\t", ",")
BATAS_MEDAN = 1_000_000  # characters in one field

Rekaman = dict[str, object]


def decode_text(data: bytes) -> str:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_csv(data: bytes, nama: str) -> Lembar:
    """The only sheet of a delimited file; row numbers count records (as Excel does), empty ones included.

    Nothing is interpreted: "=1+1" stays text, leading zeros stay.
    """
    teks = decode_text(data)
    pemisah = find_pemisah(teks)
    csv.field_size_limit(BATAS_MEDAN)
    try:
        rows: list[list[Nilai]] = [list(r) for r in csv.reader(io.StringIO(_drop_sep_line(teks)), delimiter=pemisah)]
    except csv.Error as error:
        raise UnreadableFileError(
            "Isi berkas teks tidak tersusun sebagai tabel; mohon kirim berkas aslinya."
        ) from error
    return grid_from_rows(nama, rows, baris=2 if _has_sep_line(teks) else 1)


def _has_sep_line(teks: str) -> bool:
    return bool(re.match(r"sep=.\r?\n", teks))


def _drop_sep_line(teks: str) -> str:
    return teks.partition("\n")[2] if _has_sep_line(teks) else teks


def find_pemisah(teks: str) -> str:
    """The delimiter: what "sep=" says, else the one by which the largest share of records has one width (> 1)."""
    if _has_sep_line(teks):
        return teks[4]
    contoh = teks[:100_000]

    def score(pemisah: str) -> tuple[float, int]:
        lebar = Counter(len(r) for r in csv.reader(io.StringIO(contoh), delimiter=pemisah) if r)
        tabel = [(sering / lebar.total(), medan) for medan, sering in lebar.items() if medan > 1]
        return max(tabel, default=(0.0, 0))

    return max(PEMISAH, key=score)


def read_json(data: bytes, nama: str) -> Lembar:
    """The records of a JSON file as a sheet: keys in row 1, in order of appearance, one record a row.

    Takes a list of objects, or an object one of whose values is such a list; nested values become JSON text.
    """
    try:
        isi = json.loads(decode_text(data), parse_float=_LiteralFloat, parse_int=_LiteralInt)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        raise UnreadableFileError("Isi berkas bukan JSON yang utuh; mohon kirim ulang berkas aslinya.") from error
    records = _find_records(isi)
    kunci = list(dict.fromkeys(k for r in records for k in r))
    sel = {(1, j): Sel(1, j, k, k) for j, k in enumerate(kunci, start=1)}
    for i, record in enumerate(records, start=2):
        for j, k in enumerate(kunci, start=1):
            if record.get(k) is not None and record[k] != "":
                sel[(i, j)] = _make_sel(i, j, record[k])
    return Lembar(nama, sel)


class _LiteralFloat(float):
    """A JSON number that remembers how it was written."""

    literal: str

    def __new__(cls, literal: str) -> "_LiteralFloat":
        angka = super().__new__(cls, literal)
        angka.literal = literal
        return angka


class _LiteralInt(int):
    """A JSON whole number that remembers how it was written."""

    literal: str

    def __new__(cls, literal: str) -> "_LiteralInt":
        angka = super().__new__(cls, literal)
        angka.literal = literal
        return angka


def _make_sel(baris: int, kolom: int, isi: object) -> Sel:
    match isi:
        case _LiteralFloat() | _LiteralInt():
            polos = float(isi) if isinstance(isi, float) else int(isi)
            return Sel(baris, kolom, polos, isi.literal)
        case bool():
            return Sel(baris, kolom, isi, "true" if isi else "false")
        case str():
            return Sel(baris, kolom, isi, isi)
    teks = json.dumps(isi, ensure_ascii=False)
    return Sel(baris, kolom, teks, teks)


def _find_records(isi: object) -> list[Rekaman]:
    calon = [isi, *isi.values()] if isinstance(isi, dict) else [isi]
    for daftar in calon:
        if isinstance(daftar, list) and daftar and all(isinstance(r, dict) for r in daftar):
            return daftar
    raise UnreadableFileError("JSON ini bukan daftar rekaman (daftar objek); mohon kirim tabel datanya.")
