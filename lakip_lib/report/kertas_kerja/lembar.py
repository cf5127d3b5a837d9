"""A sheet of the working paper: titled, with named columns, rows written in order, every formula with its value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from lakip_lib.forms.gaya import (
    GARIS,
    ISIAN,
    TINGGI_BARIS,
    UTAMA,
    Pengatur,
    set_halaman,
    style_kepala,
    write_judul,
    write_nilai,
)
from lakip_lib.report.kertas_kerja.lipat import count_lipatan
from lakip_lib.settings import Instansi

BARIS_KEPALA = 4  # the row (from 0) of the column heads; a row of groups stands above it
BARIS_ISI = BARIS_KEPALA + 1
BARIS_TERBANYAK = 12  # lines of text that a row is made high enough for
Jenis = Literal["teks", "tengah", "umum", "nilai", "ambang", "persen", "tepat", "uang", "rupiah", "bulat"]
FORMAT: dict[str, dict[str, Any]] = {
    "teks": {"text_wrap": True, "align": "left", "indent": 1},
    "umum": {"align": "right"},
    "tengah": {"align": "center"},
    "ambang": {"num_format": '[<-1000000]"terendah";0.00', "align": "right"},
    "nilai": {"align": "right"},  # as typed, so many decimals as it has
    "persen": {"num_format": "#,##0.00", "align": "right"},
    "tepat": {"num_format": "#,##0.000000", "align": "right", "font_color": "#5B6B7A"},  # before rounding
    "uang": {"num_format": "#,##0.00", "align": "right"},
    "rupiah": {"num_format": "#,##0", "align": "right"},  # money without sen
    "bulat": {"num_format": "0", "align": "right"},
}


class Rumus(NamedTuple):
    """A formula (without "=") and the value it gives, "" for an empty one."""

    teks: str
    nilai: Fraction | Decimal | int | str | None


IsiSel = Rumus | str | Decimal | Fraction | int | None


class KolomLembar(NamedTuple):
    """A column: key, heading, width in characters, kind of its cells, and the group it stands in."""

    kunci: str
    judul: str
    lebar: float
    jenis: Jenis = "teks"
    kelompok: str = ""


class Sampul(NamedTuple):
    """What the heads and footers of a workbook's sheets say: whose, when, on which paper, and the name of the workbook."""

    siapa: str
    waktu: str
    kertas: str
    kaki: str

    @classmethod
    def from_settings(cls, settings: Instansi) -> "Sampul":
        """Those of an agency's working paper."""
        siapa = f"{settings.instansi.nama}, {settings.instansi.pemda}"
        return cls(siapa, f"Tahun {settings.periode.tahun}", settings.pengaturan.kertas, f"Kertas kerja LKjIP {siapa}")


