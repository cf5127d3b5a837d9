"""Charts of a district draw every agency that counts and none other, whether there are two or five hundred."""

from decimal import Decimal
from itertools import pairwise

import pytest
from contoh_daerah import IDENTITAS, TAHUN, list_bahan

from lakip_lib.charts import to_figure
from lakip_lib.charts.daerah import plot_kuadran_daerah, plot_sebaran, plot_terendah, plot_tertinggi, plot_urusan
from lakip_lib.charts.daerah.sebaran import stack_dots
from lakip_lib.charts.tema import WHITE
from lakip_lib.measures.daerah import HasilDaerah, compute_daerah


def compute(banyak: int, periode: str = "tahunan") -> HasilDaerah:
    return compute_daerah(IDENTITAS, list_bahan(banyak), tahun=TAHUN, periode=periode)


HASIL = {banyak: compute(banyak) for banyak in (1, 2, 45, 300)}


@pytest.mark.parametrize("banyak", [2, 45, 300])
@pytest.mark.parametrize(("kode", "ambang"), [("capaian", 100), ("penyerapan", 90), ("perubahan", 0)])
def test_spread_has_one_dot_an_agency_on_the_right_side_of_the_threshold(banyak: int, kode: str, ambang: int) -> None:
    gambar = plot_sebaran(HASIL[banyak], kode)
    assert gambar is not None
    (titik,) = gambar.figur["data"]
    assert len(titik["x"]) == HASIL[banyak].get_sebaran(kode).jumlah
    nilai = [Decimal(n) for _, n in titik["customdata"]]
    assert [x >= ambang for x in titik["x"]] == [n >= ambang for n in nilai]
    assert sum(int(baris.sel[1].isi[0].teks) for baris in gambar.tabel.baris) == len(nilai)
    assert len(to_figure(gambar).data) == 1


@pytest.mark.parametrize(
    ("nilai", "mau"),
    [
        (["36.32", "95.10", "100.04"], ["36.32", "95.10", "100.04"]),  # alone: at its own figure
        (["80.00", "80.30", "80.90", "110"], ["80.4", "80.4", "80.4", "110"]),  # together: at their mean
        (["99.9", "100"], ["99.55", "100.35"]),  # on either side of the threshold, and none hidden by the other
        (["150.5", "100", "101.8", "101.9"], ["100", "101.85", "101.85", "150"]),  # far beyond: at the edge
    ],
)
def test_dots_stand_at_their_figure_or_at_the_mean_of_their_stack(nilai: list[str], mau: list[str]) -> None:
    ada = [(HASIL[45].instansi[n], Decimal(satu)) for n, satu in enumerate(nilai)]
    titik = stack_dots(ada, Decimal(1), "capaian")
    assert [t.x for t in titik] == [Decimal(x) for x in mau]
    assert [t.nilai for t in titik] == sorted(n for _, n in ada)


@pytest.mark.parametrize("banyak", [45, 300])
def test_no_dot_hides_another_and_none_is_a_stack_away_from_its_figure(banyak: int) -> None:
    ada = [(i, i.capaian) for i in HASIL[banyak].instansi if i.capaian is not None]
    titik = stack_dots(ada, Decimal(1), "capaian")
    letak = sorted({t.x for t in titik})
    assert min(b - a for a, b in pairwise(letak)) >= Decimal("0.8")
    assert len({(t.x, t.urut) for t in titik}) == len(ada)
    assert max(abs(t.x - min(t.nilai, Decimal(150))) for t in titik) < Decimal("1.4")


def test_label_of_the_median_covers_the_line_behind_it() -> None:
    gambar = plot_sebaran(HASIL[45], "capaian")
    assert gambar is not None
    assert [a["bgcolor"] for a in gambar.figur["layout"]["annotations"] if "median" in a["text"]] == [WHITE]


def test_stacks_of_many_agencies_stay_below_the_height_of_a_page() -> None:
    gambar = plot_sebaran(HASIL[300], "capaian")
    assert gambar is not None
    assert gambar.tinggi < 60  # mm: it stands on the first page below all that is said there


def test_top_and_bottom_ten_share_no_agency() -> None:
    atas, bawah = plot_tertinggi(HASIL[45]), plot_terendah(HASIL[45])
    assert atas is not None
    assert bawah is not None
    nama = [[baris.sel[1].isi[0].teks for baris in g.tabel.baris] for g in (atas, bawah)]
    assert [len(n) for n in nama] == [10, 10]
    assert not set(nama[0]) & set(nama[1])


@pytest.mark.parametrize(("banyak", "bernama"), [(2, True), (45, False)])
def test_plane_names_its_agencies_only_where_they_are_few(banyak: int, bernama: bool) -> None:
    gambar = plot_kuadran_daerah(HASIL[banyak])
    assert gambar is not None
    assert any(a["showarrow"] for a in gambar.figur["layout"]["annotations"]) is bernama
    assert len(gambar.figur["data"][0]["x"]) == sum(k.instansi for k in HASIL[banyak].kuadran)


def test_largest_urusan_come_first_and_no_more_than_eight() -> None:
    gambar = plot_urusan(HASIL[300])
    assert gambar is not None
    pagu = gambar.figur["data"][0]["customdata"]
    assert len(pagu) == 8
    assert sorted(map(Decimal, pagu), reverse=True) == [Decimal(p) for p in pagu]


def test_what_cannot_be_compared_is_not_drawn() -> None:
    assert plot_sebaran(HASIL[1], "capaian") is None
    assert plot_terendah(HASIL[1]) is None
    kosong = compute(0)
    assert [plot_tertinggi(kosong), plot_urusan(kosong), plot_kuadran_daerah(kosong)] == [None, None, None]
