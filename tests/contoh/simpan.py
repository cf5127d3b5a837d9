"""Saving filled forms so that the same content gives the same bytes: .xlsx with stored formula values, and .ods."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from lakip_lib.forms.zip_tetap import normalise_zip

from .formulir import Terisi


def save_xlsx(path: Path, terisi: Terisi, *, waktu: str) -> None:
    """Write the workbook; `waktu` is the time its properties bear (ISO, with Z)."""
    buffer = BytesIO()
    terisi.buku.save(buffer)
    data = store_nilai(buffer.getvalue(), terisi)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(normalise_zip(data, waktu=waktu))


def store_nilai(data: bytes, terisi: Terisi) -> bytes:
    """The workbook's bytes with the values that Excel would have stored beside its formulas."""
    with ZipFile(BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    nama = [sheet.title for sheet in terisi.buku.worksheets]
    for (lembar, sel), nilai in terisi.tersimpan.items():
        part = f"xl/worksheets/sheet{nama.index(lembar) + 1}.xml"
        jenis = ' t="e"' if nilai.startswith("#") else ""
        pola = rf'<c r="{sel}"([^>]*?)(?: t="\w+")?>(<f>.*?</f>)<v\s*/?>(?:</v>)?</c>'
        ganti = rf'<c r="{sel}"\g<1>{jenis}>\g<2><v>{nilai}</v></c>'
        teks, banyak = re.subn(pola, ganti, parts[part].decode())
        assert banyak == 1, (lembar, sel)
        parts[part] = teks.encode()
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return buffer.getvalue()


def save_ods(path: Path, buku: Workbook) -> None:
    """Write the workbook's values as OpenDocument: texts and numbers, hidden sheets hidden, no formats."""
    doc = OpenDocumentSpreadsheet()
    hidden = Style(name="tersembunyi", family="table")
    hidden.addElement(TableProperties(display="false"))
    doc.automaticstyles.addElement(hidden)
    for sheet in buku.worksheets:
        gaya = {} if sheet.sheet_state == "visible" else {"stylename": hidden}
        table = Table(name=sheet.title, **gaya)
        for row in sheet.iter_rows():
            baris = TableRow()
            for cell in row:
                baris.addElement(_make_cell(cell.value))
            table.addElement(baris)
        doc.spreadsheet.addElement(table)
    buffer = BytesIO()
    doc.write(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_fix_ods(buffer.getvalue()))


def _make_cell(nilai: object) -> TableCell:
    if nilai is None:
        return TableCell()
    is_number = isinstance(nilai, int | float)
    cell = TableCell(valuetype="float", value=str(nilai)) if is_number else TableCell(valuetype="string")
    for baris in str(nilai).split("\n"):
        cell.addElement(P(text=baris))
    return cell


def _fix_ods(data: bytes) -> bytes:
    """The container with fixed dates, `mimetype` first and stored."""
    with ZipFile(BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    buffer = BytesIO()
    with ZipFile(BytesIO(normalise_zip(data))) as fixed, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        infos = {info.filename: info for info in fixed.infolist()}
        for name in sorted(infos, key=lambda n: (n != "mimetype", n)):
            info = infos[name]
            info.compress_type = 0 if name == "mimetype" else ZIP_DEFLATED
            target.writestr(info, parts[name])
    return buffer.getvalue()
