"""What stops a command, as an exit code and a sentence."""

import errno

import pytest

from lakip_lib.errors import AlurError, LakipError, NotebookError, UsageError
from lakip_lib.galat import classify, is_unforeseen


@pytest.mark.parametrize(
    ("error", "kode", "kalimat", "tak_terduga"),
    [
        (UsageError("Periksa namanya."), 2, "Periksa namanya.", False),
        (AlurError("Buku alur berubah."), 3, "Buku alur berubah.", False),
        (NotebookError("Notebook berhenti."), 1, "Notebook berhenti.", False),
        (LakipError("a figure must be there"), 1, "pemeriksaan dirinya sendiri gagal", True),
        (OSError(errno.ENOSPC, "penuh"), 1, "Ruang penyimpanan habis", True),
        (
            OSError(errno.EROFS, "baca saja", "/data"),
            1,
            "Berkas /data terletak di tempat yang hanya dapat dibaca",
            True,
        ),
        (PermissionError(errno.EACCES, "tidak boleh", "/data"), 1, "Berkas /data tidak boleh dibuka", True),
        (ZeroDivisionError(), 1, "Terjadi kesalahan pada program (ZeroDivisionError)", True),
    ],
)
def test_each_fault_has_its_code_and_its_sentence(
    error: BaseException, kode: int, kalimat: str, tak_terduga: bool
) -> None:
    assert classify(error)[0] == kode
    assert kalimat in classify(error)[1]
    assert is_unforeseen(error) == tak_terduga
