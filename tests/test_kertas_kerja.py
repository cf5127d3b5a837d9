"""kertas-kerja.xlsx: its formulas, recalculated from nothing by LibreOffice, give hasil.json in every cell."""

from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hitung_ulang import butuh_soffice, is_same, list_differences, list_formulas, plant, read_values, recalculate
from kasus_mini import make_kinerja, make_settings
from kasus_ragam import make_ragam
from xlsxwriter.worksheet import Worksheet

from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.istilah import Alasan, Arah, Metode
from lakip_lib.measures import Hasil, compute_hasil, promise_hasil
from lakip_lib.measures.rumus import parse_nilai
from lakip_lib.model import Kinerja
from lakip_lib.report.kertas_kerja import render_kertas_kerja, write_kertas_kerja
from lakip_lib.report.kertas_kerja.rumus import excel_capaian, round2
from lakip_lib.rujukan import find_nilai
from lakip_lib.settings import Instansi, Lokasi, read_instansi

LAIN: dict[str, Any] = {
    "rata_instansi": "indikator",
    "metode_min": "MIN-B",
    "efisiensi": "E5",
    "penunjang": "dibagi",
    "kemajuan_renstra": "dari_awal",
    "batas_capaian": 110,
    "skala": [
        {"label": "Baik", "batas_bawah": 93.755, "termasuk_batas": True},
        {"label": "Sedang", "batas_bawah": 80.005, "termasuk_batas": False},
        {"label": "Kurang"},
    ],
}
MINI, RAGAM = make_kinerja(), make_ragam()


def read_sample(nama: str) -> tuple[Kinerja, Instansi, str]:
    """A sample's forms and budget report as himpun reads them."""
    lokasi = Lokasi(Path(__file__).resolve().parent.parent, 2025, nama)
    settings = read_instansi(lokasi.settings)
    return gather_himpunan(lokasi, settings).kinerja, settings, "tahunan"


# name -> tables, settings, period
KASUS: dict[str, tuple[Any, Instansi, str]] = {
    "mini": (MINI, make_settings(), "tahunan"),
    "ragam": (RAGAM, make_settings(), "tahunan"),
    "lain": (RAGAM, make_settings(**LAIN), "tahunan"),
    "tanpa": (RAGAM, make_settings(batas_capaian="tanpa", efisiensi="E3"), "TW3"),
    "e3": (RAGAM, make_settings(efisiensi="E3"), "tahunan"),
    "e4": (RAGAM, make_settings(efisiensi="E4"), "tahunan"),
    "tw2": (RAGAM, make_settings(efisiensi="E4"), "TW2"),
    "sarolangun": read_sample("diskominfo-sarolangun"),
    "puskesmas": read_sample("puskesmas-contoh"),
}
HASIL = {nama: compute_hasil(k, s, p) for nama, (k, s, p) in KASUS.items()}


@cache
def make(nama: str) -> bytes:
    """The working paper of a case."""
    kinerja, settings, _ = KASUS[nama]
    return render_kertas_kerja(HASIL[nama], kinerja, settings)


def find_cell(data: bytes, lembar: str, kepala: str, kode: str) -> str:
    """The cell under a column head in the row of a kode."""
    sheet = openpyxl.load_workbook(BytesIO(data))[lembar]
    kolom = next(c.column_letter for c in sheet[5] if c.value == kepala)
    baris = next(r[0].row for r in sheet.iter_rows(min_row=6) if r[0].value == kode)
    return f"{kolom}{baris}"


