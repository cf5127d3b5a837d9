"""read_buku: what was typed comes back exactly; what cannot be read is refused with the reason."""

import hashlib
import io
import json
import re
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openpyxl.styles import Alignment, Font, PatternFill

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake import arsip as arsip_module
from lakip_lib.intake import excel as excel_module
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.grid import Buku, Lembar
from lakip_lib.intake.ods import find_step
from lakip_lib.intake.teks_sel import clean_escapes, format_teks
from lakip_lib.istilah import Tingkat


def write(path: Path, isi: bytes | str) -> Path:
    path.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return path


def read(path: Path) -> Buku:
    return read_buku(path, akar=path.parent)


def texts(lembar: Lembar) -> dict[str, str]:
    return {s.alamat: s.teks for s in lembar.sel.values()}


def save(path: Path, fill: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> Path:
    wb = openpyxl.Workbook()
    fill(wb.active)
    wb.save(path)
    return path


def edit_zip(path: Path, edit: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as lama:
        parts = {n: edit(n, lama.read(n)) for n in lama.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama, isi in parts.items():
            baru.writestr(nama, isi)
    return path


def refuse(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as galat:
        read(path)
    return str(galat.value)


# What a person typed


@pytest.mark.parametrize(
    ("nilai", "format_angka", "teks"),
    [
        (12, "General", "12"),
        (12.0, None, "12"),
        (12.5, "0.0", "12,5"),
        (0.1 + 0.2, None, "0,3"),
        (0.95, "0%", "95%"),
        (0.8573, "0.00%", "85,73%"),
        (0.5, '0.0"%"', "0,5"),
        (1_234_567.89, "#,##0.00", "1234567,89"),
        (2014739682568.094, None, "2014739682568,09"),
        (-0.005, None, "-0,005"),
        (True, None, "TRUE"),
        (datetime(2025, 3, 1), "dd/mm/yyyy", "2025-03-01"),
        ("  1.234,5 ", None, "  1.234,5 "),
    ],
)
def test_a_value_looks_as_it_was_typed(nilai: object, format_angka: str | None, teks: str) -> None:
    assert format_teks(nilai, format_angka) == teks  # type: ignore[arg-type]


def test_escapes_of_office_files_are_resolved() -> None:
    assert clean_escapes("perundang_x0002_undangan") == "perundang-undangan"
    assert clean_escapes("a_x000D_b_x0041__x0000_") == "a\nbA"


# Workbooks


def test_excel_addresses_are_right_after_blank_rows(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.cell(7, 3, "Nilai"))
    assert texts(read(path).lembar[0]) == {"C7": "Nilai"}


def test_a_workbook_of_1001_rows_and_60_columns_is_read_whole(tmp_path: Path) -> None:
    def fill(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for b in range(1, 1002):
            ws.cell(b, 60, b)

    lembar = read(save(tmp_path / "a.xlsx", fill)).lembar[0]
    assert (lembar.baris_akhir, lembar.kolom_akhir, len(lembar.sel)) == (1001, 60, 1001)
    assert lembar.sel[(1001, 60)].alamat == "BH1001"


def test_style_merges_and_hidden_parts_are_kept(tmp_path: Path) -> None:
    def fill(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
        ws["A1"], ws["B2"], ws["C3"] = "Judul", 0.5, "x"
        ws["A1"].font, ws["A1"].fill = Font(bold=True), PatternFill("solid", fgColor="FFCC00")
        ws["A1"].alignment = Alignment(indent=2)
        ws["B2"].number_format = "0%"
        ws.merge_cells("A1:C1")
        ws.row_dimensions[2].hidden = True
        ws.column_dimensions["C"].hidden = True
        ws.parent.create_sheet("Rahasia")["A1"] = 1
        ws.parent["Rahasia"].sheet_state = "hidden"

    buku = read(save(tmp_path / "a.xlsx", fill))
    lembar, rahasia = buku.lembar
    a1, b2 = lembar.sel[(1, 1)], lembar.sel[(2, 2)]
    assert (a1.tebal, a1.isian, a1.indentasi) == (True, "FFCC00", 2)
    assert (b2.nilai, b2.format, b2.teks, b2.tebal, b2.isian) == (0.5, "0%", "50%", False, "")
    assert lembar.gabungan == ((1, 1, 1, 3),)
    assert (lembar.baris_tersembunyi, lembar.kolom_tersembunyi) == (frozenset({2}), frozenset({3}))
    assert rahasia.tersembunyi
    assert not lembar.tersembunyi


def test_a_formula_without_a_stored_result_is_no_empty_cell(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append([1, 2, "=A1+B1"]))
    sel = read(path).lembar[0].sel[(1, 3)]
    assert (sel.formula, sel.nilai, sel.teks, sel.tanpa_nilai) == ("=A1+B1", None, "", True)


def test_a_formula_with_its_result_gives_both(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append([1, 2, "=A1+B1", "=1/0"]))

    def store(nama: str, isi: bytes) -> bytes:
        isi = re.sub(rb"<f>A1\+B1</f><v ?/?>(</v>)?", b"<f>A1+B1</f><v>3</v>", isi)
        return re.sub(rb'<c r="D1"><f>1/0</f><v ?/?>(</v>)?', b'<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v>', isi)

    sel = read(edit_zip(path, store)).lembar[0].sel
    assert (sel[(1, 3)].formula, sel[(1, 3)].nilai, sel[(1, 3)].tanpa_nilai) == ("=A1+B1", 3, False)
    assert (sel[(1, 4)].galat, sel[(1, 4)].formula) == ("#DIV/0!", "=1/0")


def test_berkas_is_relative_and_hashed(tmp_path: Path) -> None:
    (tmp_path / "isian").mkdir()
    path = save(tmp_path / "isian" / "a.xlsx", lambda ws: ws.append([1]))
    buku = read_buku(path, akar=tmp_path)
    assert buku.berkas == "isian/a.xlsx"
    assert buku.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (buku.jenis, buku.jalur) == ("xlsx", path)
    assert read_buku(path, akar=tmp_path / "lain").berkas == "a.xlsx"


def test_macros_are_not_run_and_said_so(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsm", lambda ws: ws.append([1]))
    with zipfile.ZipFile(path, "a") as arsip:
        arsip.writestr("xl/vbaProject.bin", b"makro")
    buku = read(path)
    assert buku.jenis == "xlsm"
    assert [(t.aturan, t.tingkat) for t in buku.temuan] == [("makro", Tingkat.CATATAN)]


def test_links_to_other_files_are_a_warning_and_not_followed(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append([1]))
    with zipfile.ZipFile(path, "a") as arsip:
        arsip.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert [(t.aturan, t.tingkat) for t in read(path).temuan] == [("tautan-luar", Tingkat.PERINGATAN)]


def test_a_million_formatted_empty_rows_are_quick_and_lose_nothing(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append(["Kode", "Target"]))
    kosong = b"".join(b'<row r="%d"><c r="A%d" s="0"/><c r="B%d"/></row>' % (i, i, i) for i in range(2, 1_000_000))
    ekor = b'<row r="1000000"><c r="A1000000"><v>7</v></c></row>'

    def pad(nama: str, isi: bytes) -> bytes:
        return isi.replace(b"</sheetData>", kosong + ekor + b"</sheetData>") if "sheet1" in nama else isi

    buku = read(edit_zip(path, pad))
    assert texts(buku.lembar[0]) == {"A1": "Kode", "B1": "Target", "A1000000": "7"}
    assert buku.tak_diperiksa == ()


def test_a_very_big_sheet_is_read_for_its_values_only_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel_module, "BATAS_PANGKAS", 0)
    monkeypatch.setattr(excel_module, "BATAS_OPENPYXL", 10)
    path = save(tmp_path / "a.xlsx", lambda ws: ws.cell(3, 2, 12.5))
    buku = read(path)
    assert texts(buku.lembar[0]) == {"B3": "12,5"}
    assert buku.tak_diperiksa == ("formula", "gaya")


def test_a_cell_in_the_far_corner_costs_nothing(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: (ws.cell(1, 1, "a"), ws.cell(1_048_576, 16_384, "z")))
    assert texts(read(path).lembar[0]) == {"A1": "a", "XFD1048576": "z"}


def test_a_workbook_written_carelessly_is_read_for_its_values_only(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.cell(2, 2, 7))

    def spoil(nama: str, isi: bytes) -> bytes:
        return (
            isi.replace(b"<cellXfs", b"<cellXfs x='1'><xf numFmtId='salah'/></cellXfs><cellXfs")
            if "styles" in nama
            else isi
        )

    buku = read(edit_zip(path, spoil))
    assert texts(buku.lembar[0]) == {"B2": "7"}
    assert buku.tak_diperiksa == ("formula", "gaya")


def test_a_careless_workbook_with_a_far_corner_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_module, "BATAS_PANGKAS", 0)
    monkeypatch.setattr(excel_module, "BATAS_OPENPYXL", 10)
    path = save(tmp_path / "a.xlsx", lambda ws: (ws.cell(1, 1, "a"), ws.cell(1_048_576, 16_384, "z")))
    assert "terlalu luas" in refuse(path)


def test_the_oldest_workbooks_are_read_for_their_values(tmp_path: Path) -> None:
    buku = read(write(tmp_path / "a.xls", make_biff2()))
    assert texts(buku.lembar[0]) == {"A1": "Pagu", "B3": "12,5"}
    assert buku.tak_diperiksa == ("formula", "gaya")


def test_a_step_of_indentation_is_found_from_all_of_them() -> None:
    assert find_step([0.37, 0.74, 1.11]) == pytest.approx(0.37)
    assert find_step([]) == 0.353


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize(("jenis", "tak_diperiksa"), [("xls", ("formula",)), ("ods", ())])
def test_what_libreoffice_saves_is_read_with_style(tmp_path: Path, jenis: str, tak_diperiksa: tuple[str, ...]) -> None:
    def fill(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
        ws["B2"], ws["B3"], ws["B4"] = "Judul", 0.95, "=B3*2"
        ws["B5"], ws["B6"] = "=1/0", datetime(2025, 3, 1)
        ws["B2"].font, ws["B2"].fill = Font(bold=True), PatternFill("solid", fgColor="FFCC00")
        ws["B2"].alignment, ws["B3"].number_format = Alignment(indent=2), "0%"
        ws.merge_cells("B2:C2")
        ws.row_dimensions[4].hidden = True

    save(tmp_path / "a.xlsx", fill)
    perintah = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", jenis]
    subprocess.run([*perintah, "--outdir", tmp_path, tmp_path / "a.xlsx"], check=True, capture_output=True, timeout=120)
    buku = read(tmp_path / f"a.{jenis}")
    lembar = buku.lembar[0]
    judul, persen, galat = lembar.sel[(2, 2)], lembar.sel[(3, 2)], lembar.sel[(5, 2)]
    isi = texts(lembar)
    assert isi.pop("B4") in ("1,9", "190%")  # a formula on percents may be shown as one
    assert isi == {"B2": "Judul", "B3": "95%", "B5": "#DIV/0!", "B6": "2025-03-01"}
    assert (judul.tebal, judul.isian, judul.indentasi) == (True, "FFCC00", 2)
    assert (persen.nilai, galat.galat) == (0.95, "#DIV/0!")
    assert lembar.gabungan == ((2, 2, 2, 3),)
    assert 4 in lembar.baris_tersembunyi
    assert buku.tak_diperiksa == tak_diperiksa


def make_biff2() -> bytes:
    """The smallest .xls there is: a text at A1 and a number at B3 (Excel 2.1 records)."""

    def record(kode: int, isi: bytes) -> bytes:
        return struct.pack("<HH", kode, len(isi)) + isi

    label = struct.pack("<HH3xB", 0, 0, 4) + b"Pagu"
    number = struct.pack("<HH3xd", 2, 1, 12.5)
    return record(0x09, struct.pack("<HH", 2, 0x10)) + record(0x04, label) + record(0x03, number) + record(0x0A, b"")


ODS_SHEET = """<table:table table:name="F1">
<table:table-column table:default-cell-style-name="ce1"/>
<table:table-column table:visibility="collapse"/>
<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="1"><table:table-cell office:value-type="string"
 table:number-columns-spanned="2">
<text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell><table:covered-table-cell/>
<table:table-cell office:value-type="percentage" office:value="0.95"><text:p>95,00%</text:p>
</table:table-cell></table:table-row>
<table:table-row table:visibility="collapse" table:default-cell-style-name="ce1">
<table:table-cell table:formula="of:=[.A1]+1" office:value-type="float" office:value="3"><text:p>3</text:p>
</table:table-cell>
<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p>
</table:table-cell><table:table-cell table:formula="of:=[.A9]"/></table:table-row>
<table:table-row table:number-rows-repeated="1048570">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>"""


def make_ods(path: Path, sheet: str = ODS_SHEET) -> Path:
    ns = " ".join(
        f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text", "style")
    )
    ns += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ns += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    gaya = (
        '<office:automatic-styles><style:style style:name="ce1" style:family="table-cell">'
        '<style:text-properties fo:font-weight="bold"/><style:table-cell-properties fo:background-color="#ffcc00"/>'
        '<style:paragraph-properties fo:margin-left="0.706cm"/></style:style></office:automatic-styles>'
    )
    isi = f"<office:document-content {ns}>{gaya}<office:body><office:spreadsheet>{sheet}</office:spreadsheet>"
    with zipfile.ZipFile(path, "w") as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        arsip.writestr("content.xml", isi + "</office:body></office:document-content>")
    return path


def test_an_opendocument_sheet_is_read_like_an_excel_sheet(tmp_path: Path) -> None:
    buku = read(make_ods(tmp_path / "a.ods"))
    lembar = buku.lembar[0]
    sel = {s.alamat: s for s in lembar.sel.values()}
    assert texts(lembar) == {"A5": "a  b\nc", "C5": "95%", "A6": "3", "B6": "#DIV/0!", "C6": ""}
    assert (sel["A5"].tebal, sel["A5"].isian, sel["A5"].indentasi) == (True, "FFCC00", 2)
    assert (sel["A6"].formula, sel["A6"].nilai) == ("=[.A1]+1", 3)
    assert sel["B6"].galat == "#DIV/0!"
    assert (sel["C6"].tanpa_nilai, sel["C6"].tebal) == (True, True)
    assert lembar.gabungan == ((5, 1, 5, 2),)
    assert (lembar.baris_tersembunyi, lembar.kolom_tersembunyi) == (frozenset({6}), frozenset({2}))
    assert (buku.jenis, buku.tak_diperiksa) == ("ods", ())


def test_empty_cells_that_stand_for_many_move_the_next_one(tmp_path: Path) -> None:
    kosong, isi = (
        '<table:table-cell table:number-columns-repeated="3"/>',
        "<table:table-cell><text:p>x</text:p></table:table-cell>",
    )
    path = make_ods(tmp_path / "a.ods", f"<table:table><table:table-row>{kosong}{isi}</table:table-row></table:table>")
    assert texts(read(path).lembar[0]) == {"D1": "x"}


def test_cells_repeated_beyond_reason_are_refused(tmp_path: Path) -> None:
    sheet = (
        '<table:table table:name="x"><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>'
        "</table:table>"
    )
    assert "sel" in refuse(make_ods(tmp_path / "a.ods", sheet))


# Text


@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        ("Kode;Uraian\n01;a, b\n", "a.csv"),
        ('Kode,Uraian\r\n01,"a, b"\r\n', "a.csv"),
        ("Kode\tUraian\n01\ta, b\n", "a.tsv"),
        ("Kode\tUraian\n01\ta, b\n", "a.xls"),
        ("\ufeffKode;Uraian\n01;a, b\n", "a.csv"),
        ("sep=;\nKode;Uraian\n01;a, b\n", "a.csv"),
    ],
)
def test_delimited_text_is_read_whatever_its_delimiter(tmp_path: Path, isi: str, nama: str) -> None:
    lembar = read(write(tmp_path / nama, isi)).lembar[0]
    assert [[s.teks for s in row.values()] for _, row in lembar.rows()] == [["Kode", "Uraian"], ["01", "a, b"]]


def test_commas_inside_texts_and_numbers_do_not_pass_for_delimiters(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Uraian;Nilai\na, b, c, d, e;1,5\nf;2,5\n")
    assert texts(read(path).lembar[0])["A2"] == "a, b, c, d, e"


@pytest.mark.parametrize("sandi", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_text_is_decoded_from_the_usual_encodings(tmp_path: Path, sandi: str) -> None:
    path = write(tmp_path / "a.csv", "Uraian;Satuan\nSuhu – rata;°C\n".encode(sandi))
    assert texts(read(path).lembar[0])["A2"] == "Suhu – rata"
    assert texts(read(path).lembar[0])["B2"] == "°C"


def test_formula_like_text_stays_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "a;b\n=1+1;=cmd|' /C calc'!A0\n")
    sel = read(path).lembar[0].sel
    assert (sel[(2, 1)].nilai, sel[(2, 1)].formula) == ("=1+1", None)
    assert sel[(2, 2)].teks == "=cmd|' /C calc'!A0"


def test_a_line_that_names_the_delimiter_counts_as_a_row(tmp_path: Path) -> None:
    assert texts(read(write(tmp_path / "a.csv", "sep=;\na;b\n")).lembar[0]) == {"A2": "a", "B2": "b"}


def test_blank_lines_of_a_csv_keep_the_rows_below_in_place(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ";;\n1;1.01;x\n\n2;1.02;y\n")
    assert texts(read(path).lembar[0])["B4"] == "1.02"


def test_json_records_keep_numbers_as_written(tmp_path: Path) -> None:
    isi = '[{"kode": "1.01", "nilai": 85.730}, {"kode": "1.02", "tambahan": null, "rinci": {"a": 1}, "nilai": 3}]'
    sel = {s.alamat: s for s in read(write(tmp_path / "a.json", isi)).lembar[0].sel.values()}
    assert [sel[a].teks for a in ("A1", "B1", "C1", "D1")] == ["kode", "nilai", "tambahan", "rinci"]
    assert (sel["B2"].nilai, sel["B2"].teks) == (85.73, "85.730")
    assert (sel["D3"].teks, sel["B3"].nilai) == ('{"a": 1}', 3)
    assert "C3" not in sel


def test_records_may_stand_inside_an_object(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"status": "ok", "data": [{"a": "1"}]}))
    assert texts(read(path).lembar[0]) == {"A1": "a", "A2": "1"}


# Documents


def test_an_html_table_may_come_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xls", "<html><table><tr><th>Kode</th></tr><tr><td>1</td></tr></table></html>")
    buku = read(path)
    assert (buku.jenis, texts(buku.lembar[0])) == ("html", {"A1": "Kode", "A2": "1"})
    assert [(t.aturan, t.tingkat) for t in buku.temuan] == [("jenis-berkas", Tingkat.CATATAN)]


def test_html_text_is_what_a_reader_sees(tmp_path: Path) -> None:
    isi = "<table><tr><td> a\n  <b>b</b><br>c<script>x()</script></td><td>perundang_x0002_undangan</td></tr></table>"
    assert texts(read(write(tmp_path / "a.html", isi)).lembar[0]) == {"A1": "a b\nc", "B1": "perundang-undangan"}


def test_spans_of_html_cells_move_their_neighbours(tmp_path: Path) -> None:
    isi = (
        "<table><tr><td rowspan=2>1</td><td colspan=2>2</td></tr><tr><td>3</td><td>4</td></tr>"
        "<tr><td>5</td><td>6</td><td>7</td></tr></table>"
    )
    lembar = read(write(tmp_path / "a.html", isi)).lembar[0]
    assert texts(lembar) == {"A1": "1", "B1": "2", "B2": "3", "C2": "4", "A3": "5", "B3": "6", "C3": "7"}
    assert lembar.gabungan == ((1, 1, 2, 1), (1, 2, 1, 3))


def test_a_header_that_claims_too_many_rows_does_not_shift_the_data(tmp_path: Path) -> None:
    kepala = "<tr><th rowspan=6>Kode</th><th colspan=2>Rp</th></tr><tr><th>2025</th><th>2026</th></tr>"
    data = "<tr><td>2.16</td><td>1,775</td><td>2,330</td></tr>"
    harap = {"A1": "Kode", "B1": "Rp", "B2": "2025", "C2": "2026", "A3": "2.16", "B3": "1,775", "C3": "2,330"}
    for i, isi in enumerate([f"<thead>{kepala}</thead><tbody>{data}</tbody>", kepala + data]):
        assert texts(read(write(tmp_path / f"{i}.html", f"<table>{isi}</table>")).lembar[0]) == harap


def test_a_row_with_all_its_cells_ends_the_spans_from_above(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=46>T1</td><td>a</td></tr><tr><td>b</td></tr><tr><td>T2</td><td>c</td></tr>"
    lembar = read(write(tmp_path / "a.html", f"<table>{rows}</table>")).lembar[0]
    assert texts(lembar) == {"A1": "T1", "B1": "a", "B2": "b", "A3": "T2", "B3": "c"}


def test_an_html_table_that_claims_millions_of_cells_is_refused(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=9999 colspan=1000>x</td></tr>" * 3_500 + "<tr><td></td></tr>"
    path = write(tmp_path / "a.html", f"<table><tr><td colspan=999>a</td></tr><tr><td>b</td></tr>{rows}</table>")
    assert "tiga juta" in refuse(path)


@pytest.mark.parametrize("dalam", [1_500, 5_000])
def test_a_bottomless_document_is_refused(tmp_path: Path, dalam: int) -> None:
    isi = "<text:span>" * dalam + "x" + "</text:span>" * dalam
    sel = f"<table:table-cell><text:p>{isi}</text:p></table:table-cell>"
    path = make_ods(tmp_path / "a.ods", f"<table:table><table:table-row>{sel}</table:table-row></table:table>")
    assert "mohon" in refuse(path)


def test_tables_of_a_word_document_keep_merged_cells(tmp_path: Path) -> None:
    dokumen = Document()
    tabel = dokumen.add_table(3, 3)
    for i in range(3):
        for j in range(3):
            tabel.cell(i, j).text = f"{i}{j}"
    for sel in ((0, 1), (0, 2), (1, 0), (2, 0)):
        tabel.cell(*sel).text = ""
    tabel.cell(0, 1).merge(tabel.cell(0, 2)).text = "lebar"
    tabel.cell(1, 0).merge(tabel.cell(2, 0)).text = "tinggi"
    dokumen.add_table(1, 1).cell(0, 0).text = "lain\nbaris"
    dokumen.save(str(tmp_path / "a.docx"))
    satu, dua = read(tmp_path / "a.docx").lembar
    assert texts(satu) == {"A1": "00", "B1": "lebar", "A2": "tinggi", "B2": "11", "C2": "12", "B3": "21", "C3": "22"}
    assert satu.gabungan == ((1, 2, 1, 3), (2, 1, 3, 1))
    assert texts(dua) == {"A1": "lain\nbaris"}
    assert [satu.nama, dua.nama] == ["Tabel 1", "Tabel 2"]


# Refusals


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append([1]))
    assert "terpotong" in refuse(write(path, path.read_bytes()[:-200]))


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append(["x" * 500]))
    data = bytearray(path.read_bytes())
    data[data.index(b"sheet1.xml") + 40] ^= 0xFF
    assert "rusak" in refuse(write(path, bytes(data)))


def test_an_encrypted_workbook_is_refused(tmp_path: Path) -> None:
    polos = save(tmp_path / "polos.xlsx", lambda ws: ws.append([1]))
    from msoffcrypto.format.ooxml import OOXMLFile

    with polos.open("rb") as masuk, (tmp_path / "kunci.xlsx").open("wb") as keluar:
        OOXMLFile(masuk).encrypt("rahasia", keluar)
    assert "kata sandi" in refuse(tmp_path / "kunci.xlsx")


@pytest.mark.parametrize("lingkup", ["BATAS_BYTE", "BATAS_ANGGOTA"])
def test_a_workbook_past_the_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lingkup: str) -> None:
    monkeypatch.setattr(arsip_module, lingkup, 3)
    assert "bom zip" in refuse(save(tmp_path / "a.xlsx", lambda ws: ws.append([1])))


def test_a_member_that_swells_beyond_reason_is_refused_unopened(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append([1]))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/besar.bin", bytes(30_000_000))
    assert "bom zip" in refuse(path)


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append(["x" * 5_000]))
    data = path.read_bytes()
    with zipfile.ZipFile(path) as arsip:
        besar = arsip.getinfo("xl/worksheets/sheet1.xml").file_size
    assert "rusak" in refuse(write(path, data.replace(struct.pack("<I", besar), struct.pack("<I", 100))))


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", lambda ws: ws.append([1]))

    def plant(nama: str, isi: bytes) -> bytes:
        return b'<!DOCTYPE x [<!ENTITY a "b">]>' + isi if nama == "xl/workbook.xml" else isi

    assert "entitas" in refuse(edit_zip(path, plant))


def make_pdf(isi: str) -> bytes:
    stream = f"BT /F1 12 Tf 10 10 Td ({isi}) Tj ET".encode() if isi else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    hasil, awal = io.BytesIO(), []
    hasil.write(b"%PDF-1.4\n")
    for i, objek in enumerate(objects, start=1):
        awal.append(hasil.tell())
        hasil.write(b"%d 0 obj%s endobj\n" % (i, objek))
    letak = hasil.tell()
    hasil.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % a for a in awal))
    hasil.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % letak)
    return hasil.getvalue()


