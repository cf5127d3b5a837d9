"""A unit's filled form as typed: which unit it is of, and its rows by sheet, column and cell."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from lakip_lib.forms.kolom import KUNCI_META, LEMBAR_ISIAN, LEMBAR_META
from lakip_lib.forms.skema import LembarIsian, build_kunci_baris
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.intake.kepala import Kepala, find_kepala

TOTAL = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-?\s*rata|rerata)\b", re.IGNORECASE)


@dataclass(frozen=True)
class BarisIsian:
    """One row as typed: its key (kode, "kode#2" for a repeat, "#1" without kode), Excel row, and cells by column."""

    kunci: str
    baris: int
    sel: Mapping[str, Sel]
    tersembunyi: bool = False

    def teks(self, kolom: str) -> str:
        """What was typed in a column, trimmed, "" where nothing."""
        return self.sel[kolom].teks.strip() if kolom in self.sel else ""

    def alamat(self, kolom: int) -> str:
        """The address of this row's cell in a column by number, typed or not."""
        return f"{get_column_letter(kolom)}{self.baris}"

    @property
    def kode(self) -> str:
        """The typed kode, trimmed."""
        return self.teks("kode")


@dataclass(frozen=True)
class LembarTerbaca:
    """One sheet of a form as typed; `total` are rows that somebody added to sum up, `tak_dikenal` extra headings."""

    lembar: LembarIsian
    nama: str
    kolom: Mapping[str, int]
    baris: tuple[BarisIsian, ...]
    total: tuple[BarisIsian, ...] = ()
    tak_dikenal: tuple[str, ...] = ()
    tersembunyi: bool = False
    kolom_tersembunyi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Isian:
    """One submitted form: the file, its `_meta` (empty where there is none), and its sheets by code ("F1")."""

    buku: Buku
    meta: Mapping[str, str]
    lembar: Mapping[str, LembarTerbaca]
    judul: tuple[str, ...] = field(default=())  # texts above the tables, for guessing year and unit

    def rows(self, kode: str) -> tuple[BarisIsian, ...]:
        """The rows of a sheet, () where the sheet is missing."""
        return self.lembar[kode].baris if kode in self.lembar else ()


def read_isian(buku: Buku) -> Isian:
    """The form in a workbook: sheets found by name, else by their headings wherever they are."""
    meta = _read_meta(buku)
    lembar: dict[str, LembarTerbaca] = {}
    sisa = [s for s in buku.lembar if s.nama.strip().casefold() != LEMBAR_META]
    for skema in LEMBAR_ISIAN:
        found = _find_sheet(skema, sisa)
        if found is not None:
            sheet, kepala = found
            lembar[skema.kode] = _read_sheet(skema, sheet, kepala)
            sisa = [s for s in sisa if s is not sheet]
    return Isian(buku, meta, lembar, _read_titles(buku))


def _read_meta(buku: Buku) -> dict[str, str]:
    sheet = buku.get_lembar(LEMBAR_META)
    if sheet is None:
        return {}
    pairs = {row[1].teks.strip(): row[2].teks.strip() for _, row in sheet.rows() if 1 in row and 2 in row}
    return {kunci: pairs[kunci] for kunci in KUNCI_META if kunci in pairs}


def _kamus(skema: LembarIsian) -> dict[str, Collection[str]]:
    return {k.nama_kolom: (k.judul, *k.sinonim) for k in skema.kolom}


def _find_sheet(skema: LembarIsian, sheets: list[Lembar]) -> tuple[Lembar, Kepala] | None:
    """The sheet named like the form's, else the one whose headings fit best (at least half of the open columns)."""
    terbuka = [k.nama_kolom for k in skema.kolom if k.ditulis_unit]
    named = [s for s in sheets if re.match(rf"\W*{skema.kode}\b", s.nama.strip(), re.IGNORECASE)]
    candidates = []
    for sheet in named or sheets:
        kepala = find_kepala(sheet, _kamus(skema), minimal=2)
        if kepala is None:
            continue
        kepala = _claim_columns(skema, kepala)
        cocok = sum(nama in kepala.kolom for nama in terbuka)
        if named or cocok * 2 >= len(terbuka):
            candidates.append((cocok, sheet, kepala))
    if not candidates:
        return None
    _, sheet, kepala = max(candidates, key=lambda c: c[0])
    return sheet, kepala


