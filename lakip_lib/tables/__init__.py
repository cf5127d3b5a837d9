"""One function per table of DOMAIN §2 and of the annexes: from Hasil (and Kinerja) to a Tabel, nothing computed anew."""

from lakip_lib.tables.analisis import must_explain, tabulate_penyebab, tabulate_tindak_lanjut
from lakip_lib.tables.anggaran import (
    tabulate_anggaran,
    tabulate_anggaran_program,
    tabulate_anggaran_sasaran,
    tabulate_anggaran_urusan,
    tabulate_efisiensi,
)
from lakip_lib.tables.banding import tabulate_kemajuan, tabulate_lintas_tahun
from lakip_lib.tables.capaian import (
    tabulate_capaian,
    tabulate_capaian_instansi,
    tabulate_rekap,
    tabulate_skala,
    tabulate_triwulan,
)
from lakip_lib.tables.jejak import (
    is_pembanding,
    say_letak,
    say_peran,
    tabulate_jejak,
    tabulate_jejak_anggaran,
    tabulate_jejak_keluaran,
)
from lakip_lib.tables.lampiran import (
    list_rumus,
    list_tanpa_bukti,
    tabulate_bukti,
    tabulate_metodologi,
    tabulate_mutu,
)
from lakip_lib.tables.penunjang import tabulate_penunjang
from lakip_lib.tables.perencanaan import (
    tabulate_iku,
    tabulate_pegawai,
    tabulate_pk_beda,
    tabulate_pk_indikator,
    tabulate_pk_program,
    tabulate_rencana_aksi,
    tabulate_renstra,
)
from lakip_lib.tables.standar import tabulate_standar

__all__ = [
    "is_pembanding",
    "list_rumus",
    "list_tanpa_bukti",
    "must_explain",
    "say_letak",
    "say_peran",
    "tabulate_anggaran",
    "tabulate_anggaran_program",
    "tabulate_anggaran_sasaran",
    "tabulate_anggaran_urusan",
    "tabulate_bukti",
    "tabulate_capaian",
    "tabulate_capaian_instansi",
    "tabulate_efisiensi",
    "tabulate_iku",
    "tabulate_jejak",
    "tabulate_jejak_anggaran",
    "tabulate_jejak_keluaran",
    "tabulate_kemajuan",
    "tabulate_lintas_tahun",
    "tabulate_metodologi",
    "tabulate_mutu",
    "tabulate_pegawai",
    "tabulate_penunjang",
    "tabulate_penyebab",
    "tabulate_pk_beda",
    "tabulate_pk_indikator",
    "tabulate_pk_program",
    "tabulate_rekap",
    "tabulate_rencana_aksi",
    "tabulate_renstra",
    "tabulate_skala",
    "tabulate_standar",
    "tabulate_tindak_lanjut",
    "tabulate_triwulan",
]
