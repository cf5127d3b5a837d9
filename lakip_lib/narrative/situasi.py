"""In what situation a figure stands: the words of a sentence follow from it, never from the figure's looks."""

from collections.abc import Callable
from enum import StrEnum

from lakip_lib.istilah import Agregasi, Arah, Metode, Status, is_setahun
from lakip_lib.measures.hasil import Hasil, IndikatorHasil
from lakip_lib.measures.rumus import is_stabil, parse_nilai


class Situasi(StrEnum):
    """Where realisasi stands beside its target: by status, arah and the form of the target."""

    LAMPAU_TINGGI = "melampaui, makin tinggi makin baik"
    LAMPAU_RENDAH = "melampaui, makin rendah makin baik"
    CAPAI = "mencapai"
    CAPAI_RENTANG = "mencapai, di dalam rentang"
    CAPAI_DEKAT = "mencapai, makin dekat makin baik"
    CAPAI_KELUARAN = "mencapai, ada atau tidak ada"
    KURANG = "belum mencapai, makin tinggi makin baik"
    LEBIH = "belum mencapai, makin rendah makin baik"
    JAUH = "belum mencapai, makin dekat makin baik"
    BELUM_KELUARAN = "belum mencapai, ada atau tidak ada"
    TAK_DINILAI = "belum dapat dinilai"


class Gerak(StrEnum):
    """Where realisasi went since last year, and whether that is good."""

    NAIK_BAIK = "naik, membaik"
    TURUN_BAIK = "turun, membaik"
    NAIK_BURUK = "naik, memburuk"
    TURUN_BURUK = "turun, memburuk"
    DEKAT = "mendekati target, membaik"
    JAUH = "menjauhi target, memburuk"
    TETAP = "tetap"
    TETAP_JARAK = "bergeser, sama jauhnya dari target"
    TANPA_TAHUN_INI = "tanpa realisasi tahun ini"
    TANPA_TAHUN_LALU = "tanpa realisasi tahun lalu"
    BELUM_SETAHUN = "sebagian tahun, belum setara dengan setahun penuh"
    TAK_TERBACA = "tidak dapat dibandingkan"


MEMBAIK = frozenset({Gerak.NAIK_BAIK, Gerak.TURUN_BAIK, Gerak.DEKAT})
MEMBURUK = frozenset({Gerak.NAIK_BURUK, Gerak.TURUN_BURUK, Gerak.JAUH})
TETAP = frozenset({Gerak.TETAP, Gerak.TETAP_JARAK})


def find_situasi(item: IndikatorHasil) -> Situasi:
    """The situation of an indikator's result."""
    if item.capaian is None or item.status is Status.TAK_DINILAI:
        return Situasi.TAK_DINILAI
    if item.status is Status.BELUM:
        return _find_belum(item)
    if item.status is Status.MELAMPAUI:
        return Situasi.LAMPAU_RENDAH if item.arah is Arah.MIN else Situasi.LAMPAU_TINGGI
    if item.metode is Metode.BIN:
        return Situasi.CAPAI_KELUARAN
    if item.metode is Metode.RANGE:
        return Situasi.CAPAI_RENTANG
    return Situasi.CAPAI_DEKAT if item.arah is Arah.STABIL else Situasi.CAPAI


def _find_belum(item: IndikatorHasil) -> Situasi:
    if item.metode is Metode.BIN:
        return Situasi.BELUM_KELUARAN
    return {Arah.MAX: Situasi.KURANG, Arah.MIN: Situasi.LEBIH, Arah.STABIL: Situasi.JAUH}[item.arah]


def find_gerak(hasil: Hasil, item: IndikatorHasil) -> Gerak:
    """How an indikator moved since last year; better or worse as measures says, up or down from that and the arah.

    Quarters that add up to a year are not yet beside a whole one.
    """
    lalu = item.lalu
    if lalu is None or lalu.realisasi is None:
        return Gerak.TANPA_TAHUN_LALU
    if item.realisasi is None:
        return Gerak.TANPA_TAHUN_INI
    if is_part_year(hasil, item):
        return Gerak.BELUM_SETAHUN
    if is_stabil(item.arah, item.metode):
        tetap = Gerak.TETAP if lalu.realisasi == item.realisasi else Gerak.TETAP_JARAK
        kata = {"membaik": Gerak.DEKAT, "memburuk": Gerak.JAUH, "tetap": tetap}
        return kata.get(lalu.perkembangan or "", Gerak.TAK_TERBACA)
    return _read_perkembangan(item.arah, lalu.perkembangan)


def is_part_year(hasil: Hasil, item: IndikatorHasil) -> bool:
    """Whether there is a realisasi that adds up some of the year's quarters."""
    return item.realisasi is not None and not is_setahun(hasil.periode) and item.agregasi is Agregasi.JUMLAH


def _read_perkembangan(arah: Arah, perkembangan: str | None) -> Gerak:
    if perkembangan not in {"membaik", "memburuk"}:
        return Gerak.TETAP if perkembangan == "tetap" else Gerak.TAK_TERBACA
    baik = perkembangan == "membaik"
    if baik == (arah is Arah.MAX):
        return Gerak.NAIK_BAIK if baik else Gerak.NAIK_BURUK
    return Gerak.TURUN_BAIK if baik else Gerak.TURUN_BURUK


def is_low(hasil: Hasil, kategori: str | None) -> bool:
    """Whether a kategori lies below the two highest bands of the scale (all of them, where it has fewer than four)."""
    label = [pita.label for pita in hasil.rincian.skala]
    return kategori in label and label.index(kategori) < max(len(label) - 2, 1)


def is_above(item: IndikatorHasil) -> bool | None:
    """Whether realisasi lies above its target (above the middle of a range); None where that cannot be said."""
    target, realisasi = parse_nilai(item.target), parse_nilai(item.realisasi)
    if target is None or realisasi is None or realisasi.besaran is None:
        return None
    tengah = sum(target.rentang) / 2 if target.rentang else target.besaran
    return None if tengah is None or tengah == realisasi.besaran else realisasi.besaran > tengah


def take_turn(hasil: Hasil, item: IndikatorHasil, alike: Callable[[IndikatorHasil], bool]) -> int:
    """How many indikator before this one are alike: patterns take turns by it, so that no two neighbours sound alike."""
    return sum(alike(i) for i in hasil.indikator[: hasil.indikator.index(item)])