def _claim_columns(skema: LembarIsian, kepala: Kepala) -> Kepala:
    """The header with columns that only the form's own spelling knows, such as "Realisasi Tahun 2025"."""
    kolom = dict(kepala.kolom)
    for nomor in kepala.tak_dikenal:
        found = skema.match_kolom(kepala.judul[nomor].replace(" / ", " "))
        if found is not None and found.nama_kolom not in kolom:
            kolom[found.nama_kolom] = nomor
    return replace(kepala, kolom=kolom, tak_dikenal=tuple(n for n in kepala.tak_dikenal if n not in kolom.values()))


def _read_sheet(skema: LembarIsian, sheet: Lembar, kepala: Kepala) -> LembarTerbaca:
    rows: list[tuple[int, dict[str, Sel]]] = []
    total: list[tuple[int, dict[str, Sel]]] = []
    for nomor, cells in sheet.rows():
        if nomor < kepala.awal_data:
            continue
        typed = {nama: cells[k] for nama, k in kepala.kolom.items() if k in cells and _is_typed(cells[k])}
        if not typed:
            continue
        target = total if _is_total(skema, typed, cells) else rows
        target.append((nomor, typed))
    keys = build_kunci_baris([typed["kode"].teks if "kode" in typed else None for _, typed in rows])
    hidden = sheet.baris_tersembunyi
    return LembarTerbaca(
        skema,
        sheet.nama,
        kepala.kolom,
        tuple(BarisIsian(k, n, t, n in hidden) for k, (n, t) in zip(keys, rows, strict=True)),
        tuple(BarisIsian("", n, t, n in hidden) for n, t in total),
        tuple(kepala.judul[k] for k in kepala.tak_dikenal),
        sheet.tersembunyi,
        tuple(nama for nama, k in kepala.kolom.items() if k in sheet.kolom_tersembunyi),
    )


def _is_typed(sel: Sel) -> bool:
    return bool(sel.teks.strip()) or sel.formula is not None or sel.galat is not None


def _is_total(skema: LembarIsian, typed: Mapping[str, Sel], cells: Mapping[int, Sel]) -> bool:
    """A row that sums up: no kode of its own, and a word such as "Jumlah" among its first cells."""
    if skema.kode not in {"F1", "F3"}:
        return False
    kode = typed["kode"].teks.strip() if "kode" in typed else ""
    first = [sel.teks.strip() for sel in list(cells.values())[:3]]
    return (not kode or bool(TOTAL.match(kode))) and any(TOTAL.match(teks) for teks in first)


def _read_titles(buku: Buku) -> tuple[str, ...]:
    return tuple(
        sel.teks.strip()
        for sheet in buku.lembar
        for (baris, _), sel in sorted(sheet.sel.items())
        if baris <= 4 and isinstance(sel.nilai, str)
    )


def guess_unit(isian: Isian, kode_unit: Collection[str], pemilik: Mapping[str, str]) -> str | None:
    """The unit a form is of: by _meta, else by file name, else the owner (indikator → unit) of most of its codes."""
    dikenal = {kode.casefold(): kode for kode in kode_unit}
    if (meta := isian.meta.get("unit", "").casefold()) in dikenal:
        return dikenal[meta]
    nama = isian.buku.berkas.rpartition("/")[2].casefold()
    in_name = [kode for low, kode in dikenal.items() if re.search(rf"(?<![a-z0-9]){re.escape(low)}(?![a-z0-9])", nama)]
    if len(in_name) == 1:
        return in_name[0]
    votes = Counter(pemilik[b.kode] for kode in ("F1", "F2") for b in isian.rows(kode) if b.kode in pemilik)
    return votes.most_common(1)[0][0] if votes else None
