"""The district's figures: what counts, how it spreads, and that nothing stale or unlike is mixed in."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from contoh_daerah import IDENTITAS, TAHUN, list_bahan, make_uang, sum_baris
from contoh_hasil import make_hasil

from lakip_lib.blok import join_text
from lakip_lib.measures.daerah import BahanInstansi, Fakta, HasilDaerah, compute_daerah, judge_keadaan, promise_daerah
from lakip_lib.measures.daerah.skema import read_skema_rekap
from lakip_lib.narrative.daerah import (
    describe_indikator,
    describe_kode,
    describe_lalu_daerah,
    describe_sebaran,
    describe_temuan,
)
from lakip_lib.narrative.kalimat import Kalimat
from lakip_lib.rujukan import format_ref
from lakip_lib.tables.daerah import name_aturan, tabulate_sebab
from lakip_lib.tables.daerah.instansi import SEBUT

DASAR = make_hasil()


def make_bahan(kode: str, capaian: str | None, *, dinilai: int = 6, jumlah: int = 6, **lain: Any) -> BahanInstansi:
    """An agency with that capaian and nothing else of its own."""
    nilai = None if capaian is None else Decimal(capaian)
    angka = {"capaian": nilai, "capaian_mentah": nilai, "dinilai": dinilai, "jumlah": jumlah, "tercapai": 3}
    total = DASAR.instansi_capaian.model_copy(update=angka)
    hasil = DASAR.model_copy(update={"instansi": {"kode": kode, "nama": f"Dinas {kode}"}, "instansi_capaian": total})
    return replace(BahanInstansi(kode, f"Dinas {kode}", kode_keluar=0, tahap="dokumen", hasil=hasil), **lain)


def compute(*bahan: BahanInstansi) -> HasilDaerah:
    return compute_daerah(IDENTITAS, bahan, tahun=TAHUN)


def test_figures_of_an_earlier_run_are_not_mixed_in() -> None:
    hasil = compute(
        make_bahan("a", "90"),
        make_bahan("b", "110"),
        make_bahan("c", "10", kode_keluar=1, tahap="himpun", pesan=("Galat.",)),
    )
    gagal = hasil.get_instansi("c")
    assert (gagal.keadaan, gagal.sebab, gagal.capaian, gagal.pagu, gagal.angka_lama) == (
        "gagal",
        "program",
        None,
        None,
        True,
    )
    assert (hasil.rekap.melapor, hasil.sebaran[0].jumlah, hasil.sebaran[0].terendah) == (2, 2, Decimal("90"))
    assert {b.instansi for b in hasil.rincian_anggaran} == {"a", "b"}


@pytest.mark.parametrize(
    ("fakta", "mau"),
    [
        (Fakta(None, None, False, False, 0), ("belum", "kosong", False)),
        (Fakta(None, None, True, False, 0), ("belum", "belum_dijalankan", False)),
        (Fakta(None, None, True, False, 0, setelan=True), ("gagal", "setelan", False)),
        (Fakta(None, None, True, True, 2), ("perbaikan", "wajib", True)),
        (Fakta(0, "dokumen", True, True, 0), ("selesai", None, True)),
        (Fakta(3, "dokumen", True, True, 4), ("perbaikan", "wajib", True)),
        (Fakta(3, "himpun", True, True, 4), ("perbaikan", "terhenti", False)),
        (Fakta(2, "dokumen", True, True, 0), ("gagal", "setelan", False)),
        (Fakta(1, "analisis", True, True, 0), ("gagal", "program", True)),
        (Fakta(0, "dokumen", True, False, 0), ("gagal", "hasil_rusak", False)),
        (Fakta(2, None, False, False, 0), ("belum", "kosong", False)),
    ],
)
def test_state_says_why_and_whether_figures_count(fakta: Fakta, mau: tuple[object, ...]) -> None:
    assert judge_keadaan(fakta) == mau


def test_equal_figures_share_a_rank_and_half_assessed_agencies_have_none() -> None:
    hasil = compute(
        make_bahan("a", "95"),
        make_bahan("b", "95"),
        make_bahan("c", "80"),
        make_bahan("d", "120", dinilai=2),
        make_bahan("e", None),
    )
    assert [i.peringkat for i in hasil.instansi] == [1, 1, 3, None, None]
    assert (hasil.rekap.bercapaian, hasil.rekap.berperingkat) == (4, 3)


def test_spread_is_exact_and_rounded_once() -> None:
    satu = compute(*(make_bahan(f"s{n}", c) for n, c in enumerate(("70.01", "80.02", "90.04", "100.05")))).sebaran[0]
    tengah = [satu.kuartil_bawah, satu.median, satu.kuartil_atas]
    assert tengah == [Decimal("77.52"), Decimal("85.03"), Decimal("92.54")]  # 77,5175 and 92,5425
    assert (satu.terendah, satu.tertinggi, satu.rata) == (Decimal("70.01"), Decimal("100.05"), Decimal("85.03"))


def test_same_code_in_two_agencies_is_one_row() -> None:
    def with_uang(bahan: BahanInstansi, pagu: int, realisasi: int, uraian: str, kali: int = 1) -> BahanInstansi:
        baris = [make_uang("2.16", "bidang_urusan", uraian, Decimal(pagu), Decimal(realisasi))] * kali
        assert bahan.hasil is not None
        isi = {"anggaran": tuple(baris), "anggaran_total": sum_baris(baris)}
        return replace(bahan, hasil=bahan.hasil.model_copy(update=isi))

    hasil = compute(
        with_uang(make_bahan("a", "90"), 100, 90, "KOMINFO"),
        with_uang(make_bahan("b", "90"), 200, 100, "KOMINFO"),
        with_uang(make_bahan("c", "90"), 150, 150, "Kominfo lama", kali=2),
    )
    (urusan,) = hasil.urusan
    assert hasil.program == ()
    assert (urusan.uraian, urusan.instansi, urusan.pagu, urusan.persen) == (
        "KOMINFO",
        3,
        Decimal(600),
        Decimal("81.67"),
    )
    assert hasil.anggaran_total.model_dump() == urusan.model_dump(exclude={"kode", "uraian", "instansi"})


def test_last_year_is_compared_only_where_it_was_computed_alike() -> None:
    lalu = make_bahan("x", "80").hasil
    assert lalu is not None
    lain = lalu.model_copy(update={"pengaturan": {**lalu.pengaturan, "batas_capaian": "tanpa"}})
    hasil = compute(make_bahan("a", "90.5", lalu=lalu), make_bahan("b", "90", lalu=lain), make_bahan("c", "90"))
    assert [i.lalu.perubahan for i in hasil.instansi] == [Decimal("10.5"), None, None]
    assert (hasil.lalu.dibanding, hasil.lalu.naik, hasil.lalu.cara_berbeda, hasil.lalu.tanpa_lalu) == (1, 1, 1, 1)


@pytest.mark.parametrize("banyak", [0, 1, 45])
def test_rekap_json_keeps_its_schema(banyak: int) -> None:
    isi = promise_daerah(compute(*list_bahan(banyak)))
    jsonschema.validate(isi, read_skema_rekap())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**isi, "anggaran_total": {**isi["anggaran_total"], "pagu": 1.5}}, read_skema_rekap())
    assert HasilDaerah.model_validate(isi) == compute(*list_bahan(banyak))


def test_figures_of_a_list_are_referred_to_by_kode() -> None:
    isi = promise_daerah(compute(make_bahan("dinas-1", "91.5"), make_bahan("dinas-10", "70")))
    assert format_ref(isi, "instansi/dinas-1/capaian#persen") == "91,50%"
    assert format_ref(isi, "instansi/dinas-10/capaian") == "70,00"
    assert format_ref(isi, "sebaran/capaian/median") == "80,75"


def read_teks(kalimat: Kalimat) -> str:
    return "".join(run.teks for run in kalimat)


def test_sentence_says_why_its_highest_stands_in_no_list_of_ranked_agencies() -> None:
    biasa = (make_bahan("a", "95"), make_bahan("b", "90"))
    satu = read_teks(describe_sebaran(compute(*biasa, make_bahan("d", "100", dinilai=2))))
    assert satu.endswith(
        "Yang tertinggi itu Dinas d, tanpa peringkat karena hanya 2 dari 6 indikatornya dinilai; dari yang berperingkat, "
        "tertinggi 95,00%."
    )
    assert "peringkat" not in read_teks(describe_indikator(compute(*biasa, make_bahan("d", "100", dinilai=2))))
    assert "peringkat" in read_teks(describe_indikator(compute(*biasa, make_bahan("d", "92", dinilai=2))))
    dua = compute(*biasa, *(make_bahan(k, "80", dinilai=1) for k in "de"))
    assert "Yang terendah itu 2 instansi tanpa peringkat" in read_teks(describe_sebaran(dua))
    assert "itu Dinas" not in read_teks(describe_sebaran(compute(*biasa, make_bahan("d", "90", dinilai=2))))


def test_comparison_says_that_it_needs_results_of_last_year() -> None:
    lalu = make_bahan("a", "80").hasil
    tanpa, ada = make_bahan("a", "90"), make_bahan("b", "90", lalu=lalu)
    syarat = "Perbandingan memerlukan hasil pengolahan Tahun 2024 dalam folder yang sama; angka 2024"
    kata = read_teks(describe_lalu_daerah(compute(tanpa)))
    assert kata.startswith(f"Belum ada instansi yang dapat dibandingkan dengan tahun 2024. {syarat}")
    kata = read_teks(describe_lalu_daerah(compute(tanpa, ada)))
    assert f"Yang tidak dibandingkan: 1 belum mempunyai hasil pengolahan Tahun 2024. {syarat}" in kata
    assert "memerlukan" not in read_teks(describe_lalu_daerah(compute(ada)))


def test_no_shared_program_is_said_in_words() -> None:
    bersama = read_teks(describe_kode(compute(*list_bahan(30))))
    assert re.search(r"\d+ dari \d+ program dilaksanakan", bersama)
    hasil = compute(*list_bahan(30))
    sendiri = tuple(p.model_copy(update={"instansi": 1}) for p in hasil.program)
    kata = read_teks(describe_kode(hasil.model_copy(update={"program": sendiri})))
    assert "; tidak ada program yang dilaksanakan oleh lebih dari satu instansi." in kata


@pytest.mark.parametrize(("singkatan", "mau"), [("SATU", "SATU"), ("", "Dinas a"), ("LAIN", "Dinas a")])
def test_example_of_a_finding_begins_with_a_name_that_only_its_agency_has(singkatan: str, mau: str) -> None:
    bahan = make_bahan("a", "90", singkatan=singkatan)
    assert bahan.hasil is not None
    temuan = ({"aturan": "angka-ambigu", "tingkat": "wajib", "pesan": "Lembar F1, sel O6."},)
    bahan = replace(bahan, hasil=bahan.hasil.model_copy(update={"temuan": temuan}))
    hasil = compute(bahan, make_bahan("b", "90", singkatan="Lain"))
    assert [t.contoh for t in hasil.temuan] == [f"{mau}: Lembar F1, sel O6."]


@pytest.mark.parametrize(
    ("aturan", "mau"),
    [
        ((("angka-ambigu",), ("angka-ambigu",)), "yang paling banyak dijumpai ialah “angka ambigu”, pada 2 instansi."),
        ((("angka-ambigu",), ("alasan-kosong",)), "tidak satu pun dijumpai pada lebih dari 1 instansi."),
    ],
)
def test_commonest_finding_is_named_only_where_there_is_one(aturan: tuple[tuple[str, ...], ...], mau: str) -> None:
    bahan = []
    for kode, daftar in zip("ab", aturan, strict=True):
        satu = make_bahan(kode, "90")
        assert satu.hasil is not None
        temuan = tuple({"aturan": nama, "tingkat": "wajib", "pesan": "Lembar F1, sel O6."} for nama in daftar)
        bahan.append(replace(satu, hasil=satu.hasil.model_copy(update={"temuan": temuan})))
    assert read_teks(describe_temuan(compute(*bahan))).casefold().endswith(mau)


def test_unfinished_agencies_are_named_by_their_reason_the_first_of_many() -> None:
    hasil = compute(*list_bahan(120))
    tabel = tabulate_sebab(hasil)
    assert tabel is not None
    nama = [join_text(baris.sel[2].isi).split(", ") for baris in tabel.baris]
    assert [len(satu) for satu in nama] == [min(c.instansi, SEBUT + 1) for c in hasil.sebab]
    assert {satu[-1] == "dan lainnya" for satu in nama} == {True, False}


def test_rules_are_named_with_their_abbreviations() -> None:
    assert name_aturan("lra-tanpa-periode-peringatan", "peringatan") == "LRA tanpa periode"
    assert name_aturan("target-pk-tidak-ada-wajib", "wajib") == "Target PK tidak ada"


def test_order_of_agencies_changes_nothing() -> None:
    bahan = list_bahan(30)
    assert compute(*bahan) == compute(*reversed(bahan))
