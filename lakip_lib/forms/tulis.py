"""A unit's form as a workbook, blank or answered; the same content gives the same bytes."""

import hashlib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from lakip_lib.forms.gaya import (
    OPSI_BUKU,
    TINGGI_BARIS,
    LembarLentur,
    Pengatur,
    count_baris,
    protect_lembar,
    set_halaman,
    style_kepala,
    style_sel,
    write_judul,
    write_komentar,
    write_nilai,
)
from lakip_lib.forms.isian import (
    BarisFormulir,
    IsiFormulir,
    KunciSel,
    NilaiIsi,
    Tanda,
    list_terbuka,
    locate_sel,
    plan_baris,
)
from lakip_lib.forms.kolom import BARIS_JUDUL_KOLOM, F1, F3, KOLOM_KODE, LEMBAR_ISIAN, LEMBAR_META, list_kolom_terbuka
from lakip_lib.forms.petunjuk import list_judul, name_kaki, write_catatan, write_meta, write_petunjuk
from lakip_lib.forms.skema import KolomIsian, LembarIsian
from lakip_lib.forms.validasi import build_aturan
from lakip_lib.istilah import AGREGASI_LABEL, TW, Agregasi
from lakip_lib.simpan import write_bytes

_MIN_BARIS = {"F1": 2, "F2": 4, "F3": 2, "F4": 1, "F5": 2}  # lines a row has at least, so that there is room to write
_TINGGI_TERBESAR = 400.0  # Excel allows 409 points
_CARA_TRIWULAN = {
    Agregasi.JUMLAH: "Tuliskan angka tiap triwulan saja, bukan jumlah sejak Januari.",
    Agregasi.AKHIR: "Tuliskan keadaan pada akhir tiap triwulan.",
    Agregasi.RATA: "Tuliskan angka tiap triwulan saja.",
    Agregasi.TERTINGGI: "Tuliskan angka tiap triwulan saja.",
    Agregasi.TERENDAH: "Tuliskan angka tiap triwulan saja.",
}
_LEGENDA = "Sel kuning diisi oleh unit; sel abu-abu sudah terisi dan dikunci. Penjelasan ada pada komentar judul kolom."
_TANPA_BARIS = "Unit ini tidak mempunyai baris pada lembar ini; lembar dapat dilewati."


def write_formulir(path: Path, isi: IsiFormulir) -> str:
    """Write the unit's blank form; the sha256 that its _meta carries comes back."""
    sha256 = hash_formulir(isi)
    write_bytes(path, _render(isi, sha256))
    return sha256


def hash_formulir(isi: IsiFormulir) -> str:
    """The sha256 of the blank form's bytes with an empty sha256 in _meta: what identifies a form as ours."""
    return hashlib.sha256(_render(isi, "")).hexdigest()


def write_balasan(
    path: Path, isi: IsiFormulir, nilai: Mapping[KunciSel, NilaiIsi], tanda: Sequence[Tanda] = ()
) -> None:
    """Write the reply: a fresh form with what the unit typed put back, findings framed, commented and listed.

    `nilai` is by (lembar, row key, nama_kolom); text stays text. What was typed over a locked cell is not put back:
    the finding says it. Rows that the unit added are kept.
    """
    write_bytes(path, _render(isi, hash_formulir(isi), nilai, tanda))


def _render(
    isi: IsiFormulir,
    sha256: str,
    nilai: Mapping[KunciSel, NilaiIsi] | None = None,
    tanda: Sequence[Tanda] | None = None,
) -> bytes:
    buffer = BytesIO()
    with Workbook(buffer, deepcopy(OPSI_BUKU)) as book:
        book.set_properties(
            {
                "title": f"Formulir data kinerja {isi.tahun}: {isi.nama_unit}",
                "author": isi.nama_instansi,
                "created": datetime.combine(isi.tanggal, time()),
            }
        )
        pengatur = Pengatur(book)
        typed = nilai or {}
        if tanda is not None:
            places = [*typed, *((t.lembar or "", t.baris or "", t.kolom or "") for t in tanda if t.baris)]
            write_catatan(book, pengatur, isi, tanda, locate_sel(isi, places))
        write_petunjuk(book, pengatur, isi)
        for lembar in LEMBAR_ISIAN:
            _LembarTulis(book, pengatur, isi, lembar).write(typed, tanda or ())
        write_meta(book, isi, sha256)
    return buffer.getvalue()


