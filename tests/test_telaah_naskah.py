"""Percentages written into texts are held against the computed ones."""

from pathlib import Path

import pytest
from kasus_mini import make_kinerja, make_settings

from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.telaah.naskah import review_naskah
from lakip_lib.temuan import Temuan

AKAR = Path(__file__).resolve().parent.parent


def review_teks(teks: str, nama: str = "penutup") -> list[Temuan]:
    kinerja = make_kinerja()
    rows = {**{nama: kinerja.records(nama) for nama in vars(kinerja)}}
    rows["narasi"] = [{"nama": nama, "teks": teks, "berkas": f"narasi/{nama}.md", "sha256": "0"}]
    own = Kinerja.from_rows(**rows)
    return list(review_naskah(compute_hasil(own, make_settings()), own))


def find_aturan(teks: str) -> list[tuple[str, str | None]]:
    return [(t.aturan, t.nilai) for t in review_teks(teks)]


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian SPBE 102,18% melampaui target.",
        "Rata-rata capaian 96,69 persen.",
        "Anggaran terserap 90,80 %.",
        "Sekitar 50%.",
    ],
)
def test_figures_of_the_report_may_be_quoted(teks: str) -> None:
    assert find_aturan(teks) == []


def test_wrong_mean_is_named_with_the_right_one() -> None:
    assert find_aturan("Secara umum rata-rata capaian kinerja 105,59%.") == [("rata-rata-naskah-berbeda", "105,59%")]


def test_unknown_percentage_is_noted_once() -> None:
    assert find_aturan("Partisipasi 85,73% dan lagi 85,73%.") == [("angka-naskah-tak-dikenal", "85,73%")]


BENAR = [
    "Realisasi anggaran mencapai Rp 4.540.000.000,00 atau 90,8 persen dari pagu Rp 5 miliar, sehingga sisanya Rp 460 juta.",
    "Realisasi anggaran Rp. 4.540.000.000,- (91 %).",
    "Sisa anggaran Rp 0,46 miliar atau 9,2%.",
    "Penyerapan anggaran sekitar 95 persen.",
    "Penyerapan anggaran terkendala karena 40 persen paket gagal dilelang.",
    "Realisasi anggaran Bidang Statistik sebesar 85,1 persen.",
    "Untuk Bidang Statistik, realisasi anggaran mencapai 95 persen.",
    "Bidang Statistik mengelola tiga kegiatan. Realisasi anggaran mencapai 95 persen.",
    "#### Program Aplikasi\n\nRealisasi anggaran mencapai 95 persen.",
    "Menurut program:\n\n- Aplikasi, realisasi anggaran 95 persen",
    "Realisasi anggaran 90,8 persen, naik dari tahun 2024 sebesar 89,2 persen.",
    "Pada tahun 2024, realisasi anggaran Rp 4,1 miliar atau 95,2 persen.",
    "Target penyerapan anggaran 95 persen.",
    "Realisasi anggaran Rp 200 juta untuk pengadaan server.",
    "Realisasi anggaran 90,8 persen, capaian program 88 persen.",
    "Anggaran bertambah Rp 75 juta melalui Perubahan APBD.",
    "Rata-rata capaian kinerja dinas 97 persen, yaitu 96,7 persen bila ditulis satu angka.",
    "Sasaran pertama berjalan baik. Rata-rata capaian 93,9 persen.",
    "Rata-rata capaian nasional 88 persen.",
    "Rata-rata capaian kinerja belum 100 persen.",
    "Indeks SPBE naik dari 2,54 menjadi 2,81 atau 102,2 persen dari target 2,75.",
    "Indeks SPBE (2,81) ditargetkan menjadi 3,10 pada tahun 2026.",
    "Indeks SPBE naik 0,27 poin.",
    "Indeks SPBE mencapai 40 perangkat daerah.",
    "Indeks SPBE naik karena cakupan jaringan mencapai 85 persen.",
    "Indeks SPBE nasional sebesar 3,12.",
    "Konten informasi publik mencapai 105 konten, sedangkan triwulan I hanya 12 konten.",
    "Upaya agar Indeks SPBE tidak menurun terus dilakukan.",
    "Jika Indeks SPBE turun, layanan terganggu.",
    "Pada tahun 2023 Indeks SPBE menurun.",
    "Indeks SPBE menurun dibandingkan triwulan III.",
    "Waktu pemulihan gangguan jaringan menurun menjadi 16 jam, tetapi belum mencapai target.",
    "Nilai AKIP dinas naik, tetapi belum mencapai target.",
    "Indeks SPBE tercapai. Konten informasi publik melampaui target.",
    "Indeks SPBE belum mencapai target Renstra.",
    "Sasaran S1 mencapai 93,9 persen dengan penyerapan anggaran 90 persen.",
]


