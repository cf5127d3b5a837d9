"""The workers: processes of this machine that end with the batch, behind the interface of concurrent.futures."""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.connection import Connection

from lakip_lib.mesin.hidup import follow
from lakip_lib.mesin.induk import PIPA, can_fork, end_induk, prepare_induk, share_induk
from lakip_lib.mesin.sampah import look_rarely

Kolam = Callable[[], AbstractContextManager[Executor]]  # what opens workers
HANGAT = "lakip_lib.batch.hangat"


@contextmanager
def prepare_lokal() -> Iterator[None]:
    """Within the block what workers are forked from is there, or loads while other things are done; it ends with the block."""
    mulai = _prepare()
    try:
        yield
    finally:
        if mulai:
            end_induk()


def _prepare() -> bool:
    return can_fork() and prepare_induk([*PIPA, HANGAT])


@contextmanager
def open_lokal(pekerja: int) -> Iterator[Executor]:
    """So many worker processes; forked from one with everything imported where that is to be had.

    They and all they began end with the block, also when it ends by an interrupt, and with this process, also when killed.
    """
    bercabang = can_fork()
    konteks = multiprocessing.get_context("forkserver" if bercabang else "spawn")
    _prepare()
    jauh, hidup = konteks.Pipe(duplex=False)
    kolam = ProcessPoolExecutor(pekerja, mp_context=konteks, initializer=begin, initargs=(jauh,))
    utuh = False
    try:
        yield kolam
        utuh = True
    finally:
        if not utuh:
            hidup.close()  # workers end where they are: what they were writing is whole or absent
            if bercabang:
                end_induk()
        kolam.shutdown(wait=True, cancel_futures=True)
        hidup.close()
        jauh.close()


def begin(hidup: Connection) -> None:
    """Prepare a worker: it follows the batch, leaves Ctrl-C to it, and forks its kernels from where it was forked itself."""
    follow(hidup)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if can_fork():
        share_induk()
    gc.freeze()  # what was loaded before is not looked through again and again
    look_rarely()
