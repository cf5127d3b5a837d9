"""What JupyterLab's server does when it starts: what kernels find loaded begins to load, so that the first one, too, is quick."""

from pathlib import Path

from jupyter_client.kernelspec import KernelSpec

from lakip_lib.mesin.induk import can_fork
from lakip_lib.mesin.penyedia import prepare

SPEC = Path(__file__).with_name("kernelspec")


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(peladen: object) -> None:
    if can_fork():
        spec = KernelSpec.from_resource_dir(str(SPEC))
        prepare(tuple(spec.metadata["kernel_provisioner"]["config"]["modul"]))
