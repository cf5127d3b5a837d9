"""The procedure walked through by its commands: what each step records, leaves, and refuses."""

import csv
import hashlib
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from siklus import Tahun

from lakip_lib.alur.keadaan import Tahap
from lakip_lib.delivery.sop.ekor import list_hilang, read_jejak


@pytest.fixture
def tahun(tmp_path: Path) -> Tahun:
    return Tahun(tmp_path)


def open_cycle(tahun: Tahun) -> Tahun:
    assert tahun.run("mulai", waktu="2026-01-05 08.00") == 0
    return tahun


def send_out(tahun: Tahun) -> Tahun:
    open_cycle(tahun)
    assert tahun.run("formulir", waktu="2026-01-05 09.30") == 0
    assert tahun.run("sebar", "--lewat", "WhatsApp", waktu="2026-01-05 10.00") == 0
    return tahun


# step 1


def test_the_cycle_opens_with_a_disposisi(tahun: Tahun) -> None:
    open_cycle(tahun)
    entri = tahun.buku.entri[0]
    assert (entri.langkah, entri.peran, entri.nama) == ("mulai", "kepala", "Contoh Kepala (contoh)")
    assert entri.isi["tenggat_laporan"] == "2026-02-28"
    assert set(entri.keluaran) == {"alur/01-disposisi.docx", "alur/01-disposisi.pdf"}


def test_a_cycle_is_not_opened_in_the_names_of_examples(tmp_path: Path) -> None:
    from lakip_lib.cli import run

    folder = tmp_path / "data" / "raw" / "2026" / "dinas-contoh"
    assert run(["mulai", str(folder)]) == 0
    assert not (tmp_path / "data" / "alur").exists()


def test_mulai_again_opens_nothing_anew(tahun: Tahun) -> None:
    open_cycle(tahun)
    assert tahun.run("mulai", waktu="2026-01-06 08.00") == 0
    assert "sudah dibuka" in tahun.teks
    assert len(tahun.buku.entri) == 1


# steps 2 and 3


def test_forms_go_out_as_they_were_made(tahun: Tahun) -> None:
    send_out(tahun)
    folder = tahun.lokasi.reports / "alur" / "sebar"
    rows = list(csv.DictReader((folder / "daftar_kirim.csv").read_text("utf-8").splitlines()))
    assert [(r["unit"], r["saluran"], r["tenggat"]) for r in rows] == [
        ("TIK", "WhatsApp", "2026-01-10"),
        ("DATA", "WhatsApp", "2026-01-10"),
    ]
    for row in rows:
        form = (folder / row["unit"] / row["berkas"]).read_bytes()
        assert hashlib.sha256(form).hexdigest() == row["sha256"]


def test_a_form_that_was_changed_does_not_go_out(tahun: Tahun) -> None:
    open_cycle(tahun)
    tahun.run("formulir", waktu="2026-01-05 09.30")
    shutil.copy(tahun.path / "isian" / "TIK.xlsx", tahun.lokasi.reports / "formulir" / "TIK.xlsx")
    assert tahun.run("sebar", waktu="2026-01-05 10.00") == 2
    assert "formulir/TIK.xlsx" in tahun.teks
    assert tahun.keadaan.tahap is Tahap.FORMAT


def test_one_unit_may_get_its_package_another_way(tahun: Tahun) -> None:
    send_out(tahun)
    assert tahun.run("sebar", "--unit", "data", "--lewat", "surel", waktu="2026-01-06 09.00") == 0
    daftar = tahun.lokasi.reports / "alur" / "sebar" / "daftar_kirim.csv"
    rows = csv.DictReader(daftar.read_text("utf-8").splitlines())
    assert {r["unit"]: r["saluran"] for r in rows} == {"TIK": "WhatsApp", "DATA": "surel"}


def test_an_unknown_unit_gets_nothing(tahun: Tahun) -> None:
    send_out(tahun)
    assert tahun.run("sebar", "--unit", "HUMAS") == 2
    assert "pilihannya: TIK, DATA" in tahun.teks


# step 4


def test_collection_stays_open_until_every_unit_is_accepted(tahun: Tahun) -> None:
    send_out(tahun)
    tahun.hold_form("DATA")
    assert tahun.run("himpun", waktu="2026-01-12 09.00") == 3
    assert "DATA (belum masuk, terlambat 1 hari kerja)" in tahun.teks
    assert tahun.keadaan.tahap is Tahap.TERSEBAR
    tahun.send_form("DATA")
    assert tahun.run("himpun", waktu="2026-01-15 09.00") == 0
    assert tahun.keadaan.tahap is Tahap.TERHIMPUN
    isi = tahun.buku.entri[-1].isi
    assert {kode: datetime.fromisoformat(w).day for kode, w in isi["terima"].items()} == {"TIK": 12, "DATA": 15}
    assert isi["versi_unit"] == {"TIK": 1, "DATA": 1}


