"""Where the files of one agency-year lie (PROMISES §1)."""

import re
from dataclasses import dataclass
from pathlib import Path

from lakip_lib.errors import UsageError
from lakip_lib.istilah import PERIODE

PACKAGE = Path(__file__).resolve().parent.parent
SLUG = re.compile(r"[a-z0-9-]+")
REKAP = "rekap"  # the folder of the district's own story, beside its agencies


def find_notebook(nama: str) -> Path:
    """Path of a notebook of the suite, e.g. "01_periksa_isian", from an editable install or from a wheel."""
    for folder in (PACKAGE.parent / "notebooks", PACKAGE / "notebooks"):
        path = folder / f"{nama}.ipynb"
        if path.is_file():
            return path
    raise UsageError(f"Notebook {nama}.ipynb tidak ditemukan; pasang ulang lakip.")


def is_slug(nama: str) -> bool:
    """Whether a folder of that name can be an agency's."""
    return bool(SLUG.fullmatch(nama)) and nama != REKAP


def check_periode(periode: str) -> None:
    """UsageError for a periode that there is not."""
    if periode not in PERIODE:
        raise UsageError(f"Periode '{periode}' tidak dikenal; pilihannya: {', '.join(PERIODE)}.")


@dataclass(frozen=True)
class Lokasi:
    """The folders of one agency-year and periode below the root `akar`; `keluaran` replaces the reports folder."""

    akar: Path
    tahun: int
    instansi: str
    periode: str = "tahunan"
    keluaran: Path | None = None

    def __post_init__(self) -> None:
        """Refuse names that PROMISES §1 does not allow."""
        if not is_slug(self.instansi):
            raise UsageError(
                f"Nama folder instansi '{self.instansi}' tidak dapat dipakai: gunakan huruf kecil, angka, dan "
                "tanda hubung (nama 'rekap' dicadangkan)."
            )
        check_periode(self.periode)

    @classmethod
    def from_folder(cls, folder: Path, *, periode: str = "tahunan", keluaran: Path | None = None) -> "Lokasi":
        """The places for a folder …/data/raw/<tahun>/<instansi>; UsageError where the path is not of that form."""
        path = folder.resolve()
        bagian = path.parts
        if len(bagian) < 5 or bagian[-4:-2] != ("data", "raw") or not re.fullmatch(r"\d{4}", bagian[-2]):
            raise UsageError(f"Folder '{folder}' harus berbentuk data/raw/<tahun>/<instansi>.")
        return cls(path.parents[3], int(bagian[-2]), bagian[-1], periode, keluaran.resolve() if keluaran else None)

    def _below(self, *bagian: str) -> Path:
        path = self.akar.joinpath(*bagian, str(self.tahun), self.instansi)
        return path if self.periode == "tahunan" else path / self.periode

    @property
    def raw(self) -> Path:
        """What people gave; never written by the program, but for `mulai`."""
        return self.akar / "data" / "raw" / str(self.tahun) / self.instansi

    @property
    def processed(self) -> Path:
        """Tidy tables; may be deleted at any time."""
        return self._below("data", "processed")

    @property
    def reports(self) -> Path:
        """The finished documents and all that goes out."""
        return self.keluaran or self._below("reports")

    @property
    def alur(self) -> Path:
        """The ledger of the SOP's steps and the register of letters; never deleted by the program."""
        return self.find_alur(self.tahun)

    def find_alur(self, tahun: int) -> Path:
        """The same of another year: a letter stands in the register of the year it is written in."""
        return self.akar / "data" / "alur" / str(tahun) / self.instansi

    @property
    def daftar_temuan(self) -> Path:
        """All findings of the agency-year in one list; no unit's kode, which an answer is named after, has a "_"."""
        return self.reports / "balasan" / "daftar_temuan.csv"

    @property
    def daftar_formulir(self) -> Path:
        """All findings on the planning that the blank forms were made from."""
        return self.reports / "formulir" / "daftar_temuan.csv"

    @property
    def settings(self) -> Path:
        """instansi.toml."""
        return self.raw / "instansi.toml"

    @property
    def keadaan(self) -> Path:
        """How far the last batch came with this agency-year."""
        return self.processed / "keadaan.json"


@dataclass(frozen=True)
class LokasiDaerah:
    """The folders of all agencies of one year and periode below the root `akar`, and of the district's own story.

    `keluaran` replaces the folder of that story.
    """

    akar: Path
    tahun: int
    periode: str = "tahunan"
    keluaran: Path | None = None

    def __post_init__(self) -> None:
        """Refuse a periode that there is not."""
        check_periode(self.periode)

    @property
    def raw(self) -> Path:
        """What people gave, one folder an agency."""
        return self.akar / "data" / "raw" / str(self.tahun)

    @property
    def processed(self) -> Path:
        """Tidy tables of the district; may be deleted at any time."""
        return self._below("data", "processed")

    @property
    def reports(self) -> Path:
        """The district's story."""
        return self.keluaran or self._below("reports")

    @property
    def halaman(self) -> Path:
        """The page that finds any agency of the year."""
        return self.akar / "reports" / str(self.tahun) / "index.html"

    @property
    def log(self) -> Path:
        """What every batch of the year did, one JSON object a line."""
        return self.halaman.with_name("log.jsonl")

    def _below(self, *bagian: str) -> Path:
        path = self.akar.joinpath(*bagian, str(self.tahun), REKAP)
        return path if self.periode == "tahunan" else path / self.periode

    def list_instansi(self) -> list[Lokasi]:
        """One for each agency's folder of the year, in the order of their names; other folders are left out.

        A link that leads nowhere (a share that is not mounted) stands for its agency: it is told, not left out.
        """
        if not self.raw.is_dir():
            return []
        nama = sorted(p.name for p in self.raw.iterdir() if _is_folder(p) and is_slug(p.name))
        return [Lokasi(self.akar, self.tahun, satu, self.periode) for satu in nama]

    def list_salah_nama(self) -> list[str]:
        """Folders that no agency can have by PROMISES §1 (capitals, spaces), so that none is left out in silence."""
        if not self.raw.is_dir():
            return []
        return sorted(p.name for p in self.raw.iterdir() if _is_folder(p) and not is_slug(p.name) and p.name[0] != ".")


def _is_folder(path: Path) -> bool:
    return path.is_dir() or (path.is_symlink() and not path.exists())
