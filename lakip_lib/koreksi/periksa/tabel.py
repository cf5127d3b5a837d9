"""Tables of the document by their own arithmetic: totals, the budget tree, remainders, percentages (DOMAIN §3, §5.8)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lakip_lib.blok import Baris, Dokumen, Isi, Tabel
from lakip_lib.formats import format_angka
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.cetak import Cetak, read_cetak
from lakip_lib.koreksi.periksa.letak import make_temuan
from lakip_lib.koreksi.ruas import find_kolom, make_grid, name_objek, read_sel
from lakip_lib.temuan import Temuan

PAGU = ("Pagu perubahan (Rp)", "Pagu (Rp)", "Pagu murni (Rp)")
REALISASI = ("Realisasi (Rp)",)
SISA = ("Sisa (Rp)",)
PERSEN = ("%", "Penyerapan (%)")
BAGIAN = "Bagian (%)"
JUMLAH = ("jumlah", "total")
Petak = list[list[Isi | None]]


def review_tabel(dokumen: Dokumen, *, murni: bool = False) -> Iterator[Temuan]:
    """Totals that are not the sum of their rows, parents that are not the sum of their children, wrong % and sisa.

    `murni`: the ceiling that counts is the original one ([lra] kolom_pagu).
    """
    for blok in dokumen.blok:
        if isinstance(blok, Tabel):
            petak = make_grid(blok)
            yield from _review_total(blok, petak)
            yield from _review_pohon(blok, petak)
            yield from _review_uang(blok, petak, PAGU[::-1] if murni else PAGU)
            yield from _review_bagian(blok, petak)


def read_petak(petak: Petak, y: int, x: int) -> Cetak | None:
    """The number printed in a cell of the grid."""
    return read_cetak(read_sel(petak[y][x]))


def is_total(baris: Baris) -> bool:
    """Whether a row is the sum of those above it (not their mean)."""
    return baris.gaya == "total" and read_sel(baris.sel[0]).casefold().startswith(JUMLAH)


def list_kode(tabel: Tabel, petak: Petak) -> list[str] | None:
    """The kode of each row ("" of a total), None where the table is no tree of kode."""
    if not tabel.kolom or tabel.kolom[0].judul != "Kode":
        return None
    return ["" if b.gaya == "total" else read_sel(p[0]) for b, p in zip(tabel.baris, petak, strict=True)]


def _list_isi(tabel: Tabel, petak: Petak, awal: int, akhir: int) -> list[int]:
    """The rows a total adds up: plain ones, of a tree its leaves."""
    kode = list_kode(tabel, petak)
    if kode is None:
        return [n for n in range(awal, akhir) if tabel.baris[n].gaya == "biasa"]
    return [n for n in range(awal, akhir) if not any(k.startswith(f"{kode[n]}.") for k in kode)]


def _review_total(tabel: Tabel, petak: Petak) -> Iterator[Temuan]:
    awal = 0
    for y, baris in enumerate(tabel.baris):
        if baris.gaya != "total":
            continue
        isi = _list_isi(tabel, petak, awal, y)
        awal = y + 1
        if is_total(baris):
            yield from _compare(tabel, petak, y, isi, "Jumlah", "total-tidak-cocok")


def _review_pohon(tabel: Tabel, petak: Petak) -> Iterator[Temuan]:
    kode = list_kode(tabel, petak)
    for y, induk in enumerate(kode or ()):
        bawah = [n for n, k in enumerate(kode or ()) if induk and k.startswith(f"{induk}.")]
        anak = [n for n in bawah if not any(kode and kode[n].startswith(f"{kode[m]}.") for m in bawah)]
        if anak:
            yield from _compare(tabel, petak, y, anak, induk, "induk-tidak-cocok")


def _compare(tabel: Tabel, petak: Petak, y: int, isi: Sequence[int], nama: str, aturan: str) -> Iterator[Temuan]:
    """A row's figures against the sums of others, column by column; percentages are no sums."""
    for x, kolom in enumerate(tabel.kolom):
        tertulis = read_petak(petak, y, x)
        angka = [c for n in isi if (c := read_petak(petak, n, x))]
        if tertulis is None or not angka or "%" in kolom.judul:
            continue
        jumlah = sum((c.nilai for c in angka), Fraction(0))
        pecahan = any(c.nilai.denominator != 1 for c in angka)
        longgar = sum((c.setengah for c in angka), Fraction(0)) if pecahan else Fraction(0)
        if abs(tertulis.nilai - jumlah) > longgar:
            tulis = read_sel(petak[y][x])
            mau = format_angka(jumlah)
            teks = f"{nama} kolom {kolom.judul} tertulis {tulis}, sedangkan jumlah barisnya {mau}. Mohon diperiksa."
            yield make_temuan(f"{name_objek(tabel)}, baris {y + 1}", aturan, Tingkat.WAJIB, teks, nilai=tulis)


