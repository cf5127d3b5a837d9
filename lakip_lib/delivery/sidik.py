"""When a stage is due, and why: each remembers the hashes of what it was made from and the files that it left."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

from lakip_lib import __version__
from lakip_lib.delivery.kumpul import list_files
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.settings import PACKAGE, Lokasi, find_notebook
from lakip_lib.simpan import write_text


class Tempat(Protocol):
    """Folders of an agency-year or of the district."""

    @property
    def processed(self) -> Path:
        """Where the notes of stages lie."""

    @property
    def reports(self) -> Path:
        """Where the files that a stage leaves lie."""


Dasar = Mapping[str, Mapping[str, str]]  # kind of ground -> name -> hash or version
BELUM = "belum selesai dijalankan"
RUSAK = "catatannya tidak terbaca"
SEBUT = 5  # names in a reason before "dan … lainnya"
KATA = {
    "masukan": "masukan berubah",
    "program": "program berubah",
    "notebook": "notebook berubah",
    "perender": "perender berubah",
    "hulu": "hasil tahap sebelumnya berubah",
}


def hash_files(paths: Iterable[Path], akar: Path) -> dict[str, str]:
    """sha256 by path relative to `akar`, with "/"."""
    return {p.relative_to(akar).as_posix(): hash_file(p) for p in paths}


def hash_inputs(lokasi: Lokasi) -> dict[str, str]:
    """The hashes of everything people gave for an agency-year."""
    return hash_files(list_files(lokasi.raw), lokasi.raw)


@cache
def hash_program() -> dict[str, str]:
    """The version of lakip and a hash of its own source as it was first asked for."""
    source = hashlib.sha256()
    for path in sorted(p for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        source.update(path.relative_to(PACKAGE).as_posix().encode())
        source.update(path.read_bytes())
    return {"lakip": __version__, "sumber": source.hexdigest()}


def hash_notebooks(notebooks: Iterable[str]) -> dict[str, str]:
    """The hashes of these notebooks of the suite."""
    return {nama: hash_file(find_notebook(nama)) for nama in notebooks}


def explain_due(lokasi: Tempat, tahap: str, dasar: Dasar) -> str:
    """Why a stage must run (Indonesian, no capital): what changed since it last did, or what it left is gone; "" if not."""
    path = _find(lokasi, tahap)
    if not path.is_file():
        return BELUM
    try:
        lama = json.loads(path.read_text("utf-8", "replace"))
        dasar_lama, keluaran = lama["dasar"], dict(lama["keluaran"])
    except (ValueError, TypeError, KeyError):
        return RUSAK
    alasan = [_explain(jenis, dasar_lama.get(jenis, {}), dasar.get(jenis, {})) for jenis in KATA]
    kini = {nama: _measure(lokasi.reports / nama) for nama in keluaran}
    hilang = [nama for nama, besar in kini.items() if besar is None]
    kosong = [nama for nama, besar in kini.items() if besar == 0 and keluaran[nama]]
    alasan.append(f"keluaran hilang: {_join(hilang)}" if hilang else "")
    alasan.append(f"keluaran menjadi kosong: {_join(kosong)}" if kosong else "")
    return "; ".join(a for a in alasan if a)


def _measure(path: Path) -> int | None:
    """How large a file is, in bytes; None where there is none. One that a power cut emptied is told by it, edited ones are not."""
    return path.stat().st_size if path.is_file() else None


def _explain(jenis: str, lama: Mapping[str, str], baru: Mapping[str, str]) -> str:
    beda = [nama for nama in sorted(lama.keys() | baru.keys()) if lama.get(nama) != baru.get(nama)]
    return f"{KATA[jenis]}: {_join(beda)}" if beda else ""


def _join(nama: list[str]) -> str:
    lebih = len(nama) - SEBUT
    return ", ".join(satu.rpartition("../")[2] for satu in nama[:SEBUT]) + (
        f", dan {lebih} lainnya" if lebih > 0 else ""
    )


def mark_done(lokasi: Tempat, tahap: str, dasar: Dasar, keluaran: Iterable[Path] = ()) -> None:
    """Remember what a finished stage was made from, and the files it left with their sizes, seen from the reports folder."""
    besar = {Path(os.path.relpath(p, lokasi.reports)).as_posix(): _measure(p) for p in keluaran}
    isi = json.dumps({"dasar": dasar, "keluaran": besar}, ensure_ascii=False, indent=1, sort_keys=True)
    write_text(_find(lokasi, tahap), isi + "\n")


def forget(lokasi: Tempat, *tahap: str) -> None:
    """Make stages due again; done before a stage starts, so that a broken run never counts as finished."""
    for nama in tahap:
        _find(lokasi, nama).unlink(missing_ok=True)


def _find(lokasi: Tempat, tahap: str) -> Path:
    return lokasi.processed / f"{tahap}.sidik.json"
