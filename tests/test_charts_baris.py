"""Charts of rows: what is drawn is what Hasil says; beyond the axis bars are cut and marked."""

from decimal import Decimal
from typing import Any

import pytest
from contoh_hasil import make_hasil
from kasus_mini import make_settings

from lakip_lib.blok import Gambar, join_text
from lakip_lib.charts import plot_anggaran_kelompok, plot_anggaran_program, plot_capaian, plot_renstra, plot_target
from lakip_lib.charts.anggaran import list_money_ticks
from lakip_lib.charts.target import place_realisasi
from lakip_lib.delivery.tampil import show_frame
from lakip_lib.measures import compute_hasil
from lakip_lib.measures.bingkai import frame_indikator, frame_renstra
from lakip_lib.model import Kinerja
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.target import describe_target
from lakip_lib.report.bab import explain_figures


@pytest.fixture(scope="module")
def capaian() -> Gambar:
    gambar = plot_capaian(make_hasil())
    assert gambar is not None
    return gambar


def find_trace(gambar: Gambar | None, nama: str) -> dict[str, Any]:
    assert gambar is not None
    return next(trace for trace in gambar.figur["data"] if trace["name"] == nama)


def list_labels(gambar: Gambar) -> list[str]:
    return [label["text"] for label in gambar.figur["layout"]["annotations"]]


def count_breaks(gambar: Gambar) -> int:
    return sum(
        s["type"] == "path" and s["fillcolor"] == "white" for s in gambar.figur["layout"]["shapes"] if "fillcolor" in s
    )


def test_capaian_draws_every_printed_figure(capaian: Gambar) -> None:
    hasil = make_hasil()
    nilai = find_trace(capaian, "Capaian")["customdata"]
    assert nilai == [None if i.capaian is None else str(i.capaian) for i in hasil.indikator]


def test_a_bar_beyond_the_axis_is_cut_and_its_value_printed(capaian: Gambar) -> None:
    trace = find_trace(capaian, "Capaian")
    assert max(x for x in trace["x"] if x is not None) == 150
    assert count_breaks(capaian) == 1
    assert "<b>420,00%</b>" in list_labels(capaian)
    assert "// melampaui 150%" in capaian.figur["layout"]["title"]["text"]


def test_what_could_not_be_assessed_is_no_zero(capaian: Gambar) -> None:
    hasil = make_hasil()
    kosong = [i.capaian is None for i in hasil.indikator]
    assert [x is None for x in find_trace(capaian, "Capaian")["x"]] == kosong
    assert any("– data belum dirilis" in teks for teks in list_labels(capaian))


def test_each_row_names_its_kategori(capaian: Gambar) -> None:
    labels = list_labels(capaian)
    for item in make_hasil().indikator:
        if item.kategori:
            assert item.kategori in labels


def test_title_says_what_is_seen(capaian: Gambar) -> None:
    assert "7 dari 16 indikator mencapai atau melampaui target" in capaian.figur["layout"]["title"]["text"]


def test_data_table_refers_to_hasil(capaian: Gambar) -> None:
    sel = capaian.tabel.baris[0].sel[4]
    assert (join_text(sel.isi), sel.isi[0].ref) == ("102,18", "indikator/IKU-1.1/capaian")


@pytest.mark.parametrize(
    ("kode", "letak", "garis"),
    [
        ("IKU-1.2", 90, (100.0,)),
        ("IKU-1.4", 420, (100.0,)),
        ("IKU-2.3", Decimal("81.25"), (87.5, 100.0)),
        ("IKU-2.4", 120, (100.0,)),
        ("IKU-3.1", None, (100.0,)),
        ("IKU-4.1", 0, (0.0,)),
    ],
)
def test_realisasi_stands_in_parts_of_its_target(kode: str, letak: Decimal | None, garis: tuple[float, ...]) -> None:
    assert place_realisasi(make_hasil().get_indikator(kode)) == (letak, garis)


def test_a_missed_target_of_zero_runs_off_the_axis() -> None:
    item = make_hasil().get_indikator("IKU-4.1").model_copy(update={"realisasi": "3"})
    letak, _ = place_realisasi(item)
    assert letak is not None
    assert letak > 150


def test_target_and_realisasi_are_printed_with_their_unit() -> None:
    gambar = plot_target(make_hasil(), "S1")
    assert gambar is not None
    teks = " ".join(list_labels(gambar))
    assert "Target 14 jam · Realisasi 16 jam · makin rendah makin baik" in teks
    assert "Target 90% · Realisasi 81%" in teks


def test_renstra_draws_kemajuan_and_its_status() -> None:
    gambar = plot_renstra(make_hasil(), "S1")
    assert gambar is not None
    assert find_trace(gambar, "Kemajuan")["customdata"] == ["90.65", "81.00", "40.00", "350.00"]
    assert list_labels(gambar).count("Perlu percepatan") == 2
    assert "2 dari 4 indikator sesuai jalur" in gambar.alt


