"""The kernel `lakip` of JupyterLab: answers as a stock one does, starts at once, leaves nothing behind."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

import psutil
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager, KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from jupyter_core.utils import run_sync
from pembantu import wait_gone

import lakip_lib.mesin.peladen as peladen
import lakip_lib.mesin.penyedia as penyedia
from lakip_lib.mesin.cabang import ProsesCabang
from lakip_lib.mesin.induk import TANPA_PERINGATAN, can_fork, prepare_induk
from lakip_lib.mesin.soket import introduce_kernel

pytestmark = pytest.mark.skipif(not can_fork(), reason="kernels are forked on Linux only")

AKAR = Path(__file__).resolve().parent.parent
SPEC = AKAR / "lakip_lib" / "mesin" / "kernelspec"
PENYEDIA = "lakip-penyedia"
MODUL = ["ipywidgets"]  # it looks for a kernel when it is loaded: here it is loaded before there is one
RAGAM = (
    "import sys\nprint('satu')\nprint('dua', file=sys.stderr)",
    "from IPython.display import HTML, display\ndisplay(HTML('<b>tebal</b>'))\n1 + 1",
    "import asyncio\nawait asyncio.sleep(0)\n'ditunggu'",
    "1 / 0",
    "import os\nos.system('echo anak')\nprint(__name__, sys.argv[0], sys.path, os.getcwd(), os.environ['JPY_PARENT_PID'])",
    "import multiprocessing, threading\nprint(multiprocessing.current_process().name, threading.current_thread().name)",
    "import ipywidgets\nsorted(get_ipython().kernel.comm_manager.targets)",
    "%lsmagic",
    "os.getpgid(0) == os.getpid() == os.getsid(0)",
)


@pytest.fixture(scope="module", autouse=True)
def terdaftar() -> None:
    """The provisioner is known as pyproject.toml makes it known where lakip is installed."""
    nama = KernelProvisionerFactory.GROUP_NAME
    titik = tomllib.loads((AKAR / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"][nama]
    KernelProvisionerFactory.instance().provisioners[PENYEDIA] = EntryPoint(PENYEDIA, titik[PENYEDIA], nama)


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> KernelSpecManager:
    """The kernelspec of the package, with little to load, and the same without the provisioner as `stok`."""
    folder = tmp_path_factory.mktemp("kernels")
    isi = json.loads((SPEC / "kernel.json").read_text("utf-8"))
    isi["metadata"]["kernel_provisioner"]["config"]["modul"] = MODUL
    write_spec(folder / "lakip", isi)
    del isi["metadata"]["kernel_provisioner"]
    write_spec(folder / "stok", isi)
    return KernelSpecManager(kernel_dirs=[str(folder)], ensure_native_kernel=False)


def write_spec(folder: Path, isi: dict[str, Any]) -> None:
    folder.mkdir()
    (folder / "kernel.json").write_text(json.dumps(isi), "utf-8")


@contextmanager
def start(spec: KernelSpecManager, nama: str = "lakip", **lain: Any) -> Iterator[tuple[KernelManager, Any]]:
    manager = KernelManager(kernel_name=nama, kernel_spec_manager=spec)
    manager.start_kernel(**lain)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run(client: Any, kode: str) -> list[tuple[str, dict[str, Any]]]:
    """What a cell answers: type and content of each message."""
    pesan: list[dict[str, Any]] = []
    client.execute_interactive(kode, timeout=60, output_hook=pesan.append, stop_on_error=False)
    return [(p["msg_type"], p["content"]) for p in pesan if p["msg_type"] not in {"status", "execute_input"}]


def read(client: Any, kode: str) -> str:
    """The text that a cell prints."""
    return "".join(isi["text"] for jenis, isi in run(client, kode) if jenis == "stream")


def test_cells_answer_as_in_a_stock_kernel(spec: KernelSpecManager, tmp_path: Path) -> None:
    with start(spec, cwd=str(tmp_path)) as (manager, cabang), start(spec, "stok", cwd=str(tmp_path)) as (_, stok):
        assert isinstance(manager.provisioner.process, ProsesCabang)  # type: ignore[union-attr]
        assert [run(cabang, kode) for kode in RAGAM] == [run(stok, kode) for kode in RAGAM]
        satu, dua = (c.kernel_info(reply=True, timeout=10)["content"] for c in (cabang, stok))
        assert satu | {"banner": ""} == dua | {"banner": ""}  # a banner ends with a tip, each time another


def test_plotly_loaded_before_there_was_a_kernel_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import plotly.io._renderers  # the part that looks is loaded as late as can be
    from plotly.io import renderers

    monkeypatch.setattr(renderers, "_default_name", renderers.default)
    monkeypatch.setattr(renderers, "_default_renderers", [])
    monkeypatch.setenv("PLOTLY_RENDERER", "plotly_mimetype")
    renderers.default = "browser"
    introduce_kernel()
    assert renderers.default == "plotly_mimetype"
    assert plotly.io.renderers is renderers


def test_restart_forgets_and_interrupt_ends_a_cell(spec: KernelSpecManager) -> None:
    with start(spec) as (manager, client):
        pid = int(read(client, "import os\na = 1\nprint(os.getpid())"))
        manager.restart_kernel()
        client.wait_for_ready(timeout=60)
        assert wait_gone(pid)
        assert read(client, "print('a' in globals())") == "False\n"
        # without stop_on_error: else the kernel drops what is asked at once after the interrupted cell
        id = client.execute("import time\nprint('mulai')\ntime.sleep(60)", stop_on_error=False)
        while client.get_iopub_msg(timeout=10)["msg_type"] != "stream":
            pass
        manager.interrupt_kernel()
        balasan = client.get_shell_msg(timeout=10)
        assert (balasan["parent_header"]["msg_id"], balasan["content"]["ename"]) == (id, "KeyboardInterrupt")
        assert read(client, "print('lanjut')") == "lanjut\n"


def list_pids(client: Any) -> list[int]:
    """The kernel's, and that of a program which it is let begin."""
    return [
        int(p)
        for p in read(
            client, "import os, subprocess\nprint(os.getpid(), subprocess.Popen(['sleep', '600']).pid)"
        ).split()
    ]


