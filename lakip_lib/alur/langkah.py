"""The SOP as data (DOMAIN §1): eleven steps, who does them, how long they may take, what they leave."""

from dataclasses import dataclass

from lakip_lib.alur.kalender import MENIT_SEHARI

KEPALA, SEKRETARIS, KASUBAG, STAF = "kepala", "sekretaris", "kasubag_program", "staf_perencanaan"
PERAN_SOP = {
    KEPALA: "Kepala instansi",
    SEKRETARIS: "Sekretaris",
    KASUBAG: "Kasubag Program",
    STAF: "Staf Perencanaan",
}


@dataclass(frozen=True)
class Langkah:
    """One step: its number, command, name, the roles that may do it (the first is the SOP's own), its limit in working
    minutes, what it leaves."""

    nomor: int
    perintah: str
    nama: str
    pelaku: tuple[str, ...]
    batas_menit: int
    keluaran: str


# The actors are inferred from the SOP's text (its flowchart's symbols were lost); the limits are its own.
LANGKAH = {
    langkah.perintah: langkah
    for langkah in (
        Langkah(1, "mulai", "Perintah penyusunan", (KEPALA,), 10, "lembar disposisi"),
        Langkah(2, "formulir", "Format pengumpulan data", (KASUBAG, STAF), 120, "formulir tiap unit"),
        Langkah(3, "sebar", "Penyampaian format", (STAF, KASUBAG, SEKRETARIS), 60, "paket dan tanda terima"),
        Langkah(4, "himpun", "Penghimpunan isian", (STAF, KASUBAG), 180, "isian yang diterima"),
        Langkah(5, "analisis", "Analisis dan evaluasi", (KASUBAG, STAF), 5 * MENIT_SEHARI, "hasil perhitungan"),
        Langkah(6, "susun", "Penyusunan dokumen", (KASUBAG, STAF), 2 * MENIT_SEHARI, "dokumen LKjIP"),
        Langkah(7, "koreksi", "Koreksi dokumen", (SEKRETARIS,), MENIT_SEHARI, "daftar periksa"),
        Langkah(8, "ajukan", "Pengajuan kepada kepala instansi", (SEKRETARIS, KASUBAG), 60, "lembar pengajuan"),
        Langkah(9, "setujui", "Persetujuan dan tanda tangan", (KEPALA,), 10, "dokumen yang disetujui"),
        Langkah(10, "surat", "Surat pengantar", (KASUBAG,), 15, "surat pengantar bernomor"),
        Langkah(11, "arsip", "Penyampaian dan pengarsipan", (STAF, KASUBAG), 60, "arsip"),
    )
}
TOLAK = "tolak"  # the other branch of step 9
TONGGAK = "tonggak"  # a milestone beside the steps: reviu, publikasi, terkirim
SEMUA = (*LANGKAH, TOLAK)


def get_langkah(perintah: str) -> Langkah:
    """The step that a command does; `tolak` is the other branch of step 9."""
    return LANGKAH["setujui" if perintah == TOLAK else perintah]
