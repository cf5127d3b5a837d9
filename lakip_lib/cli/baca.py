"""`lakip baca`: say what one file holds, and write it as tidy CSV where asked to."""

from decimal import Decimal
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lakip_lib.cli.berkas import check_keluaran, open_buku, write_csv
from lakip_lib.cli.layar import build_json, make_console, print_json, show_path, style
from lakip_lib.cli.tampil import make_table, print_berkas
from lakip_lib.intake.baca import Bacaan, describe_buku, tidy_rows
from lakip_lib.intake.grid import Buku
from lakip_lib.intake.keraguan import say_angka

NOTASI = {
    None: "tidak ada angka bertipe teks",
    "koma": "koma desimal",
    "titik": "titik desimal",
    "campuran": "campuran koma dan titik desimal",
}
KOLOM_MELEBAR = 3  # sums that stand side by side
SEBUT_KOLOM = 12  # headings named before "dan … lainnya"


def run_baca(berkas: Path, *, keluaran: Path | None, sebagai_json: bool) -> int:
    """Describe the file; 0 even where much is doubtful. UnreadableFileError (exit 3) says why it is refused."""
    check_keluaran(keluaran, berkas)
    buku = open_buku(berkas)
    bacaan = describe_buku(buku)
    if keluaran is not None:
        judul, rows = tidy_rows(buku)
        write_csv(keluaran, judul, [dict(zip(judul, row, strict=True)) for row in rows])
    if sebagai_json:
        print_json(
            build_json(
                "baca",
                0,
                temuan=[t.as_dict() for t in buku.temuan],
                berkas=[show_path(keluaran)] if keluaran else [],
                sumber={"berkas": buku.berkas, "jenis": buku.jenis, "sha256": buku.sha256},
                tabel=[b.as_dict() for b in bacaan],
            )
        )
        return 0
    console = make_console()
    _print_bacaan(console, buku, bacaan)
    print_berkas(console, [keluaran] if keluaran else [], judul="Ditulis")
    return 0


def _print_bacaan(console: Console, buku: Buku, bacaan: list[Bacaan]) -> None:
    console.print(style(buku.berkas, "aksen").append(f"  {buku.jenis}, {len(bacaan)} tabel"))
    for t in buku.temuan:
        console.print(style(f"{t.tingkat.capitalize()}: ", str(t.tingkat)).append(t.pesan))
    for b in bacaan:
        _print_tabel(console, b)


def _print_tabel(console: Console, b: Bacaan) -> None:
    console.print()
    console.print(style(b.lembar, "judul").append(f"  {b.label}").append("  tersembunyi" * b.tersembunyi, "peringatan"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=14, style="redup")
    grid.add_column(overflow="fold")
    lain = len(b.kolom) - SEBUT_KOLOM
    kolom = " · ".join(" ".join(k.split()) for k in b.kolom[:SEBUT_KOLOM]) + (
        f" · dan {lain} lainnya" if lain > 0 else ""
    )
    grid.add_row("  Baris judul", style(", ".join(map(str, b.baris_kepala)) or "tidak ada"))
    grid.add_row("  Kolom", style(kolom or "tidak ada"))
    grid.add_row("  Notasi angka", style(NOTASI.get(b.notasi, b.notasi or "")))
    grid.add_row("  Baris data", style(b.baris))
    grid.add_row("  Jenjang", style(", ".join(f"{level} {n}" for level, n in b.aras.items()) or "tidak ada"))
    for k in b.keraguan or ("tidak ada",):
        grid.add_row("  Keraguan", style(k, "peringatan" if b.keraguan else ""))
    console.print(grid)
    if b.jumlah:
        console.print()
        console.print(_build_jumlah(b))


def _build_jumlah(b: Bacaan) -> Table:
    """Sums by level: a column each where there are few, else a row each."""
    kolom = list(dict.fromkeys(k for isi in b.jumlah.values() for k in isi))
    melebar = len(kolom) <= KOLOM_MELEBAR
    table = make_table("  Jumlah", *(kolom if melebar else ("Kolom", "Nilai")))
    for nomor in range(1 if melebar else 2, len(table.columns)):
        table.columns[nomor].justify = "right"
    for level, isi in b.jumlah.items():
        angka = {k: style(say_angka(Decimal(v))) for k, v in isi.items()}
        if melebar:
            table.add_row(style(f"  {level}"), *(angka.get(k, style("–")) for k in kolom))
            continue
        for i, (k, nilai) in enumerate(angka.items()):
            table.add_row(style("" if i else f"  {level}"), style(" ".join(k.split())), nilai)
    return table
