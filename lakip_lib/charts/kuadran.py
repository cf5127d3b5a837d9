"""Did the money go where results came? Every sasaran in the plane capaian × penyerapan, with its reading."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor
from typing import Any

from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.kerangka import (
    SUMBER,
    Json,
    make_cell,
    make_gambar,
    make_hover,
    make_id,
    make_label,
    make_layout,
    make_table,
)
from lakip_lib.charts.letak import place_labels
from lakip_lib.charts.teks import BARIS, KECIL, escape, join_lines, print_periode, wrap
from lakip_lib.charts.tema import ABU, INK, LEBAR_SEMPIT, LEBAR_TEKS, PRIMARY, WHITE
from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.measures.hasil import Hasil, KuadranHasil
from lakip_lib.measures.kuadran import AMBANG_CAPAIAN, AMBANG_PENYERAPAN

UJUNG = Decimal(150)  # sasaran beyond stand at the edge, their value printed
KIRI, BAWAH = 44, 40
SUDUT = {"I": (1.0, 1.0), "II": (1.0, 0.0), "III": (0.0, 1.0), "IV": (0.0, 0.0)}
BESAR = 250
Titik = tuple[KuadranHasil, Decimal, Decimal]


def plot_kuadran(hasil: Hasil) -> Gambar | None:
    """Every sasaran by capaian (across) and penyerapan (up), its field I–IV read in words below.

    None where no sasaran has both figures.
    """
    titik = list_points(hasil)
    if not titik:
        return None
    datar, tegak = list_ranges(titik)
    ruang = [(lebar - KIRI - 12, BESAR) for lebar in (LEBAR_SEMPIT, LEBAR_TEKS)]
    labels = make_labels(titik, ruang) + make_corners()
    bacaan, tinggi_bacaan = _list_readings(hasil, BESAR + BAWAH + 14)
    judul = f"Capaian kinerja dan penyerapan anggaran menurut sasaran, {print_periode(hasil)}"
    garis = f"garis putus-putus = capaian {AMBANG_CAPAIAN}% dan penyerapan {AMBANG_PENYERAPAN}%"
    anak = f"Rata-rata capaian (%) dan penyerapan anggaran (%), {print_periode(hasil)}; {garis}"
    layout = make_layout(
        (describe_sasaran(hasil), anak),
        BESAR,
        atas=10,
        bawah=BAWAH + tinggi_bacaan + 14,
        annotations=labels + bacaan,
        shapes=make_lines(),
        margin={"l": KIRI, "r": 12},
        xaxis=make_axis("Capaian (%)", datar),
        yaxis=make_axis("Penyerapan (%)", tegak),
        lebar_judul=LEBAR_SEMPIT - 16,
    )
    id_gambar = make_id("G-kuadran")
    return make_gambar(
        "G-kuadran",
        id_gambar,
        judul,
        {"data": [make_trace(hasil, titik)], "layout": layout},
        alt=f"{judul}. {describe_sasaran(hasil)}. " + " ".join(_describe_item(hasil, k) for k in hasil.rincian.kuadran),
        tabel=make_table(id_gambar, judul, _list_columns(), [_list_cells(hasil, k) for k in hasil.rincian.kuadran]),
        sumber=SUMBER,
    )


def list_points(hasil: Hasil) -> list[Titik]:
    """Each sasaran that has both figures, with its place across and up; what lies far beyond stands at the edge."""
    return [
        (k, min(k.capaian, UJUNG), min(k.penyerapan, UJUNG))
        for k in hasil.rincian.kuadran
        if k.capaian is not None and k.penyerapan is not None
    ]


def list_ranges(titik: Sequence[Titik]) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]:
    """The ranges across and up."""
    datar = pick_range([x for _, x, _ in titik], AMBANG_CAPAIAN)
    return datar, pick_range([y for *_, y in titik], AMBANG_PENYERAPAN)


def describe_sasaran(hasil: Hasil) -> str:
    """How many sasaran have a mean of 100 or more and how much of the budget was spent, in words."""
    penuh = sum(s.capaian is not None and s.capaian >= AMBANG_CAPAIAN for s in hasil.sasaran)
    persen = format_persen(hasil.anggaran_total.persen)
    return f"{penuh} dari {len(hasil.sasaran)} sasaran bercapaian 100% atau lebih; {persen} anggaran terserap"


def pick_range(nilai: Sequence[Decimal], ambang: Decimal) -> tuple[Decimal, Decimal]:
    """The tens around all values and the threshold, with room at both ends; penyerapan of 100 % at most ends there."""
    bawah = floor((min(*nilai, ambang) - 4) / 10) * 10
    atas = ceil((max(*nilai, ambang) + 4) / 10) * 10
    if ambang == AMBANG_PENYERAPAN and max(nilai) <= 100:
        return Decimal(max(bawah, 0)), Decimal(104)
    return Decimal(max(bawah, 0)), Decimal(atas)


def make_axis(judul: str, rentang: tuple[Decimal, Decimal]) -> Json:
    """An axis with its title and a tick at every ten, or wider apart."""
    langkah = next(n for n in (10, 20, 50) if (rentang[1] - rentang[0]) / n <= 7)
    return {
        "range": [float(r) for r in rentang],
        "title": {"text": judul, "standoff": 6, "font": {"size": KECIL, "color": ABU}},
        "tick0": 0,
        "dtick": langkah,
        "ticks": "",
        "showline": True,
        "mirror": True,
    }


def make_trace(hasil: Hasil, titik: Sequence[Titik]) -> Json:
    """The points."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Sasaran",
        "x": [float(x) for _, x, _ in titik],
        "y": [float(y) for *_, y in titik],
        "customdata": [[k.kode, str(k.capaian), str(k.penyerapan)] for k, *_ in titik],
        "hovertext": [_describe_hover(hasil, k) for k, *_ in titik],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "marker": {"color": PRIMARY, "size": 11, "line": {"color": WHITE, "width": 1}},
    }


