"""Did the money go where results came? Every agency in the plane capaian × penyerapan."""

from collections.abc import Sequence
from decimal import Decimal

from lakip_lib.blok import Gambar, Kolom
from lakip_lib.charts.kerangka import Json, make_cell, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.kuadran import (
    BAWAH,
    BESAR,
    KIRI,
    UJUNG,
    make_axis,
    make_corners,
    make_lines,
    pick_range,
    place_words,
)
from lakip_lib.charts.teks import print_periode
from lakip_lib.charts.tema import INK, LEBAR_SEMPIT, LEBAR_TEKS, PRIMARY, WHITE
from lakip_lib.formats import format_persen
from lakip_lib.istilah import SUMBER_DAERAH
from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah
from lakip_lib.measures.kuadran import AMBANG_CAPAIAN, AMBANG_PENYERAPAN

BERNAMA, PENDEK = 15, 18  # at most so many agencies are named, with so many letters
Titik = tuple[InstansiDaerah, Decimal, Decimal]
Rentang = tuple[Decimal, Decimal]


def plot_kuadran_daerah(hasil: HasilDaerah) -> Gambar | None:
    """Every agency by capaian (across) and penyerapan (up); None where none has a field, as in a quarter."""
    titik: list[Titik] = [
        (i, min(i.capaian, UJUNG), min(i.penyerapan, UJUNG))
        for i in hasil.instansi
        if i.kuadran is not None and i.capaian is not None and i.penyerapan is not None
    ]
    if not titik:
        return None
    judul = f"Capaian kinerja dan penyerapan anggaran instansi, {print_periode(hasil)}"
    rentang = (
        pick_range([x for _, x, _ in titik], AMBANG_CAPAIAN),
        pick_range([y for *_, y in titik], AMBANG_PENYERAPAN),
    )
    garis = f"garis putus-putus = capaian {AMBANG_CAPAIAN}% dan penyerapan {AMBANG_PENYERAPAN}%"
    layout = make_layout(
        (describe_kuadran(hasil), f"Capaian (%) dan penyerapan (%), tiap titik satu instansi; {garis}"),
        BESAR,
        atas=10,
        bawah=BAWAH + 6,
        annotations=[*make_words(titik, rentang), *make_corners()],
        shapes=make_lines(),
        margin={"l": KIRI, "r": 12},
        xaxis=make_axis("Capaian (%)", rentang[0]),
        yaxis=make_axis("Penyerapan (%)", rentang[1]),
        lebar_judul=LEBAR_SEMPIT - 16,
    )
    id_gambar = make_id("G-kuadran-daerah")
    return make_gambar(
        "G-kuadran-daerah",
        id_gambar,
        judul,
        {"data": [make_dots(titik)], "layout": layout},
        alt=f"{judul}. "
        + "; ".join(f"kuadran {k.kode}: {k.instansi} instansi, {k.bacaan}" for k in hasil.kuadran)
        + ".",
        tabel=make_table(
            id_gambar,
            judul,
            (
                Kolom(judul="Kuadran", rata="tengah"),
                Kolom(judul="Bacaan", lebar=4),
                Kolom(judul="Banyaknya instansi", rata="kanan"),
            ),
            [
                [make_cell(k.kode), make_cell(k.bacaan), make_cell(str(k.instansi), f"kuadran/{k.kode}/instansi")]
                for k in hasil.kuadran
            ],
        ),
        sumber=SUMBER_DAERAH,
    )


def make_words(titik: Sequence[Titik], rentang: tuple[Rentang, Rentang]) -> list[Json]:
    """The agencies' short names beside their dots where they are few; among many the dots tell theirs on hover."""
    if len(titik) > BERNAMA:
        return []
    ruang = [(lebar - KIRI - 12, BESAR) for lebar in (LEBAR_SEMPIT, LEBAR_TEKS)]
    kata = [(i.singkatan or i.nama)[:PENDEK] for i, *_ in titik]
    return place_words([(x, y) for _, x, y in titik], kata, rentang, ruang)


def make_dots(titik: Sequence[Titik]) -> Json:
    """The agencies; smaller and see-through where there are many."""
    ramai = len(titik) > 60
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Instansi",
        "x": [float(x) for _, x, _ in titik],
        "y": [float(y) for *_, y in titik],
        "customdata": [[i.kode, str(i.capaian), str(i.penyerapan)] for i, *_ in titik],
        "hovertext": [
            make_hover(
                i.nama,
                f"Capaian: {format_persen(i.capaian)}",
                f"Penyerapan: {format_persen(i.penyerapan)}",
                f"Kuadran: {i.kuadran}",
            )
            for i, *_ in titik
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "color": PRIMARY,
            "size": 7 if ramai else 10,
            "opacity": 0.6 if ramai else 0.85,
            "line": {"color": INK if ramai else WHITE, "width": 0.5 if ramai else 1},
        },
    }


def describe_kuadran(hasil: HasilDaerah) -> str:
    """How many agencies are at 100 or more, and how many spent their budget, in words."""
    banyak = {k.kode: k.instansi for k in hasil.kuadran}
    semua = sum(banyak.values())
    return (
        f"{banyak['I'] + banyak['II']} dari {semua} instansi bercapaian 100% atau lebih; "
        f"{banyak['I'] + banyak['III']} menyerap 90% atau lebih"
    )
