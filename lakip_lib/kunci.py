"""A file that one program at a time may hold; the system frees it when the program dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from lakip_lib.errors import LakipError


@contextmanager
def hold(path: Path, galat: LakipError, *, tunggu: float = 0.0) -> Iterator[None]:
    """Hold the file at `path` within the block; raises `galat` where another program holds it longer than `tunggu` seconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=tunggu)
    except Timeout as error:
        raise galat from error
    try:
        yield
    finally:
        lock.release()
