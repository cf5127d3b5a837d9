"""07_alur_sop: executed over a scripted ledger, it shows the procedure; without a ledger it says so."""

from pathlib import Path

import nbformat
import pytest
import typst

from lakip_lib.delivery.ikhtisar import frame_entri, frame_langkah, frame_unit, load_ikhtisar
from lakip_lib.delivery.jalankan import run_notebook
from lakip_lib.errors import AlurError
from lakip_lib.settings import Lokasi
from lakip_lib.simpan import write_bytes
from tests.kasus_alur import SAMPAI_HIMPUN_1, SEMUA, jam, make_lokasi, write_tahun

NAMA = "07_alur_sop"


def begin(akar: Path, jumlah: int) -> Lokasi:
    lokasi = make_lokasi(akar)
    write_tahun(lokasi, jumlah)
    return lokasi


def read_outputs(lokasi: Lokasi) -> str:
    """What the executed notebook shows as plain text and as HTML."""
    nb = nbformat.read(lokasi.reports / "notebooks" / f"{NAMA}.ipynb", as_version=4)
    outputs = [o for cell in nb.cells if cell.cell_type == "code" for o in cell.outputs]
    return "\n".join(str(isi) for o in outputs for isi in o.get("data", {}).values())


def test_the_notebook_shows_steps_units_rejections_and_chart(tmp_path: Path) -> None:
    lokasi = begin(tmp_path, SEMUA)
    rekaman = run_notebook(NAMA, lokasi)
    assert rekaman["baris_masuk"] == {"entri": SEMUA, "unit": 3}
    teks = read_outputs(lokasi)
    assert all(kata in teks for kata in ("lewat 1 jam 40 menit", "terlambat 3 hari kerja", "sesuai laporan keuangan"))
    assert "3 dari 11 langkah yang dikerjakan melewati batas SOP" in teks


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    lokasi = begin(tmp_path, SEMUA)
    berkas = lokasi.reports / "notebooks" / f"{NAMA}.ipynb"
    run_notebook(NAMA, lokasi)
    pertama = berkas.read_bytes()
    run_notebook(NAMA, lokasi)
    assert berkas.read_bytes() == pertama


def test_without_a_ledger_it_says_that_nothing_was_opened(tmp_path: Path) -> None:
    lokasi = begin(tmp_path, 0)
    assert run_notebook(NAMA, lokasi)["baris_masuk"]["entri"] == 0
    teks = read_outputs(lokasi)
    assert "Siklus SOP belum dibuka" in teks
    assert "sudah lewat" not in teks


def test_without_a_moment_the_overview_is_that_of_the_last_entry(tmp_path: Path) -> None:
    lokasi = begin(tmp_path, SAMPAI_HIMPUN_1)
    assert load_ikhtisar(lokasi).sekarang == jam("2026-01-15 09:00")
    assert list(frame_unit(load_ikhtisar(lokasi))["ketepatan"]) == [
        *("tepat waktu", "terlambat 1 hari kerja", "terlambat 1 hari kerja")
    ]


def test_frames_have_a_row_for_each_step_and_entry(tmp_path: Path) -> None:
    ikhtisar = load_ikhtisar(begin(tmp_path, SEMUA))
    langkah, entri = frame_langkah(ikhtisar), frame_entri(ikhtisar)
    assert list(langkah["no"]) == list(range(1, 12))
    assert langkah.loc[3, "waktu_kerja"] == "3 jam 30 menit; menunggu unit 9 hari 4 jam 45 menit"
    assert langkah.loc[8, "keadaan"] == "selesai, diulang 1 kali"
    assert list(entri["langkah"])[9] == "9 Penolakan"


def test_a_cut_ledger_is_not_shown(tmp_path: Path) -> None:
    lokasi = begin(tmp_path, SEMUA)
    path = lokasi.alur / "alur.jsonl"
    write_bytes(path, path.read_bytes()[:-5])
    with pytest.raises(AlurError, match="entri 19: terpotong"):
        load_ikhtisar(lokasi)


def test_a_ledger_without_its_tail_is_not_shown(tmp_path: Path) -> None:
    lokasi = begin(tmp_path, SEMUA)
    jejak = load_ikhtisar(lokasi).jejak
    write_bytes(lokasi.reports / "alur" / "lembar-kendali.pdf", typst.compile(jejak.encode()))
    assert load_ikhtisar(lokasi).jejak == jejak
    path = lokasi.alur / "alur.jsonl"
    write_bytes(path, b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with pytest.raises(AlurError, match="kehilangan ekornya"):
        load_ikhtisar(lokasi)
