"""Answers of the checklist: the program's own, a person's, and both side by side where they differ (R18)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lakip_lib.errors import UsageError
from lakip_lib.koreksi.reviu.butir import BUTIR, Butir


class Jawab(StrEnum):
    """The three answers."""

    YA = "ya"
    TIDAK = "tidak"
    BELUM = "belum dijawab"


class Sumber(StrEnum):
    """Whose answer counts: the program's verdict, its hint (to be confirmed), or a person's."""

    OTOMATIS = "otomatis"
    HINT = "hint"
    MANUSIA = "manusia"


@dataclass(frozen=True)
class Putusan:
    """What the program found of one item: its answer, why, where to look, and whether it needs no person to confirm it."""

    jawaban: Jawab
    alasan: str
    bukti: tuple[str, ...] = ()
    pasti: bool = False


@dataclass(frozen=True)
class Manual:
    """A person's answer to one item."""

    no: str
    jawaban: Jawab
    catatan: str
    nama: str
    peran: str


@dataclass(frozen=True)
class Jawaban:
    """One answered item. `otomatis`, `alasan` and `bukti` are the program's and stay beside a person's `manual`."""

    no: str
    jawaban: Jawab
    alasan: str
    bukti: tuple[str, ...]
    sumber: Sumber
    otomatis: Jawab
    manual: Manual | None = None

    @property
    def is_overridden(self) -> bool:
        """Whether a person answered other than the program did."""
        return self.manual is not None and self.otomatis not in {Jawab.BELUM, self.manual.jawaban}

    @property
    def is_open(self) -> bool:
        """Whether a person must still look: no, not answered, or only a hint."""
        return self.jawaban is not Jawab.YA or self.sumber is Sumber.HINT


def make_jawaban(butir: Butir, putusan: Putusan, manual: Manual | None = None) -> Jawaban:
    """The answer to an item: the person's where there is one, else the program's."""
    sumber = Sumber.OTOMATIS if butir.jenis == "A" or putusan.pasti else Sumber.HINT
    own = Jawaban(butir.no, putusan.jawaban, putusan.alasan, putusan.bukti, sumber, putusan.jawaban)
    return replace(own, jawaban=manual.jawaban, sumber=Sumber.MANUSIA, manual=manual) if manual else own


def index_manual(manual: Iterable[Manual]) -> dict[str, Manual]:
    """A person's answers by number, the last one given counts; UsageError where one cannot be taken.

    Each must name an item, who answers and in what role, and give a ya or tidak with a note.
    """
    dikenal = {b.no for b in BUTIR}
    for m in manual:
        if m.no not in dikenal:
            raise UsageError(
                f"Butir reviu '{m.no}' tidak ada; nomornya I.1 sampai I.6, II.1 sampai II.7, III.1 sampai III.10."
            )
        if not m.nama.strip() or not m.peran.strip():
            raise UsageError(f"Jawaban butir {m.no} harus menyebut nama dan peran yang menjawab.")
        if m.jawaban is Jawab.BELUM or not m.catatan.strip():
            raise UsageError(f"Jawaban butir {m.no} harus ya atau tidak dan disertai catatan.")
    return {m.no: m for m in manual}


def weigh(semua: Sequence[str], gagal: Sequence[str], apa: str, *, bukti: Iterable[str] = ()) -> Putusan:
    """ya where none fails: "17 dari 18 indikator …; yang belum: IK-4.3."; tidak where there is nothing at all, too.

    >>> weigh(["A", "B"], ["B"], "unit berstatus diterima").alasan
    '1 dari 2 unit berstatus diterima; yang belum: B.'
    """
    gagal = list(dict.fromkeys(gagal))
    baik = len(semua) - len([k for k in semua if k in set(gagal)])
    ekor = f"; yang belum: {', '.join(gagal)}" if gagal else ""
    jawaban = Jawab.YA if semua and not gagal else Jawab.TIDAK
    return Putusan(jawaban, f"{baik} dari {len(semua)} {apa}{ekor}.", tuple(dict.fromkeys(bukti)))
