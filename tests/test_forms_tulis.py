import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from lakip_lib.forms import BARIS_JUDUL_KOLOM, F1, KUNCI_META, LEMBAR_ISIAN
from lakip_lib.forms.isian import IsiFormulir, Tanda, locate_sel, plan_baris
from lakip_lib.forms.petunjuk import list_petunjuk
from lakip_lib.forms.tulis import hash_formulir, write_balasan, write_formulir
from lakip_lib.istilah import Tingkat

SOFFICE = shutil.which("soffice")
INDIKATOR = [
    {"kode": "IK-1", "sasaran": "S & Q", "indikator": "Indeks layanan", "satuan": "indeks", "arah": "max",
     "target": Decimal("3.65"), "target_tw1": Decimal("3.1")},
    {"kode": "IK-2", "sasaran": "S & Q", "indikator": "Predikat", "satuan": "predikat", "arah": "max", "target": "BB"},
    {"kode": "IK-3", "sasaran": "S & Q", "indikator": "Insiden", "satuan": "insiden", "arah": "min", "target": 0},
]  # fmt: skip
PROGRAM = [{"kode": "2.16.03.2.02.0001", "sub_kegiatan": "Jaringan", "target": 40, "pagu": Decimal("1250000.50")}]
ISI = IsiFormulir(
    kode_instansi="dinas-contoh", nama_instansi="Dinas Contoh", pemda="Pemerintah Kabupaten Contoh", tahun=2025,
    kode_unit="bid-a", nama_unit="Bidang A & B", tanggal=date(2026, 1, 5), tenggat=date(2026, 1, 15),
    kontak="Subbagian Perencanaan (contoh)", baris={"F1": INDIKATOR, "F3": PROGRAM},
)  # fmt: skip


@pytest.fixture(scope="module")
def formulir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formulir") / "bid-a.xlsx"
    write_formulir(path, ISI)
    return path


@pytest.fixture(scope="module")
def buku(formulir: Path) -> Workbook:
    return load_workbook(formulir)


def read_meta(buku: Workbook) -> dict[str, str]:
    return {row[0]: row[1] for row in buku["_meta"].iter_rows(values_only=True)}


def test_headers_stand_in_the_promised_row_and_order(buku: Workbook) -> None:
    for lembar in LEMBAR_ISIAN:
        row = [c.value for c in buku[lembar.nama][BARIS_JUDUL_KOLOM]]
        assert row == [k.judul for k in lembar.kolom]


def test_prefilled_cells_equal_the_master_and_are_locked(buku: Workbook) -> None:
    sel = locate_sel(ISI)
    for row in INDIKATOR:
        for kolom in ("kode", "sasaran", "indikator", "target"):
            cell = buku["F1 Capaian"][sel["F1", row["kode"], kolom]]
            expected = float(row[kolom]) if isinstance(row[kolom], Decimal) else row[kolom]
            assert (cell.value, cell.protection.locked) == (expected, True)


def test_what_the_unit_writes_is_open_yellow_and_the_rest_locked_grey(buku: Workbook) -> None:
    for lembar in LEMBAR_ISIAN[:3]:
        cells = buku[lembar.nama][BARIS_JUDUL_KOLOM + 1]
        for cell, kolom in zip(cells, lembar.kolom, strict=True):
            colour = "FFFFF6D6" if kolom.ditulis_unit else "FFF2F4F6"
            assert (cell.protection.locked, cell.fill.fgColor.rgb) == (not kolom.ditulis_unit, colour)


def test_every_sheet_is_protected_without_a_password(buku: Workbook) -> None:
    protections = [buku[lembar.nama].protection for lembar in LEMBAR_ISIAN]
    assert all(p.sheet and not p.password for p in protections)


def test_meta_is_hidden_and_names_the_form(buku: Workbook) -> None:
    assert buku["_meta"].sheet_state == "hidden"
    meta = read_meta(buku)
    assert tuple(meta) == KUNCI_META
    assert meta == {
        "instansi": "dinas-contoh", "tahun": "2025", "periode": "tahunan", "unit": "bid-a", "versi": "1",
        "sha256": hash_formulir(ISI),
    }  # fmt: skip


def test_the_same_content_gives_the_same_bytes_and_other_content_another_hash(formulir: Path, tmp_path: Path) -> None:
    write_formulir(tmp_path / "lagi.xlsx", ISI)
    assert (tmp_path / "lagi.xlsx").read_bytes() == formulir.read_bytes()
    assert hash_formulir(replace(ISI, tahun=2024)) != hash_formulir(ISI)


def test_the_file_bears_the_given_date_not_the_clock(formulir: Path) -> None:
    with ZipFile(formulir) as container:
        assert container.read("docProps/core.xml").count(b"2026-01-05T00:00:00Z") == 2
        assert {i.date_time[:3] for i in container.infolist()} == {(1980, 1, 1)}


