"""The sample that must not pass: each fault planted once and listed, with its cell, in bermasalah.csv."""

import csv
from pathlib import Path

from lakip_lib.settings import Instansi, read_instansi

from . import kotor
from .formulir import Terisi, fill_formulir, find_baris, locate
from .lra_rata import BarisRata, build_rata, write_rata_xlsx
from .rencana import write_rencana
from .simpan import save_xlsx
from .tabel import AKAR, SUMBER

CONTOH = "bermasalah"
FOLDER = AKAR / "2025" / "contoh-bermasalah"
DAFTAR = SUMBER / "bermasalah.csv"
JUDUL = ("PEMERINTAH KABUPATEN CONTOH", "DINAS PERPUSTAKAAN DAN KEARSIPAN CONTOH", "LAPORAN REALISASI ANGGARAN 2025")
BARIS_LRA = len(JUDUL) + 3  # the first line of data
SELISIH = {"2.23.02.2.01": (1000, 0)}
WAKTU = "2026-01-12T03:00:00Z"
Salah = tuple[str, str, str, str, str, str]

# (unit, lembar, kode or unit, kolom, aturan, tingkat, what)
DI_FORMULIR = (
    ("UMUM", "F1", "U-2", "realisasi", "bukan-angka", "wajib", "words in a number cell"),
    ("UMUM", "F1", "U-3", "realisasi", "sel-galat", "wajib", "#DIV/0! as stored value of a formula"),
    ("UMUM", "F1", "U-4", "realisasi", "rumus-tanpa-nilai", "wajib", "formula without a stored value"),
    ("UMUM", "F1", "U-5", "alasan", "alasan-kosong", "wajib", "belum rilis, Alasan blank"),
    ("UMUM", "F2", "U-1", "faktor_penghambat", "analisis-kosong", "wajib", "capaian below 100, no obstacle written"),
    ("UMUM", "F4", "U-1", "tautan", "tautan-tidak-layak", "wajib", "link with javascript:"),
    ("UMUM", "F5", "UMUM", "diperiksa_oleh", "pernyataan-kosong", "peringatan", "nobody has checked the form"),
    ("PUSTAKA", "F1", "P-1", "realisasi", "angka-ambigu", "wajib", "1.234 as text, nothing in the column decides"),
    ("PUSTAKA", "F1", "P-2", "target", "target-ditimpa", "wajib", "locked target 75 overtyped with 70"),
    ("PUSTAKA", "F1", "P-3", "realisasi", "realisasi-kosong", "wajib", "final without a figure"),
    ("PUSTAKA", "F1", "P-4", "realisasi", "triwulan-belum-lengkap", "wajib", "only TW I and TW III, no annual figure"),
    ("PUSTAKA", "F1", "P-6", "status_data", "status-tidak-dikenal", "peringatan", "status 'selesai'"),
    ("PUSTAKA", "F2", "P-2", "tindak_lanjut", "rumus-dalam-teks", "peringatan", "text that a spreadsheet would run"),
    ("PUSTAKA", "F4", "P-2", "tautan", "bukti-tidak-ada", "peringatan", "file that is not under bukti/"),
)


def spoil_pustaka(terisi: Terisi) -> list[Salah]:
    """Overtype a target and a status, repeat a row, add a row of an unknown kode; the last two come back as faults."""
    buku = terisi.buku
    kotor.write_di(buku, "F1", "P-2", "target", 70)
    kotor.write_di(buku, "F1", "P-6", "status_data", "selesai")
    sheet = buku["F1 Capaian"]
    faults = []
    for kode, realisasi, aturan, apa in (
        ("P-5", 398, "kode-ganda", "indikator P-5 a second time, with another figure"),
        ("P-99", 17, "kode-tidak-dikenal", "row of a kode that no plan knows"),
    ):
        asal = find_baris(sheet, "P-5")
        baris = find_baris(sheet, "")
        for i in range(1, 11):
            sheet.cell(baris, i).value = sheet.cell(asal, i).value
        sheet.cell(baris, 1).value = kode
        sheet[locate("F1", "realisasi", baris)].value = realisasi
        sheet[locate("F1", "status_data", baris)].value = "final"
        faults.append(("isian/PUSTAKA.xlsx", sheet.title, f"A{baris}", aturan, "wajib", apa))
    return faults


def list_formulir(unit: str, terisi: Terisi) -> list[Salah]:
    """The faults of one form with the addresses of their cells."""
    faults = []
    for pemilik, lembar, kode, kolom, aturan, tingkat, apa in DI_FORMULIR:
        if pemilik == unit:
            sheet = next(s for s in terisi.buku.worksheets if s.title.startswith(lembar))
            sel = locate(lembar, kolom, 6 if lembar == "F5" else find_baris(sheet, kode))
            faults.append((f"isian/{unit}.xlsx", sheet.title, sel, aturan, tingkat, apa))
    return faults


def list_lra(rows: list[BarisRata]) -> list[Salah]:
    """The faults of the budget report with the addresses of their cells."""
    baris = {row.kode: i for i, row in enumerate(rows, BARIS_LRA)}
    return [
        ("lra.xlsx", "LRA", f"{kolom}{baris[kode]}", f"anggaran-{aturan}", "wajib", apa)
        for kolom, kode, aturan, apa in (
            ("C", "2.23.02.2.01", "rincian-tidak-sama", "kegiatan Rp 1.000 above its children"),
            ("D", "2.23.02.2.02.0007", "realisasi-melebihi-pagu", "realisasi above pagu"),
            ("B", "2.24.02.2.01.0002", "belum-dipetakan", "sub kegiatan not in Program"),
        )
    ]


LAINNYA: tuple[Salah, ...] = (
    ("isian/ARSIP.xlsx", "", "", "berkas-tidak-terbaca", "wajib", "workbook cut off in the middle"),
    ("isian", "", "", "formulir-belum-masuk", "wajib", "no file of unit LITERASI"),
    ("perencanaan.xlsx", "Target", "", "target-tidak-ada", "wajib", "indikator U-6 without any target"),
)


def make_formulir(folder: Path, settings: Instansi) -> list[Salah]:
    """Write the forms: two spoilt, one cut off, one not at all; the faults come back."""
    faults: list[Salah] = []
    for unit in settings.unit:
        if unit.kode == "LITERASI":
            continue
        terisi = fill_formulir(CONTOH, settings, unit)
        if unit.kode == "PUSTAKA":
            faults += spoil_pustaka(terisi)
        faults += list_formulir(unit.kode, terisi)
        path = folder / "isian" / f"{unit.kode}.xlsx"
        save_xlsx(path, terisi, waktu=WAKTU)
        if unit.kode == "ARSIP":
            path.write_bytes(path.read_bytes()[:9000])
    return faults


def make(folder: Path = FOLDER, daftar: Path = DAFTAR) -> None:
    """Write the files of the faulty sample into its folder, and the list of its faults."""
    settings = read_instansi(FOLDER / "instansi.toml")
    write_rencana(CONTOH, folder / "perencanaan.xlsx", 2025)
    rows = build_rata(CONTOH, SELISIH)
    write_rata_xlsx(folder / "lra.xlsx", rows, judul=JUDUL, tahun=2025)
    faults = [*make_formulir(folder, settings), *list_lra(rows), *LAINNYA]
    with daftar.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("berkas", "lembar", "sel", "aturan", "tingkat", "what"))
        writer.writerows(sorted(faults))
