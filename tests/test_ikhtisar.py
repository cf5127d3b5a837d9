"""The overview of a scripted year: every step to the minute, every unit to the working day, at several moments."""

import json
from datetime import date
from pathlib import Path

import pytest

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.ikhtisar import BarisLangkah, Ikhtisar
from lakip_lib.alur.kalender import read_kalender
from lakip_lib.alur.keadaan import Tahap
from lakip_lib.settings import Lokasi, read_instansi
from tests.kasus_alur import (
    ALASAN,
    PEJABAT,
    SAMPAI_HIMPUN_1,
    SAMPAI_SEBAR,
    SAMPAI_TOLAK,
    SEMUA,
    jam,
    look,
)


@pytest.fixture
def setahun(tmp_path: Path) -> Ikhtisar:
    return look(tmp_path, SEMUA, "2026-02-05 10:00")


def describe(b: BarisLangkah) -> tuple[int, str, int, int, list[tuple[int, int, int]], str]:
    pakai = [(p.putaran, p.dihitung, p.menunggu) for p in b.pakai]
    selesai = b.selesai.strftime("%d %H:%M") if b.selesai else ""
    return b.langkah.nomor, b.keadaan, b.lewat, b.diulang, pakai, selesai


def test_every_step_of_the_year_is_told_to_the_minute(setahun: Ikhtisar) -> None:
    assert [describe(b) for b in setahun.langkah] == [
        (1, "selesai", 0, 0, [(1, 0, 0)], "05 08:00"),
        (2, "selesai", 0, 0, [(1, 90, 0)], "05 09:30"),
        (3, "selesai", 0, 0, [(1, 45, 0)], "05 10:15"),
        (4, "selesai", 30, 0, [(1, 150 + 60, 3375 + 960)], "20 11:00"),  # the waiting for units is apart
        (5, "selesai", 0, 0, [(1, 1440, 0)], "23 14:00"),
        (6, "selesai", 0, 1, [(1, 540, 0), (2, 270, 0)], "28 09:20"),
        (7, "selesai", 0, 1, [(1, 210, 0), (2, 120, 0)], "28 11:20"),
        (8, "selesai", 0, 1, [(1, 30, 0), (2, 10, 0)], "28 11:30"),
        (9, "selesai", 100, 1, [(1, 110, 0), (2, 8, 2)], "28 11:40"),
        (10, "selesai", 5, 0, [(2, 20, 0)], "28 13:00"),
        (11, "selesai", 0, 0, [(2, 55, 0)], "28 13:55"),
    ]


def test_the_minutes_of_all_steps_add_up_to_the_year(setahun: Ikhtisar, tmp_path: Path) -> None:
    raw = Lokasi(tmp_path, 2025, "dinas-contoh").raw
    kalender = read_kalender(raw, read_instansi(raw / "instansi.toml"))
    seluruh = kalender.count_menit(jam("2026-01-05 08:00"), jam("2026-01-28 13:55"))
    assert setahun.terpakai + setahun.menunggu == seluruh


def test_units_are_late_by_working_days(setahun: Ikhtisar) -> None:
    # due on Wednesday the 14th; Friday the 16th is a holiday
    assert [(u.kode, u.status, u.versi, u.lambat) for u in setahun.unit] == [
        ("TIK", "diterima", 1, 0),
        ("IKP", "diterima", 1, 3),
        ("SEK", "diterima", 2, 2),
    ]


def test_deadlines_that_were_met_or_missed_say_when(setahun: Ikhtisar) -> None:
    assert setahun.tenggat_unit.describe() == "14 Januari 2026, terlambat 3 hari kerja (20 Januari 2026)"
    assert setahun.tenggat_laporan.describe() == "28 Februari 2026, terpenuhi pada 29 Januari 2026"


def test_a_finished_year_waits_for_nothing(setahun: Ikhtisar) -> None:
    assert setahun.tahap is Tahap.DIARSIPKAN
    assert (setahun.versi, setahun.putaran) == ("2.1", 2)
    assert setahun.berikut == "Semua langkah sudah selesai dan diarsipkan."


def test_a_rejection_keeps_its_reason(setahun: Ikhtisar) -> None:
    (tolakan,) = setahun.tolakan
    assert (tolakan.putaran, tolakan.versi, tolakan.alasan) == (1, "1.1", ALASAN)
    assert tolakan.saat == jam("2026-01-27 13:20")


def test_milestones_stand_in_order_and_those_to_come_are_empty(setahun: Ikhtisar) -> None:
    assert [(t.nama, t.tanggal) for t in setahun.tonggak] == [
        ("Reviu Inspektorat", "2026-01-28"),
        ("Publikasi laporan", ""),
        ("Penyampaian kepada atasan", "2026-01-29"),
    ]


def test_the_plan_follows_the_limits_and_waits_for_the_units(setahun: Ikhtisar) -> None:
    rencana = {b.langkah.perintah: b.rencana for b in setahun.langkah}
    assert rencana["mulai"] == (jam("2026-01-05 08:00"), jam("2026-01-05 08:10"))
    assert rencana["sebar"] == (jam("2026-01-05 10:10"), jam("2026-01-05 11:10"))
    assert rencana["himpun"] == (jam("2026-01-14 16:00"), jam("2026-01-15 10:30"))
    assert rencana["analisis"] == (jam("2026-01-15 10:30"), jam("2026-01-23 10:30"))  # five days around a holiday


