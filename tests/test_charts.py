"""Every chart alike: data from Hasil, alt text, data table, determinism, Indonesian words, awkward agencies."""

import json
import re
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest
from contoh_hasil import make_hasil

from lakip_lib import charts
from lakip_lib.blok import Gambar
from lakip_lib.charts.tema import INK, LEBAR_SEMPIT, TINGGI_MAKS, pick_ink, tint, to_figure
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, IndikatorRincian

INGGRIS = re.compile(
    r"\b(target vs|actual|achievement|budget|year|quarter|value|values|trace|total of|none|nan|null|true|false|"
    r"the|of|and|with|not|click|zoom|percent|average|below|above|million|billion)\b",
    re.IGNORECASE,
)
TITIK_DESIMAL = re.compile(r"\d\.\d{1,2}(?!\d|\.)")
PANJANG = " pada seluruh perangkat daerah, kecamatan, kelurahan, dan desa menurut penilaian kementerian terkait"


def plot_all(hasil: Hasil) -> list[Gambar]:
    semua = [charts.plot_capaian(hasil), charts.plot_rekap(hasil), charts.plot_strip(hasil)]
    semua += [charts.plot_kuadran(hasil), charts.plot_papan(hasil), charts.plot_anggaran_program(hasil)]
    semua += [charts.plot_anggaran_kelompok(hasil, "sasaran"), charts.plot_anggaran_kelompok(hasil, "urusan")]
    for induk in hasil.sasaran:
        for plot in (charts.plot_target, charts.plot_tahun, charts.plot_renstra, charts.plot_triwulan):
            semua.append(plot(hasil, induk.kode))
    return [gambar for gambar in semua if gambar is not None]


def make_agency(jumlah: int, *, kosong: bool = False, nama: str = "") -> Hasil:
    """The sample with `jumlah` indikator in one sasaran, longer names, or no figure at all."""
    hasil = make_hasil()
    isi = [(hasil.indikator[n % 16], hasil.rincian.indikator[n % 16], f"IKU-1.{n + 1}") for n in range(jumlah)]
    items = tuple(_change_item(item, kode, kosong, nama) for item, _, kode in isi)
    rincian = tuple(_change_detail(r, kode, kosong) for _, r, kode in isi)
    ubah: dict[str, Any] = {"jumlah": jumlah, "dinilai": 0, "tercapai": 0} if kosong else {"jumlah": jumlah}
    induk = hasil.sasaran[0].model_copy(update=ubah | ({"capaian": None} if kosong else {}))
    kuadran = hasil.rincian.kuadran[0].model_copy(update={"capaian": None, "kuadran": None} if kosong else {})
    return hasil.model_copy(
        update={
            "indikator": items,
            "sasaran": (induk,),
            "instansi_capaian": hasil.instansi_capaian.model_copy(update=ubah),
            "rincian": hasil.rincian.model_copy(update={"indikator": rincian, "kuadran": (kuadran,)}),
        }
    )


def _change_item(item: IndikatorHasil, kode: str, kosong: bool, nama: str) -> IndikatorHasil:
    data = item.model_dump() | {"kode": kode, "sasaran": "S1", "nama": item.nama + nama}
    if kosong:
        data |= dict.fromkeys(("realisasi", "capaian", "capaian_mentah", "capaian_rerata", "kategori", "lalu"))
        data |= {"status": "tak_dinilai", "alasan": "belum_rilis"}
        data["renstra"] |= {"kemajuan": None, "status": None}
    return IndikatorHasil.model_validate(data)


def _change_detail(rincian: IndikatorRincian, kode: str, kosong: bool) -> IndikatorRincian:
    data = rincian.model_dump() | {"kode": kode}
    if kosong:
        for baris in (*data["lintas_tahun"], *data["triwulan"]):
            baris |= {nama: None for nama in baris if nama.endswith(("realisasi", "capaian"))}
    return IndikatorRincian.model_validate(data)


def list_texts(node: Any, kunci: str = "") -> Iterator[str]:
    """All texts of a figure that a reader can see."""
    if isinstance(node, dict):
        for nama, nilai in node.items():
            yield from list_texts(nilai, nama) if nama != "template" else ()
    elif isinstance(node, list):
        for nilai in node:
            yield from list_texts(nilai, kunci)
    elif isinstance(node, str) and kunci in {"text", "hovertext", "ticktext"}:
        yield re.sub(r"<[^>]*>", " ", node)


@pytest.fixture(scope="module")
def semua() -> list[Gambar]:
    return plot_all(make_hasil())


