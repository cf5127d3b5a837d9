"""A command that is killed (SIGKILL) at its n-th write: in a process of its own, with a clock that stands still."""

import os
import shutil
import signal
from collections.abc import Callable, Sequence
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

PRAMUAT = ("lakip_lib.cli", "lakip_lib.delivery.langkah", "lakip_lib.delivery.sop.jalan", "siklus", "mati")
SEBELUM, SESUDAH = "sebelum", "sesudah"  # killed before the write took its place, or right after
DICATAT = datetime.fromisoformat("2026-11-01T08:00:00+07:00")
konteks = get_context("forkserver")
konteks.set_forkserver_preload(list(PRAMUAT))


def stop_clock() -> None:
    """Let the wall clock of the steps stand still: two runs are then to leave the same bytes."""
    import lakip_lib.delivery.sop.siklus as siklus

    siklus.read_jam = lambda zona: DICATAT.astimezone(zona)  # type: ignore[assignment]


def count_writes(mati: int, saat: str) -> Callable[[], int]:
    """Kill this process at the write of that number (0: never); how many writes there were."""
    asli, hapus = os.replace, shutil.rmtree
    jumlah = 0

    def step(kerja: Callable[..., object], *args: object, **kwargs: object) -> None:
        nonlocal jumlah
        jumlah += 1
        if jumlah == mati and saat == SEBELUM:
            os.kill(os.getpid(), signal.SIGKILL)
        kerja(*args, **kwargs)
        if jumlah == mati and saat == SESUDAH:
            os.kill(os.getpid(), signal.SIGKILL)

    os.replace = lambda *a, **k: step(asli, *a, **k)  # type: ignore[assignment]
    shutil.rmtree = lambda *a, **k: step(hapus, *a, **k)  # type: ignore[assignment]
    return lambda: jumlah


def work(args: Sequence[str], siapkan: Callable[[], None] | None, mati: int, saat: str, laporan: Path) -> None:
    """Give a command to lakip in this process; its exit code and the number of its writes in `laporan`."""
    from lakip_lib.cli import run

    stop_clock()
    if siapkan is not None:
        siapkan()
    hitung = count_writes(mati, saat)
    with open(os.devnull, "w", encoding="utf-8") as sunyi:
        os.dup2(sunyi.fileno(), 1)
        os.dup2(sunyi.fileno(), 2)
    kode = run(list(args))
    laporan.write_text(f"{kode} {hitung()}", "utf-8")


def give(
    args: Sequence[str], laporan: Path, *, siapkan: Callable[[], None] | None = None, mati: int = 0, saat: str = SEBELUM
) -> tuple[int, int] | None:
    """Give a command in a fresh process; (exit code, writes), None where it was killed."""
    laporan.unlink(missing_ok=True)
    proses = konteks.Process(target=work, args=(tuple(args), siapkan, mati, saat, laporan))
    proses.start()
    proses.join()
    if proses.exitcode == -signal.SIGKILL:
        return None
    assert proses.exitcode == 0
    kode, jumlah = laporan.read_text("utf-8").split()
    return int(kode), int(jumlah)


def snapshot(akar: Path) -> dict[str, bytes]:
    """What a reader finds below data/alur and reports, but the lock and what a dead process left beside a file."""
    isi = {}
    for folder in (akar / "data" / "alur", akar / "reports"):
        for path in sorted(folder.rglob("*")):
            sementara = path.name.startswith(".") or ".baru" in path.parts
            if path.is_file() and not sementara:
                isi[path.relative_to(akar).as_posix()] = path.read_bytes()
    return isi
