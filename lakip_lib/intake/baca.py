"""What `lakip baca` says about a file, table by table, and the tidy rows that it writes."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal

from lakip_lib.formats import clean_teks, guard_text
from lakip_lib.formats.angka import PERSEN
from lakip_lib.intake.baca_anggaran import Rincian, read_rincian_anggaran, read_rincian_rak
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.intake.kenali import (
    ANGGARAN,
    EVALUASI,
    JENIS_LABEL,
    KODE,
    RAK,
    RENSTRA,
    TRANSAKSI,
    recognise_tabel,
)
from lakip_lib.intake.keraguan import (
    is_money,
    link_by_kode,
    list_keraguan_jumlah,
    list_keraguan_kode,
    list_keraguan_lembar,
    list_keraguan_tabel,
    say_angka,
)
from lakip_lib.intake.lra.kode import LEVEL_LABEL
from lakip_lib.intake.tabel import Baris, Kolom, Tabel, build_tabel, sum_angka

Pembaca = Callable[[Buku, Lembar], Rincian | None]
PEMBACA: Mapping[str, Pembaca] = {  # kinds that a special reader knows better than the plain one
    ANGGARAN: read_rincian_anggaran,
    EVALUASI: read_rincian_anggaran,
    TRANSAKSI: read_rincian_anggaran,
    RAK: read_rincian_rak,
}
BERKODE = frozenset({ANGGARAN, EVALUASI, RAK, RENSTRA, KODE})  # kinds whose codes are budget codes
SEMUA, TANPA_KODE, LAINNYA = "semua baris", "tanpa kode", "lainnya"
TETAP = ("lembar", "baris", "jenis", "level", "kode")
_KATA_LEVEL = re.compile(r"(program|kegiatan|sub ?kegiatan)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Bacaan:
    """What lakip sees in one table.

    `jenis` a key of kenali.JENIS_LABEL; `notasi` "koma", "titik", "campuran" or None (no number typed as text);
    `aras` rows by level; `jumlah` sums by level and column, decimal strings with a dot; `keraguan` Indonesian phrases.
    """

    lembar: str
    jenis: str
    label: str
    tersembunyi: bool
    baris_kepala: tuple[int, ...]
    kolom: tuple[str, ...]
    notasi: str | None
    baris: int
    aras: dict[str, int]
    jumlah: dict[str, dict[str, str]]
    keraguan: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """The same as plain data, for --json."""
        return asdict(self)


def describe_buku(buku: Buku) -> list[Bacaan]:
    """Every table of a file, in file order; empty sheets are left out."""
    return [_describe_lembar(buku, s) for s in buku.lembar if s.sel]


def _describe_lembar(buku: Buku, lembar: Lembar) -> Bacaan:
    tabel = build_tabel(lembar)
    jenis = recognise_tabel(buku, tabel)
    rinci = _read_rincian(buku, tabel, jenis)
    ragu = [*list_keraguan_lembar(lembar), *list_keraguan_tabel(tabel), *rinci.keraguan]
    ragu += list_keraguan_jumlah(tabel, rinci.induk)
    if buku.tak_diperiksa:
        ragu.append(f"{' dan '.join(buku.tak_diperiksa)} tidak dapat diperiksa pada berkas {buku.jenis}")
    return Bacaan(
        lembar=lembar.nama,
        jenis=jenis,
        label=JENIS_LABEL[jenis],
        tersembunyi=lembar.tersembunyi,
        baris_kepala=tabel.kepala.baris if tabel.kepala else (),
        kolom=tuple(k.judul for k in tabel.kolom),
        notasi=tabel.desimal,
        baris=len(tabel.baris),
        aras=dict(rinci.aras),
        jumlah={level: {k: _write_jumlah(v) for k, v in isi.items()} for level, isi in rinci.jumlah.items()},
        keraguan=tuple(dict.fromkeys(ragu)),
    )


def _write_jumlah(nilai: Decimal) -> str:
    teks = f"{nilai:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def _read_rincian(buku: Buku, tabel: Tabel, jenis: str) -> Rincian:
    pembaca = PEMBACA.get(jenis)
    rinci = (pembaca(buku, tabel.lembar) if pembaca else None) or _read_plain(tabel, jenis)
    return rinci if rinci.jumlah or jenis == TRANSAKSI else replace(rinci, jumlah=_sum_levels(tabel, rinci))


def _read_plain(tabel: Tabel, jenis: str) -> Rincian:
    """Levels by code where there are budget codes, else by the first word of a row's name."""
    level = _list_level(tabel, jenis)
    aras = Counter(level.values())
    urut = [*LEVEL_LABEL.values(), LAINNYA, TANPA_KODE, SEMUA]
    ragu, induk = (list_keraguan_kode(tabel), link_by_kode(tabel)) if jenis in BERKODE else ([], {})
    return Rincian({a: aras[a] for a in sorted(aras, key=urut.index)}, {}, tuple(ragu), level, induk)


