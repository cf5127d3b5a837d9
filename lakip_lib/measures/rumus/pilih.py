"""Which formula an indikator takes, and its capaian as one record."""

from dataclasses import dataclass
from fractions import Fraction

from lakip_lib.formats import format_angka
from lakip_lib.istilah import Alasan, Arah, Metode
from lakip_lib.measures.rumus.capaian import (
    Hitungan,
    capaian_bin,
    capaian_max,
    capaian_min_a,
    capaian_min_b,
    capaian_ord,
    capaian_range,
    capaian_stab,
    pair_ord,
)
from lakip_lib.measures.rumus.nilai import Nilai, Target, ya_tidak
from lakip_lib.rujukan import format_nilai

SATUAN_HURUF = frozenset({"predikat", "opini", "huruf", "kategori", "peringkat"})
SATUAN_ADA = frozenset({"ada", "ada/tidak", "ada/tidak ada", "ya/tidak", "dokumen/ada"})
METODE_ARAH = {Arah.MAX: Metode.MAX, Arah.MIN: Metode.MIN_A, Arah.STABIL: Metode.STAB}
PITA_KOSONG = (Fraction(0), Fraction(0))


@dataclass(frozen=True)
class Capaian:
    """A capaian in percent: `mentah` exact without floor and cap, or None with its `alasan`.

    `catatan` holds codes for a footnote: "target-nol" (a zero target of a minimum), "negatif" (printed as 0),
    "skor" and "peringkat" (how letters became figures); `rumus` is the formula with the figures put in.
    """

    metode: Metode
    mentah: Fraction | None
    alasan: Alasan | None = None
    catatan: tuple[str, ...] = ()
    rumus: str = ""


def choose_metode(
    arah: Arah,
    metode: Metode | None,
    target: Target | None,
    satuan: str = "",
    *,
    metode_min: Metode = Metode.MIN_A,
) -> Metode:
    """The formula of an indikator (PROMISES §3): the declared one, else by arah and the target's form.

    A range or letters decide over a declared formula that cannot take them: RANGE (stabil: STAB), ORD.
    """
    unit = " ".join(satuan.casefold().split())
    if target is not None and target.rentang is not None:
        return Metode.STAB if arah is Arah.STABIL else Metode.RANGE
    if metode is Metode.BIN:
        return metode
    if target is not None and target.huruf is not None:
        return Metode.BIN if ya_tidak(target.huruf) is not None else Metode.ORD
    if metode is not None and metode is not Metode.RANGE:
        return metode
    if unit in SATUAN_ADA:
        return Metode.BIN
    if unit in SATUAN_HURUF:
        return Metode.ORD
    return metode_min if arah is Arah.MIN else METODE_ARAH[arah]


def compute_capaian(
    metode: Metode,
    target: Target | None,
    realisasi: Nilai | Alasan | None,
    *,
    arah: Arah = Arah.MAX,
    pita: tuple[Fraction, Fraction] = PITA_KOSONG,
) -> Capaian:
    """The capaian of one indikator by `metode` (from `choose_metode`); a missing side gives its alasan.

    `realisasi` may be the Alasan why there is none (belum_rilis, ambigu …); `pita` is in percent of the target.
    """
    if target is None:
        return Capaian(metode, None, Alasan.TARGET_KOSONG)
    if realisasi is None or isinstance(realisasi, Alasan):
        return Capaian(metode, None, realisasi or Alasan.REALISASI_KOSONG)
    hasil = _apply_metode(metode, target, realisasi, arah, pita)
    if isinstance(hasil, Alasan):
        return Capaian(metode, None, hasil)
    catatan = _list_catatan(metode, target, realisasi, arah, hasil)
    return Capaian(metode, hasil, catatan=catatan, rumus=_write_rumus(metode, target, realisasi, arah, pita))


