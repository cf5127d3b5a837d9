"""Words agree with figures: sign, arah, status; every figure of a sentence carries its reference."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from contoh_hasil import make_hasil
from hypothesis import given, settings
from hypothesis import strategies as st
from kasus_mini import make_kinerja, make_settings

from lakip_lib.blok import join_text
from lakip_lib.formats import format_angka
from lakip_lib.istilah import Alasan, Arah, Status
from lakip_lib.measures import compute_hasil
from lakip_lib.measures.hasil import Hasil, IndikatorHasil
from lakip_lib.measures.kuadran import read_kuadran
from lakip_lib.measures.rumus.efisiensi import efisiensi_e1, status_efisiensi
from lakip_lib.model import Kinerja
from lakip_lib.narrative.efisiensi import describe_efisiensi, describe_efisiensi_instansi
from lakip_lib.narrative.ikhtisar import describe_hambatan, describe_isi
from lakip_lib.narrative.instansi import (
    CARA,
    describe_batas,
    describe_instansi,
    describe_simpulan,
    list_best,
    list_langkah,
    list_watch,
)
from lakip_lib.narrative.kalimat import BILANGAN, Kalimat
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.program import describe_anggaran, describe_program
from lakip_lib.narrative.rencana import describe_pk, describe_rencana_aksi, describe_renstra, list_tujuan
from lakip_lib.narrative.renstra import describe_jalur, describe_kemajuan
from lakip_lib.narrative.sasaran import describe_sasaran
from lakip_lib.narrative.sebab import describe_sebab, draft_sebab
from lakip_lib.narrative.situasi import MEMBAIK, MEMBURUK, Gerak, Situasi, find_gerak, find_situasi, is_part_year
from lakip_lib.narrative.standar import TANPA_STANDAR, describe_standar
from lakip_lib.narrative.tahun import POLA as POLA_TAHUN
from lakip_lib.narrative.tahun import describe_gaps, describe_gerak, describe_tahun
from lakip_lib.narrative.target import POLA as POLA_TARGET
from lakip_lib.narrative.target import POLA_ALASAN, describe_target

MINI = make_kinerja()
ANGKA = st.decimals(0, 200, places=1, allow_nan=False, allow_infinity=False)
BELUM = re.compile(r"belum|masih di bawah")


def make_konteks(hasil: Hasil | None = None, **tabel: Any) -> Konteks:
    """The rich invented year (or `hasil`) with tables given as rows."""
    return Konteks(hasil or make_hasil(), Kinerja.from_rows(**tabel), make_settings())


def make_satu(
    arah: str, target: str, realisasi: str, *dulu: str, renstra: tuple[int, ...] = (), **lain: Any
) -> Konteks:
    """An agency of one indikator: this year's figures and earlier years', the last of them last year."""
    dasar = {"kode": "I1", "sasaran": "S1", "nama": "Nilai contoh", "satuan": "nilai", "arah": arah, "desimal": 1}
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "Membaiknya contoh"}],
        indikator=[{**dasar, **lain}],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", "target": target}]
        + [{"indikator": "I1", "tahun": t, "versi": "renstra", "target": target} for t in renstra],
        realisasi=[{"indikator": "I1", "unit": "U1", "realisasi": realisasi}],
        riwayat=[
            {"indikator": "I1", "tahun": 2025 - n, "target": target, "realisasi": nilai}
            for n, nilai in enumerate(reversed(dulu), 1)
        ],
    )
    atur = make_settings()
    return Konteks(compute_hasil(kinerja, atur), kinerja, atur)


def read(kalimat: Kalimat) -> str:
    """A sentence as read."""
    return join_text(kalimat)


@given(arah=st.sampled_from(list(Arah)), target=ANGKA, realisasi=ANGKA)
@settings(max_examples=30, deadline=None)
def test_higher_and_lower_are_said_as_the_figures_stand(arah: Arah, target: Decimal, realisasi: Decimal) -> None:
    konteks = make_satu(arah, str(target), str(realisasi))
    item = konteks.hasil.indikator[0]
    teks = read(describe_target(konteks, item))
    assert realisasi > target or not re.search("lebih tinggi|melebihi", teks)
    assert realisasi < target or not re.search("lebih rendah|masih di bawah|kurang dari", teks)
    assert ("terlampaui" in teks or "melampaui" in teks) <= (item.status is Status.MELAMPAUI)
    assert (item.status is Status.BELUM) <= bool(BELUM.search(teks))
    assert (item.status in {Status.MELAMPAUI, Status.MENCAPAI}) <= (not BELUM.search(teks))


@given(arah=st.sampled_from([Arah.MAX, Arah.MIN]), lalu=ANGKA, kini=ANGKA, satuan=st.sampled_from(["nilai", "%"]))
@settings(max_examples=30, deadline=None)
def test_rise_and_fall_follow_the_sign_and_good_and_bad_the_arah(
    arah: Arah, lalu: Decimal, kini: Decimal, satuan: str
) -> None:
    konteks = make_satu(arah, "100", str(kini), str(lalu), satuan=satuan)
    item = konteks.hasil.indikator[0]
    teks = read(describe_tahun(konteks, item))
    perkembangan = item.lalu.perkembangan if item.lalu else None
    assert ("naik" in teks) == (kini > lalu and perkembangan != "tetap")
    assert ("turun" in teks) == (kini < lalu and perkembangan != "tetap")
    assert ("membaik" in teks) == (perkembangan == "membaik")
    assert ("memburuk" in teks) == (perkembangan == "memburuk")


@given(st.lists(ANGKA, min_size=4, max_size=4), st.sampled_from([Arah.MAX, Arah.MIN]))
@settings(max_examples=30, deadline=None)
def test_better_every_year_is_said_of_years_that_are(tahun: list[Decimal], arah: Arah) -> None:
    konteks = make_satu(arah, "100", str(tahun[3]), *map(str, tahun[:3]))
    teks = read(describe_tahun(konteks, konteks.hasil.indikator[0]))
    naik = all(b > a if arah is Arah.MAX else b < a for a, b in pairwise(tahun))
    assert bool(re.search("setiap tahun|tidak terputus", teks)) <= (naik or "memburuk setiap tahun" in teks)


def test_a_minimum_that_falls_gets_better() -> None:
    konteks = make_satu("min", "14", "16", "18")
    teks = read(describe_tahun(konteks, konteks.hasil.indikator[0]))
    assert "turun dari 18,0 menjadi 16,0 atau 11,11 persen" in teks
    assert "berarti membaik" in teks


def test_worse_than_target_yet_better_than_last_year_says_both() -> None:
    konteks = make_satu("min", "14", "16", "18")
    item = konteks.hasil.indikator[0]
    assert "target belum tercapai" in read(describe_target(konteks, item))
    assert "meskipun target belum tercapai, kinerjanya lebih baik" in read(describe_tahun(konteks, item))


def test_a_minimum_below_its_target_is_said_to_be_better() -> None:
    konteks = make_satu("min", "14", "12")
    assert "lebih rendah daripada target 14,0, yang berarti lebih baik" in read(
        describe_target(konteks, konteks.hasil.indikator[0])
    )


def test_stabil_says_on_which_side_it_lies() -> None:
    atas, bawah = make_satu("stabil", "60", "66"), make_satu("stabil", "60", "55")
    assert "melebihi target 60,0" in read(describe_target(atas, atas.hasil.indikator[0]))
    assert "kurang dari target 60,0" in read(describe_target(bawah, bawah.hasil.indikator[0]))


def test_words_that_would_contradict_the_figures_are_left_out() -> None:
    konteks = make_konteks()
    item = konteks.hasil.indikator[0].model_copy(update={"realisasi": "1.00"})
    hasil = konteks.hasil.model_copy(update={"indikator": (item, *konteks.hasil.indikator[1:])})
    teks = read(describe_target(make_konteks(hasil), item))
    assert not re.search("lebih tinggi|lebih rendah|terlampaui", teks)
    assert "status Melampaui target" in teks


def test_a_high_kategori_does_not_hide_a_missed_target() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    teks = read(describe_target(konteks, konteks.hasil.get_indikator("I6")))
    assert "Sangat Tinggi" in teks
    assert "belum tercapai" in teks


def test_what_is_not_released_says_why_and_quotes_the_unit() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    teks = read(describe_target(konteks, konteks.hasil.get_indikator("I5")))
    assert "belum dirilis" in teks
    assert "“rilis BPS belum terbit”" in teks


def test_floor_cap_and_provisional_figures_are_told() -> None:
    konteks = make_konteks()
    teks = {i.kode: read(describe_target(konteks, i)) for i in konteks.hasil.indikator}
    assert "bernilai negatif sehingga dicetak 0,00 persen" in teks["IK-5.2"]
    assert "dibatasi paling tinggi 120,00 persen" in teks["IKU-1.4"]
    assert "masih sementara" in teks["IKU-4.2"]


def test_every_situation_alasan_and_movement_has_its_words() -> None:
    assert set(POLA_TARGET) == set(Situasi) - {Situasi.TAK_DINILAI}
    assert set(POLA_ALASAN) == {*Alasan, None}
    assert set(POLA_TAHUN) == set(Gerak)


@pytest.mark.parametrize("situasi", list(POLA_TARGET))
def test_each_wording_of_a_target_gives_target_realisasi_capaian_and_kategori(situasi: Situasi) -> None:
    for pola in POLA_TARGET[situasi]:
        assert all(f"{{{nama}}}" in pola for nama in ("target", "realisasi", "capaian", "kategori"))


def test_neighbours_in_the_same_situation_are_worded_differently() -> None:
    konteks = make_konteks()
    terakhir: dict[Situasi, str] = {}
    for item in konteks.hasil.indikator:
        situasi = find_situasi(item)
        if len(POLA_TARGET.get(situasi, ())) > 1:
            rangka = "".join(run.teks for run in describe_target(konteks, item) if run.ref is None)
            assert terakhir.get(situasi) != rangka
            terakhir[situasi] = rangka


def list_sentences(konteks: Konteks, item: IndikatorHasil) -> list[Kalimat]:
    """All sentences on one indikator."""
    return [
        f(konteks, item) for f in (describe_target, describe_tahun, describe_kemajuan, describe_standar, draft_sebab)
    ]


def list_known(konteks: Konteks, item: IndikatorHasil) -> set[str]:
    """Figures that hasil.json does not hold and sentences may say: earlier years and the second reading."""
    r = konteks.hasil.get_rincian(item.kode)
    teks = [t.realisasi for t in r.lintas_tahun] + [r.renstra_target_tahun, *r.target_versi.values()]
    nilai = {read(konteks.nilai_lain(item, t)) for t in teks if t}
    lain = {format_angka(x, 2) for x in (r.renstra_rasio, r.renstra_dari_awal) if x is not None}
    return {angka for t in nilai | lain for angka in re.findall(r"\d[\d.,]*\d|\d", t)}


def test_every_figure_of_a_sentence_is_a_reference_or_a_year() -> None:
    konteks = make_konteks()
    for item in konteks.hasil.indikator:
        known = list_known(konteks, item)
        for kalimat in list_sentences(konteks, item):
            lepas = re.sub(r"[A-Z]+-\d+", "", " ".join(run.teks for run in kalimat if run.ref is None))
            angka = re.findall(r"\d[\d.,]*\d|\d", lepas)
            assert [a for a in angka if a not in known and not re.fullmatch(r"20\d\d", a)] == [], read(kalimat)


def test_a_sasaran_names_what_missed_its_target() -> None:
    konteks = make_konteks()
    teks = read(describe_sasaran(konteks, konteks.hasil.get_sasaran("S1")))
    assert "waktu pemulihan gangguan jaringan" in teks
    assert "jumlah layanan publik digital" not in teks


def test_a_sasaran_counts_better_and_worse_in_words() -> None:
    teks = read(describe_gerak(make_konteks(), "S4"))
    assert re.search(r"(satu|dua|tiga|seluruh) indikator (membaik|memburuk|tetap)", teks)


@given(capaian=st.decimals(0, 150, places=2), serapan=st.decimals(1, 120, places=2))
@settings(max_examples=30, deadline=None)
def test_efficiency_is_claimed_only_when_the_target_is_met(capaian: Decimal, serapan: Decimal) -> None:
    konteks = make_konteks()
    status = status_efisiensi(capaian, serapan)
    ubah = {
        "capaian": capaian,
        "penyerapan": serapan,
        "status_efisiensi": status,
        "efisiensi": efisiensi_e1(capaian, serapan),
    }
    sasaran = konteks.hasil.sasaran[0].model_copy(update={**ubah, "efisiensi": capaian - serapan})
    kuadran, bacaan = read_kuadran(capaian, serapan)
    letak = konteks.hasil.rincian.kuadran[0].model_copy(update={"kuadran": kuadran, "bacaan": bacaan})
    rincian = konteks.hasil.rincian.model_copy(update={"kuadran": (letak, *konteks.hasil.rincian.kuadran[1:])})
    hasil = konteks.hasil.model_copy(update={"sasaran": (sasaran, *konteks.hasil.sasaran[1:]), "rincian": rincian})
    teks = read(describe_efisiensi(make_konteks(hasil), sasaran))
    assert ("belum dapat dinyatakan efisien" in teks) == (capaian < 100)
    assert ("di bawah seratus persen" in teks) == (capaian < 100)
    assert bool(re.search(r"(dinyatakan|dayanya|anggarannya) efisien", teks.replace("dapat dinyatakan", ""))) <= (
        capaian >= 100 and serapan < 100
    )


def test_no_standard_says_so() -> None:
    konteks = make_konteks()
    assert read(describe_standar(konteks, konteks.hasil.get_indikator("IKU-1.2"))) == TANPA_STANDAR
    assert TANPA_STANDAR == "Belum terdapat standar nasional untuk indikator ini."


def test_a_provincial_standard_alone_says_that_a_national_one_is_lacking() -> None:
    kinerja = replace(
        MINI,
        standar=Kinerja.from_rows(
            standar=[
                {"indikator": "I1", "tahun": 2024, "nilai": "2.5", "lingkup": "provinsi", "jenis": "rata-rata"},
                {"indikator": "I2", "tahun": 2024, "nilai": "15", "lingkup": "nasional", "jenis": "rata-rata"},
            ]
        ).standar,
    )
    konteks = Konteks(compute_hasil(kinerja, make_settings()), kinerja, make_settings())
    provinsi, nasional = (read(describe_standar(konteks, konteks.hasil.get_indikator(k))) for k in ("I1", "I2"))
    assert "rata-rata provinsi Tahun 2024" in provinsi.casefold().replace("tahun", "Tahun")
    assert "(selisih +0,31 poin)" in provinsi
    assert provinsi.endswith("Standar nasional untuk indikator ini belum tersedia.")
    assert "(selisih +1,00 jam)" in nasional
    assert "belum tersedia" not in nasional


def test_a_standard_is_judged_as_measures_does() -> None:
    konteks = make_konteks()
    teks = {k: read(describe_standar(konteks, konteks.hasil.get_indikator(k))) for k in ("IKU-1.1", "IKU-4.2")}
    assert "belum setara" in teks["IKU-1.1"]
    assert "−0,31" in teks["IKU-1.1"]
    assert "memenuhi ambang" in teks["IKU-4.2"]


def test_a_unit_is_quoted_as_it_wrote() -> None:
    isi = {
        "indikator": "IKU-1.2",
        "unit": "U1",
        "faktor_penghambat": "Kabel *putus* & listrik padam",
        "solusi": "Genset",
    }
    konteks = make_konteks(analisis=[isi])
    teks = read(describe_sebab(konteks, konteks.hasil.get_indikator("IKU-1.2")))
    assert "“Kabel *putus* & listrik padam”." in teks
    assert "“Genset”." in teks


@pytest.mark.parametrize("kode", ["IKU-1.1", "IKU-1.2"])
@pytest.mark.parametrize("nihil", ["tidak ada", "Nihil.", "-"])
def test_what_a_unit_says_is_not_there_is_not_quoted(kode: str, nihil: str) -> None:
    lain = dict.fromkeys(("faktor_penghambat", "solusi", "tindak_lanjut", "penanggung_jawab"), nihil)
    isi = {"indikator": kode, "unit": "U1", "faktor_pendukung": "Petugas terlatih", **lain}
    konteks = make_konteks(analisis=[isi])
    teks = read(describe_sebab(konteks, konteks.hasil.get_indikator(kode)))
    assert "“Petugas terlatih”." in teks
    assert f"“{nihil}”" not in teks
    assert nihil not in teks


def test_a_unit_without_hindrance_says_so() -> None:
    isi = {"indikator": "IKU-1.2", "unit": "U1", "faktor_penghambat": "tidak ada", "solusi": "tidak ada"}
    konteks = make_konteks(analisis=[isi])
    teks = read(describe_sebab(konteks, konteks.hasil.get_indikator("IKU-1.2")))
    assert teks.endswith("tidak terdapat hambatan.")


def test_where_a_unit_wrote_nothing_a_draft_names_it() -> None:
    konteks = make_konteks()
    item = konteks.hasil.get_indikator("IKU-1.2")
    assert describe_sebab(konteks, item) == ()
    assert "belum menuliskan penyebab" in read(draft_sebab(konteks, item))


def test_a_missed_target_needs_more_than_what_supported_it() -> None:
    konteks = make_konteks(
        analisis=[{"indikator": "IKU-1.2", "unit": "U1", "faktor_pendukung": "Ada", "solusi": "Genset"}]
    )
    assert describe_sebab(konteks, konteks.hasil.get_indikator("IKU-1.2")) == ()


def test_progress_gives_both_readings_and_the_differing_target() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    teks = read(describe_kemajuan(konteks, konteks.hasil.get_indikator("I1")))
    assert "90,65 persen (71,00 persen dihitung sejak kondisi awal)" in teks


def make_stabil(realisasi: str, *dulu: str) -> Konteks:
    """An indikator that should stay at 70 ± 5 %, with the Renstra's targets and a baseline of 52."""
    pita = {"pita_bawah": Decimal(5), "pita_atas": Decimal(5), "kondisi_awal": "52"}
    return make_satu("stabil", "70", realisasi, *dulu, renstra=(2025, 2026), **pita)


