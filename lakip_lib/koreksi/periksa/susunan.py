"""Numbers of chapters, tables and figures without a gap, and each of them and each annex cited (DOMAIN §3)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lakip_lib.blok import Dokumen, Gambar, Judul, Tabel
from lakip_lib.formats import format_romawi
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.periksa.letak import make_temuan
from lakip_lib.koreksi.ruas import list_ruas, name_judul, name_objek
from lakip_lib.temuan import Temuan

_SEBUT = re.compile(
    r"\b(?P<kata>[Tt]abel|[Gg]ambar|[Gg]rafik|[Ll]ampiran|[Bb]ab)\s(?P<nomor>L?\d+(?:\.\d+)?|[IVX]+)\b"
    r"(?P<sampai>\s?(?:–|-|s\.d\.|sampai dengan|hingga)\s?(?:[Tt]abel\s|[Gg]ambar\s|[Ll]ampiran\s)?(?P<akhir>L?\d+(?:\.\d+)?)\b)?"
)
TEKS = {"paragraf", "draf", "butir", "catatan", "sel"}
Sebutan = tuple[str, str]  # ("Tabel", "3.2")


def review_susunan(dokumen: Dokumen) -> Iterator[Temuan]:
    """All findings on numbers and citations."""
    yield from _review_nomor(dokumen)
    yield from _review_sebutan(dokumen)


def _review_nomor(dokumen: Dokumen) -> Iterator[Temuan]:
    """A number that does not follow the one before: chapters I, II …; tables and figures 1, 2 … in each chapter."""
    terakhir: defaultdict[str, int] = defaultdict(int)
    for blok in dokumen.blok:
        if isinstance(blok, Judul) and blok.tingkat == 1 and not blok.depan:
            kata, _, tulis = blok.nomor.partition(" ")
            terakhir[kata] += 1
            mau = format_romawi(terakhir[kata]) if kata == "BAB" else str(terakhir[kata])
            if tulis != mau:
                teks = f"nomornya seharusnya {kata} {mau}. Mohon diperiksa urutannya."
                yield make_temuan(name_judul(blok), "nomor-putus", Tingkat.PERINGATAN, teks, nilai=blok.nomor)
        elif isinstance(blok, Tabel | Gambar) and blok.nomor:
            awal, _, tulis = blok.nomor.rpartition(".")
            kunci = f"{blok.jenis} {awal}"
            terakhir[kunci] += 1
            if tulis != str(terakhir[kunci]):
                teks = f"nomornya seharusnya {awal}.{terakhir[kunci]}. Mohon diperiksa urutannya."
                yield make_temuan(name_objek(blok), "nomor-putus", Tingkat.PERINGATAN, teks, nilai=blok.nomor)
                terakhir[kunci] = int(tulis) if tulis.isdigit() else terakhir[kunci]


def list_sebutan(dokumen: Dokumen) -> Iterator[tuple[str, Sebutan]]:
    """Each citation of a table, figure, annex or chapter with its place; a span names all between its ends."""
    for ruas in list_ruas(dokumen):
        if ruas.jenis not in TEKS:
            continue
        for cocok in _SEBUT.finditer(ruas.teks):
            kata = {"grafik": "Gambar"}.get(cocok["kata"].lower(), cocok["kata"].capitalize())
            for nomor in _spread(cocok["nomor"], cocok["akhir"]):
                yield ruas.letak, (kata, nomor)


def _spread(awal: str, akhir: str | None) -> Iterable[str]:
    kepala, _, a = awal.rpartition(".")
    kepala_akhir, _, b = (akhir or "").rpartition(".")
    if akhir is None or kepala != kepala_akhir or not (a.isdigit() and b.isdigit()):
        return [awal] if akhir is None else [awal, akhir]
    return [f"{kepala}.{n}" if kepala else str(n) for n in range(int(a), int(b) + 1)]


def list_objek(dokumen: Dokumen) -> dict[Sebutan, str]:
    """What can be cited, with its id: numbered tables, figures, annexes, chapters."""
    objek: dict[Sebutan, str] = {}
    for blok in dokumen.blok:
        if isinstance(blok, Tabel | Gambar) and blok.nomor:
            objek[blok.jenis.capitalize(), blok.nomor] = blok.id
        elif isinstance(blok, Judul) and blok.tingkat == 1 and blok.nomor:
            kata, _, nomor = blok.nomor.partition(" ")
            objek[kata.capitalize(), nomor] = blok.id
    return objek


def list_tak_disebut(dokumen: Dokumen) -> list[Sebutan]:
    """Tables, figures and annexes that no sentence, note or cell cites.

    What stands in an annex counts as cited with its annex: the annex is read as a whole.
    """
    disebut = {s for _, s in list_sebutan(dokumen)}
    lampiran = {nomor for kata, nomor in disebut if kata == "Lampiran"}

    def is_cited(kata: str, nomor: str) -> bool:
        induk = re.match(r"L(\d+)\.", nomor)
        return (kata, nomor) in disebut or (induk is not None and induk[1] in lampiran)

    return [(k, n) for k, n in list_objek(dokumen) if k != "Bab" and not is_cited(k, n)]


def list_salah_sebut(dokumen: Dokumen) -> list[tuple[str, Sebutan]]:
    """Citations, with their place, of a table, figure, annex or chapter of this numbering that is not there.

    "Lampiran III" of a regulation and the like carry roman numbers, our annexes do not; chapters do.
    """
    objek = list_objek(dokumen)
    return [
        (letak, (kata, nomor))
        for letak, (kata, nomor) in list_sebutan(dokumen)
        if (kata, nomor) not in objek and nomor.lstrip("L")[:1].isdigit() == (kata != "Bab")
    ]


def _review_sebutan(dokumen: Dokumen) -> Iterator[Temuan]:
    """One finding for all annexes that nothing cites, one for each table or figure; one for each wrong citation."""
    tak = list_tak_disebut(dokumen)
    lampiran = [n for k, n in tak if k == "Lampiran"]
    if lampiran:
        teks = f"Lampiran {', '.join(lampiran)} tidak dirujuk dalam batang tubuh. Mohon sebutkan pada bagian yang didukungnya."
        yield make_temuan("", "lampiran-tidak-dirujuk", Tingkat.CATATAN, teks, nilai=", ".join(lampiran))
    for kata, nomor in tak:
        in_lampiran = re.match(r"L(\d+)\.", nomor)
        if kata != "Lampiran" and not (in_lampiran and in_lampiran[1] in lampiran):
            teks = "tidak dirujuk dalam teks. Mohon sebutkan pada kalimat yang menjelaskannya."
            yield make_temuan(f"{kata} {nomor}", "objek-tidak-dirujuk", Tingkat.CATATAN, teks, nilai=nomor)
    for letak, (kata, nomor) in dict.fromkeys(list_salah_sebut(dokumen)):
        teks = f"merujuk {kata} {nomor}, yang tidak ada dalam dokumen. Mohon perbaiki nomornya."
        yield make_temuan(letak, "rujukan-salah", Tingkat.PERINGATAN, teks, nilai=f"{kata} {nomor}")
