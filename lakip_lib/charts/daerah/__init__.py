"""Pictures of a district, readable with one agency and with five hundred."""

from lakip_lib.charts.daerah.anggaran import plot_urusan
from lakip_lib.charts.daerah.kuadran import plot_kuadran_daerah
from lakip_lib.charts.daerah.sebaran import plot_sebaran
from lakip_lib.charts.daerah.urutan import plot_terendah, plot_tertinggi

__all__ = ["plot_kuadran_daerah", "plot_sebaran", "plot_terendah", "plot_tertinggi", "plot_urusan"]
