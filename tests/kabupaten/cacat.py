"""The faults of an invented agency, each put into its files the way it comes about."""

from io import BytesIO
from pathlib import Path
from random import Random
from unittest.mock import patch

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from tests.contoh import kotor
from tests.contoh.bukti import write_survei
from tests.contoh.formulir import find_baris, locate

from .bahan import Baris
from .daftar import Cacat

_GARAM = "msoffcrypto.method.ecma376_agile._random_buffer"  # salt and time are given here, so that the bytes stay equal
_JAM = "msoffcrypto.method.container.ecma376_encrypted.datetime2filetime"
_SAAT = 134_124_768_000_000_000  # 10 January 2026 as Windows counts, in 100 nanoseconds since 1601


def spoil_buku(buku: Workbook, cacat: Cacat, f1: list[Baris]) -> None:
    """Plant a figure that can be read in two ways, or a row of a kode that no plan knows, into a filled form."""
    sheet = buku["F1 Capaian"]
    kode = next(row["kode"] for row in f1 if row["status_data"] == "final")
    if cacat is Cacat.AMBIGU:
        for kolom in ("tw1", "tw2", "tw3", "tw4"):
            kotor.write_di(buku, "F1", kode, kolom, None)
        kotor.write_di(buku, "F1", kode, "realisasi", "1.234")
        return
    asal, baris = find_baris(sheet, kode), find_baris(sheet, "")
    for i in range(1, 11):
        sheet.cell(baris, i).value = sheet.cell(asal, i).value
    sheet.cell(baris, 1).value = "IK-99"
    sheet[locate("F1", "realisasi", baris)].value = 17
    sheet[locate("F1", "status_data", baris)].value = "final"


def spoil_berkas(path: Path, cacat: Cacat, acak: Random) -> None:
    """Make a filled form unreadable: cut off, behind a password, or a PDF with the name of a workbook."""
    if cacat is Cacat.TERPOTONG:
        path.write_bytes(path.read_bytes()[:9000])
    elif cacat is Cacat.BERSANDI:
        keluar = BytesIO()
        with patch(_GARAM, acak.randbytes), patch(_JAM, return_value=_SAAT):
            OOXMLFile(BytesIO(path.read_bytes())).encrypt("rahasia", keluar)
        path.write_bytes(keluar.getvalue())
    else:
        write_survei(path)


def spoil_toml(teks: str) -> str:
    """instansi.toml with a key that there is not."""
    return teks.replace("[periode]", '[periode]\nsemester = "II"')
