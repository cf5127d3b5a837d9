"""Writing a file so that it is whole or absent: beside its place, then renamed."""

import os
from pathlib import Path


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


def write_text(path: Path, teks: str) -> Path:
    """Write text as UTF-8 with "\\n" line ends, whole or not at all; returns path."""
    return write_bytes(path, teks.encode("utf-8"))