class _LembarTulis:
    """Writes one of the sheets F1–F5."""

    def __init__(self, book: Workbook, pengatur: Pengatur, isi: IsiFormulir, lembar: LembarIsian) -> None:
        self.sheet: LembarLentur = book.add_worksheet(lembar.nama, worksheet_class=LembarLentur)
        self.pengatur, self.isi, self.lembar = pengatur, isi, lembar

    def write(self, nilai: Mapping[KunciSel, NilaiIsi], tanda: Sequence[Tanda]) -> None:
        own = [t for t in tanda if t.lembar == self.lembar.kode]
        keys = [k[1] for k in nilai if k[0] == self.lembar.kode] + [t.baris for t in own if t.baris]
        rows = plan_baris(self.isi, self.lembar, keys)
        self._lebar = [_measure_lebar(k, rows) for k in self.lembar.kolom]
        self._write_head(bool(rows))
        for row in rows:
            self._write_row(row, nilai, own)
        self._set_view()

    def _write_head(self, has_rows: bool) -> None:
        judul = list_judul(self.isi, f"{self.lembar.kode} · {self.lembar.judul} {self.isi.tahun}")
        kolom = self.lembar.kolom
        write_judul(self.sheet, self.pengatur, [*judul, _LEGENDA if has_rows else _TANPA_BARIS], len(kolom))
        terbuka = list_kolom_terbuka(self.lembar, self.isi.periode)
        for i, k in enumerate(kolom):
            is_open = k.nama_kolom in terbuka
            self.sheet.set_column(i, i, self._lebar[i])
            self.sheet.write_string(BARIS_JUDUL_KOLOM - 1, i, k.judul, self.pengatur.get(style_kepala(terbuka=is_open)))
            write_komentar(self.sheet, BARIS_JUDUL_KOLOM - 1, i, _explain(k, is_open))
        self.sheet.set_row(BARIS_JUDUL_KOLOM - 1, 34)

    def _write_row(self, row: BarisFormulir, nilai: Mapping[KunciSel, NilaiIsi], tanda: Sequence[Tanda]) -> None:
        terbuka = list_terbuka(self.isi, self.lembar, row)
        lines = [_MIN_BARIS[self.lembar.kode]]
        for i, k in enumerate(self.lembar.kolom):
            value = self._choose(row, k, nilai)
            pesan = [t.pesan for t in tanda if (t.baris, t.kolom) == (row.kunci, k.nama_kolom)]
            is_open = k.nama_kolom in terbuka
            gaya = style_sel(k.jenis, value, terbuka=is_open, ditandai=bool(pesan))
            write_nilai(self.sheet, row.baris - 1, i, value, self.pengatur.get(gaya))
            if komentar := [*pesan, *self._explain_tahun(row, k)]:
                write_komentar(self.sheet, row.baris - 1, i, "\n".join(komentar))
            if is_open:
                self._validate(row, i, k)
            if isinstance(value, str):
                lines.append(count_baris(value, self._lebar[i]))
        self.sheet.set_tinggi(row.baris - 1, min(4 + TINGGI_BARIS * max(lines), _TINGGI_TERBESAR))

    def _explain_tahun(self, row: BarisFormulir, kolom: KolomIsian) -> list[str]:
        """How the year comes from the quarters, said once an indikator, where the first of them is typed."""
        agregasi = row.isi.get("agregasi")
        if (self.lembar.kode, kolom.nama_kolom) != ("F1", TW[0]) or not isinstance(agregasi, str):
            return []
        cara = Agregasi(agregasi)
        return [f"Realisasi setahun {row.isi.get('kode')}: {AGREGASI_LABEL[cara]}. {_CARA_TRIWULAN[cara]}"]

    def _choose(self, row: BarisFormulir, kolom: KolomIsian, nilai: Mapping[KunciSel, NilaiIsi]) -> NilaiIsi:
        """What stands in a cell: the unit's value where a unit writes, else the prefilled one."""
        key = (self.lembar.kode, row.kunci, kolom.nama_kolom)
        if row.tambahan and kolom.nama_kolom == "kode":
            return nilai.get(key, row.kunci.split("#")[0])
        if row.tambahan or kolom.ditulis_unit:
            return nilai.get(key, row.isi.get(kolom.nama_kolom))
        return row.isi.get(kolom.nama_kolom)

    def _validate(self, row: BarisFormulir, i: int, kolom: KolomIsian) -> None:
        aturan = build_aturan(kolom, row.isi, lembar=self.lembar.kode)
        if aturan is None and self.lembar.kode == "F4" and kolom.nama_kolom == "kode":
            aturan = self._offer_kode()
        if aturan:
            self.sheet.data_validation(row.baris - 1, i, row.baris - 1, i, aturan)

    def _offer_kode(self) -> dict[str, object] | None:
        """A list of the unit's codes to pick from, indikator and sub kegiatan; other codes pass without a word."""
        ada = [(lembar, rows) for lembar in (F1, F3) if (rows := plan_baris(self.isi, lembar))]
        if not ada:
            return None
        letak = [f"='{lembar.nama}'!$A${rows[0].baris}:$A${rows[-1].baris}" for lembar, rows in ada]
        banyak = sum(len(rows) for _, rows in ada)
        source = letak[0] if len(ada) == 1 else f"='{LEMBAR_META}'!${KOLOM_KODE}$1:${KOLOM_KODE}${banyak}"
        return {"validate": "list", "source": source, "show_error": False}

    def _set_view(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.freeze_panes(BARIS_JUDUL_KOLOM, self.lembar.beku)
        sheet.repeat_rows(BARIS_JUDUL_KOLOM - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        set_halaman(sheet, self.isi.kertas, name_kaki(self.isi, self.lembar.nama))
        protect_lembar(sheet)


def _explain(kolom: KolomIsian, is_open: bool) -> str:
    if is_open:
        return kolom.penjelasan + ("\nWajib diisi." if kolom.wajib else "")
    return kolom.penjelasan + "\nTerkunci."


def _measure_lebar(kolom: KolomIsian, rows: Sequence[BarisFormulir]) -> int:
    """The column's width in characters: a code or figure of the form is never cut (quarters are as wide as Target)."""
    if kolom.jenis not in ("kode", "angka", "rupiah"):
        return kolom.lebar
    known = "target" if kolom.boleh_huruf else kolom.nama_kolom
    shown = [str(row.isi.get(name) or "") for row in rows for name in (kolom.nama_kolom, known)]
    return max(kolom.lebar, *(len(text) + 2 for text in shown)) if shown else kolom.lebar
