"""A picture of the terminal: what a command prints, set by Typst in its own mono font, so that every machine agrees."""

from collections.abc import Iterator
from itertools import pairwise

import typst
from rich.color import Color
from rich.text import Text

from tests.panduan.piksel import Piksel, render_page, trim

# red, green, yellow and cyan of a terminal, on white paper
WARNA = {1: "#B2182B", 2: "#1E7B45", 3: "#8A5A00", 6: "#0B4F7A"}
TINTA, REDUP = "#1B2A3A", "#5B6B78"
NASKAH = """\
#set page(width: auto, height: auto, margin: 10pt, fill: white)
#set text(font: "DejaVu Sans Mono", size: 9pt, fill: rgb("{tinta}"))
#set par(leading: 0.55em)
{baris}
"""


def picture_terminal(perintah: str, ansi: str, *, lebar: int = 1000) -> Piksel:
    """The command and what it printed (with ANSI colours), as a picture."""
    teks = Text.from_ansi(ansi.rstrip())
    baris = [_set_run(f"$ {perintah}", f'weight: "bold", fill: rgb("{TINTA}")')]
    baris += ["".join(_set_line(satu)) or "#h(0pt)" for satu in teks.split("\n")]
    naskah = NASKAH.format(tinta=TINTA, baris=" \\\n".join(baris))
    return trim(render_page(typst.compile(naskah.encode()), lebar=lebar))


def _set_line(teks: Text) -> Iterator[str]:
    """The Typst calls for one line, one for each stretch of the same style."""
    batas = sorted({0, len(teks), *(n for s in teks.spans for n in (s.start, s.end))})
    for awal, akhir in pairwise(batas):
        gaya = [s.style for s in teks.spans if s.start <= awal and s.end >= akhir and not isinstance(s.style, str)]
        tebal = any(g.bold for g in gaya)
        warna = next((_name_colour(g.color) for g in gaya if g.color), REDUP if any(g.dim for g in gaya) else TINTA)
        yield _set_run(teks.plain[awal:akhir], f'weight: "{"bold" if tebal else "regular"}", fill: rgb("{warna}")')


def _name_colour(warna: Color) -> str:
    return WARNA.get(warna.number if warna.number is not None else -1, TINTA)


def _set_run(teks: str, gaya: str) -> str:
    aman = teks.replace("\\", "\\\\").replace('"', '\\"').replace(" ", "\u00a0")
    return f'#text({gaya}, "{aman}")'
