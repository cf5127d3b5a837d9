"""An agency's stages side by side: the files of one after the other, and what stops one stage spoils none before it."""

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from serangan import Folder

from lakip_lib.delivery import berdampingan, jalankan, tahap
from lakip_lib.delivery.berdampingan import run_to_naskah
from lakip_lib.delivery.dasar import NOTEBOOK_ANALISIS, NOTEBOOK_SUSUN, compute_dasar, list_salinan
from lakip_lib.delivery.langkah import run_analisis, run_himpun, write_naskah
from lakip_lib.delivery.sidik import explain_due
from lakip_lib.errors import NotebookError, UsageError, list_keterangan
from lakip_lib.settings import Lokasi

TAHAP = ("himpun", "analisis", "naskah")
SEMUA = (*NOTEBOOK_ANALISIS[0], *NOTEBOOK_ANALISIS[1], NOTEBOOK_SUSUN)


@pytest.fixture(scope="module")
def jadi(tmp_path_factory: pytest.TempPathFactory) -> Lokasi:
    """The mini sample after the stages in turn."""
    lokasi = Folder(tmp_path_factory.mktemp("urut")).lokasi
    run_himpun(lokasi)
    run_analisis(lokasi)
    write_naskah(lokasi)
    return lokasi


@pytest.fixture
def lokasi(jadi: Lokasi, tmp_path: Path) -> Lokasi:
    shutil.copytree(jadi.akar, tmp_path, dirs_exist_ok=True)
    return Lokasi(tmp_path, 2025, "contoh-mini")


def read_all(lokasi: Lokasi) -> dict[str, bytes]:
    return {p.relative_to(lokasi.akar).as_posix(): p.read_bytes() for p in lokasi.akar.rglob("*") if p.is_file()}


def list_done(lokasi: Lokasi) -> list[str]:
    return [nama for nama in TAHAP if not explain_due(lokasi, nama, compute_dasar(lokasi, nama))]


def stop_at(monkeypatch: pytest.MonkeyPatch, lokasi: Lokasi, gagal: str) -> None:
    """Let notebooks give what they gave before, and the one named fail."""
    lama = {nama: nbformat.read(list_salinan(nama, lokasi)[0], as_version=4) for nama in SEMUA}

    def execute(path: Path, _: dict[str, Any]) -> NotebookNode:
        if path.stem == gagal:
            raise NotebookError(f"Notebook {gagal} berhenti.")
        return lama[path.stem]

    monkeypatch.setattr(jalankan, "execute", execute)


def test_files_are_those_of_the_stages_in_turn(jadi: Lokasi, tmp_path: Path) -> None:
    lokasi, selesai = Folder(tmp_path).lokasi, []
    laporan = run_to_naskah(lokasi, selesai.append)
    assert read_all(lokasi) == read_all(jadi)
    assert selesai == list(TAHAP) == list_done(lokasi)
    assert laporan.kode_keluar == run_himpun(lokasi, paksa=False).kode_keluar


@pytest.mark.parametrize("gagal", SEMUA)
def test_notebook_that_fails_spoils_no_stage_before_it(
    lokasi: Lokasi, monkeypatch: pytest.MonkeyPatch, gagal: str
) -> None:
    stop_at(monkeypatch, lokasi, gagal)
    for path in (lokasi.reports / "balasan").iterdir():
        path.unlink()
    selesai: list[str] = []
    with pytest.raises(NotebookError, match=gagal):
        run_to_naskah(lokasi, selesai.append)
    utuh = TAHAP[: 2 if gagal == NOTEBOOK_SUSUN else 1]
    assert selesai == list(utuh) == list_done(lokasi)
    assert (lokasi.reports / "balasan" / "DATA.xlsx").is_file()
    assert not list_salinan(gagal, lokasi)[0].exists()


def test_answers_that_cannot_be_written_leave_nothing_done(
    lokasi: Lokasi, jadi: Lokasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    stop_at(monkeypatch, lokasi, "")
    monkeypatch.setattr(tahap, "write_answers", fail)
    selesai: list[str] = []
    (lokasi.reports / "hasil.json").write_text("lama", "utf-8")
    with pytest.raises(OSError, match="No space left"):
        run_to_naskah(lokasi, selesai.append)
    assert selesai == list_done(lokasi) == []
    assert (lokasi.reports / "hasil.json").read_text("utf-8") == "lama"


def test_planning_with_nothing_to_compute_is_answered_and_goes_no_further(tmp_path: Path) -> None:
    folder = Folder(tmp_path).edit(lambda book: book["Indikator"].delete_rows(2, 99), "perencanaan.xlsx")
    selesai: list[str] = []
    with pytest.raises(UsageError, match="belum memuat indikator"):
        run_to_naskah(folder.lokasi, selesai.append)
    assert selesai == ["himpun"] == list_done(folder.lokasi)
    assert folder.lokasi.daftar_temuan.is_file()
    assert not (folder.lokasi.reports / "notebooks").exists()


def test_earlier_documents_are_told_of_when_the_charts_cannot_be_drawn(
    lokasi: Lokasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Lokasi) -> None:
        raise OSError(28, "No space left on device")

    stop_at(monkeypatch, lokasi, "")
    monkeypatch.setattr(berdampingan, "draw_coming", fail)
    (lokasi.reports / "manifest.json").write_text('{"masukan": {}, "keluaran": {}}', "utf-8")
    with pytest.raises(OSError, match="No space left") as caught:
        run_to_naskah(lokasi)
    assert "masih dari penyusunan sebelumnya" in list_keterangan(caught.value)[0]
    assert list_done(lokasi) == ["himpun", "analisis"]
