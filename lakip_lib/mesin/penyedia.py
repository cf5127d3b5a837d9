"""The kernels of JupyterLab, and of all that speaks to kernels, forked: `Penyedia` is what the kernelspec `lakip` names."""

import asyncio
import importlib.util
import os
import socket
import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
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
PORTA = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")
_dimuat: dict[tuple[str, ...], int] = {}


class Penyedia(LocalProvisioner):
    """Forks kernels from a process that has `modul` loaded.

    Starts a stock one, the same in all but the time it takes, where there is no fork, where a kernel is asked for that a fork
    is not, or where the library was changed since it was loaded.
    """

    modul = List(Unicode(), help="The modules that kernels find loaded").tag(config=True)

    def __init__(self, **traits: Any) -> None:
        """Hold no port yet."""
        super().__init__(**traits)
        self._porta = ExitStack()

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Choose the kernel's ports, and hold them from now on; the rest is the stock provisioner's."""
        manager = self.parent
        if manager is not None and manager.cache_ports and not self.ports_cached and can_hold(manager.transport):
            for nama in PORTA:
                setattr(manager, nama, self._porta.enter_context(hold_port(manager.ip)).getsockname()[1])
            self.ports_cached = True
        return await super().pre_launch(**kwargs)

    async def cleanup(self, restart: bool = False) -> None:
        """Let go of the ports, unless a new kernel is to take them."""
        await super().cleanup(restart)
        if not restart:
            self._porta.close()

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


def can_hold(angkutan: str) -> bool:
    """Whether a port can be held for a kernel: elsewhere than on Linux the kernel could not take it."""
    return angkutan == "tcp" and sys.platform == "linux"


def hold_port(alamat: str) -> socket.socket:
    """A socket that keeps a free port from everybody but the kernel that is told of it.

    jupyter_client finds ports that are free and lets them go again; until the kernel has loaded, any connection on this
    machine may be given one of them, and the kernel ends where it begins. A socket that is bound and does not listen shares
    its port with one that asks for it by number, as ZeroMQ does (SO_REUSEADDR), and with nobody who asks for just any.
    """
    soket = socket.socket()
    soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    soket.bind((alamat, 0))
    return soket


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
