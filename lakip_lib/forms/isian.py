"""What goes into one unit's form, and in which row each of it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl.utils import get_column_letter

from lakip_lib.forms.kolom import BARIS_JUDUL_KOLOM, LEMBAR_ISIAN, get_lembar, list_kolom_terbuka
from lakip_lib.forms.skema import LembarIsian, build_kunci_baris
from lakip_lib.istilah import Tingkat

NilaiIsi = str | int | float | Decimal | date | datetime | time | None
BarisIsi = Mapping[str, NilaiIsi]
KunciSel = tuple[str, str, str]  # (lembar "F1", row key, nama_kolom)
_PERIODE_LABEL = {
    "tahunan": "Tahun {tahun}",
    "TW1": "Triwulan I tahun {tahun}",
    "TW2": "Triwulan II tahun {tahun}",
    "TW3": "Triwulan III tahun {tahun}",
    "TW4": "Triwulan IV tahun {tahun}",
}


@dataclass(frozen=True)
class IsiFormulir:
    """All that a unit's form shows before the unit writes.

    `baris` holds the prefilled rows by sheet code ("F1", "F3" …), each a mapping of nama_kolom to a value; without
    "F2" or "F4" their rows follow from F1. `tanggal` is the date written into the file (never the clock's).
    """

    kode_instansi: str
    nama_instansi: str
    pemda: str
    tahun: int
    kode_unit: str
    nama_unit: str
    tanggal: date
    tenggat: date
    kontak: str = ""
    periode: str = "tahunan"
    versi: str = "1"
    kertas: str = "A4"
    baris: Mapping[str, Sequence[BarisIsi]] = field(default_factory=dict)

    @property
    def periode_tercetak(self) -> str:
        """The period in words, "Tahun 2025" or "Triwulan II tahun 2025"."""
        return _PERIODE_LABEL[self.periode].format(tahun=self.tahun)


@dataclass(frozen=True)
class Tanda:
    """One finding to show in the reply: in words, with its place in the form (None where it has none).

    `lembar` is a code ("F1"), `baris` a row key (see build_kunci_baris), `kolom` a nama_kolom; `sel` and `nilai` are
    the address and the text in the file that the unit sent.
    """

    pesan: str
    tingkat: Tingkat
    lembar: str | None = None
    baris: str | None = None
    kolom: str | None = None
    sel: str | None = None
    nilai: str | None = None


@dataclass(frozen=True)
class BarisFormulir:
    """One row of a sheet: its key, its Excel row, its prefilled values; `tambahan` rows are open in every column."""

    kunci: str
    baris: int
    isi: BarisIsi
    tambahan: bool = False


def list_baris_isian(isi: IsiFormulir, lembar: LembarIsian) -> Sequence[BarisIsi]:
    """The prefilled rows of a sheet; F2 and F4 follow from F1 where they are not given."""
    if lembar.kode in isi.baris or lembar.kode not in ("F2", "F4"):
        return isi.baris.get(lembar.kode, ())
    return [{k: row.get(k) for k in ("kode", "indikator") if k in lembar.nama_kolom} for row in isi.baris.get("F1", ())]


def plan_baris(isi: IsiFormulir, lembar: LembarIsian, kunci_diketik: Iterable[str] = ()) -> list[BarisFormulir]:
    """The rows of a sheet from top to bottom: prefilled, then spare; keys that the unit added take spare rows first."""
    rows = list_baris_isian(isi, lembar)
    keys = build_kunci_baris([str(row.get("kode") or "") for row in rows])
    spare = build_kunci_baris([None] * lembar.cadangan)
    typed = list(dict.fromkeys(kunci_diketik))
    for key in [k for k in typed if k not in {*keys, *spare}]:
        free = next((i for i, s in enumerate(spare) if s not in typed), None)
        if free is None:
            spare.append(key)
        else:
            spare[free] = key
    prefilled = [*((k, row, False) for k, row in zip(keys, rows, strict=True)), *((k, {}, True) for k in spare)]
    return [BarisFormulir(k, BARIS_JUDUL_KOLOM + 1 + i, row, extra) for i, (k, row, extra) in enumerate(prefilled)]


def list_terbuka(isi: IsiFormulir, lembar: LembarIsian, baris: BarisFormulir) -> tuple[str, ...]:
    """Identifiers of the cells in that row which the unit may write."""
    return lembar.nama_kolom if baris.tambahan else list_kolom_terbuka(lembar, isi.periode)


def locate_sel(isi: IsiFormulir, kunci_diketik: Iterable[KunciSel] = ()) -> dict[KunciSel, str]:
    """The Excel address of every cell of the form (with the rows that the unit added), by (lembar, row key, kolom)."""
    typed = list(kunci_diketik)
    return {
        (lembar.kode, row.kunci, nama): f"{get_column_letter(i)}{row.baris}"
        for lembar in LEMBAR_ISIAN
        for row in plan_baris(isi, lembar, [k[1] for k in typed if k[0] == lembar.kode])
        for i, nama in enumerate(lembar.nama_kolom, 1)
    }


def name_lembar(kode: str | None) -> str:
    """The sheet's name for a code ("F1" → "F1 Capaian"), "–" for none."""
    return "–" if kode is None else get_lembar(kode).nama
