"""What the templates ask of the blocks: places, sort values, lists, identifiers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from lakip_lib.blok import Dokumen, Gambar, Isi, Judul, Tabel, join_text
from lakip_lib.formats import parse_angka
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.rujukan import split_ref

PX_MM = 96 / 25.4
DAFTAR_SAMPAI = 3  # deepest heading level in the lists of contents
_WARNA = re.compile(r"#[0-9a-fA-F]{6}")
_ANGKA = re.compile(r"[-−–(]?(?:Rp\s?)?\d[\d.]*(,\d+)?(\D*)")


@dataclass
class Halaman:
    """One page being made: the document, and which figures already have their anchor."""

    dokumen: Dokumen
    sudah: set[str] = field(default_factory=set)

    def claim_anchor(self, ref: str) -> str | None:
        """The id of a figure's anchor, once; None for every further run with the same ref."""
        if ref in self.sudah:
            return None
        self.sudah.add(ref)
        return name_anchor(ref)

    def list_headings(self) -> Iterator[Judul]:
        """The headings of Daftar Isi."""
        for blok in self.dokumen.blok:
            if isinstance(blok, Judul) and blok.daftar and blok.tingkat <= DAFTAR_SAMPAI:
                yield blok

    def list_annexes(self) -> Iterator[Judul]:
        """The headings that open an annex."""
        for blok in self.dokumen.blok:
            if isinstance(blok, Judul) and blok.nomor.casefold().startswith("lampiran"):
                yield blok

    def list_captions(self, jenis: str) -> Iterator[Tabel | Gambar]:
        """The numbered tables ("tabel") or figures ("gambar")."""
        tipe = Tabel if jenis == "tabel" else Gambar
        for blok in self.dokumen.blok:
            if isinstance(blok, tipe) and blok.nomor:
                yield blok

    def collect_explanations(self) -> dict[str, dict[str, Any]]:
        """The explanations that some figure of the page opens, by path."""
        dibuka = {name_jalur(ref) for ref in self.sudah}
        return {jalur: isi.model_dump() for jalur, isi in self.dokumen.penjelasan.items() if jalur in dibuka}

    def collect_figures(self) -> dict[str, dict[str, Any]]:
        """The plotly figures by id."""
        return {blok.id: blok.figur for blok in self.dokumen.blok if isinstance(blok, Gambar)}


def name_jalur(ref: str) -> str:
    """The path of a ref without the form it is printed in: what explanations are kept by."""
    return split_ref(ref)[0]


def name_anchor(ref: str) -> str:
    """The id by which a figure is addressed: "ref-" and the ref; an id holds no white space."""
    return "ref-" + re.sub(r"\s", "_", ref)


def break_lines(teks: str) -> Markup:
    """The text, escaped, with a line break where a new line was typed."""
    return Markup("<br>").join(escape(baris) for baris in clean_text(teks).split("\n"))


def pick_link(tautan: str | None) -> str | None:
    """The address if it leads to http(s) or into the page; None otherwise."""
    return tautan if tautan and tautan.lower().startswith(("#", "http://", "https://")) else None


def pick_image(uri: str | None) -> str | None:
    """The data URI of a picture; None for anything that would be fetched."""
    return uri if uri and uri.startswith("data:image/") else None


def pick_colour(warna: str | None) -> str | None:
    """The colour if it is "#rrggbb"."""
    return warna if warna and _WARNA.fullmatch(warna) else None


def is_sortable(tabel: Tabel) -> bool:
    """Whether rows may change places: two or more, no tree, no subtotals, and only totals span columns."""
    biasa = [baris for baris in tabel.baris if baris.gaya == "biasa"]
    pohon = any(baris.gaya == "sub" for baris in tabel.baris) or any(s.indentasi for b in biasa for s in b.sel)
    return tabel.urut and len(biasa) > 1 and not pohon and all(sel.lebar == 1 for baris in biasa for sel in baris.sel)


def find_sort_value(isi: Isi) -> str | None:
    """The number a cell stands for, with a dot; None where it holds no number."""
    teks = join_text(isi.isi).rstrip("* ")
    if not any(h.isdigit() for h in teks):
        return None
    if teks.startswith("(") and teks.endswith(")"):
        teks = f"-{teks[1:-1]}"
    angka = parse_angka(teks, desimal_kolom="koma")
    return None if angka.nilai is None else f"{angka.nilai:f}"


def place_cells(tabel: Tabel) -> list[list[tuple[Isi, int]]]:
    """Each row's cells with the place of the column they begin in."""
    sisa: dict[int, tuple[int, int]] = {}
    hasil = []
    for baris in tabel.baris:
        letak, kolom = [], 0
        for sel in baris.sel:
            kolom = _skip(kolom, sisa)
            letak.append((sel, kolom))
            if sel.tinggi > 1:
                sisa[kolom] = (sel.tinggi, sel.lebar)
            kolom += sel.lebar
        sisa = {k: (tinggi - 1, lebar) for k, (tinggi, lebar) in sisa.items() if tinggi > 1}
        hasil.append(letak)
    return hasil


def _skip(kolom: int, sisa: dict[int, tuple[int, int]]) -> int:
    """The next column that no cell from above still covers."""
    while kolom in sisa:
        kolom += sisa[kolom][1]
    return kolom


def measure_tails(tabel: Tabel) -> list[float]:
    """For each column the widest part behind the units digit, in widths of a digit; 0 where it is not desimal."""
    hasil = [0.0] * len(tabel.kolom)
    for baris in place_cells(tabel):
        for sel, kolom in baris:
            if tabel.kolom[kolom].rata == "desimal" and sel.lebar == 1:
                hasil[kolom] = max(hasil[kolom], measure_tail(join_text(sel.isi)))
    return hasil


def measure_tail(teks: str) -> float:
    """The width of what follows the units digit, in widths of a digit; a comma is half a digit wide."""
    angka = _ANGKA.fullmatch(teks.strip())
    if angka is None:
        return 0.0
    pecahan = angka[1] or ""
    return (len(pecahan) - 0.5 if pecahan else 0.0) + len(angka[2].strip())


def pad_decimal(isi: Isi, ekor: float) -> float:
    """How far a figure moves to the left so that the commas of its column lie under one another."""
    return max(0.0, ekor - measure_tail(join_text(isi.isi))) if isi.lebar == 1 else 0.0


def merge_head(tabel: Tabel) -> tuple[list[tuple[str, int, int, int | None]], list[int]]:
    """First head row as (text, columns, rows, place of its column or None), and the columns of the second row."""
    if not tabel.kepala_atas:
        return [(kolom.judul, 1, 1, letak) for letak, kolom in enumerate(tabel.kolom)], []
    atas: list[tuple[str, int, int, int | None]] = []
    bawah: list[int] = []
    letak = 0
    for teks, rentang in tabel.kepala_atas:
        kolom = range(letak, letak + rentang)
        if teks:
            atas.append((teks, rentang, 1, None))
            bawah += kolom
        else:
            atas += [(tabel.kolom[satu].judul, 1, 2, satu) for satu in kolom]
        letak += rentang
    return atas, bawah


def measure_height(gambar: Gambar) -> int:
    """The height of a chart in CSS pixels: what the figure asks for, otherwise the block's millimetres."""
    tinggi = gambar.figur.get("layout", {}).get("height")
    return round(tinggi if isinstance(tinggi, int | float) else gambar.tinggi * PX_MM)
