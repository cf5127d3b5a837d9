"""The words around the commands in Indonesian: help pages, usage faults. The one place where typer's own are replaced.

The help page is written here whole, so no word of the library's reaches it; its faults are told apart by their class
and form and worded anew. A fault of unknown form gets a general sentence rather than an English one.
"""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

import typer
from rich.console import Console
from rich.table import Table
from typer.core import TyperCommand, TyperGroup

from lakip_lib.cli.layar import make_console, style

BANTUAN = "Menampilkan bantuan ini."
NAMA_BANTUAN = ["--bantuan", "--help"]
CONTEXT = {"help_option_names": NAMA_BANTUAN}
UMUM = "Perintah ini tidak dapat dipahami."
_PAKET = re.compile(r"'([^']*)'")


class Perintah(TyperCommand):
    """A command whose help page is Indonesian."""

    def get_help_option(self, ctx: Any) -> Any:
        """The help option with its explanation in Indonesian."""
        return _explain_help(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help page."""
        print_help(self, ctx, make_console())


class Kelompok(TyperGroup):
    """The group of all commands, its help page Indonesian."""

    def get_help_option(self, ctx: Any) -> Any:
        """The help option with its explanation in Indonesian."""
        return _explain_help(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help page."""
        print_help(self, ctx, make_console())


def _explain_help(option: Any) -> Any:
    if option is not None:
        option.help = BANTUAN
        option.opts.sort()
    return option


def print_help(command: Any, ctx: Any, console: Console) -> None:
    """The help page of a command: what it is called with, what it does, its arguments, options and subcommands."""
    params = command.get_params(ctx)
    argumen = [p for p in params if p.param_type_name == "argument"]
    opsi = [p for p in params if p.param_type_name == "option" and not p.hidden]
    anak = [command.get_command(ctx, nama) for nama in command.list_commands(ctx)] if _is_group(command) else []
    pakai = [ctx.command_path, *("PERINTAH [ISI …]" for _ in anak[:1]), *map(_name_argument, argumen), "[OPSI …]"]
    console.print(style("Pemakaian: ", "judul").append(" ".join(pakai), "aksen"))
    console.print()
    isi, _, contoh = (command.help or "").partition("\n\nContoh:\n")
    console.print(style("\n\n".join(" ".join(alinea.split()) for alinea in isi.split("\n\n"))))
    _print_rows(console, "Perintah", [(a.name, (a.help or "").partition("\n")[0]) for a in anak if not a.hidden])
    _print_rows(console, "Argumen", [(_name_argument(p), _explain(p)) for p in argumen])
    _print_rows(console, "Opsi", [(_name_option(p), _explain(p)) for p in opsi])
    if contoh:
        console.print(style("\nContoh", "judul"))
        console.print(style("\n".join(f"  {baris.strip()}" for baris in contoh.splitlines()), "aksen"))


def _is_group(command: Any) -> bool:
    return hasattr(command, "list_commands")


def _name_argument(param: Any) -> str:
    nama = param.metavar or str(param.name).upper()
    return nama if param.required else f"[{nama}]"


def _name_option(param: Any) -> str:
    nilai = "" if param.is_flag else f" {param.metavar or str(param.name).upper()}"
    return ", ".join(param.opts) + nilai


def _explain(param: Any) -> str:
    bawaan = param.default
    polos = not bawaan or callable(bawaan) or getattr(param, "is_flag", False) or param.required
    diam = getattr(param, "show_default", None) is False  # the explanation says what holds without it
    return (param.help or "") + ("" if polos or diam else f" Bawaan: {bawaan}.")


def _print_rows(console: Console, judul: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(min_width=14, no_wrap=True)
    grid.add_column()
    for nama, arti in rows:
        grid.add_row(style(f"  {nama}", "aksen"), style(arti))
    console.print(style(f"\n{judul}", "judul"))
    console.print(grid)


def say_usage(error: typer.TyperException) -> str:
    """What is wrong with the way a command was called, in Indonesian."""
    kelas = type(error).__name__
    if kelas == "NoSuchOption":
        saran = sorted(getattr(error, "possibilities", None) or ())
        return f"Opsi {_get(error, 'option_name')} tidak dikenal.{_suggest(saran)}"
    if kelas == "MissingParameter":
        param: Any = getattr(error, "param", None)
        nama = "" if param is None else f" {_name_param(param)}"
        return f"{'Opsi' if param is not None and param.param_type_name == 'option' else 'Argumen'}{nama} wajib diisi."
    if kelas == "BadOptionUsage":
        perlu = "requires" in error.message
        return f"Opsi {_get(error, 'option_name')} {'memerlukan nilai' if perlu else 'tidak memakai nilai'}."
    if kelas == "BadParameter":
        param = getattr(error, "param", None)
        return f"Nilai {'' if param is None else _name_param(param) + ' '}tidak dapat dipakai.{_list_pilihan(param)}"
    return _say_form(error)


def _name_param(param: Any) -> str:
    return "/".join(param.opts) if param.param_type_name == "option" else str(param.metavar or param.name).upper()


def _list_pilihan(param: Any) -> str:
    jenis = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    return f" Pilihannya: {', '.join(map(str, get_args(jenis)))}." if get_origin(jenis) is Literal else ""


def _get(error: typer.TyperException, nama: str) -> str:
    return str(getattr(error, nama, "itu"))


def _say_form(error: typer.TyperException) -> str:
    pesan = error.message
    if pesan.startswith("No such command"):
        nama = (_PAKET.findall(pesan) or ["itu"])[0]
        ctx: Any = getattr(error, "ctx", None)
        dikenal = list(ctx.command.commands) if ctx is not None and _is_group(ctx.command) else []
        return f"Perintah '{nama}' tidak dikenal.{_suggest(get_close_matches(nama, dikenal))}"
    if pesan.startswith("Got unexpected extra argument"):
        return f"Ada isi yang berlebih: {pesan.partition(' (')[2].removesuffix(')')}."
    if pesan.startswith("Missing command"):
        return "Nama perintahnya belum ditulis."
    return UMUM


def _suggest(saran: list[str]) -> str:
    return f" Mungkin yang dimaksud: {', '.join(saran)}." if saran else ""


def find_path(error: typer.TyperException, args: Sequence[str], dikenal: Collection[str]) -> str:
    """The command that was called wrongly, e.g. "lakip himpun"; some faults know their arguments only."""
    ctx: Any = getattr(error, "ctx", None)
    if ctx is not None:
        return str(ctx.command_path)
    return " ".join(["lakip", *(a for a in args[:1] if a in dikenal)])
