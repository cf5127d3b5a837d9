"""Sentences as rows of runs: patterns of words with named gaps, filled with figures that carry their reference.

A pattern holds no digit: a figure, a year or a code comes in through a gap, and figures bring their `ref`.
"""

from collections.abc import Sequence
from string import Formatter
from typing import TypeGuard

from lakip_lib.blok import Run

Kalimat = tuple[Run, ...]
Isian = Kalimat | Run | str | int
KATA_TUGAS = frozenset({"atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"})
SINGKATAN = frozenset({"APBD", "ASN", "BMD", "DPRD", "KIA", "OPD", "SKPD", "SPBE", "TIK", "UKM", "UKP", "UPTD"})
NIHIL = frozenset({"", "tidak ada", "nihil", "-", "–"})
BILANGAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")


def write(teks: str) -> Kalimat:
    """Plain text as one run, no run for empty text."""
    return (Run(teks=teks),) if teks else ()


def _to_runs(isian: Isian) -> Kalimat:
    if isinstance(isian, Run):
        return (isian,)
    return isian if isinstance(isian, tuple) else write(str(isian))


def fill(pola: str, **isian: Isian) -> Kalimat:
    """The pattern with its gaps "{nama}" filled; KeyError for a gap that nothing fills."""
    runs: list[Run] = []
    for teks, nama, _, _ in Formatter().parse(pola):
        runs.extend(write(teks))
        if nama is not None:
            runs.extend(_to_runs(isian[nama]))
    return capitalise(tuple(runs))


def capitalise(kalimat: Kalimat) -> Kalimat:
    """The sentence with a capital at its start, where it starts with words of ours and not with a figure."""
    if not kalimat or kalimat[0].ref or not kalimat[0].teks[:1].islower():
        return kalimat
    awal = kalimat[0]
    return (awal.model_copy(update={"teks": awal.teks[0].upper() + awal.teks[1:]}), *kalimat[1:])


def join(*kalimat: Kalimat) -> Kalimat:
    """Sentences one after the other, a blank between; empty ones are left out."""
    runs: list[Run] = []
    for item in kalimat:
        if item:
            runs.extend([*([Run(teks=" ")] if runs else []), *item])
    return tuple(runs)


def list_words(butir: Sequence[Isian], *, kata: str = "dan") -> Kalimat:
    """ "A", "A dan B", "A, B, dan C" (EYD: a comma before the last); "serta" where an item itself has "dan"."""
    runs: list[Run] = []
    if any(" dan " in run.teks for item in butir for run in _to_runs(item)):
        kata = "serta"
    for n, item in enumerate(butir):
        if n:
            sela = f" {kata} " if len(butir) == 2 else f", {kata} " if n == len(butir) - 1 else ", "
            runs.append(Run(teks=sela))
        runs.extend(_to_runs(item))
    return tuple(runs)


def pick(pola: Sequence[str], urut: int) -> str:
    """The pattern for the `urut`-th sentence of its kind: they take turns, so that neighbours differ."""
    return pola[urut % len(pola)]


def quote(teks: str) -> Kalimat:
    """A text as somebody else wrote it, in quotation marks and unaltered but for white space at its ends."""
    return write(f"“{teks.strip()}”")


def has_content(teks: str | None) -> TypeGuard[str]:
    """Whether somebody wrote something: not blank, and not "tidak ada", "nihil" or a dash alone."""
    return (teks or "").strip().rstrip(".").casefold() not in NIHIL


def end(teks: str) -> str:
    """The full stop that still has to follow a quotation: none where it ends with one."""
    return "" if teks.strip().endswith((".", "!", "?")) else "."


def count_words(n: int) -> str:
    """A count of things named in the same sentence: in words up to ten, in digits from eleven on (EYD V)."""
    return BILANGAN[n] if n < len(BILANGAN) else str(n)


def count_alike(*n: int) -> tuple[str, ...]:
    """Counts of one sentence, all in words or, where one of them is above ten, all in digits (EYD V)."""
    return tuple(map(count_words if is_small(*n) else str, n))


def is_small(*n: int) -> bool:
    """Whether counts of one sentence are all written in words."""
    return max(n, default=0) < len(BILANGAN)


def lower_first(teks: str) -> str:
    """A text that goes on within a sentence: its first letter small, unless its first word is an abbreviation."""
    kata = teks.split(" ", 1)[0]
    return teks if len(kata) > 1 and not kata[1:].islower() else teks[:1].lower() + teks[1:]


def mention(nama: str) -> str:
    """The name of an indikator within a sentence: small, unless it is a proper name ("Indeks SPBE", "Nilai AKIP")."""
    kata = nama.split(" ", 2)
    return lower_first(nama) if len(kata) > 1 and kata[1][:1].islower() else nama


def soften(uraian: str) -> str:
    """A name that was written in capitals throughout, in title case; other names as they are."""
    if not uraian.isupper():
        return uraian
    return " ".join(_soften_word(kata, n) for n, kata in enumerate(uraian.split()))


def _soften_word(kata: str, n: int) -> str:
    if kata.strip("(),.") in SINGKATAN:
        return kata
    kecil = kata.casefold()
    return kecil if n and kecil in KATA_TUGAS else kecil.title()
