"""Percentages written into texts are held against the computed ones."""

from pathlib import Path

import pytest
from kasus_mini import make_kinerja, make_settings

from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.telaah.naskah import review_naskah


def find_aturan(teks: str) -> list[tuple[str, str | None]]:
    kinerja = make_kinerja()
    rows = {**{nama: kinerja.records(nama) for nama in vars(kinerja)}}
    rows["narasi"] = [{"nama": "penutup", "teks": teks, "berkas": "narasi/penutup.md", "sha256": "0"}]
    own = Kinerja.from_rows(**rows)
    return [(t.aturan, t.nilai) for t in review_naskah(compute_hasil(own, make_settings()), own)]


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian SPBE 102,18% melampaui target.",
        "Rata-rata capaian 96,69 persen.",
        "Anggaran terserap 90,80 %.",
        "Sekitar 50%.",
    ],
)
def test_figures_of_the_report_may_be_quoted(teks: str) -> None:
    assert find_aturan(teks) == []


def test_wrong_mean_is_named_with_the_right_one() -> None:
    assert find_aturan("Secara umum rata-rata capaian kinerja 105,59%.") == [("rata-rata-naskah-berbeda", "105,59%")]


def test_unknown_percentage_is_noted_once() -> None:
    assert find_aturan("Serapan 85,73% dan lagi 85,73%.") == [("angka-naskah-tak-dikenal", "85,73%")]


def test_published_report_of_2016_shows_where_its_average_is_wrong() -> None:
    lokasi = Lokasi(Path(__file__).resolve().parent.parent, 2016, "dishub-jabar")
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    (found,) = [
        t for t in review_naskah(compute_hasil(kinerja, settings), kinerja) if t.aturan == "rata-rata-naskah-berbeda"
    ]
    assert "105,59%" in found.pesan
    assert "104,48%" in found.pesan