def _sum_levels(tabel: Tabel, rinci: Rincian) -> dict[str, dict[str, Decimal]]:
    """Sums of the columns of money by level; a row below another of its level is not added again."""
    nama = _name_columns(tabel)
    uang = [k for k in tabel.list_kolom("angka") if is_money(tabel, k)]
    jumlah: dict[str, dict[str, Decimal]] = {}
    for aras in rinci.aras:
        puncak = {b for b, lv in rinci.level.items() if lv == aras != rinci.level.get(rinci.induk.get(b, 0))}
        sums = {nama[k.nomor]: n for k in uang if (n := _sum(tabel, puncak, k)) is not None}
        jumlah |= {aras: sums} if sums else {}
    return jumlah


def _sum(tabel: Tabel, baris: Collection[int], kolom: Kolom) -> Decimal | None:
    return sum_angka(a.nilai for b, a in tabel.read_kolom(kolom).items() if b in baris)


def _list_level(tabel: Tabel, jenis: str) -> dict[int, str]:
    if jenis in BERKODE and any(k.kode for k in tabel.kode.values()):
        return {b: _name_level(tabel, b) for b in tabel.baris}
    kata = {b: _first_word(isi) for b, isi in tabel.baris.items()}
    if any(kata.values()):
        return {b: k or LAINNYA for b, k in kata.items()}
    return dict.fromkeys(tabel.baris, SEMUA)


def _name_level(tabel: Tabel, baris: int) -> str:
    kode = tabel.kode[baris].kode if baris in tabel.kode else None
    return LEVEL_LABEL[kode.level] if kode else TANPA_KODE


def _first_word(isi: Baris) -> str | None:
    """The level that a row's name begins with ("PROGRAM PENUNJANG …")."""
    teks = (clean_teks(s.teks) for _, s in sorted(isi.items()) if isinstance(s.nilai, str))
    nama = next((t for t in teks if re.search("[A-Za-z]{3}", t)), "")
    cocok = _KATA_LEVEL.match(nama)
    return cocok[1].lower().replace("subk", "sub k") if cocok else None


def _name_columns(tabel: Tabel) -> dict[int, str]:
    """Headings by column on one line each; a repeated one gets its column's letter."""
    judul = {k.nomor: " ".join(k.judul.split()) for k in tabel.kolom}
    sering = Counter(judul.values())
    return {k.nomor: judul[k.nomor] + (f" [{k.huruf}]" if sering[judul[k.nomor]] > 1 else "") for k in tabel.kolom}


