"""Units of measurement: which are counted, so that the parts of a year add up, and which say a level (DOMAIN §5.4)."""

import re

from lakip_lib.istilah import Agregasi, Arah

HITUNGAN = frozenset([
    "acara", "aduan", "advokasi", "agenda", "akta", "akun", "anak", "anggota", "angkatan", "aparatur", "aplikasi",
    "armada", "arsip", "artikel", "balita", "bangunan", "barang", "batang", "bayi", "bencana", "benih", "berita",
    "berkas", "bibit", "bibliografi", "bidan", "bidang", "bimtek", "buah", "buku", "buletin", "bulletin",
    "bumdes", "cabang", "data", "dataset", "desa", "diklat", "dokter", "dokumen", "domain", "dosis", "ekor",
    "eks", "eksemplar", "embung", "event", "festival", "fitur", "forum", "foto", "gampong", "gangguan",
    "gapoktan", "gedung", "guru", "ha", "halte", "hektar", "hektare", "hki", "hotspot", "ibu", "ikm",
    "infografis", "inovasi", "insiden", "inspeksi", "instansi", "instrumen", "investor", "irigasi", "izin",
    "jaringan", "jembatan", "jenis", "jiwa", "jp", "judul", "jurnal", "kader", "kajian", "kali", "kanal", "kapal",
    "kartu", "karya", "kasus", "kebakaran", "kebijakan", "kecamatan", "kecelakaan", "kegiatan", "kejadian",
    "kelompok", "keluarga", "keluhan", "kelurahan", "kendaraan", "kepala", "keputusan", "kerjasama", "kg",
    "kilogram", "kilometer", "kk", "km", "kompetisi", "komputer", "komunitas", "konsultasi", "konten", "kontrak",
    "koperasi", "kuintal", "kunjungan", "kursus", "kwintal", "laman", "lampu", "lansia", "lap", "laporan",
    "layanan", "lembaga", "lembar", "liputan", "liter", "lokakarya", "lokasi", "lomba", "lulusan", "m", "m2",
    "m3", "mahasiswa", "medali", "media", "mediasi", "menara", "meter", "modul", "mou", "nagari", "narasumber",
    "naskah", "nelayan", "nib", "opd", "operasi", "orang", "organisasi", "ormas", "pagelaran", "paket", "pameran",
    "pasar", "pasien", "paten", "patroli", "pd", "pedagang", "pegawai", "pelaku", "pelanggan", "pelanggaran",
    "pelatihan", "pemeriksaan", "pemohon", "pemustaka", "pencari", "pendaftar", "penduduk", "penelitian",
    "penerima", "pengaduan", "pengawasan", "pengguna", "penghargaan", "pengujian", "pengunjung", "pengusaha",
    "penonton", "penumpang", "perangkat", "peraturan", "perawat", "perbup", "perda", "peristiwa", "perizinan",
    "perjanjian", "perkada", "perkara", "permohonan", "perpustakaan", "pertandingan", "pertemuan", "perusahaan",
    "peserta", "peta", "petani", "pju", "podcast", "pohon", "poktan", "portal", "postingan", "prestasi", "produk",
    "program", "proposal", "proyek", "publikasi", "puskesmas", "putusan", "rambu", "ranperda", "rapat", "raperda",
    "regulasi", "rekomendasi", "relawan", "remaja", "resep", "responden", "rilis", "rim", "rit", "rp", "rt",
    "rtlh", "ruas", "rumah", "rupiah", "rw", "saluran", "sambungan", "sampel", "santri", "satker", "sekolah",
    "seminar", "sengketa", "sertifikat", "server", "sesi", "set", "siaran", "sidang", "sistem", "siswa", "situs",
    "skpd", "sop", "sosialisasi", "spesimen", "stel", "studi", "subdomain", "sumur", "surat", "taman", "tayangan",
    "temuan", "tenaga", "tiket", "tindakan", "titik", "ton", "transaksi", "trip", "ukm", "umkm", "unggahan",
    "unit", "usaha", "usulan", "video", "warga", "webinar", "website", "wirausaha", "wisatawan", "workshop",
])  # fmt: skip
TINGKATAN = frozenset([
    "ada", "akreditasi", "angka", "bintang", "bulan", "derajat", "detik", "gbps", "grade", "hari", "huruf",
    "indeks", "index", "jam", "kategori", "koefisien", "laju", "level", "mbps", "menit", "minggu", "nilai",
    "opini", "perbandingan", "peringkat", "permil", "persen", "persentase", "poin", "point", "ppm", "predikat",
    "prosen", "prosentase", "rangking", "ranking", "rasio", "rata", "ratio", "score", "skor", "status", "tahun",
    "tidak", "tingkat", "umur", "usia", "ya",
])  # fmt: skip


def is_hitungan(satuan: str) -> bool | None:
    """Whether a unit is counted, by its first and last word; False for a level or a ratio, None for one unknown.

    >>> is_hitungan("Perangkat Daerah"), is_hitungan("kasus per 1.000 KH"), is_hitungan("indeks layanan")
    (True, False, False)
    >>> is_hitungan("gawai") is None
    True
    """
    teks = satuan.casefold().replace("kerja sama", "kerjasama")
    kata = re.findall(r"[a-z]+[0-9]?", teks)
    if re.search(r"[/%‰]", teks) or "per" in kata:
        return False
    if not kata or kata[0] in TINGKATAN:
        return False if kata else None
    if kata[0] in HITUNGAN or kata[-1] in HITUNGAN:
        return True
    return False if kata[-1] in TINGKATAN else None


def choose_agregasi(satuan: str, arah: Arah) -> Agregasi:
    """The default for quarters (DOMAIN §5.4): counted units jumlah; %, indeks, nilai, predikat and all minimum akhir.

    >>> choose_agregasi("Konten", Arah.MAX), choose_agregasi("%", Arah.MAX), choose_agregasi("insiden", Arah.MIN)
    (<Agregasi.JUMLAH: 'jumlah'>, <Agregasi.AKHIR: 'akhir'>, <Agregasi.AKHIR: 'akhir'>)
    """
    return Agregasi.JUMLAH if arah is Arah.MAX and is_hitungan(satuan) else Agregasi.AKHIR
