"""The formulas of capaian (DOMAIN §5.1–§5.3), in percent, exact, without floor and cap.

Each returns the percentage, or the alasan why there is none. A negative target stands with |T| in the denominator, so
that a better realisasi never gives a lower capaian.
"""

from fractions import Fraction

from lakip_lib.istilah import Alasan, Arah
from lakip_lib.measures.rumus.nilai import Nilai, peringkat, predikat_skor, skor_predikat, ya_tidak

SERATUS = Fraction(100)
Hitungan = Fraction | Alasan


def capaian_max(target: Fraction, realisasi: Fraction) -> Hitungan:
    """MAX: R/T × 100 [S:SKP, S:MT, S:WPS]; T = 0 → `target_nol`.

    >>> float(capaian_max(Fraction("2.75"), Fraction("2.81")))  # 102,18
    102.18181818181819
    """
    if target == 0:
        return Alasan.TARGET_NOL
    return (1 + (realisasi - target) / abs(target)) * SERATUS


def capaian_min_a(target: Fraction, realisasi: Fraction) -> Hitungan:
    """MIN-A: (2T − R)/T × 100 [S:SKP, S:MT; KMK 467/2014 REG]; T = 0: R = 0 → 100, R > 0 → 0 [PROMISES §5].

    >>> float(capaian_min_a(Fraction(14), Fraction(12))), float(capaian_min_a(Fraction(14), Fraction(16)))
    (114.28571428571429, 85.71428571428571)
    """
    if target == 0:
        return SERATUS if realisasi <= 0 else Fraction(0)
    return (1 - (realisasi - target) / abs(target)) * SERATUS


def capaian_min_b(target: Fraction, realisasi: Fraction) -> Hitungan:
    """MIN-B: T/R × 100 [S:WPS, S:BALI]; T = 0 as MIN-A; R ≤ 0 against a positive target → `tak_hingga`.

    >>> float(capaian_min_b(Fraction(14), Fraction(12))), capaian_min_b(Fraction(14), Fraction(16))
    (116.66666666666667, Fraction(175, 2))
    """
    if target == 0:
        return capaian_min_a(target, realisasi)
    if target < 0:
        return realisasi / target * SERATUS
    return Alasan.TAK_HINGGA if realisasi <= 0 else target / realisasi * SERATUS


def find_tepi(
    target: Fraction, pita_bawah: Fraction = Fraction(0), pita_atas: Fraction = Fraction(0)
) -> tuple[Fraction, Fraction]:
    """The edges of the band around a target, [T − b₁, T + b₂] (b in percent of |T|).

    >>> find_tepi(Fraction(70), Fraction(5), Fraction(5))
    (Fraction(133, 2), Fraction(147, 2))
    """
    ukuran = abs(target)
    return target - ukuran * pita_bawah / 100, target + ukuran * pita_atas / 100


def capaian_stab(
    target: Fraction, realisasi: Fraction, pita_bawah: Fraction = Fraction(0), pita_atas: Fraction = Fraction(0)
) -> Hitungan:
    """STAB: 100 inside [T − b₁, T + b₂] (b in percent of T), else (1 − d/T) × 100, d from the nearer edge [INF].

    T = 0 is read like a minimum: 100 when R = 0, else 0.

    >>> capaian_stab(Fraction(80), Fraction(92))
    Fraction(85, 1)
    >>> float(capaian_stab(Fraction(60), Fraction(55), Fraction(5), Fraction(5)))  # 96,67
    96.66666666666667
    """
    ukuran = abs(target)
    bawah, atas = find_tepi(target, pita_bawah, pita_atas)
    jarak = max(bawah - realisasi, realisasi - atas, Fraction(0))
    if jarak == 0:
        return SERATUS
    return (1 - jarak / ukuran) * SERATUS if ukuran else Fraction(0)


