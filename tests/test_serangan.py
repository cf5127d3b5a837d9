"""Broken, hostile and careless input from end to end: nothing is lost, nothing is fatal, each fault is told once."""

import io
import shutil
import subprocess
import zipfile
from datetime import datetime, time
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook, load_workbook
from serangan import F1, F2, F4, F5, Folder

from lakip_lib.delivery.langkah import run_himpun
from lakip_lib.model import Kinerja


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def zip_of(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in members.items():
            arsip.writestr(nama, isi)
    return out.getvalue()


def encrypt(data: bytes) -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("rahasia", out)
    return out.getvalue()


BOM = zip_of({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"0" * 150_000_000})
RUSAK = {
    "truncated": lambda data: data[:3000],
    "empty": lambda data: b"",
    "picture": lambda data: b"\xff\xd8\xff\xe0" + bytes(100),
    "zip bomb": lambda data: BOM,
    "encrypted": encrypt,
    "not a zip": lambda data: b"PK\x03\x04" + bytes(200),
}


@pytest.mark.parametrize("cara", RUSAK)
def test_form_that_cannot_be_opened_is_told_once_and_hurts_nobody_else(folder: Folder, cara: str) -> None:
    folder.data.write_bytes(RUSAK[cara](folder.data.read_bytes()))
    found = folder.gather()
    assert found.aturan() == ["berkas-tidak-terbaca"]
    assert found.himpunan.kinerja.records("isian")[1]["status"] == "tidak terbaca"
    assert str(found.hasil.get_sasaran("S1").capaian) == "93.95"


def test_text_that_is_no_form_is_told_once(folder: Folder) -> None:
    folder.data.write_text("Mohon maaf, formulir menyusul.")
    found = folder.gather()
    assert (found.aturan(), found.himpunan.kinerja.records("isian")[1]["status"]) == (
        ["bukan-formulir"],
        "perlu perbaikan",
    )


def test_a_million_empty_rows_are_read_like_none(folder: Folder) -> None:
    with zipfile.ZipFile(folder.data) as arsip:
        members = {nama: arsip.read(nama) for nama in arsip.namelist()}
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(20, 1_000_000))
    sheet = "xl/worksheets/sheet2.xml"
    members[sheet] = members[sheet].replace(b"</sheetData>", rows + b"</sheetData>")
    folder.data.write_bytes(zip_of(members))
    assert folder.gather().aturan() == []


@pytest.mark.parametrize(("pemisah", "sandi"), [(";", "utf-8"), (",", "utf-8"), (";", "cp1252"), (",", "cp1252")])
def test_csv_with_f1_alone_counts_and_says_what_it_lacks(folder: Folder, pemisah: str, sandi: str) -> None:
    rows = load_workbook(folder.data)[F1].iter_rows(min_row=5, values_only=True)
    texts = [["" if v is None else str(v).replace(".", ",") for v in row] for row in rows]
    lines = [pemisah.join(f'"{teks}"' for teks in row).replace("terbit", "terbit – 2024") for row in texts]
    folder.data.unlink()
    (folder.path / "isian" / "DATA.csv").write_bytes("\r\n".join(lines).encode(sandi))
    found = folder.gather()
    assert found.hasil.get_indikator("I3").realisasi == "105"
    assert sorted(found.aturan("DATA")) == ["analisis-kosong", "lembar-tidak-ada", "tidak-dapat-diperiksa"]
    assert "F2 Analisis, F3 Program, F4 Data dukung, F5 Pernyataan" in found.find("lembar-tidak-ada").pesan


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
@pytest.mark.parametrize(("akhiran", "aturan"), [("xls", ["tidak-dapat-diperiksa"]), ("ods", [])])
def test_form_saved_by_libreoffice_says_the_same(
    folder: Folder, tmp_path: Path, akhiran: str, aturan: list[str]
) -> None:
    profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    perintah = ["soffice", profil, "--headless", "--convert-to", akhiran, "--outdir", str(folder.data.parent)]
    subprocess.run([*perintah, str(folder.data)], check=True, capture_output=True, timeout=120)
    folder.data.unlink()
    found = folder.gather()
    assert found.aturan() == aturan
    assert str(found.hasil.instansi_capaian.capaian) == "96.69"


def test_header_may_stand_lower_below_titles_of_other_years(folder: Folder) -> None:
    def push(book: Workbook) -> None:
        for nama in (F1, F2):
            for rentang in list(book[nama].merged_cells.ranges):
                book[nama].unmerge_cells(str(rentang))
            book[nama].insert_rows(1, 5)
            book[nama]["A1"] = "Peraturan Bupati Nomor 5 Tahun 2019"

    assert folder.edit(push).gather().aturan() == []


