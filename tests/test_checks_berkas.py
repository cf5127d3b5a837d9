"""Which of the submitted files counts for which unit."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from serangan import F5, Folder

from lakip_lib.checks.berkas import find_rusak
from lakip_lib.delivery.langkah import run_himpun
from lakip_lib.intake.isian import find_unit
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Unit
from lakip_lib.temuan import Temuan

UNIT = ["IKP", "IKP-2", "UMUM", "TIK"]


@pytest.mark.parametrize(
    ("berkas", "unit"),
    [
        ("isian/IKP.xlsx", "IKP"),
        ("isian/ikp_revisi (2).xlsx", "IKP"),
        ("isian/Formulir IKP-2 final.xlsx", "IKP-2"),
        ("isian/PRAKTIK.xlsx", None),
        ("isian/IKP dan TIK.xlsx", None),
        ("isian/UMUM/data.xlsx", None),
    ],
)
def test_unit_is_read_from_a_file_name_as_a_word(berkas: str, unit: str | None) -> None:
    assert find_unit(berkas, UNIT) == unit


@pytest.mark.parametrize(
    ("berkas", "aturan", "jumlah"),
    [
        ("isian/UMUM.xlsx", "berkas-tidak-terbaca", 1),
        ("narasi/UMUM.md", "berkas-tidak-terbaca", 0),
        ("isian/UMUM.xlsx", "makro", 0),
    ],
)
def test_only_unreadable_forms_stand_for_a_missing_one(berkas: str, aturan: str, jumlah: int) -> None:
    temuan = Temuan(berkas, aturan, Tingkat.WAJIB, "pesan")
    assert len(find_rusak(Unit(kode="UMUM", nama="Umum"), [temuan], UNIT)) == jumlah


def test_form_of_another_unit_counts_for_that_one_and_both_are_told(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (folder.path / "isian" / "TIK.xlsx").unlink()
    folder.data.rename(folder.path / "isian" / "TIK.xlsx")
    found = folder.gather()
    assert list(found.himpunan.isian) == ["DATA"]
    assert sorted(found.aturan()) == ["formulir-belum-masuk", "formulir-unit-lain"]


def test_copied_meta_does_not_outweigh_name_and_codes(tmp_path: Path) -> None:
    found = Folder(tmp_path).set_sel("_meta", B4="TIK").gather()
    assert list(found.himpunan.isian) == ["TIK", "DATA"]
    assert found.find("formulir-unit-lain").tingkat == "catatan"


def test_file_of_nobody_is_told_and_not_used(tmp_path: Path) -> None:
    folder = Folder(tmp_path).set_sel("_meta", B4=None)
    folder.edit(lambda book: [book[nama].delete_rows(6, 20) for nama in ("F1 Capaian", "F2 Analisis")])
    folder.data.rename(folder.path / "isian" / "formulir.xlsx")
    assert sorted(folder.gather().aturan()) == ["formulir-belum-masuk", "unit-tidak-dikenal"]


@pytest.mark.parametrize(("tanggal", "dipakai"), [("9 Januari 2026", "DATA a.xlsx"), ("7 Januari 2026", "DATA.xlsx")])
def test_date_of_filling_decides_between_two(tmp_path: Path, tanggal: str, dipakai: str) -> None:
    folder = Folder(tmp_path)
    folder.edit(lambda book: setattr(book[F5]["C6"], "value", tanggal), simpan="isian/DATA a.xlsx")
    found = folder.gather()
    assert found.himpunan.isian["DATA"].buku.berkas == f"isian/{dipakai}"
    assert found.find("formulir-ganda").tingkat == "catatan"


def set_disimpan(path: Path, saat: str) -> None:
    """Give a workbook the time of its last saving."""
    with zipfile.ZipFile(path) as arsip:
        parts = {n: arsip.read(n) for n in arsip.namelist()}
    nama = "docProps/core.xml"
    parts[nama] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + saat.encode(), parts[nama])
    with zipfile.ZipFile(path, "w") as arsip:
        for n, isi in parts.items():
            arsip.writestr(n, isi)


def gather_dua(folder: Folder, saat: str, saat_lain: str) -> tuple[str, Temuan]:
    for nama, nilai in (("DATA.xlsx", saat), ("DATA a.xlsx", saat_lain)):
        set_disimpan(folder.path / "isian" / nama, nilai)
    found = folder.gather()
    return found.himpunan.isian["DATA"].buku.berkas, found.find("formulir-ganda")


@pytest.mark.parametrize(
    ("saat", "saat_lain", "dipakai", "kata"),
    [
        ("2026-01-09T03:00:00Z", "2026-01-09T03:00:00Z", "DATA a.xlsx", "urutan namanya"),
        ("kemarin", "", "DATA a.xlsx", "urutan namanya"),
        ("2026-01-09T10:00:00Z", "2026-01-09T03:00:00Z", "DATA.xlsx", "disimpan lebih akhir"),
        ("2026-01-09T04:00:00Z", "2026-01-09T10:00:00+07:00", "DATA.xlsx", "disimpan lebih akhir"),
        ("2026-01-09T03:00:00Z", "2026-01-09T10:00:00Z", "DATA a.xlsx", "disimpan lebih akhir"),
    ],
)
def test_where_only_saving_or_name_decides_somebody_must_look(
    tmp_path: Path, saat: str, saat_lain: str, dipakai: str, kata: str
) -> None:
    folder = Folder(tmp_path).edit(lambda book: None, simpan="isian/DATA a.xlsx")
    berkas, ganda = gather_dua(folder, saat, saat_lain)
    assert berkas == f"isian/{dipakai}"
    assert (ganda.tingkat, kata in ganda.pesan, "Mohon dipastikan" in ganda.pesan) == ("peringatan", True, True)


def test_our_answer_sent_back_counts_before_the_form_it_answers(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    run_himpun(folder.lokasi)
    shutil.move(folder.data, folder.path / "isian" / "DATA z.xlsx")
    shutil.copy(folder.lokasi.reports / "balasan" / "DATA.xlsx", folder.data)
    found = folder.gather()
    assert found.himpunan.isian["DATA"].buku.berkas == "isian/DATA.xlsx"
    ganda = found.find("formulir-ganda")
    assert (ganda.tingkat, "salinan balasan" in ganda.pesan) == ("catatan", True)


def test_quarterly_form_counts_for_its_own_and_earlier_quarters(tmp_path: Path) -> None:
    folder = Folder(tmp_path).set_sel("_meta", B3="TW2")
    isian = {periode: folder.gather(periode).aturan("isian/") for periode in ("TW1", "TW2", "TW3")}
    assert isian["TW1"] == []
    assert isian["TW2"] == []
    assert isian["TW3"] == ["formulir-periode-lain"]
