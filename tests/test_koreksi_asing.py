"""The red pen on faults of published reports (DOMAIN §3), each once as a small document."""

from collections.abc import Callable

import pytest
from contoh_asing import Bagian, check, check_docx, say, write_docx, write_pdf

DISKOMINFO = (
    "Pada Tahun 2021 Dinas mengelola pagu anggaran sebesar Rp 6.116.339.202 dengan realisasi sebesar "
    "Rp 5.226.670.463 atau 85,73 %. Dengan demikian penyerapan anggaran adalah sebesar 85,47 % sehingga terdapat "
    "efisiensi sebesar 14,55 %."
)
ITJEN = "Efisiensi dihitung dari (98,40 + 98,80 + 98,91) / 4 = 74,03, sehingga NE = 235 % dari skala."
MALUKU = [
    ["No", "Interval capaian", "Kategori"],
    ["1", ">85", "Memuaskan"],
    ["2", ">75 s.d. <85", "Sangat Baik"],
    ["3", ">65 s.d. 75", "Baik"],
    ["4", "≤ 65", "Cukup Baik"],
]
BALI = [
    ["Indikator", "Target", "Realisasi", "Capaian (%)"],
    ["Pertumbuhan ekonomi", "6,30", "-9,31", "-70,89"],
    ["Indeks yang belum dirilis", "70,00", "n/a", "n/a"],
]
SKP = [["Indikator", "Target", "Realisasi", "Capaian"], ["Persentase layanan selesai", "80 - 90%", "92%", "113%"]]
TULIS: dict[str, Callable[..., bytes]] = {
    "docx": write_docx,
    "pdf bergaris": write_pdf,
    "pdf bertag": lambda *b: write_pdf(*b, garis=False, tag=True),
}
BENTUK = pytest.mark.parametrize("bentuk", TULIS)


def find(bentuk: str, *bagian: Bagian) -> dict[str, str]:
    return {f"{t.tingkat} {t.aturan}": t.pesan for t in check(TULIS[bentuk](*bagian))}


@BENTUK
def test_a_wrong_absorption_its_second_value_and_the_rest_called_efisiensi_are_found(bentuk: str) -> None:
    temuan = check(TULIS[bentuk](DISKOMINFO))
    assert say(temuan) == ["wajib penyerapan", "wajib penyerapan", "peringatan efisiensi"]
    assert {t.nilai for t in temuan} == {"85,73", "85,47", "14,55"}
    assert all("5.226.670.463 / 6.116.339.202 × 100 = 85,45" in t.pesan for t in temuan[:2])


@BENTUK
def test_an_average_over_a_wrong_count_and_an_ne_off_its_scale_are_found(bentuk: str) -> None:
    temuan = find(bentuk, ITJEN)
    assert list(temuan) == ["wajib asing-nilai-efisiensi", "wajib asing-pembagi"]
    assert "(98,40 + 98,80 + 98,91) / 3 = 98,70" in temuan["wajib asing-pembagi"]


@BENTUK
def test_a_value_that_belongs_to_no_band_is_found(bentuk: str) -> None:
    temuan = find(bentuk, "Tabel 3.1 Skala", MALUKU)
    assert list(temuan) == ["wajib asing-skala"]
    assert "nilai 85 tidak termasuk kelas mana pun" in temuan["wajib asing-skala"]


@BENTUK
def test_a_growth_turned_negative_is_recomputed_and_na_is_left_alone(bentuk: str) -> None:
    temuan = find(bentuk, BALI)
    assert list(temuan) == ["wajib asing-capaian"]
    assert "= -147,78" in temuan["wajib asing-capaian"].replace("−", "-")


@BENTUK
def test_the_sample_of_a_regulation_is_recomputed_against_the_nearer_edge(bentuk: str) -> None:
    assert "92 / 90 × 100 = 102" in find(bentuk, SKP)["wajib asing-capaian"]


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "hasil"),
    [
        ("90", "92", "113 %", ["wajib capaian"]),
        ("90", "92", "102,22", []),
        ("90", "92", "102,2", []),
        ("3", "2", "66,66", ["catatan capaian"]),
        ("14", "12", "114,29", []),  # lower is better, (2T − R) / T
        ("14", "12", "116,67", []),  # lower is better, T / R
        ("10", "25", "100", []),  # capped
        ("10", "25", "120", []),
        ("10", "25", "130", ["wajib capaian"]),
        ("45,6", "51,9", "113,72", []),  # both were rounded before: 51,90 / 45,64
        ("0", "3", "0", []),
        ("BB", "B", "80,00", []),
        ("1.234", "1.234", "100", []),
        ("", "5", "50", []),
    ],
)
def test_a_capaian_is_called_wrong_only_beyond_every_usual_way(
    target: str, realisasi: str, capaian: str, hasil: list[str]
) -> None:
    tabel = [["Indikator", "Target", "Realisasi", "Capaian (%)"], ["Satu indikator", target, realisasi, capaian]]
    assert say(check_docx(tabel)) == hasil


