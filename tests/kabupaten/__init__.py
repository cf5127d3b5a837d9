"""An invented kabupaten for benchmarks and tests: agencies of all kinds and sizes from a seed, some of them with faults."""

from .daftar import Cacat, list_cacat
from .tulis import write_kabupaten

__all__ = ["Cacat", "list_cacat", "write_kabupaten"]
