"""Interactive exploration in JupyterLab: choose agency, year, sasaran and indikator; see record, history, sources."""

from lakip_lib.delivery.jelajah.halaman import load_tools, show_gambar, show_tabel
from lakip_lib.delivery.jelajah.layar import Jelajah, open_jelajah
from lakip_lib.delivery.jelajah.tempat import find_lokasi

__all__ = ["Jelajah", "find_lokasi", "load_tools", "open_jelajah", "show_gambar", "show_tabel"]
