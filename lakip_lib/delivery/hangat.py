"""What notebooks use, loaded and used once where it is imported: the process that kernels are forked from.

Plotly and pandas load most of their parts only when a figure or a table is first shown. Nothing here changes a setting:
each notebook still sets its own renderer.
"""

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from lakip_lib.charts import kerangka
from lakip_lib.delivery import ikhtisar, naskah, parameter, rekaman, simpan_hasil
from lakip_lib.delivery.tampil import show_frame
from lakip_lib.measures import bingkai
from lakip_lib.report import bab, notebook

__all__ = ["bab", "bingkai", "ikhtisar", "kerangka", "naskah", "notebook", "parameter", "rekaman", "simpan_hasil"]


def draw_once() -> None:
    """Draw a figure of every trace that our charts use, and show a table; both are thrown away."""
    teks = {"color": "#000000", "family": "sans-serif", "size": 12}
    sumbu = {"tickfont": teks, "range": [0, 1], "tickvals": [0], "ticktext": ["0"]}
    figur = go.Figure(
        data=[
            {"type": "bar", "x": [1], "y": [1], "marker": {"line": {"width": 1}, "pattern": {"shape": "/"}}},
            {"type": "scatter", "x": [1], "y": [1], "line": {"width": 1}, "marker": {"line": {"width": 1}}},
        ],
        layout={
            "annotations": [{"text": "", "x": 0, "y": 0, "font": teks}],
            "shapes": [{"type": "line", "x0": 0, "x1": 1, "y0": 0, "y1": 1, "line": {"width": 1}}],
            "title": {"text": "", "font": teks, "pad": {"t": 0}},
            "margin": {"t": 0},
            "hoverlabel": {"font": teks},
            "xaxis": sumbu,
            "yaxis": sumbu,
        },
    )
    pio.to_html(figur.to_dict(), include_plotlyjs=False, validate=False)
    show_frame(pd.DataFrame({"a": ["1"]}))._repr_mimebundle_()


draw_once()
