"""A command that is killed (SIGKILL) at its n-th write: in a process of its own, with a clock that stands still."""

import os
import shutil
import signal
from collections.abc import Sequence
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

SEBELUM, SESUDAH = "sebelum", "sesudah"  # killed before the write took its place, or right after
DICATAT = datetime.fromisoformat("2026-11-01T08:00:00+07:00")
konteks = get_context("forkserver")
konteks.set_forkserver_preload(
    ["lakip_lib.cli", "lakip_lib.delivery.sop.jalan", "lakip_lib.delivery.sop.arsip", "mati"]
)


def stop_clock() -> None:
    """Let the wall clock of the steps stand still: two runs are then to leave the same bytes."""
    import lakip_lib.delivery.sop.siklus as siklus

    siklus.read_jam = lambda zona: DICATAT.astimezone(zona)  # type: ignore[assignment]


def restore(dari: Path) -> None:
    """Let the steps that execute notebooks put what they made in an undisturbed run into its place, without the notebooks.

    Their own writes are proved elsewhere; here it is the procedure around them that is cut off.
    """
    import lakip_lib.delivery.sop.dokumen as dokumen
    from lakip_lib.delivery.langkah import Laporan
    from lakip_lib.settings import Lokasi

    def put(lokasi: Lokasi, **_: object) -> Laporan:
        hasil = Lokasi(dari, lokasi.tahun, lokasi.instansi)
        for asal, tujuan in ((hasil.reports, lokasi.reports), (hasil.processed, lokasi.processed)):
            for path in asal.rglob("*"):
                nama = path.relative_to(asal)
                if path.is_file() and nama.parts[0] not in {"alur", "formulir"}:
                    (tujuan / nama).parent.mkdir(parents=True, exist_ok=True)
                    (tujuan / nama).unlink(missing_ok=True)
                    shutil.copyfile(path, tujuan / nama)
        return Laporan()

    for nama in ("run_himpun", "run_analisis", "run_susun"):
        setattr(dokumen, nama, put)


def count_writes(mati: int, saat: str, daftar: list[str]) -> None:
    """Note each write in `daftar`, and kill this process at the one of that number (0: at none)."""
    asli = os.replace

    def replace(dari: str, ke: str) -> None:
        daftar.append(Path(ke).name)
        if len(daftar) == mati and saat == SEBELUM:
            os.kill(os.getpid(), signal.SIGKILL)
        asli(dari, ke)
        if len(daftar) == mati and saat == SESUDAH:
            os.kill(os.getpid(), signal.SIGKILL)

    os.replace = replace  # type: ignore[assignment]


def work(args: Sequence[str], dari: Path | None, mati: int, saat: str, laporan: Path) -> None:
    """Give a command to lakip in this process; its exit code and the names of the files it wrote, in `laporan`."""
    from lakip_lib.cli import run

    with open(os.devnull, "w", encoding="utf-8") as sunyi:
        os.dup2(sunyi.fileno(), 1)
        os.dup2(sunyi.fileno(), 2)
    stop_clock()
    if dari is not None:
        restore(dari)
    daftar: list[str] = []
    count_writes(mati, saat, daftar)
    kode = run(list(args))
    laporan.write_text("\n".join([str(kode), *daftar]), "utf-8")


def give(
    args: Sequence[str], laporan: Path, *, dari: Path | None = None, mati: int = 0, saat: str = SEBELUM
) -> list[str] | None:
    """Give a command in a fresh process; its exit code and the files it wrote in order, None where it was killed."""
    laporan.unlink(missing_ok=True)
    proses = konteks.Process(target=work, args=(tuple(args), dari, mati, saat, laporan))
    proses.start()
    proses.join()
    if proses.exitcode == -signal.SIGKILL:
        return None
    assert proses.exitcode == 0
    return laporan.read_text("utf-8").split("\n")


def snapshot(akar: Path) -> dict[str, bytes]:
    """What a reader finds below data/alur, narasi and reports, but the lock and what a dead process left beside a file."""
    isi = {}
    for folder in (akar / "data" / "alur", akar / "reports", *akar.glob("data/raw/*/*/narasi")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith(".") and ".baru" not in path.parts:
                isi[path.relative_to(akar).as_posix()] = path.read_bytes()
    return isi
