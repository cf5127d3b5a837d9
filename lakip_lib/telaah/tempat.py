"""Placing a finding about a figure in the cell the figure was typed in, so that it reaches who can mend it."""

from collections.abc import Mapping
from typing import Any

from lakip_lib.forms.kolom import get_lembar
from lakip_lib.istilah import Tingkat
from lakip_lib.measures.hasil import IndikatorHasil, Sumber
from lakip_lib.model import Kinerja
from lakip_lib.temuan import Temuan

LEMBAR = {"realisasi": "F1", "analisis": "F2", "bukti": "F4"}
TRIWULAN = ("TW4", "TW3", "TW2", "TW1")
Letak = tuple[str, str | None, str | None]  # file, sheet, cell


class Tempat:
    """Answers where the figures and texts of an agency-year were typed, and by whom."""

    def __init__(self, kinerja: Kinerja, periode: str = "tahunan") -> None:
        """Index the traces and the forms of a Kinerja."""
        self._asal: dict[tuple[str, str, str], Mapping[str, Any]] = {}
        for row in kinerja.records("asal"):
            self._asal.setdefault((row["tabel"], row["kunci"], row["kolom"]), row)
        self._berkas = {(row["unit"] or "").casefold(): row["berkas"] for row in kinerja.records("isian")}
        self._unit = {row["kode"]: (row["unit"] or "").casefold() for row in kinerja.records("indikator")}
        lewat = TRIWULAN[4 - int(periode[-1]) :] if periode != "tahunan" else ()
        self.utama = (*lewat, "realisasi", "target") if lewat else ("realisasi", *TRIWULAN, "target")

    def get_unit(self, kode: str) -> str:
        """The unit that answers for an indikator, in lower case; "" where none is known."""
        return self._unit.get(kode, "")

    def find(self, tabel: str, kunci: str, kolom: str) -> Letak:
        """Where a figure or text was typed or should stand; without a cell the sheet of its unit's form; ("", None, None)."""
        row = self._asal.get((tabel, kunci, kolom))
        if row is not None:
            return str(row["berkas"]), row["lembar"], row["sel"]
        berkas = self._berkas.get(self.get_unit(kunci))
        return (berkas, get_lembar(LEMBAR[tabel]).nama, None) if berkas and tabel in LEMBAR else ("", None, None)

    def make(
        self,
        indikator: IndikatorHasil,
        aturan: str,
        tingkat: Tingkat,
        teks: str,
        *peran: str,
        nilai: str | None = None,
    ) -> Temuan:
        """A finding in the cell of the first of these roles that the indikator has; `teks` follows its place."""
        cells: dict[str, Sumber] = {sumber.peran: sumber for sumber in indikator.sumber}
        sumber = next((cells[p] for p in (peran or self.utama) if p in cells), None)
        if sumber is None:
            return self.make_di(("", None, None), indikator.kode, aturan, tingkat, teks, nilai=nilai)
        letak = (sumber.berkas, sumber.lembar, sumber.sel)
        return self.make_di(letak, indikator.kode, aturan, tingkat, teks, kolom=sumber.peran, nilai=nilai)

    def make_isian(self, tabel: str, kunci: str, kolom: str, aturan: str, tingkat: Tingkat, teks: str) -> Temuan:
        """A finding in a form's cell that may be blank; `teks` follows its place."""
        return self.make_di(self.find(tabel, kunci, kolom), kunci, aturan, tingkat, teks, kolom=kolom)

    @staticmethod
    def make_di(
        letak: Letak,
        kunci: str,
        aturan: str,
        tingkat: Tingkat,
        teks: str,
        *,
        kolom: str | None = None,
        nilai: str | None = None,
    ) -> Temuan:
        """A finding at a place: "Lembar …, sel …: teks", or "Indikator …: teks" where it has none."""
        berkas, lembar, sel = letak
        awal = f"Lembar {lembar}" if lembar else f"Indikator {kunci}" if kunci else ""
        pesan = f"{awal}{f', sel {sel}' if sel else ''}: {teks}" if awal else teks
        return Temuan(berkas, aturan, tingkat, pesan, lembar=lembar, sel=sel, kolom=kolom, nilai=nilai)
