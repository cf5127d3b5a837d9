"""Indonesian numbers, rupiah, words for amounts and dates: parse and format side by side."""

from lakip_lib.formats.aman import guard_text, unguard_text
from lakip_lib.formats.angka import Angka, angka_from_nilai, clean_teks, detect_desimal, parse_angka
from lakip_lib.formats.cetak import (
    KOSONG,
    MINUS,
    Bilangan,
    format_angka,
    format_persen,
    format_ringkas,
    format_rupiah,
    format_uang,
    round_half_up,
    to_decimal,
)
from lakip_lib.formats.rentang import parse_rentang
from lakip_lib.formats.tanggal import (
    format_hari_bulan,
    format_hari_tanggal,
    format_romawi,
    format_saat,
    format_tanggal,
    parse_tanggal,
    parse_triwulan,
)
from lakip_lib.formats.terbilang import terbilang

__all__ = [
    "KOSONG",
    "MINUS",
    "Angka",
    "Bilangan",
    "angka_from_nilai",
    "clean_teks",
    "detect_desimal",
    "format_angka",
    "format_hari_bulan",
    "format_hari_tanggal",
    "format_persen",
    "format_ringkas",
    "format_romawi",
    "format_rupiah",
    "format_saat",
    "format_tanggal",
    "format_uang",
    "guard_text",
    "parse_angka",
    "parse_rentang",
    "parse_tanggal",
    "parse_triwulan",
    "round_half_up",
    "terbilang",
    "to_decimal",
    "unguard_text",
]
