"""Headings and captions of the DOCX: real styles, bookmarks, and SEQ fields that already show the printed number."""

from lakip_lib.blok import Judul
from lakip_lib.report.docx.gaya import TANPA_DAFTAR
from lakip_lib.report.docx.konteks import Konteks, is_annex
from lakip_lib.report.docx.oxml import Elemen, make, make_char_style, make_field, make_paragraph, make_run


def write_heading(judul: Judul, konteks: Konteks) -> list[Elemen]:
    """One heading paragraph; its number stands in its own character style, a Bab's number on a line of its own."""
    isi = [make_run(judul.teks)]
    if judul.nomor:
        isi = [*_write_number(judul), *isi]
    gaya = f"Heading{judul.tingkat}{'' if judul.daftar else TANPA_DAFTAR}"
    rata = judul.tingkat in (2, 3) and not judul.nomor
    sifat = [make("w:ind", {"w:left": 0, "w:firstLine": 0})] if rata else []
    isi = konteks.tanda.wrap_block(judul.id, isi)
    if is_annex(judul):
        isi += make_field(f' TC "{_quote(judul.nomor)}\t{_quote(judul.teks)}" \\f L \\l 1 ', [])
    return [make_paragraph(gaya, isi, *sifat)]


def _write_number(judul: Judul) -> list[Elemen]:
    if judul.tingkat == 1:
        return [make_run(judul.nomor, make_char_style("NomorBab")), make_run("\n")]
    return [make_run(judul.nomor, make_char_style("NomorJudul")), make_run("\t" if judul.tingkat < 4 else " ")]


def write_caption(kata: str, nomor: str, judul: str, kode: str, konteks: Konteks, *, ikut: bool) -> Elemen:
    """A caption such as "Tabel 3.1 Judul"; `ikut` keeps it with what follows."""
    gaya = make_char_style("NomorKeterangan")
    awal, titik, akhir = nomor.rpartition(".")
    if akhir.isdigit():
        urut = make_field(_sequence(kata, int(akhir), konteks), [make_run(akhir, gaya)], gaya)
        angka = [make_run(f"{kata} {awal}{titik}", gaya), *urut]
    else:
        angka = [make_run(f"{kata} {nomor}", gaya), *make_field(f" SEQ {kata} \\h ", [])]
    isi = konteks.tanda.wrap_block(kode, [*angka, make_run(f"\t{judul}")])
    return make_paragraph("Caption", isi, *([make("w:keepNext")] if ikut else []))


def _sequence(kata: str, angka: int, konteks: Konteks) -> str:
    """The SEQ instruction; where the printed number does not follow the last one, it says where to go on."""
    lanjut = konteks.urutan.get(kata, 0) + 1 == angka
    konteks.urutan[kata] = angka
    return f" SEQ {kata} \\* ARABIC " if lanjut else f" SEQ {kata} \\* ARABIC \\r {angka} "


def _quote(teks: str) -> str:
    """The text as it may stand between quotation marks in a field instruction."""
    return teks.replace("\\", "\\\\").replace('"', "”")
