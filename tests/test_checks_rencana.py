"""The planning: no cell of it, however wrong, stops the others; its faults are told where they are."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from kasus_mini import make_settings
from openpyxl import Workbook
from serangan import Folder

from lakip_lib.checks.rencana import check_rencana
from lakip_lib.delivery.langkah import make_formulir
from lakip_lib.forms import TABEL_RENCANA
from lakip_lib.settings import Lokasi
from lakip_lib.temuan import Temuan

BERKAS = "perencanaan.xlsx"
SALAH = (None, "???", -5, 1e308, datetime(2025, 1, 1), True, "=1+", "#REF!")
ISI = {
    "Standar": ["I1", 2024, 2.5, "nasional", "ambang", "contoh"],
    "PetaKode": ["2.16.01", "2.16.02", 2025],
    "Pegawai": ["golongan", "III", 3],
    "TindakLanjut": ["a", "b", "c", "d"],
}


def fill(book: Workbook) -> None:
    for lembar, isi in ISI.items():
        book[lembar].append(isi)


@pytest.mark.parametrize("lembar", [tabel.nama for tabel in TABEL_RENCANA])
def test_no_cell_of_the_planning_stops_the_rest(tmp_path: Path, lembar: str) -> None:
    kolom = next(tabel.nama_kolom for tabel in TABEL_RENCANA if tabel.nama == lembar)
    folder = Folder(tmp_path).edit(fill, BERKAS)
    asli = (folder.path / BERKAS).read_bytes()
    for n, nama in enumerate(kolom):
        (folder.path / BERKAS).write_bytes(asli)
        letak = chr(ord("A") + n)
        salah = SALAH[n % len(SALAH)]
        found = folder.set_sel(lembar, BERKAS, **{f"{letak}2": salah}).gather()
        assert found.hasil.indikator, f"{nama} = {salah!r}"


@pytest.mark.parametrize("salah", SALAH)
@pytest.mark.parametrize(
    ("lembar", "sel"), [("Sasaran", "A2"), ("Indikator", "B2"), ("Target", "B2"), ("Standar", "B2")]
)
def test_keys_of_any_kind_leave_the_rest_computed(tmp_path: Path, lembar: str, sel: str, salah: object) -> None:
    folder = Folder(tmp_path).edit(fill, BERKAS).set_sel(lembar, BERKAS, **{sel: salah})
    assert str(folder.gather().hasil.get_indikator("I3").capaian) == "105.00"


@pytest.mark.parametrize(
    ("sel", "salah", "aturan"),
    [("C2", None, "wajib-diisi"), ("E2", "=A1", "rumus-tanpa-nilai"), ("G2", "maju", "pilihan-tidak-dikenal")],
)
def test_fault_of_a_cell_has_its_address(tmp_path: Path, sel: str, salah: object, aturan: str) -> None:
    found = Folder(tmp_path).set_sel("Indikator", BERKAS, **{sel: salah}).gather()
    assert (found.find(aturan).lembar, found.find(aturan).sel) == ("Indikator", sel)


@pytest.mark.parametrize("lembar", ["Sasaran", "Indikator", "Target", "Program"])
def test_empty_sheet_is_told_once_and_not_again_by_all_that_refer_to_it(tmp_path: Path, lembar: str) -> None:
    found = Folder(tmp_path).edit(lambda book: book[lembar].delete_rows(2, 100), BERKAS).gather()
    assert [(t.aturan, t.lembar) for t in found.temuan if t.tingkat == "wajib"] == [("lembar-kosong", lembar)]


@pytest.mark.parametrize("lembar", ["Riwayat", "Standar", "Tujuan"])
def test_planning_may_lack_what_an_agency_has_not_yet(tmp_path: Path, lembar: str) -> None:
    found = Folder(tmp_path).edit(lambda book: book.remove(book[lembar]), BERKAS).gather()
    assert [(t.aturan, t.tingkat) for t in found.temuan if t.berkas == BERKAS] == [("lembar-tidak-ada", "catatan")]


def test_first_of_two_rows_of_a_kode_counts(tmp_path: Path) -> None:
    def repeat(book: Workbook) -> None:
        for lembar in ("Indikator", "Sasaran"):
            book[lembar].append([cell.value for cell in book[lembar][2]])
        book["Target"].append(["I3", 2025, "pk", 999])

    found = Folder(tmp_path).edit(repeat, BERKAS).gather()
    assert sorted(t.lembar or "" for t in found.temuan if t.aturan == "baris-ganda") == [
        "Indikator",
        "Sasaran",
        "Target",
    ]
    assert [i.kode for i in found.hasil.indikator] == ["I1", "I2", "I3", "I4", "I5", "I6"]
    assert found.hasil.get_indikator("I3").target == "100"


def test_code_stored_as_a_number_keeps_its_dot_and_is_told(tmp_path: Path) -> None:
    found = Folder(tmp_path).set_sel("Program", BERKAS, A2=2.16).gather()
    assert found.himpunan.kinerja.records("program")[0]["kode"] == "2.16"
    assert found.find("kode-angka").sel == "A2"


def check(**tabel: list[dict[str, Any]]) -> list[Temuan]:
    return [t for t in check_rencana(tabel, make_settings()) if t.aturan != "unit-belum-ada"]


@pytest.mark.parametrize(
    ("bobot", "aturan"),
    [((None, None), []), ((60, 40), []), ((60, None), ["bobot-sebagian"]), ((60, 30), ["bobot-bukan-100"])],
)
def test_weights_are_all_or_none_and_make_a_hundred(bobot: tuple[int | None, ...], aturan: list[str]) -> None:
    rows = [{"kode": f"S{n}", "tujuan": None, "bobot": None if b is None else Decimal(b)} for n, b in enumerate(bobot)]
    assert [t.aturan for t in check(sasaran=rows)] == aturan


@pytest.mark.parametrize(
    ("porsi", "aturan"), [((None,), []), ((60, 40), []), ((60,), ["porsi-bukan-100"]), ((None, 5), ["porsi-bukan-100"])]
)
def test_shares_of_a_code_make_a_hundred(porsi: tuple[int | None, ...], aturan: list[str]) -> None:
    rows = [{"kode": "2.16.02", "sasaran": None, "porsi": None if p is None else Decimal(p)} for p in porsi]
    assert [t.aturan for t in check(program=rows)] == aturan


def test_target_unlike_the_renstra_needs_a_word(tmp_path: Path) -> None:
    found = Folder(tmp_path).set_sel("Target", BERKAS, D2=2.9).gather()
    assert "I1 tahun 2025" in found.find("target-beda-renstra").pesan


@pytest.mark.parametrize("periode", ["tahunan", "TW2"])
@pytest.mark.parametrize(
    ("agregasi", "tw", "salah"),
    [
        ("jumlah", (10, 20, 40, 20), True),
        ("jumlah", (10, 20, 40, 30), False),
        ("akhir", (10, 20, 40, 90), True),
        ("akhir", (10, 20, 40, 100), False),
        ("rata", (100, 90, 100, 100), True),
        ("rata", (100, 90, 110, 100), False),
        ("jumlah", (10, None, 40, 20), False),
    ],
)
def test_quarters_of_a_target_must_come_to_the_year(
    tmp_path: Path, periode: str, agregasi: str, tw: tuple[Any, ...], salah: bool
) -> None:
    folder = Folder(tmp_path).set_sel("Indikator", BERKAS, I4=agregasi)
    folder.set_sel("Target", BERKAS, **dict(zip(("E16", "F16", "G16", "H16"), tw, strict=True)))
    lokasi = Lokasi(folder.lokasi.akar, 2025, "contoh-mini", periode)
    formulir = [t for t in make_formulir(lokasi).temuan if t.aturan == "target-triwulan-berbeda"]
    himpun = [t for t in folder.gather(periode).temuan if t.aturan == "target-triwulan-berbeda"]
    assert formulir == himpun
    assert [(t.tingkat, t.berkas, t.lembar, t.sel) for t in formulir] == (
        [("peringatan", BERKAS, "Target", "D16")] if salah else []
    )
