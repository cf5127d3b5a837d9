"""Capaian that look too good, too round, or at odds with the money spent."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import Alasan, Arah, Metode, Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.model import Kinerja
from lakip_lib.telaah.tempat import make_isian, make_temuan
from lakip_lib.temuan import Temuan

BATAS_TINGGI = Decimal(150)
BATAS_LONJAKAN = Decimal(50)
SERAPAN_RENDAH = Decimal(50)
PECAHAN = Fraction(5)  # a percentage below this against a target above 20 looks like a fraction of one


def review_capaian(hasil: Hasil, kinerja: Kinerja) -> Iterator[Temuan]:
    """Findings on single capaian, on all being exactly on target, and on money."""
    for indikator in hasil.indikator:
        yield from _review_one(indikator, kinerja)
        yield from _review_rasio(indikator, hasil)
    dinilai = [i for i in hasil.indikator if i.capaian is not None and i.metode is not Metode.BIN]
    if len(dinilai) >= 3 and all(i.realisasi == i.target for i in dinilai):
        pesan = (
            f"Seluruh realisasi ({len(dinilai)} indikator) sama persis dengan targetnya. Mohon dipastikan bahwa angka "
            "realisasi berasal dari hasil pengukuran."
        )
        yield Temuan("", "realisasi-sama-target", Tingkat.PERINGATAN, pesan)
    for sasaran in hasil.sasaran:
        rendah = sasaran.penyerapan is not None and sasaran.penyerapan < SERAPAN_RENDAH
        if rendah and sasaran.capaian is not None and sasaran.capaian >= 100:
            pesan = (
                f"Sasaran {sasaran.kode}: capaian {format_persen(sasaran.capaian)} dengan penyerapan anggaran "
                f"{format_persen(sasaran.penyerapan)}. Mohon dijelaskan mengapa target tercapai dengan belanja yang rendah."
            )
            yield Temuan("", "capaian-tinggi-serapan-rendah", Tingkat.PERINGATAN, pesan, nilai=str(sasaran.penyerapan))


def _review_one(indikator: IndikatorHasil, kinerja: Kinerja) -> Iterator[Temuan]:
    if indikator.alasan is Alasan.TIDAK_LENGKAP:
        teks = f"triwulan {indikator.kode} belum lengkap, sehingga realisasi setahun belum dapat dihitung. Mohon dilengkapi."
        aturan = "triwulan-belum-lengkap"
        yield make_isian(kinerja, "realisasi", indikator.kode, "realisasi", aturan, Tingkat.WAJIB, teks)
    if indikator.alasan is Alasan.TARGET_NOL:
        teks = f"target {indikator.kode} nol pada indikator yang makin tinggi makin baik; capaian tidak dapat dihitung."
        yield make_temuan(indikator, "target-nol", Tingkat.PERINGATAN, teks, "target")
    if indikator.capaian is not None and indikator.capaian > BATAS_TINGGI:
        teks = (
            f"capaian {indikator.kode} {format_persen(indikator.capaian)} jauh melampaui target. Mohon periksa angkanya; "
            "bila benar, target tahun berikutnya perlu ditinjau."
        )
        yield make_temuan(indikator, "capaian-di-atas-150", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)
    if indikator.capaian_mentah is not None and indikator.capaian_mentah < 0:
        teks = f"capaian {indikator.kode} menurut rumus {format_persen(indikator.capaian_mentah)} dan dicetak 0,00%."
        yield make_temuan(indikator, "capaian-negatif", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)
    lalu = indikator.lalu
    nihil = indikator.arah is Arah.MIN and indikator.realisasi == "0"  # the best there is, whatever it was before
    if lalu and lalu.perubahan is not None and abs(lalu.perubahan) > BATAS_LONJAKAN and not nihil:
        satuan = "%" if lalu.satuan_perubahan == "%" else " poin"
        teks = (
            f"realisasi {indikator.kode} berubah {format_angka(lalu.perubahan, 2, tanda_plus=True)}{satuan} dari tahun "
            f"{lalu.tahun}. Mohon periksa angkanya dan jelaskan sebabnya."
        )
        yield make_temuan(indikator, "lonjakan", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)
    yield from _review_pecahan(indikator)


def _review_pecahan(indikator: IndikatorHasil) -> Iterator[Temuan]:
    """A percentage typed as a fraction: 0,85 against a target of 90 %."""
    if indikator.satuan.strip() not in {"%", "persen", "Persen"} or indikator.arah is not Arah.MAX:
        return
    target, realisasi = parse_nilai(indikator.target), parse_nilai(indikator.realisasi)
    if not (target and realisasi and target.angka and realisasi.angka):
        return
    if target.angka > 20 and 0 < realisasi.angka <= 1 and realisasi.angka * PECAHAN < target.angka:
        teks = f"realisasi {indikator.kode} {format_angka(realisasi.angka)} tampak sebagai pecahan, bukan persen. Mohon diperiksa."
        yield make_temuan(indikator, "persen-sebagai-pecahan", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)


def _review_rasio(indikator: IndikatorHasil, hasil: Hasil) -> Iterator[Temuan]:
    """pembilang / penyebut against the realisasi typed beside them."""
    rincian = hasil.get_rincian(indikator.kode)
    realisasi = parse_nilai(indikator.realisasi)
    if rincian.pembilang is None or not rincian.penyebut or realisasi is None or realisasi.angka is None:
        return
    rasio = Fraction(rincian.pembilang) / Fraction(rincian.penyebut)
    kali = rasio * 100 if indikator.satuan.strip().casefold() in {"%", "persen"} else rasio
    if abs(kali - realisasi.angka) > Fraction(1, 100):
        teks = (
            f"realisasi {indikator.kode} {format_angka(realisasi.angka)}, sedangkan pembilang dibagi penyebut "
            f"{format_angka(kali, 2)}. Mohon disamakan."
        )
        yield make_temuan(indikator, "rasio-berbeda", Tingkat.PERINGATAN, teks, "realisasi", nilai=indikator.realisasi)
