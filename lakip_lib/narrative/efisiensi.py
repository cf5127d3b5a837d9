"""Sixth analysis: efficiency of resources, claimed only where the target is met (G10)."""

from lakip_lib.istilah import is_setahun
from lakip_lib.measures.hasil import SasaranHasil
from lakip_lib.narrative.kalimat import Kalimat, fill, join, list_words, pick, write
from lakip_lib.narrative.konteks import Konteks, format_biasa

EFISIEN, SESUAI, BELUM = "efisien", "sesuai", "belum dapat dinyatakan efisien"
POLA = {
    EFISIEN: (
        "Anggaran yang digunakan untuk sasaran ini {serapan} dari pagu, sedangkan rata-rata capaiannya {capaian}. "
        "Karena rata-rata seratus persen atau lebih diperoleh tanpa menghabiskan pagu, penggunaan sumber daya dinyatakan "
        "{status}{ukuran}.",
        "Dengan menyerap {serapan} dari pagu, sasaran ini menghasilkan rata-rata capaian {capaian}. Penggunaan "
        "anggarannya {status}{ukuran}.",
        "Rata-rata capaian {capaian} diperoleh dengan penyerapan anggaran {serapan}, sehingga penggunaan sumber dayanya "
        "{status}{ukuran}.",
    ),
    SESUAI: (
        "Rata-rata capaian {capaian} diperoleh dengan menghabiskan pagu (penyerapan {serapan}). Penggunaan sumber daya "
        "{status} dengan rencana{ukuran}.",
    ),
    BELUM: (
        "Penyerapan anggaran sasaran ini {serapan}, tetapi rata-rata capaiannya {capaian}, di bawah seratus persen. "
        "Karena itu, penggunaan sumber daya {status}{ukuran}.",
        "Sasaran ini menyerap {serapan} dari pagu dengan rata-rata capaian {capaian}. Sisa anggaran tidak dapat disebut "
        "penghematan selama rata-rata itu di bawah seratus persen, sehingga penggunaan sumber daya {status}{ukuran}.",
    ),
}
TANPA_ANGGARAN = "Efisiensi sasaran ini tidak dihitung karena tidak ada anggaran yang dipetakan langsung kepadanya."
TANPA_LRA = "Efisiensi sasaran ini belum dihitung karena laporan realisasi anggaran belum tersedia."
TANPA_CAPAIAN = (
    "Efisiensi sasaran ini belum dapat dinyatakan karena capaiannya belum dapat dinilai; penyerapan anggarannya "
    "{serapan}."
)
BELUM_SETAHUN = (
    "Sasaran ini menyerap {serapan} dari pagu setahun {pada}, dengan rata-rata capaian {capaian} terhadap target periode "
    "yang sama. Efisiensi penggunaan sumber daya dinyatakan pada akhir tahun."
)
BELUM_SETAHUN_INSTANSI = (
    "Efisiensi penggunaan sumber daya dinyatakan pada akhir tahun, ketika capaian dan pagu sama-sama menyangkut setahun "
    "penuh."
)
# what the figure of each method of DOMAIN §5.7 is called, and its unit
UKURAN = {
    "E1": " (selisih capaian dan penyerapan {nilai})",
    "E2": " (sisa anggaran {nilai})",
    "E3": " (rasio capaian terhadap penyerapan {nilai})",
    "E4": " (tingkat efisiensi {nilai}, nilai efisiensi {ne})",
    "E5": " (tingkat efisiensi {nilai}, nilai efisiensi {ne})",
}
BACAAN = (
    "Menurut letaknya dalam kuadran capaian dan penyerapan, {bacaan}.",
    "Kuadran capaian dan penyerapan terbaca sebagai berikut: {bacaan}.",
    "Dalam kuadran capaian dan penyerapan, {bacaan}.",
)


def describe_efisiensi(konteks: Konteks, sasaran: SasaranHasil) -> Kalimat:
    """Efficiency of one sasaran by the method in use, and how its place in the quadrant reads."""
    jalur = f"sasaran/{sasaran.kode}"
    if sasaran.penyerapan is None:
        return write(TANPA_ANGGARAN if konteks.hasil.anggaran else TANPA_LRA)
    serapan = konteks.persen(f"{jalur}/penyerapan")
    if not is_setahun(konteks.hasil.periode) and sasaran.capaian is not None:
        return fill(BELUM_SETAHUN, serapan=serapan, pada=konteks.pada, capaian=konteks.persen(f"{jalur}/capaian"))
    if sasaran.status_efisiensi is None:
        return fill(TANPA_CAPAIAN, serapan=serapan)
    semua = konteks.hasil.sasaran
    urut = sum(s.status_efisiensi == sasaran.status_efisiensi for s in semua[: semua.index(sasaran)])
    kalimat = fill(
        pick(POLA[sasaran.status_efisiensi], urut),
        serapan=serapan,
        capaian=konteks.persen(f"{jalur}/capaian"),
        status=konteks.figure(f"{jalur}/status_efisiensi"),
        ukuran=_show_ukuran(konteks, sasaran),
    )
    return join(kalimat, _describe_kuadran(konteks, sasaran))


def _show_ukuran(konteks: Konteks, sasaran: SasaranHasil) -> Kalimat:
    if sasaran.efisiensi is None:
        return ()
    metode = str(konteks.hasil.pengaturan.get("efisiensi", "E1"))
    jalur = f"sasaran/{sasaran.kode}/efisiensi"
    if metode == "E1":
        nilai = konteks.figure(jalur, "poin")
    elif metode == "E3":
        nilai = konteks.figure(jalur, "angka")
    else:
        nilai = konteks.figure(jalur, "angka", "persen")
    ne = next((e.ne for e in konteks.hasil.rincian.efisiensi if (e.kode, e.metode) == (sasaran.kode, metode)), None)
    return fill(UKURAN[metode], nilai=nilai, ne=format_biasa(ne))


def _describe_kuadran(konteks: Konteks, sasaran: SasaranHasil) -> Kalimat:
    bacaan = {k.kode: k for k in konteks.hasil.rincian.kuadran}.get(sasaran.kode)
    if bacaan is None or bacaan.kuadran is None:
        return ()
    return fill(pick(BACAAN, konteks.hasil.sasaran.index(sasaran)), bacaan=bacaan.bacaan)


def describe_efisiensi_instansi(konteks: Konteks) -> Kalimat:
    """Which sasaran are efficient and which cannot be said to be, by kode."""
    sasaran = konteks.hasil.sasaran
    if not is_setahun(konteks.hasil.periode):
        return write(BELUM_SETAHUN_INSTANSI)
    efisien = [s.kode for s in sasaran if s.status_efisiensi == EFISIEN]
    belum = [s.kode for s in sasaran if s.status_efisiensi == BELUM]
    kalimat: list[Kalimat] = []
    if efisien:
        kalimat.append(fill("Penggunaan sumber daya dinyatakan efisien pada sasaran {kode}.", kode=list_words(efisien)))
    if belum:
        pola = (
            "Pada sasaran {kode}, efisiensi belum dapat dinyatakan karena rata-rata capaiannya di bawah seratus persen."
        )
        kalimat.append(fill(pola, kode=list_words(belum)))
    return join(*kalimat)
