"""Will the Renstra be met? How near each indikator of a sasaran is to its end target."""

from collections.abc import Sequence

from lakip_lib.blok import Gambar, Isi, Kolom
from lakip_lib.charts.baris import Batang, Lajur, draw_rows, make_axes
from lakip_lib.charts.indikator import BATAS_SUMBU, KOLOM_NAMA, list_ticks, name_cell, nilai_cell, pick_end
from lakip_lib.charts.kerangka import SUMBER, make_cell, make_gambar, make_hover, make_id, make_layout, make_table
from lakip_lib.charts.teks import print_alasan, print_kini, print_nilai, print_periode
from lakip_lib.charts.tema import PAGU, PALE, PRIMARY
from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.istilah import Alasan
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, Renstra

SESUAI = "sesuai jalur"
Pasangan = tuple[IndikatorHasil, Renstra]


def plot_renstra(hasil: Hasil, sasaran: str) -> Gambar | None:
    """Kemajuan (%) of each indikator of a sasaran towards the Renstra's end target (ink line at 100), with its status.

    None where no indikator of the sasaran has an end target.
    """
    items = [(i, i.renstra) for i in hasil.list_indikator(sasaran) if i.renstra and i.renstra.target is not None]
    if not items:
        return None
    ujung = pick_end([renstra.kemajuan for _, renstra in items])
    susunan = draw_rows([_make_row(hasil, i, r) for i, r in items], ("Kemajuan",), ujung)
    akhir = items[0][1].tahun
    judul = f"Kemajuan menuju target akhir Renstra Tahun {akhir}, sasaran {sasaran}"
    seen = _describe(items)
    putus = any(r.kemajuan is not None and r.kemajuan > ujung for _, r in items)
    anak = f"Kemajuan {print_periode(hasil)} (%); garis tegak = target akhir Tahun {akhir}"
    anak += f"; batang bertanda // melampaui {BATAS_SUMBU}%" if putus else ""
    layout = make_layout((seen, anak), susunan.tinggi, atas=20, **make_axes(susunan, ujung, list_ticks(ujung)))
    id_gambar = make_id("G-renstra", sasaran)
    return make_gambar(
        "G-renstra",
        id_gambar,
        judul,
        {"data": susunan.traces, "layout": layout},
        alt=f"{judul}. {seen}. " + "; ".join(_describe_item(i, r) for i, r in items) + ".",
        tabel=make_table(
            id_gambar,
            judul,
            _list_columns(_say_kini(hasil, items), akhir),
            [_list_cells(hasil, i, r) for i, r in items],
        ),
        sumber=SUMBER,
    )


def _describe(items: Sequence[Pasangan]) -> str:
    terbaca = [r for _, r in items if r.status is not None]
    if not terbaca:
        dihitung = sum(r.kemajuan is not None for _, r in items)
        return f"Kemajuan {dihitung} dari {len(items)} indikator dapat dihitung"
    sesuai = sum(r.status == SESUAI for r in terbaca)
    return f"{sesuai} dari {len(items)} indikator sesuai jalur menuju target akhir Renstra"


def _describe_item(item: IndikatorHasil, renstra: Renstra) -> str:
    return f"{item.nama} {format_persen(renstra.kemajuan)}{_say_status(item, renstra)}"


def _say_gap(item: IndikatorHasil, renstra: Renstra) -> str:
    """Why there is no kemajuan; a target that this period lacks is no reason, the realisasi is."""
    if renstra.kemajuan is not None:
        return ""
    tanpa = item.realisasi is None and item.alasan is Alasan.TARGET_KOSONG
    return print_alasan(Alasan.REALISASI_KOSONG if tanpa else item.alasan)


def _say_status(item: IndikatorHasil, renstra: Renstra) -> str:
    kata = renstra.status or _say_gap(item, renstra)
    return f" ({kata})" if kata else ""


def _say_kini(hasil: Hasil, items: Sequence[Pasangan]) -> str:
    """The head over realisasi: "2025", or "s.d. 2025" as soon as one of them adds up the years."""
    kini = print_kini(hasil)
    menumpuk = any(hasil.get_rincian(item.kode).renstra_dijumlah for item, _ in items)
    return f"s.d. {kini}" if menumpuk and not kini.startswith("s.d. ") else kini


def _make_row(hasil: Hasil, item: IndikatorHasil, renstra: Renstra) -> Lajur:
    rincian, kini = hasil.get_rincian(item.kode), _say_kini(hasil, [(item, renstra)])
    angka = (rincian.renstra_realisasi, renstra.target)
    nyata, akhir = (print_nilai(teks, item.satuan, desimal_of(rincian)) for teks in angka)
    nyata += "*" if item.sementara else ""
    hover = make_hover(
        item.nama,
        f"Realisasi {kini}: {nyata}",
        f"Target akhir {renstra.tahun}: {akhir}",
        f"Kemajuan: {format_persen(renstra.kemajuan)}",
        (renstra.status or "").capitalize(),
    )
    return Lajur(
        kode=item.kode,
        nama=item.nama,
        rinci=f"Realisasi {kini}: {nyata} · Target {renstra.tahun}: {akhir}",
        batang=(Batang(renstra.kemajuan, PRIMARY if renstra.status in {SESUAI, None} else PAGU, hover),),
        angka=format_persen(renstra.kemajuan),
        kata=(renstra.status or "").capitalize(),
        pita=((0.0, float(BATAS_SUMBU), PALE),),
        garis=(100.0,),
        kosong=_say_gap(item, renstra),
    )


def _list_columns(kini: str, akhir: int) -> tuple[Kolom, ...]:
    return (
        KOLOM_NAMA,
        Kolom(judul="Satuan"),
        Kolom(judul=f"Realisasi {kini}", rata="kanan"),
        Kolom(judul=f"Target {akhir}", rata="kanan"),
        Kolom(judul="Kemajuan (%)", rata="desimal"),
        Kolom(judul="Status", lebar=1.4),
    )


def _list_cells(hasil: Hasil, item: IndikatorHasil, renstra: Renstra) -> list[Isi]:
    awal, rincian = f"indikator/{item.kode}", hasil.get_rincian(item.kode)
    nyata = make_cell(print_nilai(rincian.renstra_realisasi, desimal=desimal_of(rincian)))
    return [
        name_cell(item),
        make_cell(item.satuan),
        nilai_cell(hasil, item, "realisasi") if rincian.renstra_realisasi == item.realisasi else nyata,
        nilai_cell(hasil, item, "renstra/target"),
        make_cell(format_angka(renstra.kemajuan, 2), f"{awal}/renstra/kemajuan"),
        make_cell((renstra.status or KOSONG).capitalize()),
    ]
