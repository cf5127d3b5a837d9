"""A document as a checker walks it: every stretch of text with its place, sections by heading, tables as a grid."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lakip_lib.blok import (
    AnyBlok,
    Daftar,
    DeretKartu,
    Dokumen,
    Gambar,
    Isi,
    Judul,
    Paragraf,
    Run,
    Tabel,
    Ttd,
    join_text,
)

BERKAS = "LKjIP"  # what findings on the document itself name as their file
_TANDA = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹\u2009*]+$")


class Ruas(NamedTuple):
    """A stretch of text: where it stands in words, of what kind, in which chapter ("" before the first heading).

    jenis: judul, paragraf, belum, draf, butir, kartu, sel, kepala, keterangan (caption), sumber, catatan, ttd.
    """

    letak: str
    jenis: str
    teks: str
    bab: str
    runs: tuple[Run, ...] = ()


def name_judul(judul: Judul) -> str:
    """A heading in a sentence: "Bab III", "Lampiran 2", "Ringkasan Capaian"."""
    if judul.tingkat == 1:
        return judul.nomor.replace("BAB", "Bab") or judul.teks.capitalize()
    return judul.teks


def name_objek(objek: Tabel | Gambar) -> str:
    """A table or figure in a sentence: "Tabel 3.2"; one without number by its id."""
    return f"{objek.jenis.capitalize()} {objek.nomor or objek.id}"


def list_ruas(dokumen: Dokumen) -> Iterator[Ruas]:
    """Every text of the document in order; of figures the caption and the source, not their data."""
    bab, letak = "", "Awal dokumen"
    for blok in dokumen.blok:
        if isinstance(blok, Judul):
            bab = blok.id if blok.tingkat == 1 else bab
            atas = name_judul(blok)
            letak = atas if blok.tingkat == 1 else f"{letak.split(' › ')[0]} › {atas}"
            yield Ruas(letak, "judul", blok.teks, bab)
        else:
            yield from _walk(blok, letak, bab)


def _walk(blok: AnyBlok, letak: str, bab: str) -> Iterator[Ruas]:
    match blok:
        case Paragraf():
            jenis = blok.gaya if blok.gaya in {"belum", "draf"} else "paragraf"
            yield Ruas(letak, jenis, join_text(blok.isi), bab, blok.isi)
        case Daftar():
            for butir in blok.butir:
                yield Ruas(letak, "butir", join_text(butir), bab, butir)
        case DeretKartu():
            for kartu in blok.kartu:
                runs = (Run(teks=kartu.label), Run(teks=" "), kartu.angka, Run(teks=" "), *kartu.keterangan)
                yield Ruas(letak, "kartu", join_text(runs), bab, runs)
        case Tabel():
            yield from _walk_tabel(blok, bab)
        case Gambar():
            yield Ruas(name_objek(blok), "keterangan", blok.judul, bab)
            yield Ruas(name_objek(blok), "sumber", blok.sumber, bab)
        case Ttd():
            for teks in (blok.tempat_tanggal, *(t for pihak in blok.pihak for t in pihak)):
                yield Ruas(letak, "ttd", teks, bab)


def _walk_tabel(tabel: Tabel, bab: str) -> Iterator[Ruas]:
    nama = name_objek(tabel)
    yield Ruas(nama, "keterangan", tabel.judul, bab)
    for kolom in tabel.kolom:
        yield Ruas(nama, "kepala", kolom.judul, bab)
    for urut, baris in enumerate(tabel.baris, 1):
        for sel in baris.sel:
            yield Ruas(f"{nama}, baris {urut}", "sel", join_text(sel.isi), bab, sel.isi)
    for catatan in tabel.catatan:
        yield Ruas(f"{nama}, catatan", "catatan", join_text(catatan), bab, catatan)
    yield Ruas(nama, "sumber", tabel.sumber, bab)


def find_bagian(blok: Sequence[AnyBlok], id_judul: str) -> tuple[AnyBlok, ...] | None:
    """The blocks below the heading of that id up to the next of its level or above; None without such a heading."""
    awal = next((n for n, b in enumerate(blok) if isinstance(b, Judul) and b.id == id_judul), None)
    if awal is None:
        return None
    kepala = blok[awal]
    assert isinstance(kepala, Judul)
    for n, b in enumerate(blok[awal + 1 :], awal + 1):
        if isinstance(b, Judul) and b.tingkat <= kepala.tingkat:
            return tuple(blok[awal + 1 : n])
    return tuple(blok[awal + 1 :])


def has_isi(blok: Sequence[AnyBlok] | None) -> bool:
    """Whether a stretch says something: text that is not the note of a missing text, a list, a table with rows."""
    for b in blok or ():
        if isinstance(b, Paragraf) and b.gaya != "belum" and join_text(b.isi).strip():
            return True
        if (isinstance(b, Daftar) and b.butir) or (isinstance(b, Tabel) and b.baris) or isinstance(b, Gambar):
            return True
    return False


def list_tabel(dokumen: Dokumen, kode: str) -> list[Tabel]:
    """The tables of a kind by DOMAIN §2 ("T3.1"), annexes left out."""
    return [b for b in dokumen.blok if isinstance(b, Tabel) and b.kode == kode and not b.id.startswith("lampiran-")]


def make_grid(tabel: Tabel) -> list[list[Isi | None]]:
    """The rows of a table over its columns; None where a cell spans in from the left or from above."""
    lebar = len(tabel.kolom)
    sisa = [0] * lebar  # rows that the cell above still covers
    hasil: list[list[Isi | None]] = []
    for baris in tabel.baris:
        sel = iter(baris.sel)
        isi: list[Isi | None] = [None] * lebar
        x = 0
        while x < lebar:
            if sisa[x]:
                sisa[x] -= 1
                x += 1
                continue
            satu = next(sel, None)
            if satu is None:
                break
            isi[x] = satu
            for y in range(x, min(x + satu.lebar, lebar)):
                sisa[y] = satu.tinggi - 1
            x += satu.lebar
        hasil.append(isi)
    return hasil


def read_sel(isi: Isi | None) -> str:
    """The text of a cell without footnote marks at its end; "" for none."""
    return _TANDA.sub("", join_text(isi.isi)).strip() if isi else ""


def find_kolom(tabel: Tabel, *judul: str) -> int | None:
    """The column of one of these headings, None where there is none."""
    kepala = [k.judul.strip() for k in tabel.kolom]
    return next((kepala.index(j) for j in judul if j in kepala), None)


def fold(teks: str) -> str:
    """A name for comparing: one case, one kind of white space, no footnote marks."""
    return " ".join(_TANDA.sub("", unicodedata.normalize("NFKC", _TANDA.sub("", teks))).casefold().split())
