"""What a step found and wrote, on the terminal: findings by tingkat with their counts, units, files, sentences."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from lakip_lib.cli.layar import show_path, style
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan, count_tingkat, sort_temuan

SEBUT = {Tingkat.WAJIB: 12, Tingkat.PERINGATAN: 6, Tingkat.CATATAN: 3}  # findings named before "dan … lainnya"
ARTI = {
    Tingkat.WAJIB: "harus diperbaiki",
    Tingkat.PERINGATAN: "mohon diperiksa",
    Tingkat.CATATAN: "untuk diketahui",
}
GAYA_UNIT = {"diterima": "baik", "perlu perbaikan": "wajib", "belum masuk": "peringatan", "tidak terbaca": "wajib"}


def make_table(*judul: str) -> Table:
    """A table in our hand: a line under the head, none between columns."""
    table = Table(box=box.SIMPLE_HEAD, header_style="judul", border_style="redup", show_edge=False, pad_edge=False)
    for nama in judul:
        table.add_column(nama, overflow="fold")
    return table


def print_temuan(
    console: Console, temuan: Sequence[Temuan], *, daftar: Path | None = None, berurut: bool = False
) -> None:
    """The findings, gravest first: how many of each tingkat, the first of them with their place; the file of them all.

    `berurut`: they come in reading order already, which no sorting by names gives ("Halaman 3" before "Halaman 29").
    """
    urut = list(temuan) if berurut else sort_temuan(temuan)
    if not urut:
        console.print(style("Tidak ada temuan."))
        return
    for tingkat in Tingkat:
        isi = [t for t in urut if t.tingkat == tingkat]
        if isi:
            _print_tingkat(console, tingkat, isi)
    if daftar is not None:
        console.print(style("Semua temuan: ", "judul").append(show_path(daftar), "aksen"), soft_wrap=True)
    elif any(n > SEBUT[tingkat] for tingkat, n in count_tingkat(urut).items()):
        console.print(style("Semua temuan terlihat dengan --json.", "redup"))
    console.print()


def _print_tingkat(console: Console, tingkat: Tingkat, isi: Sequence[Temuan]) -> None:
    console.print(
        style(f"{tingkat.capitalize()}: {len(isi)} temuan", str(tingkat)).append(f" ({ARTI[tingkat]})", "redup")
    )
    for berkas, temuan in groupby(isi[: SEBUT[tingkat]], key=lambda t: t.berkas):
        kelompok = list(temuan)
        if any(berkas not in say_temuan(t) for t in kelompok):
            console.print(style("  ").append(berkas, "aksen"), soft_wrap=True)
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=3, justify="right")
        grid.add_column(overflow="fold")
        for t in kelompok:
            grid.add_row(style("•", str(tingkat)), style(say_temuan(t)))
        console.print(grid)
    if len(isi) > SEBUT[tingkat]:
        console.print(style(f"   dan {len(isi) - SEBUT[tingkat]} {tingkat} lainnya", "redup"))


def say_temuan(t: Temuan) -> str:
    """The finding's sentence without its file, which stands above it."""
    return t.pesan.removeprefix(f"{t.berkas}: ").removeprefix(f"Berkas {t.berkas}: ") if t.berkas else t.pesan


def print_unit(console: Console, unit: Sequence[Mapping[str, str]]) -> None:
    """Which unit's form came in, and how it stands."""
    if not unit:
        return
    table = make_table("Unit", "Nama", "Formulir", "Catatan")
    for row in unit:
        table.add_row(
            style(row["unit"]),
            style(row["nama"]),
            style(row["status"], GAYA_UNIT.get(row["status"], "")),
            style(row["catatan"] or ""),
        )
    console.print(table)
    console.print()


def print_berkas(console: Console, berkas: Sequence[Path], *, judul: str) -> None:
    """The files, one a line, never broken."""
    if not berkas:
        return
    console.print(style(f"{judul}:", "judul"))
    for path in berkas:
        console.print(style("  ").append(show_path(path), "aksen"), soft_wrap=True)


def print_pesan(console: Console, pesan: Sequence[str]) -> None:
    """Sentences for whoever ran the step."""
    for kalimat in pesan:
        console.print(style(kalimat))
