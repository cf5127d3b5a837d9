"""Pictures of the figures in `Hasil`, and of the procedure: each `plot_*` gives a Gambar (figure, alt text, data table) or None.

Charts compute nothing but positions; every printed figure is the one in `Hasil` or in `Ikhtisar`.
"""

from lakip_lib.charts.alur import plot_alur
from lakip_lib.charts.anggaran import plot_anggaran_kelompok, plot_anggaran_program
from lakip_lib.charts.capaian import plot_capaian
from lakip_lib.charts.kuadran import plot_kuadran
from lakip_lib.charts.papan import plot_papan
from lakip_lib.charts.rekap import plot_rekap
from lakip_lib.charts.renstra import plot_renstra
from lakip_lib.charts.strip import plot_strip
from lakip_lib.charts.tahun import plot_tahun
from lakip_lib.charts.target import plot_target
from lakip_lib.charts.tema import set_renderer, to_figure
from lakip_lib.charts.triwulan import plot_triwulan

__all__ = [
    "plot_alur",
    "plot_anggaran_kelompok",
    "plot_anggaran_program",
    "plot_capaian",
    "plot_kuadran",
    "plot_papan",
    "plot_rekap",
    "plot_renstra",
    "plot_strip",
    "plot_tahun",
    "plot_target",
    "plot_triwulan",
    "set_renderer",
    "to_figure",
]
