"""What the help pages say: what a command needs, does and leaves, and an example."""

UMUM = """lakip menyusun Laporan Kinerja Instansi Pemerintah (LKjIP) dari formulir isian bidang dan laporan realisasi anggaran.
Urutan kerja: mulai (menyiapkan folder), formulir (membuat formulir kosong), lalu setelah formulir terisi: bangun.
FOLDER adalah data/raw/<tahun>/<instansi>; hasilnya terletak di reports/<tahun>/<instansi>.

Kode keluar: 0 selesai; 1 gangguan program atau mesin; 2 salah pakai atau salah pengaturan; 3 data perlu diperbaiki.

Contoh:
lakip mulai data/raw/2026/dinas-contoh
lakip formulir data/raw/2026/dinas-contoh
lakip bangun data/raw/2026/dinas-contoh"""

MULAI = """Menyiapkan folder kerja satu instansi untuk satu tahun.
Membuat instansi.toml (pengaturan, berisi nilai contoh dan penjelasan tiap kunci), perencanaan.xlsx kosong, serta
folder isian, narasi, bukti, dan lra. Yang sudah ada tidak pernah diubah.
Bila instansi.toml sudah berisi data instansi, siklus sebelas langkah dibuka dan lembar disposisi dibuat (langkah 1).
Dengan --dari tahun berikutnya dimulai dari arsip: riwayat, indikator, dan tindak lanjut terbawa.

Contoh:
lakip mulai data/raw/2026/dinas-contoh"""

FORMULIR = """Membuat formulir isian kosong, satu buku kerja Excel untuk tiap unit.
Memerlukan instansi.toml dan perencanaan.xlsx. Target, indikator, dan sub kegiatan sudah tercetak dan terkunci;
unit hanya mengisi kolom kuning. Pagu ikut tercetak bila laporan anggaran (lra) sudah ada.
Hasilnya di reports/<tahun>/<instansi>/formulir/. Kirimkan kepada unit, lalu simpan yang sudah terisi di folder isian.
Formulir kosong dari unit yang tidak ada lagi dihapus. Bila ada temuan, semuanya ada dalam formulir/daftar_temuan.csv.

Contoh:
lakip formulir data/raw/2026/dinas-contoh"""

HIMPUN = """Membaca dan memeriksa formulir terisi, laporan anggaran, dan naskah.
Memerlukan folder isian berisi formulir terisi dan lra.* atau folder lra. Semua temuan disampaikan sekaligus:
wajib (harus diperbaiki), peringatan (mohon diperiksa), catatan. Berkas asli tidak pernah diubah.
Hasilnya tabel rapi di data/processed dan jawaban untuk tiap unit di reports/…/balasan: formulir bertanda, nota, CSV;
semua temuan ada dalam satu daftar, balasan/daftar_temuan.csv, yang dapat dibuka dengan Excel.
Kode keluar 3 bila ada temuan wajib.

Contoh:
lakip himpun data/raw/2026/dinas-contoh
lakip himpun data/raw/2026/dinas-contoh --periode TW2"""

ANALISIS = """Menghitung capaian, serapan anggaran, dan perbandingan dengan menjalankan notebook 01–04.
Menjalankan himpun lebih dahulu bila datanya berubah. Setiap angka dihitung tepat dan dibulatkan satu kali.
Hasilnya hasil.json dan salinan notebook (juga sebagai HTML tanpa kode) di reports/<tahun>/<instansi>.

Contoh:
lakip analisis data/raw/2026/dinas-contoh"""

SUSUN = """Menyusun dokumen LKjIP sebagai HTML, PDF, DOCX, dan kertas kerja Excel dari notebook 05.
Menjalankan himpun dan analisis lebih dahulu bila datanya berubah. Tanpa --final dokumen bertanda KONSEP; dengan
--final dokumen hanya terbit bila tidak ada lagi yang wajib diperbaiki, kosong, atau belum dipastikan.
Hasilnya LKjIP.html, LKjIP.pdf, LKjIP.docx, kertas-kerja.xlsx, dan manifest.json di reports/<tahun>/<instansi>.

Contoh:
lakip susun data/raw/2026/dinas-contoh
lakip susun data/raw/2026/dinas-contoh --final"""

