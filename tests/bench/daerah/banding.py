"""Part 1: four ways of doing the same notebooks, side by side in one run, and whether their outputs are equal."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.daerah import cara
from tests.bench.daerah.kasus import NOTEBOOK, Kasus, read_keluaran, spread


@dataclass(frozen=True)
class Banding:
    """Seconds of each way for all agencies, on how many of them it was measured, and cells whose outputs differ."""

    detik: dict[str, float]
    instansi: int
    contoh: dict[str, int]
    beda: tuple[str, ...]

    def ratio(self, cara: str, terhadap: str) -> float:
        """How many times as long."""
        return self.detik[cara] / self.detik[terhadap]


def compare(kasus: Kasus, akar: Path, contoh: Mapping[str, int]) -> Banding:
    """Each way on a copy of its own; the stock ones on their first agencies only, taken for all by the floor's seconds."""
    lantai, satu_satu = cara.measure_floor(kasus.copy(akar / "d"))
    semua = len(kasus.instansi)
    detik, banyak = {"d": lantai}, {"d": semua}
    jalan: dict[str, Callable[[Kasus], object]] = {"c": cara.run_lakip, "b": cara.run_api, "a": cara.run_cli}
    for nama, kerja in jalan.items():
        banyak[nama] = min(contoh.get(nama, semua), semua)
        bagian = sum(spread(satu_satu, banyak[nama])) / sum(satu_satu)
        detik[nama] = time_it(kerja, kasus.take(banyak[nama]).copy(akar / nama)) / bagian
    beda = [f"{nama}: {lain}" for lain in ("a", "b", "d") for nama in list_beda(akar, kasus, lain)]
    return Banding(detik, semua, banyak, tuple(beda))


def time_it(kerja: Callable[[Kasus], object], kasus: Kasus) -> float:
    """Seconds by the wall, caches of the user empty."""
    os.environ["XDG_CACHE_HOME"] = str(kasus.akar / "simpanan")
    awal = time.perf_counter()
    kerja(kasus)
    return time.perf_counter() - awal


def list_beda(akar: Path, kasus: Kasus, lain: str) -> list[str]:
    """Executed notebooks whose outputs are not those of lakip batch, cell by cell."""
    beda = []
    for lokasi in kasus.list_lokasi():
        for nama in NOTEBOOK:
            salinan = cara.find_salinan(lokasi, nama).relative_to(kasus.akar)
            if (akar / lain / salinan).is_file() and read_keluaran(akar / "c" / salinan) != read_keluaran(
                akar / lain / salinan
            ):
                beda.append(f"{lokasi.instansi} {nama}")
    return beda
