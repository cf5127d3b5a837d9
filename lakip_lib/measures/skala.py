"""Rating scales: the label of a printed capaian (DOMAIN §5.6, G12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from lakip_lib.errors import SettingsError
from lakip_lib.formats import format_angka, round_half_up
from lakip_lib.istilah import Status

Angka = int | Decimal | Fraction


class PitaLike(Protocol):
    """Whatever declares a band, as [[skala]] of instansi.toml does."""

    @property
    def batas_bawah(self) -> Decimal | None:
        """The lower edge, None for the lowest band."""

    @property
    def termasuk_batas(self) -> bool:
        """Whether the edge itself belongs to the band."""

    @property
    def label(self) -> str:
        """The category."""


@dataclass(frozen=True)
class Pita:
    """One band: from `batas_bawah` (None: without a lower edge) upwards, the edge itself included or not."""

    batas_bawah: Decimal | None
    termasuk_batas: bool
    label: str


@dataclass(frozen=True)
class Skala:
    """A checked scale, highest band first; the bands cover all numbers without gap and overlap."""

    nama: str
    pita: tuple[Pita, ...]

    def find_pita(self, capaian: Angka) -> Pita:
        """The band that holds `capaian`, rounded to two digits first (rated as printed)."""
        printed = round_half_up(capaian, 2)
        return next(p for p in self.pita if _holds(p, printed))

    def kategori(self, capaian: Angka | None) -> str | None:
        """The label of a capaian as printed, None for None."""
        return None if capaian is None else self.find_pita(capaian).label

    def interval(self, pita: Pita) -> str:
        """The band as printed in the table of the scale: "> 75–90", "91–<101", "≤ 50"."""
        index = self.pita.index(pita)
        atas = self.pita[index - 1] if index else None
        bawah = "" if pita.batas_bawah is None else format_angka(pita.batas_bawah)
        if atas is None:
            return f"{'≥' if pita.termasuk_batas else '>'} {bawah}" if bawah else "semua nilai"
        tepi = format_angka(atas.batas_bawah)
        if not bawah:
            return f"{'<' if atas.termasuk_batas else '≤'} {tepi}"
        return f"{'' if pita.termasuk_batas else '> '}{bawah}–{'<' if atas.termasuk_batas else ''}{tepi}"


def make_skala(nama: str, pita: Iterable[PitaLike]) -> Skala:
    """A scale from bands in any order; SettingsError unless each number has one (a single open band, no edge twice)."""
    bands = [Pita(p.batas_bawah, p.termasuk_batas, p.label) for p in pita]
    terbuka = [p for p in bands if p.batas_bawah is None]
    berbatas = sorted((p for p in bands if p.batas_bawah is not None), key=lambda p: p.batas_bawah or 0, reverse=True)
    if len(terbuka) != 1:
        raise SettingsError(
            f"Skala {nama} harus memiliki tepat satu pita tanpa batas_bawah (yang terendah), ditemukan {len(terbuka)}."
        )
    if len({p.batas_bawah for p in berbatas}) != len(berbatas):
        raise SettingsError(f"Skala {nama} memuat batas_bawah yang sama pada dua pita; setiap batas harus berbeda.")
    if any(not p.label.strip() for p in bands) or len({p.label for p in bands}) != len(bands):
        raise SettingsError(f"Skala {nama} harus memberi setiap pita label yang terisi dan berbeda.")
    return Skala(nama, (*berbatas, *terbuka))


def get_skala(skala: str | Iterable[PitaLike]) -> Skala:
    """The built-in scale of that name, or a scale of one's own bands; SettingsError for an unknown name."""
    if not isinstance(skala, str):
        return make_skala("sendiri", skala)
    if skala not in SKALA:
        raise SettingsError(f"Skala {skala!r} tidak dikenal; pilihannya: {', '.join(SKALA)}.")
    return SKALA[skala]


def status(capaian: Angka | None) -> Status:
    """Where a capaian as printed stands against 100; `tak_dinilai` for None."""
    if capaian is None:
        return Status.TAK_DINILAI
    printed = round_half_up(capaian, 2)
    return Status.MELAMPAUI if printed > 100 else Status.MENCAPAI if printed == 100 else Status.BELUM


def _holds(pita: Pita, printed: Decimal) -> bool:
    if pita.batas_bawah is None:
        return True
    return printed >= pita.batas_bawah if pita.termasuk_batas else printed > pita.batas_bawah


def _build(nama: str, batas: tuple[int, ...], label: tuple[str, ...], *, termasuk: bool = False) -> Skala:
    bands = [Pita(Decimal(b), termasuk, lab) for b, lab in zip(batas, label, strict=False)]
    return make_skala(nama, [*bands, Pita(None, False, label[-1])])


_PERMENDAGRI = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
_SAMPANG = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")
_MALUKU_TENGAH = ("Memuaskan", "Sangat Baik", "Baik", "Cukup Baik", "Agak Kurang", "Kurang")
SKALA = {
    s.nama: s
    for s in (
        _build("permendagri-86", (90, 75, 65, 50), _PERMENDAGRI),
        _build("permendagri-86-bawah", (91, 76, 66, 51), _PERMENDAGRI, termasuk=True),
        _build("sampang", (90, 75, 65, 50), _SAMPANG),
        _build("maluku-tengah", (85, 75, 65, 50, 30), _MALUKU_TENGAH),
        # For SAKIP scores only, not for capaian (DOMAIN §4).
        _build("akip", (90, 80, 70, 60, 50, 30), ("AA", "A", "BB", "B", "CC", "C", "D")),
    )
}
