"""The DOCX: what Word and LibreOffice find in the file."""

import base64
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from contoh_dokumen import NAKAL, budget_table, cell, par, row, runs, sample_document, sample_identity, small_table
from docx.oxml.ns import qn
from lxml import etree

from lakip_lib.blok import Baris, DaftarOtomatis, Dokumen, Gambar, Halaman, Judul, Kolom, Paragraf, Run, Tabel
from lakip_lib.report import docx as modul
from lakip_lib.report.docx import begin_docx_with_pages, read_page_numbers, render_docx
from lakip_lib.report.docx.bagian import split_sections
from lakip_lib.report.docx.daftar import roman
from lakip_lib.report.docx.gambar import TANPA_PERAMBAN
from lakip_lib.report.docx.halaman import find_soffice
from lakip_lib.report.docx.huruf import pick_fonts
from lakip_lib.report.docx.lebar import fit_columns
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.report.docx.sampul import read_logo
from lakip_lib.report.docx.tabel import place_cells

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC")
SVG = "data:image/svg+xml;base64," + base64.b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#0B4F7A"/></svg>'
).decode("ascii")
PPR = "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr"
RPR = "rStyle rFonts b bCs i iCs caps color spacing sz szCs u lang textOutline"
TCPR = "tcW gridSpan vMerge tcBorders shd tcMar vAlign"
butuh_soffice = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice tidak tersedia")


def part(data: bytes, nama: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(data)) as berkas:
        return etree.fromstring(berkas.read(nama))


def render(*blok: object, **ubah: object) -> etree._Element:
    return part(render_docx(Dokumen(identitas=sample_identity(**ubah), blok=blok), gambar=None))


def pictures(dokumen: Dokumen) -> dict[str, bytes]:
    return {blok.id: PNG for blok in dokumen.blok if isinstance(blok, Gambar)}


def text_of(elemen: etree._Element) -> str:
    return "".join(t.text or "" for t in elemen.iter(qn("w:t")))


def paragraphs(akar: etree._Element, gaya: str) -> list[etree._Element]:
    return [p for p in akar.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == gaya]


@pytest.fixture(scope="module")
def sample() -> bytes:
    dokumen = sample_document()
    return render_docx(dokumen, gambar=pictures(dokumen), halaman={"bab-3": 3, "ikhtisar": 2, "t3-1": 4})


def test_text_is_without_what_xml_forbids_and_what_turns_letters_around() -> None:
    assert clean_text("a\x00\u202e12,5\u202c\r\nb\ud800") == "a12,5\nb"


def test_same_input_gives_same_bytes(sample: bytes) -> None:
    dokumen = sample_document()
    assert render_docx(dokumen, gambar=pictures(dokumen), halaman={"bab-3": 3, "ikhtisar": 2, "t3-1": 4}) == sample


