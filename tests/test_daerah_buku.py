"""rekap.xlsx: its formulas, recalculated from nothing by LibreOffice, give rekap.json."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from contoh_daerah import IDENTITAS, TAHUN, list_bahan
from hitung_ulang import butuh_soffice, list_differences, list_formulas, plant, read_values, recalculate
from openpyxl import load_workbook

from lakip_lib.forms.gaya import TINGGI_BARIS
from lakip_lib.measures.daerah import HasilDaerah, compute_daerah
from lakip_lib.report.daerah.buku import render_buku_daerah


def compute(banyak: int) -> HasilDaerah:
    return compute_daerah(IDENTITAS, list_bahan(banyak), tahun=TAHUN)


BUKU = {f"n{banyak}": render_buku_daerah(compute(banyak)) for banyak in (0, 1, 45)}


@pytest.fixture(scope="module")
def terhitung(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    ditanam = plant(BUKU["n45"], "Sebaran", "E6", "1")
    return recalculate({**BUKU, "ditanam": ditanam}, tmp_path_factory.mktemp("hitung"))


@butuh_soffice
@pytest.mark.parametrize("nama", BUKU)
def test_every_stored_value_is_what_its_formula_gives(terhitung: dict[str, bytes], nama: str) -> None:
    assert list_differences(BUKU[nama], terhitung[nama]) == []


@butuh_soffice
def test_a_planted_median_is_noticed(terhitung: dict[str, bytes]) -> None:
    assert list_differences(plant(BUKU["n45"], "Sebaran", "E6", "1"), terhitung["ditanam"]) == [("Sebaran", "E6")]


def test_means_sums_medians_and_ranks_are_formulas() -> None:
    rumus = {lembar for lembar, _ in list_formulas(BUKU["n45"])}
    assert rumus == {"Instansi", "Sebaran", "Urusan", "Program"}
    nilai = read_values(BUKU["n45"])
    assert nilai["Sebaran", "E6"] == float(str(compute(45).get_sebaran("capaian").median))


def test_sheets_are_one_page_wide_and_rows_as_high_as_their_text() -> None:
    buku = load_workbook(BytesIO(BUKU["n45"]))
    for lembar in buku:
        assert (lembar.page_setup.orientation, lembar.page_setup.fitToWidth) == ("landscape", None)  # None is 1
    program = buku["Program"]
    panjang = "URUSAN PEMERINTAHAN BIDANG PEKERJAAN UMUM DAN PENATAAN RUANG"
    tinggi = {program.row_dimensions[sel.row].height for sel in program["B"] if str(sel.value).endswith(panjang)}
    assert min(tinggi) > 2 * TINGGI_BARIS


def test_agencies_have_percentages_with_two_decimals_and_findings_where_there_are_figures() -> None:
    lembar = load_workbook(BytesIO(BUKU["n45"]))["Instansi"]
    baris = list(lembar.iter_rows(values_only=True))
    judul = next(isi for isi in baris if "Temuan wajib" in isi)
    wajib, jumlah = judul.index("Temuan wajib"), judul.index("Indikator")
    isi = baris[baris.index(judul) + 1 :][:45]
    format = [sel.number_format for sel in lembar[baris.index(judul) + 2]]
    assert [format[judul.index(nama)] for nama in ("Capaian (%)", "Capaian tahun lalu (%)")] == ["#,##0.00"] * 2
    assert {(satu[wajib] is None, satu[jumlah] is None) for satu in isi} == {(True, True), (False, False)}


def test_money_shows_sen_only_where_there_are_some() -> None:
    bulat, hasil = load_workbook(BytesIO(BUKU["n45"])), compute(1)
    sen = hasil.rincian_anggaran[0].model_copy(update={"pagu": Decimal("1.5")})
    pecah = load_workbook(BytesIO(render_buku_daerah(hasil.model_copy(update={"rincian_anggaran": (sen,)}))))
    for lembar, sel in (("Instansi", "P6"), ("Urusan", "D6"), ("Program", "F6"), ("Anggaran", "D6")):
        assert (bulat[lembar][sel].number_format, pecah[lembar][sel].number_format) == ("#,##0", "#,##0.00")


def test_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    assert render_buku_daerah(compute(1)) == BUKU["n1"]
