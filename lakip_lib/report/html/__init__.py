"""The document as one HTML file that requests nothing: text, tables, interactive charts, explanations, fonts."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from lakip_lib.blok import Dokumen
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.report.html import isi
from lakip_lib.report.html.huruf import build_font_faces
from lakip_lib.report.html.warna import GELAP, TERANG, format_variables

FOLDER = Path(__file__).parent
FUNGSI = (
    isi.find_sort_value,
    isi.is_sortable,
    isi.measure_height,
    isi.measure_tails,
    isi.merge_head,
    isi.name_anchor,
    isi.pad_decimal,
    isi.pick_colour,
    isi.pick_image,
    isi.pick_link,
    isi.place_cells,
)

__all__ = ["build_style", "make_environment", "render_html"]


def render_html(dokumen: Dokumen, *, plotly: str = "", beranda: str = "") -> bytes:
    """The document as one HTML page (UTF-8), the same bytes for the same input.

    `plotly` is where a plotly.js that several pages share lies, seen from this page; without it the page holds its own.
    `beranda` is the page that leads here.
    """
    halaman = isi.Halaman(dokumen)
    hasil = (
        make_environment()
        .get_template("dokumen.html")
        .render(
            halaman=halaman,
            dokumen=dokumen,
            identitas=dokumen.identitas,
            gaya=Markup(build_style(dokumen.identitas.huruf)),
            plotly=Markup("" if plotly else get_plotlyjs()),
            plotly_luar=plotly,
            beranda=beranda,
            perilaku=Markup((FOLDER / "bahasa.js").read_text("utf-8") + (FOLDER / "perilaku.js").read_text("utf-8")),
        )
    )
    return clean_text(hasil).encode("utf-8")


@cache
def make_environment() -> Environment:
    """The templates of our pages; text is escaped, a missing name is an error."""
    lingkungan = Environment(
        loader=FileSystemLoader(FOLDER / "templat"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    lingkungan.filters["baris"] = isi.break_lines
    lingkungan.filters["jalur"] = isi.name_jalur
    lingkungan.globals |= {satu.__name__: satu for satu in FUNGSI}
    return lingkungan


def build_style(huruf: str) -> str:
    """The style sheet: fonts, both colour schemes, rules; a font name from the settings comes first in its family."""
    aman = re.sub(r"[^\w .-]", "", huruf)
    pilihan = "" if huruf == "bawaan" else f"'{aman}', "
    return "\n".join(
        (
            build_font_faces(),
            f":root {{ {format_variables(TERANG)} --serif: {pilihan}'Source Serif Pro', Georgia, serif; "
            f"--sans: {pilihan}'Source Sans Pro', Helvetica, Arial, sans-serif; }}",
            "@media screen and (prefers-color-scheme: dark) {",
            f":root:not([data-skema='terang']) {{ {format_variables(GELAP)} }} }}",
            f"@media screen {{ :root[data-skema='gelap'] {{ {format_variables(GELAP)} }} }}",
            (FOLDER / "gaya.css").read_text("utf-8"),
        )
    )
