"""The completion record: a notebook that does not end with one has failed, whatever its exit code says."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lakip_lib.settings import Lokasi, LokasiDaerah

MIME_REKAMAN = "application/vnd.lakip.rekaman+json"


def hash_file(path: Path) -> str:
    """The sha256 of a file's bytes, as hex."""
    return hash_bytes(path.read_bytes())


def hash_bytes(data: bytes) -> str:
    """The sha256 of these bytes, as hex."""
    return hashlib.sha256(data).hexdigest()


class Rekaman:
    """What a finished notebook says of itself: its name, rows in and out, and the hash of each file it wrote."""

    def __init__(self, notebook: str, masuk: Mapping[str, int], keluar: Mapping[str, int], berkas: Mapping[str, str]):
        """Hold the record; use `finish` to make one."""
        self.data: dict[str, Any] = {
            "notebook": notebook,
            "baris_masuk": dict(sorted(masuk.items())),
            "baris_keluar": dict(sorted(keluar.items())),
            "berkas": dict(sorted(berkas.items())),
        }

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        masuk, keluar = sum(self.data["baris_masuk"].values()), sum(self.data["baris_keluar"].values())
        teks = f"Selesai: {masuk} baris masuk, {keluar} baris keluar, {len(self.data['berkas'])} berkas ditulis."
        return {MIME_REKAMAN: self.data, "text/plain": teks}


def finish(
    notebook: str,
    lokasi: Lokasi | LokasiDaerah,
    *,
    masuk: Mapping[str, int],
    keluar: Mapping[str, int],
    berkas: Iterable[Path] = (),
) -> Rekaman:
    """The completion record of a notebook: rows by table, and the files it wrote with their hashes."""
    hashes = {path.resolve().relative_to(lokasi.akar).as_posix(): hash_file(path) for path in berkas}
    return Rekaman(notebook, masuk, keluar, hashes)


def find_rekaman(nb: Mapping[str, Any]) -> dict[str, Any] | None:
    """The record in the last code cell of an executed notebook (as nbformat or as JSON gives it), or None."""
    cells = [cell for cell in nb["cells"] if cell["cell_type"] == "code"]
    for output in cells[-1].get("outputs", []) if cells else []:
        if MIME_REKAMAN in output.get("data", {}):
            return dict(output["data"][MIME_REKAMAN])
    return None
