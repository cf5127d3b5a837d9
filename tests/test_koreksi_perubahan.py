"""The numbers changelog: the exact list of figures that moved between two drafts, and the cells that moved them (R31)."""

from pathlib import Path

import pytest
from kasus_mini import make_kinerja, make_settings
from openpyxl import Workbook
from serangan import Folder
from susun_dokumen import make_konteks

from lakip_lib.koreksi.perubahan import Draf, Perubahan, Sebab, compare_draf
from lakip_lib.koreksi.perubahan.sumber import _moved, apply_pengaturan
from lakip_lib.measures import compute_hasil, promise_hasil
from lakip_lib.measures.susun import list_pengaturan
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi, read_instansi


def keep(folder: Folder, versi: str = "1.2") -> Draf:
    """The draft that a folder gives."""
    tuaian = folder.gather()
    return Draf(versi, promise_hasil(tuaian.hasil), tuaian.himpunan.kinerja)


@pytest.fixture(scope="module")
def semula(tmp_path_factory: pytest.TempPathFactory) -> tuple[Draf, Instansi]:
    folder = Folder(tmp_path_factory.mktemp("semula"))
    return keep(folder, "1.1"), read_instansi(folder.lokasi.settings)


def compare(semula: tuple[Draf, Instansi], folder: Folder) -> dict[str, Perubahan]:
    return {p.ref: p for p in compare_draf(semula[0], keep(folder), semula[1])}


