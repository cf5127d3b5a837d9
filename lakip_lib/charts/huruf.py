"""Where the bundled fonts lie: Source Serif and Source Sans come inside PyPI wheels."""

from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

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
