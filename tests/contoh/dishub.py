"""The real report of 2016, typed again from its public tables (data/raw/2016/dishub-jabar/README.md names the source)."""

from pathlib import Path

from lakip_lib.settings import read_instansi

from .formulir import fill_formulir
from .lra_rata import build_rata, write_rata_xlsx
from .rencana import write_rencana
from .simpan import save_xlsx
from .tabel import AKAR

CONTOH = "dishub"
FOLDER = AKAR / "2016" / "dishub-jabar"
JUDUL = ("PEMERINTAH PROVINSI JAWA BARAT", "DINAS PERHUBUNGAN", "REALISASI ANGGARAN TAHUN ANGGARAN 2016")


def make(folder: Path = FOLDER) -> None:
    """Write the files of the report of 2016 into its folder."""
    settings = read_instansi(FOLDER / "instansi.toml")
    write_rencana(CONTOH, folder / "perencanaan.xlsx", 2016)
    write_rata_xlsx(folder / "lra.xlsx", build_rata(CONTOH), judul=JUDUL, tahun=2016)
    for unit in settings.unit:
        terisi = fill_formulir(CONTOH, settings, unit)
        save_xlsx(folder / "isian" / f"{unit.kode}.xlsx", terisi, waktu="2017-02-28T03:00:00Z")