def _review_uang(tabel: Tabel, petak: Petak, urutan: Sequence[str]) -> Iterator[Temuan]:
    """sisa = pagu − realisasi and % = realisasi / pagu × 100, row by row."""
    realisasi, sisa, persen = (find_kolom(tabel, *judul) for judul in (REALISASI, SISA, PERSEN))
    kolom_pagu = [x for judul in urutan if (x := find_kolom(tabel, judul)) is not None]
    if realisasi is None or not kolom_pagu:
        return
    for y in range(len(petak)):
        pagu = next((c for x in kolom_pagu if (c := read_petak(petak, y, x))), None)
        nyata = read_petak(petak, y, realisasi)
        if pagu is None or nyata is None:
            continue
        letak = f"{name_objek(tabel)}, baris {y + 1}"
        if sisa is not None and (c := read_petak(petak, y, sisa)) and c.nilai != pagu.nilai - nyata.nilai:
            tulis, mau = read_sel(petak[y][sisa]), format_angka(pagu.nilai - nyata.nilai)
            teks = f"sisa tertulis {tulis}, sedangkan pagu dikurangi realisasi {mau}. Mohon diperiksa."
            yield make_temuan(letak, "sisa-tidak-cocok", Tingkat.WAJIB, teks, nilai=tulis)
        c = read_petak(petak, y, persen) if persen is not None else None
        if c and pagu.nilai and not c.is_near(nyata.nilai / pagu.nilai * 100):
            assert persen is not None
            tulis, mau = read_sel(petak[y][persen]), format_angka(nyata.nilai / pagu.nilai * 100, 2)
            teks = f"persentase tertulis {tulis}, sedangkan realisasi dibagi pagu {mau}. Mohon diperiksa."
            yield make_temuan(letak, "persen-tidak-cocok", Tingkat.WAJIB, teks, nilai=tulis)


def _review_bagian(tabel: Tabel, petak: Petak) -> Iterator[Temuan]:
    """A share in "Bagian (%)" against its row's number and the total below."""
    x = find_kolom(tabel, BAGIAN)
    if not x:
        return
    total: Cetak | None = None
    for y in reversed(range(len(petak))):
        angka, bagian = read_petak(petak, y, x - 1), read_petak(petak, y, x)
        if is_total(tabel.baris[y]):
            total = angka
        elif total and total.nilai and angka and bagian and not bagian.is_near(angka.nilai / total.nilai * 100):
            tulis, mau = read_sel(petak[y][x]), format_angka(angka.nilai / total.nilai * 100, 2)
            teks = f"bagian tertulis {tulis}%, sedangkan menurut jumlahnya {mau}%. Mohon diperiksa."
            yield make_temuan(
                f"{name_objek(tabel)}, baris {y + 1}", "persen-tidak-cocok", Tingkat.WAJIB, teks, nilai=tulis
            )
