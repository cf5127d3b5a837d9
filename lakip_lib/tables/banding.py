"""Comparisons: with earlier years, with the Renstra's end (T3.2, T3.3)."""

from collections.abc import Sequence

from lakip_lib.blok import Baris, Isi, Run, Tabel
from lakip_lib.istilah import Agregasi, is_setahun
from lakip_lib.measures.desimal import desimal_of
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, IndikatorRincian
from lakip_lib.measures.rumus import is_stabil
from lakip_lib.tables.capaian import TANPA_INDIKATOR
from lakip_lib.tables.sel import (
    Catatan,
    figure,
    kolom,
    make_id,
    make_run,
    nilai_cell,
    number,
    plain_nilai,
    row,
    say_alasan,
    say_empty,
    say_kini,
    say_name,
    say_periode,
    settle,
    text,
)

CATATAN_STABIL = (
    "Untuk indikator makin dekat target makin baik, kemajuan dan sisa diukur dari batas terdekat target beserta pita "
    "toleransinya: kemajuan dari awal adalah bagian jarak pada kondisi awal yang sudah tertutup, paling tinggi 100, dan "
    "realisasi di luar batas itu, kurang ataupun lebih, perlu penyesuaian."
)
CATATAN_SEBAGIAN = (
    "Realisasi yang dijumlahkan baru memuat sebagian triwulan, sehingga kemajuan dari awal dan sisanya dinyatakan pada "
    "akhir tahun."
)
KEMAJUAN_NEGATIF = "Kemajuan menurut rumus bernilai negatif dan dicetak 0,00."
TAHUN_MUNDUR = 5


def tabulate_lintas_tahun(hasil: Hasil, sasaran: str) -> Tabel:
    """T3.2 of one sasaran: five years of realisasi and, below it, of capaian as far as known, and the change."""
    tahun = range(hasil.tahun - TAHUN_MUNDUR + 1, hasil.tahun + 1)
    cols = kolom(
        ("Indikator kinerja", "kiri", 3.2),
        ("Ukuran", "kiri", 1.4),
        *((str(t), "kanan", 1.0) for t in tahun[:-1]),
        (say_kini(hasil), "kanan", 1.0),
        ("Perubahan realisasi", "kiri", 1.3),
    )
    catatan = Catatan()
    baris = tuple(b for item in hasil.list_indikator(sasaran) for b in _make_years(hasil, item, catatan))
    if not is_setahun(hasil.periode):
        catatan.add(
            f"Angka {hasil.tahun} adalah keadaan {say_periode(hasil)}, sedangkan angka tahun sebelumnya adalah keadaan "
            "setahun penuh; realisasi yang dijumlahkan belum diperbandingkan."
        )
    catatan.add(
        f"Perubahan adalah pertumbuhan realisasi {hasil.tahun} terhadap {hasil.tahun - 1}; untuk satuan persen dan "
        "pembanding nol dinyatakan dalam poin. Membaik, tetap, atau memburuk menyatakan realisasi, bukan capaian. "
        "Capaian tahun sebelumnya dihitung dengan rumus tahun ini, sepanjang targetnya tersedia."
    )
    return Tabel(
        id=make_id("T3.2", sasaran),
        kode="T3.2",
        judul=f"Realisasi dan Capaian Sasaran {sasaran} Tahun {tahun[0]}–{hasil.tahun}",
        kolom=cols,
        baris=baris or say_empty(cols, TANPA_INDIKATOR),
        catatan=catatan.list(),
        sumber="Laporan kinerja tahun-tahun sebelumnya dan isian unit kerja, diolah",
        urut=False,
    )


