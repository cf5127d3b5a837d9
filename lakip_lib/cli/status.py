"""`lakip status`: where the procedure stands, who is late, how long each step took; on the terminal or as a page."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from lakip_lib.alur import sebutan
from lakip_lib.alur.ikhtisar import BELUM, DITERIMA, DITUNGGU, SELESAI, ULANG, BarisLangkah, BarisUnit, Ikhtisar
from lakip_lib.alur.jam import get_zona, read_jam
from lakip_lib.cli.kerja import check_folder
from lakip_lib.cli.layar import build_json, make_console, print_json, show_path, style
from lakip_lib.cli.tampil import make_table, print_berkas
from lakip_lib.errors import UsageError
from lakip_lib.formats import format_saat
from lakip_lib.settings import Lokasi

if TYPE_CHECKING:
    from collections.abc import Sequence

LEBAR_TABEL = 96  # columns below which the tables become lists
HALAMAN = "status.html"
GAYA = {SELESAI: "baik", DITUNGGU: "peringatan", ULANG: "peringatan", BELUM: "redup"}


def run_status(folder: Path, *, html: bool, sebagai_json: bool, keluaran: Path | None) -> int:
    """Show the overview, with `html` as a page too; always 0. AlurError where the ledger is not as it was written."""
    from lakip_lib.delivery.ikhtisar import load_ikhtisar

    lokasi = Lokasi.from_folder(folder, keluaran=keluaran)
    for tempat in (folder, *([keluaran] if keluaran else [])):
        check_folder(tempat)
    if not lokasi.raw.is_dir():
        raise UsageError(f"Folder {folder} tidak ada. Periksa namanya, atau buat dengan: lakip mulai {folder}")
    ikhtisar = load_ikhtisar(lokasi, read_jam(get_zona("WIB")))
    berkas = [_write_html(ikhtisar, lokasi)] if html and ikhtisar.is_dibuka else []
    pesan = [] if ikhtisar.is_dibuka else [say_belum(lokasi)]
    if sebagai_json:
        tulis = [p.relative_to(lokasi.akar).as_posix() if p.is_relative_to(lokasi.akar) else str(p) for p in berkas]
        print_json(build_json("status", 0, berkas=tulis, pesan=pesan, alur=ikhtisar.as_dict()))
        return 0
    console = make_console()
    if pesan:
        console.print(style(pesan[0]))
        return 0
    print_ikhtisar(console, ikhtisar)
    print_berkas(console, berkas, judul="Ditulis")
    return 0


def say_belum(lokasi: Lokasi) -> str:
    """That no cycle was opened, and how to open it."""
    return (
        f"Siklus SOP {lokasi.instansi} tahun {lokasi.tahun} belum dibuka, sehingga belum ada yang ditunggu atau terlambat. "
        f"Buka dengan: lakip mulai {show_path(lokasi.raw)}"
    )


def _write_html(ikhtisar: Ikhtisar, lokasi: Lokasi) -> Path:
    from lakip_lib.delivery.sop.tempat import ALUR
    from lakip_lib.report.alur_html import render_status_html
    from lakip_lib.simpan import write_text

    return write_text(lokasi.reports / ALUR / HALAMAN, render_status_html(ikhtisar))


def print_ikhtisar(console: Console, ikhtisar: Ikhtisar) -> None:
    """The whole overview: facts, steps, units, rejections, milestones."""
    lebar = console.width >= LEBAR_TABEL
    console.print(style(f"{ikhtisar.nama}, laporan kinerja tahun {ikhtisar.tahun}", "judul"))
    console.print(style(sebutan.say_per(ikhtisar), "redup"))
    console.print(_build_pairs([(nama, style(isi)) for nama, isi in sebutan.list_kepala(ikhtisar)]))
    console.print()
    console.print(_build_langkah(ikhtisar.langkah) if lebar else _list_langkah(ikhtisar.langkah))
    console.print()
    if ikhtisar.unit:
        console.print(_build_unit(ikhtisar.unit) if lebar else _list_unit(ikhtisar.unit))
        console.print()
    for t in ikhtisar.tolakan:
        kepala = f"Versi {t.versi} ditolak {format_saat(t.saat)} oleh {t.nama}: "
        console.print(style(kepala, "peringatan").append_text(style(t.alasan)))
    console.print(_build_pairs([(t.nama, style(sebutan.say_tonggak(t))) for t in ikhtisar.tonggak]))
    console.print(style(ikhtisar.jejak, "redup"))


def _build_pairs(pasangan: "Sequence[tuple[str, Text]]") -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for nama, isi in pasangan:
        grid.add_row(style(nama, "judul"), isi)
    return grid


def _build_langkah(langkah: "Sequence[BarisLangkah]") -> Table:
    table = make_table("No", "Langkah", "Keadaan", "Selesai", "Waktu kerja", "Batas")
    table.padding = (0, 1, 0, 0)
    table.columns[0].justify = "right"
    for nomor in (2, 3, 4, 5):
        table.columns[nomor].no_wrap = True
    for b in langkah:
        table.add_row(
            style(b.langkah.nomor),
            _stack(style(b.langkah.nama), style(b.pelaku, "redup"), style(_say_nama(b), "redup")),
            _stack(style(b.keadaan, GAYA[b.keadaan]), style(_say_rinci(b))),
            style(sebutan.say_selesai(b, tahun=False)),
            _stack(*map(style, sebutan.list_pakai(b)), style(sebutan.say_lewat(b) if b.lewat else "", "wajib")),
            style(sebutan.say_batas(b)),
        )
    return table


def _stack(*baris: Text) -> Text:
    """The lines that hold something below one another."""
    return Text("\n").join(teks for teks in baris if teks.plain)


def _say_nama(b: BarisLangkah) -> str:
    """Who is waited for by name; whoever did a step is known by the role."""
    return b.nama if b.keadaan == DITUNGGU else ""


def _say_rinci(b: BarisLangkah) -> str:
    tunggu = b.keadaan == DITUNGGU and bool(sebutan.say_tunggu(b))
    return sebutan.say_menunggu(b) if tunggu else sebutan.say_ulang(b)


def _list_langkah(langkah: "Sequence[BarisLangkah]") -> Table:
    """The steps below one another, for a narrow terminal."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2, justify="right")
    grid.add_column(overflow="fold")
    for b in langkah:
        kepala = style(f"{b.langkah.nama}: ").append_text(style(b.keadaan, GAYA[b.keadaan]))
        if b.selesai:
            kepala.append(f" {sebutan.say_selesai(b)}")
        kata = (b.pelaku, _say_nama(b), _say_rinci(b))
        waktu = style("; ".join(sebutan.list_pakai(b)) + f", batas {sebutan.say_batas(b)}" if b.pakai else "")
        if b.lewat:
            waktu.append("; ").append_text(style(sebutan.say_lewat(b), "wajib"))
        grid.add_row(style(b.langkah.nomor), _stack(kepala, style(", ".join(filter(None, kata)), "redup"), waktu))
    return grid


def _pick_gaya(u: BarisUnit) -> str:
    return "baik" if u.status == DITERIMA else "wajib" if u.wajib else "peringatan"


def _build_unit(unit: "Sequence[BarisUnit]") -> Table:
    table = make_table("Unit", "Nama", "Formulir", "Diterima", "Ketepatan")
    table.columns[3].no_wrap = True
    for u in unit:
        table.add_row(
            style(u.kode),
            style(u.nama),
            style(sebutan.say_status(u), _pick_gaya(u)),
            style(sebutan.say_terima(u)),
            style(sebutan.say_lambat(u), "wajib" if u.lambat else ""),
        )
    return table


def _list_unit(unit: "Sequence[BarisUnit]") -> Table:
    baris = []
    for u in unit:
        isi = style(sebutan.say_status(u), _pick_gaya(u))
        if u.terima:
            isi.append(f" {sebutan.say_terima(u)}")
        if u.lambat:
            isi.append(", ").append_text(style(sebutan.say_lambat(u), "wajib"))
        baris.append((u.kode, isi))
    return _build_pairs(baris)
