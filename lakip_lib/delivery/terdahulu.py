"""Documents of an earlier run beside newer figures: they stay, and it is said plainly that they are the earlier ones."""

import json
from collections.abc import Callable
from functools import wraps
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from lakip_lib.delivery.manifest import MANIFEST
from lakip_lib.delivery.sidik import hash_files, hash_inputs
from lakip_lib.errors import Keterangan
from lakip_lib.settings import Lokasi

P = ParamSpec("P")
T = TypeVar("T")
BELUM_BARU = (
    "Dokumen LKjIP di {folder} masih dari penyusunan sebelumnya dan belum memuat data yang sekarang; masukannya "
    "tercatat dalam manifest.json."
)
TIDAK_BERUBAH = "Dokumen LKjIP di {folder} tidak berubah, masih dari penyusunan sebelumnya."


def is_current(lokasi: Lokasi) -> bool:
    """Whether the documents were made from the inputs and the hasil.json that are there now, as their manifest tells."""
    manifest = json.loads((lokasi.reports / MANIFEST).read_text("utf-8"))
    hasil = hash_files([p for p in (lokasi.reports / "hasil.json",) if p.is_file()], lokasi.reports)
    return manifest["masukan"] == hash_inputs(lokasi) and hasil.items() <= manifest["keluaran"].items() and bool(hasil)


def list_terdahulu(lokasi: Lokasi) -> tuple[str, ...]:
    """A sentence where documents are there that are older than the data; nothing where they are current or absent."""
    ada = (lokasi.reports / MANIFEST).is_file()
    return () if not ada or is_current(lokasi) else (_say(BELUM_BARU, lokasi),)


def _say(kalimat: str, lokasi: Lokasi) -> str:
    folder, akar = lokasi.reports, lokasi.akar
    return kalimat.format(folder=(folder.relative_to(akar) if folder.is_relative_to(akar) else folder).as_posix())


class _Penjelas:
    """Tells, on whatever stops the step within, that the documents are still those of the earlier run."""

    def __init__(self, lokasi: Lokasi) -> None:
        self.lokasi = lokasi

    def __enter__(self) -> None:
        """Begin the step."""

    def __exit__(self, kelas: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Note it on the error; nothing where no documents are there."""
        if error is not None and (self.lokasi.reports / MANIFEST).is_file():
            for kalimat in list_terdahulu(self.lokasi) or (_say(TIDAK_BERUBAH, self.lokasi),):
                error.add_note(Keterangan(kalimat))


def keep_terdahulu(step: Callable[Concatenate[Lokasi, P], T]) -> Callable[Concatenate[Lokasi, P], T]:
    """A step that, when it fails, tells of the documents that stay."""

    @wraps(step)
    def run(lokasi: Lokasi, *args: P.args, **kwargs: P.kwargs) -> T:
        with _Penjelas(lokasi):
            return step(lokasi, *args, **kwargs)

    return run
