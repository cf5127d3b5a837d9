from importlib import metadata
from pathlib import Path

import pytest

from lakip_lib.delivery import doktor
from lakip_lib.delivery.doktor import ADA, LAMA, SEMUA_SISTEM, TIDAK_ADA, Keadaan, check_machine

AKAR = Path(__file__).resolve().parent.parent


def find(awalan: str) -> Keadaan:
    return next(k for k in check_machine() if k.nama.startswith(awalan))


def test_every_line_says_what_it_is_for_and_what_happens_without_it() -> None:
    for k in check_machine():
        assert k.keadaan in {ADA, TIDAK_ADA, LAMA}
        assert k.guna
        assert k.tanpa
        if k.keadaan != ADA:
            assert set(k.pasang) == set(SEMUA_SISTEM)


def test_python_and_packages_of_this_environment_fit() -> None:
    assert find("Python").keadaan == ADA
    assert find("Pustaka Python").keadaan == ADA


def test_a_browser_that_is_not_there_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKIP_PERAMBAN", "/tidak/ada")
    peramban = find("Peramban")
    assert peramban.keadaan == TIDAK_ADA
    assert "tabel datanya" in peramban.tanpa


def test_an_old_package_is_told_apart_from_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asli = metadata.version

    def pretend(nama: str) -> str:
        if nama == "pandas":
            return "1.0"
        if nama == "plotly":
            raise metadata.PackageNotFoundError(nama)
        return asli(nama)

    monkeypatch.setattr(doktor.metadata, "version", pretend)
    assert find("Pustaka pandas").keadaan == LAMA
    assert find("Pustaka plotly").keadaan == TIDAK_ADA


def test_a_library_that_cannot_be_imported_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(nama: str) -> None:
        raise ImportError(nama)

    monkeypatch.setattr(doktor, "import_module", refuse)
    assert {find(n).keadaan for n in ("Huruf", "Peramban", "LibreOffice", "Kernel")} == {TIDAK_ADA}


def test_without_the_package_itself_the_remedy_is_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(nama: str) -> list[str]:
        raise metadata.PackageNotFoundError(nama)

    monkeypatch.setattr(doktor.metadata, "requires", refuse)
    assert find("Pustaka Python").rincian == "lakip belum terpasang"


def test_templates_and_notebooks_that_are_looked_for_are_those_that_exist() -> None:
    assert find("Templat").keadaan == ADA
    assert {p.stem for p in (AKAR / "notebooks").glob("0[1-7]_*.ipynb")} <= set(doktor.NOTEBOOK)


def test_a_missing_notebook_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doktor, "PAKET", tmp_path / "lakip_lib")
    assert "01_periksa_isian" in find("Notebook").rincian


def test_fonts_of_word_that_are_missing_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doktor, "HURUF_WORD", (("Huruf yang tidak ada",),))
    huruf = find("Huruf Calibri")
    assert (huruf.keadaan, huruf.rincian) == (TIDAK_ADA, "")
    assert "fonts-crosextra-carlito" in huruf.pasang["Linux"]
