"""Pictures of workbooks: a stretch of a sheet as LibreOffice draws it, with the letters and numbers of its cells."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.properties import PageSetupProperties

from lakip_lib.report.docx.halaman import find_soffice
from tests.panduan.piksel import Piksel, render_page, trim

BATAS_DETIK = 180
# Indonesian notation (a decimal comma), whatever the machine's own language
SETELAN = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Petikan:
    """What to show of a workbook: file, sheet, cells ("A1:T10"), columns and rows left out, width in pixels."""

    berkas: Path
    lembar: str
    area: str
    tanpa: tuple[str, ...] = ()
    tanpa_baris: range = range(0)
    lebar: int = 1500


def picture_sheets(petikan: dict[str, Petikan]) -> dict[str, Piksel]:
    """A picture for each name; the workbooks themselves are only read, copies are printed."""
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        for nama, satu in petikan.items():
            _prepare(satu).save(folder / f"{nama}.xlsx")
        _convert(folder, [f"{nama}.xlsx" for nama in petikan])
        return {
            nama: trim(render_page((folder / f"{nama}.pdf").read_bytes(), lebar=satu.lebar))
            for nama, satu in petikan.items()
        }


def _prepare(petikan: Petikan) -> openpyxl.Workbook:
    """A copy with the other sheets hidden, set to print the area on one page with row and column headings."""
    buku = openpyxl.load_workbook(petikan.berkas)
    lembar = buku[petikan.lembar]
    buku.active = lembar
    for lain in buku:
        lain.sheet_state = "visible" if lain is lembar else "hidden"
    for kolom in petikan.tanpa:
        lembar.column_dimensions[kolom].hidden = True
    for baris in petikan.tanpa_baris:
        lembar.row_dimensions[baris].hidden = True
    lembar.print_area = petikan.area
    lembar.print_title_rows = None
    lembar.print_options.headings = True
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.paperSize = lembar.PAPERSIZE_A3
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 1
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    lembar.HeaderFooter = HeaderFooter()
    return buku


def _convert(folder: Path, berkas: list[str]) -> None:
    soffice = find_soffice()
    if soffice is None:
        raise RuntimeError("LibreOffice must be there to draw sheets, found none.")
    profil = folder / "profil"
    (profil / "user").mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(SETELAN, "utf-8")
    perintah = [
        soffice,
        f"-env:UserInstallation={profil.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *berkas,
    ]
    subprocess.run(perintah, cwd=folder, check=True, capture_output=True, timeout=BATAS_DETIK)
