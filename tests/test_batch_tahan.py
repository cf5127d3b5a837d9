"""The batch under blows: killed at random moments and run again, begun a thousand times, run for hundreds of agencies.

`make tahan` does the long ones; without LAKIP_UJI_TAHAN each is short.
"""

import os
import random
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from jejak import Jejak

from lakip_lib.mesin.induk import can_fork
from lakip_lib.mesin.proses import ProsesKernel
from tests.kabupaten import write_kabupaten

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")
LAMA = bool(os.environ.get("LAKIP_UJI_TAHAN"))
MATI = 20 if LAMA else 1
BANYAK = (6, 1) if LAMA else (3,)  # agencies; the stages of one alone run side by side
KERNEL = 1000 if LAMA else 40
RENDAM = 500 if LAMA else 1
TAHAP = "dokumen" if LAMA else "himpun"
BENIH = 20261


def read_isi(akar: Path) -> dict[str, bytes]:
    """All that a batch leaves but its log and lock, by path."""
    files = [p for p in akar.rglob("*") if p.is_file() and not p.name.endswith((".kunci", "log.jsonl"))]
    return {p.relative_to(akar).as_posix(): p.read_bytes() for p in files}


def run_args(akar: Path) -> list[str]:
    return ["batch", "2025", "--akar", str(akar), "--sampai", TAHAP, "--pekerja", "2"]


def choose_korban(jejak: Jejak, pemandu: int, acak: random.Random) -> psutil.Process | None:
    """The driver, half of the time; else any process below it: a worker, a kernel, the browser, LibreOffice, a guard."""
    semua = jejak.list_proses()
    lain = [p for p in semua if p.pid != pemandu]
    sasaran = lain if lain and acak.random() < 0.5 else [p for p in semua if p.pid == pemandu]
    return acak.choice(sasaran) if sasaran else None


@pytest.mark.parametrize("banyak", BANYAK)
def test_killed_at_random_moments_and_run_again_it_leaves_what_an_undisturbed_run_leaves(
    tmp_path: Path, banyak: int
) -> None:
    write_kabupaten(tmp_path / "asal", banyak)
    shutil.copytree(tmp_path / "asal", tmp_path / "tenang")
    awal = time.monotonic()
    kode = Jejak(tmp_path / "jejak-tenang").run(run_args(tmp_path / "tenang"))
    lama, harapan = time.monotonic() - awal, read_isi(tmp_path / "tenang")
    acak = random.Random(BENIH)
    for n in range(MATI):
        akar, jejak = tmp_path / f"mati-{n}", Jejak(tmp_path / f"jejak-{n}")
        shutil.copytree(tmp_path / "asal", akar)
        proses = jejak.start(run_args(akar))
        time.sleep(acak.uniform(0.1, 0.95) * lama)
        korban = choose_korban(jejak, proses.pid, acak)
        if korban is not None:
            print(n, "kills", " ".join(korban.cmdline())[-80:])
            os.kill(korban.pid, signal.SIGKILL)
        proses.communicate(timeout=600)
        assert jejak.wait_tenang() == []
        assert jejak.run(run_args(akar)) == kode
        isi = read_isi(akar)
        assert isi.keys() == harapan.keys()
        assert [path for path in isi if isi[path] != harapan[path]] == []
        shutil.rmtree(akar)


@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_it_begins_it_says_so_and_leaves_nothing(tmp_path: Path, sinyal: signal.Signals) -> None:
    write_kabupaten(tmp_path / "akar", 1)
    jejak = Jejak(tmp_path)
    proses = jejak.start([*run_args(tmp_path / "akar")[:-2], "--pekerja", "1"])
    while len(jejak.list_proses()) < 3:  # the batch, and what workers are forked from, still loading
        time.sleep(0.05)
    os.killpg(proses.pid, sinyal)
    keluaran, _ = proses.communicate(timeout=60)
    assert (proses.returncode, keluaran.strip().splitlines()[-1:]) == (130, ["Dihentikan."])
    assert "Traceback" not in keluaran
    assert jejak.wait_tenang() == []
    assert jejak.list_sementara() == []


def test_hundreds_of_agencies_leave_no_process_port_or_temporary_file(tmp_path: Path) -> None:
    write_kabupaten(tmp_path / "akar", RENDAM)
    jejak = Jejak(tmp_path)
    args = ["batch", "2025", "--akar", str(tmp_path / "akar"), "--sampai", "analisis" if LAMA else "himpun"]
    assert jejak.run(args) in {0, 3}
    assert jejak.wait_tenang() == []  # and so no port: none but a process holds one
    assert jejak.list_sementara() == []


@pytest.mark.skipif(not can_fork(), reason="kernels are forked on Linux only")
def test_many_kernels_begun_at_once_all_answer() -> None:
    def ask(n: int) -> str:
        with ProsesKernel(folder=".", batas_mulai=60) as proses:
            jawab: list[str] = []
            proses.run(
                f"print({n} * 2)", lambda p: jawab.append(p["content"].get("text", "")) if p["msg_type"] == "stream" else None,
                batas=60,
            )  # fmt: skip
            return "".join(jawab)

    with ThreadPoolExecutor(8) as kolam:
        assert list(kolam.map(ask, range(KERNEL))) == [f"{n * 2}\n" for n in range(KERNEL)]