def test_a_stabil_overshoot_is_told_to_adjust_and_not_to_accelerate() -> None:
    konteks = make_stabil("88")
    item = konteks.hasil.indikator[0]
    teks = read(describe_kemajuan(konteks, item))
    assert "79,29 persen (0,00 persen dihitung sejak kondisi awal)" in teks
    assert "berada di atas target Renstra untuk tahun ini, yaitu 70,0, indikator ini perlu penyesuaian" in teks
    langkah = " ".join(read(k) for k in list_langkah(konteks))
    assert "mengembalikan nilai contoh ke batas target Renstra" in langkah
    assert "percepat" not in teks + langkah + read(describe_jalur(konteks, "S1"))


def test_a_missing_budget_report_is_not_a_missing_map() -> None:
    tanpa = replace(MINI, anggaran=MINI.anggaran.iloc[:0])
    konteks = Konteks(compute_hasil(tanpa, make_settings()), tanpa, make_settings())
    sasaran = konteks.hasil.get_sasaran("S1")
    for teks in (read(describe_efisiensi(konteks, sasaran)), read(describe_program(konteks, sasaran))):
        assert "laporan realisasi anggaran belum" in teks
        assert "dipetakan" not in teks


def test_a_quarter_claims_no_efficiency() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings(), "TW2"), MINI, make_settings())
    teks = read(describe_efisiensi(konteks, konteks.hasil.get_sasaran("S2")))
    assert "dari pagu setahun sampai dengan Triwulan II Tahun 2025" in teks
    assert "dinyatakan pada akhir tahun" in teks
    assert "akhir tahun" in read(describe_efisiensi_instansi(konteks))


