"""A rich, invented `Hasil` that display and document tests share: 5 sasaran, 16 indikator of all kinds, three urusan.

`make_hasil()` is the whole year 2025; `make_hasil("TW2")` the same agency half a year in, later quarters missing.
Nothing here is computed by lakip's own measures, so that a fault there cannot hide in its consumers' tests.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lakip_lib.formats import round_half_up
from lakip_lib.istilah import STATUS_LABEL, Agregasi, Alasan, Arah, Metode, Status
from lakip_lib.measures.hasil import (
    AnggaranHasil,
    AnggaranRincian,
    AnggaranTotal,
    EfisiensiHasil,
    Hasil,
    IndikatorHasil,
    IndikatorRincian,
    InstansiCapaian,
    KelompokAnggaran,
    KuadranHasil,
    Lalu,
    PitaHasil,
    RekapHasil,
    Renstra,
    Rincian,
    SasaranHasil,
    Standar,
    Sumber,
    TahunHasil,
    TriwulanHasil,
)
from lakip_lib.measures.kuadran import BACAAN
from lakip_lib.measures.triwulan import count_triwulan

TAHUN, AKHIR, BATAS = 2025, 2026, Fraction(120)
PITA = (
    ("Sangat Rendah", None, "50", "≤ 50", "#B2182B"),
    ("Rendah", "50", "65", "> 50 s.d. 65", "#EF8A62"),
    ("Sedang", "65", "75", "> 65 s.d. 75", "#E6C65C"),
    ("Tinggi", "75", "90", "> 75 s.d. 90", "#7FB6D6"),
    ("Sangat Tinggi", "90", None, "> 90", "#2166AC"),
)
SASARAN = (
    ("S1", "Meningkatnya kematangan sistem pemerintahan berbasis elektronik"),
    ("S2", "Meningkatnya keterbukaan dan kualitas informasi publik"),
    ("S3", "Meningkatnya ketersediaan data statistik sektoral yang mutakhir"),
    ("S4", "Meningkatnya keamanan informasi pemerintah daerah"),
    ("S5", "Meningkatnya akuntabilitas kinerja perangkat daerah"),
)
# kode, nama, satuan, arah, metode, agregasi, target, realisasi, capaian as an exact fraction text or None
INDIKATOR = (
    ("IKU-1.1", "Indeks Sistem Pemerintahan Berbasis Elektronik", "indeks", "max", "MAX", "akhir",
     "2.75", "2.81", "28100/275"),
    ("IKU-1.2", "Persentase perangkat daerah yang terhubung dengan jaringan intra pemerintah", "%", "max", "MAX",
     "akhir", "90", "81", "90"),
    ("IKU-1.3", "Waktu pemulihan gangguan jaringan", "jam", "min", "MIN-A", "tertinggi", "14", "16", "1200/14"),
    ("IKU-1.4", "Jumlah layanan publik digital yang terintegrasi", "layanan", "max", "MAX", "jumlah",
     "10", "42", "420"),
    ("IKU-2.1", "Jumlah konten informasi publik yang disebarluaskan", "konten", "max", "MAX", "jumlah",
     "100", "105", "105"),
    ("IKU-2.2", "Persentase masyarakat yang mengetahui kebijakan dan program prioritas pemerintah daerah melalui "
     "kanal resmi", "%", "max", "MAX", "rata", "75", "61.5", "82"),
    ("IKU-2.3", "Waktu tanggap pengaduan masyarakat", "hari", "min", "RANGE", "rata", "7-8", "6.5", "1500/14"),
    ("IKU-2.4", "Predikat keterbukaan informasi publik", "predikat", "max", "ORD", "akhir", "BB", "A", "120"),
    ("IKU-3.1", "Indeks Pembangunan Statistik", "indeks", "max", "MAX", "akhir", "2.60", None, None),
    ("IKU-3.2", "Persentase data statistik sektoral yang dirilis tepat waktu", "%", "max", "MAX", "terendah",
     "80", "48", "60"),
    ("IKU-3.3", "Dokumen metadata statistik sektoral", "dokumen", "max", "BIN", "akhir", "1", "1", "100"),
    ("IKU-4.1", "Jumlah insiden kebocoran data", "insiden", "min", "MIN-A", "jumlah", "0", "0", "100"),
    ("IKU-4.2", "Nilai Indeks Keamanan Informasi", "nilai", "max", "MAX", "akhir", "450", "312", "31200/450"),
    ("IKU-4.3", "Keterisian kapasitas pusat data", "%", "stabil", "STAB", "rata", "60", "66", "95"),
    ("IK-5.1", "Nilai akuntabilitas kinerja perangkat daerah", "predikat", "max", "ORD", "akhir",
     "BB (70.01)", "B (65.30)", "653000/7001"),
    ("IK-5.2", "Keterlambatan penyampaian laporan kinerja triwulanan", "hari", "min", "MIN-A", "akhir",
     "7", "15", "-100/7"),
)  # fmt: skip
# realisasi 2021 … 2024 (None: no figure that year), Renstra targets 2021 … 2026, kemajuan, on track
RIWAYAT: dict[str, tuple[Sequence[str | None], Sequence[str], str | None, bool | None]] = {
    "IKU-1.1": (("2.10", "2.28", "2.41", "2.54"), ("2.20", "2.35", "2.50", "2.60", "2.75", "3.10"), "90.65", True),
    "IKU-1.2": (("62", None, "74", "78"), ("60", "68", "76", "84", "90", "100"), "81.00", False),
    "IKU-1.3": (("22", "20", "19", "18"), ("20", "18", "17", "15", "14", "10"), "40.00", False),
    "IKU-1.4": ((None, None, "4", "9"), ("2", "4", "6", "8", "10", "12"), "350.00", True),
    "IKU-2.1": (("60", "72", "81", "90"), ("60", "70", "80", "90", "100", "120"), "87.50", True),
    "IKU-2.2": (("55", "57.5", "60", "64"), ("55", "60", "65", "70", "75", "80"), "76.88", False),
    "IKU-2.3": (("9", "8.5", "8", "7"), ("9-10", "8-9", "8-9", "7-8", "7-8", "6-7"), "100.00", True),
    "IKU-2.4": (("CC", "B", "B", "B"), ("CC", "B", "B", "BB", "BB", "A"), "100.00", True),
    "IKU-3.1": ((None, None, None, "2.40"), ("2.00", "2.20", "2.40", "2.50", "2.60", "3.00"), None, None),
    "IKU-3.2": (("20", "35", "52", "55"), ("30", "45", "60", "70", "80", "90"), "53.33", False),
    "IKU-3.3": ((None, None, "1", "1"), ("1", "1", "1", "1", "1", "1"), "100.00", True),
    "IKU-4.1": (("2", "1", "1", "1"), ("2", "1", "1", "0", "0", "0"), "100.00", True),
    "IKU-4.2": (("190", "215", "260", "298"), ("200", "260", "320", "390", "450", "583"), "53.52", False),
    "IKU-4.3": (("48", "52", "57", "61"), ("50", "55", "55", "60", "60", "65"), "98.46", True),
    "IK-5.1": (("CC (58.20)", "CC (59.90)", "B (61.75)", "B (63.10)"),
               ("CC (55)", "B (60.01)", "B (60.01)", "B (65)", "BB (70.01)", "A (80.01)"), "81.61", False),
    "IK-5.2": (("5", "6", None, "9"), ("10", "9", "8", "7", "7", "5"), "0.00", False),
}  # fmt: skip
# quarters: targets, realisasi; an indikator measured once a year is not here
TRIWULAN: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "IKU-1.2": (("75", "80", "85", "90"), ("76", "78", "80", "81")),
    "IKU-1.3": (("14", "14", "14", "14"), ("12", "15", "16", "13")),
    "IKU-1.4": (("2", "2", "3", "3"), ("5", "9", "12", "16")),
    "IKU-2.1": (("10", "20", "40", "30"), ("12", "18", "45", "30")),
    "IKU-2.2": (("75", "75", "75", "75"), ("58", "60", "63", "65")),
    "IKU-3.2": (("80", "80", "80", "80"), ("48", "55", "60", "70")),
    "IKU-4.1": (("0", "0", "0", "0"), ("0", "0", "0", "0")),
    "IKU-4.3": (("60", "60", "60", "60"), ("68", "67", "65", "64")),
}
CAPAIAN_TW = {  # on its own, up to and including; rounded as printed
    "IKU-1.2": (("101.33", "97.50", "94.12", "90.00"), ("101.33", "97.50", "94.12", "90.00")),
    "IKU-1.3": (("114.29", "92.86", "85.71", "107.14"), ("114.29", "92.86", "85.71", "85.71")),
    "IKU-1.4": (("250.00", "450.00", "400.00", "533.33"), ("250.00", "350.00", "371.43", "420.00")),
    "IKU-2.1": (("120.00", "90.00", "112.50", "100.00"), ("120.00", "100.00", "107.14", "105.00")),
    "IKU-2.2": (("77.33", "80.00", "84.00", "86.67"), ("77.33", "78.67", "80.44", "82.00")),
    "IKU-3.2": (("60.00", "68.75", "75.00", "87.50"), ("60.00", "60.00", "60.00", "60.00")),
    "IKU-4.1": (("100.00", "100.00", "100.00", "100.00"), ("100.00", "100.00", "100.00", "100.00")),
    "IKU-4.3": (("91.67", "93.33", "96.67", "98.33"), ("91.67", "92.50", "94.44", "95.00")),
}
SD_TW = {
    "IKU-1.2": (("75", "80", "85", "90"), ("76", "78", "80", "81")),
    "IKU-1.3": (("14", "14", "14", "14"), ("12", "15", "16", "16")),
    "IKU-1.4": (("2", "4", "7", "10"), ("5", "14", "26", "42")),
    "IKU-2.1": (("10", "30", "70", "100"), ("12", "30", "75", "105")),
    "IKU-2.2": (("75", "75", "75", "75"), ("58", "59", "60.33", "61.5")),
    "IKU-3.2": (("80", "80", "80", "80"), ("48", "48", "48", "48")),
    "IKU-4.1": (("0", "0", "0", "0"), ("0", "0", "0", "0")),
    "IKU-4.3": (("60", "60", "60", "60"), ("68", "67.5", "66.67", "66")),
}
STANDAR = {
    "IKU-1.1": ("2024", "3.12", "nasional", "rata-rata", "-0.31", "90.06", "belum setara"),
    "IKU-2.4": ("2024", "BB", "provinsi", "rata-rata", None, None, "lebih baik"),
    "IKU-4.2": ("2025", "280", "nasional", "ambang", "32.00", "111.43", "memenuhi"),
}
# leaf lines: kode, uraian, pagu murni, pagu perubahan (the one of record), realisasi, sasaran
ANGGARAN = (
    ("2", "urusan", "Urusan Pemerintahan Wajib yang Tidak Berkaitan dengan Pelayanan Dasar"),
    ("2.16", "bidang_urusan", "Urusan Pemerintahan Bidang Komunikasi dan Informatika"),
    ("2.16.01", "program", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"),
    ("2.16.01.2.01", "kegiatan", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah"),
    ("2.16.01.2.01.0006", "sub_kegiatan", "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi "
     "Kinerja SKPD", 70_000_000, 62_500_000, 60_125_400, "S5"),
    ("2.16.01.2.02", "kegiatan", "Administrasi Keuangan Perangkat Daerah"),
    ("2.16.01.2.02.0001", "sub_kegiatan", "Penyediaan Gaji dan Tunjangan ASN", 3_310_000_000, 3_254_870_000,
     2_941_377_215, "penunjang"),
    ("2.16.02", "program", "Program Informasi dan Komunikasi Publik"),
    ("2.16.02.2.01", "kegiatan", "Pengelolaan Informasi dan Komunikasi Publik Pemerintah Daerah Kabupaten/Kota"),
    ("2.16.02.2.01.0017", "sub_kegiatan", "Pelayanan Informasi Publik", 420_000_000, 401_250_000, 377_812_300, "S2"),
    ("2.16.02.2.01.0020", "sub_kegiatan", "Kemitraan dengan Pemangku Kepentingan", 655_000_000, 655_000_000,
     598_440_000, "S2"),
    ("2.16.03", "program", "Program Aplikasi Informatika"),
    ("2.16.03.2.02", "kegiatan", "Pengelolaan e-Government di Lingkup Pemerintah Daerah Kabupaten/Kota"),
    ("2.16.03.2.02.0011", "sub_kegiatan", "Penyelenggaraan Jaringan Intra Pemerintah Daerah", 1_180_000_000,
     1_240_500_000, 1_102_918_750, "S1"),
    ("2.16.03.2.02.0014", "sub_kegiatan", "Pengembangan Aplikasi dan Proses Bisnis Pemerintahan Berbasis Elektronik",
     300_000_000, 312_000_000, 296_400_000, "S1"),
    ("2.20", "bidang_urusan", "Urusan Pemerintahan Bidang Statistik"),
    ("2.20.02", "program", "Program Penyelenggaraan Statistik Sektoral"),
    ("2.20.02.2.01", "kegiatan", "Penyelenggaraan Statistik Sektoral di Lingkup Daerah Kabupaten/Kota"),
    ("2.20.02.2.01.0002", "sub_kegiatan", "Peningkatan Kapasitas Sumber Daya Manusia Statistik Sektoral",
     145_000_000, 145_000_000, 68_730_000, "S3"),
    ("2.21", "bidang_urusan", "Urusan Pemerintahan Bidang Persandian"),
    ("2.21.02", "program", "Program Penyelenggaraan Persandian untuk Pengamanan Informasi"),
    ("2.21.02.2.01", "kegiatan", "Penyelenggaraan Persandian untuk Pengamanan Informasi Pemerintah Daerah"),
    ("2.21.02.2.01.0004", "sub_kegiatan", "Pelaksanaan Keamanan Informasi Pemerintahan Daerah Berbasis Elektronik",
     210_000_000, 198_000_000, 195_030_000, "S4"),
)  # fmt: skip
LEVEL_KELOMPOK = {"bidang_urusan": "urusan", "program": "program"}


def find_kategori(capaian: Decimal | None) -> str | None:
    """The band of PITA that a printed capaian falls in."""
    if capaian is None:
        return None
    return next(label for label, _, atas, _, _ in PITA if atas is None or capaian <= Decimal(atas))


def mean(values: Sequence[Decimal | None]) -> Decimal | None:
    """The mean of what is there, rounded to two digits; None where nothing is."""
    ada = [Fraction(v) for v in values if v is not None]
    return round_half_up(sum(ada, Fraction(0)) / len(ada)) if ada else None


def find_status(capaian: Decimal | None) -> Status:
    """Where a printed capaian stands against 100."""
    if capaian is None:
        return Status.TAK_DINILAI
    return Status.MELAMPAUI if capaian > 100 else Status.MENCAPAI if capaian == 100 else Status.BELUM


def find_sumber(kode: str, peran: str, sel: str) -> Sumber:
    """An invented source cell."""
    berkas = "perencanaan.xlsx" if peran == "target" else f"isian/{kode[:5].lower().rstrip('.-')}.xlsx"
    return Sumber(peran=peran, berkas=berkas, sha256="0" * 64, lembar="F1 Capaian", sel=sel)


def at_period(row: tuple[str | None, ...], periode: str) -> tuple[str | None, str | None, Fraction | None]:
    """Target, realisasi and exact capaian of an indikator in that periode."""
    kode, target, realisasi, capaian = str(row[0]), row[6], row[7], row[8]
    if periode == "tahunan":
        return target, realisasi, None if capaian is None else Fraction(capaian)
    if kode not in TRIWULAN:
        return target, None, None
    n = int(periode[2]) - 1
    return SD_TW[kode][0][n], SD_TW[kode][1][n], Fraction(CAPAIAN_TW[kode][1][n])


def make_indikator(row: tuple[str | None, ...], periode: str, urut: int) -> IndikatorHasil:
    """The promised figures of one indikator."""
    kode = str(row[0])
    target, realisasi, exact = at_period(row, periode)
    mentah = None if exact is None else round_half_up(exact)
    capaian = None if mentah is None else max(mentah, Decimal("0.00"))
    alasan = None if capaian is not None else Alasan.BELUM_RILIS if kode == "IKU-3.1" else Alasan.REALISASI_KOSONG
    sel = (find_sumber(kode, "target", f"D{urut}"), find_sumber(kode, "realisasi", f"N{urut}"))
    return IndikatorHasil(
        kode=kode,
        sasaran=f"S{kode.split('-')[1][0]}",
        nama=str(row[1]),
        satuan=str(row[2]),
        arah=Arah(row[3]),
        metode=Metode(row[4]),
        agregasi=Agregasi(row[5]),
        target=target,
        realisasi=realisasi,
        sementara=kode == "IKU-4.2" and realisasi is not None,
        capaian=capaian,
        capaian_mentah=mentah,
        capaian_rerata=None if capaian is None else min(capaian, round_half_up(BATAS)),
        kategori=find_kategori(capaian),
        status=find_status(capaian),
        alasan=alasan,
        lalu=make_lalu(row, realisasi),
        renstra=make_renstra(kode, realisasi),
        standar=make_standar(kode),
        sumber=sel,
    )


def to_score(teks: str | None) -> Fraction | None:
    """The number of a canonical text ("2.75", "B (65.30)"), None for letters and ranges."""
    inti = (teks or "").partition("(")[2].rstrip(")") or (teks or "")
    return Fraction(inti) if inti.replace(".", "", 1).isdigit() else None


def make_lalu(row: tuple[str | None, ...], realisasi: str | None) -> Lalu | None:
    """Last year beside this year."""
    kode = str(row[0])
    dulu = RIWAYAT[kode][0][3]
    lama, baru = to_score(dulu), to_score(realisasi)
    beda = satuan = kata = None
    if lama is not None and baru is not None:
        poin = row[2] == "%" or lama == 0
        beda = round_half_up(baru - lama if poin else (baru - lama) / lama * 100)
        satuan = "poin" if poin else "%"
        naik = (beda > 0) == (row[3] != "min")
        kata = "tetap" if beda == 0 else "membaik" if naik else "memburuk"
    capaian = None if dulu is None else Decimal("96.15")
    return Lalu(
        tahun=TAHUN - 1, realisasi=dulu, capaian=capaian, perubahan=beda, satuan_perubahan=satuan, perkembangan=kata
    )


def make_renstra(kode: str, realisasi: str | None) -> Renstra:
    """Progress to the end of the Renstra."""
    _, target, kemajuan, sesuai = RIWAYAT[kode]
    if realisasi is None:
        kemajuan = sesuai = None
    status = None if sesuai is None else "sesuai jalur" if sesuai else "perlu percepatan"
    nilai = None if kemajuan is None else Decimal(kemajuan)
    return Renstra(tahun=AKHIR, target=target[5], kemajuan=nilai, status=status)


def make_standar(kode: str) -> Standar | None:
    """The national standard, where the sample has one."""
    if kode not in STANDAR:
        return None
    tahun, nilai, lingkup, jenis, selisih, rasio, posisi = STANDAR[kode]
    return Standar(
        tahun=int(str(tahun)),
        nilai=str(nilai),
        lingkup=lingkup,
        jenis_standar=jenis,
        sumber="Laporan evaluasi (contoh)",
        selisih=None if selisih is None else Decimal(selisih),
        rasio=None if rasio is None else Decimal(rasio),
        posisi=posisi,
    )


def make_triwulan(item: IndikatorHasil, periode: str) -> tuple[TriwulanHasil, ...]:
    """Four quarters; those after the periode without figures."""
    habis = 4 if periode == "tahunan" else int(periode[2])
    hasil = []
    for n in range(4):
        ada = item.kode in TRIWULAN
        isi = ada and n < habis
        setahun = not ada and n == 3
        hasil.append(
            TriwulanHasil(
                periode=f"TW{n + 1}",
                target=TRIWULAN[item.kode][0][n] if ada else item.target if setahun else None,
                realisasi=TRIWULAN[item.kode][1][n] if isi else item.realisasi if setahun else None,
                capaian=Decimal(CAPAIAN_TW[item.kode][0][n]) if isi else item.capaian if setahun else None,
                sd_target=SD_TW[item.kode][0][n] if ada else item.target if setahun else None,
                sd_realisasi=SD_TW[item.kode][1][n] if isi else item.realisasi if setahun else None,
                sd_capaian=Decimal(CAPAIAN_TW[item.kode][1][n]) if isi else item.capaian if setahun else None,
            )
        )
    return tuple(hasil)


def make_tahun(item: IndikatorHasil) -> tuple[TahunHasil, ...]:
    """Five years, the reported one last."""
    riwayat, target, _, _ = RIWAYAT[item.kode]
    lama = [
        TahunHasil(
            tahun=2021 + n,
            target=target[n],
            realisasi=nilai,
            capaian=None if nilai is None else Decimal("96.15"),
            capaian_tercetak=None if nilai is None else Decimal("96.2"),
            catatan="belum diukur" if nilai is None else None,
        )
        for n, nilai in enumerate(riwayat)
    ]
    kini = TahunHasil(tahun=TAHUN, target=item.target, realisasi=item.realisasi, capaian=item.capaian)
    return (*lama, kini)


def list_catatan(item: IndikatorHasil) -> tuple[str, ...]:
    """The footnotes of an indikator."""
    semua = (
        (item.sementara, "angka sementara"),
        (item.capaian_mentah is not None and item.capaian_mentah < 0, "capaian negatif dicetak nol"),
        (item.capaian_rerata != item.capaian, "dibatasi 120% dalam rata-rata"),
        (item.metode == Metode.ORD, "predikat diubah menjadi angka"),
    )
    return tuple(teks for berlaku, teks in semua if berlaku)


def make_rincian(item: IndikatorHasil, periode: str) -> IndikatorRincian:
    """Everything else of one indikator."""
    target = RIWAYAT[item.kode][1]
    triwulan = make_triwulan(item, periode)
    return IndikatorRincian(
        kode=item.kode,
        jenis=item.kode.split("-")[0],
        desimal=len((item.target or "").partition(".")[2].rstrip(")")),
        definisi=f"Ukuran {item.nama[0].lower()}{item.nama[1:]} selama satu tahun anggaran.",
        formula="Realisasi dibagi target",
        sumber_data="Laporan bidang (contoh)",
        unit=f"BIDANG-{item.sasaran[1]}",
        pic="Pengelola data (contoh)",
        waktu_rilis="Maret tahun berikutnya" if item.kode == "IKU-3.1" else "Januari",
        kondisi_awal=RIWAYAT[item.kode][0][0],
        tahun_awal=2021,
        pita="±5 %" if item.metode == Metode.STAB else None,
        keterangan_rumus=f"Metode {item.metode}: realisasi {item.realisasi} terhadap target {item.target}",
        catatan=list_catatan(item),
        alasan_unit="Rilis resmi belum terbit" if item.alasan else None,
        status_data="belum rilis" if item.alasan else "sementara" if item.sementara else "final",
        pembilang=None,
        penyebut=None,
        target_versi={"renstra": target[4], "pk": target[4]},
        target_triwulan=(triwulan[0].target, triwulan[1].target, triwulan[2].target, triwulan[3].target),
        target_renstra={2021 + n: nilai for n, nilai in enumerate(target)},
        triwulan=triwulan,
        lintas_tahun=make_tahun(item),
        renstra_rasio=item.renstra.kemajuan if item.renstra else None,
        renstra_dari_awal=None,
        renstra_target_tahun=target[4],
        renstra_realisasi=item.realisasi,
        renstra_sisa=None,
    )


def sum_lines(kode: str = "", sasaran: str | None = None) -> tuple[Decimal, Decimal, Decimal, Decimal | None]:
    """Pagu, realisasi, sisa and persen over the leaf lines below kode, or of a sasaran."""
    daun = [r for r in ANGGARAN if len(r) > 3 and r[0].startswith(kode) and sasaran in (None, r[6])]
    pagu, nyata = (Decimal(sum(int(r[n]) for r in daun)) for n in (4, 5))
    return pagu, nyata, pagu - nyata, round_half_up(Fraction(nyata) / Fraction(pagu) * 100) if pagu else None


def with_money(pagu: Decimal, nyata: Decimal, sisa: Decimal, persen: Decimal | None) -> dict[str, Any]:
    """The four money fields by name."""
    return {"pagu": pagu, "realisasi_anggaran": nyata, "sisa": sisa, "persen": persen}


def make_sasaran(kode: str, uraian: str, items: Sequence[IndikatorHasil]) -> SasaranHasil:
    """One sasaran from its indikator."""
    rata, mentah = mean([i.capaian_rerata for i in items]), mean([i.capaian_mentah for i in items])
    pagu, nyata, _, persen = sum_lines(sasaran=kode)
    efisiensi = None if rata is None or persen is None else rata - persen
    kata = None if efisiensi is None else "efisien" if rata and rata >= 100 else "belum dapat dinyatakan efisien"
    return SasaranHasil(
        kode=kode,
        uraian=uraian,
        capaian=rata,
        capaian_mentah=mentah,
        kategori=find_kategori(rata),
        status=find_status(rata),
        dinilai=sum(i.capaian is not None for i in items),
        jumlah=len(items),
        tercapai=sum(i.status in (Status.MELAMPAUI, Status.MENCAPAI) for i in items),
        pagu=pagu,
        realisasi_anggaran=nyata,
        penyerapan=persen,
        efisiensi=efisiensi,
        status_efisiensi=kata,
    )


def make_kuadran(item: SasaranHasil) -> KuadranHasil:
    """The reading of a sasaran's place in the plane."""
    if item.capaian is None or item.penyerapan is None:
        return KuadranHasil(
            kode=item.kode, capaian=item.capaian, penyerapan=item.penyerapan, kuadran=None, bacaan="belum dapat dibaca"
        )
    tinggi, banyak = item.capaian >= 100, item.penyerapan >= 90
    label, bacaan = {
        (True, True): ("I", BACAAN["I"]),
        (True, False): ("II", BACAAN["II"]),
        (False, True): ("III", BACAAN["III"]),
        (False, False): ("IV", BACAAN["IV"]),
    }[tinggi, banyak]
    return KuadranHasil(
        kode=item.kode,
        capaian=item.capaian,
        penyerapan=item.penyerapan,
        kuadran=label,
        bacaan=bacaan,
    )


