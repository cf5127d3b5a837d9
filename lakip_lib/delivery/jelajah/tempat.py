"""Which agency-years can be explored: those whose figures are in data/processed."""

import json
from pathlib import Path

from lakip_lib.istilah import PERIODE
from lakip_lib.settings import Lokasi
from lakip_lib.settings.lokasi import SLUG

LENGKAP = "lengkap.json"
BELUM_ADA = (
    "Belum ada yang dapat dijelajahi: folder {folder} belum berisi hasil hitungan. Jalankan lebih dahulu di terminal, "
    "dari folder lakip:  lakip analisis data/raw/<tahun>/<instansi>  lalu jalankan ulang sel ini."
)


def find_lokasi(akar: Path) -> tuple[Lokasi, ...]:
    """The agency-years and periods below `akar` with computed figures, the latest year first, then by name."""
    folder = akar / "data" / "processed"
    bagian: list[tuple[str, ...]] = [path.parent.relative_to(folder).parts for path in folder.glob(f"*/*/**/{LENGKAP}")]
    ada = [
        Lokasi(akar, int(tahun), instansi, periode[0] if periode else "tahunan")
        for tahun, instansi, *periode in bagian
        if tahun.isdigit() and SLUG.fullmatch(instansi) and (not periode or periode[0] in PERIODE) and len(periode) < 2
    ]
    return tuple(sorted(ada, key=lambda x: (-x.tahun, x.instansi, PERIODE.index(x.periode))))


def name_instansi(lokasi: Lokasi) -> str:
    """The agency's name as its figures carry it."""
    data = json.loads((lokasi.processed / LENGKAP).read_text("utf-8"))
    return str(data["instansi"]["nama"])


def describe_kosong(akar: Path) -> str:
    """What to run where there is nothing to explore yet, in Indonesian."""
    return BELUM_ADA.format(folder=(akar / "data" / "processed").as_posix())
