"""The red pen on sentences, labels, numbers of tables and leftovers: what is found, and what is left alone."""

import time

import pytest
from contoh_asing import check_docx, say

SKALA = [
    ["No", "Rentang capaian (%)", "Kategori"],
    ["1", "91 ≤ 100", "Sangat Tinggi"],
    ["2", "76 ≤ 90", "Tinggi"],
    ["3", "66 ≤ 75", "Sedang"],
    ["4", "51 ≤ 65", "Rendah"],
    ["5", "≤ 50", "Sangat Rendah"],
]
CAPAIAN = ["Indikator", "Capaian (%)", "Kategori"]


def test_the_whole_numbered_scale_of_the_regulation_is_a_note_only() -> None:
    assert say(check_docx(SKALA)) == ["catatan skala"] * 4


@pytest.mark.parametrize(
    ("capaian", "kategori", "salah"),
    [
        ("92,00", "Sangat Tinggi", False),
        ("92,00", "Tinggi", True),
        ("90,50", "Tinggi", False),  # between two bands: both are right
        ("90,50", "Sangat Tinggi", False),
        ("90,50", "Sedang", True),
        ("140,00", "Sangat Tinggi", False),
        ("40,00", "sangat rendah", False),
        ("40,00", "Baik", False),  # a label of another scale
        ("n/a", "Tinggi", False),
    ],
)
def test_a_category_is_held_against_the_printed_scale(capaian: str, kategori: str, salah: bool) -> None:
    temuan = check_docx(SKALA, "Hasilnya:", [CAPAIAN, ["Indeks mutu layanan", capaian, kategori]])
    assert [t.nilai for t in temuan if t.aturan == "asing-kategori"] == ([kategori] if salah else [])


def test_without_a_printed_scale_no_category_is_judged() -> None:
    assert check_docx([CAPAIAN, ["Indeks mutu layanan", "10", "Sangat Tinggi"]]) == []


def test_a_sentence_that_rates_otherwise_than_the_scale_is_found() -> None:
    temuan = check_docx(SKALA, "Rata-rata capaian kinerja sebesar 85,20 persen dengan kategori Sangat Tinggi.")
    assert say(temuan)[0] == "wajib kategori"
    assert (
        say(check_docx(SKALA, "Rata-rata capaian sebesar 85,20 persen dengan kategori Tinggi."))
        == ["catatan skala"] * 4
    )


@pytest.mark.parametrize(
    ("kelas", "hasil"),
    [
        (["> 90", "> 75 – 90", "≤ 75"], []),
        (["≥ 90", "75 – < 90", "< 75"], []),
        (["90,01 – 100", "75,01 – 90,00", "0 – 75,00"], []),
        (["75 % sampai 100 %", "55 % sampai 75 %", "Kurang dari 55 %"], ["peringatan skala"]),
        (["> 85", "> 75 s.d. < 85", "≤ 75"], ["wajib skala"]),
        (["> 85", "> 70 s.d. 80", "≤ 70"], ["wajib skala"]),
        (["> 80", "> 70 s.d. 85", "≤ 70"], ["wajib skala"]),
        (["20,03", "21,00", "30,05"], []),  # figures, no bands
        (["75 < x ≤ 100", "50 < x ≤ 75", "x"], []),  # not every row is a band: no scale
    ],
)
def test_bands_without_gap_and_overlap_pass(kelas: list[str], hasil: list[str]) -> None:
    rows = [[k, label] for k, label in zip(kelas, ("Baik", "Cukup", "Kurang"), strict=True)]
    assert say(check_docx([["Nilai", "Predikat"], *rows])) == hasil


@pytest.mark.parametrize(
    ("kalimat", "hasil"),
    [
        ("Indeks SPBE naik dari 2,54 menjadi 2,81.", []),
        ("Indeks SPBE naik dari 2,81 menjadi 2,54.", ["wajib arah"]),
        ("Jumlah aduan menurun dari 40 pada tahun 2023 menjadi 55 pada tahun 2024.", ["wajib arah"]),
        ("Jumlah aduan menurun dari 40 menjadi 25.", []),
        ("Dinas naik dari peringkat 9 menjadi peringkat 3.", []),
        ("Tidak terjadi kenaikan; nilai tidak meningkat dari 80 menjadi 79.", []),
        ("Kinerja penanganan meningkat, waktu tunggu turun dari 16 jam menjadi 12 jam.", []),
        ("Realisasi 72,50 persen melampaui target 80,00 persen.", ["peringatan arah"]),
        ("Realisasi 82,50 persen melampaui target 80,00 persen.", []),
        ("Capaian sebesar 97,20 % melampaui target yang ditetapkan.", ["peringatan arah"]),
    ],
)
def test_direction_words_are_held_against_their_numbers(kalimat: str, hasil: list[str]) -> None:
    assert say(check_docx(kalimat)) == hasil


