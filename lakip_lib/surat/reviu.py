"""Step 7: the checklist of the reviu (PermenPAN-RB 53/2014 Lampiran III), answered item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lakip_lib.alur.langkah import PERAN_SOP
from lakip_lib.koreksi.reviu import BUTIR, KELOMPOK, Jawaban, Sumber
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Alinea, Baris, Judul, Kolom, Naskah, Rincian, Sel, Tabel, Utuh, Warna
from lakip_lib.surat.pihak import say_peran
from lakip_lib.surat.rangka import make_naskah, say_laporan, sign

WARNA_JAWABAN: dict[str, Warna] = {"ya": "hijau", "tidak": "merah"}  # any other: kuning
KOLOM = (
    Kolom("No", 1.3, "tengah"),
    Kolom("Pernyataan", 5.8),
    Kolom("Jawaban", 2.4),
    Kolom("Alasan", 5.8),
    Kolom("Bukti", 5.8),
    Kolom("Dijawab oleh", 3.6),
)


@dataclass(frozen=True)
class BarisReviu:
    """An answered item: number ("II.3"), words, answer (ya, tidak, belum dijawab), why, evidence, who.

    `oleh` is "otomatis", or name and role of a person; `otomatis` the program's own answer where a person gave another.
    """

    no: str
    butir: str
    jawaban: str
    alasan: str = ""
    bukti: tuple[str, ...] = ()
    oleh: str = "otomatis"
    otomatis: str = ""


def build_reviu(
    settings: Instansi,
    baris: Sequence[BarisReviu],
    *,
    versi: str,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    pereviu: Literal["sekretaris", "kasubag_program"] = "sekretaris",
) -> Naskah:
    """The whole checklist of one version of the document, with its counts and the reviewer's signature."""
    bagian = (
        Judul("Daftar Periksa Reviu Laporan Kinerja", bawah=(say_laporan(settings),)),
        Rincian((("Versi dokumen", versi), ("Ringkasan", describe_jawaban(baris))), lebar_cm=3.2),
        Tabel("Daftar periksa reviu", KOLOM, tuple(_list_rows(baris))),
        Utuh(
            (
                Alinea(
                    "Pernyataan mengikuti Lampiran III Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi "
                    "Birokrasi Nomor 53 Tahun 2014. Jawaban otomatis "
                    "berasal dari pemeriksaan berkas; jawaban orang menggantikannya dan keduanya tetap tercatat.",
                    kecil=True,
                ),
                sign(settings, pereviu, tanggal),
            )
        ),
    )
    return make_naskah(settings, "Daftar Periksa Reviu", bagian, tanggal=tanggal, jejak=jejak, logo=logo, lanskap=True)


def list_baris_reviu(settings: Instansi, jawaban: Sequence[Jawaban]) -> list[BarisReviu]:
    """The answers of `koreksi.reviu.review` as rows; a person's note comes before the program's reason."""
    teks = {b.no: b.teks for b in BUTIR}
    return [_make_row(settings, j, teks[j.no]) for j in jawaban]


def _make_row(settings: Instansi, j: Jawaban, butir: str) -> BarisReviu:
    if j.manual is None:
        oleh = "otomatis" if j.sumber is Sumber.OTOMATIS else "otomatis, perlu dipastikan"
        return BarisReviu(j.no, butir, j.jawaban.value, j.alasan, j.bukti, oleh)
    oleh = f"{j.manual.nama}, {say_peran(settings, j.manual.peran) if j.manual.peran in PERAN_SOP else j.manual.peran}"
    otomatis = j.otomatis.value if j.is_overridden else ""
    alasan = f"{j.manual.catatan}\nMenurut pemeriksaan: {j.alasan}"
    return BarisReviu(j.no, butir, j.jawaban.value, alasan, j.bukti, oleh, otomatis)


def describe_jawaban(baris: Sequence[BarisReviu]) -> str:
    """ "Ya 18, Tidak 3, Belum dijawab 2 dari 23 butir"."""
    jumlah = {kata: sum(b.jawaban == kata for b in baris) for kata in ("ya", "tidak")}
    belum = len(baris) - sum(jumlah.values())
    ubah = sum(bool(b.otomatis) for b in baris)
    teks = f"Ya {jumlah['ya']}, Tidak {jumlah['tidak']}, Belum dijawab {belum} dari {len(baris)} butir"
    return f"{teks}; {ubah} jawaban otomatis diubah pereviu" if ubah else teks


def _list_rows(baris: Sequence[BarisReviu]) -> Iterator[Baris]:
    terakhir = ""
    for b in baris:
        kelompok = b.no.partition(".")[0]
        if kelompok != terakhir and kelompok in KELOMPOK:
            yield (Sel(f"{kelompok}. {KELOMPOK[kelompok]}", tebal=True, rentang=len(KOLOM)),)
        terakhir = kelompok
        oleh = b.oleh[:1].upper() + b.oleh[1:]
        yield (
            b.no,
            b.butir,
            Sel(b.jawaban.capitalize(), lampu=WARNA_JAWABAN.get(b.jawaban, "kuning")),
            b.alasan[:1].upper() + b.alasan[1:] or "–",
            "; ".join(b.bukti) or "–",
            f"{oleh}\n(otomatis: {b.otomatis})" if b.otomatis else oleh,
        )
