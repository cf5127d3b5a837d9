"""A real report archived: it proves itself, it can be opened to the public, and it is built again to the same bytes."""

import random
import shutil
from pathlib import Path

import pytest
from contoh_arsip import SiklusUji

from lakip_lib.checks.narasi import NASKAH
from lakip_lib.delivery.arsip import bangun_ulang
from lakip_lib.delivery.arsip.bangun_ulang import rebuild
from lakip_lib.delivery.arsip.folder import check_folder
from lakip_lib.delivery.arsip.isi import Arsip, build_arsip
from lakip_lib.delivery.arsip.manifes import MANIFES, read_manifes
from lakip_lib.delivery.arsip.periksa import check_arsip
from lakip_lib.delivery.arsip.publik import build_publik
from lakip_lib.delivery.arsip.teks import list_teks
from lakip_lib.delivery.arsip.zip_baku import find_rusak
from lakip_lib.delivery.langkah import run_bangun
from lakip_lib.delivery.sop.tempat import ISI_DRAF
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.simpan import write_text

MINI = Path(__file__).resolve().parent.parent / "data" / "raw" / "2025" / "contoh-mini"


@pytest.fixture(scope="module")
def siklus(tmp_path_factory: pytest.TempPathFactory) -> SiklusUji:
    """contoh-mini with its texts written, built as final, and brought through the steps."""
    siklus = SiklusUji(tmp_path_factory.mktemp("penuh"), 2025, "contoh-mini")
    lokasi = siklus.lokasi
    shutil.copytree(MINI, lokasi.raw)
    for nama in NASKAH:
        write_text(lokasi.raw / "narasi" / f"{nama}.md", f"Naskah {nama} yang dikarang untuk pengujian.\n")
    run_bangun(lokasi, final=True)
    dokumen = {nama: (lokasi.reports / nama).read_bytes() for nama in ISI_DRAF}
    dokumen["05_lakip.ipynb"] = (lokasi.reports / "notebooks/05_lakip.ipynb").read_bytes()
    tabel = [*lokasi.processed.glob("*.csv"), lokasi.processed / "lengkap.json"]
    siklus.run(dokumen, {p.name: p.read_bytes() for p in tabel})
    return siklus


@pytest.fixture(scope="module")
def settings(siklus: SiklusUji) -> Instansi:
    return read_instansi(siklus.lokasi.settings)


@pytest.fixture(scope="module")
def arsip(siklus: SiklusUji, settings: Instansi) -> Arsip:
    return build_arsip(siklus.lokasi, settings, siklus.buku)


def test_it_proves_itself_and_so_does_the_folder(siklus: SiklusUji, arsip: Arsip) -> None:
    assert check_arsip(arsip.data, arsip.nama).temuan == ()
    assert check_folder(siklus.lokasi).temuan == ()
    assert arsip.catatan == ()
    notebook = {n for n in arsip.isi if n.startswith("notebook/")}
    assert len(notebook) == 10
    assert arsip.isi["notebook/05_lakip.ipynb"]


def test_bytes_anywhere_count(arsip: Arsip) -> None:
    acak = random.Random(20250101)
    for letak in acak.sample(range(len(arsip.data)), 12):
        berubah = bytearray(arsip.data)
        berubah[letak] ^= 1 << acak.randrange(8)
        assert len(find_rusak(bytes(berubah))) == 1, letak


def test_the_public_copy_is_clean_and_was_looked_through(arsip: Arsip, settings: Instansi) -> None:
    salinan = build_publik(arsip, settings)
    assert salinan.temuan == ()
    assert salinan.data is not None
    assert find_rusak(salinan.data) == []
    for nama in ("LKjIP.pdf", "LKjIP.docx", "LKjIP.html", "kertas-kerja.xlsx", "hasil.json", "data/indikator.csv"):
        assert any("Waktu pemulihan gangguan jaringan" in teks for _, teks in list_teks(nama, salinan.isi[nama])), nama
    assert not [n for n in salinan.isi if "bukti" in n or "pernyataan" in n or "isian" in n]
    assert not any(b"Andai Contoh" in data for nama, data in salinan.isi.items() if nama.startswith("data/"))


def test_the_report_is_built_again_to_the_same_bytes(
    arsip: Arsip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bangun_ulang, "list_versi", lambda: {"lakip": "9.9"})
    hasil = rebuild(arsip.data, tmp_path / "ulang")
    assert hasil.beda == ()
    assert hasil.kode_keluar == 0
    assert {"laporan/hasil.json", "laporan/LKjIP.pdf", "laporan/LKjIP.docx", "laporan/LKjIP.html"} <= set(hasil.sama)
    assert "hasil/indikator.csv" in hasil.sama
    assert hasil.pesan[0].startswith("Versi berbeda dari saat laporan disusun: kaleido ")
    assert "lakip 0.1.0 (kini 9.9)" in hasil.pesan[0]
    with pytest.raises(UsageError, match="harus kosong"):
        rebuild(arsip.data, tmp_path / "ulang")


def test_a_damaged_archive_is_not_built_again(arsip: Arsip, tmp_path: Path) -> None:
    with pytest.raises(AlurError, match="tidak dibangun ulang"):
        rebuild(arsip.data[:-1], tmp_path / "ulang")
    assert not (tmp_path / "ulang").exists()


def test_what_differs_is_named(arsip: Arsip, siklus: SiklusUji, tmp_path: Path) -> None:
    lokasi = Lokasi(tmp_path, 2025, "contoh-mini")
    shutil.copytree(siklus.lokasi.reports, lokasi.reports, ignore=shutil.ignore_patterns("alur", "notebooks"))
    write_text(lokasi.reports / "hasil.json", "{}")
    manifes = read_manifes(arsip.isi[MANIFES])
    assert manifes is not None
    hasil = bangun_ulang.compare_bangunan(arsip.isi, lokasi, manifes)
    assert "laporan/hasil.json" in hasil.beda
    assert "hasil/indikator.csv" in hasil.beda  # not made there at all
    assert "laporan/LKjIP.pdf" in hasil.sama
    assert hasil.versi_beda == ()
    assert hasil.kode_keluar == 3
