"""Budget realisation as finance exports it (DOMAIN §7.2): code grammar, table shapes, tree, months, traces to cells."""

from lakip_lib.intake.lra.baca import read_lra
from lakip_lib.intake.lra.bentuk import Asal, BarisAnggaran, BarisMentah, Lra, Skpd, TabelAnggaran
from lakip_lib.intake.lra.kode import (
    LEVEL_LABEL,
    KodeAnggaran,
    KodeDitolak,
    Level,
    build_peta,
    map_kode,
    natural_kode,
    normalise_kode,
    parse_kode,
)
from lakip_lib.intake.lra.pilih import read_pohon
from lakip_lib.intake.lra.pohon import Pohon
from lakip_lib.intake.lra.ringkas import RingkasLevel, describe_lra

__all__ = [
    "LEVEL_LABEL",
    "Asal",
    "BarisAnggaran",
    "BarisMentah",
    "KodeAnggaran",
    "KodeDitolak",
    "Level",
    "Lra",
    "Pohon",
    "RingkasLevel",
    "Skpd",
    "TabelAnggaran",
    "build_peta",
    "describe_lra",
    "map_kode",
    "natural_kode",
    "normalise_kode",
    "parse_kode",
    "read_lra",
    "read_pohon",
]
