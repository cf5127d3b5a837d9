"""Absorption and the five methods of efficiency (DOMAIN §5.7–§5.8)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lakip_lib.measures.rumus.rerata import BATAS_BAWAAN, apply_cap

SERATUS = Fraction(100)
BATAS_E = Fraction(20)  # E is clamped to ±20 before NE, so that NE lies within 0–100
EFISIEN, SESUAI, BELUM_EFISIEN = "efisien", "sesuai", "belum dapat dinyatakan efisien"
Bilangan = Fraction | Decimal


def penyerapan(pagu: Bilangan, realisasi: Bilangan) -> Fraction | None:
    """S = A/P × 100, from sums, never the mean of percentages; None where P = 0 (DOMAIN §5.8).

    >>> float(penyerapan(Fraction(500 + 300 + 200), Fraction(450 + 285 + 150)))
    88.5
    """
    return Fraction(realisasi) / Fraction(pagu) * SERATUS if pagu else None


def status_efisiensi(capaian: Bilangan | None, serapan: Bilangan | None) -> str | None:
    """What may be said (E1 of DOMAIN §5.7, G10), by figures as printed: efficiency is claimed only when C ≥ 100.

    None without a budget or without a capaian.

    >>> status_efisiensi(Decimal("102.18"), Decimal("85.45")), status_efisiensi(Decimal(70), Decimal(60))
    ('efisien', 'belum dapat dinyatakan efisien')
    """
    if capaian is None or serapan is None:
        return None
    if capaian < SERATUS:
        return BELUM_EFISIEN
    return EFISIEN if serapan < SERATUS else SESUAI


def efisiensi_e1(capaian: Bilangan | None, serapan: Bilangan | None) -> Fraction | None:
    """E1 [INF]: C − S in poin, C the mean as printed.

    >>> float(efisiensi_e1(Decimal("102.18"), Decimal("85.45")))
    16.73
    """
    return None if capaian is None or serapan is None else Fraction(capaian) - Fraction(serapan)


def efisiensi_e2(serapan: Bilangan | None) -> Fraction | None:
    """E2 [S:KSP]: what was not spent, 100 − S; no efficiency where targets are missed.

    >>> float(efisiensi_e2(Decimal("85.45")))
    14.55
    """
    return None if serapan is None else SERATUS - Fraction(serapan)


def efisiensi_e3(capaian: Bilangan | None, serapan: Bilangan | None) -> Fraction | None:
    """E3 [INF; S:ITJEN]: C/S, above 1 efficient; None where S = 0.

    >>> round(float(efisiensi_e3(Decimal("102.18"), Decimal("85.45"))), 2)
    1.2
    """
    return None if capaian is None or not serapan else Fraction(capaian) / Fraction(serapan)


def efisiensi_e4(items: Sequence[tuple[Bilangan, Bilangan, Bilangan, Bilangan]]) -> Fraction | None:
    """E4 [PMK 249/2011 in S:ITJEN]: mean of 1 − (A/RV)/(P/TV), × 100, of items (P, A, TV, RV) with no zero P, TV, RV.

    >>> float(efisiensi_e4([(Fraction(500), Fraction(450), Fraction(100), Fraction(100)),
    ...                     (Fraction(300), Fraction(285), Fraction(100), Fraction(95)),
    ...                     (Fraction(200), Fraction(150), Fraction(100), Fraction(110))]))  # 13,94
    13.93939393939394
    """
    exact = [tuple(Fraction(x) for x in item) for item in items]
    each = [1 - (a / rv) / (p / tv) for p, a, tv, rv in exact if p and tv and rv]
    return sum(each, Fraction(0)) / len(each) * SERATUS if each else None


def efisiensi_e5(
    items: Sequence[tuple[Bilangan, Bilangan, Bilangan]], batas: Fraction | None = BATAS_BAWAAN
) -> Fraction | None:
    """E5 [PMK 214/2017, 22/2021, REG]: Σ(P·C − A)/Σ(P·C) × 100; items are (P, A, C in percent), each C capped first.

    >>> xyz = [(Fraction(500), Fraction(450), Fraction(100)), (Fraction(300), Fraction(285), Fraction(95)),
    ...        (Fraction(200), Fraction(150), Fraction(110))]
    >>> round(float(efisiensi_e5(xyz)), 2), round(float(efisiensi_e5(xyz, Fraction(100))), 2)
    (11.94, 10.15)
    """
    seharusnya = sum((Fraction(p) * apply_cap(Fraction(c), batas) / 100 for p, _, c in items), Fraction(0))
    belanja = sum((Fraction(a) for _, a, _ in items), Fraction(0))
    return (seharusnya - belanja) / seharusnya * SERATUS if seharusnya else None


def nilai_efisiensi(e: Fraction | None) -> Fraction | None:
    """NE = 50 + E/20 × 50 with E clamped to [−20, 20], so within 0–100.

    >>> round(float(nilai_efisiensi(Fraction(120, 1005) * 100)), 2), nilai_efisiensi(Fraction(-90))
    (79.85, Fraction(0, 1))
    """
    return None if e is None else 50 + max(-BATAS_E, min(BATAS_E, e)) / BATAS_E * 50