def make_rekap(items: Sequence[IndikatorHasil]) -> tuple[RekapHasil, ...]:
    """Counts by kategori (lowest first) and by status, in words."""
    per = [("kategori", label, sum(i.kategori == label for i in items)) for label, *_ in PITA]
    per.append(("kategori", "Belum dapat dinilai", sum(i.kategori is None for i in items)))
    per += [("status", STATUS_LABEL[s], sum(i.status == s for i in items)) for s in Status]
    return tuple(
        RekapHasil(jenis=j, label=label, jumlah=n, persen=round_half_up(Fraction(100 * n, len(items))))
        for j, label, n in per
    )


def make_kelompok() -> tuple[KelompokAnggaran, ...]:
    """Budget by sasaran (penunjang apart), urusan and program."""
    lewat = [(kode, uraian, sum_lines(sasaran=kode)) for kode, uraian in (*SASARAN, ("penunjang", "Penunjang urusan"))]
    sasaran = [KelompokAnggaran(jenis="sasaran", kode=k, uraian=u, **with_money(*uang)) for k, u, uang in lewat]
    lain = [
        KelompokAnggaran(
            jenis=LEVEL_KELOMPOK[str(r[1])], kode=str(r[0]), uraian=str(r[2]), **with_money(*sum_lines(str(r[0])))
        )
        for r in ANGGARAN
        if r[1] in LEVEL_KELOMPOK
    ]
    return (*sasaran, *sorted(lain, key=lambda g: g.jenis, reverse=True))


