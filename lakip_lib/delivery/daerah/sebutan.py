"""How agencies are called, read leniently from instansi.toml: a page that finds an agency must not want its settings good."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lakip_lib.measures.daerah import IdentitasDaerah
from lakip_lib.settings import Lokasi

PEMDA = "Pemerintah Daerah"
BARIS = re.compile(
    r"""^[ \t]*(?:\[\[?[ ]*(?P<bagian>[\w.-]+)[ ]*\]\]?|(?P<kunci>\w+)[ \t]*=[ \t]*"""
    r"""(?P<isi>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.:+-]+))[ \t\r]*(?:\#.*)?$""",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Sebutan:
    """What an agency is called, and what it says of its district; texts are "" where there is nothing to read."""

    nama: str
    singkatan: str = ""
    pemda: str = ""
    ibu_kota: str = ""
    tanggal: str = ""
    kertas: str = ""
    contoh: bool = False
    unit: tuple[str, ...] = ()


def read_sebutan(lokasi: Lokasi) -> Sebutan:
    """The names in an agency's instansi.toml, also where it cannot be used; last year's where there is none.

    Line by line: that finds the names in a file that is broken elsewhere, and reads hundreds of files at once.
    """
    path = lokasi.settings
    try:
        teks = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return _recall_sebutan(lokasi)
    nilai: dict[tuple[str, str], str] = {}
    unit: list[str] = []
    for bagian, kunci, isi in list_pasangan(teks):
        if bagian == "unit":
            unit += [isi] if kunci in {"kode", "nama"} and isi else []
        else:
            nilai.setdefault((bagian, kunci), isi)
    return Sebutan(
        nama=nilai.get(("instansi", "nama"), "") or lokasi.instansi,
        singkatan=nilai.get(("instansi", "singkatan"), ""),
        pemda=nilai.get(("instansi", "pemda"), ""),
        ibu_kota=nilai.get(("instansi", "ibu_kota"), ""),
        tanggal=_check_tanggal(nilai.get(("periode", "tanggal_dokumen"), "")),
        kertas=nilai.get(("pengaturan", "kertas"), ""),
        contoh=nilai.get(("instansi", "contoh")) == "true",
        unit=tuple(unit),
    )


def _recall_sebutan(lokasi: Lokasi) -> Sebutan:
    """What an agency that has not begun this year was called last year, the folder's name where it is new."""
    dulu = Lokasi(lokasi.akar, lokasi.tahun - 1, lokasi.instansi)
    if not dulu.settings.is_file():
        return Sebutan(nama=lokasi.instansi)
    lama = read_sebutan(dulu)
    return Sebutan(nama=lama.nama, singkatan=lama.singkatan, unit=lama.unit)


def list_pasangan(teks: str) -> Iterator[tuple[str, str, str]]:
    """Section, key and value of each plain line of a TOML text: strings without their quotes, others as they stand.

    >>> list(list_pasangan('[instansi]\\nnama = "Dinas A" # baru\\ncontoh = true'))
    [('instansi', 'nama', 'Dinas A'), ('instansi', 'contoh', 'true')]
    """
    bagian = ""
    for baris in BARIS.finditer(teks):
        if baris["bagian"] is not None:
            bagian = baris["bagian"]
        else:
            yield bagian, baris["kunci"], _unquote(baris["isi"])


def _unquote(isi: str) -> str:
    if isi[0] == "'":
        return isi[1:-1]
    if isi[0] != '"':
        return isi
    try:
        return str(json.loads(isi))  # the escapes of JSON are those of TOML
    except ValueError:
        return isi[1:-1]


def _check_tanggal(teks: str) -> str:
    try:
        return date.fromisoformat(teks).isoformat()
    except ValueError:
        return ""


def merge_identitas(sebutan: Iterable[Sebutan], tahun: int) -> IdentitasDaerah:
    """Whose district it is, by what most agencies say; dated as the latest of their documents."""
    daftar = list(sebutan)
    return IdentitasDaerah(
        pemda=_commonest(s.pemda for s in daftar) or PEMDA,
        ibu_kota=_commonest(s.ibu_kota for s in daftar),
        tanggal=max((s.tanggal for s in daftar), default="") or f"{tahun}-12-31",
        contoh=any(s.contoh for s in daftar),
        kertas="F4" if _commonest(s.kertas for s in daftar) == "F4" else "A4",
    )


def _commonest(teks: Iterable[str]) -> str:
    banyak = Counter(t for t in teks if t)
    return min(banyak, key=lambda t: (-banyak[t], t), default="")
