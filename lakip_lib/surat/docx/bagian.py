"""Each part of a letter, written at its place."""

from functools import singledispatch
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt

from lakip_lib.report.docx.oxml import Elemen, make, make_run
from lakip_lib.surat.docx.tabel import write_kotak, write_tabel, write_ttd
from lakip_lib.surat.docx.tempat import REDUP, TINTA, Tempat, add_run, insert_sifat, keep_together
from lakip_lib.surat.naskah import (
    TITIK,
    Alamat,
    Alinea,
    Centang,
    Daftar,
    HalamanBaru,
    Judul,
    Kotak,
    Pilihan,
    Rata,
    Resi,
    Rincian,
    RuangTulis,
    Subjudul,
    Tabel,
    TandaTangan,
    Utuh,
)

_RATA: dict[Rata, WD_ALIGN_PARAGRAPH] = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
}
_TITIK_DUA_CM = 0.35
_BARIS_TULIS = Pt(11)  # above each line to write on
HURUF_KOTAK = "Segoe UI Symbol"  # Word's font that holds the boxes to tick


@singledispatch
def write_bagian(bagian: object, tempat: Tempat) -> None:
    """Write one part at the end of its place."""
    raise TypeError(f"a part of a letter must be one of naskah.Bagian, not {type(bagian).__name__}")


@write_bagian.register
def _write_judul(bagian: Judul, tempat: Tempat) -> None:
    tempat.add("Title", bagian.teks.upper())
    nomor = [] if bagian.nomor is None else [f"Nomor: {bagian.nomor or TITIK}"]
    for teks in (*nomor, *bagian.bawah):
        akhir = tempat.add("Nomor", teks)
        akhir.paragraph_format.space_after = Pt(2)
    (akhir if nomor or bagian.bawah else tempat.wadah.paragraphs[-1]).paragraph_format.space_after = Pt(10)


@write_bagian.register
def _write_subjudul(bagian: Subjudul, tempat: Tempat) -> None:
    tempat.add("Heading 2", bagian.teks)


@write_bagian.register
def _write_alinea(bagian: Alinea, tempat: Tempat) -> None:
    alinea = tempat.add("Catatan Kecil" if bagian.kecil else "Normal")
    add_run(alinea, bagian.teks, tebal=bagian.tebal)
    if bagian.rata != "kiri":
        alinea.alignment = _RATA[bagian.rata]


@write_bagian.register
def _write_alamat(bagian: Alamat, tempat: Tempat) -> None:
    for urut, teks in enumerate(bagian.baris):
        alinea = tempat.add("Alamat", teks)
        if urut == 0:
            alinea.paragraph_format.space_before = Pt(6)
    alinea.paragraph_format.space_after = Pt(12)


@write_bagian.register
def _write_rincian(bagian: Rincian, tempat: Tempat) -> None:
    nilai = bagian.lebar_cm + _TITIK_DUA_CM
    for label, isi in bagian.pasangan:
        alinea = tempat.add("Rincian", f"{label}\t:\t{isi}")
        bentuk = alinea.paragraph_format
        bentuk.left_indent, bentuk.first_line_indent = Cm(nilai), Cm(-nilai)
        bentuk.tab_stops.add_tab_stop(Cm(bagian.lebar_cm))
        bentuk.tab_stops.add_tab_stop(Cm(nilai))
    bentuk.space_after = Pt(8)
    if bagian.garis:
        tepi = make("w:bottom", {"w:val": "single", "w:sz": 6, "w:space": 4, "w:color": TINTA})
        insert_sifat(alinea, make("w:pBdr", None, tepi))
        bentuk.space_after = Pt(10)


