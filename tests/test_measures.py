"""The worked mini-case and means, caps, budget groups and quarters around it (DOMAIN §5.5, §5.7–§5.9; G4, G8–G11)."""

from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from kasus_mini import make_kinerja, make_settings

from lakip_lib.istilah import Alasan, Status
from lakip_lib.measures import Hasil, compute_hasil, dump_hasil, dump_lengkap, load_lengkap, promise_hasil
from lakip_lib.measures.skema import read_skema
from lakip_lib.model import Kinerja


@pytest.fixture(scope="module")
def mini() -> Hasil:
    return compute_hasil(make_kinerja(), make_settings())


def make_one(target: str | None, realisasi: dict[str, Any], **indikator: Any) -> Kinerja:
    """A Kinerja of a single indikator I1 in sasaran S1."""
    tw = indikator.pop("target_tw", {})
    return Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "Sasaran"}],
        indikator=[
            {"kode": "I1", "sasaran": "S1", "nama": "Indikator", "satuan": "indeks", "arah": "max", **indikator}
        ],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", "target": target, **tw}],
        realisasi=[{"indikator": "I1", "unit": "U1", **realisasi}],
    )


def compute_one(target: str | None, realisasi: dict[str, Any], periode: str = "tahunan", **indikator: Any) -> Any:
    return compute_hasil(make_one(target, realisasi, **indikator), make_settings(), periode).get_indikator("I1")


@pytest.mark.parametrize(
    ("kode", "capaian", "kategori", "status", "perubahan", "kemajuan", "dari_awal"),
    [
        ("I1", "102.18", "Sangat Tinggi", Status.MELAMPAUI, "10.63", "90.65", "71.00"),
        ("I2", "85.71", "Tinggi", Status.BELUM, "-11.11", "40.00", "40.00"),
        ("I3", "105.00", "Sangat Tinggi", Status.MELAMPAUI, "16.67", "87.50", None),
        ("I4", "100.00", "Sangat Tinggi", Status.MENCAPAI, "-100.00", "100.00", None),
        ("I5", None, None, Status.TAK_DINILAI, None, None, None),
        ("I6", "93.27", "Sangat Tinggi", Status.BELUM, "3.49", "81.61", None),
    ],
)
def test_mini_case_gives_its_published_rows(
    mini: Hasil,
    kode: str,
    capaian: str | None,
    kategori: str | None,
    status: Status,
    perubahan: str | None,
    kemajuan: str | None,
    dari_awal: str | None,
) -> None:
    found = mini.get_indikator(kode)
    assert found.lalu is not None
    assert found.renstra is not None
    texts = [
        None if x is None else str(x)
        for x in (found.capaian, found.lalu.perubahan, found.renstra.kemajuan, mini.get_rincian(kode).renstra_dari_awal)
    ]
    assert texts == [capaian, perubahan, kemajuan, dari_awal]
    assert (found.kategori, found.status) == (kategori, status)


def test_mini_case_is_better_than_last_year_wherever_it_can_be_told(mini: Hasil) -> None:
    told = {i.kode: i.lalu.perkembangan for i in mini.indikator if i.lalu}
    assert told == {"I1": "membaik", "I2": "membaik", "I3": "membaik", "I4": "membaik", "I5": None, "I6": "membaik"}


def test_mini_case_means_of_sasaran_and_agency(mini: Hasil) -> None:
    assert [(str(s.capaian), s.dinilai, s.jumlah) for s in mini.sasaran] == [("93.95", 2, 2), ("99.42", 3, 4)]
    assert str(mini.instansi_capaian.capaian) == "96.69"
    assert str(mini.rincian.instansi_cara_lain["indikator"]) == "97.23"
    counts = {r.label: r.jumlah for r in mini.rincian.rekap if r.jenis == "status"}
    assert list(counts.values()) == [2, 1, 2, 1]


def test_mini_case_budget_and_efficiency(mini: Hasil) -> None:
    total = mini.anggaran_total
    assert (str(total.persen), total.sisa) == ("90.80", Decimal(460_000_000))
    assert [(str(s.penyerapan), str(s.efisiensi)) for s in mini.sasaran] == [("90.00", "3.95"), ("95.00", "4.42")]
    assert {s.status_efisiensi for s in mini.sasaran} == {"belum dapat dinyatakan efisien"}
    e5 = next(e for e in mini.rincian.efisiensi if e.metode == "E5" and not e.kode)
    assert (str(e5.nilai), str(e5.ne)) == ("4.30", "60.76")


