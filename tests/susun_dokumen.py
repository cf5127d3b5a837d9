"""The report of an agency-year as a Dokumen, written by the cells of notebook 05 without a kernel."""

from functools import cache
from pathlib import Path

import nbformat
from kasus_mini import make_kinerja, make_settings

from lakip_lib.blok import MIME, Dokumen
from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.measures import compute_hasil, with_temuan
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report import bab
from lakip_lib.report.notebook import Sajian, read_dokumen
from lakip_lib.settings import Lokasi, find_notebook, read_instansi
from lakip_lib.telaah import review_hasil
from lakip_lib.temuan import Temuan, sort_temuan

AKAR = Path(__file__).resolve().parent.parent
NOTEBOOK = find_notebook("05_lakip")


def write_dokumen(konteks: Konteks) -> Dokumen:
    """The document that the notebook's cells give for this material, without a kernel."""
    nb = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    parameter = type("Parameter", (), {"final": False, "lokasi": None})
    names = {"konteks": konteks, "bab": bab, "Sajian": Sajian, "parameter": parameter, "read_logo": lambda *_: None}
    for cell in nb.cells:
        if cell.cell_type == "code" and cell.source.startswith("Sajian("):
            data = eval(cell.source, dict(names))._repr_mimebundle_()[MIME]
            cell["outputs"] = [nbformat.v4.new_output("display_data", data={MIME: data})]  # type: ignore[no-untyped-call]
    return read_dokumen(nb)


@cache
def make_konteks() -> Konteks:
    """The worked mini-case (DOMAIN §5.9)."""
    return Konteks(compute_hasil(make_kinerja(), make_settings()), make_kinerja(), make_settings())


@cache
def make_dokumen() -> Dokumen:
    """The report of the mini-case."""
    return write_dokumen(make_konteks())


@cache
def read_sampel(nama: str, tahun: int = 2025) -> Konteks:
    """A sample of data/raw as himpun and analisis leave it, with all findings."""
    lokasi = Lokasi(AKAR, tahun, nama)
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    hasil = compute_hasil(kinerja, settings)
    lama = [Temuan(**{**row, "berkas": row["berkas"] or ""}) for row in kinerja.records("temuan")]
    temuan = sort_temuan([*lama, *review_hasil(hasil, kinerja, settings)])
    return Konteks(with_temuan(hasil, temuan), kinerja.with_temuan(temuan), settings)


@cache
def write_sampel(nama: str, tahun: int = 2025) -> Dokumen:
    """The report of a sample."""
    return write_dokumen(read_sampel(nama, tahun))
