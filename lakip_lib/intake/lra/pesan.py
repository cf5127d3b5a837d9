"""Findings of the budget readers in words: place first, what was found, what to do."""

from decimal import Decimal

from lakip_lib.formats import format_rupiah
from lakip_lib.intake.lra.bentuk import BULAN
from lakip_lib.istilah import TW_LABEL, Tingkat
from lakip_lib.temuan import Temuan

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


def name_periode(periode: str) -> str:
    """A month or quarter as a sentence names it; other texts as they are.

    >>> name_periode("06"), name_periode("TW2")
    ('Juni', 'TW II')
    """
    if periode in BULAN:
        return NAMA_BULAN[int(periode) - 1]
    return TW_LABEL.get(periode.lower(), periode)


def build_temuan(
    aturan: str,
    tingkat: Tingkat,
    isi: str,
    *,
    berkas: str,
    lembar: str | None = None,
    sel: str | None = None,
    kolom: str | None = None,
    nilai: str | None = None,
) -> Temuan:
    """A finding whose pesan is the place and then `isi` (what was found, what to do)."""
    return Temuan(berkas, aturan, tingkat, f"{describe_tempat(berkas, lembar, sel)}: {isi}", lembar, sel, kolom, nilai)


def describe_tempat(berkas: str, lembar: str | None = None, sel: str | None = None) -> str:
    """The place as people say it: "Berkas lra/maret.xlsx, lembar Sheet1, sel G14"."""
    bagian = (("Berkas", berkas), ("lembar", lembar), ("sel", sel))
    tempat = ", ".join(f"{kata} {isi}" for kata, isi in bagian if isi)
    return tempat[:1].upper() + tempat[1:] if tempat else "Realisasi anggaran"


def say_rupiah(nilai: Decimal) -> str:
    """An amount in a sentence, with sen only where there are any."""
    return format_rupiah(nilai, 0 if nilai == nilai.to_integral_value() else 2)
