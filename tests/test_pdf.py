import re

import pypdfium2 as pdfium
import pytest
from contoh_dokumen import (
    NAKAL,
    WARNA,
    bar_figure,
    budget_table,
    cause_table,
    cell,
    empty_table,
    figure,
    par,
    row,
    runs,
    sample_document,
    sample_identity,
)

from lakip_lib.blok import AnyBlok, Baris, Dokumen, Halaman, Isi, Judul, Kolom, Paragraf, Run, Tabel
from lakip_lib.errors import RenderError
from lakip_lib.report.bacaulang.banding import compare
from lakip_lib.report.bacaulang.pdf import read_pdf
from lakip_lib.report.pdf import build_pdf, render_pdf
from lakip_lib.report.pdf.bentuk import TANPA_GRAFIK, group_landscape, heading_levels, shape_document
from lakip_lib.report.pdf.bersih import study_characters
from lakip_lib.report.pdf.tata_tabel import place_rows, shape_table

BAB = Judul(tingkat=1, teks="PENDAHULUAN", id="bab", nomor="BAB I")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'


def document(*blok: AnyBlok, **identitas: object) -> Dokumen:
    return Dokumen(identitas=sample_identity(**identitas), blok=(BAB, *blok))


def page_sizes(data: bytes) -> list[tuple[int, int]]:
    with pdfium.PdfDocument(data) as berkas:
        return [
            (round(lebar / 72 * 25.4), round(tinggi / 72 * 25.4)) for lebar, tinggi in (h.get_size() for h in berkas)
        ]


def page_texts(data: bytes) -> list[str]:
    with pdfium.PdfDocument(data) as berkas:
        return [halaman.get_textpage().get_text_range() for halaman in berkas]


def wide_table(*baris: Baris, kolom: int = 2) -> Tabel:
    return Tabel(id="t", kode="T", judul="Uji", kolom=tuple(Kolom(judul=f"K{n}") for n in range(kolom)), baris=baris)


@pytest.fixture(scope="module")
def sample() -> bytes:
    return render_pdf(sample_document())


def test_equal_documents_give_equal_bytes(sample: bytes) -> None:
    assert render_pdf(sample_document()) == sample


def test_notes_never_stand_on_a_page_without_a_row_of_their_table() -> None:
    catatan = ((Run(teks="Catatan pertama."),), (Run(teks="Catatan kedua."),))
    for n in range(30, 40):
        tabel = wide_table(*(row(f"baris {k}", "x") for k in range(n)))
        teks = page_texts(render_pdf(document(tabel.model_copy(update={"catatan": catatan, "sumber": "Uji"}))))
        halaman = next(t for t in teks if "Catatan pertama." in t)
        assert "baris" in halaman, n
        assert "Sumber: Uji" in halaman


def test_a_table_that_breaks_keeps_its_total_with_the_row_before() -> None:
    for n in range(32, 42):
        total = Baris(sel=(cell("Jumlah"), cell("9")), gaya="total")
        tabel = wide_table(*(row(f"baris-{k}.", "x") for k in range(n)), total)
        halaman = next(teks for teks in page_texts(render_pdf(document(tabel))) if "Jumlah" in teks)
        assert f"baris-{n - 1}." in halaman, n


def test_a_table_that_breaks_begins_with_two_rows() -> None:
    tabel = wide_table(*(row(f"baris-{k}.", "x") for k in range(16)))
    for n in range(20, 34):
        teks = page_texts(render_pdf(document(*(par("kata") for _ in range(n)), tabel)))
        assert "baris-1." in next(t for t in teks if "baris-0." in t), n


def test_rows_joined_by_a_cell_are_kept_as_a_group() -> None:
    baris = [Baris(sel=(cell("A", tinggi=3), cell("1"))), *(Baris(sel=(cell(str(k)),)) for k in (2, 3))]
    bentuk = shape_table(wide_table(*baris, row("B", "x"), row("C", "x"), *baris))
    assert (bentuk["awal"], bentuk["kaki"]) == (3, 5)


def test_a_first_row_of_many_lines_may_stand_alone() -> None:
    assert shape_table(wide_table(*(row("kata " * 60, "x") for _ in range(6))))["awal"] == 0
    assert shape_table(wide_table(*(row("kata " * 9, "x") for _ in range(6))))["awal"] == 2


