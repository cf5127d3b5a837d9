"""`lakip status` on the terminal: the whole year at a glance, wide and narrow, in words beside the colours."""

import json
import re
from pathlib import Path

import pytest

from lakip_lib.cli import run, status
from lakip_lib.errors import AlurError
from tests.kasus_alur import SAMPAI_HIMPUN_1, SAMPAI_TOLAK, SEMUA, jam, make_lokasi, write_tahun

LEBAR_100 = """\
Dinas Contoh, laporan kinerja tahun 2025
Keadaan per 5 Feb 2026 10.00 WIB
Tahap               diarsipkan, versi 2.1, putaran 2
Berikutnya          Semua langkah sudah selesai dan diarsipkan.
Tenggat laporan     28 Februari 2026, terpenuhi pada 29 Januari 2026
Tenggat isian unit  14 Januari 2026, terlambat 3 hari kerja (20 Januari 2026)
Waktu kerja         terpakai 7 hari 8 menit, menurut SOP 9 hari 1 jam 5 menit untuk semua langkah;
                    menunggu 9 hari 4 jam 47 menit

No  Langkah                      Keadaan         Selesai       Waktu kerja                  Batas
────────────────────────────────────────────────────────────────────────────────────────────────────
 1  Perintah penyusunan          selesai         5 Jan 08.00   0 menit                      10 menit
    Kepala instansi
 2  Format pengumpulan data      selesai         5 Jan 09.30   1 jam 30 menit               2 jam
    Kasubag Program
 3  Penyampaian format           selesai         5 Jan 10.15   45 menit                     1 jam
    Staf Perencanaan
 4  Penghimpunan isian           selesai         20 Jan 11.00  3 jam 30 menit               3 jam
    Staf Perencanaan                                           lewat 30 menit
 5  Analisis dan evaluasi        selesai         23 Jan 14.00  3 hari 1 jam 30 menit        5 hari
    Kasubag Program
 6  Penyusunan dokumen           selesai         28 Jan 09.20  ke-1: 1 hari 1 jam 30 menit  2 hari
    Kasubag Program              diulang 1 kali                ke-2: 4 jam 30 menit
 7  Koreksi dokumen              selesai         28 Jan 11.20  ke-1: 3 jam 30 menit         1 hari
    Sekretaris                   diulang 1 kali                ke-2: 2 jam
 8  Pengajuan kepada kepala      selesai         28 Jan 11.30  ke-1: 30 menit               1 jam
    instansi                     diulang 1 kali                ke-2: 10 menit
    Sekretaris
 9  Persetujuan dan tanda        selesai         28 Jan 11.40  ke-1: 1 jam 50 menit         10 menit
    tangan                       diulang 1 kali                ke-2: 8 menit
    Kepala instansi                                            lewat 1 jam 40 menit
10  Surat pengantar              selesai         28 Jan 13.00  20 menit                     15 menit
    Kasubag Program                                            lewat 5 menit
11  Penyampaian dan pengarsipan  selesai         28 Jan 13.55  55 menit                     1 jam
    Staf Perencanaan

Unit   Nama                                    Formulir   Diterima            Ketepatan
────────────────────────────────────────────────────────────────────────────────────────────────────
TIK    Bidang Teknologi Informasi dan          diterima   13 Jan 2026 10.00   tepat waktu
       Komunikasi
IKP    Bidang Informasi dan Komunikasi         diterima   20 Jan 2026 10.00   terlambat 3 hari kerja
       Publik
SEK    Sekretariat                             diterima   19 Jan 2026 09.00   terlambat 2 hari kerja

Versi 1.1 ditolak 27 Jan 2026 13.20 oleh Kepala instansi Contoh (contoh): Realisasi <IKU-2> belum
sesuai laporan keuangan & penyebabnya belum dijelaskan
Reviu Inspektorat          28 Januari 2026, LHR 700/12, alur/tonggak/reviu.pdf
Publikasi laporan          belum dicatat
Penyampaian kepada atasan  29 Januari 2026, Diterima Bagian Organisasi
"""
LEBAR_60 = """\
 4 Penghimpunan isian: sedang ditunggu
   Staf Perencanaan, Staf Perencanaan Contoh (contoh),
   menunggu unit
   2 jam 30 menit, batas 3 jam
 5 Analisis dan evaluasi: belum
   Kasubag Program
"""


