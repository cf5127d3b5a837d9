"""manifest.json: every input and output with its hash, versions, settings, and each notebook's completion record."""

import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat

from lakip_lib import __version__
from lakip_lib.delivery.rekaman import find_rekaman
from lakip_lib.delivery.sidik import hash_files, hash_inputs
from lakip_lib.measures.susun import list_pengaturan
from lakip_lib.report.bab.lampiran import PUSTAKA
from lakip_lib.settings import Instansi, Lokasi

PAKET = (*PUSTAKA, "kaleido", "xlsxwriter", "openpyxl", "python-calamine")


def build_manifest(lokasi: Lokasi, settings: Instansi, keluaran: Iterable[Path]) -> dict[str, Any]:
    """The manifest as plain values; paths relative to the folder they lie in, no time of day."""
    folder = lokasi.reports
    notebooks = sorted((folder / "notebooks").glob("*.ipynb"))
    rekaman = {p.stem: find_rekaman(nbformat.read(p, as_version=4)) for p in notebooks}
    others = [
        p for sub in ("balasan", "formulir", "notebooks") for p in sorted((folder / sub).glob("*")) if p.is_file()
    ]
    return {
        "skema": "1",
        "instansi": settings.instansi.kode,
        "tahun": settings.periode.tahun,
        "periode": lokasi.periode,
        "masukan": hash_inputs(lokasi),
        "keluaran": hash_files([*keluaran, *others], folder),
        "notebook": rekaman,
        "pengaturan": list_pengaturan(settings),
        "versi": {"lakip": __version__, "python": platform.python_version(), **{p: version(p) for p in PAKET}},
    }
