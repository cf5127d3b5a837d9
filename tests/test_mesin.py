"""Kernels forked from one process: the same outputs as stock ones, nothing shared between notebooks, nothing left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import papermill
import psutil
import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from papermill.exceptions import PapermillExecutionError
from pembantu import wait_gone

from lakip_lib.mesin.engine import MESIN, register_engine
from lakip_lib.mesin.induk import can_fork, prepare_induk
from lakip_lib.mesin.proses import KernelMatiError, ProsesKernel

pytestmark = pytest.mark.skipif(not can_fork(), reason="kernels are forked on Linux only")

RAGAM = (
    "print('satu')\nimport sys\nprint('dua', file=sys.stderr)",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>tebal</b>'))\n1 + 1",
    "import pandas as pd\npd.DataFrame({'a': [1, 2]})",
    "",
    "h = display('lama', display_id='satu')\nh.update('baru')",
    "print('hilang')\nfrom IPython.display import clear_output\nclear_output()\nprint('tinggal')",
    "nilai = 41\n_ = nilai",
    "nilai + 1;",
    "print(nilai, end='')",
    "import asyncio\nawait asyncio.sleep(0)\n'ditunggu'",
    "%%capture hasil\nprint('ditangkap')",
    "hasil.stdout",
)


@pytest.fixture(scope="module", autouse=True)
def induk() -> None:
    register_engine()
    prepare_induk(["pandas"])


def write_notebook(folder: Path, *sel: str) -> Path:
    nb = new_notebook(cells=[new_markdown_cell("# Uji"), *map(new_code_cell, sel)])
    nb.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / f"{abs(hash(sel))}.ipynb"
    nbformat.write(nb, path)
    return path


def execute(path: Path, engine: str | None = MESIN, **lain: Any) -> list[Any]:
    """The outputs of each code cell."""
    nb = papermill.execute_notebook(path, None, engine_name=engine, kernel_name="python3", progress_bar=False, **lain)
    return [(c.execution_count, c.outputs) for c in nb.cells if c.cell_type == "code"]


def run(folder: Path, *sel: str, **lain: Any) -> list[str]:
    """The text that the last cell's outputs hold, each."""
    _, keluaran = execute(write_notebook(folder, *sel), **lain)[-1]
    return [o["text"] if o.output_type == "stream" else o["data"]["text/plain"] for o in keluaran]


def test_outputs_are_those_of_a_stock_kernel_cell_by_cell(tmp_path: Path) -> None:
    path = write_notebook(tmp_path, *RAGAM)
    assert execute(path) == execute(path, engine=None)


def test_a_notebook_that_corrupts_everything_leaves_the_next_as_it_was(tmp_path: Path) -> None:
    rusak = (
        "import textwrap, os, sys, random, threading, builtins, pandas\n"
        "textwrap.dedent = None; os.environ['X_UJI'] = '1'; os.chdir('/'); sys.path.clear(); random.seed(1)\n"
        "pandas.DataFrame = None; builtins.sum = None; sys.setrecursionlimit(50_000)\n"
        "berkas = open('/dev/null'); threading.Thread(target=threading.Event().wait).start()\n"
    )
    run(tmp_path, rusak, "print('sudah')")
    periksa = (
        "import textwrap, os, sys, random, threading, pandas\n"
        "print(textwrap.dedent('1'), os.environ.get('X_UJI'), os.getcwd() == '/', bool(sys.path), sum([1, 2]),"
        " pandas.DataFrame is None, sys.getrecursionlimit() < 50_000)"
    )
    assert run(tmp_path, periksa) == ["1 None False True 3 False True\n"]


def test_environment_and_folder_are_those_of_the_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X_UJI", "pemanggil")
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path, "import os\nprint(os.environ['X_UJI'], os.getcwd())") == [f"pemanggil {tmp_path}\n"]


