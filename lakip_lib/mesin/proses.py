"""One kernel in a forked process, from its start to its end."""

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from multiprocessing import Pipe
from types import TracebackType
from typing import Any

from lakip_lib.mesin.anak import BALASAN, PESAN, SIAP, PermintaanPipa
from lakip_lib.mesin.cabang import ProsesCabang

TUNGGU_AKHIR = 2.0  # seconds that a kernel has to end by itself


class KernelMatiError(RuntimeError):
    """The process of a kernel must live until it is ended; it could not start, or died."""


class ProsesKernel:
    """A kernel that is ready; as a context manager it is ended with everything that its notebook began."""

    def __init__(self, *, folder: str, batas_mulai: float) -> None:
        """Fork it and wait until it is ready; KernelMatiError, TimeoutError."""
        self._pipa, seberang = Pipe()
        with seberang:
            try:
                self._proses = ProsesCabang(
                    PermintaanPipa(dict(os.environ), os.path.abspath(folder)), [seberang.fileno()]
                )
            except (EOFError, OSError) as error:  # the process that is forked from could not load, or was ended
                self._pipa.close()
                raise KernelMatiError("Kernel died") from error
        with ExitStack() as batal:
            batal.callback(self.end)
            jenis, self.info = self._receive(batas_mulai)
            assert jenis == SIAP
            batal.pop_all()

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._proses.pid

    def run(self, kode: str, baca: Callable[[Mapping[str, Any]], object], *, batas: float | None) -> Mapping[str, Any]:
        """Execute code; each message goes to `baca`, the reply comes back. KernelMatiError, TimeoutError."""
        try:
            self._pipa.send(kode)
        except BrokenPipeError as error:  # it died between two cells
            raise KernelMatiError("Kernel died") from error
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
        self._proses.end(TUNGGU_AKHIR)

    def __enter__(self) -> "ProsesKernel":
        """The kernel itself."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End it."""
        self.end()
