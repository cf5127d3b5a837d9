"""Lines of several tables put together, every figure keeping the cells it came from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lakip_lib.intake.lra.bentuk import (
    BULAN,
    NOL,
    PAGU,
    PAGU_MURNI,
    PAGU_PERUBAHAN,
    PERSEN,
    REALISASI,
    SELISIH,
    TRIWULAN,
    UANG,
    Asal,
    BarisMentah,
    TabelAnggaran,
)
from lakip_lib.intake.lra.kode import Level
from lakip_lib.intake.lra.pesan import build_temuan, say_rupiah
from lakip_lib.intake.lra.pohon import Pohon
from lakip_lib.intake.lra.seri import Seri, sum_top
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

BAGIAN_TAHUN = (*BULAN, *TRIWULAN)
TOTAL = "#total"
_JUMLAH_SAJA = re.compile(
    r"(?:grand )?(?:jumlah|jml|total)(?: (?:total|keseluruhan|umum|belanja|belanja daerah|anggaran|besar))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Garis:
    """One line on its way into the Lra; `induk` is its parent's kunci."""

    kunci: str
    kode: str | None
    level: Level
    uraian: str
    induk: str | None
    angka: Mapping[str, Decimal] = field(default_factory=dict)
    asal: Mapping[str, tuple[Asal, ...]] = field(default_factory=dict)
    nomor: str | None = None
    tersembunyi: bool = False


Garisan = dict[str, Garis]


def combine_seri(seri: Seri) -> tuple[Garisan, list[Temuan]]:
    """The lines of one series, the printed total under TOTAL; months added or the last state taken."""
    bagian = [gather_garis(p) for p in seri.pohon]
    periode = [p.tabel.periode for p in seri.pohon]
    if len(bagian) == 1:
        return _split_single(bagian[0], periode[0]), []
    gabung = _merge_order(bagian)
    hasil: Garisan = {}
    temuan: list[Temuan] = []
    for kunci in gabung:
        ada = [(p, g[kunci]) for p, g in zip(periode, bagian, strict=True) if kunci in g]
        garis = _accumulate(ada) if seri.kumulatif else _add_months(ada)
        if kunci not in bagian[-1] and kunci != TOTAL:
            garis, catatan = _close(garis, seri.pohon[-1])
            temuan += catatan
        hasil[kunci] = garis
    return hasil, [*temuan, *_note_pagu(seri)]


def gather_garis(pohon: Pohon) -> Garisan:
    """The lines of one table by kunci, and its printed grand total under TOTAL."""
    t, simpul = pohon.tabel, pohon.simpul
    hasil = {
        s.kunci: _make_garis(
            t, s.mentah, s.kunci, s.kode, s.level, simpul[s.induk].kunci if s.induk is not None else None
        )
        for s in simpul
    }
    total = find_total(pohon)
    if total is not None:
        hasil[TOTAL] = _make_garis(t, total, TOTAL, None, Level.URUSAN, None)
    return hasil


def find_total(pohon: Pohon) -> BarisMentah | None:
    """The row of the grand total: one that equals the top lines, else the last that just says Jumlah or Total."""
    for t in reversed(pohon.tabel.total):
        kolom = [k for k in UANG if k in t.angka]
        if kolom and all(abs(t.angka[k] - sum_top(pohon, (k,))) <= 1 for k in kolom):
            return t
    polos = [t for t in pohon.tabel.total if _JUMLAH_SAJA.fullmatch(t.uraian or t.nomor or "")]
    return polos[-1] if polos else None


def union_garis(bagian: Sequence[Garisan]) -> Garisan:
    """Lines of separate tables (one a program, say) side by side; a parent that several print is added up."""
    hasil: Garisan = {}
    for garisan in bagian:
        for kunci, garis in garisan.items():
            lama = hasil.get(kunci)
            if lama is None:
                hasil[kunci] = garis
            elif any(lama.angka.get(k) != garis.angka.get(k) for k in UANG):
                hasil[kunci] = replace(lama, angka=_add(lama.angka, garis.angka), asal=_join(lama.asal, garis.asal))
    return hasil


def fill_pagu(realisasi: Garisan, pagu: Garisan) -> Garisan:
    """Realisasi without pagu (transactions) completed by a table that has it; lines never spent on come along."""
    hasil: Garisan = {}
    for kunci in _merge_order([realisasi, pagu]):
        r, p = realisasi.get(kunci), pagu.get(kunci)
        if r is not None and p is not None:
            hasil[kunci] = replace(p, angka={**p.angka, **r.angka}, asal={**p.asal, **r.asal})
        elif r is not None:
            hasil[kunci] = r
        elif p is not None:
            hasil[kunci] = replace(p, angka={REALISASI: NOL, **p.angka})
    return hasil


def _make_garis(
    t: TabelAnggaran, b: BarisMentah, kunci: str, kode: str | None, level: Level, induk: str | None
) -> Garis:
    asal = {nama: tuple(t.asal(s) for s in sel) for nama, sel in b.sel.items()}
    if kunci != TOTAL:
        asal["uraian"] = (t.asal(b.sel_uraian),)
    return Garis(kunci, kode, level, b.uraian, induk, dict(b.angka), asal, b.nomor, b.tersembunyi)


