"""Achievement: the scale, target against realisasi, quarters, counts (T3.0, T3.1, T3.1q, T3.10)."""

from collections.abc import Sequence
from decimal import Decimal

from lakip_lib.blok import Baris, Isi, Run, Tabel
from lakip_lib.formats import KOSONG, format_angka, format_persen
from lakip_lib.istilah import AGREGASI_LABEL, STATUS_LABEL, TW_LABEL, Status
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, RekapHasil
from lakip_lib.rujukan import find_nilai
from lakip_lib.tables.sel import (
    Catatan,
    figure,
    kategori_cell,
    kolom,
    make_id,
    make_run,
    nilai_cell,
    number,
    plain_nilai,
    row,
    say_alasan,
    say_empty,
    say_periode,
    settle,
    text,
)

KOLOM_CAPAIAN = kolom(
    ("No.", "tengah", 0.5),
    ("Indikator kinerja", "kiri", 6.0),
    ("Satuan", "kiri", 1.0),
    ("Target", "desimal", 1.2),
    ("Realisasi", "desimal", 1.2),
    ("Capaian (%)", "desimal", 1.0),
    ("Kategori", "kiri", 1.5),
    ("Status target", "kiri", 1.5),
)
TANPA_INDIKATOR = "Belum ada indikator untuk sasaran ini."
CATATAN_SEMENTARA = "Angka sementara."


def tabulate_skala(hasil: Hasil) -> Tabel:
    """T3.0: the rating scale in use, highest band first, each with its square."""
    baris = tuple(
        row(text(n), text(pita.interval), Isi(isi=(Run(teks=pita.label),), kotak=pita.warna))
        for n, pita in enumerate(reversed(hasil.rincian.skala), 1)
    )
    return Tabel(
        id="T3.0",
        kode="T3.0",
        judul="Skala Peringkat Capaian Kinerja",
        kolom=kolom(("No.", "tengah", 0.5), ("Interval capaian (%)", "kiri", 2), ("Kategori", "kiri", 2)),
        baris=baris,
        urut=False,
    )


def tabulate_capaian(hasil: Hasil, sasaran: str) -> Tabel:
    """T3.1 of one sasaran: its indikator and the row "Rata-rata"; columns as KOLOM_CAPAIAN."""
    catatan = Catatan()
    items = hasil.list_indikator(sasaran)
    baris = tuple(_make_row(hasil, item, n, catatan) for n, item in enumerate(items, 1))
    if not baris:
        return _make_capaian(hasil, sasaran, say_empty(KOLOM_CAPAIAN, TANPA_INDIKATOR), catatan)
    jalur = f"sasaran/{sasaran}"
    rata = _make_mean(hasil, jalur, "Rata-rata capaian sasaran", status=True)
    _note_mean(hasil, jalur, catatan, items)
    return _make_capaian(hasil, sasaran, (*baris, rata), catatan)


def tabulate_capaian_instansi(hasil: Hasil) -> Tabel:
    """T3.1 of the whole agency: sasaran as group rows with their means, all indikator, and the agency's mean."""
    catatan = Catatan()
    baris: list[Baris] = []
    nomor = 0
    for sasaran in hasil.sasaran:
        jalur = f"sasaran/{sasaran.kode}"
        baris.append(_make_mean(hasil, jalur, f"{sasaran.kode} {sasaran.uraian}", status=True, gaya="sub"))
        for item in hasil.list_indikator(sasaran.kode):
            nomor += 1
            baris.append(_make_row(hasil, item, nomor, catatan))
    cara = {"sasaran": "rata-rata sasaran", "indikator": "rata-rata indikator"}[hasil.instansi_capaian.cara]
    baris.append(_make_mean(hasil, "instansi_capaian", f"Capaian kinerja instansi ({cara})", status=False))
    _note_mean(hasil, "instansi_capaian", catatan, hasil.indikator)
    return _make_capaian(hasil, "", tuple(baris), catatan)


def _make_capaian(hasil: Hasil, sasaran: str, baris: tuple[Baris, ...], catatan: Catatan) -> Tabel:
    siapa = f"Sasaran {sasaran}" if sasaran else "Seluruh Sasaran"
    return Tabel(
        id=make_id("T3.1", sasaran),
        kode="T3.1",
        judul=f"Target, Realisasi, dan Capaian Kinerja {siapa} {say_periode(hasil)}",
        kolom=settle(KOLOM_CAPAIAN, baris),
        baris=baris,
        catatan=catatan.list(),
        sumber="Isian unit kerja, diolah",
        urut=bool(sasaran),
    )