def test_a_quarter_is_not_yet_on_or_off_its_track() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings(), "TW2"), MINI, make_settings())
    item = konteks.hasil.get_indikator("I3")
    assert "pada akhir tahun karena target Renstra berlaku untuk setahun penuh" in read(describe_jalur(konteks, "S2"))
    assert "perlu percepatan" not in read(describe_kemajuan(konteks, item))


def test_a_part_of_the_year_lies_on_no_way_from_a_whole_years_baseline() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings(), "TW2"), MINI, make_settings())
    items = [i for i in konteks.hasil.indikator if is_part_year(konteks.hasil, i) and i.renstra]
    rincian = [konteks.hasil.get_rincian(i.kode) for i in items]
    assert [(r.renstra_dari_awal, r.renstra_sisa) for r in rincian] == [(None, None)] * len(items) != []
    assert all("kondisi awal" not in read(describe_kemajuan(konteks, i)) for i in items)


def make_one(realisasi: str, **indikator: Any) -> Konteks:
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "Membaiknya contoh"}],
        indikator=[
            {"kode": "I1", "sasaran": "S1", "nama": "Nilai contoh", "satuan": "nilai", "arah": "max"} | indikator
        ],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", "target": "70"}],
        realisasi=[{"indikator": "I1", "unit": "U1", "realisasi": realisasi}],
    )
    return Konteks(compute_hasil(kinerja, make_settings()), kinerja, make_settings())