class LembarRumus(Worksheet):
    """A worksheet whose formulas are ready as they are: the library looks in each for thirty functions newer than Excel 2010."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


@dataclass(frozen=True)
class Buku:
    """The workbook being made, its formats, and what its pages and footers say."""

    book: Workbook
    pengatur: Pengatur
    sampul: Sampul

    def add_lembar(
        self, nama: str, judul: str, kolom: Iterable[KolomLembar], *, beku: int = 1, halaman: int = 1
    ) -> "Lembar":
        """A new sheet at the end, its first `beku` columns frozen, printed that many pages wide."""
        lembar = Lembar(self, nama, judul, tuple(kolom), beku=beku)
        if halaman > 1:
            lembar.sheet.fit_to_pages(halaman, 0)
            lembar.sheet.repeat_columns(0, beku - 1)
        return lembar


class Lembar:
    """One sheet. Rows are counted as Excel does, from 1."""

    def __init__(self, buku: Buku, nama: str, judul: str, kolom: tuple[KolomLembar, ...], *, beku: int) -> None:
        """Write title, heads and page set-up."""
        self.nama, self.kolom = nama, kolom
        self._buku = buku
        self._letak = {k.kunci: n for n, k in enumerate(kolom)}
        self._baris = BARIS_ISI
        self.sheet: Worksheet = buku.book.add_worksheet(nama, worksheet_class=LembarRumus)
        self._write_head(judul, beku)

    def _write_head(self, judul: str, beku: int) -> None:
        sampul, sheet, get = self._buku.sampul, self.sheet, self._buku.pengatur.get
        write_judul(sheet, self._buku.pengatur, [judul, f"{sampul.siapa} · {sampul.waktu}"], len(self.kolom))
        for n, k in enumerate(self.kolom):
            sheet.set_column(n, n, k.lebar)
            sheet.write_string(BARIS_KEPALA, n, k.judul, get(style_kepala()))
        self._write_groups()
        sheet.set_row(BARIS_KEPALA, 42)
        sheet.freeze_panes(BARIS_ISI, beku)
        sheet.repeat_rows(BARIS_KEPALA - 1, BARIS_KEPALA)
        sheet.hide_gridlines(2)
        sheet.ignore_errors(
            dict.fromkeys(("number_stored_as_text", "formula_differs", "formula_range"), "A1:XFD1048576")
        )
        set_halaman(sheet, sampul.kertas, (sampul.kaki, self.nama))

    def _write_groups(self) -> None:
        gaya = self._buku.pengatur.get({"bold": True, "font_color": UTAMA, "bottom": 1, "bottom_color": GARIS})
        sebelum = ""
        for n, k in enumerate(self.kolom):
            if k.kelompok:
                self.sheet.write_string(BARIS_KEPALA - 1, n, "" if k.kelompok == sebelum else k.kelompok, gaya)
            sebelum = k.kelompok

    @property
    def baris(self) -> int:
        """The row that comes next."""
        return self._baris + 1

    def add(self, isi: Mapping[str, IsiSel], *, tebal: bool = False, jenis: Mapping[str, Jenis] | None = None) -> int:
        """Write one row, columns by key, and return its number; `jenis` where a cell is of another kind."""
        for k in self.kolom:
            self._write(self._letak[k.kunci], (jenis or {}).get(k.kunci, k.jenis), isi.get(k.kunci), tebal=tebal)
        lines = max(count_lipatan(_text_of(isi.get(k.kunci)), k.lebar, tebal=tebal) for k in self.kolom)
        self.sheet.set_row(self._baris, TINGGI_BARIS * min(lines, BARIS_TERBANYAK) + 2)
        self._baris += 1
        return self._baris

    def _write(self, kolom: int, jenis: Jenis, nilai: IsiSel, *, tebal: bool) -> None:
        gaya: dict[str, Any] = {**FORMAT[jenis], "bottom": 1, "bottom_color": GARIS, "bold": tebal}
        if isinstance(nilai, Rumus):
            format_rumus = self._buku.pengatur.get(gaya)
            self.sheet.write_formula(self._baris, kolom, f"={nilai.teks}", format_rumus, to_cell(nilai.nilai))
            return
        if jenis in {"nilai", "uang", "rupiah"} and isinstance(nilai, Fraction | Decimal | int):
            gaya["bg_color"] = ISIAN  # what was typed, here or in the settings
        biasa = float(nilai) if isinstance(nilai, Fraction) else nilai
        write_nilai(self.sheet, self._baris, kolom, biasa, self._buku.pengatur.get(gaya))

    def skip(self, jumlah: int = 1) -> None:
        """Leave rows empty."""
        self._baris += jumlah

    def cell(self, kunci: str, baris: int, *, luar: bool = True) -> str:
        """The address of a cell: "Capaian!$N$6", or "N6" for formulas of the same row and sheet."""
        huruf = xl_col_to_name(self._letak[kunci])
        return f"{self.nama}!${huruf}${baris}" if luar else f"{huruf}{baris}"

    def span(self, kunci: str, awal: int, akhir: int) -> str:
        """The address of a part of a column: "Capaian!$N$6:$N$9"."""
        huruf = xl_col_to_name(self._letak[kunci])
        return f"{self.nama}!${huruf}${awal}:${huruf}${akhir}"


def _text_of(isi: IsiSel) -> str:
    """The text that a cell must be high enough for; figures never wrap."""
    nilai = isi.nilai if isinstance(isi, Rumus) else isi
    return nilai if isinstance(nilai, str) else ""


def to_cell(nilai: Fraction | Decimal | int | str | None) -> float | int | str:
    """A value as a formula's stored result."""
    if nilai is None:
        return ""
    return float(nilai) if isinstance(nilai, Fraction | Decimal) else nilai
