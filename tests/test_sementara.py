"""Temporary folders: gone with their block, and with a process that is ended in the middle of it."""

import subprocess
import sys
import time
from multiprocessing import Pipe
from pathlib import Path

import pytest
from pembantu import wait_gone

from lakip_lib.sementara import open_sementara

PENGIKUT = """
import sys, time
from multiprocessing.connection import Connection
from lakip_lib.mesin.hidup import follow
from lakip_lib.sementara import open_sementara
follow(Connection(int(sys.argv[1]), writable=False))
with open_sementara("lakip-uji-") as folder:
    (folder / "isi").mkdir()
    (folder / "isi" / "a.txt").touch()
    print(folder, flush=True)
    time.sleep(600)
"""


def test_folder_is_gone_with_its_block_also_when_that_fails() -> None:
    terbuka: list[Path] = []

    def fail() -> None:
        with open_sementara("lakip-uji-") as folder:
            terbuka.append(folder)
            (folder / "a.txt").touch()
            raise KeyError(folder.name)

    with pytest.raises(KeyError, match="lakip-uji-"):
        fail()
    assert not terbuka[0].exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes by number")
def test_folder_is_gone_with_what_its_process_follows() -> None:
    jauh, hidup = Pipe(duplex=False)
    argumen = [sys.executable, "-c", PENGIKUT, str(jauh.fileno())]
    proses = subprocess.Popen(argumen, stdout=subprocess.PIPE, text=True, pass_fds=[jauh.fileno()])
    jauh.close()
    assert proses.stdout is not None
    folder = Path(proses.stdout.readline().strip())
    assert (folder / "isi" / "a.txt").exists()
    hidup.close()
    assert proses.wait(timeout=60) != 0
    assert wait_gone(proses.pid)
    batas = time.monotonic() + 20
    while folder.exists() and time.monotonic() < batas:
        time.sleep(0.02)
    assert not folder.exists()
    proses.stdout.close()
