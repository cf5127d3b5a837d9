"""Tables laid out for the page: every cell gets its column and row, decimals are split at the comma."""

import re
from typing import Any

from lakip_lib.blok import Baris, Isi, Kolom, Run, Tabel, join_text
from lakip_lib.errors import RenderError
from lakip_lib.report.halaman import bind_rupiah

_ANGKA = re.compile(r"([-−–(]?(?:Rp)?\d[\d.]*)(,\d+)?(\D{0,3})")
_LEBAR_HURUF = {**dict.fromkeys("MWmw@%", 1.5), **dict.fromkeys("iljtfrI.,;:'|!()-", 0.6)}
KATA_UTUH = 26  # letters of a word that never break; a longer one may break anywhere
CALON = 4  # the widest words of a column that are measured
HURUF_SEBARIS = {False: 100, True: 160}  # letters of table text across a page upright and turned
BARIS_PENDEK = 10  # rows, and half the lines, up to which a table stays on one page with its notes
SERANGKAI = 2  # rows that stay together where a table begins and where it ends
BARIS_UTUH, KELOMPOK_UTUH = 14, 28  # lines up to which a row, and rows joined by a cell, stay on one page


def shape_table(tabel: Tabel) -> dict[str, Any]:
    """The table as data for the template.

    Keys: kolom (judul, rata, lebar, kata = widest words), kepala and badan (rows of cells with x, y, span, text), baris
    (how many), awal and kaki (where the rows end that stay together under the head, and where those begin that stay
    together at the end), rapat (whether the last row stays whole), pecahan (each style and fraction once, to be
    measured), and what the block says of caption, notes and source.
    Raises RenderError when rows and spans do not fit the columns.
    """
    kepala = shape_head(tabel)
    badan = mark_breakable(place_rows(tabel), tabel)
    awal, kaki = find_ends(badan, tabel)
    return {
        "jenis": "tabel",
        "id": tabel.id,
        "judul": tabel.judul,
        "nomor": tabel.nomor,
        "kolom": [shape_column(k, x, kepala + badan) for x, k in enumerate(tabel.kolom)],
        "kepala": kepala,
        "tinggi_kepala": 2 if tabel.kepala_atas else 1,
        "badan": badan,
        "baris": len(tabel.baris),
        "awal": awal,
        "kaki": kaki,
        "pendek": len(tabel.baris) <= BARIS_PENDEK and sum(count_lines(badan, tabel)) <= 2 * BARIS_PENDEK,
        "rapat": all(s["utuh"] for s in badan if s["y"] + s["tinggi"] == len(tabel.baris)),
        "pecahan": [list(p) for p in sorted({(s["gaya"], s["pecahan"]) for s in badan if s.get("pecahan")})],
        "catatan": [dump_runs(c) for c in tabel.catatan],
        "sumber": tabel.sumber,
    }


def dump_runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    """Runs as data, without their references: those never show; `kata` is the length of the longest word."""
    return [
        {**run.model_dump(exclude={"ref"}), "teks": bind_rupiah(run.teks), "kata": longest_word(run.teks)}
        for run in runs
        if run.teks
    ]


def find_plain(isi: list[dict[str, Any]]) -> dict[str, Any]:
    """`satu` and `kata` of a cell that holds one text without line breaks and nothing set off or linked; else nothing."""
    if len(isi) != 1 or any(isi[0][k] for k in ("tebal", "miring", "tautan")) or "\n" in isi[0]["teks"]:
        return {}
    return {"satu": isi[0]["teks"], "kata": isi[0]["kata"]}


def longest_word(teks: str) -> int:
    """The letters of the longest word, which tell whether any word may have to break."""
    return max(map(len, teks.split()), default=0)


