import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from contoh_dokumen import bar_figure, line_figure

from lakip_lib.charts import pelukis, peramban, statis
from lakip_lib.charts.pelukis import BrowserError, keep_pelukis
from lakip_lib.charts.peramban import find_browser, is_program, list_candidates
from lakip_lib.charts.statis import normalise_svg, rasterize, render_charts
from lakip_lib.proses import is_alive

PERAMBAN = find_browser()
perlu_peramban = pytest.mark.skipif(PERAMBAN is None, reason="tanpa peramban (Chromium) di komputer ini")
TINGGI = {"a": 75.0, "b": 65.0}
FIGUR = {"a": bar_figure(), "b": line_figure()}


def fake_browser(letak: Path, isi: bytes = b"\x7fELF") -> Path:
    letak.write_bytes(isi)
    letak.chmod(letak.stat().st_mode | stat.S_IXUSR)
    return letak


def test_the_variable_names_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letak = fake_browser(tmp_path / "chrome")
    monkeypatch.setenv("LAKIP_PERAMBAN", str(letak))
    assert find_browser() == letak


def test_a_variable_that_leads_nowhere_means_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKIP_PERAMBAN", "/tidak/ada")
    assert find_browser() is None


def test_a_shell_wrapper_is_no_browser(tmp_path: Path) -> None:
    assert not is_program(fake_browser(tmp_path / "chromium", b"#!/bin/sh\n"))


@pytest.mark.parametrize(
    ("sistem", "kata"), [("linux", "chromium"), ("darwin", "Google Chrome"), ("win32", "msedge.exe")]
)
def test_each_system_has_its_usual_places(sistem: str, kata: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROGRAMFILES", "C:/Program Files")
    assert any(kata in str(letak) for letak in list_candidates(sistem))


def test_without_a_browser_there_is_a_reason_and_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statis, "find_browser", lambda: None)
    hasil = render_charts(FIGUR, lebar_mm=160, tinggi=TINGGI, cache=tmp_path)
    assert hasil.svg == {}
    assert "tidak ditemukan" in hasil.alasan


@perlu_peramban
def test_equal_figures_give_equal_pictures_also_from_another_browser(tmp_path: Path) -> None:
    assert PERAMBAN is not None
    satu = render_charts(FIGUR, lebar_mm=160, tinggi=TINGGI, cache=tmp_path / "satu")
    lama = keep_pelukis(PERAMBAN).list_pids()
    dua = render_charts(FIGUR, lebar_mm=160, tinggi=TINGGI, cache=tmp_path / "dua")
    assert keep_pelukis(PERAMBAN).list_pids()[:2] == lama[:2]  # the same browser
    os.kill(lama[1], signal.SIGKILL)
    tiga = render_charts(FIGUR, lebar_mm=160, tinggi=TINGGI, cache=tmp_path / "tiga")
    assert satu.svg == dua.svg == tiga.svg
    assert set(satu.svg) == {"a", "b"}
    baru, folder = keep_pelukis(PERAMBAN).list_pids(), keep_pelukis(PERAMBAN).folder
    keep_pelukis(PERAMBAN).close()
    assert [pid for pid in (*lama, *baru) if is_alive(pid)] == []
    assert folder is not None
    assert not folder.exists()


@perlu_peramban
def test_a_browser_that_dies_while_it_starts_is_started_once_more(tmp_path: Path) -> None:
    sekali = f'#!/bin/sh\n[ -e {tmp_path}/mati ] || {{ touch {tmp_path}/mati; exit 1; }}\nexec {PERAMBAN} "$@"\n'
    rapuh = fake_browser(tmp_path / "rapuh", sekali.encode())
    hasil = render_charts({"a": bar_figure()}, lebar_mm=160, tinggi=TINGGI, cache=tmp_path / "c", peramban=rapuh)
    assert set(hasil.svg) == {"a"}
    keep_pelukis(rapuh).close()


