"""reports/<tahun>/index.html: one page that requests nothing and finds any agency, its state and its documents."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.istilah import KEADAAN_LABEL, TW_LABEL
from lakip_lib.report.docx.oxml import clean_text
from lakip_lib.report.html import FOLDER, build_style, make_environment

DOKUMEN = (
    ("LKjIP.html", "HTML"),
    ("LKjIP.pdf", "PDF"),
    ("LKjIP.docx", "Word"),
    ("kertas-kerja.xlsx", "Excel"),
    ("hasil.json", "JSON"),
)
REKAP = (("rekap.html", "Buka"), ("rekap.pdf", "PDF"), ("rekap.xlsx", "Excel"), ("rekap.json", "JSON"))


@dataclass(frozen=True)
class Tautan:
    """A document that is there: its words, what it is of (for those who hear the page), and its way from this page."""

    kata: str
    milik: str
    alamat: str


@dataclass(frozen=True)
class BarisHalaman:
    """One agency on the page; figures are None where those of the last run are not there."""

    kode: str
    nama: str
    singkatan: str
    unit: tuple[str, ...]
    keadaan: str
    sebab: str
    wajib: int | None  # None where nothing was checked
    capaian: Decimal | None
    penyerapan: Decimal | None
    dinilai: tuple[int, int] | None
    dokumen: tuple[Tautan, ...]
    triwulan: tuple[Tautan, ...]
    lama: bool = False  # documents that an earlier run left
    temuan: str = ""  # the way to the list of findings

    @property
    def cari(self) -> str:
        """What a search looks through: names, kode, state and its reason, units, without accents and capitals."""
        return flatten(
            " ".join((self.nama, self.singkatan, self.kode, KEADAAN_LABEL[self.keadaan], self.sebab, *self.unit))
        )


@dataclass(frozen=True)
class Halaman:
    """The page: whose, which year and periode, its agencies, and the district's own documents by periode."""

    pemda: str
    tahun: int
    periode: str
    contoh: bool
    baris: tuple[BarisHalaman, ...]
    rekap: tuple[tuple[str, tuple[Tautan, ...]], ...]
    salah_nama: tuple[str, ...]

    @property
    def waktu(self) -> str:
        """ "Tahun 2025", "TW II Tahun 2025"."""
        tw = TW_LABEL.get(self.periode.lower())
        return f"{tw} Tahun {self.tahun}" if tw else f"Tahun {self.tahun}"

    def count(self, keadaan: str) -> int:
        """How many agencies are in that state."""
        return sum(b.keadaan == keadaan for b in self.baris)


def flatten(teks: str) -> str:
    """Text for a search: no accents, no capitals, single blanks.

    >>> flatten("Puskesmas  Béringin")
    'puskesmas beringin'
    """
    urai = unicodedata.normalize("NFKD", teks)
    return re.sub(r"\s+", " ", "".join(h for h in urai if not unicodedata.combining(h))).casefold().strip()


def render_halaman(halaman: Halaman) -> bytes:
    """The page (UTF-8), the same bytes for the same agencies."""
    teks = (
        make_environment()
        .get_template("indeks.html")
        .render(
            halaman=halaman,
            label=KEADAAN_LABEL,
            angka=_print_angka,
            persen=format_persen,
            kosong=KOSONG,
            gaya=Markup(f"{build_style('bawaan')}\n{(FOLDER / 'indeks.css').read_text('utf-8')}"),
            perilaku=Markup((FOLDER / "indeks.js").read_text("utf-8")),
        )
    )
    return clean_text(teks).encode("utf-8")


def _print_angka(x: Decimal | None) -> str:
    return format_angka(x, 2)


def list_tautan(nama: Sequence[tuple[str, str]], ada: Collection[str], milik: str, awal: str) -> tuple[Tautan, ...]:
    """The documents of these names that are there, each with its way."""
    return tuple(Tautan(kata, milik, f"{awal}/{berkas}") for berkas, kata in nama if berkas in ada)
