"""What makes one doubt a table: plain sentences in Indonesian, each with its row, column or cell."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from lakip_lib.formats import Angka, format_angka
from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.intake.kepala import normalise_judul
from lakip_lib.intake.lra.kode import TEMPEL, Level
from lakip_lib.intake.tabel import GALAT_TEKS, Kolom, Tabel, sum_angka
from lakip_lib.istilah import Alasan

SEBUT = 6  # cells or rows named before "dan n lainnya"
UANG_MULAI = 10_000  # rupiah from which a figure counts as money
TOLERANSI = Decimal(1)  # rupiah
_SEBELUM = re.compile(r"\bsebelum\b")
_SETELAH = re.compile(r"\b(?:setelah|sesudah)\b")
_BEDA = re.compile(r"\b(?:bertambah|berkurang|selisih)\b")


def list_keraguan_lembar(lembar: Lembar) -> list[str]:
    """Doubts about the sheet's cells: hidden parts, errors, formulas without a stored result."""
    sel = [lembar.sel[k] for k in sorted(lembar.sel)]
    galat = [s for s in sel if s.galat or (isinstance(s.nilai, str) and GALAT_TEKS.search(s.nilai))]
    kosong = [s for s in sel if s.tanpa_nilai]
    terlihat = [b for b in sorted(lembar.baris_tersembunyi) if any(k[0] == b for k in lembar.sel)]
    kolom = [k for k in sorted(lembar.kolom_tersembunyi) if any(s[1] == k for s in lembar.sel)]
    doubts = [
        "lembar tersembunyi" if lembar.tersembunyi else "",
        f"{len(terlihat)} baris tersembunyi berisi data (baris {_name(map(str, terlihat))})" if terlihat else "",
        f"{len(kolom)} kolom tersembunyi berisi data" if kolom else "",
        f"{len(galat)} sel galat ({_name(f'{s.alamat} {_galat(s)}' for s in galat)})" if galat else "",
        f"{len(kosong)} formula tanpa nilai tersimpan ({_name(s.alamat for s in kosong)})" if kosong else "",
    ]
    return [d for d in doubts if d]


def _galat(sel: Sel) -> str:
    cocok = GALAT_TEKS.search(sel.teks)
    return sel.galat or (cocok[0] if cocok else "")


def list_keraguan_tabel(tabel: Tabel) -> list[str]:
    """Doubts about numbers: mixed notations, text among numbers, amounts with units, ambiguous ones, differences."""
    return [*_check_columns(tabel), *_check_beda(tabel)]


def _check_columns(tabel: Tabel) -> Iterator[str]:
    if tabel.desimal == "campuran":
        yield "angka ditulis dengan koma desimal dan titik desimal sekaligus"
    if satuan := [k.huruf for k in tabel.list_kolom("bersatuan")]:
        yield f"kolom {', '.join(satuan)} memuat angka beserta satuannya dalam satu sel"
    bertipe_teks = []
    for kolom in tabel.list_kolom("angka"):
        terisi = [(tabel.baris[b][kolom.nomor], a) for b, a in tabel.read_kolom(kolom).items()]
        teks = sum(isinstance(s.nilai, str) for s, a in terisi if a.nilai is not None)
        angka = sum(not isinstance(s.nilai, str) for s, a in terisi if a.nilai is not None)
        if teks and angka:
            yield f"{_name_kolom(kolom)} mencampur {angka} angka dengan {teks} angka bertipe teks"
        elif teks and _is_workbook([s for s, _ in terisi]):
            bertipe_teks.append(kolom.huruf)
        yield from _check_isian(kolom, terisi)
    if bertipe_teks:
        yield f"kolom {', '.join(bertipe_teks)} seluruhnya angka bertipe teks"


def _check_isian(kolom: Kolom, terisi: Sequence[tuple[Sel, Angka]]) -> Iterator[str]:
    """Cells of a number column that hold no number, or one that reads in two ways."""
    ragu = [f"{s.alamat} {s.teks}" for s, a in terisi if a.alasan is Alasan.AMBIGU]
    bukan = [f"{s.alamat} {_short(s.teks)}" for s, a in terisi if a.alasan is Alasan.BUKAN_ANGKA]
    if ragu:
        yield f"{_name_kolom(kolom)}: {len(ragu)} angka dapat dibaca dengan dua cara ({_name(ragu)})"
    if bukan:
        yield f"{_name_kolom(kolom)}: {len(bukan)} isian bukan angka ({_name(bukan)})"


def _name_kolom(kolom: Kolom) -> str:
    return f"kolom {kolom.huruf} ({_short(kolom.judul)})"


def _is_workbook(sel: Sequence[Sel]) -> bool:
    """Whether cells come from a spreadsheet, where numbers need not be text."""
    return any(s.format is not None for s in sel)