def _make_row(hasil: Hasil, item: IndikatorHasil, nomor: int, catatan: Catatan) -> Baris:
    rincian = hasil.get_rincian(item.kode)
    jalur = f"indikator/{item.kode}"
    notes = [t for t in rincian.catatan if not t.lower().startswith("angka sementara")]
    if item.capaian is None:
        notes.append(say_alasan(item, rincian))
    penuh = next((t for t in rincian.catatan if t.lower().startswith("angka sementara")), CATATAN_SEMENTARA)
    bintang = (catatan.mark(penuh, "*"),) if item.sementara else ()
    return row(
        text(nomor),
        text(item.nama, *catatan.mark_all(notes)),
        text(item.satuan),
        nilai_cell(hasil, item, "target"),
        nilai_cell(hasil, item, "realisasi", *bintang),
        figure(hasil, f"{jalur}/capaian"),
        kategori_cell(hasil, f"{jalur}/kategori"),
        figure(hasil, f"{jalur}/status", "singkat"),
    )


def _make_mean(hasil: Hasil, jalur: str, judul: str, *, status: bool, gaya: str = "total") -> Baris:
    return row(
        text(judul, lebar=5),
        figure(hasil, f"{jalur}/capaian"),
        kategori_cell(hasil, f"{jalur}/kategori"),
        figure(hasil, f"{jalur}/status", "singkat") if status else Isi(),
        gaya=gaya,
    )


def _note_mean(hasil: Hasil, jalur: str, catatan: Catatan, items: Sequence[IndikatorHasil]) -> None:
    """What went into a mean: how many could be assessed, the cap, and the mean without it."""
    catatan.add(*_say_hitungan(hasil, jalur))
    batas_saja = sum(item.capaian is None and item.capaian_rerata is not None for item in items)
    if batas_saja:
        catatan.add(f"Rata-rata juga memuat {batas_saja} indikator tanpa capaian tercetak, sebesar batas capaian.")
    mentah, capaian = (find_nilai(hasil, f"{jalur}/{nama}") for nama in ("capaian_mentah", "capaian"))
    if mentah is None:
        return
    berbeda = ("; tanpa pembatasan, rata-ratanya ", make_run(hasil, f"{jalur}/capaian_mentah", "persen"))
    catatan.add(_say_batas(hasil), *(berbeda if mentah != capaian else ()), ".")


def _say_hitungan(hasil: Hasil, jalur: str) -> tuple[str | Run, ...]:
    """How many indikator could be assessed and reached their target; one alone is the only one."""
    nama = ("dinilai", "tercapai", "jumlah")
    (n, kena, semua) = (find_nilai(hasil, f"{jalur}/{x}") for x in nama)
    dinilai, tercapai, jumlah = (make_run(hasil, f"{jalur}/{x}") for x in nama)
    capai = "mencapai atau melampaui target." if kena else "belum mencapai target."
    if not n:
        return (
            ("Satu-satunya indikator belum dapat dinilai.",)
            if semua == 1
            else ("Tidak satu pun dari ", jumlah, " indikator dapat dinilai.")
        )
    if semua == 1:
        return (f"Satu-satunya indikator dapat dinilai{' dan' if kena else ', tetapi'} {capai}",)
    if n == 1:
        return "Hanya ", dinilai, " dari ", jumlah, " indikator yang dapat dinilai, dan indikator itu ", capai
    awal = (dinilai, " dari ", jumlah, " indikator dapat dinilai, ")
    if not kena:
        return *awal, "tidak satu pun mencapai target."
    return (*awal, "semuanya ", capai) if kena == n else (*awal, tercapai, " di antaranya ", capai)


def _say_batas(hasil: Hasil) -> str:
    batas = str(hasil.pengaturan.get("batas_capaian", "tanpa"))
    if batas == "tanpa":
        return "Dalam rata-rata, capaian negatif dihitung nol dan tidak ada batas atas"
    return f"Dalam rata-rata, setiap capaian dihitung paling rendah 0% dan paling tinggi {format_persen(Decimal(batas), None)}"


