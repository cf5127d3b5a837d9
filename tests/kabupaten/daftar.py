"""Which agencies there are, and which of them hand in something faulty: both by number and seed, whatever the count."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from .bahan import read_bahan

BLOK = 50  # agencies over which the shares of faults hold
TERBACA = 5  # among so many first agencies is one with an unreadable form
_POHON = (
    "Meranti", "Jelutung", "Kulim", "Tembesu", "Bulian", "Merbau", "Gaharu", "Sungkai", "Medang", "Keruing", "Balam", "Nibung",
    "Rengas", "Pulai", "Kempas", "Kelat", "Petai", "Durian", "Manggis", "Duku", "Rambai", "Cempedak", "Kemang", "Rukam",
)  # fmt: skip
_TEMPAT = (
    "Hulu", "Hilir", "Tengah", "Barat", "Timur", "Utara", "Selatan", "Jaya", "Makmur", "Sakti", "Indah", "Permai",
    "Lama", "Baru", "Raya", "Sejahtera", "Mulia", "Bersatu", "Damai", "Lestari", "Agung", "Sentosa", "Bakti", "Mandiri",
)  # fmt: skip
_LANJUT = (
    ("kecamatan", "kecil", 55),
    ("puskesmas", "menengah", 39),
    ("rsud", "besar", 6),
)  # after those of perangkat.csv


class Cacat(StrEnum):
    """What is wrong with what an agency hands in; the first three are wajib findings, the next three unreadable forms."""

    AMBIGU = "angka-ambigu"
    TANPA_FORMULIR = "formulir-belum-masuk"
    KODE_ASING = "kode-tidak-dikenal"
    TERPOTONG = "formulir-terpotong"
    BERSANDI = "formulir-bersandi"
    BUKAN_EXCEL = "formulir-bukan-excel"
    TANPA_LRA = "lra-belum-ada"
    PENGATURAN = "pengaturan-salah"


TAK_TERBACA = (Cacat.TERPOTONG, Cacat.BERSANDI, Cacat.BUKAN_EXCEL)
_WAJIB = (Cacat.AMBIGU, Cacat.AMBIGU, Cacat.TANPA_FORMULIR, Cacat.TANPA_FORMULIR, Cacat.KODE_ASING)


@dataclass(frozen=True)
class Perangkat:
    """One agency: its number from 1, folder, names, the theme of its work and its size (kecil, menengah, besar)."""

    nomor: int
    slug: str
    nama: str
    singkatan: str
    tema: str
    ukuran: str


def get_perangkat(nomor: int, benih: int) -> Perangkat:
    """The agency of that number: from perangkat.csv, then ever more kecamatan, puskesmas and a few hospitals."""
    rows = read_bahan("perangkat")
    if nomor <= len(rows):
        row = rows[nomor - 1]
        if row["slug"]:
            return Perangkat(nomor, **row)
        return _name_wilayah(nomor, row["tema"], row["ukuran"])
    tema, ukuran, _ = Random(f"{benih}/{nomor}/jenis").choices(_LANJUT, [bobot for *_, bobot in _LANJUT])[0]
    return _name_wilayah(nomor, tema, ukuran)


def _name_wilayah(nomor: int, tema: str, ukuran: str) -> Perangkat:
    """An agency named after an invented place; no two numbers share a name."""
    putaran, urut = divmod(nomor, len(_POHON) * len(_TEMPAT))
    tempat = f"{_POHON[urut % len(_POHON)]} {_TEMPAT[urut // len(_POHON)]}" + (f" {putaran + 1}" if putaran else "")
    jenis = {"kecamatan": "Kecamatan", "puskesmas": "Puskesmas", "rsud": "Rumah Sakit Umum Daerah"}[tema]
    slug = f"{tema}-{tempat}".lower().replace(" ", "-")
    singkatan = "RSUD" if tema == "rsud" else jenis
    return Perangkat(nomor, slug, f"{jenis} Contoh {tempat}", singkatan, tema, ukuran)


def list_perangkat(jumlah: int, benih: int) -> list[Perangkat]:
    """The first agencies of a kabupaten."""
    return [get_perangkat(nomor, benih) for nomor in range(1, jumlah + 1)]


def _list_nomor_cacat(blok: int, benih: int) -> dict[int, Cacat]:
    """The faulty agencies of a block by number; in the first block they stand among 45, one of the unreadable among five."""
    acak = Random(f"{benih}/cacat/{blok}")
    tak_terbaca = list(TAK_TERBACA)
    acak.shuffle(tak_terbaca)
    if blok > 0:
        nomor = acak.sample(range(blok * BLOK + 1, (blok + 1) * BLOK + 1), 9)
        return dict(zip(nomor, [*tak_terbaca[:2], *_WAJIB, Cacat.TANPA_LRA, Cacat.PENGATURAN], strict=True))
    nomor = [acak.randint(1, TERBACA), *acak.sample(range(TERBACA + 1, 46), 9)]
    return dict(zip(nomor, [*tak_terbaca, *_WAJIB, Cacat.TANPA_LRA, Cacat.PENGATURAN], strict=True))


def list_cacat(jumlah: int, benih: int = 1) -> dict[str, Cacat]:
    """The faulty agencies among the first `jumlah` by slug, and what is wrong with each."""
    semua = {n: c for blok in range((jumlah + BLOK - 1) // BLOK) for n, c in _list_nomor_cacat(blok, benih).items()}
    return {get_perangkat(n, benih).slug: semua[n] for n in sorted(semua) if n <= jumlah}
