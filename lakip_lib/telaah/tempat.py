"""Placing a finding about a figure in the cell the figure was typed in."""

from lakip_lib.istilah import Tingkat
from lakip_lib.measures.hasil import IndikatorHasil, Sumber
from lakip_lib.model import Kinerja
from lakip_lib.temuan import Temuan

UTAMA = ("realisasi", "TW4", "TW3", "TW2", "TW1", "target")


def find_sumber(indikator: IndikatorHasil, *peran: str) -> Sumber | None:
    """The cell of the first of these roles that the indikator has."""
    cells = {sumber.peran: sumber for sumber in indikator.sumber}
    return next((cells[p] for p in peran if p in cells), None)


def make_temuan(
    indikator: IndikatorHasil, aturan: str, tingkat: Tingkat, teks: str, *peran: str, nilai: str | None = None
) -> Temuan:
    """A finding about an indikator; `teks` follows its place ("Lembar …, sel …: "), or its kode where it has none."""
    sumber = find_sumber(indikator, *(peran or UTAMA))
    if sumber is None:
        return Temuan("", aturan, tingkat, f"Indikator {indikator.kode}: {teks}", nilai=nilai)
    return Temuan(
        sumber.berkas,
        aturan,
        tingkat,
        f"Lembar {sumber.lembar}, sel {sumber.sel}: {teks}",
        lembar=sumber.lembar,
        sel=sumber.sel,
        kolom=sumber.peran,
        nilai=nilai,
    )


def make_isian(
    kinerja: Kinerja, tabel: str, indikator: str, kolom: str, aturan: str, tingkat: Tingkat, teks: str
) -> Temuan:
    """A finding placed in a form's cell that may be blank; `teks` follows its place."""
    berkas, lembar, sel = find_isian(kinerja, tabel, indikator, kolom)
    tempat = f"Lembar {lembar}, sel {sel}: " if sel else f"Indikator {indikator}: "
    return Temuan(berkas, aturan, tingkat, tempat + teks, lembar=lembar, sel=sel, kolom=kolom)


def find_isian(kinerja: Kinerja, tabel: str, kunci: str, kolom: str) -> tuple[str, str | None, str | None]:
    """File, sheet and cell where a text of a form was typed; ("", None, None) where it was not."""
    asal = kinerja.asal
    rows = asal[(asal["tabel"] == tabel) & (asal["kunci"] == kunci) & (asal["kolom"] == kolom)]
    if rows.empty:
        return "", None, None
    first = rows.iloc[0]
    return str(first["berkas"]), first["lembar"], first["sel"]
