from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lakip_lib.formats import round_half_up
from lakip_lib.istilah import Alasan, Arah, Metode
from lakip_lib.measures.rumus import (
    Nilai,
    capaian_max,
    capaian_min_a,
    capaian_min_b,
    capaian_stab,
    choose_metode,
    compute_capaian,
    make_nilai,
    parse_nilai,
    three_capaian,
)
from lakip_lib.measures.rumus.bacaan import read_nilai

ANGKA = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
POSITIF = st.fractions(min_value=Fraction(1, 100), max_value=1000, max_denominator=100)


def hitung(
    metode: Metode, target: str, realisasi: str, arah: Arah = Arah.MAX, pita: tuple[int, int] = (0, 0)
) -> str | Alasan | None:
    """The capaian with two digits as text, or the alasan."""
    c = compute_capaian(
        metode, parse_nilai(target), parse_nilai(realisasi), arah=arah, pita=(Fraction(pita[0]), Fraction(pita[1]))
    )
    return c.alasan if c.mentah is None else str(round_half_up(c.mentah, 2))


@pytest.mark.parametrize(
    ("metode", "target", "realisasi", "arah", "capaian"),
    [
        (Metode.MAX, "2.75", "2.81", Arah.MAX, "102.18"),
        (Metode.MIN_A, "14", "12", Arah.MIN, "114.29"),
        (Metode.MIN_A, "14", "16", Arah.MIN, "85.71"),
        (Metode.MIN_B, "14", "12", Arah.MIN, "116.67"),
        (Metode.MIN_B, "14", "16", Arah.MIN, "87.50"),
        (Metode.MIN_B, "3669", "1967", Arah.MIN, "186.53"),
        (Metode.MIN_A, "3669", "1967", Arah.MIN, "146.39"),
        (Metode.STAB, "80", "92", Arah.STABIL, "85.00"),
        (Metode.RANGE, "7-8", "6.5", Arah.MIN, "107.14"),
        (Metode.RANGE, "7-8", "9", Arah.MIN, "87.50"),
        (Metode.RANGE, "7-8", "7.5", Arah.MIN, "100.00"),
        (Metode.RANGE, "80-90", "92", Arah.MAX, "102.22"),
        (Metode.RANGE, "80-90", "70", Arah.MAX, "87.50"),
        (Metode.STAB, "80-90", "72", Arah.STABIL, "90.00"),
        (Metode.ORD, "BB (70.01)", "B (65.30)", Arah.MAX, "93.27"),
        (Metode.ORD, "BB", "B", Arah.MAX, "80.00"),
        (Metode.ORD, "BB", "A", Arah.MAX, "120.00"),
        (Metode.ORD, "WTP", "WDP", Arah.MAX, "75.00"),
        (Metode.BIN, "1", "1", Arah.MAX, "100.00"),
        (Metode.BIN, "ada", "Tidak Ada", Arah.MAX, "0.00"),
        (Metode.BIN, "BB", "A", Arah.MAX, "100.00"),
        (Metode.BIN, "2", "3", Arah.MIN, "0.00"),
        (Metode.BIN, "2", "2", Arah.STABIL, "100.00"),
    ],
)
def test_every_worked_example_of_capaian_holds(
    metode: Metode, target: str, realisasi: str, arah: Arah, capaian: str
) -> None:
    assert hitung(metode, target, realisasi, arah) == capaian


def test_g1_both_minimum_formulas_differ() -> None:
    assert hitung(Metode.MIN_B, "10", "20", Arah.MIN) == "50.00"
    assert hitung(Metode.MIN_A, "10", "20", Arah.MIN) == "0.00"


@pytest.mark.parametrize("metode", [Metode.MIN_A, Metode.MIN_B])
def test_g2_near_zero_a_minimum_has_no_jump_once_capped(metode: Metode) -> None:
    rerata = []
    for r in ("0", "0.0001", "0.01", "10", "11"):
        c = compute_capaian(metode, make_nilai(10), parse_nilai(r), arah=Arah.MIN)
        rerata.append(three_capaian(c.mentah, c.alasan).rerata)
    assert rerata[:4] == [120, 120, 120, 100]
    assert rerata[4] is not None
    assert rerata[4] < 100


@given(POSITIF)
def test_g3_a_realisasi_at_the_target_is_100_under_every_method(t: Fraction) -> None:
    sama = Nilai(angka=t)
    for metode in (Metode.MAX, Metode.MIN_A, Metode.MIN_B, Metode.STAB, Metode.BIN, Metode.ORD):
        assert compute_capaian(metode, sama, sama, arah=Arah.MAX).mentah == 100