def test_equal_figures_give_equal_json(semua: list[Gambar]) -> None:
    assert [g.model_dump_json() for g in plot_all(make_hasil())] == [g.model_dump_json() for g in semua]


def test_ids_are_unique(semua: list[Gambar]) -> None:
    assert len({g.id for g in semua}) == len(semua)


def test_figures_are_plain_json_that_plotly_accepts(semua: list[Gambar]) -> None:
    for gambar in semua:
        assert json.loads(json.dumps(gambar.figur)) == gambar.figur
        assert isinstance(to_figure(gambar), go.Figure)


def test_every_chart_has_alt_text_caption_and_data(semua: list[Gambar]) -> None:
    for gambar in semua:
        assert gambar.alt.startswith(gambar.judul)
        assert gambar.tabel.baris
        assert {len(b.sel) for b in gambar.tabel.baris} == {len(gambar.tabel.kolom)}
        assert gambar.sumber
        assert gambar.nomor == ""


def test_no_english_word_and_no_decimal_dot_is_seen(semua: list[Gambar]) -> None:
    for gambar in semua:
        for teks in (*list_texts(gambar.figur), gambar.alt, gambar.judul):
            polos = re.sub(r"\b(IKU?-)?\d+(\.\d+)+\b", "", teks)  # codes keep their dots
            assert not INGGRIS.search(polos), teks
            assert not TITIK_DESIMAL.search(polos), teks


def test_numbers_are_written_with_comma_and_dot(semua: list[Gambar]) -> None:
    assert {gambar.figur["layout"]["template"]["layout"]["separators"] for gambar in semua} == {",."}


def test_bars_begin_at_zero(semua: list[Gambar]) -> None:
    for gambar in semua:
        for trace in gambar.figur["data"]:
            if trace["type"] == "bar":
                vertikal = trace.get("orientation") != "h"
                nama = "yaxis" + trace.get("yaxis", "y")[1:] if vertikal else "xaxis"
                assert gambar.figur["layout"][nama]["range"][0] <= 0


@pytest.mark.parametrize("jumlah", [1, 12])
@pytest.mark.parametrize("kosong", [False, True])
def test_awkward_agencies_fit_a_page(jumlah: int, kosong: bool) -> None:
    for gambar in plot_all(make_agency(jumlah, kosong=kosong, nama=PANJANG)):
        assert gambar.figur["layout"]["height"] <= TINGGI_MAKS + 1, gambar.id
        to_figure(gambar)


def test_long_names_are_wrapped_and_nothing_is_left_out() -> None:
    hasil = make_agency(3, nama=PANJANG)
    gambar = charts.plot_target(hasil, "S1")
    assert gambar is not None
    teks = re.sub(r"\s+", " ", " ".join(list_texts(gambar.figur["layout"]["annotations"])))
    assert all(item.nama in teks for item in hasil.indikator)


def test_markup_in_a_name_stays_text() -> None:
    gambar = charts.plot_target(make_agency(1, nama=" <b>tebal</b> & $x$"), "S1")
    assert gambar is not None
    isi = json.dumps(gambar.figur)
    assert "&lt;b&gt;tebal&lt;/b&gt; &amp; &#36;x&#36;" in isi
    assert "$x$" not in isi


def test_an_agency_without_indikator_has_no_charts() -> None:
    hasil = make_hasil().model_copy(
        update={"indikator": (), "sasaran": (), "rincian": Hasil.model_fields["rincian"].default}
    )
    assert plot_all(hasil) == []


def test_reading_colours_keep_their_contrast() -> None:
    assert pick_ink("#E6C65C") == INK
    assert pick_ink("#B2182B") == "#FFFFFF"
    assert tint("#000000") == "#E0E0E0"


def test_plotly_defaults_change_only_when_asked() -> None:
    import plotly.io as pio

    renderer, template = pio.renderers.default, pio.templates.default
    assert "lakip" not in pio.templates
    try:
        charts.set_renderer()
        assert (pio.renderers.default, pio.templates.default) == ("lakip", "lakip")
    finally:
        pio.renderers.default, pio.templates.default = renderer, template
        del pio.templates["lakip"]


def test_titles_fit_narrow_pages(semua: list[Gambar]) -> None:
    from lakip_lib.charts.teks import BESAR, measure

    for gambar in (g for g in semua if g.kode != "G-papan"):  # that one scrolls on a narrow page
        judul = gambar.figur["layout"]["title"]["text"].split("</b>")[0].removeprefix("<b>")
        assert all(measure(baris, BESAR, tebal=True) <= LEBAR_SEMPIT for baris in judul.split("<br>"))
