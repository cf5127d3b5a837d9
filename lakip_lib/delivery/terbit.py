"""Publish: the four documents from the executed notebook, counted and read back before they take their place, all at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat

from lakip_lib.blok import Dokumen
from lakip_lib.charts.peramban import find_browser
from lakip_lib.charts.statis import TANPA_PERAMBAN
from lakip_lib.delivery.exporters import DocxExporter, HtmlExporter, LakipExporter, PdfExporter
from lakip_lib.delivery.manifest import MANIFEST, add_dokumen, build_manifest
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
from lakip_lib.simpan import write_set

EKSPORTIR: dict[str, type[LakipExporter]] = {  # that which others work on longest first
    "LKjIP.pdf": PdfExporter,
    "LKjIP.docx": DocxExporter,
    "LKjIP.html": HtmlExporter,
}
KERTAS_KERJA = "kertas-kerja.xlsx"
PEMBACA = {"LKjIP.html": read_html, "LKjIP.pdf": read_pdf, "LKjIP.docx": read_docx}


@dataclass(frozen=True)
class Terbitan:
    """The files that were published and sentences on what degraded."""

    berkas: tuple[Path, ...]
    pesan: tuple[str, ...]


def publish(lokasi: Lokasi, settings: Instansi, hasil: Hasil, kinerja: Kinerja) -> Terbitan:
    """Render all documents and read each back; only then they and manifest.json take the place of the earlier ones.

    Whatever fails before leaves the earlier documents with their manifest. hasil.json is then newer than they: it is
    the step before, finished in its own right, and not undone. `list_terdahulu` tells the two apart.
    """
    folder = lokasi.reports
    nb = nbformat.read(folder / "notebooks" / "05_lakip.ipynb", as_version=4)
    dokumen = read_dokumen(nb)
    with ThreadPoolExecutor() as beside:
        # Typst and LibreOffice leave Python free: each is at work while the next is begun. The first draws the charts.
        kerja = {
            nama: beside.submit(render_checked, nama, eksportir().begin(dokumen), dokumen)
            for nama, eksportir in EKSPORTIR.items()
        }
        buku = render_kertas_kerja(hasil, kinerja, settings)
        manifest = build_manifest(lokasi, settings)
        isi = {**{nama: satu.result() for nama, satu in kerja.items()}, KERTAS_KERJA: buku}
    isi[MANIFEST] = dump_json(add_dokumen(manifest, isi)).encode()
    return Terbitan(tuple(write_set(folder, isi)), () if find_browser() else (TANPA_PERAMBAN,))


def render_checked(nama: str, render: Callable[[], bytes | str], dokumen: Dokumen) -> bytes:
    """One document as its exporter renders it; RenderError where what a reader meets is not what the notebook holds."""
    body = render()
    data = body.encode("utf-8") if isinstance(body, str) else bytes(body)
    check_dokumen(nama, PEMBACA[nama](data), dokumen)
    return data


def check_dokumen(nama: str, terbaca: DokumenTerbaca, dokumen: Dokumen) -> None:
    """RenderError where a document as read back is not what the notebook holds."""
    beda = list_beda(nama, terbaca, dokumen)
    if beda:
        daftar = "\n".join(f"  - {item}" for item in beda[:20])
        raise RenderError(f"{nama} must equal its notebook, found {len(beda)} differences:\n{daftar}")


def verify(nama: str, data: bytes, dokumen: Dokumen) -> list[str]:
    """Every difference between a document as read back and its notebook, and between its figures and hasil.json."""
    return list_beda(nama, PEMBACA[nama](data), dokumen)


def list_beda(nama: str, terbaca: DokumenTerbaca, dokumen: Dokumen) -> list[str]:
    """The same of a document that has been read back."""
    return [*compare(dokumen, terbaca, nama=nama), *check_rujukan(terbaca.ref, dokumen.hasil)]