def say_hitungan(jumlah: int, dinilai: int, tercapai: int) -> str:
    """The sentence that counts an agency's indikator."""
    hasil = make_hasil()
    cacah = {"jumlah": jumlah, "dinilai": dinilai, "tercapai": tercapai}
    total = hasil.instansi_capaian.model_copy(update=cacah)
    teks = read(describe_instansi(make_konteks(hasil.model_copy(update={"instansi_capaian": total}))))
    return teks.partition(f"{CARA[total.cara]}. ")[2]


@pytest.mark.parametrize(
    ("cacah", "kalimat"),
    [
        ((6, 5, 3), "Dari 6 indikator, 5 dapat dinilai dan 3 di antaranya mencapai atau melampaui target."),
        ((6, 5, 5), "Dari 6 indikator, 5 dapat dinilai dan semuanya mencapai atau melampaui target."),
        ((6, 6, 6), "Seluruh indikator, yaitu 6, dapat dinilai dan semuanya mencapai atau melampaui target."),
        ((6, 1, 1), "Dari 6 indikator, hanya 1 yang dapat dinilai, dan indikator itu mencapai atau melampaui target."),
        ((6, 1, 0), "Dari 6 indikator, hanya 1 yang dapat dinilai, dan indikator itu belum mencapai target."),
        ((1, 1, 1), "Satu-satunya indikator dapat dinilai dan mencapai atau melampaui target."),
        ((1, 1, 0), "Satu-satunya indikator dapat dinilai, tetapi belum mencapai target."),
        ((1, 0, 0), "Satu-satunya indikator belum dapat dinilai."),
    ],
)
def test_indikator_are_counted_as_one_would_say_it(cacah: tuple[int, int, int], kalimat: str) -> None:
    assert say_hitungan(*cacah) == kalimat


