"""Figures within a text that was changed: which of those with a reference stand no longer as hasil.json says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lakip_lib.blok import Run
from lakip_lib.koreksi.kembali.model import kunci

_KEPING = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|[^\w\s]|_")


@dataclass(frozen=True)
class AngkaBerubah:
    """A figure of hasil.json that reads otherwise in the returned text."""

    ref: str
    lama: str
    baru: str


def split_keping(teks: str) -> list[str]:
    """Words, numbers and marks of a text, as they are compared; a number with its separators is one."""
    return _KEPING.findall(kunci(teks))


def find_changed(lama: Sequence[Run], baru: str) -> tuple[tuple[AngkaBerubah, ...], bool]:
    """The figures of `lama` that read otherwise in `baru`, and whether anything else changed too.

    A figure that was left out with the words around it is no changed figure: the words tell.
    """
    kiri, letak = _place_refs(lama)
    kanan = split_keping(baru)
    pencari = SequenceMatcher(None, kiri, kanan, autojunk=False)
    sama = {a + n: b + n for a, b, panjang in pencari.get_matching_blocks() for n in range(panjang)}
    berubah, ganti = [], dict[int, tuple[int, list[str]]]()
    for ref, teks, awal, akhir in letak:
        if all(n in sama for n in range(awal, akhir)) or _stands(kiri[awal:akhir], kiri, kanan):
            continue
        mulai, sampai = _find_counterpart(awal, akhir, sama, kiri, kanan)
        if mulai < sampai:
            berubah.append(AngkaBerubah(ref, teks, _join(kanan[mulai:sampai])))
            ganti[mulai] = (sampai, kiri[awal:akhir])
    return tuple(berubah), _restore(kanan, ganti) != kiri


def _place_refs(runs: Sequence[Run]) -> tuple[list[str], list[tuple[str, str, int, int]]]:
    """The pieces of the runs, and for each reference its text and the pieces it covers."""
    keping: list[str] = []
    letak = []
    for run in runs:
        awal = len(keping)
        keping += split_keping(run.teks)
        if run.ref and awal < len(keping):
            letak.append((run.ref, run.teks, awal, len(keping)))
    return keping, letak


def _stands(angka: list[str], kiri: list[str], kanan: list[str]) -> bool:
    """Whether the figure still stands in the text as often as before, only elsewhere."""
    return count_sequence(kanan, angka) >= count_sequence(kiri, angka)


def count_sequence(semua: list[str], cari: list[str]) -> int:
    """How often a row of pieces stands in another."""
    return sum(semua[n : n + len(cari)] == cari for n in range(len(semua) - len(cari) + 1))


def _find_counterpart(
    awal: int, akhir: int, sama: dict[int, int], kiri: list[str], kanan: list[str]
) -> tuple[int, int]:
    """Where in `kanan` stands what took the figure's place: between the pieces that stayed before and after it.

    Where more than the figure was replaced there, its numbers count: the first for the first, and so on.
    """
    a = max((n for n in sama if n < awal), default=-1)
    z = min((n for n in sama if n >= akhir), default=len(kiri))
    mulai, sampai = (sama[a] + 1 if a >= 0 else 0), (sama[z] if z < len(kiri) else len(kanan))
    if (a + 1, z) == (awal, akhir):
        return mulai, sampai
    lama = [n for n in range(a + 1, z) if _is_number(kiri[n])]
    baru = [n for n in range(mulai, sampai) if _is_number(kanan[n])]
    terpilih = [kini for dulu, kini in zip(lama, baru, strict=False) if awal <= dulu < akhir]
    return (terpilih[0], terpilih[-1] + 1) if terpilih else (0, 0)


def _is_number(keping: str) -> bool:
    return keping[0].isdigit()


def _restore(kanan: list[str], ganti: dict[int, tuple[int, list[str]]]) -> list[str]:
    """The returned pieces with the figures put back."""
    return list(_walk_restored(kanan, ganti))


def _walk_restored(kanan: list[str], ganti: dict[int, tuple[int, list[str]]]) -> Iterator[str]:
    n = 0
    while n < len(kanan):
        if n in ganti:
            n, lama = ganti[n]
            yield from lama
        else:
            yield kanan[n]
            n += 1


def _join(keping: Sequence[str]) -> str:
    """Pieces as a reader meets them: no blank before a percent sign or within a number."""
    return re.sub(r"\s+([%,.;:!?)])", r"\1", " ".join(keping))