def test_sheets_may_be_renamed_and_in_any_order(folder: Folder) -> None:
    def shuffle(book: Workbook) -> None:
        book.move_sheet(F1, 5)
        book[F1].title, book[F2].title = "Lembar1", "uraian"

    assert folder.edit(shuffle).gather().aturan() == []


def test_hidden_sheet_column_and_row_are_read_and_said(folder: Folder) -> None:
    def hide(book: Workbook) -> None:
        book[F1].column_dimensions["O"].hidden = True
        book[F1].row_dimensions[6].hidden = True
        book[F2].sheet_state = "hidden"

    found = folder.edit(hide).gather()
    assert sorted(found.aturan()) == ["baris-tersembunyi", "kolom-tersembunyi", "lembar-tersembunyi"]
    assert found.hasil.get_indikator("I3").realisasi == "105"


@pytest.mark.parametrize(
    ("sel", "nilai", "aturan"),
    [
        ("B2", "2024", "formulir-tahun-lain"),
        ("B1", "dinas-lain", "formulir-instansi-lain"),
        ("B3", "TW2", "formulir-periode-lain"),
    ],
)
def test_form_of_another_year_agency_or_period_does_not_count_and_is_told_once(
    folder: Folder, sel: str, nilai: str, aturan: str
) -> None:
    found = folder.set_sel("_meta", **{sel: nilai}).gather()
    assert found.aturan() == [aturan]
    assert found.hasil.get_indikator("I3").realisasi is None
    assert found.himpunan.pemilik["isian/DATA.xlsx"] == "DATA"


def test_earlier_quarters_form_beside_the_annual_one_is_only_a_note(folder: Folder) -> None:
    folder.edit(lambda book: setattr(book["_meta"]["B3"], "value", "TW2"), simpan="isian/DATA TW2.xlsx")
    found = folder.gather()
    assert (found.aturan(), found.find("formulir-periode-lain").tingkat) == (["formulir-periode-lain"], "catatan")
    assert found.hasil.get_indikator("I3").realisasi == "105"


def test_later_of_two_files_counts_and_a_sheet_that_would_be_lost_is_named(folder: Folder) -> None:
    def redo(book: Workbook) -> None:
        book[F5]["C6"] = "20 Januari 2026"
        book[F1]["N6"], book[F1]["O6"] = 36, 111
        del book[F2]

    found = folder.edit(redo, simpan="isian/DATA revisi.xlsx").gather()
    assert found.hasil.get_indikator("I3").realisasi == "111"
    ganda = found.find("formulir-ganda")
    assert (ganda.berkas, ganda.tingkat) == ("isian/DATA.xlsx", "peringatan")
    assert "F2 Analisis hanya ada" in ganda.pesan


def test_scan_of_a_signed_page_beside_a_good_form_is_only_a_note(folder: Folder) -> None:
    (folder.path / "isian" / "DATA ttd.pdf").write_bytes(b"%PDF-1.4 x")
    (folder.path / "isian" / "Thumbs.db").write_bytes(bytes(40))
    found = folder.gather()
    assert [(t.berkas, t.tingkat) for t in found.temuan if t.aturan != "naskah-belum-ada"] == [
        ("isian/DATA ttd.pdf", "catatan")
    ]


def test_kode_column_may_be_missing_where_names_tell(folder: Folder) -> None:
    found = folder.edit(lambda book: book[F1].delete_cols(1)).gather()
    assert found.aturan() == ["kolom-tidak-ada"]
    assert found.hasil.get_indikator("I3").realisasi == "105"


def test_kode_is_known_in_any_case_and_spacing(folder: Folder) -> None:
    found = folder.set_sel(F1, A6=" i3", A7="I 4").gather()
    assert found.aturan() == []
    assert found.himpunan.isian["DATA"].rows("F1")[0].kunci == "I3"


def test_missing_column_is_told_once_and_not_again_in_every_row(folder: Folder) -> None:
    found = folder.edit(lambda book: book[F1].delete_cols(15)).gather()
    assert found.aturan() == ["kolom-tidak-ada"]


def test_indikator_named_jumlah_is_no_row_of_totals(folder: Folder) -> None:
    found = folder.set_sel(F1, A6=None, C6="Jumlah konten").gather()
    assert found.find("kode-kosong").sel == "A6"
    assert "baris-total" not in found.aturan()


