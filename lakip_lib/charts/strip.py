"""All indikator at a glance: one square each, by sasaran, for the dashboard."""

from collections.abc import Sequence

from lakip_lib.blok import Gambar
from lakip_lib.charts.capaian import describe_count
from lakip_lib.charts.indikator import KOLOM_CAPAIAN, describe_capaian, find_warna, list_cells
from lakip_lib.charts.kerangka import (
    SUMBER,
    Json,
    make_gambar,
    make_hover,
    make_id,
    make_key,
    make_label,
    make_layout,
    make_rule,
    make_table,
)
from lakip_lib.charts.teks import BARIS, escape, join_lines, paint, print_alasan, print_periode, wrap
from lakip_lib.charts.tema import ABU, INK, LEBAR_SEMPIT, WHITE, pick_ink
from lakip_lib.formats import KOSONG, format_persen
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, PitaHasil, SasaranHasil

KOTAK, LANGKAH = 20, 23
KOLOM = 6  # squares side by side


def plot_strip(hasil: Hasil) -> Gambar | None:
    """A square for every indikator by sasaran, in the colour and with the initials of its kategori; "–" without one.

    None where the agency has no indikator.
    """
    if not hasil.indikator:
        return None
    labels, shapes, tinggi = list_squares(hasil)
    kunci, tinggi_kunci = make_key(list_key(hasil), tinggi + 2)
    judul = f"Kategori capaian seluruh indikator menurut sasaran, {print_periode(hasil)}"
    tinggi += 4 + tinggi_kunci
    layout = make_layout(
        (describe_count(hasil), "Rata-rata capaian tiap sasaran (%) dan kategori indikatornya"),
        tinggi,
        atas=6,
        annotations=[*labels, *kunci],
        shapes=shapes,
        xaxis={"range": [0, 1], "visible": False},
        yaxis={"range": [tinggi, 0], "visible": False},
    )
    id_gambar = make_id("G-strip")
    items = hasil.indikator
    return make_gambar(
        "G-strip",
        id_gambar,
        judul,
        {"data": [make_anchor()], "layout": layout},
        alt=f"{judul}. {describe_count(hasil)}. " + "; ".join(describe_capaian(hasil, i) for i in items) + ".",
        tabel=make_table(id_gambar, judul, KOLOM_CAPAIAN, [list_cells(hasil, i) for i in items]),
        sumber=SUMBER,
    )


def list_squares(
    hasil: Hasil, *, lebar: float = LEBAR_SEMPIT, kanan: float = 1
) -> tuple[list[Json], list[Json], float]:
    """Heads and squares as labels, a hairline below each sasaran as shapes, and the height of all in pixels.

    The rows are `lebar` pixels wide and end at `kanan` (0–1 of the plot); squares stand in the columns that need the
    least height.
    """
    pilihan = range(1, 1 + min(KOLOM, max(len(hasil.list_indikator(s.kode)) for s in hasil.sasaran)))
    kolom = min(pilihan, key=lambda n: (sum(_list_heights(hasil, lebar, n)), -n))
    skala, inisial = hasil.rincian.skala, make_initials([p.label for p in hasil.rincian.skala])
    labels: list[Json] = []
    shapes: list[Json] = []
    atas = 4.0
    for induk, tinggi in zip(hasil.sasaran, _list_heights(hasil, lebar, kolom), strict=True):
        labels.append(make_label(_paint_head(induk, _wrap_head(induk, lebar, kolom)), 0, atas))
        for n, item in enumerate(hasil.list_indikator(induk.kode)):
            letak = ((n % kolom - kolom) * LANGKAH, atas + n // kolom * LANGKAH)
            labels.append(_make_square(item, skala, inisial, letak) | {"x": kanan})
        atas += tinggi
        shapes.append(make_rule(atas - 6) | {"x1": kanan})
    return labels, shapes, atas


def _list_heights(hasil: Hasil, lebar: float, kolom: int) -> list[float]:
    """The height of each sasaran's row with that many squares side by side."""
    jumlah = [len(hasil.list_indikator(s.kode)) for s in hasil.sasaran]
    kepala = [len(_wrap_head(s, lebar, kolom)) for s in hasil.sasaran]
    return [8 + max(LANGKAH * -(-n // kolom), baris * BARIS + 4) for n, baris in zip(jumlah, kepala, strict=True)]


def _wrap_head(induk: SasaranHasil, lebar: float, kolom: int) -> tuple[str, ...]:
    return wrap(_print_head(induk), lebar - kolom * LANGKAH - 12)


def make_initials(label: Sequence[str]) -> dict[str, str]:
    """Short marks for kategori: "ST" for Sangat Tinggi; where two would be alike, their rank from the lowest."""
    inisial = ["".join(kata[0].upper() for kata in teks.split()) for teks in label]
    if len(set(inisial)) < len(inisial):
        inisial = [str(n) for n in range(1, len(label) + 1)]
    return dict(zip(label, inisial, strict=True))


def _print_head(induk: SasaranHasil) -> str:
    return f"{induk.kode} {induk.uraian} {format_persen(induk.capaian)}"


def _paint_head(induk: SasaranHasil, kepala: tuple[str, ...]) -> str:
    """The heading with its code quiet and its figure bold."""
    teks = join_lines(kepala)
    kode, angka = escape(induk.kode), escape(format_persen(induk.capaian))
    if teks.startswith(kode) and teks.endswith(angka):
        return paint(kode, ABU) + teks[len(kode) : len(teks) - len(angka)] + f"<b>{angka}</b>"
    return teks


def _make_square(
    item: IndikatorHasil, skala: Sequence[PitaHasil], inisial: dict[str, str], letak: tuple[float, float]
) -> Json:
    """A square at (pixels from the right edge, pixels from the top) that tells its indikator on hover."""
    warna = find_warna(skala, item.kategori) or WHITE
    tanda = inisial.get(item.kategori or "", KOSONG)
    capaian = format_persen(item.capaian) if item.capaian is not None else print_alasan(item.alasan)
    return make_label(
        escape(tanda),
        1,
        letak[1],
        xshift=letak[0],
        width=KOTAK - 2,
        height=KOTAK - 4,
        align="center",
        valign="middle",
        bgcolor=warna,
        bordercolor=INK,
        borderwidth=0.75,
        font={"size": 11, "color": pick_ink(warna)},
        hovertext=make_hover(f"{item.kode} {item.nama}", f"Capaian: {capaian}", item.kategori or KOSONG),
        captureevents=True,
        name=item.kode,
    )


def list_key(hasil: Hasil) -> list[tuple[str, str]]:
    """Colour and words of every kategori, highest first, and of what could not be assessed."""
    inisial = make_initials([p.label for p in hasil.rincian.skala])
    butir = [(p.warna, f"{inisial[p.label]} {p.label}") for p in reversed(hasil.rincian.skala)]
    return [*butir, ("", "Belum dapat dinilai")]


def make_anchor() -> Json:
    """An empty trace: without one Plotly draws no axes, and the squares would have nothing to hold on to."""
    return {"type": "scatter", "x": [None], "y": [None], "mode": "markers", "hoverinfo": "skip", "showlegend": False}