def tabulate_triwulan(hasil: Hasil, sasaran: str) -> Tabel:
    """T3.1q of one sasaran: target, realisasi, capaian of each quarter and of the whole period, a line for each."""
    catatan = Catatan()
    items = hasil.list_indikator(sasaran)
    cols = kolom(
        ("Indikator kinerja", "kiri", 3.4),
        ("Satuan", "kiri", 1.0),
        ("Ukuran", "kiri", 1.2),
        *((label, "kanan", 1.0) for label in TW_LABEL.values()),
        (_say_kelompok(hasil), "kanan", 1.1),
    )
    baris = tuple(b for item in items for b in _make_quarters(hasil, item, catatan)) or say_empty(cols, TANPA_INDIKATOR)
    catatan.add("– berarti triwulan itu tidak diukur atau belum diisi.")
    cara = sorted({AGREGASI_LABEL[item.agregasi] for item in items})
    if cara:
        catatan.add(
            f"Angka kolom {_say_kelompok(hasil)} diperoleh dengan {' atau '.join(cara)} sesuai jenis indikatornya, "
            "kecuali bila unit menuliskan sendiri angkanya."
        )
    return Tabel(
        id=make_id("T3.1q", sasaran),
        kode="T3.1q",
        judul=f"Target, Realisasi, dan Capaian per Triwulan Sasaran {sasaran} {say_periode(hasil)}",
        kolom=cols,
        baris=baris,
        catatan=catatan.list(),
        sumber="Isian unit kerja, diolah",
        urut=False,
    )


def _say_kelompok(hasil: Hasil) -> str:
    return "Setahun" if hasil.periode == "tahunan" else f"s.d. {TW_LABEL[hasil.periode.lower()]}"


def _make_quarters(hasil: Hasil, item: IndikatorHasil, catatan: Catatan) -> tuple[Baris, ...]:
    rincian = hasil.get_rincian(item.kode)
    tw = rincian.triwulan
    tanda = (catatan.mark(rincian.catatan_triwulan),) if rincian.catatan_triwulan else ()
    return (
        row(
            text(item.nama, *tanda, tinggi=3),
            text(item.satuan, tinggi=3),
            text("Target"),
            *(plain_nilai(t.target, rincian) for t in tw),
            nilai_cell(hasil, item, "target"),
        ),
        row(
            text("Realisasi"),
            *(plain_nilai(t.realisasi, rincian) for t in tw),
            nilai_cell(hasil, item, "realisasi"),
        ),
        row(
            text("Capaian (%)"),
            *(number(t.capaian) for t in tw),
            figure(hasil, f"indikator/{item.kode}/capaian"),
        ),
    )


def tabulate_rekap(hasil: Hasil) -> Tabel:
    """T3.10: how many indikator by kategori and by status, and their share of all."""
    baris: list[Baris] = []
    warna = {pita.label: pita.warna for pita in hasil.rincian.skala}
    for jenis in ("kategori", "status"):
        milik = [item for item in hasil.rincian.rekap if item.jenis == jenis]
        baris.append(row(text(f"Menurut {jenis}", lebar=3), gaya="sub"))
        baris += [_make_rekap(item, warna) for item in milik]
        jumlah = sum(item.jumlah for item in milik)
        total = text(format_angka(100, 2) if jumlah else KOSONG)
        baris.append(row(text("Jumlah"), figure(hasil, "instansi_capaian/jumlah"), total, gaya="total"))
    return Tabel(
        id="T3.10",
        kode="T3.10",
        judul=f"Rekapitulasi Capaian Indikator Kinerja {say_periode(hasil)}",
        kolom=kolom(("Kelompok", "kiri", 3), ("Jumlah indikator", "kanan", 1.3), ("Bagian (%)", "desimal", 1.2)),
        baris=tuple(baris),
        catatan=((Run(teks="Bagian dihitung terhadap seluruh indikator, termasuk yang belum dapat dinilai."),),),
        urut=False,
    )


def _make_rekap(item: RekapHasil, warna: dict[str, str]) -> Baris:
    label = STATUS_LABEL[Status(item.label)] if item.label in set(Status) else item.label
    kotak = warna.get(label) if item.jenis == "kategori" else None
    return row(Isi(isi=(Run(teks=label),), kotak=kotak), text(item.jumlah), number(item.persen))
