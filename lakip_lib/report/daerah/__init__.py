"""The district's story as a document: its chapters, and the page that finds any agency."""

from lakip_lib.report.daerah.bab import (
    write_anggaran,
    write_capaian,
    write_daftar,
    write_ikhtisar,
    write_kuadran,
    write_lalu,
    write_lampiran,
    write_pelaporan,
    write_temuan,
)
from lakip_lib.report.daerah.depan import list_bagian_daerah, make_identitas_daerah

__all__ = [
    "list_bagian_daerah",
    "make_identitas_daerah",
    "write_anggaran",
    "write_capaian",
    "write_daftar",
    "write_ikhtisar",
    "write_kuadran",
    "write_lalu",
    "write_lampiran",
    "write_pelaporan",
    "write_temuan",
]
