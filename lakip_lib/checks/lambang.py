"""A finding where the coat of arms that instansi.toml names cannot be printed."""

from pathlib import Path

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.lambang import read_lambang
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan

BERKAS = "instansi.toml"


def check_lambang(settings: Instansi, folder: Path) -> list[Temuan]:
    """A peringatan where `logo` names no picture in the agency's folder, so that the neutral one is printed."""
    nama = settings.instansi.logo
    if not nama:
        return []
    try:
        read_lambang(folder, nama)
    except UnreadableFileError as error:
        pesan = (
            f"{BERKAS}: [instansi] logo '{nama}' tidak dapat dicetak, sehingga dipakai gambar pengganti. {error} "
            "Mohon diperbaiki atau dikosongkan."
        )
        return [Temuan(BERKAS, "logo-tidak-terpakai", Tingkat.PERINGATAN, pesan, kolom="instansi.logo", nilai=nama)]
    return []