def capaian_range(lo: Fraction, hi: Fraction, realisasi: Fraction, arah: Arah = Arah.MAX) -> Hitungan:
    """RANGE: 100 inside [S:SKP; inside INF]; outside MAX or MIN-A (stabil: STAB) against the nearer edge.

    >>> float(capaian_range(Fraction(7), Fraction(8), Fraction("6.5"), Arah.MIN))  # 107,14
    107.14285714285714
    >>> capaian_range(Fraction(80), Fraction(90), Fraction(70), Arah.MAX)
    Fraction(175, 2)
    """
    if lo <= realisasi <= hi:
        return SERATUS
    edge = hi if realisasi > hi else lo
    rumus = {Arah.MAX: capaian_max, Arah.MIN: capaian_min_a, Arah.STABIL: capaian_stab}[arah]
    return rumus(edge, realisasi)


def capaian_bin(target: Nilai, realisasi: Nilai, arah: Arah = Arah.MAX) -> Hitungan:
    """BIN: 100 where the target is met, else 0 [INF]; words of having ("ada", "belum") count 1 and 0, letters by rank.

    >>> capaian_bin(Nilai(huruf="ada"), Nilai(huruf="belum"))
    Fraction(0, 1)
    """
    pasangan = _pair_bin(target, realisasi)
    if isinstance(pasangan, Alasan):
        return pasangan
    batas, ada = pasangan
    tercapai = ada <= batas if arah is Arah.MIN else ada == batas if arah is Arah.STABIL else ada >= batas
    return SERATUS if tercapai else Fraction(0)


def _pair_bin(target: Nilai, realisasi: Nilai) -> tuple[Fraction, Fraction] | Alasan:
    angka = []
    for nilai in (target, realisasi):
        kata = ya_tidak(nilai.huruf) if nilai.huruf else None
        angka.append(nilai.besaran if kata is None else Fraction(kata))
    if angka[0] is not None and angka[1] is not None:
        return angka[0], angka[1]
    return pair_ord(target, realisasi) if target.huruf and realisasi.huruf else Alasan.BUKAN_ANGKA


def capaian_ord(target: Nilai, realisasi: Nilai, arah: Arah = Arah.MAX) -> Hitungan:
    """ORD: score ratio where scores are known, else rank ratio [S:LKE-P ranks; DOMAIN §5.3].

    A predikat AKIP without score counts by the lowest score of its band where the other side has one (BB → 70,01).

    >>> capaian_ord(Nilai(huruf="BB"), Nilai(huruf="B"))
    Fraction(80, 1)
    >>> hasil = capaian_ord(Nilai(huruf="BB", skor=Fraction("70.01")), Nilai(huruf="B", skor=Fraction("65.30")))
    >>> round(float(hasil), 2)
    93.27
    """
    pasangan = pair_ord(target, realisasi)
    if isinstance(pasangan, Alasan):
        return pasangan
    rumus = {Arah.MAX: capaian_max, Arah.MIN: capaian_min_a, Arah.STABIL: capaian_stab}[arah]
    return rumus(*pasangan)


def pair_ord(target: Nilai, realisasi: Nilai) -> tuple[Fraction, Fraction] | Alasan:
    """The two figures that letters stand for: both scores, or both ranks; `huruf_tak_dikenal` when neither is known."""
    for nilai in (target, realisasi):
        if nilai.huruf and nilai.skor is None and peringkat(nilai.huruf) is None:
            return Alasan.HURUF_TAK_DIKENAL
    t, r = target.besaran, realisasi.besaran
    if t is None and r is not None and target.huruf:
        t = skor_predikat(target.huruf)
    if t is not None and r is not None:
        return t, r
    return _pair_rank(target, realisasi)


def _pair_rank(target: Nilai, realisasi: Nilai) -> tuple[Fraction, Fraction] | Alasan:
    """Ranks of both from one table; a score without known letters takes the letters of its band."""
    ranks = []
    for nilai in (target, realisasi):
        known = peringkat(nilai.huruf) if nilai.huruf else None
        if known is None and nilai.besaran is not None:
            known = peringkat(predikat_skor(nilai.besaran))
        if known is None:
            return Alasan.HURUF_TAK_DIKENAL
        ranks.append(known)
    if ranks[0][0] != ranks[1][0]:
        return Alasan.HURUF_TAK_DIKENAL
    return Fraction(ranks[0][1]), Fraction(ranks[1][1])
