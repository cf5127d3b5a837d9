"""00_jelajah: what an analyst chooses is what an analyst sees, without the network."""

import html
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell
from plotly.offline import get_plotlyjs

from lakip_lib.delivery.jalankan import KERNEL_TERKUNCI
from lakip_lib.delivery.jelajah import Jelajah, find_lokasi, open_jelajah, show_tabel
from lakip_lib.delivery.jelajah.bingkai import frame_asal, frame_ringkasan, frame_temuan, isolate
from lakip_lib.delivery.jelajah.halaman import render_gambar
from lakip_lib.delivery.jelajah.layar import PANDANGAN
from lakip_lib.delivery.simpan_hasil import save_hasil
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja, make_table
from lakip_lib.settings import Lokasi, find_notebook
from lakip_lib.temuan import Temuan
from tests.kasus_mini import make_kinerja, make_settings

# What makes a browser fetch: attributes, style sheets and modules, not the names of XML namespaces.
AMBIL = re.compile(r"""(?:\b(?:src|href)\s*=\s*["']?|url\(["']?|\bfrom\s*["']|\bimport\(?\s*["'])(?:https?:)?//""")


def with_trail(kinerja: Kinerja) -> Kinerja:
    """The mini-case with three source cells and two findings."""
    lembar = {"berkas": "isian/U1.xlsx", "sha256": "0" * 64, "lembar": "F1 Capaian"}
    asal = [
        {"tabel": "realisasi", "kunci": "I1", "kolom": "realisasi", "sel": "O6", "teks": "2,81", **lembar},
        {"tabel": "realisasi", "kunci": "I3", "kolom": "tw1", "sel": "K8", "teks": "12 konten", **lembar},
        {"tabel": "target", "kunci": "I3|2025|pk", "kolom": "tw1", "sel": "G8", "teks": "10", **lembar},
    ]
    temuan = [
        Temuan("isian/U1.xlsx", "titik-desimal", Tingkat.CATATAN, "Lembar F1 Capaian, sel O6: …", "F1 Capaian", "O6"),
        Temuan("", "capaian-tinggi", Tingkat.PERINGATAN, "Indikator I3: mohon diperiksa."),
    ]
    return replace(kinerja, asal=make_table("asal", asal)).with_temuan(temuan)


def save(akar: Path, tahun: int = 2025, instansi: str = "contoh-mini", periode: str = "tahunan") -> Lokasi:
    """The mini-case as notebooks 01 and 02 leave it below `akar`."""
    lokasi = Lokasi(akar, tahun, instansi, periode)
    kinerja = with_trail(make_kinerja())
    kinerja.save(lokasi.processed)
    save_hasil(compute_hasil(kinerja, make_settings()), lokasi)
    return lokasi


@pytest.fixture
def jelajah(tmp_path: Path) -> Jelajah:
    save(tmp_path)
    widget = open_jelajah(tmp_path)
    assert isinstance(widget, Jelajah)
    return widget


@pytest.mark.parametrize(
    "kode", ['<script src="https://a">', "url(//a/b.png)", "import x from 'https://a'", "<img src=//a>"]
)
def test_the_sign_of_a_fetch_is_known(kode: str) -> None:
    assert AMBIL.search(kode)


def read_layar(jelajah: Jelajah, mime: str = "text/plain") -> str:
    return "\n".join(keluaran["data"][mime] for keluaran in jelajah.layar.outputs)


def test_what_was_computed_is_found_latest_year_first(tmp_path: Path) -> None:
    for tahun, instansi, periode in (
        (2024, "b", "tahunan"),
        (2025, "b", "TW2"),
        (2025, "b", "tahunan"),
        (2025, "a", "tahunan"),
    ):
        save(tmp_path, tahun, instansi, periode)
    (tmp_path / "data" / "processed" / "2025" / "belum-dihitung").mkdir()
    ketemu = [(x.tahun, x.instansi, x.periode) for x in find_lokasi(tmp_path)]
    assert ketemu == [(2025, "a", "tahunan"), (2025, "b", "tahunan"), (2025, "b", "TW2"), (2024, "b", "tahunan")]


def test_where_nothing_was_computed_it_says_what_to_run(tmp_path: Path) -> None:
    pesan = html.unescape(open_jelajah(tmp_path).value)
    assert "lakip analisis data/raw/<tahun>/<instansi>" in pesan


def test_menus_name_agency_period_sasaran_and_indikator(jelajah: Jelajah) -> None:
    label = [menu.options[0][0] for menu in jelajah._menu]
    assert label == ["2025", "Dinas Contoh Mini", "Tahunan", "S1 Meningkatnya layanan SPBE", "I1 Indeks SPBE"]


def test_choosing_another_indikator_changes_the_view(jelajah: Jelajah) -> None:
    assert "102,18%" in read_layar(jelajah)
    jelajah.indikator.value = "I2"
    assert "85,71%" in read_layar(jelajah)
    assert "102,18%" not in read_layar(jelajah)


def test_choosing_another_sasaran_brings_its_indikator(jelajah: Jelajah) -> None:
    jelajah.sasaran.value = "S2"
    assert [kode for _, kode in jelajah.indikator.options] == ["I3", "I4", "I5", "I6"]
    assert "I3 Konten informasi publik" in read_layar(jelajah)


def test_the_indikator_stays_when_the_year_changes(tmp_path: Path) -> None:
    save(tmp_path, 2025)
    save(tmp_path, 2024)
    jelajah = open_jelajah(tmp_path)
    jelajah.sasaran.value, jelajah.indikator.value = "S2", "I6"
    jelajah.tahun.value = 2024
    assert (jelajah.lokasi.tahun, jelajah.indikator.value) == (2024, "I6")


