"""`lakip verifikasi`: a ledger with the files of its steps, or an archive, proved to the last byte."""

import errno
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from lakip_lib.cli.layar import build_json, make_console, print_json, print_rinci, style
from lakip_lib.cli.maju import show_progress
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi


def run_verifikasi(sasaran: Path, *, bangun: Path | None, sebagai_json: bool) -> int:
    """Prove it and say what is not as it was; 0, or 3 where something is not."""
    if sasaran.is_file():
        temuan, pesan = _check_arsip(sasaran, bangun)
    elif not sasaran.exists():
        raise UsageError(f"{sasaran} tidak ada. Periksa nama dan letaknya.")
    elif bangun is not None:
        raise UsageError("--bangun memerlukan sebuah arsip .zip.")
    else:
        temuan, pesan = _check_folder(sasaran)
    kode = 3 if temuan else 0
    if sebagai_json:
        print_json(build_json("verifikasi", kode, temuan=list(temuan), pesan=list(pesan)))
        return kode
    console = make_console()
    for kalimat in pesan:
        console.print(style(kalimat))
    if temuan:
        console.print(style(f"{len(temuan)} hal tidak seperti saat dicatat:", "wajib"))
        print_rinci(console, [f"- {kalimat}" for kalimat in temuan])
    else:
        console.print(style("Utuh: semuanya seperti saat dicatat.", "baik"))
    return kode


def _check_arsip(path: Path, bangun: Path | None) -> tuple[Sequence[str], Sequence[str]]:
    from lakip_lib.delivery.arsip.periksa import check_arsip

    data = path.read_bytes()
    laporan = check_arsip(data, path.name)
    if bangun is None or laporan.temuan:
        return laporan.temuan, laporan.pesan
    from lakip_lib.delivery.arsip.bangun_ulang import rebuild

    with show_progress("verifikasi", 7):
        ulang = rebuild(data, bangun)
    beda = [f"{nama}: berbeda bila disusun ulang." for nama in ulang.beda]
    return beda, (*laporan.pesan, *ulang.pesan)


def _check_folder(folder: Path) -> tuple[Sequence[str], Sequence[str]]:
    from lakip_lib.alur.buku import hold_lock
    from lakip_lib.delivery.arsip.folder import check_folder

    lokasi = Lokasi.from_folder(folder)
    if not lokasi.raw.is_dir():
        raise UsageError(f"Folder {folder} tidak ada. Periksa namanya.")
    with ExitStack() as kunci:
        if lokasi.alur.is_dir():
            try:
                kunci.enter_context(hold_lock(lokasi.alur))
            except OSError as error:  # a disk that cannot be written is proved as it is
                if error.errno not in {errno.EROFS, errno.EACCES, errno.EPERM}:
                    raise
        laporan = check_folder(lokasi)
    return laporan.temuan, laporan.pesan
