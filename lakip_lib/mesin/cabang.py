"""A process forked from the one that has everything loaded; it begins with what it is sent, and with nothing more.

multiprocessing's Process is not used: it runs the main program of its parent again in each child, which takes as long as a
small notebook, and that of JupyterLab longer than a stock kernel.
"""

import os
import pickle
import signal
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from typing import Protocol

BATAS_MULAI = 60.0  # seconds for the process that is forked from to load and to fork
TAK_DIKETAHUI = 255  # the exit code where nobody is left to tell it; multiprocessing's own


class Permintaan(Protocol):
    """What is sent to the process, and runs there; the process that is forked from asks no more than this of it."""

    def _bootstrap(self, hidup: int) -> int:
        """Do the work in the forked process; the exit code. `hidup` is closed when the process that asked is gone."""


class ProsesCabang:
    """The forked process, with the face of a subprocess.Popen; what it began itself ends with it."""

    stdin = stdout = stderr = None

    def __init__(self, permintaan: Permintaan, berkas: Sequence[int] = ()) -> None:
        """Fork it, as soon as what it is forked from is ready; EOFError or OSError where that is dead or hangs.

        `berkas` are open files that it gets copies of (`forkserver.get_inherited_fds()` there).
        """
        self.returncode: int | None = None
        status, hidup = forkserver.connect_to_new_process(list(berkas))
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

    def end(self, tunggu: float) -> None:
        """Let it end by itself for so many seconds, then kill it."""
        if self.returncode is None and not wait([self._status], tunggu):
            self.kill()
        self.wait()

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
