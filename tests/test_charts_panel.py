"""Years, quarters, quadrant, counts and squares: the data drawn."""

from itertools import combinations
from typing import Any

import pytest
from contoh_hasil import make_hasil
from hypothesis import given, settings
from hypothesis import strategies as st
from kasus_mini import make_settings
from test_charts import PANJANG, make_agency

from lakip_lib.blok import Gambar, join_text
from lakip_lib.charts import plot_kuadran, plot_papan, plot_rekap, plot_strip, plot_tahun, plot_triwulan
from lakip_lib.charts.letak import _make_box, overlaps, place_labels
from lakip_lib.charts.strip import make_initials
from lakip_lib.charts.teks import escape, measure, parse_nilai, print_nilai, wrap, wrap_parts
from lakip_lib.measures import compute_hasil
from lakip_lib.measures.kuadran import BACAAN
from lakip_lib.model import Kinerja
from lakip_lib.tables import tabulate_triwulan


def list_series(gambar: Gambar | None, nama: str) -> list[dict[str, Any]]:
    assert gambar is not None
    return [trace for trace in gambar.figur["data"] if trace["name"] == nama]


def list_labels(gambar: Gambar | None) -> list[str]:
    assert gambar is not None
    return [label["text"] for label in gambar.figur["layout"]["annotations"]]


def test_a_missing_year_is_a_gap() -> None:
    lines = list_series(plot_tahun(make_hasil(), "S1"), "Realisasi")
    assert lines[1]["y"] == [62.0, None, 74.0, 78.0, 81.0]
    assert not lines[1]["connectgaps"]


def test_years_of_letters_stand_by_rank_and_scores_by_score() -> None:
    hasil = make_hasil()
    assert list_series(plot_tahun(hasil, "S2"), "Realisasi")[3]["y"] == [3.0, 4.0, 4.0, 4.0, 6.0]
    assert list_series(plot_tahun(hasil, "S5"), "Realisasi")[0]["y"] == [58.2, 59.9, 61.75, 63.1, 65.3]


def test_quarters_not_yet_due_show_a_dash() -> None:
    gambar = plot_triwulan(make_hasil("TW2"), "S1")
    assert list_series(gambar, "Realisasi")[0]["y"] == [76.0, 78.0, None, None]
    assert sum("–" in teks and len(teks) < 9 for teks in list_labels(gambar)) == 6


def test_crowded_panels_print_only_the_last_value() -> None:
    hasil = make_agency(12, nama=PANJANG)
    labels = list_labels(plot_tahun(hasil, "S1"))
    angka = [teks for teks in labels if teks.startswith("<b>")]
    assert len(labels) == 12 + len(angka)
    assert angka[:2] == ["<b>2,81</b>", "<b>81%</b>"]


def test_what_is_measured_once_a_year_says_so() -> None:
    assert sum("– diukur sekali setahun" in teks for teks in list_labels(plot_triwulan(make_hasil(), "S1"))) == 1
    assert plot_triwulan(make_hasil(), "S5") is None


def test_quarter_figures_are_those_of_hasil() -> None:
    hasil = make_hasil()
    bars = list_series(plot_triwulan(hasil, "S2"), "Realisasi")
    assert bars[0]["customdata"] == [t.realisasi for t in hasil.get_rincian("IKU-2.1").triwulan]


def test_quadrant_places_every_sasaran_inside_its_axes() -> None:
    hasil = make_hasil()
    gambar = plot_kuadran(hasil)
    titik = list_series(gambar, "Sasaran")[0]
    assert gambar is not None
    sumbu = [gambar.figur["layout"][nama]["range"] for nama in ("xaxis", "yaxis")]
    assert titik["x"] == [float(k.capaian) for k in hasil.rincian.kuadran if k.capaian is not None]
    assert all(lo < n < hi for (lo, hi), deret in zip(sumbu, (titik["x"], titik["y"]), strict=True) for n in deret)
    assert sumbu[0][1] > 100


def test_quadrant_readings_are_those_of_hasil() -> None:
    hasil = make_hasil()
    teks = " ".join(list_labels(plot_kuadran(hasil))).replace("</b><br><b>", " ")
    assert f"<b>III: {BACAAN['III']}</b>" in teks


@given(st.lists(st.tuples(st.floats(0.1, 0.9), st.floats(0.1, 0.9)), min_size=1, max_size=7))
@settings(deadline=None, max_examples=60)
def test_labels_of_points_never_overlap(titik: list[tuple[float, float]]) -> None:
    kata = [f"S{n}" for n in range(1, len(titik) + 1)]
    ukuran = ((318.0, 250.0), (549.0, 250.0))
    geser = place_labels(titik, kata, ukuran, (0.5, 0.5))
    for luas in ukuran:
        kotak = [_make_box(t, k, g, luas) for t, k, g in zip(titik, kata, geser, strict=True)]
        assert not any(overlaps(a, b) for a, b in combinations(kotak, 2))


