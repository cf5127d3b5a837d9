"""When a step is due: a stage remembers the hashes of what it was made from."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from lakip_lib import __version__
from lakip_lib.delivery.kumpul import list_files
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.settings import PACKAGE, Lokasi, find_notebook
from lakip_lib.simpan import write_text


def hash_files(paths: Iterable[Path], akar: Path) -> dict[str, str]:
    """sha256 by path relative to `akar`, with "/"."""
    return {p.relative_to(akar).as_posix(): hash_file(p) for p in paths}


def hash_inputs(lokasi: Lokasi) -> dict[str, str]:
    """The hashes of everything people gave for an agency-year."""
    return hash_files(list_files(lokasi.raw), lokasi.raw)


def hash_program(notebooks: Iterable[str] = ()) -> dict[str, str]:
    """The version of lakip, a hash of its own source, and the hashes of these notebooks."""
    source = hashlib.sha256()
    for path in sorted(p for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        source.update(path.relative_to(PACKAGE).as_posix().encode())
        source.update(path.read_bytes())
    books = {nama: hash_file(find_notebook(nama)) for nama in notebooks}
    return {"lakip": __version__, "sumber": source.hexdigest(), **books}


def is_due(lokasi: Lokasi, tahap: str, dasar: dict[str, str]) -> bool:
    """Whether a stage must run: it never did, or what it was made from has changed."""
    path = lokasi.processed / f"{tahap}.sidik.json"
    return not path.is_file() or path.read_text("utf-8", "replace") != _dump(dasar)


def mark_done(lokasi: Lokasi, tahap: str, dasar: dict[str, str]) -> None:
    """Remember what a finished stage was made from."""
    write_text(lokasi.processed / f"{tahap}.sidik.json", _dump(dasar))


def _dump(dasar: dict[str, str]) -> str:
    return json.dumps(dasar, indent=1, sort_keys=True) + "\n"


def forget(lokasi: Lokasi, *tahap: str) -> None:
    """Make stages due again; done before a stage starts, so that a broken run never counts as finished."""
    for nama in tahap:
        (lokasi.processed / f"{nama}.sidik.json").unlink(missing_ok=True)