def make_labels(titik: Sequence[Titik], ukuran: Sequence[tuple[float, float]]) -> list[Json]:
    """The code beside each point (with its value where the point stands at the edge), with a thin line to the point."""
    kata = [k.kode + (f" {format_persen(k.capaian)}" if (k.capaian or 0) > UJUNG else "") for k, *_ in titik]
    return place_words([(x, y) for _, x, y in titik], kata, list_ranges(titik), ukuran)


def place_words(
    titik: Sequence[tuple[Decimal, Decimal]],
    kata: Sequence[str],
    rentang: tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]],
    ukuran: Sequence[tuple[float, float]],
) -> list[Json]:
    """A word beside each point of the plane, clear of the others and of both thresholds, with a thin line to its point."""
    (x0, x1), (y0, y1) = rentang
    letak = [(float((x - x0) / (x1 - x0)), float((y1 - y) / (y1 - y0))) for x, y in titik]
    garis = (float((AMBANG_CAPAIAN - x0) / (x1 - x0)), float((y1 - AMBANG_PENYERAPAN) / (y1 - y0)))
    return [
        {
            "text": f"<b>{escape(teks)}</b>",
            "x": float(x),
            "y": float(y),
            "ax": geser[0],
            "ay": geser[1],
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 0.75,
            "arrowcolor": ABU,
            "standoff": 5,
            "borderpad": 0,
            "font": {"size": KECIL, "color": INK},
        }
        for (x, y), teks, geser in zip(titik, kata, place_labels(letak, kata, ukuran, garis), strict=True)
    ]


def make_corners() -> list[Json]:
    """The number of each field, quiet, in its corner."""
    return [
        make_label(
            nama,
            x,
            y,
            yref="paper",
            xanchor="right" if x else "left",
            yanchor="top" if y else "bottom",
            xshift=-6 if x else 6,
            yshift=-2 if y else 2,
            font={"size": 15, "color": "#7A8996"},
        )
        for nama, (x, y) in SUDUT.items()
    ]


def make_lines() -> list[Json]:
    """The dashed lines at both thresholds."""
    dasar: dict[str, Any] = {"type": "line", "layer": "below", "line": {"color": INK, "width": 1, "dash": "dash"}}
    tegak = dasar | {"yref": "paper", "y0": 0, "y1": 1, "x0": float(AMBANG_CAPAIAN), "x1": float(AMBANG_CAPAIAN)}
    datar = dasar | {"xref": "paper", "x0": 0, "x1": 1, "y0": float(AMBANG_PENYERAPAN), "y1": float(AMBANG_PENYERAPAN)}
    return [tegak, datar]


def _list_readings(hasil: Hasil, atas: float) -> tuple[list[Json], float]:
    """Below the plot: each field that holds a sasaran, its reading, and the sasaran in it; also their height."""
    baris: list[str] = []
    for bidang in (*SUDUT, None):
        isi = [k for k in hasil.rincian.kuadran if k.kuadran == bidang]
        if not isi:
            continue
        kepala = wrap(f"{bidang or KOSONG}: {isi[0].bacaan}", LEBAR_SEMPIT - 8, tebal=True)
        baris += [f"<b>{escape(teks)}</b>" for teks in kepala]
        for k in isi:
            angka = f"capaian {format_persen(k.capaian)}, penyerapan {format_persen(k.penyerapan)}"
            teks = f"{k.kode} {hasil.get_sasaran(k.kode).uraian}: {angka}"
            baris += [join_lines((potong,)) for potong in wrap(teks, LEBAR_SEMPIT - 8)]
    label = make_label("<br>".join(baris), 0, 0, yref="paper", xshift=8 - KIRI, yshift=-(atas - BESAR))
    return [label], len(baris) * BARIS


def _describe_hover(hasil: Hasil, k: KuadranHasil) -> str:
    return make_hover(
        f"{k.kode} {hasil.get_sasaran(k.kode).uraian}",
        f"Capaian: {format_persen(k.capaian)}",
        f"Penyerapan: {format_persen(k.penyerapan)}",
        f"Kuadran: {k.kuadran or KOSONG}",
    )


def _describe_item(hasil: Hasil, k: KuadranHasil) -> str:
    awal = f"{k.kode} {hasil.get_sasaran(k.kode).uraian}: capaian {format_persen(k.capaian)}"
    return f"{awal}, penyerapan {format_persen(k.penyerapan)}, {k.bacaan.rstrip('.')}."


def _list_columns() -> tuple[Kolom, ...]:
    return (
        Kolom(judul="Sasaran", lebar=3),
        Kolom(judul="Capaian (%)", rata="desimal"),
        Kolom(judul="Penyerapan (%)", rata="desimal"),
        Kolom(judul="Kuadran", rata="tengah", lebar=0.8),
        Kolom(judul="Bacaan", lebar=3),
    )


def _list_cells(hasil: Hasil, k: KuadranHasil) -> list[Isi]:
    awal = f"sasaran/{k.kode}"
    return [
        make_cell(f"{k.kode} {hasil.get_sasaran(k.kode).uraian}"),
        make_cell(format_angka(k.capaian, 2), f"{awal}/capaian"),
        make_cell(format_angka(k.penyerapan, 2), f"{awal}/penyerapan"),
        make_cell(k.kuadran or KOSONG),
        make_cell(k.bacaan),
    ]