def _check_beda(tabel: Tabel) -> Iterator[str]:
    """A printed difference that is not "setelah" minus "sebelum"."""
    kolom = [(k, normalise_judul(k.judul)) for k in tabel.list_kolom("angka")]
    beda = next((k for k, j in kolom if _BEDA.search(j)), None)
    sebelum = next((k for k, j in kolom if _SEBELUM.search(j) and k is not beda), None)
    setelah = next((k for k, j in kolom if _SETELAH.search(j) and k is not beda), None)
    if sebelum is None or setelah is None or beda is None:
        return
    salah = []
    for nomor in tabel.baris:
        a, b, c = (_read(tabel, nomor, k) for k in (sebelum, setelah, beda))
        if a is not None and b is not None and c is not None and abs(abs(b - a) - abs(c)) > TOLERANSI:
            salah.append(f"baris {nomor} tertulis {say_angka(c)}, seharusnya {say_angka(b - a)}")
    if salah:
        beda_dari = f"bukan selisih kolom {sebelum.huruf} dan {setelah.huruf} pada {len(salah)} baris"
        yield f"{_name_kolom(beda)} {beda_dari} ({_name(salah, 2)})"


def _read(tabel: Tabel, baris: int, kolom: Kolom) -> Decimal | None:
    angka = tabel.read_kolom(kolom).get(baris)
    return angka.nilai if angka else None


def list_keraguan_kode(tabel: Tabel) -> list[str]:
    """Doubts about budget codes: typed without dots, without their first part, or not to be read."""
    tempel = [f"baris {b} {k.teks}" for b, k in tabel.kode.items() if k.kode and TEMPEL in k.kode.catatan]
    dugaan = [f"baris {b} {k.teks} dibaca {k.dugaan}" for b, k in tabel.kode.items() if k.dugaan]
    asing = [f"baris {b} {k.teks}" for b, k in tabel.kode.items() if k.kode is None]
    doubts = [
        f"{len(tempel)} kode ditulis tanpa titik ({_name(tempel)})" if tempel else "",
        f"{len(dugaan)} kode tanpa bagian depan ({_name(dugaan)})" if dugaan else "",
        f"{len(asing)} kode tidak mengikuti susunan kode anggaran ({_name(asing)})" if asing else "",
    ]
    return [d for d in doubts if d]


def list_keraguan_jumlah(tabel: Tabel, induk: Mapping[int, int]) -> list[str]:
    """Amounts that are not the sum of the rows below; `induk` is the parent row of each row (Excel numbers)."""
    anak: defaultdict[int, list[int]] = defaultdict(list)
    for baris, atas in induk.items():
        if baris in tabel.baris and atas in tabel.baris:
            anak[atas].append(baris)
    kolom = [k for k in tabel.list_kolom("angka") if is_money(tabel, k)]
    return [d for atas in sorted(anak) for k in kolom if (d := _check_jumlah(tabel, atas, sorted(anak[atas]), k))]


def _check_jumlah(tabel: Tabel, atas: int, rinci: list[int], kolom: Kolom) -> str | None:
    tertulis = _read(tabel, atas, kolom)
    jumlah = sum_angka(_read(tabel, b, kolom) for b in rinci)
    if jumlah is None or (tertulis is None and not jumlah):
        return None
    tempat = f"sel {kolom.huruf}{atas}{_say_kode(tabel, atas)}"
    if tertulis is None:
        return f"{tempat} kosong, padahal rinciannya berjumlah {say_angka(jumlah)}"
    if abs(tertulis - jumlah) <= TOLERANSI:
        return None
    return f"{tempat} tertulis {say_angka(tertulis)}, tidak sama dengan jumlah rinciannya {say_angka(jumlah)}"


def _say_kode(tabel: Tabel, baris: int) -> str:
    kode = tabel.kode.get(baris)
    return f" ({kode.kode.teks})" if kode and kode.kode else ""


def link_by_kode(tabel: Tabel) -> dict[int, int]:
    """The parent row of each coded row: the last row above it with the nearest shorter code.

    Bare accounts belong to the line they follow; a row without a code, or of another line, ends their block.
    """
    induk: dict[int, int] = {}
    pohon: dict[str, int] = {}
    akun: dict[str, int] = {}
    konteks: int | None = None  # the line whose accounts follow
    for nomor in tabel.baris:
        kode = tabel.kode[nomor].kode if nomor in tabel.kode else None
        bebas = kode is not None and kode.level is Level.AKUN and kode.sub_kegiatan is None
        if not bebas:
            akun, konteks = {}, (nomor if kode else None)
        if kode is None:
            continue
        dikenal = akun if bebas else pohon
        atas = next((dikenal[i.teks] for i in kode.list_leluhur() if i.teks in dikenal), None)
        if atas is None and bebas:
            atas = konteks
        if atas is not None:
            induk[nomor] = atas
        dikenal[kode.teks] = nomor
    return induk


def is_money(tabel: Tabel, kolom: Kolom) -> bool:
    """Whether at least half of a column's figures are as large as amounts of money are."""
    values = [abs(a.nilai) for a in tabel.read_kolom(kolom).values() if a.nilai]
    return bool(values) and sum(v >= UANG_MULAI for v in values) * 2 >= len(values)


def say_angka(nilai: Decimal, desimal: int | None = None) -> str:
    """A figure for a sentence: without decimals where it is whole, else with two (or as many as asked)."""
    if desimal is None:
        desimal = 0 if nilai == nilai.to_integral_value() else 2
    return format_angka(nilai, desimal)


def _short(teks: str, panjang: int = 40) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= panjang else satu[: panjang - 1].rstrip() + "…"


def _name(items: Iterable[str], banyak: int = SEBUT) -> str:
    """The first few, then how many more."""
    daftar = list(items)
    sisa = len(daftar) - banyak
    return ", ".join(daftar[:banyak]) + (f", dan {sisa} lainnya" if sisa > 0 else "")
