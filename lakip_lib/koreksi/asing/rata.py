"""Averages at the foot of a table: of all rows, of those since the last average, of groups; capped or not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lakip_lib.formats import parse_angka
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import Cetak, show
from lakip_lib.koreksi.asing.baris import Baris
from lakip_lib.koreksi.asing.kolom import Bacaan, Jenis, Kolom
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.measures.rumus import apply_cap, mean
from lakip_lib.temuan import Temuan

BATAS = (Fraction(100), Fraction(110), Fraction(120), Fraction(150))
TUNJUK = 6  # addends shown in full


@dataclass(frozen=True)
class Suku:
    """The addends of an average: the numbers, how many cells without one there are, and the group of each number."""

    angka: tuple[Cetak, ...]
    hampa: int
    kelompok: tuple[tuple[int, ...], ...]  # for each way of grouping the group of each number

    @property
    def nilai(self) -> list[Fraction]:
        """The exact numbers."""
        return [a.nilai for a in self.angka]


def check_rata(bacaan: Bacaan) -> Iterator[Temuan]:
    """Average rows whose figure no usual way of averaging gives."""
    if not bacaan.tabel.pasti or any("bobot" in k.judul.casefold() for k in bacaan.kolom):
        return
    if any(b.mungkin_rata and not _has_target(bacaan, b) for b in bacaan.baris):
        return
    for kolom in bacaan.kolom:
        if kolom.jenis is Jenis.CAPAIAN:
            for baris in bacaan.baris:
                if baris.rata and (tercetak := bacaan.read(baris, kolom)):
                    yield from _check_row(bacaan, kolom, baris, tercetak)


def _check_row(bacaan: Bacaan, kolom: Kolom, baris: Baris, tercetak: Cetak) -> Iterator[Temuan]:
    himpunan = [s for rows in _list_rows(bacaan, baris) if (s := _read_suku(bacaan, kolom, rows)) and len(s.angka) >= 2]
    if not himpunan or any(_fits(tercetak, x, s) for s in himpunan for x in _list_means(s)):
        return
    if any(_fits(tercetak, x, s) for x in _ratio_of_sums(bacaan, kolom, baris) for s in himpunan):
        return
    utama = himpunan[0]
    tingkat, kata = _explain(tercetak, utama)
    yield write_temuan(
        bacaan.tabel.locate(baris.nomor),
        "rata-rata",
        tingkat,
        f"rata-rata tercetak {tercetak.teks}; {kata}",
        kolom=kolom.judul,
        nilai=tercetak.teks,
    )


def _explain(tercetak: Cetak, suku: Suku) -> tuple[Tingkat, str]:
    """What the figure should be, and which practice gives the printed one."""
    nilai, n = suku.nilai, len(suku.nilai)
    hitung = f"{_show_sum(suku)} / {n} = {show(sum(nilai, Fraction(0)) / n, tercetak.digit)}"
    for batas in BATAS:
        if _fits(tercetak, mean([apply_cap(x, batas) for x in nilai]), suku):
            kata = f"angka itu adalah rata-rata dengan capaian dibatasi {show(batas)} persen (tanpa batas: {hitung})."
            return Tingkat.CATATAN, f"{kata} Mohon sebutkan batasnya."
    if suku.hampa and _fits(tercetak, sum(nilai, Fraction(0)) / (n + suku.hampa), suku):
        return (
            Tingkat.PERINGATAN,
            f"angka itu menghitung {suku.hampa} sel tanpa nilai sebagai nol (dari yang bernilai: {hitung}).",
        )
    pembagi = next(
        (m for m in (n - 1, n + 1, n + 2) if m > 0 and _fits(tercetak, sum(nilai, Fraction(0)) / m, suku)), None
    )
    tambahan = f" Angka tercetak adalah jumlah {n} nilai dibagi {pembagi}." if pembagi else ""
    return Tingkat.WAJIB, f"seharusnya {hitung}.{tambahan} Mohon diperbaiki."


def _show_sum(suku: Suku) -> str:
    if len(suku.angka) <= TUNJUK:
        return "(" + " + ".join(a.show() for a in suku.angka) + ")"
    return f"jumlah {len(suku.angka)} nilai {show(sum(suku.nilai, Fraction(0)), max(a.digit for a in suku.angka))}"


def _fits(tercetak: Cetak, x: Fraction | None, suku: Suku) -> bool:
    """Whether the mean may be printed so, the addends being rounded themselves."""
    longgar = Fraction(1, 2 * 10**tercetak.digit) + max((a.kurang for a in suku.angka), default=Fraction(0))
    return x is not None and abs(tercetak.nilai - x) <= longgar


def _has_target(bacaan: Bacaan, baris: Baris) -> bool:
    return any(bacaan.teks(baris, k) for k in bacaan.kolom if k.jenis is Jenis.TARGET)


def _list_rows(bacaan: Bacaan, baris: Baris) -> Iterator[list[Baris]]:
    """The rows an average may be over: all above, those since the average before, the averages themselves."""
    atas = [b for b in bacaan.baris if b.nomor < baris.nomor]
    biasa = [b for b in atas if not b.rata and not b.jumlah]
    if bertarget := [b for b in biasa if _has_target(bacaan, b)]:  # the others are headings of groups, with their means
        yield bertarget
        yield [b for b in biasa if b not in bertarget]
    yield biasa
    batas = max((b.nomor for b in atas if b.rata or b.jumlah), default=None)
    if batas is not None:
        yield [b for b in atas if b.nomor > batas]
        yield [b for b in atas if b.rata]
        yield [b for b in atas if b.jumlah]


def _read_suku(bacaan: Bacaan, kolom: Kolom, rows: Sequence[Baris]) -> Suku | None:
    """The addends, None where a cell cannot be read and may yet be a number."""
    angka: list[Cetak] = []
    letak: list[int] = []
    hampa = 0
    for i, baris in enumerate(rows):
        teks = bacaan.teks(baris, kolom)
        cetak = bacaan.read(baris, kolom)
        if cetak is not None:
            angka.append(cetak)
            letak.append(i)
        elif teks and any(h.isdigit() for h in teks):
            return None
        elif teks and (parse_angka(teks).status or len(teks) > 1):
            hampa += 1
    kiri = [k for k in bacaan.kolom if k.nomor < kolom.nomor and k.jenis is Jenis.LAIN]
    kelompok = dict.fromkeys(tuple(g[i] for i in letak) for k in kiri if (g := _group(bacaan, k, rows)))
    return Suku(tuple(angka), hampa, tuple(kelompok))


def _group(bacaan: Bacaan, kolom: Kolom, rows: Sequence[Baris]) -> list[int]:
    """The group of each row by a column whose cells span rows or repeat."""
    hasil: list[int] = []
    sebelum = ""
    for baris in rows:
        teks = bacaan.teks(baris, kolom)
        nomor = hasil[-1] if hasil else 0
        hasil.append(nomor if not teks or teks == sebelum else nomor + 1)
        sebelum = teks or sebelum
    return hasil if 1 < len(set(hasil)) < len(hasil) else []


def _list_means(suku: Suku) -> Iterator[Fraction | None]:
    yield mean(suku.nilai)
    for kelompok in suku.kelompok:
        for ubah in _cuts():
            yield mean([m for m in _group_means(suku.nilai, kelompok, ubah) if m is not None])


def _cuts() -> Iterable[Callable[[Fraction], Fraction]]:
    yield lambda x: x
    for batas in BATAS:
        yield lambda x, batas=batas: min(x, batas)  # type: ignore[misc]


def _group_means(
    nilai: Sequence[Fraction], kelompok: Sequence[int], ubah: Callable[[Fraction], Fraction]
) -> Iterator[Fraction | None]:
    for nomor in dict.fromkeys(kelompok):
        yield mean([ubah(x) for x, g in zip(nilai, kelompok, strict=True) if g == nomor])


def _ratio_of_sums(bacaan: Bacaan, kolom: Kolom, baris: Baris) -> Iterator[Fraction]:
    """The percentage of the sums, where the column is one of money or the row gives its own base and realisasi."""
    for tiga in bacaan.find_tiga():
        if tiga.persen.nomor != kolom.nomor:
            continue
        atas = [b for b in bacaan.baris if b.nomor < baris.nomor and not b.rata and not b.jumlah]
        for rows in (atas, [baris]):
            pasangan = [(bacaan.read(b, tiga.dasar), bacaan.read(b, tiga.realisasi)) for b in rows]
            dasar = sum((d.nilai for d, n in pasangan if d and n), Fraction(0))
            nyata = sum((n.nilai for d, n in pasangan if d and n), Fraction(0))
            if dasar > 0:
                yield nyata / dasar * 100
