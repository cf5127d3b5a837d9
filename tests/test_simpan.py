"""Files that are whole or absent, alone and as a set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lakip_lib import simpan
from lakip_lib.simpan import sweep, write_set

LAMA = {"a.txt": b"lama a", "b.txt": b"lama b"}
BARU = {"a.txt": b"baru a", "b.txt": b"baru b", "c.txt": b"baru c"}


def read_folder(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def refuse(monkeypatch: pytest.MonkeyPatch, nama: str, folder: Path, error: type[BaseException]) -> None:
    """Let the rename of one new file into the folder fail, as where it is open in another program."""
    asli = os.replace

    def replace(dari: Path, ke: Path) -> None:
        if ke == folder / nama and dari.parent.name == simpan.BARU:
            raise error
        asli(dari, ke)

    monkeypatch.setattr(simpan.os, "replace", replace)


def test_new_set_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    write_set(tmp_path / "x", LAMA)
    (tmp_path / "x" / "lain.txt").write_bytes(b"tetap")
    assert write_set(tmp_path / "x", BARU) == [tmp_path / "x" / nama for nama in BARU]
    assert read_folder(tmp_path / "x") == {**BARU, "lain.txt": b"tetap"}
    assert not [p for p in (tmp_path / "x").iterdir() if p.is_dir()]


@pytest.mark.parametrize("nama", BARU)
@pytest.mark.parametrize("error", [PermissionError, KeyboardInterrupt])
def test_refused_rename_brings_the_earlier_set_back(
    nama: str, error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_set(tmp_path, LAMA)
    refuse(monkeypatch, nama, tmp_path, error)
    with pytest.raises(error):
        write_set(tmp_path, BARU)
    assert read_folder(tmp_path) == LAMA
    assert [p for p in tmp_path.iterdir() if p.is_dir()] == []


def test_first_set_is_absent_where_it_cannot_be_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "b.txt", tmp_path, PermissionError)
    with pytest.raises(PermissionError):
        write_set(tmp_path, BARU)
    assert list(tmp_path.iterdir()) == []


def test_swap_that_was_cut_off_is_undone_before_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_set(tmp_path, {"c.txt": b"baru c"})  # a.txt was moved aside, c.txt had come; b.txt stood still
    (tmp_path / "b.txt").write_bytes(b"lama b")
    for folder, nama, data in ((simpan.LAMA, "a.txt", b"lama a"), (simpan.BARU, "b.txt", b"baru b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / nama).write_bytes(data)
    (tmp_path / simpan.BARU / "a.txt").write_bytes(b"baru a")
    refuse(monkeypatch, "a.txt", tmp_path, PermissionError)
    with pytest.raises(PermissionError):
        write_set(tmp_path, BARU)
    assert read_folder(tmp_path) == LAMA


def test_what_a_dead_process_was_writing_is_swept_away(tmp_path: Path) -> None:
    mati = subprocess.Popen([sys.executable, "-c", ""])
    mati.wait()
    tetap = {f".a.json.{os.getpid()}.baru", ".b.json.baru", "c.json.1.baru", ".d.json"}
    for nama in (*tetap, f".e.json.{mati.pid}.baru"):
        (tmp_path / "x").mkdir(exist_ok=True)
        (tmp_path / "x" / nama).touch()
    sweep(tmp_path)
    sweep(tmp_path / "tidak-ada")
    assert {p.name for p in (tmp_path / "x").iterdir()} == tetap
