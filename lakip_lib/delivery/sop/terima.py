"""Carry an accepted correction into narasi/: each text replaced whole, the one before kept in narasi/.riwayat/."""

import hashlib
import re
from pathlib import Path

from lakip_lib.delivery.kumpul import normalise_nama
from lakip_lib.errors import UsageError
from lakip_lib.koreksi.kembali import NaskahBaru, Terima
from lakip_lib.simpan import write_bytes
from lakip_lib.urutan import natural_key

NARASI, RIWAYAT = "narasi", ".riwayat"


def write_terima(raw: Path, terima: Terima) -> tuple[Path, ...]:
    """Write the accepted texts into the agency's folder; the files that changed.

    Run again after a crash it gives the same: what stands already is left, and an old text is kept once. UsageError,
    before anything is written, where a text was edited since the draft was made.
    """
    rencana = [(_find_file(raw / NARASI, naskah.nama), naskah) for naskah in terima.naskah]
    diubah = [path.name for path, naskah in rencana if _is_edited_since(path, naskah)]
    if diubah:
        raise UsageError(
            f"Naskah {', '.join(diubah)} sudah diubah sejak draf ini dibuat, sehingga koreksi tidak ditulis. Bangun draf "
            "baru, lalu terapkan koreksinya di sana."
        )
    return tuple(path for path, naskah in rencana if _replace(path, naskah))


def _find_file(folder: Path, nama: str) -> Path:
    """The file of that text under whatever spelling it has, else the one it is to have."""
    if folder.is_dir():
        for path in sorted(folder.iterdir(), key=lambda p: natural_key(p.name)):
            if path.suffix.casefold() == ".md" and normalise_nama(path.stem).casefold() == nama.casefold():
                return path
    return folder / f"{nama}.md"


def _is_edited_since(path: Path, naskah: NaskahBaru) -> bool:
    if naskah.dasar is None:
        return False
    data = path.read_bytes() if path.is_file() else b""
    return data != naskah.teks.encode("utf-8") and (hashlib.sha256(data).hexdigest() if data else "") != naskah.dasar


def _replace(path: Path, naskah: NaskahBaru) -> bool:
    """Whether the text was written; first the one before is kept."""
    data = naskah.teks.encode("utf-8")
    lama = path.read_bytes() if path.is_file() else None
    if lama == data:
        return False
    if lama is not None:
        _keep(path.parent / RIWAYAT, naskah.nama, lama)
    write_bytes(path, data)
    return True


def _keep(folder: Path, nama: str, data: bytes) -> None:
    """Put a text into the history as its next version, unless it is the last one there already."""
    versi = _list_versions(folder, nama)
    if versi and versi[max(versi)].read_bytes() == data:
        return
    write_bytes(folder / f"{nama}.{max(versi, default=0) + 1}.md", data)


def _list_versions(folder: Path, nama: str) -> dict[int, Path]:
    if not folder.is_dir():
        return {}
    cocok = ((re.fullmatch(rf"{re.escape(nama)}\.(\d+)\.md", p.name), p) for p in folder.iterdir())
    return {int(m[1]): path for m, path in cocok if m}
