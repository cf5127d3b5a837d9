"""The sheets of perencanaan.xlsx as data: one table a sheet, headers are the identifiers (PROMISES §3)."""

from lakip_lib.forms.skema import Jenis, KolomIsian, TabelRencana
from lakip_lib.istilah import AGREGASI_LABEL, ARAH_LABEL, TW, TW_LABEL, Agregasi, Arah, Metode, VersiTarget

YA_TIDAK = ("ya", "tidak")
LINGKUP = ("nasional", "provinsi", "sejenis")
JENIS_STANDAR = ("ambang", "rata-rata")
JENIS_INDIKATOR = ("IKU", "IK")
PENUNJANG = "penunjang"


def _kolom(
    nama_kolom: str,
    penjelasan: str,
    jenis: Jenis = "teks",
    lebar: int = 14,
    *,
    wajib: bool = False,
    pilihan: tuple[str, ...] = (),
    boleh_huruf: bool = False,
    sinonim: tuple[str, ...] = (),
) -> KolomIsian:
    return KolomIsian(
        nama_kolom,
        nama_kolom,
        "pilihan" if pilihan else jenis,
        penjelasan,
        ditulis_unit=True,
        wajib=wajib,
        lebar=lebar,
        pilihan=pilihan,
        boleh_huruf=boleh_huruf,
        sinonim=sinonim,
    )


def _indikator_tahun() -> tuple[KolomIsian, KolomIsian]:
    return (
        _kolom("indikator", "Kode indikator, seperti pada lembar Indikator.", "kode", wajib=True),
        _kolom("tahun", "Tahun, empat angka.", "angka", 8, wajib=True),
    )


TUJUAN = TabelRencana(
    "Tujuan",
    "Tujuan Renstra",
    (
        _kolom("kode", "Kode tujuan, misalnya T1. Tetap sama sepanjang Renstra.", "kode", wajib=True),
        _kolom("uraian", "Bunyi tujuan menurut Renstra.", lebar=70, wajib=True),
    ),
    ("kode",),
)

SASARAN = TabelRencana(
    "Sasaran",
    "Sasaran strategis",
    (
        _kolom("kode", "Kode sasaran, misalnya S1. Tetap sama sepanjang Renstra.", "kode", wajib=True),
        _kolom("tujuan", "Kode tujuan yang didukung.", "kode"),
        _kolom("uraian", "Bunyi sasaran menurut Renstra atau Perjanjian Kinerja.", lebar=70, wajib=True),
        _kolom("bobot", "Bobot dalam persen. Kosong: semua sasaran sama berat. Bila diisi, jumlahnya 100.", "angka"),
    ),
    ("kode",),
)

INDIKATOR = TabelRencana(
    "Indikator",
    "Indikator kinerja",
    (
        _kolom("kode", "Kode indikator, misalnya IK-1.1. Tetap sama walaupun nama berubah.", "kode", wajib=True),
        _kolom("sasaran", "Kode sasaran yang diukur.", "kode", wajib=True),
        _kolom("nama", "Nama indikator menurut Perjanjian Kinerja.", lebar=50, wajib=True),
        _kolom("jenis", "IKU: indikator kinerja utama; IK: indikator lain.", pilihan=JENIS_INDIKATOR),
        _kolom("satuan", "Satuan target dan realisasi, misalnya persen, indeks, dokumen.", wajib=True),
        _kolom("desimal", "Banyak angka di belakang koma yang dicetak.", "angka", 9),
        _kolom(
            "arah",
            "; ".join(f"{a}: {ARAH_LABEL[a]}" for a in Arah) + ".",
            wajib=True,
            pilihan=tuple(Arah),
            sinonim=("polarisasi",),
        ),
        _kolom("metode", "Rumus capaian. Kosong: ditentukan dari arah dan bentuk target.", pilihan=tuple(Metode)),
        _kolom(
            "agregasi",
            "Cara triwulan menjadi setahun. " + "; ".join(f"{a}: {AGREGASI_LABEL[a]}" for a in Agregasi) + ".",
            pilihan=tuple(Agregasi),
        ),
        _kolom("pita_bawah", "Khusus STAB: toleransi di bawah target, persen dari target.", "angka"),
        _kolom("pita_atas", "Khusus STAB: toleransi di atas target, persen dari target.", "angka"),
        _kolom("kumulatif_renstra", "ya: target Renstra menumpuk dari tahun ke tahun.", pilihan=YA_TIDAK, lebar=18),
        _kolom("kondisi_awal", "Nilai pada awal Renstra.", "angka", boleh_huruf=True),
        _kolom("tahun_awal", "Tahun kondisi awal.", "angka"),
        _kolom("definisi", "Definisi operasional.", lebar=40),
        _kolom("formula", "Cara menghitung dalam kata, misalnya pembilang dibagi penyebut dikali 100.", lebar=40),
        _kolom("sumber_data", "Dokumen atau instansi asal data.", lebar=30),
        _kolom("unit", "Kode unit penanggung jawab, seperti pada instansi.toml.", "kode", wajib=True),
        _kolom("pic", "Jabatan yang dapat dihubungi.", lebar=20),
        _kolom("waktu_rilis", "Kapan angka resmi biasa terbit, misalnya Maret tahun berikutnya.", lebar=20),
        _kolom("bobot", "Bobot dalam sasaran, persen. Kosong: sama berat.", "angka", 9),
    ),
    ("kode",),
)

