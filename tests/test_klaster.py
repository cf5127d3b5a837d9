"""The same batch on a Dask cluster: what comes out is what one machine makes, also where a worker is killed in the middle."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from test_batch_tahan import read_isi

from lakip_lib.batch.klaster import count_pekerja, open_klaster
from lakip_lib.cli import run
from lakip_lib.errors import UsageError
from tests.kabupaten import write_kabupaten

LAMA = bool(os.environ.get("LAKIP_UJI_TAHAN"))
TAHAP = "analisis" if LAMA else "himpun"
MESIN = 3 if LAMA else 2
DASK = (sys.executable, "-m", "dask")


def find_port() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


@pytest.fixture(scope="module")
def klaster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, psutil.Process]]:
    """A scheduler and workers, begun by hand as the manual says; its address and what keeps the workers."""
    alamat, folder = f"tcp://127.0.0.1:{(port := find_port())}", tmp_path_factory.mktemp("dask")
    penjadwal = begin_dask(folder, "scheduler", "--host", "127.0.0.1", "--port", str(port))
    pekerja = begin_dask(folder, "worker", alamat, "--nworkers", str(MESIN), "--nthreads", "1", "--memory-limit", "0")
    batas = time.monotonic() + 60
    while time.monotonic() < batas:
        try:
            if count_pekerja(alamat) == MESIN:
                break
        except UsageError:
            continue
    yield alamat, psutil.Process(pekerja.pid)
    for satu in (pekerja, penjadwal):  # as the manual says, the workers first
        satu.send_signal(signal.SIGINT)
        satu.wait(60)


def begin_dask(folder: Path, *args: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*DASK, *args, "--no-dashboard"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
    )


def find_pekerja(dask: psutil.Process) -> psutil.Process:
    """One of the workers that Dask keeps."""
    return next(p for p in dask.children() if "--multiprocessing-fork" in p.cmdline())


def test_a_worker_killed_in_the_middle_changes_nothing(klaster: tuple[str, psutil.Process], tmp_path: Path) -> None:
    alamat, dask = klaster
    write_kabupaten(tmp_path / "sini", 6 if LAMA else 3)
    shutil.copytree(tmp_path / "sini", tmp_path / "sana")
    args = ["batch", "2025", "--sampai", TAHAP, "--akar"]
    kode = run([*args, str(tmp_path / "sini")])
    sana = subprocess.Popen(
        [sys.executable, "-m", "lakip_lib", *args, str(tmp_path / "sana"), "--klaster", alamat],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert sana.stderr is not None
    baris = sana.stderr.readline()  # the first agency is done, others are not
    find_pekerja(dask).kill()
    sisa = sana.stderr.read()
    assert sana.wait(timeout=600) == kode, baris + sisa
    sana.stderr.close()
    assert read_isi(tmp_path / "sana") == read_isi(tmp_path / "sini")


def test_a_cluster_that_is_not_there_is_told_in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lakip_lib.batch.klaster.TUNGGU", 0.5)
    with pytest.raises(UsageError, match="tidak menjawab"), open_klaster(f"tcp://127.0.0.1:{find_port()}"):
        pass
