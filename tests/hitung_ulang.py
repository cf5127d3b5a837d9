"""A workbook recalculated from nothing by LibreOffice, and the formulas whose stored value is another one."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

SOFFICE = shutil.which("soffice")
butuh_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
RECALC = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>"""  # 0: always recalculate a file when it is loaded


def recalculate(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks by name as LibreOffice saves them after computing every formula anew, all in one run."""
    profil = folder / "profil" / "user" / "registrymodifications.xcu"
    profil.parent.mkdir(parents=True)
    profil.write_text(RECALC, encoding="utf-8")
    for nama, data in files.items():
        (folder / f"{nama}.xlsx").write_bytes(data)
    command = [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(folder / "keluar"), *(str(folder / f"{nama}.xlsx") for nama in files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {nama: (folder / "keluar" / f"{nama}.xlsx").read_bytes() for nama in files}


@cache
def read_values(data: bytes) -> dict[tuple[str, str], Any]:
    """Every stored value by sheet and cell; an empty one is ""."""
    book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    return {(s.title, c.coordinate): "" if c.value is None else c.value for s in book for row in s for c in row}


@cache
def list_formulas(data: bytes) -> list[tuple[str, str]]:
    """Sheet and cell of every formula."""
    book = openpyxl.load_workbook(BytesIO(data))
    return [(s.title, c.coordinate) for s in book for row in s for c in row if c.data_type == "f"]


def list_differences(data: bytes, dihitung: bytes) -> list[tuple[str, str]]:
    """The formulas whose stored value is not what recalculating gives."""
    a, b = read_values(data), read_values(dihitung)
    return [cell for cell in list_formulas(data) if not is_same(a[cell], b.get(cell, ""))]


def is_same(a: Any, b: Any) -> bool:
    """Equal texts, or numbers equal but for the last bits."""
    if isinstance(a, int | float) and isinstance(b, int | float):
        return abs(a - b) <= 1e-9 * max(1, abs(a))
    return bool(a == b)


def plant(data: bytes, lembar: str, sel: str, nilai: str) -> bytes:
    """The file with another stored value in one cell, its formula untouched."""
    urut = openpyxl.load_workbook(BytesIO(data)).sheetnames.index(lembar) + 1
    keluar = BytesIO()
    with ZipFile(BytesIO(data)) as lama, ZipFile(keluar, "w", ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            isi = lama.read(nama).decode("utf-8")
            if nama == f"xl/worksheets/sheet{urut}.xml":
                isi, n = re.subn(rf'(<c r="{sel}"[^>]*>.*?<v>)[^<]*(</v>)', rf"\g<1>{nilai}\g<2>", isi, count=1)
                assert n == 1
            baru.writestr(nama, isi)
    return keluar.getvalue()
