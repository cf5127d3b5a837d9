"""Files that a person names on the command line: opened for reading, written as CSV, refused with the reason."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from lakip_lib.errors import UnreadableFileError, UsageError
from lakip_lib.formats import guard_text
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.grid import Buku
from lakip_lib.simpan import write_text


def open_buku(path: Path) -> Buku:
    """The file as a Buku; UsageError where there is no such file, UnreadableFileError (naming it) where it is no table."""
    if path.is_dir():
        raise UsageError(f"{path} adalah folder; sebutkan satu berkas di dalamnya.")
    if not path.is_file():
        raise UsageError(f"Berkas {path} tidak ada. Periksa nama dan letaknya.")
    try:
        return read_buku(path, akar=path.parent)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path.name} tidak dapat dipakai. {error}") from error


def check_keluaran(keluaran: Path | None, sumber: Path) -> None:
    """UsageError where the CSV would not be one, or would replace the file it is made from."""
    if keluaran is None:
        return
    if keluaran.suffix.lower() != ".csv" or keluaran.is_dir():
        raise UsageError(f"--keluaran harus berupa nama berkas berakhiran .csv, bukan '{keluaran}'.")
    if keluaran.resolve() == sumber.resolve():
        raise UsageError("--keluaran harus berbeda dari berkas asal; berkas asal tidak pernah diubah.")


def write_csv(path: Path, judul: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Write rows as CSV (UTF-8, comma), whole or not at all; a text like a formula gets an apostrophe in front."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([guard_text(nama) for nama in judul])
    writer.writerows([guard_text(row.get(nama, "")) for nama in judul] for row in rows)
    write_text(path, buffer.getvalue())
