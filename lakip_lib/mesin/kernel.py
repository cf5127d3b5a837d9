"""An IPython kernel without sockets: ipykernel's own in-process kernel, its messages handed to whoever listens."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from traitlets.config import Config

from lakip_lib.ringan import leave_out

with leave_out("debugpy"):  # a debugger, a tenth of all there is to load: nobody debugs a batch
    import ipykernel.debugger
    from ipykernel.inprocess.client import InProcessKernelClient
    from ipykernel.inprocess.ipkernel import InProcessKernel

Pesan = Mapping[str, Any]


class KernelTanpaSoket(InProcessKernel):
    """ipykernel 7 asks for the thread behind a kernel's sockets whenever a cell awaits; an in-process kernel has none."""

    _supports_kernel_subshells = False

    def __init__(self, **traits: Any) -> None:
        """Make the kernel with a stand-in for that thread."""
        super().__init__(**traits)
        self.shell_channel_thread = SimpleNamespace(parent_thread=None)


class Kernel:
    """A kernel: `info` says what it is, `execute` runs a cell; messages go to `dengar` as they come."""

    def __init__(self, dengar: Callable[[Pesan], None]) -> None:
        """Start it; its history is kept in memory only."""
        ipykernel.debugger._is_debugpy_available = False  # nobody debugs a batch
        kernel = KernelTanpaSoket(config=Config({"HistoryManager": {"hist_file": ":memory:"}}))
        self._client = InProcessKernelClient(kernel=kernel, session=kernel.session, allow_stdin=False)
        self._balasan: list[Pesan] = []
        self._client.shell_channel.call_handlers = self._balasan.append
        self._client.iopub_channel.call_handlers = lambda pesan: None
        self._client.start_channels()
        self._client.kernel_info()
        self.info = dict(self._balasan.pop()["content"])
        self._client.iopub_channel.call_handlers = lambda pesan: dengar(_strip(pesan))

    def execute(self, kode: str) -> Pesan:
        """Run a cell to its end; the reply."""
        self._client.execute(kode)
        return _strip(self._balasan.pop())


def _strip(pesan: Pesan) -> dict[str, Any]:
    """What of a message its reader needs."""
    kepala = pesan["header"]
    return {"msg_type": kepala["msg_type"], **{k: pesan[k] for k in ("header", "parent_header", "content")}}
