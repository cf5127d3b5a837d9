"""keadaan.json: what a batch left of an agency, read again; a torn file counts as none."""

from pathlib import Path

from lakip_lib.delivery.keadaan import Keadaan, load_keadaan, save_keadaan
from lakip_lib.settings import Lokasi


def test_keadaan_is_read_as_it_was_saved_and_a_torn_one_counts_as_none(tmp_path: Path) -> None:
    lokasi = Lokasi(tmp_path, 2025, "dinas-a", "TW1")
    assert load_keadaan(lokasi) is None
    keadaan = Keadaan(kode_keluar=3, tahap="dokumen", wajib=2, pesan=("Mohon diperbaiki.",))
    save_keadaan(keadaan, lokasi)
    assert load_keadaan(lokasi) == keadaan
    lokasi.keadaan.write_text(lokasi.keadaan.read_text("utf-8")[:20], "utf-8")
    assert load_keadaan(lokasi) is None
