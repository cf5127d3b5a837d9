"""Floor, cap, means and weights (DOMAIN §5.5, PROMISES §5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lakip_lib.istilah import Alasan

BATAS_BAWAAN = Fraction(120)
SERATUS = Fraction(100)


@dataclass(frozen=True)
class TigaCapaian:
    """The three figures of an indikator, exact: as computed, as printed (floored at 0), and as it enters means."""

    mentah: Fraction | None
    capaian: Fraction | None
    rerata: Fraction | None


def apply_floor(c: Fraction) -> Fraction:
    """`c`, not below 0.

    >>> apply_floor(Fraction(-20))
    Fraction(0, 1)
    """
    return max(c, Fraction(0))


def apply_cap(c: Fraction, batas: Fraction | None = BATAS_BAWAAN) -> Fraction:
    """`c`, not above `batas`; None is no cap.

    >>> apply_cap(Fraction(250)), apply_cap(Fraction(250), None)
    (Fraction(120, 1), Fraction(250, 1))
    """
    return c if batas is None else min(c, batas)


def three_capaian(
    mentah: Fraction | None, alasan: Alasan | None = None, batas: Fraction | None = BATAS_BAWAAN
) -> TigaCapaian:
    """The figures of a capaian: `tak_hingga` has none but enters means at the cap (without a cap: stays out)."""
    if mentah is None:
        return TigaCapaian(None, None, batas if alasan is Alasan.TAK_HINGGA else None)
    capaian = apply_floor(mentah)
    return TigaCapaian(mentah, capaian, apply_cap(capaian, batas))


def mean(values: Sequence[Fraction | None], bobot: Sequence[Fraction | None] | None = None) -> Fraction | None:
    """The weighted mean of the values that are there, None when none is; weights count only when all are given.

    >>> mean([Fraction(100), Fraction(80), None])  # 90,00 over 2 of 3
    Fraction(90, 1)
    """
    weights = [Fraction(1)] * len(values) if bobot is None else list(bobot)
    if any(w is None for w in weights):
        weights = [Fraction(1)] * len(values)
    pairs = [(v, w) for v, w in zip(values, weights, strict=True) if v is not None and w is not None]
    total = sum((w for _, w in pairs), Fraction(0))
    return sum((v * w for v, w in pairs), Fraction(0)) / total if total else None


def share_bobot(total: Fraction, n: int) -> list[Fraction]:
    """A weight shared evenly among `n` items; the shares add up to it exactly (G13).

    >>> sum(share_bobot(Fraction(10), 3))
    Fraction(10, 1)
    """
    return [total / n] * n


def score_bobot(values: Sequence[Fraction], bobot: Sequence[Fraction]) -> Fraction:
    """Points earned: each weight times its value in percent.

    >>> score_bobot([Fraction(100)] * 7, share_bobot(Fraction(10), 7))
    Fraction(10, 1)
    """
    return sum((v * w for v, w in zip(values, bobot, strict=True)), Fraction(0)) / SERATUS


def share_tercapai(values: Sequence[Fraction | None]) -> Fraction | None:
    """Percent of the assessed values that reach 100, None when none is assessed."""
    dinilai = [v for v in values if v is not None]
    return Fraction(sum(v >= SERATUS for v in dinilai), len(dinilai)) * SERATUS if dinilai else None
