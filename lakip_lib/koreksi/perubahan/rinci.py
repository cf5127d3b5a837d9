"""The figures that documents print beside hasil.json: quarters, earlier years, ways to the Renstra, groups, counts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from lakip_lib.istilah import TW_LABEL, VersiTarget
from lakip_lib.measures.anggaran import NAMA_LAIN
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import AnggaranRincian, Hasil, IndikatorHasil, IndikatorRincian, KelompokAnggaran

NILAI = {"target": "Target", "realisasi": "Realisasi"}
RINCI = {**NILAI, "capaian": "Capaian"}  # of a quarter, of an earlier year
VERSI = {
    VersiTarget.RENSTRA: "Target menurut Renstra",
    VersiTarget.PK: "Target menurut Perjanjian Kinerja",
    VersiTarget.PK_PERUBAHAN: "Target menurut Perjanjian Kinerja Perubahan",
}
STANDAR = {"nilai": "", "selisih": "tanda", "rasio": "persen", "posisi": "teks"}
UANG = {"pagu": "Pagu", "realisasi_anggaran": "Realisasi anggaran", "sisa": "Sisa anggaran", "persen": "Penyerapan"}
KELOMPOK = {"sasaran": "sasaran", "urusan": "urusan", "program": "program"}
CARA = {"sasaran": "indikator", "indikator": "sasaran"}  # the way a mean was taken, and the other way


class Angka(NamedTuple):
    """A figure: its reference, what it is called, its value as JSON holds it.

    bentuk: the form it is printed in, "" for a figure of hasil.json, whose reference tells; cermin: the figures it may
    only repeat, so that it is said once.
    """

    ref: str
    label: str
    nilai: Any
    bentuk: str = ""
    cermin: tuple[str, ...] = ()


def list_rinci_instansi(hitung: Hasil) -> Iterator[Angka]:
    """Last year's mean and counts, the mean taken the other way, and how many indikator fall into each band."""
    rincian, lain = hitung.rincian, CARA[hitung.instansi_capaian.cara]
    yield _make("instansi/lalu", "Capaian instansi tahun lalu", rincian.instansi_lalu, "persen")
    yield _make("instansi/lalu/dinilai", "Indikator yang dinilai tahun lalu", rincian.instansi_lalu_dinilai, "bulat")
    label = "Indikator yang mencapai target tahun lalu"
    yield _make("instansi/lalu/tercapai", label, rincian.instansi_lalu_tercapai, "bulat")
    label = f"Capaian instansi bila dihitung sebagai rata-rata capaian {lain}"
    ref, nilai = f"instansi/cara/{lain}", rincian.instansi_cara_lain.get(lain)
    yield _make(ref, label, nilai, "persen", "instansi_capaian/capaian")
    for item in rincian.rekap:
        ref, label = f"rekap/{item.jenis}/{item.label}", f"menurut {item.jenis}: {item.label}"
        yield _make(f"{ref}/jumlah", f"Banyak indikator {label}", item.jumlah, "bulat")
        yield _make(f"{ref}/persen", f"Bagian indikator {label}", item.persen, "persen")


def list_rinci_anggaran(hitung: Hasil) -> Iterator[Angka]:
    """Both ceilings of the whole, and the money of each sasaran, of what serves none alone, of urusan and programs."""
    rincian = hitung.rincian
    for nama, nilai in (("murni", rincian.anggaran_murni), ("perubahan", rincian.anggaran_perubahan)):
        ref = f"anggaran_total/pagu_{nama}"
        yield _make(ref, f"Pagu {nama} seluruhnya", nilai, "uang", "anggaran_total/pagu")
    for item in rincian.kelompok:
        yield from _list_kelompok(item)


def _list_kelompok(item: KelompokAnggaran) -> Iterator[Angka]:
    """The money of a group, which may repeat that of its sasaran or of its line of the budget."""
    atas = f"sasaran/{item.kode}" if item.jenis == "sasaran" else f"anggaran/{item.kode}"
    nama = NAMA_LAIN.get(item.kode, f"{KELOMPOK[item.jenis]} {item.kode} {item.uraian}")
    for bidang, kata in UANG.items():
        sama = f"{atas}/{'penyerapan' if item.jenis == 'sasaran' and bidang == 'persen' else bidang}"
        ref, bentuk = f"kelompok/{item.jenis}/{item.kode}/{bidang}", "persen" if bidang == "persen" else "uang"
        yield _make(ref, f"{kata} {nama}", getattr(item, bidang), bentuk, sama, f"anggaran_total/{bidang}")


def list_rinci_baris(item: AnggaranRincian, nama: str) -> Iterator[Angka]:
    """Both ceilings of a line of the budget, where they are not its pagu."""
    for bidang in ("pagu_murni", "pagu_perubahan"):
        ref, kata = f"anggaran/{item.kode}", bidang.replace("_", " ").capitalize()
        yield _make(f"{ref}/{bidang}", f"{kata} {nama}", getattr(item, bidang), "uang", f"{ref}/pagu")


def list_rinci_sasaran(hitung: Hasil, kode: str, nama: str) -> Iterator[Angka]:
    """How many indikator are followed by quarter and met it, the value of efficiency, the field of the quadrant."""
    rincian, metode = hitung.rincian, hitung.pengaturan.get("efisiensi")
    for cacah in (t for t in rincian.triwulan if t.kode == kode):
        ref = f"sasaran/{kode}/triwulan"
        yield _make(f"{ref}/dipantau", f"Indikator yang dipantau tiap triwulan {nama}", cacah.dipantau, "bulat")
        label = f"Indikator yang memenuhi target s.d. triwulan terakhir {nama}"
        yield _make(f"{ref}/memenuhi", label, cacah.memenuhi, "bulat")
    for efisiensi in (e for e in rincian.efisiensi if (e.kode, e.metode) == (kode, metode)):
        yield _make(f"sasaran/{kode}/ne", f"Nilai efisiensi {nama}", efisiensi.ne, "persen")
    for bidang in (k for k in rincian.kuadran if k.kode == kode):
        yield _make(f"sasaran/{kode}/kuadran", f"Kuadran {nama}", bidang.kuadran, "teks")


