"""Where the bundled fonts lie for the programs that want files: once for the user, whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lakip_lib.charts import huruf
from lakip_lib.charts.huruf import find_font_files, lay_out_fonts, write_fontconfig

NAMA = sorted(path.name for path in find_font_files())


@pytest.fixture(autouse=True)
def simpanan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(huruf, "user_cache_path", lambda _: tmp_path / "simpanan")
    lay_out_fonts.cache_clear()
    yield tmp_path / "simpanan"
    lay_out_fonts.cache_clear()


def lay_out_anew() -> Path:
    lay_out_fonts.cache_clear()
    return lay_out_fonts()


def test_the_files_are_laid_out_once_for_all_processes(simpanan: Path) -> None:
    folder = lay_out_fonts()
    sidik = {path.name: path.stat().st_ino for path in folder.iterdir()}
    assert folder.parent == simpanan / "huruf"
    assert sorted(sidik) == NAMA
    assert {path.name: path.stat().st_ino for path in lay_out_anew().iterdir()} == sidik
    assert list(folder.parent.iterdir()) == [folder]


def test_a_folder_that_lacks_a_byte_is_laid_out_anew() -> None:
    folder = lay_out_fonts()
    (folder / NAMA[0]).write_bytes(b"")
    assert (lay_out_anew() / NAMA[0]).stat().st_size > 0
    assert list(folder.parent.iterdir()) == [folder]


def test_two_at_once_leave_one_whole_folder(simpanan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = os.replace

    def lose_race(dari: Path, ke: Path) -> None:
        asli(dari, ke)
        dari.mkdir()
        raise OSError(39, "Directory not empty")

    monkeypatch.setattr(huruf.os, "replace", lose_race)
    assert sorted(path.name for path in lay_out_fonts().iterdir()) == NAMA
    assert len(list((simpanan / "huruf").iterdir())) == 1


def test_without_a_cache_the_process_has_its_own_folder(simpanan: Path) -> None:
    simpanan.write_text("bukan folder")
    assert sorted(path.name for path in lay_out_fonts().iterdir()) == NAMA


def test_the_rules_name_the_bundled_files(tmp_path: Path) -> None:
    assert f"<dir>{lay_out_fonts()}</dir>" in write_fontconfig(tmp_path).read_text()
