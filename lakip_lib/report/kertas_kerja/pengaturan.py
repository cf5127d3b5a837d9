"""Sheets Petunjuk and Pengaturan: how to read the working paper, and the settings that its formulas use by name."""

from decimal import Decimal
from fractions import Fraction

from lakip_lib.istilah import PERINGKAT_OPINI, PERINGKAT_PREDIKAT
from lakip_lib.measures.rumus.nilai import skor_predikat
from lakip_lib.report.kertas_kerja.bahan import BahanBuku
from lakip_lib.report.kertas_kerja.lembar import Buku, KolomLembar, Lembar, Rumus
from lakip_lib.tables import list_rumus

PETUNJUK = (
    ("Tujuan", "Kertas kerja ini memungkinkan pemeriksa menghitung ulang setiap angka laporan langsung di Excel."),
    (
        "Isian",
        "Nilai sebagaimana diketik unit kerja, beserta berkas, lembar, dan selnya. Sel kuning adalah nilai ketikan.",
    ),
    ("Capaian", "Setiap angka indikator sebagai rumus yang menunjuk ke lembar Isian."),
    ("Anggaran", "Pohon anggaran; induk dijumlahkan dari bawahnya bila sama dengan laporan keuangan."),
    ("Pemetaan", "Bagian setiap baris anggaran untuk sasaran, penunjang, atau yang belum dipetakan."),
    ("Sasaran", "Rata-rata, banyaknya indikator, anggaran, penyerapan, dan efisiensi setiap sasaran."),
    ("Instansi", "Capaian instansi, jumlah anggaran, dan rekapitulasi indikator."),
    (
        "Cocok",
        "Setiap angka hasil rumus di samping angka laporan (hasil.json); kolom terakhir menyatakan cocok atau BERBEDA.",
    ),
    (
        "Pembulatan",
        "Angka tercetak memakai ROUND(ROUND(x;9);2): pembulatan pertama menghapus sisa hitungan biner komputer.",
    ),
    ("Sel kosong", "Sel rumus yang kosong berarti angkanya belum dapat dihitung; alasannya tertulis dalam laporan."),
    (
        "Mencoba angka",
        "Ubah sel kuning untuk melihat akibatnya; simpan dengan nama lain agar kertas kerja asli tetap utuh.",
    ),
)
KOLOM_PETUNJUK = (KolomLembar("lembar", "Bagian", 18), KolomLembar("isi", "Penjelasan", 100))
KOLOM_PENGATURAN = (
    KolomLembar("nama", "Pengaturan", 26),
    KolomLembar("nilai", "Nilai", 22, "nilai"),
    KolomLembar("batas", "Batas bawah", 14, "nilai"),
    KolomLembar("termasuk", "Batas termasuk", 12, "tengah"),
    KolomLembar("ambang", "Ambang (dua desimal)", 16, "ambang"),
    KolomLembar("isi", "Keterangan", 90),
)
TERENDAH = Fraction(-(10**12))


def write_petunjuk(buku: Buku, bahan: BahanBuku) -> None:
    """How to read the workbook, and where its figures come from."""
    lembar = buku.add_lembar("Petunjuk", f"Kertas Kerja Pengukuran Kinerja Tahun {bahan.hasil.tahun}", KOLOM_PETUNJUK)
    for nama, isi in PETUNJUK:
        lembar.add({"lembar": nama, "isi": isi})
    periode = "setahun" if bahan.hasil.periode == "tahunan" else f"s.d. {bahan.hasil.periode}"
    lembar.add({"lembar": "Periode", "isi": f"Tahun {bahan.hasil.tahun}, {periode}"})
    if bahan.settings.instansi.contoh:
        lembar.add({"lembar": "Contoh", "isi": "Instansi dan seluruh angka dalam buku ini adalah contoh."})