def test_nothing_half_written_remains(tmp_path: Path) -> None:
    write_formulir(tmp_path / "baru" / "a.xlsx", ISI)
    assert os.listdir(tmp_path / "baru") == ["a.xlsx"]


def test_figures_are_warned_about_and_words_refused(buku: Workbook) -> None:
    sel = locate_sel(ISI)
    rules = {str(r.sqref): r for r in buku["F1 Capaian"].data_validations.dataValidation}
    angka = rules[sel["F1", "IK-1", "realisasi"]]
    assert (angka.type, angka.errorStyle, angka.allow_blank) == ("decimal", "warning", True)
    assert "Status data" in angka.error
    status = rules[sel["F1", "IK-1", "status_data"]]
    assert (status.formula1, status.errorStyle or "stop") == ('"final,sementara,belum rilis"', "stop")


def test_a_letter_target_offers_letters(buku: Workbook) -> None:
    rules = {str(r.sqref): r for r in buku["F1 Capaian"].data_validations.dataValidation}
    assert rules[locate_sel(ISI)["F1", "IK-2", "realisasi"]].formula1 == '"AA,A,BB,B,CC,C,D"'


def test_validation_texts_fit_what_excel_shows(buku: Workbook) -> None:
    rules = [r for lembar in LEMBAR_ISIAN for r in buku[lembar.nama].data_validations.dataValidation]
    assert all(len(r.error or "") <= 225 and len(r.errorTitle or "") <= 32 for r in rules)


def test_every_header_has_its_comment(buku: Workbook) -> None:
    for lembar in LEMBAR_ISIAN:
        comments = [c.comment.text for c in buku[lembar.nama][BARIS_JUDUL_KOLOM]]
        assert all(k.penjelasan in text for k, text in zip(lembar.kolom, comments, strict=True))


@pytest.mark.parametrize(("kertas", "kode"), [("A4", "9"), ("F4", "14")])
def test_sheets_print_landscape_one_page_wide_with_repeated_header(tmp_path: Path, kertas: str, kode: str) -> None:
    write_formulir(tmp_path / "a.xlsx", replace(ISI, kertas=kertas))
    sheet = load_workbook(tmp_path / "a.xlsx")["F2 Analisis"]
    page = sheet.page_setup
    assert (page.orientation, str(page.paperSize), page.fitToHeight) == ("landscape", kode, 0)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "C6"
    assert "Dinas Contoh · 2025" in sheet.oddFooter.left.text
    assert "Bidang A && B" in sheet.oddFooter.center.text


def test_petunjuk_is_one_upright_page_that_says_when_how_and_whom_to_ask(buku: Workbook) -> None:
    sheet = buku["Petunjuk"]
    text = " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("portrait", None)
    assert all(words in text for words in ("15 Januari 2026", "85,73", "belum rilis", "Subbagian Perencanaan (contoh)"))


def test_data_rows_may_grow_when_somebody_writes_more(formulir: Path) -> None:
    with ZipFile(formulir) as container:
        xml = container.read("xl/worksheets/sheet3.xml").decode()
    row = xml[xml.index('<row r="6"') :].split(">")[0]
    assert "ht=" in row
    assert "customHeight" not in row


def test_a_quarterly_form_locks_what_lies_ahead(tmp_path: Path) -> None:
    isi = replace(ISI, periode="TW2")
    write_formulir(tmp_path / "a.xlsx", isi)
    sheet, sel = load_workbook(tmp_path / "a.xlsx")["F1 Capaian"], locate_sel(isi)
    locked = {k: sheet[sel["F1", "IK-1", k]].protection.locked for k in ("tw2", "tw3", "realisasi")}
    assert locked == {"tw2": False, "tw3": True, "realisasi": True}


def test_a_quarterly_form_says_so_in_petunjuk() -> None:
    assert "Triwulan II tahun 2025" in dict(list_petunjuk(replace(ISI, periode="TW2")))["Periode"]
    assert "Periode" not in dict(list_petunjuk(ISI))


def test_f2_and_f4_follow_from_f1_and_f4_has_spare_rows_with_codes_to_pick(buku: Workbook) -> None:
    assert [buku["F2 Analisis"].cell(r, 1).value for r in (6, 7, 8)] == ["IK-1", "IK-2", "IK-3"]
    f4 = buku["F4 Data dukung"]
    assert [f4.cell(r, 1).value for r in range(6, 10)] == ["IK-1", "IK-2", "IK-3", None]
    rules = {str(r.sqref): r.formula1 for r in f4.data_validations.dataValidation}
    assert rules["A9"] == "'_meta'!$D$1:$D$4"
    assert [buku["_meta"][f"D{n}"].value for n in range(1, 6)] == ["IK-1", "IK-2", "IK-3", "2.16.03.2.02.0001", None]
    assert not f4["A9"].protection.locked


