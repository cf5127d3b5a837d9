"""The chapters of the LKjIP: each function gives a stretch of the document as blocks, without numbers."""

from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.bagian import write_narasi
from lakip_lib.report.bab.depan import list_bagian, make_identitas, write_daftar, write_kata_pengantar
from lakip_lib.report.bab.ikhtisar import write_ikhtisar
from lakip_lib.report.bab.keuangan import (
    write_anggaran,
    write_anggaran_sasaran,
    write_penunjang,
    write_rincian_anggaran,
    write_tindak_lanjut,
)
from lakip_lib.report.bab.lampiran import write_lampiran
from lakip_lib.report.bab.pendahuluan import write_sistematika, write_sumber_daya
from lakip_lib.report.bab.penjelasan import explain_figures
from lakip_lib.report.bab.penutup import write_langkah, write_simpulan
from lakip_lib.report.bab.perencanaan import write_iku, write_pk, write_rencana_aksi, write_renstra
from lakip_lib.report.bab.rancangan import plan_charts
from lakip_lib.report.bab.ringkasan import write_ringkasan, write_skala
from lakip_lib.report.bab.sasaran import write_sasaran
from lakip_lib.report.bab.terbuka import check_final, list_terbuka

__all__ = [
    "Konteks",
    "check_final",
    "explain_figures",
    "list_bagian",
    "list_terbuka",
    "make_identitas",
    "plan_charts",
    "write_anggaran",
    "write_anggaran_sasaran",
    "write_daftar",
    "write_ikhtisar",
    "write_iku",
    "write_kata_pengantar",
    "write_lampiran",
    "write_langkah",
    "write_narasi",
    "write_penunjang",
    "write_pk",
    "write_rencana_aksi",
    "write_renstra",
    "write_rincian_anggaran",
    "write_ringkasan",
    "write_sasaran",
    "write_simpulan",
    "write_sistematika",
    "write_skala",
    "write_sumber_daya",
    "write_tindak_lanjut",
]
