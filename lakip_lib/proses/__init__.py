"""A program of others that is kept running beside this process and never outlives it, not even when this one is killed."""

import atexit
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakSet

import psutil

TENGGANG = 0.0 if sys.platform == "win32" else 3.0  # seconds for the guard to end its program; there is none on Windows
BATAS_AKHIR = 10.0  # seconds for what was killed to be gone
_PENJAGA = Path(__file__).with_name("penjaga.py")


class Penjaga:
    """Makes a program end with this process: `wrap` its command, and start that with `pipa`."""

    def __init__(self, *milik: Path) -> None:
        """`milik` are the files and folders of the program, which are removed with it."""
        self._milik = milik
        self._ujung: tuple[int, ...] = os.pipe()
        _SEMUA.add(self)

    @property
    def pipa(self) -> tuple[int, ...]:
        """File descriptors that the program must be started with (pass_fds)."""
        return () if sys.platform == "win32" else self._ujung[:1]

    def wrap(self, perintah: Sequence[str]) -> list[str]:
        """The command under guard; on Windows, which has no groups, the command itself: it has to end by itself."""
        if sys.platform == "win32":
            return list(perintah)
        milik = "\n".join(map(str, self._milik))
        return [sys.executable, "-I", "-S", str(_PENJAGA), str(self._ujung[0]), milik, *perintah]

    def close(self) -> None:
        """Let go of the pipe, whereupon the guard ends the program and removes its folder."""
        for ujung in self._ujung:
            os.close(ujung)
        self._ujung = ()


def _let_go() -> None:
    """A fork holds no pipe: else it would keep alive what its parent started."""
    for penjaga in list(_SEMUA):
        penjaga.close()


_SEMUA: WeakSet[Penjaga] = WeakSet()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


class Terjaga:
    """A running program with a folder of its own, where it has its temporary files too; removed when it ends."""

    def __init__(
        self, folder: Path, perintah: Sequence[str], lingkungan: Mapping[str, str], *, milik: Sequence[Path] = ()
    ) -> None:
        """Start a program that works in `folder` (see `make_folder`); `milik` is what else goes when it ends.

        OSError where it cannot be started.
        """
        self.folder, self._penjaga, self._pemilik = folder, Penjaga(folder, *milik), os.getpid()
        self._proses = subprocess.Popen(
            self._penjaga.wrap(perintah),
            pass_fds=self._penjaga.pipa,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**lingkungan, "TMPDIR": str(folder)},
            start_new_session=True,  # Ctrl-C is for this process, which then ends the program
        )
        atexit.register(self.end)

    def is_running(self) -> bool:
        """Whether it is alive and this process's own: a fork of it has none."""
        return self._pemilik == os.getpid() and self._proses.poll() is None

    def list_pids(self) -> list[int]:
        """The ids of all its processes."""
        if not self.is_running():
            return []
        return [satu.pid for satu in list_tree(self._proses.pid) if is_alive(satu.pid)]

    def end(self) -> None:
        """End it with all that it started, and remove its folder; a fork of this process leaves it alone."""
        if self._pemilik != os.getpid():
            return
        atexit.unregister(self.end)
        semua = list_tree(self._proses.pid) if self._proses.poll() is None else []
        self._penjaga.close()
        end_processes(semua, self._proses)
        shutil.rmtree(self.folder, ignore_errors=True)


def make_folder(nama: str) -> Path:
    """An empty folder for a guarded program, readable for this user alone."""
    return Path(tempfile.mkdtemp(prefix=f"lakip-{nama}-"))


def is_alive(pid: int) -> bool:
    """Whether there is such a process; one that has ended and only waits to be noticed is none."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def list_tree(pid: int) -> list[psutil.Process]:
    """The process and all below it."""
    try:
        akar = psutil.Process(pid)
        return [akar, *akar.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def end_processes(semua: Sequence[psutil.Process], penjaga: "subprocess.Popen[Any]") -> None:
    """Wait until all are gone whose guard has been let go, and kill what is not."""
    for batas in (TENGGANG, BATAS_AKHIR):
        akhir = time.monotonic() + batas
        while any(is_alive(satu.pid) for satu in semua) and time.monotonic() < akhir:
            penjaga.poll()
            time.sleep(0.005)
        for satu in semua:
            with contextlib.suppress(psutil.NoSuchProcess):
                satu.kill()
    penjaga.wait(BATAS_AKHIR)
