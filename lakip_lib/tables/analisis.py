"""Causes and solutions, and what became of the evaluation's recommendations (T3.5, T3.11)."""

from typing import Any

from lakip_lib.blok import Baris, Isi, Run, Tabel
from lakip_lib.istilah import Status
from lakip_lib.measures.hasil import Hasil, IndikatorHasil
from lakip_lib.model import Kinerja
from lakip_lib.tables.capaian import TANPA_INDIKATOR
from lakip_lib.tables.sel import Catatan, kolom, make_id, make_run, row, say_empty, say_periode, text

UNSUR = {
    "Faktor pendukung": ("faktor_pendukung",),
    "Faktor penghambat": ("faktor_penghambat",),
    "Solusi yang telah dilakukan": ("solusi",),
    "Rencana tindak lanjut": ("tindak_lanjut",),
    "Penanggung jawab, waktu": ("penanggung_jawab", "waktu"),
}
BELUM_DIISI = "belum diisi"
MEMBURUK = "memburuk"


def must_explain(item: IndikatorHasil) -> bool:
    """Whether DOMAIN §2 makes the analysis of causes compulsory: below target, or worse than last year."""
    return item.status is Status.BELUM or (item.lalu is not None and item.lalu.perkembangan == MEMBURUK)


def tabulate_penyebab(hasil: Hasil, kinerja: Kinerja, sasaran: str) -> Tabel:
    """T3.5 of one sasaran: factors, solutions carried out and follow-up, a line each beside the indikator and its status.

    Long texts stand one below the other in a wide column; side by side they would need a turned page.
    """
    cols = kolom(("Indikator kinerja, status", "kiri", 2.6), ("Unsur", "kiri", 2.3), ("Uraian", "kiri", 5.6))
    items = hasil.list_indikator(sasaran)
    isian = {data["indikator"]: data for data in kinerja.records("analisis")}
    catatan = Catatan()
    kurang = [item.kode for item in items if must_explain(item) and not _is_filled(isian.get(item.kode, {}))]
    if kurang:
        catatan.add(
            "Analisis wajib diisi bila target belum tercapai atau kinerja memburuk; yang belum lengkap: "
            f"{', '.join(kurang)}."
        )
    return Tabel(
        id=make_id("T3.5", sasaran),
        kode="T3.5",
        judul=f"Analisis Penyebab Keberhasilan dan Kegagalan serta Solusi Sasaran {sasaran} {say_periode(hasil)}",
        kolom=cols,
        baris=tuple(b for item in items for b in _make_rows(hasil, item, isian.get(item.kode, {})))
        or say_empty(cols, TANPA_INDIKATOR),
        catatan=catatan.list(),
        sumber="Isian unit kerja",
        urut=False,
    )


def _is_filled(data: dict[str, Any]) -> bool:
    return bool(data.get("faktor_penghambat") and data.get("solusi") and data.get("tindak_lanjut"))


def _make_rows(hasil: Hasil, item: IndikatorHasil, data: dict[str, Any]) -> list[Baris]:
    """One row an element of the analysis, behind one cell with the indikator's name and status."""
    kepala = [Run(teks=f"{item.nama}\n"), make_run(hasil, f"indikator/{item.kode}/status")]
    if item.lalu and item.lalu.perkembangan:
        kepala += [Run(teks=", "), make_run(hasil, f"indikator/{item.kode}/lalu/perkembangan")]
    awal = (Isi(isi=tuple(kepala), tinggi=len(UNSUR)),)
    return [
        row(
            *(awal if n == 0 else ()),
            text(unsur),
            text("; ".join(data[k] for k in kunci if data.get(k)) or BELUM_DIISI),
        )
        for n, (unsur, kunci) in enumerate(UNSUR.items())
    ]


def tabulate_tindak_lanjut(hasil: Hasil, kinerja: Kinerja) -> Tabel:
    """T3.11: recommendations of last year's AKIP evaluation, what was done, status and evidence."""
    lalu = hasil.tahun - 1
    cols = kolom(
        ("No.", "tengah", 0.45),
        ("Rekomendasi", "kiri", 2.8),
        ("Tindak lanjut", "kiri", 2.8),
        ("Status", "kiri", 1.1),
        ("Bukti", "kiri", 1.7),
    )
    baris = [
        row(text(n), *(text(data[k] or BELUM_DIISI) for k in ("rekomendasi", "tindak_lanjut", "status", "bukti")))
        for n, data in enumerate(kinerja.records("tindak_lanjut"), 1)
    ]
    return Tabel(
        id="T3.11",
        kode="T3.11",
        judul=f"Tindak Lanjut Rekomendasi Hasil Evaluasi AKIP Tahun {lalu}",
        kolom=cols,
        baris=tuple(baris) or say_empty(cols, f"Rekomendasi hasil evaluasi AKIP tahun {lalu} belum diisi."),
        sumber=f"Laporan Hasil Evaluasi AKIP Tahun {lalu}" if baris else "",
    )
