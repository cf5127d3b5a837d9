"""Make docs/panduan.md's outputs and pictures and docs/kamus-data.md anew: `python -m tests.panduan [cepat]`.

Needs LibreOffice and Chromium, and some minutes. Pictures depend on the versions and fonts of both, so they are made
when the program's face changes, not in every test run. "cepat" runs the quick commands only and makes no picture.
"""

import sys
import tempfile
from pathlib import Path

from lakip_lib.forms.kamus import describe_kamus
from tests.kabupaten import write_kabupaten
from tests.panduan.buku import Petikan, picture_sheets
from tests.panduan.laman import picture_page
from tests.panduan.layar import picture_terminal
from tests.panduan.perintah import AKAR, fill_outputs, is_quick, list_commands, prepare_folder, run_command, write_files
from tests.panduan.piksel import Piksel, find_page, frame, join_columns, render_page, write_png

DOCS = AKAR / "docs"
PANDUAN, KAMUS, GAMBAR = DOCS / "panduan.md", DOCS / "kamus-data.md", DOCS / "gambar"
SAROLANGUN, BERMASALAH = "2025/diskominfo-sarolangun", "2025/contoh-bermasalah"
IKHTISAR, TABEL = "Tiga yang perlu perhatian", "Capaian Kinerja Seluruh Sasaran Tahun 2025"  # words of those pages
JUMLAH = 6  # agencies of the invented kabupaten


def main(*, cepat: bool) -> None:
    """Run the page's commands on copies of the samples, then write outputs, dictionary and pictures."""
    with tempfile.TemporaryDirectory() as sementara:
        folder = prepare_folder(Path(sementara))
        naskah = PANDUAN.read_text("utf-8")
        write_files(naskah, folder)
        perintah = [satu for satu in list_commands(naskah) if is_quick(satu) or not cepat]
        hasil = {satu: run_command(satu, folder) for satu in perintah}
        PANDUAN.write_text(fill_outputs(PANDUAN.read_text("utf-8"), hasil), "utf-8")
        KAMUS.write_text(describe_kamus(), "utf-8")
        if not cepat:
            write_pictures(folder)


def write_pictures(folder: Path) -> None:
    """All pictures, from what the commands left in `folder`."""
    for nama, gambar in make_pictures(folder).items():
        path = write_png(GAMBAR / f"{nama}.png", frame(gambar))
        print(f"{path.relative_to(AKAR)}  {gambar.shape[1]}×{gambar.shape[0]}  {path.stat().st_size} bita")


def make_pictures(folder: Path) -> dict[str, Piksel]:
    """The pictures by name."""
    laporan = folder / "reports" / SAROLANGUN
    laman = laporan / "LKjIP.html"
    return {
        **picture_sheets(list_petikan(folder)),
        "himpun": _picture_himpun(folder),
        "pdf": _picture_pdf(laporan / "LKjIP.pdf"),
        "html-penjelasan": picture_page(laman, lebar=1280, tinggi=800, jangkar="ref-indikator/IK-1.1/capaian"),
        "html-telepon": picture_page(laman, lebar=390, tinggi=760, jangkar="g-target-s1", skala=1.5),
        "daerah": picture_daerah(folder / "kabupaten"),
    }


def list_petikan(folder: Path) -> dict[str, Petikan]:
    """The stretches of workbooks that the page shows."""
    mentah, laporan = folder / "data" / "raw", folder / "reports"
    rencana = mentah / SAROLANGUN / "perencanaan.xlsx"
    isian = mentah / SAROLANGUN / "isian" / "STATISTIK.xlsx"
    balasan = laporan / BERMASALAH / "balasan" / "PUSTAKA.xlsx"
    return {
        "perencanaan-indikator": Petikan(rencana, "Indikator", "A1:U12", tuple("LMNOPQSTU"), lebar=1300),
        "perencanaan-target": Petikan(rencana, "Target", "A1:I113", tanpa_baris=range(8, 110), lebar=1300),
        "formulir-kosong": Petikan(laporan / SAROLANGUN / "formulir" / "IKP.xlsx", "F1 Capaian", "A1:T8"),
        "formulir-terisi": Petikan(isian, "F1 Capaian", "A1:T8"),
        "formulir-bukti": Petikan(isian, "F4 Data dukung", "A1:D9", lebar=1200),
        "balasan-catatan": Petikan(balasan, "Catatan", "A1:F14", lebar=1300),
        "balasan-f1": Petikan(balasan, "F1 Capaian", "A1:T11"),
        "kertas-kerja": Petikan(laporan / SAROLANGUN / "kertas-kerja.xlsx", "Capaian", "A1:T14"),
    }


def picture_daerah(folder: Path) -> Piksel:
    """The page of an invented kabupaten after a batch."""
    write_kabupaten(folder, JUMLAH)
    run_command("lakip batch 2025", folder)
    return picture_page(folder / "reports" / "2025" / "index.html", lebar=1280, tinggi=800)


def _picture_himpun(folder: Path) -> Piksel:
    perintah = f"lakip himpun data/raw/{BERMASALAH}"
    return picture_terminal(perintah, run_command(perintah, folder, warna=True).teks)


def _picture_pdf(path: Path) -> Piksel:
    """Cover, ikhtisar and a page with the table of all indikator, side by side."""
    isi = path.read_bytes()
    nomor = (0, find_page(isi, IKHTISAR), find_page(isi, TABEL))
    return join_columns(*(frame(render_page(isi, n, lebar=520)) for n in nomor))


if __name__ == "__main__":
    main(cepat=sys.argv[1:] == ["cepat"])
