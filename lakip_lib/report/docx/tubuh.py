"""The body of the DOCX: cover, then each section's blocks in order."""

from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

from lakip_lib.blok import AnyBlok, Daftar, DaftarOtomatis, DeretKartu, Gambar, Halaman, Judul, Paragraf, Tabel, Ttd
from lakip_lib.report.docx.bagian import Bagian, Kaki, make_cover_section, make_section, measure_text, split_sections
from lakip_lib.report.docx.daftar import write_list
from lakip_lib.report.docx.gambar import write_figure
from lakip_lib.report.docx.judul import write_heading
from lakip_lib.report.docx.konteks import Konteks
from lakip_lib.report.docx.oxml import Elemen, make, make_paragraph, make_run
from lakip_lib.report.docx.sampul import write_cover
from lakip_lib.report.docx.susunan import write_cards, write_signature
from lakip_lib.report.docx.tabel import write_table
from lakip_lib.report.docx.tanda import AWAL_DEPAN, AWAL_ISI
from lakip_lib.report.halaman import continued_lists

GAYA_PARAGRAF = {
    "biasa": "BodyText",
    "catatan": "CatatanTabel",
    "belum": "BelumDiisi",
    "draf": "Draf",
    "tengah": "Tengah",
    "kutipan": "Quote",
}

LABEL = {"belum": ("LabelBelum", "BELUM DIISI"), "draf": ("LabelDraf", "DRAF · menunggu konfirmasi")}


def write_body(konteks: Konteks) -> list[Elemen]:
    """Children of w:body, the last of them the final section's properties."""
    identitas, kaki = konteks.dokumen.identitas, Kaki(konteks)
    sampul = write_cover(konteks)
    hasil = [*sampul, _end_section(make_cover_section(identitas.kertas))]
    bagian = split_sections(konteks.dokumen.blok)
    for satu in bagian:
        isi = _write_section(satu, konteks)
        sifat = make_section(satu, identitas.kertas, kaki)
        if satu is not bagian[-1]:
            isi = _close(isi, sifat)
        hasil += [*isi, *([sifat] if satu is bagian[-1] else [])]
    return hasil


def _write_section(bagian: Bagian, konteks: Konteks) -> list[Elemen]:
    konteks.lebar, konteks.tinggi = measure_text(konteks.dokumen.identitas.kertas, lanskap=bagian.lanskap)
    isi: list[Elemen] = []
    for blok, sambung in zip(bagian.blok, continued_lists(bagian.blok), strict=True):
        if isinstance(blok, Halaman) and isi and _is_gap(isi[-1]):
            isi.pop()  # on a full page it would fall on the next one, and leave that one empty
        baru = write_block(blok, konteks)
        if sambung:
            _stay_on_page(baru[0])
        isi += baru
    if bagian.awal:
        isi = isi or [make_paragraph("BodyText")]
        tanda = konteks.tanda.wrap_block(AWAL_DEPAN if bagian.depan else AWAL_ISI, [])
        pertama = isi[0] if isi[0].tag == qn("w:p") else next(isi[0].iter(qn("w:p")))
        for urut, elemen in enumerate(tanda):
            pertama.insert(1 + urut, elemen)
    return isi


def _stay_on_page(judul: Elemen) -> None:
    """Take back from one heading what its style says: that it opens a page."""
    ppr = judul.find(qn("w:pPr"))
    assert ppr is not None
    ppr.insert(1, make("w:pageBreakBefore", {"w:val": "0"}))


def _is_gap(elemen: Elemen) -> bool:
    """Whether this is the empty line after a table or a figure."""
    gaya = elemen.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return gaya is not None and gaya.get(qn("w:val")) == "Jeda" and elemen.find(qn("w:r")) is None


def _close(isi: list[Elemen], sifat: Elemen) -> list[Elemen]:
    """End a section in its last paragraph, so that no empty line is left over for another page.

    Where a field of many paragraphs ends there, a line of its own: LibreOffice reads head and foot with the section's
    end, and takes the fields in them for a part of the one that is still open.
    """
    terakhir = isi[-1]
    if terakhir.tag != qn("w:p") or next(terakhir.iter(qn("w:fldChar")), None) is not None:
        return [*isi, _end_section(sifat)]
    ppr = terakhir.find(qn("w:pPr"))
    assert ppr is not None
    ppr.append(sifat)
    return isi


def _end_section(sifat: Elemen) -> Elemen:
    return make_paragraph("Jeda", [], make("w:spacing", {"w:line": 20, "w:lineRule": "exact"}), sifat)


def write_block(blok: AnyBlok, konteks: Konteks) -> list[Elemen]:
    """The elements of one block."""
    return _PENULIS[type(blok)](blok, konteks)


def _write_paragraph(blok: Paragraf, konteks: Konteks) -> list[Elemen]:
    label = LABEL.get(blok.gaya)
    kepala = [make_paragraph(label[0], [make_run(label[1])])] if label else []
    return [*kepala, make_paragraph(GAYA_PARAGRAF[blok.gaya], konteks.write_runs(blok.isi))]


def _write_points(blok: Daftar, konteks: Konteks) -> list[Elemen]:
    """List paragraphs; each numbered list has a numbering of its own, so that it begins at 1."""
    gaya, nomor = "ListBullet", 1
    if blok.bernomor:
        konteks.daftar_bernomor += 1
        gaya, nomor = "ListNumber", 1 + konteks.daftar_bernomor
    return [make_paragraph(gaya, konteks.write_runs(isi), _number(nomor)) for isi in blok.butir]


def _number(nomor: int) -> Elemen:
    return make("w:numPr", None, make("w:ilvl", {"w:val": 0}), make("w:numId", {"w:val": nomor}))


def _write_break(blok: Halaman, konteks: Konteks) -> list[Elemen]:
    return [make_paragraph("Jeda", [], make("w:pageBreakBefore"))]


_PENULIS: dict[type, Callable[[Any, Konteks], list[Elemen]]] = {
    Judul: write_heading,
    Paragraf: _write_paragraph,
    Daftar: _write_points,
    Tabel: write_table,
    Gambar: write_figure,
    DeretKartu: write_cards,
    Ttd: write_signature,
    DaftarOtomatis: write_list,
    Halaman: _write_break,
}
