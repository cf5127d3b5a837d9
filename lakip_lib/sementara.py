"""Temporary folders that are gone afterwards, also where a process is ended in the middle by what it follows."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_terbuka: set[str] = set()


@contextmanager
def open_sementara(awalan: str) -> Iterator[Path]:
    """A new folder whose name begins with `awalan`, removed with all that is in it when the block ends."""
    with tempfile.TemporaryDirectory(prefix=awalan) as folder:
        _terbuka.add(folder)
        try:
            yield Path(folder)
        finally:
            _terbuka.discard(folder)


def leave_sementara() -> None:
    """Have all that are open in this process removed, by another one; for a process that is about to be ended.

    It would remove them too early by itself: work that goes on for another moment would miss its files, and tell of a fault.
    """
    if _terbuka and os.name == "posix":
        subprocess.Popen(["rm", "-rf", "--", *sorted(_terbuka)], start_new_session=True)
