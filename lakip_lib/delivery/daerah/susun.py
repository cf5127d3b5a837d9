"""Publish the district's story: notebook 06 executed, its documents rendered, read back, and put in place all at once."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nbformat import NotebookNode
from plotly.offline import get_plotlyjs

from lakip_lib.delivery.daerah.halaman import write_halaman
from lakip_lib.delivery.dasar import NOTEBOOK_REKAP
from lakip_lib.delivery.exporters import PdfExporter
from lakip_lib.delivery.jalankan import dump_notebook, execute, normalise_notebook
from lakip_lib.delivery.parameter import ParameterDaerah
from lakip_lib.delivery.rekaman import find_rekaman
from lakip_lib.delivery.terbit import check_dokumen
from lakip_lib.errors import NotebookError
from lakip_lib.measures import dump_json
from lakip_lib.measures.daerah import HasilDaerah
from lakip_lib.report.bacaulang.html import read_html
from lakip_lib.report.bacaulang.pdf import read_pdf
from lakip_lib.report.daerah.buku import render_buku_daerah
from lakip_lib.report.html import render_html
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.settings import LokasiDaerah, find_notebook
from lakip_lib.simpan import write_bytes, write_set

PLOTLY = "plotly.min.js"
Jalankan = Callable[[str, LokasiDaerah], NotebookNode]


def run_rekap(nama: str, daerah: LokasiDaerah) -> NotebookNode:
    """Execute a notebook of the suite for the district by papermill and a stock kernel; the executed notebook."""
    return execute(find_notebook(nama), ParameterDaerah.from_daerah(daerah).model_dump(exclude_unset=True))


def build_rekap(daerah: LokasiDaerah, jalankan: Jalankan = run_rekap) -> list[Path]:
    """Execute notebook 06 and publish rekap.html, .pdf, .xlsx, .json, plotly.min.js and index.html; the files written.

    What fails before the last step leaves the earlier story as it was. NotebookError where the notebook stopped early.
    """
    nb = jalankan(NOTEBOOK_REKAP, daerah)
    if find_rekaman(nb) is None:
        raise NotebookError(
            f"Notebook {NOTEBOOK_REKAP} berhenti sebelum selesai: catatan penutupnya tidak ada di sel terakhir."
        )
    nb = normalise_notebook(nb, daerah)
    isi = render_rekap(nb, daerah)
    plotly = write_plotly(find_plotly(daerah))
    berkas = write_set(daerah.reports, isi)
    buku = write_bytes(daerah.reports / "notebooks" / f"{NOTEBOOK_REKAP}.ipynb", dump_notebook(nb).encode())
    return [*berkas, buku, plotly, write_halaman(daerah)]


def render_rekap(nb: NotebookNode, daerah: LokasiDaerah) -> dict[str, bytes]:
    """The documents of an executed notebook by their names; RenderError where one does not hold what the notebook holds."""
    dokumen = read_dokumen(nb)
    plotly, beranda = (_find_way(daerah, tujuan) for tujuan in (find_plotly(daerah), daerah.halaman))
    with ThreadPoolExecutor(1) as beside:  # Typst leaves Python free meanwhile
        pdf = beside.submit(PdfExporter().prepare(dokumen))
        html = render_html(dokumen, plotly=plotly, beranda=beranda)
        check_dokumen("rekap.html", read_html(html), dokumen)
        buku = render_buku_daerah(HasilDaerah.model_validate(dokumen.hasil))
        isi = {"rekap.html": html, "rekap.pdf": pdf.result()}
    check_dokumen("rekap.pdf", read_pdf(isi["rekap.pdf"]), dokumen)
    return {**isi, "rekap.xlsx": buku, "rekap.json": dump_json(dokumen.hasil).encode()}


def find_plotly(daerah: LokasiDaerah) -> Path:
    """Where the plotly.js lies that the year's pages share."""
    return (daerah.keluaran or daerah.halaman.parent) / PLOTLY


def write_plotly(path: Path) -> Path:
    """Write plotly.js unless the very same lies there; its path."""
    data = get_plotlyjs().encode("utf-8")
    return path if path.is_file() and path.read_bytes() == data else write_bytes(path, data)


def _find_way(daerah: LokasiDaerah, tujuan: Path) -> str:
    """The way from the story's folder to a file, as a page writes it."""
    return Path(os.path.relpath(tujuan, daerah.reports)).as_posix()
