"""A command whose processes and temporary files can be told from all others, so that what it leaves behind is found."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
import weakref
from collections.abc import Sequence
from pathlib import Path

import psutil

TANDA = "LAKIP_UJI_TANDA"
TUNGGU = 20.0  # seconds for what was killed to be gone


class Jejak:
    """Runs lakip with a mark in the environment, and folders of its own for temporary files and caches."""

    def __init__(self, folder: Path) -> None:
        self.tanda = uuid.uuid4().hex
        self.sementara = Path(tempfile.mkdtemp(prefix="lakip-jejak-"))  # a short name: sockets lie there, too
        weakref.finalize(self, shutil.rmtree, self.sementara, ignore_errors=True)
        self.simpanan = folder / "simpanan"

    def start(self, args: Sequence[str]) -> "subprocess.Popen[str]":
        """The command, begun in a session of its own."""
        lingkungan = {
            **os.environ,
            TANDA: self.tanda,
            "TMPDIR": str(self.sementara),
            "XDG_CACHE_HOME": str(self.simpanan),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "lakip_lib", *args],
            env=lingkungan,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # what runs behind a shell's & ignores it
        )

    def run(self, args: Sequence[str]) -> int:
        """The exit code of the command."""
        proses = self.start(args)
        keluaran, _ = proses.communicate(timeout=3600)
        print(keluaran[-2000:])
        return proses.returncode

    def list_proses(self) -> list[psutil.Process]:
        """All processes that bear the mark, zombies aside."""
        return [p for p in psutil.process_iter() if self._is_mine(p)]

    def _is_mine(self, proses: psutil.Process) -> bool:
        try:
            return proses.environ().get(TANDA) == self.tanda and proses.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            return False

    def wait_tenang(self) -> list[str]:
        """What still runs when it had time to end."""
        batas = time.monotonic() + TUNGGU
        while (sisa := self.list_proses()) and time.monotonic() < batas:
            time.sleep(0.1)
        return [" ".join(p.cmdline())[:100] for p in sisa]

    def list_sementara(self) -> list[str]:
        """Temporary files and folders that are there."""
        return sorted(p.relative_to(self.sementara).as_posix() for p in self.sementara.rglob("*"))