def make_pita() -> tuple[PitaHasil, ...]:
    """The default scale, lowest band first."""
    return tuple(
        PitaHasil(
            label=label,
            batas_bawah=None if bawah is None else Decimal(bawah),
            termasuk_batas=False,
            batas_atas=None if atas is None else Decimal(atas),
            interval=interval,
            warna=warna,
        )
        for label, bawah, atas, interval, warna in PITA
    )


def make_hasil(periode: str = "tahunan") -> Hasil:
    """All figures of the invented agency for that periode (tahunan, TW1 … TW4)."""
    items = tuple(make_indikator(row, periode, 5 + n) for n, row in enumerate(INDIKATOR))
    sasaran = tuple(make_sasaran(k, u, [i for i in items if i.sasaran == k]) for k, u in SASARAN)
    capaian, mentah = mean([s.capaian for s in sasaran]), mean([s.capaian_mentah for s in sasaran])
    return Hasil(
        tahun=TAHUN,
        periode=periode,
        instansi={"kode": "dinas-contoh", "nama": "Dinas Contoh Kabupaten Contoh"},
        pengaturan={"skala": "permendagri-86", "batas_capaian": "120", "rata_instansi": "sasaran", "efisiensi": "E1"},
        indikator=items,
        sasaran=sasaran,
        instansi_capaian=InstansiCapaian(
            capaian=capaian,
            capaian_mentah=mentah,
            kategori=find_kategori(capaian),
            cara="sasaran",
            dinilai=sum(s.dinilai for s in sasaran),
            jumlah=len(items),
            tercapai=sum(s.tercapai for s in sasaran),
        ),
        anggaran=tuple(
            AnggaranHasil(
                kode=str(r[0]),
                level=str(r[1]),
                uraian=str(r[2]),
                sasaran=str(r[6]) if len(r) > 3 else None,
                **with_money(*sum_lines(str(r[0]))),
            )
            for r in ANGGARAN
        ),
        anggaran_total=AnggaranTotal(**with_money(*sum_lines())),
        rincian=Rincian(
            indikator=tuple(make_rincian(i, periode) for i in items),
            skala=make_pita(),
            rekap=make_rekap(items),
            triwulan=tuple(
                count_triwulan(k, [make_rincian(i, periode) for i in items if i.sasaran == k]) for k, _ in SASARAN
            ),
            kelompok=make_kelompok(),
            anggaran=tuple(
                AnggaranRincian(
                    kode=str(r[0]),
                    pagu_murni=Decimal(r[3]) if len(r) > 3 else None,
                    pagu_perubahan=Decimal(r[4]) if len(r) > 3 else None,
                    sumber=(Sumber(peran="pagu", berkas="lra.xlsx", sha256="1" * 64, lembar="LRA", sel=f"D{n + 9}"),),
                )
                for n, r in enumerate(ANGGARAN)
            ),
            anggaran_murni=Decimal(sum(int(r[3]) for r in ANGGARAN if len(r) > 3)),
            anggaran_perubahan=Decimal(sum(int(r[4]) for r in ANGGARAN if len(r) > 3)),
            efisiensi=tuple(
                EfisiensiHasil(kode=s.kode, metode="E1", nilai=s.efisiensi, ne=None, status=s.status_efisiensi)
                for s in sasaran
            ),
            kuadran=tuple(make_kuadran(s) for s in sasaran),
            instansi_lalu=Decimal("92.40"),
            instansi_tanpa_batas={"sasaran": mentah},
            instansi_cara_lain={"indikator": mean([i.capaian_rerata for i in items])},
        ),
    )
