"""What each stage of an agency-year is made from, as hashes and versions: when one of them changes, the stage is due."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from lakip_lib.charts.peramban import find_browser
from lakip_lib.delivery.keadaan import TAHAP
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.sidik import Dasar, explain_due, hash_files, hash_inputs, hash_notebooks, hash_program
from lakip_lib.report.docx.halaman import find_soffice
from lakip_lib.settings import Lokasi
from lakip_lib.versi import list_versi

NOTEBOOK_ANALISIS = (("01_periksa_isian", "02_capaian_kinerja"), ("03_realisasi_anggaran", "04_perbandingan"))
NOTEBOOK_ANGKA = "02_capaian_kinerja"  # the one that others read from
NOTEBOOK_SUSUN = "05_lakip"
NOTEBOOK_REKAP = "06_rekap_daerah"
NOTEBOOK = {"analisis": tuple(chain(*NOTEBOOK_ANALISIS)), "naskah": (NOTEBOOK_SUSUN,)}


def list_salinan(nama: str, lokasi: Lokasi) -> tuple[Path, Path]:
    """Where the executed copy of a notebook and its page for readers lie."""
    folder = lokasi.reports / "notebooks"
    return folder / f"{nama}.ipynb", folder / f"{nama}.html"


def find_naskah(lokasi: Lokasi) -> Path:
    """The executed narrative notebook, which the documents are made from."""
    return list_salinan(NOTEBOOK_SUSUN, lokasi)[0]


def compute_dasar(lokasi: Lokasi, tahap: str, masukan: Mapping[str, str] | None = None) -> Dasar:
    """The grounds of a stage (one of TAHAP): inputs (hashed where not given), program, notebooks, the stage before, renderers."""
    hulu = {
        "naskah": [lokasi.processed / "lengkap.json"],
        "dokumen": [lokasi.reports / "hasil.json", find_naskah(lokasi)],
    }
    return {
        "masukan": hash_inputs(lokasi) if masukan is None else masukan,
        "program": list_program(),
        "notebook": hash_notebooks(NOTEBOOK.get(tahap, ())),
        "hulu": {path.name: hash_file(path) for path in hulu.get(tahap, ()) if path.is_file()},
        "perender": list_perender() if tahap == "dokumen" else {},
    }


def explain_all(lokasi: Lokasi) -> dict[str, str]:
    """Why each stage must run, by its name in order; "" for one that need not."""
    masukan = hash_inputs(lokasi)
    return {tahap: explain_due(lokasi, tahap, compute_dasar(lokasi, tahap, masukan)) for tahap in TAHAP}


def sum_dasar(lokasi: Lokasi, tahap: Iterable[str]) -> str:
    """One hash of the grounds of these stages and of the ledger, which may stop them, too."""
    masukan = hash_inputs(lokasi)
    isi = {nama: compute_dasar(lokasi, nama, masukan) for nama in tahap}
    alur = hash_files(sorted(p for p in lokasi.alur.rglob("*") if p.is_file()), lokasi.alur)
    return hashlib.sha256(json.dumps([isi, alur], sort_keys=True).encode()).hexdigest()


@cache
def list_program() -> dict[str, str]:
    """lakip as it is, and the versions of the libraries that its documents depend on."""
    return {**hash_program(), **list_versi()}


@cache
def list_perender() -> dict[str, str]:
    """Which browser and which LibreOffice there are, each by its size: a new build has another, on every machine the same."""
    soffice = find_soffice()
    return {"peramban": _describe(find_browser()), "libreoffice": _describe(Path(soffice) if soffice else None)}


def _describe(path: Path | None) -> str:
    if path is None:
        return "tidak ada"
    return str(path.resolve().stat().st_size)
