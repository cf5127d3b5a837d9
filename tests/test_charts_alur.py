"""The chart of working time against limits: what is drawn is what the ledger says."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from lakip_lib.alur.ikhtisar import Ikhtisar
from lakip_lib.blok import Gambar, join_text
from lakip_lib.charts import plot_alur, to_figure
from lakip_lib.charts.alur import MERAH
from lakip_lib.charts.tema import PRIMARY, TINGGI_MAKS
from tests.kasus_alur import SAMPAI_SEBAR, SEMUA, look


@pytest.fixture
def setahun(tmp_path: Path) -> Ikhtisar:
    return look(tmp_path, SEMUA, "2026-02-05 10:00")


@pytest.fixture
def gambar(setahun: Ikhtisar) -> Gambar:
    gambar = plot_alur(setahun)
    assert gambar is not None
    return gambar


def test_bars_are_the_minutes_that_count_over_the_limit(gambar: Gambar) -> None:
    (batang,) = gambar.figur["data"]
    benar = [0, 90, 45, 210, 1440, 540, 210, 30, 110, 20, 55]
    batas = [10, 120, 60, 180, 2250, 900, 450, 60, 10, 15, 60]
    tergambar = [Decimal(teks) for teks in batang["customdata"]]
    assert tergambar == [Decimal(100 * b) / n for b, n in zip(benar, batas, strict=True)]
    assert max(batang["x"]) == 150  # longer ones are cut, with a mark


def test_only_what_overran_is_red_and_says_by_how_much(gambar: Gambar) -> None:
    (batang,) = gambar.figur["data"]
    assert [n for n, warna in enumerate(batang["marker"]["color"], 1) if warna == MERAH] == [4, 9, 10]
    assert set(batang["marker"]["color"]) == {MERAH, PRIMARY}
    teks = " ".join(a["text"] for a in gambar.figur["layout"]["annotations"])
    assert re.findall(r"lewat [^<]*", teks) == ["lewat 30 menit", "lewat 1 jam 40 menit", "lewat 5 menit"]


def test_title_and_alt_say_what_is_seen(gambar: Gambar) -> None:
    assert "3 dari 11 langkah yang dikerjakan melewati batas SOP" in gambar.figur["layout"]["title"]["text"]
    assert "Surat pengantar 20 menit dari 15 menit (lewat 5 menit)" in gambar.alt


def test_the_data_table_has_every_step_and_round(gambar: Gambar) -> None:
    baris = [[join_text(sel.isi) for sel in b.sel] for b in gambar.tabel.baris]
    assert len(baris) == 11
    assert baris[8] == [
        *(
            "9",
            "Persetujuan dan tanda tangan",
            "ke-1: 1 jam 50 menit; ke-2: 8 menit; menunggu tanda tangan 2 menit",
            "10 menit",
        ),
        "lewat 1 jam 40 menit",
    ]
    assert baris[3][2] == "3 jam 30 menit; menunggu unit 9 hari 4 jam 45 menit"


def test_steps_to_come_are_empty_strips(tmp_path: Path) -> None:
    gambar = plot_alur(look(tmp_path, SAMPAI_SEBAR, "2026-01-12 09:00"))
    assert gambar is not None
    assert gambar.figur["data"][0]["customdata"][4:] == [None] * 7
    assert "Surat pengantar belum dikerjakan" in gambar.alt
    assert "4 langkah dikerjakan, semuanya dalam batas SOP" in gambar.figur["layout"]["title"]["text"]


def test_without_a_cycle_there_is_no_chart(tmp_path: Path) -> None:
    assert plot_alur(look(tmp_path, 0, "2026-01-02 08:00")) is None


def test_plotly_accepts_the_figure_and_a_page_holds_it(gambar: Gambar) -> None:
    assert to_figure(gambar).layout.height <= TINGGI_MAKS
