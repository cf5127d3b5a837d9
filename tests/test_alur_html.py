"""The page of `lakip status`: it requests nothing, escapes everything, and draws plan and reality where they belong."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from lakip_lib.alur.ikhtisar import Ikhtisar
from lakip_lib.report.alur_html import render_status_html
from lakip_lib.report.garis_waktu import BARIS, GarisWaktu, Sumbu, lay_out
from lakip_lib.report.html.warna import GELAP, TERANG, compute_contrast
from tests.kasus_alur import ALASAN, SAMPAI_HIMPUN_1, SAMPAI_SEBAR, SAMPAI_TOLAK, SEMUA, jam, look

INGGRIS = re.compile(
    r"\b(step|status of|done|late|due|by|the|of|and|with|not|none|null|nan|true|false|actual|plan|planned|time|unit of|"
    r"day|days|hour|hours|minute|minutes|working|round|now|rejected|waiting|ledger|hash|entry)\b",
    re.IGNORECASE,
)


@pytest.fixture
def setahun(tmp_path: Path) -> Ikhtisar:
    return look(tmp_path, SEMUA, "2026-02-05 10:00")


@pytest.fixture
def garis(setahun: Ikhtisar) -> GarisWaktu:
    return lay_out(setahun)


@pytest.fixture
def halaman(setahun: Ikhtisar) -> html.HtmlElement:
    return parse(setahun)


def parse(ikhtisar: Ikhtisar) -> html.HtmlElement:
    return html.document_fromstring(render_status_html(ikhtisar), parser=html.HTMLParser(huge_tree=True))


def list_cells(halaman: html.HtmlElement, bagian: str) -> list[list[str]]:
    """The body rows of the table in a section, each cell's text with single blanks."""
    rows = halaman.xpath(f"//section[@aria-labelledby='{bagian}']//table[last()]/tbody/tr")
    return [[" ".join(" ".join(td.itertext()).split()) for td in tr.iterfind("td")] for tr in rows]


def test_same_overview_gives_same_page(setahun: Ikhtisar) -> None:
    assert render_status_html(setahun) == render_status_html(setahun)


def test_nothing_is_requested_and_nothing_runs(halaman: html.HtmlElement) -> None:
    assert [e.get("href") for e in halaman.iterfind(".//link")] == ["data:,"]
    assert halaman.xpath("//script | //img | //iframe | //*[@src] | //a[not(starts-with(@href, '#'))]") == []
    assert not re.search(r"@import|url\((?!data:)", halaman.findtext(".//style"))
    aturan = halaman.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert aturan.startswith("default-src 'none';")
    assert "http" not in aturan


def test_ids_are_given_once_and_what_points_to_them_finds_them(halaman: html.HtmlElement) -> None:
    ids = [e.get("id") for e in halaman.iterfind(".//*[@id]")]
    assert len(set(ids)) == len(ids)
    tujuan = {a.get("href")[1:] for a in halaman.iterfind(".//a")}
    tujuan |= {nama for e in halaman.iterfind(".//*[@aria-labelledby]") for nama in e.get("aria-labelledby").split()}
    tujuan |= {nama for e in halaman.iterfind(".//*[@fill]") for nama in re.findall(r"url\(#([\w-]+)\)", e.get("fill"))}
    assert tujuan <= set(ids)


@pytest.mark.parametrize("jumlah", [1, SAMPAI_SEBAR, SAMPAI_HIMPUN_1, SAMPAI_TOLAK, SEMUA])
def test_every_state_has_a_page_in_indonesian(tmp_path: Path, jumlah: int) -> None:
    halaman = parse(look(tmp_path, jumlah, "2026-02-05 10:00"))
    for satu in halaman.xpath("//style"):
        satu.drop_tree()
    assert {m[0].lower() for m in INGGRIS.finditer(halaman.text_content())} == set()
    assert halaman.get("lang") == "id"


def test_a_reason_comes_out_as_typed(halaman: html.HtmlElement) -> None:
    assert halaman.findtext(".//div[@class='tolakan']/p") == ALASAN


def test_the_table_of_steps_tells_time_against_limit(halaman: html.HtmlElement) -> None:
    baris = list_cells(halaman, "langkah")
    assert baris[3] == [
        "4",
        "Penghimpunan isian isian yang diterima",
        "Staf Perencanaan Staf Perencanaan Contoh (contoh)",
        "selesai",
        "20 Jan 2026 11.00",
        "3 jam 30 menit menunggu unit 9 hari 4 jam 45 menit lewat 30 menit",
        "3 jam",
    ]
    assert baris[8][3:] == [
        "selesai diulang 1 kali",
        "28 Jan 2026 11.40",
        "ke-1: 1 jam 50 menit ke-2: 8 menit menunggu tanda tangan 2 menit lewat 1 jam 40 menit",
        "10 menit",
    ]


def test_units_and_milestones_have_their_rows(halaman: html.HtmlElement) -> None:
    assert list_cells(halaman, "unit")[1] == [
        *("IKP", "Bidang Informasi dan Komunikasi Publik", "diterima IKP.xlsx", "1", "20 Jan 2026 10.00"),
        "terlambat 3 hari kerja",
    ]
    assert [b[1] for b in list_cells(halaman, "tonggak")][1] == "belum dicatat"


