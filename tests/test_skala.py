from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.errors import SettingsError
from lakip_lib.istilah import Status
from lakip_lib.measures.skala import SKALA, Pita, get_skala, make_skala, status

LIMA = ("50", "65", "75", "90")
TINGGI = ("Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi")
TEPI = {
    "permendagri-86": (LIMA, TINGGI),
    "sampang": (LIMA, ("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik")),
    "maluku-tengah": (
        ("30", "50", "65", "75", "85"),
        ("Kurang", "Agak Kurang", "Cukup Baik", "Baik", "Sangat Baik", "Memuaskan"),
    ),
    "akip": (("30", "50", "60", "70", "80", "90"), ("D", "C", "CC", "B", "BB", "A", "AA")),
}
SETIAP_TEPI = [(n, *t) for n, (batas, label) in TEPI.items() for t in zip(batas, label, label[1:], strict=False)]
TEPI_BAWAH = list(zip(("51", "66", "76", "91"), TINGGI, TINGGI[1:], strict=False))
SEN = Decimal("0.01")


@pytest.mark.parametrize(("nama", "batas", "bawah", "atas"), SETIAP_TEPI)
def test_an_upper_edge_belongs_to_the_lower_band(nama: str, batas: str, bawah: str, atas: str) -> None:
    tepi = Decimal(batas)
    assert [SKALA[nama].kategori(x) for x in (tepi - SEN, tepi, tepi + SEN)] == [bawah, bawah, atas]


@pytest.mark.parametrize(("batas", "bawah", "atas"), TEPI_BAWAH)
def test_with_lower_edges_the_edge_belongs_to_the_upper_band(batas: str, bawah: str, atas: str) -> None:
    tepi = Decimal(batas)
    labels = [SKALA["permendagri-86-bawah"].kategori(x) for x in (tepi - SEN, tepi, tepi + SEN)]
    assert labels == [bawah, atas, atas]


@pytest.mark.parametrize(
    ("capaian", "label"),
    [
        ("90.00", "Tinggi"),
        ("90.004", "Tinggi"),
        ("90.005", "Sangat Tinggi"),
        ("80.00", "Tinggi"),
        ("30.00", "Sangat Rendah"),
        ("100", "Sangat Tinggi"),
        ("120", "Sangat Tinggi"),
        ("-5", "Sangat Rendah"),
    ],
)
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
    skala = SKALA["permendagri-86"]
    assert [skala.interval(p) for p in skala.pita] == [
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
