"""What was left standing by mistake: placeholders, error values, texts not supplied, drafts (DOMAIN §3)."""

import re
from collections.abc import Iterator

from lakip_lib.blok import Dokumen
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.periksa.letak import make_temuan, quote
from lakip_lib.koreksi.ruas import Ruas, list_ruas
from lakip_lib.temuan import Temuan

_GALAT = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NULL!|NUM!)|\bErr:\d{3}\b|\b(?:NaN|None|nan)\b")
_SISA = re.compile(
    r"\[(?:\s*(?:\.{2,}|…)\s*|[^\]\d]*\b(?:isi|tulis|lengkapi|sebutkan|masukkan|ganti)\b[^\]]*)\]"
    r"|<(?:isi|tulis|nama|tahun)[^>]*>|\{\{?\s?\w+\s?\}?\}|\b[Xx]{3,}\b|\b(?:lorem ipsum|dolor sit amet)\b"
    r"|\b(?:TBD|TODO|FIXME|Lorem)\b|\?\?+",
)
_BELUM = re.compile(r"\(?belum diisi\)?\.?", re.IGNORECASE)
DIPERIKSA = {"judul", "paragraf", "draf", "butir", "kartu", "sel", "kepala", "keterangan", "sumber", "catatan", "ttd"}


def review_sisa(dokumen: Dokumen) -> Iterator[Temuan]:
    """A finding for each text with something left standing; the annex that quotes findings is not looked at."""
    for ruas in list_ruas(dokumen):
        if ruas.bab != "lampiran-mutu-data":
            yield from _review_ruas(ruas)


def _review_ruas(ruas: Ruas) -> Iterator[Temuan]:
    if ruas.jenis == "belum":
        yield make_temuan(
            ruas.letak, "teks-belum-diisi", Tingkat.PERINGATAN, f"{ruas.teks} Mohon dilengkapi.", nilai=ruas.teks
        )
        return
    if ruas.jenis == "draf":
        teks = f"kalimat draf {quote(ruas.teks)} belum dipastikan. Mohon disunting, lalu dipastikan."
        yield make_temuan(ruas.letak, "kalimat-draf", Tingkat.PERINGATAN, teks)
    if cocok := _GALAT.search(ruas.teks):
        teks = f"memuat nilai galat {cocok[0]} pada {quote(ruas.teks)}. Mohon perbaiki sumbernya."
        yield make_temuan(ruas.letak, "nilai-galat", Tingkat.WAJIB, teks, nilai=cocok[0])
    if cocok := _SISA.search(ruas.teks):
        teks = f"memuat sisa naskah {cocok[0]} pada {quote(ruas.teks)}. Mohon diisi atau dihapus."
        yield make_temuan(ruas.letak, "sisa-naskah", Tingkat.PERINGATAN, teks, nilai=cocok[0])
    elif _BELUM.fullmatch(ruas.teks.strip()):
        yield make_temuan(ruas.letak, "teks-belum-diisi", Tingkat.PERINGATAN, "belum diisi. Mohon dilengkapi.")
