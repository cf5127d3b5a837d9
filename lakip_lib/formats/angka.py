"""Text to number as Indonesian officials type it; nothing is guessed silently (G6, DOMAIN §7.1)."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from lakip_lib.istilah import Alasan

KOMA, TITIK = "koma", "titik"
PERSEN, RUPIAH = "persen", "rupiah"
KOSONG, NIHIL, BELUM_RILIS = "kosong", "nihil", "belum_rilis"

PANJANG_MAKS = 200  # longer texts are prose, not numbers
KATA_NIHIL = frozenset({"nihil", "nil"})
KATA_BELUM_RILIS = frozenset(
    {"n/a", "na", "n.a", "n.a.", "belum rilis", "belum dirilis", "belum terbit", "belum tersedia", "belum ada rilis"}
)
# Words that multiply; "M" is miliar only as a capital and "T" triliun only after Rp, since m and t are units too.
PENGALI = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "mlr": 9, "triliun": 12, "trilyun": 12,
}  # fmt: skip

_SPASI = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\r\n"), " "
)
_TANPA_LEBAR = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_MINUS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_TERJEMAH = {**_SPASI, **_TANPA_LEBAR, **_MINUS}

_BADAN = r"[0-9]+(?: [0-9]{3}(?![0-9]))*(?:[.,][0-9]+)*|[.,][0-9]+"
_ANGKA = re.compile(
    rf"(?P<banding>[<>=≤≥]+ ?)?(?P<tanda1>[-+] ?)?(?P<rp>(?:rp|idr)\.? ?)?(?P<tanda2>[-+] ?)?"
    rf"(?P<badan>{_BADAN})(?P<akhir>,(?:-+|=))?(?P<sisa>.*)",
    re.IGNORECASE,
)
_ILMIAH = re.compile(r"([-+]?[0-9]+(?:[.,][0-9]+)?)e([-+]?[0-9]{1,2})", re.IGNORECASE)
_STRIP = re.compile(r"(?:rp\.? ?)?-+(?: ?%)?")  # "-", "Rp -": nothing was filled in, which is not zero
_PERSEN = re.compile(r" ?(?:%|(?:persen|prosen)(?![a-z])) ?", re.IGNORECASE)
_PENGALI = re.compile(r" ?(?P<kata>[a-z]+)\.?(?![\w²³]) ?", re.IGNORECASE)
_PENYEBUT = r"10{1,6}|[1-9]0{0,2}(?:[.,]000){1,2}"  # 100, 1000, 1.000, 100.000: "per 1.000 KH"
_PER = rf"(?:/|per(?= ))\s?(?:(?:{_PENYEBUT})(?![0-9.,])\s?)?"
_KATA = r"[^\W\d_²³][^\d]*(?:(?<=[^\W\d_])[0-9])?"  # a digit only as in "m2", never "dari 4"
_SATUAN = re.compile(rf"(?:{_PER})?(?:{_KATA})?", re.IGNORECASE)


@dataclass(frozen=True)
class Angka:
    """One typed number as read: `nilai` (points for percent, rupiah for money) or the `alasan` why there is none.

    `tanda` None/"persen"/"rupiah"; `satuan` trailing unit text; `catatan` codes of what was unusual
    ("titik-desimal", "spasi-ribuan", "pengali", "tanda-banding", "notasi-ilmiah"); `alternatif` both readings of an
    ambiguous number;
    `status` None, "kosong" (blank or a dash), "nihil" (a real zero) or "belum_rilis".
    """

    nilai: Decimal | None
    alasan: Alasan | None = None
    tanda: str | None = None
    satuan: str | None = None
    catatan: tuple[str, ...] = ()
    alternatif: tuple[Decimal, ...] = ()
    status: str | None = None


BUKAN_ANGKA = Angka(None, Alasan.BUKAN_ANGKA)


def clean_teks(teks: str) -> str:
    """The text with every kind of space as one blank, every dash as "-", zero-width characters gone, trimmed."""
    return " ".join((teks if teks.isascii() else teks.translate(_TERJEMAH)).split())


def parse_angka(
    teks: str, *, format: str | None = None, desimal_kolom: str | None = None, formulir: bool = True
) -> Angka:
    """The number in a typed text (PROMISES §5): a value, or None with alasan kosong/belum rilis/ambigu/bukan angka.

    `format` is the cell's number format, `desimal_kolom` ("koma"/"titik") the column's decimal sign as found by
    `detect_desimal` or known (a rupiah column: "koma"); with `formulir` a dot used as decimal sign is noted.
    """
    bersih = clean_teks(teks)
    if kata := _parse_kata(bersih):
        return kata
    if len(bersih) > PANJANG_MAKS:
        return BUKAN_ANGKA
    if ilmiah := _ILMIAH.fullmatch(bersih):
        mantisa, pangkat = ilmiah.groups()
        return Angka(_build(mantisa.replace(",", "."), int(pangkat)), catatan=("notasi-ilmiah",))
    hasil = _parse_badan(bersih, desimal_kolom, formulir)
    return _apply_format_teks(hasil, format)


def angka_from_nilai(nilai: int | float | Decimal | str, format: str | None = None) -> Angka:
    """The number a spreadsheet stores (a str is such a number written with a dot); a % format shows it times 100.

    A float is taken at its shortest decimal writing; nan, infinity and booleans are `bukan_angka`.
    """
    if isinstance(nilai, bool) or (isinstance(nilai, float) and not math.isfinite(nilai)):
        return BUKAN_ANGKA
    teks = repr(nilai) if isinstance(nilai, float) else str(nilai).strip()
    if not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?", teks):
        return parse_angka(teks, format=format)
    tanda = _tanda_format(format)
    return Angka(_build(teks, 2 if tanda == PERSEN else 0), tanda=tanda)


def detect_desimal(texts: Iterable[str]) -> str | None:
    """A column's decimal sign ("koma"/"titik") from its unambiguous members; None when none tells or two contradict."""
    found = {sign for teks in texts if (sign := _sign_of(clean_teks(teks)))}
    return found.pop() if len(found) == 1 else None


