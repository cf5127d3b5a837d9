"""Capaian that look too good, too round, or at odds with the money spent."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import TW_LABEL, Agregasi, Alasan, Arah, Metode, Tingkat, is_setahun
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil, IndikatorRincian
from lakip_lib.measures.pembulatan import tolerance
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.measures.rumus.banding import SATUAN_PERSEN
from lakip_lib.telaah.tempat import Tempat
from lakip_lib.temuan import Temuan

BATAS_TINGGI = Decimal(150)
BATAS_LONJAKAN = Decimal(50)
SERAPAN_RENDAH = Decimal(50)
LABEL = {tw.upper(): label for tw, label in TW_LABEL.items()}
PECAHAN = Fraction(5)  # a percentage below this against a target above 20 looks like a fraction of one


def review_capaian(hasil: Hasil, tempat: Tempat) -> Iterator[Temuan]:
    """Findings on single capaian, on all being exactly on target, and on money (a whole year's only)."""
    setahun = is_setahun(hasil.periode)
    rincian = {r.kode: r for r in hasil.rincian.indikator}
    for indikator in hasil.indikator:
        yield from _review_one(indikator, rincian[indikator.kode], tempat)
        if setahun:
            yield from _review_rasio(indikator, rincian[indikator.kode], tempat)
    dinilai = [i for i in hasil.indikator if i.capaian is not None and i.metode is not Metode.BIN]
    if len(dinilai) >= 3 and all(i.realisasi == i.target for i in dinilai):
        pesan = (
            f"Seluruh realisasi ({len(dinilai)} indikator) sama persis dengan targetnya. Mohon dipastikan bahwa angka "
            "realisasi berasal dari hasil pengukuran."
        )
        yield Temuan("", "realisasi-sama-target", Tingkat.PERINGATAN, pesan)
    for sasaran in hasil.sasaran if setahun else ():
        rendah = sasaran.penyerapan is not None and sasaran.penyerapan < SERAPAN_RENDAH
        if rendah and sasaran.capaian is not None and sasaran.capaian >= 100:
            pesan = (
                f"Sasaran {sasaran.kode}: capaian {format_persen(sasaran.capaian)} dengan penyerapan anggaran "
                f"{format_persen(sasaran.penyerapan)}. Mohon dijelaskan mengapa capaian itu diperoleh dengan belanja rendah."
            )
            yield Temuan("", "capaian-tinggi-serapan-rendah", Tingkat.PERINGATAN, pesan, nilai=str(sasaran.penyerapan))


def _list_kurang(indikator: IndikatorHasil, rincian: IndikatorRincian) -> str:
    """The quarters without which there is no year: "TW II dan TW IV"; of a position only the last."""
    kosong = [LABEL[q.periode] for q in rincian.triwulan if q.realisasi is None]
    if indikator.agregasi is Agregasi.AKHIR or not kosong:
        return LABEL["TW4"]
    return " dan ".join([", ".join(kosong[:-1]), kosong[-1]] if len(kosong) > 1 else kosong)


def _review_one(indikator: IndikatorHasil, rincian: IndikatorRincian, tempat: Tempat) -> Iterator[Temuan]:
    if indikator.alasan is Alasan.TIDAK_LENGKAP:
        kurang = _list_kurang(indikator, rincian)
        teks = (
            f"{kurang} {indikator.kode} belum diisi, sehingga realisasi setahun belum dapat dihitung. "
            f"Mohon lengkapi, atau isi Realisasi setahun."
        )
        aturan = "triwulan-belum-lengkap"
        yield tempat.make_isian("realisasi", indikator.kode, "realisasi", aturan, Tingkat.WAJIB, teks)
    if indikator.alasan is Alasan.TARGET_NOL:
        teks = f"target {indikator.kode} nol pada indikator yang makin tinggi makin baik; capaian tidak dapat dihitung."
        yield tempat.make(indikator, "target-nol", Tingkat.PERINGATAN, teks, "target")
    if indikator.capaian is not None and indikator.capaian > BATAS_TINGGI:
        teks = (
            f"capaian {indikator.kode} {format_persen(indikator.capaian)} jauh melampaui target. Mohon periksa angkanya; "
            "bila benar, target tahun berikutnya perlu ditinjau."
        )
        yield tempat.make(indikator, "capaian-di-atas-150", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)
    if indikator.capaian_mentah is not None and indikator.capaian_mentah < 0:
        teks = f"capaian {indikator.kode} menurut rumus {format_persen(indikator.capaian_mentah)} dan dicetak 0,00%."
        yield tempat.make(indikator, "capaian-negatif", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)
    lalu = indikator.lalu
    nihil = indikator.arah is Arah.MIN and indikator.realisasi == "0"  # the best there is, whatever it was before
    if lalu and lalu.perubahan is not None and abs(lalu.perubahan) > BATAS_LONJAKAN and not nihil:
        satuan = "%" if lalu.satuan_perubahan == "%" else " poin"
        teks = (
            f"realisasi {indikator.kode} berubah {format_angka(lalu.perubahan, 2, tanda_plus=True)}{satuan} dari tahun "
            f"{lalu.tahun}. Mohon periksa angkanya dan jelaskan sebabnya."
        )
        yield tempat.make(indikator, "lonjakan", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)
    yield from _review_pecahan(indikator, tempat)


def _is_persen(indikator: IndikatorHasil) -> bool:
    return " ".join(indikator.satuan.casefold().split()) in SATUAN_PERSEN


def _review_pecahan(indikator: IndikatorHasil, tempat: Tempat) -> Iterator[Temuan]:
    """A percentage typed as a fraction: 0,85 against a target of 90 %."""
    if not _is_persen(indikator) or indikator.arah is not Arah.MAX:
        return
    target, realisasi = parse_nilai(indikator.target), parse_nilai(indikator.realisasi)
    if not (target and realisasi and target.angka and realisasi.angka):
        return
    if target.angka > 20 and 0 < realisasi.angka <= 1 and realisasi.angka * PECAHAN < target.angka:
        teks = f"realisasi {indikator.kode} {format_angka(realisasi.angka)} tampak sebagai pecahan, bukan persen. Mohon diperiksa."
        yield tempat.make(indikator, "persen-sebagai-pecahan", Tingkat.PERINGATAN, teks, nilai=indikator.realisasi)


def _review_rasio(indikator: IndikatorHasil, rincian: IndikatorRincian, tempat: Tempat) -> Iterator[Temuan]:
    """pembilang / penyebut (per 100, or per any power of ten) against the realisasi typed beside them."""
    realisasi = parse_nilai(indikator.realisasi)
    if rincian.pembilang is None or not rincian.penyebut or realisasi is None or realisasi.angka is None:
        return
    rasio = Fraction(rincian.pembilang) / Fraction(rincian.penyebut)
    bacaan = [rasio * 100] if _is_persen(indikator) else [rasio * 10**n for n in range(7)]
    batas = max(tolerance(indikator.realisasi), Fraction(1, 100))
    if all(abs(kali - realisasi.angka) > batas for kali in bacaan):
        teks = (
            f"realisasi {indikator.kode} {format_angka(realisasi.angka)}, sedangkan pembilang dibagi penyebut "
            f"{format_angka(bacaan[0], 2)}. Mohon disamakan."
        )
        yield tempat.make(indikator, "rasio-berbeda", Tingkat.PERINGATAN, teks, "realisasi", nilai=indikator.realisasi)
