"""How far did each indikator come? All indikator of the agency on the bands of its scale."""

from collections.abc import Sequence
from decimal import Decimal

from lakip_lib.blok import Gambar
from lakip_lib.charts.baris import Batang, Lajur, add_key, draw_rows, make_axes
from lakip_lib.charts.indikator import (
    BATAS_SUMBU,
    KOLOM_CAPAIAN,
    describe_capaian,
    find_warna,
    list_catatan,
    list_cells,
    list_ticks,
    pick_end,
)
from lakip_lib.charts.kerangka import SUMBER, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.teks import print_alasan, print_nilai, print_periode, print_realisasi
from lakip_lib.charts.tema import tint
from lakip_lib.formats import KOSONG, format_persen
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil

LUAR_SKALA = "Belum dapat dinilai"


def plot_capaian(hasil: Hasil) -> Gambar | None:
    """Capaian (%) of every indikator, in order of sasaran, over the tinted bands of the scale with the 100 % ink line.

    Bars beyond the axis are cut with a marked break, their value printed; what could not be assessed shows "–" and
    why. None where the agency has no indikator.
    """
    items = hasil.indikator
    if not items:
        return None
    skala = hasil.rincian.skala
    ujung = pick_end([item.capaian for item in items])
    susunan = draw_rows(_list_rows(hasil, ujung), ("Capaian",), ujung)
    butir = [(p.warna, f"{p.label} {p.interval}") for p in reversed(skala)]
    add_key(susunan, butir)
    judul = f"Capaian kinerja seluruh indikator, {print_periode(hasil)}"
    layout = make_layout(
        (describe_count(hasil), _describe_axis(hasil, ujung, items)),
        susunan.tinggi,
        atas=20,
        **make_axes(susunan, ujung, list_ticks(ujung)),
    )
    id_gambar = make_id("G-capaian")
    return make_gambar(
        "G-capaian",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. {describe_count(hasil)}. " + "; ".join(describe_capaian(hasil, i) for i in items) + ".",
        tabel=make_table(id_gambar, judul, KOLOM_CAPAIAN, [list_cells(hasil, i) for i in items], list_catatan(items)),
        sumber=SUMBER,
    )


def describe_count(hasil: Hasil) -> str:
    """What is seen: "7 dari 16 indikator mencapai atau melampaui target"."""
    total = hasil.instansi_capaian
    if total.dinilai == 0:
        return f"Belum ada yang dapat dinilai dari {total.jumlah} indikator"
    sisa = total.jumlah - total.dinilai
    ekor = f"; {sisa} belum dapat dinilai" if sisa else ""
    return f"{total.tercapai} dari {total.jumlah} indikator mencapai atau melampaui target{ekor}"


def _describe_axis(hasil: Hasil, ujung: Decimal, items: Sequence[IndikatorHasil]) -> str:
    putus = any(item.capaian is not None and item.capaian > ujung for item in items)
    ekor = f"; batang bertanda // melampaui {BATAS_SUMBU}%" if putus else ""
    return f"Capaian terhadap target (%), {print_periode(hasil)}; garis tegak = target 100%{ekor}"


def _list_rows(hasil: Hasil, ujung: Decimal) -> list[Lajur]:
    items, skala = hasil.indikator, hasil.rincian.skala
    pita = tuple(
        (float(p.batas_bawah or 0), float(ujung if p.batas_atas is None else p.batas_atas), tint(p.warna))
        for p in skala
        if p.batas_atas is None or p.batas_atas > 0
    )
    sebelum = [None, *(item.sasaran for item in items)]
    return [
        Lajur(
            kode=item.kode,
            nama=item.nama,
            batang=(Batang(item.capaian, find_warna(skala, item.kategori) or "#FFFFFF", _describe_hover(hasil, item)),),
            angka=format_persen(item.capaian) + ("*" if item.sementara and item.capaian is not None else ""),
            kata=item.kategori or "",
            pita=pita,
            garis=(100.0,),
            kosong=print_alasan(item.alasan) if item.capaian is None else "",
            pisah=lama is not None and lama != item.sasaran,
        )
        for item, lama in zip(items, sebelum, strict=False)
    ]


def _describe_hover(hasil: Hasil, item: IndikatorHasil) -> str:
    desimal = desimal_of(hasil.get_rincian(item.kode))
    return make_hover(
        item.nama,
        f"Target: {print_nilai(item.target, item.satuan, desimal)}",
        f"Realisasi: {print_realisasi(item, desimal)}",
        f"Capaian: {format_persen(item.capaian)} ({item.kategori or KOSONG})",
    )
