"""Words: abbreviations that are explained nowhere, and an agency whose name is not spelled one way (DOMAIN §3)."""

import difflib
import re
from collections.abc import Iterator

from lakip_lib.blok import Dokumen
from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT, Tingkat
from lakip_lib.koreksi.periksa.letak import make_temuan
from lakip_lib.koreksi.ruas import list_ruas
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan

PROSA = {"paragraf", "draf", "butir", "catatan", "keterangan"}
SEMUA = PROSA | {"judul", "sel", "belum", "ttd"}
# Words of two capitals and more that need no explanation: common ones, units, and those that are no abbreviations.
_LAZIM_TEKS = """
AC APBD APBN ASN BAB DPRD GB HIV ID II III IV IX KB KM KTP MB NIP NKRI PDF PNS PPPK PT CV QR RI RT RW SD SMA SMP
TA TB TW USB UU PP VI VII VIII WIB WIT WITA XI XII MAX MIN STAB RANGE BIN ORD
"""
LAZIM = frozenset(_LAZIM_TEKS.split())
_SINGKATAN = re.compile(r"(?<![\w./-])(?:[A-Z]{2,}(?:-[A-Z]{2,})*|[A-Z][a-z]{0,3}[A-Z]{2,}|LKjIP)(?![\w/]|\.\d|-\d)")
PREDIKAT = frozenset(PERINGKAT_PREDIKAT) | frozenset(PERINGKAT_OPINI)  # grades, explained beside their scale
_ANGKA_ATAS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_GELAR = re.compile(r"\b[A-Z][a-z]{0,3}\.(?:[A-Z][A-Za-z]{0,4}\.)*")
KEPALA = r"Dinas|Badan|Kantor|Satuan|Inspektorat|Sekretariat|Bagian"
MIRIP = 0.88


def review_singkatan(dokumen: Dokumen) -> Iterator[Temuan]:
    """One finding with all abbreviations of the prose that stand nowhere as "Kepanjangan (ABC)" or "ABC (Kepanjangan)"."""
    teks = [ruas for ruas in list_ruas(dokumen) if ruas.jenis in PROSA and not ruas.bab.startswith("lampiran")]
    semua = "\n".join(ruas.teks for ruas in list_ruas(dokumen) if ruas.jenis in SEMUA)
    letak: dict[str, str] = {}
    for ruas in teks:
        bersih = _GELAR.sub(" ", ruas.teks)
        if bersih.upper() != bersih:
            for cocok in _SINGKATAN.finditer(bersih):
                letak.setdefault(cocok[0], ruas.letak)
    belum = [s for s in sorted(letak) if s not in LAZIM | PREDIKAT and not is_explained(s, semua)]
    if belum:
        daftar = ", ".join(f"{s} ({letak[s]})" for s in belum)
        pesan = (
            f"{len(belum)} singkatan belum dijelaskan kepanjangannya: {daftar}. "
            "Mohon tuliskan kepanjangannya pada penyebutan pertama."
        )
        yield make_temuan("", "singkatan-belum-dijelaskan", Tingkat.CATATAN, pesan, nilai=", ".join(belum))


def is_explained(singkatan: str, teks: str) -> bool:
    """Whether a text explains an abbreviation: in brackets behind words, or with its words in brackets behind it.

    >>> is_explained("SPBE", "Sistem Pemerintahan Berbasis Elektronik (SPBE)"), is_explained("SPBE", "Indeks SPBE")
    (True, False)
    """
    kata = re.escape(singkatan)
    return bool(
        re.search(rf"[a-z]\w*\s?\((?:\w+\s)?{kata}[);,]", teks)
        or re.search(rf"(?<!\w){kata}\s\([A-Z][a-z]+(?:\s[\w-]+)+", teks)
        or re.search(rf"(?:selanjutnya\s)?(?:disebut|disingkat)\s{kata}\b", teks)
    )


def review_nama(dokumen: Dokumen, settings: Instansi) -> Iterator[Temuan]:
    """A finding for each other spelling of the agency's name: another kind of agency, & for dan, a word misspelled."""
    nama = settings.instansi.nama
    kata = nama.split()
    if len(kata) < 2:
        return
    pola = re.compile(rf"\b(?:{KEPALA})(?:\s+(?:[\w-]+|&)){{{len(kata) - 1}}}", re.IGNORECASE)
    dilihat: set[tuple[str, str]] = set()
    for ruas in list_ruas(dokumen):
        for cocok in pola.finditer(_ANGKA_ATAS.sub("", ruas.teks)) if ruas.jenis in SEMUA else ():
            tulis = " ".join(cocok[0].split())
            if _is_variant(tulis, nama) and (ruas.letak, tulis) not in dilihat:
                dilihat.add((ruas.letak, tulis))
                teks = f"nama instansi tertulis “{tulis}”, sedangkan namanya “{nama}”. Mohon diseragamkan."
                yield make_temuan(ruas.letak, "nama-instansi-berbeda", Tingkat.PERINGATAN, teks, nilai=tulis)


def _is_variant(tulis: str, nama: str) -> bool:
    """Whether words mean this agency but are not its name; a text all in capitals may be."""
    if tulis in {nama, nama.upper()}:
        return False
    a, b = tulis.casefold().split(), nama.casefold().split()
    if a[1:] == b[1:]:
        return True  # "Badan Komunikasi dan Informatika", or other capitals
    return a[0] == b[0] and difflib.SequenceMatcher(None, " ".join(a[1:]), " ".join(b[1:])).ratio() >= MIRIP