def _split_single(garisan: Garisan, periode: str | None) -> Garisan:
    """One table: quarters or months in columns make the year's realisasi where no column says it."""
    hasil: Garisan = {}
    for kunci, g in garisan.items():
        bagian = [p for p in BAGIAN_TAHUN if p in g.angka]
        if bagian and REALISASI not in g.angka:
            total = sum((g.angka[p] for p in bagian), NOL)
            sel = tuple(a for p in bagian for a in g.asal[p])
            g = replace(g, angka={**g.angka, REALISASI: total}, asal={**g.asal, REALISASI: sel})
        hasil[kunci] = g
    return hasil


def _add_months(ada: Sequence[tuple[str | None, Garis]]) -> Garis:
    """Months that are not cumulative: realisasi added, everything else as in the last file."""
    _, akhir = ada[-1]
    angka, asal = dict(akhir.angka), dict(akhir.asal)
    berisi = [(p, g) for p, g in ada if REALISASI in g.angka]
    if berisi:
        angka[REALISASI] = sum((g.angka[REALISASI] for _, g in berisi), NOL)
        asal[REALISASI] = tuple(a for _, g in berisi for a in g.asal[REALISASI])
        for periode, g in berisi:
            if periode:
                angka[periode], asal[periode] = g.angka[REALISASI], g.asal[REALISASI]
        angka.pop(PERSEN, None)  # printed beside one month's realisasi, it says nothing of the sum
        angka.pop(SELISIH, None)
    return replace(akhir, angka=angka, asal=asal)


def _accumulate(ada: Sequence[tuple[str | None, Garis]]) -> Garis:
    """Cumulative files: the last is the state; what each period added is the difference to the one before."""
    _, akhir = ada[-1]
    angka, asal = dict(akhir.angka), dict(akhir.asal)
    lalu, sel_lalu = NOL, tuple[Asal, ...]()
    for periode, g in ada:
        if REALISASI not in g.angka:
            continue
        if periode:
            angka[periode], asal[periode] = g.angka[REALISASI] - lalu, (*g.asal[REALISASI], *sel_lalu)
        lalu, sel_lalu = g.angka[REALISASI], g.asal[REALISASI]
    if REALISASI not in angka and sel_lalu:
        angka[REALISASI], asal[REALISASI] = lalu, sel_lalu
    return replace(akhir, angka=angka, asal=asal)


def _close(garis: Garis, akhir: Pohon) -> tuple[Garis, list[Temuan]]:
    """A line that the last file no longer has: its pagu is gone, what was spent stays."""
    pagu = {k: NOL for k in (PAGU, PAGU_MURNI, PAGU_PERUBAHAN) if garis.angka.get(k)}
    if not pagu and not garis.angka.get(REALISASI):
        return garis, []
    isi = (
        f"'{garis.kode or garis.uraian}' ada di berkas sebelumnya tetapi tidak ada di berkas terakhir ini; "
        "pagunya dibaca nol dan realisasinya tetap dihitung. Mohon diperiksa."
    )
    t = akhir.tabel
    temuan = build_temuan("anggaran-baris-hilang", Tingkat.PERINGATAN, isi, berkas=t.berkas, lembar=t.lembar)
    return replace(garis, angka={**garis.angka, **pagu}), [temuan]


def _note_pagu(seri: Seri) -> list[Temuan]:
    """That pagu changed between the files: the last is the state of record."""
    kolom = (PAGU_PERUBAHAN, PAGU, PAGU_MURNI)
    pertama, akhir = sum_top(seri.pohon[0], kolom), sum_top(seri.pohon[-1], kolom)
    if pertama == akhir:
        return []
    t = seri.pohon[-1].tabel
    isi = (
        f"jumlah pagu berubah dari {say_rupiah(pertama)} menjadi {say_rupiah(akhir)}; "
        "pagu berkas terakhir ini yang dipakai."
    )
    return [build_temuan("anggaran-pagu-berubah", Tingkat.CATATAN, isi, berkas=t.berkas, lembar=t.lembar)]


def _merge_order(bagian: Sequence[Iterable[str]]) -> list[str]:
    """All kunci in the order of the last table; those it lacks stand after the line that stood before them."""
    hasil = list(bagian[-1])
    ada = set(hasil)
    for garisan in reversed(bagian[:-1]):
        lalu: str | None = None
        for kunci in garisan:
            if kunci not in ada:
                hasil.insert(hasil.index(lalu) + 1 if lalu is not None else 0, kunci)
                ada.add(kunci)
            lalu = kunci
    return hasil


def _add(a: Mapping[str, Decimal], b: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {k: a.get(k, NOL) + b.get(k, NOL) for k in [*a, *(k for k in b if k not in a)] if k not in (PERSEN, SELISIH)}


def _join(a: Mapping[str, tuple[Asal, ...]], b: Mapping[str, tuple[Asal, ...]]) -> dict[str, tuple[Asal, ...]]:
    return {k: (*a.get(k, ()), *b.get(k, ())) for k in [*a, *(k for k in b if k not in a)]}
