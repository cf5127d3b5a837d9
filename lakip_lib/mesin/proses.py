"""One kernel in a forked process, from its start to its end."""

import os
import signal
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from lakip_lib.mesin.anak import BALASAN, PESAN, SIAP, serve

TUNGGU_AKHIR = 2.0  # seconds that a kernel has to end by itself


class KernelMatiError(RuntimeError):
    """The process of a kernel must live until it is ended; it could not start, or died."""


class ProsesKernel:
    """A kernel that is ready; as a context manager it is ended with everything that its notebook began."""

    def __init__(self, *, folder: str, batas_mulai: float) -> None:
        """Fork it and wait until it is ready; KernelMatiError, TimeoutError."""
        konteks = get_context("forkserver")
        self._pipa, seberang = konteks.Pipe()
        jauh, self._hidup = konteks.Pipe(duplex=False)
        self._proses = konteks.Process(target=serve, args=(seberang, jauh, dict(os.environ), folder))
        with ExitStack() as batal:
            batal.callback(self.end)
            with seberang, jauh:
                self._start()
            jenis, self.info = self._receive(batas_mulai)
            assert jenis == SIAP
            batal.pop_all()

    def _start(self) -> None:
        try:
            self._proses.start()
        except (EOFError, ConnectionError) as error:  # the process that is forked from could not load, or was ended
            raise KernelMatiError("Kernel died") from error

    def run(self, kode: str, baca: Callable[[Mapping[str, Any]], object], *, batas: float | None) -> Mapping[str, Any]:
        """Execute code; each message goes to `baca`, the reply comes back. KernelMatiError, TimeoutError."""
        self._pipa.send(kode)
        while True:
            jenis, isi = self._receive(batas)
            if jenis == BALASAN:
                return isi
            assert jenis == PESAN
            baca(isi)

    def _receive(self, batas: float | None) -> tuple[str, Mapping[str, Any]]:
        try:
            if not self._pipa.poll(batas):
                raise TimeoutError
            jenis, isi = self._pipa.recv()
        except (EOFError, ConnectionResetError) as error:
            raise KernelMatiError("Kernel died") from error
        return jenis, isi

    def end(self) -> None:
        """End the kernel: asked first, then killed with all that its notebook began."""
        self._pipa.close()
        if self._proses.pid is not None:
            self._proses.join(TUNGGU_AKHIR)
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._proses.pid, signal.SIGKILL)
            self._proses.join()
            self._proses.close()
        self._hidup.close()

    def __enter__(self) -> "ProsesKernel":
        """The kernel itself."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End it."""
        self.end()
