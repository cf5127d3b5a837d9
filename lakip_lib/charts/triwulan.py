"""How did the year go? Target and realisasi of each quarter, one panel an indikator."""

from collections.abc import Sequence

from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.indikator import find_desimal, name_cell
from lakip_lib.charts.kerangka import SUMBER, make_cell, make_gambar, make_hover, make_id, make_table
from lakip_lib.charts.panel import Panel, Titik, draw_panels
from lakip_lib.charts.teks import print_nilai, print_periode
from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.istilah import TW_LABEL
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, TriwulanHasil, TriwulanSasaran
from lakip_lib.measures.triwulan import find_terakhir, is_dipantau

SETAHUN = "diukur sekali setahun"
BELUM = "belum ada data triwulan"


def plot_triwulan(hasil: Hasil, sasaran: str) -> Gambar | None:
    """Realisasi of each quarter as bars with the quarter's target as a short ink line; quarters not yet due show "–".

    None where no indikator of the sasaran is measured by quarter.
    """
    items = [(i, _list_quarters(hasil, i), find_desimal(hasil, i)) for i in hasil.list_indikator(sasaran)]
    cacah = next((t for t in hasil.rincian.triwulan if t.kode == sasaran), None)
    if cacah is None or not cacah.dipantau:
        return None
    judul = f"Target dan realisasi per triwulan, sasaran {sasaran}, {print_periode(hasil)}"
    seen = _describe(cacah)
    berbeda = [(i.kode, c) for i, *_ in items if (c := hasil.get_rincian(i.kode).catatan_triwulan)]
    anak = "Realisasi tiap triwulan menurut satuannya; garis mendatar pendek = target; – = tidak ada data"
    anak += "".join(f"; {kode}: isian triwulan tidak menghasilkan angka setahun" for kode, _ in berbeda)
    catatan = " ".join(f"{kode}: {teks}" for kode, teks in berbeda)
    figur = draw_panels([_make_panel(*isi) for isi in items], list(TW_LABEL.values()), (seen, anak), "batang")
    id_gambar = make_id("G-triwulan", sasaran)
    return make_gambar(
        "G-triwulan",
        id_gambar,
        judul,
        figur,
        alt=f"{judul}. {seen}. " + "; ".join(_describe_item(*isi) for isi in items) + f". {catatan}".rstrip(),
        tabel=make_table(id_gambar, judul, _list_columns(), [_list_cells(*isi) for isi in items], catatan),
        sumber=SUMBER,
    )


def _describe(cacah: TriwulanSasaran) -> str:
    awal = f"{cacah.dipantau} dari {cacah.jumlah} indikator dipantau tiap triwulan"
    if not cacah.terbaca:
        return awal
    return f"{awal}; {cacah.memenuhi} di antaranya memenuhi target s.d. triwulan terakhir"


def _list_quarters(hasil: Hasil, item: IndikatorHasil) -> tuple[TriwulanHasil, ...]:
    tw = next((r.triwulan for r in hasil.rincian.indikator if r.kode == item.kode), ())
    ada = {t.periode: t for t in tw}
    kosong = {"target": None, "realisasi": None, "capaian": None}
    sd = {f"sd_{nama}": None for nama in kosong}
    return tuple(ada.get(kode) or TriwulanHasil(periode=kode, **kosong, **sd) for kode in ("TW1", "TW2", "TW3", "TW4"))


def _describe_total(item: IndikatorHasil, tw: Sequence[TriwulanHasil], desimal: int) -> str:
    akhir = find_terakhir(tw)
    if akhir is None:
        return BELUM
    angka = (akhir.sd_realisasi, akhir.sd_target)
    nilai = " dari target ".join(print_nilai(teks, item.satuan, desimal) for teks in angka)
    capaian = f" ({format_persen(akhir.sd_capaian)})" if akhir.sd_capaian is not None else ""
    return f"s.d. {TW_LABEL[akhir.periode.lower()]} {nilai}{capaian}"


def _make_panel(item: IndikatorHasil, tw: Sequence[TriwulanHasil], desimal: int) -> Panel:
    if not is_dipantau(tw):
        return Panel(kode=item.kode, nama=item.nama, rinci=f"{KOSONG} {SETAHUN}", titik=(), catatan=SETAHUN)
    rinci = _describe_total(item, tw, desimal)
    titik = tuple(_make_point(item, t, desimal) for t in tw)
    return Panel(kode=item.kode, nama=item.nama, rinci=rinci[0].upper() + rinci[1:], titik=titik)


def _make_point(item: IndikatorHasil, t: TriwulanHasil, desimal: int) -> Titik:
    hover = make_hover(
        item.nama,
        f"{TW_LABEL[t.periode.lower()]}: realisasi {print_nilai(t.realisasi, item.satuan, desimal)}",
        f"Target {print_nilai(t.target, item.satuan, desimal)}",
        f"Capaian {format_persen(t.capaian)}; s.d. triwulan ini {format_persen(t.sd_capaian)}",
    )
    satuan = "%" if item.satuan in {"%", "persen"} else ""
    return Titik(t.target, t.realisasi, print_nilai(t.realisasi, satuan, desimal), hover)


def _describe_item(item: IndikatorHasil, tw: Sequence[TriwulanHasil], desimal: int) -> str:
    if not is_dipantau(tw):
        return f"{item.nama}: {SETAHUN}"
    deret = ", ".join(f"{TW_LABEL[t.periode.lower()]} {print_nilai(t.realisasi, '', desimal)}" for t in tw)
    return f"{item.nama} ({item.satuan}): {deret}; {_describe_total(item, tw, desimal)}"


def _list_columns() -> tuple[Kolom, ...]:
    tw = [Kolom(judul=f"{h} {label}", rata="kanan", lebar=0.9) for label in TW_LABEL.values() for h in ("T", "R")]
    return (Kolom(judul="Indikator", lebar=2.6), *tw, Kolom(judul="Capaian s.d. (%)", rata="desimal", lebar=1.1))


def _list_cells(item: IndikatorHasil, tw: Sequence[TriwulanHasil], desimal: int) -> list[Isi]:
    akhir = find_terakhir(tw)
    sel = [make_cell(print_nilai(nilai, desimal=desimal)) for t in tw for nilai in (t.target, t.realisasi)]
    return [name_cell(item), *sel, make_cell(format_angka(akhir.sd_capaian if akhir else None, 2))]
