"""Sums done in a sentence: (a + b + c) / n, a / b × 100, "N dari M … atau P %", realisasi against target, NE."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import (
    BEDA,
    DIPOTONG,
    Cetak,
    match_any,
    match_cetak,
    ratio_within,
    read_cetak,
    show,
    show_ratio,
)
from lakip_lib.koreksi.asing.model import Alinea
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

N = r"(?<![\d.,])\d+(?:[.,]\d+)*(?![\d])"
P = r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?) ?(?:%|persen\b)"
S = r" ?(?:%|persen)?"
BULAT = r"\d{1,3}(?:\.\d{3})*"
RATA = re.compile(
    rf"\( ?({N}{S}(?: ?\+ ?{N}{S}){{1,11}}) ?\) ?[/:÷] ?(\d{{1,2}})(?![\d]|[.,]\d)(?! ?[x×*])(?: ?= ?({N}))?"
)
BAGI = re.compile(rf"({N}) ?[/:÷] ?({N}) ?\)? ?[x×*] ?100 ?%? ?= ?({N})")
DARI = re.compile(
    rf"(?<![\d.,])({BULAT}) dari ({BULAT})(?![\d.,]) [^.;,\d]{{0,60}}?(?:\batau\b|\()[^.;\d(]{{0,20}}?{P}",
    re.IGNORECASE,
)
NYATA_TARGET = re.compile(
    rf"realisasi[^.;\d]{{0,60}}?({N})({S}) ?[^.;\d]{{0,25}}?,? dari (?:target|rencana)[^.;\d]{{0,40}}?({N})({S})"
    rf"[^.;\d]{{0,40}}?\b(?:tercapai|capaian)[^.;\d]{{0,40}}?{P}",
    re.IGNORECASE,
)
PERSEN_TARGET = re.compile(
    rf"({N})( ?(?:%|persen)) ?,? dari (?:target|rencana)[^.;\d]{{0,40}}?({N})( ?(?:%|persen))"
    rf"[^.;\d]{{0,40}}?\b(?:tercapai|capaian)[^.;\d]{{0,40}}?{P}",
    re.IGNORECASE,
)
TARGET_DULU = re.compile(
    rf"\btarget\b[^.;\d]{{0,40}}?({N})({S}) ?[^.;\d]{{0,40}}?\b(?:ter)?realisasi[^.;\d]{{0,40}}?({N})({S})"
    rf"[^.;\d]{{0,40}}?\bcapaian[^.;\d]{{0,40}}?{P}",
    re.IGNORECASE,
)
NE = re.compile(rf"(?:\b(?i:nilai efisiensi)\b|\bNE\b)[^.;\d-]{{0,40}}?(-?{N}) ?(?:%|persen\b)")
LAIN = re.compile(r"naik|turun|meningkat|menurun|renstra|rpjmd|akhir|tahun (?:19|20)\d\d|triwulan", re.IGNORECASE)
SKALA_NE = "skalanya 0 sampai 100 (NE = 50 + E / 20 × 50, dengan E di antara −20 dan 20)"
BATAS = (100, 110, 120, 150)


def check_hitung(alinea: Alinea) -> Iterator[Temuan]:
    """All rules of this module on one paragraph."""
    for aturan in ATURAN:
        yield from aturan(alinea)


def _check_rata(alinea: Alinea) -> Iterator[Temuan]:
    for m in RATA.finditer(alinea.teks):
        suku = [read_cetak(t) for t in m[1].split("+")]
        n = int(m[2])
        if any(x is None for x in suku) or n == 0:
            continue
        angka = [x for x in suku if x]
        jumlah, digit = sum((x.nilai for x in angka), Fraction(0)), max(x.digit for x in angka)
        hasil = read_cetak(m[3]) if m[3] else None
        kiri = " + ".join(x.show() for x in angka)
        if n != len(angka) and abs(n - len(angka)) <= 2 and n > 1 and _is_mean(alinea.teks[: m.start()], angka):
            benar = f"({kiri}) / {len(angka)} = {show(jumlah / len(angka), max(digit, 2))}"
            kata = f'"{m[0].strip()}" membagi {len(angka)} suku dengan {n}; seharusnya {benar}. Mohon diperbaiki.'
            yield write_temuan(alinea.tempat, "pembagi", Tingkat.WAJIB, kata, nilai=m[0].strip())
        elif hasil and n == len(angka) and abs(hasil.nilai - jumlah / n) > _slack(hasil, angka):
            benar = f"({kiri}) / {n} = {show(jumlah / n, hasil.digit)}"
            kata = f'"{m[0].strip()}"; seharusnya {benar}. Mohon diperbaiki.'
            yield write_temuan(alinea.tempat, "hitungan", Tingkat.WAJIB, kata, nilai=m[0].strip())


def _is_mean(sebelum: str, suku: list[Cetak]) -> bool:
    """Whether a mean is meant: the text says so, or the terms look like percentages."""
    return bool(re.search(r"rata|mean", sebelum[-120:], re.IGNORECASE)) or all(x.digit and x.nilai <= 200 for x in suku)


def _slack(hasil: Cetak, suku: list[Cetak]) -> Fraction:
    return Fraction(1, 2 * 10**hasil.digit) + max(x.kurang for x in suku)


def _check_bagi(alinea: Alinea) -> Iterator[Temuan]:
    for m in BAGI.finditer(alinea.teks):
        atas, bawah, hasil = (read_cetak(t) for t in m.groups())
        if atas and bawah and hasil and bawah.nilai > 0:
            yield from _judge_ratio(alinea, atas, bawah, hasil, f'"{m[0].strip()}"', "hitungan")


def _check_dari(alinea: Alinea) -> Iterator[Temuan]:
    for m in DARI.finditer(alinea.teks):
        sebagian, semua, persen = (read_cetak(t, "koma") for t in m.groups())
        if sebagian is None or semua is None or persen is None or LAIN.search(m[0]):
            continue
        if 0 < sebagian.nilai <= semua.nilai and not re.match(r"(?:19|20)\d\d$", m[2]):
            yield from _judge_ratio(alinea, sebagian, semua, persen, f'"{m[0].strip()}"', "hitungan")


def _judge_ratio(alinea: Alinea, atas: Cetak, bawah: Cetak, hasil: Cetak, kutip: str, aturan: str) -> Iterator[Temuan]:
    kecocokan = match_cetak(hasil, atas.nilai / bawah.nilai * 100)
    hitung = show_ratio(atas, bawah, hasil.digit)
    if kecocokan == DIPOTONG:
        kata = f"{kutip}; desimalnya dipotong, pembulatan yang lazim memberi {hitung}."
        yield write_temuan(alinea.tempat, aturan, Tingkat.CATATAN, kata, nilai=hasil.teks)
    elif kecocokan == BEDA and not ratio_within(hasil, atas, bawah):
        yield write_temuan(
            alinea.tempat, aturan, Tingkat.WAJIB, f"{kutip}; seharusnya {hitung}. Mohon diperbaiki.", nilai=hasil.teks
        )


def _check_target(alinea: Alinea) -> Iterator[Temuan]:
    pertama = NYATA_TARGET if NYATA_TARGET.search(alinea.teks) else PERSEN_TARGET
    for pola, terbalik in ((pertama, False), (TARGET_DULU, True)):
        for m in pola.finditer(alinea.teks):
            satu, dua = (m[1], m[2].strip()), (m[3], m[4].strip())
            nyata, target = (dua, satu) if terbalik else (satu, dua)
            r, t, c = read_cetak(nyata[0]), read_cetak(target[0]), read_cetak(m[5])
            if (
                r is None
                or t is None
                or c is None
                or t.nilai <= 0
                or bool(nyata[1]) != bool(target[1])
                or LAIN.search(m[0])
            ):
                continue
            yield from _judge_target(alinea, r, t, c)


def _judge_target(alinea: Alinea, r: Cetak, t: Cetak, c: Cetak) -> Iterator[Temuan]:
    rasio = r.nilai / t.nilai * 100
    calon = [rasio, 200 - rasio, *([t.nilai / r.nilai * 100] if r.nilai else [])]
    kecocokan = match_any(c, [*calon, *(Fraction(b) for b in BATAS if any(x > b for x in calon))])
    if kecocokan == BEDA and not ratio_within(c, r, t) and not ratio_within(c, t, r):
        asal = f"capaian tercetak {c.teks} persen untuk realisasi {r.teks} dari target {t.teks}"
        kata = f"{asal}; seharusnya {show_ratio(r, t, c.digit)}. Mohon diperbaiki."
        yield write_temuan(alinea.tempat, "capaian", Tingkat.WAJIB, kata, nilai=c.teks)


def _check_ne(alinea: Alinea) -> Iterator[Temuan]:
    for m in NE.finditer(alinea.teks):
        nilai = read_cetak(m[1])
        if nilai and not 0 <= nilai.nilai <= 100:
            kata = f"nilai efisiensi tercetak {m[1]} persen, padahal {SKALA_NE}. Mohon diperbaiki."
            yield write_temuan(alinea.tempat, "nilai-efisiensi", Tingkat.WAJIB, kata, nilai=m[1])


ATURAN: tuple[Callable[[Alinea], Iterator[Temuan]], ...] = (
    _check_rata,
    _check_bagi,
    _check_dari,
    _check_target,
    _check_ne,
)
