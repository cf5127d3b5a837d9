"""The forked process: an IPython kernel without sockets, fed cell by cell over a pipe."""

import gc
import os
import random
import signal
import sys
import threading
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from typing import Any

from lakip_lib.mesin.hidup import follow
from lakip_lib.mesin.sampah import look_rarely

SIAP, PESAN, BALASAN = "siap", "pesan", "balasan"


@dataclass(frozen=True)
class PermintaanPipa:
    """What the kernel begins with: its environment, its folder."""

    lingkungan: Mapping[str, str]
    folder: str

    def _bootstrap(self, hidup: int) -> int:
        """Run a kernel until its pipe is closed: first its info, then for each cell its messages and its reply."""
        begin(Connection(hidup, writable=False), self.lingkungan, self.folder)
        look_rarely()
        [pipa] = forkserver.get_inherited_fds() or []
        try:
            _run_kernel(Connection(pipa))
            os._exit(0)  # threads that a notebook left, and those of the kernel, are not waited for
        finally:
            traceback.print_exc()  # the other end sees that the pipe is closed; the reason is for whoever looks at the log
            sys.stderr.flush()
            os._exit(1)


def begin(hidup: Connection, lingkungan: Mapping[str, str], folder: str) -> None:
    """Let a forked process begin as a fresh one would.

    Environment, folder and random numbers are not those of the process it was forked from. When the program at the other
    end of `hidup` dies, so does this, with all that a notebook began.
    """
    gc.enable()
    gc.freeze()  # what was loaded before is not looked through again and again, nor copied
    follow(hidup)
    os.environ.clear()
    os.environ.update(lingkungan)
    os.chdir(folder)
    _reseed()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # blocked in what it was forked from


def _reseed() -> None:
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()


def _run_kernel(pipa: Connection) -> None:
    from lakip_lib.mesin.kernel import Kernel

    kunci = threading.Lock()

    def send(jenis: str, isi: Mapping[str, Any]) -> None:
        with kunci:  # a notebook's threads print, too
            try:
                pipa.send((jenis, isi))
            except BrokenPipeError:
                os._exit(0)  # nobody listens any more

    kernel = Kernel(lambda pesan: send(PESAN, pesan))
    send(SIAP, kernel.info)
    while (kode := _receive(pipa)) is not None:
        send(BALASAN, kernel.execute(kode))


def _receive(pipa: Connection) -> str | None:
    try:
        kode: str | None = pipa.recv()
    except (EOFError, ConnectionResetError):
        return None
    return kode
