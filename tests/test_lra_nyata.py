"""The real budget files give what their README says; expected totals only, nothing of the files is kept here."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from lakip_lib.checks.anggaran import check_anggaran
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.grid import Buku
from lakip_lib.intake.lra import Lra, describe_lra, read_lra, read_pohon

NYATA = Path(__file__).resolve().parents[2] / "shared" / "real"
pytestmark = pytest.mark.skipif(not NYATA.is_dir(), reason="folder ../shared/real tidak ada: berkas nyata tidak diuji")

LAMSEL = "kominfo-lampung-selatan-2026"
BULAN = {
    "januari": 126_091_861,
    "februari": 250_955_054,
    "maret": 637_656_722,
    "april": 1_142_726_955,
    "mei": 1_421_890_019,
    "juni": 977_101_743,
    "juli": 643_531_783,
}
PROGRAM = {
    "2.16.01": (3_678_352_600, 1_873_521_710),
    "2.16.02": (4_246_906_200, 2_110_689_044),
    "2.16.03": (2_556_814_200, 1_080_159_374),
    "2.20.02": (159_889_600, 54_101_415),
    "2.21.02": (168_979_300, 81_482_594),
}


@cache
def open_buku(path: Path) -> Buku:
    return read_buku(path, akar=NYATA)


def read(pola: str) -> Lra:
    return read_lra([open_buku(p) for p in sorted(NYATA.glob(pola))])


@pytest.fixture(scope="module")
def lamsel() -> Lra:
    return read(f"{LAMSEL}/lra_*.xlsx")


@pytest.mark.parametrize(("bulan", "jumlah"), BULAN.items())
def test_each_month_gives_its_own_realisasi(bulan: str, jumlah: int) -> None:
    lra = read(f"{LAMSEL}/lra_{bulan}.xlsx")
    assert lra.compute_total("pagu") == 10_810_941_900
    assert lra.compute_total("realisasi_anggaran") == jumlah
    assert {r.level: (r.jumlah, r.daun) for r in describe_lra(lra) if r.level != "skpd"} == {
        "urusan": (1, 0),
        "bidang_urusan": (3, 0),
        "program": (5, 0),
        "kegiatan": (11, 0),
        "sub_kegiatan": (42, 0),
        "akun": (415, 192),
    }


def test_seven_months_are_seen_not_to_be_cumulative_and_add_up(lamsel: Lra) -> None:
    assert (lamsel.kumulatif, lamsel.cara_kumulatif) == (False, "terdeteksi")
    assert lamsel.periode == ("01", "02", "03", "04", "05", "06", "07")
    assert lamsel.compute_total("realisasi_anggaran") == 5_199_954_137
    assert lamsel.total_tercetak["realisasi_anggaran"] == 5_199_954_137
    assert [lamsel.compute_total(p) for p in lamsel.periode] == list(BULAN.values())


def test_every_program_of_three_urusan_has_its_sum(lamsel: Lra) -> None:
    assert {b.kode: (b.pagu, b.realisasi_anggaran) for b in lamsel.iter_level("program")} == PROGRAM


def test_every_level_adds_to_the_same_totals(lamsel: Lra) -> None:
    assert {(r.pagu, r.realisasi_anggaran) for r in describe_lra(lamsel)} == {(10_810_941_900, 5_199_954_137)}


def test_every_figure_traces_to_a_cell_of_each_month(lamsel: Lra) -> None:
    for b in lamsel.baris:
        assert {a.berkas.rpartition("_")[2] for a in b.asal["realisasi_anggaran"]} == {f"{n}.xlsx" for n in BULAN}
        assert all(len(a.sha256) == 64 and a.sel for a in (*b.asal["pagu"], *b.asal["realisasi_anggaran"]))


def test_a_right_export_has_no_findings_beyond_the_note(lamsel: Lra) -> None:
    assert [t.aturan for t in lamsel.temuan] == ["anggaran-kumulatif"]
    assert check_anggaran(lamsel, kode_skpd="2.16.2.20.2.21.01.0000") == []


def test_the_budget_change_table_is_chosen_and_its_faults_are_found() -> None:
    lra = read(f"{LAMSEL}/RAK*.xlsx")
    assert lra.compute_total("pagu_murni") == 10_810_941_900
    assert lra.compute_total("pagu_perubahan") == lra.total_tercetak["pagu"] == 12_548_700_585
    assert lra.compute_total("realisasi_anggaran") == 5_199_954_137
    assert {b.uraian[:8] for b in lra.iter_level("program")} == {"PROGRAM "}
    assert Counter(b.level for b in lra.baris) == {"program": 5, "kegiatan": 11, "sub_kegiatan": 44}
    wajib = [t for t in check_anggaran(lra) if t.tingkat == "wajib"]
    assert [(t.aturan, t.sel) for t in wajib] == [("anggaran-rincian-tidak-sama", "D17")]


def test_the_cash_plan_itself_is_read_but_not_used() -> None:
    (buku,) = [open_buku(p) for p in NYATA.glob(f"{LAMSEL}/RAK*.xlsx")]
    rak = next(p for p in read_pohon(buku) if p.tabel.jenis == "rak")
    puncak = rak.simpul[0].mentah.angka
    bulan = [int(puncak[f"rencana-{n:02d}"]) for n in range(1, 8)]
    assert puncak["pagu"] == 10_810_941_900
    assert bulan == [
        940_984_719, 1_532_480_122, 1_342_084_725, 958_435_735, 838_512_411, 1_441_253_886, 771_173_861,
    ]  # fmt: skip
    assert sum(s.level == "sub_kegiatan" for s in rak.simpul) == 42


def test_levels_by_fill_colour_and_the_quarter_error() -> None:
    lra = read("bappedalitbang-deli-serdang-2025/*.xlsx")
    ringkas = {r.level: r for r in describe_lra(lra)}
    assert [ringkas[n].jumlah for n in ("program", "kegiatan", "sub_kegiatan")] == [6, 19, 72]
    assert sum(bool(b.pagu) for b in lra.iter_level("program")) == 5
    assert {(r.pagu, r.realisasi_anggaran) for r in ringkas.values()} == {(14_723_660_349, 12_023_973_159)}
    temuan = check_anggaran(lra)
    salah = [t.sel for t in temuan if t.aturan == "anggaran-rincian-tidak-sama"]
    assert salah == ["R12", "U12", "X12", "AA12"]
    tahun = [t for t in temuan if t.aturan == "anggaran-periode-tidak-sama"]
    assert [t.sel for t in tahun] == ["AC11", "AC12"]
    assert "12.128.963.173" in tahun[0].pesan


def test_an_account_report_by_indent_column_and_its_794_percent() -> None:
    lra = read("bpkad-ntb-2022/KEG*LRA*.xlsx")
    atas = {b.kode: (b.pagu, b.realisasi_anggaran) for b in lra.baris if b.induk is None}
    assert [float(v) for v in atas["4"] if v is not None] == [5_399_077_280_000, 2_014_739_682_568.094]
    assert atas["5"] == (5_961_577_280_000, 1_645_420_598_543)
    (temuan,) = check_anggaran(lra)
    assert (temuan.aturan, temuan.sel) == ("anggaran-realisasi-melebihi-pagu", "H94")
    assert "794,00%" in temuan.pesan


def test_mixed_codes_and_a_stale_difference_column() -> None:
    lra = read("bpkad-ntb-2022/*apbd*.xlsx")
    assert len(lra.baris) == 38
    assert [b.kode for b in lra.baris[:3]] == ["4", "4.1", "4.1.01"]
    temuan = [t for t in check_anggaran(lra) if t.aturan == "anggaran-selisih-tidak-sama"]
    assert [t.sel for t in temuan] == ["G3"]
    assert "163.403.780.000" in temuan[0].pesan


def test_a_transaction_feed_is_added_by_realisasi_alone() -> None:
    lra = read("bapperida-tegal-2025/*.json")
    assert lra.compute_total("realisasi_anggaran") == 658_277_528
    assert len(list(lra.iter_level("sub_kegiatan"))) == 24
    akun = {b.kode.partition(".5.")[2] for b in lra.iter_level("akun") if b.kode}
    assert len(akun) == 36
    assert [s.kode for s in lra.skpd] == ["5.01.5.05.0.00.01.0000"]


def test_a_renstra_table_gives_its_pagu_by_year() -> None:
    buku = open_buku(NYATA / "renstra-sumedang" / "16-diskominfosanditik.html")
    (pohon,) = read_pohon(buku)
    program = {s.kode: [int(v) for v in s.mentah.angka.values()] for s in pohon.simpul if s.level == "program"}
    juta = 1_000_000
    assert program == {
        "2.16.02": [1775 * juta, 2330 * juta, 2670 * juta],
        "2.16.03": [5_883_282_200, 6545 * juta, 7215 * juta],
        "2.21.02": [434 * juta, 607 * juta, 681 * juta],
        "2.20.02": [294 * juta, 320 * juta, 350 * juta],
    }
    assert [sum(n) for n in zip(*program.values(), strict=True)] == [8_386_282_200, 9_802 * juta, 10_916 * juta]


def test_code_and_name_in_one_cell_make_full_codes() -> None:
    lra = read("formulir-kosong/format-import.xlsx")
    assert len(lra.baris) == 3
    assert all(b.kode and b.kode.count(".5.") == 1 for b in lra.baris)


@pytest.mark.parametrize(
    "pola", ["formulir-kosong/template*.xlsx", "bpkad-ntb-2022/*iku.xlsx", "bpkad-ntb-2022/*kinerja*.xlsx"]
)
def test_files_without_budget_are_said_to_have_none(pola: str) -> None:
    lra = read(pola)
    assert lra.baris == ()
    assert {t.aturan for t in lra.temuan} == {"anggaran-tabel-tidak-ditemukan"}
