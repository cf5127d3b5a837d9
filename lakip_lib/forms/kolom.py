"""The unit's form as data: its sheets F1–F5, the constants of its layout, and which columns are open (PROMISES §4)."""

from lakip_lib.forms.kolom_capaian import F1, F2
from lakip_lib.forms.kolom_dukung import F3, F4, F5
from lakip_lib.forms.skema import LembarIsian
from lakip_lib.istilah import TW

LEMBAR_META = "_meta"
KUNCI_META = ("instansi", "tahun", "periode", "unit", "versi", "sha256")
KOLOM_KODE = "D"  # of _meta: the unit's codes, for F4's list
LEMBAR_PETUNJUK = "Petunjuk"
LEMBAR_CATATAN = "Catatan"
BARIS_JUDUL_KOLOM = 5  # Excel row of the headers in F1–F5; data begin one row below

LEMBAR_ISIAN = (F1, F2, F3, F4, F5)


def get_lembar(kode: str) -> LembarIsian:
    """The sheet of that code, "F1" to "F5"; KeyError otherwise."""
    return {lembar.kode: lembar for lembar in LEMBAR_ISIAN}[kode]


def list_kolom_terbuka(lembar: LembarIsian, periode: str) -> tuple[str, ...]:
    """Identifiers the unit may write in that period's form: a TW2 form leaves TW III, TW IV and the year locked."""
    closed: set[str] = set()
    if lembar.kode == "F1" and periode != "tahunan":
        closed = {"realisasi", *TW[TW.index(periode.lower()) + 1 :]}
    return tuple(k.nama_kolom for k in lembar.kolom if k.ditulis_unit and k.nama_kolom not in closed)