@pytest.mark.parametrize(
    ("metode", "target", "realisasi", "arah", "hasil"),
    [
        (Metode.MAX, "0", "0", Arah.MAX, Alasan.TARGET_NOL),
        (Metode.MAX, "0", "5", Arah.MAX, Alasan.TARGET_NOL),
        (Metode.MAX, "5", "0", Arah.MAX, "0.00"),
        (Metode.MIN_A, "0", "0", Arah.MIN, "100.00"),
        (Metode.MIN_A, "0", "3", Arah.MIN, "0.00"),
        (Metode.MIN_B, "0", "0", Arah.MIN, "100.00"),
        (Metode.MIN_B, "0", "3", Arah.MIN, "0.00"),
        (Metode.MIN_A, "10", "0", Arah.MIN, "200.00"),
        (Metode.MIN_B, "10", "0", Arah.MIN, Alasan.TAK_HINGGA),
        (Metode.STAB, "0", "0", Arah.STABIL, "100.00"),
        (Metode.STAB, "0", "1", Arah.STABIL, "0.00"),
        (Metode.MAX, "", "5", Arah.MAX, Alasan.TARGET_KOSONG),
        (Metode.MAX, "5", "", Arah.MAX, Alasan.REALISASI_KOSONG),
        (Metode.MAX, "5", "banyak", Arah.MAX, Alasan.BUKAN_ANGKA),
        (Metode.MAX, "BB", "5", Arah.MAX, "7.14"),
        (Metode.ORD, "BB", "Z", Arah.MAX, Alasan.HURUF_TAK_DIKENAL),
        (Metode.ORD, "BB", "WTP", Arah.MAX, Alasan.HURUF_TAK_DIKENAL),
        (Metode.ORD, "WTP", "65", Arah.MAX, Alasan.HURUF_TAK_DIKENAL),
        (Metode.MAX, "5", "4-6", Arah.MAX, Alasan.BUKAN_ANGKA),
        (Metode.ORD, "80-90", "BB", Arah.MAX, Alasan.BUKAN_ANGKA),
        (Metode.BIN, "ada", "5-6", Arah.MAX, Alasan.BUKAN_ANGKA),
    ],
)
def test_g4_zero_and_missing_have_their_rule(
    metode: Metode, target: str, realisasi: str, arah: Arah, hasil: str | Alasan
) -> None:
    assert hitung(choose_metode(arah, metode, parse_nilai(target)), target, realisasi, arah) == hasil


@pytest.mark.parametrize(
    ("pita", "hasil"),
    [((0, 0), ["91.67", "100.00", "90.00"]), ((5, 5), ["96.67", "100.00", "95.00"]),
     ((5, 10), ["96.67", "100.00", "100.00"])],
)  # fmt: skip
def test_g5_a_band_forgives_and_the_nearer_edge_counts(pita: tuple[int, int], hasil: list[str]) -> None:
    assert [hitung(Metode.STAB, "60", r, Arah.STABIL, pita) for r in ("55", "60", "66")] == hasil


def test_g7_letters_count_by_rank_or_by_score() -> None:
    assert hitung(Metode.ORD, "A", "BB") == "83.33"
    assert hitung(Metode.ORD, "a", "bb") == "83.33"
    assert hitung(Metode.ORD, "A (80.01)", "BB (70.01)") == "87.50"
    assert hitung(Metode.ORD, "BB", "65.30") == "93.27"
    assert hitung(Metode.ORD, "70.01", "B") == "80.00"
    assert hitung(Metode.ORD, "D", "20") == "100.00"


def test_letters_tell_in_a_note_how_they_were_counted() -> None:
    skor = compute_capaian(Metode.ORD, parse_nilai("BB (70.01)"), parse_nilai("B (65.30)"))
    rank = compute_capaian(Metode.ORD, parse_nilai("BB"), parse_nilai("B"))
    assert (skor.catatan, rank.catatan) == (("skor",), ("peringkat",))
    assert (skor.rumus, rank.rumus) == ("65,3 / 70,01 × 100", "4 / 5 × 100")


def test_a_zero_target_and_a_negative_capaian_are_noted() -> None:
    assert compute_capaian(Metode.MIN_A, make_nilai(0), make_nilai(2), arah=Arah.MIN).catatan == ("target-nol",)
    assert compute_capaian(Metode.MIN_A, make_nilai(2), make_nilai(9), arah=Arah.MIN).catatan == ("negatif",)


@pytest.mark.parametrize(
    ("metode", "target", "realisasi", "arah", "pita", "teks"),
    [
        (Metode.MAX, "2.75", "2.81", Arah.MAX, (0, 0), "2,81 / 2,75 × 100"),
        (Metode.MAX, "2", "4", Arah.MIN, (0, 0), "4 / 2 × 100"),
        (Metode.MIN_A, "14", "16", Arah.MIN, (0, 0), "(2 × 14 − 16) / 14 × 100"),
        (Metode.MIN_B, "14", "16", Arah.MIN, (0, 0), "14 / 16 × 100"),
        (Metode.STAB, "80", "92", Arah.STABIL, (0, 0), "(1 − |92 − 80| / 80) × 100"),
        (Metode.STAB, "60", "55", Arah.STABIL, (5, 10), "(1 − |55 − 60| / 60) × 100, pita −5%/+10%"),
        (Metode.RANGE, "7-8", "7.5", Arah.MIN, (0, 0), "7,5 di dalam 7–8: 100"),
        (Metode.RANGE, "7-8", "9", Arah.MIN, (0, 0), "(1 + (1 − 9 / 8)) × 100"),
        (Metode.RANGE, "7-8", "6", Arah.MAX, (0, 0), "6 / 7 × 100"),
        (Metode.STAB, "7-8", "6", Arah.STABIL, (0, 0), "(1 − |6 − 7| / 7) × 100"),
        (Metode.BIN, "ada", "1", Arah.MAX, (0, 0), "1 terhadap ada: tercapai 100, tidak tercapai 0"),
    ],
)
def test_the_formula_is_told_with_its_figures(
    metode: Metode, target: str, realisasi: str, arah: Arah, pita: tuple[int, int], teks: str
) -> None:
    exact = (Fraction(pita[0]), Fraction(pita[1]))
    assert compute_capaian(metode, parse_nilai(target), parse_nilai(realisasi), arah=arah, pita=exact).rumus == teks


