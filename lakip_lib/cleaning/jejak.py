"""The trace from a clean figure back to the cell it was typed in."""

from typing import Any

from lakip_lib.intake.grid import Buku, Sel


def make_asal(tabel: str, kunci: str, kolom: str, buku: Buku, lembar: str, sel: Sel | str) -> dict[str, Any]:
    """A row of the `asal` table: which figure was typed in which cell, and its exact text.

    For a cell left blank `sel` is its address.
    """
    return {
        "tabel": tabel,
        "kunci": kunci,
        "kolom": kolom,
        "berkas": buku.berkas,
        "sha256": buku.sha256,
        "lembar": lembar,
        "sel": sel if isinstance(sel, str) else sel.alamat,
        "teks": "" if isinstance(sel, str) else (sel.formula or sel.teks),
    }
