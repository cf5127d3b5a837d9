"""Wall time and peak memory of a piece of work and of all processes that it starts."""

import os
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar

import psutil

T = TypeVar("T")

JEDA = 0.1  # seconds between two looks
MB = 1_000_000
# Programs of others that lakip calls are counted apart from its own processes.
PROGRAM = {"peramban": re.compile("chrom|msedge|brave"), "perkantoran": re.compile("soffice|oosplash")}
SENDIRI = "lakip"
Pandangan = dict[str, int]  # kind of program -> bytes


@dataclass(frozen=True)
class Ukuran:
    """A stage: seconds by the wall and of the processors, peak PSS in MB of lakip, the browser and LibreOffice."""

    nama: str
    detik: float
    prosesor: float
    lakip: int
    peramban: int
    perkantoran: int


def classify(nama: str) -> str:
    """Whose process that is: "lakip", "peramban" or "perkantoran"."""
    return next((jenis for jenis, pola in PROGRAM.items() if pola.search(nama.lower())), SENDIRI)


def read_cpu() -> float:
    """Processor seconds of this process and of those it started that have ended; they do not grow on a busy machine."""
    waktu = os.times()
    return waktu.user + waktu.system + waktu.children_user + waktu.children_system


def weigh_tree(akar: psutil.Process) -> Pandangan:
    """Bytes held by the process and all below it, shared pages counted in parts (PSS; USS where there is no PSS)."""
    berat: Pandangan = {}
    for proses in (akar, *akar.children(recursive=True)):
        try:
            jenis, ingatan = classify(proses.name()), proses.memory_full_info()
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
        berat[jenis] = berat.get(jenis, 0) + getattr(ingatan, "pss", ingatan.uss)
    return berat


class Pengamat:
    """Looks at the process tree every `JEDA` seconds while it is entered; `measure` times one stage."""

    def __init__(self) -> None:
        """Ready to be entered."""
        self.ukuran: list[Ukuran] = []
        self._pandangan: list[Pandangan] = []
        self._selesai = threading.Event()
        self._utas = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Pengamat":
        """Begin to look."""
        self._utas.start()
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, nilai: BaseException | None, jejak: TracebackType | None
    ) -> None:
        """Stop looking."""
        self._selesai.set()
        self._utas.join()

    def _watch(self) -> None:
        akar = psutil.Process()
        while not self._selesai.wait(JEDA):
            self._pandangan.append(weigh_tree(akar))

    def measure(self, nama: str, kerja: Callable[[], T]) -> T:
        """What `kerja` returns; its time and peaks are added to `ukuran`, also where it raises."""
        awal, mulai, prosesor = len(self._pandangan), time.perf_counter(), read_cpu()
        try:
            return kerja()
        finally:
            detik = time.perf_counter() - mulai
            dilihat = [*self._pandangan[awal:], weigh_tree(psutil.Process())]
            puncak = (_find_peak(dilihat, jenis) for jenis in (SENDIRI, *PROGRAM))
            self.ukuran.append(Ukuran(nama, round(detik, 2), round(read_cpu() - prosesor, 2), *puncak))


def _find_peak(dilihat: list[Pandangan], jenis: str) -> int:
    return round(max(p.get(jenis, 0) for p in dilihat) / MB)
