"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from lakip_lib.istilah import PERIODE

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder data/raw/<tahun>/<instansi>.")]
Periode = Annotated[str, typer.Option("--periode", metavar="PERIODE", help=f"Periode laporan: {', '.join(PERIODE)}.")]
Reports = Annotated[
    Path | None,
    typer.Option(
        "--keluaran", metavar="FOLDER", help="Folder tujuan dokumen, sebagai ganti reports/<tahun>/<instansi>."
    ),
]
Csv = Annotated[Path | None, typer.Option("--keluaran", metavar="BERKAS.csv", help="Berkas CSV yang ditulis.")]
Final = Annotated[
    bool, typer.Option("--final", help="Tanpa tanda KONSEP; ditolak (kode 3) selama masih ada yang terbuka.")
]
_JSON = "Satu objek JSON di keluaran baku: perintah, kode_keluar, temuan, berkas, pesan"
Json = Annotated[bool, typer.Option("--json", help=f"{_JSON}, unit.")]
JsonPolos = Annotated[bool, typer.Option("--json", help=f"{_JSON}.")]
JsonBaris = Annotated[bool, typer.Option("--json", help=f"{_JSON}, baris (tiap baris tabel dengan kolom tambahannya).")]
JsonTabel = Annotated[bool, typer.Option("--json", help=f"{_JSON}, sumber, tabel (satu objek tiap tabel).")]
JsonAlur = Annotated[bool, typer.Option("--json", help=f"{_JSON}, alur (satu objek dengan seluruh isi tampilan).")]
JsonBatch = Annotated[bool, typer.Option("--json", help=f"{_JSON}, instansi (satu objek tiap instansi).")]
JsonKeadaan = Annotated[bool, typer.Option("--json", help=f"{_JSON}, keadaan (satu objek tiap bagian).")]
Oleh = Annotated[
    str | None,
    typer.Option(
        "--oleh",
        metavar="PERAN",
        help="Yang melakukan: kepala, sekretaris, kasubag_program, staf_perencanaan. Bila tidak ditulis, menurut SOP.",
    ),
]
Waktu = Annotated[
    str | None,
    typer.Option("--waktu", metavar='"TANGGAL JAM"', help='Kapan terjadinya, misalnya "2026-01-05 08.30".'),
]
