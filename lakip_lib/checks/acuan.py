"""What submitted forms are checked against: the planning, the units and the period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lakip_lib.settings import Instansi, Unit

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Acuan:
    """Settings, indikator by kode, target row in force by indikator, period, hashes of the blank forms, Program rows."""

    settings: Instansi
    indikator: Mapping[str, Row]
    target: Mapping[str, Row]
    periode: str
    sha256: Mapping[str, str]
    program: Sequence[Row] = ()

    def list_indikator(self, unit: Unit) -> Sequence[Row]:
        """The indikator that a unit answers for."""
        kode = unit.kode.casefold()
        return [row for row in self.indikator.values() if (row["unit"] or "").casefold() == kode]

    def map_program(self, unit: Unit) -> dict[str, Row]:
        """The first Program row of each kode that a unit answers for, by kode: the record of its outputs."""
        kode = unit.kode.casefold()
        own = [row for row in self.program if row["kode"] and (row["unit"] or "").casefold() == kode]
        return {row["kode"]: row for row in reversed(own)}
