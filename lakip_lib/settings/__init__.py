"""Settings of one agency-year (instansi.toml) and the places of its files."""

from lakip_lib.settings.instansi import Instansi, Pejabat, Pengaturan, Pita, Unit, read_instansi
from lakip_lib.settings.lokasi import PACKAGE, REKAP, Lokasi, LokasiDaerah, find_notebook, is_slug

__all__ = [
    "PACKAGE",
    "REKAP",
    "Instansi",
    "Lokasi",
    "LokasiDaerah",
    "Pejabat",
    "Pengaturan",
    "Pita",
    "Unit",
    "find_notebook",
    "is_slug",
    "read_instansi",
]
