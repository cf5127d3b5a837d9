"""What the working paper is made of: the exact figures of measures, step by step, beside what was typed."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lakip_lib.measures.anggaran import Uang, compute_anggaran, list_daun, read_peta, spread_sasaran
from lakip_lib.measures.asal import Asal
from lakip_lib.measures.bahan import Bahan, Isian, find_realisasi, gather_bahan
from lakip_lib.measures.hasil import Hasil
from lakip_lib.measures.indikator import IndikatorLengkap, compute_indikator
from lakip_lib.measures.sasaran import Rerata, compute_rerata
from lakip_lib.measures.skala import get_skala
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi

Kunci = tuple[str, str, str]


@dataclass(frozen=True)
class BahanIndikator:
    """One indikator: what it is computed from, its realisasi (or why there is none), its exact figures, its weight."""

    bahan: Bahan
    realisasi: Isian
    lengkap: IndikatorLengkap
    bobot: Fraction | None

    @property
    def kode(self) -> str:
        """The indikator's kode."""
        return self.bahan.kode


@dataclass(frozen=True)
class BahanBuku:
    """All material: indikator in order of hasil.json, budget lines, shares, exact sums, and the cells of origin."""

    hasil: Hasil
    settings: Instansi
    indikator: tuple[BahanIndikator, ...]
    rerata: dict[str, Rerata]  # by sasaran, "" all indikator
    bobot_sasaran: dict[str, Fraction | None]
    anggaran: tuple[dict[str, Any], ...]
    daun: frozenset[str]
    peta: dict[str, list[tuple[str, Fraction]]]
    dasar: dict[str, Uang]  # by sasaran, penunjang and belum dipetakan, before penunjang is spread
    uang: dict[str, Uang]  # by sasaran, as reported
    asal: dict[Kunci, dict[str, Any]]

    def list_indikator(self, sasaran: str) -> list[BahanIndikator]:
        """The indikator of one sasaran, in order."""
        return [item for item in self.indikator if item.lengkap.hasil.sasaran == sasaran]

    def find_asal(self, tabel: str, kunci: str, kolom: str) -> dict[str, Any] | None:
        """The cell a figure of the tidy tables was typed in."""
        return self.asal.get((tabel, kunci, kolom))


def gather_buku(hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> BahanBuku:
    """The material of the working paper for the period of `hasil`."""
    asal, skala = Asal(kinerja), get_skala(settings.pengaturan.skala)
    bobot = {row["kode"]: row["bobot"] for row in kinerja.records("indikator")}
    items = tuple(
        BahanIndikator(
            bahan,
            find_realisasi(bahan, hasil.periode)[0],
            compute_indikator(bahan, settings, skala, asal, hasil.periode),
            None if bobot[bahan.kode] is None else Fraction(bobot[bahan.kode]),
        )
        for bahan in gather_bahan(kinerja, settings, hasil.periode)
    )
    by_kode = {row["kode"]: row for row in kinerja.records("anggaran")}
    anggaran = tuple(by_kode[a.kode] for a in hasil.anggaran)
    daun, peta = list_daun(list(anggaran)), read_peta(kinerja)
    semua = [s.kode for s in hasil.sasaran]
    return BahanBuku(
        hasil=hasil,
        settings=settings,
        indikator=items,
        rerata={
            "": compute_rerata([i.lengkap for i in items], [None] * len(items)),
            **{s: _mean_of([i for i in items if i.lengkap.hasil.sasaran == s]) for s in semua},
        },
        bobot_sasaran={
            row["kode"]: None if row["bobot"] is None else Fraction(row["bobot"]) for row in kinerja.records("sasaran")
        },
        anggaran=anggaran,
        daun=frozenset(row["kode"] for row in daun),
        peta=peta,
        dasar=spread_sasaran(daun, peta, semua, "terpisah"),
        uang=compute_anggaran(kinerja, settings, asal).sasaran,
        asal={(row["tabel"], row["kunci"], row["kolom"]): row for row in kinerja.records("asal")},
    )


def _mean_of(items: list[BahanIndikator]) -> Rerata:
    return compute_rerata([i.lengkap for i in items], [i.bobot for i in items])


def use_bobot(bobot: list[Fraction | None]) -> list[Fraction]:
    """The weights that count: those declared where all are, else 1 each."""
    return [b for b in bobot if b is not None] if all(b is not None for b in bobot) else [Fraction(1)] * len(bobot)