@pytest.mark.parametrize(
    ("baris", "daftar"),
    [
        ({"F3": PROGRAM}, {"'F3 Program'!$A$6:$A$6"}),
        ({"F1": INDIKATOR}, {"'F1 Capaian'!$A$6:$A$8"}),
        ({}, set()),
    ],
)
def test_a_unit_of_one_kind_picks_from_that_sheets_codes(
    tmp_path: Path, baris: dict[str, list[dict[str, object]]], daftar: set[str]
) -> None:
    write_formulir(tmp_path / "a.xlsx", replace(ISI, baris=baris))
    rules = load_workbook(tmp_path / "a.xlsx")["F4 Data dukung"].data_validations.dataValidation
    assert {r.formula1 for r in rules if str(r.sqref).startswith("A")} == daftar


def test_each_indikator_says_how_its_quarters_become_the_year(tmp_path: Path) -> None:
    rows = [{**row, "agregasi": cara} for row, cara in zip(INDIKATOR, ("akhir", "jumlah", None), strict=True)]
    isi, tanda = replace(ISI, baris={"F1": rows}), [Tanda("Mohon isi.", Tingkat.WAJIB, "F1", "IK-1", "tw1")]
    write_formulir(tmp_path / "a.xlsx", isi)
    write_balasan(tmp_path / "b.xlsx", isi, {}, tanda)
    sheet, jawaban = (load_workbook(tmp_path / nama)["F1 Capaian"] for nama in ("a.xlsx", "b.xlsx"))
    assert "IK-1: posisi triwulan terakhir. Tuliskan keadaan pada akhir" in sheet["K6"].comment.text
    assert "IK-2: penjumlahan triwulan. Tuliskan angka tiap triwulan saja" in sheet["K7"].comment.text
    assert (sheet["K8"].comment, sheet["L6"].comment) == (None, None)
    assert jawaban["K6"].comment.text.startswith("Mohon isi.\nRealisasi setahun IK-1: posisi")


def test_a_unit_without_rows_is_told_so(tmp_path: Path) -> None:
    write_formulir(tmp_path / "a.xlsx", replace(ISI, baris={"F1": INDIKATOR}))
    sheet = load_workbook(tmp_path / "a.xlsx")["F3 Program"]
    assert "dapat dilewati" in sheet["A4"].value
    assert sheet.max_row == BARIS_JUDUL_KOLOM


def test_long_figures_and_codes_widen_their_column(tmp_path: Path) -> None:
    rows = [{**INDIKATOR[0], "kode": "IK-1.2.3.4.5", "target": 1234567890}]
    write_formulir(tmp_path / "a.xlsx", replace(ISI, baris={"F1": rows}))
    widths = load_workbook(tmp_path / "a.xlsx")["F1 Capaian"].column_dimensions
    assert widths["A"].width >= 14
    assert widths["K"].width >= 12


RUMUS = '=HYPERLINK("http://contoh")'
NILAI = {
    ("F1", "IK-1", "realisasi"): "1.234",
    ("F1", "IK-1", "tw1"): Decimal("3.5"),
    ("F1", "IK-1", "target"): Decimal("1"),
    ("F1", "IK-2", "realisasi"): RUMUS,
    ("F1", "IK-9", "realisasi"): 5,
    ("F4", "IK-1#2", "nama_dokumen"): "-lampiran",
    ("F4", "#2", "tautan"): "http://contoh.go.id/a",
    ("F5", "#1", "tanggal"): date(2026, 1, 10),
}
TANDA = [
    Tanda("Sel O6: tuliskan 1234 atau 1,234.", Tingkat.WAJIB, "F1", "IK-1", "realisasi", "O6", "1.234"),
    Tanda("Sel F6: target berbeda dari perencanaan.", Tingkat.WAJIB, "F1", "IK-1", "target", "F6", "1"),
    Tanda("Lembar 'Sheet9' tidak dibaca.", Tingkat.CATATAN),
]


