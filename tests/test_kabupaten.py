import hashlib
from collections import Counter
from pathlib import Path

import pytest

from lakip_lib.delivery.himpun import gather_himpunan
from lakip_lib.errors import SettingsError
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.isian import read_isian
from lakip_lib.measures import compute_hasil
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.telaah import review_hasil
from tests.contoh.formulir import build_isi, fill_formulir
from tests.contoh.simpan import save_xlsx
from tests.kabupaten import Cacat, list_cacat, write_kabupaten
from tests.kabupaten.daftar import TAK_TERBACA, get_perangkat, list_perangkat
from tests.kabupaten.formulir import fill_cepat
from tests.kabupaten.tulis import _draw_naskah, _write_perangkat

TAHUN = 2025
ATURAN = {
    Cacat.AMBIGU: "angka-ambigu",
    Cacat.TANPA_FORMULIR: "formulir-belum-masuk",
    Cacat.KODE_ASING: "kode-tidak-dikenal",
    **dict.fromkeys(TAK_TERBACA, "berkas-tidak-terbaca"),
    Cacat.TANPA_LRA: "lra-belum-ada",
}


def hash_files(akar: Path) -> dict[str, str]:
    berkas = [p for p in akar.rglob("*") if p.is_file()]
    return {p.relative_to(akar).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in berkas}


def list_wajib(akar: Path, slug: str, tahun: int = TAHUN) -> set[str]:
    lokasi = Lokasi(akar, tahun, slug)
    settings = read_instansi(lokasi.settings)
    kinerja = gather_himpunan(lokasi, settings).kinerja
    temuan = [(row["aturan"], row["tingkat"]) for row in kinerja.records("temuan")]
    temuan += [(t.aturan, t.tingkat) for t in review_hasil(compute_hasil(kinerja, settings), kinerja, settings)]
    return {aturan for aturan, tingkat in temuan if tingkat == "wajib"}


@pytest.fixture(scope="module")
def tiga(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("tiga")
    write_kabupaten(akar, 3, 7)
    return akar


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tiga: Path, tmp_path: Path) -> None:
    for nomor, benih in ((2, 7), (3, 7), (2, 8)):
        perangkat = get_perangkat(nomor, benih)
        cacat = list_cacat(3, benih).get(perangkat.slug)
        _write_perangkat(tmp_path / str(benih), perangkat, benih, TAHUN, cacat)
    semua, sama, lain = hash_files(tiga), hash_files(tmp_path / "7"), hash_files(tmp_path / "8")
    assert sama.items() <= semua.items()
    buku = [nama for nama in lain if nama.endswith((".xlsx", ".toml"))]
    assert [nama for nama in buku if semua.get(nama) == lain[nama]] == []


def test_an_agency_that_list_cacat_leaves_out_has_nothing_to_mend_this_year_and_last(tmp_path: Path) -> None:
    slug = write_kabupaten(tmp_path, 2, 2, lalu=True)[1]
    assert slug not in list_cacat(2, 2)
    assert [list_wajib(tmp_path, slug, tahun) for tahun in (TAHUN - 1, TAHUN)] == [set(), set()]


@pytest.mark.parametrize("cacat", ATURAN)
def test_a_faulty_agency_has_the_finding_of_its_fault(tmp_path: Path, cacat: Cacat) -> None:
    perangkat = get_perangkat(2, 1)
    _write_perangkat(tmp_path, perangkat, 1, TAHUN, cacat)
    assert list_wajib(tmp_path, perangkat.slug) == {ATURAN[cacat]}


@pytest.mark.parametrize("cacat", [Cacat.BERSANDI, Cacat.KODE_ASING])
def test_a_fault_has_the_same_bytes_each_time(tmp_path: Path, cacat: Cacat) -> None:
    for nama in ("satu", "dua"):
        _write_perangkat(tmp_path / nama, get_perangkat(2, 1), 1, TAHUN, cacat)
    assert hash_files(tmp_path / "satu") == hash_files(tmp_path / "dua")


def test_settings_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    perangkat = get_perangkat(2, 1)
    _write_perangkat(tmp_path, perangkat, 1, TAHUN, Cacat.PENGATURAN)
    with pytest.raises(SettingsError, match=r"periode\.semester"):
        read_instansi(Lokasi(tmp_path, TAHUN, perangkat.slug).settings)


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_the_shares_of_faults_are_fixed(benih: int) -> None:
    lima, kabupaten, banyak = (list_cacat(n, benih) for n in (5, 45, 500))
    assert len([c for c in lima.values() if c in TAK_TERBACA]) == len(lima) == 1
    assert set(kabupaten.values()) == set(Cacat)
    assert kabupaten.items() <= banyak.items()
    jumlah = Counter("tak terbaca" if c in TAK_TERBACA else ATURAN.get(c, c) for c in banyak.values())
    assert jumlah == {
        "angka-ambigu": 20, "formulir-belum-masuk": 20, "kode-tidak-dikenal": 10, "tak terbaca": 21, "lra-belum-ada": 10,
        Cacat.PENGATURAN: 10,
    }  # fmt: skip


def test_no_two_agencies_share_a_name() -> None:
    semua = list_perangkat(1000, 1)
    assert len({p.slug for p in semua}) == len({p.nama for p in semua}) == 1000
    assert Counter(p.tema for p in semua).most_common(1)[0][0] == "kecamatan"


def test_a_form_filled_quickly_reads_like_one_that_a_person_filled(tiga: Path, tmp_path: Path) -> None:
    perangkat = get_perangkat(1, 7)
    tabel = _draw_naskah(perangkat, 7, TAHUN, boleh_koma=True).tabel
    settings = read_instansi(Lokasi(tiga, TAHUN, perangkat.slug).settings)
    unit, waktu = settings.unit[0], "2026-01-08T03:00:00Z"
    (tmp_path / "cepat.xlsx").write_bytes(fill_cepat(tabel, unit, build_isi(tabel, settings, unit), waktu=waktu))
    save_xlsx(tmp_path / "biasa.xlsx", fill_formulir(tabel, settings, unit), waktu=waktu)
    cepat, biasa = (read_isian(read_buku(tmp_path / nama, akar=tmp_path)) for nama in ("cepat.xlsx", "biasa.xlsx"))
    assert cepat.meta == biasa.meta
    assert [[(s.alamat, s.teks) for b in lembar.baris for s in b.sel.values()] for lembar in cepat.lembar.values()] == [
        [(s.alamat, s.teks) for b in lembar.baris for s in b.sel.values()] for lembar in biasa.lembar.values()
    ]
