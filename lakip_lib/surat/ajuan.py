"""Step 8: the one page on which the head decides: lights, open warnings, what changed, setuju or tolak."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lakip_lib.formats import format_persen, format_tanggal
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
    Warna,
)
from lakip_lib.surat.pihak import get_pejabat, make_penanda, say_jabatan
from lakip_lib.surat.rangka import cut, limit, make_naskah, say_laporan, say_tempat_tanggal

BARIS_TERBANYAK, HURUF_SEBARIS = 5, 92  # what leaves room for the decision on the same page
KOLOM = (Kolom("Hal", 4.2), Kolom("Nilai", 4.0), Kolom("Keadaan", 2.8), Kolom("Ketentuan", 6.0))
KATA_WARNA: dict[Warna, str] = {"hijau": "Baik", "kuning": "Perhatian", "merah": "Tindak lanjut"}
# From which value on a figure is green, and from which yellow (percent).
BATAS_CAPAIAN = (Decimal(100), Decimal(75))
BATAS_PENYERAPAN = (Decimal(90), Decimal(75))
BATAS_TERCAPAI = (Decimal(90), Decimal(75))
SISA_DEKAT = 3  # working days


@dataclass(frozen=True)
class Ringkasan:
    """The figures behind the lights; `sisa_hari` are working days until the report is due, negative when it is past."""

    capaian: Decimal | None
    penyerapan: Decimal | None
    tercapai: int
    jumlah: int
    wajib: int
    peringatan: int
    reviu_ya: int
    reviu_tidak: int
    reviu_belum: int
    sisa_hari: int


def build_ajuan(
    settings: Instansi,
    ringkasan: Ringkasan,
    *,
    versi: str,
    peringatan: Sequence[str],
    perubahan: Sequence[str],
    tanggal: date,
    versi_lalu: str = "",
    pengaju: str = "sekretaris",
    jejak: str = "",
    logo: bytes | None = None,
) -> Naskah:
    """The page for the head; `perubahan` are sentences on what changed since `versi_lalu`."""
    nama = get_pejabat(settings, pengaju).nama
    diajukan = cut(", ".join(filter(None, (nama, say_jabatan(settings, pengaju)))), 90)
    bagian = (
        Judul("Lembar Pengajuan Laporan Kinerja"),
        Rincian(
            (
                ("Dokumen", f"{say_laporan(settings)}, versi {versi}"),
                ("Diajukan oleh", f"{diajukan}, {format_tanggal(tanggal)}"),
            ),
            lebar_cm=2.8,
        ),
        Tabel("Keadaan dokumen", KOLOM, list_lampu(settings, ringkasan)),
        Subjudul("Peringatan yang masih terbuka"),
        _list_butir(peringatan, "Tidak ada."),
        Subjudul(f"Perubahan sejak versi {versi_lalu}" if versi_lalu else "Perubahan sejak versi sebelumnya"),
        _list_butir(perubahan, "Tidak ada perubahan angka." if versi_lalu else "Versi pertama yang diajukan."),
        _make_putusan(settings),
    )
    return make_naskah(settings, f"Lembar Pengajuan Versi {versi}", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def list_lampu(settings: Instansi, r: Ringkasan) -> tuple[Baris, ...]:
    """Six rows: what, how much, its light with a word, what the light means."""
    tercapai = Decimal(r.tercapai * 100) / r.jumlah if r.jumlah else None
    reviu = f"{r.reviu_ya} ya, {r.reviu_tidak} tidak, {r.reviu_belum} belum dijawab"
    temuan = f"{r.wajib} wajib, {r.peringatan} peringatan"
    hari = f"{r.sisa_hari} hari kerja lagi" if r.sisa_hari >= 0 else f"lewat {-r.sisa_hari} hari kerja"
    return (
        _light("Capaian kinerja", format_persen(r.capaian), _weigh(r.capaian, BATAS_CAPAIAN), _say(BATAS_CAPAIAN)),
        _light(
            "Penyerapan anggaran",
            format_persen(r.penyerapan),
            _weigh(r.penyerapan, BATAS_PENYERAPAN),
            _say(BATAS_PENYERAPAN),
        ),
        _light(
            "Indikator tercapai",
            f"{r.tercapai} dari {r.jumlah}",
            _weigh(tercapai, BATAS_TERCAPAI),
            _say(BATAS_TERCAPAI),
        ),
        _light(
            "Temuan terbuka",
            temuan,
            "merah" if r.wajib else "kuning" if r.peringatan else "hijau",
            "hijau bila tidak ada, merah bila ada yang wajib",
        ),
        _light(
            "Daftar periksa reviu",
            reviu,
            "merah" if r.reviu_tidak else "kuning" if r.reviu_belum else "hijau",
            "hijau bila semua ya, merah bila ada yang tidak",
        ),
        _light(
            "Batas waktu laporan",
            f"{format_tanggal(settings.tenggat_laporan)}, {hari}",
            "merah" if r.sisa_hari < 0 else "kuning" if r.sisa_hari <= SISA_DEKAT else "hijau",
            f"kuning bila tinggal {SISA_DEKAT} hari kerja atau kurang",
        ),
    )


def _light(hal: str, nilai: str, warna: Warna, arti: str) -> Baris:
    return (hal, nilai, Sel(KATA_WARNA[warna], lampu=warna), arti)


def _weigh(nilai: Decimal | None, batas: tuple[Decimal, Decimal]) -> Warna:
    if nilai is None:
        return "kuning"
    return "hijau" if nilai >= batas[0] else "kuning" if nilai >= batas[1] else "merah"


def _say(batas: tuple[Decimal, Decimal]) -> str:
    return f"hijau mulai {format_persen(batas[0], 0)}, kuning mulai {format_persen(batas[1], 0)}"


def _list_butir(kalimat: Sequence[str], kosong: str) -> Daftar | Alinea:
    if not kalimat:
        return Alinea(kosong)
    return Daftar(limit(kalimat, baris=BARIS_TERBANYAK, huruf=HURUF_SEBARIS), kecil=True)


def _make_putusan(settings: Instansi) -> Kotak:
    """Two boxes to tick, room for the reason, and the head's initials."""
    setuju = Pilihan("Setuju, laporan ditandatangani")
    tolak = Pilihan(f"Tidak setuju, dikembalikan kepada {say_jabatan(settings, 'sekretaris')} dengan alasan:")
    kepala = make_penanda(settings, "kepala", atas=(say_tempat_tanggal(settings, None),))
    kiri = (Alinea("Putusan", tebal=True), Centang((setuju, tolak)), RuangTulis(3))
    return Kotak((BarisKotak((SelKotak(kiri, 1.15), SelKotak((TandaTangan(kepala, ruang_cm=1.3, penuh=True),)))),))
