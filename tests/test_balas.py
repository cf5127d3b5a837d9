"""The answer to a unit: its own words in a fresh form, the findings at their cells, a nota of one page."""

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from kasus_mini import make_settings
from openpyxl import Workbook
from serangan import F1, F2, F3, F5, Folder

from lakip_lib.delivery.balas import list_nilai, make_kepala, show_nilai
from lakip_lib.delivery.langkah import make_formulir, run_himpun
from lakip_lib.intake.grid import Sel
from lakip_lib.settings.instansi import Pejabat, Unit


def answer(folder: Folder, unit: str = "DATA") -> Workbook:
    run_himpun(folder.lokasi)
    return openpyxl.load_workbook(folder.lokasi.reports / "balasan" / f"{unit}.xlsx")


def read_nota(folder: Folder, unit: str) -> str:
    dokumen = Document(str(folder.lokasi.reports / "balasan" / f"{unit}.docx"))
    cells = [cell.text for table in dokumen.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in dokumen.paragraphs), *cells])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2.75", 2.75), ("-3", -3), ("BB (70.01)", "BB (70,01)"), ("80.5-90", "80,5-90"), (None, None), (3, 3)],
)
def test_canonical_figure_is_shown_as_people_write_it(value: object, shown: object) -> None:
    assert show_nilai(value) == shown


def test_codes_that_look_like_numbers_keep_their_zeros(folder: Folder) -> None:
    folder.edit(lambda book: book["Program"].append(["2.20", "Statistik", "S2", None, "TIK"]), "perencanaan.xlsx")
    make_formulir(folder.lokasi)
    sheet = openpyxl.load_workbook(folder.lokasi.reports / "formulir" / "TIK.xlsx")["F3 Program"]
    assert "2.20" in [row[0].value for row in sheet.iter_rows(min_row=6)]


@pytest.mark.parametrize("lembar", ["Indikator", "Target"])
def test_forms_of_an_unfinished_planning_say_what_is_missing(folder: Folder, lembar: str) -> None:
    laporan = make_formulir(folder.edit(lambda book: book[lembar].delete_rows(2, 100), "perencanaan.xlsx").lokasi)
    assert laporan.kode_keluar == 3
    assert [(t.aturan, t.lembar) for t in laporan.temuan] == [("lembar-kosong", lembar)]


def rename_unit(folder: Folder, lama: str, baru: str) -> None:
    toml = folder.path / "instansi.toml"
    toml.write_text(toml.read_text("utf-8").replace(f'kode = "{lama}"', f'kode = "{baru}"'), "utf-8")


def test_a_blank_form_of_a_unit_that_is_gone_is_taken_away(folder: Folder) -> None:
    make_formulir(folder.lokasi)
    tempat = folder.lokasi.reports / "formulir"
    sendiri = Workbook()
    sendiri.save(tempat / "catatan.xlsx")
    rename_unit(folder, "DATA", "INFO")
    laporan = make_formulir(folder.lokasi)
    assert {p.name for p in tempat.glob("*.xlsx")} == {"TIK.xlsx", "INFO.xlsx", "catatan.xlsx"}
    assert laporan.pesan == ("DATA.xlsx dihapus karena unitnya tidak ada lagi pada instansi.toml.",)


def test_a_filled_form_of_a_unit_that_is_gone_stays(folder: Folder) -> None:
    make_formulir(folder.lokasi)
    path = folder.lokasi.reports / "formulir" / "DATA.xlsx"
    book = openpyxl.load_workbook(path)
    book[F1]["O6"] = 12
    book.save(path)
    rename_unit(folder, "DATA", "INFO")
    assert "sudah berisi, sehingga dibiarkan" in make_formulir(folder.lokasi).pesan[0]
    assert path.is_file()


def test_findings_on_the_planning_are_left_as_a_list(folder: Folder) -> None:
    laporan = make_formulir(folder.edit(lambda book: book["Target"].delete_rows(2, 100), "perencanaan.xlsx").lokasi)
    daftar = folder.lokasi.reports / "formulir" / "daftar_temuan.csv"
    assert daftar in laporan.berkas
    assert len(daftar.read_text("utf-8-sig").splitlines()) == 1 + len(laporan.temuan)


def test_unit_whose_form_asks_nothing_is_named(folder: Folder) -> None:
    toml = folder.path / "instansi.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[[unit]]\nkode = "ARSIP"\nnama = "Bidang Arsip"\n', "utf-8")
    laporan = make_formulir(folder.lokasi)
    assert [(t.aturan, t.nilai) for t in laporan.temuan] == [("unit-tanpa-indikator", "ARSIP")]
    assert laporan.kode_keluar == 0


