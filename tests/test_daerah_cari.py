"""index.html in a browser: a search answers as one types; without figures and without network nothing is wanting."""

import re
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from contoh_daerah import TAHUN, write_daerah

from lakip_lib.charts.peramban import find_browser
from lakip_lib.delivery.daerah.halaman import write_halaman
from lakip_lib.settings import LokasiDaerah

PERAMBAN = find_browser()
butuh_peramban = pytest.mark.skipif(PERAMBAN is None, reason="no peramban is installed")


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> Path:
    akar = tmp_path_factory.mktemp("cari")
    write_daerah(akar, 24)
    return write_halaman(LokasiDaerah(akar, TAHUN))


def load(alamat: str, folder: Path) -> str:
    """A page as the browser has it when its programs have run."""
    pilihan = ["--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom", f"--user-data-dir={folder}/profil"]
    return subprocess.run(
        [str(PERAMBAN), *pilihan, alamat], check=True, capture_output=True, timeout=60
    ).stdout.decode()


def find(halaman: Path, teks: str) -> list[str]:
    """The names that a search for a text leaves in sight."""
    dom = load(f"{halaman.as_uri()}#cari={quote(teks)}", halaman.parent)
    baris = re.findall(r"<tr data-cari=[^>]*>", dom)
    assert len(baris) == 24
    return [re.findall(r'data-nama="([^"]*)"', satu)[0] for satu in baris if " hidden" not in satu]


@butuh_peramban
@pytest.mark.parametrize(
    ("teks", "mau"),
    [
        ("KÉSEHATAN  perbaikan", ["Dinas Kesehatan 2"]),  # a name and a state
        ("dk bidang kesehatan", ["Dinas Kesehatan", "Dinas Kesehatan 2"]),  # a singkatan and a unit
        ("gagal pengaturan", ["Inspektorat Daerah 2", "Sekretariat Daerah"]),  # a state and its reason
    ],
)
def test_every_word_must_match_whatever_its_case_and_accents(halaman: Path, teks: str, mau: list[str]) -> None:
    assert find(halaman, teks) == mau
