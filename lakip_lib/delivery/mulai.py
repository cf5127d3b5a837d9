"""`lakip mulai`: the start of an agency-year's folder. Makes what is missing, never overwrites."""

from dataclasses import dataclass
from pathlib import Path

from lakip_lib.checks.narasi import NASKAH
from lakip_lib.errors import UsageError
from lakip_lib.forms.rencana import write_rencana_kosong
from lakip_lib.settings import Lokasi
from lakip_lib.settings.awal import render_instansi
from lakip_lib.simpan import write_text

FOLDER = ("isian", "narasi", "bukti", "lra")
TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100

NASKAH_ARTI = {
    "kata-pengantar": "kata pengantar kepala instansi; bila tidak ada, dipakai kalimat baku",
    "ikhtisar": "tambahan pada ikhtisar eksekutif; boleh tidak ada",
    "latar-belakang": "latar belakang pada Bab I",
    "dasar-hukum": "dasar hukum pada Bab I",
    "tugas-fungsi": "tugas dan fungsi instansi",
    "struktur-organisasi": "struktur organisasi",
    "sumber-daya": "pegawai, sarana, dan prasarana",
    "isu-strategis": "isu strategis",
    "realisasi-anggaran": "ulasan realisasi anggaran",
    "penutup": "penutup pada Bab IV",
}
NASKAH_BERKODE = {
    "sasaran-<kode>": "ulasan satu sasaran, misalnya sasaran-S1.md",
    "indikator-<kode>": "ulasan satu indikator, misalnya indikator-IKU-1.md",
    "sebab-<kode>": "pengganti kalimat draf tentang penyebab satu indikator, misalnya sebab-IKU-1.md",
}
BACA_DULU = """Folder naskah laporan.

Tulislah naskah sebagai teks Markdown dengan nama berikut (disimpan sebagai UTF-8, berakhiran .md).
Yang ada dicetak pada tempatnya. Naskah Bab I, Bab III, dan Bab IV yang tidak ada ditandai "belum diisi" pada laporan.

{daftar}

Yang dapat dipakai: alinea (dipisahkan baris kosong), daftar, *miring*, **tebal**, tabel sederhana, dan judul mulai
tingkat empat (####). Kode sasaran dan indikator sama dengan kode pada perencanaan.xlsx.
"""


@dataclass(frozen=True)
class Awal:
    """What `mulai` made, and what was there already (files and folders)."""

    baru: tuple[Path, ...]
    lama: tuple[Path, ...]


def start_folder(lokasi: Lokasi) -> Awal:
    """Make instansi.toml, perencanaan.xlsx and the folders where they are missing; UsageError for an impossible year."""
    if not TAHUN_AWAL <= lokasi.tahun <= TAHUN_AKHIR:
        raise UsageError(f"Tahun {lokasi.tahun} harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
    raw = lokasi.raw
    baru: list[Path] = []
    lama: list[Path] = []
    for folder in (raw / nama for nama in FOLDER):
        (lama if folder.is_dir() else baru).append(folder)
        folder.mkdir(parents=True, exist_ok=True)
    for path, write in (
        (lokasi.settings, lambda p: write_text(p, render_instansi(lokasi.tahun, lokasi.instansi))),
        (raw / "perencanaan.xlsx", write_rencana_kosong),
        (raw / "narasi" / "BACA-DULU.txt", lambda p: write_text(p, render_baca_dulu())),
    ):
        if path.exists():
            lama.append(path)
        else:
            write(path)
            baru.append(path)
    return Awal(tuple(baru), tuple(lama))


def render_baca_dulu() -> str:
    """The text that lists the names of narasi/."""
    arti = {nama: NASKAH_ARTI[nama] for nama in NASKAH} | NASKAH_BERKODE
    lebar = max(map(len, arti)) + len(".md")
    return BACA_DULU.format(daftar="\n".join(f"  {nama + '.md':<{lebar}}  {teks}" for nama, teks in arti.items()))
