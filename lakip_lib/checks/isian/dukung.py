"""Findings on F4 and F5: evidence that cannot be found, a statement that is not complete."""

import re
from pathlib import Path, PurePosixPath

from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.checks.isian.sel import find_sel
from lakip_lib.intake.isian import LembarTerbaca
from lakip_lib.istilah import Tingkat

LAYAK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
ALAMAT_TANPA_HTTP = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net|gl|ly)(?:/\S*)?", re.IGNORECASE)
PANJANG_NAMA = 255  # what a file system takes


def check_f4(terbaca: LembarTerbaca, catat: PencatatTemuan, bukti: Path) -> None:
    """Links that lead nowhere and evidence files that are not in the folder `bukti`."""
    for baris in terbaca.baris:
        sel = baris.sel.get("tautan")
        if sel is None or LAYAK.fullmatch(sel.teks.strip()):
            continue
        teks = sel.teks.strip()
        jalur = PurePosixPath(teks.replace("\\", "/").removeprefix("bukti/"))
        if not jalur.parts or sel.formula:
            continue  # nothing named, or reported as a formula
        if len(bagian := re.split(r"[\s;,]+", teks)) > 1 and any(map(LAYAK.fullmatch, bagian)):
            isi = f"tautan '{quote(teks)}' memuat lebih dari satu alamat. Mohon tuliskan satu alamat pada satu baris."
            catat.add("tautan-tidak-layak", Tingkat.WAJIB, isi, sel=sel, kolom="tautan")
        elif ":" in jalur.parts[0] or jalur.is_absolute() or ".." in jalur.parts or "\0" in teks:
            isi = f"tautan '{quote(teks)}' tidak dapat dipakai. Gunakan http://, https://, atau nama berkas di folder bukti."
            catat.add("tautan-tidak-layak", Tingkat.WAJIB, isi, sel=sel, kolom="tautan")
        elif ALAMAT_TANPA_HTTP.fullmatch(teks):
            isi = f"tautan '{quote(teks)}' belum lengkap. Mohon awali dengan https://."
            catat.add("tautan-tidak-lengkap", Tingkat.PERINGATAN, isi, sel=sel, kolom="tautan")
        elif max(len(p.encode()) for p in jalur.parts) > PANJANG_NAMA or not (bukti / jalur).is_file():
            isi = f"berkas '{quote(teks)}' tidak ditemukan di folder bukti. Mohon serahkan atau perbaiki namanya."
            catat.add("bukti-tidak-ada", Tingkat.PERINGATAN, isi, sel=sel, kolom="tautan")


def check_f5(terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A statement that nobody has filled, or only in part."""
    if not terbaca.baris:
        teks = "pernyataan belum diisi. Mohon isi nama pengisi, jabatan, tanggal, dan atasan yang memeriksa."
        catat.add("pernyataan-kosong", Tingkat.PERINGATAN, teks)
        return
    for kolom in terbaca.lembar.kolom:
        if kolom.wajib and not any(baris.teks(kolom.nama_kolom) for baris in terbaca.baris):
            catat.add(
                "pernyataan-kosong",
                Tingkat.PERINGATAN,
                f"{kolom.judul} belum diisi. Mohon dilengkapi.",
                sel=find_sel(terbaca.baris[0], terbaca, kolom.nama_kolom),
                kolom=kolom.nama_kolom,
            )
