"""The formulas of capaian in Excel's words, beside the same rules in measures (DOMAIN §5.1 to §5.8).

Each takes cell addresses or expressions and returns an expression without "=". Exact values stay floats on the way, so
printed figures are ROUND(ROUND(x,9),2): the inner rounding takes off the float's error before a tie is rounded.
"""

from lakip_lib.istilah import Arah, Metode

AMBANG_TETAP = "0.005"


def round2(x: str) -> str:
    """Rounded once, half away from zero, as printed."""
    return f"ROUND(ROUND({x},9),2)"


def round_if(x: str, cell: str) -> str:
    """The printed figure of another cell that may be empty."""
    return f'IF({cell}="","",{round2(x)})'


def _max(t: str, r: str) -> str:
    return f'IF({t}=0,"",(1+({r}-{t})/ABS({t}))*100)'


def _min_a(t: str, r: str) -> str:
    return f"IF({t}=0,IF({r}<=0,100,0),(1-({r}-{t})/ABS({t}))*100)"


def _min_b(t: str, r: str) -> str:
    return f'IF({t}=0,IF({r}<=0,100,0),IF({t}<0,{r}/{t}*100,IF({r}<=0,"",{t}/{r}*100)))'


def _stab(t: str, r: str, bawah: str = "0", atas: str = "0") -> str:
    jarak = excel_jarak(r, excel_tepi(t, bawah, atas))
    return f"IF(ROUND({jarak},9)=0,100,IF({t}=0,0,(1-{jarak}/ABS({t}))*100))"


def excel_tepi(t: str, bawah: str = "0", atas: str = "0") -> tuple[str, str]:
    """The edges of the band around a target, in percent of it."""
    return f"({t}-ABS({t})*{bawah}/100)", f"({t}+ABS({t})*{atas}/100)"


def excel_jarak(r: str, tepi: tuple[str, str]) -> str:
    """The distance from the nearer edge, 0 between them.

    >>> excel_jarak("M6", ("L6", "K6"))
    'MAX(L6-M6,M6-K6,0)'
    """
    return f"MAX({tepi[0]}-{r},{r}-{tepi[1]},0)"


def excel_kemajuan_jarak(r: str, awal: str, tepi: tuple[str, str]) -> str:
    """Progress from the baseline by distance, unrounded: 100 between the edges, "" where the baseline had no way to go."""
    kini, dulu = excel_jarak(r, tepi), excel_jarak(awal, tepi)
    return f'IF(ROUND({kini},9)=0,100,IF(ROUND({dulu},9)=0,"",({dulu}-{kini})/{dulu}*100))'


def _edge(arah: Arah, t: str, r: str) -> str:
    return {Arah.MAX: _max, Arah.MIN: _min_a, Arah.STABIL: _stab}[arah](t, r)


def _range(lo: str, hi: str, r: str, arah: Arah) -> str:
    dalam = f"AND(ROUND({r}-{lo},9)>=0,ROUND({r}-{hi},9)<=0)"
    return f"IF({dalam},100,IF({r}>{hi},{_edge(arah, hi, r)},{_edge(arah, lo, r)}))"


def _bin(t: str, r: str, arah: Arah) -> str:
    banding = {Arah.MAX: ">=", Arah.MIN: "<=", Arah.STABIL: "="}[arah]
    return f"IF(ROUND({r}-{t},9){banding}0,100,0)"


def excel_capaian(
    metode: Metode, arah: Arah, t: str, r: str, hi: str = "", *, pita: tuple[str, str] = ("0", "0")
) -> str:
    """The capaian in percent, unrounded, "" where a side is missing; `hi` is the upper edge of a target that is a range.

    >>> excel_capaian(Metode.MAX, Arah.MAX, "K6", "M6")
    'IF(COUNT(K6,M6)<2,"",IF(K6=0,"",(1+(M6-K6)/ABS(K6))*100))'
    """
    if metode is Metode.BIN:
        inti = _bin(t, r, arah)
    elif metode is Metode.ORD:
        inti = _edge(arah, t, r)
    elif hi or metode is Metode.RANGE:
        inti = _range(t, hi or t, r, Arah.STABIL if metode is Metode.STAB else arah)
    elif metode is Metode.STAB:
        inti = _stab(t, r, *pita)
    else:
        inti = {Metode.MAX: _max, Metode.MIN_A: _min_a, Metode.MIN_B: _min_b}[metode](t, r)
    return f'IF(COUNT({t},{r})<2,"",{inti})'


def excel_status(capaian: str) -> str:
    """The status of a printed capaian."""
    return f'IF({capaian}="","tak_dinilai",IF({capaian}>100,"melampaui",IF({capaian}=100,"mencapai","belum")))'


def excel_kategori(capaian: str) -> str:
    """The band of the scale that a printed capaian falls in."""
    return f'IF({capaian}="","",INDEX(skala_kategori,MATCH({capaian},skala_ambang,1)))'


def excel_rerata(mentah: str, metode: Metode, t: str, r: str) -> str:
    """What goes into means: floored at 0 and capped; the cap for T/R with a realisasi of nothing, where there is one."""
    kosong = '""'
    if metode is Metode.MIN_B:
        kosong = f'IF(AND(COUNT({t},{r})=2,ISNUMBER(batas_capaian)),batas_capaian,"")'
    return f'IF({mentah}="",{kosong},IF(ISNUMBER(batas_capaian),MIN(MAX({mentah},0),batas_capaian),MAX({mentah},0)))'


def excel_perubahan(r: str, lalu: str, *, persen: bool) -> str:
    """The change since last year, unrounded: a difference for percent units and a zero base, else growth."""
    return f"{r}-{lalu}" if persen else f"IF({lalu}=0,{r}-{lalu},({r}-{lalu})/ABS({lalu})*100)"


def excel_perkembangan(delta: str, *, naik_baik: bool) -> str:
    """The word for a change."""
    naik, turun = ("membaik", "memburuk") if naik_baik else ("memburuk", "membaik")
    return f'IF(ABS(ROUND({delta},9))<{AMBANG_TETAP},"tetap",IF({delta}>0,"{naik}","{turun}"))'


def excel_posisi(selisih: str, arah: Arah, *, ambang: bool) -> str:
    """Where a realisasi stands against a standard."""
    lebih = {Arah.STABIL: f"-ABS(ROUND({selisih},9))", Arah.MIN: f"-ROUND({selisih},9)"}.get(
        arah, f"ROUND({selisih},9)"
    )
    if ambang:
        return f'IF({lebih}>=0,"memenuhi","belum memenuhi")'
    return f'IF({lebih}=0,"setara",IF({lebih}>0,"lebih baik","belum setara"))'


def excel_penyerapan(pagu: str, realisasi: str) -> str:
    """Spending in percent of the ceiling as printed, "" where that is nothing."""
    return f'IF({pagu}=0,"",{round2(f"{realisasi}/{pagu}*100")})'


def excel_status_efisiensi(capaian: str, serapan: str) -> str:
    """What may be said of efficiency, by printed figures."""
    kata = f'IF({capaian}<100,"belum dapat dinyatakan efisien",IF({serapan}<100,"efisien","sesuai"))'
    return f'IF(OR({capaian}="",{serapan}=""),"",{kata})'


def excel_nilai_efisiensi(e: str) -> str:
    """NE of an exact E, unrounded: 50 + E/20 × 50, E clamped to ±20.

    >>> excel_nilai_efisiensi("A1")
    '50+MAX(-20,MIN(20,A1))/20*50'
    """
    return f"50+MAX(-20,MIN(20,{e}))/20*50"
