"""The self-score of Pelaporan Kinerja, component 3 of the LKE (PermenPAN-RB 88/2021)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from lakip_lib.formats import format_angka
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Alinea, Baris, Judul, Kolom, Naskah, Sel, Subjudul, Tabel, Utuh, Warna
from lakip_lib.surat.rangka import make_naskah, say_laporan, sign

Pemenuhan = Literal["terpenuhi", "belum", "perlu bukti"]
WARNA_PEMENUHAN: dict[Pemenuhan, Warna] = {"terpenuhi": "hijau", "belum": "merah", "perlu bukti": "kuning"}
BATAS_USUL = (
    "Usulan berhenti pada BB. Predikat AA dan A mensyaratkan upaya yang patut dicontoh dan hanya dapat diberikan oleh "
    "evaluator."
)
KOLOM_KRITERIA = (Kolom("Kode", 1.5), Kolom("Kriteria", 7.6), Kolom("Keadaan", 2.9), Kolom("Bukti", 5.0))
KOLOM_USUL = (
    Kolom("Subkomponen", 6.0),
    Kolom("Bobot", 1.8, "kanan"),
    Kolom("Terpenuhi", 2.6, "kanan"),
    Kolom("Usulan", 1.8, "tengah"),
    Kolom("Nilai", 1.8, "kanan"),
    Kolom("Poin", 1.8, "kanan"),
    Kolom("Masih dapat diraih", 2.6, "kanan"),
)


@dataclass(frozen=True)
class BarisLke:
    """One criterion: its code ("3.a.1"), its words, whether it is met, the evidence."""

    kode: str
    kriteria: str
    keadaan: Pemenuhan
    bukti: tuple[str, ...] = ()


@dataclass(frozen=True)
class SubLke:
    """The proposal for one sub-component: its weight, grade, value, points, and the points up to the highest proposal."""

    kode: str
    nama: str
    bobot: Decimal
    terpenuhi: int
    jumlah: int
    predikat: str
    nilai: Decimal
    poin: Decimal
    sisa: Decimal


def build_lke(
    settings: Instansi,
    baris: Sequence[BarisLke],
    usulan: Sequence[SubLke],
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
) -> Naskah:
    """The sheet: the proposal a sub-component, then each criterion with its evidence."""
    bagian = (
        Judul("Penilaian Mandiri Pelaporan Kinerja", bawah=("Komponen 3 Lembar Kerja Evaluasi", say_laporan(settings))),
        Subjudul("Usulan nilai"),
        Tabel("Usulan nilai setiap subkomponen", KOLOM_USUL, tuple(_list_usulan(usulan))),
        Alinea(BATAS_USUL),
        Subjudul("Kriteria"),
        Tabel("Pemenuhan setiap kriteria", KOLOM_KRITERIA, tuple(_list_kriteria(baris, usulan))),
        Utuh(
            (
                Alinea(
                    "Penilaian mengikuti Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi "
                    "Birokrasi Nomor 88 Tahun 2021. Keadaan perlu bukti berarti lakip "
                    "tidak dapat memastikannya dari berkas; lampirkan buktinya.",
                    kecil=True,
                ),
                sign(settings, "kasubag_program", tanggal, kiri="sekretaris"),
            )
        ),
    )
    return make_naskah(settings, "Penilaian Mandiri LKE", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def _list_usulan(usulan: Sequence[SubLke]) -> Iterator[Baris]:
    for s in usulan:
        yield (
            f"{s.kode} {s.nama}",
            format_angka(s.bobot, 1),
            f"{s.terpenuhi} dari {s.jumlah}",
            s.predikat,
            format_angka(s.nilai, 0),
            format_angka(s.poin, 2),
            format_angka(s.sisa, 2),
        )
    jumlah = [sum((getattr(s, nama) for s in usulan), Decimal(0)) for nama in ("bobot", "poin", "sisa")]
    bobot, poin, sisa = jumlah
    teks = ("Jumlah", format_angka(bobot, 1), "", "", "", format_angka(poin, 2), format_angka(sisa, 2))
    yield tuple(Sel(t, tebal=True) for t in teks)


def _list_kriteria(baris: Sequence[BarisLke], usulan: Sequence[SubLke]) -> Iterator[Baris]:
    for s in usulan:
        yield (Sel(f"{s.kode} {s.nama}", tebal=True, rentang=len(KOLOM_KRITERIA)),)
        for b in (b for b in baris if b.kode.startswith(f"{s.kode}.")):
            keadaan = Sel(b.keadaan.capitalize(), lampu=WARNA_PEMENUHAN[b.keadaan])
            yield (b.kode, b.kriteria, keadaan, "\n".join(b.bukti) or "–")
