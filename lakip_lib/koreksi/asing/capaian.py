"""Percentages of tables recomputed: capaian from target and realisasi, penyerapan from pagu and realisasi."""

from collections.abc import Iterator
from fractions import Fraction

from lakip_lib.istilah import Alasan, Arah, Metode, Tingkat
from lakip_lib.koreksi.asing.angka import BEDA, COCOK, DIPOTONG, Cetak, match_any, ratio_within, show, show_ratio
from lakip_lib.koreksi.asing.baris import Baris
from lakip_lib.koreksi.asing.kolom import Bacaan, Jenis, Tiga
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.measures.rumus import Nilai, compute_capaian
from lakip_lib.measures.rumus.bacaan import read_nilai
from lakip_lib.temuan import Temuan

SERATUS, PITA_MAKS = Fraction(100), 20
BATAS = (100, 110, 120, 150)  # caps in use
RUMUS = (Metode.MAX, Metode.MIN_A, Metode.MIN_B)
ARAH = {Metode.MAX: Arah.MAX, Metode.MIN_A: Arah.MIN, Metode.MIN_B: Arah.MIN}


def check_persen(bacaan: Bacaan) -> Iterator[Temuan]:
    """The percentages that are not what their own row gives; nothing where most rows differ, for then we misread."""
    for tiga in bacaan.find_tiga():
        rows = [b for b in bacaan.baris if not b.rata and (tiga.anggaran or not b.jumlah)]
        hasil = [h for b in rows if (h := _check_row(bacaan, tiga, b))]
        salah = sum(kecocokan == BEDA for kecocokan, _ in hasil)
        if len(hasil) < 4 or salah * 2 <= len(hasil):
            yield from (t for _, t in hasil if t is not None)


def _check_row(bacaan: Bacaan, tiga: Tiga, baris: Baris) -> tuple[str, Temuan | None] | None:
    tercetak = bacaan.read(baris, tiga.persen)
    if tercetak is None:
        return None
    if tiga.anggaran:
        return _check_penyerapan(bacaan, tiga, baris, tercetak)
    return _check_capaian(bacaan, tiga, baris, tercetak)


def _check_penyerapan(bacaan: Bacaan, tiga: Tiga, baris: Baris, tercetak: Cetak) -> tuple[str, Temuan | None] | None:
    pagu, nyata = bacaan.read(baris, tiga.dasar), bacaan.read(baris, tiga.realisasi)
    if pagu is None or nyata is None or pagu.nilai <= 0:
        return None
    kecocokan = match_any(tercetak, [nyata.nilai / pagu.nilai * 100])
    lain = [x for k in tiga.pagu_lain if (x := bacaan.read(baris, k)) and x.nilai > 0]
    if kecocokan == BEDA and any(ratio_within(tercetak, nyata, x) for x in (pagu, *lain)):
        return COCOK, None
    return kecocokan, _write(bacaan, tiga, baris, tercetak, kecocokan, show_ratio(nyata, pagu, tercetak.digit))


def _check_capaian(bacaan: Bacaan, tiga: Tiga, baris: Baris, tercetak: Cetak) -> tuple[str, Temuan | None] | None:
    target, nyata = (read_nilai(bacaan.teks(baris, k), bacaan.desimal[k.nomor]) for k in (tiga.dasar, tiga.realisasi))
    if isinstance(target, Alasan) or isinstance(nyata, Alasan):
        return None
    if target.rentang is not None and nyata.angka is not None:
        return _check_rentang(bacaan, tiga, baris, tercetak, target, nyata)
    if target.angka is None or nyata.angka is None or target.angka == 0:
        return _check_huruf(tercetak, target, nyata)
    calon = {m: compute_capaian(m, target, nyata, arah=ARAH[m]) for m in RUMUS}
    mentah = [c.mentah for c in calon.values() if c.mentah is not None]
    rasio = tercetak.digit >= 2 and not tiga.persen.persen and "%" not in tercetak.teks
    kecocokan = match_any(tercetak, [*mentah, *_list_capped(mentah), *(x / 100 for x in mentah if rasio)])
    if kecocokan == BEDA and (_rounded_before(bacaan, tiga, baris, tercetak) or _in_band(bacaan, tercetak, mentah)):
        return COCOK, None
    utama = calon[Metode.MAX]
    if utama.mentah is None:
        return None
    hitung = f"{utama.rumus} = {show(utama.mentah, tercetak.digit)}"
    kurang = calon[Metode.MIN_A]
    if kurang.mentah is not None and kurang.mentah != utama.mentah:
        hitung += f"; bila makin rendah makin baik: {kurang.rumus} = {show(kurang.mentah, tercetak.digit)}"
    return kecocokan, _write(bacaan, tiga, baris, tercetak, kecocokan, hitung)


def _in_band(bacaan: Bacaan, tercetak: Cetak, mentah: list[Fraction]) -> bool:
    """Whether a band of whole or half percent around the target, of which the document speaks, gives the figure."""
    pita = [2 * (tercetak.nilai - x) for x in mentah if x < tercetak.nilai <= SERATUS]
    longgar = Fraction(1, 10**tercetak.digit) if tercetak.digit else Fraction(0)
    return bacaan.toleransi and any(abs(p - round(p)) <= longgar and round(p) <= 2 * PITA_MAKS for p in pita)


