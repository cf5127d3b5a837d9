"""The self-score of Pelaporan Kinerja, component 3 of the LKE (PermenPAN-RB 88/2021), as a sheet."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lakip_lib.formats import format_angka
from lakip_lib.koreksi.lke import NILAI_HURUF, Keadaan, NilaiKriteria, NilaiLke, NilaiSub
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Alinea, Baris, Judul, Kolom, Naskah, Sel, Subjudul, Tabel, Utuh, Warna
from lakip_lib.surat.rangka import make_naskah, say_laporan, sign

WARNA_KEADAAN: dict[Keadaan, Warna] = {
    Keadaan.TERPENUHI: "hijau",
    Keadaan.BELUM: "merah",
    Keadaan.PERLU_BUKTI: "kuning",
}
BATAS_USUL = (
    "Usulan berhenti pada BB. Predikat AA dan A mensyaratkan upaya yang patut dicontoh dan hanya dapat diberikan oleh "
    "evaluator."
)
KOLOM_USUL = (
    Kolom("Subkomponen", 5.6),
    Kolom("Bobot", 1.8, "kanan"),
    Kolom("Kriteria terpenuhi", 2.6, "tengah"),
    Kolom("Nilai", 5.0),
    Kolom("Poin", 1.8, "kanan"),
    Kolom("Masih dapat diraih sampai BB", 3.6, "kanan"),
    Kolom("Tambahan dari evaluator (A, AA)", 3.6, "kanan"),
)
KOLOM_KRITERIA = (
    Kolom("Kode", 1.5),
    Kolom("Kriteria", 6.2),
    Kolom("Keadaan", 2.9),
    Kolom("Alasan", 6.0),
    Kolom("Bukti, atau yang perlu dilakukan", 6.3),
    Kolom("Tambahan poin", 1.9, "kanan"),
)


def build_lke(
    settings: Instansi, nilai: NilaiLke, *, tanggal: date, jejak: str = "", logo: bytes | None = None
) -> Naskah:
    """The sheet: the proposal for each sub-component, then each criterion with its evidence or what to do."""
    bagian = (
        Judul("Penilaian Mandiri Pelaporan Kinerja", bawah=("Komponen 3 Lembar Kerja Evaluasi", say_laporan(settings))),
        Subjudul("Usulan nilai"),
        Tabel("Usulan nilai setiap subkomponen", KOLOM_USUL, tuple(_list_usulan(nilai))),
        Alinea(BATAS_USUL),
        Subjudul("Kriteria"),
        Tabel("Pemenuhan setiap kriteria", KOLOM_KRITERIA, tuple(_list_kriteria(nilai))),
        Utuh(
            (
                Alinea(
                    "Penilaian mengikuti Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 "
                    "Tahun 2021. Perlu bukti: tidak dapat dipastikan dari berkas; lampirkan buktinya. "
                    "Tambahan poin dihitung bila hanya kriteria itu yang ditambah, sehingga tidak untuk dijumlahkan.",
                    kecil=True,
                ),
                sign(settings, "kasubag_program", tanggal, kiri="sekretaris"),
            )
        ),
    )
    return make_naskah(settings, "Penilaian Mandiri LKE", bagian, tanggal=tanggal, jejak=jejak, logo=logo, lanskap=True)


def _list_usulan(nilai: NilaiLke) -> Iterator[Baris]:
    for s in nilai.sub:
        yield (
            f"{s.sub.kode} {s.sub.nama}",
            format_angka(s.sub.bobot, 1),
            f"{s.terpenuhi} dari {len(s.kriteria)}",
            _say_nilai(s),
            format_angka(s.poin, 2),
            format_angka(s.ke_bb, 2),
            format_angka(s.ke_puncak, 2),
        )
    ke_bb, ke_puncak = (sum((getattr(s, n) for s in nilai.sub), Decimal(0)) for n in ("ke_bb", "ke_puncak"))
    angka = (format_angka(nilai.poin, 2), format_angka(ke_bb, 2), format_angka(ke_puncak, 2))
    yield tuple(Sel(t, tebal=True) for t in ("Jumlah", format_angka(nilai.bobot, 1), "", "", *angka))


def _say_nilai(s: NilaiSub) -> str:
    """ "BB (80)"; of a person's grade, who gave it."""
    huruf = f"{s.huruf} ({NILAI_HURUF[s.huruf]})"
    return huruf if s.manusia is None else f"{huruf}, oleh {s.manusia.nama}, {s.manusia.peran} (usulan: {s.usulan})"


def _list_kriteria(nilai: NilaiLke) -> Iterator[Baris]:
    for s in nilai.sub:
        yield (Sel(f"{s.sub.kode} {s.sub.nama}", tebal=True, rentang=len(KOLOM_KRITERIA)),)
        yield from (_write_row(k) for k in s.kriteria)


def _write_row(k: NilaiKriteria) -> Baris:
    return (
        k.kriteria.kode,
        k.kriteria.teks,
        Sel(k.keadaan.value.capitalize(), lampu=WARNA_KEADAAN[k.keadaan]),
        k.alasan,
        "; ".join((*k.bukti, *((k.tindakan,) if k.tindakan else ()))) or "–",
        format_angka(k.tambahan, 2) if k.tambahan else "–",
    )