def test_a_sasaran_of_one_indikator_has_no_mean_and_no_all() -> None:
    konteks = make_satu("max", "60", "66", "60", renstra=(2025, 2026))
    teks = " ".join(read(f(konteks, "S1")) for f in (describe_gerak, describe_jalur))
    teks += " " + read(describe_sasaran(konteks, konteks.hasil.get_sasaran("S1")))
    assert "satu-satunya indikatornya mencapai atau melampaui target" in teks
    assert "indikator sasaran ini membaik" in teks
    assert not re.search(r"[Ss]eluruh|[Rr]ata-rata|[Dd]ari satu indikator", teks)


def test_of_many_indikator_one_assessed_is_told_as_one() -> None:
    konteks = make_konteks()
    satu = konteks.hasil.get_sasaran("S1").model_copy(update={"dinilai": 1, "jumlah": 3, "tercapai": 1})
    items = [i.model_copy(update={"status": Status.MELAMPAUI}) for i in konteks.hasil.indikator]
    hasil = konteks.hasil.model_copy(update={"sasaran": (satu,), "indikator": tuple(items)})
    teks = read(describe_sasaran(make_konteks(hasil), satu))
    assert "Hanya satu indikator yang dapat dinilai, dan indikator itu mencapai atau melampaui target." in teks


