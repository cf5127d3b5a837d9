"""How agencies are called, read leniently from instansi.toml: a page that finds an agency must not want its settings good."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lakip_lib.measures.daerah import IdentitasDaerah
from lakip_lib.settings import Lokasi

PEMDA = "Pemerintah Daerah"


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
    """The names in an agency's instansi.toml; the folder's name where it cannot be read."""
    try:
        data = tomllib.loads(lokasi.settings.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Sebutan(nama=lokasi.instansi)
    instansi, periode, atur = (_table(data, nama) for nama in ("instansi", "periode", "pengaturan"))
    tanggal = periode.get("tanggal_dokumen")
    return Sebutan(
        nama=_text(instansi, "nama") or lokasi.instansi,
        singkatan=_text(instansi, "singkatan"),
        pemda=_text(instansi, "pemda"),
        ibu_kota=_text(instansi, "ibu_kota"),
        tanggal=tanggal.isoformat() if type(tanggal) is date else "",
        kertas=_text(atur, "kertas"),
        contoh=instansi.get("contoh") is True,
        unit=tuple(_list_unit(data)),
    )


def _table(data: dict[str, Any], nama: str) -> dict[str, Any]:
    isi = data.get(nama)
    return isi if isinstance(isi, dict) else {}


def _text(data: dict[str, Any], nama: str) -> str:
    isi = data.get(nama)
    return isi if isinstance(isi, str) else ""


def _list_unit(data: dict[str, Any]) -> Iterable[str]:
    daftar = data.get("unit")
    for unit in daftar if isinstance(daftar, list) else ():
        if isinstance(unit, dict):
            yield from (teks for teks in (_text(unit, "nama"), _text(unit, "kode")) if teks)


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
