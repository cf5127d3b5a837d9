"""Where did the district's money go? Pagu and realisasi of the largest urusan."""

from lakip_lib.blok import Gambar, Kolom
from lakip_lib.charts.anggaran import list_money_ticks
from lakip_lib.charts.baris import Batang, Lajur, add_key, draw_rows, make_axes
from lakip_lib.charts.kerangka import SUMBER_UANG, make_cell, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.teks import print_periode
from lakip_lib.charts.tema import PAGU, PRIMARY
from lakip_lib.formats import format_angka, format_persen, format_ringkas, format_rupiah, format_uang
from lakip_lib.measures.daerah.hasil import AnggaranDaerah, HasilDaerah

BANYAK = 8


def plot_urusan(hasil: HasilDaerah) -> Gambar | None:
    """Pagu (light) and realisasi (primary) of the eight urusan with most money; None where there is no budget."""
    urut = sorted((u for u in hasil.urusan if u.pagu > 0), key=lambda u: (-u.pagu, u.kode))
    if not urut:
        return None
    isi = urut[:BANYAK]
    ujung = max(max(u.pagu, u.realisasi_anggaran) for u in isi)
    susunan = draw_rows([_make_row(u) for u in isi], ("Pagu", "Realisasi"), ujung)
    add_key(susunan, [(PAGU, "Pagu"), (PRIMARY, "Realisasi")])
    kata = f"{len(isi)} urusan terbesar" if len(urut) > BANYAK else "urusan"
    judul = f"Pagu dan realisasi anggaran menurut {kata}, {print_periode(hasil)}"
    total = hasil.anggaran_total
    seen = f"{format_persen(total.persen)} anggaran seluruh instansi terserap; sisa {format_ringkas(total.sisa)}"
    tick, satuan = list_money_ticks(ujung)
    anak = f"Pagu, realisasi, dan banyaknya instansi, {len(isi)} dari {len(urut)} urusan ({satuan})"
    layout = make_layout((seen, anak), susunan.tinggi, atas=20, **make_axes(susunan, ujung, tick))
    id_gambar = make_id("G-urusan")
    return make_gambar(
        "G-urusan",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. {seen}. "
        + "; ".join(f"{u.uraian}: {_print_spent(u)} ({format_persen(u.persen)})" for u in isi)
        + ".",
        tabel=make_table(
            id_gambar,
            judul,
            (
                Kolom(judul="Urusan", lebar=3),
                Kolom(judul="Pagu (Rp)", rata="desimal", lebar=1.7),
                Kolom(judul="Realisasi (Rp)", rata="desimal", lebar=1.7),
                Kolom(judul="%", rata="desimal", lebar=0.8),
            ),
            [
                [
                    make_cell(f"{u.kode} {u.uraian}"),
                    make_cell(format_uang(u.pagu)),
                    make_cell(format_uang(u.realisasi_anggaran)),
                    make_cell(format_angka(u.persen, 2)),
                ]
                for u in isi
            ],
        ),
        sumber=SUMBER_UANG,
    )


def _print_spent(u: AnggaranDaerah) -> str:
    return f"{format_ringkas(u.realisasi_anggaran)} dari {format_ringkas(u.pagu)}"


def _make_row(u: AnggaranDaerah) -> Lajur:
    hover = make_hover(
        f"{u.kode} {u.uraian}",
        f"Pagu: {format_rupiah(u.pagu)}",
        f"Realisasi: {format_rupiah(u.realisasi_anggaran)} ({format_persen(u.persen)})",
        f"{u.instansi} instansi",
    )
    return Lajur(
        kode=u.kode,
        nama=u.uraian,
        rinci=f"{_print_spent(u)} · {u.instansi} instansi",
        batang=(Batang(u.pagu, PAGU, hover, tebal=1.0), Batang(u.realisasi_anggaran, PRIMARY, hover, tebal=0.5)),
        angka=format_persen(u.persen),
    )