@pytest.mark.parametrize(
    ("jumlah", "kalimat"), [(6, "diukur dengan enam indikator."), (12, "diukur dengan 12 indikator.")]
)
def test_counts_of_one_sentence_are_all_words_or_all_digits(jumlah: int, kalimat: str) -> None:
    hasil = make_hasil()
    total = hasil.instansi_capaian.model_copy(update={"jumlah": jumlah})
    teks = read(describe_renstra(make_konteks(hasil.model_copy(update={"instansi_capaian": total}))))
    n = len(hasil.sasaran)
    assert f"Renstra memuat {n if jumlah > 10 else BILANGAN[n]} sasaran strategis yang {kalimat}" in teks


def test_nothing_reached_is_told_in_words() -> None:
    assert say_hitungan(6, 5, 0) == "Dari 6 indikator, 5 dapat dinilai dan tidak satu pun mencapai target."


def test_a_plan_without_targets_of_quarters_names_who_lacks_them() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    teks = read(describe_rencana_aksi(konteks))
    assert "triwulan pengukurannya" not in teks
    assert "Target triwulan belum ditetapkan untuk Indeks SPBE, waktu pemulihan gangguan jaringan," in teks
    assert "baru memuat target setahun" in read(describe_rencana_aksi(make_one("60")))


def test_years_without_figures_are_named_once_for_a_sasaran() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    teks = read(describe_gaps(konteks, "S1"))
    assert teks == "Angka Tahun 2021, 2022, dan 2023 tidak tersedia untuk seluruh indikator sasaran ini."
    assert "tidak tersedia" not in read(describe_tahun(konteks, konteks.hasil.get_indikator("I1")))


def test_a_part_of_the_year_neither_rises_nor_falls() -> None:
    konteks = make_konteks(make_hasil("TW2"))
    teks = " ".join(read(describe_tahun(konteks, i)) for i in konteks.hasil.indikator)
    assert "capaian setahun penuh Tahun 2024 adalah" in teks
    assert "capaian menurun" not in teks
    assert "capaian meningkat" not in teks


def test_a_move_within_the_band_is_told_as_no_change() -> None:
    konteks = make_stabil("73", "68")
    teks = read(describe_tahun(konteks, konteks.hasil.indikator[0]))
    assert "bergerak dari 68,0 pada Tahun 2024 menjadi 73,0, tetapi jaraknya dari batas target tidak berubah" in teks


def test_the_agency_says_which_mean_it_takes_and_what_the_other_would_be() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    assert "96,69 persen dengan kategori Sangat Tinggi" in read(describe_instansi(konteks))
    assert "97,23 persen" in read(describe_batas(konteks))


def test_large_amounts_are_told_in_words_too() -> None:
    konteks = Konteks(compute_hasil(MINI, make_settings()), MINI, make_settings())
    assert "Rp 5.000.000.000,00 (lima miliar rupiah)" in read(describe_anggaran(konteks))


def test_best_reached_their_target_and_those_to_watch_come_worst_first() -> None:
    konteks = make_konteks()
    assert all(i.status is not Status.BELUM for i in list_best(konteks))
    belum = [i.capaian for i in list_watch(konteks) if i.status is Status.BELUM and i.capaian is not None]
    assert belum == sorted(belum)


def test_next_steps_go_on_the_sentence_before_and_end_once() -> None:
    langkah = [read(k) for k in list_langkah(make_konteks())]
    assert all(teks[0].islower() for teks in langkah)
    assert [teks[-1] for teks in langkah] == [";"] * (len(langkah) - 1) + ["."]


def test_the_conclusion_names_sasaran_on_both_sides() -> None:
    teks = read(describe_simpulan(make_konteks()))
    assert "Masih terdapat indikator yang belum mencapai target" in teks


def test_a_program_is_told_with_its_money() -> None:
    konteks = make_konteks()
    teks = read(describe_program(konteks, konteks.hasil.get_sasaran("S1")))
    assert "Program Aplikasi Informatika" in teks
    assert "Rp 1.552.500.000,00" in teks


