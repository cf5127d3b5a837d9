from collections import Counter

import pytest

from lakip_lib.forms import (
    F1,
    F3,
    LEMBAR_ISIAN,
    TABEL_RENCANA,
    build_kunci_baris,
    get_lembar,
    get_tabel,
    list_kolom_terbuka,
    normalise_judul,
)

SEMUA = [*LEMBAR_ISIAN, *TABEL_RENCANA]


def test_f1_headers_are_those_promised() -> None:
    tw = ["TW I", "TW II", "TW III", "TW IV"]
    assert [k.judul for k in F1.kolom] == [
        *("Kode", "Sasaran", "Indikator", "Satuan", "Arah", "Target"),
        *(f"Target {q}" for q in tw),
        *(f"Realisasi {q}" for q in tw),
        *("Realisasi", "Status data", "Alasan", "Pembilang", "Penyebut", "Sumber data"),
    ]


def test_planning_sheets_and_required_columns_are_those_promised() -> None:
    assert {t.nama: t.wajib for t in TABEL_RENCANA if t.wajib} == {
        "Tujuan": ("kode", "uraian"),
        "Sasaran": ("kode", "uraian"),
        "Indikator": ("kode", "sasaran", "nama", "satuan", "arah", "unit"),
        "Target": ("indikator", "tahun", "versi", "target"),
        "Riwayat": ("indikator", "tahun"),
        "Standar": ("indikator", "tahun", "nilai"),
        "Program": ("kode",),
    }


@pytest.mark.parametrize("tabel", SEMUA, ids=lambda t: t.nama)
def test_no_spelling_means_two_columns(tabel) -> None:
    spellings = [{normalise_judul(s) for s in (k.nama_kolom, k.judul, *k.sinonim)} for k in tabel.kolom]
    assert [s for s, n in Counter(s for group in spellings for s in group).items() if n > 1] == []


@pytest.mark.parametrize("tabel", SEMUA, ids=lambda t: t.nama)
def test_every_column_is_explained_in_a_short_comment(tabel) -> None:
    assert all(0 < len(k.penjelasan) <= 250 and k.penjelasan.endswith(".") for k in tabel.kolom)


@pytest.mark.parametrize(
    ("judul", "kolom"),
    [
        ("  KODE ", "kode"),
        ("Target 2025", "target"),
        ("Target Tahun 2025", "target"),
        ("Realisasi\nTriwulan III", "tw3"),
        ("Realisasi TW-2", "tw2"),
        ("Target\u00a0Tribulan IV", "target_tw4"),
        ("Polarisasi", "arah"),
        ("TW I", "tw1"),
        ("Realisasi th. 2025", "realisasi"),
    ],
)
def test_headers_are_recognised_however_written(judul: str, kolom: str) -> None:
    found = F1.match_kolom(judul)
    assert found is not None
    assert found.nama_kolom == kolom


def test_an_unknown_header_is_no_column() -> None:
    assert F1.match_kolom("Keterangan lain") is None


def test_money_and_output_realisasi_are_told_apart() -> None:
    found = [F3.match_kolom(j) for j in ("Realisasi", "Realisasi (Rp)", "REALISASI ANGGARAN 2025")]
    assert [k.nama_kolom for k in found if k] == ["realisasi", "realisasi_anggaran", "realisasi_anggaran"]


def test_row_keys_are_unique_for_repeats_and_blanks() -> None:
    assert build_kunci_baris(["A", "B", "A", None, " ", "A"]) == ["A", "B", "A#2", "#1", "#2", "A#3"]


def test_a_quarterly_form_locks_later_quarters_and_the_year() -> None:
    open_columns = list_kolom_terbuka(F1, "TW2")
    assert "tw2" in open_columns
    assert not {"tw3", "tw4", "realisasi"} & set(open_columns)
    assert {"tw4", "realisasi"} <= set(list_kolom_terbuka(F1, "tahunan"))


def test_sheets_and_tables_are_found_by_name() -> None:
    assert get_lembar("F3") is F3
    assert get_tabel(" petakode ").nama == "PetaKode"