@write_bagian.register
def _write_daftar(bagian: Daftar, tempat: Tempat) -> None:
    nomor = _open_numbering(tempat) if bagian.bernomor else None
    for teks in bagian.butir:
        alinea = tempat.add("List Number" if bagian.bernomor else "List Bullet", teks)
        if bagian.kecil:
            alinea.runs[0].font.size, alinea.paragraph_format.space_after = Pt(9), Pt(1)
        if nomor is not None:
            sifat: Any = alinea._p.get_or_add_pPr()
            nomor_pr = sifat.get_or_add_numPr()
            nomor_pr.get_or_add_ilvl().val, nomor_pr.get_or_add_numId().val = 0, nomor
    alinea.paragraph_format.space_after = Pt(6)


def _open_numbering(tempat: Tempat) -> int:
    """The id of a new list that begins at 1, of the kind that the style List Number has."""
    utama: Any = tempat.wadah.part
    gaya = utama.styles["List Number"].element.pPr.numPr.numId.val
    daftar = utama.numbering_part.element
    asal = next(n for n in daftar.num_lst if n.numId == gaya).abstractNumId.val
    baru = daftar.add_num(asal)
    baru.add_lvlOverride(0).add_startOverride(1)
    nomor: int = baru.numId
    return nomor


@write_bagian.register
def _write_tabel(bagian: Tabel, tempat: Tempat) -> None:
    write_tabel(tempat, bagian)


@write_bagian.register
def _write_centang(bagian: Centang, tempat: Tempat) -> None:
    if bagian.sebaris:
        alinea = tempat.add("Pilihan")
        for urut, pilihan in enumerate(bagian.pilihan):
            _add_pilihan(alinea._p, pilihan, jarak="\u2003" if urut else "")
        return
    for pilihan in bagian.pilihan:
        alinea = tempat.add("Pilihan Kecil" if bagian.kecil else "Pilihan")
        alinea.paragraph_format.tab_stops.add_tab_stop(Pt(15))
        _add_pilihan(alinea._p, pilihan, sela="\t")


def _add_pilihan(p: Elemen, pilihan: Pilihan, *, jarak: str = "", sela: str = "\u00a0") -> None:
    huruf = make("w:rFonts", {f"w:{s}": HURUF_KOTAK for s in ("ascii", "hAnsi", "eastAsia", "cs")})
    p.append(make_run(f"{jarak}"))
    p.append(make_run("☒" if pilihan.dipilih else "☐", huruf))
    teks = pilihan.teks.replace(" ", "\u00a0") if jarak or sela != "\t" else pilihan.teks
    p.append(make_run(f"{sela}{teks}"))


@write_bagian.register
def _write_ruang(bagian: RuangTulis, tempat: Tempat) -> None:
    for _ in range(bagian.baris):
        alinea = tempat.add("Ruang Tulis", "\t")
        alinea.paragraph_format.space_before = _BARIS_TULIS
        henti = make("w:tab", {"w:val": "right", "w:leader": "dot", "w:pos": tempat.lebar - 40})
        insert_sifat(alinea, make("w:tabs", None, henti))


@write_bagian.register
def _write_kotak(bagian: Kotak, tempat: Tempat) -> None:
    write_kotak(tempat, bagian, write_bagian)


@write_bagian.register
def _write_ttd(bagian: TandaTangan, tempat: Tempat) -> None:
    write_ttd(tempat, bagian)


@write_bagian.register
def _write_utuh(bagian: Utuh, tempat: Tempat) -> None:
    awal = len(tempat.list_isi())
    for satu in bagian.isi:
        write_bagian(satu, tempat)
    keep_together(tempat.list_isi()[awal:])


@write_bagian.register
def _write_resi(bagian: Resi, tempat: Tempat) -> None:
    awal = len(tempat.list_isi())
    alinea = tempat.add("Garis Potong", "potong di sini")
    tepi = make("w:top", {"w:val": "dashed", "w:sz": 6, "w:space": 2, "w:color": REDUP})
    insert_sifat(alinea, make("w:pBdr", None, tepi))
    for satu in bagian.isi:
        write_bagian(satu, tempat)
    keep_together(tempat.list_isi()[awal:])


@write_bagian.register
def _write_halaman(bagian: HalamanBaru, tempat: Tempat) -> None:
    tempat.add("Jeda").add_run().add_break(WD_BREAK.PAGE)
