"""What the budget readers hand on: lines with amounts and the cells they came from, and the report as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lakip_lib.intake.lra.kode import KodeAnggaran, Level
from lakip_lib.temuan import Temuan

# Names of amounts, alike in TabelAnggaran, BarisAnggaran.asal and in findings' `kolom`.
PAGU, PAGU_MURNI, PAGU_PERUBAHAN = "pagu", "pagu_murni", "pagu_perubahan"
REALISASI, PERSEN, SELISIH = "realisasi_anggaran", "persen", "selisih"
UANG = (PAGU, PAGU_MURNI, PAGU_PERUBAHAN, REALISASI)
BULAN = tuple(f"{n:02d}" for n in range(1, 13))
TRIWULAN = ("TW1", "TW2", "TW3", "TW4")
JUDUL_KOLOM = {
    PAGU: "pagu",
    PAGU_MURNI: "pagu murni",
    PAGU_PERUBAHAN: "pagu perubahan",
    REALISASI: "realisasi",
    PERSEN: "persentase",
    SELISIH: "selisih",
}
NOL = Decimal(0)


@dataclass(frozen=True)
class Asal:
    """The cell that a figure was read from."""

    berkas: str
    sha256: str
    lembar: str
    sel: str


@dataclass(frozen=True)
class BarisAnggaran:
    """One line of the budget; amounts in rupiah, None where the file has none; `induk` is an index into Lra.baris.

    `pagu` is the pagu of record; `periode` what was spent in each part of the year ("01"…"12" or "TW1"…"TW4");
    `tercetak` what the file prints beside ("persen", "selisih"); `asal` the cells of each figure, by its name.
    `kode` is None in a table without codes; `kunci` is unique in the Lra; `nomor` the number printed before the line.
    """

    kunci: str
    kode: str | None
    level: Level
    uraian: str
    pagu: Decimal | None
    realisasi_anggaran: Decimal | None
    pagu_murni: Decimal | None = None
    pagu_perubahan: Decimal | None = None
    induk: int | None = None
    periode: Mapping[str, Decimal] = field(default_factory=dict)
    tercetak: Mapping[str, Decimal] = field(default_factory=dict)
    asal: Mapping[str, tuple[Asal, ...]] = field(default_factory=dict)
    nomor: str | None = None
    tersembunyi: bool = False

    def get_nilai(self, kolom: str) -> Decimal | None:
        """The amount of that name: a field, a part of the year, or a printed figure."""
        if kolom in (PAGU, PAGU_MURNI, PAGU_PERUBAHAN, REALISASI):
            nilai: Decimal | None = getattr(self, kolom)
            return nilai
        return self.periode.get(kolom, self.tercetak.get(kolom))

    @property
    def sebutan(self) -> str:
        """The line as one names it: code (or number) and name."""
        return " ".join(b for b in (self.kode or self.nomor, self.uraian) if b)


@dataclass(frozen=True)
class Skpd:
    """An organisation named in the file."""

    kode: str
    nama: str
    asal: Asal


@dataclass(frozen=True)
class Lra:
    """A budget report as read: lines in file order, printed totals, and how doubtful things were decided.

    `cara_kumulatif` and `cara_pengali` are "dinyatakan", "terdeteksi" or "tunggal" (one file, nothing to decide);
    `toleransi` is the rupiah by which sums may differ (1, more in tables printed in thousands or millions).
    """

    baris: tuple[BarisAnggaran, ...]
    temuan: tuple[Temuan, ...] = ()
    total_tercetak: Mapping[str, Decimal] = field(default_factory=dict)
    asal_total: Mapping[str, tuple[Asal, ...]] = field(default_factory=dict)
    berkas: tuple[str, ...] = ()
    periode: tuple[str, ...] = ()
    kumulatif: bool | None = None
    cara_kumulatif: str = "tunggal"
    pengali: int = 1
    cara_pengali: str = "tunggal"
    kolom_pagu: str = "perubahan"
    skpd: tuple[Skpd, ...] = ()

    @property
    def toleransi(self) -> Decimal:
        """Rupiah by which a sum may differ from its parts."""
        return Decimal(self.pengali if self.pengali > 1 else 1)

    def list_anak(self) -> dict[int | None, list[int]]:
        """Indices of the children of each line, in order; the top lines under None."""
        anak: dict[int | None, list[int]] = {}
        for i, baris in enumerate(self.baris):
            anak.setdefault(baris.induk, []).append(i)
        return anak

    def iter_level(self, level: str) -> Iterator[BarisAnggaran]:
        """The lines of one level (a Level or its name)."""
        return (b for b in self.baris if b.level == level)

    def list_pokok(self) -> list[BarisAnggaran]:
        """The top lines that make the total: of an account report the belanja (5), else all tops."""
        pokok = [b for b in self.baris if b.induk is None]
        if not all(b.level is Level.AKUN for b in pokok):
            return pokok
        belanja = [b for b in pokok if (b.kode or "5").startswith("5") and _is_belanja(b)]
        return belanja or pokok

    def compute_total(self, kolom: str) -> Decimal | None:
        """The sum of that amount over the top lines, None when none of them has it."""
        values = [v for b in self.list_pokok() if (v := b.get_nilai(kolom)) is not None]
        return sum(values, NOL) if values else None


def _is_belanja(b: BarisAnggaran) -> bool:
    return b.kode is not None or b.uraian.casefold().startswith("belanja")


@dataclass(frozen=True)
class BarisMentah:
    """A row of one sheet before levels and tree: text, code, amounts by name, the cells of each, and its style."""

    baris: int
    uraian: str
    kolom_uraian: int
    sel_uraian: str
    kode: KodeAnggaran | None
    nomor: str | None = None
    skpd: str | None = None
    angka: Mapping[str, Decimal] = field(default_factory=dict)
    sel: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gaya: tuple[str, bool, int] = ("", False, 0)  # fill, bold, indentation
    tersembunyi: bool = False


@dataclass(frozen=True)
class TabelAnggaran:
    """One sheet with budget columns; `kolom` the names of amounts it has, `total` its total rows, set apart.

    `rumus` are the addresses of its cells with a formula.
    """

    berkas: str
    sha256: str
    lembar: str
    baris: tuple[BarisMentah, ...]
    total: tuple[BarisMentah, ...] = ()
    kolom: tuple[str, ...] = ()
    baris_judul: tuple[int, ...] = ()
    jenis: str = "realisasi"  # "realisasi", "transaksi", "rak" (cash plan), "renstra" (pagu of several years)
    judul: str = ""
    pengali: int = 1
    periode: str | None = None
    sampai_dengan: bool | None = None
    temuan: tuple[Temuan, ...] = ()
    tersembunyi: bool = False
    skpd: tuple[BarisMentah, ...] = ()  # organisations named outside the tree
    rumus: frozenset[str] = frozenset()

    def asal(self, sel: str) -> Asal:
        """That cell of this sheet."""
        return Asal(self.berkas, self.sha256, self.lembar, sel)