def test_unit_that_sent_f1_only_is_asked_for_the_rest(folder: Folder) -> None:
    def keep_f1(book: Workbook) -> None:
        for nama in [nama for nama in book.sheetnames if nama != F1]:
            del book[nama]

    laporan = run_himpun(folder.edit(keep_f1).lokasi)
    assert [(u["status"], u["catatan"]) for u in laporan.unit if u["unit"] == "DATA"] == [
        ("perlu perbaikan", "2 temuan wajib")
    ]
    wajib = [(t.aturan, t.lembar) for t in laporan.temuan if t.tingkat == "wajib"]
    assert sorted(wajib) == [("analisis-kosong", "F2 Analisis"), ("lembar-tidak-ada", "F2 Analisis")]


def test_answer_holds_what_was_typed(folder: Folder) -> None:
    folder.set_sel(F1, O6="105 konten", O9="b (65.30)", T6="Kalender: \u201cA\u201d", R6=12.5)
    sheet = answer(folder)[F1]
    assert [sheet[sel].value for sel in ("O6", "O9", "T6", "R6")] == [
        "105 konten",
        "b (65.30)",
        "Kalender: \u201cA\u201d",
        12.5,
    ]


@pytest.mark.parametrize(
    ("kolom", "sel", "shown"),
    [
        ("realisasi", Sel(6, 15, 105, "105", formula="=SUM(K6:N6)"), 105),
        ("realisasi", Sel(6, 15, None, "", formula="=SUM(K6:N6)", tanpa_nilai=True), "=SUM(K6:N6)"),
        ("realisasi", Sel(6, 15, "#DIV/0!", "#DIV/0!", formula="=1/0", galat="#DIV/0!"), "=1/0"),
        ("realisasi", Sel(6, 15, 0.95, "95%", format="0%"), "95%"),
        ("realisasi", Sel(6, 15, True, "TRUE"), "TRUE"),
        ("sumber_data", Sel(6, 20, "y", "y", formula='=HYPERLINK("x","y")'), '=HYPERLINK("x","y")'),
    ],
)
def test_formula_comes_back_as_its_result_or_as_text(folder: Folder, kolom: str, sel: Sel, shown: object) -> None:
    isian = folder.gather().himpunan.isian["DATA"]
    f1 = isian.lembar["F1"]
    baris = replace(f1.baris[0], sel={**f1.baris[0].sel, kolom: sel})
    changed = replace(isian, lembar={**isian.lembar, "F1": replace(f1, baris=(baris, *f1.baris[1:]))})
    assert list_nilai(changed)["F1", "I3", kolom] == shown


def test_answer_holds_dates_as_dates(folder: Folder) -> None:
    book = answer(folder)
    assert book[F5]["C6"].value == datetime(2026, 1, 8)
    assert book["F4 Data dukung"]["C6"].value.date() == date(2025, 12, 31)


def test_blank_cell_that_must_be_filled_is_framed_and_commented(folder: Folder) -> None:
    sheet = answer(folder.set_sel(F1, O9=None, Q8=None))[F1]
    for sel in ("O9", "Q8"):
        assert sheet[sel].comment is not None
        assert sel in sheet[sel].comment.text
    assert sheet["O6"].comment is None


def test_finding_of_a_moved_table_is_marked_in_its_place_of_the_fresh_form(folder: Folder) -> None:
    def push(book: Workbook) -> None:
        for rentang in list(book[F1].merged_cells.ranges):
            book[F1].unmerge_cells(str(rentang))
        book[F1].insert_rows(1, 4)
        book[F1]["O10"].value = "banyak"

    sheet = answer(folder.edit(push))[F1]
    assert (sheet["O6"].value, "sel O10" in sheet["O6"].comment.text) == ("banyak", True)


def test_row_of_ones_own_comes_back_below_the_others(folder: Folder) -> None:
    sheet = answer(folder.set_sel(F1, A10="Z-1", O10=17))[F1]
    assert [sheet[sel].value for sel in ("A10", "O10")] == ["Z-1", 17]
    assert sheet["A10"].comment is not None


def test_unit_that_sent_nothing_is_not_thanked_for_its_form(folder: Folder) -> None:
    folder.data.unlink()
    run_himpun(folder.lokasi)
    nota = read_nota(folder, "DATA")
    assert "Terima kasih atas" not in nota
    assert "belum ada formulir data kinerja tahun 2025 dari Bidang Data dan Informasi" in nota
    assert "terlampir" not in nota


def test_word_for_zero_comes_back_as_typed_and_is_asked_about_where_money_went(folder: Folder) -> None:
    book = answer(folder.set_sel(F1, O7="nihil").set_sel(F3, F6="Nihil"))
    assert (book[F1]["O7"].value, book[F3]["F6"].value) == ("nihil", "Nihil")
    assert "2.700.000.000" in book[F3]["F6"].comment.text
    assert book[F1]["O7"].comment is None


