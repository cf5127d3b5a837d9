import csv
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from contoh import bermasalah, dishub, mini, puskesmas, sarolangun
from contoh.lama import compute_lama, print_capaian
from contoh.lra import build_pohon
from contoh.tabel import AKAR, SUMBER, parse_ketikan, read_tabel

from lakip_lib.forms import TABEL_RENCANA
from lakip_lib.istilah import Agregasi, Arah, Metode
from lakip_lib.settings import read_instansi

CONTOH = {m.CONTOH: m for m in (sarolangun, bermasalah, mini, puskesmas, dishub)}
FOLDER = {nama: m.FOLDER for nama, m in CONTOH.items()}
SEMUA = pytest.mark.parametrize("nama", sorted(CONTOH))
Tabel = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rencana() -> Callable[[str], Tabel]:
    """Rows of perencanaan.xlsx by sheet, of the sample of that name."""
    known: dict[str, Tabel] = {}

    def read(nama: str) -> Tabel:
        if nama not in known:
            buku = openpyxl.load_workbook(FOLDER[nama] / "perencanaan.xlsx")
            known[nama] = {sheet.title: _rows(sheet) for sheet in buku.worksheets}
        return known[nama]

    return read


def _rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def _kode(rows: list[dict[str, Any]], kolom: str = "kode") -> set[Any]:
    return {row[kolom] for row in rows if row[kolom] is not None}


@SEMUA
def test_instansi_toml_is_readable_and_marked_as_contoh(nama: str) -> None:
    settings = read_instansi(FOLDER[nama] / "instansi.toml")
    pejabat = [settings.pejabat.kepala, settings.pejabat.sekretaris, settings.pejabat.atasan]
    assert settings.instansi.contoh == (nama != "dishub")  # that one is a published report, and names no person
    assert all("(contoh)" in p.nama for p in pejabat if p.nama)
    assert all("(contoh)" in u.pic for u in settings.unit if u.pic)


@SEMUA
def test_planning_has_every_column_and_every_required_cell(nama: str, rencana: Callable[[str], Tabel]) -> None:
    for tabel in TABEL_RENCANA:
        rows = rencana(nama)[tabel.nama]
        assert all(tuple(row) == tabel.nama_kolom for row in rows)
        assert [row for row in rows if any(row[k] is None for k in tabel.wajib)] == []


@SEMUA
def test_planning_rows_have_keys_of_their_own(nama: str, rencana: Callable[[str], Tabel]) -> None:
    for tabel in TABEL_RENCANA:
        keys = [tuple(row[k] for k in tabel.kunci) for row in rencana(nama)[tabel.nama] if tabel.kunci]
        assert len(keys) == len(set(keys)), tabel.nama


@SEMUA
def test_planning_refers_only_to_what_exists(nama: str, rencana: Callable[[str], Tabel]) -> None:
    tabel = rencana(nama)
    units = {u.kode for u in read_instansi(FOLDER[nama] / "instansi.toml").unit}
    sasaran, indikator = _kode(tabel["Sasaran"]), _kode(tabel["Indikator"])
    assert _kode(tabel["Sasaran"], "tujuan") <= _kode(tabel["Tujuan"])
    assert _kode(tabel["Indikator"], "sasaran") == sasaran
    assert _kode(tabel["Indikator"], "unit") <= units
    assert all(_kode(tabel[t], "indikator") <= indikator for t in ("Target", "Riwayat", "Standar"))
    assert _kode(tabel["Program"], "sasaran") <= {*sasaran, "penunjang"}
    assert _kode(tabel["Program"], "unit") <= units


@SEMUA
def test_shares_of_one_code_add_up_to_a_hundred(nama: str, rencana: Callable[[str], Tabel]) -> None:
    porsi: dict[str, int] = {}
    for row in rencana(nama)["Program"]:
        porsi[row["kode"]] = porsi.get(row["kode"], 0) + (row["porsi"] or 100)
    assert set(porsi.values()) == {100}


@SEMUA
def test_every_budget_line_has_a_name_and_a_sasaran(nama: str, rencana: Callable[[str], Tabel]) -> None:
    planned = _kode(rencana(nama)["Program"])
    names = {row["kode"] for row in read_tabel(nama, "nomenklatur")}
    leaves = [row["kode"] for row in read_tabel(nama, "anggaran")]
    unmapped = [k for k in leaves if not any(f"{k}.".startswith(f"{p}.") for p in planned)]
    assert set(leaves) <= names
    assert unmapped == (["2.24.02.2.01.0002"] if nama == "bermasalah" else [])


@SEMUA
def test_figures_and_texts_are_of_indikator_and_codes_in_the_plan(nama: str, rencana: Callable[[str], Tabel]) -> None:
    indikator, program = _kode(rencana(nama)["Indikator"]), _kode(rencana(nama)["Program"])
    assert {row["kode"] for row in read_tabel(nama, "f1")} <= indikator
    assert {row["kode"] for row in read_tabel(nama, "f2")} <= indikator
    assert {row["kode"] for row in read_tabel(nama, "f3")} <= program
    assert {row["kode"] for row in read_tabel(nama, "f4")} <= indikator | program


@SEMUA
def test_no_two_analysis_texts_of_a_sample_are_alike(nama: str) -> None:
    kolom = ("faktor_pendukung", "faktor_penghambat", "solusi", "tindak_lanjut")
    texts = [row[k] for row in read_tabel(nama, "f2") for k in kolom if row[k]]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("nama", sorted({*CONTOH} - {"bermasalah"}))
