"""What stopped a command, as an exit code (PROMISES §7) and a sentence for whoever ran it."""

import errno
import traceback
from pathlib import Path
from typing import Final, Literal

from lakip_lib.errors import (
    AlurError,
    LakipError,
    NotebookError,
    NotFinalError,
    PerangkatError,
    UnreadableFileError,
    UsageError,
)

Kode = Literal[0, 1, 2, 3]
SELESAI: Final = 0
RUSAK: Final = 1
SALAH_PAKAI: Final = 2
PERLU_PERBAIKAN: Final = 3
GAGAL_PERIKSA = "Program berhenti karena pemeriksaan dirinya sendiri gagal."


def classify(error: BaseException) -> tuple[Kode, str]:
    """The exit code and the sentence (Indonesian): 2 wrong usage or settings, 3 data to mend, 1 program or machine."""
    if isinstance(error, UsageError):
        return SALAH_PAKAI, str(error)
    if isinstance(error, AlurError | NotFinalError | UnreadableFileError):
        return PERLU_PERBAIKAN, str(error)
    if isinstance(error, NotebookError):
        return RUSAK, str(error)
    if isinstance(error, LakipError):
        sebab = error.__cause__
        if isinstance(sebab, OSError) and sebab.errno is not None:
            return RUSAK, say_os(sebab)
        return RUSAK, error.pesan if isinstance(error, PerangkatError) else GAGAL_PERIKSA
    if isinstance(error, OSError):
        return RUSAK, say_os(error)
    return RUSAK, f"Terjadi kesalahan pada program ({type(error).__name__})."


def is_unforeseen(error: BaseException) -> bool:
    """Whether engineers will want the traceback: a fault of the program or the machine that no sentence explains."""
    return classify(error)[0] == RUSAK and not isinstance(error, NotebookError)


def trace_unforeseen(error: BaseException | None) -> str:
    """The traceback of a fault that engineers will want it of, "" of others and of none."""
    return "".join(traceback.format_exception(error)) if error is not None and is_unforeseen(error) else ""


def say_os(error: OSError) -> str:
    """What the operating system refused, in Indonesian."""
    nama = Path(error.filename).as_posix() if isinstance(error.filename, str) else ""
    berkas = f"Berkas {nama}" if nama else "Sebuah berkas"
    if isinstance(error, PermissionError):
        return f"{berkas} tidak boleh dibuka. Tutup bila sedang terbuka di program lain, dan periksa izin foldernya."
    if isinstance(error, NotADirectoryError | FileExistsError):
        return f"{berkas} melewati sebuah berkas, padahal di sana harus ada folder. Periksa nama dan letaknya."
    if isinstance(error, FileNotFoundError):
        return f"{berkas} tidak ditemukan. Periksa nama dan letaknya."
    if error.errno == errno.EROFS:
        return (
            f"{berkas} terletak di tempat yang hanya dapat dibaca. Pindahkan datanya, atau minta izin menulis di sana."
        )
    if error.errno == errno.ENOSPC:
        return "Ruang penyimpanan habis. Kosongkan sebagian, lalu jalankan lagi."
    return f"{berkas} tidak dapat dibaca atau ditulis (kode sistem {error.errno})."
