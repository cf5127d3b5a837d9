"""What a long run is doing, how far it is and how long it takes: one line on a terminal, nothing anywhere else.

The steps announce themselves through the standard logger "lakip_lib"; this module shows what they say.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, TaskID, TextColumn, TimeElapsedColumn

from lakip_lib.cli.layar import clean, make_console, style
from lakip_lib.formats import format_angka, round_half_up

LOGGER = "lakip_lib"


class _Pendengar(logging.Handler):
    """Moves the line with each announcement."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        super().__init__(logging.INFO)
        self.progress, self.task, self.mulai = progress, task, True

    def emit(self, record: logging.LogRecord) -> None:
        """Show the announcement; what was shown before is done."""
        maju = 0 if self.mulai else 1
        self.mulai = False
        self.progress.update(self.task, advance=maju, description=clean(record.getMessage()))


@contextmanager
def show_progress(judul: str, langkah: int) -> Iterator[None]:
    """Show the announcements of the steps within, `langkah` of them when all are due, then how long it took."""
    console = make_console(stderr=True)
    if not console.is_terminal:
        yield
        return
    awal = time.monotonic()
    logger = logging.getLogger(LOGGER)
    lama = logger.level
    kolom = (TextColumn("{task.completed:.0f}/{task.total:.0f}"), TextColumn("{task.description}"), TimeElapsedColumn())
    with make_progress(console, *kolom) as progress:
        pendengar = _Pendengar(progress, progress.add_task(judul, total=langkah))
        logger.addHandler(pendengar)
        logger.setLevel(logging.INFO)
        try:
            yield
        finally:
            logger.removeHandler(pendengar)
            logger.setLevel(lama)
    console.print(style(f"{judul}: {say_detik(time.monotonic() - awal)}", "redup"))


def make_progress(console: Console, *kolom: ProgressColumn) -> Progress:
    """A bar with what stands beside it, on one line that is gone when all is done."""
    bar = BarColumn(bar_width=20, complete_style="aksen", finished_style="aksen")
    return Progress(bar, *kolom, console=console, transient=True)


def say_detik(detik: float) -> str:
    """Seconds as people read them.

    >>> say_detik(12.34)
    '12,3 detik'
    """
    return f"{format_angka(round_half_up(Decimal(repr(detik)), 1))} detik"