@pytest.mark.parametrize(
    ("kalimat", "hasil"),
    [
        ("Realisasi Rp 450.000.000 dari pagu Rp 500.000.000 atau 90,00 persen.", []),
        ("Realisasi Rp 450.000.000 dari pagu Rp 500.000.000 atau 91,00 persen.", ["wajib penyerapan"]),
        ("Pagu Rp 300.000 dengan realisasi Rp 200.000 (66,66%).", ["catatan penyerapan"]),
        ("Pagu Rp 500.000.000 dengan realisasi Rp 450.000.000 dan realisasi fisik 100 %.", []),
        ("Pagu Rp 5 miliar terealisasi Rp 4,54 miliar atau 90,80 persen.", []),
        (
            "Anggaran Rp 900.000 terdiri dari belanja langsung Rp 500.000 dengan realisasi Rp 400.000 atau 80 % "
            "dan belanja tidak langsung Rp 400.000 dengan realisasi Rp 300.000 atau 75 %.",
            [],
        ),
        (
            "Anggaran Rp 1.000.000 terdiri dari dana pusat Rp 600.000 dan dana daerah Rp 400.000 dengan realisasi "
            "Rp 900.000 atau 90 %.",
            [],
        ),
        (
            "Pagu Rp 500.000 dengan realisasi Rp 450.000 atau 90 %. Realisasi anggaran program penunjang sebesar 80 %.",
            [],
        ),
        (
            "Pagu Rp 500.000 dengan realisasi Rp 450.000 atau 90 %. Realisasi anggaran tersebut sebesar 80 %.",
            ["wajib penyerapan"],
        ),
        ("Anggaran Rp. 500,000,000.00 dengan realisasi sebesar Rp. 450,000,000.00,- atau 90.00 %.", []),
        ("Sebanyak 15 dari 27 kabupaten atau 59,26 %.", ["wajib hitungan"]),
        ("Sebanyak 16 dari 27 kabupaten atau 59,26 %.", []),
        ("Sebanyak 3 dari 6 indikator mencapai target, naik dari 40 % tahun lalu.", []),
        ("Nilainya 5 / 6 x 100 = 83,33.", []),
        ("Nilainya 5 / 6 x 100 % = 88,33.", ["wajib hitungan"]),
        ("Realisasi sebesar 78,80 % dari target 79,00 % atau tercapai 99,24 %.", ["wajib capaian"]),
        ("Realisasi sebesar 78,80 % dari target 79,00 % atau tercapai 99,75 %.", []),
        ("Rata-rata (80 + 90) / 2 = 85.", []),
        ("Rata-rata (80 + 90) / 2 = 95.", ["wajib hitungan"]),
        ("Bagian yang selesai (1 + 2) / 4 x 100.", []),
        ("Nilai bobot (1 + 2) / 4.", []),
        ("Rata-ratanya (80 + 90 + 70) / 4 = 60.", ["wajib pembagi"]),
        ("NE = 50 + 11,94 / 20 × 50 = 79,85.", []),
        ("Nilai efisiensi sebesar 79,85 persen.", []),
        ("Nilai efisiensi sebesar 235,00 persen.", ["wajib nilai-efisiensi"]),
    ],
)
def test_sums_in_sentences_are_recomputed(kalimat: str, hasil: list[str]) -> None:
    assert say(check_docx(kalimat)) == hasil


KEPALA = ["Indikator", "Target", "Realisasi", "Capaian (%)"]


def test_one_indikator_with_two_figures_is_found_within_one_year_only() -> None:
    satu, dua = (
        ["Persentase kendaraan laik jalan", "100", "72", "72"],
        ["Persentase kendaraan laik jalan", "100", "71", "71"],
    )
    (t,) = check_docx("Tabel 1 Capaian 2025", [KEPALA, satu], "Tabel 2 Capaian 2025", [KEPALA, dua])
    baris = 'baris 2 ("Persentase kendaraan laik jalan")'
    letak = f'Tabel 2 dalam berkas ("Tabel 2 Capaian 2025"), {baris}'
    assert (t.aturan, t.nilai, t.lembar) == ("asing-angka-ganda", "71", letak)
    assert f'realisasi tercetak 71, sedangkan pada Tabel 1 dalam berkas ("Tabel 1 Capaian 2025"), {baris} ' in t.pesan
    assert check_docx("Tabel 1 Capaian 2024", [KEPALA, satu], "Tabel 2 Capaian 2025", [KEPALA, dua]) == []
    assert check_docx("Tabel 1 Capaian", [KEPALA, satu], "Tabel 2 Capaian Triwulan III", [KEPALA, dua]) == []


