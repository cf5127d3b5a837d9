"""What was left unfinished: error values, placeholders, broken references; numbers of tables and figures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.model import Alinea, DokumenAsing
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

GALAT = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A\b)|Error! (?:Reference source not found|Bookmark not defined)\.?",
    re.IGNORECASE,
)
TITIPAN = re.compile(
    r"\[(?:\.{3}|…)\]|\blorem ipsum\b|\bTBD\b|(?<![\w.])x{3,}(?!\w)|\bX{4,}\b|\bisi di sini\b|\[isi[^\]]{0,40}\]",
    re.IGNORECASE,
)
ROMAWI = re.compile(r"X{3}")  # thirty
JUDUL = re.compile(
    r"(Tabel|Gambar|Grafik|Bagan)\.? ?((?:[IVXL]+|[A-Z]?\d+)(?:[.-]\d+)*)(\.?)(?=[\s.:]|$)\s*[:.-]?\s*(.*)",
    re.IGNORECASE,
)
MENUNJUK = re.compile(
    r"(?:di ?atas|di ?bawah|berikut|ini|tersebut|menunjukkan|menyajikan|memperlihatkan|dapat|terlihat)\b|[a-z(,;)]"
)
TITIK = re.compile(r"\.{4,}|…|\s\d{1,3}$")


def check_sisa_isi(dokumen: DokumenAsing) -> Iterator[Temuan]:
    """Error values (wajib) and placeholders (peringatan), each once a place."""
    for tempat, _, teks in dokumen.list_teks():
        for galat in dict.fromkeys(GALAT.findall(teks)):
            kata = f'masih memuat "{galat}". Mohon perbaiki rumus atau rujukannya.'
            yield write_temuan(tempat, "sisa-galat", Tingkat.WAJIB, kata, nilai=galat)
        for sisa in dict.fromkeys(t for t in TITIPAN.findall(teks) if not ROMAWI.fullmatch(t)):
            kata = f'masih memuat "{sisa}". Mohon lengkapi isinya.'
            yield write_temuan(tempat, "sisa-isian", Tingkat.PERINGATAN, kata, nilai=sisa)


def check_nomor(alinea: Sequence[Alinea]) -> Iterator[Temuan]:
    """Captions of tables and figures whose numbers repeat, skip or go back."""
    deret: dict[tuple[str, str], list[tuple[int, Alinea]]] = {}
    for a in alinea:
        if (m := JUDUL.match(a.teks)) and _is_caption(a.teks, m):
            awalan, _, nomor = m[2].replace("-", ".").rpartition(".")
            if nomor.isdigit():
                deret.setdefault((m[1].capitalize(), awalan), []).append((int(nomor), a))
    for (jenis, awalan), daftar in deret.items():
        yield from _check_deret(jenis, awalan, _drop_list(daftar))


def _is_caption(teks: str, m: re.Match[str]) -> bool:
    return (
        len(teks) <= 250
        and bool(m[4])
        and not MENUNJUK.match(m[4])
        and not re.search(r"\blanjutan\b", teks, re.IGNORECASE)
        and not (re.search(r"\.{4,}|…{2,}", teks))
    )


def _drop_list(daftar: list[tuple[int, Alinea]]) -> list[tuple[int, Alinea]]:
    """The captions without the list of tables before them, where every number stands twice."""
    nomor = [n for n, _ in daftar]
    tengah = len(nomor) // 2
    sepasang = len(nomor) % 2 == 0 and Counter(nomor[:tengah]) == Counter(nomor[tengah:])
    return daftar[tengah:] if sepasang and all(TITIK.search(a.teks) for _, a in daftar[:tengah]) else daftar


def _check_deret(jenis: str, awalan: str, daftar: list[tuple[int, Alinea]]) -> Iterator[Temuan]:
    awal = f"{awalan}." if awalan else ""
    terlihat: set[int] = set()
    for (lama, _), (baru, a) in pairwise([(0, daftar[0][1]), *daftar]):
        nama = f"{jenis} {awal}{baru}"
        if baru in terlihat:
            kata = f"nomor {nama} dipakai lebih dari sekali. Mohon urutkan nomornya."
        elif baru < lama:
            kata = f"{nama} berada setelah {jenis} {awal}{lama}. Mohon urutkan nomornya."
        elif baru > lama + 1 and terlihat:
            kata = f"{nama} mengikuti {jenis} {awal}{lama}; nomor di antaranya tidak ada. Mohon urutkan nomornya."
        else:
            kata = ""
        terlihat.add(baru)
        if kata:
            yield write_temuan(a.tempat, "nomor", Tingkat.PERINGATAN, kata, nilai=a.teks[:100])