def test_shutdown_leaves_no_process_and_no_file_open(spec: KernelSpecManager) -> None:
    sebelum = len(os.listdir("/proc/self/fd"))
    with start(spec) as (manager, client):
        pids = list_pids(client)
        info = run_sync(manager.provisioner.get_provisioner_info)()  # type: ignore[union-attr]
        assert (info["pid"], info["pgid"]) == (pids[0], pids[0])
    assert all(map(wait_gone, pids))
    assert len(os.listdir("/proc/self/fd")) <= sebelum + 3  # jupyter_client's context


def test_a_notebook_may_leave_something_for_the_end(spec: KernelSpecManager, tmp_path: Path) -> None:
    with start(spec) as (manager, client):
        run(client, f"import atexit\natexit.register(open, {str(tmp_path / 'akhir')!r}, 'w')")
        manager.shutdown_kernel()
        assert not manager.has_kernel
    assert (tmp_path / "akhir").exists()


def test_a_kernel_that_is_killed_is_told_and_takes_its_processes_along(spec: KernelSpecManager) -> None:
    with start(spec) as (manager, client):
        pids = list_pids(client)
        os.kill(pids[0], signal.SIGKILL)
        assert manager.provisioner.process.wait() == -signal.SIGKILL  # type: ignore[union-attr]
        assert not manager.is_alive()
        assert wait_gone(pids[1])


def test_a_kernel_ends_with_the_process_that_it_was_forked_from(spec: KernelSpecManager) -> None:
    with start(spec) as (manager, client):
        pids = [*list_pids(client), psutil.Process(manager.provisioner.pid).ppid()]  # type: ignore[union-attr]
        os.kill(pids[-1], signal.SIGKILL)
        assert manager.provisioner.process.wait() == 255  # type: ignore[union-attr]
        assert all(map(wait_gone, pids))
        manager.restart_kernel(now=True)
        client.wait_for_ready(timeout=60)
        assert isinstance(manager.provisioner.process, ProsesCabang)  # type: ignore[union-attr]


def test_a_kernel_ends_with_a_parent_that_is_killed(spec: KernelSpecManager, tmp_path: Path) -> None:
    kode = (  # a program without a guard: a fork does not run it again
        "import sys, time\nfrom lakip_lib.mesin.soket import PermintaanSoket\nfrom lakip_lib.mesin.penyedia import fork\n"
        f"p = fork(('lakip_lib.mesin',), PermintaanSoket(('-f', {str(tmp_path / 'k.json')!r}), {{}}, '.'))\n"
        f"while not __import__('os').path.exists({str(tmp_path / 'k.json')!r}): time.sleep(0.02)\n"
        "print(p.pid, flush=True)\ntime.sleep(600)\n"
    )
    (tmp_path / "program.py").write_text(kode, "utf-8")
    program = subprocess.Popen([sys.executable, str(tmp_path / "program.py")], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    pid = int(program.stdout.readline())
    assert psutil.pid_exists(pid)
    program.kill()
    program.wait()
    program.stdout.close()
    assert wait_gone(pid)


def test_eight_kernels_asked_for_at_once_all_answer(spec: KernelSpecManager) -> None:
    async def ask(n: int) -> int:
        manager = AsyncKernelManager(kernel_name="lakip", kernel_spec_manager=spec)
        await manager.start_kernel()
        client = manager.client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=60)
            balasan = await client.execute("", user_expressions={"n": f"{n} * 2"}, reply=True, timeout=60)
            return int(balasan["content"]["user_expressions"]["n"]["data"]["text/plain"])
        finally:
            client.stop_channels()
            await manager.shutdown_kernel(now=True)

    async def ask_all() -> list[int]:
        return await asyncio.gather(*map(ask, range(8)))

    assert asyncio.run(ask_all()) == [n * 2 for n in range(8)]


