"""What is known of one indikator, as frames: its record, years, quarters, findings and source cells."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from lakip_lib.charts.teks import print_nilai, print_realisasi
from lakip_lib.delivery.kata import name_column, say_versi
from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import AGREGASI_LABEL, ALASAN_LABEL, ARAH_LABEL, STATUS_LABEL
from lakip_lib.measures import Hasil
from lakip_lib.measures.bingkai import frame_indikator, frame_tahun, frame_triwulan
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import IndikatorHasil, IndikatorRincian
from lakip_lib.model import Kinerja
from lakip_lib.tables.rumus import RUMUS_CAPAIAN

TABEL_INDIKATOR = ("realisasi", "target", "riwayat", "standar", "indikator", "analisis")
SEL = re.compile(r"([A-Z]+)(\d+)")


def isolate(hasil: Hasil, kode: str) -> Hasil:
    """The same figures with that indikator alone, for the charts of a sasaran to show one panel."""
    return hasil.model_copy(update={"indikator": (hasil.get_indikator(kode),)})


def frame_ringkasan(hasil: Hasil, kode: str) -> pd.DataFrame:
    """The record of one indikator, printed: columns uraian and isi; what is blank is left out."""
    item, rincian = hasil.get_indikator(kode), hasil.get_rincian(kode)
    baris = [
        *_list_sifat(hasil, item),
        *_list_angka(item, rincian),
        *_list_banding(item, desimal_of(rincian)),
        *_list_keterangan(rincian),
    ]
    return pd.DataFrame([b for b in baris if b[1]], columns=["uraian", "isi"], dtype=object)


def _list_sifat(hasil: Hasil, item: IndikatorHasil) -> Iterator[tuple[str, str | None]]:
    sasaran = hasil.get_sasaran(item.sasaran)
    yield "Indikator", f"{item.kode} {item.nama}"
    yield "Sasaran", f"{sasaran.kode} {sasaran.uraian}"
    yield "Satuan", item.satuan
    yield "Arah", ARAH_LABEL[item.arah]
    yield "Triwulan ke tahun", AGREGASI_LABEL[item.agregasi]


def _list_angka(item: IndikatorHasil, rincian: IndikatorRincian) -> Iterator[tuple[str, str | None]]:
    yield "Target", print_nilai(item.target, item.satuan, desimal_of(rincian))
    yield "Realisasi", print_realisasi(item, desimal_of(rincian))
    yield "Capaian", format_persen(item.capaian)
    yield "Capaian mentah", format_persen(item.capaian_mentah) if item.capaian_mentah != item.capaian else None
    yield "Capaian dalam rata-rata", format_persen(item.capaian_rerata)
    yield "Kategori", item.kategori
    yield "Status", STATUS_LABEL[item.status]
    yield "Alasan", "; ".join(filter(None, (ALASAN_LABEL.get(item.alasan) if item.alasan else "", rincian.alasan_unit)))
    yield "Rumus", f"{item.metode}: {RUMUS_CAPAIAN[item.metode][0]}"
    yield "Hitungan", rincian.keterangan_rumus
    yield "Catatan kaki", "\n".join(rincian.catatan)


def _list_banding(item: IndikatorHasil, desimal: int) -> Iterator[tuple[str, str | None]]:
    if (lalu := item.lalu) and lalu.perkembangan:
        beda = format_angka(lalu.perubahan, 2, tanda_plus=True) + (lalu.satuan_perubahan or "").replace("poin", " poin")
        yield f"Dibandingkan {lalu.tahun}", f"{lalu.perkembangan} ({print_nilai(lalu.realisasi, '', desimal)}; {beda})"
    if (renstra := item.renstra) and renstra.target:
        target = print_nilai(renstra.target, item.satuan, desimal)
        kemajuan = f"{format_persen(renstra.kemajuan)} dari target {target}"
        yield f"Renstra {renstra.tahun}", "; ".join(filter(None, (kemajuan, renstra.status)))
    if standar := item.standar:
        nilai = print_nilai(standar.nilai, desimal=desimal)
        isi = f"{nilai} ({standar.tahun}); selisih {format_angka(standar.selisih, tanda_plus=True)}"
        yield f"Standar {standar.lingkup or 'nasional'}", "; ".join(filter(None, (isi, standar.posisi)))


def _list_keterangan(rincian: IndikatorRincian) -> Iterator[tuple[str, str | None]]:
    yield "Definisi", rincian.definisi
    yield "Rumus menurut perencanaan", rincian.formula
    yield "Sumber data", rincian.sumber_data
    yield "Unit", rincian.unit
    yield "Penanggung jawab", rincian.pic
    yield "Waktu rilis", rincian.waktu_rilis


def frame_riwayat(hasil: Hasil, kode: str) -> pd.DataFrame:
    """One row a year of that indikator, oldest first; columns of `frame_tahun` without kode."""
    return frame_tahun(isolate_rincian(hasil, kode)).drop(columns="kode")


def frame_kuartal(hasil: Hasil, kode: str) -> pd.DataFrame:
    """One row a quarter of that indikator; columns of `frame_triwulan` without kode."""
    return frame_triwulan(isolate_rincian(hasil, kode)).drop(columns="kode")


def isolate_rincian(hasil: Hasil, kode: str) -> Hasil:
    """The same figures with the details of that indikator alone."""
    rincian = hasil.rincian.model_copy(update={"indikator": (hasil.get_rincian(kode),)})
    return hasil.model_copy(update={"rincian": rincian})


def frame_sasaran_indikator(hasil: Hasil, sasaran: str) -> pd.DataFrame:
    """One row an indikator of that sasaran: kode, nama, satuan, target, realisasi, capaian, kategori, status, alasan."""
    semua = frame_indikator(hasil)
    kolom = ["kode", "nama", "satuan", "target", "realisasi", "capaian", "kategori", "status", "alasan"]
    return semua.loc[semua["sasaran"] == sasaran, kolom]


def frame_asal(kinerja: Kinerja, kode: str) -> pd.DataFrame:
    """One row a cell that feeds that indikator: bagian, teks as typed, berkas, lembar, sel."""
    rows = [row for row in kinerja.records("asal") if _feeds(row, kode)]
    rows.sort(key=lambda row: TABEL_INDIKATOR.index(row["tabel"]))
    baris = [{"bagian": _name_bagian(row), **{k: row[k] for k in ("teks", "berkas", "lembar", "sel")}} for row in rows]
    return pd.DataFrame(baris, columns=["bagian", "teks", "berkas", "lembar", "sel"], dtype=object)


def _feeds(row: dict[str, Any], kode: str) -> bool:
    return row["tabel"] in TABEL_INDIKATOR and row["kunci"].partition("|")[0] == kode


def _name_bagian(row: dict[str, Any]) -> str:
    """ "Realisasi TW III", "Target 2025 (PK perubahan)", "Riwayat 2023: realisasi"."""
    _, *kunci = row["kunci"].split("|")
    kolom, tabel = name_column(row["kolom"]), name_column(row["tabel"])
    if row["tabel"] == "target":
        tw = "" if row["kolom"] == "target" else f" {kolom}"
        return f"Target {kunci[0]}{tw} ({say_versi(kunci[1])})" if len(kunci) == 2 else f"Target{tw}"
    if row["tabel"] == "realisasi":
        return "Realisasi" if row["kolom"] == "realisasi" else f"Realisasi {kolom}"
    return f"{' '.join((tabel, *kunci))}: {kolom}"


def frame_temuan(kinerja: Kinerja, kode: str) -> pd.DataFrame:
    """The findings on that indikator: those in a row of a sheet that feeds it, and those that name its kode."""
    baris = {
        (row["berkas"], row["lembar"], _row_number(row["sel"])) for row in kinerja.records("asal") if _feeds(row, kode)
    }
    sebut = re.compile(rf"(?<![\w.-]){re.escape(kode)}(?![\w-]|\.\w)")
    rows = [
        row
        for row in kinerja.records("temuan")
        if (row["sel"] and (row["berkas"], row["lembar"], _row_number(row["sel"])) in baris)
        or sebut.search(row["pesan"])
    ]
    return pd.DataFrame(rows, columns=["tingkat", "pesan", "nilai", "berkas", "lembar", "sel"], dtype=object)


def _row_number(sel: str | None) -> str:
    cocok = SEL.match(sel or "")
    return cocok[2] if cocok else ""