def test_rows_too_long_to_stay_together_may_part() -> None:
    bentuk = shape_table(wide_table(*(row("kata " * 900, "x") for _ in range(6))))
    assert (bentuk["awal"], bentuk["kaki"]) == (0, 6)


def test_the_file_claims_pdf_ua_1_and_pdf_a_2a_and_is_tagged(sample: bytes) -> None:
    xmp = sample[sample.index(b"<x:xmpmeta") : sample.index(b"</x:xmpmeta>")].decode()
    assert re.search(r"<pdfuaid:part>1<|pdfuaid:part=\"1\"", xmp)
    assert re.search(r"<pdfaid:part>2<|pdfaid:part=\"2\"", xmp)
    assert re.search(r"<pdfaid:conformance>A<|pdfaid:conformance=\"A\"", xmp)
    with pdfium.PdfDocument(sample) as berkas:
        assert berkas.is_tagged()


def test_title_author_and_date_come_from_the_identity(sample: bytes) -> None:
    with pdfium.PdfDocument(sample) as berkas:
        data = berkas.get_metadata_dict()
    assert data["Title"] == "Laporan Kinerja Instansi Pemerintah (LKjIP) 2025 – Dinas Komunikasi dan Informatika"
    assert data["Author"] == "Dinas Komunikasi dan Informatika"
    assert data["CreationDate"].startswith("D:20260227")


def test_bookmarks_name_every_heading(sample: bytes) -> None:
    with pdfium.PdfDocument(sample) as berkas:
        tanda = [b.get_title() for b in berkas.get_toc()]
    assert "BAB III AKUNTABILITAS KINERJA" in tanda
    assert "A. Capaian kinerja organisasi" in tanda


def test_every_block_of_the_sample_is_in_the_file(sample: bytes) -> None:
    assert compare(sample_document(), read_pdf(sample), nama="PDF") == []


def test_no_page_is_blank(sample: bytes) -> None:
    kop = r"KONSEP|CONTOH – data rekaan|Laporan Kinerja Instansi Pemerintah \(LKjIP\) · 2025|Diskominfo|·"
    isi = [re.sub(kop, "", teks).split() for teks in page_texts(sample)]
    assert [n for n, kata in enumerate(isi, 1) if len(kata) < 4] == []


def test_front_matter_counts_in_roman_and_the_body_in_arabic(sample: bytes) -> None:
    akhir = [teks.split()[-1] for teks in page_texts(sample)]
    assert akhir[1:5] == ["i", "ii", "iii", "1"]


def test_wide_tables_turn_the_page_and_neighbours_share_it() -> None:
    data = render_pdf(
        document(par("kata " * 200), cause_table("a", "1.1", 1), cause_table("b", "1.2", 1), par("akhir"))
    )
    assert page_sizes(data)[1:] == [(210, 297), (297, 210), (210, 297)]


def test_a_document_that_begins_on_a_turned_page_has_no_blank_page() -> None:
    assert page_sizes(render_pdf(document(cause_table("a", "1.1", 1))))[1:] == [(297, 210)]


def test_f4_paper_is_215_by_330_mm() -> None:
    assert set(page_sizes(render_pdf(document(par("x"), kertas="F4")))) == {(215, 330)}


def test_text_that_looks_like_markup_is_printed_as_typed() -> None:
    dokumen = document(par(NAKAL), wide_table(row(NAKAL, "x")), Judul(tingkat=2, teks=NAKAL, id="j"), judul=NAKAL)
    assert compare(dokumen, read_pdf(render_pdf(dokumen)), nama="PDF") == []


@pytest.mark.parametrize(
    "teks", ["x" * 900, "halo 😀 ✓", "中文", "مرحبا بالعالم", "a\u202eb 12,5\u202c", "satu\ndua", "", "   "]
)
def test_odd_text_never_breaks_the_build(teks: str) -> None:
    dokumen = document(par(teks), wide_table(row(teks, "1")), Judul(tingkat=2, teks=teks, id="j"), instansi=teks)
    assert compare(dokumen, read_pdf(render_pdf(dokumen)), nama="PDF") == []


