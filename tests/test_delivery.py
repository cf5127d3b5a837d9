"""Parameters, completion records and the running of notebooks."""

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lakip_lib.delivery import jalankan
from lakip_lib.delivery.jalankan import run_notebook
from lakip_lib.delivery.parameter import Parameter
from lakip_lib.delivery.pembaca import render_reader
from lakip_lib.delivery.rekaman import find_rekaman
from lakip_lib.errors import NotebookError, UsageError
from lakip_lib.settings import Lokasi

PARAMETER = 'tahun = 2025\ninstansi = "contoh"\nperiode = "tahunan"\nakar = "."\nkeluaran = None'
BUKA = (
    "from lakip_lib.delivery.parameter import Parameter\n"
    "from lakip_lib.delivery.rekaman import finish\n"
    "lokasi = Parameter.from_namespace(globals()).lokasi"
)
TUTUP = 'finish("coba", lokasi, masuk={"a": 2}, keluar={"b": 1})'


@pytest.fixture
def lokasi(tmp_path: Path) -> Lokasi:
    return Lokasi(tmp_path, 2025, "contoh")


def write_notebook(folder: Path, monkeypatch: pytest.MonkeyPatch, *cells: str) -> None:
    """A notebook "coba" of these cells that run_notebook finds."""
    parameters = new_code_cell(PARAMETER, metadata={"tags": ["parameters"]})
    nb = new_notebook(cells=[parameters, *(new_code_cell(source) for source in cells)])
    nb.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "coba.ipynb"
    nbformat.write(nb, path)
    monkeypatch.setattr(jalankan, "find_notebook", lambda _: path)


def test_misspelt_parameter_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="tahunn"):
        Parameter.from_namespace({"tahunn": 2025, "instansi": "contoh", "_hidden": 1, "In": []})


def test_parameters_of_a_namespace_give_the_folders(tmp_path: Path) -> None:
    found = Parameter.from_namespace({"tahun": 2025, "instansi": "contoh", "akar": str(tmp_path), "json": json})
    assert found.lokasi.processed == tmp_path / "data" / "processed" / "2025" / "contoh"


def test_finished_notebook_leaves_its_record_and_both_copies(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, TUTUP)
    rekaman = run_notebook("coba", lokasi)
    assert (rekaman["baris_masuk"], rekaman["baris_keluar"]) == ({"a": 2}, {"b": 1})
    kept = lokasi.reports / "notebooks"
    assert sorted(p.name for p in kept.iterdir()) == ["coba.html", "coba.ipynb"]
    assert "Parameter.from_namespace" not in (kept / "coba.html").read_text("utf-8")


def test_executed_copy_is_the_same_twice_and_names_no_absolute_path(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, TUTUP)
    path = lokasi.reports / "notebooks" / "coba.ipynb"
    run_notebook("coba", lokasi)
    first = path.read_bytes()
    run_notebook("coba", lokasi)
    assert path.read_bytes() == first
    assert str(tmp_path) not in first.decode()


@pytest.mark.parametrize("stop", ["import sys; sys.exit(0)", "get_ipython().kernel.do_shutdown(False)", "None"])
def test_notebook_that_stops_early_has_failed(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, stop)
    with pytest.raises(NotebookError):
        run_notebook("coba", lokasi)
    assert not (lokasi.reports / "notebooks" / "coba.ipynb").exists()


def test_failing_cell_is_shown_with_its_error_and_old_copies_go(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, TUTUP)
    run_notebook("coba", lokasi)
    write_notebook(tmp_path, monkeypatch, BUKA, "1 / 0", TUTUP)
    with pytest.raises(NotebookError) as caught:
        run_notebook("coba", lokasi)
    assert "1 / 0" in str(caught.value)
    assert "ZeroDivisionError" in str(caught.value)
    assert list((lokasi.reports / "notebooks").iterdir()) == []


def test_notebook_that_never_ran_has_no_record() -> None:
    assert find_rekaman(new_notebook(cells=[new_code_cell(TUTUP)])) is None


def test_page_for_readers_is_titled_with_the_question() -> None:
    nb = new_notebook(cells=[new_markdown_cell("# Berapa capaiannya?\n\nUntuk Kadis.")])
    assert "<title>Berapa capaiannya?</title>" in render_reader(nb)


def fail_start(monkeypatch: pytest.MonkeyPatch, kali: int, pesan: str) -> list[str]:
    """Let the first starts of a kernel fail with that message; the tries are counted."""
    asli, coba = jalankan.papermill.execute_notebook, list[str]()

    def execute(*args: object, **kwargs: object) -> object:
        coba.append(pesan)
        if len(coba) <= kali:
            raise RuntimeError(pesan)
        return asli(*args, **kwargs)

    monkeypatch.setattr(jalankan.papermill, "execute_notebook", execute)
    return coba


MATI = "Kernel died before replying to kernel_info"


def test_a_kernel_that_does_not_start_is_started_again(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, TUTUP)
    coba = fail_start(monkeypatch, 2, MATI)
    assert run_notebook("coba", lokasi)
    assert len(coba) == 3


def test_a_kernel_that_never_starts_is_told_in_indonesian(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, TUTUP)
    fail_start(monkeypatch, 9, MATI)
    with pytest.raises(NotebookError, match="3 kali tidak menjawab"):
        run_notebook("coba", lokasi)


def test_another_fault_of_the_run_is_not_tried_again(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, TUTUP)
    coba = fail_start(monkeypatch, 9, "Kernel died")
    with pytest.raises(RuntimeError, match="Kernel died"):
        run_notebook("coba", lokasi)
    assert len(coba) == 1


@pytest.mark.parametrize(
    ("sel", "kalimat"),
    [
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "mati di tengah jalan"),
        ("import time\ntime.sleep(60)", "melewati 1 detik"),
    ],
)
def test_a_kernel_that_dies_or_hangs_is_told_in_indonesian(
    lokasi: Lokasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sel: str, kalimat: str
) -> None:
    write_notebook(tmp_path, monkeypatch, BUKA, sel, TUTUP)
    monkeypatch.setattr(jalankan, "BATAS_DETIK", 1)
    with pytest.raises(NotebookError, match=kalimat):
        run_notebook("coba", lokasi)