@pytest.mark.parametrize(
    "nilai", [1e308, -1e308, 1e-300, True, datetime(2025, 3, 1), time(1, 30), "1e99", "#REF!", "9" * 60]
)
def test_cell_that_is_no_figure_is_told_with_its_address(folder: Folder, nilai: object) -> None:
    found = folder.set_sel(F1, O6=nilai).gather()
    assert [(t.sel, t.tingkat) for t in found.temuan if t.kolom == "realisasi"] == [("O6", "wajib")]
    assert found.hasil.get_indikator("I3").capaian is None


def test_what_was_typed_stays_in_the_trace_also_where_it_does_not_count(folder: Folder) -> None:
    folder.set_sel(F1, A10="Z-9", O10="tujuh belas", U5="Catatan bidang", U6="lihat lampiran", O6="105 konten ya")
    kinerja = folder.gather().himpunan.kinerja
    teks = {row["sel"]: (row["berkas"], row["teks"]) for row in kinerja.records("asal") if row["lembar"] == F1}
    assert teks["O10"] == ("isian/DATA.xlsx", "tujuh belas")
    assert teks["U6"] == ("isian/DATA.xlsx", "lihat lampiran")
    assert teks["O6"] == ("isian/DATA.xlsx", "105 konten ya")
    assert all(len(row["sha256"]) == 64 for row in kinerja.records("asal"))


RUMUS = ('=HYPERLINK("http://x.example","y")', "=cmd|'/c calc'!A1", "@SUM(A1)", "+SUM(A1)", "-cmd|'x'")


def test_formula_is_carried_as_text_into_no_cell_of_ours(folder: Folder) -> None:
    sel = dict(zip(("C6", "D6", "C7", "D7", "C8"), RUMUS, strict=True))
    folder.set_sel(F2, **sel)
    assert folder.gather().aturan() == ["rumus-dalam-teks"] * 5
    run_himpun(folder.lokasi)
    balasan = folder.lokasi.reports / "balasan"
    book = openpyxl.load_workbook(balasan / "DATA.xlsx")
    assert {str(book[F2][alamat].value): book[F2][alamat].data_type for alamat in sel} == dict.fromkeys(RUMUS, "s")
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    for line in (balasan / "DATA.csv").read_text("utf-8").splitlines():
        assert not line.rpartition(",")[2].lstrip('"').startswith(("=", "+", "-", "@"))


def test_list_with_dashes_is_no_formula(folder: Folder) -> None:
    assert folder.set_sel(F2, C6="- kalender dipakai bersama", D6="-\tjadwal (dua kali)").gather().aturan() == []


MARKUP = "<b>x</b> #let y = 1 \\input{z} {{ 7 * 7 }} &amp; \u201cki\u201d"


def test_markup_in_a_text_stays_the_characters_that_were_typed(folder: Folder) -> None:
    folder.set_sel(F2, C6=MARKUP)
    run_himpun(folder.lokasi)
    row = next(r for r in Kinerja.load(folder.lokasi.processed).records("analisis") if r["indikator"] == "I3")
    assert row["faktor_pendukung"] == MARKUP
    assert openpyxl.load_workbook(folder.lokasi.reports / "balasan" / "DATA.xlsx")[F2]["C6"].value == MARKUP


@pytest.mark.parametrize(
    ("tautan", "aturan"),
    [
        ("https://contoh.example/a b", "bukti-tidak-ada"),
        ("javascript:alert(1)", "tautan-tidak-layak"),
        ("file:///etc/passwd", "tautan-tidak-layak"),
        ("C:\\data\\a.pdf", "tautan-tidak-layak"),
        ("/etc/passwd", "tautan-tidak-layak"),
        ("..\\..\\rahasia.txt", "tautan-tidak-layak"),
        ("bukti/../../instansi.toml", "tautan-tidak-layak"),
        ("https://a.example/1\nhttps://a.example/2", "tautan-tidak-layak"),
        ("drive.google.com/file/1", "tautan-tidak-lengkap"),
        ("x" * 5000, "bukti-tidak-ada"),
        ("bukti/", None),
        ("bukti\\a.pdf", None),
        ("HTTPS://CONTOH.EXAMPLE/A", None),
    ],
)
def test_evidence_is_a_link_or_a_file_below_bukti(folder: Folder, tautan: str, aturan: str | None) -> None:
    (folder.path / "bukti").mkdir()
    (folder.path / "bukti" / "a.pdf").write_bytes(b"x")
    found = folder.set_sel(F4, D6=tautan).gather()
    if tautan == "https://contoh.example/a b":
        aturan = "tautan-tidak-layak"  # a blank ends an address: two of them in one cell
    assert found.aturan() == ([aturan] if aturan else [])


