"""Reading reports of others: what comes back with which place, what is refused with which reason."""

from io import BytesIO
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
import typst
from contoh_asing import check, write_docx, write_pdf
from contoh_dokumen import sample_document
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from lakip_lib.blok import Dokumen
from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.grid import grid_from_rows
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing import TabelAsing, read_asing
from lakip_lib.report.docx import render_docx
from lakip_lib.report.pdf import render_pdf
from lakip_lib.temuan import Temuan

TABEL = [["Indikator", "Target", "Realisasi", "Capaian (%)"], ["Indeks mutu layanan", "90", "92", "102,22"]]


def rows(tabel: TabelAsing) -> list[list[str]]:
    return [[s.teks for s in isi.values()] for _, isi in tabel.lembar.rows()]


@pytest.mark.parametrize(
    "data",
    [
        write_docx("Kalimat.", "Tabel 1 Capaian", TABEL),
        write_pdf("Kalimat.", "Tabel 1 Capaian", TABEL),
        write_pdf("Kalimat.", "Tabel 1 Capaian", TABEL, garis=False, tag=True),
    ],
    ids=["docx", "pdf bergaris", "pdf bertag"],
)
def test_paragraphs_and_tables_come_back_in_order(data: bytes) -> None:
    dokumen = read_asing(data, "x")
    assert [a.teks for a in dokumen.alinea] == ["Kalimat.", "Tabel 1 Capaian"]
    assert rows(dokumen.tabel[0]) == TABEL
    assert dokumen.isi[-1] is dokumen.tabel[0]


def test_a_pdf_table_without_lines_and_tags_is_told_by_its_columns() -> None:
    isi = [
        *TABEL,
        ["Persentase layanan yang selesai tepat waktu", "80", "72", "95,00"],
        ["Jumlah aduan", "10", "5", "50,00"],
    ]
    data = write_pdf("Satu kalimat sebelum tabel.", isi, "Satu kalimat sesudahnya.", garis=False)
    dokumen = read_asing(data, "x")
    assert [rows(t) for t in dokumen.tabel] == [isi]
    assert [a.teks for a in dokumen.alinea] == ["Satu kalimat sebelum tabel.", "Satu kalimat sesudahnya."]
    assert [t.nilai for t in check(data)] == ["95,00"]


def test_lines_whose_columns_cannot_be_told_are_prose() -> None:
    data = write_pdf([*TABEL[:1], ["Indeks mutu layanan", "90", "92", "113"]], garis=False)
    assert read_asing(data, "x").tabel == ()
    assert check(data) == []


def test_places_are_pages_in_a_pdf_and_paragraphs_in_word() -> None:
    panjang = [f"Paragraf pengisi nomor {i}." for i in range(80)]
    assert check(write_pdf(*panjang, "Nilainya #REF!"))[0].lembar == "Halaman 4"
    assert check(write_docx("Satu.", "Nilainya #REF!"))[0].lembar == "Paragraf 2"


def test_a_table_over_pages_is_one_with_the_page_of_each_row() -> None:
    isi = [[f"Indikator layanan nomor {i}", "90", "45", "50,00"] for i in range(60)]
    isi[50][3] = "55,00"
    (tabel,) = read_asing(write_pdf([TABEL[0], *isi]), "x").tabel[:1]
    assert tabel.place(2) == "Halaman 1, tabel 1"
    kepala = "table.header(" + ", ".join(f"[{t}]" for t in TABEL[0]) + ")"
    sel = ", ".join(f"[{t}]" for b in isi for t in b)
    data = bytes(
        typst.compile(
            f"#set page(height: 20cm)\n#table(columns: 4, {kepala}, {sel})".encode(), format="pdf", pdf_tags=False
        )
    )
    dokumen = read_asing(data, "x")
    assert [len(rows(t)) for t in dokumen.tabel] == [61]
    assert [t.lembar for t in check(data)] == ['Halaman 3, tabel 1, baris "Indikator layanan nomor 50"']


@pytest.mark.parametrize(("garis", "tag"), [(True, False), (False, True)], ids=["bergaris", "bertag"])
def test_a_table_of_a_pdf_is_named_by_page_number_caption_and_row_never_by_cell(garis: bool, tag: bool) -> None:
    lain = [TABEL[0], ["Cakupan layanan", "90", "45", "55,00"]]
    data = write_pdf("Tabel 1 Capaian", TABEL, "Tabel 2 Capaian lain", lain, garis=garis, tag=tag)
    t = next(t for t in check(data) if t.nilai == "55,00")
    tempat = "Halaman 1, tabel 2" if tag else 'Halaman 1, tabel 2 ("Tabel 2 Capaian lain")'
    assert t.lembar == f'{tempat}, baris "Cakupan layanan"'
    assert t.sel is None
    assert t.pesan.startswith(f'{t.lembar}, kolom "Capaian (%)": ')


def test_rows_that_begin_alike_are_counted_and_long_ones_cut() -> None:
    panjang = "Persentase penduduk yang mempunyai akses terhadap layanan informasi publik"
    isi = [["Uraian", "Nilai"], ["Jumlah", "1"], ["Jumlah", "2"], ["12", "3"], [panjang, "4"]]
    tabel = TabelAsing("Halaman 2, tabel 1", grid_from_rows("x", [list(b) for b in isi]))
    assert [tabel.locate(n).removeprefix("Halaman 2, tabel 1, ") for n in range(2, 6)] == [
        'baris "Jumlah"',
        'baris "Jumlah" (yang ke-2)',
        'baris "12"',
        'baris "Persentase penduduk yang mempunyai akses terhadap layanan …"',
    ]


