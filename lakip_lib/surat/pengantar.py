"""Step 10: the SURAT PENGANTAR that goes with the report, two copies, one back as receipt (DOMAIN §8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import (
    TITIK,
    Alamat,
    Alinea,
    Bagian,
    Daftar,
    Judul,
    Kolom,
    Naskah,
    Penanda,
    Resi,
    Rincian,
    Subjudul,
    Tabel,
    TandaTangan,
    Utuh,
)
from lakip_lib.surat.pihak import make_penanda
from lakip_lib.surat.rangka import make_naskah, say_jumlah, say_laporan, say_tempat_tanggal

KOLOM = (
    Kolom("No", 0.9, "tengah"),
    Kolom("Jenis naskah yang dikirim", 7.0),
    Kolom("Banyaknya", 3.0, "tengah"),
    Kolom("Keterangan", 5.1),
)
KETERANGAN = "Disampaikan dengan hormat sebagai pertanggungjawaban kinerja tahun {tahun}"
TANDA_TTE = "${ttd}"  # what a signing service puts its visible mark in place of


@dataclass(frozen=True)
class BarisKirim:
    """What is sent: the document, how many of it ("1 (satu) eksemplar"), a remark."""

    jenis: str
    banyaknya: str
    keterangan: str = ""


def build_pengantar(
    settings: Instansi,
    *,
    nomor: str,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    kirim: Sequence[BarisKirim] = (),
) -> Naskah:
    """The cover letter; `kirim` in place of one copy of the report."""
    isi = tuple(kirim) or _list_baku(settings)
    baris = tuple((f"{n}.", k.jenis, k.banyaknya, k.keterangan) for n, k in enumerate(isi, 1))
    tte = settings.alur.cara_ttd == "tte"
    kepala = make_penanda(settings, "kepala", tanda=TANDA_TTE if tte else "")
    bagian: tuple[Bagian, ...] = (
        Alinea(say_tempat_tanggal(settings, tanggal), rata="kanan"),
        Alamat(list_alamat(settings)),
        Judul("Surat Pengantar", nomor=nomor),
        Tabel("Naskah yang dikirim", KOLOM, baris, garis="kisi", ukuran=11.0),
        TandaTangan(kepala, ruang_cm=2.4),
        *_list_tembusan(settings),
        _make_resi(settings, nomor),
    )
    return make_naskah(
        settings, f"Surat Pengantar {say_laporan(settings)}", bagian, tanggal=tanggal, jejak=jejak, logo=logo
    )


def list_alamat(settings: Instansi) -> tuple[str, ...]:
    """ "Yth. Bupati …", "di", the place."""
    tujuan = settings.surat.tujuan or settings.pejabat.atasan.jabatan
    return (f"Yth. {tujuan.removeprefix('Yth. ')}", "di", settings.instansi.ibu_kota or "Tempat")


def _list_baku(settings: Instansi) -> tuple[BarisKirim, ...]:
    jenis = f"{say_laporan(settings)} {settings.instansi.nama}"
    return (BarisKirim(jenis, say_jumlah(1, "eksemplar"), KETERANGAN.format(tahun=settings.periode.tahun)),)


def _list_tembusan(settings: Instansi) -> tuple[Utuh, ...]:
    tembusan = settings.surat.tembusan
    return (Utuh((Subjudul("Tembusan:"), Daftar(tembusan, bernomor=True))),) if tembusan else ()


def _make_resi(settings: Instansi, nomor: str) -> Resi:
    """What the receiver fills in on the copy that comes back."""
    return Resi(
        (
            Alinea("Tanda terima surat pengantar", tebal=True),
            Rincian((("Nomor surat", nomor or TITIK), ("Diterima tanggal", TITIK)), lebar_cm=3.4),
            TandaTangan(Penanda("Yang menerima"), ruang_cm=1.6),
        )
    )
