"""The tables of DOMAIN §2 as blocks: their outline, their cells, their references."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from contoh_hasil import make_hasil
from kasus_mini import make_kinerja, make_settings, make_traced
from kasus_ragam import make_ragam

from lakip_lib import tables
from lakip_lib.blok import Isi, Tabel, join_text
from lakip_lib.measures import Hasil, compute_hasil, promise_hasil
from lakip_lib.model import Kinerja, make_table
from lakip_lib.report.pdf.tata_tabel import shape_table
from lakip_lib.rujukan import format_ref

KINERJA = make_kinerja()
SETTINGS = make_settings()
MINI = compute_hasil(KINERJA, SETTINGS)
KAYA = make_hasil()


def list_tables(hasil: Hasil, kinerja: Kinerja = KINERJA) -> list[Tabel]:
    """Every table of one agency-year."""
    satu: list[Callable[[Hasil], Tabel]] = [
        tables.tabulate_iku,
        tables.tabulate_pk_indikator,
        tables.tabulate_rencana_aksi,
        tables.tabulate_skala,
        tables.tabulate_capaian_instansi,
        tables.tabulate_efisiensi,
        tables.tabulate_anggaran,
        tables.tabulate_anggaran_sasaran,
        tables.tabulate_anggaran_urusan,
        tables.tabulate_anggaran_program,
        tables.tabulate_rekap,
        tables.tabulate_metodologi,
        tables.tabulate_jejak_anggaran,
        tables.tabulate_mutu,
    ]
    dua: list[Callable[[Hasil, Kinerja], Tabel]] = [
        tables.tabulate_pk_program,
        tables.tabulate_pk_beda,
        tables.tabulate_tindak_lanjut,
        tables.tabulate_jejak,
        tables.tabulate_bukti,
    ]
    found = [tables.tabulate_pegawai(kinerja), tables.tabulate_renstra(hasil, kinerja, SETTINGS)]
    found.append(tables.tabulate_jejak_keluaran(kinerja))
    found += [make(hasil) for make in satu] + [make(hasil, kinerja) for make in dua]
    for sasaran in hasil.sasaran:
        found += [
            make(hasil, sasaran.kode)
            for make in (
                tables.tabulate_capaian,
                tables.tabulate_triwulan,
                tables.tabulate_lintas_tahun,
                tables.tabulate_kemajuan,
                tables.tabulate_standar,
                tables.tabulate_efisiensi,
            )
        ]
        found += [make(hasil, kinerja, sasaran.kode) for make in (tables.tabulate_penyebab, tables.tabulate_penunjang)]
    return found + [tables.tabulate_penunjang(hasil, kinerja, nama) for nama in ("penunjang", "")]


def read(tabel: Tabel) -> list[list[str]]:
    """The cell texts, row by row."""
    return [[join_text(sel.isi) for sel in baris.sel] for baris in tabel.baris]


def notes(tabel: Tabel) -> list[str]:
    """The notes as text."""
    return [join_text(catatan) for catatan in tabel.catatan]


def list_cells(hasil: Hasil) -> list[Isi]:
    """All cells of all tables."""
    return [sel for tabel in list_tables(hasil) for baris in tabel.baris for sel in baris.sel]


SEMUA = [MINI, KAYA, make_hasil("TW2"), compute_hasil(KINERJA, SETTINGS, "TW2")]


@pytest.mark.parametrize("hasil", SEMUA)
def test_every_figure_with_a_ref_prints_what_hasil_json_says(hasil: Hasil) -> None:
    janji = promise_hasil(hasil)
    runs = [run for tabel in list_tables(hasil) for row in tabel.baris for sel in row.sel for run in sel.isi]
    runs += [run for tabel in list_tables(hasil) for catatan in tabel.catatan for run in catatan]
    berujuk = [run for run in runs if run.ref]
    assert len(berujuk) > 100
    assert [run for run in berujuk if run.teks != format_ref(janji, run.ref or "")] == []


@pytest.mark.parametrize("hasil", SEMUA)
def test_every_table_fits_its_columns_and_the_page(hasil: Hasil) -> None:
    for tabel in list_tables(hasil):
        shape_table(tabel)
        assert tabel.lanskap or len(tabel.kolom) <= 9
        assert tabel.judul
        assert tabel.baris


@pytest.mark.parametrize("hasil", SEMUA)
def test_ids_are_unique(hasil: Hasil) -> None:
    ids = [tabel.id for tabel in list_tables(hasil)]
    assert len(set(ids)) == len(ids)


def test_every_promised_figure_stands_in_a_table_with_its_ref() -> None:
    jalur = {(run.ref or "").partition("#")[0] for sel in list_cells(MINI) for run in sel.isi}
    for item in MINI.indikator:
        for nama in ("target", "realisasi", "capaian", "kategori", "status", "lalu/perubahan", "renstra/kemajuan"):
            assert f"indikator/{item.kode}/{nama}" in jalur
    for sasaran in MINI.sasaran:
        for nama in ("capaian", "kategori", "status", "pagu", "realisasi_anggaran", "penyerapan", "efisiensi"):
            assert f"sasaran/{sasaran.kode}/{nama}" in jalur
    assert {f"anggaran_total/{n}" for n in ("pagu", "realisasi_anggaran", "sisa", "persen")} <= jalur
    assert "instansi_capaian/capaian" in jalur


def test_capaian_of_the_mini_case() -> None:
    assert read(tables.tabulate_capaian(MINI, "S2")) == [
        ["1", "Konten informasi publik", "konten", "100", "105", "105,00", "Sangat Tinggi", "Melampaui"],
        ["2", "Insiden kebocoran data¹", "insiden", "0", "0", "100,00", "Sangat Tinggi", "Mencapai"],
        ["3", "Indeks Pembangunan Statistik²", "indeks", "2,60", "–", "–", "–", "Belum dapat dinilai"],
        ["4", "Nilai AKIP³", "predikat", "BB (70,01)", "B (65,30)", "93,27", "Sangat Tinggi", "Belum mencapai"],
        ["Rata-rata capaian sasaran", "99,42", "Sangat Tinggi", "Belum mencapai"],
    ]


def test_notes_say_why_a_cell_is_empty_and_how_many_count() -> None:
    assert notes(tables.tabulate_capaian(MINI, "S2"))[1:] == [
        "² Belum dapat dinilai: data belum dirilis (rilis BPS belum terbit).",
        "³ Predikat dibandingkan menurut nilainya.",
        "3 dari 4 indikator dapat dinilai, 2 di antaranya mencapai atau melampaui target.",
        "Dalam rata-rata, setiap capaian dihitung paling rendah 0% dan paling tinggi 120%.",
    ]


@pytest.mark.parametrize(
    ("cacah", "kalimat"),
    [
        ((1, 1, 1), "Satu-satunya indikator dapat dinilai dan mencapai atau melampaui target."),
        ((1, 1, 0), "Satu-satunya indikator dapat dinilai, tetapi belum mencapai target."),
        ((1, 0, 0), "Satu-satunya indikator belum dapat dinilai."),
        ((3, 1, 1), "Hanya 1 dari 3 indikator yang dapat dinilai, dan indikator itu mencapai atau melampaui target."),
        ((3, 2, 2), "2 dari 3 indikator dapat dinilai, semuanya mencapai atau melampaui target."),
        ((3, 2, 0), "2 dari 3 indikator dapat dinilai, tidak satu pun mencapai target."),
    ],
)
def test_what_went_into_a_mean_is_counted_as_one_would_say_it(cacah: tuple[int, int, int], kalimat: str) -> None:
    isi = dict(zip(("jumlah", "dinilai", "tercapai"), cacah, strict=True))
    sasaran = tuple(s.model_copy(update=isi) if s.kode == "S2" else s for s in MINI.sasaran)
    assert kalimat in notes(tables.tabulate_capaian(MINI.model_copy(update={"sasaran": sasaran}), "S2"))


def test_a_cap_that_binds_shows_both_means() -> None:
    assert notes(tables.tabulate_capaian(KAYA, "S1"))[-1].endswith("tanpa pembatasan, rata-ratanya 174,47%.")


def test_a_provisional_figure_carries_a_star() -> None:
    tabel = tables.tabulate_capaian(KAYA, "S4")
    assert read(tabel)[1][4] == "312*"
    assert "* angka sementara" in notes(tabel)


def test_a_realisasi_of_nothing_by_t_over_r_is_named_under_the_mean() -> None:
    ragam = compute_hasil(make_ragam(), SETTINGS)
    catatan = [join_text(c) for c in tables.tabulate_capaian(ragam, "S1").catatan]
    assert any(c.startswith("4 dari 6 indikator dapat dinilai, 1 di antaranya") for c in catatan)
    assert "Rata-rata juga memuat 1 indikator tanpa capaian tercetak, sebesar batas capaian." in catatan


def test_the_agency_table_has_each_sasaran_and_the_mean() -> None:
    tabel = tables.tabulate_capaian_instansi(MINI)
    assert [baris.gaya for baris in tabel.baris] == ["sub", *["biasa"] * 2, "sub", *["biasa"] * 4, "total"]
    assert read(tabel)[-1][:2] == ["Capaian kinerja instansi (rata-rata sasaran)", "96,69"]


def test_a_category_has_its_square_and_its_word() -> None:
    sel = tables.tabulate_capaian(MINI, "S1").baris[1].sel[6]
    assert (join_text(sel.isi), sel.kotak) == ("Tinggi", "#7FB6D6")


def test_quarters_after_the_period_stand_empty() -> None:
    baris = read(tables.tabulate_triwulan(compute_hasil(KINERJA, SETTINGS, "TW2"), "S2"))[:3]
    assert "|".join(baris[0][2:]) == "Target|10|20|40|30|30"
    assert "|".join(baris[1]) == "Realisasi|12|18|–|–|30"
    assert "|".join(baris[2]) == "Capaian (%)|120,00|90,00|–|–|100,00"


def test_a_missing_year_is_a_dash_with_its_reason() -> None:
    tabel = tables.tabulate_lintas_tahun(MINI, "S1")
    assert read(tabel)[0][2:7] == ["–¹", "–¹", "–¹", "2,54", "2,81"]
    assert notes(tabel)[0] == "¹ Belum ada data."


def test_better_or_worse_stands_with_the_change_of_realisasi() -> None:
    tabel = tables.tabulate_lintas_tahun(MINI, "S1")
    atas, bawah = read(tabel)[2:4]
    assert (tabel.kolom[-1].judul, atas[-1]) == ("Perubahan realisasi", "−11,11% (membaik)")
    assert (tabel.baris[2].sel[-1].tinggi, bawah[-1]) == (2, "85,71")


def test_a_progress_printed_as_nothing_says_that_it_is_below() -> None:
    indikator = [{"kode": "I1", "sasaran": "S1", "nama": "Waktu", "satuan": "jam", "arah": "min", "kondisi_awal": "20"}]
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "S"}],
        indikator=indikator,
        target=[{"indikator": "I1", "tahun": t, "versi": "renstra", "target": "10"} for t in (2025, 2026)],
        realisasi=[{"indikator": "I1", "unit": "U1", "realisasi": "25"}],
    )
    tabel = tables.tabulate_kemajuan(compute_hasil(kinerja, make_settings()), "S1")
    assert read(tabel)[0][4:6] == ["0,00", "−50,00"]
    assert notes(tabel)[0] == "¹ Kemajuan menurut rumus bernilai negatif dan dicetak 0,00."


def test_both_readings_of_the_renstra_stand_side_by_side() -> None:
    assert read(tables.tabulate_kemajuan(MINI, "S1"))[0][4:6] == ["90,65", "71,00"]
    assert len(tables.tabulate_kemajuan(MINI, "S2").kolom) == 7


def test_the_chosen_reading_of_the_renstra_carries_the_ref() -> None:
    hasil = compute_hasil(KINERJA, make_settings(kemajuan_renstra="dari_awal"))
    sel = tables.tabulate_kemajuan(hasil, "S1").baris[0].sel
    assert [s.isi[0].ref for s in sel[4:6]] == [None, "indikator/I1/renstra/kemajuan"]


def test_an_indikator_without_a_standard_is_never_left_out() -> None:
    baris = read(tables.tabulate_standar(KAYA, "S1"))
    assert baris[0][2:] == ["3,12", "2024", "Nasional, rata-rata: Laporan evaluasi (contoh)", "−0,31", "belum setara"]
    assert baris[1][2] == "Belum terdapat standar nasional untuk indikator ini."


def test_a_compulsory_analysis_that_lacks_is_named() -> None:
    assert notes(tables.tabulate_penyebab(MINI, KINERJA, "S1"))[0].endswith("yang belum lengkap: I2.")


def test_an_analysis_has_a_line_an_element_behind_the_name_and_status() -> None:
    rows = [{"indikator": "I1", "solusi": "Pelatihan", "penanggung_jawab": "Kabid", "waktu": "TW II"}]
    kinerja = replace(KINERJA, analisis=make_table("analisis", rows))
    baris = read(tables.tabulate_penyebab(MINI, kinerja, "S1"))[:5]
    assert baris[0] == ["Indeks SPBE\nMelampaui target, membaik", "Faktor pendukung", "belum diisi"]
    assert baris[2:] == [
        ["Solusi yang telah dilakukan", "Pelatihan"],
        ["Rencana tindak lanjut", "belum diisi"],
        ["Penanggung jawab, waktu", "Kabid; TW II"],
    ]


def test_efficiency_names_its_method() -> None:
    tabel = tables.tabulate_efisiensi(MINI)
    assert read(tabel)[0][-2:] == ["+3,95", "belum dapat dinyatakan efisien"]
    assert notes(tabel)[0].startswith("Metode E1: capaian dikurangi penyerapan")


def test_the_budget_tree_indents_and_sums() -> None:
    tabel = tables.tabulate_anggaran(KAYA)
    assert [baris.sel[1].indentasi for baris in tabel.baris[:5]] == [0, 1, 2, 3, 4]
    assert read(tabel)[4][2:] == ["70.000.000", "62.500.000", "60.125.400", "2.374.600", "96,20"]
    assert read(tabel)[-1] == ["Jumlah", "6.290.000.000", "6.269.120.000", "5.640.833.665", "628.286.335", "89,98"]


def test_money_by_sasaran_sums_to_the_budget() -> None:
    baris = read(tables.tabulate_anggaran_sasaran(MINI))
    assert [r[1] for r in baris] == ["1.200.000.000", "800.000.000", "3.000.000.000", "5.000.000.000"]
    assert baris[2][0] == "Program penunjang"


def test_counts_by_category_and_by_status_both_cover_all() -> None:
    baris = read(tables.tabulate_rekap(MINI))
    assert [r[1] for r in baris if r[0] == "Jumlah"] == ["6", "6"]
    assert ["Belum dapat dinilai", "1", "16,67"] in baris


def test_outputs_stand_beside_their_budget_line() -> None:
    isi = {
        "kode": "2.16.01",
        "indikator_keluaran": "Jumlah aplikasi",
        "satuan": "aplikasi",
        "target": "1234.5",
        "realisasi": "1.234",
    }
    kinerja = replace(KINERJA, keluaran=make_table("keluaran", [isi]))
    nama, baris = read(tables.tabulate_penunjang(MINI, kinerja, "S1"))[:2]
    assert nama == ["1", "2.16.01 S1", "1.200.000.000", "1.080.000.000", "90,00"]
    assert baris == ["Jumlah aplikasi", "1.234,5 aplikasi", "1,234 aplikasi", "0,10", "Menunjang: ya"]


def test_an_output_nobody_told_of_stands_as_it_was_planned() -> None:
    rencana = {"keluaran": "Jumlah aplikasi", "satuan": "aplikasi", "target_keluaran": "12"}
    rows = [{**d, **rencana} if d["kode"] == "2.16.01" else d for d in KINERJA.records("program")]
    tabel = tables.tabulate_penunjang(MINI, replace(KINERJA, program=make_table("program", rows)), "S1")
    nama, baris = read(tabel)[:2]
    assert nama[1] == "2.16.01 S1¹"
    assert baris[:4] == ["Jumlah aplikasi", "12 aplikasi", "–", "–"]
    assert "belum disampaikan" in notes(tabel)[0]


def test_an_output_told_under_an_old_code_stands_at_the_new_one() -> None:
    isi = {"kode": "9.99.01", "indikator_keluaran": "Audit", "target": "1", "realisasi": "1"}
    peta = make_table("peta_kode", [{"kode_lama": "9.99.01", "kode_baru": "2.16.01"}])
    kinerja = replace(KINERJA, keluaran=make_table("keluaran", [isi]), peta_kode=peta)
    assert read(tables.tabulate_penunjang(MINI, kinerja, "S1"))[1][0] == "Audit"


def test_an_output_that_came_to_nothing_gives_its_reason() -> None:
    isi = {"kode": "2.16.01", "indikator_keluaran": "Audit", "target": "1", "realisasi": "0", "keterangan": "dialihkan"}
    kinerja = replace(KINERJA, keluaran=make_table("keluaran", [isi]))
    assert read(tables.tabulate_penunjang(MINI, kinerja, "S1"))[1][-1] == "Menunjang: ya. Dialihkan"


def test_targets_that_differ_between_renstra_and_pk_are_shown_with_the_reason() -> None:
    lama = KINERJA.records("target")
    baru = {
        "indikator": "I1",
        "tahun": 2025,
        "versi": "pk_perubahan",
        "target": "2.80",
        "keterangan": "evaluasi tengah tahun",
    }
    kinerja = replace(KINERJA, target=make_table("target", [*lama, baru]))
    hasil = compute_hasil(kinerja, SETTINGS)
    assert read(tables.tabulate_pk_beda(hasil, kinerja)) == [
        ["1", "Indeks SPBE", "indeks", "–", "2,75", "2,80", "evaluasi tengah tahun"]
    ]
    assert read(tables.tabulate_pk_indikator(hasil))[0][-1] == "2,80"


def test_a_baseline_of_another_year_is_marked() -> None:
    hasil = MINI.model_copy(
        update={
            "rincian": MINI.rincian.model_copy(
                update={
                    "indikator": tuple(
                        r.model_copy(update={"kondisi_awal": "2", "tahun_awal": 2021 if r.kode == "I2" else 2020})
                        for r in MINI.rincian.indikator
                    )
                }
            )
        }
    )
    tabel = tables.tabulate_renstra(hasil, KINERJA, SETTINGS)
    assert [baris[-1 - len(tabel.kolom[5:])][-1] for baris in read(tabel)[:2]] == ["0", "¹"]
    assert notes(tabel) == ["¹ Keadaan tahun 2021.", "Kondisi awal adalah keadaan tahun 2020, kecuali yang bertanda."]


def test_staff_are_summed_by_group() -> None:
    rows = [{"kelompok": "Pendidikan", "kategori": k, "jumlah": Decimal(n)} for k, n in (("S2", 1), ("S1", 2))]
    kinerja = replace(KINERJA, pegawai=make_table("pegawai", rows))
    assert read(tables.tabulate_pegawai(kinerja)) == [
        ["Menurut pendidikan"],
        ["S2", "1", "33,33"],
        ["S1", "2", "66,67"],
        ["Jumlah", "3", "100,00"],
    ]


def test_only_web_addresses_become_links() -> None:
    rows = [
        {"kode": "I1", "nama_dokumen": "Laporan", "tautan": "https://contoh.invalid/a"},
        {"kode": "I2", "nama_dokumen": "Foto", "tautan": "javascript:alert(1)"},
    ]
    kinerja = replace(KINERJA, bukti=make_table("bukti", rows))
    tabel = tables.tabulate_bukti(MINI, kinerja)
    assert [baris.sel[-1].isi[0].tautan for baris in tabel.baris[:2]] == ["https://contoh.invalid/a", None]
    assert notes(tabel) == ["Indikator tanpa data dukung (4): I3, I4, I5, I6."]


def test_the_trail_names_file_sheet_and_cell_and_what_was_typed() -> None:
    asal = {"berkas": "isian/u1.xlsx", "sha256": "0" * 64, "lembar": "F1 Capaian", "sel": "H5", "teks": "2,81"}
    rows = [{"tabel": "realisasi", "kunci": "I1", "kolom": "realisasi", **asal}]
    kinerja = replace(KINERJA, asal=make_table("asal", rows))
    judul, baris = read(tables.tabulate_jejak(compute_hasil(kinerja, SETTINGS), kinerja))[:2]
    assert judul == ["I1 Indeks SPBE"]
    assert baris == ["Realisasi", "2,81", "2,81", "isian/u1.xlsx › F1 Capaian › H5"]


def test_the_trail_leads_to_what_an_indikator_is_compared_with() -> None:
    kinerja = make_traced()
    baris = read(tables.tabulate_jejak(compute_hasil(kinerja, SETTINGS), kinerja))
    assert baris[1 : [len(b) for b in baris].index(1, 1)] == [
        ["Target", "2,75", "2,75", "perencanaan.xlsx › Target › D2"],
        ["Realisasi", "2,81", "2,81", "isian/u1.xlsx › F1 Capaian › O6"],
        ["Kondisi awal", "2,10", "2,1", "perencanaan.xlsx › Indikator › M2"],
        ["Target Renstra 2026", "3,10", "3,1", "perencanaan.xlsx › Target › D9"],
        ["Target; realisasi 2023", "2,40; 2,41", "2,4; 2,41", "perencanaan.xlsx › Riwayat › C2, D2"],
        ["Realisasi; capaian tercetak 2024", "2,54; 101,6", "2,54; 101,6", "perencanaan.xlsx › Riwayat › D3, E3"],
        ["Standar nasional 2024", "2,60", "2,6", "perencanaan.xlsx › Standar › C2"],
    ]


def test_a_realisasi_that_nobody_typed_is_said_though_its_comparisons_were() -> None:
    kinerja = make_traced()
    rows = [d for d in kinerja.records("asal") if d["tabel"] not in {"realisasi", "target"}]
    kinerja = replace(kinerja, asal=make_table("asal", rows))
    baris = read(tables.tabulate_jejak(compute_hasil(kinerja, SETTINGS), kinerja))
    assert baris[1] == ["Realisasi", "2,81", "–", "Sel asal tidak tercatat"]
    assert baris[2][0] == "Kondisi awal"


def test_outputs_are_traced_to_their_cells() -> None:
    assert read(tables.tabulate_jejak_keluaran(make_traced())) == [
        ["2.16.01", "Dokumen", "4", "3", "isian/u1.xlsx › F3 Program › E6, F6"]
    ]


def test_each_formula_used_is_listed_once_with_its_indikator() -> None:
    rumus = {r[0]: r[3] for r in tables.list_rumus(MINI)}
    assert (rumus["MAX"], rumus["MIN-A"], rumus["ORD"]) == ("I1, I3, I5", "I2, I4", "I6")
    assert "MIN-B" not in rumus
    assert "NE" not in rumus


def test_formulas_of_progress_outputs_quadrant_and_value_are_listed_where_printed() -> None:
    rumus = {r[0]: r for r in tables.list_rumus(compute_hasil(KINERJA, make_settings(efisiensi="E5")))}
    assert rumus["kemajuan"][1].startswith("capaian realisasi terhadap target akhir")
    assert rumus["kemajuan dari awal"][3] == "I1, I2"
    assert (rumus["keluaran"][1], rumus["kuadran"][1]) == (
        "realisasi / target × 100",
        "capaian 100% dan penyerapan 90%",
    )
    assert rumus["NE"][1] == "50 + tingkat efisiensi / 20 × 50"
    tw = {r[0] for r in tables.list_rumus(compute_hasil(KINERJA, SETTINGS, "TW2"))}
    assert "kuadran" not in tw


def test_findings_come_gravest_first() -> None:
    temuan = tuple({"tingkat": t, "pesan": t, "berkas": "", "lembar": None, "sel": None} for t in ("catatan", "wajib"))
    tabel = tables.tabulate_mutu(MINI.model_copy(update={"temuan": temuan}))
    assert [baris[1] for baris in read(tabel)] == ["Wajib", "Catatan"]
    assert notes(tabel) == ["Wajib 1, peringatan 0, catatan 1."]


def test_the_promise_of_the_year_is_printed_in_a_quarterly_run_too() -> None:
    hasil = compute_hasil(KINERJA, SETTINGS, "TW2")
    assert hasil.get_indikator("I3").target == "30"
    assert read(tables.tabulate_pk_indikator(hasil))[2][-1] == "100"
    assert read(tables.tabulate_rencana_aksi(hasil))[2][3:8] == ["10", "20", "40", "30", "100"]


def test_account_lines_are_left_out_unless_there_is_nothing_else() -> None:
    satu = {"uraian": "Belanja", "pagu": Decimal(10), "realisasi_anggaran": Decimal(9)}
    akun = [{"kode": "5.1", "level": "akun", **satu}]
    kinerja = replace(KINERJA, anggaran=make_table("anggaran", [*KINERJA.records("anggaran"), *akun]))
    assert "5.1" not in [r[0] for r in read(tables.tabulate_anggaran(compute_hasil(kinerja, SETTINGS)))]
    kinerja = replace(KINERJA, anggaran=make_table("anggaran", akun))
    assert [r[0] for r in read(tables.tabulate_anggaran(compute_hasil(kinerja, SETTINGS)))] == ["5.1", "Jumlah"]


def test_a_part_of_a_budget_line_is_said() -> None:
    rows = [{"kode": "2.16.01", "sasaran": s, "porsi": Decimal(n)} for s, n in (("S1", 60), ("S2", 40))]
    kinerja = replace(KINERJA, program=make_table("program", rows))
    tabel = tables.tabulate_penunjang(compute_hasil(kinerja, SETTINGS), kinerja, "S2")
    assert read(tabel)[0][1] == "2.16.01 S1¹"
    assert notes(tabel)[0] == "¹ Anggaran sub kegiatan ini diperhitungkan 40% untuk sasaran ini."


@pytest.mark.parametrize(("metode", "kepala"), [("E2", "Sisa (%)"), ("E3", "Rasio"), ("E5", "Tingkat efisiensi (%)")])
def test_the_efficiency_column_is_named_after_its_method(metode: str, kepala: str) -> None:
    tabel = tables.tabulate_efisiensi(compute_hasil(KINERJA, make_settings(efisiensi=metode)))
    assert tabel.kolom[5].judul == kepala
    assert notes(tabel)[0].startswith(f"Metode {metode}")


@pytest.mark.parametrize(("metode", "isi"), [("E4", ["+4,20", "60,51"]), ("E5", ["+4,20", "60,51"])])
def test_the_pmk_methods_print_their_level_and_their_value(metode: str, isi: list[str]) -> None:
    """S1: capaian 93,95, penyerapan 90: 1 − 90/93,948… = 4,2025…%; NE = 50 + 4,2025…/20 × 50 = 60,51%."""
    tabel = tables.tabulate_efisiensi(compute_hasil(KINERJA, make_settings(efisiensi=metode)))
    assert [k.judul for k in tabel.kolom[5:7]] == ["Tingkat efisiensi (%)", "Nilai efisiensi (%)"]
    assert read(tabel)[0][5:7] == isi


def test_a_sasaran_without_indikator_has_tables_that_say_so() -> None:
    rows = [*KINERJA.records("sasaran"), {"kode": "S9", "uraian": "Tanpa indikator"}]
    hasil = compute_hasil(replace(KINERJA, sasaran=make_table("sasaran", rows)), SETTINGS)
    for make in (tables.tabulate_capaian, tables.tabulate_triwulan, tables.tabulate_lintas_tahun):
        assert read(make(hasil, "S9")) == [["Belum ada indikator untuk sasaran ini."]]
    assert notes(tables.tabulate_efisiensi(hasil, "S9"))[0] == "¹ Belum ada anggaran yang dipetakan ke sasaran ini."


def test_tables_hold_text_as_it_was_typed() -> None:
    nakal = "#let x = 1 <b>tebal</b> {{ x }} $y$"
    rows = [{"indikator": "I1", "faktor_pendukung": nakal}]
    kinerja = replace(KINERJA, analisis=make_table("analisis", rows))
    assert read(tables.tabulate_penyebab(MINI, kinerja, "S1"))[0][2] == nakal


def test_the_iku_name_their_unit_and_set_the_formula_apart() -> None:
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "Membaiknya contoh"}],
        indikator=[
            {
                "kode": "I1",
                "sasaran": "S1",
                "nama": "Nilai contoh",
                "satuan": "nilai",
                "arah": "max",
                "unit": "U1",
                "pic": "Pengelola",
                "definisi": "Ukuran contoh.",
                "formula": "A / B",
            }
        ],
    )
    tabel = tables.tabulate_iku(compute_hasil(kinerja, make_settings()), {"U1": "Bidang Contoh"})
    assert read(tabel)[0][4::2] == ["Ukuran contoh.\nFormula: A / B", "Bidang Contoh\nPengelola"]


def make_huruf(target: str, realisasi: str) -> Hasil:
    dasar = {"indikator": "I1", "tahun": 2025, "target": target}
    kinerja = Kinerja.from_rows(
        sasaran=[{"kode": "S1", "uraian": "Membaiknya contoh"}],
        indikator=[{"kode": "I1", "sasaran": "S1", "nama": "Opini", "satuan": "opini", "arah": "max"}],
        target=[dasar | {"versi": "pk"}, dasar | {"tahun": 2026, "versi": "renstra"}],
        realisasi=[{"indikator": "I1", "unit": "U1", "realisasi": realisasi}],
    )
    return compute_hasil(kinerja, make_settings())


@pytest.mark.parametrize(
    ("target", "realisasi", "ada", "tidak"),
    [
        ("WTP", "WDP", "Peringkat opini TMP = 1, TW = 2, WDP = 3, WTP = 4.", "predikat D"),
        ("A", "BB", "Peringkat predikat D = 1, C = 2, CC = 3, B = 4, BB = 5, A = 6, AA = 7.", "opini TMP"),
    ],
)
def test_the_methodology_prints_the_ranking_that_letters_are_compared_by(
    target: str, realisasi: str, ada: str, tidak: str
) -> None:
    teks = " ".join(b[2] for b in read(tables.tabulate_metodologi(make_huruf(target, realisasi))))
    assert ada in teks
    assert tidak not in teks


def test_letters_have_no_way_to_the_end_and_the_table_says_so() -> None:
    tabel = tables.tabulate_kemajuan(make_huruf("WTP", "WDP"), "S1")
    assert "Target akhir atau realisasi tidak berupa satu angka, sehingga sisanya tidak dihitung." in " ".join(
        notes(tabel)
    )


def test_the_comparisons_of_a_quarter_say_that_they_are_of_a_quarter() -> None:
    hasil = compute_hasil(KINERJA, make_settings(), "TW2")
    tahun, kemajuan = tables.tabulate_lintas_tahun(hasil, "S2"), tables.tabulate_kemajuan(hasil, "S2")
    assert tahun.kolom[-2].judul == "s.d. TW II 2025"
    assert "Angka 2025 adalah keadaan s.d. Triwulan II Tahun 2025" in notes(tahun)[-2]
    assert kemajuan.kolom[3].judul == "Realisasi s.d. TW II 2025"
    assert read(kemajuan)[0][-1] == "–"
    assert "Status dinyatakan pada akhir tahun" in notes(kemajuan)[-2]
    assert notes(kemajuan)[-1].endswith("kemajuan dari awal dan sisanya dinyatakan pada akhir tahun.")


def test_what_a_quarter_has_no_target_for_is_no_missing_target() -> None:
    hasil = compute_hasil(KINERJA, make_settings(), "TW2")
    teks = " ".join(notes(tables.tabulate_capaian(hasil, "S1")))
    assert "Belum dinilai: tidak ada target dan realisasi sampai dengan triwulan ini." in teks
    assert "ditetapkan" not in teks
    assert "Dihitung tanpa" not in teks


def test_stabil_says_from_where_its_progress_is_measured() -> None:
    assert any("makin dekat target makin baik" in teks for teks in notes(tables.tabulate_kemajuan(KAYA, "S4")))
    assert not any("makin dekat target makin baik" in teks for teks in notes(tables.tabulate_kemajuan(MINI, "S1")))