def test_the_record_puts_the_figures_into_the_formula(jelajah: Jelajah) -> None:
    isi = dict(frame_ringkasan(jelajah.hasil, "I2").to_numpy().tolist())
    assert isi["Rumus"].startswith("MIN-A: (2 × target − realisasi)")
    assert "2 × 14 − 16" in isi["Hitungan"]
    assert isi["Status"] == "Belum mencapai target"


def test_the_record_says_why_a_figure_is_missing(jelajah: Jelajah) -> None:
    isi = dict(frame_ringkasan(jelajah.hasil, "I5").to_numpy().tolist())
    assert (isi["Capaian"], isi["Alasan"]) == ("–", "data belum dirilis; rilis BPS belum terbit")


def test_source_cells_tell_what_was_typed_where(jelajah: Jelajah) -> None:
    asal = frame_asal(jelajah.kinerja, "I3")
    assert asal.to_numpy().tolist() == [
        ["Realisasi TW I", "12 konten", "isian/U1.xlsx", "F1 Capaian", "K8"],
        ["Target 2025 TW I (PK)", "10", "isian/U1.xlsx", "F1 Capaian", "G8"],
    ]


@pytest.mark.parametrize(
    ("kode", "pesan"), [("I1", "Lembar F1 Capaian, sel O6: …"), ("I3", "Indikator I3: mohon diperiksa.")]
)
def test_findings_are_those_of_the_indikators_row_or_name(jelajah: Jelajah, kode: str, pesan: str) -> None:
    assert list(frame_temuan(jelajah.kinerja, kode)["pesan"]) == [pesan]


def test_an_indikator_without_findings_says_so(jelajah: Jelajah) -> None:
    jelajah.bagian.value, jelajah.indikator.value = "Temuan", "I2"
    assert read_layar(jelajah) == "Tidak ada temuan atas indikator ini."


def test_history_shows_that_indikator_alone(jelajah: Jelajah) -> None:
    jelajah.bagian.value = "Riwayat"
    assert read_layar(jelajah, "text/html").count("Plotly.newPlot") >= 2
    assert "Waktu pemulihan" not in read_layar(jelajah, "text/html")
    assert [i.kode for i in isolate(jelajah.hasil, "I1").indikator] == ["I1"]


@pytest.mark.parametrize("bagian", list(PANDANGAN))
def test_every_view_is_the_same_each_time_and_fetches_nothing(jelajah: Jelajah, bagian: str) -> None:
    jelajah.bagian.value = bagian
    pertama = read_layar(jelajah, "text/html")
    jelajah.indikator.value = "I2"
    jelajah.indikator.value = "I1"
    assert read_layar(jelajah, "text/html") == pertama
    assert not AMBIL.search(pertama)


def test_a_searchable_table_speaks_indonesian_and_sorts_figures() -> None:
    isi = show_tabel(pd.DataFrame({"kode": ["I1"], "capaian": [Decimal("102.18")]})).data
    for kata in ("Cari:", "Tidak ada baris yang cocok", "102,18", "dt-right"):
        assert kata in isi
    assert not re.search(r"Loading|Search|entries|static preview|itables\.org", isi)


def test_a_searchable_table_carries_no_markup_of_a_unit() -> None:
    isi = show_tabel(pd.DataFrame({"teks": ["</script><script>alert(1)</script>"]})).data
    assert "<script>alert" not in isi


def test_a_chart_without_figures_is_a_sentence() -> None:
    assert render_gambar(None)["text/plain"] == "Belum ada angka untuk digambar."


def run_jelajah(akar: Path, *tambahan: str) -> nbformat.NotebookNode:
    """The notebook executed in `akar`/notebooks with these cells at its end, the widgets' state kept."""
    nb = nbformat.read(find_notebook("00_jelajah"), as_version=4)
    nb.cells += [new_code_cell(kode) for kode in tambahan]
    folder = akar / "notebooks"
    folder.mkdir(exist_ok=True)
    NotebookClient(nb, resources={"metadata": {"path": str(folder)}}, config=KERNEL_TERKUNCI, timeout=120).execute()
    return nb


def join_html(nb: nbformat.NotebookNode) -> str:
    """All HTML that the cells show and the widgets hold."""
    data: list[Any] = [k.get("data", {}) for c in nb.cells if c.cell_type == "code" for k in c.outputs]
    widgets = nb.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {}).get("state", {})
    data += [k["data"] for w in widgets.values() for k in w["state"].get("outputs", [])]
    return "\n".join(d.get("text/html", "") for d in data)


def list_examples() -> list[str]:
    """The Python examples in the notebook's text."""
    nb = nbformat.read(find_notebook("00_jelajah"), as_version=4)
    teks = "\n".join(cell.source for cell in nb.cells if cell.cell_type == "markdown")
    return re.findall(r"```python\n(.*?)```", teks, re.DOTALL)


def test_the_notebook_runs_and_follows_its_widgets_without_the_network(tmp_path: Path) -> None:
    save(tmp_path)
    contoh = list_examples()
    assert len(contoh) == 1
    nb = run_jelajah(tmp_path, 'jelajah.sasaran.value = "S2"\njelajah.indikator.value = "I3"', *contoh)
    semua = join_html(nb)
    assert "I3 Konten informasi publik" in semua
    assert "85,71" in nb.cells[-1].outputs[0]["data"]["text/html"]
    assert semua.count(get_plotlyjs()) == 1
    assert not AMBIL.search(semua.replace(get_plotlyjs(), ""))  # inside it are links to click, nothing that is fetched


def test_the_notebook_says_what_to_run_where_nothing_was_computed(tmp_path: Path) -> None:
    nb = run_jelajah(tmp_path, "print(jelajah.value)")
    assert "lakip analisis" in nb.cells[-1].outputs[0]["text"]
