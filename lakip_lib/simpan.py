"""Writing files so that they are whole or absent: beside their place, then renamed; one file, or a set that belongs together."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

_SISIPAN = re.compile(r"\..+\.([0-9]+)\.baru")  # beside its place while it is written, with the number of the process
BARU, LAMA = ".baru", ".lama"  # beside a set: the new files, and the earlier ones while they are swapped


def write_bytes(path: Path, data: bytes) -> Path:
    """Write data to path through a file beside it; makes the folder; returns path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def sweep(folder: Path) -> None:
    """Remove what processes of this machine that are gone were writing in a folder and those below it."""
    sisa = [(tempat, c) for tempat, _, nama in os.walk(folder) for satu in nama if (c := _SISIPAN.fullmatch(satu))]
    if sisa:
        from lakip_lib.proses import is_alive  # it takes a while to load, and mostly there is nothing to remove

        for tempat, cocok in sisa:
            if not is_alive(int(cocok[1])):
                Path(tempat, cocok[0]).unlink(missing_ok=True)


def write_text(path: Path, teks: str) -> Path:
    """Write text as UTF-8 with "\\n" line ends, whole or not at all; returns path."""
    return write_bytes(path, teks.encode("utf-8"))


def write_set(folder: Path, isi: Mapping[str, bytes]) -> list[Path]:
    """Put files that belong together in the place of the earlier ones, all or none; their paths.

    All are written beside first, then swapped by renames alone. Where one is refused (a file open in another program)
    or the swap is cut off, the earlier files come back: at once, or before the next set is written.
    """
    baru, lama = folder / BARU, folder / LAMA
    _undo_swap(folder, isi)
    shutil.rmtree(baru, ignore_errors=True)
    baru.mkdir(parents=True)
    try:
        for nama, data in isi.items():
            (baru / nama).write_bytes(data)
        lama.mkdir()  # while it is there, a swap has begun and not ended
        for nama in (n for n in isi if (folder / n).exists()):
            os.replace(folder / nama, lama / nama)
        for nama in isi:
            os.replace(baru / nama, folder / nama)
        os.replace(lama, baru / LAMA)
    finally:
        _undo_swap(folder, isi)
        shutil.rmtree(baru)
    return [folder / nama for nama in isi]


def _undo_swap(folder: Path, isi: Iterable[str]) -> None:
    """Bring the earlier set back where a swap has begun and not ended."""
    baru, lama = folder / BARU, folder / LAMA
    if not lama.is_dir():
        return
    for nama in (n for n in isi if not (baru / n).exists()):
        (folder / nama).unlink(missing_ok=True)  # a new file that was in its place already
    for path in list(lama.iterdir()):
        os.replace(path, folder / path.name)
    lama.rmdir()
