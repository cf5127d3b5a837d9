"""A letter or sheet as data: parts in order, which the DOCX and the PDF renderer each set in their own way.

All text is text, never markup. What nobody knows yet stays blank: the renderers leave room to write by hand.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Rata = Literal["kiri", "tengah", "kanan"]
Warna = Literal["hijau", "kuning", "merah"]
WARNA: dict[Warna, str] = {"hijau": "#2E7D4F", "kuning": "#E6C65C", "merah": "#B2182B"}
KERTAS_MM = {"A4": (210, 297), "F4": (215, 330)}
TEPI_MM = {"atas": 20, "bawah": 25, "kiri": 30, "kanan": 20}  # DOMAIN §8: the left margin is for binding
TITIK = "." * 38  # room to write a name or a number by hand


@dataclass(frozen=True)
class Kop:
    """The letterhead: government, agency, lines of address; `logo` are PNG, JPEG or SVG bytes."""

    pemda: str
    instansi: str
    alamat: tuple[str, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True)
class Judul:
    """The centred title; `nomor` None: no line of it, "": room to write it; `bawah` are quieter lines."""

    teks: str
    nomor: str | None = None
    bawah: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subjudul:
    """A heading inside a sheet."""

    teks: str


@dataclass(frozen=True)
class Alinea:
    """A paragraph; `kecil` is a note in small grey letters."""

    teks: str
    rata: Rata = "kiri"
    tebal: bool = False
    kecil: bool = False


@dataclass(frozen=True)
class Alamat:
    """To whom: lines such as "Yth. Bupati …", "di", "Sarolangun"."""

    baris: tuple[str, ...]


@dataclass(frozen=True)
class Rincian:
    """Rows of label, colon and value; a blank value is room to write, a rule closes the rows where asked for."""

    pasangan: tuple[tuple[str, str], ...]
    lebar_cm: float = 3.0
    garis: bool = False


@dataclass(frozen=True)
class Daftar:
    """A list of points, numbered or not; `kecil` sets it in the letters of a table."""

    butir: tuple[str, ...]
    bernomor: bool = False
    kecil: bool = False


@dataclass(frozen=True)
class Kolom:
    """A table column: heading, relative width, alignment."""

    judul: str
    lebar: float
    rata: Rata = "kiri"


@dataclass(frozen=True)
class Sel:
    """A table cell: text, weight, span, and the coloured square before a word (never a colour alone)."""

    teks: str = ""
    tebal: bool = False
    rentang: int = 1
    lampu: Warna | None = None


Baris = tuple[str | Sel, ...]


@dataclass(frozen=True)
class Tabel:
    """A table whose head is repeated on each page. garis: hairlines between rows, or kisi where people write in cells.

    `tinggi_cm` is the least height of a row, `judul` names the table for readers who cannot see it.
    """

    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    garis: Literal["mendatar", "kisi"] = "mendatar"
    tinggi_cm: float = 0.0
    ukuran: float = 9.0


@dataclass(frozen=True)
class Pilihan:
    """A box to tick and its words."""

    teks: str
    dipilih: bool = False


@dataclass(frozen=True)
class Centang:
    """Boxes to tick, one a line or all in one row; `kecil` in the letters of a table."""

    pilihan: tuple[Pilihan, ...]
    sebaris: bool = False
    kecil: bool = False


@dataclass(frozen=True)
class RuangTulis:
    """Dotted lines to write on by hand."""

    baris: int = 1


@dataclass(frozen=True)
class SelKotak:
    """A cell of a boxed sheet: parts inside, relative width."""

    isi: tuple["Bagian", ...]
    lebar: float = 1.0


@dataclass(frozen=True)
class BarisKotak:
    """A row of a boxed sheet and its least height."""

    sel: tuple[SelKotak, ...]
    tinggi_cm: float = 0.0


@dataclass(frozen=True)
class Kotak:
    """A sheet drawn as boxes, as a lembar disposisi is."""

    baris: tuple[BarisKotak, ...]


@dataclass(frozen=True)
class Penanda:
    """One who signs: lines above the jabatan, the space, name (bold, underlined), pangkat, NIP; blanks are dotted.

    `tanda` is a word that a signing service replaces; nothing else is ever drawn in the space.
    """

    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    atas: tuple[str, ...] = ()
    tanda: str = ""


@dataclass(frozen=True)
class TandaTangan:
    """Signature blocks left and right, names on one line; `ruang_cm` is the space to sign in.

    `penuh`: the right block alone, over the whole width, as in a cell of a boxed sheet.
    """

    kanan: Penanda
    kiri: Penanda | None = None
    ruang_cm: float = 2.0
    penuh: bool = False


@dataclass(frozen=True)
class Utuh:
    """Parts that stay together on one page."""

    isi: tuple["Bagian", ...]


@dataclass(frozen=True)
class Resi:
    """A strip to cut off, with its parts."""

    isi: tuple["Bagian", ...]


@dataclass(frozen=True)
class HalamanBaru:
    """A page break."""


Bagian = (
    Judul
    | Subjudul
    | Alinea
    | Alamat
    | Rincian
    | Daftar
    | Tabel
    | Centang
    | RuangTulis
    | Kotak
    | TandaTangan
    | Utuh
    | Resi
    | HalamanBaru
)


@dataclass(frozen=True)
class Naskah:
    """A whole letter or sheet. `judul` names the file, `tanggal` is its only clock, `jejak` stands in its foot."""

    judul: str
    penulis: str
    tanggal: date
    bagian: tuple[Bagian, ...]
    kop: Kop | None = None
    jejak: str = ""
    kertas: Literal["A4", "F4"] = "A4"
    huruf: str = "bawaan"
    contoh: bool = False
    lanskap: bool = False
