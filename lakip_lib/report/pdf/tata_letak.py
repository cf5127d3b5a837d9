"""Where a picture or table goes whose place is at the foot of a page too short for it: the text goes on before it.

Typst sets the document and says where each block came to stand; a block that left a gap lets the whole paragraphs below
it, of its own subbab, go first, so far as they fit. So no picture parts a sentence, crosses a heading or stands before
the paragraph that names it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Blok = dict[str, Any]
PUTARAN = 4  # how often the pages are looked at, one block mended each time; each costs setting what follows once more
KEPALA, KAKI = 26.0, 25.0  # millimetres of margin at the head and at the foot of a page
SELA_PARAGRAF, SELA_BENDA = 4.0, 6.0  # millimetres between paragraphs, and around tables and pictures
LAPANG = 60.0  # millimetres of a page that had better be filled by the beginning of a table
BINGKAI = 8.0  # millimetres that the mark of a draft adds to its paragraph
BENDA = ("tabel", "gambar")


@dataclass(frozen=True)
class Letak:
    """Where a block stands: its first and last page, how far down it begins and ends, what it takes in all (mm)."""

    awal: int
    atas: float
    akhir: int
    bawah: float
    tinggi: float


def arrange(batang: list[Blok], tinggi_halaman: float, tata: Callable[[list[Blok]], dict[int, Letak]]) -> list[Blok]:
    """The blocks in the order in which they fill the pages; `tata` sets them and says where each came to stand."""
    sudah: set[int] = set()
    for _ in range(PUTARAN):
        letak = tata(batang)
        terdorong = [n for n in find_pushed(batang, letak) if batang[n]["urut"] not in sudah]
        pilihan = [
            (n, choose_movable(batang, n, letak, tinggi_halaman - KAKI - letak[batang[n - 1]["urut"]].bawah))
            for n in terdorong
        ]
        n, pindah = next(((n, p) for n, p in pilihan if p), (0, []))
        if not pindah:
            break
        sudah |= {batang[m]["urut"] for m, _ in pilihan if m <= n}
        batang = move_before(batang, n, pindah)
    return batang


def number_blocks(batang: list[Blok]) -> list[Blok]:
    """The blocks with `urut`, by which they are found again."""
    return [{**b, "urut": n} for n, b in enumerate(batang)]


def find_pushed(batang: list[Blok], letak: dict[int, Letak]) -> list[int]:
    """The places of the tables and pictures that begin on a later page than the block before them ended."""
    hasil = []
    for n in range(1, len(batang)):
        a, b = letak.get(batang[n - 1]["urut"]), letak.get(batang[n]["urut"])
        if batang[n]["jenis"] in BENDA and a and b and b.awal > a.akhir:
            hasil.append(n)
    return hasil


def choose_movable(batang: list[Blok], n: int, letak: dict[int, Letak], ruang: float) -> list[int]:
    """The places of the blocks behind `n` that go before it into `ruang` millimetres.

    Paragraphs keep their order, and so do tables and pictures among their own kind; a paragraph that announces a table
    or picture goes only together with it.
    """
    hasil: list[int] = []
    menunggu = {batang[n]["jenis"]}  # the kinds that wait: none of these may overtake
    for m in range(n + 1, len(batang)):
        b = batang[m]
        if b["jenis"] in BENDA and b["jenis"] in menunggu:
            continue
        if b["jenis"] not in (*BENDA, "paragraf"):
            break
        kawan = batang[m : m + 1 + (b["jenis"] == "paragraf" and announces(batang, m))]
        if any(k["urut"] not in letak or k["jenis"] in menunggu for k in kawan):
            break
        if sum(measure_block(k, letak) for k in kawan) > ruang and not may_break(kawan[-1], ruang):
            if b["jenis"] == "paragraf":
                break
            menunggu.add(b["jenis"])
            continue
        hasil.append(m)
        ruang -= measure_block(b, letak)
    return hasil


def may_break(blok: Blok, ruang: float) -> bool:
    """Whether so much of a page is left that a table which need not stay whole may begin there."""
    return blok["jenis"] == "tabel" and not blok["pendek"] and ruang >= LAPANG


def announces(batang: list[Blok], m: int) -> bool:
    """Whether a table or picture follows the paragraph, which then names it."""
    return m + 1 < len(batang) and batang[m + 1]["jenis"] in (*BENDA, "lanskap")


def measure_block(blok: Blok, letak: dict[int, Letak]) -> float:
    """How much of a page a block takes, in millimetres with the space around it."""
    tinggi = letak[blok["urut"]].tinggi
    if blok["jenis"] in BENDA:
        return tinggi + 2 * SELA_BENDA
    return tinggi + SELA_PARAGRAF + (BINGKAI if blok["gaya"] in {"belum", "draf"} else 0)


def move_before(batang: list[Blok], n: int, pindah: list[int]) -> list[Blok]:
    """The blocks with those at `pindah` set before the one at `n`."""
    sisa = [b for m, b in enumerate(batang) if m >= n and m not in pindah]
    return [*batang[:n], *(batang[m] for m in pindah), *sisa]


def read_places(tanda: list[list[Any]], tinggi_halaman: float) -> dict[int, Letak]:
    """The places that the template's marks tell: each a block's number, "awal" or "akhir", page and depth.

    A block that goes over pages takes what it takes of each; a little less on one page, where its parts left a gap.
    """
    awal = {n: (halaman, y) for n, ujung, halaman, y in tanda if ujung == "awal"}
    akhir = {n: (halaman, y) for n, ujung, halaman, y in tanda if ujung == "akhir"}
    isi = tinggi_halaman - KEPALA - KAKI
    return {
        n: Letak(*awal[n], *akhir[n], akhir[n][1] - awal[n][1] + (akhir[n][0] - awal[n][0]) * isi)
        for n in awal.keys() & akhir.keys()
    }
