"""Sheets F1 and F2 as data: the figures of each indikator and why they came out so (PROMISES §4)."""

from lakip_lib.forms.skema import CARA_ANGKA, KolomIsian, LembarIsian, kolom_kode
from lakip_lib.istilah import ARAH_LABEL, TW, TW_LABEL, Arah, StatusData


def _target_tw() -> tuple[KolomIsian, ...]:
    return tuple(
        KolomIsian(
            f"target_{tw}",
            f"Target {TW_LABEL[tw]}",
            "angka",
            f"Target {TW_LABEL[tw]} menurut rencana aksi. Terisi dari perencanaan.",
            lebar=6,
            boleh_huruf=True,
        )
        for tw in TW
    )


def _realisasi_tw() -> tuple[KolomIsian, ...]:
    return tuple(
        KolomIsian(
            tw,
            f"Realisasi {TW_LABEL[tw]}",
            "angka",
            f"Realisasi pada {TW_LABEL[tw]} saja, bukan jumlah sejak Januari, kecuali indikator posisi akhir. "
            f"{CARA_ANGKA} Kosongkan bila tidak diukur per triwulan.",
            ditulis_unit=True,
            lebar=8,
            boleh_huruf=True,
            sinonim=(TW_LABEL[tw], f"Capaian {TW_LABEL[tw]}"),
        )
        for tw in TW
    )


F1 = LembarIsian(
    "F1",
    "F1 Capaian",
    "Capaian indikator kinerja",
    (
        kolom_kode(
            "Kode indikator dari perencanaan. Mohon tidak diubah.", "Kode indikator", "Kode IKU", "ID indikator"
        ),
        KolomIsian(
            "sasaran",
            "Sasaran",
            "teks",
            "Sasaran strategis yang diukur oleh indikator ini.",
            lebar=15,
            sinonim=("Sasaran strategis", "Uraian sasaran"),
        ),
        KolomIsian(
            "indikator",
            "Indikator",
            "teks",
            "Nama indikator menurut Perjanjian Kinerja.",
            lebar=20,
            sinonim=("Indikator kinerja", "Indikator kinerja utama", "IKU", "Nama indikator", "Uraian indikator"),
        ),
        KolomIsian(
            "satuan",
            "Satuan",
            "teks",
            "Satuan target dan realisasi. Bila keliru, sampaikan kepada Subbagian Perencanaan.",
            lebar=9,
            sinonim=("Satuan ukur",),
        ),
        KolomIsian(
            "arah",
            "Arah",
            "pilihan",
            "; ".join(f"{arah}: {ARAH_LABEL[arah]}" for arah in Arah) + ".",
            lebar=6,
            pilihan=tuple(Arah),
            sinonim=("Polarisasi", "Polaritas", "Tren"),
        ),
        KolomIsian(
            "target",
            "Target",
            "angka",
            "Target setahun menurut Perjanjian Kinerja terakhir. Dikunci: usul perubahan disampaikan dengan surat, "
            "bukan ditimpa.",
            lebar=7,
            boleh_huruf=True,
            sinonim=("Target tahun", "Target tahunan", "Target setahun", "Target th", "Target PK"),
        ),
        *_target_tw(),
        *_realisasi_tw(),
        KolomIsian(
            "realisasi",
            "Realisasi",
            "angka",
            f"Realisasi setahun. {CARA_ANGKA} Data belum rilis: kosongkan dan pilih 'belum rilis' pada Status data.",
            ditulis_unit=True,
            wajib=True,
            lebar=8,
            boleh_huruf=True,
            sinonim=("Realisasi tahun", "Realisasi tahunan", "Realisasi setahun", "Realisasi th"),
        ),
        KolomIsian(
            "status_data",
            "Status data",
            "pilihan",
            "final: angka tetap; sementara: dapat berubah; belum rilis: belum ada angka resmi (alasan wajib diisi).",
            ditulis_unit=True,
            wajib=True,
            lebar=9,
            pilihan=tuple(StatusData),
            sinonim=("Status", "Status angka"),
        ),
        KolomIsian(
            "alasan",
            "Alasan",
            "teks",
            "Mengapa data belum rilis atau masih sementara, dan kapan diperkirakan terbit.",
            ditulis_unit=True,
            lebar=13,
            sinonim=("Alasan belum rilis", "Penjelasan status"),
        ),
        KolomIsian(
            "pembilang",
            "Pembilang",
            "angka",
            "Untuk persentase atau rasio: bagian yang diukur, misalnya jumlah OPD yang terhubung.",
            ditulis_unit=True,
            lebar=9,
        ),
        KolomIsian(
            "penyebut",
            "Penyebut",
            "angka",
            "Untuk persentase atau rasio: keseluruhan, misalnya jumlah seluruh OPD.",
            ditulis_unit=True,
            lebar=9,
        ),
        KolomIsian(
            "sumber_data",
            "Sumber data",
            "teks",
            "Dokumen atau instansi asal angka, misalnya laporan hasil evaluasi dan nomornya.",
            ditulis_unit=True,
            lebar=13,
            sinonim=("Sumber", "Asal data"),
        ),
    ),
    beku=3,
)

