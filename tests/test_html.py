"""The HTML page: one file that requests nothing, escapes everything and explains its figures."""

import json
import re

import pytest
from contoh_dokumen import (
    NAKAL,
    achievement_table,
    bar_figure,
    budget_table,
    cause_table,
    cell,
    figure,
    par,
    row,
    runs,
    sample_document,
    sample_identity,
    small_table,
    years_table,
)
from lxml import html

from lakip_lib.blok import Baris, Dokumen, Isi, Kolom, Paragraf, Penjelasan, Run, Tabel
from lakip_lib.report.html import FOLDER, render_html
from lakip_lib.report.html.isi import (
    find_sort_value,
    is_sortable,
    measure_tail,
    merge_head,
    name_anchor,
    pick_colour,
    pick_image,
    pick_link,
    place_cells,
)
from lakip_lib.report.html.warna import GELAP, PASANGAN, TERANG, compute_contrast

JAHAT = '"></title></script><script>alert(1)</script> {{ 7 * 7 }} & <img src=x onerror=alert(1)>'


def render(*blok: object, penjelasan: dict[str, Penjelasan] | None = None, **ubah: object) -> html.HtmlElement:
    dokumen = Dokumen(identitas=sample_identity(**ubah), blok=blok, penjelasan=penjelasan or {})
    return html.document_fromstring(render_html(dokumen).decode(), parser=html.HTMLParser(huge_tree=True))


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_html(sample_document())


@pytest.fixture(scope="module")
def halaman(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data.decode(), parser=html.HTMLParser(huge_tree=True))


def test_same_input_gives_same_bytes(data: bytes) -> None:
    assert render_html(sample_document()) == data


def test_nothing_is_requested(halaman: html.HtmlElement) -> None:
    sumber = [e.get(a) for a in ("src", "srcset", "data", "action") for e in halaman.iterfind(f".//*[@{a}]")]
    assert all(satu.startswith("data:") for satu in sumber)
    assert [e.get("href") for e in halaman.iterfind(".//link")] == ["data:,"]
    assert not re.search(r"@import|url\((?!data:)", halaman.findtext(".//style"))


def test_the_page_forbids_itself_to_request_anything(halaman: html.HtmlElement) -> None:
    aturan = halaman.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert aturan.startswith("default-src 'none';")
    assert "http" not in aturan


def test_plotly_stands_in_the_page_once(data: bytes) -> None:
    assert len(re.findall(rb"plotly\.js v\d", data)) == 1
    assert len(data) < 8_000_000


def test_no_id_is_given_twice(halaman: html.HtmlElement) -> None:
    ids = [e.get("id") for e in halaman.iterfind(".//*[@id]")]
    assert len(set(ids)) == len(ids)


def test_links_within_the_page_lead_somewhere(halaman: html.HtmlElement) -> None:
    ids = {e.get("id") for e in halaman.iterfind(".//*[@id]")}
    tujuan = {
        a.get("href")[1:] for a in halaman.iterfind(".//a") if a.get("href").startswith("#") and a.get("href") != "#"
    }
    assert tujuan <= ids


def test_text_comes_out_as_typed() -> None:
    naskah = render(par(JAHAT), par(NAKAL)).find(".//article")
    assert [p.text_content() for p in naskah.iter("p")] == [JAHAT, NAKAL]
    assert not list(naskah.iter("script"))
    assert not list(naskah.iter("img"))


def test_json_in_a_script_cannot_end_it() -> None:
    gambar = figure("g", "1.1", JAHAT, {"data": [{"name": JAHAT}], "layout": {}})
    arti = {"a/b": Penjelasan(judul=JAHAT, rumus=JAHAT, masukan=((JAHAT, "1"),), sumber=())}
    akar = render(gambar, Paragraf(isi=runs("1", "a/b")), penjelasan=arti)
    assert len(list(akar.iter("script"))) == 4
    assert json.loads(akar.findtext(".//script[@id='data-figur']"))["g"]["data"][0]["name"] == JAHAT
    assert json.loads(akar.findtext(".//script[@id='data-penjelasan']"))["a/b"]["judul"] == JAHAT


