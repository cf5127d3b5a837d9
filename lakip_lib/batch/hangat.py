"""All that a worker needs, imported: the process that workers are forked from loads it once."""

from lakip_lib.batch import pekerja
from lakip_lib.delivery import hangat, jalankan, terbit

__all__ = ["hangat", "jalankan", "pekerja", "terbit"]
