"""Any sheet as a plain table: header, data rows, what each column holds, numbers, codes and levels."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from openpyxl.utils import get_column_letter

from lakip_lib.formats import Angka, angka_from_nilai, clean_teks, detect_desimal, parse_angka
from lakip_lib.intake.grid import Lembar, Sel
from lakip_lib.intake.kepala import Kepala, guess_kepala, is_number_row, normalise_judul
from lakip_lib.intake.lra.kode import KodeAnggaran, Level, parse_kode

SATUAN_MAKS = 20  # letters; what follows a number and is longer is a name, not a unit
BAGIAN_ANGKA = 0.6  # share of a column's filled cells from which it is one of numbers
GALAT_TEKS = re.compile(r"#(?:DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|N/A)")
JUMLAH = re.compile(
    r"(?:(?:grand|sub) ?)?(?:jumlah|total|j u m l a h|t o t a l)"
    r"(?: (?:total|keseluruhan|seluruhnya|belanja|pendapatan|anggaran|program|kegiatan|rp|i{1,3}|[a-z]))*|count \d+"
)
_PENUTUP = re.compile(r"\b(?:nip|mengetahui|kepala (?:badan|dinas|biro|bagian|bidang)|pembina|penata)\b", re.IGNORECASE)
_BUKAN_JUMLAH = frozenset({"no", "nomor", "tahun", "nip", "id", "no urut", "urut"})
_BERKODE = re.compile(r"[0-9X]{1,4}(?:[.,\- ]+[0-9X]{1,5})*\.?", re.IGNORECASE)

Baris = dict[int, Sel]


@dataclass(frozen=True)
class Kolom:
    """A column: its number, heading ("Kolom C" where there is none), what it holds and its decimal sign.

    `jenis` is "angka" (numbers), "bersatuan" (numbers with a unit: "2 Dokumen"), "nomor" (1 2 3 …), "kode" or "teks";
    `desimal` is "koma", "titik", "campuran", or None where no text tells.
    """

    nomor: int
    judul: str
    jenis: str
    desimal: str | None = None

    @property
    def huruf(self) -> str:
        """The letter Excel gives it."""
        return get_column_letter(self.nomor)


@dataclass(frozen=True)
class Tabel:
    """A sheet's table: header (None where data begin at once), columns, and data rows by their Excel row number.

    Total rows and a signature block under the table are no data; `total` holds the former.
    """

    lembar: Lembar
    kepala: Kepala | None
    baris: dict[int, Baris]
    total: dict[int, Baris]

    @cached_property
    def kolom(self) -> tuple[Kolom, ...]:
        """The columns with a heading, or all with data where there is no header."""
        if self.kepala is None:
            nomor = sorted({k for isi in self.baris.values() for k in isi})
            return tuple(self._make_kolom(k, f"Kolom {get_column_letter(k)}") for k in nomor)
        return tuple(self._make_kolom(k, teks) for k, teks in sorted(self.kepala.judul.items()))

    def _make_kolom(self, nomor: int, judul: str) -> Kolom:
        sel = [isi[nomor] for isi in self.baris.values() if nomor in isi and isi[nomor].teks.strip()]
        teks = [s.teks for s in sel if isinstance(s.nilai, str)]
        desimal = detect_desimal(teks) or ("campuran" if _contradicts(teks) else None)
        return Kolom(nomor, judul, _find_jenis(normalise_judul(judul.rpartition(" / ")[2]), sel, desimal), desimal)

    @cached_property
    def desimal(self) -> str | None:
        """The decimal sign that the table's texts agree on, "campuran" where they do not."""
        found = {k.desimal for k in self.kolom if k.jenis in ("angka", "bersatuan")} - {None}
        return found.pop() if len(found) == 1 else ("campuran" if found else None)

    @cached_property
    def _angka(self) -> dict[int, dict[int, Angka]]:
        return {}

    def read_kolom(self, kolom: Kolom) -> dict[int, Angka]:
        """The numbers of a column's filled cells by row, errors left out (see read_angka)."""
        if kolom.nomor not in self._angka:
            sel = {b: isi[kolom.nomor] for b, isi in self.baris.items() if kolom.nomor in isi}
            terisi = {b: s for b, s in sel.items() if s.teks.strip() and s.galat is None}
            self._angka[kolom.nomor] = {b: self.read_angka(s, kolom) for b, s in terisi.items()}
        return self._angka[kolom.nomor]

    def list_kolom(self, jenis: str) -> list[Kolom]:
        """The columns that hold numbers, codes or text."""
        return [k for k in self.kolom if k.jenis == jenis]

    def read_angka(self, sel: Sel, kolom: Kolom) -> Angka:
        """The number in a cell of a column, by the decimal sign of the column, else of the table."""
        sign = next((s for s in (kolom.desimal, self.desimal) if s in ("koma", "titik")), None)
        return read_angka(sel, sign)

    @cached_property
    def kode(self) -> dict[int, "KodeBaris"]:
        """The code of each row that has one, read from the columns headed so (or filled with codes)."""
        kode = self._read_kode(akun=False)
        akun = sum(k.kode is not None and k.kode.level is Level.AKUN for k in kode.values())
        return self._read_kode(akun=True) if akun * 2 > len(kode) else kode

    def _read_kode(self, *, akun: bool) -> dict[int, "KodeBaris"]:
        semua = [k.nomor for k in self.list_kolom("kode")]
        kolom = [k for i, k in enumerate(semua) if k - i == semua[0]]  # side by side; others belong to another table
        hasil: dict[int, KodeBaris] = {}
        lalu: KodeAnggaran | None = None
        for nomor, isi in self.baris.items():
            if bagian := [isi[k] for k in kolom if k in isi and isi[k].teks.strip()]:
                hasil[nomor] = read_kode(bagian, lalu, akun=akun)
                lalu = hasil[nomor].kode or lalu
        return hasil


