"""An agency-year whose procedure a test walks through by the commands, at times that the test says."""

import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from lakip_lib.alur.buku import BukuAlur, read_buku_alur
from lakip_lib.alur.keadaan import Keadaan, find_keadaan
from lakip_lib.cli import run
from lakip_lib.settings import Lokasi

AKAR = Path(__file__).resolve().parent.parent
NASKAH = (
    "latar-belakang", "dasar-hukum", "tugas-fungsi", "struktur-organisasi", "sumber-daya", "isu-strategis",
    "realisasi-anggaran", "penutup",
)  # fmt: skip
PEJABAT = """
[pejabat.sekretaris]
nama = "Contoh Sekretaris (contoh)"
jabatan = "Sekretaris"

[pejabat.kasubag_program]
nama = "Contoh Kasubag (contoh)"
jabatan = "Kepala Subbagian Program"

[pejabat.staf_perencanaan]
nama = "Contoh Staf (contoh)"
jabatan = "Perencana"

[surat]
kode_unit = "Dismini"
tujuan = "Bupati Contoh c.q. Kepala Bagian Organisasi"
tembusan = ["Inspektur Kabupaten Contoh", "Arsip"]
"""
LIBUR = "tanggal,keterangan\n2026-01-01,Tahun Baru Masehi\n2026-01-16,Isra Mikraj\n2026-02-17,Tahun Baru Imlek\n"


class Tahun:
    """A copy of contoh-mini below `akar` that lacks nothing for a final report; `keluar` and `teks` tell of the last command."""

    def __init__(self, akar: Path, *, alur: str = "") -> None:
        self.lokasi = Lokasi(akar, 2025, "contoh-mini")
        self.path = self.lokasi.raw
        shutil.copytree(AKAR / "data" / "raw" / "2025" / "contoh-mini", self.path)
        with (self.path / "instansi.toml").open("a", encoding="utf-8") as berkas:
            berkas.write(PEJABAT + alur)
        (self.path / "hari-libur.csv").write_text(LIBUR, "utf-8")
        (self.path / "narasi").mkdir(exist_ok=True)
        for nama in NASKAH:
            (self.path / "narasi" / f"{nama}.md").write_text(
                f"Naskah {nama.replace('-', ' ')} dinas contoh.\n", "utf-8"
            )
        self.keluar = 0
        self.teks = ""

    def run(self, perintah: str, *opsi: str, waktu: str | None = None) -> int:
        """Give a command on this agency-year; its exit code."""
        saat = ["--waktu", waktu] if waktu else []
        teks = io.StringIO()
        with redirect_stdout(teks), redirect_stderr(teks):
            self.keluar = run([perintah, str(self.path), *opsi, *saat])
        self.teks = " ".join(teks.getvalue().split())
        return self.keluar

    @property
    def buku(self) -> BukuAlur:
        """The ledger as it is now."""
        return read_buku_alur(self.lokasi.alur, instansi="contoh-mini", tahun=2025)

    @property
    def keadaan(self) -> Keadaan:
        """Where the procedure stands."""
        return find_keadaan(self.buku)

    def hold_form(self, unit: str) -> Path:
        """Take a unit's form out of isian/, as if it had not come yet; where it is kept."""
        simpan = self.lokasi.akar / f"{unit}.xlsx"
        shutil.move(self.path / "isian" / f"{unit}.xlsx", simpan)
        return simpan

    def send_form(self, unit: str) -> None:
        """Let the unit's form come in."""
        shutil.move(self.lokasi.akar / f"{unit}.xlsx", self.path / "isian" / f"{unit}.xlsx")