def is_free(porta: int) -> bool:
    with socket.socket() as soket:
        try:
            soket.bind(("127.0.0.1", porta))
        except OSError:
            return False
    return True


def test_a_port_is_nobody_elses_before_its_kernel_has_it(spec: KernelSpecManager) -> None:
    async def prepare_and_end() -> list[list[bool]]:
        manager = AsyncKernelManager(kernel_name="lakip", kernel_spec_manager=spec)
        diri = KernelProvisionerFactory.instance().create_provisioner_instance(
            "x", spec.get_kernel_spec("lakip"), manager
        )
        await diri.pre_launch()
        porta = [diri.connection_info[nama] for nama in penyedia.PORTA]  # type: ignore[literal-required]
        bebas = [list(map(is_free, porta))]
        for lagi in (True, False):
            await diri.cleanup(restart=lagi)
            bebas.append(list(map(is_free, porta)))
        return bebas

    assert asyncio.run(prepare_and_end()) == [[False] * 5, [False] * 5, [True] * 5]


def test_a_stock_kernel_starts_where_none_is_forked(spec: KernelSpecManager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKIP_MESIN", "biasa")
    with start(spec) as (manager, client):
        assert isinstance(manager.provisioner.process, subprocess.Popen)  # type: ignore[union-attr]
        assert read(client, "print(1 + 1)") == "2\n"


def test_a_stock_kernel_starts_where_forking_fails(
    spec: KernelSpecManager, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(fds: list[int]) -> None:
        raise EOFError

    monkeypatch.setattr(forkserver, "connect_to_new_process", fail)
    with start(spec) as (manager, client):
        assert isinstance(manager.provisioner.process, subprocess.Popen)  # type: ignore[union-attr]
        assert read(client, "print(1 + 1)") == "2\n"


@pytest.mark.parametrize(
    ("cmd", "kwargs"),
    [
        (["python2", "-m", "ipykernel_launcher", "-f", "k.json"], {}),
        ([sys.executable, "-X", "dev", "-m", "ipykernel_launcher", "-f", "k.json"], {}),
        ([sys.executable, "-m", "ipykernel_launcher"], {"env": {**os.environ, "PYTHONHASHSEED": "7"}}),
        ([sys.executable, "-m", "ipykernel_launcher"], {"stdout": subprocess.PIPE}),
        ([sys.executable, "-m", "ipykernel_launcher"], {"independent": True}),
    ],
)
def test_what_a_fork_cannot_give_is_left_to_a_stock_kernel(cmd: list[str], kwargs: dict[str, Any]) -> None:
    assert penyedia.is_plain([sys.executable, "-m", "ipykernel_launcher"], {"env": dict(os.environ), "cwd": "."})
    assert not penyedia.is_plain(cmd, kwargs)


def test_a_library_changed_since_it_was_loaded_is_not_forked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modul = tmp_path / "paket_uji" / "__init__.py"
    modul.parent.mkdir()
    modul.touch()
    monkeypatch.syspath_prepend(tmp_path)
    penyedia.prepare(("paket_uji",))
    penyedia.prepare(("paket_uji",))
    os.utime(modul, ns=(0, modul.stat().st_mtime_ns + 1))
    with pytest.raises(penyedia.UsangError):
        penyedia.prepare(("paket_uji",))


def test_kernels_begun_in_many_threads_leave_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forkserver, "ensure_running", lambda: time.sleep(0.01))
    monkeypatch.delenv(TANPA_PERINGATAN, raising=False)
    with ThreadPoolExecutor(4) as utas:
        list(utas.map(prepare_induk, [()] * 4))
    assert TANPA_PERINGATAN not in os.environ


def test_the_server_begins_to_load_what_the_kernelspec_names(monkeypatch: pytest.MonkeyPatch) -> None:
    dimuat: list[str] = []
    monkeypatch.setattr(peladen, "prepare", dimuat.extend)
    isi = json.loads((SPEC.with_name("server") / "lakip.json").read_text("utf-8"))
    (nama,) = isi["ServerApp"]["jpserver_extensions"]
    (titik,) = import_module(nama)._jupyter_server_extension_points()
    import_module(titik["module"])._load_jupyter_server_extension(None)
    assert dimuat
    assert all(find_spec(nama) for nama in dimuat)