def test_findings_come_in_reading_order_whatever_figures_their_rows_name() -> None:
    isi = [[f"Indikator nomor {n}", "90", "45", "55,00"] for n in (9, 10, 2)]
    benar = [[f"Layanan {n}", "90", "45", "50,00"] for n in range(4)]
    kata = [t.lembar or "" for t in check(write_pdf([TABEL[0], *benar, *isi], "Nilainya #REF!"))]
    assert [k.rpartition(" ")[2] for k in kata] == ['9"', '10"', '2"', "1"]


def test_deleted_words_of_tracked_changes_are_not_read() -> None:
    data = write_docx("Nilainya AWAL akhir")
    keluar = BytesIO()
    with ZipFile(BytesIO(data)) as asal, ZipFile(keluar, "w") as tujuan:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == "word/document.xml":
                hapus = (
                    b'<w:del w:id="1" w:author="a"><w:r><w:delText>#REF!</w:delText></w:r></w:del><w:r><w:t>Nilainya'
                )
                assert b"<w:r><w:t>Nilainya" in isi
                isi = isi.replace(b"<w:r><w:t>Nilainya", hapus)
            tujuan.writestr(nama, isi)
    assert read_asing(keluar.getvalue(), "x").alinea[0].teks == "Nilainya AWAL akhir"


@pytest.mark.parametrize(
    ("data", "alasan"),
    [
        (b"%PDF-1.7 rusak", "rusak atau terkunci"),
        (b"PK\x03\x04rusak", "Dokumen Word rusak"),
        (b"bukan dokumen", "bukan dokumen Word"),
        (b"", "bukan dokumen Word"),
    ],
)
def test_a_file_that_is_none_is_refused_with_the_reason(data: bytes, alasan: str) -> None:
    with pytest.raises(UnreadableFileError, match=alasan):
        read_asing(data, "x")


def test_a_scan_is_refused_with_the_reason() -> None:
    berkas, keluar = pdfium.PdfDocument.new(), BytesIO()
    berkas.new_page(200, 200)
    berkas.save(keluar)
    with pytest.raises(UnreadableFileError, match="hasil pindai"):
        read_asing(keluar.getvalue(), "x")


def test_a_word_file_without_text_is_refused() -> None:
    keluar = BytesIO()
    Document().save(keluar)
    with pytest.raises(UnreadableFileError, match="tidak memuat teks"):
        read_asing(keluar.getvalue(), "x")


def sound_document() -> Dokumen:
    """The shared document with its two invented percentages made those of its own rows."""
    teks = sample_document().model_dump_json()
    return Dokumen.model_validate_json(teks.replace("93,36", "91,35").replace("92,94", "90,06"))


def grave(temuan: list[Temuan]) -> list[str]:
    return [t.pesan for t in temuan if t.tingkat is Tingkat.WAJIB]


def test_our_own_documents_have_nothing_grave() -> None:
    dokumen = sound_document()
    assert grave(check(render_docx(dokumen, gambar=None))) == []
    assert grave(check(render_pdf(dokumen))) == []


@pytest.mark.parametrize(
    ("benar", "salah", "aturan"),
    [
        ("104,92", "104,29", "capaian"),
        ("91,35", "93,36", "rata-rata"),
        ("90,06", "92,94", "penyerapan"),
        ("22.230.077.107", "22.230.077.117", "jumlah"),
    ],
)
def test_one_altered_figure_in_our_own_document_is_found(benar: str, salah: str, aturan: str) -> None:
    teks = sound_document().model_dump_json()
    assert benar in teks
    temuan = check(render_docx(Dokumen.model_validate_json(teks.replace(benar, salah)), gambar=None))
    assert any(t.aturan == f"asing-{aturan}" and t.tingkat is Tingkat.WAJIB and t.nilai == salah for t in temuan)


def test_an_altered_average_in_our_own_pdf_is_found_by_its_tags() -> None:
    teks = sound_document().model_dump_json().replace("91,35", "93,36")
    assert [t.nilai for t in check(render_pdf(Dokumen.model_validate_json(teks))) if t.tingkat is Tingkat.WAJIB] == [
        "93,36"
    ]


def test_a_generated_list_of_tables_in_word_is_no_second_set_of_captions() -> None:
    dokumen, keluar = Document(), BytesIO()
    gaya = dokumen.styles.add_style("table of figures", WD_STYLE_TYPE.PARAGRAPH)
    for teks in ("Tabel 1 Satu\t3", "Tabel 2 Dua\t4"):
        dokumen.add_paragraph(teks, style=gaya)
    for teks in ("Tabel 1 Satu", "Kalimat.", "Tabel 2 Dua"):
        dokumen.add_paragraph(teks)
    dokumen.save(keluar)
    terbaca = read_asing(keluar.getvalue(), "x")
    assert [a.teks for a in terbaca.alinea] == ["Tabel 1 Satu", "Kalimat.", "Tabel 2 Dua"]
    assert check(keluar.getvalue()) == []
