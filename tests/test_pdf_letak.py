"""Where tables and pictures come to stand in the PDF: in their own subbab, behind what names them, on full pages."""

from collections.abc import Callable

import pytest
from contoh_dokumen import bar_figure, figure, par, row
from test_pdf import SVG, document, page_texts, wide_table

from lakip_lib.blok import AnyBlok, Judul
from lakip_lib.report import pdf
from lakip_lib.report.pdf import render_pdf
from lakip_lib.report.pdf.tata_letak import Letak, arrange, choose_movable, number_blocks, read_places

TINGGI = 297.0


def paragraph(nama: str, gaya: str = "biasa") -> dict[str, object]:
    return {"jenis": "paragraf", "nama": nama, "gaya": gaya}


def block(jenis: str, nama: str, *, pendek: bool = True) -> dict[str, object]:
    return {"jenis": jenis, "nama": nama, "pendek": pendek}


def choose(blok: list[dict[str, object]], ruang: float, tinggi: float = 20.0) -> list[object]:
    bernomor = number_blocks(blok)
    letak = {n: Letak(1, 0, 1, 0, tinggi) for n in range(len(blok))}
    return [bernomor[m]["nama"] for m in choose_movable(bernomor, 1, letak, ruang)]


def test_the_text_that_fits_goes_before_a_picture_that_does_not() -> None:
    blok = [paragraph("p"), block("gambar", "g"), *(paragraph(n) for n in "abc")]
    assert choose(blok, 50) == ["a", "b"]
    assert choose(blok, 10) == []


def test_the_mark_of_a_draft_is_counted() -> None:
    assert choose([paragraph("p"), block("gambar", "g"), paragraph("a", "draf")], 25) == []


def test_nothing_crosses_a_heading() -> None:
    assert choose([paragraph("p"), block("gambar", "g"), {"jenis": "judul"}, paragraph("a")], 99) == []


def test_tables_and_pictures_keep_the_order_of_their_kind() -> None:
    blok = [paragraph("p"), block("gambar", "g1"), block("tabel", "t1"), paragraph("a"), block("gambar", "g2")]
    assert choose(blok, 99) == ["t1"]
    assert choose([*blok[:4], block("tabel", "t2"), block("gambar", "g2"), paragraph("b")], 200) == [
        "t1",
        "a",
        "t2",
        "b",
    ]


def test_a_paragraph_goes_only_with_what_it_announces() -> None:
    blok = [paragraph("p"), block("gambar", "g"), paragraph("a"), block("tabel", "t")]
    assert choose(blok, 99) == ["a", "t"]
    assert choose(blok, 40) == []


def test_a_table_that_need_not_stay_whole_begins_where_much_is_left() -> None:
    blok = [paragraph("p"), block("gambar", "g"), block("tabel", "t", pendek=False)]
    assert choose(blok, 70, tinggi=90) == ["t"]
    assert choose(blok, 50, tinggi=90) == []


def test_arranging_ends_where_nothing_more_can_move() -> None:
    blok = number_blocks([paragraph("p"), block("gambar", "g"), paragraph("a")])
    putaran = []

    def set_pages(batang: list[dict[str, object]]) -> dict[int, Letak]:
        putaran.append([b["nama"] for b in batang])
        return {0: Letak(1, 30, 1, 200, 9), 1: Letak(2, 26, 2, 150, 120), 2: Letak(2, 160, 2, 180, 20)}

    assert [b["nama"] for b in arrange(blok, TINGGI, set_pages)] == ["p", "a", "g"]
    assert putaran == [["p", "g", "a"], ["p", "a", "g"]]


def test_what_a_block_takes_is_told_by_where_it_begins_and_ends() -> None:
    tanda = [[0, "awal", 3, 40.0], [1, "awal", 3, 200.0], [0, "akhir", 3, 190.0], [1, "akhir", 4, 66.0]]
    assert read_places(tanda, TINGGI) == {0: Letak(3, 40, 3, 190, 150), 1: Letak(3, 200, 4, 66, 72 + 40)}


def test_the_marks_of_a_paragraph_hold_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    letak: list[Letak] = []

    def look(batang: list[dict[str, object]], _: float, tata: Callable[..., dict[int, Letak]]) -> object:
        letak.extend(tata(batang).values())
        return batang

    monkeypatch.setattr(pdf, "arrange", look)
    render_pdf(document(par("Satu."), par("Dua " + "kata " * 20 + "akhir.")))
    assert [round(satu.tinggi, 1) for satu in letak] == [3.9, 9.5]  # 11 pt, and 11 pt with 1.45 times that
    assert round(letak[1].atas - letak[0].bawah, 1) == 3.7  # 0.95 times 11 pt


@pytest.mark.parametrize("isian", range(14, 34, 3))
def test_a_picture_stays_in_its_subbab_behind_the_text_that_names_it(isian: int) -> None:
    blok: tuple[AnyBlok, ...] = (
        *(par("kata") for _ in range(isian)),
        par("Disajikan pada Gambar 1.1."),
        figure("g", "1.1", "Capaian", bar_figure()),
        par("SATU " + "kata " * 60 + "AKHIR1."),
        par("DUA " + "kata " * 60 + "AKHIR2."),
        Judul(tingkat=2, teks="Berikutnya", id="j", nomor="B."),
        *(par("kata") for _ in range(20)),
    )
    svg = SVG.replace(b"40 20", b"40 26")
    halaman = page_texts(render_pdf(document(*blok), gambar={"g": svg}))
    semua = "".join(halaman)
    assert semua.index("Disajikan") < semua.index("Gambar 1.1 ") < semua.index("B. Berikutnya")
    gambar = semua.index("Gambar 1.1 ")
    for awal, akhir in (("SATU", "AKHIR1"), ("DUA", "AKHIR2")):
        assert (semua.index(awal) < gambar) == (semua.index(akhir) < gambar)


def test_equal_documents_are_arranged_alike() -> None:
    blok = (*(par("kata") for _ in range(24)), wide_table(*(row("a", "b") for _ in range(9))), par("kata " * 40))
    assert render_pdf(document(*blok)) == render_pdf(document(*blok))
