"""Every sample folder, built as its agency would: what `lakip bangun` answers, and all that each document must hold."""

import re
import shutil
from pathlib import Path

import nbformat
import pytest

from lakip_lib.blok import Judul, Tabel
from lakip_lib.delivery.langkah import run_bangun
from lakip_lib.delivery.terbit import PEMBACA
from lakip_lib.koreksi.kembali import compare_kembali, read_kembali
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.settings import Lokasi

AKAR = Path(__file__).resolve().parent.parent
TABEL_SASARAN = {"T3.1", "T3.1q", "T3.2", "T3.3", "T3.4", "T3.5", "T3.6", "T3.7"}
TABEL_LAIN = {"T2.1", "T2.2", "T2.3a", "T2.3b", "T2.4", "T3.0", "T3.1", "T3.6", "T3.8", "T3.9", "T3.10", "T3.11"}
CONTOH = [
    (2025, "diskominfo-sarolangun", 0),
    (2025, "puskesmas-contoh", 0),
    (2025, "contoh-bermasalah", 3),
    (2016, "dishub-jabar", 0),
]


@pytest.mark.parametrize(("tahun", "instansi", "kode"), CONTOH)
def test_a_sample_builds_with_all_analyses_and_tables_in_each_document(
    tahun: int, instansi: str, kode: int, tmp_path: Path
) -> None:
    shutil.copytree(AKAR / "data" / "raw" / str(tahun) / instansi, tmp_path / "data" / "raw" / str(tahun) / instansi)
    lokasi = Lokasi(tmp_path, tahun, instansi)
    assert run_bangun(lokasi).kode_keluar == kode
    dokumen = read_dokumen(nbformat.read(lokasi.reports / "notebooks" / "05_lakip.ipynb", as_version=4))
    tabel = [b for b in dokumen.blok if isinstance(b, Tabel)]
    judul = [b for b in dokumen.blok if isinstance(b, Judul)]
    sasaran = [s["kode"] for s in dokumen.hasil["sasaran"]]
    assert {t.kode for t in tabel} >= TABEL_LAIN
    for satu in sasaran:
        assert [j.id for j in judul if re.fullmatch(rf"s-{satu}-\d", j.id)] == [f"s-{satu}-{n}" for n in range(1, 8)]
        assert {t.kode for t in tabel if t.id.endswith(f"-{satu}")} >= TABEL_SASARAN
    for nama, read in PEMBACA.items():
        terbaca = read((lokasi.reports / nama).read_bytes())
        tercetak = {re.sub(r"\s+", " ", teks) for _, teks in terbaca.judul}
        assert [j.teks for j in judul if not any(j.teks in teks for teks in tercetak)] == [], nama
        teks = " ".join(" ".join(terbaca.paragraf).split()) + " "
        assert [t.nomor for t in tabel if t.nomor and f"Tabel {t.nomor} " not in teks] == [], nama
    assert compare_kembali(dokumen, read_kembali((lokasi.reports / "LKjIP.docx").read_bytes())) == ()
