"""What submitted forms are checked against: the planning, the units and the period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lakip_lib.settings import Instansi, Unit

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Acuan:
    """Settings, indikator by kode, target row in force by indikator, period, hashes of the blank forms by unit."""

    settings: Instansi
    indikator: Mapping[str, Row]
    target: Mapping[str, Row]
    periode: str
    sha256: Mapping[str, str]

    def list_indikator(self, unit: Unit) -> Sequence[Row]:
        """The indikator that a unit answers for."""
        kode = unit.kode.casefold()
        return [row for row in self.indikator.values() if (row["unit"] or "").casefold() == kode]
