"""The commands and their options. Heavy parts are imported inside a command, so that help answers at once."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from lakip_lib import __version__
from lakip_lib.cli import bantuan, bantuan_sop, perintah_sop
from lakip_lib.cli.kata import CONTEXT, Kelompok, Perintah
from lakip_lib.cli.layar import make_console, style
from lakip_lib.cli.opsi import (
    Csv,
    Final,
    Folder,
    Json,
    JsonAlur,
    JsonBaris,
    JsonBatch,
    JsonKeadaan,
    JsonPolos,
    JsonTabel,
    Oleh,
    Periode,
    Reports,
    Waktu,
)

app = typer.Typer(cls=Kelompok, add_completion=False, context_settings=CONTEXT, rich_markup_mode=None)


def _show_version(value: bool) -> None:
    if value:
        make_console().print(style(f"lakip {__version__}"))
        raise typer.Exit


@app.callback(invoke_without_command=True, help=bantuan.UMUM)
def lakip(
    ctx: typer.Context,
    versi: Annotated[
        bool, typer.Option("--versi", help="Menampilkan versi lakip.", callback=_show_version, is_eager=True)
    ] = False,
) -> int:
    """The group itself: without a command it shows the help page."""
    if ctx.invoked_subcommand is not None:
        return 0
    ctx.get_help()
    return 2


@app.command("mulai", cls=Perintah, help=bantuan.MULAI)
def mulai(
    folder: Folder,
    dari: Annotated[
        Path | None, typer.Option("--dari", metavar="ARSIP.zip", help="Melanjutkan dari arsip tahun sebelumnya.")
    ] = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: JsonPolos = False,
) -> int:
    """Make what is missing of an agency-year's folder; open its cycle."""
    from lakip_lib.cli.kerja import run_mulai

    return run_mulai(folder, dari=dari, oleh=oleh, waktu=waktu, sebagai_json=sebagai_json)


@app.command("formulir", cls=Perintah, help=bantuan.FORMULIR)
def formulir(
    folder: Folder,
    periode: Periode = "tahunan",
    keluaran: Reports = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: Json = False,
) -> int:
    """Write the blank forms."""
    from lakip_lib.cli.kerja import Catatan, run_langkah

    catatan = Catatan(oleh, waktu)
    return run_langkah(
        "formulir", folder, periode=periode, keluaran=keluaran, sebagai_json=sebagai_json, catatan=catatan
    )


app.command("sebar", cls=Perintah, help=bantuan_sop.SEBAR)(perintah_sop.sebar)


@app.command("himpun", cls=Perintah, help=bantuan.HIMPUN)
def himpun(
    folder: Folder,
    periode: Periode = "tahunan",
    keluaran: Reports = None,
    tutup: Annotated[
        str | None,
        typer.Option("--tutup", metavar="ALASAN", help="Menutup penghimpunan walau ada unit yang belum diterima."),
    ] = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: Json = False,
) -> int:
    """Read, check, answer."""
    from lakip_lib.cli.kerja import Catatan, run_langkah

    catatan = Catatan(oleh, waktu, tutup)
    return run_langkah("himpun", folder, periode=periode, keluaran=keluaran, sebagai_json=sebagai_json, catatan=catatan)


@app.command("analisis", cls=Perintah, help=bantuan.ANALISIS)
def analisis(
    folder: Folder,
    periode: Periode = "tahunan",
    keluaran: Reports = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: Json = False,
) -> int:
    """Compute and leave hasil.json."""
    from lakip_lib.cli.kerja import Catatan, run_langkah

    catatan = Catatan(oleh, waktu)
    return run_langkah(
        "analisis", folder, periode=periode, keluaran=keluaran, sebagai_json=sebagai_json, catatan=catatan
    )


@app.command("susun", cls=Perintah, help=bantuan.SUSUN)
def susun(
    folder: Folder,
    final: Final = False,
    periode: Periode = "tahunan",
    keluaran: Reports = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: Json = False,
) -> int:
    """Write the documents."""
    from lakip_lib.cli.kerja import Catatan, run_langkah

    return run_langkah(
        "susun",
        folder,
        periode=periode,
        keluaran=keluaran,
        sebagai_json=sebagai_json,
        final=final,
        catatan=Catatan(oleh, waktu),
    )


app.command("koreksi", cls=Perintah, help=bantuan_sop.KOREKSI)(perintah_sop.koreksi)
app.command("ajukan", cls=Perintah, help=bantuan_sop.AJUKAN)(perintah_sop.ajukan)
app.command("setujui", cls=Perintah, help=bantuan_sop.SETUJUI)(perintah_sop.setujui)
app.command("tolak", cls=Perintah, help=bantuan_sop.TOLAK)(perintah_sop.tolak)
app.command("surat", cls=Perintah, help=bantuan_sop.SURAT)(perintah_sop.surat)
app.command("arsip", cls=Perintah, help=bantuan_sop.ARSIP)(perintah_sop.arsip)
app.command("tonggak", cls=Perintah, help=bantuan_sop.TONGGAK)(perintah_sop.tonggak)


