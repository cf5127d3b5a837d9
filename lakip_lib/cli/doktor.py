"""`lakip doktor`: the state of the machine on the terminal."""

from rich.console import Console
from rich.table import Table

from lakip_lib.cli.layar import build_json, make_console, print_json, style
from lakip_lib.delivery.doktor import ADA, LAMA, TIDAK_ADA, Keadaan, check_machine

GAYA = {ADA: "baik", LAMA: "peringatan", TIDAK_ADA: "wajib"}


def run_doktor(*, sebagai_json: bool) -> int:
    """Show what is there and what degrades without it; always 0."""
    keadaan = check_machine()
    if sebagai_json:
        print_json(build_json("doktor", 0, keadaan=[k.as_dict() for k in keadaan]))
        return 0
    console = make_console()
    for k in keadaan:
        console.print(_build_line(k))
    console.print()
    kurang = [k for k in keadaan if k.keadaan != ADA]
    for k in kurang:
        _print_pasang(console, k)
    console.print(
        style(f"{len(kurang)} hal perlu dilengkapi." if kurang else "Semuanya tersedia.", "" if kurang else "baik")
    )
    return 0


def _build_line(k: Keadaan) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=max(map(len, GAYA)))
    grid.add_column(overflow="fold")
    grid.add_row(style(k.keadaan, GAYA[k.keadaan]), style(k.nama, "judul").append(f"  {k.rincian}"))
    grid.add_row("", style(f"Untuk {k.guna}. Bila tidak ada: {k.tanpa}.", "redup"))
    return grid


def _print_pasang(console: Console, k: Keadaan) -> None:
    console.print(style(f"Cara melengkapi {k.nama}:", "judul"))
    cara: dict[str, list[str]] = {}
    for sistem, perintah in k.pasang.items():
        cara.setdefault(perintah, []).append(sistem)
    for perintah, untuk in cara.items():
        console.print(style(f"  {', '.join(untuk)}: ").append(perintah, "aksen"))
