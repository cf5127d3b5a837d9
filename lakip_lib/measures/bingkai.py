"""Hasil as frames for analysts: one row an indikator, sasaran, year, quarter or budget line; figures as Decimals."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import Hasil

KOLOM_INDIKATOR = [
    "kode",
    "sasaran",
    "nama",
    "satuan",
    "target",
    "realisasi",
    "sementara",
    "capaian",
    "capaian_mentah",
    "capaian_rerata",
    "kategori",
    "status",
    "alasan",
    "arah",
    "metode",
    "agregasi",
]


def frame_indikator(hasil: Hasil) -> pd.DataFrame:
    """One row an indikator: target and realisasi as canonical text, the three capaian in percent, kategori, status."""
    rows = [item.model_dump(include=set(KOLOM_INDIKATOR)) for item in hasil.indikator]
    return _frame(rows, KOLOM_INDIKATOR, hasil)


def frame_sasaran(hasil: Hasil) -> pd.DataFrame:
    """One row a sasaran: means in percent, counts, money in rupiah, penyerapan, efisiensi and its status."""
    rows = [item.model_dump() for item in hasil.sasaran]
    return _frame(rows, list(type(hasil.sasaran[0]).model_fields) if hasil.sasaran else [])


def frame_triwulan(hasil: Hasil) -> pd.DataFrame:
    """One row an indikator and quarter: target, realisasi, capaian alone and up to that quarter (sd_)."""
    rows = [{"kode": r.kode, **tw.model_dump()} for r in hasil.rincian.indikator for tw in r.triwulan]
    kolom = ["kode", "periode", "target", "realisasi", "capaian", "sd_target", "sd_realisasi", "sd_capaian"]
    return _frame(rows, kolom, hasil)


def frame_tahun(hasil: Hasil) -> pd.DataFrame:
    """One row an indikator and year: target, realisasi, capaian, the capaian printed then, catatan."""
    rows = [{"kode": r.kode, **tahun.model_dump()} for r in hasil.rincian.indikator for tahun in r.lintas_tahun]
    return _frame(rows, ["kode", "tahun", "target", "realisasi", "capaian", "capaian_tercetak", "catatan"], hasil)


def frame_renstra(hasil: Hasil) -> pd.DataFrame:
    """One row an indikator: realisasi to date (the sum of the years where targets add up), Renstra targets, progress."""
    rows = []
    for item in hasil.indikator:
        rincian = hasil.get_rincian(item.kode)
        rows.append(
            {
                "kode": item.kode,
                "realisasi_renstra": rincian.renstra_realisasi or item.realisasi,
                "target_tahun": rincian.renstra_target_tahun,
                "target_akhir": item.renstra.target if item.renstra else None,
                "rasio": rincian.renstra_rasio,
                "dari_awal": rincian.renstra_dari_awal,
                "status": item.renstra.status if item.renstra else None,
            }
        )
    kolom = ["kode", "realisasi_renstra", "target_tahun", "target_akhir", "rasio", "dari_awal", "status"]
    return _frame(rows, kolom, hasil)


def frame_standar(hasil: Hasil) -> pd.DataFrame:
    """One row an indikator with a standard: realisasi, standard, year, selisih, posisi, sumber."""
    rows = [
        {"kode": item.kode, "realisasi": item.realisasi, **item.standar.model_dump()}
        for item in hasil.indikator
        if item.standar
    ]
    kolom = ["kode", "realisasi", "nilai", "tahun", "lingkup", "jenis_standar", "selisih", "posisi", "sumber"]
    return _frame(rows, kolom, hasil)


def frame_anggaran(hasil: Hasil, level: str | None = None) -> pd.DataFrame:
    """One row a budget line (of one level, or all): pagu, realisasi_anggaran, sisa in rupiah, persen, sasaran."""
    rows = [item.model_dump() for item in hasil.anggaran if level in {None, item.level}]
    return _frame(rows, ["kode", "level", "uraian", "pagu", "realisasi_anggaran", "sisa", "persen", "sasaran"])


def frame_kelompok(hasil: Hasil, jenis: str) -> pd.DataFrame:
    """One row a group of the budget: jenis "sasaran", "urusan" or "program"; money in rupiah, persen."""
    rows = [item.model_dump() for item in hasil.rincian.kelompok if item.jenis == jenis]
    return _frame(rows, ["kode", "uraian", "pagu", "realisasi_anggaran", "sisa", "persen"])


def frame_efisiensi(hasil: Hasil) -> pd.DataFrame:
    """One row a sasaran ("" the agency), one column a method E1–E5 of DOMAIN §5.7, and status."""
    rows: dict[str, dict[str, object]] = {}
    for item in hasil.rincian.efisiensi:
        row = rows.setdefault(item.kode, {"kode": item.kode, "status": item.status})
        row[item.metode] = item.nilai
        if item.ne is not None:
            row[f"NE {item.metode}"] = item.ne
    return _frame(list(rows.values()), ["kode", "E1", "E2", "E3", "E4", "NE E4", "E5", "NE E5", "status"])


def frame_temuan(hasil: Hasil) -> pd.DataFrame:
    """One row a finding, gravest first."""
    return _frame(list(hasil.temuan), ["tingkat", "berkas", "lembar", "sel", "kolom", "nilai", "aturan", "pesan"])


def _frame(rows: Iterable[Mapping[str, Any]], kolom: list[str], hasil: Hasil | None = None) -> pd.DataFrame:
    """The rows as a frame; with `hasil` its attrs name the decimals that each kode's figures are shown with."""
    frame = pd.DataFrame(
        {
            nama: pd.Series([None if row.get(nama) is None else row[nama] for row in rows], dtype=object)
            for nama in kolom
        }
    )
    if hasil is not None:
        frame.attrs["desimal"] = {r.kode: desimal_of(r) for r in hasil.rincian.indikator}
    return frame
