"""The agencies of a benchmark: the same invented kabupaten below a root of its own for each way of doing the work."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import nbformat

from lakip_lib.delivery.langkah import run_himpun
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi, LokasiDaerah
from tests.kabupaten import write_kabupaten

T = TypeVar("T")
TAHUN = 2025
NOTEBOOK = ("01_periksa_isian", "02_capaian_kinerja", "03_realisasi_anggaran", "04_perbandingan", "05_lakip")


@dataclass(frozen=True)
class Kasus:
    """A root that holds the agencies, collected and ready for notebook 01."""

    akar: Path
    instansi: tuple[str, ...]

    @property
    def daerah(self) -> LokasiDaerah:
        """All of it."""
        return LokasiDaerah(self.akar, TAHUN)

    def list_lokasi(self) -> list[Lokasi]:
        """One for each agency."""
        return [Lokasi(self.akar, TAHUN, nama) for nama in self.instansi]

    def take(self, jumlah: int) -> "Kasus":
        """So many of its agencies, spread over all kinds."""
        return replace(self, instansi=spread(self.instansi, jumlah))

    def copy(self, akar: Path) -> "Kasus":
        """Its agencies below another root, with nothing done but what was done here."""
        for lokasi in self.list_lokasi():
            for folder in (lokasi.raw, lokasi.processed, lokasi.reports):
                shutil.copytree(folder, akar / folder.relative_to(self.akar))
        return replace(self, akar=akar)


def prepare(akar: Path, jumlah: int) -> Kasus:
    """The first `jumlah` agencies with usable settings, himpun done: what notebooks read is the same for every way."""
    write_kabupaten(akar, jumlah, tahun=TAHUN)
    siap = []
    for lokasi in LokasiDaerah(akar, TAHUN).list_instansi():
        try:
            run_himpun(lokasi)
        except UsageError:  # one of the planted faults: no way of doing the work gets further with it
            shutil.rmtree(lokasi.raw)
            continue
        siap.append(lokasi.instansi)
    return Kasus(akar, tuple(siap))


def spread(isi: Sequence[T], jumlah: int) -> tuple[T, ...]:
    """So many items at equal distances."""
    return tuple(isi[n * len(isi) // jumlah] for n in range(min(jumlah, len(isi))))


def read_keluaran(path: Path) -> list[object]:
    """The outputs of an executed notebook, cell by cell, without counters that depend on nothing of ours."""
    sel = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    return [[{k: v for k, v in output.items() if k != "execution_count"} for output in c["outputs"]] for c in sel]
