"""What lakip sees in a budget report, in a few plain figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakip_lib.intake.lra.bentuk import NOL, BarisAnggaran, Lra
from lakip_lib.intake.lra.kode import Level


@dataclass(frozen=True)
class RingkasLevel:
    """One level: its lines, how many of them have nothing below, and their sums (None where no line has the amount)."""

    level: Level
    jumlah: int
    daun: int
    pagu: Decimal | None
    realisasi_anggaran: Decimal | None


def describe_lra(lra: Lra) -> list[RingkasLevel]:
    """Each level present, from the top down, with counts and totals (of an account report the belanja's alone)."""
    induk = {b.induk for b in lra.baris}
    pokok = {b.kunci for b in lra.list_pokok()}
    hasil = []
    for level in Level:
        nomor = [i for i, b in enumerate(lra.baris) if b.level is level]
        baris = [lra.baris[i] for i in nomor]
        if baris:
            puncak = [b for b in baris if b.induk is None or lra.baris[b.induk].level is not level]
            puncak = [b for b in puncak if b.induk is not None or b.kunci in pokok]
            daun = sum(i not in induk for i in nomor)
            hasil.append(
                RingkasLevel(level, len(baris), daun, _sum(puncak, "pagu"), _sum(puncak, "realisasi_anggaran"))
            )
    return hasil


def _sum(baris: Sequence[BarisAnggaran], kolom: str) -> Decimal | None:
    values = [v for b in baris if (v := b.get_nilai(kolom)) is not None]
    return sum(values, NOL) if values else None
