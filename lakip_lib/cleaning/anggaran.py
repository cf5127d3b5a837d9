"""The budget report as a tidy table, and the planning's codes brought to the report's."""

from collections.abc import Iterable, Mapping
from typing import Any

from lakip_lib.cleaning.rencana import HasilBersih
from lakip_lib.intake.lra import Level, Lra

KOLOM_UANG = ("pagu_murni", "pagu_perubahan", "pagu", "realisasi_anggaran")


def clean_anggaran(lra: Lra | None) -> HasilBersih:
    """The lines of the report as rows of `anggaran`, with the cells each figure came from; empty without a report."""
    hasil = HasilBersih({"anggaran": []}, [], [])
    for baris in lra.baris if lra else ():
        if baris.level is Level.SKPD:
            continue
        kode = baris.kode or baris.kunci
        hasil.tabel["anggaran"].append(
            {
                "kode": kode,
                "level": str(baris.level),
                "uraian": baris.uraian,
                **{kolom: baris.get_nilai(kolom) for kolom in KOLOM_UANG},
            }
        )
        for kolom in KOLOM_UANG:
            for asal in baris.asal.get(kolom, ()):
                hasil.asal.append(
                    {
                        "tabel": "anggaran",
                        "kunci": kode,
                        "kolom": kolom,
                        "berkas": asal.berkas,
                        "sha256": asal.sha256,
                        "lembar": asal.lembar,
                        "sel": asal.sel,
                        "teks": "",
                    }
                )
    return hasil


def map_program(
    program: Iterable[Mapping[str, Any]], peta: Iterable[Mapping[str, Any]], anggaran: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The planning's Program rows with codes that the budget report knows, by the old–new map in either direction."""
    dikenal = {row["kode"] for row in anggaran}
    pasangan: dict[str, str] = {}
    for row in peta:
        if row["kode_lama"] and row["kode_baru"]:
            pasangan[row["kode_lama"]] = row["kode_baru"]
            pasangan.setdefault(row["kode_baru"], row["kode_lama"])
    rows = []
    for row in program:
        lain = pasangan.get(row["kode"])
        kode = lain if row["kode"] not in dikenal and lain in dikenal else row["kode"]
        rows.append({**row, "kode": kode})
    return rows
