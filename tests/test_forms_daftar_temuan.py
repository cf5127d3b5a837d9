"""Findings as CSV: for machines a unit, for people all in one list."""

import csv
from pathlib import Path

from lakip_lib.forms.daftar_temuan import JUDUL_DAFTAR, write_balasan_csv, write_daftar_temuan
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import KOLOM_TEMUAN, Temuan


def test_the_csv_holds_every_finding_and_no_live_formula(tmp_path: Path) -> None:
    temuan = [
        Temuan("a.xlsx", "x", Tingkat.CATATAN, "Satu.", nilai="=cmd|' /C calc'!A0"),
        Temuan("a.xlsx", "x", Tingkat.WAJIB, "Dua.", nilai="-5,2"),
    ]
    write_balasan_csv(tmp_path / "a.csv", temuan)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == KOLOM_TEMUAN
    assert [r["nilai"] for r in rows] == ["-5,2", "'=cmd|' /C calc'!A0"]


def read_daftar(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_one_list_names_the_unit_that_answers_and_leaves_the_rest_to_the_staff(tmp_path: Path) -> None:
    lembar = Temuan("isian/DATA.xlsx", "x", Tingkat.PERINGATAN, "Janggal; mohon dilihat.", lembar="F1", sel="O6")
    toml = Temuan("instansi.toml", "nilai-contoh", Tingkat.WAJIB, "Masih contoh.", nilai="Nama (contoh)")
    write_daftar_temuan(tmp_path / "d.csv", [lembar, toml], {lembar: "DATA"})
    satu, dua = read_daftar(tmp_path / "d.csv")
    assert tuple(satu) == JUDUL_DAFTAR
    assert list(satu.values())[:3] == ["wajib", "", "instansi.toml"]
    assert list(dua.values()) == ["peringatan", "DATA", "isian/DATA.xlsx", "F1", "O6", "", lembar.pesan, "x"]


def test_one_list_opens_in_excel_as_text_without_live_formulas(tmp_path: Path) -> None:
    temuan = Temuan("a;b.xlsx", "x", Tingkat.WAJIB, "=1+1", nilai="@SUM(A1)", lembar="+F1")
    write_daftar_temuan(tmp_path / "d.csv", [temuan], {})
    assert (tmp_path / "d.csv").read_bytes().startswith(b"\xef\xbb\xbfTingkat;Unit;")
    (row,) = read_daftar(tmp_path / "d.csv")
    assert [row[k] for k in ("Berkas", "Lembar", "Tertulis", "Temuan dan tindak lanjut")] == [
        "a;b.xlsx", "'+F1", "'@SUM(A1)", "'=1+1",
    ]  # fmt: skip
