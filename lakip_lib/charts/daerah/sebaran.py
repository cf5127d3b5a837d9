"""How do the agencies spread? A dot an agency, stacked where figures are alike; box and median below."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple

from lakip_lib.blok import Gambar, Kolom
from lakip_lib.charts.kerangka import (
    Json,
    make_cell,
    make_gambar,
    make_hover,
    make_id,
    make_label,
    make_layout,
    make_table,
)
from lakip_lib.charts.teks import KECIL, print_periode
from lakip_lib.charts.tema import ABU, INK, LEBAR_SEMPIT, PAGU, PRIMARY, QUIET, WHITE
from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import SUMBER_DAERAH
from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah, Sebaran

UJUNG = {"capaian": Decimal(150), "penyerapan": Decimal(120), "perubahan": Decimal(60)}
AMBANG = {"capaian": Decimal(100), "penyerapan": Decimal(90), "perubahan": Decimal(0)}
KATA = {
    "capaian": ("Sebaran capaian instansi", "Capaian (%)"),
    "penyerapan": ("Sebaran penyerapan anggaran instansi", "Penyerapan anggaran (%)"),
    "perubahan": ("Sebaran perubahan capaian instansi sejak {lalu}", "Perubahan capaian (poin)"),
}
GELAP = {"capaian": "100% atau lebih", "penyerapan": "90% atau lebih", "perubahan": "naik atau tetap"}
BACAAN = "kotak = separuh di tengah, garis = median"
KOTAK = 14  # height of the box below the dots
RAPAT = Decimal("0.8")  # of a step: stacks are no closer than that
PLOT = LEBAR_SEMPIT - 24
TITIK = ((40, 9), (80, 7), (150, 5), (10**9, 3))  # up to so many agencies, pixels of a dot


class Titik(NamedTuple):
    """One agency: its true figure, where it is drawn, and its place in the stack."""

    instansi: InstansiDaerah
    nilai: Decimal
    x: Decimal
    urut: int


def plot_sebaran(hasil: HasilDaerah, kode: str) -> Gambar | None:
    """The agencies as dots along one figure (capaian, penyerapan, perubahan); None where fewer than two have it."""
    sebaran = hasil.get_sebaran(kode)
    ada = [(i, n) for i in hasil.instansi if (n := find_nilai(i, kode)) is not None]
    if len(ada) < 2:
        return None
    besar = next(px for batas, px in TITIK if len(ada) <= batas)
    rentang, langkah = pick_range([n for _, n in ada], kode, besar)
    titik = stack_dots(ada, langkah, kode)
    tinggi = max(t.urut for t in titik) * (besar + 1) + 16 + KOTAK + 12
    judul, anak = (k.format(lalu=hasil.lalu.tahun) for k in KATA[kode])
    judul = f"{judul}, {print_periode(hasil)}"
    layout = make_layout(
        (
            describe_middle(sebaran, kode),
            f"{anak}, tiap titik satu instansi; gelap = {GELAP[kode]}; {BACAAN}",
        ),
        tinggi,
        atas=6,
        bawah=26,
        shapes=make_box(sebaran, tinggi, (rentang, AMBANG[kode])),
        annotations=list_labels(sebaran, kode, tinggi),
        margin={"l": 12, "r": 12},
        xaxis={"range": [float(r) for r in rentang], "showgrid": True, "nticks": 8, "ticks": "", "zeroline": False},
        yaxis={"range": [tinggi, 0], "visible": False},
    )
    id_gambar = make_id("G-sebaran", kode)
    return make_gambar(
        "G-sebaran",
        id_gambar,
        judul,
        {"data": [make_trace(titik, kode, tinggi, besar)], "layout": layout},
        alt=f"{judul}. {describe_middle(sebaran, kode)}. {describe_ends(sebaran, kode)}.",
        tabel=make_table(
            id_gambar,
            judul,
            (Kolom(judul=anak, lebar=2), Kolom(judul="Instansi", rata="kanan")),
            [[make_cell(teks), make_cell(str(n))] for teks, n in list_bins([n for _, n in ada])],
        ),
        sumber=SUMBER_DAERAH,
    )


def find_nilai(instansi: InstansiDaerah, kode: str) -> Decimal | None:
    """An agency's figure of that kind."""
    nilai = instansi.lalu.perubahan if kode == "perubahan" else getattr(instansi, kode)
    return nilai if isinstance(nilai, Decimal) else None


