"""Totals of a table: the sum of its rows, of its top level, of its leaves or of its subtotals, whichever fits."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.asing.angka import Cetak, show
from lakip_lib.koreksi.asing.baris import Baris
from lakip_lib.koreksi.asing.kolom import Bacaan, Jenis, Kolom
from lakip_lib.koreksi.asing.tulis import write_temuan
from lakip_lib.temuan import Temuan

KODE = re.compile(r"\d+(?:\.\d+)+\.?|\d{1,2}[.)]?|[A-Z][.)]?|[IVX]+[.)]?|[a-z][.)]")
TINGKAT = re.compile(r"urusan|bidang|unsur|program|kegiatan|sub[ -]?kegiatan|belanja", re.IGNORECASE)
LEBIH = Fraction(3, 2)  # rows adding up to more than that of their total hold levels that we do not see
TUNJUK = 6
Jalan = tuple[str, tuple[int, ...]]  # a way of adding: its name, the rows it takes


def check_jumlah(bacaan: Bacaan) -> Iterator[Temuan]:
    """Totals that are not the sum of the rows above, where the way of adding is beyond doubt."""
    kolom = [k for k in bacaan.kolom if bacaan.tabel.pasti and _is_summed(bacaan, k)]
    for i, baris in enumerate(bacaan.baris):
        if baris.jumlah and i:
            yield from _check_row(bacaan, kolom, i)


def _is_summed(bacaan: Bacaan, kolom: Kolom) -> bool:
    """Whether a total under this column is a sum: money always, other figures where no percentage is meant."""
    if kolom.jenis in (Jenis.PAGU, Jenis.SISA):
        return True
    pagu = any(k.jenis is Jenis.PAGU for k in bacaan.kolom)
    if kolom.jenis is Jenis.REALISASI:
        return pagu and not kolom.persen
    return kolom.jenis is Jenis.LAIN and not kolom.persen and not re.match(r"(?i)no\b|nomor|kode|tahun", kolom.judul)


def _check_row(bacaan: Bacaan, kolom: Sequence[Kolom], i: int) -> Iterator[Temuan]:
    jalan = _list_ways(bacaan, i)
    angka = {k: {j: bacaan.read(b, k) for j, b in enumerate(bacaan.baris[: i + 1])} for k in kolom}
    total = {k: x for k in kolom if (x := angka[k][i]) is not None}
    cocok = {k: {nama for nama, rows in jalan if _sum(angka[k], rows) == t.nilai} for k, t in total.items()}
    menang = Counter(nama for names in cocok.values() for nama in names)
    dipakai = menang.most_common(1)[0][0] if menang else None
    for k, t in total.items():
        rows = dict(jalan)[dipakai] if dipakai else _flat_rows(bacaan, angka[k], i)
        if cocok[k] or not rows or not _is_plain(angka[k], rows, t):
            continue
        yield _write(bacaan, k, bacaan.baris[i], t, [x for j in rows if (x := angka[k][j])])


def _list_ways(bacaan: Bacaan, i: int) -> list[Jalan]:
    """The ways of adding up to row `i`, each with its rows."""
    atas = bacaan.baris[:i]
    batas = max((j + 1 for j, b in enumerate(atas) if b.jumlah), default=0)
    biasa = [j for j, b in enumerate(atas) if not b.jumlah and not b.rata]
    hasil: list[Jalan] = [("semua", tuple(biasa)), ("bagian", tuple(j for j in biasa if j >= batas))]
    hasil.append(("jumlah", tuple(j for j, b in enumerate(atas) if b.jumlah)))
    bentuk = {j: _shape(bacaan, atas[j]) for j in biasa}
    for b in sorted(set(bentuk.values())):
        hasil.append((f"tingkat {b}", tuple(j for j in biasa if bentuk[j] == b)))
        hasil.append((f"bagian {b}", tuple(j for j in biasa if bentuk[j] == b and j >= batas)))
    kata = {j: _level_word(atas[j]) for j in biasa}
    hasil += [(f"kata {w}", tuple(j for j in biasa if kata[j] == w)) for w in sorted(set(kata.values()) - {""})]
    return [(nama, rows) for nama, rows in hasil if rows]


def _level_word(baris: Baris) -> str:
    """The word by which a row of a budget names its level."""
    m = TINGKAT.match(baris.label)
    return re.sub(r"\W", "", m[0].casefold()) if m else ""


def _shape(bacaan: Bacaan, baris: Baris) -> str:
    """What tells the level of a row: the form of its code and whether it is bold."""
    pertama = next((s for _, s in sorted(baris.sel.items())), None)
    teks = pertama.teks.strip() if pertama else ""
    kode = re.match(r"[\d.]+", teks)
    if kode and "." in kode[0].strip("."):
        return f"kode {kode[0].strip('.').count('.')}"
    kelas = "kode" if KODE.fullmatch(teks) else "teks"
    huruf = re.sub(r"\d+", "9", teks)[:2] if kelas == "kode" else str(min(baris.sel))
    return f"{kelas} {'9' if huruf[:1] == '9' else huruf} {'tebal' if pertama and pertama.tebal else ''}"


def _sum(angka: dict[int, Cetak | None], rows: Sequence[int]) -> Fraction | None:
    suku = [x.nilai for j in rows if (x := angka[j]) is not None]
    return sum(suku, Fraction(0)) if suku else None


def _flat_rows(bacaan: Bacaan, angka: dict[int, Cetak | None], i: int) -> tuple[int, ...]:
    """The rows of a table that shows no levels at all, else none."""
    rows = [j for j, b in enumerate(bacaan.baris[:i]) if b.sel]
    datar = len({(_shape(bacaan, bacaan.baris[j]), _level_word(bacaan.baris[j])) for j in rows}) == 1
    datar = datar and not _has_subtotal([x.nilai for j in rows if (x := angka[j])])
    polos = not any(bacaan.baris[j].jumlah or bacaan.baris[j].rata for j in rows)
    return tuple(rows) if datar and polos and len(rows) >= 2 and all(angka[j] for j in rows) else ()


def _has_subtotal(nilai: Sequence[Fraction]) -> bool:
    """Whether a row holds the sum of the rows right below it (or the same figure as the next): then there are levels."""
    for i, x in enumerate(nilai):
        jumlah = Fraction(0)
        for y in nilai[i + 1 :]:
            jumlah += y
            if x and jumlah == x:
                return True
    return False


def _is_plain(angka: dict[int, Cetak | None], rows: Sequence[int], total: Cetak) -> bool:
    jumlah = _sum(angka, rows)
    if jumlah is None or sum(angka[j] is not None for j in rows) < 2 or not total.nilai:
        return False
    longgar = sum((x.kurang for j in rows if (x := angka[j])), total.kurang)
    return abs(jumlah - total.nilai) > longgar and 1 / LEBIH < jumlah / total.nilai < LEBIH


def _write(bacaan: Bacaan, kolom: Kolom, baris: Baris, total: Cetak, suku: Sequence[Cetak]) -> Temuan:
    jumlah = sum((x.nilai for x in suku), Fraction(0))
    digit = max(x.digit for x in (*suku, total))
    kiri = " + ".join(x.show() for x in suku) if len(suku) <= TUNJUK else f"jumlah {len(suku)} baris"
    return write_temuan(
        bacaan.tabel.locate(baris.nomor),
        "jumlah",
        Tingkat.WAJIB,
        f"jumlah tercetak {total.teks}; seharusnya {kiri} = {show(jumlah, digit)} "
        f"(selisih {show(total.nilai - jumlah, digit)}). Mohon diperbaiki.",
        kolom=kolom.judul,
        nilai=total.teks,
    )
