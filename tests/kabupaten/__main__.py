"""`python -m tests.kabupaten FOLDER --jumlah 45 --benih 1 --tahun 2025 [--lalu]`: write an invented kabupaten."""

from argparse import ArgumentParser
from pathlib import Path

from . import list_cacat, write_kabupaten

parser = ArgumentParser(prog="python -m tests.kabupaten", description=__doc__)
parser.add_argument("folder", type=Path, help="root; agencies go to FOLDER/data/raw/<tahun>/<slug>/")
parser.add_argument("--jumlah", type=int, default=45, help="how many agencies")
parser.add_argument("--benih", type=int, default=1, help="seed; the same seed gives the same bytes")
parser.add_argument("--tahun", type=int, default=2025)
parser.add_argument("--lalu", action="store_true", help="also the year before, for most agencies")
pilihan = parser.parse_args()
slug = write_kabupaten(pilihan.folder, pilihan.jumlah, pilihan.benih, pilihan.tahun, lalu=pilihan.lalu)
cacat = list_cacat(pilihan.jumlah, pilihan.benih)
print(f"{len(slug)} agencies written, {len(cacat)} of them faulty:")
for nama, jenis in cacat.items():
    print(f"  {nama}: {jenis}")
