"""Did the SOP's limits hold? The working time of each step against its limit."""

from decimal import Decimal

from lakip_lib.alur import sebutan
from lakip_lib.alur.ikhtisar import BarisLangkah, Ikhtisar
from lakip_lib.alur.tempo import format_menit
from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.baris import Batang, Lajur, add_key, draw_rows, make_axes
from lakip_lib.charts.indikator import BATAS_SUMBU, list_ticks, pick_end
from lakip_lib.charts.kerangka import make_cell, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.tema import PRIMARY

SUMBER = "Buku alur, dihitung menurut jam kerja dan hari libur"
MERAH = "#B2182B"
BELUM = "belum dikerjakan"
KOLOM = (
    Kolom(judul="No", rata="kanan", lebar=0.4),
    Kolom(judul="Langkah", lebar=2.2),
    Kolom(judul="Waktu kerja", lebar=1.8),
    Kolom(judul="Batas SOP"),
    Kolom(judul="Terhadap batas", lebar=1.4),
)


def plot_alur(ikhtisar: Ikhtisar) -> Gambar | None:
    """Each step's working time as a bar against its limit at 100 % (of the round that took longest); waiting left out.

    Bars beyond the axis are cut with a marked break. None where the cycle was not opened.
    """
    if not ikhtisar.is_dibuka:
        return None
    bagian = [_share(b) for b in ikhtisar.langkah]
    ujung = pick_end(bagian)
    susunan = draw_rows(
        [_make_row(b, n) for b, n in zip(ikhtisar.langkah, bagian, strict=True)], ("Waktu kerja",), ujung
    )
    add_key(susunan, [(PRIMARY, "Dalam batas"), (MERAH, "Melewati batas")])
    judul = f"Waktu kerja tiap langkah SOP terhadap batasnya, {ikhtisar.nama}, laporan tahun {ikhtisar.tahun}"
    putus = f"; batang bertanda // melampaui {BATAS_SUMBU}%" if max(n or 0 for n in bagian) > ujung else ""
    anak = f"Waktu kerja terhadap batas SOP (%), tanpa waktu menunggu; garis tegak = batas{putus}"
    layout = make_layout(
        (describe_lewat(ikhtisar), anak), susunan.tinggi, atas=20, **make_axes(susunan, ujung, list_ticks(ujung))
    )
    id_gambar = make_id("G-alur")
    return make_gambar(
        "G-alur",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. {describe_lewat(ikhtisar)}. " + "; ".join(map(_describe_row, ikhtisar.langkah)) + ".",
        tabel=make_table(id_gambar, judul, KOLOM, [_list_cells(b) for b in ikhtisar.langkah]),
        sumber=SUMBER,
    )


def describe_lewat(ikhtisar: Ikhtisar) -> str:
    """What is seen: "3 dari 11 langkah yang dikerjakan melewati batas SOP"."""
    dikerjakan = [b for b in ikhtisar.langkah if b.pakai]
    lewat = sum(b.lewat > 0 for b in dikerjakan)
    if not lewat:
        return f"{len(dikerjakan)} langkah dikerjakan, semuanya dalam batas SOP"
    return f"{lewat} dari {len(dikerjakan)} langkah yang dikerjakan melewati batas SOP"


def _share(b: BarisLangkah) -> Decimal | None:
    """Where the bar ends, in percent of the limit; None where nothing was done yet."""
    return Decimal(100 * b.terpakai) / b.langkah.batas_menit if b.pakai else None


def _make_row(b: BarisLangkah, bagian: Decimal | None) -> Lajur:
    hover = make_hover(
        b.langkah.nama,
        f"Waktu kerja: {'; '.join(sebutan.list_pakai(b))}",
        f"Batas SOP: {sebutan.say_batas(b)}",
        *filter(None, (sebutan.say_tunggu(b).capitalize(),)),
    )
    return Lajur(
        kode=str(b.langkah.nomor),
        nama=b.langkah.nama,
        batang=(Batang(bagian, MERAH if b.lewat else PRIMARY, hover),),
        rinci=f"{format_menit(b.terpakai)} dari {sebutan.say_batas(b)}" if b.pakai else f"batas {sebutan.say_batas(b)}",
        angka=sebutan.say_lewat(b) if b.lewat else "",
        garis=(100.0,),
        kosong="" if b.pakai else BELUM,
    )


def _describe_row(b: BarisLangkah) -> str:
    if not b.pakai:
        return f"{b.langkah.nama} {BELUM}"
    waktu = f"{format_menit(b.terpakai)} dari {sebutan.say_batas(b)}"
    return f"{b.langkah.nama} {waktu}" + (f" ({sebutan.say_lewat(b)})" if b.lewat else "")


def _list_cells(b: BarisLangkah) -> list[Isi]:
    waktu = "; ".join(filter(None, (*sebutan.list_pakai(b), sebutan.say_tunggu(b))))
    teks = (str(b.langkah.nomor), b.langkah.nama, waktu, sebutan.say_batas(b), sebutan.say_lewat(b))
    return [make_cell(satu, kotak=(MERAH if b.lewat else None) if n == 4 else None) for n, satu in enumerate(teks)]