def _parse_kata(bersih: str) -> Angka | None:
    kata = bersih.casefold()
    if not kata or _STRIP.fullmatch(kata):
        return Angka(None, Alasan.REALISASI_KOSONG, status=KOSONG)
    if kata in KATA_NIHIL:
        return Angka(Decimal(0), status=NIHIL)
    if kata in KATA_BELUM_RILIS:
        return Angka(None, Alasan.BELUM_RILIS, status=BELUM_RILIS)
    return None


def _match(bersih: str) -> tuple[re.Match[str], bool] | None:
    """The parts of a number and whether it is negative (sign or finance brackets); None when it is no number."""
    kurung = re.fullmatch(r"((?:rp|idr)\.? ?)?\(([^()]*)\)( ?%)?", bersih, re.IGNORECASE)
    bagian = _ANGKA.fullmatch("".join(p or "" for p in kurung.groups()) if kurung else bersih)
    if bagian is None:
        return None
    tanda = (bagian["tanda1"] or "") + (bagian["tanda2"] or "")
    if len(tanda.replace(" ", "")) + bool(kurung) > 1:
        return None
    return bagian, bool(kurung) or "-" in tanda


def _parse_badan(bersih: str, desimal_kolom: str | None, formulir: bool) -> Angka:
    cocok = _match(bersih)
    sisa = _parse_sisa(cocok[0]["sisa"], bool(cocok[0]["rp"])) if cocok else None
    if cocok is None or sisa is None:
        return BUKAN_ANGKA
    bagian, negatif = cocok
    persen, pangkat, satuan = sisa
    rupiah = bool(bagian["rp"] or bagian["akhir"] or (satuan or "").casefold() == "rupiah")
    if rupiah and pangkat == 0 and desimal_kolom is None and not _sign_of_badan(bagian["badan"]):
        desimal_kolom = KOMA if "." in bagian["badan"] else TITIK  # nobody writes rupiah with three decimals
    bacaan = _read_badan(bagian["badan"], desimal_kolom)
    if not bacaan:
        return BUKAN_ANGKA
    nilai = tuple(_build(("-" if negatif else "") + b, pangkat) for b in bacaan)
    ragu = len(nilai) > 1
    catatan = _list_catatan(bagian, pangkat, titik=formulir and not ragu and _titik_desimal(bagian["badan"], bacaan[0]))
    return Angka(
        nilai=None if ragu else nilai[0],
        alasan=Alasan.AMBIGU if ragu else None,
        tanda=PERSEN if persen else RUPIAH if rupiah else None,
        satuan=satuan,
        catatan=catatan,
        alternatif=nilai if ragu else (),
    )


