"""The batch: one agency's fault stops no other, what is unchanged is not run again, and what was cut off is finished."""

import json
import os
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from pembantu import wait_gone

from lakip_lib.batch import jalan, pekerja
from lakip_lib.batch.catatan import Log
from lakip_lib.batch.jalan import Pelapor, Ringkasan, hold_batch, run_batch
from lakip_lib.batch.kolam import open_lokal
from lakip_lib.batch.pekerja import describe_temuan
from lakip_lib.batch.ruang import Ruang
from lakip_lib.batch.tugas import CatatanTahap, HasilTugas, Tugas
from lakip_lib.cli import run
from lakip_lib.delivery.dasar import compute_dasar
from lakip_lib.delivery.keadaan import Keadaan, load_keadaan
from lakip_lib.delivery.sidik import mark_done
from lakip_lib.errors import UsageError
from lakip_lib.mesin.induk import can_fork
from lakip_lib.mesin.proses import ProsesKernel
from lakip_lib.settings import Lokasi, LokasiDaerah
from tests.kabupaten import write_kabupaten

DINAS, KECAMATAN, PUSKESMAS, LAIN = (
    "dinas-kominfo",
    "kecamatan-kulim-hulu",
    "puskesmas-bulian-hulu",
    "dinas-perhubungan",
)


KOSONG = Keadaan(kode_keluar=2, tahap=None)


class Sunyi(Pelapor):
    """Whoever is told, and keeps what was begun."""

    def __init__(self) -> None:
        self.mulai: list[str] = []

    def begin(self, instansi: str) -> None:
        self.mulai.append(instansi)


@pytest.fixture(scope="module")
def kabupaten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("kabupaten")
    write_kabupaten(akar, 4)
    return akar


@pytest.fixture
def daerah(kabupaten: Path, tmp_path: Path) -> LokasiDaerah:
    """A district of three agencies, by their names dinas-, kecamatan- and puskesmas-…, to be spoilt at will."""
    for nama in (DINAS, KECAMATAN, PUSKESMAS):
        shutil.copytree(Lokasi(kabupaten, 2025, nama).raw, Lokasi(tmp_path, 2025, nama).raw)
    return LokasiDaerah(tmp_path, 2025)


def himpun(daerah: LokasiDaerah, **lain: object) -> Ringkasan:
    """The batch up to himpun, in threads of this process."""
    isi = {"sampai": "himpun", "lebar": 2, **lain}
    return run_batch(Ruang(daerah), partial(ThreadPoolExecutor, 2), Sunyi(), **isi)  # type: ignore[arg-type]


def list_dijalankan(ringkasan: Ringkasan) -> dict[str, list[str]]:
    return {h.instansi: [t.alasan for t in h.tahap] for h in ringkasan.dijalankan}


def read_log(daerah: LokasiDaerah) -> list[dict[str, object]]:
    return [json.loads(baris) for baris in daerah.log.read_text("utf-8").splitlines()]


def test_what_is_unchanged_is_not_run_again_and_the_log_says_why_the_rest_was(daerah: LokasiDaerah) -> None:
    assert list_dijalankan(himpun(daerah)) == {
        nama: ["belum selesai dijalankan"] for nama in (DINAS, KECAMATAN, PUSKESMAS)
    }
    assert list_dijalankan(himpun(daerah)) == {}
    rencana = daerah.raw / KECAMATAN / "perencanaan.xlsx"
    shutil.copy(rencana, daerah.raw / KECAMATAN / "isian" / "salinan.xlsx")
    assert list_dijalankan(himpun(daerah)) == {KECAMATAN: ["masukan berubah: isian/salinan.xlsx"]}
    assert list_dijalankan(himpun(daerah, pilihan=[DINAS], paksa=True)) == {DINAS: ["diminta (--ulang)"]}
    tahap = [(b["instansi"], b["alasan"]) for b in read_log(daerah) if b["jenis"] == "tahap"]
    assert tahap[-2:] == [(KECAMATAN, "masukan berubah: isian/salinan.xlsx"), (DINAS, "diminta (--ulang)")]