def test_counts_add_up_to_all_indikator() -> None:
    gambar = plot_rekap(make_hasil())
    assert gambar is not None
    assert sum(trace["x"][0] for trace in gambar.figur["data"]) == 2 * 16
    assert "Belum dapat dinilai: 1 (6,25%)" in list_labels(gambar)


def test_there_is_a_square_for_every_indikator() -> None:
    hasil = make_hasil()
    gambar = plot_strip(hasil)
    assert gambar is not None
    nama = [label["name"] for label in gambar.figur["layout"]["annotations"] if "name" in label]
    assert nama == [item.kode for item in hasil.indikator]


def test_the_dashboard_holds_squares_and_points_within_95_mm() -> None:
    hasil = make_hasil()
    gambar = plot_papan(hasil)
    assert gambar is not None
    assert gambar.tinggi <= 95
    labels = gambar.figur["layout"]["annotations"]
    assert [label["name"] for label in labels if "name" in label] == [item.kode for item in hasil.indikator]
    assert len(gambar.figur["data"][1]["x"]) == len(hasil.sasaran)
    kuadran = [label for label in labels if label["xref"].startswith("x2")]
    assert len(kuadran) == len(hasil.sasaran) + 4
    assert all(label["yref"].startswith("y2") for label in kuadran)


@pytest.mark.parametrize(
    ("label", "inisial"),
    [(["Sangat Rendah", "Rendah"], ["SR", "R"]), (["Baik", "Buruk"], ["1", "2"])],
)
def test_initials_tell_kategori_apart(label: list[str], inisial: list[str]) -> None:
    assert list(make_initials(label).values()) == inisial


@pytest.mark.parametrize(
    ("teks", "satuan", "cetak"),
    [
        ("2.75", "indeks", "2,75 indeks"),
        ("1234.5", "", "1.234,5"),
        ("81", "%", "81%"),
        ("80-90", "%", "80–90%"),
        ("-1.5", "%", "−1,5%"),
        ("-5-5", "poin", "−5–5 poin"),
        ("BB (70.01)", "predikat", "BB (70,01)"),
        ("WTP", "opini", "WTP"),
        (None, "%", "–"),
    ],
)
def test_canonical_texts_are_printed_as_indonesians_read_them(teks: str | None, satuan: str, cetak: str) -> None:
    assert print_nilai(teks, satuan) == cetak


def test_letters_have_no_number() -> None:
    assert parse_nilai("BB") is None
    assert parse_nilai("-") is None


@given(st.text(alphabet="abcdefghijklm WM.,%", max_size=120), st.floats(60, 300))
def test_wrapped_text_keeps_every_letter_within_its_width(teks: str, lebar: float) -> None:
    baris = wrap(teks, lebar)
    assert "".join(baris).replace(" ", "") == teks.replace(" ", "")
    assert all(measure(b) <= lebar for b in baris)


def test_sentences_break_at_semicolons_first() -> None:
    assert wrap_parts("satu dua; tiga empat", measure("tiga empat") + 12) == ("satu dua;", "tiga empat")
    assert wrap_parts("satu; dua", 400) == ("satu; dua",)


def test_tags_entities_and_tex_are_escaped() -> None:
    assert escape("a <i> & $b$") == "a &lt;i&gt; &amp; &#36;b&#36;"


def test_quarters_that_do_not_give_the_year_say_so_and_end_with_the_years_own_figure() -> None:
    isian = {"tw1": "121", "tw2": "262", "tw3": "391", "tw4": "512", "realisasi": "512"}
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=[{"kode": "I1", "sasaran": "S1", "nama": "I", "satuan": "konten", "arah": "max"}],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", "target": "500"}
                | dict.fromkeys(("tw1", "tw2", "tw3", "tw4"), "125")],
        realisasi=[{"indikator": "I1", **isian}],
    )  # fmt: skip
    hasil = compute_hasil(kinerja, make_settings())
    gambar = plot_triwulan(hasil, "S1")
    assert gambar is not None
    teks = " ".join(list_labels(gambar))
    assert "S.d. TW IV 512 konten dari target 500 konten (102,40%)" in teks
    assert "isian triwulan tidak menghasilkan angka setahun" in str(gambar.figur["layout"])
    assert "1.286" in gambar.alt
    assert "1.286" in join_text(gambar.tabel.catatan[0])
    tabel = tabulate_triwulan(hasil, "S1")
    assert [join_text(sel.isi) for sel in tabel.baris[2].sel] == ["Capaian (%)", "–", "–", "–", "–", "102,40"]
    assert any("menghasilkan 1.286" in join_text(c) for c in tabel.catatan)
