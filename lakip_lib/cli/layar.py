"""The terminal: consoles, one accent colour, text made safe to print, paths as short as they can be."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

LEBAR = 100  # columns that a table may take
TEMA = Theme(
    {
        "aksen": "cyan",
        "judul": "bold",
        "redup": "dim",
        "baik": "green",
        "peringatan": "yellow",
        "wajib": "red",
        "catatan": "default",
        "progress.elapsed": "dim",
    }
)


def make_console(*, stderr: bool = False) -> Console:
    """A console for results (stdout) or for progress and faults (stderr), at most LEBAR wide; it reads no markup."""
    console = Console(stderr=stderr, theme=TEMA, highlight=False, markup=False, emoji=False)
    known = console.is_terminal or "COLUMNS" in os.environ
    console.width = min(console.width, LEBAR) if known else LEBAR
    return console


def use_utf8() -> None:
    """Let stdout and stderr carry Indonesian text and every file name, whatever the machine's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def clean(teks: str) -> str:
    """The text without control characters: what a file holds must not steer the terminal."""
    return "".join(c for c in teks if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf"})


def style(teks: object, gaya: str = "") -> Text:
    """A piece of text in a style of TEMA."""
    return Text().append(clean(str(teks)), gaya)


def print_rinci(console: Console, baris: Iterable[str]) -> None:
    """Lines below a sentence; what a line is too long for stands below its own first word, as in a list."""
    for satu in baris:
        isi = satu.lstrip(" ")
        tanda = len(satu) - len(isi) + (2 if isi.startswith("- ") else 0)
        if not tanda:
            console.print(style(satu))
            continue
        grid = Table.grid()
        grid.add_column(width=tanda)
        grid.add_column(overflow="fold")
        grid.add_row(style(satu[:tanda]), style(satu[tanda:]))
        console.print(grid)


def show_path(path: Path) -> str:
    """The path from the working folder where it lies below it, else whole; with "/"."""
    mutlak, sini = path.resolve(), Path.cwd()
    return (mutlak.relative_to(sini) if mutlak.is_relative_to(sini) else mutlak).as_posix()


def print_json(data: Mapping[str, Any]) -> None:
    """One JSON object on stdout, keys sorted."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def build_json(perintah: str, kode_keluar: int, **isi: Any) -> dict[str, Any]:
    """The object of --json: perintah, kode_keluar, temuan, berkas, pesan, and what a command adds."""
    return {"perintah": perintah, "kode_keluar": kode_keluar, "temuan": [], "berkas": [], "pesan": [], **isi}
