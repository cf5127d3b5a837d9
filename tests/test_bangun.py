"""The main job end to end on the mini-case: four documents, twice the same bytes, read back, refused when open."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from lakip_lib.blok import Dokumen, Gambar, Tabel
from lakip_lib.cli import run
from lakip_lib.delivery import jalankan, terbit
from lakip_lib.delivery.langkah import Laporan, run_analisis, run_bangun, run_susun
from lakip_lib.delivery.manifest import build_manifest
from lakip_lib.delivery.naskah import load_konteks
from lakip_lib.delivery.rekaman import hash_file
from lakip_lib.delivery.terbit import PEMBACA, verify
from lakip_lib.errors import NotebookError, NotFinalError, RenderError, list_keterangan
from lakip_lib.measures import load_lengkap
from lakip_lib.report.bab import plan_charts
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.settings import Lokasi, read_instansi

AKAR = Path(__file__).resolve().parent.parent
DOKUMEN = ("LKjIP.html", "LKjIP.pdf", "LKjIP.docx")
SEMUA = (*DOKUMEN, "kertas-kerja.xlsx", "hasil.json", "manifest.json")
TABEL_SASARAN = ("T3.1", "T3.2", "T3.3", "T3.4", "T3.5", "T3.6", "T3.7")
TABEL_LAIN = ("T2.1", "T2.2", "T2.3a", "T2.3b", "T2.4", "T3.0", "T3.1q", "T3.8", "T3.9", "T3.10", "T3.11")


@pytest.fixture(scope="module")
def akar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lakip")
    shutil.copytree(AKAR / "data" / "raw" / "2025" / "contoh-mini", folder / "data" / "raw" / "2025" / "contoh-mini")
    return folder


@pytest.fixture(scope="module")
def lokasi(akar: Path) -> Lokasi:
    return Lokasi(akar, 2025, "contoh-mini")


@pytest.fixture(scope="module")
def laporan(lokasi: Lokasi) -> Laporan:
    return run_bangun(lokasi)


@pytest.fixture(scope="module")
def dokumen(lokasi: Lokasi, laporan: Laporan) -> Dokumen:
    return read_dokumen(nbformat.read(lokasi.reports / "notebooks" / "05_lakip.ipynb", as_version=4))


def test_all_promised_files_lie_in_the_reports_folder(lokasi: Lokasi, laporan: Laporan) -> None:
    assert all((lokasi.reports / nama).stat().st_size > 0 for nama in SEMUA)
    kept = {p.name for p in (lokasi.reports / "notebooks").iterdir()}
    assert {f"{n}.{e}" for n in ("01_periksa_isian", "05_lakip") for e in ("ipynb", "html")} <= kept
    assert not [p for p in lokasi.reports.rglob("*") if p.name.startswith(".")]


def test_raw_files_are_never_written(akar: Path, laporan: Laporan) -> None:
    for path in sorted((AKAR / "data/raw/2025/contoh-mini").rglob("*")):
        if path.is_file():
            assert (akar / path.relative_to(AKAR)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("nama", DOKUMEN)
def test_document_as_read_back_equals_notebook_and_hasil(
    nama: str, lokasi: Lokasi, dokumen: Dokumen, laporan: Laporan
) -> None:
    assert dokumen.hasil == json.loads((lokasi.reports / "hasil.json").read_text("utf-8"))
    assert verify(nama, (lokasi.reports / nama).read_bytes(), dokumen) == []


@pytest.mark.parametrize("nama", DOKUMEN)
def test_document_holds_seven_analyses_a_sasaran_and_every_table(
    nama: str, lokasi: Lokasi, dokumen: Dokumen, laporan: Laporan
) -> None:
    terbaca = PEMBACA[nama]((lokasi.reports / nama).read_bytes())
    headings = " | ".join(re.sub(r"\s+", " ", teks) for _, teks in terbaca.judul)
    teks = " ".join(" ".join(terbaca.paragraf).split())
    tabel = [b for b in dokumen.blok if isinstance(b, Tabel)]
    for kode in TABEL_LAIN:
        assert any(t.kode == kode for t in tabel), kode
    for sasaran in ("S1", "S2"):
        own = [j for j in dokumen.blok if getattr(j, "id", "").startswith(f"s-{sasaran}-")]
        assert [j.id for j in own if j.jenis == "judul"] == [f"s-{sasaran}-{n}" for n in range(1, 8)]
        assert all(j.teks in headings for j in own if j.jenis == "judul")
        for kode in TABEL_SASARAN:
            assert any(t.kode == kode and t.id.endswith(sasaran) for t in tabel), (kode, sasaran)
    assert all(f"Tabel {t.nomor} " in f"{teks} " for t in tabel if t.nomor)


def test_charts_drawn_beside_the_notebook_are_those_it_shows(lokasi: Lokasi, dokumen: Dokumen) -> None:
    shown = {b.id: (b.figur, b.lebar, b.tinggi) for b in dokumen.blok if isinstance(b, Gambar)}
    planned = plan_charts(load_konteks(lokasi))
    assert {b.id: (b.figur, b.lebar, b.tinggi) for b in planned.blok if isinstance(b, Gambar)} == shown
    assert planned.identitas.kertas == dokumen.identitas.kertas


def test_figure_changed_by_hand_is_caught_in_the_html(lokasi: Lokasi, dokumen: Dokumen, laporan: Laporan) -> None:
    data = (lokasi.reports / "LKjIP.html").read_bytes()
    changed = re.sub(rb'(data-ref="indikator/I1/capaian"[^>]*>)102,18', rb"\g<1>120,18", data, count=1)
    assert changed != data
    assert verify("LKjIP.html", changed, dokumen)


def test_second_build_gives_the_same_bytes(lokasi: Lokasi, laporan: Laporan) -> None:
    first = {nama: (lokasi.reports / nama).read_bytes() for nama in SEMUA}
    run_bangun(lokasi)
    assert [nama for nama in SEMUA if (lokasi.reports / nama).read_bytes() != first[nama]] == []


def test_what_a_cut_off_write_left_is_no_output(lokasi: Lokasi, laporan: Laporan) -> None:
    sisa = lokasi.reports / "notebooks" / f".05_lakip.html.{os.getpid()}.baru"
    sisa.touch()
    try:
        tercatat = build_manifest(lokasi, read_instansi(lokasi.settings))["keluaran"]
    finally:
        sisa.unlink()
    assert "notebooks/05_lakip.html" in tercatat
    assert [nama for nama in tercatat if ".baru" in nama] == []


@pytest.mark.parametrize("nama", DOKUMEN)
def test_nbconvert_gives_the_same_bytes_as_susun(nama: str, lokasi: Lokasi, laporan: Laporan, tmp_path: Path) -> None:
    jenis = Path(nama).suffix.removeprefix(".")
    nb = lokasi.reports / "notebooks" / "05_lakip.ipynb"
    command = [sys.executable, "-m", "nbconvert", "--to", f"lakip_{jenis}", str(nb), "--output-dir", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert (tmp_path / f"05_lakip.{jenis}").read_bytes() == (lokasi.reports / nama).read_bytes()


def test_final_is_refused_while_texts_are_missing_and_nothing_changes(lokasi: Lokasi, laporan: Laporan) -> None:
    before = (lokasi.reports / "LKjIP.pdf").read_bytes()
    with pytest.raises(NotFinalError, match="belum diisi"):
        run_susun(lokasi, final=True)
    assert (lokasi.reports / "LKjIP.pdf").read_bytes() == before
    assert (lokasi.reports / "notebooks" / "05_lakip.ipynb").is_file()


def test_second_quarter_leaves_the_annual_run_untouched(akar: Path, lokasi: Lokasi, laporan: Laporan) -> None:
    before = (lokasi.reports / "hasil.json").read_bytes()
    tw2 = Lokasi(akar, 2025, "contoh-mini", "TW2")
    run_analisis(tw2)
    assert (lokasi.reports / "hasil.json").read_bytes() == before
    hasil = load_lengkap((tw2.processed / "lengkap.json").read_text("utf-8"))
    assert (hasil.periode, hasil.get_indikator("I3").realisasi) == ("TW2", "30")


def test_without_a_browser_tables_stand_in_for_charts(
    lokasi: Lokasi, laporan: Laporan, dokumen: Dokumen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAKIP_PERAMBAN", "/tidak/ada")
    found = run_susun(lokasi)
    assert any("Peramban" in pesan for pesan in found.pesan)
    assert verify("LKjIP.pdf", (lokasi.reports / "LKjIP.pdf").read_bytes(), dokumen) == []


def read_terbitan(lokasi: Lokasi) -> dict[str, bytes]:
    return {nama: (lokasi.reports / nama).read_bytes() for nama in (*DOKUMEN, "kertas-kerja.xlsx", "manifest.json")}


def fail_render(*_: object) -> bytes:
    raise RenderError("kertas-kerja.xlsx must hold every figure")


def test_failed_render_leaves_the_earlier_documents_and_says_so(
    akar: Path, lokasi: Lokasi, laporan: Laporan, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_susun(lokasi)
    before = read_terbitan(lokasi)
    with monkeypatch.context() as rusak:
        rusak.setattr(terbit, "render_kertas_kerja", fail_render)
        with pytest.raises(RenderError) as caught:
            run_susun(lokasi)
        assert list_keterangan(caught.value) == [
            "Dokumen LKjIP di reports/2025/contoh-mini tidak berubah, masih dari penyusunan sebelumnya."
        ]
        assert run(["susun", str(lokasi.raw)]) == 1
    assert "tidak berubah, masih dari penyusunan sebelumnya" in " ".join(capsys.readouterr().err.split())
    assert read_terbitan(lokasi) == before
    assert not [p for p in lokasi.reports.rglob("*") if p.name.startswith(".")]


def test_earlier_documents_beside_newer_figures_are_called_earlier(
    tmp_path: Path, lokasi: Lokasi, laporan: Laporan, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(lokasi.akar, tmp_path, dirs_exist_ok=True)
    salinan = Lokasi(tmp_path, 2025, "contoh-mini")
    before = read_terbitan(salinan)
    salinan.settings.write_text(salinan.settings.read_text("utf-8") + "\n[pengaturan]\nbatas_capaian = 110\n", "utf-8")
    monkeypatch.setattr(terbit, "render_kertas_kerja", fail_render)
    with pytest.raises(RenderError) as caught:
        run_susun(salinan)
    assert "belum memuat data yang sekarang" in list_keterangan(caught.value)[0]
    monkeypatch.setattr(jalankan, "run_pair", lambda *_: [])  # what they computed is there already
    assert "belum memuat data yang sekarang" in run_analisis(salinan).pesan[0]
    assert read_terbitan(salinan) == before
    tercatat = json.loads(before["manifest.json"])["masukan"]["instansi.toml"]
    assert tercatat != hash_file(salinan.settings)


def test_failed_analysis_leaves_the_earlier_figures_with_their_documents(
    tmp_path: Path, lokasi: Lokasi, laporan: Laporan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise NotebookError("Notebook 02 berhenti.")

    shutil.copytree(lokasi.akar, tmp_path, dirs_exist_ok=True)
    salinan = Lokasi(tmp_path, 2025, "contoh-mini")
    before = {**read_terbitan(salinan), "hasil.json": (salinan.reports / "hasil.json").read_bytes()}
    monkeypatch.setattr(jalankan, "execute", fail)
    with pytest.raises(NotebookError) as caught:
        run_bangun(salinan)
    assert "tidak berubah" in list_keterangan(caught.value)[0]
    assert {**read_terbitan(salinan), "hasil.json": (salinan.reports / "hasil.json").read_bytes()} == before


NASKAH = "kata-pengantar ikhtisar latar-belakang dasar-hukum tugas-fungsi struktur-organisasi sumber-daya isu-strategis"


def ganti_surel(lokasi: Lokasi, surel: str) -> None:
    tetap = [baris for baris in lokasi.settings.read_text("utf-8").splitlines() if not baris.startswith("surel")]
    teks = "\n".join(tetap).replace("[instansi]", f'[instansi]\nsurel = "{surel}"', 1)
    lokasi.settings.write_text(teks, "utf-8")


def test_complete_report_may_be_final_and_bears_no_konsep(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "raw" / "2025" / "contoh-mini"
    shutil.copytree(AKAR / "data" / "raw" / "2025" / "contoh-mini", folder)
    (folder / "narasi").mkdir(exist_ok=True)
    for nama in (*NASKAH.split(), "realisasi-anggaran", "penutup", "sasaran-S1", "sasaran-S2"):
        (folder / "narasi" / f"{nama}.md").write_text(f"Naskah {nama} yang lengkap.\n", "utf-8")
    lokasi = Lokasi(tmp_path, 2025, "contoh-mini")
    ganti_surel(lokasi, "nama@dinas.example")  # as `mulai` wrote it
    with pytest.raises(NotFinalError, match=r"final:\n  - instansi.toml: \[instansi\] surel masih .*\.$"):
        run_susun(lokasi, final=True)
    ganti_surel(lokasi, "surat@dismini.go.id")
    assert run_susun(lokasi, final=True).kode_keluar == 0
    for nama in DOKUMEN:
        terbaca = PEMBACA[nama]((lokasi.reports / nama).read_bytes())
        assert not any("KONSEP" in teks for teks in terbaca.paragraf), nama
    assert b"KONSEP" not in (lokasi.reports / "LKjIP.html").read_bytes()
