"""The steps on a planning that is not filled yet: what is missing is said, before anything breaks on it."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from serangan import Folder

from lakip_lib.delivery.langkah import make_formulir, run_bangun
from lakip_lib.delivery.mulai import start_folder
from lakip_lib.errors import UsageError
from lakip_lib.settings import Lokasi


def empty(book: Workbook, lembar: str) -> None:
    book[lembar].delete_rows(2, book[lembar].max_row)


@pytest.mark.parametrize("lembar", ["Sasaran", "Indikator"])
def test_planning_without_indikator_of_a_sasaran_is_not_computed(tmp_path: Path, lembar: str) -> None:
    folder = Folder(tmp_path).edit(lambda book: empty(book, lembar), "perencanaan.xlsx")
    with pytest.raises(UsageError, match="belum memuat indikator pada satu sasaran pun"):
        run_bangun(folder.lokasi)
    assert folder.lokasi.daftar_temuan.is_file()  # what is to be mended was told all the same


def test_folder_as_it_was_started_asks_for_its_planning(tmp_path: Path) -> None:
    lokasi = Lokasi(tmp_path, 2026, "dinas-contoh")
    start_folder(lokasi)
    with pytest.raises(UsageError, match="Isi lembar Sasaran, Indikator, dan Target"):
        run_bangun(lokasi)


def test_blank_forms_come_with_the_findings_on_the_planning(tmp_path: Path) -> None:
    folder = Folder(tmp_path).edit(lambda book: empty(book, "Target"), "perencanaan.xlsx")
    laporan = make_formulir(folder.lokasi)
    assert [(t.aturan, t.lembar) for t in laporan.temuan] == [("lembar-kosong", "Target")]
    assert laporan.kode_keluar == 3