def _list_capped(mentah: list[Fraction]) -> Iterator[Fraction]:
    """Floored at 0 or cut at one of the usual caps."""
    for x in mentah:
        yield from (Fraction(b) for b in BATAS if x > b)
        if x < 0:
            yield Fraction(0)


def _rounded_before(bacaan: Bacaan, tiga: Tiga, baris: Baris, tercetak: Cetak) -> bool:
    target, nyata = bacaan.read(baris, tiga.dasar), bacaan.read(baris, tiga.realisasi)
    if target is None or nyata is None:
        return False
    cermin = Cetak(tercetak.teks, 200 - tercetak.nilai, tercetak.digit)  # MIN-A is 200 − R/T × 100
    return any(
        ratio_within(c, a, b)
        for c, a, b in ((tercetak, nyata, target), (tercetak, target, nyata), (cermin, nyata, target))
    )


def _check_rentang(
    bacaan: Bacaan, tiga: Tiga, baris: Baris, tercetak: Cetak, target: Nilai, nyata: Nilai
) -> tuple[str, Temuan | None] | None:
    """A target from–to: against its nearer edge, or as some do against either edge or the middle."""
    assert target.rentang is not None  # the caller saw both
    assert nyata.angka is not None
    lo, hi = target.rentang
    if lo <= 0:
        return None
    calon = [compute_capaian(Metode.RANGE, target, nyata, arah=a) for a in Arah]
    lain = [x for t in (lo, hi, (lo + hi) / 2) for x in (nyata.angka / t * 100, 200 - nyata.angka / t * 100)]
    mentah = [c.mentah for c in calon if c.mentah is not None]
    kecocokan = match_any(tercetak, [*mentah, *lain, *_list_capped([*mentah, *lain])])
    utama = calon[0]
    if utama.mentah is None:
        return None
    hitung = f"{utama.rumus} = {show(utama.mentah, tercetak.digit)}" if not lo <= nyata.angka <= hi else utama.rumus
    return kecocokan, _write(bacaan, tiga, baris, tercetak, kecocokan, hitung)


def _check_huruf(tercetak: Cetak, target: Nilai, nyata: Nilai) -> tuple[str, Temuan | None] | None:
    """Letters and zero targets have too many practices to call a figure wrong; a match still counts as one."""
    calon = [compute_capaian(m, target, nyata, arah=Arah.MAX).mentah for m in (Metode.ORD, Metode.BIN)]
    return (COCOK, None) if match_any(tercetak, calon) != BEDA else None


def _write(bacaan: Bacaan, tiga: Tiga, baris: Baris, tercetak: Cetak, kecocokan: str, hitung: str) -> Temuan | None:
    """The finding of one row, None where the figure is right."""
    if kecocokan == COCOK:
        return None
    nama, aturan = ("persentase realisasi anggaran", "penyerapan") if tiga.anggaran else ("capaian", "capaian")
    if kecocokan == DIPOTONG:
        tingkat, kata = Tingkat.CATATAN, f"desimalnya dipotong, pembulatan yang lazim memberi hasil lain ({hitung})."
    else:
        tingkat, kata = Tingkat.WAJIB, f"seharusnya {hitung}. Mohon diperbaiki."
    return write_temuan(
        bacaan.tabel.locate(baris.nomor),
        aturan,
        tingkat,
        f"{nama} tercetak {tercetak.teks}; {kata}",
        kolom=tiga.persen.judul,
        nilai=tercetak.teks,
    )


def check_sisa(bacaan: Bacaan) -> Iterator[Temuan]:
    """Sisa anggaran that is not pagu less realisasi, where the table has one column of each."""
    per = {j: [k for k in bacaan.kolom if k.jenis is j] for j in (Jenis.PAGU, Jenis.REALISASI, Jenis.SISA)}
    if any(len(kolom) != 1 for kolom in per.values()):
        return
    kolom = [daftar[0] for daftar in per.values()]
    hasil = []
    for baris in bacaan.baris:
        pagu, nyata, sisa = (bacaan.read(baris, k) for k in kolom)
        if pagu is None or nyata is None or sisa is None:
            continue
        beda = abs(pagu.nilai - nyata.nilai) != abs(sisa.nilai)
        hasil.append((baris, pagu, nyata, sisa) if beda else None)
    salah = [h for h in hasil if h]
    if len(hasil) >= 4 and len(salah) * 2 > len(hasil):
        return
    for baris, pagu, nyata, sisa in salah:
        hitung = f"{pagu.show()} − {nyata.show()} = {show(pagu.nilai - nyata.nilai)}"
        kata = f"sisa anggaran tercetak {sisa.teks}; seharusnya {hitung}. Mohon diperbaiki."
        yield write_temuan(
            bacaan.tabel.locate(baris.nomor), "sisa", Tingkat.WAJIB, kata,
            kolom=kolom[2].judul, nilai=sisa.teks,
        )  # fmt: skip
