"""Part 2: the whole job with all documents, charts drawn anew and then taken from the cache; and its cost as a district grows."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.bench.daerah import cara
from tests.bench.daerah.kasus import Kasus, prepare

JEDA = 2.0  # seconds between two looks at the processes
MB = 1_000_000


@dataclass(frozen=True)
class Utuh:
    """Seconds an agency for the whole job, cold and with cached charts, and what of it drawing the charts took."""

    instansi: int
    dingin: float
    tersimpan: float

    @property
    def grafik(self) -> float:
        """Seconds an agency that drawing took: what a cache saves."""
        return self.dingin - self.tersimpan


def measure_whole(kasus: Kasus, akar: Path) -> Utuh:
    """The whole batch with an empty cache, then once more, all stages anew, with the pictures that the first run kept."""
    kerja = kasus.copy(akar / "utuh")
    os.environ["XDG_CACHE_HOME"] = str(kerja.akar / "simpanan")
    detik = []
    for _ in range(2):
        awal = time.perf_counter()
        cara.run_lakip(kerja, "dokumen", paksa=True)
        detik.append((time.perf_counter() - awal) / len(kasus.instansi))
    return Utuh(len(kasus.instansi), *detik)


@dataclass
class Ingatan:
    """Memory (PSS, MB) of the driver and of the largest of the processes it began, look by look."""

    pemandu: list[float] = field(default_factory=list)
    terbesar: list[float] = field(default_factory=list)
    semua: list[float] = field(default_factory=list)

    def look(self, akar: psutil.Process) -> None:
        """Look once."""
        berat = [weigh(akar), *(weigh(p) for p in akar.children(recursive=True))]
        self.pemandu.append(berat[0])
        self.terbesar.append(max(berat[1:], default=0.0))
        self.semua.append(sum(berat))

    def growth(self, deret: str) -> float:
        """The last quarter's peak against the second quarter's, which is past the start: 1.0 is flat."""
        isi: list[float] = getattr(self, deret)
        n = len(isi) // 4
        return max(isi[-n:]) / max(isi[n : 2 * n]) if n else 1.0


def weigh(proses: psutil.Process) -> float:
    """PSS in MB; nothing where it is gone."""
    try:
        return float(getattr(proses.memory_full_info(), "pss", 0)) / MB
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0


@contextmanager
def watch() -> Iterator[Ingatan]:
    """Look at this process and all below it now and then."""
    ingatan, selesai = Ingatan(), threading.Event()

    def look() -> None:
        akar = psutil.Process()
        while not selesai.wait(JEDA):
            ingatan.look(akar)

    benang = threading.Thread(target=look, daemon=True)
    benang.start()
    try:
        yield ingatan
    finally:
        selesai.set()
        benang.join()


@dataclass(frozen=True)
class Tumbuh:
    """A district of so many agencies: seconds an agency in all, seconds of one kecamatan, memory in MB and its growth."""

    instansi: int
    detik: float
    kecamatan: float
    puncak: float
    pemandu: float
    tumbuh_pemandu: float
    tumbuh_terbesar: float


def measure_growth(akar: Path, jumlah: int) -> Tumbuh:
    """Notebooks 01–05 of a district of that size; the folder is removed again, which may hold gigabytes."""
    folder = akar / f"tumbuh-{jumlah}"
    kasus = prepare(folder, jumlah)
    with watch() as ingatan:
        awal = time.perf_counter()
        hasil = cara.run_lakip(kasus)
        detik = (time.perf_counter() - awal) / len(kasus.instansi)
    kecil = sorted(sum(t.detik for t in h.tahap) for h in hasil.dijalankan if h.instansi.startswith("kecamatan-"))
    shutil.rmtree(folder)
    return Tumbuh(
        len(kasus.instansi),
        detik,
        kecil[len(kecil) // 2] if kecil else 0.0,
        max(ingatan.semua, default=0.0),
        max(ingatan.pemandu, default=0.0),
        ingatan.growth("pemandu"),
        ingatan.growth("terbesar"),
    )