@given(ANGKA, ANGKA, ANGKA)
def test_a_better_realisasi_never_lowers_capaian(t: Fraction, r1: Fraction, r2: Fraction) -> None:
    rendah, tinggi = sorted((r1, r2))
    assume(t != 0)
    naik, turun = (capaian_max(t, x) for x in (tinggi, rendah))
    assert naik >= turun
    assert capaian_min_a(t, rendah) >= capaian_min_a(t, tinggi)
    b_rendah, b_tinggi = (capaian_min_b(t, x) for x in (rendah, tinggi))
    assert isinstance(b_rendah, Alasan) or (not isinstance(b_tinggi, Alasan) and b_rendah >= b_tinggi)
    if abs(rendah - t) <= abs(tinggi - t):
        assert capaian_stab(t, rendah) >= capaian_stab(t, tinggi)


@given(POSITIF, ANGKA)
def test_a_positive_target_gives_the_printed_formula(t: Fraction, r: Fraction) -> None:
    assert capaian_max(t, r) == r / t * 100
    assert capaian_min_a(t, r) == (2 * t - r) / t * 100


@pytest.mark.parametrize(
    ("arah", "metode", "target", "satuan", "pilihan"),
    [
        (Arah.MAX, None, "5", "dokumen", Metode.MAX),
        (Arah.MIN, None, "5", "jam", Metode.MIN_A),
        (Arah.STABIL, None, "5", "%", Metode.STAB),
        (Arah.MAX, None, "80-90", "%", Metode.RANGE),
        (Arah.MIN, Metode.MIN_A, "7-8", "bulan", Metode.RANGE),
        (Arah.STABIL, None, "7-8", "bulan", Metode.STAB),
        (Arah.MAX, None, "BB", "predikat", Metode.ORD),
        (Arah.MAX, Metode.MAX, "WTP", "opini", Metode.ORD),
        (Arah.MAX, None, "70.01", "Predikat", Metode.ORD),
        (Arah.MAX, None, "ada", "dokumen", Metode.BIN),
        (Arah.MAX, None, "1", "Ada/Tidak", Metode.BIN),
        (Arah.MAX, Metode.BIN, "BB", "predikat", Metode.BIN),
        (Arah.MIN, Metode.MIN_B, "5", "jam", Metode.MIN_B),
        (Arah.MAX, Metode.RANGE, "5", "jam", Metode.MAX),
        (Arah.MAX, None, "", "", Metode.MAX),
    ],
)
def test_the_formula_follows_from_arah_and_the_form_of_the_target(
    arah: Arah, metode: Metode | None, target: str, satuan: str, pilihan: Metode
) -> None:
    assert choose_metode(arah, metode, parse_nilai(target), satuan) is pilihan


def test_the_minimum_formula_of_the_settings_is_the_default() -> None:
    assert choose_metode(Arah.MIN, None, make_nilai(5), metode_min=Metode.MIN_B) is Metode.MIN_B


@pytest.mark.parametrize("teks", ["2.75", "80-90", "-5--3", "BB", "BB (70.01)", "-5", "ada"])
def test_canonical_text_is_read_and_written_back(teks: str) -> None:
    nilai = parse_nilai(teks)
    assert nilai is not None
    assert nilai.to_teks() == teks


@pytest.mark.parametrize(
    ("teks", "kanonik"),
    [("85,73 %", "85.73"), ("7 – 8 bulan", "7-8"), ("wtp", "wtp"), ("65,30 (B)", "B (65.3)"),
     ("B (65,30)", "B (65.3)"), ("nihil", "0")],
)  # fmt: skip
def test_typed_text_becomes_canonical(teks: str, kanonik: str) -> None:
    nilai = read_nilai(teks)
    assert isinstance(nilai, Nilai)
    assert nilai.to_teks() == kanonik


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [("", Alasan.REALISASI_KOSONG), ("n/a", Alasan.BELUM_RILIS), ("1.234", Alasan.AMBIGU), ("B (1.234)", Alasan.AMBIGU),
     ("B (6,5,)", Alasan.BUKAN_ANGKA), ("XYZ", Alasan.HURUF_TAK_DIKENAL), ("sangat banyak sekali", Alasan.BUKAN_ANGKA)],
)  # fmt: skip
def test_typed_text_that_is_no_value_says_why(teks: str, alasan: Alasan) -> None:
    assert read_nilai(teks) is alasan