def test_the_ledger_is_shown_whole_with_short_hashes(halaman: html.HtmlElement, setahun: Ikhtisar) -> None:
    baris = list_cells(halaman, "buku")
    assert [b[0] for b in baris] == [str(n) for n in range(1, SEMUA + 1)]
    assert baris[9][1:6] == [
        *("27 Jan 2026 13.20", "Kepala instansi Contoh (contoh) (Kepala instansi)", "9 Penolakan", "1.1", "selesai"),
    ]
    assert baris[16][3] == "Reviu Inspektorat"
    assert baris[0][6].replace(" ", "") == setahun.entri[0].sidik[:16]
    assert halaman.find(".//footer").text == setahun.jejak


def test_bars_stand_where_their_times_are(garis: GarisWaktu) -> None:
    susun = garis.jalur[5].batang
    assert [b.jenis for b in susun] == ["rencana", "nyata", "nyata"]
    awal = datetime(2026, 1, 5, tzinfo=jam("2026-01-05 08:00").tzinfo)
    sumbu = Sumbu(awal, awal + timedelta(days=55))
    for b, (mulai, selesai) in zip(
        susun[1:], [("01-23 14:00", "01-26 15:00"), ("01-27 13:20", "01-28 09:20")], strict=True
    ):
        kiri, kanan = (sumbu.place(jam(f"2026-{w}")) for w in (mulai, selesai))
        assert (b.x, b.x + b.lebar) == (kiri, pytest.approx(kanan))
    assert sumbu.place(jam("2026-01-16 00:00")) == 20.0  # eleven of fifty-five days


def test_only_the_round_that_overran_is_marked(garis: GarisWaktu) -> None:
    assert [b.jenis for b in garis.jalur[8].batang] == ["rencana", "lewat", "nyata", "nyata", "tunggu"]
    assert [(j.kata, j.is_lewat) for j in garis.jalur][8:] == [
        ("lewat 1 jam 40 menit", True),
        ("lewat 5 menit", True),
        ("selesai", False),
    ]


def test_waiting_is_drawn_over_the_time_of_step_four(garis: GarisWaktu) -> None:
    assert [b.jenis for b in garis.jalur[3].batang] == ["rencana", "lewat", "lewat", "tunggu", "tunggu"]
    assert garis.jalur[3].batang[3].arti == "Menunggu unit: 5 Jan 2026 10.15 – 14 Jan 2026 15.00"


def test_a_step_of_no_minutes_is_still_seen(garis: GarisWaktu) -> None:
    assert min(b.lebar for j in garis.jalur for b in j.batang) > 0


def test_days_off_side_by_side_are_one_band(garis: GarisWaktu) -> None:
    hari = 100 / 55
    assert garis.libur[0] == (pytest.approx(5 * hari, abs=0.01), pytest.approx(2 * hari, abs=0.01))  # a weekend
    assert garis.libur[1][1] == pytest.approx(3 * hari, abs=0.01)  # a Friday off before one


def test_marks_have_a_lane_each_in_order_of_time(tmp_path: Path) -> None:
    garis = lay_out(look(tmp_path, SAMPAI_TOLAK, "2026-01-27 14:20"))
    assert [t.kata for t in garis.tanda] == [
        *("Tenggat isian 14 Jan", "Ditolak 27 Jan 13.20", "Kini 27 Jan 14.20", "Tenggat laporan 28 Feb"),
    ]
    assert len({t.y for t in garis.tanda}) == 4
    assert [t.is_kanan for t in garis.tanda] == [False, False, False, True]
    assert garis.jalur[6].batang[-1].jenis == "jalan"


def test_a_finished_cycle_has_no_now(garis: GarisWaktu) -> None:
    assert "kini" not in {t.jenis for t in garis.tanda}


def test_nothing_is_drawn_outside_and_few_dates_stand_on_the_axis(garis: GarisWaktu) -> None:
    assert all(b.x >= 0 and b.x + b.lebar <= 100 for j in garis.jalur for b in j.batang)
    assert 2 <= len(garis.tick) <= 5
    assert garis.tinggi == garis.jalur[-1].y + BARIS


def test_the_picture_says_in_words_what_it_shows(halaman: html.HtmlElement) -> None:
    svg = halaman.find(".//svg[@role='img']")
    assert svg.findtext("title")
    assert svg.findtext("desc").startswith(
        "11 dari 11 langkah selesai; melewati batas SOP: langkah 4 lewat 30 menit, langkah 9 lewat 1 jam 40 menit"
    )


@pytest.mark.parametrize("skema", [TERANG, GELAP], ids=["terang", "gelap"])
def test_bars_and_marks_stand_out_from_their_ground(skema: dict[str, str]) -> None:
    dasar = (skema["kertas"], skema["kepala"])  # days off are shaded in the colour of table heads
    assert all(compute_contrast(skema[w], d) >= 3 for w in ("utama", "merah", "redup") for d in dasar)
