"""Rows: a name in full above its bar, and its figure in words at the right. The skeleton of all bar charts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lakip_lib.charts.kerangka import Json, make_key, make_label, make_rule
from lakip_lib.charts.teks import BARIS, KECIL, UKURAN, escape, join_lines, measure, paint, wrap
from lakip_lib.charts.tema import ABU, INK, LEBAR_SEMPIT, QUIET, TEPI, TINGGI_MAKS, WHITE
from lakip_lib.formats import KOSONG

RUANG_MAKS = TINGGI_MAKS - 132  # what title, axis and key leave of a page


@dataclass(frozen=True)
class Jarak:
    """How loosely rows are set: the strip's height and the gap below it, in pixels; `rapat` shows codes alone."""

    jalur: int
    sela: int
    rapat: bool = False


LONGGAR, PADAT, SESAK, RAPAT = Jarak(14, 10), Jarak(11, 6), Jarak(9, 4), Jarak(14, 4, rapat=True)


@dataclass(frozen=True)
class Batang:
    """One bar: its true value, colour, hatch, thickness (share of the strip) and hover text; None draws nothing."""

    nilai: Decimal | None
    warna: str
    hover: str = ""
    pola: str = ""
    tebal: float = 0.6


@dataclass(frozen=True)
class Lajur:
    """One row: code and name, a quiet second line, bars by series, bands behind, lines before, words at right."""

    kode: str
    nama: str
    batang: tuple[Batang, ...]
    rinci: str = ""
    angka: str = ""
    kata: str = ""
    pita: tuple[tuple[float, float, str], ...] = ()
    garis: tuple[float, ...] = ()
    kosong: str = ""  # why there is no figure; the strip is then empty with a dashed edge
    pisah: bool = False  # a hairline above: a new group begins
    kepala: str = ""  # a group heading above the row


@dataclass
class Susunan:
    """What rows draw: traces, shapes and labels, the height and the right margin they need."""

    traces: list[Json] = field(default_factory=list)
    shapes: list[Json] = field(default_factory=list)
    labels: list[Json] = field(default_factory=list)
    tinggi: float = 4
    kiri: float = 8
    kanan: float = 8
    jarak: Jarak = LONGGAR


def draw_rows(baris: Sequence[Lajur], nama_seri: Sequence[str], ujung: Decimal) -> Susunan:
    """Rows laid out from the top in pixels; bars beyond `ujung` are cut there with a marked break.

    Where names would need more than a page, rows carry their code alone (the names stand in the data table).
    """
    jarak = next((j for j in (LONGGAR, PADAT, SESAK) if _sum_height(baris, j) <= RUANG_MAKS), RAPAT)
    lebar_angka = max((measure(b.angka, UKURAN, tebal=True) for b in baris), default=0)
    lebar_kata = max((measure(b.kata, KECIL) for b in baris), default=0)
    out = Susunan(kanan=8 + lebar_angka + (6 + lebar_kata if lebar_kata else 0) + 4, jarak=jarak)
    if jarak.rapat:
        out.kiri = max(measure(b.kode) for b in baris) + 16
    tengah = [_draw_row(out, b, lebar_angka, float(ujung)) for b in baris]
    for n, seri in enumerate(nama_seri):
        out.traces.append(_make_trace(seri, [b.batang[n] for b in baris], tengah, (ujung, jarak.jalur)))
    for b, y in zip(baris, tengah, strict=True):
        if any(t.nilai is not None and t.nilai > ujung for t in b.batang):
            out.shapes += make_break(float(ujung), y)
    return out


def _sum_height(baris: Sequence[Lajur], jarak: Jarak) -> float:
    return sum(_name_height(b) + jarak.jalur + jarak.sela + (20 if b.kepala else 0) for b in baris)


def _name_height(b: Lajur) -> float:
    return (len(_wrap_nama(b)) + bool(b.rinci)) * BARIS + 2


def _wrap_nama(b: Lajur) -> tuple[str, ...]:
    return wrap(f"{b.kode} {b.nama}".strip(), LEBAR_SEMPIT - 4)


def _draw_row(out: Susunan, b: Lajur, lebar_angka: float, ujung: float) -> float:
    """Add one row below what is there; the y of its strip's middle."""
    if b.kepala:
        out.labels.append(make_label(f"<b>{escape(b.kepala)}</b>", 0, out.tinggi + 2))
        out.tinggi += 20
    elif b.pisah:
        out.shapes.append(make_rule(out.tinggi - out.jarak.sela / 2))
    if out.jarak.rapat:
        y = out.tinggi + out.jarak.jalur / 2
        out.labels.append(make_label(escape(b.kode), 0, y, yanchor="middle", xanchor="right", xshift=-8))
    else:
        _draw_name(out, b)
    y = out.tinggi + out.jarak.jalur / 2
    _draw_strip(out, b, y, ujung)
    out.labels += _make_right(b, y, lebar_angka)
    out.tinggi += out.jarak.jalur + out.jarak.sela
    return y


