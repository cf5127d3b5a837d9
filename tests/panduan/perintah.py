"""The commands that docs/panduan.md shows: run in the order of the page, their outputs put back below them."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lakip_lib.cli.jalan import RUSAK
from lakip_lib.cli.layar import LEBAR

AKAR = Path(__file__).resolve().parents[2]
CONTOH = ("2025/diskominfo-sarolangun", "2025/contoh-bermasalah")
BLOK = re.compile(r"^```(?P<kepala>[^\n`]+)\n(?P<isi>.*?)^```$", re.DOTALL | re.MULTILINE)
BATAS_DETIK = 900
TERPOTONG = "…"
LAMBAT = frozenset({"bangun", "susun", "batch", "doktor"})  # minutes long, or telling of the machine they run on
DERAU = re.compile(r"^\S*KernelApp\].*\n", re.MULTILINE)  # the kernel's own farewell, in English, at shut-down


@dataclass(frozen=True)
class Hasil:
    """What a command printed (faults where it printed nothing else) and its exit code."""

    teks: str
    kode: int


def prepare_folder(tujuan: Path) -> Path:
    """A folder with copies of the samples, for commands to run in; the samples themselves are only read."""
    for nama in CONTOH:
        shutil.copytree(AKAR / "data" / "raw" / nama, tujuan / "data" / "raw" / nama)
    return tujuan


def run_command(perintah: str, folder: Path, *, warna: bool = False) -> Hasil:
    """Run `lakip …` there as in a terminal of the usual width, with ANSI colours if asked; RuntimeError if it breaks."""
    kata = shlex.split(perintah)
    if kata[0] != "lakip":
        raise ValueError(f"A command of a console block must be lakip, found {kata[0]}.")
    lingkungan = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    lingkungan |= {"COLUMNS": str(LEBAR), "PYTHONPATH": str(AKAR)} | ({"FORCE_COLOR": "1"} if warna else {})
    selesai = subprocess.run(
        [sys.executable, "-m", "lakip_lib", *kata[1:]],
        cwd=folder,
        env=lingkungan,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BATAS_DETIK,
    )
    if selesai.returncode == RUSAK:
        raise RuntimeError(f"{perintah} must not fail, found: {selesai.stderr}")
    return Hasil(selesai.stdout or DERAU.sub("", selesai.stderr), selesai.returncode)


def list_commands(naskah: str) -> list[str]:
    """Each `$ …` line of the console blocks, in order."""
    return [perintah for kepala, isi in _iterate_blocks(naskah) if kepala[0] == "console" for perintah in _typed(isi)]


def write_files(naskah: str, folder: Path) -> None:
    """The files that the page shows (blocks headed "csv NAME"), written where the commands run."""
    for kepala, isi in _iterate_blocks(naskah):
        if kepala[0] == "csv":
            (folder / kepala[1]).write_text(isi, "utf-8")


def is_quick(perintah: str) -> bool:
    """Whether a command takes seconds and prints the same on every machine."""
    return shlex.split(perintah)[1] not in LAMBAT


def fill_outputs(naskah: str, hasil: dict[str, Hasil]) -> str:
    """The page with the output of each command below it, cut as the block's heading asks.

    A block holds one command; one that was not run keeps what stands there.
    """

    def fill(cocok: re.Match[str]) -> str:
        kepala, perintah = cocok["kepala"].split(maxsplit=1), _typed(cocok["isi"])
        if kepala[0] != "console" or perintah[0] not in hasil:
            return cocok[0]
        baris = cut_output(hasil[perintah[0]].teks, "".join(kepala[1:]))
        return "\n".join([f"```{cocok['kepala']}", f"$ {perintah[0]}", *baris, "```"])

    return BLOK.sub(fill, naskah)


def cut_output(teks: str, cara: str) -> list[str]:
    """The lines to show: all, the first n ("potong=n"), or those from one that begins so on ("dari=Ditulis")."""
    baris = [satu.rstrip() for satu in teks.rstrip().split("\n")]
    if cara.startswith("potong="):
        banyak = int(cara.removeprefix("potong="))
        return baris if len(baris) <= banyak else [*baris[:banyak], TERPOTONG]
    if cara.startswith("dari="):
        awal = next(n for n, satu in enumerate(baris) if satu.startswith(cara.removeprefix("dari=")))
        return [TERPOTONG, *baris[awal:]]
    return baris


def _iterate_blocks(naskah: str) -> Iterator[tuple[list[str], str]]:
    for cocok in BLOK.finditer(naskah):
        yield cocok["kepala"].split(), cocok["isi"]


def _typed(isi: str) -> list[str]:
    return [baris[2:] for baris in isi.splitlines() if baris.startswith("$ ")]
