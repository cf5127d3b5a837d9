"""The helper processes that multiprocessing keeps for itself: ended with the tests that needed them, so that none stays."""

import time
from multiprocessing import forkserver, resource_tracker

from lakip_lib.proses import is_alive

TUNGGU = 10.0  # seconds for a process to be gone


def stop_pembantu() -> None:
    """End the fork server and the resource tracker of this process; the next use starts them anew.

    There is no public way; CPython's own tests end them by the same two calls.
    """
    forkserver._forkserver._stop()  # type: ignore[attr-defined]
    resource_tracker._resource_tracker._stop()  # type: ignore[attr-defined]


def wait_gone(pid: int) -> bool:
    """Whether a process is gone, or is so in time."""
    batas = time.monotonic() + TUNGGU
    while is_alive(pid) and time.monotonic() < batas:
        time.sleep(0.02)
    return not is_alive(pid)
