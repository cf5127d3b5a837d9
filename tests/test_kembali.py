"""The DOCX that came back: what nobody changed gives nothing, each correction gives its own difference and no other."""

from collections.abc import Callable

import pytest
from contoh_kembali import banding, docx, dokumen
from suntingan import (
    Ubah,
    W,
    belah_run,
    buang_bookmark,
    ganti,
    ganti_id_gaya,
    ganti_terekam,
    hapus,
    hapus_baris_terekam,
    hapus_gambar,
    hapus_paragraf_terekam,
    komentari,
    koreksi_otomatis,
    nomori_ulang,
    perbarui_daftar_isi,
    pindah,
    sisipkan,
    tambah,
    ubah,
)

from lakip_lib.errors import UnreadableFileError
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.kembali import Beda, describe_beda, read_kembali
from lakip_lib.koreksi.kembali.draf import list_bagian
from lakip_lib.report.docx import render_docx


def sunting(*langkah: Ubah) -> list[tuple[str, str, str]]:
    return [(str(b.jenis), b.lama, b.baru) for b in banding(ubah(docx(), *langkah))]


def satu(*langkah: Ubah) -> Beda:
    (beda,) = banding(ubah(docx(), *langkah))
    return beda


def test_what_nobody_touched_gives_no_difference() -> None:
    assert banding(docx()) == ()


def test_data_tables_that_stand_in_for_pictures_are_no_difference() -> None:
    assert banding(render_docx(dokumen(), gambar=None)) == ()


@pytest.mark.parametrize(
    "ulah", [belah_run, koreksi_otomatis, buang_bookmark, perbarui_daftar_isi, nomori_ulang], ids=lambda f: f.__name__
)
def test_what_word_does_by_itself_is_no_difference(ulah: Callable[..., None]) -> None:
    assert banding(ubah(docx(), ulah)) == ()


def test_renamed_style_ids_are_no_difference() -> None:
    assert banding(ubah(ubah(docx(), ganti_id_gaya), ganti_id_gaya, bagian="word/styles.xml")) == ()


def test_every_element_of_the_draft_has_a_place_in_words() -> None:
    assert all(b.tempat and not b.tempat.startswith(" ›") for b in list_bagian(dokumen()))


def test_a_rewritten_text_of_narasi_is_accepted_with_its_place() -> None:
    beda = satu(ganti("Demikian penutup ini kami sampaikan.", "Demikian laporan ini kami akhiri."))
    assert (beda.jenis, beda.naskah, beda.diterima) == ("paragraf-berubah", "penutup", True)
    assert beda.tempat == "Bab IV › C. Pelajaran dan Rencana ke Depan › Rencana perbaikan › paragraf 2"


def test_a_changed_figure_is_refused_with_the_cells_to_mend() -> None:
    beda = satu(ganti("89,98%", "98,98%"))
    assert (beda.jenis, beda.lama, beda.baru, beda.ref) == (
        "angka-berubah",
        "89,98%",
        "98,98%",
        "anggaran_total/persen#persen",
    )
    assert not beda.diterima
    assert "laporan realisasi anggaran" in beda.alasan


def test_a_changed_figure_of_an_indikator_names_its_source_cells() -> None:
    (sumber, *_) = next(i for i in dokumen().hasil["indikator"] if i["kode"] == "IKU-1.1")["sumber"]
    (beda,) = [b for b in banding(ubah(docx(), ganti("102,18", "103,18"))) if b.jenis == "angka-berubah"]
    assert f"{sumber['berkas']}, lembar {sumber['lembar']}, sel {sumber['sel']}" in beda.alasan


def test_words_and_a_figure_changed_in_one_paragraph_are_two_differences() -> None:
    lama = "Penyerapan anggaran sasaran ini 90,13 persen"
    hasil = sunting(ganti(lama, "Serapan anggaran sasaran ini 91,13 persen"))
    assert [(jenis, baru) for jenis, _, baru in hasil if jenis == "angka-berubah"] == [("angka-berubah", "91,13")]
    assert [jenis for jenis, _, _ in hasil] == ["angka-berubah", "paragraf-berubah"]


def test_words_of_the_report_itself_are_refused_with_the_text_that_may_say_more() -> None:
    beda = satu(ganti("Perhitungannya disajikan pada", "Hitungannya dimuat pada"))
    assert not beda.diterima
    assert "narasi/sasaran-S4.md" in beda.alasan


def test_a_changed_quotation_names_the_cell_of_the_form() -> None:
    beda = banding(ubah(docx(), ganti("diperluas ke kecamatan", "dipasang di kecamatan")))
    assert beda
    assert all("isian/BIDANG-1.xlsx, lembar F2 Analisis, sel E7" in b.alasan for b in beda)


def test_a_heading_that_was_changed_is_refused() -> None:
    assert sunting(ganti("Isu Strategis", "Isu Utama")) == [
        ("judul-berubah", "F. Isu Strategis", "F.\tIsu Utama"),
    ]


@pytest.mark.parametrize("isi", ["Waktu tanggap pengaduan masyarakat", "Keterisian kapasitas pusat data"])
def test_a_deleted_row_is_named_and_nothing_else(isi: str) -> None:
    ((jenis, lama, _),) = sunting(hapus(isi, "w:tr"))
    assert jenis == "baris-hilang"
    assert isi in lama


def test_a_table_that_is_gone_is_named() -> None:
    hasil = banding(ubah(docx(), hapus("Rumus", "w:tbl")))
    assert {str(b.jenis) for b in hasil} == {"tabel-hilang"}


def test_a_picture_that_is_gone_is_named() -> None:
    beda = satu(hapus_gambar(3))
    assert beda.jenis == "gambar-hilang"
    assert beda.tempat.startswith("Bab III › Gambar 3.")


