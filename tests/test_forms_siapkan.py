from datetime import date

import pytest

from lakip_lib.forms.siapkan import build_isi_formulir, find_target, list_sub_kegiatan
from lakip_lib.settings.instansi import Instansi

INSTANSI = Instansi.model_validate(
    {
        "instansi": {"kode": "dinas-contoh", "nama": "Dinas Contoh", "pemda": "Kabupaten Contoh"},
        "periode": {
            "tahun": 2025,
            "renstra_awal": 2021,
            "renstra_akhir": 2026,
            "tenggat": date(2026, 1, 15),
            "tanggal_dokumen": date(2026, 1, 5),
        },
        "unit": [{"kode": "bid-a", "nama": "Bidang A"}, {"kode": "bid-b", "nama": "Bidang B"}],
    }
)
RENCANA = {
    "Sasaran": [{"kode": "S1", "uraian": "Layanan baik"}],
    "Indikator": [
        {"kode": "IK-2", "sasaran": "S1", "nama": "Dua", "satuan": "persen", "arah": "max", "unit": "BID-A"},
        {"kode": "IK-1", "sasaran": "S1", "nama": "Satu", "satuan": "indeks", "arah": "min", "unit": "bid-a"},
        {"kode": "IK-3", "sasaran": "S1", "nama": "Tiga", "satuan": "indeks", "arah": "min", "unit": "bid-b"},
    ],
    "Target": [
        {"indikator": "IK-1", "tahun": 2025.0, "versi": "pk_perubahan", "target": 4},
        {"indikator": "IK-1", "tahun": 2025, "versi": "pk", "target": 3, "tw1": 1},
        {"indikator": "IK-1", "tahun": 2026, "versi": "pk_perubahan", "target": 9},
        {"indikator": "IK-2", "tahun": "2025", "versi": "renstra", "target": "80-90", "tw1": 80},
    ],
    "Program": [
        {"kode": "2.16.03", "uraian": "Program", "unit": "bid-a"},
        {"kode": "2.16.03.2.02.0001", "uraian": "Jaringan", "unit": "bid-a", "target_keluaran": 40, "sasaran": "S1"},
        {"kode": "2.16.03.2.02.0001", "unit": "bid-a", "sasaran": "S2"},
        {"kode": "2.16.03.2.02.0002", "uraian": "Domain", "unit": "bid-a"},
    ],
}


def test_f1_holds_the_units_own_indikator_in_their_order_with_the_sasaran_in_words() -> None:
    rows = build_isi_formulir(INSTANSI, "bid-a", RENCANA).baris["F1"]
    assert [(r["kode"], r["sasaran"], r["target"], r["target_tw1"]) for r in rows] == [
        ("IK-2", "Layanan baik", "80-90", 80),
        ("IK-1", "Layanan baik", 4, None),
    ]


@pytest.mark.parametrize(
    ("isi", "agregasi"),
    [
        ({"satuan": "konten", "arah": "max"}, "jumlah"),
        ({"satuan": "konten", "arah": "max", "agregasi": "Rata"}, "rata"),
        ({"satuan": "konten", "arah": "min"}, "akhir"),
        ({"satuan": "konten", "arah": "naik"}, None),
        ({"satuan": "konten", "arah": "max", "agregasi": "sesuka"}, None),
    ],
)
def test_f1_knows_how_the_year_comes_from_the_quarters(isi: dict[str, str], agregasi: str | None) -> None:
    rencana = {**RENCANA, "Indikator": [{"kode": "IK-1", "sasaran": "S1", "unit": "bid-a", **isi}]}
    assert build_isi_formulir(INSTANSI, "bid-a", rencana).baris["F1"][0]["agregasi"] == agregasi


def test_the_latest_document_decides_the_target() -> None:
    assert find_target(RENCANA, "IK-1", 2025)["target"] == 4
    assert find_target(RENCANA, "IK-3", 2025) == {}


def test_f3_holds_the_deepest_codes_once_with_their_pagu() -> None:
    rows = list_sub_kegiatan(RENCANA, "bid-a", {"2.16.03.2.02.0001": 500})
    assert [(r["kode"], r["sub_kegiatan"], r["target"], r["pagu"]) for r in rows] == [
        ("2.16.03.2.02.0001", "Jaringan", 40, 500),
        ("2.16.03.2.02.0002", "Domain", None, None),
    ]


def test_a_unit_that_instansi_toml_does_not_name_is_refused() -> None:
    with pytest.raises(KeyError, match="bid-x"):
        build_isi_formulir(INSTANSI, "bid-x", RENCANA)


def test_dates_and_paper_come_from_the_settings() -> None:
    isi = build_isi_formulir(INSTANSI, "bid-b", RENCANA, periode="TW2")
    assert (isi.tanggal, isi.tenggat, isi.kertas, isi.periode) == (date(2026, 1, 5), date(2026, 1, 15), "A4", "TW2")
