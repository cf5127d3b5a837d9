"""How many of each? Counts of indikator by kategori and by status as two single bars, words and counts below."""

from collections.abc import Sequence

from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.capaian import describe_count
from lakip_lib.charts.indikator import find_warna
from lakip_lib.charts.kerangka import (
    SUMBER,
    Json,
    make_cell,
    make_gambar,
    make_hover,
    make_id,
    make_key,
    make_label,
    make_layout,
    make_table,
)
from lakip_lib.charts.teks import print_periode
from lakip_lib.charts.tema import INK, STATUS_WARNA, WHITE, pick_ink
from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import STATUS_LABEL, Status
from lakip_lib.measures.hasil import Hasil, RekapHasil

TEBAL = 26
KEPALA = {"kategori": "Menurut kategori", "status": "Menurut status"}


def plot_rekap(hasil: Hasil) -> Gambar | None:
    """Two stacked bars over all indikator: by kategori of the scale and by status, each part with count and word.

    None where there is nothing to count.
    """
    rekap = hasil.rincian.rekap
    if not any(r.jumlah for r in rekap):
        return None
    jumlah = hasil.instansi_capaian.jumlah
    traces: list[Json] = []
    labels: list[Json] = []
    tinggi = 2.0
    for jenis, kepala in KEPALA.items():
        bagian = _list_parts(hasil, jenis)
        if not bagian:
            continue
        labels.append(make_label(kepala, 0, tinggi))
        traces += [_make_part(r, _find_warna(hasil, r), tinggi + 18 + TEBAL / 2) for r in bagian]
        butir = [(_find_warna(hasil, r), _print_part(r)) for r in bagian]
        kunci, tinggi_kunci = make_key(butir, tinggi + 18 + TEBAL + 6)
        labels += kunci
        tinggi += 18 + TEBAL + 6 + tinggi_kunci + 14
    judul = f"Rekapitulasi indikator menurut kategori dan status, {print_periode(hasil)}"
    layout = make_layout(
        (describe_count(hasil), f"Jumlah indikator dan bagiannya dari {jumlah} indikator (%), {print_periode(hasil)}"),
        tinggi - 8,
        atas=6,
        barmode="stack",
        annotations=labels,
        xaxis={"range": [0, jumlah], "visible": False},
        yaxis={"range": [tinggi - 8, 0], "visible": False},
    )
    id_gambar = make_id("G-rekap")
    ada = [r for r in rekap if r.jumlah]
    return make_gambar(
        "G-rekap",
        id_gambar,
        judul,
        {"data": traces, "layout": layout},
        alt=f"{judul}. {describe_count(hasil)}. " + "; ".join(_print_part(r) for r in ada) + ".",
        tabel=make_table(id_gambar, judul, _list_columns(), [_list_cells(hasil, r) for r in rekap]),
        sumber=SUMBER,
    )


def _list_parts(hasil: Hasil, jenis: str) -> list[RekapHasil]:
    """The parts of a bar that hold an indikator, the best kategori first."""
    urutan = {pita.label: -n for n, pita in enumerate(hasil.rincian.skala)} if jenis == "kategori" else {}
    ada = [r for r in hasil.rincian.rekap if r.jenis == jenis and r.jumlah]
    return sorted(ada, key=lambda r: urutan.get(r.label, 1))


def _print_label(r: RekapHasil) -> str:
    return STATUS_LABEL[Status(r.label)] if r.label in list(Status) else r.label


def _print_part(r: RekapHasil) -> str:
    return f"{_print_label(r)}: {r.jumlah} ({format_persen(r.persen)})"


def _find_warna(hasil: Hasil, r: RekapHasil) -> str:
    if r.jenis == "kategori":
        return find_warna(hasil.rincian.skala, r.label)
    status = {label: nilai for nilai, label in STATUS_LABEL.items()}.get(_print_label(r), Status.TAK_DINILAI)
    return "" if status == Status.TAK_DINILAI else STATUS_WARNA[status]


def _make_part(r: RekapHasil, warna: str, y: float) -> Json:
    """One part of a bar with its count inside; what could not be assessed is hatched."""
    pola = {"shape": "" if warna else "/", "fgcolor": "#9FB0BC", "size": 6, "solidity": 0.15}
    return {
        "type": "bar",
        "orientation": "h",
        "name": _print_label(r),
        "x": [r.jumlah],
        "y": [y],
        "width": [TEBAL],
        "text": [format_angka(r.jumlah)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"color": pick_ink(warna or WHITE)},
        "hovertext": [make_hover(_print_label(r), f"{r.jumlah} indikator ({format_persen(r.persen)})")],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": warna or WHITE, "line": {"color": INK, "width": 0.75}, "pattern": pola},
    }


def _list_columns() -> Sequence[Kolom]:
    return (
        Kolom(judul="Jenis"),
        Kolom(judul="Kelompok", lebar=2),
        Kolom(judul="Jumlah indikator", rata="kanan"),
        Kolom(judul="% dari semua", rata="desimal"),
    )


def _list_cells(hasil: Hasil, r: RekapHasil) -> list[Isi]:
    kotak = _find_warna(hasil, r) or None
    return [
        make_cell(r.jenis.capitalize()),
        make_cell(_print_label(r), kotak=kotak),
        make_cell(format_angka(r.jumlah)),
        make_cell(format_angka(r.persen, 2)),
    ]
