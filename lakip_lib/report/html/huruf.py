"""The fonts of the page, inside the page: the same families and weights as in the PDF."""

import base64
from functools import cache

from lakip_lib.charts.huruf import SANS, SERIF, find_font_files

# file stem → family, weight, style
MUKA = {
    "SourceSerifPro-Regular": (SERIF, 400, "normal"),
    "SourceSerifPro-It": (SERIF, 400, "italic"),
    "SourceSerifPro-Semibold": (SERIF, 600, "normal"),
    "SourceSansPro-Light": (SANS, 300, "normal"),
    "SourceSansPro-Regular": (SANS, 400, "normal"),
    "SourceSansPro-Semibold": (SANS, 600, "normal"),
}


@cache
def build_font_faces() -> str:
    """@font-face rules with the font files as base64, in a fixed order."""
    berkas = {letak.stem: letak for letak in find_font_files()}
    aturan = []
    for nama, (keluarga, tebal, gaya) in MUKA.items():
        isi = base64.b64encode(berkas[nama].read_bytes()).decode("ascii")
        aturan.append(
            f"@font-face {{ font-family: '{keluarga}'; font-weight: {tebal}; font-style: {gaya}; font-display: swap; "
            f"src: url(data:font/otf;base64,{isi}) format('opentype'); }}"
        )
    return "\n".join(aturan)
