import csv
import json
import logging
import os
import re
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
from openpyxl import Workbook
from typer.main import get_command

import lakip_lib.cli.jalan as jalan
from lakip_lib import __version__
from lakip_lib.cli import main, run
from lakip_lib.cli.aplikasi import app
from lakip_lib.cli.layar import clean, make_console
from lakip_lib.cli.maju import show_progress
from lakip_lib.errors import NotebookError, NotFinalError, RenderError
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan

AKAR = Path(__file__).resolve().parent.parent
TERBIT = AKAR.parent / "shared" / "real" / "terbit"
PERINTAH = (
    "mulai", "formulir", "sebar", "himpun", "analisis", "susun", "koreksi", "ajukan", "setujui", "tolak", "surat", "arsip",
    "tonggak", "bangun", "batch", "status", "verifikasi", "hitung", "baca", "doktor",
)  # fmt: skip
LANGKAH = ("formulir", "himpun", "analisis", "susun", "bangun")
INGGRIS = re.compile(
    r"\b(usage|options?|arguments?|commands?|default|required|show|this|message|and|exit|missing|no such|try|for|help|"
    r"error|invalid|value|did you mean|unexpected|extra|got|requires?|aborted|file|directory|path|text|the|is|not|of)\b",
    re.IGNORECASE,
)
NAMA_OPSI = ("--help", "lakip", "bantuan")


def find_english(teks: str) -> set[str]:
    for nama in NAMA_OPSI:
        teks = teks.replace(nama, "")
    return {m[0].lower() for m in INGGRIS.finditer(teks)}


