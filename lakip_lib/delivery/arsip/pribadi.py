"""Personal data in a text: NIK, telephone numbers, e-mail and home addresses other than the office's own (DOMAIN §8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lakip_lib.settings import Instansi

NIK, TELEPON, SUREL, ALAMAT = "NIK", "nomor telepon", "alamat surel", "alamat rumah"
PROVINSI = frozenset(
    [*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)]
)
# Sixteen digits in one are a NIK (or a Kartu Keluarga); in groups only where they can be one: years stand in groups, too.
_NIK_UTUH = re.compile(r"(?<![\w.,-])\d{16}(?![\w-]|[.,]\d)")
_NIK_TERPISAH = re.compile(r"(?<![\w.,-])(?:\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}(?:[ .-]\d{4}){3})(?![\w-]|[.,]\d)")
_TELEPON = re.compile(
    r"""(?<![\w.,/-])(?:
        08[1-9]\d{6,10} | 08[1-9]\d{1,2}[ .-]\d{3,4}[ .-]\d{2,5}(?:[ .-]\d{2,4})?   # mobile
      | \(?\+62\)?[ .-]?\d{2,3}(?:[ .-]?\d{2,8}){1,4} | 628[1-9]\d{7,10}            # with the country's number
      | \(0\d{2,3}\)[ .-]?\d{3,4}[ .-]?\d{2,4} | 0[2-9]\d{1,2}-\d{5,8}              # landline
    )(?!\d|[.,]\d)""",
    re.VERBOSE,
)
_TELEPON_BERNAMA = re.compile(r"\b(?:hp|wa|whatsapp|telp|tlp|telepon)\b[ .:]{1,3}(\(?\+?[0-9][0-9() .-]{6,18}\d)", re.I)
_SUREL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_JALAN = re.compile(
    r"\b(?:Jl|Jln|JL|JLN|Jalan|JALAN|Gg|Gang|Perum|Perumahan|Komplek|Kompleks|Dusun|Kampung)\b\.?"
    r"(?:\s+[A-Z0-9][\w'.]*){1,5},?\s+(?:No|NO|Nomor|NOMOR|Blok|BLOK)\b\.?\s*[A-Z]{0,2}[.-]?\d+[A-Z]?"
    r"(?!\d|\s*(?:[Tt]ahun|TAHUN)\b)"
)
_RT = re.compile(r"\bRT\b\.?\s*\d{1,3}\s*(?:[/,-]\s*)?(?:RW\b\.?\s*\d{1,3}|(?<=/)\s*\d{1,3})", re.I)
_ALAMAT_BERNAMA = re.compile(r"\balamat (?:rumah|tinggal|domisili)\s*[:=]\s*\S[^;\n]{3,60}", re.I)
_ANGKA = re.compile(r"-?[1-9]\d*(?:[.,]\d+)?")


@dataclass(frozen=True)
class DataPribadi:
    """One find: its kind, and what was found with most of it masked."""

    jenis: str
    tersamar: str


@dataclass(frozen=True)
class Dikenal:
    """What is the office's own: it stands on every letterhead."""

    telepon: str
    surel: str
    alamat: str

    @classmethod
    def from_settings(cls, settings: Instansi) -> "Dikenal":
        """The office's own telephone, e-mail and address."""
        instansi = settings.instansi
        return cls(_only_digits(instansi.telepon), instansi.surel.casefold(), _fold(instansi.alamat))


def find_pribadi(teks: str, dikenal: Dikenal) -> Iterator[DataPribadi]:
    """Each piece of personal data in a text, in order of kind.

    >>> list(find_pribadi("NIK 1503011203850001", Dikenal("", "", "")))
    [DataPribadi(jenis='NIK', tersamar='1503************')]
    """
    for jenis, isi in dict.fromkeys(_list_temu(teks, dikenal)):
        yield DataPribadi(jenis, mask(isi))


def _list_temu(teks: str, dikenal: Dikenal) -> Iterator[tuple[str, str]]:
    yield from ((NIK, m[0]) for m in _NIK_UTUH.finditer(teks))
    if _ANGKA.fullmatch(teks.strip()):
        return  # a figure of a table; 628123456789 may be rupiah
    yield from ((NIK, m[0]) for m in _NIK_TERPISAH.finditer(teks) if _is_nik(_only_digits(m[0])))
    for nomor in (*(m[0] for m in _TELEPON.finditer(teks)), *(m[1] for m in _TELEPON_BERNAMA.finditer(teks))):
        if not _is_telepon_kantor(nomor, dikenal):
            yield TELEPON, nomor.strip()
    yield from ((SUREL, m[0]) for m in _SUREL.finditer(teks) if m[0].casefold().rstrip(".") != dikenal.surel)
    for pola in (_JALAN, _RT, _ALAMAT_BERNAMA):
        yield from ((ALAMAT, m[0]) for m in pola.finditer(teks) if _fold(m[0]) not in dikenal.alamat)


def _is_nik(angka: str) -> bool:
    """Whether sixteen digits can be a NIK: province, then a day (women: + 40) and a month of birth."""
    hari, bulan = int(angka[6:8]), int(angka[8:10])
    return int(angka[:2]) in PROVINSI and (1 <= hari <= 31 or 41 <= hari <= 71) and 1 <= bulan <= 12


def _is_telepon_kantor(nomor: str, dikenal: Dikenal) -> bool:
    return bool(dikenal.telepon) and _only_digits(nomor) in dikenal.telepon


def _only_digits(teks: str) -> str:
    """The digits of a number, the country's number as 0."""
    return re.sub(r"^62", "0", re.sub(r"\D", "", teks))


def _fold(teks: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", teks).split()).casefold()


def mask(isi: str) -> str:
    """What was found, recognisable where one looks for it and nowhere else: its first four characters.

    >>> mask("budi@surel.example")
    'budi**************'
    """
    return isi[:4] + re.sub(r"\S", "*", isi[4:])
