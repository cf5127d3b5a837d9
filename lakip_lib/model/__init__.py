"""The waist: left of it knows Excel, right of it only these tidy tables."""

from lakip_lib.model.kinerja import Kinerja, load_table, make_table
from lakip_lib.model.kolom import TABEL

__all__ = ["TABEL", "Kinerja", "load_table", "make_table"]
