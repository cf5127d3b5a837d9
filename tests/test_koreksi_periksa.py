"""The correction checks on our own document: true findings only, and each planted fault found at its place."""

from typing import Any

import pytest
from kasus_mini import make_kinerja, make_settings
from susun_dokumen import make_dokumen, make_konteks, read_sampel, write_sampel

from lakip_lib.blok import BLOK, Dokumen, Judul, Paragraf, Run, Tabel
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.periksa import review_dokumen
from lakip_lib.koreksi.periksa.bahasa import review_nama, review_singkatan
from lakip_lib.koreksi.periksa.sisa import review_sisa
from lakip_lib.koreksi.periksa.susunan import list_sebutan, review_susunan
from lakip_lib.koreksi.periksa.tabel import review_tabel
from lakip_lib.koreksi.periksa.tahun import review_tahun
from lakip_lib.report.nomor import number_blok
from lakip_lib.temuan import Temuan

SETTINGS = make_settings()


@pytest.fixture(scope="module")
def dokumen() -> Dokumen:
    return make_dokumen()


def review(dokumen: Dokumen) -> list[Temuan]:
    konteks = make_konteks()
    return review_dokumen(dokumen, konteks.hasil, konteks.kinerja, konteks.settings)


def swap(dokumen: Dokumen, lama: str, baru: str, *, id_tabel: str = "", sekali: bool = True) -> Dokumen:
    """The document with a text of a run changed (in one table, where its id is given)."""
    data = [b.model_dump(mode="json") for b in dokumen.blok]
    sisa = [1 if sekali else 10**6]

    def walk(x: Any) -> Any:
        if isinstance(x, dict):
            if x.get("teks") == lama and "ref" in x and sisa[0]:
                sisa[0] -= 1
                return {**x, "teks": baru}
            return {k: walk(v) for k, v in x.items()}
        return [walk(v) for v in x] if isinstance(x, list) else x

    isi = [walk(b) if not id_tabel or b.get("id") == id_tabel else b for b in data]
    assert isi != data, "the planted text must be there"
    return dokumen.model_copy(update={"blok": BLOK.validate_python(isi)})


def aturan(temuan: list[Temuan]) -> set[str]:
    return {t.aturan for t in temuan}


def write(*teks: str) -> Dokumen:
    """A document of paragraphs below one heading."""
    kepala = Judul(tingkat=1, teks="PENDAHULUAN", id="pendahuluan")
    blok = number_blok([kepala, *(Paragraf(isi=(Run(teks=t),)) for t in teks)])
    return make_dokumen().model_copy(update={"blok": blok})


def test_document_of_the_mini_case_has_no_arithmetic_fault(dokumen: Dokumen) -> None:
    assert [t.pesan for t in review(dokumen) if t.tingkat == Tingkat.WAJIB] == []


@pytest.mark.parametrize(
    ("id_tabel", "lama", "baru", "harap"),
    [
        ("T3.1", "102,18", "112,18", "capaian-tidak-cocok"),
        ("T3.1", "96,69", "97,69", "rata-rata-tidak-cocok"),
        ("T3.1-S1", "93,95", "95,93", "rata-rata-tidak-cocok"),
        ("T3.1", "Tinggi", "Sedang", "kategori-tidak-cocok"),
        ("T3.1", "Melampaui", "Mencapai", "status-tidak-cocok"),
        ("T3.8", "4.540.000.000", "4.540.001.000", "total-tidak-cocok"),
        ("T3.8", "460.000.000", "459.000.000", "sisa-tidak-cocok"),
        ("T3.8", "90,80", "86,67", "persen-tidak-cocok"),
        ("T3.9", "5.000.000.000", "5.100.000.000", "total-tidak-cocok"),
        ("T3.10", "33,33", "34,33", "persen-tidak-cocok"),
        ("T3.6", "+3,95", "+3,59", "efisiensi-tidak-cocok"),
        ("T3.2-S1", "membaik", "memburuk", "arah-tidak-cocok"),
    ],
)
def test_figure_changed_in_a_table_is_found(dokumen: Dokumen, id_tabel: str, lama: str, baru: str, harap: str) -> None:
    found = review(swap(dokumen, lama, baru, id_tabel=id_tabel))
    assert harap in aturan(found)
    assert any(t.aturan == harap and (t.lembar or "").startswith("Tabel") for t in found)


