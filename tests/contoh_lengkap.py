"""The whole document of the rich invented year, written by the notebook's own cells without a kernel."""

from typing import Any

from contoh_hasil import make_hasil
from kasus_mini import make_settings
from susun_dokumen import NOTEBOOK, write_dokumen

from lakip_lib.measures.hasil import Hasil
from lakip_lib.model import Kinerja
from lakip_lib.narrative.konteks import Konteks

__all__ = ["NOTEBOOK", "make_konteks", "write_dokumen"]


def make_konteks(hasil: Hasil | None = None, **tabel: Any) -> Konteks:
    """The rich invented year with tables given as rows, or another Hasil."""
    return Konteks(hasil or make_hasil(), Kinerja.from_rows(**tabel), make_settings())
