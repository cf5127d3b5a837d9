"""The widget that puts the pieces together: choices above, the chosen view below."""

import html
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from lakip_lib.charts import plot_capaian, plot_renstra, plot_tahun, plot_target, plot_triwulan
from lakip_lib.delivery.jelajah.bingkai import (
    frame_asal,
    frame_kuartal,
    frame_ringkasan,
    frame_riwayat,
    frame_sasaran_indikator,
    frame_temuan,
    isolate,
)
from lakip_lib.delivery.jelajah.halaman import Berkas, render_gambar, render_tabel, render_teks
from lakip_lib.delivery.jelajah.tempat import describe_kosong, find_lokasi, name_instansi
from lakip_lib.delivery.kata import say_periode
from lakip_lib.delivery.simpan_hasil import load_hasil
from lakip_lib.delivery.tampil import show_frame
from lakip_lib.measures import Hasil
from lakip_lib.measures.bingkai import frame_indikator
from lakip_lib.model import Kinerja
from lakip_lib.settings import Lokasi

Pandangan = Callable[[Hasil, Kinerja, str], list[Berkas]]
Pilihan = Sequence[tuple[str, Any]]
KOLOM_INSTANSI = ["kode", "sasaran", "nama", "target", "realisasi", "capaian", "kategori", "status"]


def view_ringkasan(hasil: Hasil, kinerja: Kinerja, kode: str) -> list[Berkas]:
    """The record of the indikator, with its formula and the figures put in."""
    return [show_frame(frame_ringkasan(hasil, kode))._repr_mimebundle_()]


def view_riwayat(hasil: Hasil, kinerja: Kinerja, kode: str) -> list[Berkas]:
    """Years, quarters and the road to the Renstra, as charts and tables."""
    satu = isolate(hasil, kode)
    sasaran = satu.indikator[0].sasaran
    gambar = [plot(satu, sasaran) for plot in (plot_tahun, plot_triwulan, plot_renstra)]
    tahun, triwulan = frame_riwayat(hasil, kode), frame_kuartal(hasil, kode)
    return [
        render_teks("Lima tahun", judul=True),
        render_gambar(gambar[0]),
        show_frame(tahun)._repr_mimebundle_(),
        render_teks("Triwulan", judul=True),
        *([render_gambar(gambar[1])] if gambar[1] else []),
        show_frame(triwulan)._repr_mimebundle_(),
        *([render_teks("Renstra", judul=True), render_gambar(gambar[2])] if gambar[2] else []),
    ]


def view_temuan(hasil: Hasil, kinerja: Kinerja, kode: str) -> list[Berkas]:
    """The findings on the indikator."""
    temuan = frame_temuan(kinerja, kode)
    if temuan.empty:
        return [render_teks("Tidak ada temuan atas indikator ini.")]
    return [render_tabel(show_frame(temuan))]


def view_asal(hasil: Hasil, kinerja: Kinerja, kode: str) -> list[Berkas]:
    """The cells that feed the indikator and what was typed there."""
    return [render_tabel(show_frame(frame_asal(kinerja, kode)), baris=25)]


def view_sasaran(hasil: Hasil, kinerja: Kinerja, kode: str) -> list[Berkas]:
    """The indikator beside the others of its sasaran."""
    sasaran = hasil.get_indikator(kode).sasaran
    tabel = show_frame(frame_sasaran_indikator(hasil, sasaran))
    return [render_gambar(plot_target(hasil, sasaran)), tabel._repr_mimebundle_()]


def view_instansi(hasil: Hasil, kinerja: Kinerja, kode: str) -> list[Berkas]:
    """All indikator of the agency."""
    tabel = show_frame(frame_indikator(hasil)[KOLOM_INSTANSI])
    return [render_tabel(tabel, baris=25), render_gambar(plot_capaian(hasil))]


PANDANGAN: dict[str, Pandangan] = {
    "Ringkasan": view_ringkasan,
    "Riwayat": view_riwayat,
    "Temuan": view_temuan,
    "Sel asal": view_asal,
    "Sasaran": view_sasaran,
    "Seluruh instansi": view_instansi,
}


