"""instansi.toml and the folders: what is accepted, and that all faults are told at once in Indonesian."""

from pathlib import Path

import pytest

from lakip_lib.errors import SettingsError, UsageError
from lakip_lib.settings import Lokasi, LokasiDaerah, read_instansi

DASAR = """
[instansi]
kode = "dinas-contoh"
nama = "Dinas Contoh"
pemda = "Kabupaten Contoh"
[periode]
tahun = 2025
renstra_awal = 2021
renstra_akhir = 2026
tenggat = 2026-02-28
tanggal_dokumen = 2026-02-20
"""


def write_toml(tmp_path: Path, text: str, folder: str = "2025/dinas-contoh") -> Path:
    path = tmp_path / folder / "instansi.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_defaults_stand_where_nothing_is_said(tmp_path: Path) -> None:
    settings = read_instansi(write_toml(tmp_path, DASAR))
    assert (settings.pengaturan.batas, settings.pengaturan.skala, settings.lra.kumulatif) == (
        120,
        "permendagri-86",
        None,
    )


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        DASAR.replace('pemda = "Kabupaten Contoh"', 'warna = "biru"')
        + '[pengaturan]\nkertas = "A5"\nbatas_capaian = 90\n'
    )
    with pytest.raises(SettingsError) as caught:
        read_instansi(write_toml(tmp_path, text))
    pesan = str(caught.value)
    assert "instansi.pemda: wajib diisi" in pesan
    assert "instansi.warna: tidak dikenal" in pesan
    assert "pengaturan.kertas: pilihannya" in pesan
    assert "batas_capaian harus 100 atau lebih" in pesan


@pytest.mark.parametrize("nip", ["123", "19700101 199501 3 001", "19700101199501100A"])
def test_nip_must_have_its_shape(tmp_path: Path, nip: str) -> None:
    with pytest.raises(SettingsError, match="NIP"):
        read_instansi(write_toml(tmp_path, DASAR + f'[pejabat.kepala]\nnip = "{nip}"\n'))


def test_nip_is_printed_in_groups(tmp_path: Path) -> None:
    settings = read_instansi(
        write_toml(tmp_path, DASAR + '[pejabat.kepala]\nnip = "197001011995011001"\nstatus = "plt"\n')
    )
    assert settings.pejabat.kepala.nip_tercetak == "19700101 199501 1 001"
    assert settings.pejabat.kepala.jabatan_tercetak.startswith("Plt.")


def test_scale_of_ones_own_is_read(tmp_path: Path) -> None:
    text = DASAR + '[[skala]]\nlabel = "Baik"\nbatas_bawah = 80\n[[skala]]\nlabel = "Kurang"\n'
    skala = read_instansi(write_toml(tmp_path, text)).pengaturan.skala
    assert not isinstance(skala, str)
    assert [p.label for p in skala] == ["Baik", "Kurang"]


def test_units_need_codes_of_their_own(tmp_path: Path) -> None:
    unit = '[[unit]]\nkode = "U1"\nnama = "Unit"\n'
    with pytest.raises(SettingsError, match="berbeda"):
        read_instansi(write_toml(tmp_path, DASAR + unit + unit.replace("U1", "u1")))


def test_folder_and_settings_must_agree(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="harus sama dengan folder"):
        read_instansi(write_toml(tmp_path, DASAR, "2024/dinas-contoh"))


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        ("[instansi\n", "baris 1, kolom 10. Periksa tanda kutip"),
        ("a = 1\n= 1", "baris 2, kolom 1. Periksa tanda kutip"),
        ('a = "x', "akhir berkas. Periksa tanda kutip"),
        ("a = 1\na = 2\n", "baris 2, kolom 6. Kunci atau bagian itu sudah tertulis"),
        ("[a]\n[a]\n", "baris 2, kolom 3. Kunci atau bagian itu sudah tertulis"),
        ('logo = "C:\\gambar"\n', "kolom 13. Garis miring terbalik"),
        ("tenggat = 2026-02-31\n", "kolom 11. Tanggal ditulis tahun-bulan-hari"),
    ],
)
def test_broken_toml_says_where_and_what_to_look_at(tmp_path: Path, text: str, pesan: str) -> None:
    with pytest.raises(SettingsError, match=f"tidak dapat dibaca sebagai TOML pada .*{pesan}"):
        read_instansi(write_toml(tmp_path, text))


def test_choices_are_listed_in_indonesian(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="pilihannya: 'terpisah' atau 'dibagi'"):
        read_instansi(write_toml(tmp_path, f'{DASAR}\n[pengaturan]\npenunjang = "x"\n'))


def test_toml_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    path = write_toml(tmp_path, DASAR)
    path.write_bytes(DASAR.encode() + b"# caf\xe9\n")
    with pytest.raises(SettingsError, match="UTF-8"):
        read_instansi(path)


def test_missing_settings_say_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="lakip mulai"):
        read_instansi(tmp_path / "instansi.toml")


def test_quarter_has_folders_of_its_own(tmp_path: Path) -> None:
    lokasi = Lokasi.from_folder(tmp_path / "data" / "raw" / "2025" / "dinas-contoh", periode="TW2")
    assert lokasi.processed == tmp_path.resolve() / "data" / "processed" / "2025" / "dinas-contoh" / "TW2"
    assert lokasi.raw == tmp_path.resolve() / "data" / "raw" / "2025" / "dinas-contoh"


@pytest.mark.parametrize("folder", ["raw/2025/x", "data/raw/25/x", "data/raw/2025/Dinas", "data/raw/2025/rekap"])
def test_other_folders_are_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(UsageError):
        Lokasi.from_folder(tmp_path / folder)


def test_the_report_is_due_two_months_after_the_year_unless_said(tmp_path: Path) -> None:
    baku = read_instansi(write_toml(tmp_path, DASAR))
    lain = read_instansi(write_toml(tmp_path, DASAR + "[alur]\ntenggat_laporan = 2026-03-15\n"))
    assert (baku.tenggat_laporan.isoformat(), lain.tenggat_laporan.isoformat()) == ("2026-02-28", "2026-03-15")


@pytest.mark.parametrize("jam", ['["07.30"]', '["12.00-07.30"]', '["07.30-12.00", "11.00-16.00"]', '["24.00-25.00"]'])
def test_office_hours_must_be_spans_in_order(tmp_path: Path, jam: str) -> None:
    with pytest.raises(SettingsError, match="jam"):
        read_instansi(write_toml(tmp_path, DASAR + f"[alur]\njam_kerja = {jam}\n"))


def test_a_district_lists_its_agencies_and_the_folders_that_none_can_have(tmp_path: Path) -> None:
    for nama in ("dinas-b", "dinas-a", "rekap", "Dinas C", ".git"):
        (tmp_path / "data" / "raw" / "2025" / nama).mkdir(parents=True)
    daerah = LokasiDaerah(tmp_path, 2025, "TW2")
    (daerah.raw / "dinas-putus").symlink_to(tmp_path / "tidak-terpasang")
    assert [lokasi.instansi for lokasi in daerah.list_instansi()] == ["dinas-a", "dinas-b", "dinas-putus"]
    assert daerah.list_salah_nama() == ["Dinas C", "rekap"]
    assert daerah.reports == tmp_path / "reports" / "2025" / "rekap" / "TW2"
    assert LokasiDaerah(tmp_path, 2031).list_instansi() == []
