"""The document as data: blocks that every renderer (PDF, DOCX, HTML) sets in its own way.

The text of a block is text, never markup. A figure stands in a run of its own whose `ref` names it: a path into
hasil.json such as "indikator/IKU-1/capaian" (lists are entered by kode). References let each document be read back
against hasil.json.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

MIME = "application/vnd.lakip+json"


class Blok(BaseModel):
    """Base of all blocks: frozen, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Run(Blok):
    """A stretch of text in one style; `tautan` is an http(s) address or "#id" of a block in the same document."""

    teks: str
    tebal: bool = False
    miring: bool = False
    ref: str | None = None
    tautan: str | None = None


class Judul(Blok):
    """A heading: tingkat 1 is a Bab ("BAB III" in nomor), 2 "A.", 3 "1.", 4 and 5 unnumbered; depan: front matter."""

    jenis: Literal["judul"] = "judul"
    tingkat: int = Field(ge=1, le=5)
    teks: str
    id: str
    nomor: str = ""
    depan: bool = False
    daftar: bool = True  # listed in Daftar Isi
    naskah: str = ""  # see Paragraf


class Paragraf(Blok):
    """A paragraph. gaya: biasa, catatan (note under a table), belum (a text that was not supplied), draf (a generated
    sentence that awaits confirmation), tengah (centred), kutipan.

    `naskah` names the text of narasi/ that a block was read from, or that takes its place once it is written (a default
    preface, a note that nothing was supplied, a draft): that is where a correction of it goes.
    """

    jenis: Literal["paragraf"] = "paragraf"
    isi: tuple[Run, ...]
    gaya: Literal["biasa", "catatan", "belum", "draf", "tengah", "kutipan"] = "biasa"
    naskah: str = ""


class Daftar(Blok):
    """A list of points, numbered or not; each point is a row of runs."""

    jenis: Literal["daftar"] = "daftar"
    butir: tuple[tuple[Run, ...], ...]
    bernomor: bool = False
    naskah: str = ""


class Kolom(Blok):
    """A table column: heading, alignment ("desimal" = right-aligned on the decimal comma), relative width."""

    judul: str
    rata: Literal["kiri", "kanan", "tengah", "desimal"] = "kiri"
    lebar: float = 1.0


class Isi(Blok):
    """A table cell: runs, the span over columns and rows, an indent level, and the kategori square (a scale label)."""

    isi: tuple[Run, ...] = ()
    lebar: int = Field(default=1, ge=1)
    tinggi: int = Field(default=1, ge=1)
    indentasi: int = 0
    kotak: str | None = None  # colour "#rrggbb" of the small square before the text


class Baris(Blok):
    """A table row; gaya total is bold above a line, sub a subtotal or group heading."""

    sel: tuple[Isi, ...]
    gaya: Literal["biasa", "total", "sub"] = "biasa"


class Tabel(Blok):
    """A captioned table. `kode` is its kind by DOMAIN §2 ("T3.1"), `nomor` its printed number ("3.1"), `id` unique.

    kepala_atas: an optional first head row of (text, span) over `kolom`. A cell that spans rows is given once, and the
    rows below leave it out. Tables without nomor (small ones inside the ikhtisar) carry no caption and are not listed.
    """

    jenis: Literal["tabel"] = "tabel"
    id: str
    kode: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    nomor: str = ""
    kepala_atas: tuple[tuple[str, int], ...] = ()
    catatan: tuple[tuple[Run, ...], ...] = ()
    sumber: str = ""
    lanskap: bool = False
    urut: bool = True  # sortable in HTML
    naskah: str = ""


class Gambar(Blok):
    """A captioned chart: the plotly figure as JSON, alt text, and the data table that stands in where no browser is.

    `tinggi` is in millimetres at text width (`lebar` 1.0). A figure without nomor carries no caption and is not listed.
    """

    jenis: Literal["gambar"] = "gambar"
    id: str
    kode: str
    judul: str
    figur: dict[str, Any]
    alt: str
    tabel: Tabel
    nomor: str = ""
    sumber: str = ""
    tinggi: float = 80
    lebar: float = 1.0


class Kartu(Blok):
    """One large figure of the dashboard: a label, the figure, and a quiet line (last year's) below."""

    label: str
    angka: Run
    keterangan: tuple[Run, ...] = ()


class DeretKartu(Blok):
    """A row of large figures."""

    jenis: Literal["kartu"] = "kartu"
    kartu: tuple[Kartu, ...]


class Ttd(Blok):
    """A signature block at the right (or two, side by side: `pihak` in order left, right). No signature is drawn.

    `ruang` is a text in the space of the right one: the mark that a signing service replaces, or where a digital signature
    is checked; empty where it is signed by hand. `bingkai` frames that space and the name below; `catatan` is a note at the
    page's foot.
    """

    jenis: Literal["ttd"] = "ttd"
    tempat_tanggal: str
    pihak: tuple[tuple[str, ...], ...]  # per party: lines above the space; last three are NAMA, pangkat, NIP
    ruang: str = ""
    bingkai: bool = False
    catatan: str = ""


class DaftarOtomatis(Blok):
    """A generated list: isi, tabel, gambar or lampiran."""

    jenis: Literal["daftar_otomatis"] = "daftar_otomatis"
    isi: Literal["isi", "tabel", "gambar", "lampiran"]


class Halaman(Blok):
    """A page break."""

    jenis: Literal["halaman"] = "halaman"


AnyBlok = Annotated[
    Judul | Paragraf | Daftar | Tabel | Gambar | DeretKartu | Ttd | DaftarOtomatis | Halaman,
    Field(discriminator="jenis"),
]
BLOK = TypeAdapter(tuple[AnyBlok, ...])


class Penjelasan(Blok):
    """What the HTML opens for a figure: its formula in words, its inputs and the cells they were typed in."""

    judul: str
    rumus: str
    masukan: tuple[tuple[str, str], ...]  # (name, value as printed)
    sumber: tuple[tuple[str, str], ...]  # (role, "berkas › lembar › sel")


class Identitas(Blok):
    """What cover, running head, file properties and stamp need."""

    judul: str
    subjudul: str
    instansi: str
    singkatan: str
    pemda: str
    alamat: tuple[str, ...]
    tahun: int
    periode: str
    tempat_tahun: str  # foot of the cover: "Sarolangun, 2026"
    tanggal: str  # ISO date of the document; there is no clock in a file
    logo: str | None = None  # SVG or PNG, base64 data URI
    kertas: Literal["A4", "F4"] = "A4"
    huruf: str = "bawaan"
    konsep: bool = True
    contoh: bool = False


class Dokumen(Blok):
    """The whole document: identity, blocks in order, explanations by ref, and hasil.json as it was used."""

    identitas: Identitas
    blok: tuple[AnyBlok, ...]
    penjelasan: dict[str, Penjelasan] = {}
    hasil: dict[str, Any] = {}


def join_text(runs: tuple[Run, ...]) -> str:
    """The plain text of a row of runs."""
    return "".join(run.teks for run in runs)
