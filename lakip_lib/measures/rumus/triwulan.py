"""Four quarters to one figure (DOMAIN §5.4, PROMISES §5, G8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lakip_lib.istilah import PERIODE, Agregasi, Alasan
from lakip_lib.measures.rumus.nilai import Nilai


@dataclass(frozen=True)
class Agregat:
    """A year or period as one figure, or the `alasan` why not; `kosong` are the quarters (1–4) it had to do without."""

    nilai: Nilai | None
    alasan: Alasan | None = None
    kosong: tuple[int, ...] = ()


def aggregate_triwulan(agregasi: Agregasi, tw: Sequence[Nilai | Alasan | None], periode: str = "tahunan") -> Agregat:
    """One figure from four quarters, up to `periode` ("tahunan" or TW1…TW4).

    `tw` holds a value, None (blank) or the Alasan of a missing one. tahunan needs every quarter (akhir: the fourth),
    else `tidak_lengkap`; a period takes what is there and names the gaps in `kosong` (akhir: that very quarter).

    >>> aggregate_triwulan(Agregasi.JUMLAH, [Nilai(Fraction(n)) for n in (12, 18, 45, 30)]).nilai.to_teks()
    '105'
    """
    if periode not in PERIODE:
        raise ValueError(f"periode must be one of {PERIODE}, not {periode!r}")
    n = 4 if periode == "tahunan" else int(periode[-1])
    terisi = [v if isinstance(v, Nilai) else None for v in tw[:n]]
    kosong = tuple(i for i, v in enumerate(terisi, start=1) if v is None)
    if len(kosong) == n:
        return Agregat(None, _alasan_semua(tw[:n]), kosong)
    if agregasi is Agregasi.AKHIR:
        return Agregat(terisi[-1], _alasan_akhir(tw[n - 1]), tuple(k for k in kosong if k == n))
    if kosong and periode == "tahunan":
        return Agregat(None, Alasan.TIDAK_LENGKAP, kosong)
    angka = [v.besaran for v in terisi if v is not None]
    if any(a is None for a in angka):
        return Agregat(None, Alasan.BUKAN_ANGKA, kosong)
    return Agregat(Nilai(angka=_combine(agregasi, [a for a in angka if a is not None])), None, kosong)


def _combine(agregasi: Agregasi, angka: list[Fraction]) -> Fraction:
    if agregasi is Agregasi.RATA:
        return sum(angka, Fraction(0)) / len(angka)
    if agregasi is Agregasi.TERTINGGI:
        return max(angka)
    return min(angka) if agregasi is Agregasi.TERENDAH else sum(angka, Fraction(0))


def _alasan_akhir(terakhir: Nilai | Alasan | None) -> Alasan | None:
    if isinstance(terakhir, Nilai):
        return None
    return terakhir or Alasan.TIDAK_LENGKAP


def _alasan_semua(tw: Sequence[Nilai | Alasan | None]) -> Alasan:
    """Why a period has no figure at all: the last reason that was given, else blank."""
    given = [v for v in tw if isinstance(v, Alasan)]
    return given[-1] if given else Alasan.REALISASI_KOSONG