def _parse_sisa(sisa: str, rupiah: bool) -> tuple[bool, int, str | None] | None:
    """What follows the digits: percent?, power of ten of a multiplying word, unit text; None when it is no unit."""
    persen = _PERSEN.match(sisa)
    if persen:
        sisa = sisa[persen.end() :]
    pangkat = 0
    if not persen and (kata := _PENGALI.match(sisa)):
        pangkat = PENGALI.get(kata["kata"].casefold(), 0)
        if kata["kata"] == "M" or (kata["kata"].casefold() == "m" and rupiah):
            pangkat = 9
        elif kata["kata"].casefold() == "t" and rupiah:
            pangkat = 12
        sisa = sisa[kata.end() :] if pangkat else sisa
    satuan = sisa.strip()
    inti = satuan.removeprefix("(").removesuffix(")") if satuan.startswith("(") else satuan
    if not _SATUAN.fullmatch(inti) and inti not in {"‰", "°", "°C", "*"}:
        return None
    return bool(persen), pangkat, satuan or None


def _sign_of(bersih: str) -> str | None:
    cocok = _match(bersih)
    return _sign_of_badan(cocok[0]["badan"]) if cocok else None


def _sign_of_badan(badan: str) -> str | None:
    """The decimal sign that the digits themselves prove, or None."""
    badan = badan.replace(" ", "")
    pisah = [c for c in badan if c in ".,"]
    if not pisah:
        return None
    terakhir = pisah[-1]
    if len(set(pisah)) == 1 and len(pisah) > 1:
        return TITIK if terakhir == "," else KOMA
    depan, _, belakang = badan.rpartition(terakhir)
    ragu = len(pisah) == 1 and len(belakang) == 3 and len(depan) in (1, 2, 3) and depan[0] != "0"
    return None if ragu else (KOMA if terakhir == "," else TITIK)


def _read_badan(badan: str, desimal_kolom: str | None) -> list[str]:
    """The readings of a row of digits, as decimal strings with a dot: none (no number), one, or two (ambiguous)."""
    sign = _sign_of_badan(badan)
    if sign is None and desimal_kolom in (KOMA, TITIK):
        sign = desimal_kolom
    signs = [sign] if sign else ([KOMA, TITIK] if re.search("[.,]", badan) else [KOMA])
    return [r for s in signs if (r := _read_with(badan, s)) is not None]


def _read_with(badan: str, sign: str) -> str | None:
    desimal, ribuan = (",", ".") if sign == KOMA else (".", ",")
    utuh, _, pecahan = badan.partition(desimal)
    if not re.fullmatch(r"[0-9]*", pecahan):
        return None
    if " " in utuh and ribuan in utuh:
        return None
    kelompok = utuh.replace(" ", ribuan)
    if ribuan in kelompok and not re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:{re.escape(ribuan)}[0-9]{{3}})+", kelompok):
        return None
    bulat = kelompok.replace(ribuan, "") or "0"
    return f"{bulat}.{pecahan}" if pecahan else bulat


def _titik_desimal(badan: str, bacaan: str) -> bool:
    """Whether the dot was the decimal sign of a text read as `bacaan`."""
    return "." in bacaan and badan.rpartition(".")[2] == bacaan.rpartition(".")[2] and "." in badan


def _list_catatan(bagian: re.Match[str], pangkat: int, *, titik: bool) -> tuple[str, ...]:
    codes = {
        "titik-desimal": titik,
        "spasi-ribuan": " " in bagian["badan"],
        "pengali": pangkat > 0,
        "tanda-banding": bool(bagian["banding"]),
    }
    return tuple(code for code, applies in codes.items() if applies)


def _apply_format_teks(hasil: Angka, format: str | None) -> Angka:
    """A text in a cell formatted %: 95 is 95 %, but 0,95 may be 0,95 % or 95 % and is asked."""
    if hasil.nilai is None or hasil.tanda or _tanda_format(format) != PERSEN:
        return hasil
    if 0 < abs(hasil.nilai) <= 1:
        both = (hasil.nilai, _build(str(hasil.nilai), 2))
        return replace(hasil, nilai=None, alasan=Alasan.AMBIGU, tanda=PERSEN, alternatif=both)
    return replace(hasil, tanda=PERSEN)


def _tanda_format(format: str | None) -> str | None:
    kode = re.sub(r"\\.", "", format or "")
    if "%" in re.sub(r'"[^"]*"', "", kode):
        return PERSEN
    return RUPIAH if re.search(r"(?<![a-z])(?:rp|idr)(?![a-z])", kode, re.IGNORECASE) else None


def _build(teks: str, pangkat: int = 0) -> Decimal:
    """Decimal of a dotted string times 10**pangkat, exact (arithmetic would round at 28 digits), no exponent."""
    tanda, digit, eksponen = Decimal(teks).as_tuple()
    assert isinstance(eksponen, int)
    return Decimal(format(Decimal((tanda if any(digit) else 0, digit, eksponen + pangkat)), "f"))
