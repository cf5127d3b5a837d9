"""Panels: one small picture for each indikator, its name in full above, all on one time axis, each on its own scale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from lakip_lib.charts.kerangka import Json, make_label, make_layout
from lakip_lib.charts.target import to_scale
from lakip_lib.charts.teks import BARIS, KECIL, escape, join_lines, measure, paint, wrap
from lakip_lib.charts.tema import ABU, INK, LEBAR_SEMPIT, PRIMARY, QUIET, TEPI, TINGGI_MAKS
from lakip_lib.formats import KOSONG

TINGGI_PANEL = {"garis": (72, 62, 54), "batang": (66, 56, 44)}  # tried in turn until all panels fit a page
TINGGI_RAPAT = (40, 30, 24)
LABEL = 18  # room for a printed value, in pixels
SELA = 10
RUANG = TINGGI_MAKS - 100


@dataclass(frozen=True)
class Titik:
    """One year or quarter: canonical target and realisasi, the printed realisasi, hover text."""

    target: str | None
    realisasi: str | None
    cetak: str
    hover: str


@dataclass(frozen=True)
class Panel:
    """One indikator: code, name, a quiet line, its points in order; `catatan` stands where nothing was measured."""

    kode: str
    nama: str
    rinci: str
    titik: tuple[Titik, ...]
    catatan: str = ""

    def shorten(self) -> "Panel":
        """The panel by its code and quiet line alone, for pages that cannot hold the names (they stand in the table)."""
        return replace(self, nama=self.rinci, rinci="")


def draw_panels(
    panel: Sequence[Panel], waktu: Sequence[str], judul: tuple[str, str], bentuk: Literal["garis", "batang"]
) -> Json:
    """The figure of panels below one another: realisasi as line or bars, targets as short ink lines, values printed.

    A missing value is a gap with "–". Each panel has a scale of its own; bars begin at zero.
    """
    tinggi_panel = next((t for t in TINGGI_PANEL[bentuk] if _sum_height(panel, t) <= RUANG), None)
    rapat = tinggi_panel is None
    if tinggi_panel is None:
        panel = [p.shorten() for p in panel]
        tinggi_panel = next((t for t in TINGGI_RAPAT if _sum_height(panel, t) <= RUANG), TINGGI_RAPAT[-1])
    seluruh = _sum_height(panel, tinggi_panel)
    traces: list[Json] = []
    labels: list[Json] = []
    sumbu: Json = {}
    atas = 0.0
    for n, p in enumerate(panel, start=1):
        nama = _wrap_nama(p)
        labels.append(make_label(_print_head(p, nama), 0, 1 - atas / seluruh, yref="paper"))
        atas += (len(nama) + bool(p.rinci)) * BARIS
        if not p.catatan:
            domain = [1 - (atas + tinggi_panel) / seluruh, 1 - atas / seluruh]
            nama_sumbu = "y" if n == 1 else f"y{n}"
            ruang = (0 if bentuk == "batang" else 3 if rapat else LABEL, 3 if rapat else LABEL)
            skala = [x / (tinggi_panel - sum(ruang)) for x in ruang]
            sumbu[f"yaxis{'' if n == 1 else n}"] = _make_yaxis(p, domain, bentuk, skala)
            traces += _make_traces(p, nama_sumbu, bentuk)
            labels += _label_last(p, nama_sumbu) if rapat else _label_points(p, nama_sumbu, bentuk)
            atas += tinggi_panel
        atas += SELA
    sumbu.setdefault("yaxis", {"visible": False, "domain": [0, 1], "range": [0, 1]})
    xaxis = {
        "range": [-0.5, len(waktu) - 0.5],
        "tickvals": list(range(len(waktu))),
        "ticktext": list(waktu),
        "side": "bottom",
        "anchor": "free",
        "position": 0,
        "ticks": "",
    }
    layout = make_layout(
        judul,
        seluruh,
        atas=6,
        bawah=26,
        xaxis=xaxis,
        annotations=labels,
        bargap=0.5,
        margin=_make_margin(panel, rapat),
        **sumbu,
    )
    return {"data": traces, "layout": layout}


def _make_margin(panel: Sequence[Panel], rapat: bool) -> Json:
    """On a crowded page the last value stands in the right margin."""
    terlebar = max((measure(p.titik[-1].cetak, KECIL, tebal=True) for p in panel if p.titik), default=0.0)
    return {"r": round(TEPI + terlebar)} if rapat else {}


def _sum_height(panel: Sequence[Panel], tinggi_panel: int) -> float:
    kepala = sum(len(_wrap_nama(p)) + bool(p.rinci) for p in panel) * BARIS
    return kepala + sum(SELA + (0 if p.catatan else tinggi_panel) for p in panel)


def _wrap_nama(p: Panel) -> tuple[str, ...]:
    return wrap(f"{p.kode} {p.nama}", LEBAR_SEMPIT - 4)


def _print_head(p: Panel, nama: tuple[str, ...]) -> str:
    teks = join_lines(nama)
    if nama[0].startswith(p.kode):
        teks = paint(escape(p.kode), ABU) + teks[len(escape(p.kode)) :]
    return teks + ("<br>" + paint(escape(p.rinci), ABU, ukuran=KECIL) if p.rinci else "")


def _list_values(p: Panel) -> list[Decimal]:
    ada = [to_scale(teks) for t in p.titik for teks in (t.target, t.realisasi)]
    return [nilai for batas in ada if batas for nilai in batas]


def _make_yaxis(p: Panel, domain: list[float], bentuk: str, ruang: list[float]) -> Json:
    """The scale of a panel, with room below and above for printed values (parts of the range of its values)."""
    nilai = _list_values(p) or [Decimal(0), Decimal(1)]
    atas, bawah = max(nilai), min(nilai)
    if bentuk == "batang":
        bawah = min(bawah, Decimal(0))
    rentang = float(atas - bawah) or abs(float(atas)) or 1.0
    return {
        "domain": [round(max(d, 0.0), 5) for d in domain],
        "range": [float(bawah) - rentang * ruang[0], float(atas) + rentang * ruang[1]],
        "anchor": "x",
        "showticklabels": False,
        "ticks": "",
        "zeroline": bentuk == "batang",
        "zerolinecolor": QUIET,
    }


def _to_float(teks: str | None) -> float | None:
    batas = to_scale(teks)
    return None if batas is None else float(batas[1])


def _make_traces(p: Panel, sumbu: str, bentuk: str) -> list[Json]:
    dasar = {
        "name": "Realisasi",
        "x": list(range(len(p.titik))),
        "y": [_to_float(t.realisasi) for t in p.titik],
        "customdata": [t.realisasi for t in p.titik],
        "hovertext": [t.hover for t in p.titik],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "xaxis": "x",
        "yaxis": sumbu,
    }
    if bentuk == "batang":
        gambar = {"type": "bar", "width": 0.36, "marker": {"color": PRIMARY, "line": {"color": INK, "width": 0.75}}}
    else:
        titik = {"color": PRIMARY, "size": 7, "line": {"color": "white", "width": 1}}
        garis = {"color": PRIMARY, "width": 2}
        gambar = {"type": "scatter", "mode": "lines+markers", "connectgaps": False, "line": garis, "marker": titik}
    return [dasar | gambar, _make_targets(p, sumbu)]


def _make_targets(p: Panel, sumbu: str) -> Json:
    """Targets as short ink lines about their place in time; a range is a box."""
    x: list[float | None] = []
    y: list[float | None] = []
    for n, t in enumerate(p.titik):
        batas = to_scale(t.target)
        if batas is None:
            continue
        lo, hi = float(batas[0]), float(batas[1])
        kiri, kanan = n - 0.3, n + 0.3
        x += [kiri, kanan, None] if lo == hi else [kiri, kanan, kanan, kiri, kiri, None]
        y += [hi, hi, None] if lo == hi else [lo, lo, hi, hi, lo, None]
    garis = {"color": INK, "width": 1.5}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Target",
        "x": x,
        "y": y,
        "line": garis,
        "hoverinfo": "skip",
        "customdata": [t.target for t in p.titik],
        "xaxis": "x",
        "yaxis": sumbu,
    }


def _label_points(p: Panel, sumbu: str, bentuk: str) -> list[Json]:
    """The printed realisasi at each point, the last one bold; "–" over the target where there is none."""
    labels = []
    for n, t in enumerate(p.titik):
        ada = to_scale(t.realisasi) is not None
        teks = escape(t.cetak if t.realisasi else KOSONG)
        if n == len(p.titik) - 1:
            teks = f"<b>{teks}</b>"
        tinggi, naik = _place_label(t, bentuk)
        letak = {"yanchor": "bottom", "yshift": 3} if naik else {"yanchor": "top", "yshift": -4}
        acuan = {"xref": "x", "xanchor": "center", "yref": sumbu}
        if tinggi is None:
            tinggi, acuan["yref"] = 0.0, f"{sumbu} domain"
        huruf = {"size": KECIL, "color": INK if ada else ABU}
        labels.append(make_label(teks, n, tinggi, font=huruf, **letak, **acuan))
    return labels


def _label_last(p: Panel, sumbu: str) -> list[Json]:
    """On a crowded page only the last realisasi is printed, beside its point."""
    if not p.titik or (batas := to_scale(p.titik[-1].realisasi)) is None:
        return []
    teks = f"<b>{escape(p.titik[-1].cetak)}</b>"
    acuan = {"yref": sumbu, "yanchor": "middle", "xshift": 2, "font": {"size": KECIL, "color": INK}}
    return [make_label(teks, 1, float(batas[1]), **acuan)]


def _place_label(t: Titik, bentuk: str) -> tuple[float | None, bool]:
    """Where the printed value stands, clear of the target's line: its height (None: at the foot), and whether above."""
    batas, target = to_scale(t.realisasi), to_scale(t.target)
    if batas is None:
        return (None if target is None else float(target[1])), True
    nilai = float(batas[1])
    if target is None or nilai >= target[1]:
        return nilai, True
    if bentuk == "batang" or nilai >= target[0]:
        return float(target[1]), True
    return nilai, False