def test_days_off_between_the_ends_are_known(setahun: Ikhtisar) -> None:
    assert date(2026, 1, 16) in setahun.libur
    assert date(2026, 2, 17) in setahun.libur
    assert (setahun.libur[0], setahun.libur[-1]) == (date(2026, 1, 10), date(2026, 2, 28))


def test_while_units_are_awaited_nothing_runs_against_the_staff(tmp_path: Path) -> None:
    ikhtisar = look(tmp_path, SAMPAI_SEBAR, "2026-01-12 09:00")
    baris = ikhtisar.langkah[3]
    assert (baris.keadaan, baris.terpakai, baris.pakai[0].menunggu) == ("sedang ditunggu", 0, 285 + 4 * 450 + 90)
    assert [u.status for u in ikhtisar.unit] == ["belum dihimpun"] * 3
    assert ikhtisar.tenggat_unit.describe() == "14 Januari 2026, tinggal 2 hari kerja"


def test_what_has_not_been_accepted_grows_later_day_by_day(tmp_path: Path) -> None:
    ikhtisar = look(tmp_path, SAMPAI_HIMPUN_1, "2026-01-19 08:00")
    assert [(u.kode, u.status, u.wajib, u.lambat) for u in ikhtisar.unit] == [
        ("TIK", "diterima", 0, 0),
        ("IKP", "belum masuk", 0, 2),
        ("SEK", "perlu perbaikan", 2, 2),
    ]
    assert ikhtisar.tenggat_unit.describe() == "14 Januari 2026, sudah lewat 2 hari kerja"


def test_after_a_rejection_the_steps_from_six_on_are_to_be_repeated(tmp_path: Path) -> None:
    ikhtisar = look(tmp_path, SAMPAI_TOLAK, "2026-01-27 14:20")
    keadaan = [b.keadaan for b in ikhtisar.langkah]
    assert keadaan == [*["selesai"] * 5, "perlu diulang", "sedang ditunggu", *["perlu diulang"] * 2, *["belum"] * 2]
    assert describe(ikhtisar.langkah[6])[4] == [(1, 210, 0), (2, 60, 0)]
    assert ikhtisar.langkah[6].nama == PEJABAT["sekretaris"]
    assert ikhtisar.berikut.startswith("Yang ditunggu langkah 7, koreksi dokumen, oleh Sekretaris")


def test_a_deadline_of_today_has_less_than_a_day_left(tmp_path: Path) -> None:
    ikhtisar = look(tmp_path, SAMPAI_SEBAR, "2026-01-14 15:00")
    assert ikhtisar.tenggat_unit.describe() == "14 Januari 2026, tinggal kurang dari 1 hari kerja"
    assert not ikhtisar.tenggat_unit.is_lewat


def test_before_the_cycle_is_opened_all_stands_at_the_start(tmp_path: Path) -> None:
    ikhtisar = look(tmp_path, 0, "2026-01-02 08:00")
    assert not ikhtisar.is_dibuka
    assert [b.keadaan for b in ikhtisar.langkah] == ["sedang ditunggu"] + ["belum"] * 10
    assert {b.rencana for b in ikhtisar.langkah} == {None}
    assert {u.status for u in ikhtisar.unit} == {"belum disebar"}
    assert ikhtisar.jejak == BukuAlur().jejak
    assert "lakip mulai" in ikhtisar.berikut


def test_as_json_the_overview_keeps_its_figures(setahun: Ikhtisar) -> None:
    data = json.loads(json.dumps(setahun.as_dict()))
    assert data["langkah"][8]["putaran"][0] == {"putaran": 1, "menit": 110, "menunggu": 0, "dihitung": 110}
    assert data["langkah"][8]["rencana"][0].endswith("+07:00")
    assert data["unit"][1]["terima"] == "2026-01-20T10:00:00+07:00"
    assert data["tenggat_laporan"]["tercapai"] == "2026-01-29"
    assert data["tolakan"][0]["alasan"] == ALASAN


@pytest.mark.parametrize("jumlah", range(1, SEMUA + 1))
def test_at_every_moment_no_minute_is_lost_or_counted_twice(tmp_path: Path, jumlah: int) -> None:
    ikhtisar = look(tmp_path, jumlah, "2026-02-05 10:00")
    raw = Lokasi(tmp_path, 2025, "dinas-contoh").raw
    kalender = read_kalender(raw, read_instansi(raw / "instansi.toml"))
    arsip = [e.saat for e in ikhtisar.entri if e.langkah == "arsip"]
    akhir = arsip[-1] if arsip else ikhtisar.sekarang
    assert ikhtisar.terpakai + ikhtisar.menunggu == kalender.count_menit(ikhtisar.entri[0].saat, akhir)
    assert [b.keadaan for b in ikhtisar.langkah].count("sedang ditunggu") == (0 if arsip else 1)
