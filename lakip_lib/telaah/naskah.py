"""Percentages that people wrote into narasi/*.md against the computed ones (R17)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lakip_lib.formats import format_persen, parse_angka
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.model import Kinerja
from lakip_lib.temuan import Temuan

KALIMAT = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
PERSEN = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*,\d{2})\s?(?:%|persen)", re.IGNORECASE)
RATA = re.compile(r"rata\s*-?\s*rata\b.*\bcapaian|\bcapaian\b.*\brata\s*-?\s*rata", re.IGNORECASE | re.DOTALL)


def review_naskah(hasil: Hasil, kinerja: Kinerja) -> Iterator[Temuan]:
    """A finding for each percentage with two digits in a text that no figure of the report bears out.

    A sentence about the mean of capaian is held against the agency's own mean (peringatan), any other against all
    figures (catatan).
    """
    dikenal = list_persen(hasil)
    for row in kinerja.records("narasi"):
        for kalimat in KALIMAT.split(row["teks"] or ""):
            for tertulis in dict.fromkeys(PERSEN.findall(kalimat)):
                nilai = parse_angka(tertulis, desimal_kolom="koma").nilai
                if nilai is not None and nilai not in dikenal:
                    yield _report(row["berkas"], tertulis, kalimat, hasil)


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


def _report(berkas: str, tertulis: str, kalimat: str, hasil: Hasil) -> Temuan:
    if RATA.search(kalimat):
        pesan = (
            f"{berkas}: rata-rata capaian tertulis {tertulis}%, sedangkan hasil hitung "
            f"{format_persen(hasil.instansi_capaian.capaian)} (rata-rata {hasil.instansi_capaian.cara}). "
            "Mohon perbaiki naskahnya atau jelaskan perbedaannya."
        )
        return Temuan(berkas, "rata-rata-naskah-berbeda", Tingkat.PERINGATAN, pesan, nilai=f"{tertulis}%")
    pesan = f"{berkas}: {tertulis}% tidak sama dengan angka mana pun dalam laporan. Mohon diperiksa atau sebutkan sumbernya."
    return Temuan(berkas, "angka-naskah-tak-dikenal", Tingkat.CATATAN, pesan, nilai=f"{tertulis}%")