def pick_range(nilai: Sequence[Decimal], kode: str, besar: int) -> tuple[tuple[Decimal, Decimal], Decimal]:
    """The range across (tens around all values and the threshold) and the width of a stack in units of the figure."""
    ujung, ambang = UJUNG[kode], AMBANG[kode]
    potong = [max(-ujung, min(ujung, n)) for n in nilai] + [ambang]
    bawah, atas = Decimal(floor(min(potong) / 10) * 10), Decimal(ceil((max(potong) + 1) / 10) * 10)
    return (bawah - 1, atas + 1), (atas - bawah + 2) * (besar + 1) / Decimal(PLOT)


def stack_dots(ada: Sequence[tuple[InstansiDaerah, Decimal]], langkah: Decimal, kode: str) -> list[Titik]:
    """Dots from left to right, each on top of those in the same stack; what lies far beyond stands at the edge.

    A stack stands at the mean of its dots. Stacks begin at the threshold, so that no dot stands on its wrong side.
    """
    ujung, ambang = UJUNG[kode], AMBANG[kode]
    urut = sorted(ada, key=lambda pasangan: (pasangan[1], pasangan[0].kode))
    letak = [max(-ujung, min(ujung, nilai)) - ambang for _, nilai in urut]
    kiri, kanan = [-x for x in reversed(letak) if x < 0], [x for x in letak if x >= 0]
    rapat = langkah * RAPAT
    sela = max(rapat - kiri[0] - kanan[0], Decimal(0)) / 2 if kiri and kanan else Decimal(0)
    tempat = [(ambang - x, n) for x, n in reversed(place_stacks(kiri, langkah, sela))]
    tempat += [(ambang + x, n) for x, n in place_stacks(kanan, langkah, sela)]
    return [Titik(instansi, nilai, x, n) for (instansi, nilai), (x, n) in zip(urut, tempat, strict=True)]


def place_stacks(jarak: Sequence[Decimal], langkah: Decimal, sela: Decimal) -> list[tuple[Decimal, int]]:
    """Where each dot stands and which it is in its stack, by ascending distances from the threshold.

    A stack holds what lies within one step of its first and stands at their mean, a little farther out only where it would
    hide dots of the one before; the first stands at least `sela` beyond its first dot.
    """
    tumpuk: list[list[Decimal]] = []
    for x in jarak:
        if tumpuk and x < tumpuk[-1][0] + langkah:
            tumpuk[-1].append(x)
        else:
            tumpuk.append([x])
    tempat: list[tuple[Decimal, int]] = []
    bawah = jarak[0] + sela if jarak else sela
    for isi in tumpuk:
        letak = max(sum(isi, Decimal(0)) / len(isi), bawah)
        tempat += [(letak, n) for n in range(1, len(isi) + 1)]
        bawah = letak + langkah * RAPAT
    return tempat


def make_trace(titik: Sequence[Titik], kode: str, tinggi: float, besar: int) -> Json:
    """The dots; darker at or above the threshold."""
    dasar = tinggi - KOTAK - 14
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Instansi",
        "x": [round(float(t.x), 3) for t in titik],
        "y": [dasar - (t.urut - 0.5) * (besar + 1) for t in titik],
        "customdata": [[t.instansi.kode, str(t.nilai)] for t in titik],
        "hovertext": [make_hover(t.instansi.nama, f"{KATA[kode][1]}: {_print(t.nilai, kode)}") for t in titik],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "color": [PRIMARY if t.nilai >= AMBANG[kode] else "#7FA6BF" for t in titik],
            "size": besar,
            "line": {"color": INK, "width": 0.5},
        },
    }