def _make_years(hasil: Hasil, item: IndikatorHasil, catatan: Catatan) -> tuple[Baris, Baris]:
    rincian = hasil.get_rincian(item.kode)
    jalur = f"indikator/{item.kode}"
    sel: list[Isi] = []
    for tahun in rincian.lintas_tahun[:-1]:
        tanda = (catatan.mark(_sentence(tahun.catatan)),) if tahun.catatan else ()
        dari_lalu = item.lalu is not None and item.lalu.tahun == tahun.tahun and item.lalu.realisasi == tahun.realisasi
        if dari_lalu:
            sel.append(nilai_cell(hasil, item, "lalu/realisasi", *tanda))
        else:
            sel.append(plain_nilai(tahun.realisasi, rincian, *tanda))
    kosong = (catatan.mark(say_alasan(item, rincian)),) if item.realisasi is None else ()
    tanpa_lalu: tuple[Run, ...] = ()
    if item.lalu and item.lalu.realisasi is not None and item.lalu.capaian is None:
        tanpa_lalu = (
            catatan.mark(f"Target tahun {item.lalu.tahun} tidak tersedia, sehingga capaiannya tidak dihitung."),
        )
    atas = row(
        text(item.nama, tinggi=2),
        text(f"Realisasi ({item.satuan})" if item.satuan else "Realisasi"),
        *sel,
        nilai_cell(hasil, item, "realisasi", *kosong),
        _make_change(hasil, item),
    )
    bawah = row(
        text("Capaian (%)"),
        *(number(tahun.capaian) for tahun in rincian.lintas_tahun[:-2]),
        figure(hasil, f"{jalur}/lalu/capaian", "", *tanpa_lalu),
        figure(hasil, f"{jalur}/capaian"),
    )
    return atas, bawah


def _sentence(teks: str) -> str:
    bersih = teks.strip()
    return f"{bersih[:1].upper()}{bersih[1:].rstrip('.')}."


def _make_change(hasil: Hasil, item: IndikatorHasil) -> Isi:
    """How realisasi changed and whether that is better, over both rows of the indikator: "+3,49% (membaik)"."""
    jalur, lalu = f"indikator/{item.kode}/lalu", item.lalu
    ada = lalu is not None and lalu.perubahan is not None
    besar = make_run(hasil, f"{jalur}/perubahan", "perubahan" if ada else "")
    if lalu is None or lalu.perkembangan is None:
        return Isi(isi=(besar,), tinggi=2)
    kata = make_run(hasil, f"{jalur}/perkembangan")
    return Isi(isi=(besar, Run(teks=" ("), kata, Run(teks=")")) if ada else (kata,), tinggi=2)


def tabulate_kemajuan(hasil: Hasil, sasaran: str) -> Tabel:
    """T3.3 of one sasaran: progress to the Renstra's end; both readings where a baseline gives the second."""
    items = hasil.list_indikator(sasaran)
    rincian = {item.kode: hasil.get_rincian(item.kode) for item in items}
    dua = any(r.renstra_dari_awal is not None for r in rincian.values())
    akhir = next((item.renstra.tahun for item in items if item.renstra), None)
    cols = kolom(
        ("Indikator kinerja (satuan)", "kiri", 5.0),
        (f"akhir, {akhir}" if akhir else "akhir", "desimal", 1.0),
        (f"tahun {hasil.tahun}", "desimal", 1.0),
        (f"Realisasi s.d. {say_kini(hasil).removeprefix('s.d. ')}", "desimal", 1.0),
        *(
            (("atas target", "desimal", 1.0), ("dari awal", "desimal", 1.0))
            if dua
            else (("Kemajuan (%)", "desimal", 1.0),)
        ),
        ("Sisa", "desimal", 0.9),
        ("Status", "kiri", 1.2),
    )
    catatan = Catatan()
    baris = tuple(_make_progress(hasil, item, catatan, dua=dua) for item in items)
    _note_progress(hasil, items, catatan, dua=dua)
    return Tabel(
        id=make_id("T3.3", sasaran),
        kode="T3.3",
        judul=f"Kemajuan Sasaran {sasaran} terhadap Target Akhir Renstra" + (f" Tahun {akhir}" if akhir else ""),
        kolom=settle(cols, baris),
        baris=baris or say_empty(cols, TANPA_INDIKATOR),
        kepala_atas=(
            ("", 1),
            ("Target Renstra", 2),
            ("", 1),
            ("Kemajuan (%)" if dua else "", 2 if dua else 1),
            ("", 2),
        ),
        catatan=catatan.list(),
        sumber="Renstra perangkat daerah dan isian unit kerja, diolah",
    )


