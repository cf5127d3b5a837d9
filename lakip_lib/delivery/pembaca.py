"""The page for readers of an executed notebook: text, tables and charts without code cells."""

import hashlib
import re
from functools import cache
from threading import Lock

from nbconvert import HTMLExporter
from nbformat import NotebookNode

SKRIP_BESAR = 20_000  # characters from which a script does not go through the exporter: plotly.js has 5 million
MILIK_LAKIP = "application/vnd.lakip"  # data for the program, which no page shows
_SKRIP = re.compile(r"(?<=<script>).*?(?=</script>)", re.DOTALL)
_SATU_PER_SATU = Lock()  # the exporter holds state while it renders


def render_reader(nb: NotebookNode) -> str:
    """The executed notebook as HTML for readers: text, tables and charts, no code cells; its question is the title.

    Large scripts are set aside while the page is made and put back as they were.
    """
    judul = nb.cells[0].source.partition("\n")[0].lstrip("# ") if nb.cells else ""
    skrip: dict[str, str] = {}
    ringan = lighten(nb, skrip)
    with _SATU_PER_SATU:
        body, _ = make_exporter().from_notebook_node(ringan, resources={"metadata": {"name": judul}})
    return put_back(str(body), skrip)


@cache
def make_exporter() -> HTMLExporter:
    """The exporter, with its templates read once for the process."""
    exporter = HTMLExporter(exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True)
    exporter.language_code = "id"
    exporter.mathjax_url = exporter.require_js_url = exporter.jquery_url = ""  # nothing is fetched from the network
    return exporter


def lighten(nb: NotebookNode, skrip: dict[str, str]) -> NotebookNode:
    """The notebook without what its page does not show; large scripts stand in `skrip` by the mark in their place."""
    return NotebookNode({**nb, "cells": [_lighten_cell(cell, skrip) for cell in nb.cells]})


def _lighten_cell(cell: NotebookNode, skrip: dict[str, str]) -> NotebookNode:
    if "outputs" not in cell:
        return cell
    return NotebookNode({**cell, "outputs": [_lighten_output(output, skrip) for output in cell.outputs]})


def _lighten_output(output: NotebookNode, skrip: dict[str, str]) -> NotebookNode:
    if "data" not in output:
        return output
    data = {jenis: isi for jenis, isi in output.data.items() if not jenis.startswith(MILIK_LAKIP)}
    if isinstance(teks := data.get("text/html"), str):
        data["text/html"] = _SKRIP.sub(lambda cocok: _set_aside(cocok[0], skrip), teks)
    return NotebookNode({**output, "data": NotebookNode(data)})


def _set_aside(isi: str, skrip: dict[str, str]) -> str:
    if len(isi) < SKRIP_BESAR:
        return isi
    tanda = f"/*{hashlib.sha256(isi.encode('utf-8', 'surrogatepass')).hexdigest()}*/"
    skrip[tanda] = isi
    return tanda


def put_back(halaman: str, skrip: dict[str, str]) -> str:
    """The page with the scripts where their marks are."""
    for tanda, isi in skrip.items():
        halaman = halaman.replace(tanda, isi)
    return halaman
