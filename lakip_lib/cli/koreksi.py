"""`lakip koreksi`: the step inside a cycle, the changelog between two versions, the red pen for any LKjIP."""

from dataclasses import dataclass
from pathlib import Path

from lakip_lib.cli.layar import build_json, make_console, print_json, style
from lakip_lib.cli.sop import open_lokasi, run_step
from lakip_lib.cli.tampil import make_table
from lakip_lib.errors import UsageError


@dataclass(frozen=True)
class Permintaan:
    """What was asked for on the command line."""

    jawab: tuple[str, ...] = ()
    kembali: Path | None = None
    terima: bool = False
    konfirmasi: tuple[str, ...] = ()
    banding: str | None = None


def run_koreksi(folder: Path, minta: Permintaan, *, oleh: str | None, waktu: str | None, sebagai_json: bool) -> int:
    """Do what was asked for; 0, or 3 where something must be mended."""
    if minta.banding is not None:
        return run_banding(folder, minta.banding, sebagai_json=sebagai_json)
    from lakip_lib.delivery.sop.koreksi import Kiriman, correct

    kiriman = Kiriman(minta.jawab, minta.kembali, minta.terima, minta.konfirmasi)
    return run_step(
        "koreksi", folder, lambda siklus: correct(siklus, kiriman), oleh=oleh, waktu=waktu, sebagai_json=sebagai_json
    )


def run_banding(folder: Path, versi: str, *, sebagai_json: bool) -> int:
    """The figures that moved between two kept versions, with the cells that moved them. Nothing is recorded."""
    from lakip_lib.delivery.sop.draf import load_draf
    from lakip_lib.delivery.sop.siklus import open_siklus
    from lakip_lib.koreksi.perubahan import compare_draf

    lama, titik_dua, baru = versi.partition(":")
    if not (lama and titik_dua and baru):
        raise UsageError(f"--banding ditulis seperti 1.1:1.2, bukan '{versi}'.")
    with open_siklus(open_lokasi(folder)) as siklus:
        perubahan = compare_draf(load_draf(siklus, lama).draf, load_draf(siklus, baru).draf, siklus.settings)
    if sebagai_json:
        isi = [
            {
                "ref": p.ref, "label": p.label, "jenis": p.jenis, "lama": p.lama, "baru": p.baru,
                "sebab": [str(s) for s in p.sebab],
            }
            for p in perubahan
        ]  # fmt: skip
        print_json(build_json("koreksi", 0, perubahan=isi))
        return 0
    console = make_console()
    if not perubahan:
        console.print(style(f"Tidak ada angka yang berubah dari versi {lama} ke {baru}."))
        return 0
    table = make_table("Angka", lama, baru, "Karena")
    for p in perubahan:
        table.add_row(style(p.label), style(p.lama), style(p.baru), style("\n".join(str(s) for s in p.sebab)))
    console.print(table)
    console.print(style(f"{len(perubahan)} angka berubah dari versi {lama} ke {baru}."))
    return 0
