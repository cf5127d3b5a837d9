"""A kernel behind sockets in a forked process: ipykernel's own program, begun where everything is loaded already."""

import atexit
import importlib.util
import os
import pickle
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait

from lakip_lib.mesin.anak import begin

BATAS_MULAI = 60.0  # seconds for the process that is forked from to load and to fork
TAK_DIKETAHUI = 255  # the exit code where nobody is left to tell it; multiprocessing's own
PELUNCUR = "ipykernel_launcher"


@dataclass(frozen=True)
class Permintaan:
    """What a kernel begins with: its arguments, its environment, its folder.

    multiprocessing's Process is not used: it runs the main program of its parent again in each child, and that of JupyterLab
    takes longer than a stock kernel. The process that is forked from asks no more than this of what it is sent.
    """

    argumen: tuple[str, ...]
    lingkungan: Mapping[str, str]
    folder: str

    def _bootstrap(self, hidup: int) -> int:
        """Run the kernel in the forked process until it is shut down; the exit code. `hidup` is closed with the parent."""
        begin(Connection(hidup, writable=False), self.lingkungan, self.folder)
        try:
            return run_kernel(self.argumen)
        finally:
            atexit._run_exitfuncs()  # what closes the sockets, and what a notebook wants done at its end
            for saluran in (sys.__stdout__, sys.__stderr__):
                if saluran is not None:
                    saluran.flush()


def run_kernel(argumen: tuple[str, ...]) -> int:
    """Do what `python -m ipykernel_launcher` does with these arguments; the exit code."""
    from ipykernel.kernelapp import IPKernelApp

    if sys.path[0] == "":
        del sys.path[0]  # the folder comes behind the standard library, and IPython puts it there
    peluncur = importlib.util.find_spec(PELUNCUR)
    sys.argv = [str(peluncur and peluncur.origin), *argumen]
    # 1: there is a parent, and `hidup` watches it; ipykernel has no need to.
    aplikasi = IPKernelApp.instance(parent_handle=1)
    try:
        aplikasi.initialize(list(argumen))
        introduce_kernel()
        aplikasi.start()
    except SystemExit as keluar:
        return keluar.code if isinstance(keluar.code, int) else int(keluar.code is not None)
    return 0


def introduce_kernel() -> None:
    """Let libraries that look for a kernel when they are loaded look again: now there is one."""
    if widget := sys.modules.get("ipywidgets"):
        widget.register_comm_target()
    if plotly := sys.modules.get("plotly.io._renderers"):
        letak = plotly.__spec__
        assert letak is not None
        assert letak.loader is not None
        lagi = importlib.util.module_from_spec(letak)
        letak.loader.exec_module(lagi)
        plotly.renderers.default = lagi.renderers.default


class ProsesCabang:
    """The forked process, with the face of a subprocess.Popen; what its notebook began ends with it."""

    stdin = stdout = stderr = None

    def __init__(self, permintaan: Permintaan) -> None:
        """Fork it, as soon as what it is forked from is ready; EOFError or OSError where that is dead or hangs."""
        self.returncode: int | None = None
        status, hidup = forkserver.connect_to_new_process([])
        self._status, self._hidup = Connection(status, writable=False), Connection(hidup, readable=False)
        try:
            if not wait([self._status], BATAS_MULAI):
                raise TimeoutError
            self.pid: int = forkserver.read_signed(status)
            with open(hidup, "wb", closefd=False) as pipa:
                pipa.write(pickle.dumps({}) + pickle.dumps(permintaan))
        except (EOFError, OSError):
            self._close()
            raise

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        if self.returncode is None and wait([self._status], 0):
            self._finish()
        return self.returncode

    def wait(self) -> int:
        """The exit code, once it has ended."""
        if self.returncode is None:
            wait([self._status])
            self._finish()
        assert self.returncode is not None
        return self.returncode

    def _finish(self) -> None:
        try:
            self.returncode = forkserver.read_signed(self._status.fileno())
        except EOFError:  # what it was forked from was killed
            self.returncode = TAK_DIKETAHUI
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._close()

    def _close(self) -> None:
        self._status.close()
        self._hidup.close()

    def send_signal(self, sinyal: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, sinyal)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)
