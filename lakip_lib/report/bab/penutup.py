"""Bab IV: conclusion and next steps."""

from lakip_lib.narrative.instansi import describe_simpulan, describe_simpulan_anggaran, list_langkah
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.bagian import Bagian, daftar, paragraf, teks


def write_simpulan(konteks: Konteks) -> Bagian:
    """The general conclusion from the figures."""
    return paragraf(describe_simpulan(konteks), describe_simpulan_anggaran(konteks))


def write_langkah(konteks: Konteks) -> Bagian:
    """Next steps that the figures ask for."""
    awal = "Berdasarkan hasil pengukuran, langkah perbaikan yang perlu dilaksanakan ialah sebagai berikut:"
    return (*teks(awal), *daftar(list_langkah(konteks), bernomor=True))