F2 = LembarIsian(
    "F2",
    "F2 Analisis",
    "Analisis capaian indikator",
    (
        kolom_kode("Kode indikator, sama dengan F1. Mohon tidak diubah.", "Kode indikator", "Kode IKU"),
        KolomIsian(
            "indikator",
            "Indikator",
            "teks",
            "Nama indikator menurut Perjanjian Kinerja.",
            lebar=26,
            sinonim=("Indikator kinerja", "IKU", "Nama indikator"),
        ),
        KolomIsian(
            "faktor_pendukung",
            "Faktor pendukung",
            "teks",
            "Apa yang membuat target tercapai. Satu sampai tiga kalimat, khusus untuk indikator ini.",
            ditulis_unit=True,
            wajib=True,
            lebar=30,
            sinonim=("Faktor keberhasilan", "Penyebab keberhasilan", "Pendukung", "Faktor pendorong"),
        ),
        KolomIsian(
            "faktor_penghambat",
            "Faktor penghambat",
            "teks",
            "Apa yang menghambat atau menyebabkan target belum tercapai. Tulis 'tidak ada' bila memang tidak ada.",
            ditulis_unit=True,
            wajib=True,
            lebar=30,
            sinonim=(
                "Penyebab kegagalan",
                "Hambatan",
                "Kendala",
                "Permasalahan",
                "Kendala yang dihadapi",
                "Penghambat",
            ),
        ),
        KolomIsian(
            "solusi",
            "Solusi yang telah dilakukan",
            "teks",
            "Langkah yang sudah dijalankan tahun ini untuk mengatasi hambatan.",
            ditulis_unit=True,
            wajib=True,
            lebar=30,
            sinonim=("Solusi", "Solusi yang dilakukan", "Solusi yg telah dilakukan", "Upaya yang telah dilakukan"),
        ),
        KolomIsian(
            "tindak_lanjut",
            "Rencana tindak lanjut",
            "teks",
            "Langkah berikutnya yang direncanakan, agar target tahun depan tercapai.",
            ditulis_unit=True,
            wajib=True,
            lebar=30,
            sinonim=("Tindak lanjut", "RTL", "Rencana aksi tindak lanjut"),
        ),
        KolomIsian(
            "penanggung_jawab",
            "Penanggung jawab",
            "teks",
            "Jabatan atau tim yang menjalankan tindak lanjut.",
            ditulis_unit=True,
            lebar=17,
            sinonim=("PJ", "PIC", "PIC tindak lanjut", "Penanggungjawab"),
        ),
        KolomIsian(
            "waktu",
            "Waktu",
            "teks",
            "Kapan tindak lanjut selesai, misalnya TW II 2026.",
            ditulis_unit=True,
            lebar=13,
            sinonim=("Batas waktu", "Batas waktu TL", "Jadwal", "Waktu pelaksanaan", "Target waktu"),
        ),
    ),
    beku=2,
)
