"""Comparisons: with last year, with the Renstra's end, with a standard (DOMAIN §5.8).

An indikator that should stay near its target (stabil) has no better side: neither more nor less is further on. It is
read by the distance d of R from the target's nearer edge (d = 0 inside the band of PROMISES §5 or inside a range):

- perkembangan: d of this year from this year's target beside d of last year from last year's; a smaller d is membaik;
- kemajuan from the baseline: how much of the distance that the baseline had is closed, (d₀ − d)/d₀ × 100, at most 100;
- status: sesuai jalur where d from the Renstra's own target of the year is 0, else perlu penyesuaian (never percepatan).

Worked: target 70 ± 5 % (66,5 to 73,5), baseline 52 (d₀ 14,5). R 68 → d 0, all closed; R 88 → d 14,5, nothing closed:
88 is as far above the band as 52 was below. The formula (R − B)/(T − B) of the others would print 200,00 there.
"""

from fractions import Fraction

from lakip_lib.istilah import Arah, Metode
from lakip_lib.measures.rumus.capaian import Hitungan, capaian_max, capaian_min_a, capaian_stab, find_tepi
from lakip_lib.measures.rumus.nilai import Nilai

SERATUS = Fraction(100)
SATUAN_PERSEN = frozenset({"%", "persen", "prosentase", "persentase", "prosen", "persen (%)", "% (persen)"})
AMBANG_TETAP = Fraction(5, 1000)
Tepi = tuple[Fraction, Fraction]
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


def is_stabil(arah: Arah, metode: Metode) -> bool:
    """Whether an indikator is read by its distance from the target, whichever side it lies on."""
    return arah is Arah.STABIL or metode is Metode.STAB


def find_tepi_nilai(target: Nilai | None, pita: tuple[Fraction, Fraction]) -> Tepi | None:
    """The edges that a stabil realisasi should lie between: of a range its own; None for letters without a score."""
    if target is None or target.rentang:
        return target.rentang if target else None
    return None if target.besaran is None else find_tepi(target.besaran, *pita)


def jarak_tepi(r: Fraction, tepi: Tepi) -> Fraction:
    """The distance from the nearer edge, 0 between them.

    >>> [jarak_tepi(Fraction(r), (Fraction(66), Fraction(74))) for r in (52, 66, 70, 88)]
    [Fraction(14, 1), Fraction(0, 1), Fraction(0, 1), Fraction(14, 1)]
    """
    return max(tepi[0] - r, r - tepi[1], Fraction(0))


def perubahan_jarak(r: Fraction, tepi: Tepi, r_lalu: Fraction, tepi_lalu: Tepi) -> Fraction:
    """Change of the distance from each year's own edges, negative when closer: the delta of `perkembangan` for stabil.

    >>> tepi = find_tepi(Fraction(70), Fraction(5), Fraction(5))
    >>> perubahan_jarak(Fraction(73), tepi, Fraction(68), tepi)  # both inside the band, though 73 is 3 off the centre
    Fraction(0, 1)
    >>> perubahan_jarak(Fraction(88), tepi, Fraction(68), tepi)
    Fraction(29, 2)
    """
    return jarak_tepi(r, tepi) - jarak_tepi(r_lalu, tepi_lalu)


def perkembangan(arah: Arah, delta: Fraction) -> str:
    """ "membaik", "tetap" (|Δ| < 0,005) or "memburuk"; for stabil Δ is `perubahan_jarak`.

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


def kemajuan_jarak(r: Fraction, awal: Fraction, tepi: Tepi) -> Fraction | None:
    """ "dari_awal" for stabil: the part of the baseline's distance that is closed, at most 100, 100 between the edges.

    Below 0 where R is further off than the baseline was; None where the baseline lay between the edges and R does not.

    >>> tepi = find_tepi(Fraction(70), Fraction(5), Fraction(5))
    >>> [float(kemajuan_jarak(Fraction(r), Fraction(52), tepi)) for r in ("59.25", 68, 88)]
    [50.0, 100.0, 0.0]
    """
    kini, dulu = jarak_tepi(r, tepi), jarak_tepi(awal, tepi)
    if kini == 0:
        return SERATUS
    return (dulu - kini) / dulu * SERATUS if dulu else None


def sisa_jarak(r: Fraction, tepi: Tepi) -> Fraction:
    """What is left for stabil: the way to the nearer edge with its sign, 0 between them.

    >>> sisa_jarak(Fraction(88), (Fraction(66), Fraction(74)))
    Fraction(-14, 1)
    """
    jarak = jarak_tepi(r, tepi)
    return -jarak if r > tepi[1] else jarak


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