def list_rinci_indikator(item: IndikatorHasil, rincian: IndikatorRincian) -> Iterator[Angka]:
    """The way to the Renstra's end, targets by version and year, other standards, quarters and earlier years."""
    jalur, nama, bentuk = f"indikator/{item.kode}", f"{item.kode} {item.nama}", f"nilai{desimal_of(rincian) or ''}"
    yield from _list_renstra(jalur, nama, rincian, bentuk)
    for versi, kata in VERSI.items():
        sama = f"{jalur}/{'target' if versi != VersiTarget.RENSTRA else 'renstra/target_tahun'}"
        yield _make(f"{jalur}/versi/{versi}", f"{kata} {nama}", rincian.target_versi.get(versi), bentuk, sama)
    for kolom, kata in (("pembilang", "Pembilang"), ("penyebut", "Penyebut")):
        yield _make(f"{jalur}/{kolom}", f"{kata} {nama}", getattr(rincian, kolom), "nilai")
    for s in rincian.standar_lain:
        tempat = f"{s.lingkup or 'nasional'} {s.tahun}"
        for kolom, cetak in STANDAR.items():
            kata = "Standar" if kolom == "nilai" else f"{kolom.capitalize()} terhadap standar"
            label = f"{kata} {tempat} {nama}"
            yield _make(f"{jalur}/standar_lain/{tempat}/{kolom}", label, getattr(s, kolom), cetak or bentuk)
    yield from _list_triwulan(jalur, nama, rincian, bentuk)
    yield from _list_tahun(jalur, nama, rincian, bentuk)


def _list_renstra(jalur: str, nama: str, rincian: IndikatorRincian, bentuk: str) -> Iterator[Angka]:
    """Both readings of the progress, what is left, what it is measured from and to, as T3.3 and T2.1 print them."""
    ref, pilihan, sisa = f"{jalur}/renstra", f"{jalur}/renstra/kemajuan", rincian.renstra_sisa
    yield _make(f"{ref}/rasio", f"Kemajuan Renstra atas target {nama}", rincian.renstra_rasio, "persen", pilihan)
    label = f"Kemajuan Renstra dari awal {nama}"
    yield _make(f"{ref}/dari_awal", label, rincian.renstra_dari_awal, "persen", pilihan)
    digits = max(desimal_of(rincian), min(_count_desimal(sisa), 2))
    yield _make(f"{ref}/sisa", f"Sisa menuju target akhir Renstra {nama}", sisa, f"angka{digits}")
    label, sama = f"Realisasi Renstra sampai kini {nama}", f"{jalur}/realisasi"
    yield _make(f"{ref}/realisasi", label, rincian.renstra_realisasi, bentuk, sama)
    yield _make(f"{ref}/kondisi_awal", f"Kondisi awal {nama}", rincian.kondisi_awal, bentuk)
    yield _make(f"{ref}/target_tahun", f"Target Renstra tahun ini {nama}", rincian.renstra_target_tahun, bentuk)
    for tahun, target in rincian.target_renstra.items():
        label, sama = f"Target Renstra {tahun} {nama}", f"{ref}/target"
        yield _make(f"{ref}/target/{tahun}", label, target, bentuk, sama, f"{ref}/target_tahun")


def _list_triwulan(jalur: str, nama: str, rincian: IndikatorRincian, bentuk: str) -> Iterator[Angka]:
    """Each quarter on its own, and the capaian up to and including it."""
    for t in rincian.triwulan:
        ref, sebutan = f"{jalur}/triwulan/{t.periode}", TW_LABEL[t.periode.lower()]
        yield from _list_waktu(ref, sebutan, nama, t, bentuk)
        label, sama = f"Capaian s.d. {sebutan} {nama}", (f"{ref}/capaian", f"{jalur}/capaian")
        yield _make(f"{ref}/sd_capaian", label, t.sd_capaian, "persen", *sama)


def _list_tahun(jalur: str, nama: str, rincian: IndikatorRincian, bentuk: str) -> Iterator[Angka]:
    """The years before the reported one; the last of them stands in hasil.json too."""
    for n, t in enumerate(reversed(rincian.lintas_tahun[:-1])):
        for satu in _list_waktu(f"{jalur}/tahun/{t.tahun}", f"tahun {t.tahun}", nama, t, bentuk):
            bidang = satu.ref.rpartition("/")[2]
            yield satu if n else satu._replace(cermin=(f"{jalur}/lalu/{bidang}",))


def _list_waktu(ref: str, sebutan: str, nama: str, isi: Any, bentuk: str) -> Iterator[Angka]:
    for bidang, kata in RINCI.items():
        cetak = bentuk if bidang in NILAI else "persen"
        yield _make(f"{ref}/{bidang}", f"{kata} {sebutan} {nama}", getattr(isi, bidang), cetak)


def _count_desimal(x: Decimal | None) -> int:
    return 0 if x is None else len(format(x, "f").partition(".")[2])


def _make(ref: str, label: str, nilai: Any, bentuk: str, *cermin: str) -> Angka:
    """A figure with its value as JSON holds it."""
    return Angka(ref, label, format(nilai, "f") if isinstance(nilai, Decimal) else nilai, bentuk, cermin)
