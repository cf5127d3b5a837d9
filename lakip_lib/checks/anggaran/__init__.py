"""Findings about a budget report as plain data (DOMAIN §7.2 checks; DOMAIN §5.8)."""

from collections.abc import Iterable, Mapping

from lakip_lib.checks.anggaran.angka import (
    check_melebihi,
    check_negatif,
    check_persen,
    check_selisih,
    check_tanpa_pagu,
)
from lakip_lib.checks.anggaran.cocok import check_keluaran, check_program, check_skpd
from lakip_lib.checks.anggaran.susunan import check_ganda, check_periode, check_rincian, check_total
from lakip_lib.intake.lra.bentuk import Lra
from lakip_lib.temuan import Temuan, sort_temuan

__all__ = ["check_anggaran"]


def check_anggaran(
    lra: Lra,
    *,
    program: Iterable[Mapping[str, object]] | None = None,
    keluaran: Iterable[Mapping[str, object]] | None = None,
    peta: Mapping[str, str] | None = None,
    kode_skpd: str = "",
) -> list[Temuan]:
    """Everything in the report that somebody must look at, gravest first; findings of reading it are in `lra.temuan`.

    `program` rows have kode (Program sheet), `keluaran` rows kode, pagu and realisasi_anggaran as Decimal (F3; with
    berkas, lembar, sel they are placed), `peta` is old code to new (`build_peta`), `kode_skpd` this agency's code.
    Without rows the matching check is left out.
    """
    temuan = [
        *check_rincian(lra), *check_total(lra), *check_periode(lra), *check_ganda(lra), *check_melebihi(lra),
        *check_negatif(lra), *check_tanpa_pagu(lra), *check_persen(lra), *check_selisih(lra),
        *check_skpd(lra, kode_skpd),
    ]  # fmt: skip
    if program is not None:
        temuan += check_program(lra, program, peta or {})
    if keluaran is not None:
        temuan += check_keluaran(lra, keluaran, peta or {})
    return sort_temuan(temuan)
