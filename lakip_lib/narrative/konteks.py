"""What a sentence is written from: figures, the units' texts and settings; and how a figure reads in prose."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from lakip_lib.blok import Run
from lakip_lib.formats import format_angka
from lakip_lib.istilah import PERIODE
from lakip_lib.measures.desimal import bentuk_nilai, desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil
from lakip_lib.model import Kinerja
from lakip_lib.narrative.kalimat import Kalimat, write
from lakip_lib.rujukan import format_nilai, make_run
from lakip_lib.settings import Instansi

PERSEN = frozenset({"%", "persen", "persentase"})
TANPA_SATUAN = frozenset({"indeks", "nilai", "predikat", "opini", "skor", "rasio", "angka", "ya/tidak"})
ROMAWI = ("", "I", "II", "III", "IV")


@dataclass(frozen=True)
class Konteks:
    """Everything sentences need. Figures of hasil.json come out as runs with their reference (DOMAIN §8: "persen")."""

    hasil: Hasil
    kinerja: Kinerja
    settings: Instansi

    @property
    def tahunan(self) -> bool:
        """Whether the whole year is reported."""
        return self.hasil.periode == "tahunan"

    @property
    def triwulan(self) -> str:
        """ "Triwulan II", empty for the whole year."""
        return "" if self.tahunan else f"Triwulan {ROMAWI[PERIODE.index(self.hasil.periode)]}"

    @property
    def waktu(self) -> str:
        """ "Tahun 2025", or "Triwulan II Tahun 2025"."""
        return f"{self.triwulan} Tahun {self.hasil.tahun}".strip()

    @property
    def pada(self) -> str:
        """ "pada Tahun 2025", or "sampai dengan Triwulan II Tahun 2025"."""
        return f"pada {self.waktu}" if self.tahunan else f"sampai dengan {self.waktu}"

    @property
    def periode_judul(self) -> str:
        """ "Tahun 2025", or "s.d. Triwulan II Tahun 2025", for headings."""
        return self.waktu if self.tahunan else f"s.d. {self.waktu}"

    def name_unit(self, kode: str | None) -> str:
        """The name of a unit, "unit penanggung jawab" where it is not known."""
        unit = self.settings.get_unit(kode) if kode else None
        return unit.nama if unit else kode or "unit penanggung jawab"

    @cached_property
    def analisis(self) -> dict[str, dict[str, Any]]:
        """The rows of the table analisis by indikator."""
        return {row["indikator"]: row for row in reversed(self.kinerja.records("analisis"))}

    def find_analisis(self, kode: str) -> dict[str, Any]:
        """What the unit wrote on the causes of an indikator's result; {} where it wrote nothing."""
        return self.analisis.get(kode, {})

    def find_narasi(self, nama: str) -> str | None:
        """The text of narasi/<nama>.md (names compared without case), None where it is missing or blank."""
        for row in self.kinerja.records("narasi"):
            if row["nama"].casefold() == nama.casefold() and (row["teks"] or "").strip():
                return str(row["teks"])
        return None

    def figure(self, ref: str, bentuk: str = "", satuan: str = "") -> Kalimat:
        """A figure of hasil.json and the word behind it: `figure("sasaran/S1/capaian", satuan="persen")`."""
        return (make_run(self.hasil, ref, bentuk), *write(f" {satuan}" if satuan else ""))

    def persen(self, ref: str) -> Kalimat:
        """ "102,18 persen"."""
        return self.figure(ref, "angka", "persen")

    def rupiah(self, ref: str, *, terbilang: bool = False) -> Kalimat:
        """ "Rp 1.234.567,00", with the amount in words behind it where asked for."""
        kata = (Run(teks=" ("), make_run(self.hasil, ref, "terbilang"), Run(teks=")")) if terbilang else ()
        return (make_run(self.hasil, ref, "rupiah"), *kata)

    def nilai(self, item: IndikatorHasil, ruas: str) -> Kalimat:
        """A target or realisasi of hasil.json ("target", "lalu/realisasi", "renstra/target") with its unit."""
        run = make_run(self.hasil, f"indikator/{item.kode}/{ruas}", bentuk_nilai(self.hasil.get_rincian(item.kode)))
        return with_satuan(run, item.satuan)

    def nilai_lain(self, item: IndikatorHasil, teks: str | None) -> Kalimat:
        """A target or realisasi that hasil.json does not hold (an earlier year's), with its unit."""
        desimal = desimal_of(self.hasil.get_rincian(item.kode))
        return with_satuan(Run(teks=format_nilai(teks, desimal)), item.satuan)


def with_satuan(run: Run, satuan: str) -> Kalimat:
    """A value and its unit: "2,95", "91,11 persen", "6,5 jam", "predikat BB (70,01)"."""
    if run.teks[:1].isalpha():
        return (*write("predikat "), run)
    kata = satuan.strip().casefold()
    if kata in TANPA_SATUAN or not kata:
        return (run,)
    return (run, *write(" persen" if kata in PERSEN else f" {satuan.strip()}"))


def format_biasa(x: Decimal | None, satuan: str = "persen") -> Kalimat:
    """A figure that hasil.json does not hold, two digits and a word: "71,00 persen"."""
    return write(f"{format_angka(x, 2)} {satuan}".strip())