def test_control_characters_are_taken_out_and_said_so() -> None:
    hasil = build_pdf(document(par("a\x00b\x07c\ufeffd\ue000e")))
    assert hasil.peringatan == (
        "Karakter kendali yang tidak boleh ada dalam PDF dihilangkan: U+0000, U+0007, U+E000, U+FEFF.",
    )
    assert "abcde" in read_pdf(hasil.data).paragraf


def test_a_character_without_a_glyph_is_printed_as_its_code() -> None:
    aksara = study_characters(["\U0002fa1d"], "Source Serif Pro")
    assert aksara.ganti == {0x2FA1D: "[U+2FA1D]"}


def test_a_cell_over_the_last_rows_ends_above_the_notes() -> None:
    panjang = cell("meningkatnya pelayanan " * 12 + "kecamatan", tinggi=2)
    baris = (Baris(sel=(panjang, cell("1"))), Baris(sel=(cell("2"),)))
    tabel = wide_table(*baris).model_copy(update={"catatan": (runs("Kondisi awal."),)})
    with pdfium.PdfDocument(render_pdf(document(tabel))) as berkas:
        lembar = [satu.get_textpage() for satu in berkas]
        (isi,) = (satu for satu in lembar if "Kondisi awal." in satu.get_text_range())
        akhir, catatan = (isi.get_charbox(find_text(isi, kata)) for kata in ("kecamatan", "Kondisi awal."))
    assert akhir[1] > catatan[3]  # its foot is above the head of the note


def find_text(lembar: pdfium.PdfTextPage, teks: str) -> int:
    letak = lembar.search(teks).get_next()
    assert letak is not None
    return letak[0]


def test_long_words_stay_inside_the_page() -> None:
    data = render_pdf(document(par("x" * 900), wide_table(row("y" * 400, "z" * 400))))
    with pdfium.PdfDocument(data) as berkas:
        kotak = [b.get_bounds() for h in berkas for b in h.get_objects() if b.type == 1 and h.get_rotation() == 0]
    assert max(kanan for _, _, kanan, _ in kotak) < (210 - 18) / 25.4 * 72


def test_a_cell_longer_than_a_page_goes_on_over_pages() -> None:
    data = render_pdf(document(wide_table(row("kata " * 4000, "1"))))
    assert len(page_sizes(data)) > 3
    assert sum(teks.count("kata") for teks in page_texts(data)) >= 4000


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    halaman = [teks for teks in page_texts(render_pdf(document(budget_table(300)))) if "Subkegiatan" in teks]
    assert len(halaman) > 5
    assert all("Uraian" in teks and "Pagu" in teks for teks in halaman)


def test_a_table_without_rows_keeps_head_and_note() -> None:
    terbaca = read_pdf(render_pdf(document(empty_table())))
    assert terbaca.tabel == [[["Rekomendasi", "Tindak lanjut", "Status"]]]


def test_a_missing_picture_leaves_its_data_table_caption_and_count() -> None:
    dokumen = document(figure("g", "1.1", "Capaian", bar_figure()))
    terbaca = read_pdf(render_pdf(dokumen))
    assert TANPA_GRAFIK in terbaca.paragraf
    assert "Gambar 1.1 Capaian" in terbaca.paragraf
    assert compare(dokumen, terbaca, nama="PDF") == []


def test_a_picture_stands_with_its_alt_text() -> None:
    dokumen = document(figure("g", "1.1", "Capaian", bar_figure()))
    terbaca = read_pdf(render_pdf(dokumen, gambar={"g": SVG}))
    assert (terbaca.gambar, terbaca.tabel) == (1, [])


def test_an_unknown_font_falls_back_with_a_warning() -> None:
    assert build_pdf(document(par("x"), huruf="Huruf Tiada")).peringatan == (
        "Huruf 'Huruf Tiada' tidak ditemukan pada komputer ini; dokumen memakai Source Serif Pro.",
    )


def test_only_a_draft_is_stamped() -> None:
    jadi = page_texts(render_pdf(document(par("x"), konsep=False, contoh=False)))
    konsep = page_texts(render_pdf(document(par("x"), konsep=True, contoh=False)))
    assert ["KONSEP" in teks for teks in jadi + konsep] == [False, False, True, True]