def begin(akar: Path, monkeypatch: pytest.MonkeyPatch, jumlah: int, sekarang: str) -> Path:
    """A folder whose ledger has the first entries of the scripted year, with the clock at that moment."""
    lokasi = make_lokasi(akar)
    write_tahun(lokasi, jumlah)
    monkeypatch.setattr(status, "read_jam", lambda zona: jam(sekarang))
    monkeypatch.delenv("COLUMNS", raising=False)
    return lokasi.raw


def strip(teks: str) -> str:
    return "".join(f"{baris.rstrip()}\n" for baris in teks.splitlines())


def test_the_year_is_told_at_a_glance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, SEMUA, "2026-02-05 10:00")
    assert run(["status", str(folder)]) == 0
    *isi, jejak = strip(capsys.readouterr().out).splitlines(keepends=True)
    assert "".join(isi) == LEBAR_100
    assert re.fullmatch(r"Buku alur entri 19, sidik( [0-9a-f]{4}){4}\n", jejak)


def test_a_narrow_terminal_gets_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, SAMPAI_HIMPUN_1, "2026-01-19 08:00")
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["status", str(folder)]) == 0
    teks = strip(capsys.readouterr().out)
    assert LEBAR_60 in teks
    assert "SEK  perlu perbaikan, 2 temuan wajib 14 Jan 2026 15.00,\n     terlambat 2 hari kerja" in teks
    assert max(map(len, teks.splitlines())) <= 60


def test_colours_are_only_beside_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, SAMPAI_TOLAK, "2026-01-27 14:20")
    monkeypatch.setenv("COLUMNS", "100")
    run(["status", str(folder)])
    polos = capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(["status", str(folder)])
    berwarna = capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(["status", str(folder)])
    assert "\x1b[31m" in berwarna
    assert re.sub(r"\x1b\[[\d;]*m", "", berwarna) == polos
    assert not re.search(r"\x1b\[[\d;]*3\dm", capsys.readouterr().out)


def test_without_a_cycle_it_says_how_to_open_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, 0, "2026-01-02 08:00")
    assert run(["status", str(folder), "--html"]) == 0
    teks = " ".join(capsys.readouterr().out.split())
    assert teks.startswith("Siklus SOP dinas-contoh tahun 2025 belum dibuka")
    assert "lakip mulai" in teks
    assert not (tmp_path / "reports").exists()


def test_the_page_is_written_among_the_steps_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, SAMPAI_TOLAK, "2026-01-27 14:20")
    assert run(["status", str(folder), "--html"]) == 0
    halaman = tmp_path / "reports/2025/dinas-contoh/alur/status.html"
    assert halaman.as_posix() in capsys.readouterr().out
    assert "Keadaan per 27 Jan 2026 14.20 WIB" in halaman.read_text("utf-8")


def test_as_json_it_is_one_object(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, SAMPAI_TOLAK, "2026-01-27 14:20")
    assert run(["status", str(folder), "--html", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["perintah"], data["kode_keluar"], data["temuan"]) == ("status", 0, [])
    assert data["berkas"] == ["reports/2025/dinas-contoh/alur/status.html"]
    assert data["alur"]["tahap"] == "ditolak"
    assert data["alur"]["langkah"][6]["keadaan"] == "sedang ditunggu"


def test_looking_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = begin(tmp_path, monkeypatch, SAMPAI_TOLAK, "2026-01-27 14:20")
    sebelum = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    run(["status", str(folder)])
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == sebelum


def test_an_edited_ledger_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = begin(tmp_path, monkeypatch, SAMPAI_TOLAK, "2026-01-27 14:20")
    buku = tmp_path / "data/alur/2025/dinas-contoh/alur.jsonl"
    buku.write_text(buku.read_text("utf-8").replace("2026-01-26T15:00", "2026-01-24T15:00"), "utf-8")
    with pytest.raises(AlurError, match="entri 7: isinya berubah"):
        status.run_status(folder, html=False, sebagai_json=False, keluaran=None)


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", str(tmp_path / "data/raw/2025/tidak-ada")]) == 2
    assert "tidak ada. Periksa namanya" in " ".join(capsys.readouterr().err.split())