def _make_progress(hasil: Hasil, item: IndikatorHasil, catatan: Catatan, *, dua: bool) -> Baris:
    rincian = hasil.get_rincian(item.kode)
    jalur = f"indikator/{item.kode}/renstra"
    pakai_rasio = hasil.pengaturan.get("kemajuan_renstra", "rasio") == "rasio"
    lantai = [KEMAJUAN_NEGATIF] if rincian.renstra_negatif and (dua or pakai_rasio) else []
    tanda = catatan.mark_all([*_list_gaps(hasil, item, dua=dua), *lantai])
    pilihan = figure(hasil, f"{jalur}/kemajuan")
    dari_awal, rasio = number(rincian.renstra_dari_awal), number(rincian.renstra_rasio)
    kemajuan = (pilihan, dari_awal) if pakai_rasio else (rasio, pilihan)
    return row(
        text(say_name(item), *tanda),
        nilai_cell(hasil, item, "renstra/target"),
        plain_nilai(rincian.renstra_target_tahun, rincian),
        _make_realisasi(hasil, item),
        *(kemajuan if dua else (pilihan,)),
        _make_left(rincian),
        figure(hasil, f"{jalur}/status"),
    )


def _list_gaps(hasil: Hasil, item: IndikatorHasil, *, dua: bool) -> list[str]:
    """Why cells of a progress row are empty."""
    rincian = hasil.get_rincian(item.kode)
    if item.renstra is None:
        return ["Target akhir Renstra belum ditetapkan."]
    if item.realisasi is None:
        return [say_alasan(item, rincian)]
    gaps = ["Kemajuan tidak dapat dihitung."] if item.renstra.kemajuan is None else []
    if rincian.renstra_sisa is None and not _lacks_way(hasil, item):
        kata = "kemajuan dari awal dan sisanya" if dua else "sisanya"
        gaps.append(f"Target akhir atau realisasi tidak berupa satu angka, sehingga {kata} tidak dihitung.")
    elif dua and rincian.renstra_dari_awal is None and rincian.kondisi_awal is None:
        gaps.append("Kondisi awal Renstra tidak tersedia, sehingga kemajuan dari awal tidak dihitung.")
    elif dua and rincian.renstra_dari_awal is None and not _lacks_way(hasil, item):
        gaps.append(
            "Kondisi awal tidak memberi jarak terhadap target akhir, sehingga kemajuan dari awal tidak dihitung."
        )
    if rincian.renstra_target_tahun is None:
        gaps.append(f"Target Renstra {hasil.tahun} tidak tersedia, sehingga status belum dapat ditentukan.")
    return gaps


def _make_left(rincian: IndikatorRincian) -> Isi:
    """What is left to the end target, with the decimals of its indikator, or up to two of its own."""
    if rincian.renstra_sisa is None:
        return text(None)
    sendiri = len(format(rincian.renstra_sisa, "f").partition(".")[2])
    return number(rincian.renstra_sisa, max(desimal_of(rincian), min(sendiri, 2)))


def _make_realisasi(hasil: Hasil, item: IndikatorHasil) -> Isi:
    """Realisasi to date: that of a cumulative target is the sum since the Renstra began."""
    rincian = hasil.get_rincian(item.kode)
    if rincian.renstra_realisasi in (None, item.realisasi):
        return nilai_cell(hasil, item, "realisasi")
    return plain_nilai(rincian.renstra_realisasi, rincian)


def _lacks_way(hasil: Hasil, item: IndikatorHasil) -> bool:
    """Whether a sum of some quarters has neither progress from the baseline nor what is left."""
    sebagian = item.agregasi is Agregasi.JUMLAH and not is_setahun(hasil.periode)
    punya = item.renstra is not None and item.realisasi is not None
    return sebagian and punya and hasil.get_rincian(item.kode).renstra_sisa is None


def _note_progress(hasil: Hasil, items: Sequence[IndikatorHasil], catatan: Catatan, *, dua: bool) -> None:
    kapan = "sampai dengan tahun laporan" if is_setahun(hasil.periode) else say_periode(hasil)
    kalimat = f"Kemajuan membandingkan realisasi {kapan} dengan target akhir Renstra"
    if dua:
        kalimat += "; kemajuan dari awal menghitungnya sejak kondisi awal Renstra"
    arti = f"Status sesuai jalur berarti target Renstra tahun {hasil.tahun} telah tercapai"
    if not is_setahun(hasil.periode):
        arti = f"Status dinyatakan pada akhir tahun karena target Renstra {hasil.tahun} berlaku untuk setahun penuh"
    catatan.add(f"{kalimat}. {arti}.")
    if any(_lacks_way(hasil, item) for item in items):
        catatan.add(CATATAN_SEBAGIAN)
    if any(is_stabil(item.arah, item.metode) for item in items):
        catatan.add(CATATAN_STABIL)
