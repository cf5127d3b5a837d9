"""The steps of one agency-year as commands: run, show what was found and written, give the exit code."""

from pathlib import Path
from typing import TYPE_CHECKING

from lakip_lib.cli.layar import build_json, make_console, print_json, show_path, style
from lakip_lib.cli.maju import show_progress
from lakip_lib.cli.tampil import print_berkas, print_pesan, print_temuan, print_unit
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi

if TYPE_CHECKING:
    from lakip_lib.delivery.langkah import Laporan

# how many announcements a step makes when everything is due
JUMLAH_LANGKAH = {"formulir": 1, "himpun": 1, "analisis": 5, "susun": 7, "bangun": 7}
SELESAI = {
    "formulir": "Formulir kosong selesai dibuat.",
    "himpun": "Isian selesai dihimpun dan diperiksa.",
    "analisis": "Analisis selesai.",
    "susun": "Dokumen selesai disusun.",
    "bangun": "Laporan selesai dibangun.",
}
LANJUT = (
    "Berikutnya:",
    "  1. Ganti nilai contoh pada instansi.toml, lalu isi perencanaan.xlsx.",
    "  2. lakip formulir {folder}",
    "  3. Simpan formulir yang sudah terisi di folder isian, laporan realisasi anggaran di folder lra.",
    "  4. lakip bangun {folder}",
)
BERDOKUMEN = ("susun", "bangun")
KONSEP = "Dokumen bertanda KONSEP. Bila semuanya sudah lengkap dan dipastikan, terbitkan dengan --final."
WAJIB = "Masih ada temuan wajib: mohon diperbaiki, lalu jalankan lagi perintah ini."


def run_mulai(folder: Path, *, sebagai_json: bool) -> int:
    """Make the folder's start and say what to do next."""
    from lakip_lib.delivery.mulai import start_folder

    lokasi = Lokasi.from_folder(folder)
    check_folder(folder)
    awal = start_folder(lokasi)
    lanjut = [kalimat.format(folder=show_path(lokasi.raw)) for kalimat in LANJUT]
    if sebagai_json:
        print_json(build_json("mulai", 0, berkas=[_relative(p, lokasi) for p in awal.baru], pesan=lanjut))
        return 0
    console = make_console()
    print_berkas(console, awal.baru, judul="Dibuat")
    print_berkas(console, awal.lama, judul="Sudah ada, tidak diubah")
    print_pesan(console, lanjut)
    return 0


def check_folder(tempat: Path) -> None:
    """UsageError where a file stands in the place of a folder."""
    if tempat.exists() and not tempat.is_dir():
        raise UsageError(f"{tempat} adalah berkas, bukan folder. Periksa nama dan letaknya.")


def run_langkah(
    nama: str, folder: Path, *, periode: str, keluaran: Path | None, sebagai_json: bool, final: bool = False
) -> int:
    """Run a step by its name and show its report; 0, or 3 where something must be mended."""
    lokasi = Lokasi.from_folder(folder, periode=periode, keluaran=keluaran)
    for tempat in (folder, *([keluaran] if keluaran else [])):
        check_folder(tempat)
    if not lokasi.raw.is_dir():
        raise UsageError(f"Folder {folder} tidak ada. Periksa namanya, atau buat dengan: lakip mulai {folder}")
    with show_progress(nama, JUMLAH_LANGKAH[nama]):
        laporan = _run(nama, lokasi, final=final)
    if sebagai_json:
        _print_json(nama, laporan, lokasi)
    else:
        _print_laporan(nama, laporan, lokasi, final=final)
    return laporan.kode_keluar


def _run(nama: str, lokasi: Lokasi, *, final: bool) -> "Laporan":
    from lakip_lib.delivery import langkah

    match nama:
        case "formulir":
            return langkah.make_formulir(lokasi)
        case "himpun":
            return langkah.run_himpun(lokasi)
        case "analisis":
            return langkah.run_analisis(lokasi)
        case "susun":
            return langkah.run_susun(lokasi, final=final)
    return langkah.run_bangun(lokasi, final=final)


def _print_laporan(nama: str, laporan: "Laporan", lokasi: Lokasi, *, final: bool) -> None:
    console = make_console()
    dihimpun = nama != "formulir"  # the steps after it have read all that people gave, and answered
    balasan = lokasi.daftar_temuan.parent
    print_unit(console, laporan.unit)
    print_temuan(console, laporan.temuan, daftar=lokasi.daftar_temuan if dihimpun else lokasi.daftar_formulir)
    print_berkas(
        console, [p for p in laporan.berkas if p.parent != balasan and p != lokasi.daftar_formulir], judul="Ditulis"
    )
    if laporan.unit and dihimpun:
        print_berkas(console, [balasan], judul="Jawaban untuk tiap unit")
    print_pesan(console, laporan.pesan)
    if nama in BERDOKUMEN and not final:
        console.print(style(KONSEP))
    if laporan.kode_keluar:
        console.print(style(f"{SELESAI[nama]} ", "peringatan").append(WAJIB, ""))
    else:
        console.print(style(SELESAI[nama], "baik"))


def _print_json(nama: str, laporan: "Laporan", lokasi: Lokasi) -> None:
    print_json(
        build_json(
            nama,
            laporan.kode_keluar,
            temuan=[t.as_dict() for t in laporan.temuan],
            berkas=[_relative(p, lokasi) for p in laporan.berkas],
            pesan=list(laporan.pesan),
            unit=list(laporan.unit),
        )
    )


def _relative(path: Path, lokasi: Lokasi) -> str:
    """The path from the root of data/ and reports/ where it lies below it, else whole; with "/"."""
    akar = lokasi.akar
    return path.relative_to(akar).as_posix() if path.is_relative_to(akar) else show_path(path)