@app.command("bangun", cls=Perintah, help=bantuan.BANGUN)
def bangun(
    folder: Folder,
    final: Final = False,
    periode: Periode = "tahunan",
    keluaran: Reports = None,
    sebagai_json: Json = False,
) -> int:
    """The main job."""
    from lakip_lib.cli.kerja import run_langkah

    return run_langkah("bangun", folder, periode=periode, keluaran=keluaran, sebagai_json=sebagai_json, final=final)


@app.command("batch", cls=Perintah, help=bantuan.BATCH)
def batch(
    tahun: Annotated[int, typer.Argument(metavar="TAHUN", help="Tahun laporan, misalnya 2026.")],
    instansi: Annotated[
        list[str] | None, typer.Argument(metavar="INSTANSI …", help="Hanya instansi ini; tanpa nama: semua.")
    ] = None,
    periode: Periode = "tahunan",
    akar: Annotated[
        str,
        typer.Option(
            "--akar",
            metavar="FOLDER",
            help="Folder, atau alamat s3://…, yang memuat data dan reports; tanpa ini: folder ini.",
            show_default=False,
        ),
    ] = ".",
    sampai: Annotated[
        str, typer.Option("--sampai", metavar="TAHAP", help="Tahap terakhir: himpun, analisis, naskah, dokumen.")
    ] = "dokumen",
    ulang: Annotated[bool, typer.Option("--ulang", help="Menjalankan semua tahap, juga yang tidak berubah.")] = False,
    pekerja: Annotated[
        int | None,
        typer.Option(
            "--pekerja", metavar="N", help="Banyak instansi yang dikerjakan bersamaan; tanpa ini: sebanyak inti."
        ),
    ] = None,
    klaster: Annotated[
        str | None,
        typer.Option(
            "--klaster", metavar="ALAMAT", help="Penjadwal Dask (tcp://mesin:8786) dengan folder yang dipakai bersama."
        ),
    ] = None,
    sebagai_json: JsonBatch = False,
) -> int:
    """Run all agencies of a year."""
    from lakip_lib.batch.kolam import prepare_lokal

    # What workers are forked from loads while this program does, and looks what is due.
    with prepare_lokal() if klaster is None else nullcontext():
        from lakip_lib.cli.batch import run_daerah

        return run_daerah(
            tahun,
            instansi or [],
            akar=akar,
            periode=periode,
            sampai=sampai,
            ulang=ulang,
            pekerja=pekerja,
            klaster=klaster,
            sebagai_json=sebagai_json,
        )


@app.command("status", cls=Perintah, help=bantuan.STATUS)
def status(
    folder: Folder,
    html: Annotated[
        bool, typer.Option("--html", help="Menulis halaman alur/status.html dengan garis waktunya.")
    ] = False,
    keluaran: Reports = None,
    sebagai_json: JsonAlur = False,
) -> int:
    """Show where the procedure stands."""
    from lakip_lib.cli.status import run_status

    return run_status(folder, html=html, sebagai_json=sebagai_json, keluaran=keluaran)


app.command("verifikasi", cls=Perintah, help=bantuan_sop.VERIFIKASI)(perintah_sop.verifikasi)


@app.command("hitung", cls=Perintah, help=bantuan.HITUNG)
def hitung(
    tabel: Annotated[Path, typer.Argument(metavar="TABEL", help="Berkas .csv atau .xlsx.")],
    keluaran: Csv = None,
    metode: Annotated[
        str | None, typer.Option("--metode", metavar="METODE", help="Metode untuk baris yang tidak menyebut metodenya.")
    ] = None,
    batas: Annotated[
        str,
        typer.Option(
            "--batas", metavar="PERSEN", help="Batas capaian yang dicari pada angka tercetak, selain 100 dan 120."
        ),
    ] = "120",
    sebagai_json: JsonBaris = False,
) -> int:
    """Recompute printed rows."""
    from lakip_lib.cli.hitung import run_hitung

    return run_hitung(tabel, keluaran=keluaran, metode=metode, batas=batas, sebagai_json=sebagai_json)


@app.command("baca", cls=Perintah, help=bantuan.BACA)
def baca(
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas yang hendak dibaca.")],
    keluaran: Csv = None,
    sebagai_json: JsonTabel = False,
) -> int:
    """Say what a file holds."""
    from lakip_lib.cli.baca import run_baca

    return run_baca(berkas, keluaran=keluaran, sebagai_json=sebagai_json)


@app.command("doktor", cls=Perintah, help=bantuan.DOKTOR)
def doktor(sebagai_json: JsonKeadaan = False) -> int:
    """Say what the machine has."""
    from lakip_lib.cli.doktor import run_doktor

    return run_doktor(sebagai_json=sebagai_json)
