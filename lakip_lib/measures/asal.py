"""From a figure back to the cells it was typed in."""

from collections import defaultdict

from lakip_lib.measures.hasil import Sumber
from lakip_lib.model import Kinerja

PERAN = {"tw1": "TW1", "tw2": "TW2", "tw3": "TW3", "tw4": "TW4"}


class Asal:
    """Answers which cells a figure of the tidy tables came from."""

    def __init__(self, kinerja: Kinerja) -> None:
        """Index the `asal` table of a Kinerja."""
        self._cells: dict[tuple[str, str, str], list[Sumber]] = defaultdict(list)
        for row in kinerja.records("asal"):
            peran = PERAN.get(row["kolom"], row["kolom"])
            if row["tabel"] == "target" and row["kolom"] in PERAN:
                peran = f"target {peran}"
            self._cells[row["tabel"], row["kunci"], row["kolom"]].append(
                Sumber(
                    peran=peran,
                    berkas=row["berkas"],
                    sha256=row["sha256"],
                    lembar=row["lembar"] or "",
                    sel=row["sel"] or "",
                )
            )

    def find(self, tabel: str, kunci: str, *kolom: str) -> tuple[Sumber, ...]:
        """The source cells of those columns of a row, in the order of the columns given."""
        return tuple(sumber for nama in kolom for sumber in self._cells.get((tabel, kunci, nama), ()))

    def find_as(self, peran: str, tabel: str, kunci: str, kolom: str) -> tuple[Sumber, ...]:
        """The source cells of one column of a row, in the role that its figure plays for an indikator."""
        return tuple(sumber.model_copy(update={"peran": peran}) for sumber in self.find(tabel, kunci, kolom))
