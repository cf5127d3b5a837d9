"""One way to print a figure of hasil.json, and the same way back."""

from decimal import Decimal

import pytest
from contoh_hasil import make_hasil
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.errors import RenderError
from lakip_lib.measures import promise_hasil
from lakip_lib.report.rujukan import check_rujukan
from lakip_lib.rujukan import format_nilai, format_ref, make_run, split_ref

HASIL = make_hasil()
JANJI = promise_hasil(HASIL)


@pytest.mark.parametrize(
    ("ref", "teks"),
    [
        ("indikator/IKU-1.1/capaian", "102,18"),
        ("indikator/IKU-1.1/capaian#persen", "102,18%"),
        ("indikator/IKU-1.1/capaian#persen1", "102,2%"),
        ("indikator/IKU-1.1/target#nilai3", "2,750"),
        ("indikator/IKU-2.3/target", "7–8"),
        ("indikator/IK-5.1/realisasi#nilai2", "B (65,30)"),
        ("indikator/IKU-1.1/lalu/perubahan", "+10,63"),
        ("indikator/IKU-1.1/lalu/perubahan#perubahan", "+10,63%"),
        ("indikator/IKU-1.2/lalu/perubahan#perubahan", "+3,00 poin"),
        ("indikator/IKU-1.3/lalu/perubahan#besar", "11,11%"),
        ("indikator/IKU-3.1/capaian#persen", "–"),
        ("indikator/IKU-3.1/alasan", "data belum dirilis"),
        ("indikator/IKU-3.2/standar/selisih", "–"),
        ("indikator/IK-5.2/capaian_mentah", "−14,29"),
        ("indikator/IKU-1.1/status", "Melampaui target"),
        ("indikator/IKU-1.1/kategori", "Sangat Tinggi"),
        ("indikator/IKU-1.1/renstra/tahun", "2026"),
        ("sasaran/S1/efisiensi#poin", "+9,34 poin"),
        ("anggaran/2.16.02/pagu", "1.056.250.000"),
        ("anggaran_total/pagu#rupiah", "Rp 6.269.120.000,00"),
        ("anggaran_total/pagu#ringkas", "Rp 6,27 miliar"),
        ("instansi_capaian/jumlah#kata", "enam belas"),
        ("tahun", "2025"),
    ],
)
def test_a_ref_prints_a_figure_the_indonesian_way(ref: str, teks: str) -> None:
    assert format_ref(JANJI, ref) == teks


def test_hasil_and_hasil_json_print_the_same() -> None:
    refs = [f"indikator/{i.kode}/{n}" for i in HASIL.indikator for n in ("target", "realisasi", "capaian", "status")]
    assert [format_ref(HASIL, ref) for ref in refs] == [format_ref(JANJI, ref) for ref in refs]


def test_sen_are_printed_where_there_are_some() -> None:
    assert format_ref({"anggaran_total": {"pagu": "1500.50"}}, "anggaran_total/pagu") == "1.500,50"


def test_a_kode_may_hold_slashes() -> None:
    data = {"sasaran": [{"kode": "S", "capaian": "1.00"}, {"kode": "S/2", "capaian": "2.00"}]}
    assert format_ref(data, "sasaran/S/2/capaian") == "2,00"


@pytest.mark.parametrize("ref", ["indikator/TIDAK-ADA/capaian", "sasaran/S1/tidak_ada", "indikator/IKU-1.1/lalu", "x"])
def test_a_ref_that_leads_nowhere_is_refused(ref: str) -> None:
    with pytest.raises(RenderError, match="reference must"):
        format_ref(JANJI, ref)


def test_a_form_that_does_not_fit_is_refused() -> None:
    with pytest.raises(RenderError, match="must get a number"):
        format_ref(JANJI, "indikator/IKU-1.1/kategori#persen")


def test_the_form_is_part_of_the_ref_of_a_run() -> None:
    run = make_run(HASIL, "sasaran/S1/capaian", bentuk="persen", tebal=True)
    assert (run.teks, run.ref, run.tebal) == ("99,47%", "sasaran/S1/capaian#persen", True)
    assert split_ref(run.ref or "") == ("sasaran/S1/capaian", "persen")


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=3), st.integers(min_value=0, max_value=5))
def test_a_value_keeps_all_digits_typed(angka: Decimal, digits: int) -> None:
    cetak = format_nilai(format(angka, "f"), digits)
    kembali = cetak.replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(kembali) == angka
    assert len(cetak.partition(",")[2]) == max(3, digits)


def test_a_computed_mean_is_rounded_to_its_indikators_decimals() -> None:
    assert format_nilai("60.333333333333", 1) == "60,33"


def test_figures_read_back_equal_hasil_json() -> None:
    runs = [make_run(HASIL, f"sasaran/{s.kode}/capaian") for s in HASIL.sasaran]
    assert check_rujukan({run.ref or "": run.teks for run in runs}, JANJI) == []


def test_a_figure_changed_by_hand_is_told() -> None:
    assert check_rujukan({"sasaran/S1/capaian": "99,93"}, JANJI) == [
        "rujukan sasaran/S1/capaian berisi “99,93”, seharusnya “99,47”."
    ]
    assert check_rujukan({"sasaran/S9/capaian": "1,00"}, JANJI) == [
        "rujukan sasaran/S9/capaian tidak menunjuk angka dalam hasil.json."
    ]