def test_markup_in_the_identity_stays_text() -> None:
    akar = render(par("x"), instansi=JAHAT, judul=JAHAT, alamat=(JAHAT,), tempat_tahun=JAHAT)
    assert len(list(akar.iter("script"))) == 4
    assert akar.find(".//div[@class='instansi']").text_content() == JAHAT


def test_control_characters_are_dropped() -> None:
    assert render(par("a\x00b\x1bc")).find(".//article/p").text_content() == "abc"


@pytest.mark.parametrize(
    ("tautan", "hasil"), [("javascript:alert(1)", None), ("https://a.b", "https://a.b"), ("#t", "#t"), (None, None)]
)
def test_links_lead_to_http_or_into_the_page_only(tautan: str | None, hasil: str | None) -> None:
    assert pick_link(tautan) == hasil


def test_colours_and_pictures_are_checked() -> None:
    assert pick_colour("#0B4F7A") == "#0B4F7A"
    assert pick_colour("red;background:url(x)") is None
    assert pick_image("https://contoh.invalid/a.png") is None
    assert pick_image("data:image/png;base64,AA") == "data:image/png;base64,AA"


def test_an_explained_figure_is_a_button_with_its_ref_and_anchor(halaman: html.HtmlElement) -> None:
    tombol = halaman.find(".//button[@data-ref='indikator/IKU-1/capaian']")
    assert tombol.text_content() == "104,92"
    assert tombol.get("id") == "ref-indikator/IKU-1/capaian" == name_anchor("indikator/IKU-1/capaian")
    assert tombol.get("type") == "button"


def test_a_figure_without_explanation_keeps_its_ref_and_is_no_button(halaman: html.HtmlElement) -> None:
    assert halaman.find(".//button[@data-ref='anggaran_total/pagu']") is None
    assert halaman.find(".//span[@data-ref='anggaran_total/pagu']") is not None


def test_only_explanations_that_a_figure_opens_are_carried() -> None:
    arti = {ref: Penjelasan(judul=ref, rumus="r", masukan=(), sumber=()) for ref in ("a", "b")}
    akar = render(Paragraf(isi=(Run(teks="1", ref="a"),)), penjelasan=arti)
    assert list(json.loads(akar.findtext(".//script[@id='data-penjelasan']"))) == ["a"]


def test_each_chart_has_text_caption_and_data(halaman: html.HtmlElement) -> None:
    gambar = [f for f in halaman.iter("figure") if f.get("class") == "gambar"]
    assert len(gambar) == 3
    for satu in gambar:
        assert satu.find(".//*[@role='img']").get("aria-label").startswith("Grafik: ")
        assert satu.find(".//details//table") is not None
    assert [f.text_content().split()[:2] for g in gambar for f in g.iter("figcaption")] == [
        ["Gambar", "3.1"],
        ["Gambar", "3.2"],
    ]


def test_a_chart_is_as_high_as_it_asks_or_as_the_block_says() -> None:
    figur = bar_figure()
    figur["layout"]["height"] = 321
    tinggi = [
        render(figure("g", "", "x", f, 25.4)).find(".//*[@data-figur]").get("style") for f in (figur, bar_figure())
    ]
    assert tinggi == ["height: 321px", "height: 96px"]


@pytest.mark.parametrize("skema", [TERANG, GELAP], ids=["terang", "gelap"])
def test_text_has_the_contrast_that_wcag_asks(skema: dict[str, str]) -> None:
    kurang = {p: compute_contrast(skema[p[0]], skema[p[1]]) for p in PASANGAN}
    assert {p: nilai for p, nilai in kurang.items() if nilai < 4.5} == {}


def test_contrast_is_that_of_wcag() -> None:
    assert compute_contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert compute_contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_rules_use_the_schemes_colours_only() -> None:
    gaya = (FOLDER / "gaya.css").read_text("utf-8")
    tetap = {"#FFFFFF", "#1B2A3A", "#55697A", "#F1F4F6"}  # charts and print stay on white paper
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", gaya)) <= tetap
    assert set(re.findall(r"var\(--([a-z-]+)", gaya)) <= set(TERANG) | {"serif", "sans", "aras"}
    assert set(TERANG) == set(GELAP)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1.234,5", "1234.5"),
        ("(1.234)", "-1234"),
        ("−1,25", "-1.25"),
        ("69,33*", "69.33"),
        ("90,00 %", "90.00"),
        ("Rp 1.000", "1000"),
        ("–", None),
        ("BB", None),
        ("", None),
    ],
)
def test_cells_sort_by_their_number(teks: str, nilai: str | None) -> None:
    assert find_sort_value(Isi(isi=runs(teks))) == nilai


