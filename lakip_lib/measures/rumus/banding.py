"""Comparisons: with last year, with the Renstra's end, with a standard (DOMAIN §5.8)."""

from fractions import Fraction

from lakip_lib.istilah import Arah
from lakip_lib.measures.rumus.capaian import Hitungan, capaian_max, capaian_min_a, capaian_stab

SERATUS = Fraction(100)
SATUAN_PERSEN = frozenset({"%", "persen", "prosentase", "persentase", "prosen", "persen (%)", "% (persen)"})
AMBANG_TETAP = Fraction(5, 1000)
MEMBAIK, TETAP, MEMBURUK = "membaik", "tetap", "memburuk"


def perubahan(r: Fraction, r_lalu: Fraction, satuan: str) -> tuple[Fraction, str]:
    """Growth against last year: (R − R₋₁)/|R₋₁| × 100 in "%"; in "poin" R − R₋₁ for percent units and a zero base.

    >>> float(perubahan(Fraction("2.81"), Fraction("2.54"), "indeks")[0])  # 10,63
    10.62992125984252
    >>> perubahan(Fraction(85), Fraction(82), "%")
    (Fraction(3, 1), 'poin')
    """
    if r_lalu == 0 or " ".join(satuan.casefold().split()) in SATUAN_PERSEN:
        return r - r_lalu, "poin"
    return (r - r_lalu) / abs(r_lalu) * SERATUS, "%"


def perubahan_jarak(r: Fraction, target: Fraction, r_lalu: Fraction, target_lalu: Fraction) -> Fraction:
    """Change of the distance to each year's target, negative when closer: the delta of `perkembangan` for stabil."""
    return abs(r - target) - abs(r_lalu - target_lalu)


def perkembangan(arah: Arah, delta: Fraction) -> str:
    """ "membaik", "tetap" (|Δ| < 0,005) or "memburuk"; for stabil Δ is the change of distance to the target.

    >>> [perkembangan(arah, Fraction(1)) for arah in (Arah.MAX, Arah.MIN, Arah.STABIL)]
    ['membaik', 'memburuk', 'memburuk']
    """
    if abs(delta) < AMBANG_TETAP:
        return TETAP
    return MEMBAIK if (delta > 0) == (arah is Arah.MAX) else MEMBURUK


def kemajuan_rasio(arah: Arah, r: Fraction, target_akhir: Fraction) -> Hitungan:
    """Progress to the Renstra's end, reading "rasio": MAX R/T, MIN by MIN-A, stabil by STAB; cumulative ones bring ΣR.

    >>> float(kemajuan_rasio(Arah.MAX, Fraction("2.81"), Fraction("3.10")))  # 90,65
    90.64516129032258
    >>> kemajuan_rasio(Arah.MIN, Fraction(16), Fraction(10))
    Fraction(40, 1)
    """
    return {Arah.MAX: capaian_max, Arah.MIN: capaian_min_a, Arah.STABIL: capaian_stab}[arah](target_akhir, r)


def kemajuan_dari_awal(r: Fraction, awal: Fraction, target_akhir: Fraction) -> Fraction | None:
    """Progress from the baseline, reading "dari_awal": (R − B)/(T − B) × 100; None where baseline and target are equal.

    >>> kemajuan_dari_awal(Fraction("2.81"), Fraction("2.10"), Fraction("3.10"))
    Fraction(71, 1)
    """
    return None if target_akhir == awal else (r - awal) / (target_akhir - awal) * SERATUS


def selisih_standar(r: Fraction, standar: Fraction) -> tuple[Fraction, Fraction | None]:
    """Gap to a standard: R − N, and R/N × 100 (None where N = 0).

    >>> selisih_standar(Fraction("2.81"), Fraction("2.60"))[0]
    Fraction(21, 100)
    """
    return r - standar, (r / standar * SERATUS if standar else None)


def posisi_standar(arah: Arah, selisih: Fraction, jenis: str | None) -> str:
    """Where R stands: "memenuhi"/"belum memenuhi" an ambang; else "lebih baik"/"setara"/"belum setara"."""
    lebih = -abs(selisih) if arah is Arah.STABIL else -selisih if arah is Arah.MIN else selisih
    if jenis == "ambang":
        return "memenuhi" if lebih >= 0 else "belum memenuhi"
    return "setara" if lebih == 0 else "lebih baik" if lebih > 0 else "belum setara"