def test_same_inputs_give_no_change(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    assert compare(semula, Folder(tmp_path)) == {}


def test_quarter_that_does_not_change_the_year_moves_itself_alone(
    semula: tuple[Draf, Instansi], tmp_path: Path
) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", M6=50, N6=25))
    asal = "indikator/I3/triwulan"
    sendiri = {f"{asal}/{tw}/{b}" for tw in ("TW3", "TW4") for b in ("realisasi", "capaian")}
    assert set(found) == {*sendiri, f"{asal}/TW3/sd_capaian"}
    satu = found[f"{asal}/TW3/realisasi"]
    assert (satu.label, satu.lama, satu.baru) == ("Realisasi TW III I3 Konten informasi publik", "45", "50")
    assert [str(s) for s in satu.sebab] == ["isian/DATA.xlsx › F1 Capaian › M6: Realisasi TW III I3 45 → 50"]


def test_quarter_names_its_own_cells_alone(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", M6=40, N6=28, O6=98))
    sel = {ref.removeprefix("indikator/I3/triwulan/"): [s.sel for s in p.sebab] for ref, p in found.items()}
    assert {ref: isi for ref, isi in sel.items() if ref.startswith("TW")} == {
        "TW3/realisasi": ["M6"],
        "TW3/capaian": ["M6"],
        "TW3/sd_capaian": ["M6"],
        "TW4/realisasi": ["N6"],
        "TW4/capaian": ["N6"],
    }


def test_quarter_whose_capaian_the_year_takes_away_names_the_year(
    semula: tuple[Draf, Instansi], tmp_path: Path
) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", O6=100))
    satu = found["indikator/I3/triwulan/TW3/capaian"]
    assert (satu.lama, satu.baru, [s.sel for s in satu.sebab]) == ("112,50%", "–", ["O6"])


def test_form_sent_again_under_another_name_names_the_changed_cell_alone() -> None:
    def cell(berkas: str, sel: str, teks: str) -> dict[str, str]:
        return {"berkas": berkas, "lembar": "F1 Capaian", "sel": sel, "teks": teks}

    lama = (cell("isian/A.xlsx", "K6", "10"), cell("isian/A.xlsx", "L6", "20"))
    baru = (cell("isian/A revisi.xlsx", "K6", "10"), cell("isian/A revisi.xlsx", "L6", "25"))
    assert [r["sel"] for r in _moved(lama, baru)] == ["L6"]


def test_realisasi_moves_all_that_is_derived_from_it_and_names_its_cell(
    semula: tuple[Draf, Instansi], tmp_path: Path
) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", M6=40, O6=100))
    assert {ref for ref in found if "triwulan" not in ref} == {
        "instansi_capaian/capaian",
        "instansi_capaian/capaian_mentah",
        "instansi/cara/indikator",
        *(f"rekap/status/{label} target/{b}" for label in ("Melampaui", "Mencapai") for b in ("jumlah", "persen")),
        "sasaran/S2/capaian",
        "sasaran/S2/capaian_mentah",
        "sasaran/S2/efisiensi",
        "indikator/I3/realisasi",
        "indikator/I3/capaian",
        "indikator/I3/status",
        "indikator/I3/lalu/perubahan",
        "indikator/I3/renstra/kemajuan",
        "indikator/I3/renstra/dari_awal",
        "indikator/I3/renstra/sisa",
    }
    sebab = Sebab("sel", "Realisasi I3", "105", "100", "isian/DATA.xlsx", "F1 Capaian", "O6")
    assert {p.sebab for ref, p in found.items() if "triwulan" not in ref} == {(sebab,)}
    satu = found["instansi_capaian/capaian"]
    assert (satu.lama, satu.baru, satu.lama_mentah, satu.baru_mentah) == ("96,69%", "95,85%", "96.69", "95.85")


def test_both_readings_of_the_way_to_the_renstra_are_told_as_printed(
    semula: tuple[Draf, Instansi], tmp_path: Path
) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", M6=40, O6=100))
    awal, sisa = (found[f"indikator/I3/renstra/{bidang}"] for bidang in ("dari_awal", "sisa"))
    assert (awal.label, awal.lama, awal.baru) == (
        "Kemajuan Renstra dari awal I3 Konten informasi publik", "75,00%", "66,67%"
    )  # fmt: skip
    assert (sisa.label, sisa.lama, sisa.baru) == (
        "Sisa menuju target akhir Renstra I3 Konten informasi publik", "15", "20"
    )  # fmt: skip


def test_figure_that_repeats_another_is_told_once(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", M6=40, O6=100))
    assert not {f"indikator/I3/{b}" for b in ("capaian_mentah", "capaian_rerata", "renstra/rasio")} & set(found)


def test_quarter_makes_the_year_where_no_year_is_typed(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("F1 Capaian", M6=40, O6=None))
    cells = {s.sel for s in found["indikator/I3/realisasi"].sebab}
    assert cells == {"M6", "O6"}


def test_ceiling_moves_its_line_its_sasaran_and_the_total(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    found = compare(semula, Folder(tmp_path).set_sel("LRA", "lra.xlsx", C12=900_000_000))
    kode = "anggaran/2.16.02.2.01.0017"
    assert set(found) == {
        *(f"anggaran_total/{b}" for b in ("pagu", "sisa", "persen")),
        *(f"sasaran/S2/{b}" for b in ("pagu", "penyerapan", "efisiensi", "kuadran")),
        *(f"kelompok/program/2.16.02/{b}" for b in ("pagu", "sisa", "persen")),
        "kelompok/sasaran/S2/sisa",
        *(f"{kode}/{b}" for b in ("pagu", "sisa", "persen")),
    }
    assert {s.letak for p in found.values() for s in p.sebab} == {"lra.xlsx › LRA › C12"}
    assert (found[f"{kode}/pagu"].lama, found[f"{kode}/pagu"].baru) == ("800.000.000", "900.000.000")


def test_each_line_of_the_budget_names_its_own_cell(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    baru = 900_000_000
    found = compare(semula, Folder(tmp_path).set_sel("LRA", "lra.xlsx", C12=baru, C11=baru, C10=baru))
    sel = {ref: [s.sel for s in p.sebab] for ref, p in found.items() if ref.endswith("/pagu")}
    assert sel == {
        "anggaran_total/pagu": ["C12"],
        "sasaran/S2/pagu": ["C12"],
        "anggaran/2.16.02/pagu": ["C10"],
        "anggaran/2.16.02.2.01/pagu": ["C11"],
        "anggaran/2.16.02.2.01.0017/pagu": ["C12"],
    }


def test_setting_moves_what_is_computed_by_it(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    path = folder.path / "instansi.toml"
    path.write_text(
        path.read_text("utf-8") + '\n[pengaturan]\nrata_instansi = "indikator"\nbatas_capaian = 100\n', "utf-8"
    )
    found = compare(semula, folder)
    sebab = {s.nama: (s.lama, s.baru) for s in found["instansi_capaian/capaian"].sebab}
    assert sebab == {"pengaturan batas_capaian": ("120", "100"), "pengaturan rata_instansi": ("sasaran", "indikator")}
    assert [s.nama for s in found["sasaran/S2/capaian"].sebab] == ["pengaturan batas_capaian"]
    assert "indikator/I3/capaian" not in found
    assert found["indikator/I3/capaian_rerata"].baru == "100,00%"


def test_page_settings_move_no_figure(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    path = folder.path / "instansi.toml"
    path.write_text(path.read_text("utf-8") + '\n[pengaturan]\nkertas = "F4"\n', "utf-8")
    assert compare(semula, folder) == {}


def add_indikator(book: Workbook) -> None:
    kosong = [None, None]
    book["Indikator"].append(
        ["I7", "S1", "Layanan publik daring", "IK", "layanan", 0, "max", "MAX", "jumlah", *kosong, "tidak", 1, 2020,
         "definisi", "formula", "sumber", "TIK", "pic", "Desember"]
    )  # fmt: skip
    book["Target"].append(["I7", 2025, "pk", 10])


def test_indikator_that_came_is_told_as_one_and_moves_the_counts(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    found = compare(semula, Folder(tmp_path).edit(add_indikator, "perencanaan.xlsx"))
    hitungan = [ref for ref in found if not ref.startswith("rekap/")]
    assert hitungan == ["indikator/I7", "instansi_capaian/jumlah", "sasaran/S1/jumlah"]
    belum = found["rekap/kategori/Belum dapat dinilai/jumlah"]
    assert (belum.label, belum.lama, belum.baru) == (
        "Banyak indikator menurut kategori: Belum dapat dinilai", "1", "2"
    )  # fmt: skip
    assert (found["indikator/I7"].jenis, found["indikator/I7"].label) == (
        "ditambah",
        "Indikator I7 Layanan publik daring",
    )
    assert {s.letak for p in found.values() for s in p.sebab} == {"perencanaan.xlsx › Indikator"}


def test_indikator_that_went_is_told_as_one(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    lain = keep(Folder(tmp_path).edit(add_indikator, "perencanaan.xlsx"))
    found = {p.ref: p for p in compare_draf(lain, semula[0], semula[1])}
    assert (found["indikator/I7"].jenis, found["sasaran/S1/jumlah"].baru) == ("dihapus", "2")


def test_budget_line_that_went_is_told(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    folder = Folder(tmp_path).edit(lambda book: book["LRA"].delete_rows(13, 3), "lra.xlsx")
    found = compare(semula, folder)
    assert {p.ref for p in found.values() if p.jenis == "dihapus"} == {
        f"anggaran/2.16.03{ekor}" for ekor in ("", ".2.02", ".2.02.0024")
    }
    assert found["sasaran/S1/pagu"].baru == "–"


def test_mapping_of_a_program_moves_the_money_of_both_sasaran(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    def ubah(book: Workbook) -> None:
        book["Program"]["C3"].value = "S1"

    found = compare(semula, Folder(tmp_path).edit(ubah, "perencanaan.xlsx"))
    assert {s.lembar for s in found["sasaran/S1/pagu"].sebab} == {"Program"}
    assert (found["sasaran/S1/pagu"].lama, found["sasaran/S1/pagu"].baru) == ("1.200.000.000", "2.000.000.000")


def test_two_cells_that_move_one_figure_are_both_named(semula: tuple[Draf, Instansi], tmp_path: Path) -> None:
    folder = Folder(tmp_path).set_sel("F1 Capaian", O6=100).set_sel("F1 Capaian", "isian/TIK.xlsx", O6=2.75)
    found = compare(semula, folder)
    assert {(s.berkas, s.sel) for s in found["instansi_capaian/capaian"].sebab} == {
        ("isian/DATA.xlsx", "O6"),
        ("isian/TIK.xlsx", "O6"),
    }
    assert [s.berkas for s in found["indikator/I1/capaian"].sebab] == ["isian/TIK.xlsx"]


def test_figure_that_no_input_explains_says_so(semula: tuple[Draf, Instansi]) -> None:
    lama = semula[0]
    lain = {**lama.hasil, "instansi_capaian": {**lama.hasil["instansi_capaian"], "capaian": "90.00"}}
    (found,) = compare_draf(lama, Draf("1.2", lain, lama.kinerja), semula[1])
    assert (found.ref, [s.jenis for s in found.sebab]) == ("instansi_capaian/capaian", ["lain"])


def test_settings_of_a_draft_are_read_back_from_its_hasil() -> None:
    konteks = make_konteks()
    skala = [
        {"label": "Baik", "batas_bawah": "70", "termasuk_batas": True},
        {"label": "Kurang", "batas_bawah": None, "termasuk_batas": False},
    ]
    for pengaturan in ({"batas_capaian": "tanpa"}, {"batas_capaian": "110.5"}, {"skala": skala}):
        utuh = {**list_pengaturan(konteks.settings), **pengaturan}
        assert list_pengaturan(apply_pengaturan(konteks.settings, utuh)) == utuh


def make_tertinggi(*tw: str) -> Draf:
    """The mini-case with the highest quarter as the year of I3."""
    kinerja = make_kinerja()
    rows = {nama: kinerja.records(nama) for nama in vars(kinerja)}
    rows["indikator"] = [r | {"agregasi": "tertinggi"} if r["kode"] == "I3" else r for r in rows["indikator"]]
    isi = dict(zip(("tw1", "tw2", "tw3", "tw4"), tw, strict=True))
    rows["realisasi"] = [r | isi if r["indikator"] == "I3" else r for r in rows["realisasi"]]
    satu = Kinerja.from_rows(**rows)
    return Draf("1.1", promise_hasil(compute_hasil(satu, make_settings())), satu)


def test_cells_of_which_each_alone_would_do_are_both_named() -> None:
    lama, baru = make_tertinggi("10", "10", "10", "10"), make_tertinggi("10", "10", "45", "45")
    found = {p.ref: p for p in compare_draf(lama, baru, make_settings())}
    nama = [s.nama for s in found["indikator/I3/realisasi"].sebab]
    assert nama == ["Realisasi TW III I3", "Realisasi TW IV I3"]
