"""From folders of data/raw to tidy tables: the planted faults, the mini-case end to end, units and their answers."""

import csv
import json
import shutil
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from serangan import Folder

from lakip_lib.delivery.balas import split_temuan
from lakip_lib.delivery.himpun import Himpunan, gather_himpunan
from lakip_lib.measures import Hasil, compute_hasil
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.telaah import review_hasil
from lakip_lib.temuan import Temuan

AKAR = Path(__file__).resolve().parent.parent
HARAPAN = AKAR / "tests" / "contoh"
Kumpulan = tuple[Himpunan, Hasil, list[Temuan], Instansi]


def gather(nama: str, tahun: int = 2025, akar: Path = AKAR, periode: str = "tahunan") -> Kumpulan:
    lokasi = Lokasi(akar, tahun, nama, periode)
    settings = read_instansi(lokasi.settings)
    himpunan = gather_himpunan(lokasi, settings)
    hasil = compute_hasil(himpunan.kinerja, settings, periode)
    temuan = [Temuan(**{**row, "berkas": row["berkas"] or ""}) for row in himpunan.kinerja.records("temuan")]
    return himpunan, hasil, [*temuan, *review_hasil(hasil, himpunan.kinerja, settings)], settings


@pytest.fixture(scope="module")
def bermasalah() -> Kumpulan:
    return gather("contoh-bermasalah")


@pytest.fixture(scope="module")
def sarolangun() -> Kumpulan:
    return gather("diskominfo-sarolangun")


def test_every_planted_fault_is_found_once_and_none_is_invented(bermasalah: Kumpulan) -> None:
    with (HARAPAN / "bermasalah.csv").open(encoding="utf-8") as file:
        planted = Counter((r["berkas"], r["lembar"], r["sel"], r["aturan"], r["tingkat"]) for r in csv.DictReader(file))
    found = Counter(
        (t.berkas, t.lembar or "", t.sel or "", t.aturan, str(t.tingkat))
        for t in bermasalah[2]
        if t.aturan != "naskah-belum-ada"
    )
    assert found == planted


def test_each_finding_says_where_what_and_what_to_do(bermasalah: Kumpulan) -> None:
    for t in bermasalah[2]:
        assert t.pesan.rstrip().endswith("."), t.pesan
        assert not t.sel or t.sel in t.pesan, t.pesan


def test_findings_reach_the_unit_that_must_answer(bermasalah: Kumpulan) -> None:
    himpunan, _, temuan, settings = bermasalah
    answers = split_temuan(temuan, himpunan.isian, settings.unit)
    assert [t.aturan for t in answers["ARSIP"]] == ["berkas-tidak-terbaca"]
    assert [t.aturan for t in answers["LITERASI"]] == ["formulir-belum-masuk"]
    assert {t.berkas for t in answers["UMUM"]} == {"isian/UMUM.xlsx"}


def test_units_that_sent_nothing_readable_are_named(bermasalah: Kumpulan) -> None:
    status = {row["unit"]: row["status"] for row in bermasalah[0].kinerja.records("isian")}
    assert status == {
        "UMUM": "perlu perbaikan",
        "PUSTAKA": "perlu perbaikan",
        "ARSIP": "tidak terbaca",
        "LITERASI": "belum masuk",
    }


def test_sample_builds_without_anything_that_must_be_mended(sarolangun: Kumpulan) -> None:
    assert [t.pesan for t in sarolangun[2] if t.tingkat == "wajib"] == []


