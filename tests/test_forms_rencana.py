from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from lakip_lib.forms import LEMBAR_ISIAN, TABEL_RENCANA
from lakip_lib.forms.kamus import describe_kamus
from lakip_lib.forms.rencana import write_rencana_kosong


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("rencana") / "perencanaan.xlsx"
    write_rencana_kosong(path)
    return load_workbook(path)


def test_there_is_a_sheet_a_table_with_its_headers_in_row_one(buku: Workbook) -> None:
    assert {s.title: tuple(c.value for c in s[1]) for s in buku} == {t.nama: t.nama_kolom for t in TABEL_RENCANA}
    assert all(s.max_row == 1 for s in buku)


def test_required_headers_and_only_they_are_bold(buku: Workbook) -> None:
    for tabel in TABEL_RENCANA:
        assert tuple(c.value for c in buku[tabel.nama][1] if c.font.bold) == tabel.wajib


def test_dropdowns_offer_the_words_of_the_promise(buku: Workbook) -> None:
    offered = {str(r.sqref): r.formula1 for r in buku["Indikator"].data_validations.dataValidation}
    assert '"max,min,stabil"' in offered.values()
    assert '"MAX,MIN-A,MIN-B,STAB,RANGE,BIN,ORD"' in offered.values()
    assert '"jumlah,akhir,rata,tertinggi,terendah"' in offered.values()


def test_every_header_is_explained(buku: Workbook) -> None:
    assert all(c.comment for sheet in buku for c in sheet[1])


def test_codes_are_kept_as_text(buku: Workbook) -> None:
    assert buku["Program"].column_dimensions["A"].number_format == "@"


def test_the_same_empty_workbook_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_rencana_kosong(tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_dictionary_names_every_column_once_a_table() -> None:
    sections = describe_kamus().split("\n### ")[1:]
    assert len(sections) == len(LEMBAR_ISIAN) + len(TABEL_RENCANA)
    for section, tabel in zip(sections, [*LEMBAR_ISIAN, *TABEL_RENCANA], strict=True):
        assert section.startswith(f"{tabel.nama}: ")
        assert all(section.count(f"| `{k}` |") == 1 for k in tabel.nama_kolom)
