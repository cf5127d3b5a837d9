"""The commands of the SOP's steps and their options; the work is imported inside a command, so that help answers at once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lakip_lib.cli.opsi import Csv, Folder, Json, JsonPolos, Oleh, Waktu

FolderBoleh = Annotated[
    Path | None,
    typer.Argument(metavar="FOLDER", help="Folder data/raw/<tahun>/<instansi>; tidak perlu dengan --asing."),
]
Alasan = Annotated[str, typer.Option("--alasan", metavar="TEKS", help="Alasan, tercatat dalam buku alur.")]


def sebar(
    folder: Folder,
    lewat: Annotated[
        str,
        typer.Option("--lewat", metavar="SALURAN", help="Saluran pengiriman: WhatsApp, surel, cetak, atau lainnya."),
    ] = "cetak",
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", metavar="KODE", help="Hanya unit ini; boleh berulang. Bila tidak ditulis, semua unit."),
    ] = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: JsonPolos = False,
) -> int:
    """Make the package of each unit and record that it went out."""
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.sebar import send_out

    return run_step(
        "sebar",
        folder,
        lambda siklus: send_out(siklus, lewat=lewat, unit=tuple(unit or ())),
        oleh=oleh,
        waktu=waktu,
        sebagai_json=sebagai_json,
    )


def koreksi(
    folder: FolderBoleh = None,
    jawab: Annotated[
        list[str] | None,
        typer.Option("--jawab", metavar='"NO=ya: CATATAN"', help="Jawaban satu butir daftar periksa; boleh berulang."),
    ] = None,
    kembali: Annotated[
        Path | None, typer.Option("--kembali", metavar="BERKAS.docx", help="LKjIP.docx yang sudah disunting orang.")
    ] = None,
    terima: Annotated[bool, typer.Option("--terima", help="Membawa naskah yang disunting ke folder narasi.")] = False,
    konfirmasi: Annotated[
        list[str] | None,
        typer.Option("--konfirmasi", metavar="NAMA", help="Kalimat draf yang dipastikan apa adanya; boleh berulang."),
    ] = None,
    banding: Annotated[
        str | None,
        typer.Option("--banding", metavar="LAMA:BARU", help="Angka yang berubah antara dua versi, misalnya 1.1:1.2."),
    ] = None,
    asing: Annotated[
        Path | None,
        typer.Option("--asing", metavar="BERKAS", help="Pena merah untuk LKjIP lain, .docx atau .pdf; tanpa FOLDER."),
    ] = None,
    keluaran: Csv = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: Json = False,
) -> int:
    """Correct the draft, take back what came from Word, compare two versions, or go over somebody else's report."""
    from lakip_lib.cli.koreksi import Permintaan, run_koreksi

    minta = Permintaan(tuple(jawab or ()), kembali, terima, tuple(konfirmasi or ()), banding, asing, keluaran)
    return run_koreksi(folder, minta, oleh=oleh, waktu=waktu, sebagai_json=sebagai_json)


def ajukan(folder: Folder, oleh: Oleh = None, waktu: Waktu = None, sebagai_json: JsonPolos = False) -> int:
    """Hand the corrected draft in to the Kadis."""
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.ajuan import submit

    return run_step("ajukan", folder, submit, oleh=oleh, waktu=waktu, sebagai_json=sebagai_json)


def setujui(
    folder: Folder,
    p12: Annotated[
        Path | None, typer.Option("--p12", metavar="BERKAS.p12", help="Sertifikat sendiri untuk menandatangani PDF.")
    ] = None,
    tertanda: Annotated[
        Path | None,
        typer.Option("--tertanda", metavar="BERKAS.pdf", help="PDF yang sudah ditandatangani di luar lakip."),
    ] = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: JsonPolos = False,
) -> int:
    """Approve: freeze the final documents; sign them or take in the signed PDF."""
    from lakip_lib.cli.sandi import read_sandi
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.putusan import Tanda, approve

    sandi = read_sandi() if p12 else ""
    return run_step(
        "setujui",
        folder,
        lambda siklus: approve(siklus, Tanda(p12=p12, sandi=sandi, tertanda=tertanda)),
        oleh=oleh,
        waktu=waktu,
        sebagai_json=sebagai_json,
    )


def tolak(
    folder: Folder, alasan: Alasan, oleh: Oleh = None, waktu: Waktu = None, sebagai_json: JsonPolos = False
) -> int:
    """Reject: back to the Sekretaris with a reason."""
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.putusan import reject

    return run_step(
        "tolak", folder, lambda siklus: reject(siklus, alasan), oleh=oleh, waktu=waktu, sebagai_json=sebagai_json
    )


def surat(
    folder: Folder,
    batal: Annotated[
        str | None, typer.Option("--batal", metavar="ALASAN", help="Membatalkan nomor surat yang sudah diberikan.")
    ] = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: JsonPolos = False,
) -> int:
    """The cover letter with its number."""
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.pengantar import void_letter, write_letter

    return run_step(
        "surat",
        folder,
        lambda siklus: write_letter(siklus) if batal is None else void_letter(siklus, batal),
        oleh=oleh,
        waktu=waktu,
        sebagai_json=sebagai_json,
    )


def arsip(folder: Folder, oleh: Oleh = None, waktu: Waktu = None, sebagai_json: JsonPolos = False) -> int:
    """The archive and the public copy."""
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.arsip import archive

    return run_step("arsip", folder, archive, oleh=oleh, waktu=waktu, sebagai_json=sebagai_json)


def verifikasi(
    sasaran: Annotated[
        Path, typer.Argument(metavar="FOLDER|ARSIP", help="Folder data/raw/<tahun>/<instansi>, atau sebuah arsip .zip.")
    ],
    bangun: Annotated[
        Path | None,
        typer.Option("--bangun", metavar="FOLDER", help="Menyusun ulang laporan dari arsip di folder kosong."),
    ] = None,
    sebagai_json: JsonPolos = False,
) -> int:
    """Prove a ledger or an archive."""
    from lakip_lib.cli.verifikasi import run_verifikasi

    return run_verifikasi(sasaran, bangun=bangun, sebagai_json=sebagai_json)


def tonggak(
    folder: Folder,
    jenis: Annotated[
        Literal["reviu", "publikasi", "terkirim"],
        typer.Argument(metavar="JENIS", help="reviu, publikasi, atau terkirim."),
    ],
    keterangan: Annotated[
        str, typer.Option("--keterangan", metavar="TEKS", help="Oleh siapa atau di mana, misalnya alamat laman.")
    ],
    tanggal: Annotated[
        str | None, typer.Option("--tanggal", metavar="TANGGAL", help="Kapan; bila tidak ditulis, hari ini.")
    ] = None,
    bukti: Annotated[
        Path | None, typer.Option("--bukti", metavar="BERKAS", help="Berkas buktinya; disalin dan dicatat.")
    ] = None,
    oleh: Oleh = None,
    waktu: Waktu = None,
    sebagai_json: Json = False,
) -> int:
    """Record a milestone beside the steps."""
    from lakip_lib.cli.sop import run_step
    from lakip_lib.delivery.sop.tonggak import record_tonggak

    return run_step(
        "tonggak",
        folder,
        lambda siklus: record_tonggak(siklus, jenis, keterangan=keterangan, tanggal=tanggal, bukti=bukti),
        oleh=oleh,
        waktu=waktu,
        sebagai_json=sebagai_json,
    )
