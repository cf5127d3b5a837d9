"""The forms as data, and as workbooks."""

from lakip_lib.forms.kolom import (
    BARIS_JUDUL_KOLOM,
    F1,
    F2,
    F3,
    F4,
    F5,
    KUNCI_META,
    LEMBAR_CATATAN,
    LEMBAR_ISIAN,
    LEMBAR_META,
    LEMBAR_PETUNJUK,
    get_lembar,
    list_kolom_terbuka,
)
from lakip_lib.forms.kolom_rencana import TABEL_RENCANA, get_tabel
from lakip_lib.forms.skema import KolomIsian, LembarIsian, TabelRencana, build_kunci_baris, normalise_judul

__all__ = [
    "BARIS_JUDUL_KOLOM",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "KUNCI_META",
    "LEMBAR_CATATAN",
    "LEMBAR_ISIAN",
    "LEMBAR_META",
    "LEMBAR_PETUNJUK",
    "TABEL_RENCANA",
    "KolomIsian",
    "LembarIsian",
    "TabelRencana",
    "build_kunci_baris",
    "get_lembar",
    "get_tabel",
    "list_kolom_terbuka",
    "normalise_judul",
]