def test_figure_with_a_reference_must_print_what_was_computed(dokumen: Dokumen) -> None:
    (found,) = [t for t in review(swap(dokumen, "96,69", "97,96")) if t.aturan == "angka-dokumen-berbeda"]
    assert "tertulis 97,96, sedangkan hasil hitung 96,69" in found.pesan


def test_reference_that_leads_nowhere_is_found(dokumen: Dokumen) -> None:
    lain = {**dokumen.hasil, "indikator": [i for i in dokumen.hasil["indikator"] if i["kode"] != "I1"]}
    assert "angka-tanpa-sumber" in aturan(review(dokumen.model_copy(update={"hasil": lain})))


def test_sentence_with_another_mean_is_found_at_its_place() -> None:
    (found,) = [t for t in review(write("Rata-rata capaian kinerja 105,59 persen.")) if "naskah" in t.aturan]
    assert (found.lembar, found.nilai) == (["Bab I", "PENDAHULUAN"][0], "105,59%")


UANG = "Pagu bidang Rp 6.116.339.202,00 dengan realisasi Rp 5.226.670.463,00 atau {} persen."


@pytest.mark.parametrize(
    ("persen", "harap"), [("85,45", []), ("85,5", []), ("14,55", []), ("85,73", ["85,73%"]), ("85,47", ["85,47%"])]
)
def test_percentage_of_a_sentence_must_be_that_of_its_own_amounts(persen: str, harap: list[str]) -> None:
    """The figures of a published report (DOMAIN §3), on money that the report itself does not hold."""
    found = review(write(UANG.format(persen)))
    assert [t.nilai for t in found if t.aturan == "persen-naskah-tidak-cocok"] == harap


@pytest.mark.parametrize(("persen", "harap"), [("75", []), ("70", ["70%"])])
def test_what_is_spent_and_what_is_left_make_the_whole(persen: str, harap: list[str]) -> None:
    teks = f"Realisasi bidang Rp 300.000,00 atau {persen} persen dari pagu, dengan sisa Rp 100.000,00."
    assert [t.nilai for t in review(write(teks)) if t.aturan == "persen-naskah-tidak-cocok"] == harap


def test_sentence_with_rounded_or_other_amounts_is_not_recomputed() -> None:
    teks = [
        "Realisasi Rp 5,2 miliar dari Rp 6,1 miliar, 85 persen.",
        "Bantuan Rp 10.000 dan Rp 20.000 untuk 80 persen warga.",
    ]
    assert "persen-naskah-tidak-cocok" not in aturan(review(write(*teks)))


def test_word_of_direction_must_agree_with_the_figures() -> None:
    assert "arah-naskah-berbeda" in aturan(review(write("Indeks SPBE menurun dibandingkan tahun 2024.")))


def test_budget_parent_must_be_the_sum_of_its_children() -> None:
    rows = [("2.16", "300"), ("2.16.01", "100"), ("2.16.02", "150")]
    tabel = _make_tabel(("Kode", "Pagu (Rp)"), rows)
    (found,) = review_tabel(_hold(tabel))
    assert (found.aturan, found.nilai) == ("induk-tidak-cocok", "300")


def test_grandchildren_are_not_added_twice() -> None:
    rows = [("2.16", "250"), ("2.16.01", "100"), ("2.16.01.01", "100"), ("2.16.02", "150")]
    assert list(review_tabel(_hold(_make_tabel(("Kode", "Pagu (Rp)"), rows)))) == []


