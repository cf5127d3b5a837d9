"""What the words above a budget table say: the unit of money, the part of the year, whether it adds up from January."""

import re
from dataclasses import dataclass

from lakip_lib.formats import clean_teks
from lakip_lib.intake.lra.kolom import find_bulan, find_triwulan

_PENGALI: tuple[tuple[int, str], ...] = (
    (
        1_000_000_000,
        r"(?:dalam|rp\.?|rupiah) ?(?:miliar(?:an)?|milyar(?:an)?)\b|\(?(?:miliar|milyar)(?:an)? (?:rp|rupiah)",
    ),
    (1_000_000, r"(?:dalam|rp\.?) ?(?:juta(?:an)?|jt)\b|\(?juta(?:an)? (?:rp|rupiah)|\brp\.? ?000[.,]000\b"),
    (1_000, r"(?:dalam|rp\.?) ?(?:ribu(?:an)?|rb)\b|\(?ribu(?:an)? (?:rp|rupiah)|\brp\.? ?\(?000\b(?![.,]\d)"),
)
_SAMPAI = re.compile(
    r"\bs\.? ?[/.] ?d\b\.?|\bsampai(?: dengan)?\b|\bper \d{1,2} |\bkumulatif\b|\bsemester\b|\bhingga\b"
)
_TW_SAMPAI = re.compile(r"\bs(?:emester)? ?(?:ii|2)\b")


@dataclass(frozen=True)
class KetJudul:
    """`pengali` rupiah per printed unit; `periode` "01"…"12", "TW1"…"TW4" or None; `sampai_dengan` None if untold."""

    pengali: int
    periode: str | None
    sampai_dengan: bool | None


def read_judul(judul: str, *, nama_lembar: str, berkas: str) -> KetJudul:
    """What title, sheet name and file name tell, asked in this order."""
    nama = berkas.rpartition("/")[2].rpartition(".")[0]
    teks = [clean_teks(t).casefold().replace("_", " ") for t in (judul, nama_lembar, nama)]
    periode = next((p for t in teks if (p := find_triwulan(t) or find_bulan(t))), None)
    sampai = any(_SAMPAI.search(t) for t in teks)
    return KetJudul(find_pengali(judul), periode, True if sampai else None)


def find_pengali(teks: str) -> int:
    """Rupiah per printed unit by the words of a title or header ("dalam ribuan", "Rp juta"), else 1."""
    bersih = clean_teks(teks).casefold()
    return next((n for n, pola in _PENGALI if re.search(pola, bersih)), 1)
