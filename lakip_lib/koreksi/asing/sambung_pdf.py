"""Pages one after another: captions set to their tables, and a table over several pages joined to one."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from lakip_lib.formats import clean_teks
from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.koreksi.asing.model import Alinea, TabelAsing, place_table

Isi = Alinea | TabelAsing
ULANG = 3  # a line on so many pages is a running head or foot


def join_tables(halaman: list[list[Isi]]) -> list[Isi]:
    """The content of all pages in order."""
    sering = Counter(key for isi in halaman for key in {_key(x) for x in isi if isinstance(x, Alinea)})
    hasil: list[Isi] = []
    for isi in halaman:
        for x in isi:
            if isinstance(x, TabelAsing):
                sebelum = _find_previous(hasil, sering)
                lanjutan = isinstance(sebelum, TabelAsing) and _page(sebelum.place(10**6)) != _page(x.tempat)
                if isinstance(sebelum, TabelAsing) and lanjutan and _head_rows(sebelum.lembar, x.lembar):
                    hasil[hasil.index(sebelum)] = _append(sebelum, x)
                    continue
                judul = sebelum.teks if isinstance(sebelum, Alinea) else ""
                tempat = place_table(x.tempat, judul)
                x = TabelAsing(tempat, x.lembar, judul, pasti=x.pasti and not lanjutan)
            hasil.append(x)
    return hasil


def number_tables(isi: Iterable[Isi]) -> list[Isi]:
    """The same with the number of each table on its page in its place: "Halaman 3, tabel 2"."""
    hasil: list[Isi] = []
    nomor: Counter[str] = Counter()
    for x in isi:
        if isinstance(x, TabelAsing):
            nomor[x.tempat] += 1
            x = replace(x, tempat=place_table(f"{x.tempat}, tabel {nomor[x.tempat]}", x.judul))
        hasil.append(x)
    return hasil


def _page(tempat: str) -> str:
    """The page of a place."""
    return tempat.partition(",")[0]


def _key(alinea: Alinea) -> str:
    return re.sub(r"[\divx]+", "#", alinea.teks.casefold())


def _find_previous(hasil: list[Isi], sering: Counter[str]) -> Isi | None:
    """The last part that is no running head or foot."""
    return next((x for x in reversed(hasil) if not (isinstance(x, Alinea) and sering[_key(x)] >= ULANG)), None)


def _head_rows(a: Lembar, b: Lembar) -> int:
    """How many leading rows of `b` repeat those of `a`; in the first some words of a cell cut in two may hang on."""
    kiri, kanan = (_row_texts(lembar) for lembar in (a, b))
    if a.kolom_akhir != b.kolom_akhir or not kiri or not kanan or not _is_alike(kiri[0], kanan[0]):
        return 0
    n = 1
    while n < min(len(kiri), len(kanan)) and kiri[n] == kanan[n]:
        n += 1
    return n


def _row_texts(lembar: Lembar) -> list[dict[int, str]]:
    return [{k: clean_teks(s.teks) for k, s in isi.items()} for _, isi in lembar.rows()]


def _is_alike(a: dict[int, str], b: dict[int, str]) -> bool:
    sama = sum(b.get(k) == teks for k, teks in a.items())
    return len(a) >= 2 and sama * 10 >= 7 * max(len(a), len(b))


def _append(a: TabelAsing, b: TabelAsing) -> TabelAsing:
    """The rows of `b` below those of `a`, its repeated head left out."""
    rows = [nomor for nomor, _ in b.lembar.rows()]
    ulang = _head_rows(a.lembar, b.lembar)
    batas = rows[ulang] if ulang < len(rows) else rows[-1] + 1
    geser = a.lembar.baris_akhir + 1 - batas
    sel = dict(a.lembar.sel)
    for (baris, kolom), s in b.lembar.sel.items():
        if baris >= batas:
            sel[(baris + geser, kolom)] = Sel(baris + geser, kolom, s.nilai, s.teks, tebal=s.tebal)
    gabungan = [(b1 + geser, k1, b2 + geser, k2) for b1, k1, b2, k2 in b.lembar.gabungan if b1 >= batas]
    bagian = (*(a.bagian or ((1, a.tempat),)), (batas + geser, b.tempat))
    return TabelAsing(
        a.tempat, Lembar(a.lembar.nama, sel, gabungan=(*a.lembar.gabungan, *gabungan)), a.judul, a.pasti, bagian
    )
