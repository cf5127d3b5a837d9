"""A draft as it was kept: its document, figures and tidy tables, read again from its folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from lakip_lib.alur.entri import Entri
from lakip_lib.blok import Dokumen
from lakip_lib.delivery.sop.dokumen import find_susun
from lakip_lib.delivery.sop.siklus import Siklus, check_berkas
from lakip_lib.delivery.sop.tempat import DRAF, FINAL, LENGKAP, NOTEBOOK, TABEL
from lakip_lib.errors import UsageError
from lakip_lib.koreksi.perubahan import Draf
from lakip_lib.measures import Hasil, load_lengkap
from lakip_lib.model import Kinerja
from lakip_lib.report.notebook import read_dokumen


@dataclass(frozen=True)
class DrafTersimpan:
    """What was kept of a version: the document as blocks, the figures (whole and as promised), the tidy tables."""

    versi: str
    folder: Path
    dokumen: Dokumen
    hasil: Hasil
    angka: dict[str, Any]
    kinerja: Kinerja

    @property
    def draf(self) -> Draf:
        """The draft as the changelog of numbers takes it."""
        return Draf(self.versi, self.angka, self.kinerja)


def load_draf(siklus: Siklus, versi: str) -> DrafTersimpan:
    """The kept draft of a version; UsageError where there is none, or its files are no longer those that were kept."""
    entri = _find_entri(siklus, versi)
    if entri is None:
        dikenal = ", ".join(dict.fromkeys(e.versi for e in siklus.buku.list("susun"))) or "belum ada"
        raise UsageError(f"Draf versi {versi} tidak ada; yang tercatat: {dikenal}.")
    rusak = check_berkas(siklus.lokasi, entri.keluaran)
    if rusak:
        raise UsageError(
            f"Draf versi {versi} tidak lagi seperti saat disusun: {', '.join(rusak)}. Susun lagi (lakip susun)."
        )
    return _read_draf(versi, siklus.folder / DRAF / versi)


def load_terbitan(siklus: Siklus, versi: str) -> DrafTersimpan:
    """The final build of a version as it was kept; UsageError where its files are no longer those."""
    rusak = check_berkas(siklus.lokasi, find_susun(siklus, versi, final=True).keluaran)
    if rusak:
        raise UsageError(f"Terbitan akhir tidak lagi seperti saat disusun: {', '.join(rusak)}. Pulihkan dari cadangan.")
    return _read_draf(versi, siklus.folder / FINAL)


def find_draf(siklus: Siklus, versi: str) -> DrafTersimpan | None:
    """The kept draft of a version where it is there as it was kept, else None: an earlier one that may be done without."""
    entri = _find_entri(siklus, versi)
    return (
        None
        if entri is None or check_berkas(siklus.lokasi, entri.keluaran)
        else _read_draf(versi, siklus.folder / DRAF / versi)
    )


def _find_entri(siklus: Siklus, versi: str) -> Entri | None:
    return next(
        (e for e in siklus.buku.list("susun") if e.versi == versi and f"{DRAF}/{versi}" in next(iter(e.keluaran), "")),
        None,
    )


def _read_draf(versi: str, folder: Path) -> DrafTersimpan:
    return DrafTersimpan(
        versi,
        folder,
        read_dokumen(nbformat.read(folder / NOTEBOOK, as_version=4)),
        load_lengkap((folder / TABEL / LENGKAP).read_text("utf-8")),
        json.loads((folder / "hasil.json").read_text("utf-8")),
        Kinerja.load(folder / TABEL),
    )
