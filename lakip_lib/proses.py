"""A program of others that is kept running beside this process and never outlives it, not even when this one is killed."""

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

BATAS_AKHIR = 10.0  # seconds for what was killed to be gone
# The guard reads a pipe that nobody writes to: it ends with this process, however that ends. Guard and program are a
# group of their own, so that whatever the program starts goes with it; its folder goes as well. Where the program ends
# first, the guard ends too.
_PENJAGA = """
akar=$1; shift
("$@" </dev/null >/dev/null 2>&1; kill -9 0) &
trap '' TERM
read -r _
kill -TERM 0
sleep 1
rm -rf "$akar"
kill -9 0
"""


class Terjaga:
    """A running program with a folder of its own, which is removed when it ends."""

    def __init__(self, folder: Path, proses: "subprocess.Popen[bytes]") -> None:
        """Hold what `start_guarded` started; it ends with this process at the latest."""
        self.folder, self._proses, self._pemilik = folder, proses, os.getpid()
        atexit.register(self.end)

    def is_running(self) -> bool:
        """Whether it is alive and this process's own: a fork of it has none."""
        return self._pemilik == os.getpid() and self._proses.poll() is None

    def list_pids(self) -> list[int]:
        """The ids of all its processes."""
        if not self.is_running():
            return []
        return [satu.pid for satu in _list_tree(self._proses.pid) if is_alive(satu.pid)]

    def end(self) -> None:
        """End it with all that it started, and remove its folder; a fork of this process leaves it alone."""
        if self._pemilik != os.getpid():
            return
        atexit.unregister(self.end)
        _kill_all(self._proses)
        if self._proses.stdin is not None:
            self._proses.stdin.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def make_folder(nama: str) -> Path:
    """An empty folder for `start_guarded`, readable for this user alone."""
    return Path(tempfile.mkdtemp(prefix=f"lakip-{nama}-"))


def start_guarded(perintah: Sequence[str], folder: Path, lingkungan: Mapping[str, str]) -> Terjaga:
    """Start a program that works in `folder` (see `make_folder`). OSError where it cannot be started."""
    if sys.platform == "win32":  # no group there: what is left of a killed process has to end by itself
        proses = subprocess.Popen(perintah, stdin=subprocess.PIPE, env=dict(lingkungan))
    else:
        proses = subprocess.Popen(
            ["/bin/sh", "-c", _PENJAGA, "lakip", str(folder), *perintah],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(lingkungan),
            start_new_session=True,
        )
    return Terjaga(folder, proses)


def is_alive(pid: int) -> bool:
    """Whether there is such a process; one that has ended and only waits to be noticed is none."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _list_tree(pid: int) -> list[psutil.Process]:
    try:
        akar = psutil.Process(pid)
        return [akar, *akar.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _kill_all(proses: "subprocess.Popen[bytes]") -> None:
    if proses.poll() is not None:
        return
    semua = _list_tree(proses.pid)
    if sys.platform == "win32":
        for satu in semua:
            satu.kill()
    else:
        os.killpg(proses.pid, signal.SIGKILL)
    proses.wait(BATAS_AKHIR)
    akhir = time.monotonic() + BATAS_AKHIR
    while any(is_alive(satu.pid) for satu in semua) and time.monotonic() < akhir:
        time.sleep(0.01)
