import re
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from lakip_lib.delivery.kata import name_column, say_ragu
from lakip_lib.delivery.tampil import Tampilan, pad_decimals, show_frame, show_nilai, show_record
from lakip_lib.measures import compute_hasil
from lakip_lib.measures.bingkai import frame_indikator
from tests.kasus_mini import make_kinerja, make_settings


def show(**kolom: list[object]) -> Tampilan:
    return show_frame(pd.DataFrame(kolom, dtype=object))


def first_cell(tampilan: Tampilan) -> str:
    return str(tampilan.teks.iloc[0, 0])


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("-0.5"), "−0,5"),
        (None, "–"),
        (float("nan"), "–"),
        (pd.NA, "–"),
        ("", "–"),
        (True, "ya"),
        (date(2026, 1, 3), "3 Januari 2026"),
        (2025, "2025"),
    ],
)
def test_a_value_is_shown_as_people_read_it(nilai: object, teks: str) -> None:
    assert show_nilai(nilai) == teks


@pytest.mark.parametrize(
    ("kolom", "kode", "teks"),
    [
        ("status", "tak_dinilai", "Belum dapat dinilai"),
        ("status", "efisien", "efisien"),
        ("alasan", "belum_rilis", "data belum dirilis"),
        ("arah", "min", "makin rendah makin baik"),
        ("periode", "TW3", "TW III"),
        ("tingkat", "wajib", "Wajib"),
        ("kolom", "realisasi_anggaran", "Realisasi anggaran"),
        ("kode", "", "Instansi"),
        ("target", "2.75", "2,75"),
        ("realisasi", "BB (70.01)", "BB (70,01)"),
        ("tw1", "80-90", "80–90"),
    ],
)
def test_codes_are_shown_in_words(kolom: str, kode: str, teks: str) -> None:
    assert first_cell(show(**{kolom: [kode]})) == teks


def test_what_a_unit_typed_is_shown_as_typed() -> None:
    temuan = show(nilai=["6.4"], pesan=["Mohon gunakan koma."])
    assert first_cell(temuan) == "6.4"
    assert first_cell(show(nilai=["6.4"], selisih=[Decimal(1)])) == "6,4"


@pytest.mark.parametrize(
    ("kolom", "judul"),
    [("sisa", "Sisa (Rp)"), ("tw2", "TW II"), ("status_data", "Status data"), ("E1", "E1"), ("NE E4", "NE E4")],
)
def test_headings_are_words_and_codes_of_methods_stay(kolom: str, judul: str) -> None:
    assert name_column(kolom) == judul


def test_a_doubtful_cell_is_named_with_its_reason() -> None:
    assert say_ragu("tw3:ambigu") == "TW III: angka dapat dibaca dengan dua cara"


def test_commas_stand_below_one_another() -> None:
    assert pad_decimals(["102,18", "14", "2,6", "–"]) == [
        "102,18",
        '14<span aria-hidden="true">,00</span>',
        '2,6<span aria-hidden="true">0</span>',
        "–",
    ]


def test_figures_stand_at_the_right_and_words_at_the_left() -> None:
    tampilan = show(nama=["Indeks"], capaian=[Decimal("102.18")], jumlah=[3], target=["2.75"])
    assert tampilan.angka == (False, True, True, True)
    aturan = re.findall(r"\.col(\d) \{\s+text-align: right;", tampilan.to_html())
    assert aturan == ["1", "2", "3"]


def test_a_long_text_wraps_and_a_short_one_does_not() -> None:
    html = show(pesan=["Mohon periksa sel ini. " * 9], unit=["EGOV"]).to_html()
    assert re.search(r"td\.col0 \{\s+white-space: pre-wrap;", html)
    assert "td.col1" not in html


def test_markup_comes_out_as_it_was_typed() -> None:
    html = show(catatan=["<b>A & B</b> {{ x }}"]).to_html()
    assert "&lt;b&gt;A &amp; B&lt;/b&gt; {{ x }}" in html


def test_tables_of_one_page_do_not_style_one_another() -> None:
    satu, dua = show(a=["x"]).to_html(), show(b=["y"]).to_html()
    assert re.findall(r'id="(T_\w+)"', satu) != re.findall(r'id="(T_\w+)"', dua)


def test_the_same_table_gives_the_same_bytes() -> None:
    frame = frame_indikator(compute_hasil(make_kinerja(), make_settings()))
    assert show_frame(frame).to_html() == show_frame(frame.copy()).to_html()
    assert "0x" not in show_frame(frame)._repr_mimebundle_()["text/plain"]


def test_text_keeps_the_colour_of_the_page_so_that_dark_pages_read_well() -> None:
    html = show(a=["x"]).to_html()
    assert set(re.findall(r"[^-]color: (.*?);", html)) == {"inherit"}
    assert "background: transparent" in html


def test_no_english_and_no_blank_is_left_in_the_mini_case() -> None:
    teks = show_frame(frame_indikator(compute_hasil(make_kinerja(), make_settings()))).teks
    assert not teks.isin(["None", "nan", "True", "False", "", "belum", "tak_dinilai", "belum_rilis"]).any().any()


def test_an_empty_table_says_so() -> None:
    assert show(a=[])._repr_mimebundle_()["text/html"] == "<p>Tidak ada baris.</p>"


def test_a_record_is_shown_a_line_a_field() -> None:
    teks = show_record({"capaian": Decimal("96.69"), "status": "belum"}).teks
    assert teks.to_numpy().tolist() == [["Capaian (%)", "96,69"], ["Status", "Belum mencapai target"]]
