"""The stages of the sample's report after set-up, each measured apart, then the whole as `lakip bangun` does it."""

import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

from tests.bench.ukur import Pengamat

AKAR = Path(__file__).resolve().parents[2]
CONTOH = Path("data/raw/2025/diskominfo-sarolangun")
SELURUH = "lakip bangun"
HIMPUN, PDF = "Himpun", "LKjIP.pdf"
BATAS_DETIK = {HIMPUN: 3, PDF: 2, SELURUH: 40}
BATAS_MB = 500


def copy_sample(folder: Path, contoh: Path = CONTOH) -> Path:
    """The sample's raw folder copied below `folder`, so that the real reports stay as they are."""
    tujuan = folder / contoh
    shutil.copytree(AKAR / contoh, tujuan)
    return tujuan


def measure_whole(pengamat: Pengamat, folder: Path, contoh: Path = CONTOH) -> None:
    """The whole job in a process of its own, charts drawn anew. Exit code 3 (data to mend) is a report too."""
    raw = copy_sample(folder, contoh)
    lingkungan = {**os.environ, "XDG_CACHE_HOME": str(folder / "simpanan")}
    perintah = [sys.executable, "-m", "lakip_lib", "bangun", str(raw)]
    jalan = pengamat.measure(SELURUH, lambda: subprocess.run(perintah, env=lingkungan, capture_output=True, text=True))
    if jalan.returncode not in {0, 3}:
        raise RuntimeError(f"lakip bangun must end with 0 or 3, found {jalan.returncode}:\n{jalan.stderr}")


def measure_stages(pengamat: Pengamat, folder: Path, contoh: Path = CONTOH) -> None:
    """Each stage once, in this process, in the order of `lakip bangun`."""
    raw = copy_sample(folder, contoh)
    pengamat.measure("Memuat program", load_program)
    from lakip_lib.delivery.jalankan import run_notebook
    from lakip_lib.delivery.langkah import NOTEBOOK_ANALISIS, NOTEBOOK_SUSUN, make_formulir, run_himpun
    from lakip_lib.settings import Lokasi

    lokasi = Lokasi.from_folder(raw)
    pengamat.measure("Formulir", lambda: make_formulir(lokasi))
    pengamat.measure(HIMPUN, lambda: run_himpun(lokasi))
    for nama in (*chain(*NOTEBOOK_ANALISIS), NOTEBOOK_SUSUN):
        pengamat.measure(nama, lambda nama=nama: run_notebook(nama, lokasi))
    os.environ["XDG_CACHE_HOME"] = str(folder / "simpanan-tahap")
    measure_documents(pengamat, lokasi.reports / "notebooks" / f"{NOTEBOOK_SUSUN}.ipynb")
    measure_workbook(pengamat, raw)


def load_program() -> None:
    """Import all that the stages need."""
    import lakip_lib.delivery.jalankan
    import lakip_lib.delivery.langkah
    import lakip_lib.delivery.terbit  # noqa: F401


def measure_documents(pengamat: Pengamat, notebook: Path) -> None:
    """Charts drawn first and then taken from the cache, each document with cached charts, and its reading back."""
    import nbformat

    from lakip_lib.delivery.exporters import draw_charts
    from lakip_lib.delivery.terbit import EKSPORTIR, verify
    from lakip_lib.report.notebook import read_dokumen

    nb = nbformat.read(notebook, as_version=4)
    dokumen = pengamat.measure("Dokumen dari 05_lakip", lambda: read_dokumen(nb))
    pengamat.measure("Grafik digambar", lambda: draw_charts(dokumen))
    pengamat.measure("Grafik dari simpanan", lambda: draw_charts(dokumen))
    for nama, eksportir in EKSPORTIR.items():
        body, _ = pengamat.measure(nama, lambda e=eksportir: e().from_notebook_node(nb))
        data = body.encode("utf-8") if isinstance(body, str) else body
        pengamat.measure(f"{nama} dibaca ulang", lambda nama=nama, data=data: verify(nama, data, dokumen))


def measure_workbook(pengamat: Pengamat, raw: Path) -> None:
    """kertas-kerja.xlsx."""
    from lakip_lib.delivery.simpan_hasil import load_hasil
    from lakip_lib.model import Kinerja
    from lakip_lib.report.kertas_kerja import render_kertas_kerja
    from lakip_lib.settings import Lokasi, read_instansi

    lokasi = Lokasi.from_folder(raw)
    bahan = load_hasil(lokasi), Kinerja.load(lokasi.processed), read_instansi(lokasi.settings)
    pengamat.measure("kertas-kerja.xlsx", lambda: render_kertas_kerja(*bahan))