class Jelajah(widgets.VBox):
    """Choices of year, agency, period, sasaran and indikator, and the view of what was chosen.

    `hasil` and `kinerja` are those of the chosen agency-year; setting a choice's `value` changes the view.
    """

    def __init__(self, tempat: Sequence[Lokasi]) -> None:
        """Show the first of these places; there must be one."""
        self.tempat = tuple(tempat)
        self._nama = {x: name_instansi(x) for x in tempat}
        self._mengisi = False
        self.tahun, self.instansi, self.periode = (_make_menu(n) for n in ("Tahun", "Instansi", "Periode"))
        self.sasaran, self.indikator = (_make_menu(n) for n in ("Sasaran", "Indikator"))
        self.bagian = widgets.ToggleButtons(options=list(PANDANGAN), style={"button_width": "auto"})
        self.layar = widgets.Output()
        self._menu = (self.tahun, self.instansi, self.periode, self.sasaran, self.indikator)
        self._refill(0)
        for menu in (*self._menu, self.bagian):
            menu.observe(self._on_change, names="value")
        super().__init__([*self._menu, self.bagian, self.layar])

    @property
    def lokasi(self) -> Lokasi:
        """The chosen agency-year and period."""
        dipilih = (self.tahun.value, self.instansi.value, self.periode.value)
        return next(x for x in self.tempat if (x.tahun, x.instansi, x.periode) == dipilih)

    def _on_change(self, change: dict[str, Any]) -> None:
        if not self._mengisi:
            urut = self._menu.index(change["owner"]) if change["owner"] in self._menu else len(self._menu)
            self._refill(urut + 1 if urut < len(self._menu) else urut)

    def _refill(self, dari: int) -> None:
        """Fill the menus from that one on, keeping choices that are still there, and draw."""
        daftar = (self._list_tahun, self._list_instansi, self._list_periode, self._list_sasaran, self._list_indikator)
        self._mengisi = True
        for urut in range(dari, len(self._menu)):
            if urut == self._menu.index(self.sasaran):
                self.hasil, self.kinerja = load_hasil(self.lokasi), Kinerja.load(self.lokasi.processed)
            _fill(self._menu[urut], daftar[urut]())
        self._mengisi = False
        self._draw()

    def _list_tahun(self) -> Pilihan:
        return list(dict.fromkeys((str(x.tahun), x.tahun) for x in self.tempat))

    def _list_instansi(self) -> Pilihan:
        return list(
            {x.instansi: (self._nama[x], x.instansi) for x in self.tempat if x.tahun == self.tahun.value}.values()
        )

    def _list_periode(self) -> Pilihan:
        dipilih = (self.tahun.value, self.instansi.value)
        return [(say_periode(x.periode), x.periode) for x in self.tempat if (x.tahun, x.instansi) == dipilih]

    def _list_sasaran(self) -> Pilihan:
        return [(f"{s.kode} {s.uraian}", s.kode) for s in self.hasil.sasaran if self.hasil.list_indikator(s.kode)]

    def _list_indikator(self) -> Pilihan:
        return [(f"{i.kode} {i.nama}", i.kode) for i in self.hasil.list_indikator(self.sasaran.value)]

    def _draw(self) -> None:
        kode = self.indikator.value
        if kode is None:
            isi = [render_teks("Belum ada indikator untuk instansi dan periode ini.")]
        else:
            isi = PANDANGAN[self.bagian.value](self.hasil, self.kinerja, kode)
        self.layar.outputs = tuple({"output_type": "display_data", "data": data, "metadata": {}} for data in isi)


def _make_menu(nama: str) -> widgets.Dropdown:
    return widgets.Dropdown(description=nama, layout={"width": "min(100%, 44em)"}, style={"description_width": "6em"})


def _fill(menu: widgets.Dropdown, pilihan: Pilihan) -> None:
    lama, nilai = menu.value, [value for _, value in pilihan]
    menu.options = pilihan
    menu.value = lama if lama in nilai else next(iter(nilai), None)


def open_jelajah(akar: str | Path = "..") -> widgets.Widget:
    """The exploring widget for what lies below `akar`/data/processed; a sentence on what to run where that is nothing."""
    folder = Path(akar).resolve()
    tempat = find_lokasi(folder)
    return Jelajah(tempat) if tempat else widgets.HTML(html.escape(describe_kosong(folder)))
