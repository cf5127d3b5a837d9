"""Finding a table's header wherever it is: after titles, over one to several rows, merged, with column numbers.

    kepala = find_kepala(lembar, {"kode": ["kode", "no urut"], "pagu": ["pagu", "anggaran rp"]}, wajib=["kode"])
    kepala.kolom["pagu"], kepala.awal_data, kepala.tak_dikenal

Synonyms and headings are compared by `normalise_judul` (no case, blanks, line breaks or punctuation). The heading of
a column under a merged one is both ("Realisasi" over "(Rp)" is "realisasi rp"); it also matches by its last parts
("rp") and, last of all, by its first ("realisasi"). Each field takes one column, each column one field.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Lembar, Sel

BARIS_MAKS = 60  # rows in which a header is sought
TINGGI_MAKS = 8  # rows a header may take
BOBOT = (1.0, 0.99, 0.9, 0.6)  # whole heading, without its brackets, its last parts, its first parts
_NOMOR = re.compile(r"\(?(\d{1,2})[a-z]?\)?\s*(?:[=(:].*)?", re.IGNORECASE)
_NAMA_MEDAN = re.compile(r"[a-z]\w*")  # field names of databases and scripts: case_id, hitung
_TAHUN = re.compile(r"(?:19|20)\d{2}")
KATA_JUDUL = frozenset({
    "akhir", "alokasi", "anggaran", "apbd", "arah", "awal", "bobot", "bulan", "capaian", "dana", "data",
    "definisi", "deskripsi", "formula", "formulasi", "id", "indikator", "instansi", "jenis", "jumlah",
    "kategori", "kegiatan", "keterangan", "kinerja", "kode", "kondisi", "level", "lokasi", "nama", "nilai",
    "no", "nomor", "pagu", "penanggung", "penjelasan", "perangkat", "periode", "persen", "persentase", "pic",
    "polarisasi", "prioritas", "program", "realisasi", "rekening", "rencana", "sasaran", "satuan", "sebelum",
    "selisih", "sesudah", "setelah", "skpd", "solusi", "status", "sumber", "tahun", "tanggal", "target",
    "total", "triwulan", "tujuan", "unit", "uraian", "urusan", "urut", "versi", "waktu",
})  # fmt: skip


@dataclass(frozen=True)
class Kepala:
    """A header: its rows, the column of each field found, where data begin, and every heading as typed.

    `judul` maps column to heading (parts of a stacked one joined by " / "); `tak_dikenal` lists the columns that no
    field claimed. Rows and columns count from 1. `awal_data` is the first row that may hold data.
    """

    baris: tuple[int, ...]
    kolom: dict[str, int]
    awal_data: int
    judul: dict[int, str]
    tak_dikenal: tuple[int, ...] = ()

    def get_sel(self, baris: Mapping[int, Sel], medan: str) -> Sel | None:
        """The cell of a field in a row of `Lembar.rows()`, None when the field or the cell is not there."""
        kolom = self.kolom.get(medan)
        return None if kolom is None else baris.get(kolom)


@lru_cache(maxsize=20_000)
def normalise_judul(teks: str) -> str:
    """The text as compared: lower case, "%" as "persen", other punctuation and line breaks as single blanks."""
    return " ".join(re.findall(r"\w+", clean_teks(teks).casefold().replace("%", " persen ").replace("_", " ")))


def find_kepala(
    lembar: Lembar,
    kamus: Mapping[str, Collection[str]],
    *,
    wajib: Collection[str] = (),
    minimal: int = 2,
    mulai: int = 1,
) -> Kepala | None:
    """The header that names most fields of `kamus` (field to synonyms), from row `mulai` on; None when there is none.

    It must name at least `minimal` fields (or all there are) and every field in `wajib`. Of equals the lower one with
    fewer rows wins, then the first on the sheet.
    """
    sinonim = {normalise_judul(s): medan for medan, daftar in kamus.items() for s in (medan, *daftar)}
    peta = _Peta(lembar)
    terbaik: tuple[float, int, int] | None = None
    hasil = None
    for baris in _start_rows(lembar, mulai):
        for blok in _blocks(peta, baris):
            kolom, nilai = _assign(blok.jalur, sinonim)
            if len(kolom) < min(minimal, len(kamus)) or not set(wajib) <= set(kolom):
                continue
            urutan = (nilai, -len(blok.baris), -baris)
            if terbaik is None or urutan > terbaik:
                terbaik, hasil = urutan, _make_kepala(blok, kolom)
    return hasil


def guess_kepala(lembar: Lembar) -> Kepala | None:
    """A header found without a dictionary, by words that are usual in headings; `kolom` is empty."""
    peta = _Peta(lembar)
    terbaik: tuple[int, int, int] | None = None
    hasil = None
    for baris in _start_rows(lembar, 1):
        if not _may_be_header(list(peta.isi[baris].values())):
            continue
        blok = next(_blocks(peta, baris))
        cocok = sum(_is_heading(path) for path in blok.jalur.values())
        urutan = (cocok, -len(blok.baris), -baris)
        if cocok * 2 >= len(blok.jalur) and (terbaik is None or urutan > terbaik):
            terbaik, hasil = urutan, _make_kepala(blok, {})
    return hasil


def _is_heading(path: tuple[str, ...]) -> bool:
    return bool(KATA_JUDUL & set(normalise_judul(" ".join(path)).split())) or bool(_NAMA_MEDAN.fullmatch(path[-1]))


def is_number_row(cells: Collection[Sel]) -> bool:
    """Whether a row only numbers the columns: 1 2 3, (1) (2), "13 = 9 + 10"; its cells in order of columns."""
    nomor = [_NOMOR.fullmatch(clean_teks(c.teks)) for c in cells]
    urut = [int(m[1]) for m in nomor if m]
    return len(urut) == len(nomor) >= 2 and urut[0] <= 2 and all(0 < b - a <= 2 for a, b in pairwise(urut))


@dataclass(frozen=True)
class _Blok:
    """A candidate: its header rows, the path of headings over each column, and the first row after it."""

    baris: tuple[int, ...]
    jalur: dict[int, tuple[str, ...]]
    awal_data: int


class _Peta:
    """The top of a sheet prepared for looking up headings: rows, and for each covered cell its merged range."""

    def __init__(self, lembar: Lembar) -> None:
        self.isi: dict[int, dict[int, Sel]] = {}
        for (baris, kolom), sel in lembar.sel.items():
            if sel.teks.strip():
                self.isi.setdefault(baris, {})[kolom] = sel
        self.isi = {b: dict(sorted(self.isi[b].items())) for b in sorted(self.isi)}
        self.urut = list(self.isi)
        self.rentang = {}
        for b1, k1, b2, k2 in lembar.gabungan:
            if b2 - b1 < TINGGI_MAKS and k2 - k1 < 200:
                for b in range(b1, b2 + 1):
                    for k in range(k1, k2 + 1):
                        self.rentang[(b, k)] = (b1, k1, b2, k2)

    def text(self, baris: int, kolom: int) -> str:
        """What stands in a cell, or in the merged range over it (unless that begins in a row of column numbers)."""
        b1, k1, *_ = self.rentang.get((baris, kolom), (baris, kolom))
        sel = self.isi.get(b1, {}).get(k1)
        if sel is None or (b1 != baris and is_number_row(self.isi[b1].values())):
            return ""
        return clean_teks(sel.teks)

    def next_row(self, baris: int) -> int | None:
        """The next row with content."""
        return next((b for b in self.urut if b > baris), None)


def _start_rows(lembar: Lembar, mulai: int) -> list[int]:
    rows = sorted({b for (b, _), s in lembar.sel.items() if b >= mulai and s.teks.strip()})
    return rows[:BARIS_MAKS]


def _blocks(peta: _Peta, awal: int) -> Iterator[_Blok]:
    """The header that starts in a row: as its merges and shape say, then with one and two more rows of text."""
    rows, akhir = _extend(peta, awal)
    yield _make_blok(peta, rows, akhir)
    for _ in range(2):
        berikut = peta.next_row(akhir)
        if berikut is None or any(_is_amount(s) for s in peta.isi[berikut].values()):
            return
        rows, akhir = [*rows, berikut], berikut
        yield _make_blok(peta, rows, akhir)


def _extend(peta: _Peta, awal: int) -> tuple[list[int], int]:
    """The rows of a header (column-number rows left out) and the last row it takes."""
    akhir = _merge_end(peta, awal, awal)
    rows = [b for b in peta.urut if awal <= b <= akhir and not is_number_row(peta.isi[b].values())]
    while (berikut := peta.next_row(akhir)) is not None and berikut - awal < TINGGI_MAKS:
        cells = peta.isi[berikut]
        if is_number_row(cells.values()):
            akhir = berikut
        elif _is_leaf_row(peta, cells, berikut, rows):
            akhir = _merge_end(peta, berikut, berikut)
            rows.append(berikut)
        else:
            break
    return rows, akhir


def _merge_end(peta: _Peta, awal: int, akhir: int) -> int:
    for b in range(awal, akhir + TINGGI_MAKS):
        if b > akhir:
            break
        akhir = max([akhir, *(peta.rentang.get((b, k), (0, 0, b, 0))[2] for k in peta.isi.get(b, {}))])
    return akhir


def _is_leaf_row(peta: _Peta, cells: Mapping[int, Sel], baris: int, rows: list[int]) -> bool:
    """Whether a row holds sub-headings: text only, each under a wide heading, or a few words again and again."""
    if any(_is_amount(s) and not _TAHUN.fullmatch(s.teks.strip()) for s in cells.values()) or len(cells) < 2:
        return False
    if len({normalise_judul(s.teks) for s in cells.values()}) * 2 <= len(cells) >= 4:
        return True
    return all(any(_is_wide(peta, b, k) for b in rows) for k in cells)


def _is_wide(peta: _Peta, baris: int, kolom: int) -> bool:
    rentang = peta.rentang.get((baris, kolom))
    return rentang is not None and rentang[3] > rentang[1] and bool(peta.text(baris, kolom))


def _is_amount(sel: Sel) -> bool:
    if isinstance(sel.nilai, bool):
        return False
    return isinstance(sel.nilai, int | float) or bool(re.fullmatch(r"[\d.,\s%()-]*\d[\d.,\s%()-]*", sel.teks))


def _may_be_header(cells: list[Sel]) -> bool:
    teks = [s for s in cells if not _is_amount(s)]
    angka = [s for s in cells if _is_amount(s) and not _TAHUN.fullmatch(s.teks.strip())]
    return len(teks) >= 2 and not angka and all(len(s.teks) <= 200 for s in cells)


def _make_blok(peta: _Peta, rows: list[int], akhir: int) -> _Blok:
    kolom = sorted({k for b in rows for k in _columns(peta, b)})
    jalur = {k: path for k in kolom if (path := _path(peta, rows, k))}
    awal_data = next((b for b in peta.urut if b > akhir and jalur.keys() & peta.isi[b].keys()), akhir + 1)
    return _Blok(tuple(rows), jalur, awal_data)


def _columns(peta: _Peta, baris: int) -> Iterator[int]:
    for k in peta.isi.get(baris, {}):
        rentang = peta.rentang.get((baris, k))
        yield from range(k, rentang[3] + 1) if rentang else (k,)


def _path(peta: _Peta, rows: list[int], kolom: int) -> tuple[str, ...]:
    """The headings over a column from top to bottom, each once."""
    parts: list[str] = []
    for i, b in enumerate(rows):
        teks = peta.text(b, kolom) or _inherit(peta, rows[i:], kolom)
        if teks and (not parts or teks != parts[-1]):
            parts.append(teks)
    return tuple(parts)


def _inherit(peta: _Peta, rows: list[int], kolom: int) -> str:
    """The nearest heading to the left in an upper row that was never merged, for a column with text only below."""
    if len(rows) < 2 or (rows[0], kolom) in peta.rentang or not peta.text(rows[1], kolom):
        return ""
    kiri = [k for k in peta.isi.get(rows[0], {}) if k < kolom]
    if not kiri or (rows[0], kiri[-1]) in peta.rentang or not peta.text(rows[1], kiri[-1]):
        return ""
    return peta.text(rows[0], kiri[-1])


def _assign(jalur: Mapping[int, tuple[str, ...]], sinonim: Mapping[str, str]) -> tuple[dict[str, int], float]:
    """Columns given to fields, the surest matches first, and how sure all of it is."""
    kolom: dict[str, int] = {}
    nilai = 0.0
    for tingkat, bobot in enumerate(BOBOT):
        for k, path in jalur.items():
            if k in kolom.values():
                continue
            medan = next((m for s in _spellings(path, tingkat) if (m := sinonim.get(s)) and m not in kolom), None)
            if medan is not None:
                kolom[medan] = k
                nilai += bobot
    return kolom, nilai


@lru_cache(maxsize=20_000)
def _spellings(path: tuple[str, ...], tingkat: int) -> tuple[str, ...]:
    """The ways of writing a heading at one level of BOBOT."""
    match tingkat:
        case 0:
            return (normalise_judul(" ".join(path)),)
        case 1:
            return (normalise_judul(re.sub(r"\([^()]*\)", " ", " ".join(path))),)
        case 2:
            return tuple(normalise_judul(" ".join(path[i:])) for i in range(1, len(path)))
    return tuple(normalise_judul(" ".join(path[:i])) for i in range(len(path) - 1, 0, -1))


def _make_kepala(blok: _Blok, kolom: dict[str, int]) -> Kepala:
    judul = {k: " / ".join(path) for k, path in blok.jalur.items()}
    lain = tuple(k for k in judul if k not in kolom.values())
    return Kepala(blok.baris, dict(sorted(kolom.items(), key=lambda i: i[1])), blok.awal_data, judul, lain)
