import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.laporan import judge, make_json, tabulate
from tests.bench.tahap import AKAR, CONTOH, copy_sample
from tests.bench.ukur import MB, Pengamat, Ukuran, classify

CONTOH_UKURAN = [Ukuran("Himpun", 2.5, 2.25, 173, 0, 0), Ukuran("LKjIP.pdf", 2.5, 2.4, 584, 0, 0)]


def test_a_stage_is_timed_and_gives_what_its_work_gives() -> None:
    with Pengamat() as pengamat:
        assert pengamat.measure("tidur", lambda: time.sleep(0.3) or "selesai") == "selesai"
    assert 0.3 <= pengamat.ukuran[0].detik < 5
    assert pengamat.ukuran[0].prosesor < 0.3


def test_memory_of_started_processes_is_counted() -> None:
    kode = "import time; isi = bytearray(b'x') * 200_000_000; time.sleep(1)"
    with Pengamat() as pengamat:
        pengamat.measure("kosong", lambda: None)
        pengamat.measure("anak", lambda: subprocess.run([sys.executable, "-c", kode], check=True))
    kosong, anak = (u.lakip for u in pengamat.ukuran)
    assert anak - kosong >= 200_000_000 / MB * 0.95


def test_a_stage_that_fails_is_measured_and_its_error_passed_on() -> None:
    with Pengamat() as pengamat, pytest.raises(ZeroDivisionError):
        pengamat.measure("gagal", lambda: 1 / 0)
    assert [u.nama for u in pengamat.ukuran] == ["gagal"]


@pytest.mark.parametrize(
    ("nama", "jenis"), [("chromium", "peramban"), ("soffice.bin", "perkantoran"), ("python3.11", "lakip")]
)
def test_browser_and_office_are_counted_apart(nama: str, jenis: str) -> None:
    assert classify(nama) == jenis


def test_a_limit_is_judged_in_words() -> None:
    assert (judge(2.5, 3), judge(3.1, 3), judge(9, None)) == ("≤ 3: tercapai", "≤ 3: terlampaui", "–")


def test_the_file_tells_of_the_machine_its_cores_alone() -> None:
    data = make_json(CONTOH_UKURAN)
    assert set(data) == {"skema", "inti", "batas", "puncak_lakip_mb", "tahap"}
    assert (data["inti"], data["puncak_lakip_mb"]) == (os.cpu_count(), 584)
    assert data["tahap"][0]["detik"] == 2.5


def test_the_table_has_a_row_a_stage_and_the_peak() -> None:
    assert tabulate(CONTOH_UKURAN).row_count == 3


def test_the_sample_is_built_in_a_copy(tmp_path: Path) -> None:
    raw = copy_sample(tmp_path)
    assert raw == tmp_path / CONTOH
    assert {p.name for p in raw.iterdir()} == {p.name for p in (AKAR / CONTOH).iterdir()}
