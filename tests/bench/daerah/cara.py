"""Four ways to execute notebooks 01–05 of the same agencies and turn them into pages for readers.

(a) stock command line, one after the other; (b) stock interface, two processes; (c) lakip batch; (d) the floor: the
notebooks' own cells and the rendering alone, in two processes that have everything loaded.
"""

import gc
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from lakip_lib.batch.jalan import Pelapor, Ringkasan, run_batch
from lakip_lib.batch.kolam import open_lokal
from lakip_lib.batch.ruang import Ruang
from lakip_lib.settings import Lokasi, find_notebook
from tests.bench.daerah.kasus import NOTEBOOK, Kasus

PEKERJA = 2


def find_salinan(lokasi: Lokasi, nama: str) -> Path:
    """Where an executed notebook goes, whatever way it is executed."""
    return lokasi.reports / "notebooks" / f"{nama}.ipynb"


def run_cli(kasus: Kasus) -> None:
    """(a) `papermill` and `jupyter nbconvert`, once for each notebook."""
    for lokasi in kasus.list_lokasi():
        for nama in NOTEBOOK:
            salinan = find_salinan(lokasi, nama)
            salinan.parent.mkdir(parents=True, exist_ok=True)
            isi = ["-p", "tahun", str(lokasi.tahun), "-p", "instansi", lokasi.instansi, "-p", "akar", str(lokasi.akar)]
            _call("papermill", str(find_notebook(nama)), str(salinan), "-k", "python3", "--no-progress-bar", *isi)
            tanpa = ["--no-input", "--no-prompt"]
            _call("nbconvert", "--to", "html", *tanpa, str(salinan))


def _call(modul: str, *args: str) -> None:
    subprocess.run([sys.executable, "-m", modul, *args], check=True, capture_output=True)


def run_api(kasus: Kasus) -> None:
    """(b) `papermill.execute_notebook` with stock kernels and nbconvert's exporter as lakip sets it, in two processes."""
    konteks = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PEKERJA, mp_context=konteks) as kolam:
        list(kolam.map(_run_api_satu, kasus.list_lokasi()))


def _run_api_satu(lokasi: Lokasi) -> None:
    import papermill

    from lakip_lib.delivery.pembaca import make_exporter

    isi = {"tahun": lokasi.tahun, "instansi": lokasi.instansi, "akar": str(lokasi.akar)}
    for nama in NOTEBOOK:
        salinan = find_salinan(lokasi, nama)
        salinan.parent.mkdir(parents=True, exist_ok=True)
        nb = papermill.execute_notebook(
            find_notebook(nama),
            salinan,
            isi,
            kernel_name="python3",
            progress_bar=False,
            request_save_on_cell_execute=False,
        )
        body, _ = make_exporter().from_notebook_node(nb)
        salinan.with_suffix(".html").write_text(body, "utf-8")


def run_lakip(kasus: Kasus, sampai: str = "naskah", *, paksa: bool = False, pekerja: int = PEKERJA) -> Ringkasan:
    """(c) lakip batch, up to the executed narrative notebook."""
    kolam = partial(open_lokal, pekerja)
    ringkasan = run_batch(Ruang(kasus.daerah), kolam, Pelapor(), sampai=sampai, paksa=paksa, lebar=pekerja)
    if ringkasan.kode_keluar not in {0, 3}:
        raise RuntimeError(f"the batch must end with 0 or 3, found {ringkasan.kode_keluar}")
    return ringkasan


def measure_floor(kasus: Kasus) -> tuple[float, list[float]]:
    """(d) Seconds for cells and rendering alone: two processes, loaded and warm before the clock starts.

    And the seconds of each agency, so that what was measured on a few of them can be taken for all.
    """
    konteks = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PEKERJA, mp_context=konteks) as kolam:
        hangat = [kolam.submit(_run_floor_satu, kasus.list_lokasi()[0]) for _ in range(PEKERJA)]
        for satu in hangat:
            satu.result()
        awal = time.perf_counter()
        detik = list(kolam.map(_run_floor_satu, kasus.list_lokasi()))
        return time.perf_counter() - awal, detik


def _run_floor_satu(lokasi: Lokasi) -> float:
    import lakip_lib.delivery.hangat  # noqa: F401 - what a kernel of the batch has loaded, too
    from lakip_lib.delivery import jalankan

    gc.freeze()
    awal = time.perf_counter()
    with _without_process():
        for nama in NOTEBOOK:
            jalankan.run_notebook(nama, lokasi)
    return time.perf_counter() - awal


@contextmanager
def _without_process() -> Iterator[None]:
    """Let the engine run its cells in a kernel of this very process: no start, no transport, no end."""
    import lakip_lib.mesin.klien as klien

    asli = klien.ProsesKernel
    klien.ProsesKernel = Setempat  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        klien.ProsesKernel = asli  # type: ignore[misc]


class Setempat:
    """A kernel in this process, with the face of ProsesKernel; one for all notebooks, emptied between them."""

    _kernel: Any = None
    _dengar: Callable[[Any], object] | None = None

    def __init__(self, *, folder: str, batas_mulai: float) -> None:
        from lakip_lib.mesin.kernel import Kernel

        if Setempat._kernel is None:
            Setempat._kernel = Kernel(_tell)
        self.info = Setempat._kernel.info
        os.chdir(folder)

    def run(self, kode: str, baca: Callable[[Any], object], *, batas: float | None) -> Any:
        Setempat._dengar = baca
        return Setempat._kernel.execute(kode)

    def __enter__(self) -> "Setempat":
        return self

    def __exit__(self, *_: object) -> None:
        Setempat._dengar = None
        Setempat._kernel.execute("%reset -f")


def _tell(pesan: Any) -> None:
    if Setempat._dengar is not None:
        Setempat._dengar(pesan)
