"""What the help pages of the SOP's own steps say: what a step needs, does and leaves, and an example."""

SEBAR = """Langkah 3: menyiapkan paket formulir tiap unit dan mencatat bahwa paket itu dikirim.
Memerlukan formulir dari lakip formulir. Setiap paket berisi formulir, nota dinas dengan batas waktu, dan tanda terima;
di sampingnya ada teks pengingat yang siap ditempel ke WhatsApp atau surel, dan daftar semua berkas dengan SHA-256.
Hasilnya di reports/<tahun>/<instansi>/alur/sebar. Saluran dan waktu kirim tercatat dalam buku alur.

Contoh:
lakip sebar data/raw/2026/dinas-contoh --lewat WhatsApp
lakip sebar data/raw/2026/dinas-contoh --lewat surel --unit IKP"""

KOREKSI = """Langkah 7: koreksi dokumen oleh Sekretaris, atau pena merah untuk LKjIP mana pun dengan --asing.
Menjawab 23 butir daftar periksa reviu dari data (jawaban, alasan, bukti); yang harus dijawab orang diberikan dengan
--jawab. Dokumen Word yang sudah disunting dibawa kembali dengan --kembali: yang berubah disebut satu per satu, naskah
yang disunting masuk ke narasi dengan --terima, angka yang berubah ditolak beserta sel yang harus diperbaiki.
Kode keluar 3 bila masih ada yang perlu diperbaiki.

Contoh:
lakip koreksi data/raw/2026/dinas-contoh --jawab "II.1=ya: disusun Subbagian Program"
lakip koreksi data/raw/2026/dinas-contoh --kembali LKjIP-koreksi.docx --terima
lakip koreksi data/raw/2026/dinas-contoh --banding 1.1:1.2
lakip koreksi --asing laporan-lain.pdf --keluaran coretan.csv"""

AJUKAN = """Langkah 8: mengajukan naskah yang sudah dikoreksi kepada kepala instansi.
Memerlukan koreksi yang lolos untuk versi yang sama. Membuat lembar satu halaman (Word dan PDF): lampu capaian dan
anggaran, temuan yang masih terbuka, yang berubah sejak versi sebelumnya, dan kotak keputusan.

Contoh:
lakip ajukan data/raw/2026/dinas-contoh"""

SETUJUI = """Langkah 9: persetujuan kepala instansi; dokumen akhir dibekukan bita demi bita.
Memerlukan terbitan akhir (lakip susun --final) dari versi yang diajukan. Cara tanda tangan menurut alur.cara_ttd pada
instansi.toml: basah di atas kertas, tte oleh layanan di luar lakip, atau p12 dengan sertifikat sendiri. PDF yang sudah
ditandatangani di luar dibawa masuk dengan --tertanda dan dibandingkan dengan yang dibekukan. Kata sandi sertifikat
diketik saat diminta atau diambil dari LAKIP_SANDI_P12.

Contoh:
lakip setujui data/raw/2026/dinas-contoh
lakip setujui data/raw/2026/dinas-contoh --tertanda LKjIP-tertanda.pdf"""

TOLAK = """Langkah 9: penolakan kepala instansi; naskah kembali kepada Sekretaris dengan alasan dan versi berikutnya.
Memerlukan naskah yang sudah diajukan. Membuat lembar pengembalian (Word dan PDF). Sesudahnya naskah diperbaiki,
disusun lagi, dikoreksi, dan diajukan lagi.

Contoh:
lakip tolak data/raw/2026/dinas-contoh --alasan "Sebab penurunan IKM belum dijelaskan" """

SURAT = """Langkah 10: surat pengantar dengan nomor dari register surat.
Memerlukan dokumen yang sudah ditandatangani. Surat yang sama tetap bernomor sama; nomor yang dibatalkan dengan --batal
tetap tercatat dan tidak dipakai lagi. Alamat, tembusan, dan pola nomor berasal dari bagian surat pada instansi.toml.
Hasilnya surat pengantar (Word dan PDF) dengan bagian tanda terima.

Contoh:
lakip surat data/raw/2026/dinas-contoh
lakip surat data/raw/2026/dinas-contoh --batal "Salah alamat" """

ARSIP = """Langkah 11: satu berkas ZIP berisi seluruh pekerjaan, dan salinan publik tanpa data pribadi.
Memerlukan surat pengantar. Isinya laporan, surat, masukan, notebook, hasil, daftar periksa, keputusan, bukti, buku alur,
dan daftar SHA-256; bita yang berubah di mana pun terlihat dengan lakip verifikasi. Nama arsip memuat kode arsipnya.

Contoh:
lakip arsip data/raw/2026/dinas-contoh"""

STATUS = """Menampilkan sampai di mana penyusunan laporan: langkah, pelaku, lama kerja terhadap batas SOP, dan keadaan unit.
Lama kerja dihitung menurut jam kantor dan hari libur (hari-libur.csv). Dengan --html ditulis sebagai satu halaman
dengan garis waktu rencana dan kenyataan. Tidak mengubah buku alur.

Contoh:
lakip status data/raw/2026/dinas-contoh
lakip status data/raw/2026/dinas-contoh --html"""

VERIFIKASI = """Memeriksa buku alur dan berkasnya, atau sebuah arsip ZIP, sampai bita terakhir.
Menyebut entri atau berkas yang berubah, hilang, atau ditambahkan. Arsip dapat diperiksa di komputer lain; dengan
--bangun laporannya disusun ulang dari arsip dan dibandingkan. Kode keluar 3 bila ada yang tidak cocok.

Contoh:
lakip verifikasi data/raw/2026/dinas-contoh
lakip verifikasi LKjIP-2026-dinas-contoh-3fa912cd00ff4711.zip --bangun uji-arsip"""

TONGGAK = """Mencatat peristiwa di samping langkah SOP yang dinilai pada evaluasi: reviu, publikasi, atau terkirim.
Berkas buktinya disalin dan dicatat sidiknya. Dapat diberikan kapan saja setelah dokumen disusun.

Contoh:
lakip tonggak data/raw/2026/dinas-contoh reviu --keterangan "Inspektorat" --bukti pernyataan.pdf
lakip tonggak data/raw/2026/dinas-contoh publikasi --keterangan "https://dinas.example/lkjip" """
