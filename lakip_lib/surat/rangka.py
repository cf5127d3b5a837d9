"""What all letters of an agency share: letterhead, paper, type, the people who sign, place and date."""

from datetime import date

from lakip_lib.formats import format_tanggal
from lakip_lib.report.bab.depan import LAMBANG
from lakip_lib.settings import Instansi
from lakip_lib.settings.instansi import Pejabat
from lakip_lib.surat.naskah import Bagian, Kop, Naskah, Penanda

JABATAN_PERAN = {  # said where instansi.toml names no jabatan
    "sekretaris": "Sekretaris",
    "kasubag_program": "Kepala Subbagian Program",
    "staf_perencanaan": "Staf Perencanaan",
}


def make_kop(settings: Instansi, logo: bytes | None = None) -> Kop:
    """The agency's letterhead; the neutral shield where it gave no coat of arms."""
    instansi = settings.instansi
    kontak = (("Telepon", instansi.telepon), ("Laman", instansi.laman), ("Surel", instansi.surel))
    baris = (instansi.alamat, ", ".join(f"{nama}\u00a0{isi}" for nama, isi in kontak if isi))
    return Kop(instansi.pemda_tercetak, instansi.nama, tuple(b for b in baris if b), logo or LAMBANG.encode())


def make_naskah(
    settings: Instansi,
    judul: str,
    bagian: tuple[Bagian, ...],
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    lanskap: bool = False,
) -> Naskah:
    """A letter under the agency's letterhead, on its paper, in its type."""
    atur = settings.pengaturan
    return Naskah(
        judul=f"{judul} – {settings.instansi.nama}",
        penulis=settings.instansi.nama,
        tanggal=tanggal,
        bagian=bagian,
        kop=make_kop(settings, logo),
        jejak=jejak,
        kertas=atur.kertas,
        huruf=atur.huruf,
        contoh=settings.instansi.contoh,
        lanskap=lanskap,
    )


def get_pejabat(settings: Instansi, peran: str) -> Pejabat:
    """The official in a role of the SOP (kepala, sekretaris, kasubag_program, staf_perencanaan)."""
    pejabat: Pejabat = getattr(settings.pejabat, peran)
    return pejabat


def say_jabatan(settings: Instansi, peran: str) -> str:
    """The jabatan of a role as printed; a usual one where none is set."""
    pejabat = get_pejabat(settings, peran)
    baku = f"Kepala {settings.instansi.nama}" if peran == "kepala" else JABATAN_PERAN[peran]
    return pejabat.model_copy(update={"jabatan": pejabat.jabatan or baku}).jabatan_tercetak


def make_penanda(settings: Instansi, peran: str, *, atas: tuple[str, ...] = (), tanda: str = "") -> Penanda:
    """The signature block of a role; what is not set is left to be written by hand."""
    pejabat = get_pejabat(settings, peran)
    return Penanda(say_jabatan(settings, peran), pejabat.nama, pejabat.pangkat, pejabat.nip_tercetak, atas, tanda)


def say_tempat_tanggal(settings: Instansi, tanggal: date | None) -> str:
    """ "Sarolangun, 3 Januari 2022"; room to write the day where there is none."""
    hari = format_tanggal(tanggal) if tanggal else "." * 24
    return ", ".join(filter(None, (settings.instansi.ibu_kota, hari)))


def say_laporan(settings: Instansi) -> str:
    """ "Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2025"."""
    return f"{settings.pengaturan.judul} Tahun {settings.periode.tahun}"
