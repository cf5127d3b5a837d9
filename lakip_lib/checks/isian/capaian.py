"""Findings on F1: indikator that are gone, locked cells overtyped, realisasi and reasons left blank."""

from collections.abc import Mapping
from typing import Any

from lakip_lib.checks.acuan import Acuan
from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.checks.isian.sel import check_target, check_teks, find_sel, is_filled
from lakip_lib.formats import clean_teks
from lakip_lib.formats.angka import KATA_BELUM_RILIS
from lakip_lib.intake.isian import BarisIsian, LembarTerbaca
from lakip_lib.istilah import TW, StatusData, Tingkat
from lakip_lib.settings import Unit

STATUS_LAIN = {
    "tetap": StatusData.FINAL,
    "angka tetap": StatusData.FINAL,
    "angka sementara": StatusData.SEMENTARA,
    "belum dirilis": StatusData.BELUM_RILIS,
    "belum terbit": StatusData.BELUM_RILIS,
    "n/a": StatusData.BELUM_RILIS,
}
TARGET = ("target", "target_tw1", "target_tw2", "target_tw3", "target_tw4")


def check_f1(terbaca: LembarTerbaca, unit: Unit, acuan: Acuan, catat: PencatatTemuan) -> None:
    """Rows that are gone, locked cells overtyped, figures and reasons left blank."""
    ada = {baris.kode: baris for baris in reversed(terbaca.baris)}
    for row in acuan.list_indikator(unit):
        kode = row["kode"]
        if kode not in ada:
            catat.add(
                "indikator-tidak-ada",
                Tingkat.WAJIB,
                f"indikator {kode} {row['nama']} tidak ada dalam formulir. Mohon kembalikan barisnya.",
                kolom="kode",
            )
        else:
            _check_terkunci(ada[kode], row, acuan.target.get(kode, {}), terbaca, catat)
            _check_blank(ada[kode], row, acuan, terbaca, catat)


def _check_terkunci(
    baris: BarisIsian, row: Mapping[str, Any], target: Mapping[str, Any], terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    """Targets and unit were prefilled and locked; a change is named, the planning's value counts."""
    for kolom in TARGET if target else ():
        check_target(baris, kolom, target.get(kolom.removeprefix("target_")), terbaca, catat)
    check_teks(baris, "satuan", row["satuan"], terbaca, catat)


def _check_blank(
    baris: BarisIsian, row: Mapping[str, Any], acuan: Acuan, terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    status = clean_teks(baris.teks("status_data")).casefold()
    tertulis = clean_teks(baris.teks("realisasi")).casefold()
    if STATUS_LAIN.get(status, status) == StatusData.BELUM_RILIS or tertulis in KATA_BELUM_RILIS:
        _check_belum_rilis(baris, row, tertulis, terbaca, catat)
        return
    ditanya = _list_ditanya(row["kode"], acuan)
    terisi = [k for k in ditanya if is_filled(baris, k)]
    rasio = is_filled(baris, "pembilang") and is_filled(baris, "penyebut")
    if ditanya and not terisi and not rasio:
        utama = ditanya[-1]
        if utama in terbaca.kolom:  # else the missing column is the fault, and said
            teks = (
                f"realisasi {row['kode']} {row['nama'] or ''} belum diisi. "
                "Mohon diisi, atau pilih 'belum rilis' pada Status data."
            )
            catat.add("realisasi-kosong", Tingkat.WAJIB, teks, sel=find_sel(baris, terbaca, utama), kolom=utama)
    elif terisi and not status and "status_data" in terbaca.kolom:
        teks = f"Status data {row['kode']} belum dipilih dan dibaca sebagai final. Mohon dipilih."
        catat.add(
            "status-kosong", Tingkat.CATATAN, teks, sel=find_sel(baris, terbaca, "status_data"), kolom="status_data"
        )
    if status == StatusData.SEMENTARA and not baris.teks("alasan"):
        teks = f"{row['kode']} berstatus sementara tanpa penjelasan. Mohon isi kolom Alasan."
        catat.add("alasan-sementara", Tingkat.PERINGATAN, teks, sel=find_sel(baris, terbaca, "alasan"), kolom="alasan")


def _check_belum_rilis(
    baris: BarisIsian, row: Mapping[str, Any], tertulis: str, terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    if not baris.teks("alasan"):
        teks = f"{row['kode']} dinyatakan belum rilis tanpa alasan. Mohon isi kolom Alasan."
        catat.add("alasan-kosong", Tingkat.WAJIB, teks, sel=find_sel(baris, terbaca, "alasan"), kolom="alasan")
    if is_filled(baris, "realisasi") and tertulis not in KATA_BELUM_RILIS:
        teks = (
            f"Realisasi {row['kode']} tertulis '{quote(tertulis)}', sedangkan Status data belum rilis; angkanya tidak "
            "dipakai. Mohon kosongkan angkanya, atau pilih final atau sementara."
        )
        catat.add("belum-rilis-berangka", Tingkat.WAJIB, teks, sel=baris.sel["realisasi"], kolom="realisasi")


def _list_ditanya(kode: str, acuan: Acuan) -> tuple[str, ...]:
    """The columns of which one must be filled; for a quarter those up to it, where the plan has a target for one."""
    if acuan.periode == "tahunan":
        return (*TW, "realisasi")
    kolom: tuple[str, ...] = TW[: int(acuan.periode[-1])]
    target = acuan.target.get(kode, {})
    if acuan.periode == "TW4":
        kolom = (*kolom, "realisasi")
    return kolom if any(target.get(tw) for tw in kolom) else ()
