"""The process that kernels are forked from: what notebooks import is loaded in it once, before any of them runs."""

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterable
from multiprocessing import forkserver, resource_tracker

PANJANG_FOLDER = 107 - len("/pymp-12345678/listener-12345678")  # bytes that a socket's name may have, less its own part
BIASA = "biasa"  # LAKIP_MESIN=biasa: stock kernels, as where there is no fork
TANPA_PERINGATAN = "PYDEVD_DISABLE_FILE_VALIDATION"  # a kernel's debugger warns of how Python was begun, for engineers
# What an IPython kernel loads when it starts, beside its own package.
KERNEL = (
    "lakip_lib.mesin.muat",
    "lakip_lib.ringan",
    "IPython.core.completerlib",
    "IPython.core.oinspect",
    "psutil",
    "sqlite3",
    "tornado.platform.asyncio",
)
# What one loads that is fed through a pipe; it leaves the debugger out, which one behind sockets has.
PIPA = ("lakip_lib.mesin.anak", "lakip_lib.mesin.kernel")
BERSAMA, AKHIRI = "ensure_running", "_stop"
_kunci = threading.Lock()
_peladen = forkserver._forkserver


def can_fork() -> bool:
    """Whether kernels can be forked: on Linux, unless LAKIP_MESIN=biasa; elsewhere forking is unsafe, or there is none.

    Below a folder for temporary files with a long name there is no room for the name of its socket.
    """
    muat = len(os.fsencode(tempfile.gettempdir())) <= PANJANG_FOLDER
    return sys.platform == "linux" and muat and os.environ.get("LAKIP_MESIN", "") != BIASA


def prepare_induk(modul: Iterable[str] = ()) -> bool:
    """Begin the process and let it load these modules, while the caller goes on; whether it was begun only now."""
    if BERSAMA in vars(_peladen):
        return False
    lalu = _find_pid()
    with _kunci:  # the environment is everybody's
        multiprocessing.get_context("forkserver").set_forkserver_preload([*KERNEL, *modul])
        lama = os.environ.get(TANPA_PERINGATAN)
        os.environ[TANPA_PERINGATAN] = "1"
        # Ctrl-C is for this process: one that is still loading would die of it with a traceback. It inherits this; but the
        # tracker, where it is begun only then, would let the signal through again.
        resource_tracker.ensure_running()
        topeng = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if sys.platform != "win32" else None
        try:
            forkserver.ensure_running()
        finally:
            if topeng is not None:
                signal.pthread_sigmask(signal.SIG_SETMASK, topeng)
            if lama is None:
                del os.environ[TANPA_PERINGATAN]
            else:
                os.environ[TANPA_PERINGATAN] = lama
    return _find_pid() != lalu


def share_induk() -> None:
    """Let this process, itself forked from one with everything loaded, fork from the same one: loading again takes seconds.

    multiprocessing means a child to use its parent's, and gives it the address; but it looks for a child of its own there,
    finds none, and begins another.
    """
    setattr(_peladen, BERSAMA, resource_tracker.ensure_running)


def end_induk() -> None:
    """End it at once, also while it loads: what it was asked for meanwhile would begin for nobody, and die with a traceback."""
    pid = _find_pid()
    if pid is not None:
        os.kill(pid, signal.SIGKILL)  # a child of this process until it is waited for, so the number is still its own
        getattr(_peladen, AKHIRI)()


def _find_pid() -> int | None:
    pid: int | None = vars(_peladen)["_forkserver_pid"]
    return pid
