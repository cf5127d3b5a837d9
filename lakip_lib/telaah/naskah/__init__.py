"""Figures and claims that people wrote into narasi/*.md against the computed ones (R17).

A number in prose may speak of anything. So a sentence is held against the report only where it names what it speaks of
(the agency's mean, its budget, a sasaran, an indikator, a budget line) with nothing but plain words up to the number.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lakip_lib.formats import format_persen
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.model import Kinerja
from lakip_lib.telaah.naskah.arah import review_arah
from lakip_lib.telaah.naskah.kaitan import Kaitan, find_letak, link_bilangan
from lakip_lib.telaah.naskah.kalimat import Bilangan, Kalimat, find_bilangan, split_kalimat
from lakip_lib.telaah.naskah.pokok import Jenis, Pokok, list_pokok
from lakip_lib.temuan import Temuan

RATA = re.compile(r"rata\s*-?\s*rata\b.*\bcapaian|\bcapaian\b.*\brata\s*-?\s*rata", re.IGNORECASE | re.DOTALL)
SASARAN = re.compile(r"\b(?:sasaran|indikator)\b", re.IGNORECASE)
PANJANG_KUTIPAN = 120  # characters of a sentence that a finding shows
MOHON = "Mohon perbaiki naskahnya atau jelaskan perbedaannya."


def review_naskah(hasil: Hasil, kinerja: Kinerja) -> Iterator[Temuan]:
    """A finding for each figure or claim of a text that the report does not bear out, once for each sentence.

    A percentage with two digits that no subject was found for is held against all figures of the report.
    """
    pokok, dikenal = list_pokok(hasil), list_persen(hasil)
    nama = hasil.instansi.get("nama") or ""
    agensi = re.compile(rf"\b{re.escape(nama)}\b", re.IGNORECASE) if nama else None
    for row in kinerja.records("narasi"):
        kepala = "bagian sasaran" if re.match(r"(?:sasaran|indikator|sebab)-", row["nama"] or "") else ""
        for kalimat in split_kalimat(row["teks"] or "", kepala):
            bersih = Kalimat(agensi.sub("dinas", kalimat.teks), *kalimat[1:]) if agensi else kalimat
            yield from _review_kalimat(row["berkas"], bersih, hasil, pokok, dikenal)


def _review_kalimat(
    berkas: str, kalimat: Kalimat, hasil: Hasil, pokok: list[Pokok], dikenal: set[Decimal]
) -> Iterator[Temuan]:
    letak = find_letak(kalimat.teks, pokok)
    kaitan = {k.bilangan.awal: k for k in link_bilangan(kalimat, letak, hasil.tahun)}
    disebut = set()
    for bilangan in find_bilangan(kalimat.teks):
        tentang = kaitan.get(bilangan.awal)
        if bilangan.tertulis in disebut:
            continue
        if tentang and not _is_borne_out(tentang, kalimat):
            yield _report_kaitan(berkas, kalimat, tentang)
        elif tentang or not _is_unknown(bilangan, dikenal):
            continue
        else:
            yield _report_lain(berkas, bilangan, kalimat, hasil)
        disebut.add(bilangan.tertulis)
    for kata, nama, laporan in review_arah(kalimat, letak, hasil.tahun):
        pesan = f"{berkas}: {_quote(kalimat)} menyebut {nama} {kata}, sedangkan menurut laporan: {laporan}. {MOHON}"
        yield Temuan(berkas, "arah-naskah-berbeda", Tingkat.CATATAN, pesan, nilai=kata)


def _is_borne_out(kaitan: Kaitan, kalimat: Kalimat) -> bool:
    """Whether one of the subjects has that figure; where the text is on sasaran, a mean may be one of theirs."""
    luas = SASARAN.search(" ".join(kalimat)) is not None
    figures: set[Decimal] = set()
    for pokok in kaitan.pokok:
        figures |= pokok.uang if kaitan.bilangan.jenis == "rupiah" else pokok.persen
        figures |= pokok.bagian if luas else set()
    return any(kaitan.bilangan.is_near(nilai) for nilai in figures)


def _is_unknown(bilangan: Bilangan, dikenal: set[Decimal]) -> bool:
    """Whether this is a percentage with two digits that no figure of the report equals."""
    if bilangan.jenis != "persen" or not re.match(r"[\d.]*,\d{2}(?!\d)", bilangan.tertulis):
        return False
    return bilangan.bacaan[0] not in dikenal


def _report_kaitan(berkas: str, kalimat: Kalimat, kaitan: Kaitan) -> Temuan:
    """What stands where, and what the report says of the nearest subject."""
    bilangan, pokok = kaitan.bilangan, kaitan.pokok[0]
    laporan = pokok.kata_uang if bilangan.jenis == "rupiah" else pokok.kata_persen
    if pokok.jenis is Jenis.RATA:
        aturan, sebutan = "rata-rata-naskah-berbeda", "rata-rata capaian"
        pesan = f"{berkas}: {sebutan} tertulis {bilangan.tertulis} pada {_quote(kalimat)}, sedangkan hasil hitung {laporan}."
        return Temuan(berkas, aturan, Tingkat.PERINGATAN, f"{pesan} {MOHON}", nilai=bilangan.tertulis)
    polos = bilangan.jenis == "polos"
    pesan = f"{berkas}: {_quote(kalimat)} menulis {bilangan.tertulis}, sedangkan menurut laporan: {laporan}. {MOHON}"
    aturan = "nilai-naskah-berbeda" if polos else "angka-naskah-berbeda"
    return Temuan(berkas, aturan, Tingkat.CATATAN if polos else Tingkat.PERINGATAN, pesan, nilai=bilangan.tertulis)


def _quote(kalimat: Kalimat) -> str:
    teks = kalimat.teks
    return f"kalimat “{teks if len(teks) <= PANJANG_KUTIPAN else teks[: PANJANG_KUTIPAN - 1] + '…'}”"


def list_persen(hasil: Hasil) -> set[Decimal]:
    """Every percentage of the report as printed, and targets and realisasi that were typed as numbers."""
    found: set[Decimal | None] = {
        hasil.instansi_capaian.capaian,
        hasil.anggaran_total.persen,
        hasil.rincian.instansi_lalu,
    }
    for item in hasil.indikator:
        rincian = hasil.get_rincian(item.kode)
        found |= {
            item.capaian,
            item.capaian_mentah,
            item.capaian_rerata,
            rincian.renstra_rasio,
            rincian.renstra_dari_awal,
        }
        found |= {t.capaian for t in rincian.lintas_tahun} | {t.capaian for t in rincian.triwulan}
        found |= {item.lalu.perubahan} if item.lalu else set()
        for teks in (item.target, item.realisasi, *(t.realisasi for t in rincian.lintas_tahun)):
            nilai = parse_nilai(teks)
            if nilai and nilai.angka is not None:
                found.add(Decimal(nilai.angka.numerator) / Decimal(nilai.angka.denominator))
    for sasaran in hasil.sasaran:
        found |= {sasaran.capaian, sasaran.capaian_mentah, sasaran.penyerapan}
    found |= {a.persen for a in hasil.anggaran} | {k.persen for k in hasil.rincian.kelompok}
    found |= {r.persen for r in hasil.rincian.rekap}
    found |= set(hasil.rincian.instansi_cara_lain.values()) | set(hasil.rincian.instansi_tanpa_batas.values())
    return {x for x in found if x is not None}


def _report_lain(berkas: str, bilangan: Bilangan, kalimat: Kalimat, hasil: Hasil) -> Temuan:
    """A percentage that no named subject goes with: in a sentence on means it is held against the agency's own."""
    if RATA.search(kalimat.teks):
        pesan = (
            f"{berkas}: rata-rata capaian tertulis {bilangan.tertulis}, sedangkan hasil hitung "
            f"{format_persen(hasil.instansi_capaian.capaian)} (rata-rata {hasil.instansi_capaian.cara}). {MOHON}"
        )
        return Temuan(berkas, "rata-rata-naskah-berbeda", Tingkat.PERINGATAN, pesan, nilai=bilangan.tertulis)
    pesan = (
        f"{berkas}: {bilangan.tertulis} tidak sama dengan angka mana pun dalam laporan. "
        "Mohon diperiksa atau sebutkan sumbernya."
    )
    return Temuan(berkas, "angka-naskah-tak-dikenal", Tingkat.CATATAN, pesan, nilai=bilangan.tertulis)