def test_a_form_sent_again_is_a_further_version(tahun: Tahun) -> None:
    from openpyxl import load_workbook

    send_out(tahun)
    tahun.run("himpun", waktu="2026-01-08 09.00")
    book = load_workbook(tahun.path / "isian" / "TIK.xlsx")
    book["F5 Pernyataan"].cell(40, 2).value = "diperbarui"
    book.save(tahun.path / "isian" / "TIK.xlsx")
    tahun.run("himpun", waktu="2026-01-09 09.00")
    isi = tahun.buku.entri[-1].isi
    assert isi["versi_unit"] == {"TIK": 2, "DATA": 1}
    assert datetime.fromisoformat(isi["terima"]["TIK"]).day == 8


def test_a_unit_that_never_answers_may_be_left_out_with_a_reason(tahun: Tahun) -> None:
    send_out(tahun)
    tahun.hold_form("DATA")
    assert tahun.run("himpun", "--tutup", "Bidang Data dilebur", waktu="2026-01-12 09.00") == 3
    assert tahun.keadaan.tahap is Tahap.TERHIMPUN
    assert tahun.buku.entri[-1].isi["tutup"] == "Bidang Data dilebur"


def test_what_changed_after_it_was_collected_is_collected_again_first(tahun: Tahun) -> None:
    send_out(tahun)
    tahun.run("himpun", waktu="2026-01-08 09.00")
    (tahun.path / "isian" / "catatan.csv").write_text("a,b\n", "utf-8")
    assert tahun.run("analisis", waktu="2026-01-08 10.00") == 2
    assert "isian/catatan.csv" in tahun.teks


# whatever the step


def test_a_step_too_early_is_refused_and_leaves_no_trace(tahun: Tahun) -> None:
    open_cycle(tahun)
    sebelum = (tahun.lokasi.alur / "alur.jsonl").read_bytes()
    assert tahun.run("himpun", waktu="2026-01-05 09.00") == 2
    assert "langkah 2, format pengumpulan data, oleh Kasubag Program" in tahun.teks
    assert (tahun.lokasi.alur / "alur.jsonl").read_bytes() == sebelum
    assert not tahun.lokasi.processed.exists()


def test_a_step_of_another_role_is_refused(tahun: Tahun) -> None:
    open_cycle(tahun)
    assert tahun.run("formulir", "--oleh", "kepala", waktu="2026-01-05 09.30") == 2
    assert "dilakukan oleh Kasubag Program, Staf Perencanaan" in tahun.teks
    assert tahun.run("formulir", "--oleh", "staf_perencanaan", waktu="2026-01-05 09.30") == 0
    assert tahun.buku.entri[-1].nama == "Contoh Staf (contoh)"


def test_time_must_have_come_and_may_not_run_backwards(tahun: Tahun) -> None:
    open_cycle(tahun)
    assert tahun.run("formulir", waktu="2026-01-05 07.00") == 2
    assert "mendahului entri terakhir" in tahun.teks
    assert tahun.run("formulir", waktu="2999-01-05 07.00") == 2
    assert "belum terjadi" in tahun.teks
    assert tahun.run("formulir", waktu="kemarin") == 2
    assert "--waktu ditulis seperti" in tahun.teks


def test_the_same_command_again_changes_nothing(tahun: Tahun) -> None:
    send_out(tahun)
    folder = tahun.lokasi.reports
    sebelum = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert tahun.run("sebar", "--lewat", "WhatsApp", waktu="2026-01-07 10.00") == 0
    assert "tidak ada yang berubah sejak entri 3" in tahun.teks
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == sebelum


def test_what_was_recorded_lies_as_it_was_recorded(tahun: Tahun) -> None:
    send_out(tahun)
    for entri in tahun.buku.entri:
        for nama, sidik in entri.keluaran.items():
            assert hashlib.sha256((tahun.lokasi.reports / nama).read_bytes()).hexdigest() == sidik


def test_every_sheet_names_an_entry_of_the_ledger(tahun: Tahun) -> None:
    send_out(tahun)
    lembar = [p for p in (tahun.lokasi.reports / "alur").rglob("*") if p.suffix in {".pdf", ".docx"}]
    assert len(lembar) >= 12
    for path in lembar:
        jejak = read_jejak(path.read_bytes())
        assert len(jejak) == (path.stem != "01-disposisi"), path
        assert list_hilang(jejak, tahun.buku) == [], path