def test_evidence_files_named_in_the_forms_exist(nama: str) -> None:
    links = [parse_ketikan(row["tautan"]).nilai for row in read_tabel(nama, "f4")]
    files = [str(link) for link in links if not str(link).startswith("https://contoh.example/")]
    assert [f for f in files if not (FOLDER[nama] / f).is_file()] == []


@SEMUA
def test_made_again_a_sample_has_the_same_bytes(nama: str, tmp_path: Path) -> None:
    if nama == "bermasalah":
        bermasalah.make(tmp_path, tmp_path / "bermasalah.csv")
        assert (tmp_path / "bermasalah.csv").read_bytes() == bermasalah.DAFTAR.read_bytes()
        (tmp_path / "bermasalah.csv").unlink()
    else:
        CONTOH[nama].make(tmp_path)
    made = sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*") if p.is_file())
    assert [p for p in made if (tmp_path / p).read_bytes() != (FOLDER[nama] / p).read_bytes()] == []


def test_the_samples_stay_small() -> None:
    sizes = [p.stat().st_size for p in AKAR.rglob("*") if p.is_file()]
    assert max(sizes) < 300_000
    assert sum(sizes) < 3_000_000


def test_sarolangun_uses_every_arah_metode_and_agregasi(rencana: Callable[[str], Tabel]) -> None:
    rows = rencana("sarolangun")["Indikator"]
    assert _kode(rows, "arah") == set(Arah)
    assert _kode(rows, "metode") == set(Metode)
    assert _kode(rows, "agregasi") == set(Agregasi)


def test_sarolangun_has_five_sasaran_eighteen_indikator_and_a_renstra_target_each_year(
    rencana: Callable[[str], Tabel],
) -> None:
    tabel = rencana("sarolangun")
    renstra = [row for row in tabel["Target"] if row["versi"] == "renstra"]
    assert (len(tabel["Tujuan"]), len(tabel["Sasaran"]), len(tabel["Indikator"])) == (3, 5, 18)
    assert len(renstra) == 18 * 6
    assert {row["tahun"] for row in renstra} == set(range(2021, 2027))


def test_sarolangun_expects_what_the_formulas_give() -> None:
    metode = {row["kode"]: row["metode"] for row in read_tabel("sarolangun", "indikator")}
    with (SUMBER / "sarolangun_harapan.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["realisasi"]]
    for row in rows:
        assert print_capaian(metode[row["kode"]], row["target"], row["realisasi"]) == row["capaian"]
    assert len(rows) == 17


def test_the_budget_tree_of_sarolangun_adds_up_to_its_sub_kegiatan() -> None:
    rows = build_pohon("sarolangun", ("2.16", "Dinas"))
    leaves = read_tabel("sarolangun", "anggaran")
    total = [sum(int(row[k]) for row in leaves) for k in ("pagu_murni", "pagu", "realisasi")]
    atas = rows[0].jumlah
    assert [atas[i] + atas[i + 3] for i in range(3)] == total == [10020240000, 10152670000, 9512814180]
    assert round(Fraction(total[2] * 100, total[1]), 2) == Fraction("93.70")


def test_the_last_row_of_the_export_is_jumlah_without_a_code_and_amounts_are_mixed() -> None:
    sheet = openpyxl.load_workbook(sarolangun.FOLDER / "lra.xlsx").active
    assert sheet is not None
    *rows, last = sheet.iter_rows(min_row=10, values_only=True)
    kinds = {type(value) for row in rows for value in row[5:]}
    assert last[:5] == (None, None, None, None, "Jumlah")
    assert kinds == {int, str}


def test_every_planted_fault_is_listed_once_and_enough_are_grave() -> None:
    with bermasalah.DAFTAR.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places = [(row["berkas"], row["lembar"], row["sel"]) for row in rows]
    assert len(set(places)) == len(rows) == 22
    assert len({row["aturan"] for row in rows}) == len(rows)
    assert sum(row["tingkat"] == "wajib" for row in rows) >= 14


def test_the_truncated_workbook_is_no_zip_any_more() -> None:
    data = (bermasalah.FOLDER / "isian" / "ARSIP.xlsx").read_bytes()
    assert data[:2] == b"PK"
    assert b"PK\x05\x06" not in data


def test_the_printed_average_of_the_report_of_2016_is_not_that_of_its_nine_figures() -> None:
    printed = [Decimal(r["capaian_tercetak"]) for r in read_tabel("dishub", "riwayat") if r["tahun"] == "2016"]
    text = (dishub.FOLDER / "narasi" / "ikhtisar.md").read_text("utf-8")
    assert round(sum(printed) / 9, 2) == Decimal("104.48")
    assert "105,59 %" in text


def test_figures_typed_from_the_report_give_the_capaian_it_prints() -> None:
    for row in read_tabel("dishub", "riwayat"):
        if row["tahun"] == "2016":
            exact = compute_lama("MAX", row["target"], row["realisasi"]) * 100
            assert abs(exact - Fraction(row["capaian_tercetak"])) < Fraction("0.011")


def test_narrative_texts_hold_no_placeholder_and_no_heading_above_level_four() -> None:
    for path in AKAR.rglob("narasi/*.md"):
        text = path.read_text("utf-8")
        assert not re.search(r"\b(?:xxx|lorem|TBD)\b|^#{1,3} ", text, re.IGNORECASE | re.MULTILINE), path.name


@pytest.mark.parametrize(
    ("notation", "nilai"),
    [("12.5", 12.5), ("'1.234", "1.234"), ("0.91%", 0.91), ("-", "-"), ("bb{nbsp}", "bb\u00a0"), ("", None)],
)
def test_the_notation_says_what_stands_in_the_cell(notation: str, nilai: object) -> None:
    assert parse_ketikan(notation).nilai == nilai
