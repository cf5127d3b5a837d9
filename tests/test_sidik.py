"""When a stage is due, and the reason that is given for it."""

from pathlib import Path

import pytest

from lakip_lib.delivery.sidik import explain_due, forget, mark_done
from lakip_lib.settings import Lokasi

DASAR = {"masukan": {"lra.xlsx": "1", "isian/A.xlsx": "2"}, "program": {"sumber": "3"}, "notebook": {}}


@pytest.fixture
def lokasi(tmp_path: Path) -> Lokasi:
    lokasi = Lokasi(tmp_path, 2025, "dinas-a")
    (lokasi.reports / "balasan").mkdir(parents=True)
    (lokasi.reports / "balasan" / "A.xlsx").write_bytes(b"isi")
    mark_done(lokasi, "himpun", DASAR, [lokasi.reports / "balasan" / "A.xlsx"])
    return lokasi


def test_a_stage_that_was_done_is_not_due_until_it_is_forgotten(lokasi: Lokasi) -> None:
    assert explain_due(lokasi, "himpun", DASAR) == ""
    assert explain_due(lokasi, "analisis", DASAR) == "belum selesai dijalankan"
    forget(lokasi, "himpun")
    assert explain_due(lokasi, "himpun", DASAR) == "belum selesai dijalankan"


@pytest.mark.parametrize(
    ("beda", "alasan"),
    [
        ({"masukan": {"lra.xlsx": "9", "isian/A.xlsx": "2"}}, "masukan berubah: lra.xlsx"),
        ({"masukan": {"lra.xlsx": "1"}}, "masukan berubah: isian/A.xlsx"),
        ({"program": {"sumber": "4"}}, "program berubah: sumber"),
        ({"notebook": {"05_lakip": "1"}, "perender": {"peramban": "2"}}, "notebook berubah: 05_lakip; perender berubah: peramban"),
    ],
)  # fmt: skip
def test_the_reason_names_what_changed(lokasi: Lokasi, beda: dict[str, dict[str, str]], alasan: str) -> None:
    assert explain_due(lokasi, "himpun", {**DASAR, **beda}) == alasan


def test_many_names_are_counted(lokasi: Lokasi) -> None:
    alasan = explain_due(lokasi, "himpun", {**DASAR, "masukan": {f"isian/{n}.xlsx": "1" for n in range(9)}})
    assert alasan.endswith("isian/4.xlsx, dan 6 lainnya")


def test_a_stage_is_due_when_what_it_left_is_gone_or_empty_or_its_note_is_torn(lokasi: Lokasi) -> None:
    balasan = lokasi.reports / "balasan" / "A.xlsx"
    balasan.write_bytes(b"disunting")
    assert explain_due(lokasi, "himpun", DASAR) == ""
    balasan.write_bytes(b"")
    assert explain_due(lokasi, "himpun", DASAR) == "keluaran menjadi kosong: balasan/A.xlsx"
    balasan.unlink()
    assert explain_due(lokasi, "himpun", DASAR) == "keluaran hilang: balasan/A.xlsx"
    (lokasi.processed / "himpun.sidik.json").write_text('{"dasar": ', "utf-8")
    assert explain_due(lokasi, "himpun", DASAR) == "catatannya tidak terbaca"


def test_a_file_outside_the_reports_folder_is_named_from_the_root(lokasi: Lokasi) -> None:
    hasil = lokasi.processed / "hasil.json"
    hasil.write_bytes(b"{}")
    mark_done(lokasi, "analisis", DASAR, [hasil])
    assert explain_due(lokasi, "analisis", DASAR) == ""
    hasil.write_bytes(b"")
    assert explain_due(lokasi, "analisis", DASAR) == "keluaran menjadi kosong: data/processed/2025/dinas-a/hasil.json"
    hasil.unlink()
    assert explain_due(lokasi, "analisis", DASAR) == "keluaran hilang: data/processed/2025/dinas-a/hasil.json"