@pytest.fixture(scope="module")
def balasan(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("balasan") / "bid-a.xlsx"
    write_balasan(path, ISI, NILAI, TANDA)
    return load_workbook(path)


def test_what_was_typed_is_put_back_as_text_or_number(balasan: Workbook) -> None:
    sel, sheet = locate_sel(ISI, NILAI), balasan["F1 Capaian"]
    cells = [sheet[sel["F1", *k]] for k in (("IK-1", "realisasi"), ("IK-1", "tw1"), ("IK-9", "realisasi"))]
    assert [(c.value, c.data_type) for c in cells] == [("1.234", "s"), (3.5, "n"), (5, "n")]
    assert balasan["F5 Pernyataan"]["C6"].value.date() == date(2026, 1, 10)


def test_a_typed_formula_stays_text_even_when_edited(tmp_path: Path) -> None:
    write_balasan(tmp_path / "a.xlsx", ISI, NILAI, TANDA)
    with ZipFile(tmp_path / "a.xlsx") as container:
        names = [n for n in container.namelist() if n.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in container.read(n) for n in names)
        assert b"HYPERLINK" in container.read("xl/sharedStrings.xml")
    cell = load_workbook(tmp_path / "a.xlsx")["F1 Capaian"][locate_sel(ISI, NILAI)["F1", "IK-2", "realisasi"]]
    assert cell.quotePrefix


def test_a_locked_cell_keeps_the_master_value(balasan: Workbook) -> None:
    assert balasan["F1 Capaian"][locate_sel(ISI, NILAI)["F1", "IK-1", "target"]].value == 3.65


def test_rows_that_the_unit_added_are_kept(balasan: Workbook) -> None:
    assert balasan["F1 Capaian"]["A9"].value == "IK-9"
    f4 = balasan["F4 Data dukung"]
    assert [f4["A9"].value, f4["B9"].value, f4["D10"].value] == ["IK-1", "-lampiran", "http://contoh.go.id/a"]


def test_an_added_row_takes_a_spare_row_that_is_free() -> None:
    rows = plan_baris(ISI, LEMBAR_ISIAN[4], ["#1", "X"])
    assert [(r.kunci, r.baris) for r in rows] == [("#1", 6), ("X", 7), ("#3", 8)]


def test_a_finding_frames_its_cell_and_leaves_the_fill(balasan: Workbook) -> None:
    cell = balasan["F1 Capaian"][locate_sel(ISI, NILAI)["F1", "IK-1", "realisasi"]]
    assert (cell.border.left.color.rgb, cell.border.left.style) == ("FFB2182B", "medium")
    assert cell.fill.fgColor.rgb == "FFFFF6D6"
    assert TANDA[0].pesan in cell.comment.text


def test_catatan_comes_first_and_lists_every_finding_with_its_cell(balasan: Workbook) -> None:
    assert balasan.active.title == "Catatan"
    rows = list(balasan["Catatan"].iter_rows(min_row=BARIS_JUDUL_KOLOM, values_only=True))
    assert rows[0] == ("No", "Lembar", "Sel", "Nilai", "Catatan", "Tingkat")
    assert rows[1] == (1, "F1 Capaian", "O6", "1.234", TANDA[0].pesan, "wajib diperbaiki")
    assert rows[3] == (3, "–", "–", None, TANDA[2].pesan, "untuk diketahui")
    assert balasan["Catatan"]["C6"].hyperlink.location == "'F1 Capaian'!O6"


def test_a_reply_carries_the_hash_of_the_blank_form(balasan: Workbook) -> None:
    assert read_meta(balasan)["sha256"] == hash_formulir(ISI)


def test_a_reply_without_findings_says_that_all_is_well(tmp_path: Path) -> None:
    write_balasan(tmp_path / "a.xlsx", ISI, {})
    assert "diterima lengkap" in load_workbook(tmp_path / "a.xlsx")["Catatan"]["A4"].value


def test_a_text_too_long_for_a_cell_is_cut_visibly(tmp_path: Path) -> None:
    write_balasan(tmp_path / "a.xlsx", ISI, {("F2", "IK-1", "solusi"): "kata " * 8000})
    value = load_workbook(tmp_path / "a.xlsx")["F2 Analisis"][locate_sel(ISI)["F2", "IK-1", "solusi"]].value
    assert (len(value), value[-1]) == (32_767, "…")


def test_odd_values_are_carried_without_breaking_the_file(tmp_path: Path) -> None:
    odd = {"tw1": "a\x01b\ud800", "tw2": float("inf"), "tw3": time(8, 30), "tw4": True}
    nilai = {("F1", "IK-1", kolom): value for kolom, value in odd.items()}
    tanda = [Tanda("Berisi 'a\x01b'.", Tingkat.WAJIB, "F1", "IK-1", "tw1")]
    write_balasan(tmp_path / "a.xlsx", ISI, nilai, tanda)
    sheet, sel = load_workbook(tmp_path / "a.xlsx")["F1 Capaian"], locate_sel(ISI)
    values = [sheet[sel["F1", "IK-1", kolom]].value for kolom in odd]
    assert values == ["a\ufffdb\ufffd", "inf", time(8, 30), True]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) tidak terpasang")
def test_a_form_saved_by_libreoffice_keeps_headers_values_and_meta(formulir: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path, formulir]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = load_workbook(formulir), load_workbook(tmp_path / formulir.name)
    assert after.sheetnames == before.sheetnames
    for sheet in before:
        values = {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.value is not None}
        assert {k: after[sheet.title][k].value for k in values} == values
    assert after["_meta"].sheet_state == "hidden"
    assert after[F1.nama].protection.sheet
