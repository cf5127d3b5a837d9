"""The commands of the SOP's steps inside a cycle: do the step, show what was found, written, recorded and is due."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lakip_lib.cli.layar import build_json, make_console, print_json, show_path, style
from lakip_lib.cli.maju import show_progress
from lakip_lib.cli.tampil import print_berkas, print_pesan, print_temuan, print_unit
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi

if TYPE_CHECKING:
    from lakip_lib.delivery.langkah import Laporan
    from lakip_lib.delivery.sop.siklus import Siklus

BELUM_DIBUKA = (
    "Siklus laporan ini belum dibuka. Yang ditunggu langkah 1, perintah penyusunan, oleh Kepala instansi: jalankan "
    "lakip mulai {folder}."
)


def open_lokasi(folder: Path) -> Lokasi:
    """The places of an agency-year whose cycle was opened; UsageError where there is no folder or no cycle."""
    from lakip_lib.delivery.sop.siklus import has_siklus

    lokasi = Lokasi.from_folder(folder)
    check_raw(lokasi, folder)
    if not has_siklus(lokasi):
        raise UsageError(BELUM_DIBUKA.format(folder=folder))
    return lokasi


def check_raw(lokasi: Lokasi, folder: Path) -> None:
    """UsageError where the agency-year has no folder of what people gave."""
    if not lokasi.raw.is_dir():
        raise UsageError(f"Folder {folder} tidak ada. Periksa namanya, atau buat dengan: lakip mulai {folder}")


def run_step(
    nama: str,
    folder: Path,
    kerja: "Callable[[Siklus], Laporan]",
    *,
    oleh: str | None,
    waktu: str | None,
    sebagai_json: bool,
) -> int:
    """Do one step of the cycle and show its report; 0, or 3 where something must be mended."""
    from lakip_lib.delivery.sop.jalan import run_siklus

    lokasi = open_lokasi(folder)
    with show_progress(nama, 1):
        laporan = run_siklus(lokasi, kerja, oleh=oleh, waktu=waktu)
    show_laporan(nama, laporan, lokasi, sebagai_json=sebagai_json)
    return laporan.kode_keluar


def show_laporan(nama: str, laporan: "Laporan", lokasi: Lokasi, *, sebagai_json: bool) -> None:
    """The report of a step on the terminal, or as one JSON object."""
    from lakip_lib.delivery.sop.tempat import DAFTAR_TEMUAN

    if sebagai_json:
        print_laporan(nama, laporan, lokasi)
        return
    console = make_console()
    print_unit(console, laporan.unit)
    if laporan.temuan:
        print_temuan(
            console, laporan.temuan, daftar=next((p for p in laporan.berkas if p.name.startswith(DAFTAR_TEMUAN)), None)
        )
    print_berkas(console, list_folder(laporan.berkas), judul="Ditulis")
    print_pesan(console, laporan.pesan)
    if laporan.kode_keluar:
        console.print(style("Masih ada yang perlu diperbaiki.", "peringatan"))


def print_laporan(nama: str, laporan: "Laporan", lokasi: Lokasi) -> None:
    """The report of a step as one JSON object."""
    print_json(
        build_json(
            nama,
            laporan.kode_keluar,
            temuan=[t.as_dict() for t in laporan.temuan],
            berkas=[relative(p, lokasi) for p in laporan.berkas],
            pesan=list(laporan.pesan),
            unit=list(laporan.unit),
        )
    )


def list_folder(berkas: tuple[Path, ...], batas: int = 8) -> list[Path]:
    """The files to name: each, or the folder of those of which there are many."""
    jumlah: dict[Path, int] = {}
    for path in berkas:
        jumlah[path.parent] = jumlah.get(path.parent, 0) + 1
    return list(dict.fromkeys(p.parent if jumlah[p.parent] > batas else p for p in berkas))


def relative(path: Path, lokasi: Lokasi) -> str:
    """The path from the root of data/ and reports/ where it lies below it, else whole; with "/"."""
    akar = lokasi.akar
    return path.relative_to(akar).as_posix() if path.is_relative_to(akar) else show_path(path)
