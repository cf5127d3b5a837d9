"""Align two rows of elements: what stayed, what was changed, added, taken away, or moved."""

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from lakip_lib.koreksi.kembali.model import Macam, Unsur, kunci

Pasangan = tuple[int | None, int | None]  # place in the draft, place in the returned document
MIRIP, MIRIP_TABEL = 0.45, 0.3  # from here on two texts (tables) are one that was changed
PINDAH = 20  # characters; a shorter text that turns up elsewhere is no move
TERBANYAK = 20_000  # comparisons of one stretch; beyond, its elements are taken as replaced
_TEKS = {Macam.JUDUL, Macam.PARAGRAF, Macam.BUTIR, Macam.KUTIPAN}


def align_unsur(lama: Sequence[Unsur], baru: Sequence[Unsur]) -> list[Pasangan]:
    """The pairs in order; one side is None where an element was added or taken away."""
    return align([u.kunci for u in lama], [u.kunci for u in baru], lambda i, j: measure_likeness(lama[i], baru[j]))


def align(kiri: Sequence[str], kanan: Sequence[str], mirip: Callable[[int, int], float]) -> list[Pasangan]:
    """Pairs of two rows of keys; between equal ones the likest are paired, in order. `mirip` 0 forbids a pair."""
    hasil: list[Pasangan] = []
    for kode, a, b, c, d in SequenceMatcher(None, kiri, kanan, autojunk=False).get_opcodes():
        if kode == "equal":
            hasil += zip(range(a, b), range(c, d), strict=True)
        elif kode == "replace":
            hasil += _pair(range(a, b), range(c, d), mirip)
        else:
            hasil += [(i, None) for i in range(a, b)] + [(None, j) for j in range(c, d)]
    return hasil


def _pair(kiri: range, kanan: range, mirip: Callable[[int, int], float]) -> list[Pasangan]:
    """The likest pairs of a stretch that was replaced, none crossing another."""
    if len(kiri) == len(kanan) == 1:
        i, j = kiri[0], kanan[0]
        return [(i, j)] if mirip(i, j) > 0 else [(i, None), (None, j)]
    if len(kiri) * len(kanan) > TERBANYAK:
        return [*((i, None) for i in kiri), *((None, j) for j in kanan)]
    nilai = [[_accept(mirip(i, j)) for j in kanan] for i in kiri]
    terbaik = [[0.0] * (len(kanan) + 1) for _ in range(len(kiri) + 1)]
    for i in reversed(range(len(kiri))):
        for j in reversed(range(len(kanan))):
            cocok = nilai[i][j] + terbaik[i + 1][j + 1] if nilai[i][j] else 0.0
            terbaik[i][j] = max(cocok, terbaik[i + 1][j], terbaik[i][j + 1])
    hasil: list[Pasangan] = []
    i = j = 0
    while i < len(kiri) and j < len(kanan):
        if nilai[i][j] and terbaik[i][j] == nilai[i][j] + terbaik[i + 1][j + 1]:
            hasil.append((kiri[i], kanan[j]))
            i, j = i + 1, j + 1
        elif terbaik[i][j] == terbaik[i + 1][j]:
            hasil.append((kiri[i], None))
            i += 1
        else:
            hasil.append((None, kanan[j]))
            j += 1
    return [*hasil, *((k, None) for k in kiri[i:]), *((None, k) for k in kanan[j:])]


def _accept(nilai: float) -> float:
    return nilai if nilai >= MIRIP else 0.0


def measure_likeness(kiri: Unsur, kanan: Unsur) -> float:
    """From 0 (never the same element) to 1."""
    if Macam.TABEL in {kiri.macam, kanan.macam}:
        return _compare_tables(kiri, kanan) if kiri.macam == kanan.macam else 0.0
    if Macam.GAMBAR in {kiri.macam, kanan.macam}:
        return float(kiri.macam == kanan.macam) * 0.6
    return max(0.01, compare_words(kiri.kunci, kanan.kunci)) if {kiri.macam, kanan.macam} <= _TEKS else 0.0


def _compare_tables(kiri: Unsur, kanan: Unsur) -> float:
    """How many cells two tables have in common, in the measure of texts."""
    a, b = (Counter(kunci(sel.teks) for baris in satu.baris for sel in baris) for satu in (kiri, kanan))
    a[""] = b[""] = 0
    bagian = 2 * (a & b).total() / max(1, (a + b).total())
    return MIRIP + (bagian - MIRIP_TABEL) * (1 - MIRIP) / (1 - MIRIP_TABEL) if bagian >= MIRIP_TABEL else 0.01


def compare_words(kiri: str, kanan: str) -> float:
    """How much two texts have in common, word by word."""
    pencari = SequenceMatcher(None, kiri.split(), kanan.split(), autojunk=False)
    return pencari.ratio() if pencari.quick_ratio() >= MIRIP else pencari.quick_ratio() / 2


def find_moves(pasangan: Sequence[Pasangan], lama: Sequence[Unsur], baru: Sequence[Unsur]) -> dict[int, int]:
    """Place in the returned document → place in the draft, for elements that turned up elsewhere unchanged."""
    hilang: dict[str, list[int]] = {}
    for i, j in pasangan:
        if i is not None and j is None:
            hilang.setdefault(lama[i].kunci, []).append(i)
    hasil = {}
    for i, j in pasangan:
        if i is None and j is not None and len(baru[j].kunci) >= PINDAH and (asal := hilang.get(baru[j].kunci)):
            hasil[j] = asal.pop(0)
    return hasil
