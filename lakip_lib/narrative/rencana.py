"""Sentences of Bab II: Renstra, Perjanjian Kinerja and its change, action plan."""

from lakip_lib.narrative.kalimat import (
    Kalimat,
    count_alike,
    fill,
    is_small,
    join,
    list_words,
    lower_first,
    mention,
    write,
)
from lakip_lib.narrative.konteks import Konteks

URUTAN = ("", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")


def describe_renstra(konteks: Konteks) -> Kalimat:
    """The years of the Renstra, which of them this is, and what it holds."""
    waktu = konteks.settings.periode
    ke = waktu.tahun - waktu.renstra_awal + 1
    kalimat = fill(
        "Rencana Strategis (Renstra) {instansi} berlaku untuk Tahun {awal}–{akhir}, dan Tahun {tahun} merupakan tahun "
        "{ke} pelaksanaannya.",
        instansi=konteks.settings.instansi.nama,
        awal=waktu.renstra_awal,
        akhir=waktu.renstra_akhir,
        tahun=waktu.tahun,
        ke=URUTAN[ke] if 0 < ke < len(URUTAN) else f"ke-{ke}",
    )
    sasaran, indikator = len(konteks.hasil.sasaran), konteks.hasil.instansi_capaian.jumlah
    isi = fill(
        "Renstra memuat {sasaran} sasaran strategis yang diukur dengan {indikator} indikator.",
        sasaran=count_alike(sasaran, indikator)[0],
        indikator=konteks.figure("instansi_capaian/jumlah", "kata" if is_small(sasaran, indikator) else ""),
    )
    return join(kalimat, isi)


def list_tujuan(konteks: Konteks) -> list[Kalimat]:
    """One point a tujuan of the Renstra: what it wants, and the sasaran that lead there with how many indikator."""
    points = []
    for tujuan in konteks.kinerja.records("tujuan"):
        own = [s["kode"] for s in konteks.kinerja.records("sasaran") if s["tujuan"] == tujuan["kode"]]
        sasaran = [konteks.hasil.get_sasaran(kode) for kode in own]
        jumlah = count_alike(*(s.jumlah for s in sasaran))
        nama = [f"{lower_first(s.uraian)} ({n} indikator)" for s, n in zip(sasaran, jumlah, strict=True)]
        lanjut = (*write(", dengan sasaran "), *list_words(nama)) if nama else ()
        points.append((*write(lower_first(tujuan["uraian"])), *lanjut, *write(";")))
    return [*points[:-1], *map(_close_point, points[-1:])]


def _close_point(butir: Kalimat) -> Kalimat:
    """The last point of a list ends with a full stop."""
    akhir = butir[-1]
    return (*butir[:-1], akhir.model_copy(update={"teks": akhir.teks.removesuffix(";") + "."}))


def list_changed(konteks: Konteks) -> list[str]:
    """The names of the indikator whose target the PK Perubahan changed."""
    versi = {i.nama: konteks.hasil.get_rincian(i.kode).target_versi for i in konteks.hasil.indikator}
    return [nama for nama, v in versi.items() if {"pk", "pk_perubahan"} <= set(v) and v["pk"] != v["pk_perubahan"]]


def has_perubahan(konteks: Konteks) -> bool:
    """Whether a PK Perubahan is the last valid promise."""
    return any("pk_perubahan" in konteks.hasil.get_rincian(i.kode).target_versi for i in konteks.hasil.indikator)


def describe_pk(konteks: Konteks) -> Kalimat:
    """What a Perjanjian Kinerja is, which version counts, and which targets were changed."""
    tahun = konteks.hasil.tahun
    awal = fill(
        "Perjanjian Kinerja Tahun {tahun} memuat janji kinerja yang terukur antara {kepala} dan {atasan} berdasarkan "
        "tugas, fungsi, dan anggaran yang tersedia.",
        tahun=tahun,
        kepala=konteks.settings.pejabat.kepala.jabatan or "kepala perangkat daerah",
        atasan=konteks.settings.pejabat.atasan.jabatan or "Bupati",
    )
    if not has_perubahan(konteks):
        return awal
    ubah = list_changed(konteks)
    kalimat = fill(
        "Setelah Perubahan APBD ditetapkan Perjanjian Kinerja Perubahan Tahun {tahun}, dan targetnya menjadi tolok ukur "
        "dalam laporan ini.",
        tahun=tahun,
    )
    if not ubah:
        return join(awal, kalimat, write("Perubahan tersebut tidak mengubah target indikator."))
    return join(
        awal,
        kalimat,
        fill("Target yang berubah ialah target {nama}.", nama=list_words([mention(nama) for nama in ubah])),
    )


def describe_rencana_aksi(konteks: Konteks) -> Kalimat:
    """How the action plan divides the year, as far as its indikator have targets of quarters at all."""
    rencana = {i.nama: konteks.hasil.get_rincian(i.kode).target_triwulan for i in konteks.hasil.indikator}
    tanpa = [nama for nama, tw in rencana.items() if not any(tw)]
    if len(tanpa) == len(rencana):
        return write(
            "Target triwulan belum ditetapkan dalam perencanaan, sehingga rencana aksi baru memuat target setahun."
        )
    kalimat = [write("Rencana aksi membagi target tahunan ke dalam empat triwulan.")]
    if any(any(tw) and not all(tw) for tw in rencana.values()):
        pola = "Indikator yang tidak diukur setiap triwulan mempunyai target pada triwulan pengukurannya saja."
        kalimat.append(write(pola))
    if tanpa:
        pola = "Target triwulan belum ditetapkan untuk {nama}."
        kalimat.append(fill(pola, nama=list_words([mention(nama) for nama in tanpa])))
    return join(*kalimat)
