"""`lakip doktor`: what this machine has, and what degrades without it. Works where libraries are missing, too."""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from importlib import import_module, metadata
from pathlib import Path
from platform import python_version
from typing import TypeVar

from packaging.requirements import Requirement

from lakip_lib.errors import LakipError

T = TypeVar("T")

ADA, TIDAK_ADA, LAMA = "ada", "tidak ada", "lama"
LINUX, MACOS, WINDOWS = "Linux", "macOS", "Windows"
NOTEBOOK = (
    *(
        "01_periksa_isian",
        "02_capaian_kinerja",
        "03_realisasi_anggaran",
        "04_perbandingan",
        "05_lakip",
        "06_rekap_daerah",
    ),
    "07_alur_sop",
)
TEMPLAT = (
    "report/pdf/lakip.typ",
    "report/html/gaya.css",
    "report/html/templat/dokumen.html",
    "measures/hasil.schema.json",
)
HURUF_WORD = (("Calibri", "Carlito"), ("Cambria", "Caladea"))
PAKET = Path(__file__).resolve().parent.parent
ULANG = "pip install --force-reinstall lakip"
SEMUA_SISTEM = (LINUX, MACOS, WINDOWS)


@dataclass(frozen=True)
class Keadaan:
    """One thing that lakip uses: `keadaan` is "ada", "tidak ada" or "lama".

    `rincian` a version or place, `guna` what it is for, `tanpa` what happens without it, `pasang` how to install it
    by system (Linux, macOS, Windows).
    """

    nama: str
    keadaan: str
    rincian: str
    guna: str
    tanpa: str
    pasang: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """The same as plain data, for --json."""
        return asdict(self)


def check_machine() -> list[Keadaan]:
    """Everything lakip uses, in the order in which it matters."""
    return [
        _check_python(),
        *_check_packages(),
        _check_kernel(),
        _check_files("Notebook", _list_notebooks(), "hitungan dan naskah laporan"),
        _check_files("Templat", [(nama, PAKET / nama) for nama in TEMPLAT], "bentuk dokumen"),
        _check_huruf(),
        _check_peramban(),
        _check_libreoffice(),
        _check_huruf_word(),
        _check_cache(),
    ]


def list_requirements() -> list[Requirement]:
    """What lakip declares that it needs, without the extras of developers; [] where lakip is not installed."""
    try:
        declared = metadata.requires("lakip") or []
    except metadata.PackageNotFoundError:
        return []
    return [r for r in map(Requirement, declared) if r.marker is None or r.marker.evaluate({"extra": ""})]


def _check_python() -> Keadaan:
    try:
        perlu = metadata.metadata("lakip")["Requires-Python"] or ">=3.11"
    except metadata.PackageNotFoundError:
        perlu = ">=3.11"
    cukup = Requirement(f"python{perlu}").specifier.contains(python_version(), prereleases=True)
    return Keadaan(
        "Python",
        ADA if cukup else LAMA,
        f"{python_version()} (perlu {perlu})",
        "menjalankan lakip",
        "lakip tidak berjalan",
        {
            LINUX: "sudo apt-get install python3 python3-venv",
            MACOS: "brew install python",
            WINDOWS: "winget install Python.Python.3.12",
        },
    )


def _check_packages() -> Iterator[Keadaan]:
    """One line for all packages that fit, and one for each that is missing or too old."""
    daftar = list_requirements()
    kurang = [k for r in daftar if (k := _check_package(r))]
    guna, tanpa = "membaca, menghitung, dan menyusun", "perintah yang memakainya berhenti"
    if not daftar:
        yield Keadaan(
            "Pustaka Python", TIDAK_ADA, "lakip belum terpasang", guna, tanpa, _everywhere("pip install -e .")
        )
    elif len(kurang) < len(daftar):
        yield Keadaan("Pustaka Python", ADA, f"{len(daftar) - len(kurang)} dari {len(daftar)}", guna, tanpa)
    for nama, keadaan, rincian in kurang:
        yield Keadaan(f"Pustaka {nama}", keadaan, rincian, guna, tanpa, _everywhere(f'pip install "{nama}"'))


def _check_package(perlu: Requirement) -> tuple[str, str, str] | None:
    try:
        versi = metadata.version(perlu.name)
    except metadata.PackageNotFoundError:
        return str(perlu), TIDAK_ADA, f"perlu {perlu.specifier}"
    if perlu.specifier.contains(versi, prereleases=True):
        return None
    return str(perlu), LAMA, f"{versi} (perlu {perlu.specifier})"


def _everywhere(perintah: str) -> dict[str, str]:
    return dict.fromkeys(SEMUA_SISTEM, perintah)


