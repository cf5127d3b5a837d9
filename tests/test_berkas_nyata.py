"""Real files of public agencies: each is read for what its README says that a reader must get out of it.

The files lie outside the repository (shared/real beside it); where they are missing, the tests are skipped.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from lakip_lib.errors import UnreadableFileError
from lakip_lib.intake.baca import Bacaan, describe_buku, rows_from_buku, tidy_rows
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.grid import Buku

NYATA = Path(__file__).parents[2] / "shared" / "real"
pytestmark = pytest.mark.skipif(not NYATA.is_dir(), reason="berkas nyata (shared/real) tidak ada di komputer ini")

LAMSEL = "kominfo-lampung-selatan-2026/"
RAK = f"{LAMSEL}RAK_Belanja_2.16.2.20.2.21.01.0000 - Dinas Komunikasi dan Informatika (2).xlsx"
NTB = "bpkad-ntb-2022/"
SUMEDANG = "renstra-sumedang/"
JABAR = "jabar-kominfo-2016-2017/"
LAINNYA = "jabar-lkip-2016/lainnya/"
KODE = "kode-nomenklatur/"
EVALUASI = "bappedalitbang-deli-serdang-2025/EVALUASI RENJA BAPPEDALITBANG TAHUN 2025.xlsx"
TAPIN = "bps-tapin-2026/Template_Import_Capaian_Kinerja (1).xlsx"


@cache
def read(berkas: str) -> Buku:
    return read_buku(NYATA / berkas, akar=NYATA)


@cache
def describe(berkas: str) -> dict[str, Bacaan]:
    return {b.lembar: b for b in describe_buku(read(berkas))}


def tidy(berkas: str) -> list[dict[str, str]]:
    header, rows = tidy_rows(read(berkas))
    return [dict(zip(header, r, strict=True)) for r in rows]


@dataclass(frozen=True)
class Harapan:
    """What one table must give: kind, rows, header rows, notation, rows by level, sums by level and column, doubts."""

    berkas: str
    lembar: str
    jenis: str
    baris: int
    kepala: tuple[int, ...] = (1,)
    notasi: str | None = None
    aras: dict[str, int] = field(default_factory=dict)
    jumlah: dict[str, dict[str, str]] = field(default_factory=dict)
    ragu: tuple[str, ...] = ()
    tersembunyi: bool = False


PAGU = "10810941900"
BULANAN = {
    "januari": "126091861", "februari": "250955054", "maret": "637656722", "april": "1142726955",
    "mei": "1421890019", "juni": "977101743", "juli": "643531783",
}  # fmt: skip
ARAS_LAMSEL = {"urusan": 1, "bidang urusan": 3, "program": 5, "kegiatan": 11, "sub kegiatan": 42}


def expect_lamsel(bulan: str) -> Harapan:
    jumlah = {"pagu": PAGU, "realisasi": BULANAN[bulan]}
    campur = "mencampur" if bulan in ("januari", "februari", "maret", "april") else "seluruhnya angka bertipe teks"
    return Harapan(
        f"{LAMSEL}lra_{bulan}.xlsx", "Sheet1", "anggaran", 480, (6, 7, 8), "koma",
        aras={**ARAS_LAMSEL, "SKPD": 3},
        jumlah=dict.fromkeys((*ARAS_LAMSEL, "SKPD", "akun", "baris jumlah"), jumlah),
        ragu=(campur,),
    )  # fmt: skip


BULAN_RAK = {
    "Januari": "940984719", "Februari": "1532480122", "Maret": "1342084725", "April": "958435735",
    "Mei": "838512411", "Juni": "1441253886", "Juli": "771173861",
}  # fmt: skip
RP = "Target Kinerja Program dan Kerangka Pendanaan / Tahun-{} / Rp"
CAPAIAN = "Capaian Kinerja dan Kerangka Pendanaan / {} / Rp"
AKHIR = "Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah / Rp"
RP_BKPSDM = {
    CAPAIAN.format(2021): "15214568742",
    CAPAIAN.format(2022): "30614153432",
    CAPAIAN.format(2023): "27102125049",
}
EVALUASI_JUMLAH = {"pagu": "14723660349", "realisasi": "12023973159"}

HARAPAN = [
    *(expect_lamsel(bulan) for bulan in BULANAN),
    Harapan(
        RAK, "RAK Belanja", "rak", 484, (3,), "koma",
        aras=ARAS_LAMSEL,
        jumlah={"sub kegiatan": {"Anggaran Tahun Ini": PAGU, "Total RAK": PAGU, **BULAN_RAK}},
        ragu=("sel E4 (2) tertulis 5.046.967.472, tidak sama",),
    ),
    Harapan(
        RAK, "Sheet10", "anggaran", 61, (1, 2), "koma",
        aras={"program": 5, "kegiatan": 11},
        jumlah={
            "program": {"pagu": "12548700585", "realisasi": "5199954137"},
            "baris jumlah": {"pagu murni": PAGU, "pagu perubahan": "12548700585", "realisasi": "5199954137"},
        },
    ),
    Harapan(RAK, "Sheet7", "anggaran", 45, (), "koma", ragu=("lembar tersembunyi",), tersembunyi=True),
    Harapan(
        "bapperida-tegal-2025/tes.json", "tes", "transaksi", 128,
        aras={"sub kegiatan": 24},
        jumlah={"sub kegiatan": {"realisasi": "658277528"}, "akun": {"realisasi": "658277528"}},
    ),
    Harapan(
        f"{NTB}KEGBPKAD14-LRA JUNI - KIRIM SINERGI.xlsx", "LRA_JUNI (print)", "anggaran", 122, (6, 7),
        jumlah={
            "4 PENDAPATAN DAERAH": {"pagu": "5399077280000", "realisasi": "2014739682568.094"},
            "5 BELANJA DAERAH": {"pagu": "5961577280000", "realisasi": "1645420598543"},
        },
        ragu=("baris 94 (5.2.2.19 Belanja Modal Peralatan Olahraga): realisasi 794,00% dari pagu", "SURPLUS / DEFISIT"),
    ),
    Harapan(
        f"{NTB}KEGBPKAD14-LRA JUNI - KIRIM SINERGI.xlsx", "dari Irham vs LRA", "anggaran", 47, (1,), "koma",
        ragu=("44 kode ditulis tanpa titik (baris 3 41, baris 4 4101",),
    ),
    Harapan(f"{NTB}1063819088-data iku.xlsx", "Sheet1", "indikator", 116, ragu=("angka beserta satuannya",)),
    Harapan(
        f"{NTB}KEGBPKAD14-app kinerja 2022.xlsx", "Sheet1", "indikator", 115, (1, 2),
        aras={"program": 3}, ragu=("kolom D memuat angka beserta satuannya",),
    ),
    Harapan(
        f"{NTB}1559489991-apbd 2022.xlsx", "apbd 2021", "anggaran", 38, (1,), "koma",
        aras={"akun": 38}, ragu=("baris 3 tertulis 303.942.196.990, seharusnya 163.403.780.000", "bertipe teks"),
    ),
    Harapan(
        EVALUASI, "Realisasi TW IV", "evaluasi", 104, (6, 7, 9),
        aras={"program": 6, "kegiatan": 19, "sub kegiatan": 72},  # one program is hidden and empty
        jumlah={
            "program": EVALUASI_JUMLAH, "kegiatan": EVALUASI_JUMLAH, "sub kegiatan": EVALUASI_JUMLAH,
            "baris jumlah": {"TW I": "2004106779", "TW II": "2286043325", "TW III": "2759455579", "TW IV": "5079357490"},
        },
        ragu=(
            "TW I–IV berjumlah 12.128.963.173, setahun tertulis 12.023.973.159",
            "sel R12 tertulis 1.971.343.265, tidak sama", "sel U12 ", "sel X12 ", "sel AA12 ",
            "sel K96 tertulis 1.173.117.699, tidak sama", "2 sel galat (AF82 #DIV/0!, AG82 #DIV/0!)",
            "14 baris tersembunyi", "jenjang dibaca dari warna isian",
        ),
    ),
    Harapan(
        f"{SUMEDANG}16-diskominfosanditik.html", "Tabel 1", "renstra", 14, (1, 4, 5), "titik",
        aras={"program": 4},
        jumlah={"program": {RP.format(3): "8386282200", RP.format(4): "9802000000", RP.format(5): "10916000000"}},
        ragu=("2.2 Paket.02.2.02",),
    ),
    Harapan(
        f"{SUMEDANG}24-bkpsdm.html", "Tabel 1", "renstra", 28, (1, 2, 3), "titik",
        aras={"bidang urusan": 1, "program": 2, "kegiatan": 12},
        jumlah={"bidang urusan": {**RP_BKPSDM, AKHIR: "47496043200"}, "program": {**RP_BKPSDM, AKHIR: "47496043200"}},
        ragu=("sel S8 (5.03.01) kosong, padahal rinciannya berjumlah 25.434.804.023", "03.02 dibaca 5.03.02"),
    ),
    Harapan(
        f"{SUMEDANG}23-bappppeda.html", "Tabel 1", "renstra", 22, (1, 2, 3), "titik",
        aras={"program": 4, "kegiatan": 17}, ragu=("sel P14 (5.01.02) kosong",),
    ),
    Harapan(TAPIN, "Worksheet", "indikator", 17),
    Harapan("formulir-kosong/template_pencapaian.xlsx", "Sheet1", "indikator", 0, (7,)),
    Harapan("formulir-kosong/template_perencanaan.xlsx", "Sheet1", "indikator", 0, (7,)),
    Harapan("formulir-kosong/template_renaksi.xlsx", "Sheet1", "indikator", 0, (6, 7)),
    Harapan("formulir-kosong/format-import.xlsx", "Sheet1", "anggaran", 3, (2,), "titik", aras={"akun": 3}),
    Harapan(f"{KODE}program_pemerintahan.tsv", "program_pemerintahan", "kode", 197, (), aras={"program": 197}),
    Harapan(f"{KODE}kegiatan_pemerintahan.tsv", "kegiatan_pemerintahan", "kode", 384, (), aras={"kegiatan": 384}),
    Harapan(
        f"{KODE}sub_kegiatan_pemerintahan.tsv", "sub_kegiatan_pemerintahan", "kode", 985, (), aras={"sub kegiatan": 985}
    ),
    Harapan(f"{KODE}sakip_kegiatans.csv", "sakip_kegiatans", "kode", 514, ()),
    Harapan(f"{KODE}sakip_subkegiatanss.csv", "sakip_subkegiatanss", "kode", 3239, ()),
    Harapan(
        f"{KODE}nomenklatur.csv", "nomenklatur", "kode", 246,
        aras={"program": 6, "kegiatan": 29, "sub kegiatan": 207},
    ),
    Harapan(f"{JABAR}1506667063.docx", "Tabel 1", "pk", 7, (1,), "titik"),
    Harapan(
        f"{JABAR}1506667063.docx", "Tabel 2", "pk", 9,
        aras={"program": 9}, jumlah={"program": {"Anggaran [D]": "78284604000"}},
    ),
    Harapan(f"{JABAR}1506672737.docx", "Tabel 1", "pk", 3),
    Harapan(f"{JABAR}1506672737.docx", "Tabel 2", "pk", 5, jumlah={"program": {"Anggaran [D]": "10910444000"}}),
    Harapan(f"{LAINNYA}1506844017_iku_2017.docx", "Tabel 1", "iku", 9),
    Harapan(f"{LAINNYA}1506869168_iku_bpkad_th_2017.docx", "Tabel 1", "iku", 14),
    Harapan(f"{LAINNYA}1506875422_pk_kepala_bpkad_2017.docx", "Tabel 1", "pk", 14),
    Harapan(
        f"{LAINNYA}1506875422_pk_kepala_bpkad_2017.docx", "Tabel 2", "pk", 7, (1,), "koma",
        jumlah={"program": {"ANGGARAN": "81298026321"}},
    ),
    Harapan(f"{LAINNYA}RENJA BIRO PEREKONOMIAN LAMPIRAN.xls", "Sheet", "anggaran", 7, (7,), ragu=("1.6.29",)),
    Harapan(
        f"{LAINNYA}RENJA BIRO PEREKONOMIAN LAMPIRAN.xls", "J-1", "evaluasi", 27, (8, 9),
        ragu=("formula tidak dapat diperiksa", "tidak mengikuti susunan kode"),
    ),
    Harapan(f"{LAINNYA}RENJA BIRO PEREKONOMIAN LAMPIRAN.xls", "J-2", "indikator", 42, (6, 7)),
    Harapan(f"{LAINNYA}RENJA BIRO PEREKONOMIAN LAMPIRAN.xls", "J-3", "anggaran", 27, (8,)),
    Harapan("terbit/indikator.csv", "indikator", "indikator", 46, (1,), "campuran"),
    Harapan("terbit/indikator_harapan.csv", "indikator_harapan", "lain", 46, (1,), "titik"),
]  # fmt: skip


@pytest.mark.parametrize("harap", HARAPAN, ids=lambda h: f"{Path(h.berkas).stem[:24]}|{h.lembar}")
def test_a_real_table_gives_what_it_must(harap: Harapan) -> None:
    b = describe(harap.berkas)[harap.lembar]
    assert (b.jenis, b.baris, b.baris_kepala) == (harap.jenis, harap.baris, harap.kepala)
    assert (b.notasi, b.tersembunyi) == (harap.notasi, harap.tersembunyi)
    assert {k: b.aras.get(k) for k in harap.aras} == harap.aras
    assert {lv: {k: b.jumlah[lv].get(k) for k in isi} for lv, isi in harap.jumlah.items()} == harap.jumlah
    assert [r for r in harap.ragu if not any(r in k for k in b.keraguan)] == []


PINDAI, TEKS = "hasil pindai", "PDF berisi teks"


def list_lain() -> list[tuple[str, str]]:
    """Every file that is no table, with the words of its refusal."""
    hasil = []
    for path in sorted(NYATA.rglob("*")) if NYATA.is_dir() else []:
        alasan = {".pdf": TEKS, ".txt": "teks bebas", ".md": "teks bebas"}.get(path.suffix.lower())
        if path.is_file() and alasan:
            berkas = path.relative_to(NYATA).as_posix()
            hasil.append((berkas, PINDAI if "1506677078_05.iku" in berkas else alasan))
    return hasil


@pytest.mark.parametrize(("berkas", "alasan"), list_lain())
def test_what_is_no_table_is_refused_for_the_right_reason(berkas: str, alasan: str) -> None:
    with pytest.raises(UnreadableFileError, match=alasan):
        read(berkas)


def test_no_real_file_is_left_out() -> None:
    ada = {p.relative_to(NYATA).as_posix() for p in NYATA.rglob("*") if p.is_file()}
    assert ada == {h.berkas for h in HARAPAN} | {berkas for berkas, _ in list_lain()}


# What single files are known for


def total(rows: list[dict[str, str]], kolom: str) -> Decimal:
    return sum((Decimal(r[kolom]) for r in rows), Decimal(0))


def check_lamsel() -> None:
    rows = tidy(f"{LAMSEL}lra_januari.xlsx")
    program = [r for r in rows if r["level"] == "program"]
    uang = "Kelompok Belanja / {} / Anggaran"
    assert total(program, uang.format("Operasi")) == 10_701_893_800
    assert total(program, uang.format("Modal")) == 109_048_100
    assert sum(r["kode"].count(".") == 5 for r in rows if r["level"] == "akun") == 192
    realisasi = [describe(f"{LAMSEL}lra_{bulan}.xlsx")["Sheet1"].jumlah["program"]["realisasi"] for bulan in BULANAN]
    assert sum(map(int, realisasi)) == 5_199_954_137


def check_tegal() -> None:
    rows = rows_from_buku(read("bapperida-tegal-2025/tes.json"))
    assert len(rows[0]) == 45
    assert len({r["kode_rekening"] for r in rows}) == 36
    jenis = Counter(r["nilai_sp2d"] == "null" for r in rows)
    assert jenis[True] == 18
    spp = [r for r in rows if r["jenis_dokumen"] == "SPP"]
    tbp = [r for r in rows if r["jenis_dokumen"] == "TBP"]
    assert (len(spp), total(spp, "nilai_realisasi")) == (44, 560_292_344)
    assert (len(tbp), total(tbp, "nilai_realisasi")) == (84, 97_985_184)


def check_ntb() -> None:
    rows = rows_from_buku(read(f"{NTB}1063819088-data iku.xlsx"))
    assert len({r["Kode_Kegiatan"] for r in rows}) == 16
    assert {"2 Dokumen", "157 Orang"} <= {r["Target_kinerja"] for r in rows}
    kinerja = [s for (_, k), s in read(f"{NTB}KEGBPKAD14-app kinerja 2022.xlsx").lembar[0].sel.items() if k == 4]
    assert Counter(type(s.nilai) for s in kinerja if s.baris > 2) == {str: 101, int: 14}
    assert "2\u00a0Dokumen" in {s.teks for s in kinerja}
    apbd = read(f"{NTB}1559489991-apbd 2022.xlsx").lembar[0].sel
    assert [apbd[(b, 1)].nilai for b in (2, 3, 4)] == [4, 4.1, "4.1.01"]


def check_evaluasi() -> None:
    buku = read(EVALUASI)
    lembar = buku.lembar[0]
    rows = tidy(EVALUASI)
    program = [int(r["baris"]) for r in rows if r["level"] == "program"]
    assert [b for b in program if b not in lembar.baris_tersembunyi] == [13, 55, 70, 92, 97]
    assert sum(s.formula is not None for s in lembar.sel.values()) == 1_119
    assert len(lembar.baris_tersembunyi) == 14
    assert any(r["level"] == "sub kegiatan" and int(r["baris"]) in lembar.baris_tersembunyi for r in rows)
    assert max(int(r["baris"]) for r in rows) < 116  # the signature block is no data


def check_sumedang() -> None:
    rows = {r["baris"]: r for r in tidy(f"{SUMEDANG}16-diskominfosanditik.html")}
    program = {r["kode"]: r[RP.format(3)] for r in rows.values() if r["level"] == "program"}
    assert program == {"2.16.02": "1775000000", "2.16.03": "5883282200", "2.21.02": "434000000", "2.20.02": "294000000"}
    spbe = next(r for r in rows.values() if r["Indikator Sasaran"] == "Nilai SPBE")
    target = [spbe[f"Target Kinerja Program dan Kerangka Pendanaan / Tahun-{n} / Target"] for n in (3, 4, 5)]
    assert [spbe["Data capaian Pada Tahun awal Perencanaan"], *target] == ["3.81", "4", "4.1", "4.2"]
    teks = {s.teks for f in ("23-bappppeda", "24-bkpsdm") for s in read(f"{SUMEDANG}{f}.html").lembar[0].sel.values()}
    assert not any("_x0002_" in t for t in teks)
    assert any("perundang-undangan" in t for t in teks)


def check_tapin() -> None:
    rows = rows_from_buku(read(TAPIN))
    assert [rows[0]["Kode Indikator"], rows[-1]["Kode Indikator"]] == ["1.1.1.1", "3.2.4.2"]
    terisi = {r["Kode Indikator"]: r["Realisasi TW"] for r in rows if r["Realisasi TW"] != "0"}
    assert terisi == {"2.1.4.1": "2,22", "2.5.1.1": "58,53"}
    assert any("\n" in r["Kendala yg Dihadapi"] for r in rows)


def check_kode() -> None:
    sub = tidy(f"{KODE}sub_kegiatan_pemerintahan.tsv")
    assert sum(r["Kolom D"].strip() != "" for r in sub) == 573
    digit = Counter(len(r["kode"].rpartition(".")[2]) for r in tidy(f"{KODE}sakip_subkegiatanss.csv") if r["kode"])
    assert set(digit) == {2, 4}
    nama = Counter((r["kode"][:4], r["level"]) for r in tidy(f"{KODE}nomenklatur.csv"))
    assert [nama["2.16", lv] for lv in ("program", "kegiatan", "sub kegiatan")] == [3, 10, 94]
    assert [nama["2.20", lv] for lv in ("program", "kegiatan", "sub kegiatan")] == [1, 1, 14]
    assert [nama["2.21", lv] for lv in ("program", "kegiatan", "sub kegiatan")] == [1, 2, 10]
    assert [nama["X.XX", lv] for lv in ("program", "kegiatan", "sub kegiatan")] == [1, 16, 89]


def check_jabar() -> None:
    target = [r["Target"].strip() for r in rows_from_buku(read(f"{JABAR}1506667063.docx"))]
    assert (target[0], target[3]) == ("30.00 Persen", "81.51 Poin")
    baris = [s.baris_akhir for s in read(f"{LAINNYA}RENJA BIRO PEREKONOMIAN LAMPIRAN.xls").lembar]
    assert baris == [15, 49, 50, 36]
    iku = tidy(f"{LAINNYA}1506869168_iku_bpkad_th_2017.docx")
    assert (iku[0]["2017"], len({r["Sasaran"] for r in iku})) == ("4 Dokumen", 3)


CHECKS = [check_lamsel, check_tegal, check_ntb, check_evaluasi, check_sumedang, check_tapin, check_kode, check_jabar]


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.__name__.removeprefix("check_"))
def test_the_peculiarities_of_a_source_survive_reading(check: Callable[[], None]) -> None:
    check()
