"""manifest.json: every input and output with its hash, versions, settings, and each notebook's completion record."""

import json
from collections.abc import Mapping
from typing import Any

from lakip_lib.delivery.rekaman import find_rekaman, hash_bytes
from lakip_lib.delivery.sidik import hash_files, hash_inputs
from lakip_lib.measures.susun import list_pengaturan
from lakip_lib.settings import Instansi, Lokasi
from lakip_lib.versi import list_versi

MANIFEST = "manifest.json"


def build_manifest(lokasi: Lokasi, settings: Instansi) -> dict[str, Any]:
    """The manifest of all that the documents are made from and that lies beside them, as plain values.

    Paths are relative to the folder they lie in; there is no time of day. `add_dokumen` adds the documents.
    """
    folder = lokasi.reports
    notebooks = sorted((folder / "notebooks").glob("*.ipynb"))
    rekaman = {p.stem: find_rekaman(json.loads(p.read_bytes())) for p in notebooks}
    others = [folder / "hasil.json"] + [
        p for sub in ("balasan", "formulir", "notebooks") for p in sorted((folder / sub).glob("[!.]*")) if p.is_file()
    ]
    return {
        "skema": "1",
        "instansi": settings.instansi.kode,
        "tahun": settings.periode.tahun,
        "periode": lokasi.periode,
        "masukan": hash_inputs(lokasi),
        "keluaran": hash_files(others, folder),
        "notebook": rekaman,
        "pengaturan": list_pengaturan(settings),
        "versi": list_versi(),
    }


def add_dokumen(manifest: Mapping[str, Any], dokumen: Mapping[str, bytes]) -> dict[str, Any]:
    """The manifest with these documents among its outputs."""
    return {**manifest, "keluaran": manifest["keluaran"] | {nama: hash_bytes(data) for nama, data in dokumen.items()}}