def _make_tabel(kolom: tuple[str, ...], rows: list[tuple[str, ...]]) -> Tabel:
    sel = [{"sel": [{"isi": [{"teks": t}]} for t in row]} for row in rows]
    return Tabel.model_validate(
        {
            "id": "t",
            "kode": "T3.8",
            "judul": "Pagu",
            "nomor": "3.1",
            "kolom": [{"judul": k} for k in kolom],
            "baris": sel,
        }
    )


def _hold(*blok: Any) -> Dokumen:
    return make_dokumen().model_copy(update={"blok": tuple(blok)})


@pytest.mark.parametrize(
    "teks",
    ["Uraian [...] menyusul.", "Sebesar xxx persen.", "Lorem ipsum dolor.", "TBD", "[isi nama kepala]", "Sekitar ??"],
)
def test_leftover_is_found(teks: str) -> None:
    assert [t.aturan for t in review_sisa(write(teks))] == ["sisa-naskah"]


@pytest.mark.parametrize("teks", ["Nilai #REF! pada sel.", "Hasil #DIV/0!.", "Capaian nan persen."])
def test_error_value_must_be_mended(teks: str) -> None:
    assert [(t.aturan, t.tingkat) for t in review_sisa(write(teks))] == [("nilai-galat", Tingkat.WAJIB)]


@pytest.mark.parametrize(
    "teks", ["Pasal 3 [1] berlaku.", "Bab XX selesai.", "Apakah target tercapai?", "Data belum diisi unit."]
)
def test_plain_text_is_no_leftover(teks: str) -> None:
    assert list(review_sisa(write(teks))) == []


def test_text_that_was_not_supplied_is_found() -> None:
    belum = Paragraf(isi=(Run(teks="Bagian ini belum diisi (narasi/isu.md)."),), gaya="belum")
    assert [t.aturan for t in review_sisa(_hold(belum))] == ["teks-belum-diisi"]


def test_report_said_to_be_of_another_year_is_found() -> None:
    teks = "Laporan Kinerja Instansi Pemerintah Dinas Contoh Mini Tahun 2024 disusun."
    (found,) = review_tahun(write(teks), make_kinerja(), SETTINGS)
    assert (found.aturan, found.nilai) == ("tahun-laporan-berbeda", "2024")


@pytest.mark.parametrize(
    "teks",
    [
        "Laporan Kinerja Dinas Contoh Mini Tahun 2025 disusun.",
        "Rekomendasi atas Laporan Kinerja Tahun 2024 ditindaklanjuti.",
        "Peraturan Bupati Nomor 56 Tahun 2014 dan PermenPAN-RB 53/2014 mengatur nilai.",
        "Arsip tahun 2010 dipindahkan.",
        "Target akhir Renstra tahun 2026 dan realisasi tahun 2021.",
    ],
)
def test_known_years_raise_nothing(teks: str) -> None:
    assert list(review_tahun(write(teks), make_kinerja(), SETTINGS)) == []


def test_figure_of_an_unknown_year_is_noted() -> None:
    (found,) = review_tahun(write("Realisasi tahun 2011 sebesar 40 persen."), make_kinerja(), SETTINGS)
    assert (found.aturan, found.nilai) == ("tahun-tak-dikenal", "2011")


def test_gap_in_the_numbers_of_tables_is_found() -> None:
    satu = _make_tabel(("A",), [("1",)])
    blok = [satu, satu.model_copy(update={"nomor": "3.3", "id": "u"})]
    assert [t.lembar for t in review_susunan(_hold(*blok)) if t.aturan == "nomor-putus"] == ["Tabel 3.3"]


