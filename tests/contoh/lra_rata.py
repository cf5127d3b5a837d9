"""Budget reports as one plain list: Kode, Uraian, Anggaran, Realisasi, %, as a workbook or as a CSV with `;`."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO, StringIO
from pathlib import Path

from xlsxwriter import Workbook

from .lra import to_teks
from .tabel import Contoh, read_tabel

KEPALA = ("Kode", "Uraian", "Anggaran", "Realisasi", "%")


@dataclass(frozen=True)
class BarisRata:
    """One line of the list, amounts in rupiah."""

    kode: str
    uraian: str
    pagu: int
    realisasi: int

    @property
    def persen(self) -> Decimal:
        """Absorption in percent, two digits, rounded half up."""
        return (Decimal(100 * self.realisasi) / Decimal(self.pagu)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def build_rata(contoh: Contoh, ganti: Mapping[str, tuple[int, int]] | None = None) -> list[BarisRata]:
    """All levels from bidang urusan down, parents as sums; `ganti` adds (pagu, realisasi) to single printed lines.

    The sums above a changed line take the change in, so that each line of `ganti` disagrees with its children only.
    """
    nama = {row["kode"]: row["uraian"] for row in read_tabel(contoh, "nomenklatur")}
    leaves = {row["kode"]: (int(row["pagu"]), int(row["realisasi"])) for row in read_tabel(contoh, "anggaran")}
    kodes = sorted({".".join(kode.split(".")[:n]) for kode in leaves for n in (2, 3, 5, 6)})
    rows = []
    for kode in kodes:
        below = [v for k, v in leaves.items() if k == kode or k.startswith(kode + ".")]
        extra = [v for k, v in (ganti or {}).items() if k == kode or k.startswith(kode + ".")]
        pagu, realisasi = (sum(v[i] for v in [*below, *extra]) for i in (0, 1))
        rows.append(BarisRata(kode, nama[kode], pagu, realisasi))
    return rows


def total_of(rows: Sequence[BarisRata]) -> BarisRata:
    """The last line: the sum of the bidang urusan."""
    atas = [row for row in rows if row.kode.count(".") == 1]
    return BarisRata("", "Jumlah", sum(r.pagu for r in atas), sum(r.realisasi for r in atas))


def write_rata_xlsx(path: Path, rows: Sequence[BarisRata], *, judul: Sequence[str], tahun: int) -> None:
    """Write the list as a workbook with titles above the header and plain numbers."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(tahun + 1, 1, 8)})
        sheet = book.add_worksheet("LRA")
        tebal = book.add_format({"bold": True, "bottom": 1})
        uang = book.add_format({"num_format": "#,##0"})
        for i, teks in enumerate(judul):
            sheet.write_string(i, 0, teks, tebal)
        for j, teks in enumerate(KEPALA):
            sheet.write_string(len(judul) + 1, j, teks, tebal)
        for i, row in enumerate([*rows, total_of(rows)], len(judul) + 2):
            sheet.write_string(i, 0, row.kode)
            sheet.write_string(i, 1, row.uraian)
            sheet.write_number(i, 2, row.pagu, uang)
            sheet.write_number(i, 3, row.realisasi, uang)
            sheet.write_number(i, 4, float(row.persen))
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 60)
        sheet.set_column(2, 3, 18)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())


def write_rata_csv(path: Path, rows: Sequence[BarisRata], *, judul: Sequence[str]) -> None:
    """Write the list as CSV with `;`, amounts as 1.234.567,00 and what is left over in brackets when negative."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([teks, "", "", "", "", ""] for teks in judul)
    writer.writerow([*KEPALA, "Lebih/(Kurang)"])
    for row in [*rows, total_of(rows)]:
        kurang = row.realisasi - row.pagu
        selisih = f"({to_teks(-kurang)})" if kurang < 0 else to_teks(kurang)
        persen = str(row.persen).replace(".", ",")
        writer.writerow([row.kode, row.uraian, to_teks(row.pagu), to_teks(row.realisasi), persen, selisih])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(out.getvalue().encode("cp1252"))
