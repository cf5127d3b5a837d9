"""The dashboard's picture: all indikator as squares by sasaran at the left, the quadrant of sasaran at the right."""

from collections.abc import Sequence

from lakip_lib.blok import Gambar
from lakip_lib.charts.capaian import describe_count
from lakip_lib.charts.indikator import KOLOM_CAPAIAN, describe_capaian, list_cells
from lakip_lib.charts.kerangka import SUMBER, Json, make_gambar, make_id, make_key, make_layout, make_table
from lakip_lib.charts.kuadran import (
    describe_sasaran,
    list_points,
    list_ranges,
    make_axis,
    make_corners,
    make_labels,
    make_lines,
    make_trace,
)
from lakip_lib.charts.strip import list_key, list_squares, make_anchor
from lakip_lib.charts.teks import print_periode
from lakip_lib.charts.tema import LEBAR_TEKS, TEPI
from lakip_lib.measures.hasil import Hasil

LEBAR = LEBAR_TEKS - 2 * TEPI
STRIP = 0.58  # the squares' part of the width
KUADRAN = 0.665  # where the quadrant begins, beyond the figures of its axis
KAKI = 36  # the height of ticks and title below the quadrant
TINGGI_MIN = 170


def plot_papan(hasil: Hasil) -> Gambar | None:
    """Squares and quadrant side by side, for a page of full width; None where no sasaran has capaian and penyerapan."""
    titik = list_points(hasil)
    if not titik:
        return None
    labels, shapes, isi = list_squares(hasil, lebar=LEBAR * STRIP, kanan=STRIP)
    isi = max(isi, TINGGI_MIN)
    kunci, tinggi_kunci = make_key(list_key(hasil), isi + 6, lebar=LEBAR)
    seluruh = isi + 8 + tinggi_kunci
    bawah = 1 - (isi - KAKI) / seluruh
    datar, tegak = list_ranges(titik)
    ruang = [(LEBAR * (1 - KUADRAN), isi - KAKI)]
    layout = make_layout(
        (
            f"{describe_count(hasil)}; {describe_sasaran(hasil)}",
            "Kiri: rata-rata capaian sasaran (%) dan kategori indikator; kanan: capaian dan penyerapan sasaran",
        ),
        seluruh,
        atas=8,
        annotations=[*labels, *kunci, *_move(make_corners() + make_labels(titik, ruang))],
        shapes=[*shapes, *(garis | {"layer": "above"} for garis in _move(make_lines()))],
        xaxis={"range": [0, 1], "visible": False},
        yaxis={"range": [seluruh, 0], "visible": False},
        xaxis2=make_axis("Capaian (%)", datar) | {"domain": [KUADRAN, 1], "anchor": "y2"},
        yaxis2=make_axis("Penyerapan (%)", tegak) | {"domain": [bawah, 1], "anchor": "x2"},
        lebar_judul=LEBAR,
    )
    trace = make_trace(hasil, titik) | {"xaxis": "x2", "yaxis": "y2"}
    judul = f"Capaian seluruh indikator dan penyerapan anggaran menurut sasaran, {print_periode(hasil)}"
    id_gambar = make_id("G-papan")
    return make_gambar(
        "G-papan",
        id_gambar,
        judul,
        {"data": [make_anchor(), trace], "layout": layout},
        alt=_describe(hasil, judul),
        tabel=make_table(id_gambar, judul, KOLOM_CAPAIAN, [list_cells(hasil, i) for i in hasil.indikator]),
        sumber=SUMBER,
    )


def _describe(hasil: Hasil, judul: str) -> str:
    butir = "; ".join(describe_capaian(hasil, i) for i in hasil.indikator)
    return f"{judul}. {describe_count(hasil)}; {describe_sasaran(hasil)}. {butir}."


def _move(items: Sequence[Json]) -> list[Json]:
    """Marks of the quadrant held by its own axes instead of the whole plot."""
    pindah = {"paper": " domain"}
    return [
        item
        | {
            "xref": "x2" + pindah.get(item.get("xref", "x"), ""),
            "yref": "y2" + pindah.get(item.get("yref", "y"), ""),
        }
        for item in items
    ]
