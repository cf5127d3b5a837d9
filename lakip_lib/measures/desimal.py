"""How many decimals the targets and realisasi of an indikator are printed with, the same everywhere."""

import re

from lakip_lib.measures.rincian import IndikatorRincian
from lakip_lib.rujukan import DIGIT_DIKETIK


def desimal_of(rincian: IndikatorRincian) -> int:
    """The decimals that an indikator's targets and realisasi are printed with at least: its own, else the most typed."""
    if rincian.desimal is not None:
        return rincian.desimal
    typed = [rincian.kondisi_awal, *rincian.target_versi.values(), *rincian.target_renstra.values()]
    typed += [teks for tahun in rincian.lintas_tahun for teks in (tahun.target, tahun.realisasi)]
    panjang = [len(pecahan) for teks in typed for pecahan in re.findall(r"\.(\d+)", teks or "")]
    return max((n for n in panjang if n <= DIGIT_DIKETIK), default=0)


def bentuk_nilai(rincian: IndikatorRincian) -> str:
    """The form of a reference to a target or realisasi of this indikator: "nilai2", "" without decimals."""
    digits = desimal_of(rincian)
    return f"nilai{digits}" if digits else ""