def test_file_bears_the_date_of_the_document_and_no_other(sample: bytes) -> None:
    with ZipFile(BytesIO(sample)) as berkas:
        assert {info.date_time for info in berkas.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        waktu = set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", berkas.read("docProps/core.xml")))
    assert waktu == {b"2026-02-27T00:00:00Z"}


def test_word_opens_it_without_a_question(sample: bytes) -> None:
    atur = part(sample, "word/settings.xml")
    assert atur.find(qn("w:updateFields")) is None
    assert "15" in [satu.get(qn("w:val")) for satu in atur.iter(qn("w:compatSetting"))]


def test_every_relationship_leads_to_a_part(sample: bytes) -> None:
    with ZipFile(BytesIO(sample)) as berkas:
        nama = set(berkas.namelist())
        rels = etree.fromstring(berkas.read("word/_rels/document.xml.rels"))
    dalam = [r.get("Target") for r in rels if r.get("TargetMode") != "External"]
    assert not [t for t in dalam if f"word/{t}" not in nama and t.removeprefix("../") not in nama]


@pytest.mark.parametrize(("tag", "urutan"), [("w:pPr", PPR), ("w:rPr", RPR), ("w:tcPr", TCPR)])
@pytest.mark.parametrize("nama", ["word/document.xml", "word/styles.xml"])
def test_properties_stand_in_the_order_of_the_schema(sample: bytes, tag: str, urutan: str, nama: str) -> None:
    for sifat in part(sample, nama).iter(qn(tag)):
        letak = [urutan.split().index(etree.QName(anak).localname) for anak in sifat]
        assert letak == sorted(set(letak)), etree.tostring(sifat)


def test_bookmark_names_are_lawful_and_unique(sample: bytes) -> None:
    nama = [b.get(qn("w:name")) for b in part(sample).iter(qn("w:bookmarkStart"))]
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", satu) for satu in nama)
    assert len(set(nama)) == len(nama)


def test_headings_are_real_and_those_outside_the_list_are_twins(sample: bytes) -> None:
    akar = part(sample)
    bab = [text_of(p) for p in paragraphs(akar, "Heading1")]
    assert "BAB IIIAKUNTABILITAS KINERJA" in bab
    assert [text_of(p) for p in paragraphs(akar, "Heading1TanpaDaftar")] == ["DAFTAR ISI"]


def test_caption_numbers_are_fields_whose_results_are_the_printed_numbers(sample: bytes) -> None:
    perintah = [
        (re.sub(r"\s+", " ", "".join(i.text for i in p.iter(qn("w:instrText"))).strip()), text_of(p))
        for p in paragraphs(part(sample), "Caption")
    ]
    assert ("SEQ Tabel \\* ARABIC", "Tabel 3.1Target dan realisasi kinerja Tahun 2025") in perintah
    assert any(p == "SEQ Tabel \\* ARABIC \\r 5" and t.startswith("Tabel 3.5") for p, t in perintah)


def test_every_field_that_opens_also_closes(sample: bytes) -> None:
    jenis = [f.get(qn("w:fldCharType")) for f in part(sample).iter(qn("w:fldChar"))]
    assert jenis.count("begin") == jenis.count("separate") == jenis.count("end") > 10


def test_lists_show_roman_numbers_for_front_matter(sample: bytes) -> None:
    isi = [text_of(p) for p in paragraphs(part(sample), "TOC1")]
    assert "IKHTISAR EKSEKUTIFii" in isi
    assert "BAB III\u2003AKUNTABILITAS KINERJA3" in isi
    assert [roman(n) for n in (1, 4, 9, 14, 49)] == ["i", "iv", "ix", "xiv", "xlix"]


def test_without_layout_the_lists_carry_no_page_numbers() -> None:
    akar = part(render_docx(sample_document(), gambar=None))
    perintah = [i.text for i in akar.iter(qn("w:instrText"))]
    assert not [p for p in perintah if "PAGEREF" in p]
    assert all("\\n" in p for p in perintah if p.startswith(" TOC"))


def test_list_entries_lead_to_bookmarks_that_exist(sample: bytes) -> None:
    akar = part(sample)
    nama = {b.get(qn("w:name")) for b in akar.iter(qn("w:bookmarkStart"))}
    assert {h.get(qn("w:anchor")) for h in akar.iter(qn("w:hyperlink"))} - {None} <= nama


def test_head_rows_repeat_and_rows_do_not_split() -> None:
    tabel = next(t for t in render(budget_table()).iter(qn("w:tbl")) if t.find(f".//{qn('w:tblHeader')}") is not None)
    baris = tabel.findall(qn("w:tr"))
    assert len([b for b in baris if b.find(f".//{qn('w:tblHeader')}") is not None]) == 1
    assert all(b.find(f".//{qn('w:cantSplit')}") is not None for b in baris)


def test_wide_tables_turn_the_page_and_take_their_heading_along() -> None:
    lebar = small_table("lebar").model_copy(update={"lanskap": True})
    bagian = split_sections((par("awal"), Judul(tingkat=2, teks="Judul", id="j"), par("pendek"), lebar, par("akhir")))
    assert [(b.lanskap, len(b.blok)) for b in bagian] == [(False, 1), (True, 3), (False, 1)]


def test_a_page_break_before_a_bab_makes_no_empty_page() -> None:
    bagian = split_sections((par("a"), Halaman(), Judul(tingkat=1, teks="B", id="b"), par("c"), Halaman(), par("d")))
    assert sum(isinstance(b, Halaman) for satu in bagian for b in satu.blok) == 1


def test_page_numbers_are_roman_before_the_first_bab_and_start_again_after_it(sample: bytes) -> None:
    nomor = [(n.get(qn("w:fmt")), n.get(qn("w:start"))) for n in part(sample).iter(qn("w:pgNumType"))]
    assert nomor == [("lowerRoman", "1"), ("decimal", "1"), ("decimal", None), ("decimal", None)]


def test_pictures_carry_alternative_text(sample: bytes) -> None:
    alt = [d.get("descr") for d in part(sample).iter(qn("wp:docPr"))]
    assert len(alt) == 3
    assert all(satu.startswith("Grafik: ") for satu in alt)


def test_without_picture_the_data_table_and_the_reason_stand_in_its_place() -> None:
    akar = part(render_docx(sample_document(), gambar=None))
    assert [text_of(p) for p in paragraphs(akar, "Pengganti")] == [TANPA_PERAMBAN] * 3
    assert "Gambar 3.1Capaian menurut indikator" in [text_of(p) for p in paragraphs(akar, "Caption")]


def test_text_is_never_markup() -> None:
    assert NAKAL in [text_of(p) for p in paragraphs(render(par(NAKAL)), "BodyText")]


def test_characters_that_xml_forbids_are_dropped() -> None:
    assert [text_of(p) for p in paragraphs(render(par("a\x00b\x1fc\ud800d")), "BodyText")] == ["abcd"]


def test_rp_and_its_amount_stay_on_one_line() -> None:
    teks = [text_of(p) for p in paragraphs(render(par("Pagu Rp 1.000,00, Rp saja, (Rp -5)")), "BodyText")]
    assert teks == ["Pagu Rp\u00a01.000,00, Rp saja, (Rp\u00a0-5)"]


def test_links_lead_to_http_or_into_the_document_only() -> None:
    isi = (Run(teks="x", tautan="javascript:alert(1)"), Run(teks="y", tautan="https://contoh.invalid"))
    akar = render(Paragraf(isi=isi))
    assert len(list(akar.iter(qn("w:hyperlink")))) == 1


def test_cells_below_a_span_are_continued_and_columns_kept() -> None:
    baris = (Baris(sel=(cell("a", tinggi=2), cell("b", lebar=2))), row("c", "d"))
    letak = [[(p.kolom, p.lanjutan) for p in satu] for satu in place_cells(baris)]
    assert letak == [[(0, False), (1, False)], [(0, True), (1, False), (2, False)]]


def test_decimals_lie_under_one_another_by_indent() -> None:
    tabel = Tabel(id="t", kode="t", judul="t", kolom=(Kolom(judul="x", rata="desimal"),), baris=(row("1,25"), row("3")))
    sel = [p.find(f"{qn('w:pPr')}/{qn('w:ind')}") for p in paragraphs(render(tabel), "SelTabel")]
    assert sel[0] is None
    assert int(sel[1].get(qn("w:right"))) == pytest.approx((2 * 0.507 + 0.25) * 9 * 20, abs=1)


def test_no_column_is_narrower_than_its_longest_word_where_all_fit() -> None:
    assert fit_columns([1, 1, 8], [300, 200, 100], 1000) == [300, 200, 500]
    assert sum(fit_columns([1, 1], [900, 800], 1000)) == 1000


def test_kategori_has_a_coloured_square_beside_its_word() -> None:
    run = next(r for r in render(small_table("t")).iter(qn("w:r")) if text_of(r) == "■ ")
    assert run.find(f".//{qn('w:color')}").get(qn("w:val")) == "2166AC"


def test_the_word_beside_a_square_and_figures_with_letters_stay_on_one_line() -> None:
    kolom = (Kolom(judul="A", lebar=40), Kolom(judul="B", lebar=1), Kolom(judul="C", rata="kanan", lebar=1))
    sel = (cell("x " * 400), cell("Sangat Tinggi", kotak="#2166AC"), cell("BB (70,01)"))
    akar = render(small_table("t").model_copy(update={"kolom": kolom, "baris": (Baris(sel=sel),)}))
    lebar = [int(g.get(qn("w:w"))) for g in akar.iter(qn("w:gridCol"))]
    assert lebar[1] > 1100
    assert lebar[2] > 850


def test_no_section_ends_in_the_paragraph_that_closes_a_field() -> None:
    depan = [Judul(tingkat=1, teks="DAFTAR TABEL", id="d", depan=True), DaftarOtomatis(isi="tabel")]
    tabel = small_table("t").model_copy(update={"nomor": "1.1"})
    akar = render(*depan, Judul(tingkat=1, teks="BAB", id="b"), tabel)
    akhir = [p for p in akar.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None]
    assert len(akhir) == 2
    assert not [p for p in akhir if next(p.iter(qn("w:fldChar")), None) is not None]


def test_a_short_list_goes_on_below_the_one_before() -> None:
    kepala = [Judul(tingkat=1, teks=f"DAFTAR {n}", id=n, depan=True) for n in ("TABEL", "GAMBAR")]
    akar = render(kepala[0], DaftarOtomatis(isi="tabel"), kepala[1], DaftarOtomatis(isi="gambar"))
    baru = [p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") for p in paragraphs(akar, "Heading1")]
    assert [b is None or b.get(qn("w:val")) for b in baru] == [True, "0"]


def test_a_draft_bears_konsep_and_invented_data_the_word_contoh() -> None:
    data = render_docx(Dokumen(identitas=sample_identity(), blok=(par("x"),)), gambar=None)
    kepala = etree.tostring(part(data, "word/header1.xml"), encoding="unicode")
    assert 'string="KONSEP"' in kepala
    assert "CONTOH – data rekaan" in kepala


def test_a_final_document_of_real_data_bears_no_mark() -> None:
    identitas = sample_identity(konsep=False, contoh=False)
    data = render_docx(Dokumen(identitas=identitas, blok=(par("x"),)), gambar=None)
    semua = text_of(part(data)) + etree.tostring(part(data, "word/header1.xml"), encoding="unicode")
    assert "KONSEP" not in semua
    assert "CONTOH" not in semua


def test_paper_and_font_follow_the_settings() -> None:
    data = render_docx(Dokumen(identitas=sample_identity(kertas="F4", huruf="Arial"), blok=(par("x"),)), gambar=None)
    assert {u.get(qn("w:h")) for u in part(data).iter(qn("w:pgSz"))} == {"18710"}
    fonts = {f.get(qn("w:ascii")) for f in part(data, "word/styles.xml").iter(qn("w:rFonts"))}
    assert fonts == {"Arial"}
    assert pick_fonts("bawaan").badan == "Cambria"


def test_language_is_indonesian(sample: bytes) -> None:
    assert {x.get(qn("w:val")) for x in part(sample, "word/styles.xml").iter(qn("w:lang"))} == {"id-ID"}


def test_an_svg_emblem_becomes_a_picture_and_nonsense_none() -> None:
    assert (read_logo(SVG) or b"").startswith(b"\x89PNG")
    assert read_logo("data:image/svg+xml;base64,AAAA") is None
    assert read_logo("https://contoh.invalid/logo.png") is None
    assert len(list(render(par("x"), logo=SVG).iter(qn("wp:docPr")))) == 1


def test_each_numbered_list_begins_at_one(sample: bytes) -> None:
    nomor = part(sample, "word/numbering.xml")
    pakai = {n.get(qn("w:val")) for n in part(sample).iter(qn("w:numId"))}
    assert pakai <= {n.get(qn("w:numId")) for n in nomor.iter(qn("w:num"))}
    assert nomor.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_a_signature_block_leaves_space_and_draws_nothing(sample: bytes) -> None:
    tanda = [text_of(p) for p in paragraphs(part(sample), "TandaTangan") if text_of(p)]
    assert tanda[:3] == ["Kota Contoh, 27 Februari 2026", "KEPALA DINAS,", "NAMA CONTOH, S.T., M.Si."]


def test_a_ref_is_wrapped_in_a_bookmark_that_the_map_explains() -> None:
    dokumen = Dokumen(identitas=sample_identity(), blok=(Paragraf(isi=runs("93,36", "a/b")),))
    data = render_docx(dokumen, gambar=None)
    nama = [b.get(qn("w:name")) for b in part(data).iter(qn("w:bookmarkStart"))]
    peta = {t.get("nama"): t.get("asal") for t in part(data, "customXml/item1.xml")}
    assert [peta[n] for n in nama if n.startswith("ref_")] == ["a/b"]


@butuh_soffice
def test_page_numbers_come_from_the_layout_and_stay_true_when_printed() -> None:
    dokumen = sample_document()
    data = begin_docx_with_pages(dokumen, gambar=None)()
    halaman = read_page_numbers(data)
    assert halaman["kata-pengantar"] == 1
    assert halaman["bab-1"] == 1
    assert halaman["bab-3"] < halaman["t3-8"]
    assert f"BAB III\u2003AKUNTABILITAS KINERJA{halaman['bab-3']}" in [
        text_of(p) for p in paragraphs(part(data), "TOC1")
    ]


@pytest.mark.parametrize("halaman", [{}, {"bab-1": 1, "bab-3": 12, "kata-pengantar": 2, "t3-8": 15}])
def test_lists_set_anew_are_those_of_a_document_set_with_these_pages(
    halaman: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    dokumen = sample_document()
    lama = render_docx(dokumen, gambar=None, halaman=halaman)
    monkeypatch.setattr(modul, "read_pages", lambda _: halaman)
    monkeypatch.setattr(modul, "render_docx", None)  # the body is set once
    assert begin_docx_with_pages(dokumen, gambar=None)() == lama


def test_with_a_list_that_opens_a_part_all_is_set_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    blok = (DaftarOtomatis(isi="isi"), Judul(tingkat=1, teks="A", id="a", nomor="BAB I"))
    dokumen = Dokumen(identitas=sample_identity(), blok=blok)
    monkeypatch.setattr(modul, "read_pages", lambda _: {"a": 7})
    assert begin_docx_with_pages(dokumen, gambar=None)() == render_docx(dokumen, gambar=None, halaman={"a": 7})
