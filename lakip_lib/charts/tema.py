"""The one look of all charts: colours, letters, and the Plotly template `lakip`.

A chart is laid out in CSS pixels: 160 mm of text width are 605 px, so letters of 12 px print at 9 pt.
"""

import hashlib
from typing import Any

from lakip_lib.blok import Gambar
from lakip_lib.charts.teks import BESAR, HURUF, KECIL, UKURAN
from lakip_lib.istilah import Status

INK = "#1B2A3A"
PRIMARY = "#0B4F7A"
QUIET = "#C9D4DC"  # lines only
ABU = "#566675"  # quiet text, 5.9 : 1 on white
PALE = "#EEF3F6"
ACCENT = "#C8912E"
PAGU = "#B8C7D3"
WHITE = "#FFFFFF"
STATUS_WARNA = {
    Status.MELAMPAUI: PRIMARY,
    Status.MENCAPAI: "#7FA6BF",
    Status.BELUM: "#F1D9B0",
    Status.TAK_DINILAI: WHITE,
}
PX_MM = 96 / 25.4
LEBAR_TEKS = 160 * PX_MM
LEBAR_SEMPIT = 374  # a phone of 390 px less the margins of the figure
TINGGI_MAKS = 195 * PX_MM  # a picture, its caption and its source share one page
TEPI = 8

TEMPLATE: dict[str, Any] = {
    "layout": {
        "autosize": True,
        "colorway": [PRIMARY, ACCENT, "#7FA6BF", ABU, "#B2182B", "#7FB6D6", INK],
        "dragmode": False,
        "font": {"family": HURUF, "size": UKURAN, "color": INK},
        "hoverlabel": {
            "align": "left",
            "bgcolor": WHITE,
            "bordercolor": INK,
            "font": {"family": HURUF, "size": UKURAN, "color": INK},
        },
        "hovermode": "closest",
        "margin": {"l": TEPI, "r": TEPI, "t": TEPI, "b": TEPI, "pad": 0, "autoexpand": False},
        "paper_bgcolor": WHITE,
        "plot_bgcolor": WHITE,
        "separators": ",.",
        "showlegend": False,
        "title": {
            "font": {"family": HURUF, "size": BESAR, "color": INK},
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"l": TEPI},
        },
        "uniformtext": {"mode": False},
        "xaxis": {
            "automargin": False,
            "fixedrange": True,
            "gridcolor": QUIET,
            "gridwidth": 1,
            "linecolor": QUIET,
            "showgrid": False,
            "showline": False,
            "tickcolor": QUIET,
            "tickfont": {"size": KECIL, "color": ABU},
            "zeroline": False,
        },
        "yaxis": {
            "automargin": False,
            "fixedrange": True,
            "gridcolor": QUIET,
            "gridwidth": 1,
            "linecolor": QUIET,
            "showgrid": False,
            "showline": False,
            "tickcolor": QUIET,
            "tickfont": {"size": KECIL, "color": ABU},
            "zeroline": False,
        },
    }
}


def tint(warna: str, kadar: float = 0.12) -> str:
    """The opaque colour that "#rrggbb" gives on white paper at that strength."""
    kanal = (int(warna[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - k) * kadar):02X}" for k in kanal)


def pick_ink(warna: str) -> str:
    """The text colour (ink or white) that reads better on a fill of that colour."""
    kanal = [int(warna[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [k / 12.92 if k <= 0.03928 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal]
    terang = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return INK if (terang + 0.05) / 0.0717 > 1.05 / (terang + 0.05) else WHITE


def to_figure(gambar: Gambar) -> Any:
    """The Plotly figure of a Gambar, checked by Plotly, for showing and changing in a notebook."""
    import plotly.graph_objects as go

    return go.Figure(gambar.figur)


def set_renderer() -> None:
    """Let notebooks show figures offline: plotly.js embedded once, the template "lakip" known, nothing fetched.

    The one place where Plotly's defaults are changed; nothing is changed on import. A figure's HTML is the same each
    time: its id comes from its content.
    """
    import plotly.io as pio
    from plotly.io._base_renderers import NotebookRenderer

    class LakipRenderer(NotebookRenderer):
        """As Plotly's "notebook", without MathJax from the network, English buttons and chance ids."""

        def to_mimebundle(self, fig_dict: dict[str, Any]) -> dict[str, str]:
            """The figure as a stretch of HTML that finds plotly.js in the notebook."""
            isi = pio.to_json(fig_dict, validate=False)
            tanda = f"lakip-{hashlib.sha256(isi.encode()).hexdigest()[:16]}"
            html = pio.to_html(
                fig_dict,
                config={"displayModeBar": False, "responsive": True},
                include_plotlyjs=False,
                include_mathjax=False,
                full_html=False,
                div_id=tanda,
                default_width="100%",
                default_height=525,
                validate=False,
            )
            return {"text/html": html}

    pio.templates["lakip"] = TEMPLATE
    pio.templates.default = "lakip"
    pio.renderers["lakip"] = LakipRenderer()
    pio.renderers.default = "lakip"
