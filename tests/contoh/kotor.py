"""What people do to a form beside filling it: added rows and columns, renamed headers, hidden rows."""

from openpyxl import Workbook

from lakip_lib.forms import BARIS_JUDUL_KOLOM, get_lembar

from .formulir import find_baris

KEPALA = BARIS_JUDUL_KOLOM


def write_di(buku: Workbook, lembar: str, kode: str, kolom: str, nilai: object) -> None:
    """Overtype one cell, locked or not."""
    bagian = get_lembar(lembar)
    sheet = buku[bagian.nama]
    cell = sheet.cell(find_baris(sheet, kode), bagian.nama_kolom.index(kolom) + 1)
    cell.value = nilai  # type: ignore[assignment]
    if isinstance(nilai, str):
        cell.data_type = "s"


def rename_kepala(buku: Workbook, lembar: str, nama: dict[str, str]) -> None:
    """Give columns other headers, by nama_kolom."""
    bagian = get_lembar(lembar)
    for kolom, judul in nama.items():
        buku[bagian.nama].cell(KEPALA, bagian.nama_kolom.index(kolom) + 1).value = judul


def add_kolom(buku: Workbook, lembar: str, judul: str, isi: dict[str, str]) -> None:
    """Add a column at the right, with texts by kode."""
    bagian = get_lembar(lembar)
    sheet = buku[bagian.nama]
    letak = len(bagian.kolom) + 1
    sheet.cell(KEPALA, letak).value = judul
    for kode, teks in isi.items():
        sheet.cell(find_baris(sheet, kode), letak).value = teks


def add_jumlah(buku: Workbook, lembar: str, kolom: dict[str, object], label: str = "JUMLAH") -> None:
    """Add a row of totals below the table, its label in the second column."""
    bagian = get_lembar(lembar)
    sheet = buku[bagian.nama]
    baris = find_baris(sheet, "")
    sheet.cell(baris, 2).value = label
    for nama, nilai in kolom.items():
        sheet.cell(baris, bagian.nama_kolom.index(nama) + 1).value = nilai  # type: ignore[assignment]


def hide_baris(buku: Workbook, lembar: str, kode: str) -> None:
    """Hide the row of that kode."""
    sheet = buku[get_lembar(lembar).nama]
    sheet.row_dimensions[find_baris(sheet, kode)].hidden = True


def push_kepala(buku: Workbook, lembar: str, baris: int, teks: str) -> None:
    """Put rows above the table, so that its header stands lower than in the blank form."""
    sheet = buku[get_lembar(lembar).nama]
    for gabung in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(gabung))
    sheet.data_validations.dataValidation = []
    sheet.insert_rows(1, baris)
    sheet.cell(1, 1).value = teks


def rename_lembar(buku: Workbook, lembar: str, nama: str) -> None:
    """Give a sheet another name."""
    buku[get_lembar(lembar).nama].title = nama
