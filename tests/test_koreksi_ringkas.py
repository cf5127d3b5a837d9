"""The Kepala's sheet as data: every light has a rule, its edge and its reason; warnings come gravest first."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from susun_dokumen import make_konteks

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.reviu import BUTIR, Jawab, Jawaban, Manual, Sumber
from lakip_lib.koreksi.ringkas import (
    Warna,
    light_capaian,
    light_indikator,
    light_penyerapan,
    light_reviu,
    light_temuan,
    light_tenggat,
    list_peringatan,
    rate,
    summarize,
)
from lakip_lib.measures import Hasil
from lakip_lib.measures.skala import get_skala
from lakip_lib.temuan import Temuan

HASIL = make_konteks().hasil
SKALA = get_skala("permendagri-86")
YA = Jawaban("I.1", Jawab.YA, "Ada.", ("Bab I",), Sumber.OTOMATIS, Jawab.YA)
TIDAK = replace(YA, no="I.4", jawaban=Jawab.TIDAK, otomatis=Jawab.TIDAK, alasan="Lampiran 2 tidak dirujuk.")
BELUM = replace(YA, no="II.1", jawaban=Jawab.BELUM, otomatis=Jawab.BELUM, sumber=Sumber.HINT, alasan="Mohon dijawab.")
HINT = replace(YA, no="II.2", sumber=Sumber.HINT)


def set_capaian(**lain: Any) -> Hasil:
    return HASIL.model_copy(update={"instansi_capaian": HASIL.instansi_capaian.model_copy(update=lain)})


def set_persen(persen: str | None) -> Hasil:
    total = HASIL.anggaran_total.model_copy(update={"persen": None if persen is None else Decimal(persen)})
    return HASIL.model_copy(update={"anggaran_total": total})


def find(tingkat: Tingkat, pesan: str = "Mohon diperiksa.") -> Temuan:
    return Temuan("isian/A.xlsx", "uji", tingkat, pesan, lembar="F1", sel="O6")


def test_mini_case_is_summarised() -> None:
    lampu = summarize(HASIL, SKALA, [YA], [], 10).lampu
    assert [(x.nama, str(x.warna), x.angka) for x in lampu] == [
        ("Capaian kinerja", "hijau", "96,69%"),
        ("Penyerapan anggaran", "hijau", "90,80%"),
        ("Indikator tercapai", "kuning", "3 dari 6"),
        ("Temuan terbuka", "hijau", "0 wajib, 0 peringatan"),
        ("Daftar periksa", "hijau", "0 tidak, 0 belum dijawab"),
        ("Tenggat laporan", "hijau", "10 hari kerja lagi"),
    ]
    assert all(x.alasan.endswith(".") and x.kata for x in lampu)


@pytest.mark.parametrize(
    ("skala", "nilai", "warna"),
    [
        ("permendagri-86", "90.01", "hijau"),
        ("permendagri-86", "90.00", "kuning"),
        ("permendagri-86", "65.01", "kuning"),
        ("permendagri-86", "65.00", "merah"),
        ("maluku-tengah", "85.00", "kuning"),
        ("maluku-tengah", "65.00", "merah"),
    ],
)
def test_light_follows_the_bands_of_the_scale_in_force(skala: str, nilai: str, warna: str) -> None:
    assert rate(Decimal(nilai), get_skala(skala)) == warna


def test_agency_without_a_mean_is_yellow_not_green() -> None:
    lampu = light_capaian(set_capaian(capaian=None, kategori=None), SKALA)
    assert (lampu.warna, lampu.angka) == (Warna.KUNING, "–")


@pytest.mark.parametrize(
    ("persen", "warna"), [("100.00", "hijau"), ("100.01", "merah"), ("60", "merah"), (None, "kuning")]
)
def test_spending_above_the_ceiling_is_red(persen: str | None, warna: str) -> None:
    assert light_penyerapan(set_persen(persen), SKALA).warna == warna


@pytest.mark.parametrize(
    ("tercapai", "warna"), [(6, "hijau"), (5, "kuning"), (3, "kuning"), (2, "merah"), (0, "merah")]
)
def test_half_of_the_assessed_indikator_parts_yellow_from_red(tercapai: int, warna: str) -> None:
    assert light_indikator(set_capaian(tercapai=tercapai, dinilai=6)).warna == warna


def test_indikator_light_names_those_that_failed_and_those_not_assessed() -> None:
    assert light_indikator(HASIL).alasan == "Belum mencapai target: I2, I6. Belum dapat dinilai: I5."


@pytest.mark.parametrize(("tingkat", "warna"), [("wajib", "merah"), ("peringatan", "kuning"), ("catatan", "hijau")])
def test_gravest_finding_gives_the_light(tingkat: str, warna: str) -> None:
    assert light_temuan([find(Tingkat(tingkat)), find(Tingkat.CATATAN, "Lain.")]).warna == warna


@pytest.mark.parametrize(
    ("jawaban", "warna"),
    [
        ([YA], "hijau"),
        ([YA, HINT], "kuning"),
        ([YA, BELUM], "kuning"),
        ([YA, replace(TIDAK, sumber=Sumber.HINT)], "kuning"),
        ([YA, replace(TIDAK, sumber=Sumber.MANUSIA)], "kuning"),
        ([YA, TIDAK], "merah"),
    ],
)
def test_checklist_is_red_while_nobody_answers_to_a_tidak(jawaban: list[Jawaban], warna: str) -> None:
    assert light_reviu(jawaban).warna == warna


def test_checklist_light_names_the_items() -> None:
    assert light_reviu([TIDAK, BELUM, HINT]).alasan == "Tidak: I.4. Belum dijawab: II.1. Menunggu kepastian: II.2."


@pytest.mark.parametrize(
    ("hari", "warna", "angka"),
    [
        (5, "hijau", "5 hari kerja lagi"),
        (4, "kuning", "4 hari kerja lagi"),
        (0, "kuning", "0 hari kerja lagi"),
        (-1, "merah", "1 hari kerja lewat"),
    ],
)
def test_deadline_turns_yellow_in_its_last_week_and_red_after_it(hari: int, warna: str, angka: str) -> None:
    lampu = light_tenggat(hari)
    assert (lampu.warna, lampu.angka) == (warna, angka)


def test_warnings_come_gravest_first_and_once() -> None:
    temuan = [
        find(Tingkat.PERINGATAN, "P."),
        find(Tingkat.WAJIB, "W."),
        find(Tingkat.CATATAN, "C."),
        find(Tingkat.WAJIB, "W."),
    ]
    found = list_peringatan([BELUM, TIDAK, YA, HINT], temuan)
    assert [(p.bobot, p.letak) for p in found] == [
        (0, "isian/A.xlsx › F1 › O6"),
        (1, "Daftar periksa I.4"),
        (2, "isian/A.xlsx › F1 › O6"),
        (3, "Daftar periksa II.1"),
    ]
    butir = next(b.teks for b in BUTIR if b.no == "I.4")
    assert found[1].pesan == f"{butir} Tidak: Lampiran 2 tidak dirujuk."


def test_tidak_of_a_person_stands_with_its_note_and_an_override_is_closed() -> None:
    manual = Manual("I.4", Jawab.TIDAK, "Menyusul.", "Cahaya", "sekretaris")
    (found,) = list_peringatan([replace(TIDAK, sumber=Sumber.MANUSIA, manual=manual)], [])
    assert found.pesan.endswith("Tidak: Menyusul. (Cahaya)")
    assert list_peringatan([replace(TIDAK, jawaban=Jawab.YA, sumber=Sumber.MANUSIA)], []) == []
