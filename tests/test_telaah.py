"""What computed figures make one ask (R40): each finding where it is planted, and none where it is not."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from kasus_mini import make_kinerja, make_settings

from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.telaah import review_hasil
from lakip_lib.temuan import Temuan

PANJANG = "Jadwal kegiatan disusun bersama seluruh bidang."
Row = Mapping[str, Any]
HAMBATAN = {"faktor_penghambat": "Ada.", "solusi": "Sudah.", "tindak_lanjut": "Akan."}


def make(
    indikator: Row, target: Row, realisasi: Row, *, riwayat: Row | None = None, analisis: Row | None = None, **lain: Any
) -> Kinerja:
    """One indikator I1 of unit U1, with its form isian/U1.xlsx and evidence."""
    dasar = {"kode": "I1", "sasaran": "S1", "nama": "Indikator", "satuan": "indeks", "arah": "max", "unit": "U1"}
    cells = [
        {
            "tabel": "realisasi",
            "kunci": "I1",
            "kolom": k,
            "berkas": "isian/U1.xlsx",
            "sha256": "",
            "lembar": "F1",
            "sel": s,
        }
        for k, s in (("realisasi", "O6"), ("tw1", "K6"), ("tw2", "L6"), ("tw4", "N6"))
    ]
    return Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S1"}],
        indikator=[{**dasar, **indikator}],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", **target}],
        realisasi=[{"indikator": "I1", "unit": "U1", **realisasi}],
        riwayat=[{"indikator": "I1", "tahun": 2024, **riwayat}] if riwayat else [],
        analisis=[{"indikator": "I1", "unit": "U1", **(HAMBATAN if analisis is None else analisis)}],
        bukti=[{"kode": "I1", "unit": "U1", "nama_dokumen": "Laporan"}],
        isian=[{"unit": "U1", "nama": "Unit", "status": "diterima", "berkas": "isian/U1.xlsx"}],
        asal=cells,
        **lain,
    )


def review(kinerja: Kinerja, periode: str = "tahunan") -> list[Temuan]:
    settings = make_settings()
    return review_hasil(compute_hasil(kinerja, settings, periode), kinerja, settings)


def rules(kinerja: Kinerja, periode: str = "tahunan") -> list[str]:
    return [t.aturan for t in review(kinerja, periode)]


PERSEN = {"satuan": "%"}
KONTEN = {"satuan": "konten"}
T100 = {"target": "100"}
TW = ("tw1", "tw2", "tw3", "tw4")


def quarters(*values: str | None, setahun: str | None = None) -> Row:
    return {**dict(zip(TW, values, strict=False)), **({"realisasi": setahun} if setahun else {})}


@pytest.mark.parametrize(
    ("aturan", "indikator", "target", "realisasi"),
    [
        ("capaian-di-atas-150", {}, T100, {"realisasi": "150.01"}),
        ("capaian-negatif", {"arah": "min"}, T100, {"realisasi": "201"}),
        ("target-nol", {}, {"target": "0"}, {"realisasi": "5"}),
        ("persen-sebagai-pecahan", PERSEN, {"target": "90"}, {"realisasi": "0.85"}),
        ("rasio-berbeda", PERSEN, T100, {"realisasi": "80", "pembilang": Decimal(9), "penyebut": Decimal(10)}),
        ("triwulan-belum-lengkap", KONTEN, T100, quarters("10", None, "60")),
        ("triwulan-tidak-cocok", KONTEN, T100, quarters("10", "20", "40", "30", setahun="101")),
        ("triwulan-tidak-cocok", {}, T100, quarters(None, None, None, "99", setahun="100")),
        (
            "triwulan-tidak-cocok",
            {"satuan": "predikat"},
            {"target": "BB"},
            quarters(None, None, None, "BB", setahun="A"),
        ),
        ("triwulan-kumulatif", KONTEN, T100, quarters("25", "50", "75", "100")),
        ("triwulan-kumulatif", KONTEN, T100, quarters("0", "10", "50", "98", setahun="98")),
        ("target-triwulan-berbeda", KONTEN, {**T100, **quarters("10", "20", "30", "30")}, {"realisasi": "100"}),
        ("target-triwulan-berbeda", {}, {**T100, "tw4": "90"}, {"realisasi": "100"}),
    ],
)
def test_planted_doubt_is_asked_about_once(aturan: str, indikator: Row, target: Row, realisasi: Row) -> None:
    found = [t for t in review(make(indikator, target, realisasi)) if t.aturan == aturan]
    assert len(found) == 1
    assert found[0].pesan.endswith(".")


@pytest.mark.parametrize(
    ("indikator", "target", "realisasi"),
    [
        ({}, T100, {"realisasi": "150"}),
        ({"arah": "min"}, T100, {"realisasi": "200"}),
        ({"arah": "min"}, {"target": "0"}, {"realisasi": "0"}),
        (PERSEN, {"target": "0.9"}, {"realisasi": "0.85"}),
        (PERSEN, {"target": "90"}, {"realisasi": "91.1", "pembilang": Decimal(41), "penyebut": Decimal(45)}),
        (PERSEN, {"target": "90"}, {"realisasi": "91", "pembilang": Decimal(41), "penyebut": Decimal(45)}),
        (
            {"satuan": "per 1.000 kelahiran", "arah": "min"},
            {"target": "6"},
            {"realisasi": "5.2", "pembilang": Decimal(52), "penyebut": Decimal(10000)},
        ),
        (KONTEN, T100, quarters("10", "20", "40", "30", setahun="100")),
        (KONTEN, T100, quarters("0", "0", "0", "100", setahun="100")),
        (KONTEN, T100, quarters("5", "10", "20", "65")),
        ({"agregasi": "rata"}, T100, quarters("99", "101", "101", "98.5", setahun="99.9")),
        ({}, {**T100, **quarters(None, None, None, "100")}, quarters(None, None, None, "100")),
        ({"satuan": "predikat"}, {"target": "BB"}, quarters(None, None, None, "bb", setahun="BB")),
    ],
)
def test_what_is_in_order_is_not_asked_about(indikator: Row, target: Row, realisasi: Row) -> None:
    assert rules(make(indikator, target, realisasi)) == []


@pytest.mark.parametrize(
    ("indikator", "lalu", "kini", "asked"),
    [
        ({}, "100", "151", True),
        ({}, "100", "149", False),
        ({}, "100", "49", True),
        (PERSEN, "40", "95", True),
        (PERSEN, "50", "99", False),
        ({"arah": "min"}, "10", "0", False),
        ({}, "0", "40", False),
    ],
)
def test_jump_since_last_year_is_asked_about(indikator: Row, lalu: str, kini: str, asked: bool) -> None:
    target = {"target": kini if kini != "0" else "5"}
    kinerja = make(indikator, target, {"realisasi": kini}, riwayat={"realisasi": lalu})
    assert ("lonjakan" in rules(kinerja)) is asked


def test_part_of_a_year_is_no_jump_and_no_progress_status() -> None:
    kinerja = make(
        KONTEN, {**T100, **quarters("25", "25", "25", "25")}, quarters("25", "25"), riwayat={"realisasi": "100"}
    )
    assert rules(kinerja, "TW2") == []
    assert compute_hasil(kinerja, make_settings(), "TW2").indikator[0].lalu.perkembangan is None  # type: ignore[union-attr]


def test_finding_of_a_quarter_is_placed_in_that_quarters_cell() -> None:
    kinerja = make({}, {"target": "10", "tw2": "10"}, {"tw2": "20", "realisasi": "20"})
    assert [t.sel for t in review(kinerja, "TW2") if t.aturan == "capaian-di-atas-150"] == ["L6"]


@pytest.mark.parametrize(("tercetak", "asked"), [("97.69", False), ("97.7", False), ("98", False), ("97.5", True)])
def test_printed_capaian_of_an_earlier_year_is_held_against_its_figures(tercetak: str, asked: bool) -> None:
    riwayat = {"target": "2.6", "realisasi": "2.54", "capaian_tercetak": Decimal(tercetak)}
    kinerja = make({}, {"target": "2.75"}, {"realisasi": "2.81"}, riwayat=riwayat)
    found = [t for t in review(kinerja) if t.aturan == "capaian-tercetak-berbeda"]
    assert [(t.berkas, t.lembar) for t in found] == ([("perencanaan.xlsx", "Riwayat")] if asked else [])


@pytest.mark.parametrize(
    ("realisasi", "lalu", "analisis", "asked"),
    [
        ("99.99", None, {}, True),
        ("99.99", None, HAMBATAN, False),
        ("100", None, {}, False),
        ("100", "120", {}, True),
        ("100", "90", {}, False),
    ],
)
def test_causes_are_compulsory_below_target_or_when_falling(
    realisasi: str, lalu: str | None, analisis: Row, asked: bool
) -> None:
    kinerja = make({}, T100, {"realisasi": realisasi}, riwayat={"realisasi": lalu} if lalu else None, analisis=analisis)
    found = [t for t in review(kinerja) if t.aturan == "analisis-kosong"]
    assert [(t.berkas, t.lembar, t.tingkat) for t in found] == (
        [("isian/U1.xlsx", "F2 Analisis", "wajib")] if asked else []
    )


def many(realisasi: list[str], **lain: Any) -> Kinerja:
    codes = [f"I{n}" for n in range(1, len(realisasi) + 1)]
    return Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S1"}],
        indikator=[
            {"kode": k, "sasaran": "S1", "nama": k, "satuan": "indeks", "arah": "max", "unit": "U1"} for k in codes
        ],
        target=[{"indikator": k, "tahun": 2025, "versi": "pk", "target": "100"} for k in codes],
        realisasi=[{"indikator": k, "unit": "U1", "realisasi": r} for k, r in zip(codes, realisasi, strict=True)],
        isian=[{"unit": "U1", "nama": "Unit", "status": "diterima", "berkas": "isian/U1.xlsx"}],
        **lain,
    )


def test_all_exactly_on_target_is_asked_about() -> None:
    assert "realisasi-sama-target" in rules(many(["100", "100", "100"]))
    assert "realisasi-sama-target" not in rules(many(["100", "100", "101"]))
    assert "realisasi-sama-target" not in rules(many(["100", "100"]))


@pytest.mark.parametrize(("teks", "asked"), [(PANJANG, True), ("Tidak ada.", False)])
def test_same_long_text_for_several_indikator_is_asked_about(teks: str, asked: bool) -> None:
    analisis = [{"indikator": k, "unit": "U1", "faktor_pendukung": teks} for k in ("I1", "I2", "I3")]
    found = [t.pesan for t in review(many(["101", "102", "103"], analisis=analisis)) if t.aturan == "teks-kembar"]
    assert ["I1, I2 dan I3" in pesan for pesan in found] == ([True] if asked else [])


def test_indikator_without_evidence_are_named_once_a_unit() -> None:
    found = [t for t in review(many(["101", "102"])) if t.aturan == "bukti-kosong"]
    assert [(t.berkas, t.lembar, "I1, I2" in t.pesan) for t in found] == [("isian/U1.xlsx", "F4 Data dukung", True)]


def test_what_is_not_released_yet_has_no_evidence() -> None:
    kinerja = many(["101", "102"])
    belum = [row | {"realisasi": None, "status_data": "belum rilis"} for row in kinerja.records("realisasi")[:1]]
    tabel = {n: kinerja.records(n) for n in ("sasaran", "indikator", "target", "isian")}
    kinerja = Kinerja.from_rows(**tabel, realisasi=[*belum, *kinerja.records("realisasi")[1:]])
    (pesan,) = [t.pesan for t in review(kinerja) if t.aturan == "bukti-kosong"]
    assert "Data dukung: I2 belum disertai" in pesan


@pytest.mark.parametrize(
    ("realisasi", "periode", "asked"), [(400, "tahunan", True), (600, "tahunan", False), (400, "TW2", False)]
)
def test_target_met_with_little_spent_is_asked_about_of_a_year(realisasi: int, periode: str, asked: bool) -> None:
    uang = {"kode": "2.16.02", "level": "program", "pagu": Decimal(1000), "realisasi_anggaran": Decimal(realisasi)}
    kinerja = many(["101"], anggaran=[uang], program=[{"kode": "2.16.02", "sasaran": "S1"}])
    assert ("capaian-tinggi-serapan-rendah" in rules(kinerja, periode)) is asked


def test_mini_case_raises_only_what_it_lacks() -> None:
    assert set(rules(make_kinerja())) == {"analisis-kosong", "bukti-kosong"}


def list_kosong(indikator: Row, realisasi: Row, periode: str, **target: str) -> list[str | None]:
    kinerja = make(indikator, {**T100, **target}, realisasi)
    return [t.sel for t in review(kinerja, periode) if t.aturan == "triwulan-kosong"]


def test_running_year_names_each_quarter_it_is_counted_without() -> None:
    assert list_kosong(KONTEN, quarters(None, None, "40"), "TW3") == ["K6", "L6"]
    assert list_kosong({**KONTEN, "agregasi": "rata"}, quarters("10", None, "40"), "TW3") == ["L6"]
    (temuan,) = (t for t in review(make(KONTEN, T100, quarters("10", None, "40")), "TW3") if t.sel == "L6")
    assert (temuan.tingkat, "s.d. TW III dihitung tanpanya" in temuan.pesan) == ("peringatan", True)


@pytest.mark.parametrize(
    ("indikator", "realisasi", "periode", "target"),
    [
        ({}, quarters("10", None, "40"), "TW3", {}),
        (KONTEN, quarters("10", None, "40"), "TW1", {}),
        (KONTEN, quarters("10", None, "40"), "TW3", {"tw1": "5", "tw3": "30"}),
        (KONTEN, quarters("10", None, "40", "30", setahun="80"), "TW4", {}),
        (KONTEN, {**quarters("10", None, "40"), "ragu": "tw2:ambigu"}, "TW3", {}),
        (KONTEN, quarters(None, None, None), "TW3", {}),
    ],
)
def test_quarter_that_does_not_count_or_was_not_planned_is_not_missed(
    indikator: Row, realisasi: Row, periode: str, target: Mapping[str, str]
) -> None:
    assert list_kosong(indikator, realisasi, periode, **target) == []


@pytest.mark.parametrize(
    "teks", ["-", "--", "...", "…", "xxx", "XXXX", "idem", "Idem.", "sda", "S.d.a.", "s d a", "n/a"]
)
def test_filler_is_no_analysis(teks: str) -> None:
    kinerja = make({}, T100, {"realisasi": "90"}, analisis={**HAMBATAN, "solusi": teks})
    (temuan,) = (t for t in review(kinerja) if t.aturan == "analisis-kosong")
    assert temuan.tingkat == "wajib"
    assert temuan.pesan.endswith(
        f"Solusi yang telah dilakukan (tertulis '{teks}'). Mohon tuliskan untuk indikator ini."
    )


@pytest.mark.parametrize("teks", ["tidak ada", "Tidak ada.", "Sudah.", "Nihil", "Aplikasi XXI"])
def test_short_words_may_be_an_analysis(teks: str) -> None:
    kinerja = make({}, T100, {"realisasi": "90"}, analisis={**HAMBATAN, "faktor_penghambat": teks})
    assert "analisis-kosong" not in rules(kinerja)


def make_keluaran(**isi: str) -> Kinerja:
    uang = {"pagu": Decimal(10), "realisasi_anggaran": Decimal(9)}
    keluaran = {"unit": "U1", "kode": "2.16.01", "target": "12", "realisasi": "0", **isi}
    anggaran = [{"kode": "2.16.01", "level": "program", "uraian": "P", **uang}]
    return make({}, T100, {"realisasi": "100"}, keluaran=[keluaran], anggaran=anggaran)


def test_no_output_for_money_spent_is_asked_about() -> None:
    (temuan,) = (t for t in review(make_keluaran()) if t.aturan == "keluaran-nol-berbelanja")
    assert (temuan.tingkat, "2.16.01 nol" in temuan.pesan, "Rp" in temuan.pesan) == ("peringatan", True, True)
    assert "keluaran-nol-berbelanja" not in rules(make_keluaran(), "TW2")


@pytest.mark.parametrize(
    "isi", [{"realisasi": "1"}, {"target": "0"}, {"kode": "2.16.02"}, {"keterangan": "Dialihkan."}]
)
def test_output_that_is_explained_or_cost_nothing_is_not_asked_about(isi: Row) -> None:
    assert "keluaran-nol-berbelanja" not in rules(make_keluaran(**isi))