TARGET = TabelRencana(
    "Target",
    "Target indikator",
    (
        *_indikator_tahun(),
        _kolom(
            "versi",
            "Dokumen asal target; untuk tahun laporan yang terakhir berlaku.",
            wajib=True,
            pilihan=tuple(VersiTarget),
        ),
        _kolom("target", "Angka, rentang 80-90, atau predikat huruf.", "angka", wajib=True, boleh_huruf=True),
        *(_kolom(tw, f"Target {TW_LABEL[tw]}.", "angka", 9, boleh_huruf=True, sinonim=(f"target {tw}",)) for tw in TW),
        _kolom("keterangan", "Catatan, misalnya alasan perubahan target.", lebar=40),
    ),
    ("indikator", "tahun", "versi"),
)

RIWAYAT = TabelRencana(
    "Riwayat",
    "Riwayat tahun-tahun lalu",
    (
        *_indikator_tahun(),
        _kolom("target", "Target tahun itu.", "angka", boleh_huruf=True),
        _kolom("realisasi", "Realisasi tahun itu. Kosong bila tidak ada data.", "angka", boleh_huruf=True),
        _kolom("capaian_tercetak", "Capaian persis seperti tercetak pada laporan lama.", "angka", 17),
        _kolom("catatan", "Catatan, misalnya perubahan rumus.", lebar=40),
    ),
    ("indikator", "tahun"),
)

STANDAR = TabelRencana(
    "Standar",
    "Standar pembanding",
    (
        *_indikator_tahun(),
        _kolom("nilai", "Nilai pembanding.", "angka", wajib=True, boleh_huruf=True),
        _kolom("lingkup", "Siapa yang dibandingkan.", pilihan=LINGKUP),
        _kolom("jenis", "ambang: nilai yang harus dicapai; rata-rata: nilai rata-rata.", pilihan=JENIS_STANDAR),
        _kolom("sumber", "Dokumen asal nilai.", lebar=40),
    ),
    ("indikator", "tahun", "lingkup"),
)

PROGRAM = TabelRencana(
    "Program",
    "Program, kegiatan, dan sub kegiatan",
    (
        _kolom("kode", "Kode program, kegiatan, atau sub kegiatan; yang terdalam berlaku.", "kode", 22, wajib=True),
        _kolom("uraian", "Nama menurut DPA.", lebar=50),
        _kolom("sasaran", f"Kode sasaran yang didukung, atau '{PENUNJANG}'.", "kode"),
        _kolom("porsi", "Bagian anggaran untuk sasaran itu, persen. Beberapa baris satu kode: jumlahnya 100.", "angka"),
        _kolom("unit", "Kode unit pelaksana.", "kode"),
        _kolom("keluaran", "Indikator keluaran menurut DPA.", lebar=40),
        _kolom("satuan", "Satuan keluaran."),
        _kolom("target_keluaran", "Target keluaran setahun.", "angka", 16),
        _kolom("sumber_dana", "Misalnya DAU, DAK, PAD.", lebar=16),
    ),
    ("kode", "sasaran"),
)

PETA_KODE = TabelRencana(
    "PetaKode",
    "Perubahan kode anggaran",
    (
        _kolom("kode_lama", "Kode sebelum berubah.", "kode", 26),
        _kolom("kode_baru", "Kode yang menggantikannya.", "kode", 26),
        _kolom("tahun", "Tahun kode baru mulai berlaku.", "angka", 8),
    ),
    ("kode_lama", "tahun"),
)

PEGAWAI = TabelRencana(
    "Pegawai",
    "Jumlah pegawai",
    (
        _kolom("kelompok", "Dasar pengelompokan, misalnya pendidikan atau golongan.", lebar=24),
        _kolom("kategori", "Misalnya S1 atau golongan III.", lebar=24),
        _kolom("jumlah", "Banyak orang. Tanpa nama dan NIP.", "angka", 10),
    ),
    ("kelompok", "kategori"),
)

TINDAK_LANJUT = TabelRencana(
    "TindakLanjut",
    "Tindak lanjut rekomendasi evaluasi",
    (
        _kolom("rekomendasi", "Rekomendasi evaluasi tahun lalu.", lebar=50),
        _kolom("tindak_lanjut", "Apa yang sudah dilakukan.", lebar=50),
        _kolom("status", "Misalnya selesai, dalam proses, belum.", lebar=16),
        _kolom("bukti", "Dokumen pembuktian.", lebar=30),
    ),
)

TABEL_RENCANA = (
    TUJUAN,
    SASARAN,
    INDIKATOR,
    TARGET,
    RIWAYAT,
    STANDAR,
    PROGRAM,
    PETA_KODE,
    PEGAWAI,
    TINDAK_LANJUT,
)


def get_tabel(nama: str) -> TabelRencana:
    """The planning table of that sheet name, compared without case; KeyError otherwise."""
    return {tabel.nama.casefold(): tabel for tabel in TABEL_RENCANA}[nama.strip().casefold()]
