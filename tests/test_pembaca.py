import pytest
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lakip_lib.delivery.pembaca import MILIK_LAKIP, SKRIP_BESAR, lighten, make_exporter, render_reader

BESAR = "var a = '<b>&amp;</b>';\r\n" * (SKRIP_BESAR // 20)
GRAFIK = f"<div> <script>kecil('&');</script>\n    <script>{BESAR}</script>\n <script>lain()</script></div>"


@pytest.fixture(scope="module")
def nb() -> NotebookNode:
    data = {"text/html": GRAFIK, f"{MILIK_LAKIP}.rekaman+json": {"a": [1]}, "text/plain": "x"}
    sel = new_code_cell("1", outputs=[new_output("display_data", data=data), new_output("stream", text="teks")])
    sel.outputs.append(new_output("display_data", data={f"{MILIK_LAKIP}.rekaman+json": {}, "text/plain": "catatan"}))
    isi: NotebookNode = new_notebook(cells=[new_markdown_cell("# Berapa?\n\nteks"), sel])
    return isi


def test_the_page_is_what_the_exporter_makes_of_the_whole_notebook(nb: NotebookNode) -> None:
    biasa = HTMLExporter(exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)
    biasa.language_code = "id"
    biasa.mathjax_url = biasa.require_js_url = biasa.jquery_url = ""
    halaman, _ = biasa.from_notebook_node(nb, resources={"metadata": {"name": "Berapa?"}})
    assert render_reader(nb) == halaman
    assert render_reader(nb) == halaman  # the exporter that is kept holds nothing of the page before


def test_a_large_script_is_set_aside_and_the_notebook_stays_as_it_is(nb: NotebookNode) -> None:
    skrip: dict[str, str] = {}
    assert BESAR not in str(lighten(nb, skrip))
    assert list(skrip.values()) == [BESAR]
    assert nb.cells[1].outputs[0].data["text/html"] == GRAFIK


def test_templates_are_read_once() -> None:
    assert make_exporter() is make_exporter()