def test_part_of_a_year_that_adds_up_is_not_measured_against_a_whole_one() -> None:
    konteks = make_konteks(make_hasil("TW2"))
    item = konteks.hasil.get_indikator("IKU-2.1")
    assert find_gerak(konteks.hasil, item) is Gerak.BELUM_SETAHUN
    teks = read(describe_tahun(konteks, item))
    assert "sampai dengan Triwulan II Tahun 2025" in teks
    assert not re.search("membaik|memburuk", teks)


def test_movement_and_perkembangan_agree() -> None:
    hasil = make_hasil()
    for item in hasil.indikator:
        perkembangan = item.lalu.perkembangan if item.lalu else None
        gerak = find_gerak(hasil, item)
        assert (gerak in MEMBAIK) == (perkembangan == "membaik" and item.realisasi is not None)
        assert (gerak in MEMBURUK) == (perkembangan == "memburuk" and item.realisasi is not None)


def test_the_sides_of_a_range_are_read_from_its_edges() -> None:
    konteks = make_satu("min", "7-8", "9")
    assert "lebih tinggi daripada rentang target 7,0–8,0" in read(describe_target(konteks, konteks.hasil.indikator[0]))


@pytest.mark.parametrize(
    ("metode", "harap"),
    [
        ("E1", "selisih capaian dan penyerapan +"),
        ("E2", "sisa anggaran"),
        ("E3", "rasio capaian terhadap penyerapan"),
        ("E4", "tingkat efisiensi 4,20 persen, nilai efisiensi 60,51 persen"),
    ],
)
def test_each_method_of_efficiency_is_called_by_its_name(metode: str, harap: str) -> None:
    atur = make_settings(efisiensi=metode)
    konteks = Konteks(compute_hasil(MINI, atur), MINI, atur)
    assert harap in read(describe_efisiensi(konteks, konteks.hasil.get_sasaran("S1")))


def test_a_sasaran_without_budget_claims_nothing() -> None:
    konteks = make_konteks()
    kosong = {"penyerapan": None, "pagu": None, "efisiensi": None, "status_efisiensi": None}
    sasaran = konteks.hasil.sasaran[0].model_copy(update=kosong)
    assert "tidak dihitung karena tidak ada anggaran" in read(describe_efisiensi(konteks, sasaran))
    assert "Belum ada program" in read(describe_program(konteks, sasaran))


def test_a_sasaran_that_cannot_be_assessed_says_so() -> None:
    konteks = make_konteks()
    sasaran = konteks.hasil.sasaran[0].model_copy(update={"capaian": None, "status_efisiensi": None})
    assert "belum dapat dinilai" in read(describe_sasaran(konteks, sasaran))
    assert "belum dapat dinyatakan karena capaiannya belum dapat dinilai" in read(describe_efisiensi(konteks, sasaran))


def test_efficiency_of_the_agency_names_both_groups() -> None:
    konteks = make_konteks()
    status = {s.status_efisiensi for s in konteks.hasil.sasaran}
    teks = read(describe_efisiensi_instansi(konteks))
    assert ("dinyatakan efisien pada" in teks) == ("efisien" in status)
    assert ("belum dapat dinyatakan" in teks) == ("belum dapat dinyatakan efisien" in status)


def test_a_changed_promise_is_named_with_its_indikator() -> None:
    hasil = make_hasil()
    pertama = hasil.rincian.indikator[1]
    versi = {"renstra": "90", "pk": "85", "pk_perubahan": "90"}
    rincian = (
        hasil.rincian.indikator[0],
        pertama.model_copy(update={"target_versi": versi}),
        *hasil.rincian.indikator[2:],
    )
    baru = hasil.model_copy(update={"rincian": hasil.rincian.model_copy(update={"indikator": rincian})})
    teks = read(describe_pk(make_konteks(baru)))
    assert "Perjanjian Kinerja Perubahan Tahun 2025" in teks
    assert "target persentase perangkat daerah yang terhubung" in teks


def test_without_a_change_the_promise_stands() -> None:
    assert "Perubahan" not in read(describe_pk(make_konteks()))


def test_a_target_of_the_pk_that_is_not_that_of_the_renstra_shows_both() -> None:
    hasil = make_hasil()
    satu = hasil.rincian.indikator[0].model_copy(update={"target_versi": {"renstra": "2.75", "pk": "2.90"}})
    rincian = hasil.rincian.model_copy(update={"indikator": (satu, *hasil.rincian.indikator[1:])})
    konteks = make_konteks(hasil.model_copy(update={"rincian": rincian}))
    teks = read(describe_kemajuan(konteks, konteks.hasil.indikator[0]))
    assert "adalah 2,75, berbeda dari target Perjanjian Kinerja yaitu 2,90" in teks


