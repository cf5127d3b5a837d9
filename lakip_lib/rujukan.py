"""References to figures: one way to print a figure of hasil.json or rekap.json, and the same way back.

A ref is a path into that file, lists entered by kode, optionally with the form it is printed in:
"indikator/IKU-1/capaian" prints "102,18", "indikator/IKU-1/capaian#persen" prints "102,18%". Because the form is part
of the ref, hasil.json alone says what a document must show there (`format_ref`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from lakip_lib.blok import Run
from lakip_lib.errors import RenderError
from lakip_lib.formats import (
    KOSONG,
    format_angka,
    format_persen,
    format_ringkas,
    format_rupiah,
    format_uang,
    round_half_up,
    terbilang,
)
from lakip_lib.istilah import ALASAN_LABEL, STATUS_LABEL

_BENTUK = re.compile(r"(.+)#([a-z]+)(\d*)")
_BILANGAN = r"[-+]?\d+(?:\.\d+)?"
_RENTANG = re.compile(rf"({_BILANGAN})-({_BILANGAN})")
_SKOR = re.compile(rf"(.+?) \(({_BILANGAN})\)")
DIGIT_DIKETIK = 6  # a value with more decimals was computed (a mean of quarters), not typed
LABEL = {str(k): v for k, v in (STATUS_LABEL | ALASAN_LABEL).items()}


def format_nilai(teks: str | None, digits: int = 0) -> str:
    """A canonical target or realisasi in Indonesian notation with at least `digits` decimals, never fewer than typed.

    >>> format_nilai("2.6", 2), format_nilai("80-90"), format_nilai("BB (70.01)"), format_nilai(None)
    ('2,60', '80–90', 'BB (70,01)', '–')
    """
    if not teks:
        return KOSONG
    if re.fullmatch(_BILANGAN, teks):
        return _print_bilangan(teks, digits)
    if rentang := _RENTANG.fullmatch(teks):
        return "–".join(_print_bilangan(tepi, digits) for tepi in rentang.groups())
    if skor := _SKOR.fullmatch(teks):
        return f"{skor[1]} ({_print_bilangan(skor[2], digits)})"
    return teks


def _print_bilangan(teks: str, digits: int) -> str:
    sendiri = len(teks.partition(".")[2])
    return format_angka(Decimal(teks), max(digits, 2 if sendiri > DIGIT_DIKETIK else sendiri))


def _digits(digits: int | None) -> int:
    return 2 if digits is None else digits


def _print_uang(x: Decimal, digits: int | None) -> str:
    return format_uang(x, (0 if x == int(x) else 2) if digits is None else digits)


# name -> printer of a figure; a number behind the name asks for that many decimals
ANGKA: dict[str, Callable[[Decimal, int | None], str]] = {
    "angka": lambda x, n: format_angka(x, _digits(n)),  # 102,18
    "tanda": lambda x, n: format_angka(x, _digits(n), tanda_plus=True),  # +3,95
    "mutlak": lambda x, n: format_angka(abs(x), _digits(n)),  # 3,95 for −3,95
    "persen": lambda x, n: format_persen(x, _digits(n)),  # 102,18%
    "poin": lambda x, n: format_angka(x, _digits(n), tanda_plus=True) + " poin",  # +3,95 poin
    "bulat": lambda x, n: format_angka(x, 0),  # 1.234
    "uang": _print_uang,  # (1.234), with sen only where there are some
    "rupiah": lambda x, n: format_rupiah(x, _digits(n)),  # Rp 1.234.567,00
    "ringkas": lambda x, n: format_ringkas(x, _digits(n)),  # Rp 4,54 miliar
    "terbilang": lambda x, n: terbilang(x),  # empat miliar … rupiah
    "kata": lambda x, n: terbilang(x, satuan=""),  # dua belas
}
# words, and what a change is measured in
TEKS: dict[str, Callable[[str], str]] = {
    "teks": str,
    "label": lambda teks: LABEL.get(teks, teks),  # Belum mencapai target
    "singkat": lambda teks: LABEL.get(teks, teks).removesuffix(" target"),  # Belum mencapai
}
PERUBAHAN = ("perubahan", "besar")  # +10,63% or +3,00 poin; besar without the sign
BAWAAN = {
    **dict.fromkeys(("target", "realisasi", "nilai"), "nilai"),
    **dict.fromkeys(("perubahan", "selisih", "efisiensi"), "tanda"),
    **dict.fromkeys(("pagu", "realisasi_anggaran", "sisa"), "uang"),
    **dict.fromkeys(
        (
            "dinilai",
            "jumlah",
            "tercapai",
            "tak_dinilai",
            "instansi",
            "peringkat",
            "wajib",
            "dibanding",
            "naik",
            "tetap",
            "turun",
        ),
        "bulat",
    ),
    **dict.fromkeys(("tahun", "periode", "kategori", "perkembangan", "posisi", "cara"), "teks"),
    **dict.fromkeys(("status", "alasan", "status_efisiensi"), "label"),
}


def split_ref(ref: str) -> tuple[str, str]:
    """The path of a ref and its form, "" where the ref leaves it to the field: explanations are kept by path.

    >>> split_ref("sasaran/S1/capaian#persen")
    ('sasaran/S1/capaian', 'persen')
    """
    cocok = _BENTUK.fullmatch(ref)
    return (cocok[1], cocok[2] + cocok[3]) if cocok and _is_bentuk(cocok[2]) else (ref, "")


def _is_bentuk(nama: str) -> bool:
    return nama in ANGKA or nama in TEKS or nama in PERUBAHAN or nama == "nilai"


def find_nilai(data: Any, ref: str) -> Any:
    """The value a ref leads to, in hasil.json's dict or in a Hasil. RenderError where it leads nowhere."""
    return _find(data, split_ref(ref)[0])[1]


