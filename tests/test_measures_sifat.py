"""Properties of all figures together: shares, progress, quarters, order of rows (DOMAIN §5, PROMISES §5–§6)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kasus_mini import make_kinerja, make_settings

from lakip_lib.measures import Hasil, compute_hasil, dump_hasil
from lakip_lib.measures.anggaran import list_daun, read_peta, spread_sasaran, sum_uang
from lakip_lib.model import TABEL, Kinerja

ANGKA = st.decimals(min_value="0.01", max_value="10000", places=2)
BAIK = {"max": 1, "min": -1}


def make_one(
    target: Any,
    realisasi: Any,
    *,
    riwayat: dict[int, Any] | None = None,
    renstra: dict[int, Any] | None = None,
    standar: dict[str, Any] | None = None,
    isian: dict[str, Any] | None = None,
    **indikator: Any,
) -> Kinerja:
    dasar = {"kode": "I1", "sasaran": "S1", "nama": "I", "satuan": "indeks", "arah": "max", **indikator}
    tahun = [{"indikator": "I1", "tahun": t, "versi": "renstra", "target": str(v)} for t, v in (renstra or {}).items()]
    return Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=[dasar],
        target=[
            {"indikator": "I1", "tahun": 2025, "versi": "pk", "target": None if target is None else str(target)},
            *tahun,
        ],
        riwayat=[
            {"indikator": "I1", "tahun": t, "realisasi": None if v is None else str(v)}
            for t, v in (riwayat or {}).items()
        ],
        standar=[{"indikator": "I1", "tahun": 2024, **standar}] if standar else [],
        realisasi=[{"indikator": "I1", "realisasi": None if realisasi is None else str(realisasi), **(isian or {})}],
    )


def compute_one(*args: Any, periode: str = "tahunan", pengaturan: dict[str, Any] | None = None, **kwargs: Any) -> Hasil:
    return compute_hasil(make_one(*args, **kwargs), make_settings(**(pengaturan or {})), periode)


@settings(max_examples=60, deadline=None)
@given(
    target=ANGKA,
    a=ANGKA,
    b=ANGKA,
    arah=st.sampled_from(["max", "min"]),
    metode=st.sampled_from([None, "MIN-A", "MIN-B"]),
)
def test_better_realisasi_never_lowers_any_capaian(
    target: Decimal, a: Decimal, b: Decimal, arah: str, metode: str | None
) -> None:
    pilih = metode if arah == "min" else None
    lebih, kurang = sorted((a, b), key=lambda r: r * BAIK[arah], reverse=True)
    baik, buruk = (compute_one(target, r, arah=arah, metode=pilih).indikator[0] for r in (lebih, kurang))
    for nama in ("capaian", "capaian_mentah", "capaian_rerata"):
        assert getattr(baik, nama) >= getattr(buruk, nama)


@settings(max_examples=60, deadline=None)
@given(target=ANGKA, dekat=ANGKA, jauh=ANGKA, sisi=st.sampled_from([1, -1]), pita=st.integers(0, 20))
def test_nearer_to_the_target_is_never_worse(
    target: Decimal, dekat: Decimal, jauh: Decimal, sisi: int, pita: int
) -> None:
    dekat, jauh = sorted((dekat, jauh))
    lebar = {"pita_bawah": Decimal(pita), "pita_atas": Decimal(pita)}
    c = [compute_one(target, target + sisi * d, arah="stabil", **lebar).indikator[0].capaian for d in (dekat, jauh)]
    assert c[0] is not None
    assert c[1] is not None
    assert c[0] >= c[1]


KODE = ["2.16.01", "2.16.02", "2.16.02.2.01", "2.16.02.2.01.0001", "2.16.02.2.01.0002", "2.20", "2.20.02.2.01.0003"]
PROGRAM = st.lists(
    st.tuples(
        st.sampled_from([*KODE, "9.99"]),
        st.sampled_from(["S1", "S2", "S9", "penunjang", None]),
        st.sampled_from([None, "33.33", "60", "-5", "0", "150"]),
    ),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(PROGRAM, st.lists(st.integers(0, 10**9), min_size=7, max_size=7), st.sampled_from(["terpisah", "dibagi"]))
def test_money_is_neither_lost_nor_counted_twice_in_any_mapping(
    program: list[tuple[str, str | None, str | None]], pagu: list[int], penunjang: str
) -> None:
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "1"}, {"kode": "S2", "uraian": "2"}],
        program=[{"kode": k, "sasaran": s, "porsi": None if p is None else Decimal(p)} for k, s, p in program],
        anggaran=[
            {"kode": k, "level": "kegiatan", "uraian": k, "pagu": Decimal(p), "realisasi_anggaran": Decimal(p // 2)}
            for k, p in zip(KODE, pagu, strict=True)
        ],
    )
    daun = list_daun(kinerja.records("anggaran"))
    groups = spread_sasaran(daun, read_peta(kinerja), ["S1", "S2"], penunjang)
    total = compute_hasil(kinerja, make_settings(penunjang=penunjang)).anggaran_total
    assert sum_uang(groups.values()).pagu == Fraction(total.pagu)
    assert sum_uang(groups.values()).realisasi == Fraction(total.realisasi_anggaran)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_rows_never_changes_hasil_json(acak: Any) -> None:
    asli = make_kinerja()
    rows = {nama: asli.records(nama) for nama in TABEL}
    rows["program"].append({"kode": "2.16.02", "sasaran": "S1", "porsi": Decimal(40)})
    rows["standar"] = [
        {"indikator": "I1", "tahun": 2024, "nilai": n, "lingkup": "nasional", "sumber": "x"} for n in ("2.5", "2.6")
    ]
    first = dump_hasil(compute_hasil(Kinerja.from_rows(**rows), make_settings()))
    for daftar in rows.values():
        acak.shuffle(daftar)
    assert dump_hasil(compute_hasil(Kinerja.from_rows(**rows), make_settings())) == first


def test_shares_that_leave_something_open_show_what_is_not_mapped() -> None:
    rows = {nama: make_kinerja().records(nama) for nama in ("sasaran", "anggaran")}
    program = [{"kode": "2.16.01", "sasaran": "S1", "porsi": Decimal(60)}, {"kode": "2.16.02", "sasaran": "S2"}]
    hasil = compute_hasil(Kinerja.from_rows(**rows, program=program), make_settings())
    groups = {k.kode: k.pagu for k in hasil.rincian.kelompok if k.jenis == "sasaran"}
    assert groups == {"S1": 720_000_000, "S2": 800_000_000, "belum dipetakan": 3_480_000_000}
    assert [a.sasaran for a in hasil.anggaran] == ["S1", "S2", None]


@pytest.mark.parametrize(("realisasi", "tercapai"), [("99.996", 1), ("99.994", 0)])
def test_what_is_printed_as_a_hundred_counts_as_reached(realisasi: str, tercapai: int) -> None:
    hasil = compute_one(100, realisasi)
    assert (hasil.sasaran[0].tercapai, hasil.sasaran[0].status == "mencapai") == (tercapai, bool(tercapai))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["S1", "S2"]), st.sampled_from(["0", "5", "10", "12", None])), max_size=6),
    st.sampled_from([100, 120, "tanpa"]),
)
def test_sasaran_agency_and_counts_by_status_agree(items: list[tuple[str, str | None]], batas: Any) -> None:
    kode = [f"I{n}" for n in range(len(items))]
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": k, "uraian": k} for k in ("S1", "S2")],
        indikator=[
            {"kode": k, "sasaran": s, "nama": k, "satuan": "hari", "arah": "min", "metode": "MIN-B"}
            for k, (s, _) in zip(kode, items, strict=True)
        ],
        target=[{"indikator": k, "tahun": 2025, "versi": "pk", "target": "10"} for k in kode],
        realisasi=[{"indikator": k, "realisasi": r} for k, (_, r) in zip(kode, items, strict=True)],
    )
    hasil = compute_hasil(kinerja, make_settings(batas_capaian=batas))
    rekap = {r.label: r.jumlah for r in hasil.rincian.rekap if r.jenis == "status"}
    tercapai, dinilai = (sum(getattr(s, nama) for s in hasil.sasaran) for nama in ("tercapai", "dinilai"))
    assert tercapai == rekap["Melampaui target"] + rekap["Mencapai target"] == hasil.instansi_capaian.tercapai
    assert len(items) - dinilai == rekap["Belum dapat dinilai"]
    assert hasil.instansi_capaian.dinilai == dinilai


def test_cumulative_progress_sums_the_years_and_names_those_it_lacks() -> None:
    riwayat = {2021: 10, 2022: None, 2024: 20}
    hasil = compute_one(30, 30, kumulatif_renstra="ya", riwayat=riwayat, renstra={2025: 90, 2026: 120}, satuan="konten")
    renstra = hasil.indikator[0].renstra
    assert renstra is not None
    assert (str(renstra.kemajuan), renstra.status) == ("50.00", "perlu percepatan")
    assert hasil.get_rincian("I1").renstra_dijumlah == (2021, 2024)
    assert "tanpa tahun 2022, 2023" in hasil.get_rincian("I1").catatan[0]


@pytest.mark.parametrize(
    ("arah", "awal", "akhir", "realisasi", "rasio", "dari_awal"),
    [
        ("max", "2.10", "3.10", "2.81", "90.65", "71.00"),
        ("min", "20", "10", "16", "40.00", "40.00"),
        ("max", "3", "3", "3", "100.00", None),
        ("stabil", "50", "60", "57", "100.00", "100.00"),
        ("stabil", "52", "70", "88", "79.29", "0.00"),
        ("stabil", "52", "60-80", "88", "90.00", "0.00"),
        ("min", "5", "0", "0", "100.00", "100.00"),
    ],
)
def test_progress_by_both_readings(
    arah: str, awal: str, akhir: str, realisasi: str, rasio: str, dari_awal: str | None
) -> None:
    pita = {"pita_bawah": Decimal(5), "pita_atas": Decimal(5)} if arah == "stabil" else {}
    hasil = compute_one(1, realisasi, arah=arah, kondisi_awal=awal, renstra={2026: akhir}, **pita)
    rincian = hasil.get_rincian("I1")
    found = [None if x is None else str(x) for x in (rincian.renstra_rasio, rincian.renstra_dari_awal)]
    assert found == [rasio, dari_awal]


@pytest.mark.parametrize(
    ("realisasi", "status", "sisa"),
    [("66.5", "sesuai jalur", "0"), ("88", "perlu penyesuaian", "-14.5"), ("60", "perlu penyesuaian", "6.5")],
)
def test_stabil_is_on_track_within_the_band_and_never_told_to_speed_up(realisasi: str, status: str, sisa: str) -> None:
    pita = {"pita_bawah": Decimal(5), "pita_atas": Decimal(5)}
    hasil = compute_one(70, realisasi, arah="stabil", renstra={2025: 70, 2026: 70}, **pita)
    renstra = hasil.indikator[0].renstra
    assert renstra is not None
    assert (renstra.status, hasil.get_rincian("I1").renstra_sisa) == (status, Decimal(sisa))


def test_efficiency_is_stated_for_a_whole_year_only() -> None:
    hasil = {p: compute_hasil(make_kinerja(), make_settings(), p) for p in ("TW2", "TW4")}
    assert [s.efisiensi for s in hasil["TW2"].sasaran] == [None, None]
    assert {s.status_efisiensi for s in hasil["TW2"].sasaran} == {None}
    assert (hasil["TW2"].rincian.kuadran, hasil["TW2"].rincian.efisiensi) == ((), ())
    assert hasil["TW4"].sasaran[1].status_efisiensi is not None
    assert len(hasil["TW4"].rincian.kuadran) == 2


@pytest.mark.parametrize(
    ("periode", "status", "posisi"), [("TW2", None, None), ("TW4", "perlu percepatan", "memenuhi")]
)
def test_a_part_of_the_year_is_not_held_against_targets_of_a_year(
    periode: str, status: str | None, posisi: str | None
) -> None:
    kinerja = make_one(
        40,
        None,
        renstra={2025: 60, 2026: 80},
        standar={"tahun": 2024, "nilai": "10", "jenis": "ambang"},
        isian={"tw1": "10", "tw2": "10", "tw3": "10", "tw4": "10"},
        satuan="konten",
    )
    item = compute_hasil(kinerja, make_settings(), periode).indikator[0]
    assert item.renstra is not None
    assert item.standar is not None
    assert (item.renstra.kemajuan is None, item.renstra.status, item.standar.posisi) == (False, status, posisi)


@pytest.mark.parametrize(
    ("target", "lalu", "kini", "kata"),
    [(70, 68, 73, "tetap"), (70, 68, 88, "memburuk"), ("60-80", 61, 79, "tetap"), ("60-80", 50, 85, "membaik")],
)
def test_stabil_moves_only_outside_its_band(target: Any, lalu: int, kini: int, kata: str) -> None:
    pita = {"pita_bawah": Decimal(5), "pita_atas": Decimal(5)}
    beside = compute_one(target, kini, arah="stabil", riwayat={2024: lalu}, **pita).indikator[0].lalu
    assert beside is not None
    assert beside.perkembangan == kata


@pytest.mark.parametrize(
    ("arah", "jenis", "nilai", "posisi"),
    [
        ("max", "ambang", "2.5", "memenuhi"),
        ("max", "ambang", "3", "belum memenuhi"),
        ("min", "ambang", "3", "memenuhi"),
        ("min", "rata-rata", "2.5", "belum setara"),
        ("min", "rata-rata", "3", "lebih baik"),
        ("max", None, "2.81", "setara"),
    ],
)
def test_standard_is_read_in_the_direction_of_the_indikator(
    arah: str, jenis: str | None, nilai: str, posisi: str
) -> None:
    standar = compute_one(2, "2.81", arah=arah, standar={"nilai": nilai, "jenis": jenis}).indikator[0].standar
    assert standar is not None
    assert standar.posisi == posisi


def test_history_of_any_gap_has_five_years() -> None:
    tahun = compute_one(3, 3, riwayat={2019: 1, 2023: 2}).get_rincian("I1").lintas_tahun
    assert [(t.tahun, t.realisasi) for t in tahun] == [
        (2021, None),
        (2022, None),
        (2023, "2"),
        (2024, None),
        (2025, "3"),
    ]
    assert tahun[0].catatan == "belum ada data"


@pytest.mark.parametrize(
    ("isian", "periode", "expected"),
    [
        ({"status_data": "belum rilis", "tw2": "5"}, "TW2", ("5", None)),
        ({"status_data": "belum rilis", "tw2": "5"}, "tahunan", (None, "belum_rilis")),
        ({"status_data": "belum rilis"}, "TW2", (None, "belum_rilis")),
        ({"realisasi": "7"}, "TW4", ("7", None)),
        ({"realisasi": "7", "tw4": "6"}, "TW4", ("6", None)),
        ({"realisasi": "7"}, "TW3", (None, "realisasi_kosong")),
    ],
)
def test_status_and_annual_figure_in_a_quarter(
    isian: dict[str, str], periode: str, expected: tuple[str | None, str | None]
) -> None:
    kinerja = make_one(None, None, isian=isian)
    rows = [{**row, "target": "10", "tw2": "10", "tw3": "10", "tw4": "10"} for row in kinerja.records("target")]
    tabel = {nama: kinerja.records(nama) for nama in ("sasaran", "indikator", "realisasi")}
    found = compute_hasil(Kinerja.from_rows(**tabel, target=rows), make_settings(), periode).indikator[0]
    assert (found.realisasi, found.alasan) == expected
