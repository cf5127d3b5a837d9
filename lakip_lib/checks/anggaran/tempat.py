"""Where a budget figure stands, for findings."""

from collections.abc import Sequence
from decimal import Decimal

from lakip_lib.intake.lra.bentuk import BULAN, JUDUL_KOLOM, Asal, BarisAnggaran
from lakip_lib.intake.lra.pesan import build_temuan, name_periode
from lakip_lib.istilah import TW_LABEL, Tingkat
from lakip_lib.temuan import Temuan


def name_kolom(kolom: str) -> str:
    """The amount as a sentence names it: "pagu perubahan", "realisasi TW I", "realisasi bulan Maret"."""
    if kolom in BULAN:
        return f"realisasi bulan {name_periode(kolom)}"
    return f"realisasi {TW_LABEL[kolom.lower()]}" if kolom.lower() in TW_LABEL else JUDUL_KOLOM.get(kolom, kolom)


def report_baris(
    baris: BarisAnggaran, kolom: str, aturan: str, tingkat: Tingkat, isi: str, *, nilai: Decimal | None = None
) -> Temuan:
    """A finding at the cell of that amount of the line (its latest cell where months were added)."""
    asal = baris.asal.get(kolom) or baris.asal.get("uraian") or ()
    return report_asal(asal, kolom, aturan, tingkat, isi, nilai=nilai)


def report_asal(
    asal: Sequence[Asal], kolom: str, aturan: str, tingkat: Tingkat, isi: str, *, nilai: Decimal | None = None
) -> Temuan:
    """A finding at the last of these cells."""
    tempat = asal[-1] if asal else Asal("", "", "", "")
    return build_temuan(
        aturan,
        tingkat,
        isi,
        berkas=tempat.berkas,
        lembar=tempat.lembar or None,
        sel=tempat.sel or None,
        kolom=kolom,
        nilai=str(nilai) if nilai is not None else None,
    )
