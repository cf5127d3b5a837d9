"""Comparison with national and like standards (T3.4)."""

from lakip_lib.blok import Baris, Tabel
from lakip_lib.formats import KOSONG
from lakip_lib.istilah import Agregasi, Arah, is_setahun
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, Standar
from lakip_lib.tables.capaian import TANPA_INDIKATOR
from lakip_lib.tables.sel import (
    Catatan,
    figure,
    kolom,
    make_id,
    nilai_cell,
    number,
    plain_nilai,
    row,
    say_empty,
    say_kini,
    say_name,
    settle,
    text,
)

TANPA_STANDAR = "Belum terdapat standar nasional untuk indikator ini."
LINGKUP_LABEL = {"nasional": "Nasional", "provinsi": "Provinsi", "sejenis": "Daerah sejenis"}


def tabulate_standar(hasil: Hasil, sasaran: str) -> Tabel:
    """T3.4 of one sasaran: realisasi beside national and like standards; an indikator without one says so."""
    cols = kolom(
        ("Indikator kinerja (satuan)", "kiri", 4.2),
        (f"Realisasi {say_kini(hasil)}", "desimal", 0.5),
        ("Nilai", "desimal", 0.5),
        ("Tahun", "tengah", 0.5),
        ("Lingkup dan sumber", "kiri", 3.4),
        ("Selisih", "desimal", 0.5),
        ("Posisi", "kiri", 0.7),
    )
    items = hasil.list_indikator(sasaran)
    baris = tuple(b for item in items for b in _make_standards(hasil, item))
    catatan = Catatan()
    catatan.add("Selisih adalah realisasi dikurangi standar, dalam satuan indikator.")
    if not is_setahun(hasil.periode) and any(i.standar and i.agregasi is Agregasi.JUMLAH for i in items):
        catatan.add("Realisasi yang dijumlahkan belum setahun, sehingga belum disandingkan dengan standar setahun.")
    if any(item.arah is Arah.MIN for item in items):
        catatan.add("Untuk indikator makin rendah makin baik, selisih negatif berarti lebih baik daripada standar.")
    return Tabel(
        id=make_id("T3.4", sasaran),
        kode="T3.4",
        judul=f"Perbandingan Realisasi Sasaran {sasaran} Tahun {hasil.tahun} dengan Standar Nasional",
        kolom=settle(cols, baris),
        baris=baris or say_empty(cols, TANPA_INDIKATOR),
        kepala_atas=(("", 2), ("Standar", 3), ("", 2)),
        catatan=catatan.list() if any(item.standar for item in items) else (),
    )


def _make_standards(hasil: Hasil, item: IndikatorHasil) -> tuple[Baris, ...]:
    rincian = hasil.get_rincian(item.kode)
    if item.standar is None:
        sel = nilai_cell(hasil, item, "realisasi")
        return (row(text(say_name(item)), sel, text(TANPA_STANDAR, lebar=5)),)
    jalur = f"indikator/{item.kode}/standar"
    utama = row(
        text(say_name(item)),
        nilai_cell(hasil, item, "realisasi"),
        nilai_cell(hasil, item, "standar/nilai"),
        figure(hasil, f"{jalur}/tahun"),
        text(_say_lingkup(item.standar)),
        figure(hasil, f"{jalur}/selisih"),
        figure(hasil, f"{jalur}/posisi"),
    )
    lain = [
        row(
            text(say_name(item)),
            nilai_cell(hasil, item, "realisasi"),
            plain_nilai(s.nilai, rincian),
            text(s.tahun),
            text(_say_lingkup(s)),
            number(s.selisih, tanda=True),
            text(s.posisi),
        )
        for s in rincian.standar_lain
    ]
    return (utama, *lain)


def _say_lingkup(standar: Standar) -> str:
    lingkup = LINGKUP_LABEL.get(standar.lingkup or "nasional", standar.lingkup or KOSONG)
    jenis = f"{lingkup}, {standar.jenis_standar}" if standar.jenis_standar else lingkup
    return f"{jenis}: {standar.sumber}" if standar.sumber else jenis
