"""The kernels of JupyterLab, and of all that speaks to kernels, forked: `Penyedia` is what the kernelspec `lakip` names."""

import asyncio
import importlib.util
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner
from traitlets import List, Unicode

from lakip_lib.mesin.cabang import ProsesCabang
from lakip_lib.mesin.induk import can_fork, prepare_induk
from lakip_lib.mesin.soket import PELUNCUR, PermintaanSoket

# What a kernel behind sockets loads beside what one without them does.
SOKET = (
    "IPython.core.debugger",
    "IPython.extensions.storemagic",
    "faulthandler",
    "ipykernel.kernelapp",
    "lakip_lib.mesin.soket",
)
# All that a forked kernel can be given; anything else (streams, what subprocess.Popen knows) is for a stock one.
DIKENAL = {"env", "cwd", "kernel_id", "extra_arguments"}
_dimuat: dict[tuple[str, ...], int] = {}


class Penyedia(LocalProvisioner):
    """Forks kernels from a process that has `modul` loaded.

    Starts a stock one, the same in all but the time it takes, where there is no fork, where a kernel is asked for that a fork
    is not, or where the library was changed since it was loaded.
    """

    modul = List(Unicode(), help="The modules that kernels find loaded").tag(config=True)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel and return how to connect to it; other work of the server goes on meanwhile."""
        if can_fork() and is_plain(cmd, kwargs):
            try:
                proses = await asyncio.to_thread(fork, tuple(self.modul), read_request(cmd, kwargs))
            except (EOFError, OSError) as error:
                self.log.warning("A kernel must be forked, but %r: a stock one is started.", error)
            else:
                self.process = proses  # type: ignore[assignment]  # it has the face of a Popen
                self.pid = self.pgid = proses.pid
                self.cwd = kwargs.get("cwd") or Path.cwd()
                return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)


class UsangError(OSError):
    """The library must be as it was when it was loaded."""


def prepare(modul: tuple[str, ...]) -> None:
    """Let the process that kernels are forked from begin to load, while the caller goes on; UsangError."""
    terbaru = find_newest(modul)
    if _dimuat.setdefault(modul, terbaru) != terbaru:
        raise UsangError("the library was changed since it was loaded")
    prepare_induk([*SOKET, *modul])


def fork(modul: tuple[str, ...], permintaan: PermintaanSoket) -> ProsesCabang:
    """A kernel in a forked process; EOFError, OSError."""
    prepare(modul)
    return ProsesCabang(permintaan)


def find_newest(modul: Iterable[str]) -> int:
    """When the packages of these modules were last changed (mtime, ns)."""
    paket = {nama.partition(".")[0] for nama in modul}
    letak = [importlib.util.find_spec(nama) for nama in paket]
    folder = [Path(f) for s in letak if s for f in s.submodule_search_locations or ()]
    return max((p.stat().st_mtime_ns for f in folder for p in f.rglob("*.py")), default=0)


def is_plain(cmd: list[str], kwargs: Mapping[str, Any]) -> bool:
    """Whether the kernel asked for is one of this Python with nothing that a process must begin with."""
    return (
        cmd[:3] == [sys.executable, "-m", PELUNCUR]
        and kwargs.keys() <= DIKENAL
        and _pick_python(kwargs.get("env", os.environ)) == _pick_python(os.environ)
    )


def _pick_python(lingkungan: Mapping[str, str]) -> dict[str, str]:
    return {k: v for k, v in lingkungan.items() if k.startswith(("PYTHON", "LD_")) and k != "PYTHONEXECUTABLE"}


def read_request(cmd: list[str], kwargs: Mapping[str, Any]) -> PermintaanSoket:
    """What the kernel begins with, as jupyter_client gives it to a stock one."""
    lingkungan = {**kwargs.get("env", os.environ), "JPY_PARENT_PID": str(os.getpid())}
    return PermintaanSoket(tuple(cmd[3:]), lingkungan, str(kwargs.get("cwd") or Path.cwd()))
