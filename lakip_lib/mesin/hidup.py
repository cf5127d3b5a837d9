"""A process that ends with the program that asked for it, whatever ends that program, and with all that it began itself."""

import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection

from lakip_lib.sementara import leave_sementara


def follow(hidup: Connection) -> None:
    """End this process and its group as soon as the other end of the pipe is closed: it is held open while it is needed.

    Temporary folders that it has open are removed.
    """
    if os.name == "posix":
        os.setsid()  # a group of its own, so that what it begins can be ended with it
    threading.Thread(target=_watch, args=(hidup,), daemon=True, name="lakip-hidup").start()


def _watch(hidup: Connection) -> None:
    with suppress(EOFError, OSError):
        hidup.recv_bytes()
    leave_sementara()
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
