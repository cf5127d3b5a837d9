"""Quarters, means, efficiency and comparisons of measures.rumus."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.formats import round_half_up
from lakip_lib.istilah import Agregasi, Alasan, Arah
from lakip_lib.measures.rumus import (
    Nilai,
    aggregate_triwulan,
    apply_cap,
    choose_agregasi,
    efisiensi_e1,
    efisiensi_e2,
    efisiensi_e3,
    efisiensi_e4,
    efisiensi_e5,
    find_tepi_nilai,
    kemajuan_dari_awal,
    kemajuan_jarak,
    kemajuan_rasio,
    make_nilai,
    mean,
    nilai_efisiensi,
    parse_nilai,
    penyerapan,
    perkembangan,
    perubahan,
    perubahan_jarak,
    posisi_standar,
    score_bobot,
    selisih_standar,
    share_bobot,
    share_tercapai,
    status_efisiensi,
    three_capaian,
)

F = Fraction


def two(x: Fraction | Alasan | None) -> str:
    assert isinstance(x, Fraction)
    return str(round_half_up(x, 2))


def tw(*teks: str) -> list[Nilai | None]:
    return [parse_nilai(t) for t in teks]


@pytest.mark.parametrize(
    ("agregasi", "hasil"),
    [("jumlah", "105"), ("akhir", "30"), ("rata", "26.25"), ("tertinggi", "45"), ("terendah", "12")],
)
def test_four_quarters_become_a_year(agregasi: str, hasil: str) -> None:
    nilai = aggregate_triwulan(Agregasi(agregasi), tw("12", "18", "45", "30")).nilai
    assert nilai is not None
    assert nilai.to_teks() == hasil


def test_up_to_the_second_quarter_only_two_count() -> None:
    assert aggregate_triwulan(Agregasi.JUMLAH, tw("12", "18", "45", "30"), "TW2").nilai == make_nilai(30)


@pytest.mark.parametrize(("agregasi", "tw3"), [("jumlah", "40"), ("akhir", "30"), ("rata", "20")])
def test_g8_a_half_filled_year_is_incomplete_but_its_period_counts(agregasi: str, tw3: str) -> None:
    isian = tw("10", "", "30", "")
    setahun = aggregate_triwulan(Agregasi(agregasi), isian)
    assert (setahun.nilai, setahun.alasan) == (None, Alasan.TIDAK_LENGKAP)
    periode = aggregate_triwulan(Agregasi(agregasi), isian, "TW3")
    assert periode.nilai is not None
    assert periode.nilai.to_teks() == tw3
    assert periode.kosong == (() if agregasi == "akhir" else (2,))


def test_the_last_quarter_alone_is_enough_for_a_position() -> None:
    assert aggregate_triwulan(Agregasi.AKHIR, tw("", "", "", "BB")).nilai == Nilai(huruf="BB")
    assert aggregate_triwulan(Agregasi.AKHIR, tw("1", "", "", ""), "TW3").alasan is Alasan.TIDAK_LENGKAP


def test_a_year_without_any_quarter_tells_the_reason_given() -> None:
    assert aggregate_triwulan(Agregasi.JUMLAH, [None] * 4).alasan is Alasan.REALISASI_KOSONG
    assert aggregate_triwulan(Agregasi.RATA, [None, None, None, Alasan.BELUM_RILIS]).alasan is Alasan.BELUM_RILIS
    assert aggregate_triwulan(Agregasi.AKHIR, [make_nilai(1), None, None, Alasan.AMBIGU]).alasan is Alasan.AMBIGU


def test_letters_cannot_be_added_up() -> None:
    assert aggregate_triwulan(Agregasi.JUMLAH, tw("BB", "BB", "BB", "A")).alasan is Alasan.BUKAN_ANGKA


def test_an_unknown_period_is_refused() -> None:
    with pytest.raises(ValueError, match="TW5"):
        aggregate_triwulan(Agregasi.AKHIR, [None] * 4, "TW5")


@pytest.mark.parametrize(
    ("satuan", "arah", "agregasi"),
    [("Dokumen", Arah.MAX, Agregasi.JUMLAH), ("Orang", Arah.MAX, Agregasi.JUMLAH), ("%", Arah.MAX, Agregasi.AKHIR),
     ("Persen", Arah.MAX, Agregasi.AKHIR), ("Indeks", Arah.MAX, Agregasi.AKHIR), ("insiden", Arah.MIN, Agregasi.AKHIR),
     ("orang", Arah.MIN, Agregasi.AKHIR), ("kasus per 100.000 penduduk", Arah.MAX, Agregasi.AKHIR),
     ("juta rupiah", Arah.MAX, Agregasi.JUMLAH), ("", Arah.MAX, Agregasi.AKHIR),
     *[(s, Arah.MAX, Agregasi.JUMLAH) for s in ("layanan", "Publikasi", "aduan", "video", "pelatihan", "kerja sama")],
     ("indeks layanan", Arah.MAX, Agregasi.AKHIR), ("hari kerja", Arah.MAX, Agregasi.AKHIR)],
)  # fmt: skip
def test_counted_units_are_added_and_levels_take_the_last(satuan: str, arah: Arah, agregasi: Agregasi) -> None:
    assert choose_agregasi(satuan, arah) is agregasi


def test_three_figures_are_kept_side_by_side() -> None:
    assert three_capaian(F(250)) == three_capaian(F(250), None, F(120))
    assert three_capaian(F(250)).rerata == 120
    negatif = three_capaian(F(-50))
    assert (negatif.mentah, negatif.capaian, negatif.rerata) == (-50, 0, 0)
    assert three_capaian(F(250), batas=None).rerata == 250


def test_what_has_no_bound_enters_means_at_the_cap_or_not_at_all() -> None:
    assert three_capaian(None, Alasan.TAK_HINGGA).rerata == 120
    assert three_capaian(None, Alasan.TAK_HINGGA, None).rerata is None
    assert three_capaian(None, Alasan.TARGET_NOL).rerata is None


def test_means_are_capped_before_they_are_taken() -> None:
    s1, s2 = [F(100), F(250)], [F(80), F(90), F(95)]
    capped = [[apply_cap(c) for c in s] for s in (s1, s2)]
    assert [two(mean(s)) for s in capped] == ["110.00", "88.33"]
    assert two(mean([mean(s) for s in capped])) == "99.17"
    assert two(mean([c for s in capped for c in s])) == "97.00"
    assert two(mean([mean(s1), mean(s2)])) == "131.67"
    assert two(mean(s1 + s2)) == "123.00"


def test_g9_raw_mean_capped_mean_and_share_stand_side_by_side() -> None:
    values = [F(400), F(0), F(0), F(0)]
    assert (mean(values), mean([apply_cap(v) for v in values]), share_tercapai(values)) == (100, 30, 25)


def test_what_is_missing_stays_out_of_a_mean() -> None:
    assert mean([F(100), F(80), None]) == 90
    assert mean([None]) is None
    assert share_tercapai([None]) is None


def test_weights_count_only_when_all_are_given() -> None:
    assert mean([F(100), F(50)], [F(75), F(25)]) == F("87.5")
    assert mean([F(100), F(50)], [F(75), None]) == 75
    assert mean([F(100), None], [F(75), F(25)]) == 100
    assert mean([F(100)], [F(0)]) is None


@given(st.integers(1, 50), st.fractions(0, 100))
def test_g13_a_shared_weight_is_earned_whole(n: int, bobot: Fraction) -> None:
    assert score_bobot([F(100)] * n, share_bobot(bobot, n)) == bobot


def test_g11_the_mean_is_taken_of_unrounded_values() -> None:
    values = [F(200, 3), F(200, 3), F(100, 3)]
    assert two(mean(values)) == "55.56"
    assert two(mean([F(round_half_up(v, 0)) for v in values])) == "55.67"


def test_absorption_is_taken_from_sums() -> None:
    assert penyerapan(F(1000), F(450 + 285 + 150)) == F("88.5")
    assert penyerapan(F(0), F(0)) is None
    assert two(penyerapan(Decimal(5000), Decimal(4540))) == "90.80"


@pytest.mark.parametrize(
    ("capaian", "serapan", "kata"),
    [("70", "60", "belum dapat dinyatakan efisien"), ("100", "100", "sesuai"), ("120", "80", "efisien"),
     ("100", "99.99", "efisien"), ("99.99", "10", "belum dapat dinyatakan efisien"),
     ("120", None, None), (None, "80", None)],
)  # fmt: skip
def test_g10_efficiency_is_claimed_only_when_the_target_is_met(
    capaian: str | None, serapan: str | None, kata: str | None
) -> None:
    c, s = (Decimal(x) if x else None for x in (capaian, serapan))
    assert status_efisiensi(c, s) == kata


def test_the_methods_of_efficiency_give_their_worked_figures() -> None:
    c, s = Decimal("102.18"), Decimal("85.45")
    assert (two(efisiensi_e1(c, s)), two(efisiensi_e2(s)), two(efisiensi_e3(c, s))) == ("16.73", "14.55", "1.20")
    xyz = [(F(500), F(450), F(100)), (F(300), F(285), F(95)), (F(200), F(150), F(110))]
    assert [two(efisiensi_e5(xyz, b)) for b in (F(120), F(100))] == ["11.94", "10.15"]
    assert [two(nilai_efisiensi(efisiensi_e5(xyz, b))) for b in (F(120), F(100))] == ["79.85", "75.38"]
    e4 = efisiensi_e4([(p, a, F(100), rv) for p, a, rv in xyz])
    assert (two(e4), two(nilai_efisiensi(e4))) == ("13.94", "84.85")


def test_the_mini_case_has_its_efficiency() -> None:
    s1 = mean([F("2.81") / F("2.75") * 100, F(1200, 14)])
    s2 = mean([F(105), F(100), F("65.30") / F("70.01") * 100])
    assert s1 is not None
    assert s2 is not None
    e5 = efisiensi_e5([(F(1200), F(1080), s1), (F(800), F(760), s2)])
    assert (two(s1), two(s2), two(e5), two(nilai_efisiensi(e5))) == ("93.95", "99.42", "4.30", "60.76")


def test_without_a_budget_there_is_no_efficiency() -> None:
    assert {efisiensi_e1(F(100), None), efisiensi_e2(None), efisiensi_e3(F(100), F(0))} == {None}
    assert {efisiensi_e4([]), efisiensi_e5([])} == {None}
    assert nilai_efisiensi(None) is None


@given(st.fractions(-1000, 1000))
def test_ne_never_leaves_0_to_100(e: Fraction) -> None:
    ne = nilai_efisiensi(e)
    assert ne is not None
    assert 0 <= ne <= 100


@pytest.mark.parametrize(
    ("r", "lalu", "satuan", "besar", "kata"),
    [("2.81", "2.54", "indeks", "10.63", "%"), ("16", "18", "jam", "-11.11", "%"),
     ("105", "90", "konten", "16.67", "%"), ("0", "1", "insiden", "-100.00", "%"),
     ("65.30", "63.10", "predikat", "3.49", "%"), ("85", "82", "%", "3.00", "poin"),
     ("85", "82", "Persen", "3.00", "poin"), ("5", "0", "orang", "5.00", "poin"),
     ("-1", "-2", "orang", "50.00", "%")],
)  # fmt: skip
def test_growth_is_in_percent_or_in_points(r: str, lalu: str, satuan: str, besar: str, kata: str) -> None:
    value, unit = perubahan(F(r), F(lalu), satuan)
    assert (two(value), unit) == (besar, kata)


@pytest.mark.parametrize(
    ("arah", "delta", "kata"),
    [("max", "0.005", "membaik"), ("max", "0.0049", "tetap"), ("max", "-1", "memburuk"), ("min", "-1", "membaik"),
     ("min", "1", "memburuk"), ("stabil", "-1", "membaik"), ("stabil", "1", "memburuk"), ("stabil", "0", "tetap")],
)  # fmt: skip
def test_better_and_worse_follow_the_arah(arah: str, delta: str, kata: str) -> None:
    assert perkembangan(Arah(arah), F(delta)) == kata


def test_closer_to_the_target_is_better_for_stabil() -> None:
    tepat = (F(60), F(60))
    assert perkembangan(Arah.STABIL, perubahan_jarak(F(62), tepat, F(55), tepat)) == "membaik"


@pytest.mark.parametrize(
    ("lalu", "kini", "kata"),
    [(68, 73, "tetap"), (68, 74, "memburuk"), (60, 67, "membaik"), (60, 80, "tetap"), (80, 76, "membaik")],
)
def test_within_the_band_nothing_gets_better_or_worse(lalu: int, kini: int, kata: str) -> None:
    tepi = find_tepi_nilai(make_nilai(70), (F(5), F(5)))
    assert tepi is not None
    assert perkembangan(Arah.STABIL, perubahan_jarak(F(kini), tepi, F(lalu), tepi)) == kata


@pytest.mark.parametrize(
    ("r", "persen"),
    [("52", "0.00"), ("59.25", "50.00"), ("66.5", "100.00"), ("70", "100.00"), ("88", "0.00"), ("102.5", "-100.00")],
)
def test_an_overshoot_is_no_progress_for_stabil(r: str, persen: str) -> None:
    hasil = kemajuan_jarak(F(r), F(52), (F("66.5"), F("73.5")))
    assert hasil is not None
    assert two(hasil) == persen


def test_stabil_that_left_the_band_it_began_in_has_no_progress() -> None:
    tepi = (F("66.5"), F("73.5"))
    assert kemajuan_jarak(F(80), F(70), tepi) is None
    assert kemajuan_jarak(F(68), F(70), tepi) == 100


def test_progress_to_the_renstra_has_two_readings() -> None:
    assert two(kemajuan_rasio(Arah.MAX, F("2.81"), F("3.10"))) == "90.65"
    assert two(kemajuan_rasio(Arah.MIN, F(16), F(10))) == "40.00"
    assert kemajuan_rasio(Arah.MIN, F(0), F(0)) == 100
    assert kemajuan_rasio(Arah.STABIL, F(72), F(80)) == 90
    assert two(kemajuan_dari_awal(F("2.81"), F("2.10"), F("3.10"))) == "71.00"
    assert two(kemajuan_dari_awal(F(16), F(20), F(10))) == "40.00"
    assert kemajuan_dari_awal(F(5), F(3), F(3)) is None


def test_the_gap_to_a_standard_has_a_sign_and_a_ratio() -> None:
    assert selisih_standar(F(3), F(4)) == (-1, 75)
    assert selisih_standar(F(3), F(0)) == (3, None)


@pytest.mark.parametrize(
    ("arah", "selisih", "jenis", "kata"),
    [("max", 1, "ambang", "memenuhi"), ("max", 0, "ambang", "memenuhi"), ("min", 1, "ambang", "belum memenuhi"),
     ("max", 1, "rata-rata", "lebih baik"), ("min", -1, "rata-rata", "lebih baik"), ("max", 0, None, "setara"),
     ("max", -1, "rata-rata", "belum setara"), ("stabil", 1, "ambang", "belum memenuhi")],
)  # fmt: skip
def test_the_position_to_a_standard_follows_the_arah(arah: str, selisih: int, jenis: str | None, kata: str) -> None:
    assert posisi_standar(Arah(arah), F(selisih), jenis) == kata