def test_thousand_rows_are_read_in_a_moment(folder: Folder) -> None:
    def grow(book: Workbook) -> None:
        for n in range(1000):
            book[F1].append([f"Z-{n}", *[None] * 13, f"{n},5", "final"])

    found = folder.edit(grow).gather()
    assert found.aturan() == ["kode-tidak-dikenal"] * 1000
    assert len({t.sel for t in found.temuan if t.sel}) == 1000


def test_narrative_files_are_found_under_the_names_people_give_them(folder: Folder) -> None:
    narasi = folder.path / "narasi"
    narasi.mkdir()
    (narasi / "Kata Pengantar.MD").write_bytes("Puji syukur – “kami”\r\nbaris".encode("cp1252"))
    (narasi / "Sasaran S1.md").write_text("\ufeffisi", "utf-8")
    (narasi / "penutup.md").write_text("a" * 200_000)
    (narasi / "folder.md").mkdir()
    found = folder.gather()
    rows = {row["nama"]: row["teks"] for row in found.himpunan.kinerja.records("narasi")}
    assert rows == {"kata-pengantar": "Puji syukur – “kami”\nbaris", "sasaran-S1": "isi", "penutup": ""}
    assert found.aturan() == ["naskah-terlalu-panjang", "naskah-bukan-utf8"]


def test_tables_survive_any_text(folder: Folder) -> None:
    folder.set_sel(F2, C6="satu\rdua\r\ntiga", D6='"kutip", koma; dan\ttab')
    run_himpun(folder.lokasi)
    row = Kinerja.load(folder.lokasi.processed).records("analisis")[-4]
    assert row["faktor_pendukung"] == "satu\ndua\ntiga"


@pytest.mark.parametrize("periode", ["TW1", "TW2", "TW3", "TW4"])
def test_quarter_runs_on_annual_forms_without_false_alarm(folder: Folder, periode: str) -> None:
    found = folder.gather(periode)
    assert found.aturan() == ["lra-tanpa-periode"]  # one report of the whole year, without a month in its title
    assert found.hasil.get_indikator("I3").realisasi == {"TW1": "12", "TW2": "30", "TW3": "75", "TW4": "105"}[periode]


def test_budget_report_missing_or_broken_is_told_once(folder: Folder) -> None:
    (folder.path / "lra.xlsx").write_bytes(b"PK\x03\x04")
    assert folder.gather().aturan() == ["berkas-tidak-terbaca"]
    (folder.path / "lra.xlsx").unlink()
    found = folder.gather()
    assert (found.aturan(), found.hasil.anggaran_total.pagu) == (["lra-belum-ada"], 0)


def test_budget_report_may_be_named_in_capitals(folder: Folder) -> None:
    (folder.path / "lra.xlsx").rename(folder.path / "LRA.xlsx")
    assert folder.gather().aturan() == []


def test_agency_without_units_is_told_once(folder: Folder) -> None:
    toml = folder.path / "instansi.toml"
    text = toml.read_text("utf-8")
    toml.write_text(text[: text.index("[[unit]]")] + text[text.index("[lra]") :], "utf-8")
    assert folder.gather().aturan() == ["unit-belum-ada"]
    assert run_himpun(folder.lokasi).kode_keluar == 3


def test_unit_without_indikator_need_not_send_a_form(folder: Folder) -> None:
    toml = folder.path / "instansi.toml"
    toml.write_text(
        toml.read_text("utf-8").replace("[lra]", '[[unit]]\nkode = "DATA-2"\nnama = "Sub"\n\n[lra]'), "utf-8"
    )
    found = folder.gather()
    assert (found.aturan(), list(found.himpunan.isian)) == ([], ["TIK", "DATA"])


def test_second_himpun_gives_the_same_tables(folder: Folder) -> None:
    run_himpun(folder.lokasi)
    first = {p.name: p.read_bytes() for p in folder.lokasi.processed.iterdir()}
    answers = {p.name: p.read_bytes() for p in (folder.lokasi.reports / "balasan").iterdir()}
    run_himpun(folder.lokasi)
    assert {p.name: p.read_bytes() for p in folder.lokasi.processed.iterdir()} == first
    assert {p.name: p.read_bytes() for p in (folder.lokasi.reports / "balasan").iterdir()} == answers
