"""Programs that are kept running: they end with this process, also when it is killed, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from lakip_lib.proses import Terjaga, is_alive, make_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tanpa penjaga di Windows")
BERANAK = ("/bin/sh", "-c", "sleep 600 & sleep 600")
INDUK = (
    "import os, sys, time\nfrom lakip_lib.proses import Terjaga, make_folder\n"
    f"jalan = Terjaga(make_folder('uji'), {BERANAK!r}, os.environ)\n"
    "while len(jalan.list_pids()) < 5: time.sleep(0.01)\n"
    "print(jalan.folder, *jalan.list_pids(), flush=True)\n"
)


def wait_until(benar: Callable[[], bool], batas: float = 10) -> bool:
    akhir = time.monotonic() + batas
    while not benar() and time.monotonic() < akhir:
        time.sleep(0.01)
    return benar()


@pytest.fixture
def jalan() -> Iterator[Terjaga]:
    satu = Terjaga(make_folder("uji"), BERANAK, os.environ)
    assert wait_until(lambda: len(satu.list_pids()) >= 5)
    yield satu
    satu.end()


def test_ended_it_leaves_no_process_and_no_folder(jalan: Terjaga) -> None:
    pids = jalan.list_pids()
    jalan.end()
    assert not jalan.is_running()
    assert [pid for pid in pids if is_alive(pid)] == []
    assert not jalan.folder.exists()


def test_it_ends_when_the_program_does(jalan: Terjaga) -> None:
    (anak,) = (p for p in psutil.Process(jalan.list_pids()[0]).children() if p.cmdline()[0] == BERANAK[0])
    os.kill(anak.pid, signal.SIGKILL)
    assert wait_until(lambda: not jalan.is_running())
    assert jalan.list_pids() == []


@pytest.mark.parametrize("akhir", ["os.kill(os.getpid(), 9)", "sys.exit()", "1 / 0"])
def test_it_ends_with_its_parent_however_that_ends(akhir: str) -> None:
    hasil = subprocess.run([sys.executable, "-c", INDUK + akhir], capture_output=True, text=True)
    folder, *pids = hasil.stdout.split()
    assert len(pids) >= 5
    assert wait_until(lambda: not any(is_alive(int(pid)) for pid in pids))
    assert not Path(folder).exists()


def test_it_ends_when_its_guard_is_killed(jalan: Terjaga) -> None:
    penjaga, *lain = jalan.list_pids()
    os.kill(penjaga, signal.SIGKILL)
    assert wait_until(lambda: not any(map(is_alive, lain)))
    assert wait_until(lambda: not jalan.folder.exists())


def test_a_fork_neither_has_it_nor_ends_it(jalan: Terjaga) -> None:
    anak = os.fork()
    if not anak:
        jalan.end()
        os._exit(0 if jalan.list_pids() == [] else 1)
    assert os.waitpid(anak, 0)[1] == 0
    assert jalan.is_running()


def test_a_program_that_is_not_there_ends_at_once() -> None:
    satu = Terjaga(make_folder("uji"), ("/tidak/ada",), os.environ)
    assert wait_until(lambda: not satu.is_running())
    satu.end()
    assert not satu.folder.exists()