def shape_head(tabel: Tabel) -> list[dict[str, Any]]:
    """Head cells; a column without a group above it reaches over both head rows."""
    if not tabel.kepala_atas:
        return [_head_cell(k.judul, x, 0, k.rata) for x, k in enumerate(tabel.kolom)]
    if sum(lebar for _, lebar in tabel.kepala_atas) != len(tabel.kolom):
        raise RenderError(f"The upper head of table {tabel.id!r} must span its {len(tabel.kolom)} columns.")
    hasil: list[dict[str, Any]] = []
    x = 0
    for teks, lebar in tabel.kepala_atas:
        bawah = list(enumerate(tabel.kolom))[x : x + lebar]
        if teks:
            hasil.append(_head_cell(teks, x, 0, "tengah", lebar=lebar))
        hasil += [_head_cell(k.judul, n, 1 if teks else 0, k.rata, tinggi=1 if teks else 2) for n, k in bawah]
        x += lebar
    return hasil


def _head_cell(teks: str, x: int, y: int, rata: str, *, lebar: int = 1, tinggi: int = 1) -> dict[str, Any]:
    isi = dump_runs((Run(teks=teks),))
    letak = {"x": x, "y": y, "lebar": lebar, "tinggi": tinggi, "rata": rata}
    return {
        **letak,
        "isi": isi,
        **find_plain(isi),
        "indentasi": 0,
        "kotak": None,
        "gaya": "kepala",
        "utuh": True,
        "polos": teks,
    }


def place_rows(tabel: Tabel) -> list[dict[str, Any]]:
    """Body cells with their places; spans are cut at the table's last row, missing cells are filled with blanks."""
    penuh: set[tuple[int, int]] = set()
    hasil: list[dict[str, Any]] = []
    for y, baris in enumerate(tabel.baris):
        sisa = list(baris.sel)
        for x in range(len(tabel.kolom)):
            if (x, y) in penuh:
                continue
            sel = sisa.pop(0) if sisa else Isi()
            tinggi = min(sel.tinggi, len(tabel.baris) - y)
            tempat = {(x + i, y + j) for i in range(sel.lebar) for j in range(tinggi)}
            if x + sel.lebar > len(tabel.kolom) or tempat & penuh:
                raise RenderError(f"Row {y + 1} of table {tabel.id!r} must fit {len(tabel.kolom)} columns.")
            penuh |= tempat
            hasil.append(_body_cell(sel, baris, tabel.kolom[x], x, y, tinggi))
        if sisa:
            raise RenderError(f"Row {y + 1} of table {tabel.id!r} must fit {len(tabel.kolom)} columns.")
    return hasil


def _body_cell(sel: Isi, baris: Baris, kolom: Kolom, x: int, y: int, tinggi: int) -> dict[str, Any]:
    polos, isi = join_text(sel.isi), dump_runs(sel.isi)
    rata = kolom.rata if sel.lebar == 1 else "kiri"
    data: dict[str, Any] = {
        "x": x,
        "y": y,
        "lebar": sel.lebar,
        "tinggi": tinggi,
        "rata": rata,
        "isi": isi,
        **find_plain(isi),
        "indentasi": sel.indentasi,
        "kotak": sel.kotak,
        "gaya": baris.gaya,
        "utuh": True,
        "polos": polos,
    }
    if rata == "desimal" and (cocok := _ANGKA.fullmatch(polos)):
        data["pecahan"] = (cocok[2] or "") + cocok[3]
    return data


def mark_breakable(sel: list[dict[str, Any]], tabel: Tabel) -> list[dict[str, Any]]:
    """The cells with `utuh`: whether their row stays whole. Long rows may break over pages, else they would be cut."""
    tinggi = count_lines(sel, tabel)
    batas = {True: KELOMPOK_UTUH, False: BARIS_UTUH}
    pecah = {y for s in sel for y in _rows_of(s) if sum(tinggi[y] for y in _rows_of(s)) > batas[s["tinggi"] > 1]}
    return [{**s, "utuh": pecah.isdisjoint(_rows_of(s))} for s in sel]


