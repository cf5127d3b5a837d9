import csv
from fractions import Fraction
from pathlib import Path

import pytest

from lakip_lib.errors import UsageError
from lakip_lib.measures.hitung import hitung_rows

TERBIT = Path(__file__).parents[2] / "shared" / "real" / "terbit"


def hitung_satu(target: str, realisasi: str, capaian: str = "", **lain: str) -> dict[str, str]:
    row = {"indikator": "Contoh", "target": target, "realisasi": realisasi, "capaian": capaian, **lain}
    return hitung_rows([row])[0]


@pytest.mark.skipif(not TERBIT.is_dir(), reason="berkas nyata ../shared/real/terbit tidak tersedia")
def test_published_rows_get_their_expected_answers() -> None:
    with (TERBIT / "indikator.csv").open(encoding="utf-8-sig", newline="") as f:
        hasil = {row["case_id"]: row for row in hitung_rows(list(csv.DictReader(f)))}
    with (TERBIT / "indikator_harapan.csv").open(encoding="utf-8-sig", newline="") as f:
        harapan = {row["case_id"]: row for row in csv.DictReader(f)}
    assert len(harapan) == 46
    assert {k: hasil[k]["cocok"] for k in harapan} == {k: v["cocok"] for k, v in harapan.items()}
    for kode, row in harapan.items():
        if row["hitung"]:
            assert abs(Fraction(hasil[kode]["capaian_hitung"]) - Fraction(row["hitung"])) <= Fraction("0.006"), kode
        else:
            assert hasil[kode]["capaian_hitung"] == ""


@pytest.mark.parametrize(
    ("target", "realisasi", "lain", "capaian"),
    [
        ("2,75", "2,81", {}, "102.18"),
        ("14 jam", "16 jam", {"arah": "min"}, "85.71"),
        ("14", "16", {"arah": "min", "metode": "MIN-B"}, "87.50"),
        ("14", "16", {"metode": "min_b"}, "87.50"),
        ("80", "92", {"arah": "stabil"}, "85.00"),
        ("80 - 90%", "70%", {}, "87.50"),
        ("7 – 8 bulan", "6,5 bulan", {"arah": "min", "metode": "MIN-A"}, "107.14"),
        ("A", "BB", {}, "83.33"),
        ("WTP", "wdp", {}, "75.00"),
        ("BB (70,01)", "65,30 (B)", {}, "93.27"),
        ("ada", "belum ada", {}, "0.00"),
        ("0", "nihil", {"arah": "makin rendah makin baik"}, "100.00"),
        ("3%", "-100%", {}, "-3333.33"),
        ("40 Berkas", "50 Berkas", {}, "125.00"),
        ("1,2 M", "Rp 600.000.000,00", {}, "50.00"),
    ],
)
def test_a_row_is_computed_from_what_was_printed(
    target: str, realisasi: str, lain: dict[str, str], capaian: str
) -> None:
    assert hitung_satu(target, realisasi, **lain)["capaian_hitung"] == capaian


@pytest.mark.parametrize(
    ("target", "realisasi", "lain", "alasan"),
    [
        ("", "5", {}, "target_kosong"),
        ("n/a", "5", {}, "target_kosong"),
        ("5", "", {}, "realisasi_kosong"),
        ("5", "n/a", {}, "belum_rilis"),
        ("0", "5", {}, "target_nol"),
        ("10", "0", {"metode": "MIN-B"}, "tak_hingga"),
        ("BB", "Z", {}, "huruf_tak_dikenal"),
        ("Z", "BB", {}, "huruf_tak_dikenal"),
        ("WTP", "BB", {}, "huruf_tak_dikenal"),
        ("5", "lima belas", {}, "bukan_angka"),
        ("segera", "5", {}, "bukan_angka"),
        ("1.234", "617", {}, "ambigu"),
        ("1.000 - 2.000", "500", {}, "ambigu"),
        ("23/1000 KH", "12/100.000 KH", {}, "ambigu"),
    ],
)
def test_a_row_without_a_figure_says_why(target: str, realisasi: str, lain: dict[str, str], alasan: str) -> None:
    row = hitung_satu(target, realisasi, "100", **lain)
    assert (row["capaian_hitung"], row["alasan"], row["cocok"], row["status"]) == ("", alasan, "-", "tak_dinilai")


def test_two_readings_with_one_result_are_no_doubt() -> None:
    assert hitung_satu("1.234", "1.234", "100")["cocok"] == "ya"
    assert hitung_satu("2.000", "1.500")["capaian_hitung"] == "75.00"