def test_tables_that_mostly_differ_speak_of_two_things() -> None:
    satu = [[f"Persentase layanan nomor {i}", "100", str(50 + i), str(50 + i)] for i in range(3)]
    dua = [[nama, target, str(int(r) + 7), str(int(c) + 7)] for nama, target, r, c in satu]
    assert check_docx("Tabel 1 Puskesmas", [KEPALA, *satu], "Tabel 2 Puskesmas", [KEPALA, *dua]) == []


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Nilainya #REF! dan #DIV/0!", ["wajib sisa-galat", "wajib sisa-galat"]),
        ("Lihat Error! Reference source not found.", ["wajib sisa-galat"]),
        ("Lorem ipsum dolor", ["peringatan sisa-isian"]),
        ("Sebesar xxx persen", ["peringatan sisa-isian"]),
        ("Sasaran [...] tercapai", ["peringatan sisa-isian"]),
        ("Sidang XXX dan Bab XXX", []),
    ],
)
def test_leftovers_are_found_in_text_and_cells(teks: str, hasil: list[str]) -> None:
    assert say(check_docx(teks)) == hasil
    assert say(check_docx([["a", "b"], ["c", teks]])) == hasil


@pytest.mark.parametrize(
    ("nomor", "hasil"),
    [
        (["3.1", "3.2", "3.3"], []),
        (["3.1", "3.3"], ["3.3"]),
        (["3.1", "3.2", "3.2"], ["3.2"]),
        (["2.4", "3.1", "2.5", "3.2"], []),
        (["3.1", "3.3", "3.2"], ["3.3", "3.2"]),
        (["3.2", "3.3"], []),  # part of a report
    ],
)
def test_numbers_of_tables_that_skip_repeat_or_go_back_are_found(nomor: list[str], hasil: list[str]) -> None:
    temuan = check_docx(*(f"Tabel {n} Capaian Kinerja" for n in nomor))
    assert [t.nilai for t in temuan] == [f"Tabel {n} Capaian Kinerja" for n in hasil]


def test_a_list_of_tables_and_a_sentence_are_no_captions() -> None:
    daftar = ["Tabel 1. Satu ........ 3", "Tabel 2. Dua ........ 4"]
    assert check_docx(*daftar, "Tabel 1. Satu", "Tabel 1 menunjukkan hal itu.", "Tabel 2. Dua", "Tabel 1 di atas") == []


@pytest.mark.parametrize(
    "teks", ["Rata" * 20_000, "naik dari " * 5_000, "(" + "1 + " * 10_000, "realisasi Rp 1.000.000 " * 1_000]
)
def test_odd_long_text_is_read_in_reasonable_time(teks: str) -> None:
    awal = time.perf_counter()
    check_docx(teks)
    assert time.perf_counter() - awal < 10


def test_one_pagu_with_two_realisasi_is_found_unless_a_part_of_the_year_is_named() -> None:
    satu = "Pagu anggaran Rp 6.116.339.202 dengan realisasi Rp 5.226.670.463 atau 85,45 %."
    dua = "Pagu anggaran Rp 6.116.339.202 dengan realisasi Rp 5.000.000.000 atau 81,75 %"
    assert [(t.aturan, t.lembar) for t in check_docx(satu, dua + ".")] == [("asing-angka-ganda", "Paragraf 2")]
    assert check_docx(satu, dua + " sampai dengan Triwulan III.") == []


def test_a_scale_printed_as_a_list_is_read_as_one() -> None:
    daftar = ["a. > 85 : Memuaskan;", "b. > 75 s.d. < 85 : Sangat Baik;", "c. ≤ 75 : Baik."]
    temuan = check_docx(*daftar, [CAPAIAN, ["Indeks mutu layanan", "80", "Memuaskan"]])
    assert [(t.aturan, t.lembar) for t in temuan] == [
        ("asing-skala", "Paragraf 1"),
        ("asing-kategori", 'Tabel 1 dalam berkas, baris 2 ("Indeks mutu layanan")'),
    ]
    assert check_docx("Baik = 75 – 100", "Kurang = 0 – 50") == []


def test_efficiency_columns_are_held_against_their_scale_and_the_rest() -> None:
    kepala = ["Sasaran", "Capaian (%)", "Penyerapan (%)", "Efisiensi (%)"]
    rows = [["Sasaran satu", "100", "85,45", "14,55"], ["Sasaran dua", "90", "90,00", "10,00"]]
    assert say(check_docx([kepala, *rows])) == ["peringatan efisiensi"]
    assert check_docx([kepala, [*rows[0][:3], "14,55"], [*rows[1][:3], "0,00"]]) == []
    assert say(check_docx([["Program", "Nilai Efisiensi"], ["Satu", "79,85"], ["Dua", "235"]])) == [
        "wajib nilai-efisiensi"
    ]