def test_sample_gives_the_expected_row_for_every_indikator(sarolangun: Kumpulan) -> None:
    with (HARAPAN / "sarolangun_harapan.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    hasil = sarolangun[1]
    for row in rows:
        found = hasil.get_indikator(row["kode"])
        assert ("" if found.capaian is None else str(found.capaian)) == row["capaian"].replace(",", "."), row["kode"]


def test_later_form_of_a_unit_replaces_the_earlier(sarolangun: Kumpulan) -> None:
    himpunan, hasil, temuan, _ = sarolangun
    assert himpunan.isian["IKP"].buku.berkas == "isian/IKP_revisi.xlsx"
    assert [t.berkas for t in temuan if t.aturan == "formulir-ganda"] == ["isian/IKP.xlsx"]
    assert hasil.get_indikator("IK-3.1").realisasi == "88.4"


def test_mini_case_from_files_equals_the_worked_one() -> None:
    hasil = gather("contoh-mini")[1]
    harapan = json.loads((HARAPAN / "mini_harapan.json").read_text("utf-8"))
    assert str(hasil.instansi_capaian.capaian) == "96.69"
    assert str(hasil.anggaran_total.persen) == "90.80"
    for kode, row in harapan["indikator"].items():
        found = hasil.get_indikator(kode)
        assert (None if found.capaian is None else str(found.capaian)) == row["capaian"]
        assert (found.kategori, found.status, found.alasan) == (row["kategori"], row["status"], row["alasan"])


def test_published_report_is_recomputed_and_its_wrong_average_shows() -> None:
    hasil = gather("dishub-jabar", 2016)[1]
    assert len(hasil.indikator) == 9
    assert str(hasil.instansi_capaian.capaian) == "104.48"


def test_other_agency_brings_its_own_scale_cap_and_method() -> None:
    hasil = gather("puskesmas-contoh")[1]
    assert (hasil.pengaturan["batas_capaian"], hasil.pengaturan["efisiensi"]) == ("110", "E5")
    assert [p.label for p in hasil.rincian.skala] != ["Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi"]


def test_unreadable_form_is_not_fatal_for_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "raw" / "2025" / "contoh-mini"
    shutil.copytree(AKAR / "data" / "raw" / "2025" / "contoh-mini", folder)
    first = sorted((folder / "isian").iterdir())[0]
    first.write_bytes(first.read_bytes()[:2000])
    himpunan, hasil, temuan, _ = gather("contoh-mini", akar=tmp_path)
    assert [t.aturan for t in temuan if t.berkas == f"isian/{first.name}"] == ["berkas-tidak-terbaca"]
    assert len(himpunan.isian) == 1
    assert hasil.instansi_capaian.dinilai > 0


def test_second_quarter_runs_from_the_same_files() -> None:
    hasil = gather("diskominfo-sarolangun", periode="TW2")[1]
    found = hasil.get_indikator("IK-1.5")
    assert (found.target, found.realisasi) == ("5", "6")
    assert [q.realisasi for q in hasil.get_rincian("IK-1.5").triwulan][2:] == [None, None]


def test_sample_asks_nothing_of_its_units_for_a_quarter() -> None:
    temuan = gather("diskominfo-sarolangun", periode="TW2")[2]
    assert [t.pesan for t in temuan if t.tingkat == "wajib" or t.aturan == "anggaran-isian-berbeda"] == []


@pytest.mark.parametrize("kumulatif", [True, False])
def test_monthly_reports_count_up_to_the_quarter(tmp_path: Path, kumulatif: bool) -> None:
    folder = Folder(tmp_path)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(folder.path / "lra.xlsx")["LRA"].iter_rows()]
    for n, bulan in enumerate(("JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS"), 1):
        book = openpyxl.Workbook()
        for row in rows:
            uang = isinstance(row[3], int)
            book.active.append([*row[:3], row[3] // 100 * (n if kumulatif else 1) if uang else row[3], None])  # type: ignore[union-attr, operator]
        book.active["A3"] = f"LAPORAN REALISASI ANGGARAN {'SAMPAI DENGAN ' if kumulatif else ''}BULAN {bulan} 2025"  # type: ignore[index]
        (folder.path / "lra").mkdir(exist_ok=True)
        book.save(folder.path / "lra" / f"{n:02d}.xlsx")
    (folder.path / "lra.xlsx").unlink()
    toml = folder.path / "instansi.toml"
    toml.write_text(
        toml.read_text("utf-8").replace("kumulatif = true", f"kumulatif = {str(kumulatif).lower()}"), "utf-8"
    )
    found = folder.gather("TW2")
    assert found.hasil.anggaran_total.realisasi_anggaran == 6 * 45_400_000
    assert found.aturan() == []


def test_units_rupiah_of_a_year_is_not_held_against_half_of_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path).set_sel("LRA", "lra.xlsx", D9=1, D8=1, D7=1)
    assert "anggaran-isian-berbeda" in folder.gather().aturan()
    assert "anggaran-isian-berbeda" not in folder.gather("TW2").aturan()
