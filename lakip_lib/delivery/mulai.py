"""`lakip mulai`: the start of an agency-year's folder. Makes what is missing, never overwrites."""

from dataclasses import dataclass
from pathlib import Path

from lakip_lib.checks.narasi import NASKAH
from lakip_lib.errors import UsageError
from lakip_lib.forms.rencana import write_rencana_kosong
from lakip_lib.settings import Lokasi
from lakip_lib.simpan import write_text

FOLDER = ("isian", "narasi", "bukti", "lra")
TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100
LAMA_RENSTRA = 5

INSTANSI_TOML = """# Pengaturan lakip untuk satu instansi dan satu tahun.
# Semua nilai di bawah ini adalah CONTOH yang dikarang; gantilah dengan data instansi Anda.
# Baris yang diawali tanda pagar adalah penjelasan, atau pilihan yang belum dipakai.
# Teks ditulis dalam tanda kutip, tanggal sebagai tahun-bulan-hari tanpa tanda kutip.

[instansi]
kode = "{kode}"    # sama dengan nama folder ini
kode_skpd = "0.00.0.00.0.00.00.0000"    # kode SKPD menurut penganggaran, 10 angka terakhir dan urusannya
nama = "Dinas Contoh"    # nama lengkap instansi
singkatan = "Discontoh"    # singkatan resmi; boleh kosong
pemda = "Kabupaten Contoh"    # nama pemerintah daerah
ibu_kota = "Kota Contoh"    # tempat pada tanda tangan
alamat = "Jalan Contoh Nomor 1"    # alamat pada kop
telepon = "(0000) 000000"    # boleh kosong
surel = "dinas@contoh.example"    # alamat surat elektronik; boleh kosong
laman = "https://dinas.contoh.example"    # alamat situs web; boleh kosong
logo = ""    # nama berkas lambang di folder ini (.png atau .svg); kosong berarti gambar pengganti yang netral
contoh = true    # true: dokumen ditandai sebagai contoh. Ubah menjadi false setelah semua nilai contoh diganti

[periode]
tahun = {tahun}    # tahun yang dilaporkan; sama dengan nama folder di atas folder ini
renstra_awal = {renstra_awal}    # tahun pertama Renstra yang berlaku (contoh)
renstra_akhir = {renstra_akhir}    # tahun terakhir Renstra (contoh)
tenggat = {tenggat}    # batas waktu unit mengembalikan formulir (contoh)
tanggal_dokumen = {tanggal}    # tanggal yang tercetak pada dokumen (contoh)

# Pejabat. Setiap bagian mempunyai kunci yang sama:
#   nama      dengan gelar
#   nip       18 angka, boleh berspasi; boleh kosong
#   pangkat   pangkat dan golongan
#   jabatan   nama jabatan seperti tercetak pada tanda tangan
#   status    "definitif", "plt", atau "plh"
[pejabat.kepala]    # yang menandatangani laporan
nama = "Nama Kepala (contoh)"
nip = "19700101 199501 1 001"
pangkat = "Pembina Utama Muda (IV/c)"
jabatan = "Kepala Dinas Contoh"
status = "definitif"

[pejabat.sekretaris]    # yang menyampaikan hasil pemeriksaan kepada unit
nama = "Nama Sekretaris (contoh)"
nip = ""
pangkat = ""
jabatan = "Sekretaris"
status = "definitif"

[pejabat.kasubag_program]    # yang mengoreksi naskah
nama = "Nama Kasubag (contoh)"
nip = ""
pangkat = ""
jabatan = "Kepala Subbagian Program"
status = "definitif"

[pejabat.staf_perencanaan]    # yang menghimpun dan menyusun
nama = "Nama Staf (contoh)"
nip = ""
pangkat = ""
jabatan = "Perencana"
status = "definitif"

[pejabat.atasan]    # kepada siapa kinerja diperjanjikan; cukup jabatan dan nama
jabatan = "Bupati Contoh"
nama = "Nama Bupati (contoh)"

# Unit yang mengisi formulir: satu bagian [[unit]] untuk tiap bidang, bagian, atau sekretariat.
[[unit]]
kode = "SEKRETARIAT"    # huruf, angka, tanda hubung; dipakai di kolom unit pada perencanaan.xlsx dan nama formulir
nama = "Sekretariat"    # nama lengkap unit
kepala = "Nama Sekretaris (contoh)"    # yang memeriksa isian; boleh kosong
nip_kepala = ""    # boleh kosong
pic = "Nama Pengisi (contoh)"    # yang mengisi formulir; boleh kosong
kontak = "sekretariat@contoh.example"    # telepon atau surel; boleh kosong

[[unit]]
kode = "BIDANG-1"
nama = "Bidang Contoh"
kepala = "Nama Kepala Bidang (contoh)"
nip_kepala = ""
pic = ""
kontak = ""

# Cara menghitung dan mencetak. Yang tertulis di sini adalah nilai bawaan; bagian ini boleh dihapus.
[pengaturan]
judul = "Laporan Kinerja Instansi Pemerintah (LKjIP)"    # judul pada sampul
skala = "permendagri-86"    # skala kategori capaian; skala sendiri ditulis sebagai [[skala]] di bawah
batas_capaian = 120    # capaian yang masuk rata-rata dibatasi sampai persen ini; "tanpa" bila tidak dibatasi
rata_instansi = "sasaran"    # rata-rata instansi dari "sasaran" atau langsung dari "indikator"
metode_min = "MIN-A"    # rumus makin rendah makin baik: "MIN-A" = (2T - R)/T, "MIN-B" = T/R
efisiensi = "E1"    # cara menghitung efisiensi: "E1" sampai "E5", dijelaskan pada lampiran metodologi
penunjang = "terpisah"    # program penunjang: "terpisah", atau "dibagi" ke sasaran
kertas = "A4"    # "A4" atau "F4"
huruf = "bawaan"    # "bawaan", atau nama huruf yang terpasang, misalnya "Arial"
kemajuan_renstra = "rasio"    # kemajuan ke target akhir Renstra: "rasio", atau "dari_awal" bila dihitung dari kondisi awal

# Skala sendiri: hapus tanda pagar di bawah, tulis dari pita terendah, dan ulangi [[skala]] untuk tiap pita.
# [[skala]]
# label = "Rendah"    # nama kategori; pita terendah tanpa batas_bawah
#
# [[skala]]
# batas_bawah = 75    # batas bawah dalam persen
# termasuk_batas = true    # true: angka batas itu sendiri masuk pita ini
# label = "Tinggi"

# Laporan realisasi anggaran (lra.* atau folder lra).
[lra]
# kumulatif = true    # true bila tiap berkas memuat angka sejak Januari, false bila sebulan; dikenali sendiri bila tidak ditulis
# pengali = 1    # 1, 1000, atau 1000000 bila angka ditulis dalam ribuan atau jutaan; dikenali sendiri bila tidak ditulis
kolom_pagu = "perubahan"    # pagu yang dipakai: "perubahan" atau "murni"

# Penomoran dan tujuan surat.
[surat]
klasifikasi = "000.8.6.3"    # kode klasifikasi arsip
kode_unit = "Discontoh"    # kode unit pada nomor surat (contoh)
pola = "{{klasifikasi}}/{{urut}}/{{kode_unit}}"    # susunan nomor surat
tujuan = "Bupati Contoh"    # kepada siapa laporan disampaikan (contoh)
tembusan = []    # misalnya ["Inspektorat", "Arsip"]
"""

