"""Workers elsewhere: a Dask cluster behind the interface of concurrent.futures, on folders that all its machines share."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from lakip_lib.errors import UsageError

TUNGGU = 10.0  # seconds for the scheduler to answer, and for a worker to be there
BELUM_ADA = "--klaster memerlukan paket tambahan. Pasang dengan: pip install 'lakip[klaster]'"
TAK_MENJAWAB = "Penjadwal Dask di {alamat} tidak menjawab. Jalankan dahulu (dask scheduler), lalu periksa alamatnya."
TANPA_PEKERJA = "Penjadwal Dask di {alamat} belum mempunyai pekerja. Jalankan dahulu: dask worker {alamat} --nthreads 1"


@contextmanager
def open_klaster(alamat: str) -> Iterator[Executor]:
    """The workers of the cluster whose scheduler answers at `alamat` (tcp://host:port).

    UsageError where distributed is not installed, the scheduler does not answer, or it has no worker. A task whose worker
    dies is given to another by the scheduler itself.
    """
    with _connect(alamat) as client:
        yield client.get_executor(pure=False)


def _connect(alamat: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(BELUM_ADA) from error
    try:
        client = Client(alamat, timeout=TUNGGU, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(TAK_MENJAWAB.format(alamat=alamat)) from error
    try:
        client.wait_for_workers(1, timeout=TUNGGU)
    except TimeoutError as error:
        client.close()
        raise UsageError(TANPA_PEKERJA.format(alamat=alamat)) from error
    return client


def is_terbunuh(error: BaseException) -> bool:
    """Whether the scheduler gave a task up because it took several workers with it."""
    return type(error).__name__ == "KilledWorker"  # a class of distributed, which need not be installed


def count_pekerja(alamat: str) -> int:
    """How many tasks the cluster's workers take at once."""
    with _connect(alamat) as client:
        return sum(client.ncores().values())