def test_additions_find_the_text_whose_place_it_is() -> None:
    beda = satu(tambah("pemeriksaan data setiap triwulan", "Satu hal lagi perlu dicatat."))
    assert (beda.jenis, beda.naskah, beda.diterima) == ("paragraf-baru", "penutup", True)


def test_an_addition_after_the_words_on_an_indikator_becomes_its_text() -> None:
    beda = satu(tambah("Definisi operasionalnya ialah ukuran persentase perangkat daerah", "Cakupannya semua dinas."))
    assert (beda.naskah, beda.diterima) == ("indikator-IKU-1.2", True)


def test_an_addition_where_no_text_is_printed_is_refused() -> None:
    beda = satu(tambah("Sumber: Renstra Tahun 2021–2026", "Catatan tambahan."))
    assert (beda.jenis, beda.naskah, beda.diterima) == ("paragraf-baru", "", False)


def test_a_paragraph_that_was_moved_within_its_text_is_one_difference() -> None:
    beda = satu(pindah("Demikian penutup ini kami sampaikan.", "pemeriksaan data setiap triwulan"))
    assert (beda.jenis, beda.naskah, beda.diterima) == ("paragraf-pindah", "penutup", True)


def test_what_was_moved_to_where_nothing_is_printed_stays() -> None:
    beda = satu(pindah("Demikian penutup ini kami sampaikan.", "Sumber: Renstra Tahun 2021–2026"))
    assert (beda.jenis, beda.naskah, beda.diterima) == ("paragraf-pindah", "penutup", False)


def test_a_sentence_of_the_report_that_was_taken_away_is_refused() -> None:
    beda = satu(hapus("Laporan ini disusun dengan sistematika"))
    assert (beda.jenis, beda.diterima) == ("paragraf-hilang", False)


def test_a_number_that_contradicts_the_figures_is_refused_in_prose_too() -> None:
    baru = "Perbaikan dimulai karena penyerapan anggaran hanya 45,00 persen."
    beda = banding(ubah(docx(), ganti("Perbaikan dimulai pada triwulan pertama.", baru)))
    assert [(str(b.jenis), b.diterima) for b in beda] == [
        ("angka-naskah-berbeda", False),
        ("paragraf-berubah", False),
    ]
    assert "89,98%" in beda[0].alasan


def test_a_number_that_the_figures_bear_out_is_accepted() -> None:
    baru = "Perbaikan dimulai karena penyerapan anggaran 89,98 persen."
    assert satu(ganti("Perbaikan dimulai pada triwulan pertama.", baru)).diterima


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("Demikian penutup ini kami sampaikan.", "Demikian laporan ini kami akhiri."),
        ("89,98%", "98,98%"),
        ("Perhitungannya disajikan", "Hitungannya dimuat"),
    ],
)
def test_tracked_or_not_the_differences_are_the_same(lama: str, baru: str) -> None:
    polos, terekam = (banding(ubah(docx(), f(lama, baru))) for f in (ganti, ganti_terekam))
    assert [(b.jenis, b.tempat, b.diterima) for b in polos] == [(b.jenis, b.tempat, b.diterima) for b in terekam]
    assert [b.penulis for b in terekam] == [("Ibu Sekretaris",)] * len(terekam)


def test_tracked_changes_are_listed_with_their_authors() -> None:
    terbaca = read_kembali(ubah(docx(), ganti_terekam("kami sampaikan", "kami akhiri")))
    assert [(p.jenis, p.penulis, p.teks) for p in terbaca.perubahan] == [
        ("hapus", "Ibu Sekretaris", "kami sampaikan"),
        ("sisip", "Ibu Sekretaris", "kami akhiri"),
    ]


def test_a_paragraph_struck_out_with_its_mark_is_gone() -> None:
    assert sunting(hapus_paragraf_terekam("Demikian penutup ini kami sampaikan.")) == [
        ("paragraf-hilang", "Demikian penutup ini kami sampaikan.", "")
    ]


def test_a_row_struck_out_is_gone() -> None:
    assert [j for j, _, _ in sunting(hapus_baris_terekam("Uji petik"))] == ["baris-hilang"]


def test_comments_come_with_author_words_and_place() -> None:
    isi = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Pak Kadis"><w:p><w:r><w:t>Mohon diperjelas.</w:t>'
        "</w:r></w:p></w:comment></w:comments>"
    )
    data = sisipkan(ubah(docx(), komentari("Demikian penutup ini")), "word/comments.xml", isi)
    (beda,) = banding(data)
    assert (beda.jenis, beda.baru, beda.penulis) == ("komentar", "Mohon diperjelas.", ("Pak Kadis",))
    assert beda.lama == "Demikian penutup ini kami sampaikan."
    assert beda.tempat.startswith("Bab IV")


def test_findings_name_the_file_the_place_and_how_grave_it_is() -> None:
    data = ubah(docx(), ganti("89,98%", "98,98%"), ganti("Demikian penutup ini", "Demikianlah penutup ini"))
    temuan = describe_beda(banding(data), "LKjIP dari Sekretaris.docx")
    assert [(t.berkas, t.aturan, t.tingkat) for t in temuan] == [
        ("LKjIP dari Sekretaris.docx", "kembali-angka-berubah", Tingkat.WAJIB),
        ("LKjIP dari Sekretaris.docx", "kembali-paragraf-berubah", Tingkat.CATATAN),
    ]
    assert temuan[0].pesan.startswith("IKHTISAR EKSEKUTIF › kartu “Penyerapan anggaran”: angka diubah dari “89,98%”")
    assert "narasi/penutup.md" in temuan[1].pesan


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rusak", b"%PDF-1.7", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 99])
def test_what_is_no_docx_is_refused_with_the_reason(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"[Bb]erkas"):
        read_kembali(data)
