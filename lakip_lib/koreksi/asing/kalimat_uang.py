"""Sentences on money: pagu, realisasi and the percentage of both; said again otherwise; "efisiensi" that is the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import BEDA, DIPOTONG, Cetak, match_cetak, read_cetak, show, show_ratio
from lakip_lib.koreksi.asing.model import Alinea
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

UANG = re.compile(
    r"Rp\.? ?(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?)(?![\d])(?! ?(?:ribu|juta|miliar|milyar|triliun))", re.IGNORECASE
)
PERSEN = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?) ?(?:%|persen\b)", re.IGNORECASE)
KATA_PAGU = re.compile(r"pagu|anggaran|alokasi|dana|dpp?a", re.IGNORECASE)
KATA_NYATA = re.compile(r"realisasi|terserap|serapan|penyerapan|digunakan", re.IGNORECASE)
KATA_LAIN = re.compile(
    r"fisik|sisa|efisien|naik|turun|meningkat|menurun|lebih|kurang|target|dibanding|kinerja|rata|tumbuh|kontribusi|porsi",
    re.IGNORECASE,
)
ULANG = re.compile(
    r"(?:penyerapan|daya serap|serapan|realisasi) (?:anggaran|keuangan|dana)?[^.;%\d]{0,60}?(\d{1,3}(?:[.,]\d+)?) ?(?:%|persen\b)",
    re.IGNORECASE,
)
BAGIAN = re.compile(
    r"program|kegiatan|bidang|fisik|triwulan|semester|sasaran|belanja|rata|lalu|sebelum|lain|kinerja", re.IGNORECASE
)
EFISIENSI = re.compile(r"efisiensi[^.;%\d]{0,60}?(\d{1,3}(?:[.,]\d+)?) ?(?:%|persen\b)", re.IGNORECASE)
SESUDAH = 2  # paragraphs after a budget sentence that may still speak of the same money
PERIODE = re.compile(r"triwulan|semester|\btw\b|bulan|s\.d\.|sampai dengan", re.IGNORECASE)
BULAT = 100_000  # a pagu that is a multiple of it may be that of two things
BANYAK = 40  # amounts of a paragraph that are tried with one another
SERATUS = Fraction(100)


@dataclass(frozen=True)
class KalimatUang:
    """A sentence on money: pagu and realisasi, the percentage printed, and where the percentage ends."""

    pagu: Cetak
    nyata: Cetak
    persen: Cetak
    akhir: int

    @property
    def tepat(self) -> Fraction:
        """The exact percentage."""
        return self.nyata.nilai / self.pagu.nilai * SERATUS


def check_uang(alinea: Sequence[Alinea]) -> Iterator[Temuan]:
    """Findings on all money sentences and on what the next sentences say of the same money."""
    for i, a in enumerate(alinea):
        kalimat = list(find_kalimat(a.teks))
        for k in kalimat:
            if not _fits_other(a.teks, k):
                yield from _judge(a, k, k.persen, "persentase realisasi anggaran")
        if len(kalimat) == 1:
            yield from _check_after(alinea[i : i + 1 + SESUDAH], kalimat[0])


def check_dua_uang(alinea: Sequence[Alinea]) -> Iterator[Temuan]:
    """One pagu, to the rupiah, with two realisasi in two sentences that name no part of the year."""
    pertama: dict[Fraction, tuple[Alinea, KalimatUang]] = {}
    for a in alinea:
        for k in find_kalimat(a.teks):
            if k.pagu.nilai % BULAT == 0 or PERIODE.search(a.teks):
                continue
            asal, lama = pertama.setdefault(k.pagu.nilai, (a, k))
            if lama.nyata.nilai != k.nyata.nilai:
                kata = (
                    f"realisasi dari pagu Rp {k.pagu.show()} tercetak Rp {k.nyata.show()}, sedangkan pada {asal.tempat} "
                    f"tercetak Rp {lama.nyata.show()}. Mohon samakan."
                )
                yield write_temuan(a.tempat, "angka-ganda", Tingkat.PERINGATAN, kata, nilai=k.nyata.show())


def find_kalimat(teks: str) -> Iterator[KalimatUang]:
    """Each pagu, realisasi and percentage that stand close together, in either order of the two amounts."""
    uang = list(UANG.finditer(teks))
    for pertama, kedua in pairwise(uang):
        batas = next((u.start() for u in uang if u.start() > kedua.start()), len(teks))
        p = PERSEN.search(teks, kedua.end(), min(batas, kedua.end() + 120))
        if p is None or not _may_belong(teks[kedua.end() : p.start()]):
            continue
        sebelum, antara = teks[max(0, pertama.start() - 90) : pertama.start()], teks[pertama.end() : kedua.start()]
        if len(antara) > 250:
            continue
        angka = [read_cetak("Rp " + u[1]) for u in (pertama, kedua)]
        persen = read_cetak(p[1])
        if KATA_NYATA.search(antara) and KATA_PAGU.search(sebelum) and not KATA_NYATA.search(sebelum[-40:]):
            pagu, nyata = angka
        elif KATA_NYATA.search(sebelum) and re.search(r"\bdari\b.*(?:pagu|anggaran|alokasi)", antara, re.IGNORECASE):
            nyata, pagu = angka
        else:
            continue
        if pagu and nyata and persen and pagu.nilai > 0:
            yield KalimatUang(pagu, nyata, persen, p.end())


def _may_belong(antara: str) -> bool:
    """Whether a percentage after these words is that of the amount before them."""
    if len(antara) > 80 or re.search(r"\d", antara) or KATA_LAIN.search(antara):
        return False
    return not re.search(r"[.;] ", antara.lstrip(",-. ")) or bool(KATA_NYATA.search(antara))


def _fits_other(teks: str, kalimat: KalimatUang) -> bool:
    """Whether the percentage is right for any other amounts of the paragraph: then we took the wrong two."""
    angka = [x for u in UANG.finditer(teks) if (x := read_cetak("Rp " + u[1])) and x.nilai > 0][:BANYAK]
    if match_cetak(kalimat.persen, kalimat.tepat) != BEDA:
        return False
    return any(match_cetak(kalimat.persen, a.nilai / b.nilai * SERATUS) != BEDA for a in angka for b in angka if a != b)


def _judge(alinea: Alinea, kalimat: KalimatUang, tercetak: Cetak, nama: str) -> Iterator[Temuan]:
    kecocokan = match_cetak(tercetak, kalimat.tepat)
    hitung = show_ratio(kalimat.nyata, kalimat.pagu, tercetak.digit)
    if kecocokan == BEDA:
        kata = f"{nama} tercetak {tercetak.teks} persen; seharusnya {hitung}. Mohon diperbaiki."
        yield write_temuan(alinea.tempat, "penyerapan", Tingkat.WAJIB, kata, nilai=tercetak.teks)
    elif kecocokan == DIPOTONG:
        kata = f"{nama} tercetak {tercetak.teks} persen; desimalnya dipotong, pembulatan yang lazim memberi {hitung}."
        yield write_temuan(alinea.tempat, "penyerapan", Tingkat.CATATAN, kata, nilai=tercetak.teks)


def _check_after(alinea: Sequence[Alinea], kalimat: KalimatUang) -> Iterator[Temuan]:
    """What the rest of the paragraph and the next ones say of the same money, up to the next amount."""
    for i, a in enumerate(alinea):
        teks = a.teks[kalimat.akhir :] if i == 0 else a.teks
        uang = UANG.search(teks)
        teks = teks[: uang.start()] if uang else teks
        for m in ULANG.finditer(teks):
            awal = max(teks.rfind(". ", 0, m.start()), teks.rfind("; ", 0, m.start()), 0)
            tercetak = read_cetak(m[1])
            if (
                tercetak is None
                or BAGIAN.search(teks[awal : m.end()])
                or re.search(r"\b(?:19|20)\d\d\b", teks[awal : m.start()])
            ):
                continue
            yield from _judge(a, kalimat, tercetak, "besaran yang sama, realisasi anggaran,")
        yield from _check_efisiensi(a, teks, kalimat.tepat, kalimat.persen)
        if uang:
            return


def _check_efisiensi(alinea: Alinea, teks: str, tepat: Fraction, persen: Cetak) -> Iterator[Temuan]:
    """ "Efisiensi" that is nothing but 100 less the absorption (DOMAIN §5.7, E2)."""
    for m in EFISIENSI.finditer(teks):
        tercetak = read_cetak(m[1])
        if tercetak is None or all(match_cetak(tercetak, SERATUS - x) == BEDA for x in (tepat, persen.nilai)):
            continue
        hitung = f"{show(SERATUS)} − {show(SERATUS - tercetak.nilai, tercetak.digit)}"
        kata = (
            f"efisiensi tercetak {m[1]} persen adalah 100 dikurangi penyerapan anggaran ({hitung}), yaitu sisa anggaran; "
            "efisiensi baru dapat dinyatakan bila target tercapai. Mohon dijelaskan."
        )
        yield write_temuan(alinea.tempat, "efisiensi", Tingkat.PERINGATAN, kata, nilai=m[1])
