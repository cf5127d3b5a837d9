"""The budget readers on small tables in the layouts finance exports, with invented figures."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_lib.checks.anggaran import check_anggaran
from lakip_lib.intake.grid import Buku, Lembar, Nilai, Sel, grid_from_rows
from lakip_lib.intake.lra import (
    KodeAnggaran,
    KodeDitolak,
    Level,
    Lra,
    build_peta,
    describe_lra,
    map_kode,
    normalise_kode,
    parse_kode,
    read_lra,
    read_pohon,
)
from lakip_lib.intake.lra.jenjang import assign_jenjang
from lakip_lib.intake.lra.judul import find_pengali, read_judul
from lakip_lib.intake.lra.kode import natural_kode, split_kode
from lakip_lib.intake.lra.kolom import find_kepala_anggaran

Rows = list[list[Nilai]]
SKPD = "2.16.2.20.2.21.01.0000"


def buku(rows: Rows | Lembar, berkas: str = "lra.xlsx", nama: str = "Sheet1") -> Buku:
    lembar = rows if isinstance(rows, Lembar) else grid_from_rows(nama, rows)
    return Buku(berkas, f"sha-{berkas}", "xlsx", (lembar,))


def read(rows: Rows | Lembar, **kw: object) -> Lra:
    return read_lra([buku(rows)], **kw)  # type: ignore[arg-type]


def rules(lra: Lra) -> set[str]:
    return {t.aturan for t in lra.temuan}


def line(lra: Lra, kode: str | None = None, uraian: str | None = None):  # type: ignore[no-untyped-def]
    return next(b for b in lra.baris if (kode and b.kode == kode) or (uraian and b.uraian == uraian))


# --- codes


@pytest.mark.parametrize(
    ("nilai", "teks", "level"),
    [
        ("2", "2", "urusan"),
        ("2.16", "2.16", "bidang_urusan"),
        (2.16, "2.16", "bidang_urusan"),
        ("2,01", "2.01", "bidang_urusan"),
        ("2.16.01", "2.16.01", "program"),
        (" 2.16.01. 2.01 ", "2.16.01.2.01", "kegiatan"),
        ("2.16-02.2.01.06", "2.16.02.2.01.06", "sub_kegiatan"),
        ("2.16.01.2.01.0006", "2.16.01.2.01.0006", "sub_kegiatan"),
        ("x.xx.01.2.01.0006", "X.XX.01.2.01.0006", "sub_kegiatan"),
        (216012010006, "2.16.01.2.01.0006", "sub_kegiatan"),
        ("2.16.01.2.01.0006.5.1.02", "2.16.01.2.01.0006.5.1.02", "akun"),
        ("5.1.02.01.01.0024", "5.1.02.01.01.0024", "akun"),
        ("5.1.02.01.001.00024", "5.1.02.01.001.00024", "akun"),
        ("4.1.1.01", "4.1.1.01", "akun"),
        (4.1, "4.1", "akun"),
        (4101, "4.1.01", "akun"),
        ("5.01", "5.01", "bidang_urusan"),
        (SKPD, SKPD, "skpd"),
        ("2-16.0-00.0-00.01", "2.16.0.00.0.00.01", "skpd"),
    ],
)
def test_a_code_is_written_normally_and_has_a_level(nilai: Nilai, teks: str, level: str) -> None:
    assert parse_kode(nilai) == KodeAnggaran(teks, Level(level), parse_kode(nilai).catatan)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("nilai", "kata", "saran"),
    [
        ("1.01.01.02.01.0001", "kewenangan", "1.01.01.2.01.0001"),
        ("1.01.01.02.0001", "kewenangan", "1.01.01.2.02.0001"),
        ("2.16.1.2.1.6", "nol di depan", "2.16.01.2.01.06"),
        (2.2, "nol di belakangnya", "2.20"),
        ("2025.1.1.1", "tidak mengikuti susunan", None),
        ("mancing", "bukan kode", None),
        (datetime(2025, 1, 2), "tanggal", None),
        (True, "kosong", None),
    ],
)
def test_a_wrong_code_is_refused_with_a_hint_never_repaired(nilai: Nilai, kata: str, saran: str | None) -> None:
    kode = parse_kode(nilai)
    assert isinstance(kode, KodeDitolak)
    assert kata in kode.alasan
    assert kode.saran == saran
    assert normalise_kode(nilai) is None


def test_single_digits_are_accounts_only_when_asked() -> None:
    assert normalise_kode(5).level is Level.URUSAN  # type: ignore[union-attr]
    assert normalise_kode(5, akun=True).level is Level.AKUN  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kode", "induk"),
    [
        ("2.16.01.2.01.0006", "2.16.01.2.01"),
        ("2.16.01.2.01", "2.16.01"),
        ("2.16.01.2.01.0006.5", "2.16.01.2.01.0006"),
        ("5.1.02.01", "5.1.02"),
        (SKPD, None),
        ("2", None),
    ],
)
def test_the_parent_is_one_storey_up(kode: str, induk: str | None) -> None:
    atas = parse_kode(kode).induk  # type: ignore[union-attr]
    assert (atas.teks if atas else None) == induk


def test_all_codes_above_are_listed_from_the_nearest() -> None:
    kode = normalise_kode("2.16.01.2.01.0006")
    assert kode is not None
    assert [k.teks for k in kode.list_leluhur()] == ["2.16.01.2.01", "2.16.01", "2.16", "2"]


def test_code_and_name_in_one_cell_are_told_apart() -> None:
    kode, nama = split_kode("2.16.01 PROGRAM PENUNJANG") or (None, "")
    assert (kode.teks if kode else "", nama) == ("2.16.01", "PROGRAM PENUNJANG")
    assert split_kode("Program Penunjang") is None
    assert split_kode("2 Dokumen") is None


def test_old_and_new_sub_kegiatan_are_joined_by_the_map() -> None:
    peta = build_peta([("2.16.01.2.06.06", "2.16.01.2.06.0017"), ("bukan kode", "2.16.01")])
    assert peta == {"2.16.01.2.06.06": "2.16.01.2.06.0017"}
    assert map_kode("2.16.01.2.06.06", peta) == "2.16.01.2.06.0017"
    assert map_kode("2.16.01.2.06.06.5.1.02", peta) == "2.16.01.2.06.0017.5.1.02"
    assert map_kode("2.16.01.2.06.0001", peta) == "2.16.01.2.06.0001"


def test_a_code_renamed_twice_is_followed() -> None:
    assert map_kode("2.16.01.2.01", {"2.16.01": "2.16.02", "2.16.02": "2.16.03"}) == "2.16.03.2.01"


def test_a_map_in_a_circle_ends() -> None:
    assert map_kode("2.16.01", {"2.16.01": "2.16.02", "2.16.02": "2.16.01"}) in {"2.16.01", "2.16.02"}


@given(st.tuples(*(st.integers(0, 99) for _ in range(4)), st.integers(1, 9999)))
def test_every_well_formed_sub_kegiatan_survives_separators(n: tuple[int, ...]) -> None:
    teks = f"2.{n[0]:02d}.{n[1]:02d}.2.{n[2]:02d}.{n[4]:04d}"
    for sep in ("-", " ", ",", ". "):
        kode = normalise_kode(teks.replace(".", sep))
        assert kode is not None
        assert kode.teks == teks
    assert natural_kode("2.16") < natural_kode(teks) or n[0] <= 16


# --- SIPD: levels by column and dots, groups of belanja, three header rows


def sipd(realisasi: list[Nilai], *, pagu: Nilai = "1.000.000.000,00", berkas: str = "lra.xlsx") -> Buku:
    """Two sub kegiatan under one program: realisasi (operasi) of each, pagu alike."""
    a, b = realisasi
    total = sum(int(str(v).split(",")[0].replace(".", "")) for v in realisasi)
    dua = 2_000_000_000
    kosong: list[Nilai] = ["0,00", "0,00"]
    rows: Rows = [
        ["KAB. CONTOH"],
        ["REKAPITULASI BELANJA"],
        [],
        ["Kode", None, None, None, "Uraian", "Kelompok Belanja"],
        [None, None, None, None, None, "Operasi", None, "Modal"],
        [None, None, None, None, None, "Anggaran", "Realisasi", "Anggaran", "Realisasi"],
        ["1", None, None, None, "2", "3", "4", "5", "6"],
        ["2", None, None, None, "URUSAN WAJIB", dua, total, *kosong],
        ["2.16", None, None, None, "BIDANG KOMINFO", dua, total, *kosong],
        ["2.16", SKPD, None, None, "Dinas Contoh", dua, total, *kosong],
        ["2.16", SKPD, "2.16.02", None, "PROGRAM INFORMASI", dua, total, *kosong],
        ["2.16", SKPD, "2.16.02.2.01", None, "Pengelolaan Informasi", dua, total, *kosong],
        ["2.16", SKPD, "2.16.02.2.01.0001", None, "Relasi Media", pagu, a, *kosong],
        ["2.16", SKPD, "2.16.02.2.01.0001", "5.1.02", "Belanja Barang dan Jasa", pagu, a, *kosong],
        ["2.16", SKPD, "2.16.02.2.01.0002", None, "Penyusunan Konten", pagu, b, *kosong],
        ["2.16", SKPD, "2.16.02.2.01.0002", "5.1.02", "Belanja Barang dan Jasa", pagu, b, *kosong],
        [None, None, None, None, "Jumlah", dua, total, *kosong],
    ]
    return buku(rows, berkas)


def test_sipd_levels_come_from_the_deepest_code_and_its_dots() -> None:
    lra = read_lra([sipd(["10.000,00", "0,00"])])
    levels = {r.level: r.jumlah for r in describe_lra(lra)}
    assert levels == {
        "urusan": 1, "bidang_urusan": 1, "skpd": 1, "program": 1, "kegiatan": 1, "sub_kegiatan": 2, "akun": 2,
    }  # fmt: skip
    assert [s.kode for s in lra.skpd] == [SKPD]
    assert lra.baris[line(lra, "2.16.02").induk].level == "skpd"


def test_sipd_texts_are_numbers_and_groups_are_added() -> None:
    lra = read_lra([sipd(["10.000,00", 5_000])])
    sub = line(lra, "2.16.02.2.01.0001")
    assert (sub.pagu, sub.realisasi_anggaran) == (1_000_000_000, 10_000)
    assert [a.sel for a in sub.asal["pagu"]] == ["F13", "H13"]
    assert lra.total_tercetak["pagu"] == lra.compute_total("pagu") == 2_000_000_000


def test_months_that_fall_are_added_and_trace_to_every_file() -> None:
    bulan = [["10.000,00", "0,00"], ["4.000,00", 6_000], ["5.000,00", 1_000]]
    nama = ["lra/lra_januari.xlsx", "lra/lra_februari.xlsx", "lra/lra_maret.xlsx"]
    lra = read_lra([sipd(v, berkas=n) for v, n in zip(bulan, nama, strict=True)])
    sub = line(lra, "2.16.02.2.01.0001")
    assert (lra.kumulatif, lra.cara_kumulatif, lra.periode) == (False, "terdeteksi", ("01", "02", "03"))
    assert sub.realisasi_anggaran == 19_000
    assert sub.periode == {"01": 10_000, "02": 4_000, "03": 5_000}
    assert [a.berkas for a in sub.asal["realisasi_anggaran"] if a.sel.startswith("G")] == nama
    assert sub.pagu == 1_000_000_000
    assert "anggaran-kumulatif" in rules(lra)


def test_months_that_never_fall_are_cumulative_and_the_last_counts() -> None:
    bulan = [["10.000,00", "0,00"], ["14.000,00", 6_000], ["15.000,00", 7_000]]
    nama = ["lra_maret.xlsx", "lra_januari.xlsx", "lra_februari.xlsx"]
    lra = read_lra([sipd(v, berkas=n) for v, n in zip([bulan[2], *bulan[:2]], nama, strict=True)])
    sub = line(lra, "2.16.02.2.01.0001")
    assert lra.kumulatif is True
    assert sub.realisasi_anggaran == 15_000
    assert sub.periode == {"01": 10_000, "02": 4_000, "03": 1_000}


def test_what_the_settings_say_goes_before_what_is_seen() -> None:
    files = [sipd(["10.000,00", 1], berkas="januari.xlsx"), sipd(["14.000,00", 6], berkas="februari.xlsx")]
    lra = read_lra(files, kumulatif=False)
    assert line(lra, "2.16.02.2.01.0001").realisasi_anggaran == 24_000
    assert lra.cara_kumulatif == "dinyatakan"


def test_two_rising_files_alone_are_to_be_confirmed() -> None:
    files = [sipd(["10.000,00", 1], berkas="januari.xlsx"), sipd(["14.000,00", 6], berkas="februari.xlsx")]
    temuan = next(t for t in read_lra(files).temuan if t.aturan == "anggaran-kumulatif")
    assert temuan.tingkat == "peringatan"


def test_a_missing_month_must_be_sent() -> None:
    files = [sipd(["10.000,00", 9_000], berkas="januari.xlsx"), sipd(["4.000,00", 6], berkas="maret.xlsx")]
    assert "anggaran-periode-kurang" in rules(read_lra(files))


def test_a_copy_of_a_month_counts_once_and_a_differing_one_must_be_settled() -> None:
    jan, feb = sipd(["10.000,00", 9_000], berkas="januari.xlsx"), sipd(["4.000,00", 6], berkas="februari.xlsx")
    kembar = sipd(["10.000,00", 9_000], berkas="januari (1).xlsx")
    lra = read_lra([jan, feb, kembar])
    assert line(lra, "2.16.02.2.01.0001").realisasi_anggaran == 14_000
    assert "anggaran-berkas-kembar" in rules(lra)
    lain = sipd(["11.000,00", 9_000], berkas="januari revisi.xlsx")
    lra = read_lra([jan, feb, lain])
    assert "anggaran-periode-ganda" in rules(lra)
    assert line(lra, "2.16.02.2.01.0001").realisasi_anggaran == 15_000


def test_a_summary_beside_the_detail_is_not_a_second_month() -> None:
    rekap = [LRA1[0], LRA1[1]]
    lra = read_lra([buku(LRA1, "rinci.xlsx"), buku(rekap, "z-rekap.xlsx")])
    assert (lra.compute_total("realisasi_anggaran"), len(lra.baris)) == (150_000_000, 3)
    assert [t.berkas for t in lra.temuan if t.aturan == "anggaran-berkas-kembar"] == ["z-rekap.xlsx"]


def test_later_months_can_be_left_out() -> None:
    files = [sipd(["10.000,00", 9_000], berkas="maret.xlsx"), sipd(["4.000,00", 6], berkas="april.xlsx")]
    lra = read_lra(files, kumulatif=False, sampai="TW1")
    assert lra.periode == ("03",)


def test_a_line_gone_from_the_last_file_keeps_what_was_spent() -> None:
    jan, feb = sipd(["10.000,00", 9_000], berkas="januari.xlsx"), sipd(["4.000,00", 6], berkas="februari.xlsx")
    lembar = feb.lembar[0]
    sisa = Lembar(lembar.nama, {k: s for k, s in lembar.sel.items() if k[0] not in (15, 16)})
    lra = read_lra([jan, buku(sisa, "februari.xlsx")])
    konten = line(lra, "2.16.02.2.01.0002")
    assert (konten.realisasi_anggaran, konten.pagu) == (9_000, 0)
    assert "anggaran-baris-hilang" in rules(lra)


# --- other shapes


LRA1: Rows = [
    ["Kode", "Uraian", "Anggaran 2025", "Realisasi 2025", "%", "Realisasi 2024"],
    ["2.16.01", "Program A", 200_000_000, 150_000_000, 75, 90_000_000],
    ["2.16.01.2.01", "Kegiatan A", 200_000_000, 150_000_000, 75, 90_000_000],
    ["2.16.01.2.01.0001", "Sub A", 200_000_000, 150_000_000, 75, 90_000_000],
]


def test_last_years_realisasi_is_not_this_years() -> None:
    assert line(read(LRA1), "2.16.01").realisasi_anggaran == 150_000_000


def test_lra_with_periods_takes_the_total() -> None:
    rows: Rows = [
        ["No", "Uraian", "Pagu", "Realisasi", None, None, "Lebih/(Kurang)", None],
        [None, None, None, "s.d. Periode Lalu", "Periode Ini", "Total", "(Rp)", "(%)"],
        ["2.16.01", "Program A", 200_000_000, 100_000_000, 50_000_000, 150_000_000, "(50.000.000)", 25],
        ["2.16.01.2.01", "Kegiatan A", 200_000_000, 100_000_000, 50_000_000, 150_000_000, "(50.000.000)", 25],
    ]
    b = line(read(rows), "2.16.01")
    assert (b.pagu, b.realisasi_anggaran, b.tercetak["selisih"]) == (200_000_000, 150_000_000, -50_000_000)


def test_physical_progress_is_no_money() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Pagu", "Realisasi", None, None],
        [None, None, None, "Keuangan (Rp)", "Keuangan (%)", "Fisik (%)"],
        ["2.16.01", "Program A", 200_000_000, 150_000_000, 75, 99],
    ]
    b = line(read(rows), "2.16.01")
    assert (b.realisasi_anggaran, b.tercetak) == (150_000_000, {"persen": 75})


def test_a_single_dot_in_rupiah_is_a_thousands_dot() -> None:
    rows: Rows = [["Kode", "Uraian", "Pagu"], ["2.16.01", "A", "250.000"], ["2.16.02", "B", "900.000"]]
    assert [b.pagu for b in read(rows).baris] == [250_000, 900_000]


def test_a_number_past_any_budget_is_no_amount() -> None:
    lra = read([*LRA1, ["2.16.02", "Program B", 196501011990031001, 0]])
    assert line(lra, "2.16.02").pagu is None
    assert "anggaran-bukan-angka" in rules(lra)


def styled(rows: list[tuple[str, int, int, bool, int, str]]) -> Lembar:
    """A codeless table: (uraian, pagu, realisasi, tebal, indentasi, isian) a row."""
    cells: dict[tuple[int, int], Sel] = {}
    for k, judul in enumerate(["No", "Uraian", "Anggaran", "Realisasi"], start=1):
        cells[(1, k)] = Sel(1, k, judul, judul)
    for n, (uraian, pagu, realisasi, tebal, indentasi, isian) in enumerate(rows, start=2):
        cells[(n, 1)] = Sel(n, 1, n - 1, str(n - 1))
        cells[(n, 2)] = Sel(n, 2, uraian, uraian, tebal=tebal, indentasi=indentasi, isian=isian)
        cells[(n, 3)] = Sel(n, 3, pagu, str(pagu))
        cells[(n, 4)] = Sel(n, 4, realisasi, str(realisasi))
    return Lembar("LRA", cells)


TIGA = [("Satu", 300, 90), ("Dua", 300, 90), ("Tiga", 100, 40), ("Empat", 200, 50)]
JUTA = 1_000_000


@pytest.mark.parametrize(
    ("gaya", "dasar"),
    [
        ([(True, 0, ""), (False, 0, ""), (False, 0, ""), (False, 0, "")], "huruf tebal"),
        ([(False, 0, ""), (False, 1, ""), (False, 2, ""), (False, 2, "")], "indentasi"),
        ([(True, 0, "tema4"), (True, 0, "tema9"), (True, 0, "tema0"), (True, 0, "")], "warna isian"),
    ],
)
def test_levels_without_codes_come_from_looks(gaya: list[tuple[bool, int, str]], dasar: str) -> None:
    rows = [(u, p * JUTA, r * JUTA, *g) for (u, p, r), g in zip(TIGA, gaya, strict=True)]
    if dasar == "huruf tebal":
        rows.pop(1)
    pohon = read_pohon(buku(styled(rows)))[0]
    assert pohon.dasar == dasar
    assert [s.induk for s in pohon.simpul] == ([None, 0, 0] if dasar == "huruf tebal" else [None, 0, 1, 1])


def test_a_decoration_that_does_not_add_up_is_no_level() -> None:
    gaya = [(False, 0, "tema5"), (True, 1, ""), (False, 2, "tema5"), (True, 2, "")]
    rows = [(u, p * JUTA, r * JUTA, *g) for (u, p, r), g in zip(TIGA, gaya, strict=True)]
    baris = read_pohon(buku(styled(rows)))[0].tabel.baris
    assert assign_jenjang(baris).kedalaman == (0, 1, 2, 2)


def test_numbers_a_i_1_1_are_levels() -> None:
    rows: Rows = [
        ["NO", "PROGRAM DAN KEGIATAN", "PAGU ANGGARAN SEBELUM (Rp)", "REALISASI", None, "PAGU ANGGARAN SETELAH (Rp)"],
        [None, None, None, "(Rp)", "(%)", None],
        ["A", "PROGRAM SATU", 50_000_000, 20_000_000, 0.4, 60_000_000],
        ["I", "Kegiatan Satu", 50_000_000, 20_000_000, 0.4, 60_000_000],
        [1.1, "Sub Kegiatan Satu", 30_000_000, 20_000_000, "0,67", 30_000_000],
        [1.2, "Sub Kegiatan Dua", 20_000_000, "0,00", 0, 30_000_000],
        ["B", "PROGRAM DUA", 10_000_000, "-", 0, 10_000_000],
        ["II", "Kegiatan Dua", 10_000_000, "-", 0, 10_000_000],
        ["JUMLAH", None, 60_000_000, 20_000_000, 0.33, 70_000_000],
    ]
    lra = read(rows)
    assert [b.level for b in lra.baris] == [
        "program",
        "kegiatan",
        "sub_kegiatan",
        "sub_kegiatan",
        "program",
        "kegiatan",
    ]
    assert (lra.compute_total("pagu_murni"), lra.compute_total("pagu")) == (60_000_000, 70_000_000)
    assert lra.total_tercetak["realisasi_anggaran"] == 20_000_000


def test_kolom_pagu_chooses_the_pagu_of_record_and_its_cell() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Sebelum Perubahan", "Setelah Perubahan", "Realisasi"],
        ["2.16.01", "Program A", 50_000_000, 60_000_000, 1_000_000],
    ]
    murni, perubahan = read(rows, kolom_pagu="murni"), read(rows)
    assert (murni.baris[0].pagu, murni.baris[0].asal["pagu"][0].sel) == (50_000_000, "C2")
    assert (perubahan.baris[0].pagu, perubahan.baris[0].asal["pagu"][0].sel) == (60_000_000, "D2")


def test_accounts_with_indent_columns_and_computed_rows() -> None:
    rows: Rows = [
        ["NO. URUT", "URAIAN", None, None, "ANGGARAN", "REALISASI"],
        [4, "PENDAPATAN", None, None, 500_000_000, 400_000_000],
        [4.1, None, "PAD", None, 500_000_000, 400_000_000],
        [5, "BELANJA", None, None, 300_000_000, 200_000_000],
        [5.1, None, "BELANJA OPERASI", None, 300_000_000, 200_000_000],
        ["5.1.1", None, None, "Belanja Pegawai", 300_000_000, 200_000_000],
        [None, "SURPLUS / DEFISIT", None, None, 200_000_000, 200_000_000],
    ]
    lra = read(rows)
    assert {b.level for b in lra.baris} == {"akun"}
    assert (lra.compute_total("pagu"), lra.compute_total("realisasi_anggaran")) == (300_000_000, 200_000_000)
    assert line(lra, "5.1.1").uraian == "Belanja Pegawai"
    assert "anggaran-baris-hasil" in rules(lra)


def test_a_block_that_repeats_codes_below_the_total_is_not_counted_again() -> None:
    rows: Rows = [
        *LRA1,
        [None, "Jumlah", 200_000_000, 150_000_000],
        ["2.16.01", "Program A", 200_000_000, 150_000_000],
    ]
    lra = read(rows)
    assert lra.compute_total("pagu") == 200_000_000
    assert "anggaran-blok-rekap" in rules(lra)


def test_garbage_codes_are_reported_with_their_place() -> None:
    rows: Rows = [*LRA1, ["2025.1.1.1", "mancing", 5_000_000, 1_000_000]]
    temuan = next(t for t in read(rows).temuan if t.aturan == "anggaran-kode-tidak-dikenal")
    assert (temuan.tingkat, temuan.sel, temuan.nilai) == ("wajib", "A5", "2025.1.1.1")
    assert temuan.pesan.startswith("Berkas lra.xlsx, lembar Sheet1, sel A5:")


def test_a_row_with_money_but_no_code_is_reported() -> None:
    assert "anggaran-tanpa-kode" in rules(read([*LRA1, [None, "Sub baru", 5_000_000, 0]]))


@pytest.mark.parametrize(
    ("sel", "aturan"),
    [
        (Sel(2, 3, None, "", formula="=A1", tanpa_nilai=True), "anggaran-tanpa-nilai"),
        (Sel(2, 3, "#REF!", "#REF!", galat="#REF!"), "anggaran-galat"),
        (Sel(2, 3, "dua juta", "dua juta"), "anggaran-bukan-angka"),
    ],
)
def test_an_amount_that_cannot_be_read_is_wajib(sel: Sel, aturan: str) -> None:
    lembar = grid_from_rows("Sheet1", LRA1)
    temuan = read(Lembar("Sheet1", {**lembar.sel, (2, 3): sel})).temuan
    assert [(t.tingkat, t.sel) for t in temuan if t.aturan == aturan] == [("wajib", "C2")]


def test_hidden_rows_are_read_and_said() -> None:
    lembar = grid_from_rows("Sheet1", LRA1)
    lra = read(Lembar("Sheet1", lembar.sel, baris_tersembunyi=frozenset({4})))
    assert len(lra.baris) == 3
    assert "anggaran-baris-tersembunyi" in rules(lra)


# --- thousands and millions


@pytest.mark.parametrize(
    ("teks", "kali"),
    [
        ("(dalam ribuan rupiah)", 1_000),
        ("Anggaran (Rp juta)", 1_000_000),
        ("dalam jutaan", 1_000_000),
        ("Dalam Miliar Rupiah", 1_000_000_000),
        ("Anggaran (Rp)", 1),
        ("Rp. 000", 1_000),
    ],
)
def test_words_tell_the_unit_of_money(teks: str, kali: int) -> None:
    assert find_pengali(teks) == kali


def in_thousands(rows: Rows) -> Rows:
    return [[*r[:2], *(v // 1000 if isinstance(v, int) else v for v in r[2:4])] for r in rows]


def test_a_table_in_thousands_comes_out_in_rupiah() -> None:
    lra = read([["(dalam ribuan rupiah)"], *in_thousands(LRA1)])
    assert line(lra, "2.16.01").pagu == 200_000_000
    assert (lra.pengali, "anggaran-satuan" in rules(lra)) == (1000, True)


def test_small_totals_are_asked_about() -> None:
    rows = in_thousands(LRA1)
    temuan = next(t for t in read(rows).temuan if t.aturan == "anggaran-satuan")
    assert temuan.tingkat == "wajib"
    assert read(rows, pengali=1000).compute_total("pagu") == 200_000_000


def test_a_month_in_thousands_beside_one_in_rupiah_is_seen() -> None:
    jan, feb = (
        sipd(["10.000.000,00", 9_000_000], berkas="januari.xlsx"),
        sipd(["4.000.000,00", 6], berkas="februari.xlsx"),
    )
    kecil = {
        k: Sel(s.baris, s.kolom, 2_000_000, "2000000") if s.nilai == 2_000_000_000 else
        Sel(s.baris, s.kolom, 1_000_000, "1000000") if s.nilai == "1.000.000.000,00" else
        Sel(s.baris, s.kolom, 4_000, "4000") if s.nilai == "4.000.000,00" else s
        for k, s in feb.lembar[0].sel.items()
    }  # fmt: skip
    lra = read_lra([jan, buku(Lembar("Sheet1", kecil), "februari.xlsx")])
    assert line(lra, "2.16.02.2.01.0001").realisasi_anggaran == 14_000_000
    assert "anggaran-satuan" in rules(lra)


# --- transactions, several sheets, nothing at all


FEED = ["kode_skpd", "nama_skpd", "kode_program", "nama_program", "kode_giat", "nama_giat", "kode_sub_giat",
        "nama_sub_giat", "kode_rekening", "nama_rekening", "tanggal_dokumen", "nilai_realisasi", "nilai_sp2d"]  # fmt: skip


def feed(kode: str, akun: str, tanggal: str, nilai: int) -> list[Nilai]:
    atas: list[Nilai] = [SKPD, "Dinas Contoh", "2.16.02", "Program", "2.16.02.2.01", "Kegiatan"]
    return [*atas, kode, "Sub", akun, "Belanja", tanggal, nilai, 999_999_999]


TRANSAKSI: Rows = [
    list(FEED),
    feed("2.16.02.2.01.0001", "5.1.02.01.01.0024", "2025-01-02T00:00:00Z", 4_000),
    feed("2.16.02.2.01.0001", "5.1.02.01.01.0025", "2025-01-09T00:00:00Z", 1_000),
    feed("2.16.02.2.01.0002", "5.1.02.01.01.0024", "2025-02-02T00:00:00Z", 7_000),
]


def test_transactions_are_added_by_nilai_realisasi_alone() -> None:
    lra = read(TRANSAKSI)
    assert lra.compute_total("realisasi_anggaran") == 12_000
    sub = line(lra, "2.16.02.2.01.0001")
    assert (sub.realisasi_anggaran, sub.pagu, sub.periode) == (5_000, None, {"01": 5_000})
    assert [a.sel for a in sub.asal["realisasi_anggaran"]] == ["L2", "L3"]
    assert [s.kode for s in lra.skpd] == [SKPD]


def test_transactions_take_their_pagu_from_another_file() -> None:
    pagu: Rows = [
        ["Kode", "Uraian", "Pagu"],
        ["2.16.02", "Program", 50_000_000],
        ["2.16.02.2.01.0001", "Sub Satu", 30_000_000],
        ["2.16.02.2.01.0009", "Sub Sembilan", 20_000_000],
    ]
    lra = read_lra([buku(TRANSAKSI, "sp2d.json"), buku(pagu, "dpa.xlsx")])
    assert (line(lra, "2.16.02").pagu, line(lra, "2.16.02").realisasi_anggaran) == (50_000_000, 12_000)
    assert line(lra, "2.16.02.2.01.0009").realisasi_anggaran == 0


def test_a_cash_plan_is_no_realisasi() -> None:
    rak: Rows = [
        ["RENCANA ANGGARAN KAS SKPD"],
        ["Kode Rekening", "Uraian", "Anggaran Tahun Ini", "Total RAK", "Realisasi", "Januari", "Februari"],
        ["2.16.02", "Program", 50_000_000, 50_000_000, 1_000_000, 20_000_000, 30_000_000],
    ]
    lra = read(rak)
    assert lra.baris == ()
    assert {"anggaran-tabel-tidak-ditemukan", "anggaran-lembar-dilewati"} <= rules(lra)
    assert read_pohon(buku(rak))[0].tabel.baris[0].angka["rencana-02"] == 30_000_000


def test_sheets_of_one_program_each_are_put_side_by_side() -> None:
    kepala: list[Nilai] = ["Kode", "Uraian", "Pagu", "Realisasi"]
    satu = grid_from_rows("Satu", [kepala, ["2.16.02", "A", 30_000_000, 1], ["2.16.02.2.01.0001", "a", 30_000_000, 1]])
    dua = grid_from_rows("Dua", [kepala, ["2.16.03", "B", 20_000_000, 2], ["2.16.03.2.01.0001", "b", 20_000_000, 2]])
    lra = read_lra([Buku("lra.xlsx", "x", "xlsx", (satu, dua))])
    assert lra.compute_total("pagu") == 50_000_000


def test_no_budget_table_is_said() -> None:
    assert "anggaran-tabel-tidak-ditemukan" in rules(read([["Nama", "Alamat"], ["Contoh", "Jalan Contoh"]]))
    assert "anggaran-tidak-ada" in {t.aturan for t in read_lra([]).temuan}


def test_titles_tell_the_part_of_the_year() -> None:
    assert read_judul("LRA s.d. 30 Juni 2025", nama_lembar="Sheet1", berkas="a.xlsx").periode == "06"
    assert read_judul("LRA s.d. 30 Juni 2025", nama_lembar="Sheet1", berkas="a.xlsx").sampai_dengan is True
    assert read_judul("", nama_lembar="Sheet1", berkas="lra/lra_nopember.xlsx").periode == "11"
    assert read_judul("Realisasi Triwulan III", nama_lembar="Sheet1", berkas="a.xlsx").periode == "TW3"
    assert read_judul("Laporan", nama_lembar="Sheet1", berkas="a.xlsx").periode is None


def test_a_header_without_amounts_is_no_budget_header() -> None:
    assert find_kepala_anggaran(grid_from_rows("x", [["No", "Uraian", "Target"], [1, "a", "2 Dokumen"]])) is None


def test_half_rupiah_are_kept() -> None:
    rows: Rows = [["Kode", "Uraian", "Pagu", "Realisasi"], ["2.16.01", "A", "40.000.000,50", 1_000_000.25]]
    assert read(rows).baris[0].pagu == Decimal("40000000.50")
    assert read(rows).baris[0].realisasi_anggaran == Decimal("1000000.25")


def test_headings_without_amounts_get_the_sum_of_what_stands_below() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Pagu", "Realisasi"],
        ["2.16.01", "Program"],
        ["2.16.01.2.01", "Kegiatan"],
        ["2.16.01.2.01.0001", "Sub Satu", 30_000_000, 1_000_000],
        ["2.16.01.2.01.0002", "Sub Dua", 20_000_000, 2_000_000],
    ]
    lra = read(rows)
    program = line(lra, "2.16.01")
    assert (program.pagu, program.realisasi_anggaran) == (50_000_000, 3_000_000)
    assert [a.sel for a in program.asal["pagu"]] == ["C4", "C5"]
    assert "anggaran-judul-dijumlahkan" in rules(lra)


def test_an_account_report_told_by_indent_counts_belanja_alone() -> None:
    rows = [
        ("PENDAPATAN", 500, 400, True, 0, ""),
        ("Pajak Daerah", 500, 400, False, 1, ""),
        ("BELANJA", 300, 200, True, 0, ""),
        ("Belanja Pegawai", 200, 150, False, 1, ""),
        ("Belanja Barang dan Jasa", 100, 50, False, 1, ""),
        ("Jumlah Belanja", 300, 200, True, 0, ""),
        ("SURPLUS / (DEFISIT)", 200, 200, True, 0, ""),
    ]
    lra = read(styled([(u, p * JUTA, r * JUTA, *g) for u, p, r, *g in rows]))  # type: ignore[misc]
    assert {b.level for b in lra.baris} == {"akun"}
    assert lra.compute_total("pagu") == lra.total_tercetak["pagu"] == 300 * JUTA


BULANAN: Rows = [
    ["Kode", "Uraian", "Sumber Dana", "Pagu Sebelum Efisiensi", "Pagu Sesudah Efisiensi", "SPD", "Januari", None,
     "Februari", None, "TOTAL", None],
    [None, None, None, None, None, None, "Rencana", "Realisasi", "Rencana", "Realisasi", "Rencana", "Realisasi"],
    ["2.16.01", "Program", "PAD", 90 * JUTA, 80 * JUTA, 7, 5 * JUTA, 4 * JUTA, 6 * JUTA, 3 * JUTA, 11 * JUTA, 7 * JUTA],
    ["2.16.01.2.01", "Kegiatan", "PAD", 90 * JUTA, 80 * JUTA, 7, 5 * JUTA, 4 * JUTA, 6 * JUTA, 3 * JUTA, 11 * JUTA,
     7 * JUTA],
]  # fmt: skip


def test_a_working_sheet_with_month_pairs_counts_each_realisasi_once() -> None:
    program = line(read(BULANAN), "2.16.01")
    assert (program.pagu, program.pagu_murni, program.realisasi_anggaran) == (80 * JUTA, 90 * JUTA, 7 * JUTA)
    assert program.periode == {"01": 4 * JUTA, "02": 3 * JUTA}


def test_month_columns_are_cut_at_the_period_of_the_run() -> None:
    program = line(read(BULANAN, sampai="01"), "2.16.01")
    assert (program.realisasi_anggaran, program.periode) == (4 * JUTA, {"01": 4 * JUTA})
    assert [a.sel for a in program.asal["realisasi_anggaran"]] == ["H3"]


def test_month_columns_without_a_total_are_added() -> None:
    rows = [r[:10] for r in BULANAN]
    assert line(read(rows), "2.16.01").realisasi_anggaran == 7 * JUTA


def test_a_report_of_a_later_time_does_not_serve_an_earlier_period() -> None:
    lra = read([["LRA s.d. 31 Desember 2025"], *LRA1], sampai="TW2")
    assert lra.baris == ()
    assert "anggaran-periode-belum-ada" in rules(lra)


def test_a_finding_names_a_month_and_not_its_number() -> None:
    pesan = read([["LRA s.d. 31 Desember 2025"], *LRA1], sampai="06").temuan[-1].pesan
    assert "memuat realisasi sampai dengan Desember, sedangkan laporan ini sampai dengan Juni" in pesan


def test_sheets_by_month_in_one_file_are_months() -> None:
    kepala: list[Nilai] = ["Kode", "Uraian", "Pagu", "Realisasi"]

    def bulan(nama: str, a: int, b: int) -> Lembar:
        rows: Rows = [kepala, ["2.16.02", "A", 30 * JUTA, a + b], ["2.16.02.2.01", "B", 20 * JUTA, a],
                      ["2.16.02.2.02", "C", 10 * JUTA, b]]  # fmt: skip
        return grid_from_rows(nama, rows)

    lra = read_lra([Buku("lra.xlsx", "x", "xlsx", (bulan("Jan", 5, 9), bulan("Feb", 7, 2), bulan("Mar", 1, 1)))])
    assert (lra.kumulatif, lra.compute_total("realisasi_anggaran")) == (False, 25)


def test_numbers_alone_make_levels_even_without_words() -> None:
    rows: Rows = [
        ["No", "Uraian", "Pagu", "Realisasi"],
        ["A", "Penunjang", 50 * JUTA, 3 * JUTA],
        ["I", "Perencanaan", 30 * JUTA, 2 * JUTA],
        ["1.1", "Penyusunan dokumen", 20 * JUTA, 1 * JUTA],
        ["1.2", "Evaluasi kinerja", 10 * JUTA, 1 * JUTA],
        ["II", "Administrasi", 20 * JUTA, 1 * JUTA],
        ["2.1", "Gaji", 20 * JUTA, 1 * JUTA],
        ["B", "Pelayanan", 9 * JUTA, 0],
        ["III", "Pengelolaan", 9 * JUTA, 0],
        ["3.1", "Relasi media", 9 * JUTA, 0],
    ]
    (pohon,) = read_pohon(buku(rows))
    assert pohon.dasar == "penomoran"
    assert [s.induk for s in pohon.simpul] == [None, 0, 1, 1, 0, 4, None, 6, 7]
    assert [s.level for s in pohon.simpul[:3]] == ["program", "kegiatan", "sub_kegiatan"]


def test_transactions_that_cannot_be_placed_are_told_and_returns_are_noted() -> None:
    rows = [list(r) for r in TRANSAKSI]
    rows[1][6] = "2.16.02"
    rows[2][11] = "seribu"
    rows = [[*rows[0], "nilai_setoran"], *([*r, 250] for r in rows[1:])]
    lra = read(rows)
    assert lra.compute_total("realisasi_anggaran") == 7_000
    assert [t.sel for t in lra.temuan if t.aturan == "anggaran-transaksi"] == ["A2", "A3"]
    assert "anggaran-setoran" in rules(lra)


def test_a_pagu_that_changes_in_the_year_is_noted_and_the_last_counts() -> None:
    jan = sipd(["10.000,00", 9_000], berkas="januari.xlsx")
    feb = sipd(["4.000,00", 6], berkas="februari.xlsx", pagu="1.500.000.000,00")
    lembar = feb.lembar[0]
    naik = {
        k: Sel(s.baris, s.kolom, 3 * 10**9, str(3 * 10**9)) if s.nilai == 2 * 10**9 else s
        for k, s in lembar.sel.items()
    }
    lra = read_lra([jan, buku(Lembar("Sheet1", naik), "februari.xlsx")])
    assert lra.compute_total("pagu") == 3 * 10**9
    pesan = next(t.pesan for t in lra.temuan if t.aturan == "anggaran-pagu-berubah")
    assert "dari Rp 2.000.000.000 menjadi Rp 3.000.000.000" in pesan


def test_a_setting_that_the_figures_contradict_is_told() -> None:
    files = [sipd(["10.000,00", 9_000], berkas="januari.xlsx"), sipd(["4.000,00", 6], berkas="februari.xlsx")]
    lra = read_lra(files, kumulatif=True)
    assert line(lra, "2.16.02.2.01.0001").realisasi_anggaran == 4_000
    assert [str(t.tingkat) for t in lra.temuan if t.aturan == "anggaran-kumulatif"] == ["peringatan"]


def test_glued_codes_and_several_totals_are_noted() -> None:
    rows: Rows = [
        ["Kode", "Uraian", "Pagu"],
        [21601, "Program A", 30 * JUTA],
        ["216012010006", "Sub A", 30 * JUTA],
        [None, "Jumlah Program A", 30 * JUTA],
        [21602, "Program B", 20 * JUTA],
        [None, "TOTAL", 50 * JUTA],
    ]
    lra = read(rows)
    assert line(lra, "2.16.01.2.01.0006").pagu == 30 * JUTA
    assert lra.total_tercetak["pagu"] == lra.compute_total("pagu") == 50 * JUTA
    assert {"anggaran-kode-tanpa-titik", "anggaran-baris-jumlah"} <= rules(lra)


def test_a_parent_that_two_files_share_is_added_up() -> None:
    kepala: list[Nilai] = ["Kode", "Uraian", "Pagu", "Realisasi"]
    satu: Rows = [kepala, ["2.16", "Kominfo", 30 * JUTA, 1], ["2.16.02", "A", 30 * JUTA, 1],
                  ["2.16.02.2.01", "a", 30 * JUTA, 1]]  # fmt: skip
    dua: Rows = [kepala, ["2.16", "Kominfo", 20 * JUTA, 2], ["2.16.03", "B", 20 * JUTA, 2],
                 ["2.16.03.2.01", "b", 20 * JUTA, 2]]  # fmt: skip
    lra = read_lra([buku(satu, "a.xlsx"), buku(dua, "b.xlsx")])
    kominfo = line(lra, "2.16")
    assert (kominfo.pagu, kominfo.realisasi_anggaran) == (50 * JUTA, 3)
    assert [a.berkas for a in kominfo.asal["pagu"]] == ["a.xlsx", "b.xlsx"]


SAMPAH = st.one_of(
    st.none(),
    st.integers(-10, 10**12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=12),
    st.sampled_from(
        ["2.16.01", "2.16.01.2.01", "5.1.02", SKPD, "Jumlah", "1.234,00", "-", "Program", "A", "I", "1.1", "%"]
    ),
)
KEPALA_ACAK = st.lists(
    st.sampled_from(["Kode", "No", "Uraian", "Pagu", "Realisasi", "%", "Januari", "Realisasi TW I", "Sisa", None]),
    min_size=2, max_size=7,
)  # fmt: skip


@given(KEPALA_ACAK, st.lists(st.lists(SAMPAH, max_size=7), max_size=8))
def test_no_sheet_however_odd_breaks_the_reader(kepala: list[Nilai], rows: Rows) -> None:
    lra = read([kepala, *rows])
    assert all(b.induk is None or lra.baris[b.induk].kunci != b.kunci for b in lra.baris)
    assert all(t.pesan.endswith(".") for t in [*lra.temuan, *check_anggaran(lra, program=[], keluaran=[])])
