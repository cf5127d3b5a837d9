"""A perencanaan.xlsx to start from, empty or carried over: a sheet a table, headers explained, words to choose from."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from lakip_lib.forms.gaya import OPSI_BUKU, Pengatur, set_halaman, style_kepala, write_komentar, write_nilai
from lakip_lib.forms.isian import BarisIsi
from lakip_lib.forms.kolom_rencana import TABEL_RENCANA
from lakip_lib.forms.skema import KolomIsian, TabelRencana
from lakip_lib.forms.validasi import build_daftar
from lakip_lib.simpan import write_bytes

BARIS_SIAP = 500  # rows below the header that are given dropdowns


def write_rencana_kosong(path: Path, *, tanggal: date = date(2000, 1, 1)) -> None:
    """Write the empty planning workbook of PROMISES §3; required headers are bold; `tanggal` is the file's date."""
    write_rencana(path, {}, tanggal=tanggal)


def write_rencana(path: Path, isi: Mapping[str, Sequence[BarisIsi]], *, tanggal: date = date(2000, 1, 1)) -> None:
    """Write a planning workbook with these rows by sheet, each a mapping of nama_kolom to a value; text stays text."""
    buffer = BytesIO()
    with Workbook(buffer, deepcopy(OPSI_BUKU)) as book:
        book.set_properties({"title": "Perencanaan kinerja", "created": datetime.combine(tanggal, time())})
        pengatur = Pengatur(book)
        for tabel in TABEL_RENCANA:
            _write_tabel(book, pengatur, tabel, isi.get(tabel.nama, ()))
    write_bytes(path, buffer.getvalue())


def _write_tabel(book: Workbook, pengatur: Pengatur, tabel: TabelRencana, isi: Sequence[BarisIsi]) -> None:
    sheet = book.add_worksheet(tabel.nama)
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    for i, kolom in enumerate(tabel.kolom):
        head = {**style_kepala(terbuka=kolom.wajib), "bold": kolom.wajib}
        gaya = pengatur.get(_style_isi(kolom))
        sheet.set_column(i, i, max(kolom.lebar, len(kolom.nama_kolom) + 3), gaya)
        sheet.write_string(0, i, kolom.judul, pengatur.get(head))
        write_komentar(sheet, 0, i, kolom.penjelasan + ("\nWajib diisi." if kolom.wajib else "\nBoleh kosong."))
        if kolom.pilihan:
            sheet.data_validation(1, i, len(isi) + BARIS_SIAP, i, build_daftar(kolom.pilihan))
        for nomor, baris in enumerate(isi, 1):
            if baris.get(kolom.nama_kolom) is not None:
                write_nilai(sheet, nomor, i, baris[kolom.nama_kolom], gaya)
    set_halaman(sheet, "A4", ("Perencanaan kinerja", f"{tabel.nama}: {tabel.judul}"))


def _style_isi(kolom: KolomIsian) -> dict[str, object]:
    """Codes are kept as text (2.16.01 is no number), long texts wrap."""
    if kolom.jenis == "kode":
        return {"num_format": "@"}
    return {"text_wrap": True} if kolom.lebar >= 30 else {}
