"""A root that is no folder but an address (s3://bucket/…, through fsspec): fetched where it is worked on, put back whole.

What is not whole is never put there: manifest and state go last, and the mark that an agency is done after them.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi
from lakip_lib.simpan import write_bytes

AWALAN = "lakip-gudang-"  # folders that stand for a store while it is worked on
BELUM_ADA = "Alamat {alamat} memerlukan paket tambahan. Pasang dengan: pip install 'lakip[klaster]'"
TAK_DIKENAL = "Alamat {alamat} tidak dapat dibuka: jenisnya tidak dikenal. Tulislah misalnya s3://ember/folder."
TERAKHIR = ("manifest.json", "keadaan.json", "gudang.json")  # written in this order, after all else


def is_alamat(akar: str) -> bool:
    """Whether a root is an address of a store instead of a folder."""
    return "://" in akar


def list_galat_gudang() -> tuple[type[Exception], ...]:
    """What a store raises that nobody answers for, or that wants credentials; none where the packages are not there."""
    try:
        from botocore.exceptions import BotoCoreError
    except ImportError:
        return ()
    return (BotoCoreError,)


@dataclass(frozen=True)
class Gudang:
    """A store at an address, seen through fsspec; paths below are relative to it, with "/"."""

    alamat: str

    def list_berkas(self, bagian: str) -> dict[str, str]:
        """Every file below a part of the store, with what tells its content (ETag, or size and time): nothing is fetched."""
        fs, akar = self._open()
        pangkal = f"{akar}/{bagian}"
        fs.invalidate_cache()
        try:
            isi: Mapping[str, Any] = fs.find(pangkal, detail=True)
        except FileNotFoundError:
            return {}
        return {path.removeprefix(f"{akar}/").lstrip("/"): _tell(info) for path, info in sorted(isi.items())}

    def fetch(self, paths: Iterable[str], akar: Path) -> None:
        """Fetch files below a local root."""
        fs, sini = self._open()
        for path in paths:
            write_bytes(akar / path, fs.cat_file(f"{sini}/{path}"))

    def put(self, akar: Path, paths: Iterable[str]) -> None:
        """Put local files into the store, each whole; what says that others are whole goes last."""
        fs, sini = self._open()
        for path in sorted(paths, key=_rank):
            fs.pipe_file(f"{sini}/{path}", (akar / path).read_bytes())

    def remove(self, paths: Iterable[str]) -> None:
        """Take files out of the store."""
        fs, sini = self._open()
        for path in paths:
            fs.rm_file(f"{sini}/{path}")

    def _open(self) -> tuple[Any, str]:
        try:
            import fsspec
        except ImportError as error:
            raise UsageError(BELUM_ADA.format(alamat=self.alamat)) from error
        try:
            fs, akar = fsspec.core.url_to_fs(self.alamat)
        except ImportError as error:
            raise UsageError(BELUM_ADA.format(alamat=self.alamat)) from error
        except ValueError as error:
            raise UsageError(TAK_DIKENAL.format(alamat=self.alamat)) from error
        return fs, akar.rstrip("/")


def _tell(info: Mapping[str, Any]) -> str:
    return str(info.get("ETag") or f"{info.get('size')} {info.get('mtime') or info.get('created') or ''}")


def _rank(path: str) -> tuple[int, str]:
    nama = path.rsplit("/", 1)[-1]
    return (TERAKHIR.index(nama) + 1 if nama in TERAKHIR else 0), path


def snapshot(akar: Path) -> dict[str, str]:
    """The hash of every local file below a root, so that only what changed is put back."""
    files = [Path(folder, nama) for folder, _, isi in os.walk(akar) for nama in isi]
    return {p.relative_to(akar).as_posix(): hash_file(p) for p in sorted(files)}


def list_berubah(akar: Path, sebelum: Mapping[str, str]) -> list[str]:
    """The files below a root that are new or other than they were."""
    return [path for path, sidik in snapshot(akar).items() if sebelum.get(path) != sidik]


def find_tanda(lokasi: Lokasi) -> Path:
    """gudang.json of an agency-year: what its results in the store were made from."""
    return lokasi.processed / "gudang.json"


def dump_tanda(masukan: Mapping[str, str], sumber: str, sampai: str) -> bytes:
    """gudang.json: the inputs that an agency's results in the store were made from, by which program, up to which stage."""
    isi = {"masukan": dict(masukan), "sampai": sampai, "sumber": sumber}
    return json.dumps(isi, indent=1, sort_keys=True).encode() + b"\n"
