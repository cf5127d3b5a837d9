"""Numbers of headings, tables and figures, given once for the whole document, and the references to them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from lakip_lib.blok import Baris, Blok, Daftar, Gambar, Judul, Paragraf, Run, Tabel
from lakip_lib.errors import RenderError
from lakip_lib.formats import format_romawi

ABJAD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Penomor:
    """Counts as it walks: BAB I…, A., 1., "Tabel 3.1"; annexes are "Lampiran 1" with tables "L1.1"."""

    def __init__(self) -> None:
        """Start before the first Bab."""
        self.bab = 0
        self.lampiran = 0
        self.depan = True
        self.hitung: Counter[str] = Counter()

    def number_judul(self, judul: Judul) -> Judul:
        """The heading with its number; deeper counters start anew."""
        if judul.tingkat == 1:
            return self._number_bab(judul)
        if judul.depan or judul.tingkat > 3:
            return judul
        kunci = f"judul{judul.tingkat}"
        self.hitung[kunci] += 1
        self.hitung["judul3"] *= judul.tingkat == 3
        nomor = self.hitung[kunci]
        return judul.model_copy(update={"nomor": f"{ABJAD[nomor - 1]}." if judul.tingkat == 2 else f"{nomor}."})

    def _number_bab(self, judul: Judul) -> Judul:
        self.hitung.clear()
        self.depan = judul.depan
        if judul.depan:
            return judul
        if judul.id.startswith("lampiran"):
            self.lampiran += 1
            return judul.model_copy(update={"nomor": f"Lampiran {self.lampiran}"})
        self.bab += 1
        return judul.model_copy(update={"nomor": f"BAB {format_romawi(self.bab)}"})

    def number_objek(self, objek: Tabel | Gambar) -> Tabel | Gambar:
        """The table or figure with its number; those of the front matter and those without judul stay without."""
        if self.depan or not objek.judul:
            return objek
        self.hitung[objek.jenis] += 1
        awal = f"L{self.lampiran}" if self.lampiran else str(self.bab)
        return objek.model_copy(update={"nomor": f"{awal}.{self.hitung[objek.jenis]}"})


def number_blok(blok: Iterable[Blok]) -> tuple[Any, ...]:
    """The blocks numbered in order; every empty run with a "#id" link says "Tabel 3.1", "Gambar 3.2" or "Bab III".

    RenderError where an id stands twice or a reference leads nowhere.
    """
    penomor = Penomor()
    numbered: list[Blok] = []
    for item in blok:
        if isinstance(item, Judul):
            numbered.append(penomor.number_judul(item))
        elif isinstance(item, Tabel | Gambar):
            numbered.append(penomor.number_objek(item))
        else:
            numbered.append(item)
    label = _label_ids(numbered)
    return tuple(_resolve(item, label) for item in numbered)


def _label_ids(blok: Sequence[Blok]) -> dict[str, str]:
    label: dict[str, str] = {}
    for item in blok:
        if not isinstance(item, Judul | Tabel | Gambar):
            continue
        if item.id in label:
            raise RenderError(f"block ids must be unique, found '{item.id}' twice")
        if isinstance(item, Judul):
            label[item.id] = item.nomor.replace("BAB", "Bab") or item.teks
        else:
            label[item.id] = f"{item.jenis.capitalize()} {item.nomor}".strip()
    return label


def _resolve_runs(runs: tuple[Run, ...], label: dict[str, str]) -> tuple[Run, ...]:
    def resolve(run: Run) -> Run:
        if run.teks or not (run.tautan or "").startswith("#"):
            return run
        target = str(run.tautan)[1:]
        if target not in label:
            raise RenderError(f"a reference must lead to a block of the document, found '#{target}'")
        return run.model_copy(update={"teks": label[target]})

    return tuple(resolve(run) for run in runs)


def _resolve(item: Blok, label: dict[str, str]) -> Blok:
    if isinstance(item, Paragraf):
        return item.model_copy(update={"isi": _resolve_runs(item.isi, label)})
    if isinstance(item, Daftar):
        return item.model_copy(update={"butir": tuple(_resolve_runs(butir, label) for butir in item.butir)})
    if isinstance(item, Tabel):
        baris = tuple(_resolve_baris(row, label) for row in item.baris)
        return item.model_copy(
            update={"baris": baris, "catatan": tuple(_resolve_runs(note, label) for note in item.catatan)}
        )
    return item


def _resolve_baris(baris: Baris, label: dict[str, str]) -> Baris:
    sel = tuple(isi.model_copy(update={"isi": _resolve_runs(isi.isi, label)}) for isi in baris.sel)
    return baris.model_copy(update={"sel": sel})
