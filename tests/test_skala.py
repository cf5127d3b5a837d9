from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.errors import SettingsError
from lakip_lib.istilah import Status
from lakip_lib.measures.skala import SKALA, Pita, get_skala, make_skala, status

TEPI = {
    "permendagri-86": [("50", "Sangat Rendah", "Rendah"), ("65", "Rendah", "Sedang"), ("75", "Sedang", "Tinggi"), ("90", "Tinggi", "Sangat Tinggi")],
    "sampang": [("50", "Sangat Kurang", "Kurang"), ("65", "Kurang", "Cukup"), ("75", "Cukup", "Baik"), ("90", "Baik", "Sangat Baik")],
    "maluku-tengah": [("30", "Kurang", "Agak Kurang"), ("50", "Agak Kurang", "Cukup Baik"), ("65", "Cukup Baik", "Baik"),
                      ("75", "Baik", "Sangat Baik"), ("85", "Sangat Baik", "Memuaskan")],
    "akip": [("30", "D", "C"), ("50", "C", "CC"), ("60", "CC", "B"), ("70", "B", "BB"), ("80", "BB", "A"), ("90", "A", "AA")],
}  # fmt: skip
TEPI_BAWAH = [
    ("51", "Sangat Rendah", "Rendah"),
    ("66", "Rendah", "Sedang"),
    ("76", "Sedang", "Tinggi"),
    ("91", "Tinggi", "Sangat Tinggi"),
]
SEN = Decimal("0.01")


@pytest.mark.parametrize(("nama", "tepi"), [(n, t) for n, edges in TEPI.items() for t in edges])
def test_an_upper_edge_belongs_to_the_lower_band(nama: str, tepi: tuple[str, str, str]) -> None:
    batas, bawah, atas = Decimal(tepi[0]), tepi[1], tepi[2]
    assert [SKALA[nama].kategori(x) for x in (batas - SEN, batas, batas + SEN)] == [bawah, bawah, atas]


@pytest.mark.parametrize(("batas", "bawah", "atas"), TEPI_BAWAH)
def test_with_lower_edges_the_edge_belongs_to_the_upper_band(batas: str, bawah: str, atas: str) -> None:
    tepi = Decimal(batas)
    labels = [SKALA["permendagri-86-bawah"].kategori(x) for x in (tepi - SEN, tepi, tepi + SEN)]
    assert labels == [bawah, atas, atas]


@pytest.mark.parametrize(
    ("capaian", "label"),
    [("90.00", "Tinggi"), ("90.004", "Tinggi"), ("90.005", "Sangat Tinggi"), ("80.00", "Tinggi"), ("30.00", "Sangat Rendah"),
     ("100", "Sangat Tinggi"), ("120", "Sangat Tinggi"), ("-5", "Sangat Rendah")],
)  # fmt: skip
def test_a_capaian_is_rated_as_printed(capaian: str, label: str) -> None:
    assert SKALA["permendagri-86"].kategori(Decimal(capaian)) == label


def test_in_whole_numbers_90_5_falls_into_the_lower_band_of_the_second_reading() -> None:
    assert SKALA["permendagri-86-bawah"].kategori(Decimal("90.5")) == "Tinggi"


@given(st.sampled_from(sorted(SKALA)), st.decimals(-1000, 1000, places=3))
def test_every_number_has_exactly_one_band(nama: str, capaian: Decimal) -> None:
    assert SKALA[nama].kategori(capaian) in {p.label for p in SKALA[nama].pita}


def test_nothing_has_no_label_and_is_not_assessed() -> None:
    assert SKALA["permendagri-86"].kategori(None) is None
    assert status(None) is Status.TAK_DINILAI


@pytest.mark.parametrize(
    ("capaian", "hasil"),
    [("99.99", Status.BELUM), ("99.994", Status.BELUM), ("99.995", Status.MENCAPAI), ("100.004", Status.MENCAPAI),
     ("100.005", Status.MELAMPAUI), ("100.01", Status.MELAMPAUI)],
)  # fmt: skip
def test_the_status_follows_the_printed_figure(capaian: str, hasil: Status) -> None:
    assert status(Decimal(capaian)) is hasil


def test_own_bands_are_taken_in_any_order() -> None:
    skala = get_skala([Pita(None, False, "Kurang"), Pita(Decimal(100), True, "Baik")])
    assert [skala.kategori(x) for x in (99, 100)] == ["Kurang", "Baik"]


@pytest.mark.parametrize(
    "pita",
    [
        [Pita(Decimal(50), True, "Baik")],
        [Pita(None, False, "Kurang"), Pita(None, False, "Baik")],
        [Pita(None, False, "Kurang"), Pita(Decimal(50), True, "Baik"), Pita(Decimal(50), False, "Unggul")],
        [Pita(None, False, "Baik"), Pita(Decimal(50), True, "Baik")],
        [Pita(None, False, " ")],
    ],
)
def test_a_gap_an_overlap_or_a_double_label_is_refused(pita: list[Pita]) -> None:
    with pytest.raises(SettingsError, match="Skala"):
        make_skala("uji", pita)


def test_an_unknown_scale_is_refused_with_the_choices() -> None:
    with pytest.raises(SettingsError, match="maluku-tengah"):
        get_skala("lain")


def test_bands_print_their_interval() -> None:
    assert [SKALA["permendagri-86"].interval(p) for p in SKALA["permendagri-86"].pita] == [
        "> 90",
        "> 75–90",
        "> 65–75",
        "> 50–65",
        "≤ 50",
    ]
    bawah = SKALA["permendagri-86-bawah"]
    assert [bawah.interval(p) for p in bawah.pita] == ["≥ 91", "76–<91", "66–<76", "51–<66", "< 51"]
    satu = make_skala("satu", [Pita(None, False, "Apa saja")])
    assert satu.interval(satu.pita[0]) == "semua nilai"
