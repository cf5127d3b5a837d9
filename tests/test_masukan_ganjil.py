"""Odd input on the command line, in instansi.toml and in hari-libur.csv: a sentence and exit 2, nothing written, no fault."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from siklus import Tahun

from lakip_lib.alur.kalender import parse_libur
from lakip_lib.alur.keadaan import check_peran
from lakip_lib.cli import run
from lakip_lib.delivery.berkas import read_berkas
from lakip_lib.errors import SettingsError, UsageError
from lakip_lib.settings import read_instansi
from lakip_lib.settings.awal import render_instansi

TONGGAK = ("tonggak", "{folder}", "reviu", "--keterangan")


@pytest.fixture(scope="module")
def tahun(tmp_path_factory: pytest.TempPathFactory) -> Tahun:
    tahun = Tahun(tmp_path_factory.mktemp("ganjil"))
    assert tahun.run("mulai", waktu="2026-01-05 08.00") == 0
    return tahun


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        ((*TONGGAK, "x", "--oleh", "budi"), "Belum ada dokumen"),
        (("formulir", "{folder}", "--oleh", "budi"), "Peran 'budi' tidak dikenal"),
        ((*TONGGAK, "\udcff"), "Isi ke-5 setelah lakip memuat huruf yang tidak dikenal"),
        (("tolak", "{folder}", "--alasan", "a\x07"), "huruf yang tidak dikenal"),
        (("tolak", "{folder}", "--alasan", "\u200b"), "--alasan harus diisi"),
        (("surat", "{folder}", "--batal", " \u200b "), "--batal memerlukan alasan"),
        (("himpun", "{folder}", "--tutup", "\u200b"), "--tutup memerlukan alasan"),
        (("sebar", "{folder}", "--lewat", "\u2060"), "--lewat harus diisi"),
        (("formulir", "{folder}", "--waktu", ""), "--waktu ditulis seperti"),
        (("koreksi", "{folder}", "--jawab", "II.1=ya: \u200b"), "--jawab ditulis seperti"),
        (("tolak", "{folder}"), "Opsi --alasan wajib diisi"),
        (("tonggak", "{folder}", "apa", "--keterangan", "x"), "Nilai JENIS tidak dapat dipakai. Pilihannya: reviu"),
        (("verifikasi", "tak-ada.zip"), "tak-ada.zip tidak ada"),
    ],
)  # fmt: skip
def test_it_is_refused_in_a_sentence(
    tahun: Tahun, args: tuple[str, ...], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    buku = (tahun.lokasi.alur / "alur.jsonl").read_bytes()
    assert run([a.format(folder=tahun.path) for a in args]) == 2
    assert kata in " ".join(capsys.readouterr().err.split())
    assert (tahun.lokasi.alur / "alur.jsonl").read_bytes() == buku


def test_a_milestone_is_recorded_by_a_role_that_there_is() -> None:
    check_peran("tonggak", "kepala")
    with pytest.raises(UsageError, match="Peran 'budi' tidak dikenal; pilihannya: kepala, sekretaris"):
        check_peran("tonggak", "budi")


def write_toml(akar: Path, lama: str, baru: str) -> Path:
    path = akar / "2025" / "dinas" / "instansi.toml"
    path.parent.mkdir(parents=True)
    teks = render_instansi(2025, "dinas")
    assert lama in teks
    path.write_text(teks.replace(lama, baru, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    "pola", ["{urut.foo}", "{urut[0]}", "{urut:x}", "{urut:999}", "{urut!r}", "{", "tetap", "{}", "{lain}/{urut}"]
)
def test_a_pattern_of_numbers_that_does_not_work_is_refused(tmp_path: Path, pola: str) -> None:
    path = write_toml(tmp_path, "{klasifikasi}/{urut}/{kode_unit}", pola)
    with pytest.raises(SettingsError, match=r"surat\.pola: harus memuat \{urut\}"):
        read_instansi(path)


def test_a_number_may_have_leading_noughts(tmp_path: Path) -> None:
    path = write_toml(tmp_path, "{klasifikasi}/{urut}/{kode_unit}", "{urut:03}/LKjIP")
    assert read_instansi(path).surat.pola.format(urut=7) == "007/LKjIP"


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ('jam_kerja = ["07.30-12.00", "13.00-16.00"]', "jam_kerja = []", "jam_kerja harus memuat"),
        ('pemda = "', 'pemda = "\\u0007', "instansi.pemda: harus satu baris tanpa huruf kendali"),
        ('pemda = "', 'pemda = "A\\nB', "instansi.pemda: harus satu baris"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    with pytest.raises(SettingsError, match=kata):
        read_instansi(write_toml(tmp_path, lama, baru))


def test_a_very_long_name_is_printed(tmp_path: Path) -> None:
    tahun = Tahun(tmp_path)
    teks = tahun.lokasi.settings.read_text("utf-8")
    tahun.lokasi.settings.write_text(teks.replace('nama = "', f'nama = "{"Dinas Yang Panjang " * 50}', 1), "utf-8")
    assert tahun.run("mulai", waktu="2026-01-05 08.00") == 0, tahun.teks


def test_days_off_in_every_kind_of_lines() -> None:
    for akhir in ("\n", "\r\n", "\r"):
        data = akhir.join(("tanggal,keterangan", "2026-01-01,Tahun Baru", "")).encode()
        assert parse_libur(data) == {date(2026, 1, 1): "Tahun Baru"}
    assert parse_libur(b"tanggal,keterangan\n") == {}


@pytest.mark.parametrize("isi", [b"", b"a,b\n", b"tanggal,keterangan\n" + b"x" * 200_000 + b",y\n", b"\x00"])
def test_days_off_that_cannot_be_read_are_refused(isi: bytes) -> None:
    with pytest.raises(UsageError, match=r"hari-libur\.csv"):
        parse_libur(isi)


def test_a_public_copy_says_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from lakip_lib.delivery.arsip.baca_dulu import BACA_DULU
    from lakip_lib.delivery.arsip.tercatat import DOKUMEN
    from lakip_lib.delivery.arsip.zip_baku import pack

    path = tmp_path / "LKjIP-2025-dinas-0000-publik.zip"
    path.write_bytes(pack(dict.fromkeys((BACA_DULU, "LKjIP.pdf", *DOKUMEN), b"isi")))
    assert run(["verifikasi", str(path)]) == 3
    assert "adalah salinan publik" in " ".join(capsys.readouterr().out.split())
    assert read_berkas(path)


def test_a_report_is_built_again_into_a_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lakip_lib.delivery.arsip import bangun_ulang
    from lakip_lib.delivery.arsip.periksa import LaporanArsip

    manifes = SimpleNamespace(tahun=2025, instansi=SimpleNamespace(kode="dinas"))
    monkeypatch.setattr(bangun_ulang, "check_arsip", lambda data: LaporanArsip())
    monkeypatch.setattr(bangun_ulang, "list_isi", lambda data: {"MANIFEST.json": b""})
    monkeypatch.setattr(bangun_ulang, "read_manifes", lambda data: manifes)
    (tmp_path / "ada").write_text("berkas", "utf-8")
    with pytest.raises(UsageError, match="harus kosong atau belum ada"):
        bangun_ulang.rebuild(b"", tmp_path / "ada")


@pytest.mark.parametrize("tenggat", ["9999-12-31", "0001-01-01"])
def test_a_report_due_in_another_age_is_refused(tmp_path: Path, tenggat: str) -> None:
    path = write_toml(tmp_path, "# tenggat_laporan = 2025-01-01", f"tenggat_laporan = {tenggat}")
    with pytest.raises(SettingsError, match="sampai dua tahun sesudahnya"):
        read_instansi(path)
