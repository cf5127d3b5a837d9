from dataclasses import replace

import pytest
from contoh_dokumen import budget_table, cell, par, row, sample_document, sample_identity

from lakip_lib.blok import Baris, Blok, DeretKartu, Dokumen, Judul, Kolom, Paragraf, Tabel
from lakip_lib.delivery.terbit import verify
from lakip_lib.errors import UnreadableFileError
from lakip_lib.report.bacaulang import pdf
from lakip_lib.report.bacaulang.banding import compare, normalise
from lakip_lib.report.bacaulang.model import DokumenTerbaca
from lakip_lib.report.bacaulang.pdf import read_pdf
from lakip_lib.report.pdf import render_pdf

DOKUMEN = sample_document()
REF = '"ref":"instansi_capaian/capaian"'


@pytest.fixture(scope="module")
def terbaca() -> DokumenTerbaca:
    return read_pdf(render_pdf(DOKUMEN))


def small(*blok: Tabel) -> Dokumen:
    return Dokumen(identitas=sample_identity(), blok=(Judul(tingkat=1, teks="X", id="x", nomor="BAB I"), *blok))


def test_headings_come_back_with_level_and_number(terbaca: DokumenTerbaca) -> None:
    assert terbaca.judul[6:8] == [(1, "BAB I PENDAHULUAN"), (2, "A. Latar belakang")]


def test_a_table_over_pages_comes_back_as_one(terbaca: DokumenTerbaca) -> None:
    anggaran = next(t for t in terbaca.tabel if t[0][0] == "Kode")
    assert [sel for baris in anggaran for sel in baris][-4:] == [
        "24.682.290.750",
        "22.230.077.107",
        "2.452.213.643",
        "92,94",
    ]
    assert len(anggaran) == 61


def test_a_hyphen_at_a_line_end_is_kept(terbaca: DokumenTerbaca) -> None:
    bukti = next(p for p in terbaca.paragraf if p.startswith("Alamat bukti"))
    assert normalise(bukti).count("bukti-capaian-kinerja-") == 9


def test_blank_cells_and_rows_keep_their_places() -> None:
    tabel = Tabel(
        id="t",
        kode="T",
        judul="",
        kolom=(Kolom(judul="A"), Kolom(judul="B")),
        baris=(row("", "x"), row("", ""), Baris(sel=(cell("y"),))),
    )
    dibaca = read_pdf(render_pdf(small(tabel)))
    assert dibaca.tabel[0][1:] == [["", "x"], [], ["y", ""]]
    assert compare(small(tabel), dibaca, nama="PDF") == []


def test_a_figure_changed_in_a_cell_is_caught(terbaca: DokumenTerbaca) -> None:
    tabel = [[[sel.replace("104,92", "104,29") for sel in baris] for baris in t] for t in terbaca.tabel]
    beda = compare(DOKUMEN, replace(terbaca, tabel=tabel), nama="PDF")
    assert "PDF: tabel 3.1 baris 1 sel 7 berisi “104,29”, seharusnya “104,92”." in beda


def test_a_figure_changed_in_a_sentence_is_caught(terbaca: DokumenTerbaca) -> None:
    paragraf = [p.replace("sebesar 93,36", "sebesar 98,36") for p in terbaca.paragraf]
    assert len(compare(DOKUMEN, replace(terbaca, paragraf=paragraf), nama="PDF")) == 1


LETAK: dict[str, tuple[type[Blok], str]] = {
    "sel": (Tabel, "“98,36”, seharusnya “93,36”"),
    "kalimat": (Paragraf, "“Rata-rata capaian kinerja Tahun 2025 sebesar 93,36 persen"),
    "kartu": (DeretKartu, "“93,36 %” tidak ada atau berubah"),
}


@pytest.mark.parametrize("letak", LETAK)
def test_a_pdf_with_a_figure_changed_anywhere_is_refused(letak: str) -> None:
    jenis, pesan = LETAK[letak]
    urut = next(n for n, b in enumerate(DOKUMEN.blok) if isinstance(b, jenis) and REF in b.model_dump_json())
    palsu = DOKUMEN.blok[urut].model_validate_json(DOKUMEN.blok[urut].model_dump_json().replace("93,36", "98,36", 1))
    blok = (*DOKUMEN.blok[:urut], palsu, *DOKUMEN.blok[urut + 1 :])
    beda = verify("LKjIP.pdf", render_pdf(DOKUMEN.model_copy(update={"blok": blok})), DOKUMEN)
    assert len(beda) == 1
    assert pesan in beda[0]


def test_a_lost_row_is_caught(terbaca: DokumenTerbaca) -> None:
    tabel = [t[:-1] if t[0][0] == "Kode" else t for t in terbaca.tabel]
    assert compare(DOKUMEN, replace(terbaca, tabel=tabel), nama="PDF")


def test_a_lost_table_is_caught(terbaca: DokumenTerbaca) -> None:
    assert compare(DOKUMEN, replace(terbaca, tabel=terbaca.tabel[:-1]), nama="PDF") == ["PDF: tabel 3.8 tidak ada."]


def test_a_lost_heading_is_caught(terbaca: DokumenTerbaca) -> None:
    assert compare(DOKUMEN, replace(terbaca, judul=terbaca.judul[:-1]), nama="PDF") == [
        "PDF: jumlah judul 16, seharusnya 17."
    ]


def test_a_lost_figure_is_caught(terbaca: DokumenTerbaca) -> None:
    tanpa_data = [t for t in terbaca.tabel if t[0] != ["Indikator", "Capaian (%)"]]
    lengkap = replace(terbaca, tabel=tanpa_data, gambar=3)
    assert compare(DOKUMEN, lengkap, nama="PDF") == []
    assert len(compare(DOKUMEN, replace(lengkap, gambar=2), nama="PDF")) == 1


def test_a_reference_with_another_figure_is_caught(terbaca: DokumenTerbaca) -> None:
    beda = compare(DOKUMEN, replace(terbaca, ref={"indikator/IKU-1/capaian": "0"}), nama="HTML")
    assert "HTML: rujukan indikator/IKU-1/capaian berisi “0”, seharusnya “104,92”." in beda


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="bukan PDF"):
        read_pdf(b"bukan")


def test_a_long_table_is_read_whole() -> None:
    dokumen = small(budget_table(300))
    assert compare(dokumen, read_pdf(render_pdf(dokumen)), nama="PDF") == []


def test_paragraphs_are_read_once() -> None:
    dokumen = Dokumen(identitas=sample_identity(), blok=(par("sekali saja"),))
    assert read_pdf(render_pdf(dokumen)).paragraf.count("sekali saja") == 1


@pytest.mark.parametrize("teks", ["a  b", "a\x7fb", "a\tb\x0cc", "[U+0041]b", "\u00e9 \u200bx", "\u05d1\u05d0"])
def test_only_what_a_print_shows_is_compared(teks: str) -> None:
    panjang = teks + "\u00b2"  # the same by the long way
    assert normalise(panjang).replace("\u00b2", "") == normalise(teks)


def test_a_text_longer_than_the_room_for_it_comes_back_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    data = render_pdf(small())
    pertama = read_pdf(data)
    monkeypatch.setattr(pdf, "_RUANG", (pdf.ctypes.c_ushort * 2)())
    assert read_pdf(data) == pertama
