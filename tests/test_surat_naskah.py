"""The model of letters and its two renderers."""

import dataclasses
import io
from datetime import date
from zipfile import ZipFile

import pytest
from contoh_surat import HARI, JEJAK, make_settings, open_docx, page_size, read_docx, read_pages

from lakip_lib.report.bab.depan import LAMBANG
from lakip_lib.report.docx.sampul import draw_svg
from lakip_lib.surat.disposisi import build_disposisi
from lakip_lib.surat.docx import render_docx
from lakip_lib.surat.docx.tabel import share_width
from lakip_lib.surat.naskah import (
    TITIK,
    Alamat,
    Alinea,
    Bagian,
    Centang,
    Daftar,
    HalamanBaru,
    Judul,
    Kolom,
    Naskah,
    Penanda,
    Pilihan,
    Resi,
    Rincian,
    RuangTulis,
    Sel,
    Subjudul,
    Tabel,
    TandaTangan,
    Utuh,
)
from lakip_lib.surat.pdf import render_pdf
from lakip_lib.surat.pihak import make_penanda
from lakip_lib.surat.rangka import make_naskah

PANJANG = "Bidang Pengelolaan Informasi Komunikasi Publik dan Kemitraan Media " * 2


def letter(*bagian: Bagian, **sifat: object) -> Naskah:
    naskah = make_naskah(make_settings(), "Uji", bagian, tanggal=HARI, jejak=JEJAK)
    return dataclasses.replace(naskah, **sifat)  # type: ignore[arg-type]


def table(n: int, **sifat: object) -> Tabel:
    kolom = (Kolom("No", 1, "tengah"), Kolom("Nama unit", 5), Kolom("Keadaan", 3))
    baris = tuple((str(i), PANJANG, Sel("Terlambat", lampu="merah")) for i in range(1, n + 1))
    return dataclasses.replace(Tabel("Unit", kolom, baris), **sifat)  # type: ignore[arg-type]


SEMUA = (
    Judul("Surat uji", nomor="000.8.6.3/1/UJI", bawah=("Tahun 2025",)),
    Alamat(("Yth. Bupati Contoh", "di", "Tempat")),
    Rincian((("Kepada", "Bidang A"), ("Tanggal", "")), garis=True),
    Subjudul("Bagian dalam"),
    Alinea("Dengan hormat & salam <hangat>,\nbaris kedua.", rata="kanan", tebal=True),
    Alinea("Catatan.", kecil=True),
    Daftar(("satu", "dua"), bernomor=True),
    Daftar(("butir",)),
    table(2),
    Centang((Pilihan("Setuju", True), Pilihan("Tolak"))),
    Centang((Pilihan("Segera"), Pilihan("Sangat segera", True)), sebaris=True),
    RuangTulis(2),
    Utuh((Alinea("Penutup."), TandaTangan(Penanda("Kepala", "Nama Satu"), Penanda("Penerima")))),
    HalamanBaru(),
    Resi((Alinea("Diterima."),)),
)
KATA = ("SURAT UJI", "Nomor: 000.8.6.3/1/UJI", "Yth. Bupati Contoh", "Bagian dalam", "& salam <hangat>", "☒", "☐",
        "Terlambat", "Penutup.", "Nama Satu", "NIP ....", "Penerima,", "potong di sini", "Diterima.")  # fmt: skip


def test_both_renderers_say_all_parts() -> None:
    naskah = letter(*SEMUA)
    pdf, docx = " ".join(read_pages(naskah)), read_docx(naskah)
    assert [kata for kata in KATA if kata not in pdf] == []
    assert [kata for kata in KATA if kata not in docx] == []


def test_letterhead_and_foot_stand_on_the_page() -> None:
    halaman = read_pages(letter(Alinea("Isi.")))
    assert "PEMERINTAH KABUPATEN CONTOH DINAS UJI" in halaman[0]
    assert JEJAK in halaman[0]
    assert "Halaman" not in halaman[0]


def test_same_letter_gives_same_bytes() -> None:
    assert render_pdf(letter(*SEMUA)) == render_pdf(letter(*SEMUA))
    assert render_docx(letter(*SEMUA)) == render_docx(letter(*SEMUA))


def test_file_bears_title_language_and_the_letters_own_date() -> None:
    sifat = open_docx(letter(Alinea("Isi."))).core_properties
    assert (sifat.title, sifat.author, sifat.language) == ("Uji – Dinas Uji", "Dinas Uji", "id-ID")
    assert sifat.created.date() == sifat.modified.date() == HARI
    assert render_docx(letter(tanggal=date(2026, 1, 6))) != render_docx(letter())


def test_table_over_pages_repeats_its_head() -> None:
    halaman = read_pages(letter(table(60)))
    assert len(halaman) > 2
    assert all("Nama unit" in h for h in halaman)
    assert [f"Halaman {n} dari {len(halaman)}" in h for n, h in enumerate(halaman, 1)] == [True] * len(halaman)
    baris = open_docx(letter(table(60))).tables[-1]._tbl.tr_lst
    assert len(baris[0].xpath("w:trPr/w:tblHeader")) == 1
    assert all(tr.xpath("w:trPr/w:cantSplit") for tr in baris)


