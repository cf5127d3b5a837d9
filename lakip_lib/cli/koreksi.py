"""`lakip koreksi`: the step inside a cycle, the changelog between two versions, the red pen for any LKjIP."""

from dataclasses import dataclass
from pathlib import Path

from lakip_lib.cli.layar import build_json, make_console, print_json, style
from lakip_lib.cli.sop import open_lokasi, run_step
from lakip_lib.cli.tampil import make_table, print_temuan
from lakip_lib.errors import UsageError
from lakip_lib.temuan import KOLOM_TEMUAN


@dataclass(frozen=True)
class Permintaan:
    """What was asked for on the command line."""

    jawab: tuple[str, ...] = ()
    kembali: Path | None = None
    terima: bool = False
    konfirmasi: tuple[str, ...] = ()
    banding: str | None = None
    asing: Path | None = None
    keluaran: Path | None = None


def run_koreksi(
    folder: Path | None, minta: Permintaan, *, oleh: str | None, waktu: str | None, sebagai_json: bool
) -> int:
    """Do what was asked for; 0, or 3 where something must be mended."""
    if minta.asing is not None:
        return run_asing(minta.asing, keluaran=minta.keluaran, sebagai_json=sebagai_json)
    if minta.keluaran is not None:
        raise UsageError("--keluaran pada koreksi hanya bersama --asing.")
    if folder is None:
        raise UsageError("Argumen FOLDER wajib diisi, kecuali dengan --asing.")
    if minta.banding is not None:
        return run_banding(folder, minta.banding, sebagai_json=sebagai_json)
    from lakip_lib.delivery.sop.koreksi import Kiriman, correct

    kiriman = Kiriman(minta.jawab, minta.kembali, minta.terima, minta.konfirmasi)
    return run_step(
        "koreksi", folder, lambda siklus: correct(siklus, kiriman), oleh=oleh, waktu=waktu, sebagai_json=sebagai_json
    )


def run_asing(path: Path, *, keluaran: Path | None, sebagai_json: bool) -> int:
    """The red pen for a report that somebody else wrote: what contradicts itself, on the terminal and as CSV; 0."""
    from lakip_lib.cli.berkas import check_keluaran, write_csv
    from lakip_lib.delivery.berkas import read_berkas
    from lakip_lib.koreksi.asing import check_asing, read_asing

    data = read_berkas(path)
    check_keluaran(keluaran, path)
    temuan = check_asing(read_asing(data, path.name))
    if keluaran is not None:
        write_csv(keluaran, KOLOM_TEMUAN, [{k: v or "" for k, v in t.as_dict().items()} for t in temuan])
    if sebagai_json:
        berkas = [keluaran.as_posix()] if keluaran else []
        print_json(build_json("koreksi", 0, temuan=[t.as_dict() for t in temuan], berkas=berkas))
        return 0
    console = make_console()
    print_temuan(console, temuan, daftar=keluaran, berurut=True)
    return 0


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
