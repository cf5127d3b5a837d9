"""Where does each indikator come from? Five years of target and realisasi, one panel an indikator."""

from collections.abc import Sequence

from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.indikator import find_desimal, name_cell
from lakip_lib.charts.kerangka import SUMBER, make_cell, make_gambar, make_hover, make_id, make_table
from lakip_lib.charts.panel import Panel, Titik, draw_panels
from lakip_lib.charts.teks import print_nilai
from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, TahunHasil

PERKEMBANGAN = ("membaik", "tetap", "memburuk")


def plot_tahun(hasil: Hasil, sasaran: str) -> Gambar | None:
    """Realisasi of five years as lines with each year's target as a short ink line; a missing year is a gap with "–".

    None where no indikator of the sasaran has a figure in any year.
    """
    items = [i for i in hasil.list_indikator(sasaran) if _list_years(hasil, i)]
    if not any(t.realisasi is not None for i in items for t in _list_years(hasil, i)):
        return None
    tahun = sorted({t.tahun for i in items for t in _list_years(hasil, i)})
    judul = f"Target dan realisasi lima tahun, sasaran {sasaran}, Tahun {tahun[0]}–{tahun[-1]}"
    seen = _describe(items, hasil.tahun)
    anak = "Realisasi tiap tahun menurut satuannya; garis mendatar pendek = target; – = tidak ada data"
    panel = [_make_panel(item, _list_years(hasil, item), tahun, find_desimal(hasil, item)) for item in items]
    id_gambar = make_id("G-tahun", sasaran)
    baris = [_list_cells(item, _list_years(hasil, item), tahun, find_desimal(hasil, item)) for item in items]
    return make_gambar(
        "G-tahun",
        id_gambar,
        judul,
        draw_panels(panel, [str(t) for t in tahun], (seen, anak), "garis"),
        alt=f"{judul}. {seen}. "
        + "; ".join(_describe_item(i, _list_years(hasil, i), find_desimal(hasil, i)) for i in items)
        + ".",
        tabel=make_table(id_gambar, judul, _list_columns(tahun), baris),
        sumber=SUMBER,
    )


def _list_years(hasil: Hasil, item: IndikatorHasil) -> tuple[TahunHasil, ...]:
    return next((r.lintas_tahun for r in hasil.rincian.indikator if r.kode == item.kode), ())


def _describe(items: Sequence[IndikatorHasil], tahun: int) -> str:
    kata = [item.lalu.perkembangan for item in items if item.lalu and item.lalu.perkembangan]
    if not kata:
        return f"Perkembangan {len(items)} indikator belum dapat dibandingkan dengan Tahun {tahun - 1}"
    bagian = [f"{kata.count(p)} {p}" for p in PERKEMBANGAN if p in kata]
    return f"Dari {len(items)} indikator, {', '.join(bagian)} dibandingkan Tahun {tahun - 1}"


def _describe_change(item: IndikatorHasil) -> str:
    if item.lalu is None or item.lalu.perkembangan is None:
        return ""
    if item.lalu.satuan_perubahan == "poin":
        beda = f"{format_angka(item.lalu.perubahan, 2, tanda_plus=True)} poin"
    else:
        beda = format_persen(item.lalu.perubahan, tanda_plus=True)
    return f"{item.lalu.perkembangan.capitalize()} ({beda}) dibandingkan {item.lalu.tahun}"


def _make_panel(item: IndikatorHasil, years: Sequence[TahunHasil], tahun: Sequence[int], desimal: int) -> Panel:
    kosong = {t: TahunHasil(tahun=t, target=None, realisasi=None, capaian=None) for t in tahun}
    ada = kosong | {t.tahun: t for t in years}
    titik = [_make_point(item, ada[t], desimal) for t in tahun]
    satuan = "" if item.satuan in {"%", "persen"} else item.satuan
    rinci = " · ".join(teks for teks in (satuan.capitalize() or "Persen", _describe_change(item)) if teks)
    return Panel(kode=item.kode, nama=item.nama, rinci=rinci, titik=tuple(titik))


def _make_point(item: IndikatorHasil, t: TahunHasil, desimal: int) -> Titik:
    satuan = "%" if item.satuan in {"%", "persen"} else ""
    baris = [
        f"{t.tahun}: realisasi {print_nilai(t.realisasi, item.satuan, desimal)}",
        f"Target {print_nilai(t.target, item.satuan, desimal)}",
        f"Capaian {format_persen(t.capaian)}",
        *([t.catatan.capitalize()] if t.catatan else []),
    ]
    return Titik(t.target, t.realisasi, print_nilai(t.realisasi, satuan, desimal), make_hover(item.nama, *baris))


def _describe_item(item: IndikatorHasil, years: Sequence[TahunHasil], desimal: int) -> str:
    deret = ", ".join(f"{t.tahun} {print_nilai(t.realisasi, '', desimal)}" for t in years)
    return f"{item.nama} ({item.satuan}): {deret}"


def _list_columns(tahun: Sequence[int]) -> tuple[Kolom, ...]:
    nama = (Kolom(judul="Indikator", lebar=2.6), Kolom(judul="Satuan"))
    return nama + tuple(Kolom(judul=str(t), rata="kanan", lebar=1.1) for t in tahun)


def _list_cells(item: IndikatorHasil, years: Sequence[TahunHasil], tahun: Sequence[int], desimal: int) -> list[Isi]:
    ada = {t.tahun: t for t in years}
    sel = [name_cell(item), make_cell(item.satuan)]
    for t in tahun:
        isi = ada.get(t)
        nyata = print_nilai(isi.realisasi, desimal=desimal) if isi else KOSONG
        sel.append(make_cell(nyata))
    return sel