@pytest.mark.parametrize("teks", BENAR)
def test_true_or_unrelated_sentence_gives_no_finding(teks: str) -> None:
    assert find_aturan(teks) == []


ANGKA, NILAI, RATA, ARAH = (f"{n}-naskah-berbeda" for n in ("angka", "nilai", "rata-rata", "arah"))
SALAH = [
    ("Realisasi anggaran mencapai Rp 9.999.999.999,00 atau 98,5 persen.",
     [(ANGKA, "Rp 9.999.999.999,00"), (ANGKA, "98,5%")]),
    ("Pagu anggaran Rp 5,1 miliar.", [(ANGKA, "Rp 5,1 miliar")]),
    ("Sisa anggaran 4.600.000 rupiah.", [(ANGKA, "4.600.000 rupiah")]),
    ("**Penyerapan anggaran** sebesar *95%*.", [(ANGKA, "95%")]),
    ("Realisasi anggaran Dinas Contoh Mini tahun 2025 sebesar 90,7 persen.", [(ANGKA, "90,7%")]),
    ("Serapan 85,73% dan lagi 85,73%.", [(ANGKA, "85,73%")]),
    ("Sesuai Peraturan Nomor 8 Tahun 2006, realisasi anggaran 95 persen.", [(ANGKA, "95%")]),
    ("Rata-rata capaian kinerja dinas 120 persen.", [(RATA, "120%")]),
    ("Rata-rata capaian kinerja adalah 99,9%.", [(RATA, "99,9%")]),
    ("Secara keseluruhan capaian kinerja dinas 98 %.", [(RATA, "98%")]),
    ("Sasaran S1 mencapai 97 persen.", [(ANGKA, "97%")]),
    ("Capaian Indeks SPBE sebesar 105,5 persen.", [(ANGKA, "105,5%")]),
    ("Indeks SPBE menurun menjadi 2,80.", [(NILAI, "2,80"), (ARAH, "menurun")]),
    ("Konten informasi publik sebanyak 115 konten.", [(NILAI, "115")]),
    ("Waktu pemulihan gangguan jaringan meningkat.", [(ARAH, "meningkat")]),
    ("Nilai AKIP melampaui target.", [(ARAH, "melampaui target")]),
    ("Indeks SPBE belum mencapai target.", [(ARAH, "belum mencapai target")]),
    ("Indeks Pembangunan Statistik tercapai.", [(ARAH, "tercapai")]),
]  # fmt: skip


@pytest.mark.parametrize(("teks", "found"), SALAH)
def test_sentence_that_the_report_belies_is_found(teks: str, found: list[tuple[str, str]]) -> None:
    assert find_aturan(teks) == found


def test_finding_says_where_what_and_what_the_report_says() -> None:
    (found,) = review_teks("Tahun ini berat. Realisasi anggaran sebesar 95 persen.")
    assert (found.berkas, found.tingkat) == ("narasi/penutup.md", Tingkat.PERINGATAN)
    assert "kalimat “Realisasi anggaran sebesar 95 persen.” menulis 95%" in found.pesan
    assert "penyerapan 90,80%" in found.pesan


def test_text_of_one_sasaran_is_not_held_against_the_agency() -> None:
    assert review_teks("Realisasi anggaran sebesar 95 persen. Rata-rata capaian 93,9%.", nama="sasaran-S1") == []


@pytest.mark.parametrize("contoh", ["diskominfo-sarolangun", "puskesmas-contoh", "contoh-bermasalah"])
def test_texts_of_the_samples_give_no_false_alarm(contoh: str) -> None:
    lokasi = Lokasi(AKAR, 2025, contoh)
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    assert kinerja.records("narasi")
    assert list(review_naskah(compute_hasil(kinerja, settings), kinerja)) == []


def test_published_report_of_2016_shows_where_its_average_is_wrong() -> None:
    lokasi = Lokasi(AKAR, 2016, "dishub-jabar")
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    (found,) = [
        t for t in review_naskah(compute_hasil(kinerja, settings), kinerja) if t.aturan == "rata-rata-naskah-berbeda"
    ]
    assert "105,59%" in found.pesan
    assert "104,48%" in found.pesan
