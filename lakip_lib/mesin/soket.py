"""A kernel behind sockets in a forked process: ipykernel's own program, begun where everything is loaded already."""

import atexit
import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection

from lakip_lib.mesin.anak import begin

PELUNCUR = "ipykernel_launcher"


@dataclass(frozen=True)
class PermintaanSoket:
    """What the kernel begins with: its arguments, its environment, its folder."""

    argumen: tuple[str, ...]
    lingkungan: Mapping[str, str]
    folder: str

    def _bootstrap(self, hidup: int) -> int:
        """Run the kernel in the forked process until it is shut down; the exit code. `hidup` is closed with the parent."""
        begin(Connection(hidup, writable=False), self.lingkungan, self.folder)
        try:
            return run_kernel(self.argumen)
        finally:
            atexit._run_exitfuncs()  # what closes the sockets, and what a notebook wants done at its end
            for saluran in (sys.__stdout__, sys.__stderr__):
                if saluran is not None:
                    saluran.flush()


def run_kernel(argumen: tuple[str, ...]) -> int:
    """Do what `python -m ipykernel_launcher` does with these arguments; the exit code."""
    from ipykernel.kernelapp import IPKernelApp

    if sys.path[0] == "":
        del sys.path[0]  # the folder comes behind the standard library, and IPython puts it there
    peluncur = importlib.util.find_spec(PELUNCUR)
    sys.argv = [str(peluncur and peluncur.origin), *argumen]
    # 1: there is a parent, and `hidup` watches it; ipykernel has no need to.
    aplikasi = IPKernelApp.instance(parent_handle=1)
    try:
        aplikasi.initialize(list(argumen))
        introduce_kernel()
        aplikasi.start()
    except SystemExit as keluar:
        return keluar.code if isinstance(keluar.code, int) else int(keluar.code is not None)
    return 0


def introduce_kernel() -> None:
    """Let libraries that look for a kernel when they are loaded look again: now there is one."""
    if widget := sys.modules.get("ipywidgets"):
        widget.register_comm_target()
    if plotly := sys.modules.get("plotly.io._renderers"):
        letak = plotly.__spec__
        assert letak is not None
        assert letak.loader is not None
        lagi = importlib.util.module_from_spec(letak)
        letak.loader.exec_module(lagi)
        plotly.renderers.default = lagi.renderers.default
