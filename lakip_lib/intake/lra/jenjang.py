"""Levels of a table without codes: from the column of the name, fill, numbering, indent, bold or wording.

Each reading gives every row a depth; the one whose parents equal the sum of their children wins, so that a style that
only decorates is not taken for a level.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakip_lib.intake.lra.bentuk import PAGU, PAGU_MURNI, PAGU_PERUBAHAN, REALISASI, BarisMentah
from lakip_lib.intake.lra.kode import Level

TANGGA = (Level.URUSAN, Level.BIDANG_URUSAN, Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN, Level.AKUN)
PUTIH = {"", "tema0", "FFFFFF", "000000", "indeks64", "indeks9"}
_ROMAWI = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_KATA: tuple[tuple[Level, str], ...] = (
    (Level.SUB_KEGIATAN, r"sub ?kegiatan"),
    (Level.KEGIATAN, r"kegiatan\b"),
    (Level.PROGRAM, r"program\b"),
    (Level.AKUN, r"belanja\b"),
    (Level.BIDANG_URUSAN, r"(?:urusan pemerintahan )?bidang\b"),
    (Level.URUSAN, r"urusan\b|unsur\b"),
)


@dataclass(frozen=True)
class Jenjang:
    """Depth of each row (0 at the top), the level each depth is called, and the evidence used."""

    kedalaman: tuple[int, ...]
    level: tuple[Level, ...]
    dasar: str


def assign_jenjang(baris: Sequence[BarisMentah]) -> Jenjang:
    """The best reading of the rows' levels; all of one depth when nothing tells them apart ("datar")."""
    best: tuple[float, tuple[int, ...], str] = (-1.0, (0,) * len(baris), "datar")
    for dasar, baca in _BUKTI.items():
        kedalaman = baca(baris)
        if kedalaman is None or len(set(kedalaman)) < 2:
            continue
        nilai = _score(baris, kedalaman)
        if nilai > best[0]:
            best = (nilai, kedalaman, dasar)
    _, kedalaman, dasar = best
    return Jenjang(kedalaman, tuple(_name_levels(baris, kedalaman)), dasar)


def link_induk(kedalaman: Sequence[int]) -> list[int | None]:
    """The parent of each row: the nearest row above that is less deep."""
    tumpuk: list[int] = []
    induk: list[int | None] = []
    for i, dalam in enumerate(kedalaman):
        while tumpuk and kedalaman[tumpuk[-1]] >= dalam:
            tumpuk.pop()
        induk.append(tumpuk[-1] if tumpuk else None)
        tumpuk.append(i)
    return induk


def _score(baris: Sequence[BarisMentah], kedalaman: Sequence[int]) -> float:
    """Share of parents that equal the sum of their children, in the amount that most rows have."""
    jumlah = Counter(nama for b in baris for nama in b.angka if nama in (PAGU, PAGU_MURNI, PAGU_PERUBAHAN, REALISASI))
    if not jumlah:
        return 0.0
    kolom = max(sorted(jumlah), key=lambda nama: jumlah[nama])
    anak: dict[int, Decimal] = {}
    for i, induk in enumerate(link_induk(kedalaman)):
        if induk is not None:
            anak[induk] = anak.get(induk, Decimal(0)) + baris[i].angka.get(kolom, Decimal(0))
    if not anak:
        return 0.0
    cocok = sum(abs(baris[i].angka.get(kolom, Decimal(0)) - total) <= 1 for i, total in anak.items())
    return cocok / len(anak) + len(set(kedalaman)) / 1000


def _rank(keys: Sequence[Hashable]) -> tuple[int, ...]:
    """Depths by first appearance: the top line comes first, the deepest style last."""
    urut = {k: i for i, k in enumerate(dict.fromkeys(keys))}
    return tuple(urut[k] for k in keys)


def _by_kolom(baris: Sequence[BarisMentah]) -> tuple[int, ...]:
    kolom = sorted({b.kolom_uraian for b in baris})
    return tuple(kolom.index(b.kolom_uraian) for b in baris)


def _by_isian(baris: Sequence[BarisMentah]) -> tuple[int, ...]:
    return _rank(["" if b.gaya[0] in PUTIH else b.gaya[0] for b in baris])


def _by_indentasi(baris: Sequence[BarisMentah]) -> tuple[int, ...]:
    dalam = sorted({b.gaya[2] for b in baris})
    return tuple(dalam.index(b.gaya[2]) for b in baris)


def _by_tebal(baris: Sequence[BarisMentah]) -> tuple[int, ...]:
    return tuple(0 if b.gaya[1] else 1 for b in baris)