def test_a_scanned_pdf_and_a_pdf_with_text_are_refused_for_their_own_reasons(tmp_path: Path) -> None:
    assert "hasil pindai" in refuse(write(tmp_path / "a.pdf", make_pdf("")))
    assert "berisi teks" in refuse(write(tmp_path / "b.pdf", make_pdf("Target 90")))
    assert "rusak" in refuse(write(tmp_path / "c.pdf", b"%PDF-1.4 x"))


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("a.xlsx", b"", "kosong"),
        ("a.txt", b"Kode;Uraian\n1;2\n", "teks bebas"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 50, "rusak"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "rusak"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "bukan buku kerja"),
        ("a.html", b"<html><p>tanpa tabel</p></html>", "tabel"),
        ("a.json", b'{"a": 1}', "rekaman"),
        ("a.json", b'[{"a": 1}', "JSON"),
        ("a.csv", b"\n;;\n", "berisi"),
        ("a.xml", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "2003"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, nama: str, isi: bytes, kata: str) -> None:
    pesan = refuse(write(tmp_path / nama, isi))
    assert kata in pesan
    assert pesan.endswith(".")


@pytest.mark.parametrize(
    ("anggota", "kata"),
    [("xl/workbook.bin", "xlsb"), ("ppt/presentation.xml", "paparan"), ("catatan.txt", "arsip ZIP")],
)
def test_other_archives_are_named(tmp_path: Path, anggota: str, kata: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as arsip:
        arsip.writestr(anggota, "x")
    assert kata in refuse(tmp_path / "a.xlsx")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "tidak dapat dibuka" in refuse(tmp_path / "tiada.xlsx")