def test_unit_that_only_has_sub_kegiatan_is_asked_for_its_form(folder: Folder) -> None:
    def hand_over(book: Workbook) -> None:
        for row in range(2, 8):
            book["Indikator"][f"R{row}"].value = "TIK"

    folder.edit(hand_over, "perencanaan.xlsx").data.unlink()
    laporan = run_himpun(folder.lokasi)
    (temuan,) = (t for t in laporan.temuan if t.aturan == "formulir-belum-masuk")
    assert (temuan.tingkat, temuan.nilai) == ("wajib", "DATA")
    assert "Formulir yang telah dibagikan mohon disampaikan" in read_nota(folder, "DATA")
    assert next(row for row in laporan.unit if row["unit"] == "DATA")["catatan"] == "1 temuan wajib"


def test_a_missing_form_is_no_row_of_the_table(folder: Folder) -> None:
    folder.data.unlink()
    run_himpun(folder.lokasi)
    nota = read_nota(folder, "DATA")
    assert "Formulir yang telah dibagikan mohon disampaikan" in nota
    assert "Berkas" not in nota.splitlines()
    assert "Hal berikut" not in nota


@pytest.mark.parametrize(
    ("nama", "kepala", "dari", "kepada"),
    [
        ("Bidang Data", "Ani", "Sekretaris Dinas", "Kepala Bidang Data (Ani)"),
        ("Bidang Data", "", "Sekretaris Dinas", "Kepala Bidang Data"),
        ("Bidang Data", "Kepala Bidang Data", "Sekretaris Dinas", "Kepala Bidang Data"),
        ("Klaster Ibu", "Ani", "Sekretaris Dinas", "Pimpinan Klaster Ibu (Ani)"),
        ("Sekretariat", "Budi", "Kepala Subbagian Program", "Sekretaris Dinas (Budi)"),
        ("Tata Usaha", "Budi", "Kepala Subbagian Program", "Sekretaris Dinas (Budi)"),
    ],
)
def test_a_nota_goes_from_one_official_to_another(nama: str, kepala: str, dari: str, kepada: str) -> None:
    settings = make_settings()
    pejabat = settings.pejabat.model_copy(update={"sekretaris": Pejabat(nama="Budi", jabatan="Sekretaris Dinas")})
    settings = settings.model_copy(update={"pejabat": pejabat})
    kop = make_kepala(settings, Unit(kode="U1", nama=nama, kepala=kepala))
    assert (kop.dari, kop.kepada, kop.pemda) == (dari, kepada, "Pemerintah Kabupaten Contoh")


def test_answer_to_a_form_that_is_gone_does_not_stay(folder: Folder) -> None:
    run_himpun(folder.lokasi)
    folder.data.unlink()
    run_himpun(folder.lokasi)
    assert sorted(p.name for p in (folder.lokasi.reports / "balasan").iterdir()) == [
        "DATA.csv", "DATA.docx", "TIK.csv", "TIK.docx", "TIK.xlsx", "daftar_temuan.csv",
    ]  # fmt: skip


def test_status_counts_the_wajib_findings_of_the_answer(folder: Folder) -> None:
    laporan = run_himpun(folder.set_sel(F1, K8=None, N8=None, O8=None).edit(lambda book: book.remove(book[F2])).lokasi)
    for row in laporan.unit:
        with (folder.lokasi.reports / "balasan" / f"{row['unit']}.csv").open(encoding="utf-8", newline="") as file:
            wajib = sum(r["tingkat"] == "wajib" for r in csv.DictReader(file))
        assert row["catatan"] == (f"{wajib} temuan wajib" if wajib else None)
        assert row["status"] == ("perlu perbaikan" if wajib else "diterima")
    assert "analisis-kosong" in [t.aturan for t in laporan.temuan]  # of telaah


def test_one_list_holds_every_finding(folder: Folder) -> None:
    laporan = run_himpun(folder.set_sel(F1, O9=None).lokasi)
    with folder.lokasi.daftar_temuan.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [r["Temuan dan tindak lanjut"] for r in rows] == [t.pesan for t in laporan.temuan]
    assert {r["Unit"] for r in rows if r["Berkas"] == "isian/DATA.xlsx"} == {"DATA"}
    assert {r["Unit"] for r in rows if r["Berkas"].startswith("narasi/")} == {""}


def test_refused_form_is_answered_to_its_unit(folder: Folder) -> None:
    folder.set_sel("_meta", B2="2024")
    run_himpun(folder.lokasi)
    assert "formulir ini untuk tahun 2024" in read_nota(folder, "DATA")
    assert "2024" not in read_nota(folder, "TIK")


def test_nota_bears_no_date_of_the_document(folder: Folder) -> None:
    run_himpun(folder.set_sel(F1, O9=None).lokasi)
    nota = read_nota(folder, "DATA")
    assert "paling lambat 10 Januari 2026, atau secepatnya" in nota
    assert "Kota Contoh, ....." in nota
    assert "2 Februari 2026" not in nota


def test_missing_analysis_reaches_the_unit_even_without_its_sheet(folder: Folder) -> None:
    run_himpun(folder.edit(lambda book: book.remove(book[F2])).lokasi)
    assert "I6 belum mencapai target" in read_nota(folder, "DATA")
