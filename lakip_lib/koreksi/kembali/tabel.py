"""Compare a table of the draft with the one that came back: rows added and taken away, cells changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from lakip_lib.blok import Run
from lakip_lib.koreksi.kembali import tolak
from lakip_lib.koreksi.kembali.angka import find_changed
from lakip_lib.koreksi.kembali.asal import Asal
from lakip_lib.koreksi.kembali.beda import Beda, Jenis
from lakip_lib.koreksi.kembali.draf import Bagian, shorten
from lakip_lib.koreksi.kembali.model import Sel, Unsur, kunci
from lakip_lib.koreksi.kembali.sejajar import align, compare_words

_HURUF = re.compile(r"[^\W\d_]{2}")
Baris = tuple[Sel, ...]


def compare_table(bagian: Bagian, baru: Unsur, asal: Asal) -> Iterator[Beda]:
    """The differences of one table, in order of its rows."""
    lama, kini = bagian.unsur.baris, baru.baris
    kepala = 2 if bagian.tabel is not None and bagian.tabel.kepala_atas else 1
    kode = bagian.tabel.kode if bagian.tabel else ""
    milik = Beda(Jenis.SEL_BERUBAH, bagian.tempat, naskah=bagian.naskah, diterima=bool(bagian.naskah))
    pasangan = align([_key(b) for b in lama], [_key(b) for b in kini], lambda i, j: _measure(lama[i], kini[j]))
    for i, j in pasangan:
        if i is None and j is not None:
            yield _report_row(milik, Jenis.BARIS_BARU, kini[j], kode, asal)
        elif i is not None and j is None:
            yield _report_row(milik, Jenis.BARIS_HILANG, _carry_spans(lama, i), kode, asal)
        elif i is not None and j is not None:
            dulu = _carry_spans(lama, i)
            nama = "kepala tabel" if i < kepala else name_row(dulu, i - kepala + 1)
            for beda in _compare_rows(dulu, kini[j], _name_columns(bagian, lama[i]), replace(milik, baris=nama)):
                yield _explain(beda, kode, asal)


def _explain(beda: Beda, kode: str, asal: Asal) -> Beda:
    if beda.diterima:
        return beda
    alasan = tolak.explain_figure(beda.ref, asal) if beda.ref else tolak.explain_cell(beda.lama, kode, asal)
    return replace(beda, alasan=alasan)


def _report_row(milik: Beda, jenis: Jenis, baris: Baris, kode: str, asal: Asal) -> Beda:
    teks = " | ".join(sel.teks for sel in baris if not sel.lanjutan)
    lama, baru = ("", teks) if jenis is Jenis.BARIS_BARU else (teks, "")
    alasan = "" if milik.diterima else tolak.explain_row([sel.isi for sel in baris], kode, asal)
    return replace(milik, jenis=jenis, lama=lama, baru=baru, baris=name_row(baris, 0), alasan=alasan)


def _key(baris: Baris) -> str:
    """What two rows must have in common to be the same one; cells that only go on from above count for nothing."""
    teks = [kunci(sel.teks) for sel in baris if not sel.lanjutan]
    while teks and not teks[-1]:
        teks.pop()
    return "\x01".join(teks)


def _measure(kiri: Baris, kanan: Baris) -> float:
    """How alike two rows are: by their cells, place by place, and by their words."""
    a, b = [kunci(s.teks) for s in kiri if not s.lanjutan], [kunci(s.teks) for s in kanan if not s.lanjutan]
    sama = sum(x == y and bool(x) for x, y in zip(a, b, strict=False)) / max(1, len(a), len(b))
    return max(0.01, sama, compare_words(" ".join(a), " ".join(b)))


def _compare_rows(lama: Baris, kini: Baris, kolom: Sequence[str], milik: Beda) -> Iterator[Beda]:
    """The cells of one row that differ."""
    if len(lama) != len(kini):
        lama, kolom = _drop_continued(lama, kolom)
        kini = tuple(sel for sel in kini if not sel.lanjutan)
    for dulu, sel, nama in zip_longest(lama, kini, kolom, fillvalue=None):
        sebelum, sesudah = dulu or Sel(), sel or Sel()
        if kunci(sebelum.teks) == kunci(sesudah.teks) or (sebelum.lanjutan and not sesudah.teks):
            continue
        yield from _compare_cell(sebelum, sesudah.teks, replace(milik, kolom=nama or ""))


def _drop_continued(baris: Baris, kolom: Sequence[str]) -> tuple[Baris, list[str]]:
    ada = [(sel, nama) for sel, nama in zip(baris, kolom, strict=True) if not sel.lanjutan]
    return tuple(sel for sel, _ in ada), [nama for _, nama in ada]


def _carry_spans(semua: Sequence[Baris], urut: int) -> Baris:
    """A row whose cells that only go on from above have the text from there: where that row went, they may show it."""
    hasil = []
    for n, letak in zip(range(len(semua[urut])), _list_starts(semua[urut]), strict=True):
        sel = semua[urut][n]
        hasil.append(replace(sel, isi=_find_above(semua, urut, letak)) if sel.lanjutan else sel)
    return tuple(hasil)


def _list_starts(baris: Baris) -> list[int]:
    """The column that each cell of a row begins in."""
    return [sum(sel.lebar for sel in baris[:n]) for n in range(len(baris))]


def _find_above(semua: Sequence[Baris], urut: int, letak: int) -> tuple[Run, ...]:
    for baris in reversed(semua[:urut]):
        for sel, awal in zip(baris, _list_starts(baris), strict=True):
            if awal == letak and not sel.lanjutan:
                return sel.isi
    return ()


def _compare_cell(lama: Sel, baru: str, milik: Beda) -> Iterator[Beda]:
    """A changed figure for each reference that reads otherwise; else the cell as a whole."""
    angka, lain = find_changed(lama.isi, baru) if any(run.ref for run in lama.isi) else ((), True)
    for satu in angka:
        yield replace(milik, jenis=Jenis.ANGKA_BERUBAH, lama=satu.lama, baru=satu.baru, ref=satu.ref)
    if lain:
        ref = next((run.ref for run in lama.isi if run.ref), "") if not angka else ""
        yield replace(milik, lama=lama.teks, baru=baru, ref=ref or "")


def _name_columns(bagian: Bagian, baris: Baris) -> list[str]:
    """The heading of the column that each cell of a row begins in."""
    judul = [k.judul for k in bagian.tabel.kolom] if bagian.tabel else []
    atas = [teks for teks, rentang in bagian.tabel.kepala_atas for _ in range(rentang)] if bagian.tabel else []
    hasil = []
    for letak in _list_starts(baris):
        nama = judul[letak] if letak < len(judul) else ""
        hasil.append(f"{atas[letak]} {nama}".strip() if letak < len(atas) else nama)
    return hasil


def name_row(baris: Baris, urut: int) -> str:
    """The words that a row goes by: its first two cells with words, else its number."""
    kata = [sel.teks for sel in baris[:3] if _HURUF.search(sel.teks)]
    return shorten(" · ".join(kata[:2])) or (f"baris ke-{urut}" if urut else "")
