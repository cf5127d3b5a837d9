"""The steps of one agency-year as commands: run, show what was found and written, give the exit code."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lakip_lib.cli.layar import build_json, make_console, print_json, show_path, style
from lakip_lib.cli.maju import show_progress
from lakip_lib.cli.sop import check_raw, list_folder, print_laporan, relative
from lakip_lib.cli.tampil import print_berkas, print_pesan, print_temuan, print_unit
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi, read_instansi

if TYPE_CHECKING:
    from lakip_lib.delivery.langkah import Laporan
    from lakip_lib.delivery.mulai import Awal

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


@dataclass(frozen=True)
class Catatan:
    """What the ledger is told of a step inside a cycle: by whom, when, and why a collection is closed."""

    oleh: str | None = None
    waktu: str | None = None
    tutup: str | None = None

    def check_di_luar(self, nama: str) -> None:
        """UsageError where something is to be recorded and there is no cycle to record it in."""
        if self != Catatan():
            raise UsageError(
                f"--oleh, --waktu, dan --tutup dicatat dalam buku alur, sedangkan {nama} ini di luar siklus: siklusnya belum "
                "dibuka (lakip mulai), atau dijalankan dengan --periode atau --keluaran."
            )


def run_mulai(folder: Path, *, dari: Path | None, oleh: str | None, waktu: str | None, sebagai_json: bool) -> int:
    """Make the folder's start, open the cycle once its settings are the agency's own, and say what to do next."""
    from lakip_lib.delivery.mulai import start_folder
    from lakip_lib.delivery.sop.buka import BELUM_DIISI, is_terisi, open_cycle
    from lakip_lib.delivery.sop.jalan import run_siklus

    lokasi = Lokasi.from_folder(folder)
    check_folder(folder)
    pesan: tuple[str, ...] = ()
    if dari is None:
        awal = start_folder(lokasi)
    else:
        awal, pesan = _start_from(dari, lokasi)
    berkas = list(awal.baru)
    if is_terisi(read_instansi(lokasi.settings)):
        laporan = run_siklus(lokasi, open_cycle, oleh=oleh, waktu=waktu)
        berkas += laporan.berkas
        lanjut = [*pesan, *laporan.pesan]
    else:
        lanjut = [*pesan, *(kalimat.format(folder=show_path(lokasi.raw)) for kalimat in LANJUT), BELUM_DIISI]
    if sebagai_json:
        print_json(build_json("mulai", 0, berkas=[relative(p, lokasi) for p in berkas], pesan=lanjut))
        return 0
    console = make_console()
    print_berkas(console, berkas, judul="Dibuat")
    print_berkas(console, awal.lama, judul="Sudah ada, tidak diubah")
    print_pesan(console, lanjut)
    return 0


def _start_from(arsip: Path, lokasi: Lokasi) -> "tuple[Awal, tuple[str, ...]]":
    from lakip_lib.delivery.berkas import read_berkas
    from lakip_lib.delivery.mulai_dari import start_from

    lanjutan = start_from(read_berkas(arsip), lokasi)
    return lanjutan.awal, lanjutan.pesan


def check_folder(tempat: Path) -> None:
    """UsageError where a file stands in the place of a folder."""
    if tempat.exists() and not tempat.is_dir():
        raise UsageError(f"{tempat} adalah berkas, bukan folder. Periksa nama dan letaknya.")


def run_langkah(
    nama: str,
    folder: Path,
    *,
    periode: str,
    keluaran: Path | None,
    sebagai_json: bool,
    final: bool = False,
    catatan: Catatan | None = None,
) -> int:
    """Run a step by its name and show its report; 0, or 3 where something must be mended.

    Inside a cycle the step is written into the ledger, and refused where the SOP does not allow it now; `bangun`,
    quarterly reports and other folders lie outside of it.
    """
    lokasi = Lokasi.from_folder(folder, periode=periode, keluaran=keluaran)
    for tempat in (folder, *([keluaran] if keluaran else [])):
        check_folder(tempat)
    check_raw(lokasi, folder)
    with show_progress(nama, JUMLAH_LANGKAH[nama]):
        laporan = _run(nama, lokasi, final=final, catatan=catatan or Catatan())
    if sebagai_json:
        print_laporan(nama, laporan, lokasi)
    else:
        _print_laporan(nama, laporan, lokasi, final=final)
    return laporan.kode_keluar


def _run(nama: str, lokasi: Lokasi, *, final: bool, catatan: Catatan) -> "Laporan":
    from lakip_lib.delivery import langkah
    from lakip_lib.delivery.sop.siklus import check_belum_disetujui, has_siklus

    if nama == "bangun":
        check_belum_disetujui(lokasi)
    elif has_siklus(lokasi):
        return _run_siklus(nama, lokasi, final=final, catatan=catatan)
    catatan.check_di_luar(nama)
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


def _run_siklus(nama: str, lokasi: Lokasi, *, final: bool, catatan: Catatan) -> "Laporan":
    from lakip_lib.delivery.sop.dokumen import analyse, compose
    from lakip_lib.delivery.sop.formulir import make_forms
    from lakip_lib.delivery.sop.himpun import collect
    from lakip_lib.delivery.sop.jalan import Kerja, run_siklus

    langkah: dict[str, Kerja] = {
        "formulir": make_forms,
        "himpun": lambda siklus: collect(siklus, tutup=catatan.tutup),
        "analisis": analyse,
        "susun": lambda siklus: compose(siklus, final=final)[0],
    }
    return run_siklus(lokasi, langkah[nama], oleh=catatan.oleh, waktu=catatan.waktu)


def _print_laporan(nama: str, laporan: "Laporan", lokasi: Lokasi, *, final: bool) -> None:
    console = make_console()
    dihimpun = nama != "formulir"  # the steps after it have read all that people gave, and answered
    balasan = lokasi.daftar_temuan.parent
    print_unit(console, laporan.unit)
    print_temuan(console, laporan.temuan, daftar=lokasi.daftar_temuan if dihimpun else lokasi.daftar_formulir)
    ditulis = [p for p in laporan.berkas if p.parent != balasan and p != lokasi.daftar_formulir]
    print_berkas(console, list_folder(tuple(ditulis)), judul="Ditulis")
    if laporan.unit and dihimpun:
        print_berkas(console, [balasan], judul="Jawaban untuk tiap unit")
    print_pesan(console, laporan.pesan)
    if nama in BERDOKUMEN and not final:
        console.print(style(KONSEP))
    if laporan.kode_keluar:
        console.print(style(f"{SELESAI[nama]} ", "peringatan").append(WAJIB, ""))
    else:
        console.print(style(SELESAI[nama], "baik"))