NASKAH_ARTI = {
    "kata-pengantar": "kata pengantar kepala instansi",
    "ikhtisar": "tambahan pada ikhtisar eksekutif",
    "latar-belakang": "latar belakang pada Bab I",
    "dasar-hukum": "dasar hukum pada Bab I",
    "tugas-fungsi": "tugas dan fungsi instansi",
    "struktur-organisasi": "struktur organisasi",
    "sumber-daya": "pegawai, sarana, dan prasarana",
    "isu-strategis": "isu strategis",
    "realisasi-anggaran": "ulasan realisasi anggaran",
    "penutup": "penutup pada Bab IV",
}
NASKAH_BERKODE = {
    "sasaran-<kode>": "ulasan satu sasaran, misalnya sasaran-S1.md",
    "indikator-<kode>": "ulasan satu indikator, misalnya indikator-IKU-1.md",
}
BACA_DULU = """Folder naskah laporan.

Tulislah naskah sebagai teks Markdown dengan nama berikut (disimpan sebagai UTF-8, berakhiran .md).
Yang ada dicetak pada tempatnya; yang tidak ada ditandai "belum diisi" pada laporan.

{daftar}

Yang dapat dipakai: alinea (dipisahkan baris kosong), daftar, *miring*, **tebal**, tabel sederhana, dan judul mulai
tingkat empat (####). Kode sasaran dan indikator sama dengan kode pada perencanaan.xlsx.
"""


@dataclass(frozen=True)
class Awal:
    """What `mulai` made, and what was there already (files and folders)."""

    baru: tuple[Path, ...]
    lama: tuple[Path, ...]


def start_folder(lokasi: Lokasi) -> Awal:
    """Make instansi.toml, perencanaan.xlsx and the folders where they are missing; UsageError for an impossible year."""
    if not TAHUN_AWAL <= lokasi.tahun <= TAHUN_AKHIR:
        raise UsageError(f"Tahun {lokasi.tahun} harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
    raw = lokasi.raw
    baru: list[Path] = []
    lama: list[Path] = []
    for folder in (raw / nama for nama in FOLDER):
        (lama if folder.is_dir() else baru).append(folder)
        folder.mkdir(parents=True, exist_ok=True)
    for path, write in (
        (lokasi.settings, lambda p: write_text(p, render_instansi(lokasi.tahun, lokasi.instansi))),
        (raw / "perencanaan.xlsx", write_rencana_kosong),
        (raw / "narasi" / "BACA-DULU.txt", lambda p: write_text(p, render_baca_dulu())),
    ):
        if path.exists():
            lama.append(path)
        else:
            write(path)
            baru.append(path)
    return Awal(tuple(baru), tuple(lama))


def render_instansi(tahun: int, kode: str) -> str:
    """The text of a first instansi.toml: invented values, every key of PROMISES §2 explained."""
    return INSTANSI_TOML.format(
        kode=kode,
        tahun=tahun,
        renstra_awal=tahun,
        renstra_akhir=tahun + LAMA_RENSTRA - 1,
        tenggat=f"{tahun + 1}-01-15",
        tanggal=f"{tahun + 1}-02-16",
    )


def render_baca_dulu() -> str:
    """The text that lists the names of narasi/."""
    arti = {nama: NASKAH_ARTI[nama] for nama in NASKAH} | NASKAH_BERKODE
    lebar = max(map(len, arti)) + len(".md")
    return BACA_DULU.format(daftar="\n".join(f"  {nama + '.md':<{lebar}}  {teks}" for nama, teks in arti.items()))
