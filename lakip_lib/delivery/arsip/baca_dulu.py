"""BACA-DULU.txt of the archive and of its public copy: what is where, and how to prove it with and without lakip."""

from lakip_lib.settings import Instansi

BACA_DULU = "BACA-DULU.txt"

ARSIP = """Arsip {judul} {nama} Tahun {tahun}

ISI
  laporan/         dokumen yang disetujui: LKjIP.pdf, LKjIP.docx, LKjIP.html, kertas-kerja.xlsx, hasil.json, manifest.json;
                   LKjIP-tertanda.pdf bila ditandatangani secara elektronik
  surat/           surat pengantar
  masukan/         semua yang diberikan: instansi.toml, perencanaan.xlsx, isian unit, realisasi anggaran, naskah, bukti
  masukan-tahun/   daftar hari libur yang dipakai bersama, bila ada
  notebook/        notebook yang dijalankan, dan hasil cetaknya sebagai HTML
  hasil/           tabel rapi dan hasil perhitungan, CSV dan JSON
  alur/            lembar dan keputusan tiap langkah; angka tiap draf (alur/draf/<versi>/hasil.json)
  formulir/        formulir kosong tiap unit
  balasan/         jawaban pemeriksaan kepada tiap unit
  buku/            buku alur (alur.jsonl) dan register surat tiap tahun (surat.jsonl)
  MANIFEST.json    daftar semua berkas dengan SHA-256 dan ukurannya, dan kode arsip

MEMERIKSA DENGAN LAKIP
  lakip verifikasi NAMA-ARSIP.zip                      setiap bita, buku alur, dan jejaknya pada dokumen
  lakip verifikasi NAMA-ARSIP.zip --bangun FOLDER      juga menyusun ulang laporan dari masukan dan membandingkannya

MEMERIKSA TANPA LAKIP
  Hitung SHA-256 tiap berkas dan bandingkan dengan MANIFEST.json:
    Linux dan macOS    sha256sum laporan/LKjIP.pdf     (macOS: shasum -a 256)
    Windows            certutil -hashfile laporan\\LKjIP.pdf SHA256
  Kode arsip (kunci "kode", juga nama berkas ZIP) berakhir dengan enam belas angka pertama SHA-256 dari MANIFEST.json
  tanpa kunci "kode": JSON dengan kunci berurutan, menjorok satu spasi, satu baris baru di akhir, disimpan sebagai UTF-8.
  Tiap baris buku/alur.jsonl memuat sidik baris sebelumnya (kunci "lalu") dan sidiknya sendiri (kunci "sidik"): SHA-256
  dari baris itu tanpa kunci "sidik". Dokumen langkah mencetak "Buku alur entri n, sidik ...", yaitu awal sidik entri n.

Arsip ini dapat memuat data pribadi (bukti, kontak). Yang boleh dibuka untuk umum ialah salinan berakhiran -publik.zip.
"""

PUBLIK = """{judul} {nama} Tahun {tahun}: salinan untuk umum

  LKjIP.pdf atau LKjIP-tertanda.pdf, LKjIP.docx, LKjIP.html    laporan
  kertas-kerja.xlsx    perhitungan dengan rumus yang dapat ditelusuri
  hasil.json           semua angka laporan untuk dibaca mesin
  data/*.csv           tabel data terbuka (UTF-8, pemisah koma, desimal titik)

Salinan ini tidak memuat bukti; data pribadi di dalamnya hanya nama, pangkat, dan NIP penanda tangan laporan.
Berkas dari arsip {kode}; MANIFEST.json pada arsip itu memuat SHA-256 tiap dokumen.
"""


def render_baca_dulu(settings: Instansi) -> bytes:
    """The reading note of an archive."""
    return _render(ARSIP, settings)


def render_baca_dulu_publik(settings: Instansi, kode: str) -> bytes:
    """The reading note of a public copy of that archive."""
    return _render(PUBLIK, settings, kode=kode)


def _render(teks: str, settings: Instansi, **lain: str) -> bytes:
    isi = {"judul": settings.pengaturan.judul, "nama": settings.instansi.nama, "tahun": settings.periode.tahun}
    return teks.format(**isi, **lain).encode()
