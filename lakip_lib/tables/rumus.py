"""The formulas in words, by id, as the methodology annex prints them (DOMAIN §5, PROMISES §5)."""

from lakip_lib.istilah import AGREGASI_LABEL, Agregasi, Metode
from lakip_lib.measures.kuadran import AMBANG_CAPAIAN, AMBANG_PENYERAPAN

RUMUS_CAPAIAN = {
    Metode.MAX: ("realisasi / target × 100", "Makin tinggi makin baik; target nol tidak dapat dinilai."),
    Metode.MIN_A: (
        "(2 × target − realisasi) / target × 100",
        "Makin rendah makin baik; target nol: realisasi nol bernilai 100, di atasnya 0.",
    ),
    Metode.MIN_B: ("target / realisasi × 100", "Makin rendah makin baik; realisasi nol tidak dicetak sebagai capaian."),
    Metode.STAB: (
        "(1 − |realisasi − target| / target) × 100",
        "Makin dekat target makin baik; di dalam pita toleransi 100, di luarnya diukur dari tepi pita terdekat.",
    ),
    Metode.RANGE: (
        "di dalam rentang 100; di luarnya terhadap tepi terdekat",
        "Tepi terdekat diperlakukan sebagai target menurut arah indikator.",
    ),
    Metode.BIN: ("tercapai 100, tidak tercapai 0", "Untuk target ada atau tidak ada."),
    Metode.ORD: (
        "nilai realisasi / nilai target × 100",
        "Predikat dibandingkan menurut nilainya bila diketahui, selain itu menurut peringkatnya.",
    ),
}
RUMUS_AGREGASI = {
    Agregasi.JUMLAH: "TW I + TW II + TW III + TW IV",
    Agregasi.AKHIR: "nilai triwulan terakhir",
    Agregasi.RATA: "(TW I + TW II + TW III + TW IV) / 4",
    Agregasi.TERTINGGI: "nilai tertinggi di antara triwulan",
    Agregasi.TERENDAH: "nilai terendah di antara triwulan",
}
RUMUS_EFISIENSI = {
    "E1": "capaian − penyerapan",
    "E2": "100 − penyerapan",
    "E3": "capaian / penyerapan",
    "E4": "(1 − (realisasi anggaran / capaian) / (pagu / 100)) × 100",
    "E5": "(pagu × capaian − realisasi anggaran) / (pagu × capaian) × 100",
}
BERNILAI = ("E4", "E5")  # methods whose E is also told as a value from 0 to 100
RUMUS_NE = "50 + tingkat efisiensi / 20 × 50"
PENJELASAN_NE = "Nilai efisiensi; tingkat efisiensi dibatasi dari −20 sampai 20, jadi nilainya dari 0 sampai 100."
RUMUS_KEMAJUAN = {
    "rasio": "capaian realisasi terhadap target akhir Renstra",
    "dari_awal": "(realisasi − kondisi awal) / (target akhir − kondisi awal) × 100",
}
PENJELASAN_KEMAJUAN = "Kemajuan terhadap target akhir Renstra."
PENJELASAN_JARAK = (
    "Untuk makin dekat target makin baik: (jarak awal − jarak kini) / jarak awal × 100 dari batas terdekat target, "
    "paling tinggi 100."
)
PENJELASAN_KELUARAN = "Capaian keluaran sub kegiatan; target atau realisasi yang bukan angka tidak dihitung."
RUMUS_KUADRAN = f"capaian {AMBANG_CAPAIAN}% dan penyerapan {AMBANG_PENYERAPAN}%"
PENJELASAN_KUADRAN = "Batas keempat bidang kuadran; nilai yang sama dengan batas termasuk bidang di atasnya."
RUMUS_PERUBAHAN = "(realisasi tahun ini − realisasi tahun lalu) / |realisasi tahun lalu| × 100"
PENJELASAN_PERUBAHAN = "Untuk satuan persen dan pembanding nol: selisihnya, dalam poin."
RUMUS_PENYERAPAN = "realisasi anggaran / pagu × 100"
RUMUS_STANDAR = "realisasi − standar"
PEMBULATAN = (
    "Angka dihitung tanpa pembulatan dan dibulatkan satu kali pada saat dicetak: dua angka di belakang koma, angka lima "
    "ke atas menjauhi nol. Kategori dan status ditentukan dari angka yang tercetak."
)


def describe_agregasi(agregasi: Agregasi) -> str:
    """The label of a way of adding quarters, with a capital."""
    label = AGREGASI_LABEL[agregasi]
    return f"{label[:1].upper()}{label[1:]}"
