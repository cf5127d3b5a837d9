"""Sheets F3, F4 and F5 as data: output and budget, evidence, and who vouches for it (PROMISES §4)."""

from lakip_lib.forms.skema import CARA_ANGKA, KolomIsian, LembarIsian, kolom_kode

F3 = LembarIsian(
    "F3",
    "F3 Program",
    "Keluaran dan anggaran sub kegiatan",
    (
        kolom_kode("Kode sub kegiatan menurut DPA. Mohon tidak diubah.", "Kode sub kegiatan", "Kode rekening"),
        KolomIsian(
            "sub_kegiatan",
            "Sub kegiatan",
            "teks",
            "Nama sub kegiatan menurut DPA.",
            lebar=34,
            sinonim=("Uraian", "Nama sub kegiatan", "Program/kegiatan/sub kegiatan", "Subkegiatan"),
        ),
        KolomIsian(
            "indikator_keluaran",
            "Indikator keluaran",
            "teks",
            "Keluaran sub kegiatan menurut DPA.",
            lebar=28,
            sinonim=("Keluaran", "Output", "Indikator output"),
        ),
        KolomIsian("satuan", "Satuan", "teks", "Satuan keluaran.", lebar=11),
        KolomIsian(
            "target",
            "Target",
            "angka",
            "Target keluaran setahun menurut DPA terakhir.",
            lebar=10,
            sinonim=("Target keluaran", "Target output"),
        ),
        KolomIsian(
            "realisasi",
            "Realisasi",
            "angka",
            f"Keluaran yang dihasilkan. {CARA_ANGKA}",
            ditulis_unit=True,
            wajib=True,
            lebar=11,
            sinonim=("Realisasi keluaran", "Realisasi output", "Realisasi fisik"),
        ),
        KolomIsian(
            "pagu",
            "Pagu (Rp)",
            "rupiah",
            "Pagu terakhir menurut DPA, dalam rupiah penuh.",
            lebar=20,
            sinonim=("Pagu", "Pagu anggaran", "Anggaran", "Anggaran (Rp)"),
        ),
        KolomIsian(
            "realisasi_anggaran",
            "Realisasi (Rp)",
            "rupiah",
            "Belanja yang telah direalisasikan, rupiah penuh (bukan ribuan atau jutaan). Angka resmi adalah LRA; "
            "isian ini dibandingkan dengannya.",
            ditulis_unit=True,
            wajib=True,
            lebar=20,
            sinonim=("Realisasi anggaran", "Realisasi keuangan", "Realisasi anggaran (Rp)", "Serapan (Rp)"),
        ),
        KolomIsian(
            "keterangan",
            "Keterangan",
            "teks",
            "Catatan singkat, misalnya alasan bila realisasi jauh dari target.",
            ditulis_unit=True,
            lebar=26,
            sinonim=("Ket", "Catatan"),
        ),
    ),
    beku=2,
)

F4 = LembarIsian(
    "F4",
    "F4 Data dukung",
    "Daftar data dukung",
    (
        kolom_kode(
            "Kode indikator atau sub kegiatan yang didukung. Pada baris tambahan, pilih kodenya.", "Kode indikator"
        ),
        KolomIsian(
            "nama_dokumen",
            "Nama dokumen",
            "teks",
            "Nama dokumen yang membuktikan angka, satu dokumen satu baris.",
            ditulis_unit=True,
            wajib=True,
            lebar=56,
            sinonim=("Dokumen", "Nama data dukung", "Data dukung", "Bukti"),
        ),
        KolomIsian(
            "tanggal",
            "Tanggal",
            "tanggal",
            "Tanggal dokumen, misalnya 31/12/2025.",
            ditulis_unit=True,
            lebar=15,
            sinonim=("Tanggal dokumen", "Tgl"),
        ),
        KolomIsian(
            "tautan",
            "Tautan atau berkas",
            "tautan",
            "Alamat yang dimulai http:// atau https://, atau nama berkas yang ikut diserahkan di folder bukti.",
            ditulis_unit=True,
            wajib=True,
            lebar=56,
            sinonim=("Tautan", "Link", "Berkas", "Tautan/berkas", "Link bukti dukung", "Link bukti dukung kinerja"),
        ),
    ),
    cadangan=10,
)

F5 = LembarIsian(
    "F5",
    "F5 Pernyataan",
    "Pernyataan kebenaran isian",
    (
        KolomIsian(
            "diisi_oleh",
            "Diisi oleh",
            "teks",
            "Nama pegawai yang mengisi formulir.",
            ditulis_unit=True,
            wajib=True,
            lebar=38,
            sinonim=("Nama pengisi", "Pengisi"),
        ),
        KolomIsian("jabatan", "Jabatan", "teks", "Jabatan pengisi.", ditulis_unit=True, wajib=True, lebar=38),
        KolomIsian(
            "tanggal",
            "Tanggal",
            "tanggal",
            "Tanggal formulir selesai diisi, misalnya 10/01/2026.",
            ditulis_unit=True,
            wajib=True,
            lebar=16,
            sinonim=("Tanggal pengisian", "Tgl"),
        ),
        KolomIsian(
            "diperiksa_oleh",
            "Diperiksa oleh",
            "teks",
            "Nama dan jabatan atasan yang memeriksa, misalnya Kepala Bidang.",
            ditulis_unit=True,
            wajib=True,
            lebar=44,
            sinonim=("Pemeriksa", "Diverifikasi oleh"),
        ),
    ),
    beku=0,
    cadangan=3,
)