def test_other_cells_of_the_column_or_row_decide_a_doubtful_number() -> None:
    pasangan = [("1.000", "500"), ("12,5", "5")]
    rows = [{"indikator": "contoh", "target": t, "realisasi": r} for t, r in pasangan]
    assert [row["capaian_hitung"] for row in hitung_rows(rows)] == ["50.00", "40.00"]
    assert hitung_satu("1.000", "12,5")["capaian_hitung"] == "1.25"


@pytest.mark.parametrize(
    ("tercetak", "cocok"),
    [("666,67%", "ya"), ("666,66%", "dipotong"), ("667", "ya"), ("666", "dipotong"), ("666,6", "dipotong"),
     ("660", "tidak"), ("n/a", "-"), ("", "-"), ("Sangat Tinggi", "-"), ("666.667", "ya")],
)  # fmt: skip
def test_a_printed_figure_is_rounded_cut_off_or_wrong(tercetak: str, cocok: str) -> None:
    assert hitung_satu("15%", "100%", tercetak)["cocok"] == cocok


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak", "lain", "kata"),
    [
        ("10", "25", "120", {}, "dibatasi 120"),
        ("10", "25", "100%", {}, "dibatasi 100"),
        ("14", "12", "116,67", {"arah": "min"}, "MIN-B"),
        ("14", "12", "114,29", {"arah": "min", "metode": "MIN-B"}, "MIN-A"),
        ("14", "12", "85,71", {"arah": "min"}, "MAX"),
        ("10", "5", "0,5", {}, "belum dikalikan 100"),
        ("10", "-5", "0", {}, "dijadikan nol"),
    ],
)
def test_a_wrong_figure_names_the_practice_behind_it(
    target: str, realisasi: str, tercetak: str, lain: dict[str, str], kata: str
) -> None:
    row = hitung_satu(target, realisasi, tercetak, **lain)
    assert row["cocok"] == "tidak"
    assert kata in row["alasan"]


def test_a_wrong_figure_without_known_practice_has_no_reason() -> None:
    assert hitung_satu("10", "25", "133")["alasan"] == ""


def test_a_cap_of_ones_own_is_looked_for_too() -> None:
    row = {"indikator": "a", "target": "10", "realisasi": "25", "capaian": "150"}
    assert "dibatasi 150" in hitung_rows([row], batas=150)[0]["alasan"]
    assert hitung_rows([row], batas=None)[0]["alasan"] == ""


def test_a_metode_serves_the_rows_it_fits() -> None:
    rows = [{"indikator": x, "target": "14", "realisasi": "16", "arah": x} for x in ("max", "min")]
    assert [r["capaian_hitung"] for r in hitung_rows(rows, metode="min-b")] == ["114.29", "87.50"]


def test_unknown_words_for_arah_and_metode_are_named() -> None:
    row = hitung_satu("10", "10", arah="ke atas", metode="XYZ")
    assert 'arah "ke atas"' in row["alasan"]
    assert 'metode "XYZ"' in row["alasan"]


def test_rows_keep_their_columns_and_gain_the_promised_ones() -> None:
    asal = {"Indikator ": "a", "TARGET": "85", "Realisasi": " 85 ", "kode": "1"}
    row = hitung_rows([asal], skala="sampang")[0]
    assert list(row) == [*asal, "capaian_hitung", "kategori", "status", "alasan", "cocok"]
    assert (row["Realisasi"], row["kategori"], row["status"]) == (" 85 ", "Sangat Baik", "mencapai")


def test_where_the_table_mixes_notations_the_row_itself_decides() -> None:
    pasangan = [("1.000", "12,5"), ("12.5", "12,5"), ("12,5", "12.5"), ("1.000", "500")]
    rows = [{"indikator": "contoh", "target": t, "realisasi": r} for t, r in pasangan]
    assert [row["capaian_hitung"] for row in hitung_rows(rows)] == ["1.25", "100.00", "100.00", ""]


def test_a_missing_column_or_an_unknown_metode_is_refused() -> None:
    with pytest.raises(UsageError, match="realisasi"):
        hitung_rows([{"indikator": "a", "target": "1"}])
    with pytest.raises(UsageError, match="MIN-A"):
        hitung_rows([], metode="apa")


def test_no_rows_give_no_rows() -> None:
    assert hitung_rows([]) == []