def test_shared_out_support_budget_still_adds_up_to_the_total() -> None:
    hasil = compute_hasil(make_kinerja(), make_settings(penunjang="dibagi"))
    groups = [k for k in hasil.rincian.kelompok if k.jenis == "sasaran"]
    assert [g.kode for g in groups] == ["S1", "S2"]
    assert sum(g.pagu for g in groups) == hasil.anggaran_total.pagu


@pytest.mark.parametrize(
    ("batas", "cara", "expected"),
    [
        (120, "sasaran", "99.17"),
        (120, "indikator", "97.00"),
        ("tanpa", "sasaran", "131.67"),
        ("tanpa", "indikator", "123.00"),
    ],
)
def test_cap_and_way_of_averaging(batas: object, cara: str, expected: str) -> None:
    capaian = {"S1": ["100", "250"], "S2": ["80", "90", "95"]}
    codes = [(f"{s}-{n}", s, value) for s, values in capaian.items() for n, value in enumerate(values)]
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": s, "uraian": s} for s in capaian],
        indikator=[{"kode": k, "sasaran": s, "nama": k, "satuan": "nilai", "arah": "max"} for k, s, _ in codes],
        target=[{"indikator": k, "tahun": 2025, "versi": "pk", "target": "100"} for k, _, _ in codes],
        realisasi=[{"indikator": k, "realisasi": value} for k, _, value in codes],
    )
    hasil = compute_hasil(kinerja, make_settings(batas_capaian=batas, rata_instansi=cara))
    assert str(hasil.instansi_capaian.capaian) == expected


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "capaian", "alasan"),
    [
        ("0", "0", "max", None, Alasan.TARGET_NOL),
        ("0", "5", "max", None, Alasan.TARGET_NOL),
        ("0", "0", "min", "100.00", None),
        ("0", "3", "min", "0.00", None),
        (None, "3", "max", None, Alasan.TARGET_KOSONG),
        ("10", None, "max", None, Alasan.REALISASI_KOSONG),
        ("10", "-5", "max", "0.00", None),
        ("10", "25", "min", "0.00", None),
    ],
)
def test_zero_blank_and_negative(
    target: str | None, realisasi: str | None, arah: str, capaian: str | None, alasan: Alasan | None
) -> None:
    found = compute_one(target, {"realisasi": realisasi}, arah=arah)
    assert (None if found.capaian is None else str(found.capaian), found.alasan) == (capaian, alasan)


def test_raw_printed_and_averaged_capaian_stand_side_by_side() -> None:
    found = compute_one("10", {"realisasi": "25"}, arah="min")
    assert [str(x) for x in (found.capaian_mentah, found.capaian, found.capaian_rerata)] == ["-50.00", "0.00", "0.00"]


def test_infinite_ratio_enters_means_at_the_cap_only() -> None:
    hasil = compute_hasil(make_one("10", {"realisasi": "0"}, arah="min", metode="MIN-B"), make_settings())
    found = hasil.indikator[0]
    assert (found.capaian, found.alasan, found.status) == (None, Alasan.TAK_HINGGA, Status.TAK_DINILAI)
    sasaran = hasil.sasaran[0]
    assert (sasaran.capaian, sasaran.dinilai, sasaran.tercapai) == (Decimal("120.00"), 0, 0)
    assert sasaran.status is Status.TAK_DINILAI


def test_a_mean_of_caps_alone_claims_no_efficiency() -> None:
    kinerja = make_one("10", {"realisasi": "0"}, arah="min", metode="MIN-B")
    uang = {"kode": "2.16.01", "level": "program", "uraian": "P", "pagu": Decimal(10), "realisasi_anggaran": Decimal(5)}
    tabel = {nama: kinerja.records(nama) for nama in ("sasaran", "indikator", "target", "realisasi")}
    program = [{"kode": "2.16.01", "sasaran": "S1"}]
    sasaran = compute_hasil(Kinerja.from_rows(**tabel, program=program, anggaran=[uang]), make_settings()).sasaran[0]
    assert (str(sasaran.capaian), str(sasaran.penyerapan)) == ("120.00", "50.00")
    assert sasaran.status_efisiensi is None


