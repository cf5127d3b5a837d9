"""The district on disk: its story published whole or not at all, and the page that finds any agency."""

import json
import re
from html import unescape
from pathlib import Path

import jsonschema
import nbformat
import pytest
from contoh_daerah import TAHUN, write_daerah
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output
from test_daerah_cari import butuh_peramban, load

from lakip_lib.delivery.daerah.baca import load_daerah
from lakip_lib.delivery.daerah.halaman import cut_bagian, write_halaman
from lakip_lib.delivery.daerah.susun import build_rekap, render_rekap
from lakip_lib.delivery.exporters import HtmlExporter
from lakip_lib.delivery.keadaan import Keadaan, save_keadaan
from lakip_lib.delivery.parameter import ParameterDaerah
from lakip_lib.delivery.rekaman import finish
from lakip_lib.errors import NotebookError, UsageError
from lakip_lib.measures.daerah import HasilDaerah
from lakip_lib.measures.daerah.skema import read_skema_rekap
from lakip_lib.report import daerah as bab
from lakip_lib.report.notebook import Sajian, read_dokumen
from lakip_lib.settings import LokasiDaerah, find_notebook
from lakip_lib.tables.daerah.instansi import say_sebab


@pytest.fixture(scope="module")
def akar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("daerah")
    write_daerah(folder, 24)
    (folder / "data" / "raw" / str(TAHUN) / "Dinas Salah").mkdir()
    return folder


def run_inline(nama: str, daerah: LokasiDaerah) -> NotebookNode:
    """Notebook 06's cells run in this process: what they show, as a kernel would send it."""
    ruang = {"tahun": daerah.tahun, "periode": daerah.periode, "akar": str(daerah.akar), "keluaran": None}
    nb = nbformat.read(find_notebook(nama), as_version=4)
    for cell in (c for c in nb.cells if c.cell_type == "code" and "parameters" not in c.metadata.get("tags", [])):
        *awal, akhir = cell.source.split("\n")
        tampil = akhir.startswith(("Sajian(", "finish("))
        exec("\n".join(awal if tampil else [*awal, akhir]), ruang)
        if tampil:
            data = json.loads(json.dumps(eval(akhir, ruang)._repr_mimebundle_()))
            cell.outputs = [new_output("display_data", data)]
    return nb


@pytest.fixture(scope="module")
def terbit(akar: Path) -> LokasiDaerah:
    daerah = LokasiDaerah(akar, TAHUN)
    build_rekap(daerah, run_inline)
    return daerah


def test_story_is_published_with_its_json_equal_to_the_figures(terbit: LokasiDaerah) -> None:
    assert {p.name for p in terbit.reports.iterdir()} == {
        "rekap.html",
        "rekap.pdf",
        "rekap.xlsx",
        "rekap.json",
        "notebooks",
    }
    isi = json.loads((terbit.reports / "rekap.json").read_text("utf-8"))
    jsonschema.validate(isi, read_skema_rekap())
    assert HasilDaerah.model_validate(isi) == load_daerah(terbit)


def test_same_agencies_give_the_same_bytes(terbit: LokasiDaerah) -> None:
    nb = nbformat.read(terbit.reports / "notebooks" / "06_rekap_daerah.ipynb", as_version=4)
    lagi = render_rekap(nb, terbit)
    assert lagi == {nama: (terbit.reports / nama).read_bytes() for nama in lagi}


def test_page_of_the_story_shares_plotly_and_fetches_nothing_else(terbit: LokasiDaerah) -> None:
    teks = (terbit.reports / "rekap.html").read_text("utf-8")
    assert re.findall(r'<script src="([^"]+)"', teks) == ["../plotly.min.js"]
    assert (terbit.reports / "../plotly.min.js").resolve().stat().st_size > 1_000_000
    assert not re.search(r'(?:src|href)="https?:', teks)
    assert 'href="../index.html"' in teks


@butuh_peramban
def test_page_taken_away_from_its_plotly_says_so_and_opens_the_tables(terbit: LokasiDaerah, tmp_path: Path) -> None:
    salinan = tmp_path / "surat" / "rekap.html"
    salinan.parent.mkdir()
    salinan.write_bytes((terbit.reports / "rekap.html").read_bytes())
    dom = load(salinan.as_uri(), tmp_path)
    banyak = dom.count('<div class="grafik"')
    assert banyak > 3
    assert dom.count(">Grafik tidak dapat ditampilkan karena plotly.min.js tidak ikut disalin") == banyak
    assert re.findall(r'<details class="data"[^>]*>', dom) == ['<details class="data" open="">'] * banyak


def test_story_of_a_notebook_that_stopped_changes_nothing(terbit: LokasiDaerah) -> None:
    lama = {p: p.read_bytes() for p in terbit.reports.glob("rekap.*")}
    with pytest.raises(NotebookError):
        build_rekap(terbit, lambda nama, daerah: new_notebook(cells=[new_code_cell("1")]))
    assert {p: p.read_bytes() for p in terbit.reports.glob("rekap.*")} == lama


