"""The guard of a program, run as a script beside it: python penjaga.py FD PATHS COMMAND…

It reads a pipe that nobody writes to, and so learns when the process that holds the other end is gone, however that ended.
Then it ends the program, which is a session of its own, with all that it started, and removes what belongs to it (files and
folders, one a line). Where the program ends first, the guard does the same. A second guard watches the first, and does its
work where that is killed.
"""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import threading


def watch(pipa: int, milik: list[str], perintah: list[str]) -> None:
    """Run the program until it ends or the pipe does, and clear up."""
    program = subprocess.Popen(perintah, stdin=0, stdout=1, start_new_session=True)
    os.close(0)  # the program's own ends of its pipes are to be the only ones
    os.close(1)
    pertama, hidup = os.pipe()  # the second guard learns from it that the first is gone
    baca, tulis = os.pipe()
    if os.fork() == 0:
        for ujung in (hidup, tulis):
            os.close(ujung)
        select.select([pipa, pertama], [], [])
    else:
        threading.Thread(target=follow, args=(program, tulis), daemon=True).start()
        select.select([pipa, baca], [], [])
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    remove(milik)


def remove(milik: list[str]) -> None:
    """Remove files and folders that are there."""
    for satu in milik:
        shutil.rmtree(satu, ignore_errors=True)
        with contextlib.suppress(OSError):
            os.unlink(satu)


def follow(program: "subprocess.Popen[bytes]", tulis: int) -> None:
    """Tell by closing a pipe that the program has ended."""
    program.wait()
    os.close(tulis)


if __name__ == "__main__":
    watch(int(sys.argv[1]), sys.argv[2].splitlines(), sys.argv[3:])
