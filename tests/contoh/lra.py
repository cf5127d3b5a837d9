"""Budget reports as finance sends them: SIPD's tree with codes by column, and a plain list told by bold and indent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from .tabel import Contoh, read_tabel

Jumlah = tuple[int, ...]  # operasi: murni, perubahan, realisasi; modal: the same three


@dataclass(frozen=True)
class BarisLra:
    """One row of the tree: the codes in columns A–D, the text, the six amounts."""

    kode: tuple[str, str, str, str]
    uraian: str
    jumlah: Jumlah


def add(rows: Iterable[Jumlah]) -> Jumlah:
    """The sum of rows of amounts, position by position."""
    return tuple(sum(column) for column in zip(*rows, strict=True))


def split_akun(jumlah: Jumlah, bagian: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, Jumlah]]:
    """The amounts of a sub kegiatan over its accounts by percent, to whole thousands; the last account takes the rest."""
    parts = []
    rest = jumlah
    for kode, uraian, persen in bagian[:-1]:
        own = tuple(j * int(persen) // 100_000 * 1000 for j in jumlah)
        parts.append((kode, uraian, own))
        rest = tuple(a - b for a, b in zip(rest, own, strict=True))
    return [*parts, (bagian[-1][0], bagian[-1][1], rest)]


def list_akun(nama: str, jumlah: Jumlah) -> list[tuple[str, str, Jumlah]]:
    """The account rows below a sub kegiatan, each level with the sum of what stands below it."""
    rows = read_tabel("akun", "bagian")
    uraian = {row["kode"]: row["uraian"] for row in read_tabel("akun", "uraian")}
    leaves = split_akun(jumlah, [(r["kode"], r["uraian"], r["persen"]) for r in rows if r["nama"] == nama])
    sums: dict[str, list[Jumlah]] = defaultdict(list)
    names = dict(uraian)
    for kode, teks, own in leaves:
        names[kode] = teks
        bits = kode.split(".")
        for n in range(3, len(bits) + 1):
            sums[".".join(bits[:n])].append(own)
    return [(kode, names[kode], add(sums[kode])) for kode in sorted(sums)]


def build_pohon(contoh: Contoh, skpd: tuple[str, str]) -> list[BarisLra]:
    """The whole tree from the sub kegiatan of anggaran.csv upwards, in order of the codes."""
    nama = {row["kode"]: row["uraian"] for row in read_tabel(contoh, "nomenklatur")}
    leaves = {row["kode"]: row for row in read_tabel(contoh, "anggaran")}
    amounts = {kode: read_jumlah(row) for kode, row in leaves.items()}
    kode_skpd, nama_skpd = skpd
    atas = sorted({kode[:1] for kode in amounts})
    rows = [BarisLra((a, "", "", ""), nama[a], add(v for k, v in amounts.items() if k.startswith(a))) for a in atas]
    for urusan in sorted({kode[:4] for kode in amounts}):
        own = {k: v for k, v in amounts.items() if k.startswith(urusan + ".")}
        rows.append(BarisLra((urusan, "", "", ""), nama[urusan], add(own.values())))
        rows.append(BarisLra((urusan, kode_skpd, "", ""), nama_skpd, add(own.values())))
        for kode in sorted({".".join(k.split(".")[:n]) for k in own for n in (3, 5, 6)}):
            below = [v for k, v in own.items() if k == kode or k.startswith(kode + ".")]
            rows.append(BarisLra((urusan, kode_skpd, kode, ""), nama[kode], add(below)))
            if kode in leaves and leaves[kode]["akun"]:
                for akun, teks, jumlah in list_akun(leaves[kode]["akun"], own[kode]):
                    rows.append(BarisLra((urusan, kode_skpd, kode, akun), teks, jumlah))
    return rows


def read_jumlah(row: dict[str, str]) -> Jumlah:
    """The six amounts of a row of anggaran.csv: operasi is the whole less modal."""
    modal = tuple(int(row.get(k) or 0) for k in ("modal_murni", "modal", "modal_realisasi"))
    semua = tuple(int(row[k]) for k in ("pagu_murni", "pagu", "realisasi"))
    return (*(a - b for a, b in zip(semua, modal, strict=True)), *modal)


def to_teks(jumlah: int) -> str:
    """An amount as SIPD writes it into a text cell: 1.234.567,00."""
    return f"{jumlah:,}".replace(",", ".") + ",00"


def write_sipd(path: Path, contoh: Contoh, *, judul: Sequence[str], skpd: tuple[str, str], tahun: int) -> None:
    """Write the tree in SIPD's layout: titles, a header of three merged rows, numbers and text mixed, last row Jumlah."""
    rows = build_pohon(contoh, skpd)
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(tahun + 1, 1, 8)})
        sheet = book.add_worksheet("Sheet1")
        tebal = book.add_format({"bold": True})
        tengah = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1, "text_wrap": True})
        for i, teks in enumerate(judul):
            sheet.merge_range(i, 0, i, 10, teks, book.add_format({"bold": True, "align": "center"}))
        _write_kepala(sheet, tengah)
        for i, row in enumerate(rows, 9):
            _write_baris(sheet, i, row, tebal if i == 9 else None)
        sheet.write_string(9 + len(rows), 4, "Jumlah", tebal)
        total = add(row.jumlah for row in rows if row.kode[1:] == ("", "", "") and len(row.kode[0]) == 1)
        for j, jumlah in enumerate(total):
            sheet.write_string(9 + len(rows), 5 + j, to_teks(jumlah), tebal)
        sheet.set_column(0, 3, 12)
        sheet.set_column(4, 4, 60)
        sheet.set_column(5, 10, 19)
    path.write_bytes(buffer.getvalue())


def _write_kepala(sheet: Worksheet, tengah: Format) -> None:
    sheet.merge_range(5, 0, 7, 3, "Kode", tengah)
    sheet.merge_range(5, 4, 7, 4, "Uraian Urusan, Organisasi, Program, Kegiatan, dan Sub Kegiatan", tengah)
    sheet.merge_range(5, 5, 5, 10, "Kelompok Belanja", tengah)
    for i, nama in enumerate(("Operasi", "Modal")):
        sheet.merge_range(6, 5 + 3 * i, 6, 7 + 3 * i, nama, tengah)
        for j, judul in enumerate(("Anggaran Sebelum Perubahan", "Anggaran Setelah Perubahan", "Realisasi")):
            sheet.write_string(7, 5 + 3 * i + j, judul, tengah)
    sheet.merge_range(8, 0, 8, 3, "1", tengah)
    for i in range(7):
        sheet.write_string(8, 4 + i, str(2 + i), tengah)


def _write_baris(sheet: Worksheet, i: int, row: BarisLra, gaya: Format | None) -> None:
    for j, kode in enumerate(row.kode):
        if kode:
            sheet.write_string(i, j, kode, gaya)
    sheet.write_string(i, 4, row.uraian, gaya)
    for j, jumlah in enumerate(row.jumlah):
        if jumlah == 0 or (i + j) % 3 == 0:  # zero is always text in the export, other amounts now and then
            sheet.write_string(i, 5 + j, to_teks(jumlah), gaya)
        else:
            sheet.write_number(i, 5 + j, jumlah, gaya)
