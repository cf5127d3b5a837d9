"""Daftar Isi, Daftar Tabel, Daftar Gambar and the list of annexes: TOC fields whose results are filled in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from lakip_lib.blok import DaftarOtomatis, Gambar, Judul, Tabel
from lakip_lib.report.docx.konteks import Konteks, is_annex
from lakip_lib.report.docx.oxml import Elemen, close_field, make, make_field, make_paragraph, make_run, open_field
from lakip_lib.report.docx.tanda import name_block

KOSONG = {
    "isi": "Dokumen ini tidak memuat judul.",
    "tabel": "Dokumen ini tidak memuat tabel bernomor.",
    "gambar": "Dokumen ini tidak memuat gambar bernomor.",
    "lampiran": "Dokumen ini tidak memuat lampiran.",
}
PERINTAH = {
    "isi": '\\o "1-3" \\h \\z',
    "tabel": '\\h \\z \\c "Tabel"',
    "gambar": '\\h \\z \\c "Gambar"',
    "lampiran": "\\f L \\h \\z",
}
EM = "\u2003"
_ROMAWI = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Butir:
    """One entry of a list: paragraph style, text, the block it leads to, and whether that is front matter."""

    gaya: str
    teks: str
    kode: str
    depan: bool


def write_list(blok: DaftarOtomatis, konteks: Konteks) -> list[Elemen]:
    """The list as one field; with page numbers if the layout is known, otherwise without."""
    isi = _write_list(blok, konteks)
    konteks.daftar_otomatis.append((blok, isi))
    return isi


def rewrite_lists(konteks: Konteks, halaman: Mapping[str, int]) -> bool:
    """Put lists with these page numbers in the place of those that were set; False where that cannot be done.

    A list that a section begins with holds the section's mark, and is left alone.
    """
    if any(next(e.iter(qn("w:bookmarkStart")), None) is not None for _, isi in konteks.daftar_otomatis for e in isi):
        return False
    konteks.halaman = halaman
    for blok, lama in konteks.daftar_otomatis:
        induk = lama[0].getparent()
        if induk is None or not any(collect_entries(blok.isi, konteks)):
            continue  # it says that there is nothing to list, on whatever page
        for satu, ganti in zip(lama, _write_list(blok, konteks), strict=True):
            induk.replace(satu, ganti)
    return True


def _write_list(blok: DaftarOtomatis, konteks: Konteks) -> list[Elemen]:
    butir = list(collect_entries(blok.isi, konteks))
    if not butir:
        return [make_paragraph("BelumDiisi", [make_run(KOSONG[blok.isi])])]
    tanpa_nomor = "" if konteks.halaman else "\\n "
    perintah = f" TOC {PERINTAH[blok.isi]} {tanpa_nomor}"
    paragraf = [_write_entry(satu, konteks.halaman.get(satu.kode)) for satu in butir]
    for urut, elemen in enumerate(open_field(perintah)):
        paragraf[0].insert(1 + urut, elemen)
    paragraf[-1].append(close_field())
    return [_wrap_contents(paragraf)] if blok.isi == "isi" else paragraf


def _wrap_contents(paragraf: list[Elemen]) -> Elemen:
    """The content control by which Word knows a table of contents and offers to update it."""
    galeri = make(
        "w:docPartObj", None, make("w:docPartGallery", {"w:val": "Table of Contents"}), make("w:docPartUnique")
    )
    return make("w:sdt", None, make("w:sdtPr", None, galeri), make("w:sdtContent", None, *paragraf))


def _write_entry(butir: Butir, halaman: int | None) -> Elemen:
    isi = [make_run(butir.teks)]
    nama = name_block(butir.kode)
    if halaman is not None:
        label = roman(halaman) if butir.depan else str(halaman)
        isi += [make_run("\t"), *make_field(f" PAGEREF {nama} \\h ", [make_run(label)])]
    return make_paragraph(butir.gaya, [make("w:hyperlink", {"w:anchor": nama, "w:history": "1"}, *isi)])


def collect_entries(isi: str, konteks: Konteks) -> Iterator[Butir]:
    """The entries of one of the four lists, in document order."""
    pilih: dict[str, Callable[[object], tuple[str, str] | None]] = {
        "isi": _pick_heading,
        "tabel": lambda b: _pick_caption("Tabel", b) if isinstance(b, Tabel) else None,
        "gambar": lambda b: _pick_caption("Gambar", b) if isinstance(b, Gambar) else None,
        "lampiran": lambda b: _join(b) if isinstance(b, Judul) and is_annex(b) else None,
    }
    depan = True
    for blok in konteks.dokumen.blok:
        if isinstance(blok, Judul) and blok.tingkat == 1:
            depan = blok.depan
        entri = pilih[isi](blok)
        if entri is not None:
            gaya = f"TOC{blok.tingkat}" if isi == "isi" and isinstance(blok, Judul) else "TableofFigures"
            yield Butir(gaya, entri[0], entri[1], depan)


def _pick_heading(blok: object) -> tuple[str, str] | None:
    """A Bab's number stands before its title without a tab, so that titles without one need none."""
    if not isinstance(blok, Judul) or not blok.daftar or blok.tingkat > 3:
        return None
    return _join(blok, EM if blok.tingkat == 1 else "\t")


def _join(judul: Judul, pemisah: str = "\t") -> tuple[str, str]:
    return (f"{judul.nomor}{pemisah}{judul.teks}" if judul.nomor else judul.teks), judul.id


def _pick_caption(kata: str, blok: Tabel | Gambar) -> tuple[str, str] | None:
    return (f"{kata} {blok.nomor}\t{blok.judul}", blok.id) if blok.nomor else None


def roman(angka: int) -> str:
    """A small roman number for a page of the front matter: 4 → "iv"."""
    hasil = ""
    for nilai, huruf in _ROMAWI:
        hasil, angka = hasil + huruf * (angka // nilai), angka % nilai
    return hasil
