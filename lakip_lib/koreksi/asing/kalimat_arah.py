"""Words of direction against the two numbers beside them: naik, turun, melampaui."""

import re
from collections.abc import Iterator

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import read_cetak
from lakip_lib.koreksi.asing.model import Alinea
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

N = r"((?<![\d.,])[-−]?\d+(?:[.,]\d+)*)"
SATUAN = r"( ?(?:%|persen\b))?"
DI_TAHUN = r"(?:[^.;\d]{0,15}(?:tahun|th\.?) (?:19|20)\d\d)?"
NAIK = ("naik", "meningkat", "mengalami kenaikan", "mengalami peningkatan", "bertambah", "tumbuh")
TURUN = ("turun", "menurun", "mengalami penurunan", "berkurang")
DARI_MENJADI = re.compile(
    rf"\b({'|'.join((*NAIK, *TURUN))})\b[^.;\d]{{0,30}}?\bdari\b[^.;\d]{{0,25}}?{N}{SATUAN}{DI_TAHUN}"
    rf"[^.;\d]{{0,25}}?\b(?:menjadi|ke)\b[^.;\d]{{0,20}}?{N}{SATUAN}",
    re.IGNORECASE,
)
LAMPAUI_TARGET = re.compile(
    rf"\brealisasi\b[^.;\d]{{0,40}}?{N}{SATUAN}[^.;\d]{{0,40}}?\b(?:melampaui|melebihi)\b[^.;\d]{{0,10}}?target[^.;\d]{{0,30}}?{N}{SATUAN}",
    re.IGNORECASE,
)
CAPAIAN_LAMPAUI = re.compile(
    rf"\bcapaian\b[^.;\d]{{0,60}}?{N} ?(?:%|persen)[^.;\d]{{0,30}}?\b(?:melampaui|melebihi) target", re.IGNORECASE
)
TINGKATAN = re.compile(
    r"peringkat|posisi|rangking|ranking|urutan|kinerja|kualitas|jika|apabila|bila|\btidak\b", re.IGNORECASE
)
TAHUN = re.compile(r"(?:19|20)\d\d")


def check_arah(alinea: Alinea) -> Iterator[Temuan]:
    """Sentences whose words say up where the numbers go down, or past a target that was not reached."""
    yield from _check_dari_menjadi(alinea)
    for m in LAMPAUI_TARGET.finditer(alinea.teks):
        nyata, target = read_cetak(m[1]), read_cetak(m[3])
        if nyata and target and bool(m[2]) == bool(m[4]) and nyata.nilai < target.nilai:
            kata = f"disebut melampaui target, sedangkan realisasi {m[1]} lebih kecil daripada target {m[3]}. Mohon diperiksa."
            yield write_temuan(alinea.tempat, "arah", Tingkat.PERINGATAN, kata, nilai=m[0][:200])
    for m in CAPAIAN_LAMPAUI.finditer(alinea.teks):
        capaian = read_cetak(m[1])
        if capaian and capaian.nilai < 100:
            kata = f"disebut melampaui target, sedangkan capaiannya {m[1]} persen. Mohon diperiksa."
            yield write_temuan(alinea.tempat, "arah", Tingkat.PERINGATAN, kata, nilai=m[0][:200])


def _check_dari_menjadi(alinea: Alinea) -> Iterator[Temuan]:
    for m in DARI_MENJADI.finditer(alinea.teks):
        lama, baru = read_cetak(m[2]), read_cetak(m[4])
        if lama is None or baru is None or bool(m[3]) != bool(m[5]) or TINGKATAN.search(_clause(alinea.teks, m)):
            continue
        if any(TAHUN.fullmatch(t) for t in (m[2], m[4])):
            continue
        naik = m[1].casefold() in NAIK
        if lama.nilai != baru.nilai and naik != (baru.nilai > lama.nilai):
            arah = "turun" if naik else "naik"
            kata = f'tertulis "{m[1]}" dari {m[2]} menjadi {m[4]}, padahal angkanya {arah}. Mohon diperbaiki.'
            yield write_temuan(alinea.tempat, "arah", Tingkat.WAJIB, kata, nilai=m[0][:200])


def _clause(teks: str, m: re.Match[str]) -> str:
    """The match with the words before it, back to the last stop."""
    awal = max(teks.rfind(tanda, 0, m.start()) for tanda in (". ", "; ", ", "))
    return teks[max(awal, 0) : m.end()]
