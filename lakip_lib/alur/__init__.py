"""The procedure: its eleven steps as data, the ledger of what was done, working time, the register of letters."""

from lakip_lib.alur.buku import BukuAlur, read_buku_alur
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.kalender import Kalender, read_kalender
from lakip_lib.alur.keadaan import Keadaan, find_keadaan
from lakip_lib.alur.langkah import LANGKAH, Langkah

__all__ = [
    "LANGKAH",
    "BukuAlur",
    "Entri",
    "Kalender",
    "Keadaan",
    "Langkah",
    "find_keadaan",
    "read_buku_alur",
    "read_kalender",
]
