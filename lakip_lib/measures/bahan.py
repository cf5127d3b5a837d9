"""What one indikator is computed from: its row, its targets, its realisasi and its history, as exact values."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lakip_lib.istilah import TW, Agregasi, Alasan, Arah, Metode, StatusData, VersiTarget
from lakip_lib.measures.rumus import (
    Nilai,
    aggregate_triwulan,
    choose_agregasi,
    choose_metode,
    parse_nilai,
)
from lakip_lib.measures.rumus.banding import SATUAN_PERSEN
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.urutan import natural_key

Row = Mapping[str, Any]
Isian = Nilai | Alasan | None  # a value, the reason why there is none, or blank
URUTAN_VERSI = tuple(reversed(VersiTarget))  # the last promise counts; a Renstra target stands in for a missing PK


@dataclass(frozen=True)
class Bahan:
    """All that the figures of one indikator need. `tw` and `tahunan` are as typed; `target` is the one in force."""

    row: Row
    arah: Arah
    metode: Metode
    agregasi: Agregasi
    pita: tuple[Fraction, Fraction]
    target: Nilai | None
    target_kunci: str
    target_tw: tuple[Nilai | None, ...]
    target_versi: dict[str, str]
    target_renstra: dict[int, Nilai]
    tw: tuple[Isian, ...]
    tahunan: Isian
    isian: Row
    riwayat: dict[int, Row]
    standar: tuple[Row, ...]

    @property
    def kode(self) -> str:
        """The indikator's kode."""
        return str(self.row["kode"])

    @property
    def satuan(self) -> str:
        """The indikator's unit, "" where none is declared."""
        return self.row["satuan"] or ""

    @property
    def dalam_persen(self) -> bool:
        """Whether the unit is percent."""
        return " ".join(self.satuan.casefold().split()) in SATUAN_PERSEN


def gather_bahan(kinerja: Kinerja, settings: Instansi, periode: str) -> list[Bahan]:
    """The material of each indikator, in natural order of sasaran and kode."""
    target, riwayat, standar = (_group(kinerja, nama) for nama in ("target", "riwayat", "standar"))
    isian = {row["indikator"]: row for row in kinerja.records("realisasi")}
    rows = sorted(kinerja.records("indikator"), key=lambda r: (natural_key(r["sasaran"] or ""), natural_key(r["kode"])))
    return [
        _build(
            row,
            target[row["kode"]],
            riwayat[row["kode"]],
            standar[row["kode"]],
            isian.get(row["kode"], {}),
            settings,
            periode,
        )
        for row in rows
    ]


def _group(kinerja: Kinerja, tabel: str) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in kinerja.records(tabel):
        groups[row["indikator"]].append(row)
    return groups


def _build(
    row: Row, target: list[Row], riwayat: list[Row], standar: list[Row], isian: Row, settings: Instansi, periode: str
) -> Bahan:
    tahun = settings.periode.tahun
    tahun_ini = {t["versi"]: t for t in target if t["tahun"] == tahun}
    dipakai: Row = next((tahun_ini[v] for v in URUTAN_VERSI if v in tahun_ini), {})
    arah = Arah(row["arah"])
    agregasi = Agregasi(row["agregasi"]) if row["agregasi"] else choose_agregasi(row["satuan"] or "", arah)
    target_tw = tuple(parse_nilai(dipakai.get(tw)) for tw in TW)
    target_nilai = _target_periode(parse_nilai(dipakai.get("target")), target_tw, agregasi, periode)
    metode = choose_metode(
        arah,
        Metode(row["metode"]) if row["metode"] else None,
        target_nilai or parse_nilai(dipakai.get("target")),
        row["satuan"] or "",
        metode_min=Metode(settings.pengaturan.metode_min),
    )
    return Bahan(
        row=row,
        arah=arah,
        metode=metode,
        agregasi=agregasi,
        pita=(Fraction(row["pita_bawah"] or 0), Fraction(row["pita_atas"] or 0)),
        target=target_nilai,
        target_kunci=f"{row['kode']}|{tahun}|{dipakai.get('versi', '')}",
        target_tw=target_tw,
        target_versi={str(v): tahun_ini[v]["target"] for v in VersiTarget if v in tahun_ini and tahun_ini[v]["target"]},
        target_renstra={
            t["tahun"]: nilai
            for t in target
            if t["versi"] == VersiTarget.RENSTRA and (nilai := parse_nilai(t["target"]))
        },
        tw=tuple(_read_isian(isian, tw) for tw in TW),
        tahunan=_read_isian(isian, "realisasi"),
        isian=isian,
        riwayat={r["tahun"]: r for r in riwayat},
        standar=tuple(standar),
    )


def _target_periode(
    target: Nilai | None, target_tw: tuple[Nilai | None, ...], agregasi: Agregasi, periode: str
) -> Nilai | None:
    if periode == "tahunan":
        return target
    return aggregate_triwulan(agregasi, target_tw, periode).nilai


def _read_isian(isian: Row, kolom: str) -> Isian:
    """A typed figure, or the alasan noted in the column `ragu` ("tw1:ambigu realisasi:bukan_angka")."""
    ragu = dict(part.split(":", 1) for part in (isian.get("ragu") or "").split())
    return Alasan(ragu[kolom]) if kolom in ragu else parse_nilai(isian.get(kolom))


def find_realisasi(bahan: Bahan, periode: str) -> tuple[Isian, tuple[int, ...]]:
    """The realisasi of the period, or why there is none, and the quarters it had to do without (PROMISES §5, G8).

    A year typed as such counts before its quarters, and stands in at TW4 for quarters that were not measured; without
    both, pembilang / penyebut × 100 where the unit is percent. "belum rilis" speaks of the year: quarters that were
    typed still count in a quarter's report.
    """
    agregat = aggregate_triwulan(bahan.agregasi, bahan.tw, periode)
    belum_rilis = bahan.isian.get("status_data") == StatusData.BELUM_RILIS
    if belum_rilis and (periode == "tahunan" or agregat.nilai is None):
        return Alasan.BELUM_RILIS, ()
    if bahan.tahunan is not None and (periode == "tahunan" or (periode == "TW4" and agregat.kosong)):
        return bahan.tahunan, ()
    if agregat.nilai is not None:
        return agregat.nilai, agregat.kosong
    pembilang, penyebut = bahan.isian.get("pembilang"), bahan.isian.get("penyebut")
    if periode == "tahunan" and bahan.dalam_persen and pembilang is not None and penyebut and not any(bahan.tw):
        return Nilai(angka=Fraction(pembilang) / Fraction(penyebut) * 100), ()
    return agregat.alasan, agregat.kosong