def test_a_finding_names_table_row_heading_and_figure() -> None:
    tabel = [["Indikator", "Target", "Realisasi", "Capaian (%)"], ["Satu indikator", "90", "92", "113"]]
    (t,) = check_docx("Tabel 3.1 Capaian", tabel)
    assert (t.berkas, t.lembar, t.sel, t.kolom, t.nilai) == (
        "laporan",
        'Tabel 1 dalam berkas ("Tabel 3.1 Capaian"), baris 2 ("Satu indikator")',
        None,
        "Capaian (%)",
        "113",
    )
    assert t.pesan.startswith(f'{t.lembar}, kolom "Capaian (%)": capaian tercetak 113; ')
    assert t.pesan.endswith(
        "92 / 90 × 100 = 102; bila makin rendah makin baik: (2 × 90 − 92) / 90 × 100 = 98. Mohon diperbaiki."
    )


def test_a_column_that_mostly_follows_another_rule_is_left_alone() -> None:
    rows = [[f"Indikator nomor {i}", "50", str(40 + i), str(30 + i)] for i in range(6)]
    assert check_docx([["Indikator", "Target", "Realisasi", "Capaian"], *rows]) == []


def test_two_years_side_by_side_are_each_recomputed() -> None:
    kepala = [
        "Indikator",
        "Target 2024",
        "Realisasi 2024",
        "Capaian 2024",
        "Target 2025",
        "Realisasi 2025",
        "Capaian 2025",
    ]
    temuan = check_docx([kepala, ["Indeks mutu", "50", "40", "80", "60", "45", "85"]])
    assert [(t.kolom, t.nilai) for t in temuan] == [("Capaian 2025", "85")]


def test_a_capaian_against_a_target_of_another_year_is_left_alone() -> None:
    kepala = ["Indikator", "Realisasi 2024", "Realisasi 2025", "Target Renstra 2026", "Capaian 2025"]
    assert check_docx([kepala, ["Indeks mutu", "40", "45", "60", "99"]]) == []
    assert (
        check_docx([["Indikator", "Target 2026", "Realisasi 2025", "Capaian (%)"], ["Indeks mutu", "60", "45", "99"]])
        == []
    )


def test_last_years_realisasi_beside_this_years_does_not_disturb() -> None:
    kepala = ["Indikator", "Realisasi 2024", "Target 2025", "Realisasi 2025", "Capaian (%)"]
    assert [t.nilai for t in check_docx([kepala, ["Indeks mutu", "40", "60", "45", "85,00"]])] == ["85,00"]
    assert check_docx([kepala, ["Indeks mutu", "40", "60", "45", "75,00"]]) == []


def test_the_pagu_after_its_change_counts_and_that_before_is_no_fault() -> None:
    kepala = ["Program", "Pagu awal", "Pagu Perubahan", "Realisasi", "%"]
    rows = [
        ["Satu", "600", "500", "450", "90,00"],
        ["Dua", "600", "500", "450", "75,00"],
        ["Tiga", "600", "500", "450", "80,00"],
    ]
    (t,) = check_docx([kepala, *rows])
    assert "450 / 500 × 100 = 90,00" in t.pesan


ANGGARAN = ["Program", "Pagu (Rp)", "Realisasi (Rp)", "%", "Sisa (Rp)"]
BARIS = [
    ["Satu", "500", "450", "90,00", "50"],
    ["Dua", "300", "285", "95,00", "15"],
    ["Tiga", "200", "150", "75,00", "50"],
]


@BENTUK
def test_absorption_rest_and_totals_of_a_budget_table_are_recomputed(bentuk: str) -> None:
    assert find(bentuk, [ANGGARAN, *BARIS, ["Jumlah", "1.000", "885", "88,50", "115"]]) == {}
    salah = find(bentuk, [ANGGARAN, *BARIS, ["Jumlah", "1.000", "895", "89,50", "115"]])
    assert list(salah) == ["wajib asing-jumlah", "wajib asing-sisa"]
    assert "450 + 285 + 150 = 885 (selisih 10)" in salah["wajib asing-jumlah"]


def test_the_mean_of_percentages_is_no_absorption() -> None:
    (t,) = check_docx([ANGGARAN, *BARIS, ["Jumlah", "1.000", "885", "86,67", "115"]])
    assert "885 / 1.000 × 100 = 88,50" in t.pesan