def test_random_numbers_differ_between_notebooks(tmp_path: Path) -> None:
    sel = "import random, numpy\nprint(random.random(), numpy.random.rand())"
    assert run(tmp_path, sel) != run(tmp_path, sel)


def test_an_error_stops_the_notebook_and_names_its_cell(tmp_path: Path) -> None:
    path = write_notebook(tmp_path, "1", "1 / 0", "2")
    with pytest.raises(PapermillExecutionError) as caught:
        execute(path)
    assert (caught.value.ename, caught.value.exec_count, caught.value.source) == ("ZeroDivisionError", 2, "1 / 0")


def test_a_kernel_that_dies_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeadKernelError):
        run(tmp_path, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")


def test_a_kernel_that_dies_between_two_cells_is_told() -> None:
    with ProsesKernel(folder=".", batas_mulai=60) as proses:
        kernel = psutil.Process(proses.pid)
        kernel.kill()
        kernel.wait(timeout=60)  # until all its threads have let go of the pipe
        with pytest.raises(KernelMatiError):
            proses.run("1", lambda pesan: None, batas=60)


def test_a_cell_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(CellTimeoutError):
        run(tmp_path, "import time\ntime.sleep(60)", execution_timeout=1)


def test_a_start_that_fails_is_told_from_a_cell_that_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="Kernel died before replying"):
        run(tmp_path, "1", start_timeout=0)


def test_what_a_notebook_began_ends_with_it(tmp_path: Path) -> None:
    (teks,) = run(tmp_path, "import subprocess\nprint(subprocess.Popen(['sleep', '600']).pid)")
    assert wait_gone(int(teks))


def test_a_kernel_ends_with_the_program_that_asked_for_it_and_does_not_run_that_program(tmp_path: Path) -> None:
    kode = (
        "import sys, time\nfrom lakip_lib.mesin.proses import KernelMatiError, ProsesKernel\n"
        "p = ProsesKernel(folder='.', batas_mulai=60)\nprint(p._proses.pid, flush=True)\ntime.sleep(600)\n"
    )
    (tmp_path / "program.py").write_text(kode, "utf-8")
    program = subprocess.Popen([sys.executable, str(tmp_path / "program.py")], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    pid = int(program.stdout.readline())
    assert psutil.pid_exists(pid)
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()
    assert wait_gone(pid)


def test_a_hundred_kernels_start_and_end() -> None:
    sebelum = len(os.listdir("/proc/self/fd"))
    for n in range(100):
        with ProsesKernel(folder=".", batas_mulai=60) as proses:
            balasan = proses.run(f"{n} + 1", lambda pesan: None, batas=60)
            assert balasan["content"]["status"] == "ok"
    assert len(os.listdir("/proc/self/fd")) <= sebelum + 2


def test_stock_kernels_may_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKIP_MESIN", "biasa")
    assert not can_fork()


@pytest.mark.parametrize(("panjang", "muat"), [(75, True), (76, False)])
def test_a_folder_for_temporary_files_with_a_long_name_gets_stock_kernels(
    monkeypatch: pytest.MonkeyPatch, panjang: int, muat: bool
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/" + "x" * (panjang - 1))
    assert can_fork() == muat


def test_ctrl_c_is_kept_from_what_kernels_are_forked_from() -> None:
    kode = (
        "from multiprocessing import forkserver\nfrom lakip_lib.mesin.induk import prepare_induk\nprepare_induk()\n"
        "print(open(f'/proc/{forkserver._forkserver._forkserver_pid}/status').read())\n"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    (terhalang,) = (int(baris.split()[1], 16) for baris in hasil.stdout.splitlines() if baris.startswith("SigBlk"))
    assert terhalang & 1 << signal.SIGINT - 1


def test_a_kernel_of_a_batch_is_loaded_without_a_debugger_that_a_notebook_can_still_load() -> None:
    kode = (
        "import sys, lakip_lib.mesin.kernel; print('debugpy' in sys.modules); import debugpy; print(debugpy.__name__)"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.split() == ["False", "debugpy"]
