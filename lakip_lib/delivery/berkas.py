"""A file that a person names on the command line."""

from pathlib import Path

from lakip_lib.errors import UsageError


def read_berkas(path: Path) -> bytes:
    """The bytes of the file; UsageError where there is none."""
    if path.is_dir():
        raise UsageError(f"{path} adalah folder, bukan berkas.")
    if not path.is_file():
        raise UsageError(f"Berkas {path} tidak ada. Periksa nama dan letaknya.")
    return path.read_bytes()