@pytest.mark.parametrize(
    ("kertas", "lanskap", "ukuran"),
    [("A4", False, (210, 297)), ("F4", False, (215, 330)), ("F4", True, (330, 215))],
)
def test_paper_and_its_margins(kertas: str, lanskap: bool, ukuran: tuple[int, int]) -> None:
    naskah = letter(Alinea("Isi."), kertas=kertas, lanskap=lanskap)
    assert page_size(naskah) == ukuran
    section = open_docx(naskah).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == ukuran
    margin = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert tuple(round(m.cm, 1) for m in margin) == (2.0, 2.5, 3.0, 2.0)


def test_signature_of_nobody_leaves_room_to_write() -> None:
    naskah = letter(TandaTangan(make_penanda(make_settings(pejabat={}), "kepala")))
    for teks in (read_pages(naskah)[0], read_docx(naskah)):
        assert "Kepala Dinas Uji," in teks
        assert TITIK in teks
        assert "None" not in teks


def test_signature_names_who_acts_for_another() -> None:
    penanda = make_penanda(make_settings(), "sekretaris")
    assert (penanda.jabatan, penanda.nip) == ("Plt. Sekretaris", "19760822 200112 2 002")


def test_parts_kept_together_do_not_part_at_a_pages_end() -> None:
    isi = tuple(Alinea(f"Alinea {n}.") for n in range(37))
    akhir = Utuh((Alinea("Penutup."), TandaTangan(Penanda("Kepala", "Nama Satu"))))
    halaman = read_pages(letter(*isi, akhir))
    assert ["Penutup." in h for h in halaman] == ["Nama Satu" in h for h in halaman]
    badan = open_docx(letter(akhir)).element.body
    assert len(badan.xpath("w:p[w:r/w:t='Penutup.']/w:pPr/w:keepNext")) == 1


def test_sample_is_marked_as_one() -> None:
    naskah = letter(Alinea("Isi."), contoh=True)
    assert "CONTOH – data rekaan" in read_pages(naskah)[0]
    assert "CONTOH – data rekaan" in open_docx(naskah).sections[0].first_page_header.paragraphs[0].text


def test_letters_of_hostile_text_still_compile() -> None:
    naskah = letter(Alinea("a\x00b\ufffe #set $x$ [y] \u200b 漢"), Rincian((("L" * 90, "W" * 300),)), table(1))
    assert "#set $x$ [y]" in read_pages(naskah)[0]
    assert "#set $x$ [y]" in read_docx(naskah)


def test_docx_opens_in_current_word_with_arial() -> None:
    with ZipFile(io.BytesIO(render_docx(letter(Alinea("Isi."))))) as berkas:
        assert b'w:name="compatibilityMode"' in berkas.read("word/settings.xml")
        assert b'w:ascii="Arial"' in berkas.read("word/styles.xml")
        assert b"Cambria" not in berkas.read("word/document.xml")


def test_numbered_lists_each_begin_at_one() -> None:
    dokumen = open_docx(letter(Daftar(("a",), bernomor=True), Daftar(("b",), bernomor=True)))
    nomor = [p._p.pPr.numPr.numId.val for p in dokumen.paragraphs if p.style.name == "List Number"]
    assert len(set(nomor)) == 2


def test_column_widths_add_up() -> None:
    assert sum(share_width(9071, [1, 1, 1])) == 9071


def test_letterhead_abbreviates_no_kabupaten() -> None:
    instansi = {"kode": "dinas-uji", "nama": "Dinas Uji", "pemda": "Pemerintah Kab. Contoh"}
    naskah = make_naskah(make_settings(instansi=instansi), "Uji", (Alinea("Isi."),), tanggal=HARI)
    assert "PEMERINTAH KABUPATEN CONTOH" in read_pages(naskah)[0]
    assert "PEMERINTAH KABUPATEN CONTOH" in read_docx(naskah)


def test_coat_of_arms_is_told_to_those_who_do_not_see_it() -> None:
    png = draw_svg(LAMBANG.encode())
    naskah = make_naskah(make_settings(), "Uji", (Alinea("Isi."),), tanggal=HARI, logo=png)
    assert render_pdf(naskah) != render_pdf(letter(Alinea("Isi.")))
    (sifat,) = open_docx(naskah).element.body.xpath("//wp:docPr")
    assert sifat.get("descr") == "Lambang Pemerintah Kabupaten Contoh"


def test_picture_that_is_none_leaves_its_place_blank() -> None:
    naskah = make_naskah(make_settings(), "Uji", (Alinea("Isi."),), tanggal=HARI, logo=b"bukan gambar")
    assert open_docx(naskah).element.body.xpath("//wp:docPr") == []


def test_font_that_this_computer_lacks_is_told(caplog: pytest.LogCaptureFixture) -> None:
    assert render_pdf(letter(Alinea("Isi."), huruf="Huruf Khayal"))
    assert "surat memakai Source Sans Pro" in caplog.text


URUTAN = {  # of the schema, as far as letters use it: Word refuses a file that has them otherwise
    "pPr": "pStyle keepNext keepLines numPr pBdr tabs spacing ind jc",
    "tblPr": "tblW jc tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan shd vAlign",
    "rPr": "rFonts b color sz u lang textOutline",
}


@pytest.mark.parametrize("unsur", URUTAN)
def test_properties_stand_in_the_order_that_word_demands(unsur: str) -> None:
    kotak = build_disposisi(make_settings(), tanggal=HARI).bagian
    badan = open_docx(letter(*SEMUA, *kotak)).element.body
    boleh = URUTAN[unsur].split()
    ada = [[e.tag.rpartition("}")[2] for e in satu] for satu in badan.xpath(f".//w:{unsur}")]
    assert ada
    assert [nama for nama in ada if nama != sorted(nama, key=boleh.index)] == []