BANGUN = """Pekerjaan utama: himpun, analisis, dan susun sekaligus, semuanya dari awal.
Memerlukan folder dari lakip mulai yang sudah berisi perencanaan, formulir terisi, dan laporan anggaran.
Hasilnya seluruh dokumen di reports/<tahun>/<instansi>, jawaban untuk tiap unit, dan hasil.json. Bila ada temuan wajib,
dokumen tetap ditulis dengan tanda KONSEP dan kode keluarnya 3.

Contoh:
lakip bangun data/raw/2026/dinas-contoh
lakip bangun data/raw/2026/dinas-contoh --final"""

BATCH = """Mengerjakan semua instansi satu tahun sekaligus: himpun, analisis, dan susun untuk tiap folder di data/raw/<tahun>.
Yang tidak berubah sejak terakhir tidak dikerjakan lagi; kesalahan satu instansi tidak menghentikan yang lain. Bila mesin
mati di tengah jalan, jalankan lagi: yang sudah selesai tetap utuh, yang kurang dikerjakan. INSTANSI membatasi pada folder
yang disebut. Hasilnya di reports/<tahun>/<instansi>; catatan tiap tahap dan sebabnya ada di reports/<tahun>/log.jsonl.
Kode keluar 1 bila ada instansi yang gagal, 3 bila ada yang perlu diperbaiki.

Contoh:
lakip batch 2026
lakip batch 2026 dinas-contoh kecamatan-contoh --periode TW2"""

STATUS = """Menunjukkan sampai di mana penyusunan laporan menurut sebelas langkah SOP.
Menyebut langkah yang ditunggu dan siapa yang mengerjakannya, waktu kerja tiap langkah terhadap batasnya, unit yang
terlambat, penolakan dengan alasannya, dan tenggat. Waktu dihitung menurut jam kerja dan hari libur.
Dengan --html tertulis juga sebagai halaman, dengan garis waktu rencana dan kenyataan. Buku alur hanya dibaca.

Contoh:
lakip status data/raw/2026/dinas-contoh
lakip status data/raw/2026/dinas-contoh --html"""

HITUNG = """Menghitung ulang capaian pada sebuah tabel dan membandingkannya dengan angka yang tercetak.
Memerlukan .csv (koma atau titik koma) atau .xlsx dengan kolom indikator, target, realisasi; boleh juga satuan, arah,
metode, capaian. Nilai ditulis seperti tercetak: 85,73 %, 1.234, n/a, WTP, 80-90, 40 Berkas.
Menambahkan capaian_hitung, kategori, status, alasan, dan cocok: ya (sesuai), dipotong (desimalnya dipotong), tidak,
atau - (tidak ada yang dibandingkan). Tampil di layar, atau ditulis sebagai CSV dengan --keluaran.

Contoh:
lakip hitung indikator.csv
lakip hitung indikator.xlsx --keluaran hasil.csv"""

BACA = """Menjelaskan apa yang terbaca dari satu berkas.
Membaca .xlsx .xlsm .xls .ods .csv .tsv .json .html .docx dan menyebut jenis tabel, lembar, baris judul, notasi angka,
jenjang, jumlah, dan keraguan. Berkas lain, misalnya PDF hasil pindai, ditolak dengan alasannya.
Dengan --keluaran isinya ditulis sebagai CSV rapi. Berkas asli tidak diubah.

Contoh:
lakip baca lra.xlsx
lakip baca lra.xlsx --keluaran lra-rapi.csv"""

DOKTOR = """Memeriksa kelengkapan mesin ini: Python, pustaka, peramban, LibreOffice, huruf, dan berkas lakip sendiri.
Setiap baris menyebut keadaannya (ada, lama, atau tidak ada), gunanya, akibatnya bila tidak ada, dan cara memasangnya.
Tidak memerlukan data dan tidak mengubah apa pun; kode keluarnya selalu 0.

Contoh:
lakip doktor"""