def _find(data: Any, jalur: str) -> tuple[Any, Any]:
    """The holder of a figure and the figure."""
    bagian, _, sisa = jalur.partition("/")
    induk: Any = data
    nilai = _step(data, bagian, jalur)
    if isinstance(nilai, list | tuple):
        nilai, sisa = _enter(nilai, sisa, jalur)
    for kunci in sisa.split("/") if sisa else ():
        induk, nilai = nilai, None if nilai is None else _step(nilai, kunci, jalur)
    if isinstance(nilai, Mapping | list | tuple) or hasattr(nilai, "model_dump"):
        raise RenderError(f"a reference must lead to one figure, found '{jalur}'")
    return induk, nilai


def _enter(daftar: Sequence[Any], sisa: str, jalur: str) -> tuple[Any, str]:
    """The item whose kode begins the rest of a path (the longest where several do), and what follows it."""
    for akhir in (n for n in range(len(sisa) - 1, 0, -1) if sisa[n] == "/"):
        for item in daftar:
            if sisa[:akhir] == (item.get("kode") if isinstance(item, dict) else getattr(item, "kode", None)):
                return item, sisa[akhir + 1 :]
    raise RenderError(f"a reference must name a kode of its list, found '{jalur}'")


def _step(data: Any, kunci: str, jalur: str) -> Any:
    if isinstance(data, Mapping) and kunci in data:
        return data[kunci]
    if not isinstance(data, Mapping) and kunci in getattr(type(data), "model_fields", {}):
        return getattr(data, kunci)
    raise RenderError(f"a reference must lead to a figure of hasil.json, found '{jalur}'")


def format_ref(data: Any, ref: str) -> str:
    """Exactly what a document prints for a ref, from hasil.json as read (or a Hasil); "–" for null.

    RenderError where the ref leads nowhere or its form does not fit the figure.

    >>> format_ref({"instansi_capaian": {"capaian": "96.69"}}, "instansi_capaian/capaian#persen")
    '96,69%'
    """
    jalur, bentuk = split_ref(ref)
    induk, nilai = _find(data, jalur)
    if nilai is None:
        return KOSONG
    cocok = re.fullmatch(r"([a-z]+)(\d*)", bentuk or BAWAAN.get(jalur.rpartition("/")[2], "angka"))
    assert cocok is not None  # forms come from split_ref or BAWAAN
    nama, digits = cocok[1], int(cocok[2]) if cocok[2] else None
    if nama == "nilai":
        return format_nilai(str(nilai), digits or 0)
    if nama in TEKS:
        return TEKS[nama](str(nilai))
    if not re.fullmatch(_BILANGAN, str(nilai)):
        raise RenderError(f"the form '{nama}' must get a number, found '{nilai}' at '{ref}'")
    angka = Decimal(str(nilai))
    if nama in PERUBAHAN:
        return _print_perubahan(angka, nama, str(_step(induk, "satuan_perubahan", jalur)), digits)
    return ANGKA[nama](angka, digits)


def _print_perubahan(angka: Decimal, nama: str, satuan: str, digits: int | None) -> str:
    bulat = round_half_up(angka if nama == "perubahan" else abs(angka), _digits(digits))
    return format_angka(bulat, tanda_plus=nama == "perubahan") + ("%" if satuan == "%" else f" {satuan}")


def make_run(hasil: Any, jalur: str, bentuk: str = "", *, tebal: bool = False, miring: bool = False) -> Run:
    """A run that prints one figure of hasil.json in a form (a name of `ANGKA`, `TEKS`, `PERUBAHAN`, or "nilaiN").

    `make_run(hasil, "sasaran/S1/capaian", bentuk="persen")` prints "93,95%" with ref "sasaran/S1/capaian#persen".
    """
    ref = f"{jalur}#{bentuk}" if bentuk else jalur
    return Run(teks=format_ref(hasil, ref), ref=ref, tebal=tebal, miring=miring)
