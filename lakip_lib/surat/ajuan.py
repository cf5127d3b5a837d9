"""Step 8: the one page on which the head decides: lights, open warnings, what changed, setuju or tolak."""

from collections.abc import Sequence
from datetime import date

from lakip_lib.formats import format_tanggal
from lakip_lib.koreksi.ringkas import Lampu
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import (
    Alinea,
    Baris,
    BarisKotak,
    Centang,
    Daftar,
    Judul,
    Kolom,
    Kotak,
    Naskah,
    Pilihan,
    Rincian,
    RuangTulis,
    Sel,
    SelKotak,
    Subjudul,
    Tabel,
    TandaTangan,
)
from lakip_lib.surat.pihak import get_pejabat, make_penanda, say_jabatan
from lakip_lib.surat.rangka import cut, limit, make_naskah, say_laporan, say_tempat_tanggal

BARIS_TERBANYAK, HURUF_SEBARIS = 12, 92  # lines of both lists, which leave room for the decision on the same page
BARIS_LALU, HURUF_PENJELASAN = (
    3,
    38,
)  # lines that the reason takes of them; letters of a line in the lights' last column
HURUF_ALASAN = 108  # letters of a reason, three lines of its column
HURUF_LALU = 150  # letters of the reason why the version before was given back
KOLOM = (Kolom("Hal", 3.5), Kolom("Nilai", 3.6), Kolom("Keadaan", 3.6), Kolom("Penjelasan", 6.3))


def build_ajuan(
    settings: Instansi,
    lampu: Sequence[Lampu],
    *,
    versi: str,
    peringatan: Sequence[str],
    perubahan: Sequence[str],
    tanggal: date,
    versi_lalu: str = "",
    alasan_lalu: str = "",
    pengaju: str = "sekretaris",
    jejak: str = "",
    logo: bytes | None = None,
) -> Naskah:
    """The page for the head: the lights of `koreksi.ringkas`; `perubahan` tell what changed since `versi_lalu`.

    `alasan_lalu` is why the head gave that version back.
    """
    nama = get_pejabat(settings, pengaju).nama
    ruang = BARIS_TERBANYAK - _count_lebih(lampu) - (BARIS_LALU if alasan_lalu else 0)
    untuk_perubahan = min(_count_baris(perubahan), max(ruang // 2, ruang - _count_baris(peringatan)))
    diajukan = cut(", ".join(filter(None, (nama, say_jabatan(settings, pengaju)))), 90)
    bagian = (
        Judul("Lembar Pengajuan Laporan Kinerja"),
        Rincian(
            (
                ("Dokumen", f"{say_laporan(settings)}, versi {versi}"),
                ("Diajukan oleh", f"{diajukan}, {format_tanggal(tanggal)}"),
                *(((f"Versi {versi_lalu}", f"Dikembalikan: {cut(alasan_lalu, HURUF_LALU)}"),) if alasan_lalu else ()),
            ),
            lebar_cm=2.8,
        ),
        Tabel("Keadaan dokumen", KOLOM, tuple(_light(satu) for satu in lampu)),
        Subjudul("Peringatan yang masih terbuka"),
        _list_butir(peringatan, "Tidak ada.", ruang - untuk_perubahan),
        Subjudul(f"Perubahan sejak versi {versi_lalu}" if versi_lalu else "Perubahan sejak versi sebelumnya"),
        _list_butir(
            perubahan,
            "Tidak ada perubahan angka." if versi_lalu else "Versi pertama yang diajukan.",
            untuk_perubahan,
        ),
        _make_putusan(settings),
    )
    return make_naskah(settings, f"Lembar Pengajuan Versi {versi}", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def _light(lampu: Lampu) -> Baris:
    """What, how much, the light with its word, why."""
    keadaan = Sel(lampu.kata[:1].upper() + lampu.kata[1:], lampu=lampu.warna.value)
    return (lampu.nama, lampu.angka, keadaan, cut(lampu.alasan, HURUF_ALASAN))


def _count_lebih(lampu: Sequence[Lampu]) -> int:
    """The lines that reasons of three lines take more than those of two."""
    return sum(len(satu.alasan) > 2 * HURUF_PENJELASAN for satu in lampu)


def _count_baris(kalimat: Sequence[str]) -> int:
    """The lines that a list takes: no sentence over two."""
    return sum(min(2, -(-len(satu) // HURUF_SEBARIS)) for satu in kalimat)


def _list_butir(kalimat: Sequence[str], kosong: str, baris: int) -> Daftar | Alinea:
    if not kalimat:
        return Alinea(kosong)
    return Daftar(limit(kalimat, baris=baris, huruf=HURUF_SEBARIS), kecil=True)


def _make_putusan(settings: Instansi) -> Kotak:
    """Two boxes to tick, room for the reason, and the head's initials."""
    setuju = Pilihan("Setuju, laporan ditandatangani")
    tolak = Pilihan(f"Tidak setuju, dikembalikan kepada {say_jabatan(settings, 'sekretaris')} dengan alasan:")
    kepala = make_penanda(settings, "kepala", atas=(say_tempat_tanggal(settings, None),))
    kiri = (Alinea("Putusan", tebal=True), Centang((setuju, tolak)), RuangTulis(3))
    return Kotak((BarisKotak((SelKotak(kiri), SelKotak((TandaTangan(kepala, ruang_cm=1.3, penuh=True),)))),))
