"""A unit's filled form as typed: which unit it is of, and its rows by sheet, column and cell."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from lakip_lib.forms.kolom import KUNCI_META, LEMBAR_ISIAN, LEMBAR_META
from lakip_lib.forms.skema import LembarIsian, build_kunci_baris
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.intake.kepala import Kepala, find_kepala, normalise_judul
from lakip_lib.intake.nilai import read_kode

TOTAL = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-?\s*rata|rerata)\b", re.IGNORECASE)


@dataclass(frozen=True)
class BarisIsian:
    """One row as typed: its key (kode, "kode#2" for a repeat, "#1" without kode), Excel row, and cells by column.

    `kode` is the typed one, after `match_rows` as the planning writes it; `lain` are cells under headings that the
    form does not have, by heading.
    """

    kunci: str
    baris: int
    sel: Mapping[str, Sel]
    tersembunyi: bool = False
    kode: str = ""
    lain: Mapping[str, Sel] = field(default_factory=dict)

    def teks(self, kolom: str) -> str:
        """What was typed in a column, trimmed, "" where nothing."""
        return self.sel[kolom].teks.strip() if kolom in self.sel else ""

    def alamat(self, kolom: int) -> str:
        """The address of this row's cell in a column by number, typed or not."""
        return f"{get_column_letter(kolom)}{self.baris}"


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
    judul: list[str] = []
    sisa = [s for s in buku.lembar if s.nama.strip().casefold() != LEMBAR_META]
    for skema in LEMBAR_ISIAN:
        found = _find_sheet(skema, sisa)
        if found is not None:
            sheet, kepala = found
            lembar[skema.kode] = _read_sheet(skema, sheet, kepala)
            judul.extend(_read_titles(sheet, kepala.baris[0]))
            sisa = [s for s in sisa if s is not sheet]
    return Isian(buku, meta, lembar, tuple(judul))


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
    rows: list[BarisIsian] = []
    total: list[BarisIsian] = []
    for nomor, cells in sheet.rows():
        typed = {nama: cells[k] for nama, k in kepala.kolom.items() if k in cells and _is_typed(cells[k])}
        if nomor < kepala.awal_data or not typed:
            continue
        kode = read_kode(typed["kode"]) if "kode" in typed else ""
        lain = {kepala.judul[k]: cells[k] for k in kepala.tak_dikenal if k in cells and _is_typed(cells[k])}
        target = total if _is_total(skema, typed, cells) else rows
        target.append(BarisIsian("", nomor, typed, nomor in sheet.baris_tersembunyi, kode, lain))
    return LembarTerbaca(
        skema,
        sheet.nama,
        kepala.kolom,
        tuple(_set_kunci(rows)),
        tuple(replace(baris, kunci=f"jumlah#{n}") for n, baris in enumerate(total, 1)),
        tuple(kepala.judul[k] for k in kepala.tak_dikenal),
        sheet.tersembunyi,
        tuple(nama for nama, k in kepala.kolom.items() if k in sheet.kolom_tersembunyi),
    )


def _set_kunci(rows: Sequence[BarisIsian]) -> list[BarisIsian]:
    keys = build_kunci_baris([baris.kode for baris in rows])
    return [replace(baris, kunci=kunci) for baris, kunci in zip(rows, keys, strict=True)]


def match_rows(isian: Isian, nama: Mapping[str, str | None]) -> Isian:
    """The form with the kode of F1 and F2 rows as the planning writes it (`nama` of each indikator by kode).

    Case and blanks in a kode do not count; a row without kode is known by its indikator's exact name.
    """
    lembar = {
        kode: replace(terbaca, baris=tuple(_set_kunci([_match_row(baris, nama) for baris in terbaca.baris])))
        for kode, terbaca in isian.lembar.items()
        if kode in {"F1", "F2"}
    }
    return replace(isian, lembar={**isian.lembar, **lembar})


def _match_row(baris: BarisIsian, nama: Mapping[str, str | None]) -> BarisIsian:
    if baris.kode in nama:
        return baris
    if baris.kode:
        found = [kode for kode in nama if kode.casefold() == baris.kode.casefold()]
    else:
        judul = normalise_judul(baris.teks("indikator"))
        found = [kode for kode, teks in nama.items() if judul and normalise_judul(teks or "") == judul]
    return replace(baris, kode=found[0]) if len(found) == 1 else baris


def _is_typed(sel: Sel) -> bool:
    return bool(sel.teks.strip()) or sel.formula is not None or sel.galat is not None


def _is_total(skema: LembarIsian, typed: Mapping[str, Sel], cells: Mapping[int, Sel]) -> bool:
    """A row that sums up: no kode and no satuan of its own, and a word such as "Jumlah" among its first cells."""
    if skema.kode not in {"F1", "F3"} or "satuan" in typed:
        return False
    kode = typed["kode"].teks.strip() if "kode" in typed else ""
    first = [sel.teks.strip() for sel in list(cells.values())[:3]]
    return (not kode or bool(TOTAL.match(kode))) and any(TOTAL.match(teks) for teks in first)


def _read_titles(sheet: Lembar, kepala: int) -> list[str]:
    """The texts above a table's header, from top to bottom."""
    return [
        s.teks.strip() for (baris, _), s in sorted(sheet.sel.items()) if baris < kepala and isinstance(s.nilai, str)
    ]


def find_unit(berkas: str, kode_unit: Collection[str]) -> str | None:
    """The unit whose kode stands as a word in a file's name, the longest of several; None where none does."""
    nama = berkas.rpartition("/")[2].casefold()
    found = [k for k in kode_unit if re.search(rf"(?<![a-z0-9]){re.escape(k.casefold())}(?![a-z0-9])", nama)]
    longest = [k for k in found if len(k) == max(map(len, found))]
    return longest[0] if len(longest) == 1 else None


def guess_unit(isian: Isian, kode_unit: Collection[str], pemilik: Mapping[str, str]) -> str | None:
    """The unit a form is of: by _meta, else by file name, else the owner (indikator → unit) of most of its codes.

    Where the name and the codes both speak of one other unit, _meta was copied and they count.
    """
    dikenal = {kode.casefold(): kode for kode in kode_unit}
    meta = dikenal.get(isian.meta.get("unit", "").casefold())
    nama = find_unit(isian.buku.berkas, kode_unit)
    votes = Counter(pemilik[b.kode] for kode in ("F1", "F2") for b in isian.rows(kode) if b.kode in pemilik)
    isi = dikenal.get(min(votes, key=lambda unit: (-votes[unit], unit)).casefold()) if votes else None
    return nama if nama and nama == isi else meta or nama or isi