def test_table_that_no_sentence_cites_is_found_and_a_span_cites_all_within() -> None:
    tabel = [_make_tabel(("A",), [("1",)]).model_copy(update={"nomor": f"3.{n}", "id": f"t{n}"}) for n in (1, 2, 3, 4)]
    teks = Paragraf(isi=(Run(teks="Lihat Tabel 3.1 sampai dengan Tabel 3.3."),))
    found = [t for t in review_susunan(_hold(teks, *tabel)) if t.aturan == "objek-tidak-dirujuk"]
    assert [t.lembar for t in found] == ["Tabel 3.4"]
    assert [s for _, s in list_sebutan(_hold(teks))] == [("Tabel", "3.1"), ("Tabel", "3.2"), ("Tabel", "3.3")]


def test_citation_of_what_is_not_there_is_found() -> None:
    found = [
        t for t in review_susunan(write("Lihat Tabel 9.9 dan Lampiran III peraturan itu.")) if "rujukan" in t.aturan
    ]
    assert [t.nilai for t in found] == ["Tabel 9.9"]


def test_abbreviation_without_its_words_is_listed() -> None:
    (found,) = review_singkatan(write("Rencana Strategis (RENSTRA) dan APIP dinilai; RENSTRA berlaku, NIP tidak."))
    assert found.nilai == "APIP"


@pytest.mark.parametrize("teks", ["Badan Contoh Mini", "Dinas Contoh mini", "Dinas Contoh Minii"])
def test_other_spelling_of_the_agency_is_found(teks: str) -> None:
    assert [t.nilai for t in review_nama(write(f"Kepala {teks} menandatangani."), SETTINGS)] == [teks]


def test_names_of_other_agencies_are_left_alone() -> None:
    assert (
        list(review_nama(write("Badan Pusat Statistik dan Dinas Kesehatan membantu Dinas Contoh Mini."), SETTINGS))
        == []
    )


def test_correction_looks_at_years_and_names_too() -> None:
    teks = "Laporan Kinerja Tahun 2023 ini disusun oleh Badan Contoh Mini."
    assert {"tahun-laporan-berbeda", "nama-instansi-berbeda"} <= aturan(review(write(teks)))


def test_planted_texts_are_found_in_reading_order(dokumen: Dokumen) -> None:
    tingkat = [t.tingkat for t in review(swap(dokumen, "96,69", "97,96"))]
    assert tingkat == sorted(tingkat, key=lambda t: ["wajib", "peringatan", "catatan"].index(t))


def review_sampel(nama: str, tahun: int = 2025) -> list[Temuan]:
    konteks = read_sampel(nama, tahun)
    return review_dokumen(write_sampel(nama, tahun), konteks.hasil, konteks.kinerja, konteks.settings)


def test_sample_gives_true_findings_only() -> None:
    """A text that was not supplied, abbreviations: what a Sekretaris would mark, too."""
    found = review_sampel("diskominfo-sarolangun")
    assert [t.aturan for t in found] == ["teks-belum-diisi", "singkatan-belum-dijelaskan"]
    assert "narasi/sumber-daya.md" in found[0].pesan


def test_agency_with_its_own_scale_cap_and_method_has_no_arithmetic_fault() -> None:
    catatan = {"lampiran-tidak-dirujuk", "singkatan-belum-dijelaskan", "teks-belum-diisi"}
    assert aturan(review_sampel("puskesmas-contoh")) <= catatan


def test_mean_that_a_published_report_printed_is_found_in_its_text() -> None:
    found = [t.nilai for t in review_sampel("dishub-jabar", 2016) if "naskah" in t.aturan]
    assert set(found) == {"105,59%"}


def test_planted_difference_of_a_thousand_rupiah_is_found_at_its_node() -> None:
    found = [t for t in review_sampel("contoh-bermasalah") if t.aturan == "induk-tidak-cocok"]
    assert {(t.lembar, t.nilai) for t in found} == {
        ("Tabel 3.25, baris 8", "260.601.000"),
        ("Tabel 3.25, baris 8", "15.651.000"),
    }
