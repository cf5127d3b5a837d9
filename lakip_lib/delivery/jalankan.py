"""Run one notebook by papermill: executed copy and reader's HTML kept, or nothing but a clear error."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import raise_for_execution_errors
from traitlets.config import Config

from lakip_lib.delivery.dasar import list_salinan
from lakip_lib.delivery.kernel import prepare_kernel
from lakip_lib.delivery.parameter import Parameter
from lakip_lib.delivery.pembaca import render_reader
from lakip_lib.delivery.rekaman import find_rekaman
from lakip_lib.errors import NotebookError
from lakip_lib.mesin.engine import MESIN, register_engine
from lakip_lib.mesin.induk import can_fork
from lakip_lib.settings import Lokasi, LokasiDaerah, find_notebook
from lakip_lib.simpan import write_text

KERNEL = "python3"
BATAS_DETIK = 600
COBA_MULAI = 3  # many kernels starting at once lose ports to one another
TIDAK_MENJAWAB = ("Kernel died before replying", "Kernel didn't respond")  # a start that failed; no cell has run yet
KERNEL_TERKUNCI = Config({"KernelManager": {"transport_encryption": "auto"}})  # nobody else listens in on the machine
BELUM_MULAI = (
    "Notebook {nama} tidak dapat dimulai: mesin notebook (kernel) {kali} kali tidak menjawab. Tutup program lain yang berat, "
    "lalu jalankan lagi; berkas keluaran tidak diubah."
)
MATI = (
    "Notebook {nama} terhenti: mesin notebook (kernel) mati di tengah jalan, biasanya karena memori habis. Tutup program lain "
    "yang berat, lalu jalankan lagi; berkas keluaran tidak diubah."
)
TERLALU_LAMA = "Notebook {nama} terhenti: satu sel melewati {detik} detik. Jalankan lagi; berkas keluaran tidak diubah."
TANPA_CELOTEH = [
    "--IPKernelApp.log_level=50"
]  # a kernel's remarks at shut-down are for engineers; its errors come back
WAKTU = ("papermill", "execution")  # metadata that papermill and nbclient fill with times and paths


def run_notebook(nama: str, lokasi: Lokasi, **parameter: Any) -> dict[str, Any]:
    """Execute a notebook of the suite for one agency-year; its completion record.

    Writes <reports>/notebooks/<nama>.ipynb and .html (code hidden) when it has finished, and removes earlier copies
    when it has not. NotebookError names the cell and its error.
    """
    return keep_notebook(nama, lokasi, execute_notebook(nama, lokasi, **parameter))


def execute_notebook(nama: str, lokasi: Lokasi, **parameter: Any) -> NotebookNode:
    """The executed notebook, all its cells done; its earlier copies are gone. NotebookError as `run_notebook`."""
    values = Parameter.from_lokasi(lokasi, **parameter).model_dump(exclude_unset=True)
    for old in list_salinan(nama, lokasi):
        old.unlink(missing_ok=True)
    nb = execute(find_notebook(nama), values)
    if find_rekaman(nb) is None:
        raise NotebookError(f"Notebook {nama} berhenti sebelum selesai: catatan penutupnya tidak ada di sel terakhir.")
    return nb


def keep_notebook(nama: str, lokasi: Lokasi, nb: NotebookNode) -> dict[str, Any]:
    """Write the copies of an executed notebook; its completion record."""
    salinan, halaman = list_salinan(nama, lokasi)
    nb = normalise_notebook(nb, lokasi)
    write_text(salinan, dump_notebook(nb))
    write_text(halaman, render_reader(nb))
    rekaman = find_rekaman(nb)
    assert rekaman is not None  # it was there when all cells were done
    return rekaman


def execute_apart(nama: str, lokasi: Lokasi) -> NotebookNode:
    """As `execute_notebook`, in a thread of its own."""
    try:
        return execute_notebook(nama, lokasi)
    finally:
        ensure_event_loop().close()  # the loop that the notebook client made for this thread


def run_apart(nama: str, lokasi: Lokasi) -> dict[str, Any]:
    """As `run_notebook`, in a thread of its own."""
    return keep_notebook(nama, lokasi, execute_apart(nama, lokasi))


def run_pair(nama: Sequence[str], lokasi: Lokasi) -> list[dict[str, Any]]:
    """Execute notebooks that do not read each other side by side; their completion records in order."""
    with ThreadPoolExecutor(len(nama)) as pool:
        return list(pool.map(run_apart, nama, repeat(lokasi)))


def execute(path: Path, values: dict[str, Any]) -> NotebookNode:
    """The executed notebook; a kernel that did not start is started again, one that ran a cell never."""
    for coba in range(1, COBA_MULAI + 1):
        try:
            return _execute_once(path, values)
        except PapermillExecutionError as error:
            raise NotebookError(describe_failure(path.stem, error)) from error
        except DeadKernelError as error:
            raise NotebookError(MATI.format(nama=path.stem)) from error
        except CellTimeoutError as error:
            raise NotebookError(TERLALU_LAMA.format(nama=path.stem, detik=BATAS_DETIK)) from error
        except RuntimeError as error:
            if not str(error).startswith(TIDAK_MENJAWAB):
                raise
            if coba == COBA_MULAI:
                raise NotebookError(BELUM_MULAI.format(nama=path.stem, kali=coba)) from error
    raise AssertionError("the last try returns or raises")


def _execute_once(path: Path, values: dict[str, Any]) -> NotebookNode:
    """The executed notebook, kept in memory.

    papermill's parts in turn: as one call it would also write the whole notebook as text after the last cell, for a file
    that is not asked for, which takes as long as the cells of most notebooks.
    """
    prepare_kernel()
    register_engine()
    nb = papermill.execute_notebook(path, None, parameters=values, kernel_name=KERNEL, prepare_only=True)
    nb = papermill_engines.execute_notebook_with_engine(
        MESIN if can_fork() else None,
        nb,
        kernel_name=KERNEL,
        input_path=str(path),
        output_path=None,
        progress_bar=False,
        execution_timeout=BATAS_DETIK,
        config=KERNEL_TERKUNCI,
        extra_arguments=TANPA_CELOTEH,
    )
    raise_for_execution_errors(nb, None)
    return nb


def dump_notebook(nb: NotebookNode) -> str:
    """The notebook as its file's text: as nbformat reads it, written without the indent that costs ten times as long."""
    return json.dumps(nb, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def describe_failure(nama: str, error: PapermillExecutionError) -> str:
    """The failing cell, its error, and what to do, in Indonesian."""
    sumber = "\n".join(f"    {line}" for line in error.source.splitlines())
    return (
        f"Notebook {nama} berhenti pada sel [{error.exec_count}]:\n{sumber}\n"
        f"  {error.ename}: {error.evalue}\n"
        f"Buka notebooks/{nama}.ipynb di JupyterLab dan jalankan sampai sel itu untuk melihat keadaannya; "
        "berkas keluaran tidak diubah."
    )


def normalise_notebook(nb: NotebookNode, lokasi: Lokasi | LokasiDaerah) -> NotebookNode:
    """The executed notebook without times, random ids and absolute paths: the same inputs give the same bytes."""
    nb.metadata.pop("papermill", None)
    nb.metadata.pop("widgets", None)
    for nomor, cell in enumerate(nb.cells):
        cell["id"] = f"sel-{nomor:03d}"
        for key in WAKTU:
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.source = cell.source.replace(repr(str(lokasi.akar)), '"."').replace(f'"{lokasi.akar}"', '"."')
            if lokasi.keluaran:
                cell.source = cell.source.replace(f'"{lokasi.keluaran}"', '"keluaran"')
    return nb
