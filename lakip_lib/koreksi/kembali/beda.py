"""What came back otherwise than it was sent: one record a difference."""

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """Kinds of differences; the value is the rule that a finding names."""

    PARAGRAF_BERUBAH = "paragraf-berubah"
    PARAGRAF_BARU = "paragraf-baru"
    PARAGRAF_HILANG = "paragraf-hilang"
    PARAGRAF_PINDAH = "paragraf-pindah"
    JUDUL_BERUBAH = "judul-berubah"
    JUDUL_BARU = "judul-baru"
    JUDUL_HILANG = "judul-hilang"
    TABEL_BARU = "tabel-baru"
    TABEL_HILANG = "tabel-hilang"
    BARIS_BARU = "baris-baru"
    BARIS_HILANG = "baris-hilang"
    SEL_BERUBAH = "sel-berubah"
    GAMBAR_BARU = "gambar-baru"
    GAMBAR_HILANG = "gambar-hilang"
    ANGKA_BERUBAH = "angka-berubah"
    ANGKA_NASKAH = "angka-naskah-berbeda"
    DRAF_DIKONFIRMASI = "draf-dikonfirmasi"
    CATATAN_KAKI = "catatan-kaki"
    KOMENTAR = "komentar"


@dataclass(frozen=True)
class Beda:
    """One difference: its kind, place and both texts.

    `naskah` names the text of narasi/ that it belongs to ("" for none); `diterima` says whether `plan_terima` carries it
    there; `alasan` why not, and where to mend it instead (Indonesian sentences). `ref` names a figure of hasil.json,
    `baris` and `kolom` the cell of a table. `lama_ke` and `baru_ke` are the places among the elements of both documents.
    """

    jenis: Jenis
    tempat: str
    lama: str = ""
    baru: str = ""
    naskah: str = ""
    diterima: bool = False
    alasan: str = ""
    ref: str = ""
    baris: str = ""
    kolom: str = ""
    penulis: tuple[str, ...] = ()
    lama_ke: int | None = None
    baru_ke: int | None = None
