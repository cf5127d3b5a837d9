"""docs/panduan.md says what the program does: its commands, outputs, pictures, links and names are all real."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typst
from typer.main import get_command

from lakip_lib.checks.narasi import NASKAH
from lakip_lib.cli.aplikasi import app
from lakip_lib.cli.jalan import run
from lakip_lib.delivery.mulai import FOLDER, NASKAH_BERKODE
from lakip_lib.forms.kamus import describe_kamus
from lakip_lib.forms.kolom import LEMBAR_ISIAN
from lakip_lib.forms.kolom_rencana import TABEL_RENCANA
from lakip_lib.istilah import Tingkat
from lakip_lib.settings.awal import render_instansi
from lakip_lib.settings.instansi import AturanLra, Instansi, Pengaturan
from tests.panduan.__main__ import GAMBAR, KAMUS, PANDUAN
from tests.panduan.perintah import (
    AKAR,
    LEBAR,
    Hasil,
    cut_output,
    fill_outputs,
    is_quick,
    list_commands,
    prepare_folder,
    write_files,
)
from tests.panduan.piksel import frame, join_columns, reduce_colours, render_page, trim, write_png

PERINTAH: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
NASKAH_PANDUAN = PANDUAN.read_text("utf-8")
KODE_DALAM = re.compile(r"`(lakip[^`\n]*)`")
GAMBAR_DISEBUT = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
TAUTAN = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")
GAMBAR_MAKS, SEMUA_MAKS = 150_000, 1_500_000


@cache
def get_bagian(nomor: int) -> str:
    """The text of one numbered chapter."""
    return re.split(r"^## ", NASKAH_PANDUAN, flags=re.MULTILINE)[nomor + 1]


def list_first_cells(teks: str) -> list[str]:
    """The first cell of each body row of the tables in a text, without back-ticks."""
    cells = (line.split(" | ")[0].strip("| `") for line in teks.splitlines() if line.startswith("|"))
    return [cell for cell in cells if set(cell) - set("-|")]


def list_lakip() -> Iterator[str]:
    yield from list_commands(NASKAH_PANDUAN)
    yield from (kode for kode in KODE_DALAM.findall(NASKAH_PANDUAN) if " " in kode)


@pytest.mark.parametrize("perintah", sorted(set(list_lakip())))
def test_each_command_and_option_exists(perintah: str) -> None:
    nama, *sisa = shlex.split(perintah)[1:]
    if nama.startswith("--"):
        assert nama in {"--bantuan", "--help", "--versi"}
        return
    known = {opt for param in PERINTAH[nama].params for opt in param.opts} | {"--bantuan", "--help"}
    assert {satu for satu in sisa if satu.startswith("--")} <= known


def test_every_command_that_works_is_explained() -> None:
    disebut = {shlex.split(perintah)[1] for perintah in list_lakip()}
    assert set(PERINTAH) <= disebut


def test_folders_of_examples_are_samples_in_the_repository() -> None:
    folder = set(re.findall(r"data/raw/\d{4}/[a-z-]+", NASKAH_PANDUAN))
    karangan = {"data/raw/2026/dinas-contoh", "data/raw/2027/dinas-contoh", "data/raw/2025/dinas-yang-belum-ada"}
    assert all((AKAR / satu).is_dir() for satu in folder - karangan)


def test_quick_commands_print_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(LEBAR))
    monkeypatch.chdir(prepare_folder(tmp_path))
    write_files(NASKAH_PANDUAN, tmp_path)
    hasil: dict[str, Hasil] = {}
    for perintah in list_commands(NASKAH_PANDUAN):
        if not is_quick(perintah):
            continue
        kode = run(shlex.split(perintah)[1:])
        out, err = capsys.readouterr()
        hasil[perintah] = Hasil(out or err, kode)
    tercetak = dict(_list_outputs())
    for perintah, isi in hasil.items():
        kepala, terlihat = tercetak[perintah]
        assert cut_output(isi.teks, kepala) == terlihat, perintah


def _list_outputs() -> Iterator[tuple[str, tuple[str, list[str]]]]:
    for cocok in re.finditer(
        r"^```console ?([^\n]*)\n\$ ([^\n]+)\n(.*?)^```$", NASKAH_PANDUAN, re.DOTALL | re.MULTILINE
    ):
        yield cocok[2], (cocok[1], cocok[3].rstrip("\n").split("\n"))


def test_outputs_of_slow_commands_stand_on_the_page() -> None:
    assert all(isi != [""] for _, (_, isi) in _list_outputs())


def test_every_picture_named_is_there_and_every_picture_is_named() -> None:
    disebut = [tujuan for _, tujuan in GAMBAR_DISEBUT.findall(NASKAH_PANDUAN)]
    assert sorted(disebut) == sorted(f"gambar/{p.name}" for p in GAMBAR.iterdir())


def test_pictures_are_small_and_described() -> None:
    ukuran = [p.stat().st_size for p in GAMBAR.glob("*.png")]
    assert max(ukuran) < GAMBAR_MAKS
    assert sum(ukuran) < SEMUA_MAKS
    assert all(len(teks) > 15 for teks, _ in GAMBAR_DISEBUT.findall(NASKAH_PANDUAN))


def _slug(judul: str) -> str:
    return re.sub(r"[^\w\- ]", "", judul.strip().casefold()).replace(" ", "-")


@pytest.mark.parametrize("tujuan", sorted(set(TAUTAN.findall(NASKAH_PANDUAN))))
def test_each_link_leads_somewhere(tujuan: str) -> None:
    berkas, _, jangkar = tujuan.partition("#")
    halaman = PANDUAN.parent / berkas if berkas else PANDUAN
    assert halaman.is_file()
    if jangkar:
        assert jangkar in {_slug(j) for j in re.findall(r"^#+ (.+)$", halaman.read_text("utf-8"), re.MULTILINE)}


def test_contents_list_names_every_chapter() -> None:
    bab = re.findall(r"^## (\d+\. .+)$", NASKAH_PANDUAN, re.MULTILINE)
    isi = re.findall(r"^(\d+\. )\[(.+)\]\(#", NASKAH_PANDUAN, re.MULTILINE)
    assert [nomor + judul for nomor, judul in isi] == bab


def test_data_dictionary_is_the_schema_printed() -> None:
    assert KAMUS.read_text("utf-8") == describe_kamus()


def test_planning_chapter_names_every_sheet_in_order() -> None:
    cells = list_first_cells(get_bagian(5))
    assert [c for c in cells if c != "Lembar"] == [tabel.nama for tabel in TABEL_RENCANA]


def test_columns_named_in_the_planning_chapter_exist() -> None:
    kolom = {k.nama_kolom for tabel in TABEL_RENCANA for k in tabel.kolom}
    pilihan = {p for tabel in TABEL_RENCANA for k in tabel.kolom for p in k.pilihan} | {"penunjang"}
    disebut = set(re.findall(r"`([a-z][a-z_0-9]*)`", get_bagian(5)))
    assert disebut <= kolom | pilihan


def test_forms_chapter_names_the_five_sheets() -> None:
    assert [c for c in list_first_cells(get_bagian(7)) if c != "Lembar"] == [lembar.nama for lembar in LEMBAR_ISIAN]


def test_sheets_of_forms_named_anywhere_exist() -> None:
    nama = {lembar.nama for lembar in LEMBAR_ISIAN}
    for sebutan in re.findall(r"\bF[1-5] [A-Z][a-z]+(?: dukung)?", NASKAH_PANDUAN):
        assert sebutan in nama


def test_settings_chapter_names_every_section_and_choice() -> None:
    teks = get_bagian(4)
    assert all(f"`[{nama}" in teks for nama in Instansi.model_fields if nama not in {"unit"})
    assert "`[[unit]]`" in teks
    assert all(f"`{kunci}`" in teks for kunci in Pengaturan.model_fields)
    assert all(f"`{kunci}`" in get_bagian(9) for kunci in AturanLra.model_fields)


def test_settings_shown_are_keys_that_mulai_writes() -> None:
    contoh = re.search(r"```toml\n(.*?)```", get_bagian(4), re.DOTALL)
    assert contoh
    awal = render_instansi(2026, "dinas-contoh")
    kunci = [line.split("=")[0].strip() for line in contoh[1].splitlines() if line]
    assert all(re.search(rf"^{re.escape(k)}", awal, re.MULTILINE) for k in kunci)


def test_folders_and_texts_named_are_those_of_the_program() -> None:
    assert all(f"`{nama}/`" in get_bagian(3) for nama in FOLDER)
    naskah = [c.removesuffix(".md") for c in list_first_cells(get_bagian(10)) if c.endswith(".md")]
    assert sorted(naskah) == sorted([*NASKAH, *NASKAH_BERKODE])


def test_levels_of_findings_are_those_of_the_program() -> None:
    assert [c for c in list_first_cells(get_bagian(8)) if c != "Tingkat"] == [str(t) for t in Tingkat]


def test_few_colours_stay_exactly_as_they_are() -> None:
    gambar = np.array([[[255, 255, 255], [178, 24, 43]], [[27, 42, 58], [178, 24, 43]]], dtype=np.uint8)
    palet, nomor = reduce_colours(gambar)
    assert (palet[nomor] == gambar).all()


def test_picture_read_back_from_its_png_is_the_same(tmp_path: Path) -> None:
    gambar = np.zeros((8, 12, 3), dtype=np.uint8)
    gambar[2:5, 3:9] = (200, 145, 46)
    path = write_png(tmp_path / "kotak.png", gambar)
    (tmp_path / "muat.typ").write_text('#set page(width: 12pt, height: 8pt, margin: 0pt)\n#image("kotak.png")', "utf-8")
    assert (render_page(typst.compile(str(tmp_path / "muat.typ")), lebar=12) == gambar).all()
    assert path.read_bytes() == write_png(tmp_path / "lagi.png", gambar).read_bytes()


def test_trimmed_picture_keeps_a_margin_and_joins_with_others() -> None:
    gambar = np.full((50, 60, 3), 255, dtype=np.uint8)
    gambar[20:30, 20:40] = 0
    assert trim(gambar, tepi=5).shape == (20, 30, 3)
    assert join_columns(frame(gambar), gambar, jarak=10).shape == (50, 130, 3)


def test_cut_output_begins_or_ends_where_asked() -> None:
    assert cut_output("a\nb\nc\n", "potong=2") == ["a", "b", "…"]
    assert cut_output("a\nDitulis:\nc\n", "dari=Ditulis") == ["…", "Ditulis:", "c"]


def test_filling_outputs_twice_changes_nothing() -> None:
    hasil = {"lakip doktor": Hasil("ada\n", 0)}
    sekali = fill_outputs("x\n```console\n$ lakip doktor\nlama\n```\n", hasil)
    assert sekali == "x\n```console\n$ lakip doktor\nada\n```\n"
    assert fill_outputs(sekali, hasil) == sekali
    assert fill_outputs(sekali, {}) == sekali
