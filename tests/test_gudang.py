"""A district in an object store: the same results as in a folder, nothing fetched or put twice, nothing of the driver lost."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from lakip_lib.batch.gudang import Gudang
from lakip_lib.cli import run
from lakip_lib.errors import UsageError
from tests.kabupaten import write_kabupaten

ALAMAT = "s3://kabupaten/arsip"
TAHUN = "2025"
SAMPAI = "analisis" if os.environ.get("LAKIP_UJI_TAHAN") else "himpun"  # figures too, where there is time


@pytest.fixture
def gudang(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty S3 store on loopback."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    for nama in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(nama, "uji")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    fs = fsspec.filesystem("s3", skip_instance_cache=True)
    fs.mkdir("kabupaten")
    yield fs
    server.stop()
    fsspec.spec.AbstractFileSystem.clear_instance_cache()


def run_batch(akar: str, *args: str) -> int:
    return run(["batch", TAHUN, "--akar", akar, "--sampai", SAMPAI, "--pekerja", "2", *args])


def list_hasil(isi: dict[str, bytes]) -> dict[str, bytes]:
    """The files that must be the same wherever the work was done."""
    return {k: v for k, v in isi.items() if not k.endswith(("gudang.json", "log.jsonl", ".kunci"))}


def test_a_store_gets_what_a_folder_gets_and_only_what_changed_is_done_again(
    gudang: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_kabupaten(tmp_path, 2)
    gudang.put(f"{tmp_path}/data", "kabupaten/arsip/data", recursive=True)
    assert run_batch(str(tmp_path)) == run_batch(ALAMAT) == 0
    pangkal = "kabupaten/arsip"
    di_gudang = {path.removeprefix(f"{pangkal}/"): gudang.cat_file(path) for path in gudang.find(pangkal)}
    di_folder = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert list_hasil(di_gudang) == list_hasil(di_folder)
    capsys.readouterr()
    assert run_batch(ALAMAT, "--json") == 0
    assert all(not baris["dijalankan"] for baris in json.loads(capsys.readouterr().out)["instansi"])
    masukan = next(path for path in gudang.find(f"{pangkal}/data/raw/{TAHUN}") if "/isian/" in path)
    gudang.pipe_file(masukan.replace("/isian/", "/isian/salinan-"), gudang.cat_file(masukan))
    assert run_batch(ALAMAT, "--json") in {0, 3}
    dijalankan = [b["instansi"] for b in json.loads(capsys.readouterr().out)["instansi"] if b["dijalankan"]]
    assert dijalankan == [masukan.split("/")[-3]]
    jenis = [
        json.loads(baris)["jenis"] for baris in gudang.cat_file(f"{pangkal}/reports/{TAHUN}/log.jsonl").splitlines()
    ]
    assert jenis.count("mulai") == jenis.count("selesai") == 2


def test_what_says_that_others_are_whole_goes_last(tmp_path: Path) -> None:
    for nama in ("gudang.json", "manifest.json", "keadaan.json", "zz.txt"):
        (tmp_path / nama).write_text(nama)
    urutan: list[str] = []

    class Pencatat(Gudang):
        def _open(self) -> tuple[Any, str]:
            fs = fsspec.filesystem("memory")
            fs.pipe_file = lambda path, isi: urutan.append(path)
            return fs, ""

    Pencatat("memory://").put(tmp_path, ["gudang.json", "manifest.json", "keadaan.json", "zz.txt"])
    assert urutan == ["/zz.txt", "/manifest.json", "/keadaan.json", "/gudang.json"]


def test_an_address_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match="tidak dapat dibuka"):
        Gudang("asing://ember").list_berkas("data")
