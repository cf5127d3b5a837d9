"""Copies of the mini sample that a test may spoil, and what comes of reading them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lakip_lib.delivery.himpun import Himpunan, gather_himpunan
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import Hasil, compute_hasil
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.telaah import review_hasil
from lakip_lib.temuan import Temuan

AKAR = Path(__file__).resolve().parent.parent
F1, F2, F3, F4, F5 = "F1 Capaian", "F2 Analisis", "F3 Program", "F4 Data dukung", "F5 Pernyataan"
Ubah = Callable[[Workbook], object]


class Tuaian(NamedTuple):
    """All that himpun makes of a folder."""

    himpunan: Himpunan
    hasil: Hasil
    temuan: list[Temuan]

    def aturan(self, berkas: str = "") -> list[str]:
        """The rules of the findings (on a file), but those on texts that are missing."""
        return [t.aturan for t in self.temuan if berkas in t.berkas and t.aturan != "naskah-belum-ada"]

    def find(self, aturan: str) -> Temuan:
        """The only finding of a rule."""
        (found,) = (t for t in self.temuan if t.aturan == aturan)
        return found


class Folder:
    """A copy of the sample contoh-mini below `akar`."""

    def __init__(self, akar: Path) -> None:
        self.lokasi = Lokasi(akar, 2025, "contoh-mini")
        self.path = self.lokasi.raw
        shutil.copytree(AKAR / "data" / "raw" / "2025" / "contoh-mini", self.path)

    @property
    def data(self) -> Path:
        """The form of unit DATA (indikator I3 to I6)."""
        return self.path / "isian" / "DATA.xlsx"

    def edit(self, ubah: Ubah, berkas: str = "isian/DATA.xlsx", simpan: str = "") -> "Folder":
        """Change a workbook, and save it under another name where one is given."""
        book = load_workbook(self.path / berkas)
        ubah(book)
        book.save(self.path / (simpan or berkas))
        return self

    def set_sel(self, lembar: str, berkas: str = "isian/DATA.xlsx", **sel: object) -> "Folder":
        """Type values into cells of a sheet, by address."""

        def ubah(book: Workbook) -> None:
            sheet: Worksheet = book[lembar]
            for alamat, nilai in sel.items():
                sheet[alamat].value = nilai  # type: ignore[assignment]

        return self.edit(ubah, berkas)

    def gather(self, periode: str = "tahunan") -> Tuaian:
        """Read the folder."""
        lokasi = Lokasi(self.lokasi.akar, 2025, "contoh-mini", periode)
        settings = read_instansi(lokasi.settings)
        himpunan = gather_himpunan(lokasi, settings)
        hasil = compute_hasil(himpunan.kinerja, settings, periode)
        rows = himpunan.kinerja.records("temuan")
        temuan = [Temuan(**{**row, "berkas": row["berkas"] or "", "tingkat": Tingkat(row["tingkat"])}) for row in rows]
        return Tuaian(himpunan, hasil, [*temuan, *review_hasil(hasil, himpunan.kinerja, settings)])
