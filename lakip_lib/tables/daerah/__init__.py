"""The tables of the district's story: from HasilDaerah to a Tabel, nothing computed anew."""

from lakip_lib.tables.daerah.anggaran import tabulate_anggaran_daerah
from lakip_lib.tables.daerah.instansi import tabulate_gerak, tabulate_hilang, tabulate_instansi, tabulate_sebab
from lakip_lib.tables.daerah.sebaran import (
    tabulate_alasan,
    tabulate_jenis,
    tabulate_kategori,
    tabulate_kuadran_daerah,
    tabulate_sebaran,
)
from lakip_lib.tables.daerah.temuan import name_aturan, tabulate_temuan_daerah

__all__ = [
    "name_aturan",
    "tabulate_alasan",
    "tabulate_anggaran_daerah",
    "tabulate_gerak",
    "tabulate_hilang",
    "tabulate_instansi",
    "tabulate_jenis",
    "tabulate_kategori",
    "tabulate_kuadran_daerah",
    "tabulate_sebab",
    "tabulate_sebaran",
    "tabulate_temuan_daerah",
]
