"""Self-score of Pelaporan Kinerja by the LKE: bands, points, evidence, and that the program never goes above BB (R30)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from test_koreksi_reviu import SARO, drop_tabel, edit_blok, empty_bagian, make_fakta, set_kolom, spoil_rencana, swap_sel

from lakip_lib.blok import Judul
from lakip_lib.errors import UsageError
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.lke import (
    KRITERIA,
    SUBKOMPONEN,
    Keadaan,
    NilaiLke,
    NilaiManusia,
    Peristiwa,
    Tonggak,
    grade,
    score_lke,
    sum_poin,
)

MANFAAT = {f"3.c.{n}": ("notula.pdf",) for n in range(1, 8)}
LENGKAP = Tonggak(
    reviu=Peristiwa(date(2026, 2, 18), "Inspektorat", "Pernyataan telah direviu 700/12"),
    publikasi=Peristiwa(date(2026, 2, 27), "", "https://diskominfo.contoh.example/lkjip-2025"),
    penyampaian=date(2026, 2, 28),
    sidik_final="a" * 64,
    nomor_surat="000.8.6.3/15/Diskominfo",
    triwulan=("TW1", "TW2", "TW3"),
    bukti=MANFAAT,
)
MANUSIA = NilaiManusia("3.a", "A", "Inovasi pelaporan daring.", "Cahaya", "sekretaris")


def keadaan(nilai: NilaiLke, kode: str) -> Keadaan:
    return next(k.keadaan for s in nilai.sub for k in s.kriteria if k.kriteria.kode == kode)


def test_component_has_22_criteria_and_weighs_15() -> None:
    jumlah = [sum(k.sub == s.kode for k in KRITERIA) for s in SUBKOMPONEN]
    assert (jumlah, sum(s.bobot for s in SUBKOMPONEN)) == ([6, 9, 7], Decimal(15))


def test_worked_example_gives_10_05_of_15() -> None:
    assert sum_poin(["BB", "B", "CC"]) == Decimal("10.05")


@pytest.mark.parametrize(
    ("terpenuhi", "jumlah", "huruf"),
    [
        (9, 9, "BB"),
        (7, 9, "B"),
        (3, 4, "CC"),
        (2, 4, "C"),
        (1, 4, "D"),
        (1, 9, "D"),
        (0, 9, "E"),
        (5, 6, "B"),
        (4, 6, "CC"),
    ],
)
def test_share_of_criteria_met_gives_the_grade(terpenuhi: int, jumlah: int, huruf: str) -> None:
    """B above 75 %, CC above 50, C above 25, D above 0: the edge itself belongs to the lower grade."""
    assert grade(terpenuhi, jumlah) == huruf


def test_all_met_is_bb_and_no_more() -> None:
    nilai = score_lke(make_fakta(), LENGKAP)
    assert [s.usulan for s in nilai.sub] == ["BB", "BB", "BB"]
    assert (nilai.poin, nilai.bobot, nilai.belum) == (Decimal("12.00"), Decimal(15), ())
    assert sum(s.ke_puncak for s in nilai.sub) == Decimal("3.00")


def test_faults_of_the_report_and_missing_evidence_lower_the_grades() -> None:
    fakta = spoil_rencana("akan ditingkatkan")
    fakta = replace(fakta, dokumen=drop_tabel("T3.2-S1").dokumen)
    tonggak = replace(LENGKAP, bukti={k: v for k, v in MANFAAT.items() if k < "3.c.5"})
    nilai = score_lke(fakta, tonggak)
    assert [s.terpenuhi for s in nilai.sub] == [6, 6, 4]  # T3.2 of S1 is missed by 3.b.1, 3.b.3 and 3.b.5 alike
    assert [s.usulan for s in nilai.sub] == ["BB", "CC", "CC"]
    assert nilai.poin == Decimal("9.60")


TANPA: list[tuple[str, dict[str, Any], Keadaan]] = [
    ("3.a.2", {"triwulan": ("TW1", "TW3")}, Keadaan.BELUM),
    ("3.a.3", {"sidik_final": ""}, Keadaan.BELUM),
    ("3.a.3", {"nomor_surat": ""}, Keadaan.BELUM),
    ("3.a.4", {"reviu": None}, Keadaan.BELUM),
    ("3.a.4", {"reviu": Peristiwa(date(2026, 2, 1), "Inspektorat", " ")}, Keadaan.PERLU_BUKTI),
    ("3.a.5", {"publikasi": None}, Keadaan.BELUM),
    ("3.a.6", {"penyampaian": None}, Keadaan.BELUM),
    ("3.a.6", {"penyampaian": date(2026, 3, 1)}, Keadaan.BELUM),
    ("3.c.4", {"bukti": {**MANFAAT, "3.c.4": (" ",)}}, Keadaan.PERLU_BUKTI),
]


@pytest.mark.parametrize(("kode", "lain", "harap"), TANPA)
def test_milestone_that_is_missing_or_late_is_named(kode: str, lain: dict[str, Any], harap: Keadaan) -> None:
    assert keadaan(score_lke(make_fakta(), LENGKAP), kode) is Keadaan.TERPENUHI
    assert keadaan(score_lke(make_fakta(), replace(LENGKAP, **lain)), kode) is harap


def _rename_bab() -> Fakta:
    return edit_blok(
        lambda b: b.model_copy(update={"teks": "AKHIR"}) if isinstance(b, Judul) and b.teks == "PENUTUP" else b
    )


def _without(bidang: str) -> Fakta:
    items = tuple(i.model_copy(update={bidang: None}) for i in SARO.hasil.indikator)
    return make_fakta(hasil=SARO.hasil.model_copy(update={"indikator": items}))


def _without_history() -> Fakta:
    rincian = SARO.hasil.rincian
    kosong = tuple(r.model_copy(update={"lintas_tahun": r.lintas_tahun[-1:]}) for r in rincian.indikator)
    return make_fakta(hasil=SARO.hasil.model_copy(update={"rincian": rincian.model_copy(update={"indikator": kosong})}))


RUSAK: list[tuple[str, Callable[[], Fakta], Keadaan]] = [
    ("3.a.1", lambda: edit_blok(lambda b: None if getattr(b, "kode", "") == "T3.1" else b), Keadaan.BELUM),
    ("3.b.1", _rename_bab, Keadaan.BELUM),
    ("3.b.1", lambda: empty_bagian("s-S2-6"), Keadaan.BELUM),
    ("3.b.2", lambda: swap_sel("T2.2", "Indeks SPBE", "Indeks lain"), Keadaan.BELUM),
    ("3.b.3", lambda: edit_blok(lambda b: None if getattr(b, "kode", "") == "T3.1" else b), Keadaan.BELUM),
    ("3.b.4", lambda: drop_tabel("T3.3-S3"), Keadaan.BELUM),
    ("3.b.4", lambda: _without("renstra"), Keadaan.BELUM),
    ("3.b.5", lambda: drop_tabel("T3.2-S3"), Keadaan.BELUM),
    ("3.b.5", _without_history, Keadaan.BELUM),
    ("3.b.6", lambda: drop_tabel("T3.4-S3"), Keadaan.BELUM),
    ("3.b.6", lambda: _without("standar"), Keadaan.PERLU_BUKTI),
    ("3.b.7", lambda: _spoil_solusi(), Keadaan.BELUM),
    ("3.b.8", lambda: edit_blok(lambda b: None if getattr(b, "kode", "") == "T3.6" else b), Keadaan.BELUM),
    ("3.b.9", lambda: empty_bagian("langkah-perbaikan"), Keadaan.BELUM),
]


def _spoil_solusi() -> Fakta:
    return set_kolom("analisis", "IK-2.3", "solusi", "-", nama_kunci="indikator")


@pytest.mark.parametrize(("kode", "buat", "harap"), RUSAK)
def test_report_that_lacks_something_does_not_meet_its_criterion(
    kode: str, buat: Callable[[], Fakta], harap: Keadaan
) -> None:
    assert keadaan(score_lke(buat(), LENGKAP), kode) is harap


def test_evidence_that_people_keep_settles_what_only_evidence_can_tell() -> None:
    tonggak = replace(LENGKAP, bukti={**MANFAAT, "3.b.6": ("Kajian pembanding.pdf",), "3.b.4": ("surat.pdf",)})
    assert keadaan(score_lke(_without("standar"), tonggak), "3.b.6") is Keadaan.TERPENUHI
    assert keadaan(score_lke(_without("renstra"), tonggak), "3.b.4") is Keadaan.BELUM


def test_what_is_open_says_what_to_do_and_what_it_adds() -> None:
    nilai = score_lke(make_fakta(), Tonggak())
    a = nilai.sub[0]
    assert (a.usulan, a.poin, a.ke_bb, a.ke_puncak) == ("D", Decimal("0.90"), Decimal("1.50"), Decimal("0.60"))
    reviu = next(k for k in nilai.belum if k.kriteria.kode == "3.a.4")
    assert reviu.tindakan == "Mintakan reviu dan simpan pernyataan telah direviu."
    assert reviu.tambahan == Decimal("0.60")  # two of six: from D to C
    assert [k.tambahan for k in nilai.belum] == sorted((k.tambahan for k in nilai.belum), reverse=True)


def test_grade_of_a_person_counts_and_the_programs_stays_beside_it() -> None:
    a = score_lke(make_fakta(), LENGKAP, [MANUSIA]).sub[0]
    assert (a.usulan, a.huruf, a.poin, a.manusia) == ("BB", "A", Decimal("2.70"), MANUSIA)
    assert (a.ke_bb, a.ke_puncak) == (Decimal("0.00"), Decimal("0.30"))


@pytest.mark.parametrize("lain", [{"kode": "3.d"}, {"huruf": "AAA"}, {"nama": ""}, {"peran": " "}, {"alasan": ""}])
def test_grade_of_a_person_must_say_who_in_what_role_and_why(lain: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        score_lke(make_fakta(), LENGKAP, [replace(MANUSIA, **lain)])