def test_links_that_lead_nowhere_are_plain_text() -> None:
    isi = (Run(teks="k", tautan="#bab"), Run(teks="l", tautan="#tiada"), Run(teks="m", tautan="javascript:x()"))
    data = render_pdf(document(Paragraf(isi=isi), Halaman()))
    assert b"javascript" not in data
    assert "klm" in read_pdf(data).paragraf


def test_heading_levels_never_leap_down() -> None:
    blok = [Judul(tingkat=t, teks="x", id=f"j{n}") for n, t in enumerate((1, 4, 4, 2, 5))]
    assert list(heading_levels(blok)) == [1, 2, 3, 2, 3]


def test_headings_before_a_wide_table_go_with_it() -> None:
    blok = (par("a"), Judul(tingkat=2, teks="b", id="b"), par("c"), cause_table("t", "1.1"))
    bentuk = group_landscape(blok, [{"jenis": b.jenis} for b in blok])
    assert [b["jenis"] for b in bentuk] == ["paragraf", "lanskap"]


def test_cells_under_a_spanning_cell_move_aside() -> None:
    tabel = wide_table(Baris(sel=(cell("A", tinggi=2), cell("1"))), Baris(sel=(cell("2"),)))
    assert [(s["x"], s["y"], s["polos"]) for s in place_rows(tabel)] == [(0, 0, "A"), (1, 0, "1"), (1, 1, "2")]


def test_a_row_with_too_many_cells_is_refused() -> None:
    with pytest.raises(RenderError, match="must fit 2 columns"):
        place_rows(wide_table(row("a", "b", "c")))


def test_a_decimal_column_is_wide_enough_for_whole_parts_and_fractions_of_different_rows() -> None:
    kolom = (Kolom(judul="x", rata="desimal"),)
    tabel = Tabel(id="t", kode="t", judul="t", kolom=kolom, baris=(row("7.685"), row("1,09")))
    assert "7.685,09" in shape_table(tabel)["kolom"][0]["kata"]


def test_decimals_are_split_at_the_comma() -> None:
    tabel = Tabel(
        id="t",
        kode="T",
        judul="",
        kolom=(Kolom(judul="C", rata="desimal"),),
        baris=tuple(row(t) for t in ("1.234,5", "90,63*", "4", "–", "WTP")),
    )
    assert [s.get("pecahan") for s in shape_table(tabel)["badan"]] == [",5", ",63*", "", None, None]


def test_the_template_gets_no_reference() -> None:
    assert "indikator/IKU-1/capaian" not in str(shape_document(sample_document(), {}))


def test_squares_stand_beside_their_words() -> None:
    isi = Baris(sel=(cell("Tinggi", kotak=WARNA["Tinggi"]), cell("")))
    assert read_pdf(render_pdf(document(wide_table(isi)))).tabel[0][1] == ["Tinggi", ""]


def test_notes_and_points_are_printed() -> None:
    tabel = wide_table(row("a", "b")).model_copy(update={"catatan": (runs("catatan tabel"),), "sumber": "F1"})
    assert {"catatan tabel", "Sumber: F1"} <= set(read_pdf(render_pdf(document(tabel))).paragraf)


@pytest.mark.parametrize(
    ("isi", "polos"),
    [
        ((Run(teks="Rp1 dan dua"),), True),
        ((Run(teks="dua\nbaris"),), False),
        ((Run(teks="tebal", tebal=True),), False),
        ((Run(teks="ke", tautan="#a"),), False),
        ((Run(teks="a"), Run(teks="b")), False),
        ((), False),
    ],
)
def test_a_cell_of_one_plain_text_is_set_without_being_looked_into(isi: tuple[Run, ...], polos: bool) -> None:
    sel = place_rows(wide_table(Baris(sel=(Isi(isi=isi), cell("x")))))[0]
    assert ("satu" in sel) == polos
    assert not polos or (sel["satu"], sel["kata"]) == (sel["isi"][0]["teks"], 3)


def test_a_plain_text_with_a_word_too_long_for_its_column_breaks() -> None:
    sempit = wide_table(*(row("x" * 60, "x" * 200) for _ in range(3)))
    assert "".join(page_texts(render_pdf(document(sempit)))).count("x") == 3 * 260
