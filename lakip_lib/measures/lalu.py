"""The agency's last year, averaged and counted the way of this year (DOMAIN §5.5)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from lakip_lib.measures.indikator import IndikatorLengkap
from lakip_lib.measures.pembulatan import print_angka
from lakip_lib.measures.rumus import mean

SERATUS = 100
# one sasaran: its indikator, their weights, its own weight
Kelompok = tuple[Sequence[IndikatorLengkap], Sequence[Fraction | None], Fraction | None]


def list_lalu(items: Sequence[IndikatorLengkap], kelompok: Sequence[Kelompok], cara: str) -> dict[str, Any]:
    """Fields of Rincian: last year's mean by this year's cap, weights and way, and how many indikator reached it.

    All None where history has no capaian of last year.
    """
    tercetak = [i.hasil.lalu.capaian for i in items if i.hasil.lalu and i.hasil.lalu.capaian is not None]
    return {
        "instansi_lalu": print_angka(_mean_lalu(items, kelompok, cara)),
        "instansi_lalu_dinilai": len(tercetak) or None,
        "instansi_lalu_tercapai": sum(c >= SERATUS for c in tercetak) if tercetak else None,
    }


def _mean_lalu(items: Sequence[IndikatorLengkap], kelompok: Sequence[Kelompok], cara: str) -> Fraction | None:
    if cara == "indikator":
        return mean(_list_rerata(items))
    per_sasaran = [mean(_list_rerata(own), bobot) for own, bobot, _ in kelompok]
    return mean(per_sasaran, [bobot for _, _, bobot in kelompok])


def _list_rerata(items: Sequence[IndikatorLengkap]) -> list[Fraction | None]:
    return [i.lalu.rerata if i.lalu else None for i in items]