def test_predikat_by_score_and_by_rank() -> None:
    satuan = {"satuan": "predikat"}
    assert str(compute_one("BB", {"realisasi": "B (65.30)"}, **satuan).capaian) == "93.27"
    assert str(compute_one("A", {"realisasi": "BB"}, **satuan).capaian) == "83.33"


@pytest.mark.parametrize(
    ("agregasi", "tahunan", "tw3"),
    [
        ("jumlah", None, "21"),
        ("akhir", None, "9"),
        ("rata", None, "10.5"),
        ("tertinggi", None, "12"),
        ("terendah", None, "9"),
    ],
)
def test_half_filled_year_has_no_annual_figure(agregasi: str, tahunan: str | None, tw3: str) -> None:
    isian = {"tw1": "12", "tw3": "9"}
    tw = {"target_tw": {"tw1": "10", "tw2": "10", "tw3": "10", "tw4": "10"}}
    setahun = compute_one("40", isian, agregasi=agregasi, **tw)
    assert (setahun.realisasi, setahun.alasan) == (tahunan, Alasan.TIDAK_LENGKAP)
    assert compute_one("40", isian, "TW3", agregasi=agregasi, **tw).realisasi == tw3


def test_later_quarters_of_a_running_year_stand_empty() -> None:
    isian = {"tw1": "12", "tw2": "18", "tw3": "45", "tw4": "30"}
    tw = {"target_tw": {"tw1": "10", "tw2": "20", "tw3": "40", "tw4": "30"}}
    hasil = compute_hasil(make_one("100", isian, satuan="konten", **tw), make_settings(), "TW2")
    quarters = hasil.get_rincian("I1").triwulan
    assert [q.realisasi for q in quarters] == ["12", "18", None, None]
    assert (str(quarters[1].capaian), str(quarters[1].sd_capaian)) == ("90.00", "100.00")
    assert (hasil.indikator[0].target, hasil.indikator[0].realisasi) == ("30", "30")


def test_ratio_of_two_counts_stands_in_for_a_blank_percentage() -> None:
    found = compute_one("90", {"pembilang": Decimal(41), "penyebut": Decimal(45)}, satuan="%")
    assert str(found.capaian) == "101.23"


def test_doubtful_figure_gives_its_reason_instead_of_a_number() -> None:
    assert compute_one("90", {"ragu": "realisasi:ambigu"}).alasan is Alasan.AMBIGU


def test_hasil_survives_being_written_and_read(mini: Hasil) -> None:
    assert load_lengkap(dump_lengkap(mini)) == mini


def test_hasil_json_keeps_its_promised_schema(mini: Hasil) -> None:
    jsonschema.validate(promise_hasil(mini), read_skema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**promise_hasil(mini), "tahun": "2025"}, read_skema())


def test_hasil_json_is_the_same_text_twice() -> None:
    texts = {dump_hasil(compute_hasil(make_kinerja(), make_settings())) for _ in range(2)}
    assert len(texts) == 1


def test_last_year_is_averaged_the_way_of_this_year() -> None:
    riwayat = {"A1": ("S1", "300"), "A2": ("S1", "80"), "B1": ("S2", "90")}
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "a"}, {"kode": "S2", "uraian": "b"}],
        indikator=[
            {"kode": k, "sasaran": s, "nama": k, "satuan": "nilai", "arah": "max"} for k, (s, _) in riwayat.items()
        ],
        target=[{"indikator": k, "tahun": 2025, "versi": "pk", "target": "100"} for k in riwayat],
        realisasi=[{"indikator": k, "realisasi": "100"} for k in riwayat],
        riwayat=[{"indikator": k, "tahun": 2024, "target": "100", "realisasi": r} for k, (_, r) in riwayat.items()],
    )
    means = [
        compute_hasil(kinerja, make_settings(rata_instansi=cara)).rincian.instansi_lalu
        for cara in ("sasaran", "indikator")
    ]
    assert [str(m) for m in means] == ["95.00", "96.67"]
    assert compute_hasil(kinerja, make_settings(), "TW2").rincian.instansi_lalu is None