@pytest.mark.parametrize("banyak", [0, 1])
def test_district_of_none_or_one_agency_says_so(tmp_path: Path, banyak: int) -> None:
    write_daerah(tmp_path, banyak)
    hasil = load_daerah(LokasiDaerah(tmp_path, TAHUN))
    for tulis in (bab.write_ikhtisar, bab.write_pelaporan, bab.write_capaian, bab.write_anggaran, bab.write_temuan):
        assert Sajian(tulis(hasil)).blok
    kata = "Belum ada folder instansi" if banyak == 0 else "Baru satu instansi"
    assert kata in str(bab.write_ikhtisar(hasil))


def test_page_lists_every_agency_with_its_state_and_the_documents_that_are_there(terbit: LokasiDaerah) -> None:
    teks = terbit.halaman.read_text("utf-8")
    baris = {
        unescape(m[1]): m[0] for m in re.finditer(r'<tr data-cari="[^"]*" data-nama="([^"]*)".*?</tr>', teks, re.DOTALL)
    }
    assert len(baris) == 24
    assert "dinas-kesehatan/LKjIP.pdf" in baris["Dinas Kesehatan"]
    assert "Folder instansi masih kosong" in baris["badan-perencanaan-pembangunan-daerah"]
    gagal = baris["Sekretariat Daerah"]  # its instansi.toml is broken, its name is read all the same
    assert "Gagal" in gagal
    assert "dari pengolahan terdahulu" in gagal
    assert 'data-capaian=""' in gagal
    assert "Dinas Salah" in teks
    tautan = re.findall(r'href="([^"#]+)"', teks.partition("<body>")[2])
    assert [t for t in tautan if not (terbit.halaman.parent / t).is_file()] == []


def test_page_tells_of_the_latest_quarter_where_the_year_is_not_there(tmp_path: Path) -> None:
    write_daerah(tmp_path, 2)
    for folder in (tmp_path / "reports" / str(TAHUN)).iterdir():
        for path in [*folder.iterdir()]:
            (folder / "TW2").mkdir(exist_ok=True)
            isi = path.read_bytes().replace(b'"periode": "tahunan"', b'"periode": "TW2"')
            path.unlink()
            (folder / "TW2" / path.name).write_bytes(isi)
    for path in (tmp_path / "data" / "processed" / str(TAHUN)).glob("*/keadaan.json"):
        path.unlink()
    teks = write_halaman(LokasiDaerah(tmp_path, TAHUN)).read_text("utf-8")
    assert "TW II Tahun 2025" in teks
    assert 'href="dinas-pendidikan/TW2/LKjIP.pdf"' in teks


def test_story_whose_agencies_are_all_finished_is_exported_without_a_stamp(tmp_path: Path) -> None:
    write_daerah(tmp_path, 1)
    nb = run_inline("06_rekap_daerah", LokasiDaerah(tmp_path, TAHUN))
    assert not read_dokumen(nb).identitas.konsep
    assert "KONSEP" not in HtmlExporter().from_notebook_node(nb)[0]


def test_results_are_cut_out_as_they_would_be_parsed(akar: Path) -> None:
    data = (akar / "reports" / str(TAHUN) / "dinas-kesehatan" / "hasil.json").read_bytes()
    isi = json.loads(data)
    assert cut_bagian(data) == {
        k: isi[k] for k in ("anggaran_total", "instansi", "instansi_capaian", "periode", "tahun")
    }
    assert cut_bagian(data[:-3]) == {}


def test_parameters_of_the_district_refuse_an_instansi() -> None:
    with pytest.raises(UsageError, match="instansi"):
        ParameterDaerah.from_namespace({"tahun": 2025, "instansi": "dishub"})


def test_reasons_are_whole_sentences_with_paths_from_the_root(tmp_path: Path) -> None:
    daerah = LokasiDaerah(tmp_path / "kab a", TAHUN)
    write_daerah(daerah.akar, 1)
    lokasi = daerah.list_instansi()[0]
    for akar in (daerah.akar, Path("/srv/lain")):  # a batch of this folder, and one before it was moved
        pesan = (f"Berkas tidak ada di {akar}/data/raw/{TAHUN}/x; buat dengan: lakip mulai {akar}/data/raw/{TAHUN}/x",)
        save_keadaan(Keadaan(kode_keluar=2, tahap=None, pesan=pesan), lokasi)
        assert say_sebab(load_daerah(daerah).instansi[0]) == (
            f"Pengaturan atau perencanaan tidak dapat dipakai. Berkas tidak ada di data/raw/{TAHUN}/x; buat dengan: lakip mulai "
            f"data/raw/{TAHUN}/x. Angka dari pengolahan terdahulu masih ada, tetapi tidak dipakai."
        )


def test_record_of_the_district_counts_its_agencies(akar: Path) -> None:
    assert finish("06_rekap_daerah", LokasiDaerah(akar, TAHUN), masuk={"instansi": 24}, keluar={}).data["berkas"] == {}