@pytest.fixture(scope="module")
def terhitung(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Each case, one with a planted value and one with another typed value, recalculated in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("hitung")
    files = {nama: make(nama) for nama in KASUS}
    capaian = find_cell(files["mini"], "Capaian", "Capaian (%)", "I1")
    files["ditanam"] = plant(files["mini"], "Capaian", capaian, "0")
    realisasi = next(r for r, k in enumerate(_peran(files["mini"]), 6) if k == ("I1", "Realisasi"))
    files["diubah"] = plant(files["mini"], "Isian", f"E{realisasi}", "2.75")
    return recalculate(files, folder)


def _peran(data: bytes) -> list[tuple[str, str]]:
    rows = openpyxl.load_workbook(BytesIO(data))["Isian"].iter_rows(min_row=6, values_only=True)
    return [(str(row[0]), str(row[2])) for row in rows]


def list_refs(hasil: Hasil) -> set[str]:
    """The path of every figure of hasil.json that must have a cell."""
    refs = {f"anggaran_total/{n}" for n in ("pagu", "realisasi_anggaran", "sisa", "persen")}
    refs |= {f"anggaran/{a.kode}/{n}" for a in hasil.anggaran for n in ("pagu", "realisasi_anggaran", "sisa", "persen")}
    instansi = ("capaian", "capaian_mentah", "kategori", "dinilai", "jumlah", "tercapai")
    refs |= {f"instansi_capaian/{n}" for n in instansi}
    uang = ("pagu", "realisasi_anggaran", "penyerapan", "efisiensi", "status_efisiensi")
    refs |= {f"sasaran/{s.kode}/{n}" for s in hasil.sasaran for n in (*instansi, "status", *uang)}
    for item in hasil.indikator:
        nama = ["capaian", "capaian_mentah", "capaian_rerata", "kategori", "status"]
        nama += ["lalu/capaian", "lalu/perubahan", "lalu/perkembangan"] if item.lalu else []
        nama += ["renstra/kemajuan", "renstra/status"] if item.renstra else []
        nama += ["standar/selisih", "standar/rasio", "standar/posisi"] if item.standar else []
        nama += [n for n in ("target", "realisasi") if is_number(getattr(item, n))]
        refs |= {f"indikator/{item.kode}/{n}" for n in nama}
    return refs


def is_number(teks: str | None) -> bool:
    """Whether a target or realisasi is a number, or letters with a score."""
    nilai = parse_nilai(teks)
    return nilai is not None and nilai.besaran is not None


def read_cocok(data: bytes) -> dict[str, Any]:
    """What the formulas give, by ref, from the sheet Cocok."""
    values = {sel: nilai for (lembar, sel), nilai in read_values(data).items() if lembar == "Cocok"}
    rows = range(7, 1 + max(int(sel[1:]) for sel in values))
    return {"/".join(v for c in "ABC" if (v := values[f"{c}{n}"])): values[f"D{n}"] for n in rows}


def expect(janji: dict[str, Any], ref: str) -> float | str:
    """The figure of hasil.json as a cell holds it."""
    teks = find_nilai(janji, ref)
    if ref.endswith(("/target", "/realisasi")):
        nilai = parse_nilai(teks)
        return "" if nilai is None or nilai.besaran is None else float(nilai.besaran)
    try:
        return float(teks) if teks is not None else ""
    except ValueError:
        return str(teks)


@butuh_soffice
@pytest.mark.parametrize("nama", KASUS)
def test_recalculated_from_nothing_every_figure_equals_hasil_json(terhitung: dict[str, bytes], nama: str) -> None:
    ada, janji = read_cocok(terhitung[nama]), promise_hasil(HASIL[nama])
    beda = {ref: (nilai, mau) for ref, nilai in ada.items() if not is_same(nilai, mau := expect(janji, ref))}
    assert beda == {}
    assert list_refs(HASIL[nama]) <= set(ada)


@butuh_soffice
@pytest.mark.parametrize("nama", KASUS)
def test_every_stored_value_is_what_its_formula_gives(terhitung: dict[str, bytes], nama: str) -> None:
    assert list_differences(make(nama), terhitung[nama]) == []
    assert len(list_formulas(make(nama))) > 400


@butuh_soffice
def test_a_planted_value_is_noticed(terhitung: dict[str, bytes]) -> None:
    capaian = find_cell(make("mini"), "Capaian", "Capaian (%)", "I1")
    ditanam = plant(make("mini"), "Capaian", capaian, "0")
    assert list_differences(ditanam, terhitung["ditanam"]) == [("Capaian", capaian)]


@butuh_soffice
def test_another_typed_value_changes_everything_that_rests_on_it(terhitung: dict[str, bytes]) -> None:
    sesudah = read_cocok(terhitung["diubah"])
    assert (sesudah["indikator/I1/capaian"], sesudah["indikator/I1/status"]) == (100, "mencapai")
    assert sesudah["sasaran/S1/capaian"] == 92.86
    assert read_values(terhitung["diubah"])["Cocok", "F6"] == "BERBEDA"


@butuh_soffice
@pytest.mark.parametrize("nama", KASUS)
def test_no_cell_shows_an_error(terhitung: dict[str, bytes], nama: str) -> None:
    teks = [v for v in read_values(terhitung[nama]).values() if isinstance(v, str)]
    assert [t for t in teks if t.startswith(("#", "Err:"))] == []


def test_the_hard_cases_are_what_they_should_be() -> None:
    ragam = HASIL["ragam"]
    assert ragam.get_indikator("A2").alasan is Alasan.TAK_HINGGA
    assert str(ragam.get_indikator("A1").capaian) == "80.01"
    assert {i.metode for i in ragam.indikator} == set(Metode)


def test_the_same_input_gives_the_same_bytes() -> None:
    kinerja, settings, _ = KASUS["ragam"]
    assert render_kertas_kerja(HASIL["ragam"], kinerja, settings) == make("ragam")


def test_typed_text_never_becomes_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(make("ragam")))
    cells = [c for sheet in book for row in sheet for c in row if isinstance(c.value, str)]
    typed = [c for c in cells if c.value.startswith(("=HYPERLINK", "=Sasaran", "+Indikator", "@Uraian"))]
    assert {c.data_type for c in typed} == {"s"}
    assert {c.value[:4] for c in typed} == {"=HYP", "=Sas", "+Ind", "@Ura"}


