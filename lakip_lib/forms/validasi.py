"""What Excel says when something unlikely is typed.

Figures and dates warn and let pass: on a computer with English settings "85,73" is text, and a letter grade is a fair
realisasi; both are read and answered later. Only words from a fixed list are refused.
"""

from datetime import date
from typing import Any

from lakip_lib.forms.isian import BarisIsi
from lakip_lib.forms.skema import KolomIsian
from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT

Aturan = dict[str, Any]
_BATAS = 10**15
_PESAN_F1 = (
    "Sel ini untuk angka tanpa satuan, desimal dengan koma, misalnya 85,73. Bila angka belum ada, kosongkan sel ini, "
    "pilih 'belum rilis' pada kolom Status data, dan tulis sebabnya pada kolom Alasan."
)
_PESAN_ANGKA = (
    "Sel ini untuk angka tanpa satuan, desimal dengan koma, misalnya 85,73. Penjelasan ditulis pada kolom lain."
)
_PESAN_RUPIAH = (
    "Sel ini untuk angka rupiah penuh tanpa 'Rp', misalnya 125000000. Mohon tidak dalam ribuan atau jutaan; "
    "penjelasan ditulis pada kolom Keterangan."
)
_PESAN_TANGGAL = "Sel ini untuk tanggal, misalnya 31/12/2025."


def _numbers(pesan: str) -> Aturan:
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -_BATAS,
        "maximum": _BATAS,
        "error_type": "warning",
        "error_title": "Mohon periksa angka",
        "error_message": pesan,
    }


def build_daftar(pilihan: tuple[str, ...], *, jenis: str = "stop") -> Aturan:
    """A dropdown of these words; other words are refused ("stop") or let pass after a question ("warning")."""
    return {
        "validate": "list",
        "source": list(pilihan),
        "error_type": jenis,
        "error_title": "Mohon pilih dari daftar",
        "error_message": f"Isian yang tersedia: {', '.join(pilihan)}."[:255],
    }


def _dates() -> Aturan:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(2000, 1, 1),
        "maximum": date(2099, 12, 31),
        "error_type": "warning",
        "error_title": "Mohon periksa tanggal",
        "error_message": _PESAN_TANGGAL,
    }


def find_huruf(target: object) -> tuple[str, ...]:
    """The letters to choose from when a target is a letter grade (best first), else none."""
    for ranks in (PERINGKAT_PREDIKAT, PERINGKAT_OPINI):
        if isinstance(target, str) and target.strip().upper() in ranks:
            return tuple(sorted(ranks, key=lambda huruf: -ranks[huruf]))
    return ()


def build_aturan(kolom: KolomIsian, baris: BarisIsi, *, lembar: str) -> Aturan | None:
    """Excel's validation for one cell, or None where anything may be written."""
    if kolom.pilihan:
        return build_daftar(kolom.pilihan)
    if kolom.boleh_huruf and (huruf := find_huruf(baris.get("target"))):
        return build_daftar(huruf, jenis="warning")
    if kolom.jenis == "angka":
        return _numbers(_PESAN_F1 if lembar == "F1" else _PESAN_ANGKA)
    if kolom.jenis == "rupiah":
        return _numbers(_PESAN_RUPIAH)
    return _dates() if kolom.jenis == "tanggal" else None
