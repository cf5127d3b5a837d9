"""The frame that all charts share: title and subtitle, exact heights in pixels, keys, and the table of their data."""

from collections.abc import Sequence
from typing import Any

from lakip_lib.blok import Baris, Gambar, Isi, Kolom, Run, Tabel
from lakip_lib.charts.teks import (
    BARIS_JUDUL,
    BESAR,
    KECIL,
    UKURAN,
    escape,
    join_lines,
    measure,
    paint,
    wrap,
    wrap_parts,
)
from lakip_lib.charts.tema import ABU, INK, LEBAR_SEMPIT, PX_MM, QUIET, TEMPLATE, TEPI

Json = dict[str, Any]
SUMBER = "Formulir isian bidang dan dokumen perencanaan, diolah"
SUMBER_UANG = "Laporan realisasi anggaran, diolah"


def make_title(judul: str, anak: str, lebar: float = LEBAR_SEMPIT) -> tuple[Json, float]:
    """Title and subtitle as Plotly's title, wrapped for narrow pages, and the height they take."""
    atas = wrap_parts(judul, lebar, BESAR, tebal=True)
    bawah = wrap_parts(anak, lebar, UKURAN) if anak else ()
    teks = f"<b>{join_lines(atas)}</b>"
    if bawah:
        teks += "<br>" + paint(join_lines(bawah), ABU, ukuran=UKURAN)
    return {"text": teks}, TEPI + (len(atas) + len(bawah)) * BARIS_JUDUL


def make_label(teks: str, x: float, y: float, **sifat: Any) -> Json:
    """A quiet annotation without arrow; x in paper width unless told, y in pixels from the plot's top."""
    dasar = {
        "text": teks,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": UKURAN, "color": INK},
    }
    return dasar | sifat


def make_rule(y: float) -> Json:
    """A quiet hairline across the plot, y in pixels from its top."""
    garis = {"color": QUIET, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": garis, "layer": "below"}


def make_key(butir: Sequence[tuple[str, str]], y: float, *, lebar: float = LEBAR_SEMPIT) -> tuple[list[Json], float]:
    """A key of (colour, word): squares with an ink hairline, in one row or in columns; also its height.

    A colour "" is the hatched "–" of what could not be assessed.
    """
    letak, baris = _place_key([measure(kata, KECIL) + 26 for _, kata in butir], lebar)
    label: list[Json] = []
    for (warna, kata), (kiri, ke) in zip(butir, letak, strict=True):
        atas = y + ke * 17
        kotak = {"bgcolor": warna or "white", "bordercolor": INK, "borderwidth": 0.75, "width": 9, "height": 9}
        isi = "" if warna else "–"
        label.append(make_label(isi or " ", 0, atas + 2, font={"size": 8, "color": ABU}, xshift=kiri + 1, **kotak))
        label.append(make_label(escape(kata), 0, atas, font={"size": KECIL, "color": ABU}, xshift=kiri + 17))
    return label, 17 * baris


def _place_key(panjang: Sequence[float], lebar: float) -> tuple[list[tuple[float, int]], int]:
    """Where each entry of a key begins, its row, and how many rows: one row where all fit, else columns alike."""
    if sum(panjang) <= lebar:
        return [(sum(panjang[:n]), 0) for n in range(len(panjang))], 1
    kolom = max(1, min(len(panjang), int(lebar // max(panjang))))
    return [(n % kolom * max(panjang), n // kolom) for n in range(len(panjang))], -(-len(panjang) // kolom)


def make_layout(judul: tuple[str, str], tinggi: float, *, bawah: float = TEPI, atas: float = 0, **sifat: Any) -> Json:
    """The layout of a chart whose plot area is `tinggi` pixels high below its title (and `atas` pixels for an axis)."""
    lebar = sifat.pop("lebar_judul", LEBAR_SEMPIT)
    title, kepala = make_title(*judul, lebar=lebar)
    margin = {"t": round(kepala + atas), "b": round(bawah), **sifat.pop("margin", {})}
    seluruh = margin["t"] + round(tinggi) + margin["b"]
    return {
        "template": TEMPLATE,
        "title": title | {"y": round(1 - (TEPI + 0.75 * BESAR) / seluruh, 4)},
        "height": seluruh,
        "margin": margin,
        **sifat,
    }


def make_cell(teks: str, ref: str | None = None, kotak: str | None = None) -> Isi:
    """A table cell of one run."""
    return Isi(isi=(Run(teks=teks, ref=ref),), kotak=kotak)


def make_table(id: str, judul: str, kolom: Sequence[Kolom], baris: Sequence[Sequence[Isi]], catatan: str = "") -> Tabel:
    """The data of a chart as a table without number."""
    return Tabel(
        id=f"{id}-data",
        kode="data",
        judul=judul,
        kolom=tuple(kolom),
        baris=tuple(Baris(sel=tuple(sel)) for sel in baris),
        catatan=((Run(teks=catatan),),) if catatan else (),
    )


def make_gambar(kode: str, id: str, judul: str, figur: Json, **isi: Any) -> Gambar:
    """The Gambar of a figure; its height in millimetres follows from the layout."""
    tinggi = round(figur["layout"]["height"] / PX_MM, 1)
    return Gambar(id=id, kode=kode, judul=judul, figur=figur, tinggi=tinggi, **isi)


def make_id(kode: str, *bagian: str) -> str:
    """A stable id: "g-target-s1"."""
    bersih = ["".join(c if c.isalnum() else "-" for c in teks.lower()).strip("-") for teks in bagian]
    return "-".join([kode.lower(), *bersih])


def make_hover(kepala: str, *baris: str) -> str:
    """The text of a hover: a bold head, wrapped, and lines below."""
    return f"<b>{join_lines(wrap(kepala, 260))}</b>" + "".join(f"<br>{escape(teks)}" for teks in baris)