def make_box(sebaran: Sebaran, tinggi: float, sumbu: tuple[tuple[Decimal, Decimal], Decimal]) -> list[Json]:
    """The box of the middle half with its whiskers and median below the dots, and the dashed threshold."""
    (kiri, kanan), ambang = sumbu
    y = tinggi - KOTAK / 2 - 8
    tepi = [max(kiri, min(kanan, n)) for n in (sebaran.terendah, sebaran.tertinggi) if n is not None]
    q1, q2, q3 = (
        float(max(kiri, min(kanan, n)))
        for n in (sebaran.kuartil_bawah, sebaran.median, sebaran.kuartil_atas)
        if n is not None
    )
    dasar: Json = {"layer": "below", "type": "line", "line": {"color": INK, "width": 1}}
    return [
        dasar | {"x0": float(tepi[0]), "x1": float(tepi[1]), "y0": y, "y1": y},
        dasar | {"type": "rect", "x0": q1, "x1": q3, "y0": y - KOTAK / 2, "y1": y + KOTAK / 2, "fillcolor": PAGU},
        dasar
        | {
            "x0": q2,
            "x1": q2,
            "y0": y - KOTAK / 2,
            "y1": y + KOTAK / 2,
            "line": {"color": INK, "width": 3},
            "layer": "above",
        },
        dasar
        | {
            "x0": float(ambang),
            "x1": float(ambang),
            "y0": 0,
            "y1": tinggi,
            "line": {"color": ABU, "width": 1, "dash": "dash"},
            "layer": "between",
        },
        dasar | {"xref": "paper", "x0": 0, "x1": 1, "y0": tinggi, "y1": tinggi, "line": {"color": QUIET, "width": 1}},
    ]


def list_labels(sebaran: Sebaran, kode: str, tinggi: float) -> list[Json]:
    """The median's figure beside its line."""
    assert sebaran.median is not None
    kata = f"<b>median {_print(sebaran.median, kode)}</b>"
    x = float(max(-UJUNG[kode], min(UJUNG[kode], sebaran.median)))
    sifat: Json = {"xref": "x", "xanchor": "center", "yanchor": "bottom", "font": {"size": KECIL, "color": INK}}
    sifat |= {"bgcolor": WHITE, "borderpad": 1}  # no line strikes it through
    return [make_label(kata, x, 10, **sifat)]


def describe_middle(sebaran: Sebaran, kode: str) -> str:
    """Where the middle half of the agencies lies, in words."""
    kata = {"capaian": "bercapaian", "penyerapan": "menyerap", "perubahan": "berubah"}[kode]
    return (
        f"Separuh dari {sebaran.jumlah} instansi {kata} {_print(sebaran.kuartil_bawah, kode)} sampai "
        f"{_print(sebaran.kuartil_atas, kode)}; median {_print(sebaran.median, kode)}"
    )


def describe_ends(sebaran: Sebaran, kode: str) -> str:
    """The lowest and the highest figure in words."""
    return f"Terendah {_print(sebaran.terendah, kode)}, tertinggi {_print(sebaran.tertinggi, kode)}"


def _print(nilai: Decimal | None, kode: str) -> str:
    return f"{format_angka(nilai, 2, tanda_plus=True)} poin" if kode == "perubahan" else format_persen(nilai)


def list_bins(nilai: Sequence[Decimal]) -> list[tuple[str, int]]:
    """How many agencies lie in each ten, from the lowest to the highest that holds one."""
    banyak = Counter(floor(n / 10) for n in nilai)
    return [
        (f"{format_angka(Decimal(n * 10))} sampai kurang dari {format_angka(Decimal(n * 10 + 10))}", banyak[n])
        for n in range(min(banyak), max(banyak) + 1)
    ]
