"""The district in sentences: who reported, how the figures spread, what may be compared and what may not."""

from lakip_lib.narrative.daerah.anggaran import describe_kode, describe_kuadran_daerah, describe_uang
from lakip_lib.narrative.daerah.capaian import describe_indikator, describe_sebaran, describe_setara, list_ends
from lakip_lib.narrative.daerah.dasar import say_nihil, say_pada, say_waktu
from lakip_lib.narrative.daerah.lalu import describe_lalu_daerah
from lakip_lib.narrative.daerah.pelaporan import describe_pelaporan, describe_temuan

__all__ = [
    "describe_indikator",
    "describe_kode",
    "describe_kuadran_daerah",
    "describe_lalu_daerah",
    "describe_pelaporan",
    "describe_sebaran",
    "describe_setara",
    "describe_temuan",
    "describe_uang",
    "list_ends",
    "say_nihil",
    "say_pada",
    "say_waktu",
]