@pytest.mark.parametrize("alasan", list(Alasan))
def test_each_reason_for_no_figure_reads_as_a_sentence(alasan: Alasan) -> None:
    konteks = make_konteks()
    item = konteks.hasil.get_indikator("IKU-3.1").model_copy(update={"alasan": alasan})
    teks = read(describe_target(konteks, item))
    assert teks[0].isupper()
    assert teks.rstrip("”").endswith(".")


def test_each_tujuan_leads_to_its_sasaran_and_the_last_point_ends_the_sentence() -> None:
    tujuan = [{"kode": "T1", "uraian": "Terwujudnya A"}, {"kode": "T2", "uraian": "Terwujudnya B"}]
    konteks = make_konteks(tujuan=tujuan, sasaran=[{"kode": "S1", "tujuan": "T2", "uraian": "x"}])
    uraian = konteks.hasil.get_sasaran("S1").uraian
    satu, dua = (join_text(butir) for butir in list_tujuan(konteks))
    assert satu == "terwujudnya A;"
    assert dua.startswith(f"terwujudnya B, dengan sasaran {uraian[0].lower()}{uraian[1:]} (")
    assert dua.endswith(" indikator).")


def test_the_ikhtisar_counts_categories_and_names_money_and_efficient_sasaran() -> None:
    teks = read(describe_isi(make_konteks(compute_hasil(MINI, make_settings()))))
    assert teks.startswith("Indikator yang dinilai berkategori Sangat Tinggi (4) dan Tinggi (1).")
    assert "Dari pagu Rp 5 miliar terealisasi Rp 4,54 miliar." in teks
    assert "efisien" not in teks


def test_the_main_obstacle_is_that_of_the_weakest_indikator_which_names_one() -> None:
    hasil = compute_hasil(MINI, make_settings())
    terlemah = list_watch(make_konteks(hasil))[0].kode
    analisis = [{"indikator": terlemah, "faktor_penghambat": "Listrik sering padam."}]
    assert read(describe_hambatan(make_konteks(hasil, analisis=analisis))).endswith(": “Listrik sering padam.”")
    assert (
        describe_hambatan(make_konteks(hasil, analisis=[{"indikator": terlemah, "faktor_penghambat": "Nihil."}])) == ()
    )


@pytest.mark.parametrize(
    ("batas", "kata"), [(120, "sebesar batas capaian, yaitu 120,00 persen"), ("tanpa", "tidak dapat dicetak. U1")]
)
def test_a_realisasi_of_nothing_by_t_over_r_says_what_the_mean_takes(batas: Any, kata: str) -> None:
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=[
            {
                "kode": "I1", "sasaran": "S1", "nama": "Lama", "satuan": "hari", "arah": "min", "metode": "MIN-B",
                "unit": "U1",
            }
        ],
        target=[{"indikator": "I1", "tahun": 2025, "versi": "pk", "target": "5"}],
        realisasi=[{"indikator": "I1", "realisasi": "0", "alasan": "nihil"}],
    )  # fmt: skip
    konteks = Konteks(compute_hasil(kinerja, make_settings(batas_capaian=batas)), kinerja, make_settings())
    kalimat = read(describe_target(konteks, konteks.hasil.indikator[0]))
    assert kata in kalimat
    assert ("tidak diikutkan dalam rata-rata" in kalimat) == (batas == "tanpa")
    assert ("semata-mata" in read(describe_sasaran(konteks, konteks.hasil.sasaran[0]))) == (batas != "tanpa")


def test_a_mean_of_a_hundred_never_says_that_the_target_was_reached() -> None:
    """S1: 120 and 90, so the mean is 105 although I2 missed its target."""
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=[{"kode": k, "sasaran": "S1", "nama": k, "satuan": "nilai", "arah": "max"} for k in ("I1", "I2")],
        target=[{"indikator": k, "tahun": 2025, "versi": "pk", "target": "10"} for k in ("I1", "I2")],
        realisasi=[{"indikator": "I1", "realisasi": "12"}, {"indikator": "I2", "realisasi": "9"}],
        program=[{"kode": "2.16.01", "sasaran": "S1"}],
        anggaran=[
            {"kode": "2.16.01", "level": "program", "uraian": "P", "pagu": Decimal(100),
             "realisasi_anggaran": Decimal(95)}
        ],
    )  # fmt: skip
    konteks = Konteks(compute_hasil(kinerja, make_settings()), kinerja, make_settings())
    sasaran = konteks.hasil.sasaran[0]
    assert (sasaran.status, konteks.hasil.rincian.kuadran[0].kuadran) == (Status.BELUM, "I")
    teks = read(describe_efisiensi(konteks, sasaran))
    assert "rata-rata capaian seratus persen atau lebih dan anggaran terserap" in teks
    assert "target tercapai" not in teks
