"""Were the targets met? Target against realisasi of each indikator of a sasaran, on a scale of its own."""

from decimal import Decimal

from lakip_lib.blok import Gambar
from lakip_lib.charts.baris import Batang, Lajur, draw_rows, make_axes
from lakip_lib.charts.indikator import (
    BATAS_SUMBU,
    KOLOM_CAPAIAN,
    describe_capaian,
    list_catatan,
    list_cells,
    pick_end,
    print_status,
)
from lakip_lib.charts.kerangka import SUMBER, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.teks import parse_nilai, print_alasan, print_nilai, print_periode, print_realisasi
from lakip_lib.charts.tema import PALE, STATUS_WARNA
from lakip_lib.formats import format_persen
from lakip_lib.istilah import ARAH_LABEL, PERINGKAT_OPINI, PERINGKAT_PREDIKAT, Arah, Status
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, SasaranHasil

PENUH = Decimal(100)
STATUS_SINGKAT = {
    Status.MELAMPAUI: "Melampaui",
    Status.MENCAPAI: "Mencapai",
    Status.BELUM: "Belum",
    Status.TAK_DINILAI: "",
}


def plot_target(hasil: Hasil, sasaran: str) -> Gambar | None:
    """Realisasi of each indikator of a sasaran beside its target, lengths in parts of that indikator's target.

    The target is the ink line, the same place in every row; a range is a line at each edge. T, R and capaian stand in
    words. None where the sasaran has no indikator.
    """
    items = hasil.list_indikator(sasaran)
    if not items:
        return None
    posisi = [place_realisasi(item) for item in items]
    ujung = pick_end([letak for letak, _ in posisi])
    lajur = [_make_row(hasil, i, *letak) for i, letak in zip(items, posisi, strict=True)]
    susunan = draw_rows(lajur, ("Realisasi",), ujung)
    induk = hasil.get_sasaran(sasaran)
    judul = f"Target dan realisasi indikator sasaran {sasaran}, {print_periode(hasil)}"
    putus = f"; batang bertanda // melampaui {BATAS_SUMBU}%" if any((p or 0) > ujung for p, _ in posisi) else ""
    anak = f"Panjang batang: realisasi terhadap target tiap indikator (%); garis tegak = target{putus}"
    layout = make_layout(
        (describe_sasaran(induk), anak),
        susunan.tinggi,
        atas=4,
        **make_axes(susunan, ujung, []),
    )
    id_gambar = make_id("G-target", sasaran)
    baris = [list_cells(hasil, item) for item in items]
    return make_gambar(
        "G-target",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. {describe_sasaran(induk)}. " + "; ".join(describe_capaian(hasil, i) for i in items) + ".",
        tabel=make_table(id_gambar, judul, KOLOM_CAPAIAN, baris, list_catatan(items)),
        sumber=SUMBER,
    )


def describe_sasaran(item: SasaranHasil) -> str:
    """What is seen: "3 dari 4 indikator mencapai atau melampaui target; rata-rata capaian 99,47%"."""
    if item.capaian is None:
        return f"Belum ada yang dapat dinilai dari {item.jumlah} indikator"
    awal = f"{item.tercapai} dari {item.jumlah} indikator mencapai atau melampaui target"
    return f"{awal}; rata-rata capaian {format_persen(item.capaian)}"


def place_realisasi(item: IndikatorHasil) -> tuple[Decimal | None, tuple[float, ...]]:
    """Where the realisasi ends and where the target lines stand, the target's (upper) edge being 100.

    Letters stand by their rank. With a target of zero there is no scale: realisasi zero lies on the line, any other
    value beyond the axis.
    """
    target, nyata = to_scale(item.target), to_scale(item.realisasi)
    if target is None or target[1] < 0:
        return None, ()
    if target[1] == 0:
        letak = None if nyata is None else Decimal(0) if nyata[1] == 0 else BATAS_SUMBU + 1
        return letak, (0.0,)
    garis = tuple(dict.fromkeys(float(t / target[1] * PENUH) for t in target))
    return None if nyata is None else max(nyata[1] / target[1] * PENUH, Decimal(0)), garis


def to_scale(teks: str | None) -> tuple[Decimal, Decimal] | None:
    """The edges of a canonical text; letters without a score by their rank."""
    urutan = PERINGKAT_OPINI if teks in {"WTP", "WDP", "TMP"} else PERINGKAT_PREDIKAT
    if teks in urutan:
        return Decimal(urutan[teks]), Decimal(urutan[teks])
    return parse_nilai(teks)


def _make_row(hasil: Hasil, item: IndikatorHasil, letak: Decimal | None, garis: tuple[float, ...]) -> Lajur:
    desimal = desimal_of(hasil.get_rincian(item.kode))
    target, nyata = print_nilai(item.target, item.satuan, desimal), print_realisasi(item, desimal)
    arah = "" if item.arah == Arah.MAX else f" · {ARAH_LABEL[item.arah]}"
    hover = make_hover(
        item.nama,
        f"Target: {target}",
        f"Realisasi: {nyata}",
        f"Capaian: {format_persen(item.capaian)}",
        print_status(item),
    )
    return Lajur(
        kode=item.kode,
        nama=item.nama,
        rinci=f"Target {target} · Realisasi {nyata}{arah}",
        batang=(Batang(letak, STATUS_WARNA[item.status], hover),),
        angka=format_persen(item.capaian),
        kata=STATUS_SINGKAT[item.status],
        pita=((0.0, float(BATAS_SUMBU), PALE),),
        garis=garis,
        kosong=print_alasan(item.alasan) if letak is None else "",
    )