def test_a_stage_says_why_it_ran_also_behind_another(daerah: LokasiDaerah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pekerja.JALAN, "analisis", lambda x: mark_done(x, "analisis", compute_dasar(x, "analisis")))
    dinas = {"sampai": "analisis", "pilihan": [DINAS]}
    assert list_dijalankan(himpun(daerah, **dinas)) == {DINAS: ["belum selesai dijalankan"] * 2}
    shutil.copy(daerah.raw / DINAS / "perencanaan.xlsx", daerah.raw / DINAS / "isian" / "salinan.xlsx")
    assert list_dijalankan(himpun(daerah, **dinas)) == {DINAS: ["masukan berubah: isian/salinan.xlsx"] * 2}
    Lokasi(daerah.akar, 2025, DINAS).daftar_temuan.unlink()
    hilang = "keluaran hilang: balasan/daftar_temuan.csv"
    assert list_dijalankan(himpun(daerah, **dinas)) == {DINAS: [hilang, "tahap sebelumnya dijalankan lagi"]}


def test_one_agencys_fault_stops_no_other(
    daerah: LokasiDaerah, kabupaten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (daerah.raw / DINAS / "instansi.toml").write_text('[instansi]\nkode = "dinas-kominfo"\nasing = 1\n', "utf-8")
    (daerah.raw / KECAMATAN / "perencanaan.xlsx").write_bytes(b"bukan buku kerja")
    asli = pekerja.JALAN["himpun"]

    def jalankan(lokasi: Lokasi) -> object:
        if lokasi.instansi == PUSKESMAS:
            raise ZeroDivisionError("satu per nol")
        return asli(lokasi)

    monkeypatch.setitem(pekerja.JALAN, "himpun", jalankan)
    shutil.copytree(Lokasi(kabupaten, 2025, LAIN).raw, daerah.raw / LAIN)
    ringkasan = himpun(daerah)
    assert {n: k.kode_keluar for n, k in ringkasan.keadaan.items()} == {
        DINAS: 2, KECAMATAN: 3, PUSKESMAS: 1, LAIN: 0,
    }  # fmt: skip
    assert ringkasan.kode_keluar == 1
    assert "asing" in ringkasan.keadaan[DINAS].pesan[0]
    (rinci,) = (b["rinci"] for b in read_log(daerah) if "rinci" in b)
    assert "ZeroDivisionError: satu per nol" in str(rinci)


def test_an_agency_whose_work_is_cut_off_is_not_called_finished(
    daerah: LokasiDaerah, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt  # as good as a kill: nothing after it is done

    himpun(daerah)
    lokasi = Lokasi(daerah.akar, daerah.tahun, KECAMATAN)
    assert (load_keadaan(lokasi) or KOSONG).kode_keluar == 0
    with monkeypatch.context() as terputus:
        terputus.setattr(pekerja, "_run_stages", stop)
        with pytest.raises(KeyboardInterrupt):
            pekerja.work(Tugas(lokasi, sampai="himpun"))
    keadaan = load_keadaan(lokasi) or KOSONG
    assert (keadaan.kode_keluar, keadaan.pesan) == (1, (pekerja.TERHENTI,))
    assert list(list_dijalankan(himpun(daerah))) == [KECAMATAN]
    assert (load_keadaan(lokasi) or KOSONG).kode_keluar == 0


def test_a_fault_of_the_machine_is_tried_again(daerah: LokasiDaerah, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as penuh:
        penuh.setitem(pekerja.JALAN, "himpun", lambda lokasi: (_ for _ in ()).throw(OSError(28, "penuh")))
        gagal = himpun(daerah)
    assert {k.pesan for k in gagal.keadaan.values()} == {
        ("Ruang penyimpanan habis. Kosongkan sebagian, lalu jalankan lagi.",)
    }
    assert himpun(daerah).kode_keluar == 0


def test_what_cannot_be_used_is_tried_again_only_when_it_has_changed(daerah: LokasiDaerah) -> None:
    settings = daerah.raw / DINAS / "instansi.toml"
    utuh = settings.read_bytes()
    settings.write_bytes(utuh + b"asing = 1\n")
    (daerah.raw / KECAMATAN / "perencanaan.xlsx").write_bytes(b"bukan buku kerja")
    pertama = himpun(daerah)
    assert {n: k.kode_keluar for n, k in pertama.keadaan.items()} == {DINAS: 2, KECAMATAN: 3, PUSKESMAS: 0}
    lagi = himpun(daerah)
    assert (list_dijalankan(lagi), lagi.keadaan) == ({}, pertama.keadaan)
    settings.write_bytes(utuh)
    ketiga = himpun(daerah)
    assert list_dijalankan(ketiga) == {DINAS: ["belum selesai dijalankan"]}
    assert ketiga.keadaan[DINAS].kode_keluar == 0


def test_codes_of_the_agencies_make_the_code_of_the_batch() -> None:
    def kode(*instansi: int) -> int:
        keadaan = {str(n): Keadaan(kode_keluar=k, tahap=None) for n, k in enumerate(instansi)}  # type: ignore[arg-type]
        return Ringkasan(keadaan).kode_keluar

    assert [kode(0, 0), kode(0, 3), kode(2, 0), kode(3, 1), kode()] == [0, 3, 3, 1, 0]
    assert Ringkasan(salah_nama=("Dinas A",)).kode_keluar == 3


def test_unknown_names_and_an_empty_year_are_refused(daerah: LokasiDaerah) -> None:
    with pytest.raises(UsageError, match="dinas-x"):
        himpun(daerah, pilihan=[DINAS, "dinas-x"])
    with pytest.raises(UsageError, match="Belum ada instansi untuk tahun 2031"):
        himpun(LokasiDaerah(daerah.akar, 2031))
    with pytest.raises(UsageError, match="Tahap 'cetak' tidak dikenal"):
        himpun(daerah, sampai="cetak")


def test_two_batches_of_a_year_do_not_mix(daerah: LokasiDaerah) -> None:
    with hold_batch(daerah), pytest.raises(UsageError, match="Batch lain sedang berjalan"):
        himpun(daerah)


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.jsonl")
    log.write("mulai", tugas=1)
    log.path.write_bytes(log.path.read_bytes() + b'{"jenis": "inst')
    log.write_hasil(HasilTugas("a", Keadaan(kode_keluar=0, tahap="himpun"), (CatatanTahap("himpun", "sebab", 0.5),)))
    baris = log.path.read_text("utf-8").splitlines()
    assert baris[1] == '{"jenis": "inst'
    assert [json.loads(b)["jenis"] for b in (baris[0], *baris[2:])] == ["mulai", "tahap", "instansi"]


def test_a_worker_of_another_version_refuses(daerah: LokasiDaerah) -> None:
    hasil = pekerja.work(Tugas(daerah.list_instansi()[0], "himpun", sumber="lain"))
    assert "memakai lakip yang lain" in hasil.keadaan.pesan[0]


def kill_once(tugas: Tugas) -> HasilTugas:
    """In place of the work: kills its process, at its first try or always."""
    tanda = tugas.lokasi.akar / f"mati-{tugas.lokasi.instansi}"
    if tugas.lokasi.instansi == KECAMATAN or (tugas.lokasi.instansi == DINAS and not tanda.exists()):
        tanda.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return HasilTugas(tugas.lokasi.instansi, Keadaan(kode_keluar=0, tahap="himpun"))


def test_a_worker_that_dies_costs_no_other_agency(daerah: LokasiDaerah, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jalan, "run_tugas", kill_once)
    ringkasan = run_batch(Ruang(daerah), partial(open_lokal, 2), Sunyi(), sampai="himpun", lebar=2)
    assert {n: k.kode_keluar for n, k in ringkasan.keadaan.items()} == {DINAS: 0, KECAMATAN: 1, PUSKESMAS: 0}
    assert "berhenti mendadak berkali-kali" in ringkasan.keadaan[KECAMATAN].pesan[0]
    lokasi = Lokasi(daerah.akar, 2025, KECAMATAN)
    assert load_keadaan(lokasi) == ringkasan.keadaan[KECAMATAN]


def test_what_is_done_side_by_side_gives_the_same_files(daerah: LokasiDaerah) -> None:
    hasil: list[dict[str, bytes]] = []
    for lebar in (2, 1):  # with a core to spare, and without
        kolam = partial(open_lokal, lebar)
        ringkasan = run_batch(Ruang(daerah), kolam, Sunyi(), pilihan=[KECAMATAN], paksa=True, lebar=lebar)
        assert [t.tahap for h in ringkasan.dijalankan for t in h.tahap] == ["himpun", "analisis", "naskah", "dokumen"]
        folder = Lokasi(daerah.akar, 2025, KECAMATAN).reports
        hasil.append({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert {"LKjIP.pdf", "LKjIP.docx", "LKjIP.html", "kertas-kerja.xlsx", "manifest.json"} <= hasil[0].keys()
    assert [nama for nama in hasil[0] if hasil[0][nama] != hasil[1].get(nama)] == []


def ask_parents() -> tuple[int, int]:
    """The parent of a worker, and that of a kernel that it begins."""
    jawab: list[str] = []
    with ProsesKernel(folder=".", batas_mulai=60) as kernel:
        kernel.run("import os\nprint(os.getppid())", lambda p: jawab.append(p["content"].get("text", "")), batas=60)
    return os.getppid(), int("".join(jawab))


@pytest.mark.skipif(not can_fork(), reason="kernels are forked on Linux only")
def test_kernels_are_forked_from_what_workers_are_forked_from() -> None:
    with open_lokal(1) as kolam:
        pekerja, kernel = kolam.submit(ask_parents).result()
    assert pekerja == kernel


def wait_long(tugas: Tugas) -> HasilTugas:
    """In place of the work: says which process it is, and waits."""
    (tugas.lokasi.akar / f"pid-{os.getpid()}").touch()
    time.sleep(600)
    raise AssertionError("the batch must have ended this process")


@pytest.fixture
def lama_sekali(monkeypatch: pytest.MonkeyPatch) -> None:
    """Agencies that take for ever."""
    monkeypatch.setattr(jalan, "run_tugas", wait_long)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_ends_the_workers_at_once(daerah: LokasiDaerah, lama_sekali: None) -> None:
    class Penekan(Sunyi):
        def begin(self, instansi: str) -> None:
            signal.setitimer(signal.ITIMER_REAL, 6)

    def press(*_: object) -> None:
        raise KeyboardInterrupt

    lama = signal.signal(signal.SIGALRM, press)
    try:
        with pytest.raises(KeyboardInterrupt):
            run_batch(Ruang(daerah), partial(open_lokal, 1), Penekan(), sampai="himpun")
    finally:
        signal.signal(signal.SIGALRM, lama)
    (pid,) = (int(p.name.removeprefix("pid-")) for p in daerah.akar.glob("pid-*"))
    assert wait_gone(pid)


def test_command_shows_who_needs_what(daerah: LokasiDaerah, capsys: pytest.CaptureFixture[str]) -> None:
    (daerah.raw / DINAS / "instansi.toml").unlink()
    (daerah.raw / "Dinas E").mkdir()
    assert run(["batch", "2025", "--akar", str(daerah.akar), "--sampai", "himpun", "--pekerja", "1"]) == 3
    layar = capsys.readouterr()
    assert "3 instansi: 2 selesai, 1 pengaturan salah. 3 dikerjakan, 0 tidak berubah" in layar.out
    assert "Dinas E" in layar.out
    assert "[3/3]" in layar.err
    assert run(["batch", "2025", KECAMATAN, "--akar", str(daerah.akar), "--sampai", "himpun", "--json"]) == 0
    (baris,) = json.loads(capsys.readouterr().out)["instansi"]
    assert (baris["instansi"], baris["tahap"], baris["dijalankan"]) == (KECAMATAN, "himpun", {})


@pytest.mark.parametrize(
    ("berkas", "jawaban", "lain"),
    [
        (["lra.xlsx", "lra.xlsx", "perencanaan.xlsx"], False, ["lra.xlsx, perencanaan.xlsx"]),
        (["isian/A.xlsx", "isian", "isian/A.xlsx"], True, []),
        (["isian/A.xlsx", "isian", "lra.xlsx"], True, ["lra.xlsx"]),
    ],
)
def test_summary_names_whose_files_must_be_mended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, berkas: list[str], jawaban: bool, lain: list[str]
) -> None:
    tabel = {"temuan": [{"berkas": satu, "tingkat": "wajib"} for satu in berkas], "isian": []}
    monkeypatch.setattr(pekerja, "load_records", lambda _, nama: tabel[nama])
    awal = "3 temuan wajib; rinciannya dalam reports/2025/a/balasan/daftar_temuan.csv"
    akhir = ", jawabannya untuk tiap unit dalam folder yang sama." if jawaban else "."
    harap = (awal + akhir, *(f"Di luar isian unit, yang perlu diperbaiki: {satu}." for satu in lain))
    assert describe_temuan(Lokasi(tmp_path, 2025, "a")) == (3, harap)
