"""Who is at the top and at the bottom? Ten agencies each, with what their figure rests on."""

from collections.abc import Sequence
from decimal import Decimal

from lakip_lib.blok import Gambar, Kolom
from lakip_lib.charts.baris import Batang, Lajur, draw_rows, make_axes
from lakip_lib.charts.kerangka import make_cell, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.teks import print_periode
from lakip_lib.charts.tema import PRIMARY
from lakip_lib.formats import format_angka, format_persen
from lakip_lib.istilah import SUMBER_DAERAH
from lakip_lib.measures.daerah.hasil import HasilDaerah, InstansiDaerah

BANYAK = 10
UJUNG = Decimal(150)
TICK = [(float(n), f"{n}%") for n in (0, 50, 100, 150)]


def plot_tertinggi(hasil: HasilDaerah) -> Gambar | None:
    """The ten highest (all where there are ten at most); None where no agency has a rank."""
    urut = hasil.list_peringkat()
    if not urut:
        return None
    kata = "Sepuluh instansi dengan capaian tertinggi" if len(urut) > BANYAK else "Capaian instansi menurut peringkat"
    return _plot(hasil, "tertinggi", kata, urut[:BANYAK])


def plot_terendah(hasil: HasilDaerah) -> Gambar | None:
    """The ten lowest, none of which is among the highest; None where there are no others."""
    urut = hasil.list_peringkat()[BANYAK:]
    if not urut:
        return None
    akhir = urut[-BANYAK:]
    kata = "Sepuluh instansi dengan capaian terendah" if len(akhir) == BANYAK else "Instansi lainnya menurut peringkat"
    return _plot(hasil, "terendah", kata, akhir)


def _plot(hasil: HasilDaerah, nama: str, kata: str, isi: Sequence[InstansiDaerah]) -> Gambar:
    susunan = draw_rows([_make_row(i) for i in isi], ("Capaian",), UJUNG)
    judul = f"{kata}, {print_periode(hasil)}"
    anak = f"Capaian (%), peringkat dari {hasil.rekap.berperingkat} instansi, dan banyaknya indikator yang dinilai"
    layout = make_layout((kata, anak), susunan.tinggi, atas=20, **make_axes(susunan, UJUNG, TICK))
    id_gambar = make_id("G-urutan", nama)
    return make_gambar(
        "G-urutan",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. "
        + "; ".join(f"{i.peringkat}. {i.nama}: {format_persen(i.capaian)}, {_say_dinilai(i)}" for i in isi)
        + ".",
        tabel=make_table(
            id_gambar,
            judul,
            (
                Kolom(judul="Peringkat", rata="kanan", lebar=0.8),
                Kolom(judul="Instansi", lebar=3),
                Kolom(judul="Capaian (%)", rata="desimal"),
                Kolom(judul="Mentah (%)", rata="desimal"),
                Kolom(judul="Dinilai", rata="kanan"),
            ),
            [
                [
                    make_cell(str(i.peringkat), f"instansi/{i.kode}/peringkat"),
                    make_cell(i.nama),
                    make_cell(format_angka(i.capaian, 2), f"instansi/{i.kode}/capaian"),
                    make_cell(format_angka(i.capaian_mentah, 2), f"instansi/{i.kode}/capaian_mentah"),
                    make_cell(f"{i.dinilai} dari {i.jumlah}"),
                ]
                for i in isi
            ],
        ),
        sumber=SUMBER_DAERAH,
    )


def _make_row(i: InstansiDaerah) -> Lajur:
    hover = make_hover(
        i.nama,
        f"Capaian: {format_persen(i.capaian)}",
        f"Tanpa batas: {format_persen(i.capaian_mentah)}",
        _say_dinilai(i),
    )
    return Lajur(
        kode=str(i.peringkat),
        nama=i.nama,
        batang=(Batang(i.capaian, PRIMARY, hover),),
        angka=format_persen(i.capaian),
        kata=f"{i.dinilai}/{i.jumlah} dinilai",
        garis=(100.0,),
    )


def _say_dinilai(i: InstansiDaerah) -> str:
    return f"{i.dinilai} dari {i.jumlah} indikator dinilai, {i.tercapai} tercapai"
