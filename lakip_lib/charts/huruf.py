"""Where the bundled fonts lie: Source Serif and Source Sans come inside PyPI wheels."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import typst

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
    """A folder that holds the bundled files alone, removed when the program ends.

    The wheels hold each letter as OTF and TTF, which would leave the choice between them to chance.
    """
    folder = Path(tempfile.mkdtemp(prefix="lakip-huruf-"))
    atexit.register(_remove, folder, os.getpid())
    for berkas in find_font_files():
        shutil.copy(berkas, folder)
    return folder


@cache
def collect_fonts(*, sistem: bool = False) -> typst.Fonts:
    """The fonts for Typst: the bundled ones, those that the compiler carries, and the system's if asked for."""
    return typst.Fonts(include_system_fonts=sistem, include_embedded_fonts=True, font_paths=[lay_out_fonts()])


def _remove(folder: Path, pemilik: int) -> None:
    """Remove the folder when its own process ends; a fork of it leaves the folder alone."""
    if os.getpid() == pemilik:
        shutil.rmtree(folder, ignore_errors=True)
