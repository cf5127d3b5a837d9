"""Where the bundled fonts lie: Source Serif and Source Sans come inside PyPI wheels."""

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from xml.sax.saxutils import escape

import typst
from platformdirs import user_cache_path

from lakip_lib.errors import LakipError

SERIF = "Source Serif Pro"
SANS = "Source Sans Pro"
GAYA = ("Light", "Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


@cache
def find_font_files() -> tuple[Path, ...]:
    """The OTF files of both families in the weights that documents and charts use, in a fixed order.

    Raises LakipError when a wheel is missing.
    """
    kumpulan = {titik.name: titik for titik in entry_points(group="fonts_otf")}
    hasil: list[Path] = []
    for nama, awal in (("sourceserifotf", "SourceSerifPro"), ("sourcesansotf", "SourceSansPro")):
        if nama not in kumpulan:
            raise LakipError(f"The font package behind {nama!r} must be installed.")
        berkas = {Path(letak).name: Path(letak) for letak in kumpulan[nama].load().values()}
        hasil += [berkas[f"{awal}-{gaya}.otf"] for gaya in GAYA]
    return tuple(hasil)


@cache
def lay_out_fonts() -> Path:
    """A folder that holds the bundled files alone: kept in the user's cache, or made for this process where that is closed.

    The wheels hold each letter as OTF and TTF, which would leave the choice between them to chance.
    """
    isi = {berkas.name: berkas.read_bytes() for berkas in find_font_files()}
    sidik = hashlib.sha256(b"".join(nama.encode() + data for nama, data in sorted(isi.items()))).hexdigest()
    folder = user_cache_path("lakip") / "huruf" / sidik[:32]
    try:
        return folder if is_whole(folder, isi) else write_fonts(folder, isi)
    except OSError:  # a cache that cannot be written
        sementara = Path(tempfile.mkdtemp(prefix="lakip-huruf-"))
        atexit.register(_remove, sementara, os.getpid())
        return write_fonts(sementara / "huruf", isi)


def is_whole(folder: Path, isi: Mapping[str, bytes]) -> bool:
    """Whether a folder holds these files, each of its length, and nothing else."""
    ada = {path.name: path.stat().st_size for path in folder.iterdir()} if folder.is_dir() else {}
    return ada == {nama: len(data) for nama, data in isi.items()}


def write_fonts(folder: Path, isi: Mapping[str, bytes]) -> Path:
    """Put the files into the folder, which is there whole or not at all; returns it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    baru = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for nama, data in isi.items():
            (baru / nama).write_bytes(data)
        if folder.exists() and not is_whole(folder, isi):
            os.replace(folder, baru / "rusak")
        if not folder.exists():
            _rename(baru, folder, isi)
    finally:
        shutil.rmtree(baru, ignore_errors=True)
    return folder


def _rename(baru: Path, folder: Path, isi: Mapping[str, bytes]) -> None:
    """Rename the folder into its place, which another process may just have filled with the same."""
    shutil.rmtree(baru / "rusak", ignore_errors=True)
    try:
        os.replace(baru, folder)
    except OSError:
        if not is_whole(folder, isi):
            raise


def write_fontconfig(folder: Path) -> Path:
    """A fonts.conf in `folder` that names the bundled files besides the system's own rules; its path.

    What fontconfig learns of all files is kept for the user.
    """
    aturan = folder / "fonts.conf"
    aturan.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(lay_out_fonts()))}</dir>"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{escape(str(user_cache_path('lakip') / 'fontconfig'))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return aturan


@cache
def collect_fonts(*, sistem: bool = False) -> typst.Fonts:
    """The fonts for Typst: the bundled ones, those that the compiler carries, and the system's if asked for."""
    return typst.Fonts(include_system_fonts=sistem, include_embedded_fonts=True, font_paths=[lay_out_fonts()])


def _remove(folder: Path, pemilik: int) -> None:
    """Remove the folder when its own process ends; a fork of it leaves the folder alone."""
    if os.getpid() == pemilik:
        shutil.rmtree(folder, ignore_errors=True)
