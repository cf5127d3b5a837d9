"""The golden mini-case of two sasaran and six indikator, as files from end to end; mini_harapan.json says what must come out."""

from pathlib import Path

from lakip_lib.settings import read_instansi

from .formulir import fill_formulir
from .lra_rata import build_rata, write_rata_xlsx
from .rencana import write_rencana
from .simpan import save_xlsx
from .tabel import AKAR

CONTOH = "mini"
FOLDER = AKAR / "2025" / "contoh-mini"
JUDUL = ("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH MINI", "LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2025")


def make(folder: Path = FOLDER) -> None:
    """Write the files of the mini-case into its folder."""
    settings = read_instansi(FOLDER / "instansi.toml")
    write_rencana(CONTOH, folder / "perencanaan.xlsx", 2025)
    write_rata_xlsx(folder / "lra.xlsx", build_rata(CONTOH), judul=JUDUL, tahun=2025)
    for unit in settings.unit:
        terisi = fill_formulir(CONTOH, settings, unit)
        save_xlsx(folder / "isian" / f"{unit.kode}.xlsx", terisi, waktu="2026-01-08T03:00:00Z")