def test_renstra_of_a_cumulative_target_shows_the_sum_of_the_years() -> None:
    """24 in 2021, 5 in 2024 and 14 in 2025 make 43 of 48: 89,58%."""
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=[
            {"kode": "I1", "sasaran": "S1", "nama": "I", "satuan": "layanan", "arah": "max", "kumulatif_renstra": "ya"}
        ],
        target=[{"indikator": "I1", "tahun": 2026, "versi": "renstra", "target": "48"}],
        riwayat=[{"indikator": "I1", "tahun": t, "realisasi": r} for t, r in ((2021, "24"), (2024, "5"))],
        realisasi=[{"indikator": "I1", "realisasi": "14"}],
    )
    hasil = compute_hasil(kinerja, make_settings())
    gambar = plot_renstra(hasil, "S1")
    assert gambar is not None
    assert "Realisasi s.d. 2025: 43 layanan · Target 2026: 48 layanan" in " ".join(list_labels(gambar))
    assert [k.judul for k in gambar.tabel.kolom][2] == "Realisasi s.d. 2025"
    assert join_text(gambar.tabel.baris[0].sel[2].isi) == "43"
    (baris,) = frame_renstra(hasil).to_dict("records")
    assert (baris["realisasi_renstra"], str(baris["rasio"])) == ("43", "89.58")
    isi = explain_figures(hasil)["indikator/I1/renstra/kemajuan"]
    assert "dijumlahkan sejak awal Renstra: 43" in isi.rumus
    assert ("Realisasi", "14") not in isi.masukan


def test_budget_bars_are_pagu_and_realisasi_of_each_program() -> None:
    hasil = make_hasil()
    program = [k for k in hasil.rincian.kelompok if k.jenis == "program"]
    gambar = plot_anggaran_program(hasil)
    assert find_trace(gambar, "Pagu")["x"] == [float(k.pagu) for k in program]
    assert find_trace(gambar, "Realisasi")["x"] == [float(k.realisasi_anggaran) for k in program]


def test_overspending_lengthens_the_axis() -> None:
    hasil = make_hasil()
    lebih = hasil.rincian.kelompok[-1].model_copy(update={"realisasi_anggaran": Decimal(9_000_000_000)})
    rincian = hasil.rincian.model_copy(update={"kelompok": (lebih,)})
    gambar = plot_anggaran_kelompok(hasil.model_copy(update={"rincian": rincian}), "program")
    assert gambar is not None
    assert gambar.figur["layout"]["xaxis"]["range"] == [0, 9e9]


def test_many_programs_stand_under_their_urusan() -> None:
    hasil = make_hasil()
    lain = [k for k in hasil.rincian.kelompok if k.jenis != "program"]
    satu = hasil.rincian.kelompok[-1]
    banyak = [satu.model_copy(update={"kode": f"2.2{n % 2}.0{n}"}) for n in range(1, 9)]
    rincian = hasil.rincian.model_copy(update={"kelompok": (*lain, *sorted(banyak, key=lambda k: k.kode))})
    gambar = plot_anggaran_program(hasil.model_copy(update={"rincian": rincian}))
    assert gambar is not None
    assert "<b>2.21 Urusan Pemerintahan Bidang Persandian</b>" in list_labels(gambar)


def test_money_ticks_are_round_and_named() -> None:
    tick, satuan = list_money_ticks(Decimal(3_317_370_000))
    assert ([teks for _, teks in tick], satuan) == (["0", "1", "2", "3"], "miliar rupiah")
    assert list_money_ticks(Decimal(145_000_000))[1] == "juta rupiah"
    assert list_money_ticks(Decimal(900))[1] == "rupiah"


def test_targets_and_realisasi_have_their_own_decimals_everywhere() -> None:
    """Of an indeks with two decimals, 2,9 is printed 2,90; a ratio that does not end has two as well."""
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=[
            {"kode": "I1", "sasaran": "S1", "nama": "I", "satuan": "indeks", "arah": "max", "desimal": 2},
            {"kode": "I2", "sasaran": "S1", "nama": "J", "satuan": "%", "arah": "max"},
        ],
        target=[
            {"indikator": "I1", "tahun": 2025, "versi": "pk", "target": "2.85"},
            {"indikator": "I1", "tahun": 2025, "versi": "pk_perubahan", "target": "2.9"},
            {"indikator": "I2", "tahun": 2025, "versi": "pk", "target": "90"},
        ],
        realisasi=[
            {"indikator": "I1", "realisasi": "3"},
            {"indikator": "I2", "pembilang": Decimal(2), "penyebut": Decimal(3)},
        ],
    )
    hasil = compute_hasil(kinerja, make_settings())
    assert "Target PK 2,85 diubah menjadi 2,90 pada PK Perubahan." in hasil.get_rincian("I1").catatan
    gambar = plot_target(hasil, "S1")
    assert gambar is not None
    assert "Target 2,90 indeks · Realisasi 3,00 indeks" in " ".join(list_labels(gambar))
    assert gambar.tabel.baris[0].sel[2].isi[0].ref == "indikator/I1/target#nilai2"
    assert "(target 2,90 indeks, realisasi 3,00 indeks)" in gambar.alt
    konteks = Konteks(hasil, kinerja, make_settings())
    assert "2,90" in join_text(describe_target(konteks, hasil.get_indikator("I1")))
    teks = show_frame(frame_indikator(hasil)[["kode", "target", "realisasi"]]).teks
    assert teks.to_numpy().tolist() == [["I1", "2,90", "3,00"], ["I2", "90", "66,67"]]
