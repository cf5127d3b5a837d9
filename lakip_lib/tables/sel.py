"""What all tables are made of: cells, footnotes, captions. Figures of hasil.json stand in runs of their own with a ref."""

import re
from collections.abc import Iterable
from decimal import Decimal

from lakip_lib.blok import Baris, Isi, Kolom, Run, join_text
from lakip_lib.formats import KOSONG, format_angka
from lakip_lib.istilah import ALASAN_LABEL, PERIODE, TW_LABEL, Alasan
from lakip_lib.measures.daerah import HasilDaerah
from lakip_lib.measures.desimal import bentuk_nilai, desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, IndikatorRincian
from lakip_lib.rujukan import format_nilai, format_ref, make_run, split_ref

__all__ = [
    "Catatan",
    "figure",
    "format_nilai",
    "format_ref",
    "kategori_cell",
    "kolom",
    "make_id",
    "make_run",
    "nilai_cell",
    "row",
    "say_empty",
    "say_periode",
    "split_ref",
    "text",
]
ANGKA_ATAS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
Runs = tuple[Run, ...]


def kolom(*judul: tuple[str, str, float]) -> tuple[Kolom, ...]:
    """Columns from (heading, alignment, relative width)."""
    return tuple(Kolom.model_validate({"judul": j, "rata": r, "lebar": w}) for j, r, w in judul)


def text(teks: object, *tambahan: Run, indentasi: int = 0, tinggi: int = 1, lebar: int = 1) -> Isi:
    """A cell of plain text ("–" for None and blank) and what follows it, a footnote mark, say."""
    isi = str(teks).strip() if teks is not None else ""
    return Isi(isi=(Run(teks=isi or KOSONG), *tambahan), indentasi=indentasi, tinggi=tinggi, lebar=lebar)


def figure(hasil: Hasil | HasilDaerah, jalur: str, bentuk: str = "", *tambahan: Run) -> Isi:
    """A cell with one figure of hasil.json."""
    return Isi(isi=(make_run(hasil, jalur, bentuk), *tambahan))


def number(x: Decimal | None, digits: int | None = 2, *, tanda: bool = False) -> Isi:
    """A cell with a figure that hasil.json does not hold."""
    return text(format_angka(x, digits, tanda_plus=tanda))


def kategori_cell(hasil: Hasil, jalur: str) -> Isi:
    """A category: its coloured square and its word; without one "–" and no square."""
    run = make_run(hasil, jalur)
    warna = {pita.label: pita.warna for pita in hasil.rincian.skala}
    return Isi(isi=(run,), kotak=warna.get(run.teks))


def nilai_cell(hasil: Hasil, item: IndikatorHasil, bagian: str, *tambahan: Run) -> Isi:
    """A target or realisasi of an indikator ("target", "lalu/realisasi", "renstra/target") with its own decimals."""
    bentuk = bentuk_nilai(hasil.get_rincian(item.kode))
    return figure(hasil, f"indikator/{item.kode}/{bagian}", bentuk, *tambahan)


def plain_nilai(teks: str | None, rincian: IndikatorRincian, *tambahan: Run) -> Isi:
    """A target or realisasi that hasil.json does not hold, with the decimals of its indikator."""
    return text(format_nilai(teks, desimal_of(rincian)), *tambahan)


def settle(cols: tuple[Kolom, ...], baris: Iterable[Baris]) -> tuple[Kolom, ...]:
    """The columns for these rows: one with letters or ranges among its figures is flush right, not on the comma."""
    beragam = {
        x
        for b in baris
        if sum(sel.lebar for sel in b.sel) == len(b.sel) == len(cols)
        for x, sel in enumerate(b.sel)
        if re.search(r"[^\W\d_]|\d–", join_text(sel.isi))
    }
    return tuple(
        k.model_copy(update={"rata": "kanan"}) if x in beragam and k.rata == "desimal" else k
        for x, k in enumerate(cols)
    )


def row(*sel: Isi, gaya: str = "biasa") -> Baris:
    """A row of cells."""
    return Baris.model_validate({"sel": sel, "gaya": gaya})


def say_empty(kolom: tuple[Kolom, ...], teks: str) -> tuple[Baris, ...]:
    """One row over all columns that says why there is nothing."""
    return (row(text(teks, lebar=len(kolom))),)


def say_periode(hasil: Hasil | HasilDaerah) -> str:
    """The time that figures speak of: "Tahun 2025", "s.d. Triwulan II Tahun 2025"."""
    if hasil.periode == "tahunan":
        return f"Tahun {hasil.tahun}"
    romawi = ("", "I", "II", "III", "IV")[PERIODE.index(hasil.periode)]
    return f"s.d. Triwulan {romawi} Tahun {hasil.tahun}"


def say_name(item: IndikatorHasil) -> str:
    """The indikator with its unit behind it."""
    return f"{item.nama} ({item.satuan})" if item.satuan else item.nama


def say_kini(hasil: Hasil | HasilDaerah) -> str:
    """The head over figures to date: "2025", "s.d. TW II 2025"."""
    tw = TW_LABEL.get(hasil.periode.lower())
    return f"s.d. {tw} {hasil.tahun}" if tw else str(hasil.tahun)


def say_alasan(item: IndikatorHasil, rincian: IndikatorRincian) -> str:
    """Why an indikator has no capaian, with the unit's own words; a target of the year only is none of a quarter."""
    if item.alasan is Alasan.TARGET_KOSONG and rincian.target_versi:
        apa = "target" if item.realisasi is not None else "target dan realisasi"
        return f"Belum dinilai: tidak ada {apa} sampai dengan triwulan ini."
    alasan = ALASAN_LABEL[Alasan(item.alasan)] if item.alasan else "tidak ada angka"
    milik = (rincian.alasan_unit or "").strip().rstrip(".")
    return f"Belum dapat dinilai: {alasan}" + (f" ({milik})." if milik else ".")


def make_id(kode: str, *bagian: str) -> str:
    """The stable id of a table: its kode and what it is about, with the characters that every format takes."""
    return "-".join(re.sub(r"[^A-Za-z0-9.]+", "-", teks).strip("-") for teks in (kode, *bagian) if teks)


class Catatan:
    """The notes under a table: those with a mark in a cell, equal texts sharing one, then general ones."""

    def __init__(self) -> None:
        """Start without notes."""
        self._tanda: dict[str, str] = {}
        self._umum: list[Runs] = []

    def mark(self, teks: str, tanda: str = "") -> Run:
        """The mark of a note, a raised number unless `tanda` is given."""
        if teks not in self._tanda:
            urut = sum(t != "*" for t in self._tanda.values()) + 1
            self._tanda[teks] = tanda or str(urut).translate(ANGKA_ATAS)
        return Run(teks=self._tanda[teks])

    def mark_all(self, teks: Iterable[str]) -> Runs:
        """The marks of several notes, with commas between."""
        marks = [self.mark(t) for t in teks]
        return tuple(r for n, mark in enumerate(marks) for r in ((Run(teks="\u2009"),) if n else ()) + (mark,))

    def add(self, *runs: Run | str) -> None:
        """A note without a mark."""
        self._umum.append(tuple(Run(teks=r) if isinstance(r, str) else r for r in runs))

    def list(self) -> tuple[Runs, ...]:
        """All notes in order of their marks."""
        return (*((Run(teks=f"{tanda} {teks}"),) for teks, tanda in self._tanda.items()), *self._umum)