def test_a_ledger_without_its_tail_is_noticed_by_the_next_step(tahun: Tahun) -> None:
    send_out(tahun)
    path = tahun.lokasi.alur / "alur.jsonl"
    baris = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(baris[:-1]), "utf-8")
    assert tahun.run("sebar", waktu="2026-01-07 10.00") == 3
    assert "kehilangan ekornya" in tahun.teks


def test_an_edited_ledger_stops_every_step(tahun: Tahun) -> None:
    send_out(tahun)
    path = tahun.lokasi.alur / "alur.jsonl"
    path.write_text(path.read_text("utf-8").replace("WhatsApp", "surel"), "utf-8")
    assert tahun.run("himpun") == 3
    assert "entri 3: isinya berubah setelah dicatat" in tahun.teks


def test_outside_a_cycle_nothing_is_recorded(tahun: Tahun) -> None:
    assert tahun.run("formulir") == 0
    assert not tahun.lokasi.alur.exists()
    assert tahun.run("formulir", "--oleh", "kasubag_program") == 2
    assert "di luar siklus" in tahun.teks
    assert tahun.run("sebar") == 2
    assert "belum dibuka" in tahun.teks


def test_quarters_lie_outside_the_cycle(tahun: Tahun) -> None:
    open_cycle(tahun)
    assert tahun.run("himpun", "--periode", "TW2") in {0, 3}
    assert len(tahun.buku.entri) == 1


def test_the_wall_time_is_told_beside_the_time_of_the_event(tahun: Tahun) -> None:
    open_cycle(tahun)
    entri = tahun.buku.entri[0]
    dicatat = datetime.fromisoformat(entri.dicatat)
    assert entri.waktu == "2026-01-05T08:00:00+07:00"
    assert datetime.now(dicatat.tzinfo) - dicatat < timedelta(minutes=10)


# the red pen needs no cycle


def test_the_red_pen_goes_over_any_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from docx import Document

    from lakip_lib.cli import run

    dokumen = Document()
    dokumen.add_paragraph("Pagu Rp 6.116.339.202,00 terealisasi Rp 5.226.670.463,00 atau 85,73 persen.")
    path, daftar = tmp_path / "lain.docx", tmp_path / "coretan.csv"
    dokumen.save(str(path))
    assert run(["koreksi", "--asing", str(path), "--keluaran", str(daftar)]) == 0
    assert "85,45" in capsys.readouterr().out
    assert "85,45" in daftar.read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        (["koreksi"], "FOLDER wajib diisi"),
        (["koreksi", "--asing", "tidak-ada.pdf"], "tidak ada"),
        (["koreksi", "data/raw/2025/contoh-mini", "--keluaran", "x.csv"], "hanya bersama --asing"),
    ],
)
def test_a_correction_of_nothing_is_told(args: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    from lakip_lib.cli import run

    assert run(args) == 2
    assert kata in " ".join(capsys.readouterr().err.split())


# what an office would run into


def test_a_unit_that_came_later_gets_its_form_first(tahun: Tahun) -> None:
    send_out(tahun)
    with (tahun.path / "instansi.toml").open("a", encoding="utf-8") as berkas:
        berkas.write('[[unit]]\nkode = "BARU"\nnama = "Bidang Baru"\n')
    assert tahun.run("sebar", waktu="2026-01-06 09.00") == 2
    assert "Formulir BARU belum dibuat" in tahun.teks


def test_a_unit_that_went_does_not_leave_a_missing_form(tahun: Tahun) -> None:
    send_out(tahun)
    asli = (tahun.path / "instansi.toml").read_text("utf-8")
    (tahun.path / "instansi.toml").write_text(asli + '[[unit]]\nkode = "BARU"\nnama = "Bidang Baru"\n', "utf-8")
    tahun.run("formulir", waktu="2026-01-06 09.00")
    (tahun.path / "instansi.toml").write_text(asli, "utf-8")
    tahun.run("formulir", waktu="2026-01-06 09.30")
    assert tahun.run("verifikasi") == 0, tahun.teks


@pytest.mark.parametrize(
    ("perintah", "opsi", "kata"),
    [
        ("himpun", ("--tutup", "   "), "memerlukan alasan"),
        ("himpun", ("--waktu", "0001-01-01 00.00"), "mendahului tahun"),
    ],
)
def test_what_says_nothing_is_refused(tahun: Tahun, perintah: str, opsi: tuple[str, ...], kata: str) -> None:
    send_out(tahun)
    assert tahun.run(perintah, *opsi) == 2
    assert kata in tahun.teks
