"""Targets that a later document leaves standing."""

from collections.abc import Sequence
from typing import Any

from lakip_lib.istilah import TW, VersiTarget

Row = dict[str, Any]
BERIKUT = {VersiTarget.PK_PERUBAHAN: VersiTarget.PK}  # who stands in for whose quarters


def inherit_triwulan(rows: Sequence[Row]) -> list[tuple[Row, Row | None]]:
    """Each Target row, and the earlier one that its quarters were taken from, if any.

    A PK Perubahan that keeps the year's target and names no quarters leaves those of the PK in force; where it changes
    the target the old quarters no longer add up to it and are not taken.
    """
    by_key = {(row["indikator"], row["tahun"], row["versi"]): row for row in reversed(rows)}
    pairs: list[tuple[Row, Row | None]] = []
    for row in rows:
        lama = by_key.get((row["indikator"], row["tahun"], BERIKUT.get(row["versi"])))
        tetap = lama is not None and lama["target"] is not None and lama["target"] == row["target"]
        if tetap and lama is not None and not any(row[tw] for tw in TW) and any(lama[tw] for tw in TW):
            pairs.append(({**row, **{tw: lama[tw] for tw in TW}}, lama))
        else:
            pairs.append((row, None))
    return pairs