def _by_gaya(baris: Sequence[BarisMentah]) -> tuple[int, ...]:
    return _rank([(b.gaya[0] if b.gaya[0] not in PUTIH else "", *b.gaya[1:], b.uraian.isupper()) for b in baris])


def _by_nomor(baris: Sequence[BarisMentah]) -> tuple[int, ...] | None:
    """Depth by the kind of number: A, I, 1, 1.1, a … in order of first appearance; None when many rows lack one."""
    if sum(bool(b.nomor) for b in baris) * 10 < len(baris) * 8:
        return None
    jenis: list[str] = []
    lalu: dict[str, int] = {}
    for b in baris:
        kind, nilai = _kind_of(b.nomor or "", lalu)
        lalu[kind] = nilai
        jenis.append(kind)
    return _rank(jenis)


def _kind_of(nomor: str, lalu: dict[str, int]) -> tuple[str, int]:
    teks = nomor.strip().rstrip(".)").lstrip("(")
    if re.fullmatch(r"\d+(?:\.\d+)*", teks):
        return f"angka{teks.count('.')}", int(teks.rpartition(".")[2])
    romawi = _roman(teks)
    if romawi and (romawi == lalu.get("romawi", 0) + 1 or len(teks) > 1):
        return "romawi", romawi
    if len(teks) == 1 and teks.isalpha():
        return ("huruf" if teks.isupper() else "huruf kecil"), ord(teks.upper()) - 64
    return ("", 0)


def _roman(teks: str) -> int:
    if not teks or any(c not in _ROMAWI for c in teks):
        return 0
    nilai = [_ROMAWI[c] for c in teks]
    return sum(-n if i + 1 < len(nilai) and nilai[i + 1] > n else n for i, n in enumerate(nilai))


def _by_kata(baris: Sequence[BarisMentah]) -> tuple[int, ...] | None:
    """Depth by the first word (program, kegiatan, sub kegiatan, belanja); other rows stand below the last word."""
    dalam: list[int] = []
    lalu = -1
    for b in baris:
        level = _word_level(b.uraian)
        if level is not None:
            lalu = TANGGA.index(level)
        dalam.append(lalu if level is not None else lalu + 1)
    return tuple(dalam) if any(_word_level(b.uraian) for b in baris) else None


def _word_level(uraian: str) -> Level | None:
    teks = uraian.strip().casefold()
    return next((level for level, pola in _KATA if re.match(pola, teks)), None)


def _name_levels(baris: Sequence[BarisMentah], kedalaman: Sequence[int]) -> list[Level]:
    """The level of each row: depths are named by the words most rows of a depth begin with, the others around them."""
    kata = Counter(_word_level(b.uraian) for b in baris)
    if kata[Level.AKUN] * 3 >= len(baris) and not any(kata[k] for k in (Level.PROGRAM, Level.KEGIATAN)):
        return [Level.AKUN] * len(baris)  # a report by account: pendapatan, belanja, pembiayaan
    nama: dict[int, Level] = {}
    depths = sorted(set(kedalaman))
    for dalam in depths:
        words = Counter(_word_level(b.uraian) for b, d in zip(baris, kedalaman, strict=True) if d == dalam)
        level, banyak = words.most_common(1)[0]
        if level is not None and banyak * 10 >= words.total() * 6 and level not in nama.values():
            nama[dalam] = level
    patok = [(depths.index(d), TANGGA.index(level)) for d, level in nama.items()]
    for dalam in depths:
        if dalam not in nama:
            nama[dalam] = TANGGA[_interpolate(depths.index(dalam), patok, len(depths))]
    return [nama[d] for d in kedalaman]


def _interpolate(posisi: int, patok: list[tuple[int, int]], banyak: int) -> int:
    """Place on the ladder of a depth without words: counted from the nearest named depth, else program downwards."""
    if patok:
        dekat, tangga = min(patok, key=lambda p: (abs(p[0] - posisi), p[0]))
        return min(max(tangga + posisi - dekat, 0), len(TANGGA) - 1)
    atas = TANGGA.index(Level.PROGRAM) if banyak <= 4 else max(0, len(TANGGA) - banyak)
    return min(atas + posisi, len(TANGGA) - 1)


_BUKTI: dict[str, Callable[[Sequence[BarisMentah]], tuple[int, ...] | None]] = {
    "kolom uraian": _by_kolom,
    "warna isian": _by_isian,
    "penomoran": _by_nomor,
    "indentasi": _by_indentasi,
    "huruf tebal": _by_tebal,
    "gaya huruf": _by_gaya,
    "kata awal": _by_kata,
}