@dataclass(frozen=True)
class KodeBaris:
    """What stands in the code cells of a row, the code it is (None: not to be read) and what was guessed."""

    teks: str
    kode: KodeAnggaran | None
    dugaan: str | None = None


def build_tabel(lembar: Lembar) -> Tabel:
    """The table of a sheet; every filled row below the header is data, total or signature."""
    kepala = guess_kepala(lembar)
    rows = dict(_data_rows(lembar, kepala))
    total = {b: isi for b, isi in rows.items() if _is_total(isi)}
    data = {b: isi for b, isi in rows.items() if b not in total}
    for nomor in _closing_rows(data, kepala):
        del data[nomor]
    return Tabel(lembar, kepala, data, total)


def _data_rows(lembar: Lembar, kepala: Kepala | None) -> Iterable[tuple[int, Baris]]:
    for nomor, isi in lembar.rows():
        if kepala is not None and nomor < kepala.awal_data:
            continue
        kolom = kepala.judul if kepala else isi
        terpakai = {k: s for k, s in isi.items() if k in kolom and (s.teks.strip() or s.formula)}
        if terpakai and not (kepala and nomor <= kepala.awal_data + 1 and is_number_row(terpakai.values())):
            yield nomor, terpakai


def _is_total(isi: Baris) -> bool:
    teks = (normalise_judul(s.teks) for s in isi.values() if isinstance(s.nilai, str))
    return bool(JUMLAH.fullmatch(next((t for t in teks if re.search("[a-z]", t)), "")))


def _closing_rows(baris: dict[int, Baris], kepala: Kepala | None) -> list[int]:
    """The rows of a signature block: from the end upwards, one or two texts a row, somewhere a NIP or an office."""
    if kepala is None or len(kepala.judul) < 4:
        return []
    ekor = []
    for nomor in reversed(list(baris)):
        isi = baris[nomor].values()
        if len(isi) > 2 or any(not isinstance(s.nilai, str) for s in isi):
            break
        ekor.append(nomor)
    return ekor if any(_PENUTUP.search(s.teks) for b in ekor for s in baris[b].values()) else []


def read_angka(sel: Sel, desimal: str | None = None) -> Angka:
    """The number in a cell: the stored one, or the one its text says (dots as decimal sign are not remarked)."""
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        return angka_from_nilai(sel.nilai, sel.format)
    return parse_angka(sel.teks, format=sel.format, desimal_kolom=desimal, formulir=False)


def _contradicts(texts: Sequence[str]) -> bool:
    return len({sign for t in texts if (sign := detect_desimal([t]))}) > 1


def _find_jenis(judul: str, sel: Sequence[Sel], desimal: str | None) -> str:
    """What a column holds; `judul` is the last part of its heading, `sel` its filled cells."""
    teks = [clean_teks(s.teks) for s in sel]
    if "kode" in judul.split() or judul in ("no urut", "nomor") or _all_codes(teks):
        return "kode" if any(map(_BERKODE.fullmatch, teks)) else "teks"
    if not sel or judul in _BUKAN_JUMLAH:
        return "teks"
    if len(teks) > 1 and teks == [str(i) for i in range(1, len(teks) + 1)]:
        return "nomor"
    sign = desimal if desimal in ("koma", "titik") else None
    angka = [read_angka(s, sign) for s in sel if s.galat is None]
    isi = [a for a in angka if a.status not in ("kosong", "belum_rilis")]
    baik = [a for a in isi if a.nilai is not None or a.alternatif]
    if not isi or len(baik) < BAGIAN_ANGKA * len(isi):
        return "teks"
    satuan = [len(a.satuan) for a in baik if a.satuan]
    if len(satuan) * 4 <= len(baik):
        return "angka"
    return "bersatuan" if sorted(satuan)[len(satuan) // 2] <= SATUAN_MAKS else "teks"


def _all_codes(teks: Sequence[str]) -> bool:
    """Whether texts are dotted codes of at least three parts (amounts have groups of three digits)."""
    kode = [t for t in teks if t.count(".") >= 2 and _BERKODE.fullmatch(t) and isinstance(parse_kode(t), KodeAnggaran)]
    return bool(kode) and len(kode) >= 0.7 * len(teks)


def read_kode(bagian: Sequence[Sel], lalu: KodeAnggaran | None = None, *, akun: bool = False) -> KodeBaris:
    """The code in a row's code cells: whole in the last of them, or spread over them part by part.

    A code without its first part takes that of the code before (`lalu`), and `dugaan` says so. `akun` decides the
    single digits 4–8 (urusan or account).
    """
    sebar = len(bagian) > 1 and clean_teks(bagian[-1].teks).count(".") < 2
    teks = ".".join(clean_teks(s.teks) for s in (bagian if sebar else bagian[-1:]))
    kode = parse_kode(teks if sebar else _typed(bagian[-1]), akun=akun)
    if isinstance(kode, KodeAnggaran):
        return KodeBaris(teks, kode)
    if lalu is not None and sebar:
        kode = parse_kode(f"{lalu.bagian[0]}.{teks}")
        if isinstance(kode, KodeAnggaran) and kode.bagian[:2] == lalu.bagian[:2]:
            return KodeBaris(teks, kode, kode.teks)
    return KodeBaris(teks, None)


def _typed(sel: Sel) -> str | int | float:
    return sel.nilai if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool) else clean_teks(sel.teks)


def sum_angka(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is there, None when nothing is."""
    ada = [v for v in values if v is not None]
    return sum(ada, Decimal(0)) if ada else None