def test_a_total_of_programs_over_their_activities_is_right() -> None:
    rows = [["1", "Program A", "300"], ["1.1", "Kegiatan", "200"], ["1.2", "Kegiatan", "100"], ["2", "Program B", "50"]]
    assert check_docx([["Kode", "Uraian", "Pagu"], *rows, ["", "Jumlah", "350"]]) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["Operasi", "20"], ["Pegawai", "10"], ["Barang", "10"], ["Modal", "80"]],
        [["Program A", "60"], ["Kegiatan A", "60"], ["Program B", "40"], ["Kegiatan B", "40"]],
        [["Satu", "60"], ["Dua", "37"]],  # nearer to half than to the total: something else is meant
    ],
)
def test_a_total_over_levels_that_only_their_figures_show_is_left_alone(rows: list[list[str]]) -> None:
    total = "100" if len(rows) > 2 else "200"
    assert check_docx([["Uraian", "Pagu"], *rows, ["Jumlah", total]]) == []


def test_a_total_of_plain_rows_is_recomputed() -> None:
    (t,) = check_docx(
        [
            ["Golongan", "Jumlah pegawai"],
            ["Golongan IV", "7"],
            ["Golongan III", "21"],
            ["Golongan II", "5"],
            ["Jumlah", "32"],
        ]
    )
    assert "7 + 21 + 5 = 33 (selisih −1)" in t.pesan


@pytest.mark.parametrize(
    ("rata", "hasil"),
    [
        ("115,00", []),
        ("93,33", ["catatan rata-rata"]),  # capped at 100
        ("100,00", ["catatan rata-rata"]),  # capped at 120
        ("172,50", ["wajib rata-rata"]),
        ("86,25", ["peringatan rata-rata"]),  # n/a as zero
    ],
)
def test_an_average_says_which_practice_fits(rata: str, hasil: list[str]) -> None:
    rows = [["Satu indikator", "100"], ["Dua indikator", "165"], ["Tiga indikator", "80"], ["Empat indikator", "n/a"]]
    assert say(check_docx([["Indikator", "Capaian (%)"], *rows, ["Rata-rata", rata]])) == hasil


def test_an_average_over_a_wrong_count_names_the_count() -> None:
    (t,) = check_docx(
        [["Indikator", "Capaian (%)"], ["Satu", "98,40"], ["Dua", "98,80"], ["Tiga", "98,91"], ["Rata-rata", "74,03"]]
    )
    assert "(98,40 + 98,80 + 98,91) / 3 = 98,70. Angka tercetak adalah jumlah 3 nilai dibagi 4." in t.pesan


def test_an_average_of_the_averages_of_goals_is_right() -> None:
    rows = [["Sasaran satu", "Satu", "100"], ["", "Dua", "50"], ["Sasaran dua", "Tiga", "90"]]
    assert check_docx([["Sasaran", "Indikator", "Capaian (%)"], *rows, ["Rata-rata", "", "82,50"]]) == []


def test_indikator_named_rata_rata_or_jumlah_are_rows_like_others() -> None:
    rows = [["1", "Jumlah kematian ibu", "10", "10", "100"], ["2", "Rata-rata lama sekolah", "10", "8", "80"]]
    kepala = ["No", "Indikator", "Target", "Realisasi", "Capaian (%)"]
    assert check_docx([kepala, *rows, ["Rata-rata capaian", "", "", "", "90"]]) == []
    assert check_docx([["Indikator", "Capaian (%)"], ["Usia harapan", "80"], ["Rata-rata lama sekolah", "95"]]) == []
    (t,) = check_docx([kepala, *rows, ["Rata-rata capaian", "", "", "", "95"]])
    assert t.lembar == 'Tabel 1 dalam berkas, baris 4 ("Rata-rata capaian")'


def test_an_average_named_by_its_goal_leaves_the_average_over_all_open() -> None:
    rows = [["Satu", "80"], ["Dua", "95"], ["Rata-rata capaian meningkatnya mutu layanan", "87,50"], ["Tiga", "70"]]
    assert check_docx([["Indikator", "Capaian (%)"], *rows, ["Rata-rata", "81,67"]]) == []


def test_means_of_goals_that_head_their_rows_are_no_addends() -> None:
    rows = [
        ["Sasaran satu", "", "", "75"],
        ["Satu", "10", "10", "100"],
        ["Dua", "10", "5", "50"],
        ["Sasaran dua", "", "", "90"],
    ]
    kepala = ["Uraian", "Target", "Realisasi", "Capaian (%)"]
    for rata in ("80", "82,5"):  # of the three indikator, of the two sasaran
        assert check_docx([kepala, *rows, ["Tiga", "10", "9", "90"], ["Rata-rata", "", "", rata]]) == []


def test_a_band_around_the_target_is_allowed_for_where_the_document_speaks_of_one() -> None:
    tabel = [["Indikator", "Target", "Realisasi", "Capaian (%)"], ["Pemanfaatan kapasitas", "70,00", "88,00", "79,29"]]
    assert say(check_docx(tabel)) == ["wajib capaian"]
    assert check_docx("Makin dekat target makin baik, dengan pita toleransi lima persen.", tabel) == []
    tabel[1][3] = "79,92"
    assert say(check_docx("Makin dekat target makin baik.", tabel)) == ["wajib capaian"]