def _apply_metode(
    metode: Metode, target: Nilai, realisasi: Nilai, arah: Arah, pita: tuple[Fraction, Fraction]
) -> Hitungan:
    if metode is Metode.BIN:
        return capaian_bin(target, realisasi, arah)
    if metode is Metode.ORD:
        return Alasan.BUKAN_ANGKA if target.rentang or realisasi.rentang else capaian_ord(target, realisasi, arah)
    r = realisasi.besaran
    if r is None:
        return Alasan.BUKAN_ANGKA
    if target.rentang is not None:
        return capaian_range(*target.rentang, r, Arah.STABIL if metode is Metode.STAB else arah)
    t = target.besaran
    if t is None:
        return Alasan.BUKAN_ANGKA
    if metode is Metode.STAB:
        return capaian_stab(t, r, *pita)
    rumus = {Metode.MAX: capaian_max, Metode.MIN_A: capaian_min_a, Metode.MIN_B: capaian_min_b}
    return rumus[metode](t, r) if metode in rumus else capaian_range(t, t, r, arah)


def _list_catatan(metode: Metode, target: Nilai, realisasi: Nilai, arah: Arah, hasil: Fraction) -> tuple[str, ...]:
    letters = metode is Metode.ORD and (target.huruf or realisasi.huruf)
    by_rank = letters and (realisasi.besaran is None or _ranks_used(target, realisasi))
    codes = {
        "target-nol": target.besaran == 0 and metode is not Metode.BIN,
        "negatif": hasil < 0,
        "peringkat": bool(by_rank),
        "skor": bool(letters and not by_rank),
    }
    return tuple(code for code, applies in codes.items() if applies)


def _ranks_used(target: Nilai, realisasi: Nilai) -> bool:
    pasangan = pair_ord(target, realisasi)
    return not isinstance(pasangan, Alasan) and pasangan[1] != realisasi.besaran


def _write_rumus(metode: Metode, target: Nilai, realisasi: Nilai, arah: Arah, pita: tuple[Fraction, Fraction]) -> str:
    """The formula in Indonesian notation with the figures put in."""
    if metode is Metode.BIN:
        return f"{_show(realisasi)} terhadap {_show(target)}: tercapai 100, tidak tercapai 0"
    pasangan = pair_ord(target, realisasi) if metode is Metode.ORD else (target.besaran, realisasi.besaran)
    if target.rentang is not None:
        return _write_rentang(
            target.rentang, realisasi.besaran or Fraction(0), arah if metode is Metode.RANGE else Arah.STABIL
        )
    t, r = (_print(x) if isinstance(x, Fraction) else "" for x in _as_pair(pasangan))
    if metode is Metode.STAB:
        toleransi = f", pita −{format_angka(pita[0])}%/+{format_angka(pita[1])}%" if any(pita) else ""
        return f"(1 − |{r} − {t}| / {t}) × 100{toleransi}"
    if metode is Metode.MIN_B:
        return f"{t} / {r} × 100"
    if metode is Metode.MIN_A or (metode is Metode.ORD and arah is Arah.MIN):
        return f"(2 × {t} − {r}) / {t} × 100"
    return f"{r} / {t} × 100"


def _as_pair(pasangan: object) -> tuple[object, object]:
    return (pasangan[0], pasangan[1]) if isinstance(pasangan, tuple) else (None, None)


def _write_rentang(rentang: tuple[Fraction, Fraction], r: Fraction, arah: Arah) -> str:
    lo, hi = rentang
    if lo <= r <= hi:
        return f"{_print(r)} di dalam {_print(lo)}–{_print(hi)}: 100"
    tepi, nilai = _print(hi if r > hi else lo), _print(r)
    if arah is Arah.MAX:
        return f"{nilai} / {tepi} × 100"
    if arah is Arah.MIN:
        return f"(1 + (1 − {nilai} / {tepi})) × 100"
    return f"(1 − |{nilai} − {tepi}| / {tepi}) × 100"


def _show(nilai: Nilai) -> str:
    return nilai.huruf or (_print(nilai.besaran) if nilai.besaran is not None else "–")


def _print(x: Fraction) -> str:
    """A figure of a formula: as typed, a computed one with two decimals."""
    return format_nilai(Nilai(angka=x).to_teks())