def test_trees_and_short_tables_do_not_sort() -> None:
    assert is_sortable(achievement_table())
    assert not is_sortable(budget_table())
    assert not is_sortable(small_table("t").model_copy(update={"urut": False}))
    assert not is_sortable(small_table("t").model_copy(update={"baris": (row("a", "1", "2"),)}))


def test_groups_of_columns_make_two_head_rows() -> None:
    atas, bawah = merge_head(years_table())
    assert [(teks, lebar, tinggi) for teks, lebar, tinggi, _ in atas] == [
        ("Indikator", 1, 2),
        ("Satuan", 1, 2),
        ("Realisasi", 5, 1),
        ("Capaian (%)", 2, 1),
        ("Arah", 1, 2),
    ]
    assert bawah == [2, 3, 4, 5, 6, 7, 8]


def test_cells_below_a_span_know_their_column() -> None:
    tabel = Tabel(
        id="t",
        kode="t",
        judul="t",
        kolom=tuple(Kolom(judul=k) for k in "abc"),
        baris=(Baris(sel=(cell("1", tinggi=2), cell("2"), cell("3"))), row("4", "5"), row("6", "7", "8")),
    )
    assert [[kolom for _, kolom in baris] for baris in place_cells(tabel)] == [[0, 1, 2], [1, 2], [0, 1, 2]]


def test_decimals_lie_under_one_another() -> None:
    assert measure_tail("1,25") - measure_tail("4") == 2.5
    assert measure_tail("BB") == 0


def test_a_kategori_has_square_and_word(halaman: html.HtmlElement) -> None:
    kotak = halaman.find(".//span[@class='kotak']")
    assert kotak.get("style") == "background: #2166AC"
    assert kotak.getparent().text_content() == "Sangat Tinggi"


def test_marks_appear_where_they_must_and_nowhere_else() -> None:
    rekaan, nyata = render(par("x")), render(par("x"), konsep=False, contoh=False)
    assert rekaan.find(".//p[@class='cap-bilah']").text == "KONSEP · CONTOH – data rekaan"
    assert rekaan.find(".//div[@class='cap-halaman']").text == "KONSEP"
    assert [e for e in nyata.iterfind(".//*[@class]") if e.get("class").startswith("cap-")] == []


def test_the_page_is_indonesian(halaman: html.HtmlElement) -> None:
    assert halaman.get("lang") == "id"
    label = {e.get("aria-label") for e in halaman.iterfind(".//nav")}
    assert "Daftar isi dan pencarian" in label
    assert halaman.find(".//label[@for='cari']").text == "Cari dalam dokumen"


def test_plotly_speaks_indonesian() -> None:
    bahasa = (FOLDER / "bahasa.js").read_text("utf-8")
    for kata in ("Download plot as a PNG", "Zoom", "Pan", "Reset axes", "trace"):
        assert f"'{kata}': '" in bahasa
    assert "decimal: ','" in bahasa
    assert "thousands: '.'" in bahasa


def test_plotly_shares_nothing() -> None:
    perilaku = (FOLDER / "perilaku.js").read_text("utf-8")
    assert "showSendToCloud: false" in perilaku
    assert "plotlyServerURL: ''" in perilaku
    assert "displaylogo: false" in perilaku


def test_tables_scroll_inside_themselves(halaman: html.HtmlElement) -> None:
    for tabel in halaman.iter("table"):
        bingkai = tabel.getparent()
        assert bingkai.get("class") == "gulir"
        assert bingkai.get("aria-label")


def test_wide_tables_print_on_turned_pages() -> None:
    assert "lanskap" in render(cause_table("t", "1.1")).find(".//figure").get("class")


def test_a_font_of_the_settings_comes_first() -> None:
    assert "--sans: 'Arial', 'Source Sans Pro'" in render(par("x"), huruf="Arial").findtext(".//style")
    assert "}" not in re.findall(r"--sans: '([^']*)'", render(par("x"), huruf="A'}<b>").findtext(".//style"))[0]