def _check_kernel() -> Keadaan:
    letak = _ask(
        "jupyter_client.kernelspec", lambda modul: modul.KernelSpecManager().find_kernel_specs().get("python3")
    )
    return Keadaan(
        "Kernel python3",
        ADA if letak else TIDAK_ADA,
        str(letak or ""),
        "menjalankan notebook",
        "analisis, susun, dan bangun tidak berjalan",
        _everywhere("python -m ipykernel install --sys-prefix"),
    )


def _list_notebooks() -> list[tuple[str, Path]]:
    found = []
    for nama in NOTEBOOK:
        calon = [folder / "notebooks" / f"{nama}.ipynb" for folder in (PAKET.parent, PAKET)]
        found.append((nama, next((p for p in calon if p.is_file()), calon[0])))
    return found


def _check_files(nama: str, berkas: list[tuple[str, Path]], guna: str) -> Keadaan:
    hilang = [n for n, path in berkas if not path.is_file()]
    rincian = f"hilang: {', '.join(hilang)}" if hilang else f"{len(berkas)} berkas"
    tanpa = "langkah yang memakainya tidak berjalan"
    return Keadaan(nama, TIDAK_ADA if hilang else ADA, rincian, guna, tanpa, _everywhere(ULANG))


def _check_huruf() -> Keadaan:
    berkas = _ask("lakip_lib.charts.huruf", lambda modul: modul.find_font_files())
    return Keadaan(
        "Huruf Source Serif dan Sans",
        ADA if berkas else TIDAK_ADA,
        f"{len(berkas)} berkas" if berkas else "",
        "PDF, DOCX, dan grafik",
        "PDF dan grafik tidak dapat dibuat",
        _everywhere("pip install font-source-serif-pro font-source-sans-pro"),
    )


def _check_peramban() -> Keadaan:
    letak = _ask("lakip_lib.charts.peramban", lambda modul: modul.find_browser())
    return Keadaan(
        "Peramban (Chromium, Chrome, Edge)",
        ADA if letak else TIDAK_ADA,
        str(letak or ""),
        "grafik pada PDF dan DOCX",
        "di tempat grafik tercetak tabel datanya; HTML tetap bergrafik",
        {
            LINUX: "sudo apt-get install chromium",
            MACOS: "brew install --cask google-chrome",
            WINDOWS: "Edge sudah tersedia; atau winget install Google.Chrome",
        },
    )


def _check_libreoffice() -> Keadaan:
    letak = _ask("lakip_lib.report.docx.halaman", lambda modul: modul.find_soffice())
    return Keadaan(
        "LibreOffice",
        ADA if letak else TIDAK_ADA,
        str(letak or ""),
        "nomor halaman pada daftar isi DOCX",
        "daftar isi DOCX tanpa nomor halaman sampai diperbarui di Word",
        {
            LINUX: "sudo apt-get install libreoffice-writer",
            MACOS: "brew install --cask libreoffice",
            WINDOWS: "winget install TheDocumentFoundation.LibreOffice",
        },
    )


def _check_huruf_word() -> Keadaan:
    """The fonts that the DOCX names, or those of the same widths."""
    keluarga = _ask("typst", lambda modul: set(modul.Fonts(include_embedded_fonts=False).families())) or set()
    dipakai = [next((nama for nama in pasangan if nama in keluarga), None) for pasangan in HURUF_WORD]
    return Keadaan(
        "Huruf Calibri dan Cambria",
        ADA if all(dipakai) else TIDAK_ADA,
        ", ".join(nama for nama in dipakai if nama),
        "tata letak DOCX di luar Word",
        "nomor halaman daftar isi DOCX dapat bergeser dan LibreOffice memakai huruf lain; di Word tidak berpengaruh",
        {
            LINUX: "sudo apt-get install fonts-crosextra-carlito fonts-crosextra-caladea",
            MACOS: "brew install --cask font-carlito font-caladea",
            WINDOWS: "sudah tersedia bersama Microsoft Office",
        },
    )


def _check_cache() -> Keadaan:
    folder = _ask("platformdirs", lambda modul: modul.user_cache_path("lakip"))
    ada = next((p for p in (folder, *folder.parents) if p.exists()), None) if folder else None
    return Keadaan(
        "Folder simpanan sementara",
        ADA if ada and os.access(ada, os.W_OK) else TIDAK_ADA,
        str(folder or ""),
        "grafik yang sama tidak digambar dua kali",
        "setiap penyusunan lebih lama",
        _everywhere("beri izin tulis pada folder itu"),
    )


def _ask(nama: str, tanya: Callable[..., T]) -> T | None:
    """What a module answers; None where it, or a library that it needs, is missing."""
    try:
        return tanya(import_module(nama))
    except (ImportError, LakipError):
        return None