def _draw_name(out: Susunan, b: Lajur) -> None:
    lines = _wrap_nama(b)
    teks = join_lines(lines)
    if b.kode and lines[0].startswith(b.kode):
        teks = paint(escape(b.kode), ABU) + teks[len(escape(b.kode)) :]
    if b.rinci:
        teks += "<br>" + paint(escape(b.rinci), ABU, ukuran=KECIL)
    out.labels.append(make_label(teks, 0, out.tinggi - 2))
    out.tinggi += _name_height(b)


def _draw_strip(out: Susunan, b: Lajur, y: float, ujung: float) -> None:
    if b.kosong:
        out.shapes.append(
            _make_box((0, ujung), y, out.jarak.jalur, WHITE) | {"line": {"color": QUIET, "width": 1, "dash": "dot"}}
        )
        alasan = paint(escape(f"{KOSONG} {b.kosong}"), ABU, ukuran=KECIL)
        out.labels.append(make_label(alasan, 0, y, yanchor="middle", xshift=5))
        return
    for x0, x1, warna in b.pita:
        out.shapes.append(_make_box((x0, min(x1, ujung)), y, out.jarak.jalur, warna))
    for x in b.garis:
        out.shapes.append(make_tick(x, y, out.jarak.jalur + 4))


def _make_right(b: Lajur, y: float, lebar_angka: float) -> list[Json]:
    angka = make_label(f"<b>{escape(b.angka)}</b>", 1, y, xanchor="right", yanchor="middle", xshift=8 + lebar_angka)
    if not b.kata:
        return [angka]
    kata = make_label(escape(b.kata), 1, y, yanchor="middle", xshift=14 + lebar_angka)
    return [angka, kata | {"font": {"size": KECIL, "color": ABU}}]


def _make_trace(nama: str, batang: Sequence[Batang], tengah: Sequence[float], ukuran: tuple[Decimal, int]) -> Json:
    """A bar series; what is drawn is cut at `ujung`, the true values stay in customdata."""
    ujung, jalur = ukuran
    return {
        "type": "bar",
        "orientation": "h",
        "name": nama,
        "x": [None if t.nilai is None else float(min(t.nilai, ujung)) for t in batang],
        "y": list(tengah),
        "width": [round(t.tebal * jalur, 1) for t in batang],
        "customdata": [None if t.nilai is None else str(t.nilai) for t in batang],
        "hovertext": [t.hover for t in batang],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [t.warna for t in batang],
            "line": {"color": INK, "width": 0.75},
            "pattern": {"shape": [t.pola for t in batang], "fgcolor": INK, "size": 5, "solidity": 0.15},
        },
    }


def _make_box(x: tuple[float, float], y: float, jalur: int, warna: str) -> Json:
    return {
        "type": "rect",
        "layer": "below",
        "x0": x[0],
        "x1": x[1],
        "y0": y - jalur / 2,
        "y1": y + jalur / 2,
        "fillcolor": warna,
        "line": {"width": 0},
    }


def make_tick(x: float, y: float, tinggi: float) -> Json:
    """The thin ink line of a target across a strip, with a white edge so that it shows on a dark bar."""
    return {
        "type": "rect",
        "xsizemode": "pixel",
        "xanchor": x,
        "x0": -1.4,
        "x1": 1.4,
        "y0": y - tinggi / 2,
        "y1": y + tinggi / 2,
        "fillcolor": INK,
        "line": {"color": "white", "width": 0.8},
    }


def make_break(x: float, y: float) -> list[Json]:
    """The mark of a bar that runs on beyond the axis: a slanted white cut with ink edges."""
    cut = {"type": "path", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": x, "yanchor": y}
    isi = cut | {"path": "M -18,-9 L -13,-9 L -7,9 L -12,9 Z", "fillcolor": "white", "line": {"width": 0}}
    tepi = cut | {"path": "M -18,-9 L -12,9 M -13,-9 L -7,9", "line": {"color": INK, "width": 1}}
    return [isi, tepi]


def make_axes(susunan: Susunan, ujung: Decimal, tick: Sequence[tuple[float, str]]) -> Json:
    """Axes for rows: values from zero along the top, pixels downwards; the margins the words need."""
    return {
        "xaxis": {
            "range": [0, float(ujung)],
            "side": "top",
            "tickvals": [x for x, _ in tick],
            "ticktext": [teks for _, teks in tick],
            "ticks": "",
        },
        "yaxis": {"range": [susunan.tinggi, 0], "visible": False},
        "barmode": "overlay",
        "shapes": susunan.shapes,
        "annotations": susunan.labels,
        "margin": {"l": round(susunan.kiri), "r": round(susunan.kanan)},
    }


def add_key(susunan: Susunan, butir: Sequence[tuple[str, str]]) -> None:
    """Add a key of (colour, word) below the rows."""
    if butir:
        label, tinggi = make_key(butir, susunan.tinggi + 4)
        susunan.labels += [bagian | {"xshift": bagian["xshift"] - susunan.kiri + TEPI} for bagian in label]
        susunan.tinggi += tinggi + 4
