"""The coat of arms: printed where it is a picture of the agency's folder, told of where it is not."""

from pathlib import Path

import pytest
from serangan import Folder

from lakip_lib.checks.lambang import check_lambang
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Instansi, read_instansi

PNG = b"\x89PNG\r\n\x1a\n isi IEND\xaeB`\x82"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'
GAMBAR = {"a.png": PNG, "b.svg": SVG, "c.jpg": b"\xff\xd8\xff isi \xff\xd9"}
LAIN = {"potong.png": PNG[:-4], "teks.png": b"bukan gambar", "html.svg": b"<html/>", "kosong.svg": b""}


def read_with(folder: Folder, logo: str) -> Instansi:
    teks = folder.lokasi.settings.read_text("utf-8")
    folder.lokasi.settings.write_text(teks.replace("contoh = true", f'contoh = true\nlogo = "{logo}"', 1), "utf-8")
    return read_instansi(folder.lokasi.settings)


@pytest.mark.parametrize("nama", GAMBAR)
def test_picture_beside_the_settings_is_no_finding(tmp_path: Path, nama: str) -> None:
    folder = Folder(tmp_path)
    (folder.path / nama).write_bytes(GAMBAR[nama])
    assert check_lambang(read_with(folder, nama), folder.path) == []


@pytest.mark.parametrize("nama", [*LAIN, "tidak-ada.png", "../contoh-mini.png"])
def test_what_is_no_picture_there_is_told_of(tmp_path: Path, nama: str) -> None:
    folder = Folder(tmp_path)
    for lain, data in {**LAIN, "../contoh-mini.png": PNG}.items():
        (folder.path / lain).write_bytes(data)
    (temuan,) = check_lambang(read_with(folder, nama), folder.path)
    assert (temuan.kolom, temuan.tingkat, temuan.nilai) == ("instansi.logo", Tingkat.PERINGATAN, nama)


def test_finding_on_the_logo_reaches_the_list(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    read_with(folder, "tidak-ada.png")
    assert "Berkasnya tidak ada di folder ini." in folder.gather().find("logo-tidak-terpakai").pesan
