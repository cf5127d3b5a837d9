"""rekap.xlsx: its formulas, recalculated from nothing by LibreOffice, give rekap.json."""

from pathlib import Path

import pytest
from contoh_daerah import IDENTITAS, TAHUN, list_bahan
from hitung_ulang import butuh_soffice, list_differences, list_formulas, plant, read_values, recalculate

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


def test_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    assert render_buku_daerah(compute(1)) == BUKU["n1"]
