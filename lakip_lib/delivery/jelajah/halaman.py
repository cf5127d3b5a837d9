"""Tables and charts as an output area of JupyterLab takes them: no network, Indonesian words, figures that sort."""

import hashlib
import html
import re
from typing import Any

import pandas as pd
from IPython.display import HTML, display
from IPython.utils.capture import capture_output
from itables import JavascriptFunction, init_notebook_mode, to_html_datatable
from plotly.offline import get_plotlyjs

from lakip_lib.blok import Gambar
from lakip_lib.charts import to_figure
from lakip_lib.delivery.tampil import Tampilan, show_frame

Berkas = dict[str, Any]  # mime type -> content
BAHASA: dict[str, Any] = {
    "decimal": ",",
    "thousands": ".",
    "search": "Cari:",
    "lengthMenu": "Tampilkan _MENU_ baris",
    "info": "Baris _START_–_END_ dari _TOTAL_",
    "infoEmpty": "Tidak ada baris",
    "infoFiltered": "(disaring dari _MAX_ baris)",
    "zeroRecords": "Tidak ada baris yang cocok",
    "emptyTable": "Tidak ada baris",
    "loadingRecords": "Memuat …",
    "processing": "Mengolah …",
    "paginate": {"first": "«", "previous": "‹", "next": "›", "last": "»"},
    "aria": {
        "orderable": ": tekan untuk mengurutkan",
        "orderableReverse": ": tekan untuk membalik urutan",
        "orderableRemove": ": tekan untuk kembali ke urutan semula",
        "paginate": {
            "first": "Halaman pertama",
            "previous": "Halaman sebelumnya",
            "next": "Halaman berikutnya",
            "last": "Halaman terakhir",
            "number": "Halaman ",
        },
    },
}
# An Indonesian figure as the number it sorts by; blanks and words come first.
URUT_ANGKA = JavascriptFunction(
    "function (d, t) { if (t !== 'sort' && t !== 'type') return d; const n = Number("
    r"String(d).replace(/[.*%]/g, '').replace(',', '.').replace('\u2212', '-')); return isNaN(n) ? -1e300 : n; }"
)
BACA_GAMBAR = {"displayModeBar": False, "responsive": True}


def load_tools() -> None:
    """Put the code of tables and charts into the notebook, once, from this machine: nothing is fetched later."""
    display(HTML(f"<script>{get_plotlyjs()}</script>"))
    with capture_output() as alat:
        init_notebook_mode(all_interactive=False, connected=False)
    for keluaran in alat.outputs:
        isi = keluaran.data.get("text/html", "")
        display(HTML(re.sub(r"<noscript>.*?</noscript>", "", isi, flags=re.DOTALL)))  # English words of the library


def show_tabel(frame: pd.DataFrame, *, baris: int = 10) -> HTML:
    """The frame as a table to search, sort and page through, `baris` rows a page; plain where scripts are barred."""
    return HTML(render_tabel(show_frame(frame), baris)["text/html"])


def render_tabel(tampilan: Tampilan, baris: int = 10) -> Berkas:
    """A printed table as mime bundle: searchable HTML, and plain text."""
    if tampilan.teks.empty:
        return tampilan._repr_mimebundle_()
    kanan = [n for n, angka in enumerate(tampilan.angka) if angka]
    id = "t" + hashlib.sha256(repr(tampilan).encode()).hexdigest()[:10]
    naskah = to_html_datatable(
        tampilan.teks,
        table_id=id,
        connected=False,
        showIndex=False,
        display_logo_when_loading=False,
        classes="compact stripe",
        style="table-layout:auto;width:100%;margin:0",
        language=BAHASA,
        pageLength=baris,
        lengthMenu=[baris, 25, 100],
        columnDefs=[
            {"targets": kanan, "className": "dt-right", "render": URUT_ANGKA},
            {"targets": "_all", "className": "dt-left"},  # what stands first in this list wins
        ],
        warn_on_unexpected_option_type=False,  # `language` may nest, whatever its type hint says
    )
    muatan = naskah[naskah.index('<script type="module">') :]
    return {"text/plain": repr(tampilan), "text/html": f'<table id="{id}">{_write_rows(tampilan)}</table>{muatan}'}


def _write_rows(tampilan: Tampilan) -> str:
    """The rows for a page that bars scripts; the searchable table takes their place."""
    kepala = "".join(f"<th>{html.escape(str(k))}</th>" for k in tampilan.teks.columns)
    baris = [
        "".join(f"<td>{html.escape(teks)}</td>" for teks in row)
        for row in tampilan.teks.itertuples(index=False, name=None)
    ]
    return f"<thead><tr>{kepala}</tr></thead><tbody>{''.join(f'<tr>{b}</tr>' for b in baris)}</tbody>"


def show_gambar(gambar: Gambar | None) -> HTML:
    """The chart for a notebook, or a sentence where there is none."""
    return HTML(render_gambar(gambar)["text/html"])


def render_gambar(gambar: Gambar | None) -> Berkas:
    """A chart as mime bundle: HTML that uses the code of `load_tools`, and its alt text."""
    if gambar is None:
        return render_teks("Belum ada angka untuk digambar.")
    isi = to_figure(gambar).to_html(
        full_html=False,
        include_plotlyjs=False,
        include_mathjax=False,
        config=BACA_GAMBAR,
        div_id="lakip-" + gambar.id,
        default_width="100%",
        default_height=f"{gambar.figur['layout']['height']}px",
    )
    lebar = f'<div role="img" aria-label="{html.escape(gambar.alt)}" style="max-width: 60em;">{isi}</div>'
    return {"text/plain": gambar.alt, "text/html": lebar}


def render_teks(teks: str, *, judul: bool = False) -> Berkas:
    """A sentence, or a heading, as mime bundle."""
    unsur = "h3" if judul else "p"
    return {"text/plain": teks, "text/html": f"<{unsur}>{html.escape(teks)}</{unsur}>"}
