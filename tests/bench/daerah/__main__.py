"""Measure, print the tables, keep reports/bench/daerah.json."""

import argparse
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.daerah.banding import Banding, compare
from tests.bench.daerah.kasus import prepare
from tests.bench.daerah.utuh import Tumbuh, Utuh, measure_growth, measure_whole
from tests.bench.tahap import AKAR

LAPORAN = AKAR / "reports" / "bench" / "daerah.json"
CARA = {
    "a": "papermill dan nbconvert, satu per satu",
    "b": "papermill.execute_notebook, dua proses",
    "c": "lakip batch, dua pekerja",
    "d": "lantai: sel dan cetak saja, dua proses",
}
BATAS = {"a/c": ("a", "c", 12.0), "b/c": ("b", "c", 5.0), "c/d": ("c", "d", 1.5)}
BATAS_DINGIN, BATAS_TERSIMPAN = 8.0, 3.0


def main() -> None:
    """Both parts and the growth, below a folder that is removed at the end."""
    pilihan = read_pilihan()
    console = Console(width=100)
    with tempfile.TemporaryDirectory(prefix="lakip-bench-") as folder:
        akar = Path(folder)
        kasus = prepare(akar / "asal", pilihan.jumlah)
        banding = compare(kasus, akar, {"a": pilihan.cli, "b": pilihan.api})
        console.print(tabulate_banding(banding))
        utuh = measure_whole(kasus.take(pilihan.utuh), akar)
        console.print(tabulate_utuh(utuh))
        tumbuh = [measure_growth(akar, jumlah) for jumlah in pilihan.ukuran]
    if tumbuh:
        console.print(tabulate_tumbuh(tumbuh))
    write_json(banding, utuh, tumbuh)


def read_pilihan() -> argparse.Namespace:
    """How many agencies each part takes."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.daerah")
    parser.add_argument("--jumlah", type=int, default=45, help="agencies of part 1")
    parser.add_argument("--cli", type=int, default=2, help="of these, those that the stock command line does")
    parser.add_argument("--api", type=int, default=12, help="of these, those that the stock interface does")
    parser.add_argument("--utuh", type=int, default=12, help="of these, those of part 2")
    parser.add_argument(
        "--ukuran", type=int, nargs="*", default=[5, 45, 200, 500], help="districts for cost and memory"
    )
    return parser.parse_args()


def tabulate_banding(banding: Banding) -> Table:
    """Part 1: seconds and agencies a minute of each way, then the ratios with their limits."""
    tabel = Table(
        title=f"Bagian 1: notebook 01–05, {banding.instansi} instansi, {os.cpu_count()} inti", title_justify="left"
    )
    for judul in ("Cara", "Detik", "Detik/instansi", "Instansi/menit"):
        tabel.add_column(judul, justify="left" if judul == "Cara" else "right")
    for kode, nama in CARA.items():
        satu = banding.detik[kode] / banding.instansi
        sampel = f" (dari {banding.contoh[kode]} instansi)" if banding.contoh[kode] < banding.instansi else ""
        tabel.add_row(f"({kode}) {nama}{sampel}", f"{banding.detik[kode]:.1f}", f"{satu:.2f}", f"{60 / satu:.1f}")
    tabel.add_section()
    for nama, (atas, bawah, batas) in BATAS.items():
        nilai = banding.ratio(atas, bawah)
        baik = nilai >= batas if nama != "c/d" else nilai <= batas
        tanda = "≥" if nama != "c/d" else "≤"
        tabel.add_row(f"{nama}: {tanda} {batas:g}", f"{nilai:.2f}", "tercapai" if baik else "belum", "")
    tabel.add_row("Keluaran sel berbeda", str(len(banding.beda)), "tercapai" if not banding.beda else "belum", "")
    return tabel


def tabulate_utuh(utuh: Utuh) -> Table:
    """Part 2: seconds an agency with all documents."""
    tabel = Table(title=f"Bagian 2: seluruh dokumen, {utuh.instansi} instansi, dua pekerja", title_justify="left")
    for judul in ("", "Detik/instansi", "Batas"):
        tabel.add_column(judul, justify="left" if not judul else "right")
    tabel.add_row("Grafik digambar", f"{utuh.dingin:.2f}", f"≤ {BATAS_DINGIN:g}")
    tabel.add_row("Grafik tersimpan", f"{utuh.tersimpan:.2f}", f"≤ {BATAS_TERSIMPAN:g}")
    tabel.add_row("di antaranya menggambar", f"{utuh.grafik:.2f}", "")
    return tabel


def tabulate_tumbuh(tumbuh: list[Tumbuh]) -> Table:
    """Cost and memory as the district grows."""
    tabel = Table(title="Pertumbuhan: notebook 01–05, dua pekerja", title_justify="left")
    for judul in ("Instansi", "Detik/instansi", "Detik/kecamatan", "Puncak MB", "Pemandu MB", "Pemandu ×", "Pekerja ×"):
        tabel.add_column(judul, justify="right")
    for t in tumbuh:
        isi = (t.detik, t.kecamatan, t.puncak, t.pemandu, t.tumbuh_pemandu, t.tumbuh_terbesar)
        tabel.add_row(str(t.instansi), *(f"{x:.2f}" if x < 100 else f"{x:.0f}" for x in isi))
    return tabel


def write_json(banding: Banding, utuh: Utuh, tumbuh: list[Tumbuh]) -> None:
    """Everything as JSON for comparing runs; the machine is told by its cores alone."""
    isi = {
        "skema": "1",
        "inti": os.cpu_count(),
        "banding": {**asdict(banding), "rasio": {n: banding.ratio(a, b) for n, (a, b, _) in BATAS.items()}},
        "utuh": {**asdict(utuh), "grafik": utuh.grafik},
        "tumbuh": [asdict(t) for t in tumbuh],
    }
    LAPORAN.parent.mkdir(parents=True, exist_ok=True)
    LAPORAN.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
