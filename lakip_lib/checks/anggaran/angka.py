"""Whether single budget figures can be: realisasi within pagu, printed percentages and differences, signs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lakip_lib.checks.anggaran.tempat import name_kolom, report_baris
from lakip_lib.formats import format_persen
from lakip_lib.intake.lra.bentuk import PAGU, PERSEN, REALISASI, SELISIH, BarisAnggaran, Lra
from lakip_lib.intake.lra.kode import LEVEL_LABEL, Level
from lakip_lib.intake.lra.pesan import say_rupiah
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

BUKAN_BELANJA = re.compile(r"[4678](?:\.\d(?:\.|$)|$)")  # bare accounts 4, 6, 7, 8; not the bidang urusan 4.01
TELITI = Fraction(1, 100)  # points of percent: cut off instead of rounded is no fault
BANYAK = 3  # more wrong cells than this in one printed column are one finding: the column is stale


@dataclass(frozen=True)
class _Salah:
    """A printed figure that is not what its line gives."""

    baris: BarisAnggaran
    tertulis: str
    hitung: str


def check_melebihi(lra: Lra) -> Iterator[Temuan]:
    """Realisasi above pagu: wajib for a sub kegiatan (or another lowest line), peringatan for an account."""
    induk = {b.induk for b in lra.baris}
    for i, b in enumerate(lra.baris):
        bawah = b.level is Level.SUB_KEGIATAN or i not in induk
        if not bawah or not _is_belanja(b) or b.pagu is None or b.realisasi_anggaran is None:
            continue
        if b.realisasi_anggaran - b.pagu <= lra.toleransi:
            continue
        persen = f" ({format_persen(Fraction(b.realisasi_anggaran) / Fraction(b.pagu) * 100, 2)})" if b.pagu > 0 else ""
        isi = (
            f"realisasi {LEVEL_LABEL[b.level]} {b.sebutan} {say_rupiah(b.realisasi_anggaran)} melebihi pagu "
            f"{say_rupiah(b.pagu)}{persen}. Mohon periksa pagu perubahan atau realisasinya."
        )
        tingkat = Tingkat.PERINGATAN if b.level is Level.AKUN else Tingkat.WAJIB
        yield report_baris(b, REALISASI, "anggaran-realisasi-melebihi-pagu", tingkat, isi, nilai=b.realisasi_anggaran)


def check_negatif(lra: Lra) -> Iterator[Temuan]:
    """Amounts below zero: a pagu cannot be, a realisasi may be a correction and wants a word."""
    for b in lra.baris:
        for kolom in dict.fromkeys((PAGU, REALISASI, *b.periode)):
            nilai = b.get_nilai(kolom)
            if nilai is None or nilai >= 0 or not _is_belanja(b):
                continue
            isi = (
                f"{name_kolom(kolom)} {LEVEL_LABEL[b.level]} {b.sebutan} bernilai negatif ({say_rupiah(nilai)}). "
                "Mohon dibetulkan, atau dijelaskan bila memang koreksi."
            )
            tingkat = Tingkat.WAJIB if kolom == PAGU else Tingkat.PERINGATAN
            yield report_baris(b, kolom, "anggaran-negatif", tingkat, isi, nilai=nilai)


def check_tanpa_pagu(lra: Lra) -> Iterator[Temuan]:
    """Money spent on a line without any pagu, where the other lines have one."""
    if all(b.pagu is None for b in lra.baris):
        if lra.baris:
            isi = (
                "tidak ada pagu di berkas realisasi, sehingga penyerapan belum dapat dihitung. Mohon lengkapi pagunya."
            )
            yield report_baris(lra.baris[0], "uraian", "anggaran-tanpa-pagu", Tingkat.WAJIB, isi)
        return
    for b in lra.baris:
        if b.pagu is None and b.realisasi_anggaran and _is_belanja(b):
            isi = f"{b.sebutan} memuat realisasi {say_rupiah(b.realisasi_anggaran)} tanpa pagu. Mohon lengkapi pagunya."
            yield report_baris(b, REALISASI, "anggaran-tanpa-pagu", Tingkat.WAJIB, isi, nilai=b.realisasi_anggaran)


def check_persen(lra: Lra) -> Iterator[Temuan]:
    """Printed percentages against realisasi/pagu (or the change of pagu where there is no realisasi)."""
    salah = [_Salah(b, _say_persen(b.tercetak[PERSEN]), hitung) for b in lra.baris if (hitung := _wrong_persen(b))]
    yield from _report_kolom(salah, PERSEN, "anggaran-persen-tidak-sama", _count(lra, PERSEN))


def check_selisih(lra: Lra) -> Iterator[Temuan]:
    """Printed differences (bertambah/berkurang, lebih/kurang, sisa) against the amounts they stand beside."""
    salah = [
        _Salah(b, say_rupiah(b.tercetak[SELISIH]), hitung) for b in lra.baris if (hitung := _wrong_selisih(b, lra))
    ]
    yield from _report_kolom(salah, SELISIH, "anggaran-selisih-tidak-sama", _count(lra, SELISIH))


def _is_belanja(b: BarisAnggaran) -> bool:
    """Not an account of pendapatan or pembiayaan, where more than planned is no fault."""
    if b.kode is None:
        return not b.uraian.casefold().startswith(("pendapatan", "penerimaan"))
    return not (b.level is Level.AKUN and BUKAN_BELANJA.match(b.kode))


def _wrong_persen(b: BarisAnggaran) -> str | None:
    """What the printed percentage should be, None where it is right within its last digit or cannot be told."""
    tertulis = b.tercetak.get(PERSEN)
    benar = _list_persen(b)
    if tertulis is None or not benar:
        return None
    eksponen = tertulis.as_tuple().exponent
    teliti = Fraction(10) ** int(eksponen if isinstance(eksponen, int) else 0)
    poin, pecahan = Fraction(tertulis), Fraction(tertulis) * 100
    teliti, longgar = max(teliti, TELITI), max(TELITI, min(teliti * 100, Fraction(1, 2)))
    cocok = any(abs(abs(poin) - abs(x)) <= teliti or abs(abs(pecahan) - abs(x)) <= longgar for x in benar)
    return None if cocok else format_persen(benar[0], 2)


def _list_persen(b: BarisAnggaran) -> list[Fraction]:
    """The percentages that may be meant, the likeliest first."""
    hasil: list[Fraction] = []
    if b.realisasi_anggaran is not None:
        pagu = [p for p in (b.pagu, b.pagu_perubahan, b.pagu_murni) if p]
        hasil = [Fraction(b.realisasi_anggaran) / Fraction(p) * 100 for p in pagu]
        hasil += [100 - x for x in hasil]
    elif b.pagu_murni and b.pagu_perubahan is not None:
        hasil = [(Fraction(b.pagu_perubahan) - Fraction(b.pagu_murni)) / Fraction(b.pagu_murni) * 100]
    return hasil


def _wrong_selisih(b: BarisAnggaran, lra: Lra) -> str | None:
    tertulis = b.tercetak.get(SELISIH)
    benar = _list_selisih(b)
    if tertulis is None or not benar:
        return None
    cocok = any(abs(abs(tertulis) - abs(x)) <= lra.toleransi for x in benar)
    return None if cocok else say_rupiah(benar[0])


def _list_selisih(b: BarisAnggaran) -> list[Decimal]:
    hasil = []
    if b.pagu_murni is not None and b.pagu_perubahan is not None:
        hasil.append(b.pagu_perubahan - b.pagu_murni)
    if b.realisasi_anggaran is not None:
        pagu = (b.pagu, b.pagu_perubahan, b.pagu_murni)
        hasil += [b.realisasi_anggaran - p for p in pagu if p is not None]
    return hasil


def _report_kolom(salah: Sequence[_Salah], kolom: str, aturan: str, banyak: int) -> Iterator[Temuan]:
    """One finding a cell, or one for the column when many cells are wrong."""
    nama = name_kolom(kolom)
    if len(salah) <= BANYAK:
        for s in salah:
            isi = f"{nama} {s.baris.sebutan} tertulis {s.tertulis}, menurut hitungan {s.hitung}. Mohon diperiksa."
            yield report_baris(s.baris, kolom, aturan, Tingkat.PERINGATAN, isi, nilai=s.baris.tercetak[kolom])
        return
    sel = ", ".join(s.baris.asal[kolom][-1].sel for s in salah[:8]) + (" …" if len(salah) > 8 else "")
    s = salah[0]
    isi = (
        f"kolom {nama} tidak sesuai hitungan pada {len(salah)} dari {banyak} baris ({sel}); "
        f"misalnya {s.baris.sebutan} tertulis {s.tertulis}, menurut hitungan {s.hitung}. Mohon perbarui kolomnya."
    )
    yield report_baris(s.baris, kolom, aturan, Tingkat.PERINGATAN, isi, nilai=s.baris.tercetak[kolom])


def _count(lra: Lra, kolom: str) -> int:
    return sum(kolom in b.tercetak for b in lra.baris)


def _say_persen(nilai: Decimal) -> str:
    return format_persen(nilai * 100, 2) if abs(nilai) <= 1 and nilai % 1 else format_persen(nilai, 2)