def write_table(path: Path, *rows: tuple[object, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows(rows)
    return path


def fake_langkah(monkeypatch: pytest.MonkeyPatch, laporan: object) -> None:
    """Put a step in place of the real ones: it gives `laporan`, or raises it."""

    def step(*_: object, **__: object) -> object:
        if isinstance(laporan, BaseException):
            raise laporan
        return laporan

    nama = ("make_formulir", "run_himpun", "run_analisis", "run_susun", "run_bangun")
    modul = SimpleNamespace(**dict.fromkeys(nama, step))
    monkeypatch.setitem(sys.modules, "lakip_lib.delivery.langkah", modul)
    monkeypatch.setattr("lakip_lib.delivery.langkah", modul, raising=False)


def make_laporan(*temuan: Temuan, berkas: tuple[Path, ...] = (), unit: tuple[dict[str, str], ...] = ()) -> object:
    kode = 3 if any(t.tingkat == Tingkat.WAJIB for t in temuan) else 0
    return SimpleNamespace(temuan=temuan, berkas=berkas, pesan=("Sebuah pesan.",), unit=unit, kode_keluar=kode)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "raw" / "2025" / "dinas-contoh"
    path.mkdir(parents=True)
    return path


# help and the libraries' own words


def test_only_commands_that_work_are_shown() -> None:
    assert tuple(get_command(app).commands) == PERINTAH  # type: ignore[attr-defined]


@pytest.mark.parametrize("perintah", [(), *((nama,) for nama in PERINTAH)], ids=lambda p: " ".join(p) or "lakip")
def test_help_is_indonesian_short_and_has_an_example(
    perintah: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*perintah, "--help"]) == 0
    teks = capsys.readouterr().out
    assert find_english(teks) == set()
    assert "Contoh\n  lakip" in teks
    assert max(map(len, teks.splitlines())) <= 100
    uraian = teks.split("\n\n")[1]
    assert 2 <= len(uraian.splitlines()) <= 6


@pytest.mark.parametrize(
    ("args", "isi"),
    [
        (["himpn"], "Perintah 'himpn' tidak dikenal. Mungkin yang dimaksud: himpun."),
        (["himpun"], "Argumen FOLDER wajib diisi."),
        (["himpun", "x", "--perioda", "TW1"], "Opsi --perioda tidak dikenal. Mungkin yang dimaksud: --periode."),
        (["himpun", "x", "--periode"], "Opsi --periode memerlukan nilai."),
        (["himpun", "x", "--json=ya"], "Opsi --json tidak memakai nilai."),
        (["himpun", "a", "b", "c"], "Ada isi yang berlebih: b c."),
        (["himpun", "x"], "harus berbentuk data/raw/<tahun>/<instansi>"),
        (["himpun", "data/raw/2025/Dinas Contoh"], "tidak dapat dipakai"),
        (["himpun", "data/raw/2025/belum-ada"], "tidak ada. Periksa namanya"),
        (["himpun", "data/raw/2025/contoh-mini", "--periode", "TW9"], "pilihannya: tahunan, TW1, TW2, TW3, TW4"),
        (["mulai", "data/raw/2025/contoh-mini", "--keluaran", "x"], "Opsi --keluaran tidak dikenal."),
        (["himpun", "data/raw/2025/contoh-mini", "--keluaran", "README.md"], "README.md adalah berkas, bukan folder"),
        (["hitung", "tidak-ada.csv"], "tidak ada"),
        (["hitung", "."], "adalah folder"),
        (["baca", "x.xlsx", "--keluaran", "y.xlsx"], "berakhiran .csv"),
        (["baca", "x.csv", "--keluaran", "x.csv"], "berbeda dari berkas asal"),
        (["hitung", "x.csv", "--batas", "banyak"], "--batas harus berupa angka"),
    ],
)
def test_wrong_usage_is_told_in_indonesian(args: list[str], isi: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(args) == 2
    tangkap = capsys.readouterr()
    assert isi in " ".join(tangkap.err.split())
    assert find_english(tangkap.err) == set()
    assert tangkap.out == ""


@pytest.mark.parametrize("args", [["himpun"], ["himpun", "x", "--periode"], ["himpun", "x", "--json=1"]])
def test_wrong_usage_points_to_the_help_of_its_command(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run(args)
    assert capsys.readouterr().err.splitlines()[-1] == "Lihat lakip himpun --bantuan"


def test_a_file_is_no_folder_to_start_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "data" / "raw" / "2026" / "dinas-contoh"
    berkas.parent.mkdir(parents=True)
    berkas.write_text("", "utf-8")
    assert run(["mulai", str(berkas)]) == 2
    assert "adalah berkas, bukan folder" in " ".join(capsys.readouterr().err.split())


def test_a_fault_of_unknown_form_is_not_told_in_english(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    fake_langkah(monkeypatch, typer.BadParameter("Something the library says"))
    assert run(["himpun", str(folder)]) == 2
    assert find_english(capsys.readouterr().err) == set()
    fake_langkah(monkeypatch, typer.TyperException("Something the library says"))
    assert run(["himpun", str(folder)]) == 2
    assert "tidak dapat dipahami" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Perintah\n  mulai" in capsys.readouterr().out


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--versi"]) == 0
    assert capsys.readouterr().out == f"lakip {__version__}\n"


def test_help_needs_none_of_the_heavy_libraries() -> None:
    kode = "import sys; from lakip_lib.cli import run; run(['--help']); print(*sorted(sys.modules))"
    modul = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True, cwd=AKAR).stdout
    assert {"pandas", "plotly", "papermill", "openpyxl", "pydantic"} & set(modul.split()) == set()


def test_notebooks_are_read_without_what_checks_addresses() -> None:
    kode = "import sys, lakip_lib.cli, nbformat; print(sys.modules['rfc3987_syntax'])"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True, cwd=AKAR)
    assert hasil.stdout == "None\n"


def test_module_and_entry_point_are_the_same_command() -> None:
    hasil = subprocess.run(
        [sys.executable, "-m", "lakip_lib", "--versi"], capture_output=True, encoding="utf-8", check=False, cwd=AKAR
    )
    assert (hasil.returncode, hasil.stdout) == (0, f"lakip {__version__}\n")


def test_output_is_utf8_whatever_the_machine_says() -> None:
    hasil = subprocess.run(
        [sys.executable, "-m", "lakip_lib", "himpun", "--help"],
        capture_output=True,
        check=True,
        cwd=AKAR,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert "reports/…/balasan" in hasil.stdout.decode("utf-8")


# steps


@pytest.mark.parametrize("perintah", LANGKAH)
def test_a_step_ends_with_the_exit_code_of_its_report(
    perintah: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_langkah(monkeypatch, make_laporan())
    assert run([perintah, str(folder)]) == 0
    assert "Tidak ada temuan." in capsys.readouterr().out
    fake_langkah(monkeypatch, make_laporan(Temuan("isian/A.xlsx", "x", Tingkat.WAJIB, "Sel H14 kosong.")))
    assert run([perintah, str(folder)]) == 3
    keluar = capsys.readouterr().out
    assert "Wajib: 1 temuan (harus diperbaiki)" in keluar
    assert "  isian/A.xlsx\n  • Sel H14 kosong." in keluar


def test_findings_are_grouped_counted_and_cut(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    banyak = [Temuan("a.xlsx", "x", Tingkat.PERINGATAN, f"a.xlsx, sel A{n}: janggal.") for n in range(1, 21)]
    fake_langkah(monkeypatch, make_laporan(*banyak, Temuan("", "y", Tingkat.CATATAN, "Sekadar catatan.")))
    run(["himpun", str(folder)])
    keluar = capsys.readouterr().out
    assert (
        keluar.index("Peringatan: 20 temuan") < keluar.index("dan 14 peringatan lainnya") < keluar.index("Catatan: 1")
    )
    assert keluar.count("janggal") == 6


@pytest.mark.parametrize(("perintah", "sub"), [("himpun", "balasan"), ("bangun", "balasan"), ("formulir", "formulir")])
def test_the_list_of_all_findings_is_named(
    perintah: str, sub: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_langkah(monkeypatch, make_laporan(Temuan("a.xlsx", "x", Tingkat.CATATAN, "Sekadar catatan.")))
    run([perintah, str(folder)])
    assert f"reports/2025/dinas-contoh/{sub}/daftar_temuan.csv" in capsys.readouterr().out


def test_a_document_that_is_not_final_is_called_konsep(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_langkah(monkeypatch, make_laporan())
    run(["susun", str(folder)])
    assert "bertanda KONSEP" in capsys.readouterr().out
    run(["susun", str(folder), "--final"])
    assert "KONSEP" not in capsys.readouterr().out


def test_json_is_one_object_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = folder.parents[3] / "reports" / "2025" / "dinas-contoh" / "hasil.json"
    temuan = Temuan("a.xlsx", "x", Tingkat.WAJIB, "Kosong.")
    fake_langkah(monkeypatch, make_laporan(temuan, berkas=(berkas,), unit=({"unit": "A", "status": "diterima"},)))
    assert run(["analisis", str(folder), "--json"]) == 3
    data = json.loads(capsys.readouterr().out)
    assert data == {
        "perintah": "analisis",
        "kode_keluar": 3,
        "temuan": [temuan.as_dict()],
        "berkas": ["reports/2025/dinas-contoh/hasil.json"],
        "pesan": ["Sebuah pesan."],
        "unit": [{"unit": "A", "status": "diterima"}],
    }


def test_json_stays_one_object_when_the_usage_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["himpun", "x", "--json"]) == 2
    tangkap = capsys.readouterr()
    assert json.loads(tangkap.out)["kode_keluar"] == 2
    assert "harus berbentuk" in tangkap.err


@pytest.mark.parametrize(
    ("error", "kode", "isi"),
    [
        (NotFinalError("Masih terbuka:\n  - 2 temuan wajib"), 3, "2 temuan wajib"),
        (NotebookError("Notebook 02 berhenti pada sel [3]."), 1, "berhenti pada sel"),
        (RenderError("a document must hold every chart"), 1, "pemeriksaan dirinya sendiri"),
        (PermissionError(13, "Permission denied", "LKjIP.docx"), 1, "Tutup bila sedang terbuka"),
        (OSError(28, "No space left on device"), 1, "Ruang penyimpanan habis"),
        (NotADirectoryError(20, "Not a directory", "reports/2025"), 1, "padahal di sana harus ada folder"),
    ],
)
def test_what_stops_a_step_has_its_exit_code_and_sentence(
    error: Exception,
    kode: int,
    isi: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(jalan, "find_log", lambda: tmp_path / "catatan" / "galat.log")
    fake_langkah(monkeypatch, error)
    assert run(["susun", str(folder), "--final"]) == kode
    teks = capsys.readouterr().err
    assert isi in teks
    assert find_english(teks.replace(str(tmp_path), "")) == set()


def test_points_of_a_long_message_stand_below_their_own_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_langkah(monkeypatch, NotFinalError(f"Masih terbuka:\n  - {'kata ' * 30}\nSampai di sini."))
    run(["susun", str(folder), "--final"])
    baris = [b.rstrip() for b in capsys.readouterr().err.splitlines()]
    assert [b[:8] for b in baris] == ["Berhenti", "  - kata", "    kata", "Sampai d"]


def test_an_unforeseen_fault_is_one_sentence_with_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "galat.log"
    monkeypatch.setattr(jalan, "find_log", lambda: log)
    jalan.report_fault(KeyError, KeyError("rahasia"), None)
    teks = capsys.readouterr().err
    assert "kesalahan pada program (KeyError)" in teks
    assert "Traceback" not in teks
    assert "rahasia" in log.read_text("utf-8")


def test_debug_shows_the_traceback_instead(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LAKIP_DEBUG", "1")
    jalan.report_fault(KeyError, KeyError("rincian"), None)
    assert "KeyError: 'rincian'" in capsys.readouterr().err


def test_a_program_fault_ends_with_exit_code_1(tmp_path: Path) -> None:
    kode = (
        "import sys; from types import SimpleNamespace; sys.modules['lakip_lib.cli.doktor'] = SimpleNamespace();"
        "sys.argv = ['lakip', 'doktor']; from lakip_lib.cli import main; sys.exit(main())"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", kode],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=AKAR,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)},
    )
    assert hasil.returncode == 1
    assert "Terjadi kesalahan pada program" in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_main_reads_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "argv", ["lakip", "--versi"])
    monkeypatch.setenv("LAKIP_DEBUG", "1")
    assert main() == 0
    assert __version__ in capsys.readouterr().out


def test_an_interrupted_run_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_langkah(monkeypatch, KeyboardInterrupt())
    assert run(["bangun", str(folder)]) == 130
    assert "Dihentikan." in capsys.readouterr().err


def test_mulai_makes_the_folder_and_says_what_is_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data" / "raw" / "2026" / "dinas-contoh"
    assert run(["mulai", str(folder)]) == 0
    assert "lakip formulir" in capsys.readouterr().out
    assert run(["mulai", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["berkas"] == []


# terminal


def test_what_a_file_holds_cannot_steer_the_terminal() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\n") == "a[31mbc\n"


@pytest.fixture(autouse=True)
def width_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


def test_a_narrow_terminal_gets_narrow_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    run(["himpun", "--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 60


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert make_console().no_color


def test_progress_is_silent_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress("himpun", 1):
        logging.getLogger("lakip_lib.delivery").info("membaca")
    assert capsys.readouterr() == ("", "")


def test_progress_says_what_and_how_long_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(time, "monotonic", iter(range(1000)).__next__)
    with show_progress("himpun", 2):
        logging.getLogger("lakip_lib.delivery").info("membaca isian")
    teks = capsys.readouterr().err
    assert "membaca isian" in teks
    assert "detik" in teks


# hitung


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


@pytest.mark.skipif(not TERBIT.is_dir(), reason="berkas nyata ../shared/real/terbit tidak tersedia")
def test_published_rows_get_their_expected_answers_through_the_command(tmp_path: Path) -> None:
    assert run(["hitung", str(TERBIT / "indikator.csv"), "--keluaran", str(tmp_path / "hasil.csv")]) == 0
    hasil = {row["case_id"]: row for row in read_csv(tmp_path / "hasil.csv")}
    harapan = {row["case_id"]: row for row in read_csv(TERBIT / "indikator_harapan.csv")}
    assert {k: hasil[k]["cocok"] for k in harapan} == {k: v["cocok"] for k, v in harapan.items()}
    for kode, row in harapan.items():
        if row["hitung"]:
            assert abs(Fraction(hasil[kode]["capaian_hitung"]) - Fraction(row["hitung"])) <= Fraction("0.006")
        else:
            assert hasil[kode]["capaian_hitung"] == ""


def test_hitung_keeps_rows_and_columns_and_adds_its_own(tmp_path: Path) -> None:
    tabel = write_table(
        tmp_path / "t.csv",
        ("No", "Indikator Kinerja Utama", "Target 2025", "Realisasi 2025", "% Capaian", "Status"),
        (7, "Indeks contoh", "2,75", "2,81", "102,18 %", "baik"),
        (8, "Lain", "n/a", "3", "", "=1+1"),
    )
    assert run(["hitung", str(tabel), "--keluaran", str(tmp_path / "h.csv")]) == 0
    satu, dua = read_csv(tmp_path / "h.csv")
    assert (satu["No"], satu["Target 2025"], satu["Status (asal)"]) == ("7", "2,75", "baik")
    assert (satu["capaian_hitung"], satu["status"], satu["cocok"]) == ("102.18", "melampaui", "ya")
    assert (dua["alasan"], dua["cocok"], dua["Status (asal)"]) == ("target_kosong", "-", "'=1+1")


def test_hitung_twice_gives_the_same_file(tmp_path: Path) -> None:
    tabel = write_table(tmp_path / "t.csv", ("indikator", "target", "realisasi"), ("A", "10", "9"))
    run(["hitung", str(tabel), "--keluaran", str(tmp_path / "a.csv")])
    run(["hitung", str(tmp_path / "a.csv"), "--keluaran", str(tmp_path / "b.csv")])
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def write_workbook(path: Path, *rows: tuple[object, ...], format: str = "General") -> Path:
    buku = Workbook()
    lembar = buku.active
    for row in rows:
        lembar.append(row)
    for sel in lembar[2][1:]:
        sel.number_format = format
    buku.save(path)
    return path


def test_hitung_reads_a_stored_number_with_three_decimals_exactly(tmp_path: Path) -> None:
    tabel = write_workbook(tmp_path / "t.xlsx", ("Indikator", "Target", "Realisasi"), ("A", 2, 1.234))
    run(["hitung", str(tabel), "--keluaran", str(tmp_path / "h.csv")])
    (row,) = read_csv(tmp_path / "h.csv")
    assert (row["Realisasi"], row["capaian_hitung"], row["alasan"]) == ("1,234", "61.70", "")


def test_hitung_reads_percent_cells_as_they_are_shown(tmp_path: Path) -> None:
    kepala = ("Indikator", "Target", "Realisasi", "Capaian")
    tabel = write_workbook(tmp_path / "t.xlsx", kepala, ("A", 0.9, 0.85, 0.9444), format="0.00%")
    run(["hitung", str(tabel), "--keluaran", str(tmp_path / "h.csv")])
    (row,) = read_csv(tmp_path / "h.csv")
    assert (row["Target"], row["capaian_hitung"], row["cocok"]) == ("90%", "94.44", "ya")


def test_hitung_shows_a_table_that_fits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = write_table(
        tmp_path / "t.csv",
        ("indikator", "target", "realisasi", "capaian"),
        ("Kata panjang " * 12, "3%", "4%", "1,3333"),
    )
    assert run(["hitung", str(tabel)]) == 0
    teks = capsys.readouterr().out
    assert max(map(len, teks.splitlines())) <= 100
    assert "1 baris. Cocok: tidak 1 (tidak sesuai)." in teks


def test_hitung_prints_records_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = write_table(tmp_path / "t.csv", ("indikator", "target", "realisasi"), ("A", "10", "9"))
    assert run(["hitung", str(tabel), "--json", "--batas", "tanpa"]) == 0
    baris = json.loads(capsys.readouterr().out)["baris"]
    assert [(b["indikator"], b["capaian_hitung"]) for b in baris] == [("A", "90.00")]


def test_hitung_takes_a_method_and_refuses_an_unknown_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = write_table(tmp_path / "t.csv", ("indikator", "target", "realisasi", "arah"), ("A", "10", "20", "min"))
    run(["hitung", str(tabel), "--json", "--metode", "MIN-B"])
    assert json.loads(capsys.readouterr().out)["baris"][0]["capaian_hitung"] == "50.00"
    assert run(["hitung", str(tabel), "--metode", "MIN-Z"]) == 2


def test_hitung_says_which_column_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = write_table(tmp_path / "t.csv", ("indikator", "target", "pagu"), ("A", "10", "9"))
    assert run(["hitung", str(tabel)]) == 2
    assert "tidak ditemukan: realisasi." in " ".join(capsys.readouterr().err.split())


# baca


def test_baca_describes_and_writes_tidy_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = write_table(tmp_path / "t.csv", ("Kode", "Uraian", "Pagu"), ("2.16.01", "Program", "1.000.000,00"))
    assert run(["baca", str(tabel), "--keluaran", str(tmp_path / "rapi.csv")]) == 0
    teks = capsys.readouterr().out
    assert "t.csv  csv, 1 tabel" in teks
    assert max(map(len, teks.splitlines())) <= 100
    assert read_csv(tmp_path / "rapi.csv")[0]["Pagu"] == "1000000.00"


def test_baca_as_json_names_the_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = write_table(tmp_path / "t.csv", ("Indikator", "Target"), ("A", "1"))
    assert run(["baca", str(tabel), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["sumber"]["berkas"], len(data["tabel"])) == ("t.csv", 1)


def test_baca_refuses_what_it_cannot_read_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pindai.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert run(["baca", str(tmp_path / "pindai.pdf")]) == 3
    teks = capsys.readouterr().err
    assert "pindai.pdf tidak dapat dipakai." in teks
    assert find_english(teks) == set()


# doktor


def test_doktor_tells_each_state_in_a_word(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKIP_PERAMBAN", "/tidak/ada")
    assert run(["doktor"]) == 0
    teks = capsys.readouterr().out
    assert "tidak ada Peramban" in teks
    assert "Linux: sudo apt-get install chromium" in teks
    assert max(map(len, teks.splitlines())) <= 100


def test_doktor_as_json_lists_every_thing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doktor", "--json"]) == 0
    keadaan = json.loads(capsys.readouterr().out)["keadaan"]
    assert {"nama", "keadaan", "rincian", "guna", "tanpa", "pasang"} == set(keadaan[0])
