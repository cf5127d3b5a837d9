"""Printed rating scales: bands read from their table, gaps and overlaps, and labels that the scale does not give."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Sel
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import read_cetak, show
from lakip_lib.koreksi.asing.model import TabelAsing
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

_N = r"(\d+(?:[.,]\d+)?)(?: ?(?:%|persen))?"
_OP = r"(>=|<=|=>|=<|[<>≥≤]|lebih dari|di ?atas|kurang dari|di ?bawah|minimal|sampai dengan)?"
_PISAH = r"(?:-|s ?[./] ?d\b\.?|sampai(?: dengan)?|hingga|dan|,(?= ?[<≤]))"
_DUA = re.compile(rf"{_OP} ?{_N} ?{_PISAH} ?{_OP} ?{_N}")
_ANTARA = re.compile(rf"{_N} ?([<≤]|<=) ?(?:[a-z] ?([<≤]|<=) ?)?{_N}")
_SATU = re.compile(rf"{_OP} ?{_N}(?: ?(ke atas|ke bawah))?")
ATAS = frozenset({">", "lebih dari", "di atas", "diatas"})
BAWAH = frozenset({"<", "kurang dari", "di bawah", "dibawah"})
ATAS_SAMA = frozenset({"≥", ">=", "=>", "minimal", "ke atas"})
BAWAH_SAMA = frozenset({"≤", "<=", "=<", "sampai dengan", "ke bawah"})


@dataclass(frozen=True)
class Kelas:
    """One band: its edges (None: open), whether they belong to it, its label, where it stands, how it is printed."""

    bawah: Fraction | None
    masuk_bawah: bool
    atas: Fraction | None
    masuk_atas: bool
    digit: int
    teks: str
    label: str = ""
    baris: int = 0

    def holds(self, x: Fraction) -> bool:
        """Whether a value belongs to the band."""
        lolos_bawah = self.bawah is None or x > self.bawah or (self.masuk_bawah and x == self.bawah)
        lolos_atas = self.atas is None or x < self.atas or (self.masuk_atas and x == self.atas)
        return lolos_bawah and lolos_atas


@dataclass(frozen=True)
class SkalaCetak:
    """A printed scale, lowest band first."""

    tabel: TabelAsing
    kelas: tuple[Kelas, ...]

    @property
    def label(self) -> dict[str, str]:
        """The labels as printed by their normalised text."""
        return {normalise_label(k.label): k.label for k in self.kelas}

    def find(self, x: Fraction) -> set[str]:
        """The labels (normalised) a value may have; beyond the outer bands the outer ones, in a gap both neighbours."""
        cocok = {normalise_label(k.label) for k in self.kelas if k.holds(x)}
        if cocok:
            return cocok
        bawah = [k for k in self.kelas if k.atas is not None and k.atas <= x]
        atas = [k for k in self.kelas if k.bawah is not None and k.bawah >= x]
        return {normalise_label(k.label) for k in (*bawah[-1:], *atas[:1])}


def normalise_label(teks: str) -> str:
    """A label as compared: no case, no letter in brackets, no punctuation."""
    return " ".join(re.findall(r"[a-z]+", re.sub(r"\([^()]*\)", " ", clean_teks(teks).casefold())))


def read_kelas(teks: str) -> Kelas | None:
    """The band of a text such as ">75 s.d. <85", "91 ≤ 100", "Lebih dari 100 %", None when it is none."""
    bersih = clean_teks(teks).casefold().strip(" .;:")
    if m := _ANTARA.fullmatch(bersih):
        kiri, op1, op2, kanan = m.groups()
        masuk = (op1 != "<", (op2 or op1) != "<") if op2 else (True, op1 != "<")
        return _make(kiri, masuk[0], kanan, masuk[1], bersih)
    if m := _DUA.fullmatch(bersih):
        op1, kiri, op2, kanan = m.groups()
        if (op1 or "") in BAWAH | BAWAH_SAMA or (op2 or "") in ATAS | ATAS_SAMA:
            return None
        return _make(kiri, op1 not in ATAS, kanan, op2 not in BAWAH, bersih)
    m = _SATU.fullmatch(bersih)
    op = (m[1] or m[3] or "") if m else ""
    if m and op in ATAS | ATAS_SAMA:
        return _make(m[2], op in ATAS_SAMA, None, False, bersih)
    if m and op in BAWAH | BAWAH_SAMA:
        return _make(None, False, m[2], op in BAWAH_SAMA, bersih)
    return None


def _make(bawah: str | None, masuk_bawah: bool, atas: str | None, masuk_atas: bool, teks: str) -> Kelas | None:
    tepi = [read_cetak(t) if t else None for t in (bawah, atas)]
    if any(t and x is None for t, x in zip((bawah, atas), tepi, strict=True)):
        return None
    lo, hi = tepi
    if lo and hi and lo.nilai > hi.nilai:
        lo, hi, masuk_bawah, masuk_atas = hi, lo, masuk_atas, masuk_bawah
    digit = max(x.digit for x in tepi if x)
    return Kelas(lo.nilai if lo else None, masuk_bawah, hi.nilai if hi else None, masuk_atas, digit, teks)


def read_skala(tabel: TabelAsing) -> SkalaCetak | None:
    """The scale a table prints: one column of bands, in order, and one of labels, each row's own; else None."""
    rows = [isi for _, isi in tabel.lembar.rows()]
    for kolom in sorted({k for isi in rows for k in isi}):
        kelas = [_read_row(isi, kolom) for isi in rows]
        awal = next((i for i, k in enumerate(kelas) if k), len(rows))
        isi_kelas = [k for k in kelas[awal:] if k]
        rapat = all(kelas[awal : awal + len(isi_kelas)]) and len(isi_kelas) >= len(kelas) - awal - 1
        if len(isi_kelas) >= 3 and awal <= 2 and rapat and (urut := _sort(isi_kelas)):
            return SkalaCetak(tabel, urut)
    return None


