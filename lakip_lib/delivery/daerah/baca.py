"""The agencies of a district as they lie on disk: state, figures of this year and of the last."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from lakip_lib.delivery.daerah.sebutan import Sebutan, merge_identitas, read_sebutan
from lakip_lib.delivery.keadaan import load_keadaan
from lakip_lib.errors import SettingsError
from lakip_lib.measures import Hasil
from lakip_lib.measures.daerah import BahanInstansi, HasilDaerah, compute_daerah, is_terhitung
from lakip_lib.settings import Lokasi, LokasiDaerah, read_instansi

RUSAK = "hasil.json tidak dapat dibaca; jalankan lagi pengolahan instansi ini."
MILIK_LAIN = "hasil.json memuat instansi, tahun, atau periode lain; jalankan lagi pengolahan instansi ini."
# What stands before a folder of PROMISES §1 in an absolute path, as in messages of a batch that ran elsewhere.
_AWAL = re.compile(
    r"(?:(?<!\S)|(?<=['\"“(]))(?:/|[A-Za-z]:[\\/])\S*?(?=(?:data[\\/](?:raw|processed|alur)|reports)[\\/]\d{4}\b)"
)


def load_daerah(daerah: LokasiDaerah) -> HasilDaerah:
    """All figures of the district, computed from the hasil.json of its agencies."""
    pasangan = [(lokasi, read_sebutan(lokasi)) for lokasi in daerah.list_instansi()]
    return compute_daerah(
        merge_identitas((s for _, s in pasangan), daerah.tahun),
        list_bahan(pasangan),
        tahun=daerah.tahun,
        periode=daerah.periode,
        salah_nama=daerah.list_salah_nama(),
    )


def list_bahan(pasangan: list[tuple[Lokasi, Sebutan]]) -> Iterator[BahanInstansi]:
    """Each agency in turn, read when it is asked for."""
    for lokasi, sebutan in pasangan:
        yield read_bahan(lokasi, sebutan)


def read_bahan(lokasi: Lokasi, sebutan: Sebutan) -> BahanInstansi:
    """One agency: its state by the last batch, its hasil.json, last year's where that counts."""
    keadaan = load_keadaan(lokasi)
    hasil, rusak = read_hasil(lokasi)
    lalu = read_lalu(Lokasi(lokasi.akar, lokasi.tahun - 1, lokasi.instansi, lokasi.periode))
    dikenal = next((h.instansi["nama"] for h in (hasil, lalu) if h and sebutan.nama == lokasi.instansi), sebutan.nama)
    return BahanInstansi(
        kode=lokasi.instansi,
        nama=dikenal,
        singkatan=sebutan.singkatan,
        ada_isi=has_content(lokasi),
        kode_keluar=keadaan.kode_keluar if keadaan else None,
        tahap=keadaan.tahap if keadaan else None,
        wajib=keadaan.wajib if keadaan else 0,
        pesan=tuple(shorten_jalur(p, lokasi.akar) for p in keadaan.pesan) if keadaan else (),
        setelan="" if keadaan or hasil else shorten_jalur(find_setelan(lokasi), lokasi.akar),
        rusak=rusak,
        hasil=hasil,
        lalu=lalu,
    )


def read_hasil(lokasi: Lokasi) -> tuple[Hasil | None, str]:
    """The promised figures of an agency, or None and why they cannot be used ("" where there are none)."""
    path = lokasi.reports / "hasil.json"
    if not path.is_file():
        return None, ""
    try:
        hasil = Hasil.model_validate_json(path.read_bytes())
    except ValidationError:
        return None, RUSAK
    milik = (hasil.instansi.get("kode"), hasil.tahun, hasil.periode)
    return (hasil, "") if milik == (lokasi.instansi, lokasi.tahun, lokasi.periode) else (None, MILIK_LAIN)


def read_lalu(lokasi: Lokasi) -> Hasil | None:
    """Last year's figures, None where there are none or where last year's batch did not come so far."""
    keadaan = load_keadaan(lokasi)
    if keadaan and not is_terhitung(keadaan.kode_keluar, keadaan.tahap):
        return None
    return read_hasil(lokasi)[0]


def shorten_jalur(teks: str, akar: Path) -> str:
    """A message with its paths relative to the district's root, so that it says the same on every machine.

    >>> shorten_jalur("Tidak ada di /srv/kab a/data/raw/2025/dishub; lihat /mnt/b/reports/2025", Path("/srv/kab a"))
    'Tidak ada di data/raw/2025/dishub; lihat reports/2025'
    >>> shorten_jalur("Berkas a/data/raw/2025/dishub/lra.csv tidak ditemukan.", Path("a"))
    'Berkas data/raw/2025/dishub/lra.csv tidak ditemukan.'
    """
    for satu in (akar.resolve(), akar.absolute(), akar):
        for awal in {f"{satu}{os.sep}", f"{satu.as_posix()}/"} - {"./", f".{os.sep}"}:
            teks = re.sub(rf"(?<![\w./\\-]){re.escape(awal)}", "", teks)
    return _AWAL.sub("", teks)


def has_content(lokasi: Lokasi) -> bool:
    """Whether anything but hidden files lies in an agency's folder."""
    return any(nama[0] != "." for nama in list_berkas(lokasi.raw))


def list_berkas(folder: Path) -> frozenset[str]:
    """The names in a folder that may not be there."""
    try:
        return frozenset(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()


def find_setelan(lokasi: Lokasi) -> str:
    """Why instansi.toml cannot be used, "" where it can."""
    try:
        read_instansi(lokasi.settings)
    except SettingsError as error:
        return str(error)
    return ""