def test_last_year_takes_this_years_weights_and_exact_figures() -> None:
    """S1: (100,005 × 3 + 80 × 1) / 4 = 95,00375; with S2 (90,005, three times its weight): 91,2546875."""
    riwayat = {"A1": ("S1", "100.005", 3), "A2": ("S1", "80", 1), "B1": ("S2", "90.005", 1)}
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": f"S{n}", "uraian": "a", "bobot": Decimal(b)} for n, b in ((1, 1), (2, 3))],
        indikator=[
            {"kode": k, "sasaran": s, "nama": k, "satuan": "nilai", "arah": "max", "bobot": Decimal(b)}
            for k, (s, _, b) in riwayat.items()
        ],
        riwayat=[{"indikator": k, "tahun": 2024, "target": "100", "realisasi": r} for k, (_, r, _) in riwayat.items()],
    )
    rincian = compute_hasil(kinerja, make_settings()).rincian
    assert str(rincian.instansi_lalu) == "91.25"
    assert (rincian.instansi_lalu_dinilai, rincian.instansi_lalu_tercapai) == (3, 1)


KUMULATIF = {"tw1": "121", "tw2": "262", "tw3": "391", "tw4": "512"}
RENCANA = {"target_tw": dict.fromkeys(("tw1", "tw2", "tw3", "tw4"), "125"), "agregasi": "jumlah"}


def test_quarters_that_do_not_give_the_typed_year_claim_nothing_to_date() -> None:
    """The quarters sum to 1.286, the year was typed as 512 of 500: 102,40 %."""
    kinerja = make_one("500", {**KUMULATIF, "realisasi": "512"}, satuan="konten", **RENCANA)
    hasil = compute_hasil(kinerja, make_settings())
    rincian = hasil.get_rincian("I1")
    assert [t.realisasi for t in rincian.triwulan] == list(KUMULATIF.values())
    assert [t.capaian for t in rincian.triwulan] == [None] * 4
    assert [t.sd_capaian for t in rincian.triwulan] == [None, None, None, Decimal("102.40")]
    akhir = rincian.triwulan[3]
    assert (akhir.sd_target, akhir.sd_realisasi, hasil.indikator[0].realisasi) == ("500", "512", "512")
    assert rincian.catatan_triwulan is not None
    assert "menghasilkan 1.286 (" in rincian.catatan_triwulan
    assert hasil.rincian.triwulan[0].memenuhi == 1


@pytest.mark.parametrize(("isian", "periode"), [({}, "tahunan"), ({"realisasi": "1286"}, "tahunan"), ({}, "TW3")])
def test_quarters_that_give_the_year_keep_their_figures_to_date(isian: dict[str, str], periode: str) -> None:
    hasil = compute_hasil(make_one("500", {**KUMULATIF, **isian}, satuan="konten", **RENCANA), make_settings(), periode)
    rincian, item = hasil.get_rincian("I1"), hasil.indikator[0]
    assert rincian.catatan_triwulan is None
    akhir = rincian.triwulan[3 if periode == "tahunan" else 2]
    assert (akhir.sd_target, akhir.sd_realisasi, akhir.sd_capaian) == (item.target, item.realisasi, item.capaian)
    assert rincian.triwulan[1].sd_realisasi == "383"
    assert str(rincian.triwulan[1].capaian) == "209.60"


def test_the_original_ceiling_is_summed_from_the_deepest_lines_or_not_at_all() -> None:
    rows = [("2.16.01", "program", 90), ("2.16.01.2.01", "kegiatan", 60), ("2.16.01.2.02", "kegiatan", 30)]
    baris = [
        {"kode": k, "level": j, "uraian": k, "pagu_murni": Decimal(n), "pagu": Decimal(n), "realisasi_anggaran": None}
        for k, j, n in rows
    ]
    rincian = compute_hasil(Kinerja.from_rows(anggaran=baris), make_settings()).rincian
    assert (rincian.anggaran_murni, rincian.anggaran_perubahan) == (90, None)
    baris[2]["pagu_murni"] = None
    assert compute_hasil(Kinerja.from_rows(anggaran=baris), make_settings()).rincian.anggaran_murni is None


def test_the_source_of_an_indikator_is_the_planning_s_and_the_unit_s_where_it_names_none() -> None:
    def find(rencana: str | None) -> str | None:
        kinerja = make_one("100", {"realisasi": "90", "sumber_data": "LHE Nomor 7"}, sumber_data=rencana)
        return compute_hasil(kinerja, make_settings()).rincian.indikator[0].sumber_data

    assert [find("Laporan evaluasi"), find(None)] == ["Laporan evaluasi", "LHE Nomor 7"]
