"""`lakip batch` as whoever types it meets it: what is wrong is said before anything is written, and paths can be copied."""

import subprocess
import sys
from pathlib import Path

import pytest
from botocore.exceptions import NoCredentialsError

from lakip_lib.batch.jalan import Ringkasan
from lakip_lib.cli import run
from lakip_lib.cli.batch import list_daerah, name_instansi, open_ruang, print_ringkasan
from lakip_lib.delivery.keadaan import Keadaan
from lakip_lib.errors import UsageError
from lakip_lib.settings import LokasiDaerah

DAFTAR = "reports/2026/badan-penanggulangan-bencana/balasan/daftar_temuan.csv"
TEMUAN = f"3 temuan wajib; rinciannya dalam {DAFTAR}, jawabannya untuk tiap unit dalam folder yang sama."


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        (["25"], "TAHUN ditulis dengan empat angka, misalnya 2026; yang tertulis: 25."),
        (["20266"], "empat angka"),
        (["duaribu"], "Nilai TAHUN tidak dapat dipakai"),
        (["2026"], "folder data/raw/2026 kosong atau tidak ada. Periksa tahunnya, dan letak datanya"),
        (["2026", "--akar", "tidak-ada"], "Folder tidak-ada tidak ada"),
        (["2026", "--sampai", "salah"], "pilihannya: himpun, analisis, naskah, dokumen"),
        (["2026", "--akar", "s3://"], "Alamat s3:// belum menyebut embernya"),
        (["2026", "--akar", "asing://ember"], "jenisnya tidak dikenal"),
    ],
)
def test_what_cannot_be_run_is_refused_and_leaves_nothing(
    args: list[str], kata: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["batch", *args]) == 2
    assert kata in " ".join(capsys.readouterr().err.split())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        (["dinas-x"], "tidak ditemukan di data/raw/2026: dinas-x. Periksa nama foldernya."),
        (["--pekerja", "0"], "--pekerja harus 1 atau lebih"),
        (["--klaster", "mesin"], "--klaster mesin bukan alamat penjadwal Dask. Tulislah misalnya tcp://mesin:8786."),
        (["--klaster", "http://mesin:8786"], "bukan alamat penjadwal Dask"),
    ],
)
def test_wrong_words_beside_a_good_year_are_refused_and_leave_nothing(
    args: list[str], kata: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data/raw/2026/dinas-a").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert run(["batch", "2026", *args]) == 2
    assert kata in " ".join(capsys.readouterr().err.split())
    assert [p.name for p in (tmp_path / "data").iterdir()] == ["raw"]


def test_agencies_are_named_by_their_folders_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    nama = ["data/raw/2026/dinas-a", f"{tmp_path}/data/raw/2026/dinas-b/", "dinas-c", "data/raw/2025/dinas-d"]
    terbaca = name_instansi(nama, LokasiDaerah(tmp_path, 2026))
    assert terbaca == ["dinas-a", "dinas-b", "dinas-c", "data/raw/2025/dinas-d"]
    assert name_instansi(["data/raw/2026/dinas-a"], LokasiDaerah(tmp_path / "jauh", 2026)) == ["dinas-a"]


def test_a_store_that_cannot_be_reached_is_told_in_our_words() -> None:
    with (
        pytest.raises(UsageError, match="s3://ember/folder tidak dapat dijangkau"),
        open_ruang("s3://ember/folder", 2026, "tahunan"),
    ):
        raise NoCredentialsError


def print_beberapa(daerah: LokasiDaerah, akar: str) -> None:
    keadaan = {
        "dinas-a": Keadaan(kode_keluar=0, tahap="dokumen"),
        "badan-penanggulangan-bencana": Keadaan(kode_keluar=3, tahap="dokumen", wajib=3, pesan=(TEMUAN,)),
        "dinas-b": Keadaan(kode_keluar=1, tahap=None, pesan=("Ruang penyimpanan habis.",)),
        "dinas-c": Keadaan(kode_keluar=2, tahap=None, pesan=("instansi.toml perlu diperbaiki:\n- kunci asing",)),
    }
    daerah.log.parent.mkdir(parents=True)
    daerah.log.touch()
    print_ringkasan(Ringkasan(keadaan), list_daerah(daerah, "dokumen", akar), 1.25, akar=akar)


def test_summary_tells_the_gravest_first_and_breaks_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    print_beberapa(LokasiDaerah(tmp_path, 2026), ".")
    baris = [satu.rstrip() for satu in capsys.readouterr().out.splitlines()]
    kepala = [satu for satu in baris if satu.startswith(("dinas-", "badan-"))]
    assert kepala == ["dinas-b: gagal", "dinas-c: pengaturan salah", "badan-penanggulangan-bencana: perlu perbaikan"]
    assert any(DAFTAR in satu for satu in baris)
    assert "  - kunci asing" in baris
    assert "Letak berkas di atas dihitung dari" not in " ".join(baris)


def test_files_of_a_store_are_named_by_their_addresses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    print_beberapa(LokasiDaerah(tmp_path, 2026), "s3://ember/folder/")
    layar = capsys.readouterr().out
    assert "  s3://ember/folder/reports/2026/log.jsonl\n" in layar
    assert "Letak berkas di atas dihitung dari s3://ember/folder/." in layar
    assert str(tmp_path) not in layar


def test_help_says_that_several_agencies_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", "--bantuan"]) == 0
    layar = capsys.readouterr().out
    assert "lakip batch TAHUN [INSTANSI …] [OPSI …]" in layar
    assert "Bawaan: .." not in layar


def test_handing_out_loads_nothing_of_what_workers_need() -> None:
    kode = "import sys, lakip_lib.cli.batch; print(*sorted(sys.modules))"
    jalan = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert {"nbformat", "papermill", "lakip_lib.delivery.langkah"} & set(jalan.stdout.split()) == set()