def tidy_rows(buku: Buku) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the tidy CSV: lembar, baris, jenis, level, kode, then every heading of the file.

    Number columns as decimal strings with a dot; percentages, numbers with a unit and what cannot be told stay as typed,
    as text does, but that a text which a spreadsheet would run as a formula gets an apostrophe in front. Total rows are
    left out.
    """
    kepala: dict[str, None] = {}
    rows: list[dict[str, str]] = []
    for lembar in buku.lembar:
        tabel = build_tabel(lembar)
        kepala |= dict.fromkeys(_name_columns(tabel).values())
        rows += _tidy_tabel(buku, tabel)
    header = [*TETAP, *(_kolom_bebas(k) for k in kepala)]
    return header, [[r.get(k, "") for k in (*TETAP, *(f"#{k}" for k in kepala))] for r in rows]


def _kolom_bebas(judul: str) -> str:
    return f"{judul} (kolom)" if judul in TETAP else guard_text(judul)


def _tidy_tabel(buku: Buku, tabel: Tabel) -> list[dict[str, str]]:
    jenis = recognise_tabel(buku, tabel)
    level = _read_rincian(buku, tabel, jenis).level
    nama = _name_columns(tabel)
    isi = fill_merged(tabel)
    rows = []
    for nomor in tabel.baris:
        kode = tabel.kode[nomor].kode if jenis in BERKODE and nomor in tabel.kode else None
        tetap = (tabel.lembar.nama, str(nomor), jenis, level.get(nomor, ""), kode.teks if kode else "")
        row = dict(zip(TETAP, tetap, strict=True))
        row |= {
            f"#{nama[k.nomor]}": _tidy_cell(tabel, isi[nomor][k.nomor], k) for k in tabel.kolom if k.nomor in isi[nomor]
        }
        rows.append(row)
    return rows


def _tidy_cell(tabel: Tabel, sel: Sel, kolom: Kolom) -> str:
    angka = tabel.read_angka(sel, kolom) if kolom.jenis == "angka" and sel.galat is None else None
    if angka is None or angka.nilai is None or angka.satuan or angka.tanda == PERSEN:
        return guard_text(sel.teks)
    return f"{angka.nilai:f}"


def fill_merged(tabel: Tabel) -> dict[int, Baris]:
    """The data rows, text of a cell merged over several rows repeated in each of them (numbers stay single)."""
    angka = {k.nomor for k in tabel.list_kolom("angka")}
    rows = {b: dict(isi) for b, isi in tabel.baris.items()}
    for b1, kolom, b2, _ in tabel.lembar.gabungan:
        sel = tabel.baris.get(b1, {}).get(kolom)
        if sel is not None and kolom not in angka:
            for b in range(b1 + 1, b2 + 1):
                if b in rows:
                    rows[b].setdefault(kolom, sel)
    return rows


def rows_from_buku(buku: Buku) -> list[dict[str, str]]:
    """The rows of the first visible sheet with a header, by heading (trimmed, on one line), values as typed.

    Every heading is in every row ("" where the cell is empty); empty rows are left out; [] when no header is found.
    """
    for lembar in buku.lembar:
        tabel = build_tabel(lembar)
        if lembar.sel and not lembar.tersembunyi and tabel.kepala is not None:
            nama = _name_columns(tabel)
            rows = fill_merged(Tabel(lembar, tabel.kepala, tabel.baris, {}))
            return [{nama[k]: rows[b][k].teks if k in rows[b] else "" for k in nama} for b in rows]
    return []


def say_bacaan(buku: Buku, bacaan: Sequence[Bacaan]) -> list[str]:
    """The lines that `lakip baca` prints."""
    lines = [f"{buku.berkas} ({buku.jenis}, {len(bacaan)} tabel)"]
    lines += [f"  {t.pesan}" for t in buku.temuan]
    for b in bacaan:
        kepala = ", ".join(map(str, b.baris_kepala)) or "tidak ada"
        notasi = b.notasi or "tidak ada angka bertipe teks"
        lines += [
            f"Lembar {b.lembar}: {b.label}",
            f"  Baris judul kolom: {kepala}; baris data: {b.baris}; desimal: {notasi}",
            "  Jenjang: " + (", ".join(f"{level} {n}" for level, n in b.aras.items()) or "tidak ada"),
        ]
        for level, isi in b.jumlah.items():
            lines.append(f"  Jumlah {level}: " + "; ".join(f"{k} {say_angka(Decimal(v))}" for k, v in isi.items()))
        lines += [f"  Keraguan: {k}" for k in b.keraguan]
    return lines
