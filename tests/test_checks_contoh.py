"""Example values of the first instansi.toml: each is found until it is replaced, and nothing else is."""

import tomllib
from pathlib import Path

import pytest

from lakip_lib.checks.contoh import check_contoh
from lakip_lib.delivery.langkah import make_formulir
from lakip_lib.delivery.mulai import start_folder
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.settings.awal import TANDA, render_instansi

AKAR = Path(__file__).resolve().parent.parent


def read_awal(*ganti: tuple[str, str]) -> Instansi:
    """The first instansi.toml with these texts replaced."""
    teks = render_instansi(2026, "dinas-contoh")
    for lama, baru in ganti:
        assert lama in teks
        teks = teks.replace(lama, baru)
    return Instansi.model_validate(tomllib.loads(teks))


def test_every_marked_line_is_found_once_and_no_other() -> None:
    baris = [b for b in render_instansi(2026, "x").splitlines() if TANDA in b and not b.startswith("#")]
    assert len(check_contoh(read_awal())) == len(baris)


def test_finding_names_the_key_and_what_it_holds() -> None:
    (temuan,) = (t for t in check_contoh(read_awal()) if t.kolom == "pejabat.kepala.pangkat")
    assert (temuan.berkas, temuan.tingkat) == ("instansi.toml", Tingkat.WAJIB)
    assert temuan.pesan == (
        "instansi.toml: [pejabat.kepala] pangkat masih berisi nilai contoh 'Pangkat dan golongan (contoh)'. "
        "Mohon diganti."
    )


@pytest.mark.parametrize(
    ("kunci", "lama", "baru"),
    [
        ("instansi.telepon", '"(0000) 000000"', '"(0745) 91001"'),
        ("instansi.surel", '"nama@dinas.example"', '""'),
        ("periode.renstra_awal", "renstra_awal = 2000", "renstra_awal = 2025"),
        ("periode.tanggal_dokumen", "tanggal_dokumen = 2026-01-01", "tanggal_dokumen = 2027-02-16"),
        ("pejabat.kepala.nip", '"19000101 192001 1 001"', '"197001011995011001"'),
        ("unit.kepala", '"Nama Kepala Bidang (contoh)"', '"Umpama, S.T."'),
        ("surat.tujuan", '"Tujuan surat (contoh)"', '"Bupati"'),
    ],
)
def test_replaced_or_blank_value_is_found_no_more(kunci: str, lama: str, baru: str) -> None:
    teks = [("renstra_akhir = 2000", "renstra_akhir = 2029"), (lama, baru)]
    ada, hilang = ([(t.kolom, t.nilai) for t in check_contoh(settings)] for settings in (read_awal(), read_awal(*teks)))
    assert {k for k, _ in set(ada) - set(hilang)} == {kunci, "periode.renstra_akhir"}


def test_example_of_a_renamed_unit_is_still_found() -> None:
    found = check_contoh(read_awal(('kode = "BIDANG-1"', 'kode = "DATA"')))
    assert "Nama Kepala Bidang (contoh)" in [t.nilai for t in found]


def test_nip_without_its_spaces_is_the_same_example() -> None:
    found = check_contoh(read_awal(('"19000101 192001 1 001"', '"190001011920011001"')))
    assert "pejabat.kepala.nip" in [t.kolom for t in found]


@pytest.mark.parametrize("path", sorted((AKAR / "data" / "raw").glob("*/*/instansi.toml")), ids=lambda p: p.parent.name)
def test_samples_hold_none_of_the_examples(path: Path) -> None:
    assert check_contoh(read_instansi(path)) == []


def test_blank_forms_with_example_values_are_not_called_finished(tmp_path: Path) -> None:
    lokasi = Lokasi(tmp_path, 2026, "dinas-contoh")
    start_folder(lokasi)
    laporan = make_formulir(lokasi)
    assert "periode.tenggat" in [t.kolom for t in laporan.temuan]
    assert laporan.kode_keluar == 3
