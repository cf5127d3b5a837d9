"""`lakip hitung`: recompute a printed table and show, or write, what comes out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from rich.table import Table

from lakip_lib.cli.berkas import check_keluaran, open_buku, write_csv
from lakip_lib.cli.layar import build_json, make_console, print_json, show_path, style
from lakip_lib.cli.tabel_hitung import TabelHitung, read_tabel_hitung
from lakip_lib.cli.tampil import make_table, print_berkas
from lakip_lib.errors import UsageError
from lakip_lib.formats import format_angka, parse_angka
from lakip_lib.istilah import ALASAN_LABEL, STATUS_LABEL
from lakip_lib.measures.hitung import DIPOTONG, KOLOM_HASIL, TAK_DIBANDING, TIDAK, YA, hitung_rows

TANPA = "tanpa"
LEBAR_ANGKA = 12
GAYA_COCOK = {YA: "baik", DIPOTONG: "peringatan", TIDAK: "wajib"}
ARTI_COCOK = {
    YA: "sesuai",
    DIPOTONG: "desimalnya dipotong",
    TIDAK: "tidak sesuai",
    TAK_DIBANDING: "tidak ada yang dibandingkan",
}


def run_hitung(tabel: Path, *, keluaran: Path | None, metode: str | None, batas: str, sebagai_json: bool) -> int:
    """Recompute the table; 0 even where rows are doubtful."""
    check_keluaran(keluaran, tabel)
    cap = parse_batas(batas)
    terbaca = read_tabel_hitung(open_buku(tabel))
    rows = compute_rows(terbaca, metode=metode, batas=cap)
    if keluaran is not None:
        write_csv(keluaran, (*terbaca.judul, *KOLOM_HASIL), rows)
    if sebagai_json:
        berkas = [show_path(keluaran)] if keluaran else []
        print_json(build_json("hitung", 0, berkas=berkas, baris=rows))
        return 0
    console = make_console()
    if keluaran is None:
        console.print(build_table(terbaca, rows))
        console.print()
    jumlah = Counter(row["cocok"] for row in rows)
    ringkas = ", ".join(f"{k} {jumlah[k]} ({arti})" for k, arti in ARTI_COCOK.items() if jumlah[k])
    console.print(style(f"{len(rows)} baris. Cocok: {ringkas or 'tidak ada baris'}."))
    print_berkas(console, [keluaran] if keluaran else [], judul="Ditulis")
    return 0


def parse_batas(teks: str) -> Decimal | None:
    """The cap as a number, None for "tanpa"; UsageError for anything else."""
    if teks.strip().casefold() == TANPA:
        return None
    nilai = parse_angka(teks).nilai
    if nilai is None or nilai < 100:
        raise UsageError(f"--batas harus berupa angka 100 atau lebih, atau '{TANPA}'; tertulis '{teks}'.")
    return nilai


def compute_rows(
    tabel: TabelHitung, *, metode: str | None = None, batas: Decimal | None = Decimal(120)
) -> list[dict[str, str]]:
    """The rows as typed with the columns of KOLOM_HASIL added."""
    hasil = hitung_rows(tabel.angka, metode=metode, batas=batas)
    return [
        {**row, **{kolom: baru[kolom] for kolom in KOLOM_HASIL}} for row, baru in zip(tabel.baris, hasil, strict=True)
    ]


def build_table(tabel: TabelHitung, rows: Sequence[Mapping[str, str]]) -> Table:
    """The rows as a table of the terminal: what was typed, what comes out, and why where it differs."""
    table = make_table("Indikator", "Target", "Realisasi", "Tercetak", "Hitung", "Cocok", "Keterangan")
    table.expand = True
    table.columns[0].ratio, table.columns[-1].ratio = 3, 2
    for nomor in (1, 2, 3, 4):
        table.columns[nomor].max_width = LEBAR_ANGKA
        table.columns[nomor].justify = "right"
    for row in rows:
        typed = [row.get(tabel.medan.get(medan, ""), "") for medan in ("indikator", "target", "realisasi", "capaian")]
        cocok = row["cocok"]
        table.add_row(
            *map(style, typed),
            style(format_angka(Decimal(row["capaian_hitung"]) if row["capaian_hitung"] else None)),
            style(cocok, GAYA_COCOK.get(cocok, "redup")),
            style(say_row(row)),
        )
    return table


def say_row(row: Mapping[str, str]) -> str:
    """Why a row has no figure or another one than printed; else how it stands."""
    label = {str(k): v for k, v in (STATUS_LABEL | ALASAN_LABEL).items()}
    kata = row["alasan"] or row["status"]
    return label.get(kata, kata)
