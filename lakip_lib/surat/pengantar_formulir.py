"""Step 3: the nota dinas that brings a unit its form, as a letter and as plain text."""

from collections.abc import Sequence
from datetime import date

from lakip_lib.formats import format_hari_tanggal, format_tanggal
from lakip_lib.settings import Instansi, Unit
from lakip_lib.surat.naskah import TITIK, Alinea, Daftar, Judul, Naskah, Rincian, Subjudul, TandaTangan, Utuh
from lakip_lib.surat.pihak import (
    get_pejabat,
    heads_unit,
    is_terisi,
    make_penanda,
    name_kepala_unit,
    pick_peran,
    say_jabatan,
)
from lakip_lib.surat.rangka import make_naskah, say_jumlah, say_laporan

LAMPIRAN = ("formulir data kinerja ({kode}.xlsx), dengan petunjuk pengisian di dalamnya", "tanda terima")
CETAK = "cetak"  # the way of those who hand over paper
PENUTUP = "Atas perhatian dan kerja sama Saudara, diucapkan terima kasih."


def build_pengantar_formulir(
    settings: Instansi,
    unit: Unit,
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    nomor: str = "",
    saluran: str = "",
    lampiran: Sequence[str] = (),
) -> Naskah:
    """The nota dinas to one unit: what is sent, what to do, until when, whom to ask.

    `saluran` is the way on which the form goes out and comes back; `lampiran` in place of form and tanda terima.
    """
    isi = _list_lampiran(unit, lampiran)
    peran = choose_pengirim(settings, unit)
    kepala = Rincian(
        (
            ("Kepada", f"Yth. {_name_penerima(settings, unit)}"),
            ("Dari", say_jabatan(settings, peran)),
            ("Tanggal", format_tanggal(tanggal)),
            ("Nomor", nomor or TITIK),
            ("Sifat", "Segera"),
            ("Lampiran", say_jumlah(len(isi), "berkas")),
            ("Hal", say_hal(settings)),
        ),
        lebar_cm=2.4,
        garis=True,
    )
    bagian = (
        Judul("Nota Dinas"),
        kepala,
        Alinea(say_pembuka(settings, unit)),
        Daftar(list_permintaan(settings, saluran), bernomor=True),
        Alinea(say_kontak(settings, unit)),
        Utuh((Alinea(PENUTUP), TandaTangan(make_penanda(settings, peran)))),
        Utuh((Subjudul("Lampiran:"), Daftar(isi, bernomor=True))),
    )
    return make_naskah(settings, f"Nota Dinas {unit.nama}", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def describe_pengantar(settings: Instansi, unit: Unit, *, saluran: str = "", lampiran: Sequence[str] = ()) -> str:
    """The same as plain text, to paste into a message that carries the form."""
    butir = [f"{n}. {teks}" for n, teks in enumerate(list_permintaan(settings, saluran), 1)]
    peran = choose_pengirim(settings, unit)
    baris = (
        f"Yth. {_name_penerima(settings, unit)}",
        "",
        say_pembuka(settings, unit),
        *butir,
        "",
        say_kontak(settings, unit),
        PENUTUP,
        "",
        "Lampiran: " + "; ".join(_list_lampiran(unit, lampiran)) + ".",
        "",
        *say_pengirim(settings, peran),
    )
    return "\n".join(baris) + "\n"


def choose_pengirim(settings: Instansi, unit: Unit) -> str:
    """The role that writes: the Sekretaris, but he does not write to himself."""
    if not heads_unit(settings, unit):
        return pick_peran(settings, "sekretaris")
    return "kasubag_program" if is_terisi(settings, "kasubag_program") else "kepala"


def say_pengirim(settings: Instansi, peran: str) -> tuple[str, ...]:
    """Jabatan, agency and name below a message."""
    jabatan, nama = say_jabatan(settings, peran), settings.instansi.nama
    tempat = () if nama in jabatan else (nama,)
    return tuple(filter(None, (jabatan, *tempat, get_pejabat(settings, peran).nama)))


def say_hal(settings: Instansi) -> str:
    """The matter of the letter."""
    return f"Permintaan data kinerja untuk {say_laporan(settings)}"


def say_pembuka(settings: Instansi, unit: Unit) -> str:
    """The sentences that come before what is asked."""
    return (
        f"Dalam rangka penyusunan {say_laporan(settings)} {settings.instansi.nama}, bersama ini disampaikan formulir data "
        f"kinerja untuk {unit.nama}. Sehubungan dengan itu, dimohon kesediaan Saudara untuk:"
    )


def list_permintaan(settings: Instansi, saluran: str = "") -> tuple[str, ...]:
    """What the unit is asked to do, in order, with the due date."""
    lewat = say_lewat(saluran)
    return (
        f"mengisi sel berwarna kuning pada lembar F1 sampai dengan F3 dengan data tahun {settings.periode.tahun};",
        "menyebutkan data dukung setiap indikator pada lembar F4;",
        "menuliskan alasannya bila suatu data belum tersedia, agar tidak ada sel yang kosong;",
        "memeriksa kembali isian dan melengkapi pernyataan pada lembar F5;",
        f"mengirimkan kembali formulir{lewat} paling lambat {format_hari_tanggal(settings.periode.tenggat)}, tanpa "
        "mengubah nama lembar dan susunan kolomnya.",
    )


def say_lewat(saluran: str) -> str:
    """ " melalui surel"; nothing for paper, which is no way to send something on."""
    return f" melalui {saluran}" if saluran and saluran.casefold() != CETAK else ""


def say_kontak(settings: Instansi, unit: Unit) -> str:
    """Whom to ask: not the one who is written to."""
    peran, instansi = pick_peran(settings, "staf_perencanaan"), settings.instansi
    if peran == "sekretaris" and heads_unit(settings, unit):
        peran = choose_pengirim(settings, unit)
    staf = get_pejabat(settings, peran)
    nama = f" ({staf.nama})" if staf.nama else ""
    hubungi = (("telepon", instansi.telepon), ("surel", instansi.surel))
    lewat = "".join(f", {kata} {isi}" for kata, isi in hubungi if isi)
    return f"Pertanyaan dapat disampaikan kepada {say_jabatan(settings, peran)}{nama}{lewat}."


def _name_penerima(settings: Instansi, unit: Unit) -> str:
    return name_kepala_unit(unit, say_jabatan(settings, "sekretaris") if heads_unit(settings, unit) else "")


def _list_lampiran(unit: Unit, lampiran: Sequence[str]) -> tuple[str, ...]:
    return tuple(lampiran) or tuple(teks.format(kode=unit.kode) for teks in LAMPIRAN)