def write_pengaturan(buku: Buku, bahan: BahanBuku) -> None:
    """Cap, ways and methods, the scale, letters, and the formulas in words; names are defined for the formulas."""
    lembar = buku.add_lembar("Pengaturan", "Pengaturan dan rumus yang dipakai", KOLOM_PENGATURAN)
    atur = bahan.settings.pengaturan
    _define(
        buku,
        lembar,
        "batas_capaian",
        atur.batas if atur.batas is not None else "tanpa",
        "Batas atas capaian dalam rata-rata",
    )
    _define(buku, lembar, "cara_instansi", atur.rata_instansi, "Capaian instansi: rata-rata sasaran atau indikator")
    _define(buku, lembar, "metode_efisiensi", atur.efisiensi, "Metode efisiensi yang dilaporkan")
    _define(buku, lembar, "kemajuan_renstra", atur.kemajuan_renstra, "Kemajuan Renstra: rasio atau dari_awal")
    lembar.skip()
    _write_skala(buku, lembar, bahan)
    lembar.skip()
    _write_huruf(buku, lembar)
    lembar.skip()
    for nama, rumus, penjelasan, dipakai in list_rumus(bahan.hasil):
        lembar.add({"nama": f"Rumus {nama}", "isi": f"{rumus}. {penjelasan.rstrip('.')}. Dipakai untuk: {dipakai}."})


def _define(buku: Buku, lembar: Lembar, nama: str, nilai: Decimal | str, isi: str) -> None:
    baris = lembar.add({"nama": nama, "nilai": nilai, "isi": isi})
    buku.book.define_name(nama, f"={lembar.cell('nilai', baris)}")


def _write_skala(buku: Buku, lembar: Lembar, bahan: BahanBuku) -> None:
    """The bands, lowest first. The threshold is the smallest printed figure of a band, as figures are rated as printed."""
    awal = lembar.baris
    for pita in bahan.hasil.rincian.skala:
        baris = lembar.baris
        batas, termasuk = (lembar.cell(k, baris, luar=False) for k in ("batas", "termasuk"))
        naik = f"ROUND(INT(ROUND({batas}*100,6))/100+0.01,2)"
        sama = f"ROUND(-INT(-ROUND({batas}*100,6))/100,2)"
        ambang = TERENDAH if pita.batas_bawah is None else _find_ambang(pita.batas_bawah, termasuk=pita.termasuk_batas)
        lembar.add(
            {
                "nama": "Skala",
                "nilai": pita.label,
                "batas": pita.batas_bawah,
                "termasuk": "ya" if pita.termasuk_batas else "tidak",
                "ambang": TERENDAH if pita.batas_bawah is None else Rumus(f'IF({termasuk}="ya",{sama},{naik})', ambang),
                "isi": f"Interval {pita.interval}",
            }
        )
    akhir = lembar.baris - 1
    buku.book.define_name("skala_ambang", f"={lembar.span('ambang', awal, akhir)}")
    buku.book.define_name("skala_kategori", f"={lembar.span('nilai', awal, akhir)}")


def _find_ambang(batas: Decimal, *, termasuk: bool) -> Fraction:
    """The smallest figure of two digits at (or, without the edge, above) an edge."""
    seratus = Fraction(batas) * 100
    bulat = seratus.numerator // seratus.denominator
    if termasuk:
        return Fraction(-(-seratus.numerator // seratus.denominator), 100)
    return Fraction(bulat + 1, 100)


def _write_huruf(buku: Buku, lembar: Lembar) -> None:
    """Ranks and lowest scores of letters: the table that look-ups read (columns Nilai, Batas bawah, Batas termasuk)."""
    awal = lembar.baris
    for kode, urut in (PERINGKAT_PREDIKAT | PERINGKAT_OPINI).items():
        skor = skor_predikat(kode)
        isi = f"Peringkat {urut}" + (f", nilai terendah {str(float(skor)).replace('.', ',')}" if skor else "")
        lembar.add({"nama": "Huruf", "nilai": kode, "batas": urut, "ambang": skor, "isi": isi})
    akhir = lembar.cell("ambang", lembar.baris - 1).partition("!")[2]
    buku.book.define_name("huruf_nilai", f"={lembar.cell('nilai', awal)}:{akhir}")
