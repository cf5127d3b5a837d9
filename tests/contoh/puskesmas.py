"""A second agency of another kind: own scale, cap 110, MIN-B, E5, mean of indikator, budget as CSV with `;`."""

from pathlib import Path

from lakip_lib.settings import read_instansi

from .formulir import fill_formulir
from .lra_rata import build_rata, write_rata_csv
from .rencana import write_rencana
from .simpan import save_xlsx
from .tabel import AKAR

CONTOH = "puskesmas"
FOLDER = AKAR / "2025" / "puskesmas-contoh"
JUDUL = (
    "PEMERINTAH KABUPATEN CONTOH JAYA",
    "PUSKESMAS RIMBA CONTOH",
    "LAPORAN REALISASI ANGGARAN s.d. 31 Desember 2025",
)


def make(folder: Path = FOLDER) -> None:
    """Write the files of the puskesmas into its folder."""
    settings = read_instansi(FOLDER / "instansi.toml")
    write_rencana(CONTOH, folder / "perencanaan.xlsx", 2025)
    write_rata_csv(folder / "lra.csv", build_rata(CONTOH), judul=JUDUL)
    for unit in settings.unit:
        terisi = fill_formulir(CONTOH, settings, unit)
        save_xlsx(folder / "isian" / f"formulir-{unit.kode.lower()}.xlsx", terisi, waktu="2026-01-15T03:00:00Z")
