"""What all chapters are made of: paragraphs, headings, the texts of narasi/, lists."""

from collections.abc import Iterable
from typing import Literal

from lakip_lib.blok import Blok, Daftar, Gambar, Judul, Paragraf, Run, Tabel
from lakip_lib.narrative.kalimat import Kalimat, fill, write
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.markdown import parse_markdown

Bagian = tuple[Blok, ...]
Gaya = Literal["biasa", "catatan", "belum", "draf", "tengah", "kutipan"]


def paragraf(*kalimat: Kalimat, gaya: Gaya = "biasa") -> Bagian:
    """One paragraph for each sentence row that has words."""
    return tuple(Paragraf(isi=item, gaya=gaya) for item in kalimat if item)


def teks(kata: str, gaya: Gaya = "biasa") -> Bagian:
    """A paragraph of plain words."""
    return (Paragraf(isi=write(kata), gaya=gaya),)


def daftar(butir: Iterable[Kalimat], *, bernomor: bool = False) -> Bagian:
    """A list, nothing where it has no points."""
    isi = tuple(item for item in butir if item)
    return (Daftar(butir=isi, bernomor=bernomor),) if isi else ()


def judul(tingkat: int, kata: str, id_judul: str, *, depan: bool = False, daftar: bool = True) -> Judul:
    """A heading; its number is given later."""
    return Judul(tingkat=tingkat, teks=kata, id=id_judul, depan=depan, daftar=daftar)


def rujuk(*blok: Blok | None) -> Kalimat:
    """ "Tabel 3.1 dan Gambar 3.1": references that are numbered later; for the blocks that are there."""
    ada = [item for item in blok if isinstance(item, Tabel | Gambar) and item.judul]
    runs: list[Run] = []
    for n, item in enumerate(ada):
        if n:
            runs.append(Run(teks=" dan " if len(ada) == 2 else ", dan " if n == len(ada) - 1 else ", "))
        runs.append(Run(teks="", tautan=f"#{item.id}"))
    return tuple(runs)


def tunjuk(pola: str, *blok: Blok | None) -> Bagian:
    """A paragraph that points at tables and figures by "{rujukan}"; nothing where none of them is there."""
    rujukan = rujuk(*blok)
    return paragraf(fill(pola, rujukan=rujukan)) if rujukan else ()


def pasang(*blok: Blok | None) -> Bagian:
    """The blocks that are there."""
    return tuple(item for item in blok if item is not None)


def write_narasi(konteks: Konteks, nama: str) -> Bagian:
    """The text of narasi/<nama>.md as blocks, or the note that it was not supplied."""
    isi = read_narasi(konteks, nama)
    return isi or name_naskah(teks(f"Bagian ini belum diisi (narasi/{nama}.md).", gaya="belum"), nama)


def read_narasi(konteks: Konteks, nama: str) -> Bagian:
    """The text of narasi/<nama>.md as blocks, empty where there is none."""
    isi = konteks.find_narasi(nama)
    return name_naskah(parse_markdown(isi, awalan=f"naskah-{nama}-"), nama) if isi else ()


def name_naskah(bagian: Bagian, nama: str) -> Bagian:
    """The blocks with the name of the text in narasi/ that they are, or that takes their place."""
    return tuple(blok.model_copy(update={"naskah": nama}) for blok in bagian)
