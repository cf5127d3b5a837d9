"""Publish: the four documents from the executed notebook, counted and read back before they take their place."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert.exporters import Exporter

from lakip_lib.blok import Dokumen
from lakip_lib.charts.peramban import find_browser
from lakip_lib.charts.statis import TANPA_PERAMBAN
from lakip_lib.delivery.exporters import DocxExporter, HtmlExporter, PdfExporter, draw_charts
from lakip_lib.delivery.manifest import build_manifest
from lakip_lib.errors import RenderError
from lakip_lib.measures import Hasil, dump_json
from lakip_lib.model import Kinerja
from lakip_lib.report.bacaulang.banding import compare
from lakip_lib.report.bacaulang.docx import read_docx
from lakip_lib.report.bacaulang.html import read_html
from lakip_lib.report.bacaulang.model import DokumenTerbaca
from lakip_lib.report.bacaulang.pdf import read_pdf
from lakip_lib.report.kertas_kerja import render_kertas_kerja
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.report.rujukan import check_rujukan
from lakip_lib.settings import Instansi, Lokasi
from lakip_lib.simpan import write_bytes

EKSPORTIR: dict[str, type[Exporter]] = {
    "LKjIP.html": HtmlExporter,
    "LKjIP.pdf": PdfExporter,
    "LKjIP.docx": DocxExporter,
}
DOCX = "LKjIP.docx"
PEMBACA = {"LKjIP.html": read_html, "LKjIP.pdf": read_pdf, "LKjIP.docx": read_docx}


@dataclass(frozen=True)
class Terbitan:
    """The files that were published and sentences on what degraded."""

    berkas: tuple[Path, ...]
    pesan: tuple[str, ...]


def publish(lokasi: Lokasi, settings: Instansi, hasil: Hasil, kinerja: Kinerja) -> Terbitan:
    """Render all documents, read each back, then write them and manifest.json last; RenderError leaves none of them."""
    folder = lokasi.reports
    names = (*EKSPORTIR, "kertas-kerja.xlsx", "manifest.json")
    for nama in names:
        (folder / nama).unlink(missing_ok=True)
    nb = nbformat.read(folder / "notebooks" / "05_lakip.ipynb", as_version=4)
    dokumen = read_dokumen(nb)
    draw_charts(dokumen)  # once, before PDF and DOCX ask for the same pictures
    with ThreadPoolExecutor(1) as beside:  # LibreOffice lays the DOCX out while the others are set
        docx = beside.submit(render_checked, DOCX, nb, dokumen)
        isi = {nama: render_checked(nama, nb, dokumen) for nama in EKSPORTIR if nama != DOCX}
        isi["kertas-kerja.xlsx"] = render_kertas_kerja(hasil, kinerja, settings)
        isi[DOCX] = docx.result()
    paths = [write_bytes(folder / nama, data) for nama, data in isi.items()]
    manifest = build_manifest(lokasi, settings, [*paths, folder / "hasil.json"])
    paths.append(write_bytes(folder / "manifest.json", dump_json(manifest).encode()))
    return Terbitan(tuple(paths), () if find_browser() else (TANPA_PERAMBAN,))


def render_checked(nama: str, nb: nbformat.NotebookNode, dokumen: Dokumen) -> bytes:
    """One document by its exporter; RenderError where what a reader meets is not what the notebook holds."""
    body, _ = EKSPORTIR[nama]().from_notebook_node(nb)
    data = body.encode("utf-8") if isinstance(body, str) else bytes(body)
    beda = verify(nama, data, dokumen)
    if beda:
        daftar = "\n".join(f"  - {item}" for item in beda[:20])
        raise RenderError(f"{nama} must equal its notebook, found {len(beda)} differences:\n{daftar}")
    return data


def verify(nama: str, data: bytes, dokumen: Dokumen) -> list[str]:
    """Every difference between a document as read back and its notebook, and between its figures and hasil.json."""
    terbaca: DokumenTerbaca = PEMBACA[nama](data)
    return [*compare(dokumen, terbaca, nama=nama), *check_rujukan(terbaca.ref, dokumen.hasil)]