def test_every_typed_value_names_its_cell_of_origin() -> None:
    rows = openpyxl.load_workbook(BytesIO(make("ragam")))["Isian"].iter_rows(min_row=6, values_only=True)
    asal = next(row for row in rows if row[0] == "A1" and row[2] == "Realisasi")
    assert asal[4] == 64.004
    assert asal[7:] == ("isian/a.xlsx", "F1 Capaian", "H5")


def test_a_parent_is_a_sum_only_where_finance_says_the_same() -> None:
    sheet = openpyxl.load_workbook(BytesIO(make("ragam")))["Anggaran"]
    pagu = {row[0].value: row[5].value for row in sheet.iter_rows(min_row=6)}
    assert str(pagu["2.16.01"]).startswith("=SUMIF(")
    assert pagu["2.16.02"] == "=E11"


def test_the_outline_of_the_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(make("mini")))
    assert book.sheetnames == [
        "Petunjuk", "Pengaturan", "Isian", "Capaian", "Anggaran", "Pemetaan", "Sasaran", "Instansi", "Cocok",
    ]  # fmt: skip
    assert all(sheet.freeze_panes for sheet in book)
    assert [c.value for c in book["Cocok"][5]] == [
        "Bagian", "Kode", "Angka", "Hasil rumus", "hasil.json", "Pemeriksaan",
    ]  # fmt: skip
    assert book["Sasaran"]["A1"].value == "Capaian, anggaran, dan efisiensi sasaran"


def test_the_file_carries_the_documents_date() -> None:
    properties = openpyxl.load_workbook(BytesIO(make("mini"))).properties
    assert str(properties.created)[:10] == str(properties.modified)[:10] == "2026-02-20"


def test_a_float_tie_is_rounded_as_printed() -> None:
    assert round2("L6") == "ROUND(ROUND(L6,9),2)"


@pytest.mark.parametrize("metode", Metode)
@pytest.mark.parametrize("arah", Arah)
def test_a_missing_side_gives_an_empty_capaian(metode: Metode, arah: Arah) -> None:
    assert excel_capaian(metode, arah, "K6", "M6").startswith('IF(COUNT(K6,M6)<2,"",')


def test_the_workbook_is_written_whole(tmp_path: Path) -> None:
    kinerja, settings, _ = KASUS["mini"]
    path = write_kertas_kerja(tmp_path / "a" / "kertas-kerja.xlsx", HASIL["mini"], kinerja, settings)
    assert path.read_bytes() == make("mini")


def test_figures_of_another_run_are_marked_as_different() -> None:
    hasil = HASIL["mini"]
    lain = hasil.indikator[0].model_copy(update={"capaian": Decimal("99.99")})
    palsu = hasil.model_copy(update={"indikator": (lain, *hasil.indikator[1:])})
    values = read_values(render_kertas_kerja(palsu, *KASUS["mini"][:2]))
    assert (values["Cocok", "E6"], values["Cocok", "F6"]) == (1, "BERBEDA")


@pytest.mark.parametrize("nama", KASUS)
def test_no_formula_needs_to_be_looked_through_by_the_library(nama: str) -> None:
    kinerja, settings, _ = KASUS[nama]
    data = render_kertas_kerja(HASIL[nama], kinerja, settings)
    buku = openpyxl.load_workbook(BytesIO(data))
    rumus = {buku[lembar][sel].value for lembar, sel in list_formulas(data)}
    assert len(rumus) > 100
    assert [teks for teks in rumus if f"={Worksheet()._prepare_formula(teks)}" != teks] == []
