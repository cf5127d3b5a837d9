"""perencanaan.xlsx of a sample: the planning tables put together from its CSV files."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from lakip_lib.forms import TABEL_RENCANA, KolomIsian, TabelRencana

from .lama import print_capaian
from .tabel import Contoh, read_tabel, to_angka

_SUMBER_LAIN = {
    "PetaKode": "peta_kode",
    "TindakLanjut": "tindak_lanjut",
}
Baris = dict[str, str]


def list_target(contoh: Contoh, tahun: int) -> list[Baris]:
    """The rows of sheet Target: the Renstra's years from the wide table, then the promises of the year."""
    renstra = [
        {"indikator": row["indikator"], "tahun": kolom, "versi": "renstra", "target": nilai}
        for row in read_tabel(contoh, "target_renstra")
        for kolom, nilai in row.items()
        if kolom != "indikator" and nilai
    ]
    return renstra + [{"tahun": str(tahun), **row} for row in read_tabel(contoh, "target_pk")]


def list_riwayat(contoh: Contoh) -> list[Baris]:
    """The rows of sheet Riwayat from the wide tables of target and realisasi, or from riwayat.csv where it exists."""
    if rows := read_tabel(contoh, "riwayat"):
        return rows
    target = {row["indikator"]: row for row in read_tabel(contoh, "riwayat_target")}
    metode = {row["kode"]: row["metode"] for row in read_tabel(contoh, "indikator")}
    catatan = {(row["indikator"], row["tahun"]): row["catatan"] for row in read_tabel(contoh, "riwayat_catatan")}
    return [
        {
            "indikator": row["indikator"],
            "tahun": tahun,
            "target": target[row["indikator"]][tahun],
            "realisasi": nilai,
            "capaian_tercetak": print_capaian(metode[row["indikator"]], target[row["indikator"]][tahun], nilai),
            "catatan": catatan.get((row["indikator"], tahun), ""),
        }
        for row in read_tabel(contoh, "riwayat_realisasi")
        for tahun, nilai in row.items()
        if tahun != "indikator" and (nilai or catatan.get((row["indikator"], tahun)))
    ]


def list_baris(contoh: Contoh, tabel: TabelRencana, tahun: int) -> list[Baris]:
    """The rows of one planning sheet."""
    if tabel.nama == "Target":
        return list_target(contoh, tahun)
    if tabel.nama == "Riwayat":
        return list_riwayat(contoh)
    return read_tabel(contoh, _SUMBER_LAIN.get(tabel.nama, tabel.nama.lower()))


def type_rencana(contoh: Contoh, tahun: int) -> dict[str, list[dict[str, str | int | float | None]]]:
    """The rows of all sheets as typed: numbers as numbers, codes, ranges and letters as text, blanks as None."""
    return {
        tabel.nama: [
            {k.nama_kolom: _type_nilai(k, row.get(k.nama_kolom) or "") for k in tabel.kolom}
            for row in list_baris(contoh, tabel, tahun)
        ]
        for tabel in TABEL_RENCANA
    }


def _type_nilai(kolom: KolomIsian, teks: str) -> str | int | float | None:
    return (to_angka(teks) if kolom.jenis == "angka" else teks) if teks else None


def write_rencana(contoh: Contoh, path: Path, tahun: int) -> None:
    """Write perencanaan.xlsx: a sheet a table, the header in row 1."""
    rows = type_rencana(contoh, tahun)
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime(tahun, 1, 2)})
        tebal = book.add_format({"bold": True, "bottom": 1})
        for tabel in TABEL_RENCANA:
            sheet = book.add_worksheet(tabel.nama)
            sheet.freeze_panes(1, 0)
            for i, kolom in enumerate(tabel.kolom):
                sheet.set_column(i, i, kolom.lebar)
                sheet.write_string(0, i, kolom.nama_kolom, tebal)
                for j, row in enumerate(rows[tabel.nama], 1):
                    sheet.write(j, i, row[kolom.nama_kolom])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
