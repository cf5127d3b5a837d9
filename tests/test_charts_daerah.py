"""Charts of a district draw every agency that counts and none other, whether there are two or five hundred."""

from decimal import Decimal

import pytest
from contoh_daerah import IDENTITAS, TAHUN, list_bahan

from lakip_lib.charts import to_figure
from lakip_lib.charts.daerah import plot_kuadran_daerah, plot_sebaran, plot_terendah, plot_tertinggi, plot_urusan
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
    assert [x > ambang for x in titik["x"]] == [n >= ambang for n in nilai]
    assert sum(int(baris.sel[1].isi[0].teks) for baris in gambar.tabel.baris) == len(nilai)
    assert len(to_figure(gambar).data) == 1


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
