"""A rating scale printed as a list of paragraphs, "a. > 85–100 : Memuaskan", made a table to be read as one."""

import re
from collections.abc import Iterator, Sequence

from lakip_lib.intake.grid import grid_from_rows
from lakip_lib.koreksi.asing.model import TANPA, Alinea, TabelAsing
from lakip_lib.koreksi.asing.skala import read_kelas

BUTIR = re.compile(r"(?:[a-z0-9]{1,2}[.)]|[-•▪])\s*", re.IGNORECASE)
PISAH = re.compile(r"\s*[:=]\s*")
KELAS_MIN = 3


def list_skala(alinea: Sequence[Alinea]) -> Iterator[TabelAsing]:
    """Each run of three or more paragraphs that are a band and its label, in either order."""
    deret: list[tuple[Alinea, str, str]] = []
    for a in alinea:
        if pasangan := _split(a.teks):
            deret.append((a, *pasangan))
            continue
        yield from _make(deret)
        deret = []
    yield from _make(deret)


def _split(teks: str) -> tuple[str, str] | None:
    if len(teks) > 100:
        return None
    for mulai in (teks, BUTIR.sub("", teks, count=1)):
        bagian = PISAH.split(mulai.strip(" .;"))
        if len(bagian) == 2:
            for kelas, label in (bagian, bagian[::-1]):
                if read_kelas(kelas) and re.fullmatch(r"[A-Za-z/() ]{3,40}", label.strip()):
                    return kelas, label
    return None


def _make(deret: list[tuple[Alinea, str, str]]) -> Iterator[TabelAsing]:
    if len(deret) >= KELAS_MIN:
        bagian = tuple((i, a.tempat) for i, (a, _, _) in enumerate(deret, start=1))
        rows = [[kelas, label] for _, kelas, label in deret]
        yield TabelAsing(
            deret[0][0].tempat, grid_from_rows(deret[0][0].tempat, [list(r) for r in rows]), bagian=bagian, sebut=TANPA
        )
