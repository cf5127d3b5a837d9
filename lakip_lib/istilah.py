"""The one table of words used alike in forms, files, code and documents."""

import re
from enum import StrEnum


class Arah(StrEnum):
    """Direction in which a realisasi is better."""

    MAX = "max"
    MIN = "min"
    STABIL = "stabil"


class Metode(StrEnum):
    """Formula that turns target and realisasi into a capaian."""

    MAX = "MAX"
    MIN_A = "MIN-A"
    MIN_B = "MIN-B"
    STAB = "STAB"
    RANGE = "RANGE"
    BIN = "BIN"
    ORD = "ORD"


class Agregasi(StrEnum):
    """How four quarters become one year."""

    JUMLAH = "jumlah"
    AKHIR = "akhir"
    RATA = "rata"
    TERTINGGI = "tertinggi"
    TERENDAH = "terendah"


class Status(StrEnum):
    """Where a capaian stands against 100 %."""

    MELAMPAUI = "melampaui"
    MENCAPAI = "mencapai"
    BELUM = "belum"
    TAK_DINILAI = "tak_dinilai"


class Alasan(StrEnum):
    """Why a capaian is null, or unusual."""

    TARGET_NOL = "target_nol"
    TARGET_KOSONG = "target_kosong"
    REALISASI_KOSONG = "realisasi_kosong"
    BELUM_RILIS = "belum_rilis"
    TAK_HINGGA = "tak_hingga"
    HURUF_TAK_DIKENAL = "huruf_tak_dikenal"
    TIDAK_LENGKAP = "tidak_lengkap"
    AMBIGU = "ambigu"
    BUKAN_ANGKA = "bukan_angka"


class Tingkat(StrEnum):
    """Weight of a finding."""

    WAJIB = "wajib"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


class StatusData(StrEnum):
    """What a unit says of its own figure."""

    FINAL = "final"
    SEMENTARA = "sementara"
    BELUM_RILIS = "belum rilis"


class VersiTarget(StrEnum):
    """The document a target was promised in; a later one replaces an earlier one."""

    RENSTRA = "renstra"
    PK = "pk"
    PK_PERUBAHAN = "pk_perubahan"


TW = ("tw1", "tw2", "tw3", "tw4")
TW_LABEL = {"tw1": "TW I", "tw2": "TW II", "tw3": "TW III", "tw4": "TW IV"}
PERIODE = ("tahunan", "TW1", "TW2", "TW3", "TW4")

PERAN_LABEL = {
    "target": "Target",
    "realisasi": "Realisasi",
    "pembilang": "Pembilang",
    "penyebut": "Penyebut",
    "kondisi_awal": "Kondisi awal",
    "renstra": "Target Renstra",
    "capaian_tercetak": "Capaian tercetak",
    "pagu": "Pagu",
    "pagu_murni": "Pagu murni",
    "pagu_perubahan": "Pagu perubahan",
    "realisasi_anggaran": "Realisasi anggaran",
    **{tw.upper(): f"Realisasi {label}" for tw, label in TW_LABEL.items()},
    **{f"target {tw.upper()}": f"Target {label}" for tw, label in TW_LABEL.items()},
}
ARAH_LABEL = {
    Arah.MAX: "makin tinggi makin baik",
    Arah.MIN: "makin rendah makin baik",
    Arah.STABIL: "makin dekat target makin baik",
}
STATUS_LABEL = {
    Status.MELAMPAUI: "Melampaui target",
    Status.MENCAPAI: "Mencapai target",
    Status.BELUM: "Belum mencapai target",
    Status.TAK_DINILAI: "Belum dapat dinilai",
}
ALASAN_LABEL = {
    Alasan.TARGET_NOL: "target nol",
    Alasan.TARGET_KOSONG: "belum ada target",
    Alasan.REALISASI_KOSONG: "realisasi belum diisi",
    Alasan.BELUM_RILIS: "data belum dirilis",
    Alasan.TAK_HINGGA: "realisasi nol pada rumus T/R",
    Alasan.HURUF_TAK_DIKENAL: "predikat tidak dikenal",
    Alasan.TIDAK_LENGKAP: "triwulan belum lengkap",
    Alasan.AMBIGU: "angka dapat dibaca dengan dua cara",
    Alasan.BUKAN_ANGKA: "bukan angka",
}
# How words of a rule's code are written that are no plain words.
EJAAN = {kata.casefold(): kata for kata in ("DPA", "IKU", "LRA", "NIP", "OPD", "PK", "Renstra", "SKPD", "SOP", "TW")}
SUMBER_DAERAH = "Hasil pengolahan tiap instansi"  # below the tables and charts of the district's story
# States of an agency in the district's story, and why its figures are missing or stand for the time being.
KEADAAN_LABEL = {
    "selesai": "Selesai",
    "perbaikan": "Perlu perbaikan",
    "gagal": "Gagal",
    "belum": "Belum",
}
SEBAB_LABEL = {
    "kosong": "Folder instansi masih kosong",
    "belum_dijalankan": "Belum pernah diolah",
    "setelan": "Pengaturan atau perencanaan tidak dapat dipakai",
    "program": "Program berhenti karena galat",
    "hasil_rusak": "Berkas hasil.json tidak dapat dibaca",
    "terhenti": "Masukan belum dapat dihitung",
    "wajib": "Ada temuan yang wajib diperbaiki",
}
AGREGASI_LABEL = {
    Agregasi.JUMLAH: "penjumlahan triwulan",
    Agregasi.AKHIR: "posisi triwulan terakhir",
    Agregasi.RATA: "rata-rata triwulan",
    Agregasi.TERTINGGI: "nilai triwulan tertinggi",
    Agregasi.TERENDAH: "nilai triwulan terendah",
}
# Ordinal ranks of letters (DOMAIN §5.3) and the lower score that a predikat AKIP needs (half-open bands).
PERINGKAT_PREDIKAT = {"D": 1, "C": 2, "CC": 3, "B": 4, "BB": 5, "A": 6, "AA": 7}
PERINGKAT_OPINI = {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}


def count_triwulan(periode: str) -> int:
    """Which quarter a period ends with: 1 to 4, 0 for the whole year."""
    return PERIODE.index(periode)


def is_setahun(periode: str) -> bool:
    """Whether a period holds the whole year: only then may its figures stand beside those of a year."""
    return periode in {"tahunan", "TW4"}


def say_aturan(kode: str) -> str:
    """A rule's code in words, abbreviations in capitals.

    >>> say_aturan("lra-tanpa-periode"), say_aturan("target-beda-renstra")
    ('LRA tanpa periode', 'target beda Renstra')
    """
    return " ".join(EJAAN.get(kata, kata) for kata in re.split("[-_ ]", kode))
