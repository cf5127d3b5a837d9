"""Measure, print the table, keep reports/bench/laporan.json."""

import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench.tahap import AKAR, measure_stages, measure_whole
from tests.bench.ukur import Pengamat

LAPORAN = AKAR / "reports" / "bench" / "laporan.json"


def main() -> None:
    """The whole while this process is still small, then each stage, in a folder that is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="lakip-bench-") as folder, Pengamat() as pengamat:
        measure_whole(pengamat, Path(folder, "seluruh"))
        measure_stages(pengamat, Path(folder, "tahap"))
    from tests.bench.laporan import tabulate, write_json  # not before "Memuat program", which measures the imports

    write_json(pengamat.ukuran, LAPORAN)
    Console(width=100).print(tabulate(pengamat.ukuran))


if __name__ == "__main__":
    main()
