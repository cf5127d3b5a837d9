"""Settings of one agency-year (instansi.toml) and the places of its files."""

from lakip_lib.settings.instansi import Instansi, Pejabat, Pengaturan, Pita, Unit, read_instansi
from lakip_lib.settings.lokasi import PACKAGE, Lokasi, find_notebook

__all__ = [
    "PACKAGE",
    "Instansi",
    "Lokasi",
    "Pejabat",
    "Pengaturan",
    "Pita",
    "Unit",
    "find_notebook",
    "read_instansi",
]