def _read_row(isi: dict[int, Sel], kolom: int) -> Kelas | None:
    kelas = read_kelas(isi[kolom].teks) if kolom in isi else None
    if kelas is None:
        return None
    lain = [clean_teks(s.teks) for k, s in sorted(isi.items()) if k != kolom]
    label = [t for t in lain if re.search(r"[A-Za-z]", t) and len(t) <= 40]
    if len(label) != 1:
        return None
    return Kelas(
        kelas.bawah, kelas.masuk_bawah, kelas.atas, kelas.masuk_atas, kelas.digit,
        clean_teks(isi[kolom].teks), label[0], isi[kolom].baris,
    )  # fmt: skip


def _sort(kelas: Sequence[Kelas]) -> tuple[Kelas, ...] | None:
    """The bands upwards, None where they stand in no order, are open in the middle, or share a label."""
    bawah = [k.bawah for k in kelas]
    urut = (
        tuple(kelas) if (bawah[0] is None or (bawah[-1] is not None and bawah[0] < bawah[-1])) else tuple(kelas[::-1])
    )
    dalam = (*urut[1:], *urut[:-1])
    if any(k.bawah is None for k in urut[1:]) or any(k.atas is None for k in urut[:-1]) or not dalam:
        return None
    naik = all((a.bawah is None or b.bawah is None or a.bawah < b.bawah) for a, b in pairwise(urut))
    return urut if naik and len({normalise_label(k.label) for k in urut}) == len(urut) else None


def check_skala(skala: SkalaCetak) -> Iterator[Temuan]:
    """Gaps and overlaps between neighbouring bands."""
    for bawah, atas in pairwise(skala.kelas):
        if hasil := _judge(bawah, atas):
            tingkat, kata = hasil
            yield write_temuan(
                skala.tabel.locate(atas.baris), "skala", tingkat,
                f'kelas "{bawah.label}" ({bawah.teks}) dan "{atas.label}" ({atas.teks}): {kata}',
                nilai=atas.teks,
            )  # fmt: skip


def _judge(bawah: Kelas, atas: Kelas) -> tuple[Tingkat, str] | None:
    a, b = bawah.atas, atas.bawah
    if a is None or b is None:
        return None
    if a == b and bawah.masuk_atas and atas.masuk_bawah:
        return Tingkat.PERINGATAN, f"nilai {show(a)} termasuk keduanya. Mohon tegaskan batasnya."
    if a == b and not bawah.masuk_atas and not atas.masuk_bawah:
        return Tingkat.WAJIB, f"nilai {show(a)} tidak termasuk kelas mana pun. Mohon perbaiki batasnya."
    if a > b:
        return Tingkat.WAJIB, f"nilai {show(b)} sampai {show(a)} termasuk keduanya. Mohon perbaiki batasnya."
    satuan = Fraction(1, 10 ** max(bawah.digit, atas.digit))
    if a < b and b - a <= satuan and bawah.masuk_atas and atas.masuk_bawah:
        kata = f"nilai di antara {show(a)} dan {show(b)} tidak termasuk kelas mana pun bila capaian berdesimal lebih banyak."
        return (Tingkat.CATATAN, kata) if satuan > Fraction(1, 100) else None
    if a < b:
        return (
            Tingkat.WAJIB,
            f"nilai di antara {show(a)} dan {show(b)} tidak termasuk kelas mana pun. Mohon perbaiki batasnya.",
        )
    return None
