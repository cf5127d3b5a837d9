"""Where did the money go? Pagu, realisasi and sisa by program, sasaran or urusan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.baris import Batang, Lajur, add_key, draw_rows, make_axes
from lakip_lib.charts.kerangka import SUMBER_UANG, make_cell, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.teks import print_periode
from lakip_lib.charts.tema import PAGU, PRIMARY
from lakip_lib.formats import format_angka, format_persen, format_ringkas, format_rupiah, format_uang
from lakip_lib.measures.hasil import Hasil, KelompokAnggaran

Jenis = Literal["program", "sasaran", "urusan"]
MAKS = 7  # more categories than this stand under headings of their urusan
PENUNJANG = "penunjang"
LANGKAH = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def plot_anggaran_program(hasil: Hasil) -> Gambar | None:
    """Pagu and realisasi of each program in rupiah; programs of several urusan stand under their urusan.

    None where there is no budget.
    """
    return plot_anggaran_kelompok(hasil, "program")


def plot_anggaran_kelompok(hasil: Hasil, jenis: Jenis) -> Gambar | None:
    """Pagu (light) and realisasi (primary) of each program, sasaran or urusan, with percent and sisa in words.

    None where there is no budget of that kind.
    """
    grup = [k for k in hasil.rincian.kelompok if k.jenis == jenis]
    if not grup or all(k.pagu == 0 and k.realisasi_anggaran == 0 for k in grup):
        return None
    ujung = max(max(k.pagu, k.realisasi_anggaran) for k in grup)
    susunan = draw_rows(_list_rows(hasil, grup, jenis), ("Pagu", "Realisasi"), ujung)
    add_key(susunan, [(PAGU, "Pagu"), (PRIMARY, "Realisasi")])
    total = hasil.anggaran_total
    judul = f"Pagu dan realisasi anggaran per {jenis}, {print_periode(hasil)}"
    seen = f"{format_persen(total.persen)} anggaran terserap; sisa {format_ringkas(total.sisa)}"
    tick, satuan = list_money_ticks(ujung)
    anak = f"Pagu, realisasi, dan sisa per {jenis}, {print_periode(hasil)} ({satuan})"
    layout = make_layout((seen, anak), susunan.tinggi, atas=20, **make_axes(susunan, ujung, tick))
    id_gambar = make_id("G-anggaran", jenis)
    return make_gambar(
        "G-anggaran",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. {seen}. " + "; ".join(_describe(k) for k in grup) + ".",
        tabel=make_table(id_gambar, judul, _list_columns(jenis), [_list_cells(k) for k in grup]),
        sumber=SUMBER_UANG,
    )


def list_money_ticks(ujung: Decimal) -> tuple[list[tuple[float, str]], str]:
    """At most five round ticks from zero, and their unit: "miliar rupiah", "juta rupiah" or "rupiah"."""
    satuan, nama = next(
        ((Decimal(n), teks) for n, teks in ((10**9, "miliar rupiah"), (10**6, "juta rupiah")) if ujung >= 2 * n),
        (Decimal(1), "rupiah"),
    )
    kasar = ujung / 4
    pangkat = Decimal(10) ** kasar.adjusted()
    langkah = next(pangkat * n for n in LANGKAH if pangkat * n >= kasar)
    banyak = int(ujung // langkah)
    return [(float(langkah * n), format_angka((langkah * n / satuan).normalize())) for n in range(banyak + 1)], nama


def _list_rows(hasil: Hasil, grup: Sequence[KelompokAnggaran], jenis: Jenis) -> list[Lajur]:
    kepala = _list_headings(hasil, grup) if jenis == "program" and len(grup) > MAKS else {}
    return [
        Lajur(
            kode="" if k.kode == PENUNJANG else k.kode,
            nama=k.uraian,
            rinci=" · ".join((_print_spent(k), f"sisa {format_ringkas(k.sisa)}")),
            batang=(
                Batang(k.pagu, PAGU, _describe_hover(k), tebal=1.0),
                Batang(k.realisasi_anggaran, PRIMARY, _describe_hover(k), tebal=0.5),
            ),
            angka=format_persen(k.persen),
            kepala=kepala.get(k.kode, ""),
        )
        for k in grup
    ]


def _print_spent(k: KelompokAnggaran) -> str:
    return f"{format_ringkas(k.realisasi_anggaran)} dari {format_ringkas(k.pagu)}"


def _list_headings(hasil: Hasil, grup: Sequence[KelompokAnggaran]) -> dict[str, str]:
    """For the first program of each urusan: the name of that urusan."""
    urusan = [k for k in hasil.rincian.kelompok if k.jenis == "urusan"]
    kepala: dict[str, str] = {}
    for induk in urusan:
        awal = next((k.kode for k in grup if k.kode.startswith(f"{induk.kode}.")), None)
        if awal is not None:
            kepala[awal] = f"{induk.kode} {induk.uraian}"
    return kepala


def _describe_hover(k: KelompokAnggaran) -> str:
    return make_hover(
        f"{k.kode} {k.uraian}",
        f"Pagu: {format_rupiah(k.pagu)}",
        f"Realisasi: {format_rupiah(k.realisasi_anggaran)} ({format_persen(k.persen)})",
        f"Sisa: {format_rupiah(k.sisa)}",
    )


def _describe(k: KelompokAnggaran) -> str:
    return (
        f"{k.uraian}: pagu {format_ringkas(k.pagu)}, realisasi {format_ringkas(k.realisasi_anggaran)} "
        f"({format_persen(k.persen)}), sisa {format_ringkas(k.sisa)}"
    )


def _list_columns(jenis: Jenis) -> tuple[Kolom, ...]:
    return (
        Kolom(judul=jenis.capitalize(), lebar=3),
        Kolom(judul="Pagu (Rp)", rata="desimal", lebar=1.6),
        Kolom(judul="Realisasi (Rp)", rata="desimal", lebar=1.6),
        Kolom(judul="Sisa (Rp)", rata="desimal", lebar=1.5),
        Kolom(judul="%", rata="desimal", lebar=0.8),
    )


def _list_cells(k: KelompokAnggaran) -> list[Isi]:
    nama = k.uraian if k.kode == PENUNJANG else f"{k.kode} {k.uraian}"
    uang = (format_uang(k.pagu), format_uang(k.realisasi_anggaran), format_uang(k.sisa), format_angka(k.persen, 2))
    return [make_cell(nama), *(make_cell(teks) for teks in uang)]
