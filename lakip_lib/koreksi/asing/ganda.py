"""The same indikator of the same year printed twice with different figures."""

import re
from collections.abc import Iterator, Sequence

from lakip_lib.intake.kepala import normalise_judul
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import Cetak
from lakip_lib.koreksi.asing.baris import Baris
from lakip_lib.koreksi.asing.kolom import Bacaan, Tiga
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

PERIODE = re.compile(
    r"triwulan|\btw\b|semester|bulan|s\.d\.|lalu|renstra|bidang|uptd?|kecamatan|seksi|cabang", re.IGNORECASE
)
TAHUN = re.compile(r"(?:19|20)\d\d")
PANJANG = 12  # shorter labels may be those of several things
Letak = tuple[Bacaan, Baris, Tiga, Cetak, Cetak]


def check_ganda(bacaan: Sequence[Bacaan]) -> Iterator[Temuan]:
    """Realisasi that differ between two tables with the same indikator, the same target and no other year or part."""
    per: dict[tuple[str, str], list[Letak]] = {}
    for b in bacaan:
        tiga = [t for t in b.find_tiga() if not t.anggaran]
        if len(tiga) != 1 or _has_period(b, tiga[0]):
            continue
        for baris in b.baris:
            target, nyata = b.read(baris, tiga[0].dasar), b.read(baris, tiga[0].realisasi)
            nama = normalise_judul(_name(b, baris, tiga[0]))
            if target and nyata and len(nama) >= PANJANG and not baris.jumlah and not baris.rata:
                per.setdefault((nama, str(target.nilai)), []).append((b, baris, tiga[0], target, nyata))
    pasangan: dict[tuple[int, int], list[tuple[Letak, Letak]]] = {}
    for daftar in per.values():
        for lain in daftar[1:]:
            if lain[0] is not daftar[0][0]:
                pasangan.setdefault((id(daftar[0][0]), id(lain[0])), []).append((daftar[0], lain))
    for dua in pasangan.values():
        beda = [(a, b) for a, b in dua if not _same(a[4], b[4])]
        if len(dua) == 1 or len(beda) * 2 <= len(dua):  # tables that mostly differ speak of two things
            yield from (t for a, b in beda for t in _write(a, b))


def _has_period(b: Bacaan, tiga: Tiga) -> bool:
    judul = " ".join([b.tabel.judul, *(k.judul for k in (tiga.dasar, tiga.realisasi, tiga.persen))])
    return bool(PERIODE.search(judul))


def _name(b: Bacaan, baris: Baris, tiga: Tiga) -> str:
    """The name of the indikator: the last long text left of its figures."""
    kiri = [b.teks(baris, k) for k in b.kolom if k.nomor < tiga.dasar.nomor]
    return next((t for t in reversed(kiri) if len(t) >= PANJANG), "")


def _years(b: Bacaan, tiga: Tiga) -> set[str]:
    judul = " ".join([b.tabel.judul, *(k.judul for k in (tiga.dasar, tiga.realisasi, tiga.persen))])
    return set(TAHUN.findall(judul))


def _write(satu: Letak, dua: Letak) -> Iterator[Temuan]:
    b1, baris1, tiga1, target, pertama = satu
    b, baris, tiga, _, nyata = dua
    if len(_years(b1, tiga1) | _years(b, tiga)) > 1:
        return
    nama = _name(b, baris, tiga)
    siapa = f' "{nama[:80]}"' if nama != baris.label else ""  # the place names the row already
    kata = (
        f"realisasi{siapa} tercetak {nyata.teks}, sedangkan pada {b1.tabel.locate(baris1.nomor)} "
        f"tercetak {pertama.teks} dengan target yang sama ({target.teks}). Mohon samakan."
    )
    yield write_temuan(
        b.tabel.locate(baris.nomor), "angka-ganda", Tingkat.PERINGATAN, kata,
        kolom=tiga.realisasi.judul, nilai=nyata.teks,
    )  # fmt: skip


def _same(a: Cetak, b: Cetak) -> bool:
    """Whether both are one figure, one of them rounded more."""
    return abs(a.nilai - b.nilai) <= max(a.kurang, b.kurang)