@perlu_peramban
def test_a_browser_ends_with_its_process_also_when_that_is_killed() -> None:
    perintah = (
        "import os\nfrom pathlib import Path\nfrom lakip_lib.charts.pelukis import keep_pelukis\n"
        f"satu = keep_pelukis(Path({str(PERAMBAN)!r}))\n"
        "satu.draw({'a': ({'data': [], 'layout': {}}, (300, 200))}, 30)\n"
        "print(satu.folder, *satu.list_pids(), flush=True)\nos.kill(os.getpid(), 9)"
    )
    folder, *pids = subprocess.run([sys.executable, "-c", perintah], capture_output=True, text=True).stdout.split()
    akhir = time.monotonic() + 10
    while (any(is_alive(int(pid)) for pid in pids) or Path(folder).exists()) and time.monotonic() < akhir:
        time.sleep(0.01)
    assert len(pids) > 3
    assert [pid for pid in pids if is_alive(int(pid))] == []
    assert not Path(folder).exists()


@perlu_peramban
def test_letters_have_the_width_of_the_bundled_font(tmp_path: Path) -> None:
    svg = render_charts(FIGUR, lebar_mm=160, tinggi=TINGGI, cache=tmp_path).svg["a"]
    assert b'width="605"' in svg
    assert b"Source Sans Pro" in svg


@perlu_peramban
def test_a_picture_in_the_cache_needs_no_browser_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pertama = render_charts({"a": bar_figure()}, lebar_mm=160, tinggi=TINGGI, cache=tmp_path)
    monkeypatch.setattr(statis, "keep_pelukis", None)
    assert render_charts({"a": bar_figure()}, lebar_mm=160, tinggi=TINGGI, cache=tmp_path) == pertama


def test_a_hanging_browser_raises_and_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pelukis, "BATAS_BUKA", 0.5)
    monkeypatch.setattr(pelukis, "BATAS_TUTUP", 0.3)
    macet = fake_browser(tmp_path / "macet", b"#!/bin/sh\nexec sleep 600\n")
    lama, mulai = set(psutil.Process().children(recursive=True)), time.monotonic()
    with pytest.raises(BrowserError, match="must draw every chart"):
        render_charts({"a": bar_figure()}, lebar_mm=160, tinggi=TINGGI, cache=tmp_path / "c", peramban=macet, batas=1)
    assert time.monotonic() - mulai < 20
    assert set(psutil.Process().children(recursive=True)) <= lama


def test_chance_letters_in_ids_become_fixed() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><defs id="topdefs-{0}"/><clipPath id="clip{0}xy"/>'
        '<pattern id="p{0}-{1}"/><g class="a" style="fill: url(\'#p{0}-{1}\')" clip-path="url(#clip{0}xy)">'
        "<text>{0} #a{0}</text></g></svg>"
    )
    assert normalise_svg(svg.format("1e73aa", "51a2a0").encode()).replace(b"1e73aa", b"") == normalise_svg(
        svg.format("60fb5e", "9c08fd").encode()
    ).replace(b"60fb5e", b"")


def test_the_first_attributes_have_one_order() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" {} lain="a"/>'
    satu, dua = 'width="1" style="" viewBox="0 0 1 1"', 'viewBox="0 0 1 1" width="1" style=""'
    assert normalise_svg(svg.format(satu).encode()) == normalise_svg(svg.format(dua).encode())


def test_text_in_a_picture_is_never_changed() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><defs id="topdefs-1e73aa"/><text>kode 1e73aa</text></svg>'
    assert b"kode 1e73aa" in normalise_svg(svg)


def test_a_png_has_300_dots_an_inch() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
    png = rasterize(svg, lebar_mm=25.4)
    assert int.from_bytes(png[16:20]) == 300
    assert rasterize(svg, lebar_mm=25.4) == png


def test_the_real_program_stands_before_the_search_path() -> None:
    assert next(iter(list_candidates("linux"))) == Path(peramban.LINUX[0])
