"""The first instansi.toml that `mulai` writes: every key of PROMISES §2 explained, example values marked "(contoh)".

This text is the one source of the example values. A value that a real agency could mean is no example: it stays unmarked
(Sekretaris as the sekretaris' jabatan), or the example is one that cannot be true (a deadline before the year is over).
"""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

TANDA = "(contoh)"

INSTANSI_TOML = """# Pengaturan lakip untuk satu instansi dan satu tahun.
# Baris bertanda (contoh) berisi nilai yang dikarang: gantilah dengan data instansi Anda. Selama masih ada yang belum
# diganti, lakip menyebutkannya sebagai temuan wajib dan laporan tidak dapat dijadikan final.
# Baris yang diawali tanda pagar adalah penjelasan, atau pilihan yang belum dipakai.
# Teks ditulis dalam tanda kutip, tanggal sebagai tahun-bulan-hari tanpa tanda kutip.

[instansi]
kode = "{kode}"    # sama dengan nama folder ini
kode_skpd = "0.00.0.00.0.00.00.0000"    # (contoh) kode SKPD menurut penganggaran; boleh kosong
nama = "Nama Dinas (contoh)"    # nama lengkap instansi
singkatan = "Singkatan (contoh)"    # singkatan resmi; boleh kosong
pemda = "Nama Kabupaten (contoh)"    # nama pemerintah daerah
ibu_kota = "Nama Kota (contoh)"    # tempat pada tanda tangan
alamat = "Jalan dan nomor (contoh)"    # alamat pada kop; boleh kosong
telepon = "(0000) 000000"    # (contoh) boleh kosong
surel = "nama@dinas.example"    # (contoh) alamat surat elektronik; boleh kosong
laman = "https://dinas.example"    # (contoh) alamat situs web; boleh kosong
logo = ""    # nama berkas lambang di folder ini (.png atau .svg); kosong berarti gambar pengganti yang netral
contoh = false    # true hanya untuk latihan dengan data yang dikarang: setiap dokumen lalu ditandai CONTOH

[periode]
tahun = {tahun}    # tahun yang dilaporkan; sama dengan nama folder di atas folder ini
renstra_awal = 2000    # (contoh) tahun pertama Renstra yang berlaku
renstra_akhir = 2000    # (contoh) tahun terakhir Renstra
tenggat = {tahun}-01-01    # (contoh) batas waktu unit mengembalikan formulir
tanggal_dokumen = {tahun}-01-01    # (contoh) tanggal yang tercetak pada dokumen

# Pejabat. Setiap bagian mempunyai kunci yang sama:
#   nama      dengan gelar
#   nip       18 angka, boleh berspasi; boleh kosong
#   pangkat   pangkat dan golongan
#   jabatan   nama jabatan seperti tercetak pada tanda tangan
#   status    "definitif", "plt", atau "plh"
[pejabat.kepala]    # yang menandatangani laporan
nama = "Nama Kepala (contoh)"
nip = "19000101 192001 1 001"    # (contoh)
pangkat = "Pangkat dan golongan (contoh)"
jabatan = "Kepala Dinas (contoh)"
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
jabatan = "Jabatan atasan (contoh)"
nama = "Nama Bupati (contoh)"

# Unit yang mengisi formulir: satu bagian [[unit]] untuk tiap bidang, bagian, atau sekretariat.
[[unit]]
kode = "SEKRETARIAT"    # huruf, angka, tanda hubung; dipakai di kolom unit pada perencanaan.xlsx dan nama formulir
nama = "Sekretariat"    # nama lengkap unit
kepala = "Nama Sekretaris (contoh)"    # yang memeriksa isian; boleh kosong
nip_kepala = ""    # boleh kosong
pic = "Nama Pengisi (contoh)"    # yang mengisi formulir; boleh kosong
kontak = "sekretariat@dinas.example"    # (contoh) telepon atau surel; boleh kosong

[[unit]]
kode = "BIDANG-1"
nama = "Nama Bidang (contoh)"
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
kode_unit = "Kode unit (contoh)"    # kode unit pada nomor surat
pola = "{{klasifikasi}}/{{urut}}/{{kode_unit}}"    # susunan nomor surat
tujuan = "Tujuan surat (contoh)"    # kepada siapa laporan disampaikan
tembusan = []    # misalnya ["Inspektorat", "Arsip"]

# Batas waktu laporan, jam kantor, dan tanda tangan. Yang tertulis di sini adalah nilai bawaan; bagian ini boleh dihapus.
[alur]
# tenggat_laporan = {tahun}-01-01    # batas menyampaikan laporan; bila tidak ditulis, akhir Februari tahun berikutnya
zona = "WIB"    # "WIB", "WITA", atau "WIT"
jam_kerja = ["07.30-12.00", "13.00-16.00"]    # Senin sampai Kamis
jam_jumat = ["07.30-11.30", "13.00-16.30"]    # Jumat
cara_ttd = "basah"    # "basah": di atas kertas; "tte": oleh layanan tanda tangan elektronik; "p12": dengan sertifikat sendiri
"""


def render_instansi(tahun: int, kode: str) -> str:
    """The text of a first instansi.toml for that year and agency."""
    return INSTANSI_TOML.format(tahun=tahun, kode=kode)


def list_contoh(tahun: int) -> frozenset[tuple[str, str]]:
    """The example values of a first instansi.toml as (key, text): what the lines marked "(contoh)" say.

    >>> ("pejabat.kepala.nama", "Nama Kepala (contoh)") in list_contoh(2026)
    True
    """
    baris = render_instansi(tahun, "x").splitlines()
    semua = tomllib.loads("\n".join(baris))
    tetap = tomllib.loads("\n".join(b for b in baris if TANDA not in b))
    return frozenset(flatten(semua)) - frozenset(flatten(tetap))


def flatten(data: Mapping[str, Any], awalan: str = "") -> Iterator[tuple[str, str]]:
    """Each value as (key, text), sections joined by dots, a list's tables under one key; spaces in a NIP do not count."""
    for nama, nilai in data.items():
        kunci = f"{awalan}{nama}"
        for isi in nilai if isinstance(nilai, list | tuple) else [nilai]:
            if isinstance(isi, Mapping):
                yield from flatten(isi, f"{kunci}.")
            else:
                yield kunci, str(isi).replace(" ", "") if nama == "nip" else str(isi)