def find_ends(sel: list[dict[str, Any]], tabel: Tabel) -> tuple[int, int]:
    """Where the rows end that stay together under the head, and where those begin that stay together at the end.

    Rows joined by a cell count as one group. Where the rows are too long for it, or too few, nothing is kept: (0, all);
    a first row of many lines stands well alone.
    """
    jumlah = len(tabel.baris)
    awal, kaki = min(SERANGKAI, jumlah), max(jumlah - SERANGKAI, 0)
    terikat = [(s["y"], s["y"] + s["tinggi"]) for s in sel if s["tinggi"] > 1]
    for mulai, akhir in sorted(terikat):
        awal = akhir if mulai < awal < akhir else awal
    for mulai, akhir in sorted(terikat, reverse=True):
        kaki = mulai if mulai < kaki < akhir else kaki
    tinggi = count_lines(sel, tabel)
    pecah = {y for s in sel if not s["utuh"] for y in _rows_of(s)}
    ujung = (range(awal), range(kaki, jumlah))
    muat = [sum(tinggi[y] for y in baris) <= KELOMPOK_UTUH and pecah.isdisjoint(baris) for baris in ujung]
    berdua = muat[0] and max(tinggi[:1], default=0) <= BARIS_PENDEK // 2
    return awal if berdua else 0, kaki if muat[1] and kaki else jumlah


def count_lines(sel: list[dict[str, Any]], tabel: Tabel) -> list[int]:
    """About how many lines each row takes."""
    jumlah = sum(k.lebar for k in tabel.kolom) or 1
    tinggi = [1] * len(tabel.baris)
    for s in sel:
        lebar = sum(k.lebar for k in tabel.kolom[s["x"] : s["x"] + s["lebar"]]) / jumlah
        baris = 1 + len(s["polos"]) / max(1.0, HURUF_SEBARIS[tabel.lanskap] * lebar * 0.8) + s["polos"].count("\n")
        for y in range(s["y"], s["y"] + s["tinggi"]):
            tinggi[y] = max(tinggi[y], int(baris / s["tinggi"]) + 1)
    return tinggi


def _rows_of(sel: dict[str, Any]) -> range:
    return range(sel["y"], sel["y"] + sel["tinggi"])


def shape_column(kolom: Kolom, x: int, sel: list[dict[str, Any]]) -> dict[str, Any]:
    """A column with the texts that decide its width: `kata` may not break, `alami` would fit on one line.

    Where decimals stand on the comma, the longest whole part and the longest fraction may belong to different cells.
    """
    milik = [s for s in sel if s["x"] == x and s["lebar"] == 1]
    pecahan = widest({s["pecahan"] for s in milik if s.get("pecahan")})
    kata = {k for s in milik for k in ([s["polos"]] if _is_whole(s) else cut_words(s["polos"]))}
    kata |= {s["polos"].removesuffix(s["pecahan"]) + p for s in milik if "pecahan" in s for p in pecahan}
    return {
        **kolom.model_dump(),
        "kata": widest(kata),
        "alami": widest({baris for s in milik for baris in s["polos"].split("\n")}),
        "pecahan": pecahan,
        "kotak": any(s["kotak"] for s in milik),
        "indentasi": max((s["indentasi"] for s in milik), default=0),
    }


def cut_words(teks: str) -> list[str]:
    """The words of a text; of a long one, an address say, so much as must stay on one line."""
    return [kata[:KATA_UTUH] for kata in teks.split()]


def _is_whole(sel: dict[str, Any]) -> bool:
    """Whether the text of a cell stays on one line: a figure, or the short word beside a square."""
    if sel["gaya"] == "kepala":
        return False
    return bool(len(sel["polos"]) <= (24 if sel["rata"] in {"desimal", "kanan"} else 16 if sel["kotak"] else 0))


def widest(teks: set[str]) -> list[str]:
    """The few texts that are probably the widest."""
    return sorted(teks, key=lambda t: (-estimate_width(t), t))[:CALON]


def estimate_width(teks: str) -> float:
    """A rough width in letters, good enough to choose what the template measures."""
    return sum(_LEBAR_HURUF.get(h, 1.25 if h.isupper() else 1.0) for h in teks)
