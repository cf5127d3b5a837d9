"""What all letters of an agency share: letterhead, paper, type, place and date, the report's name."""

import re
from collections.abc import Sequence
from datetime import date

from lakip_lib.formats import format_tanggal, terbilang
from lakip_lib.report.bab.depan import LAMBANG
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Bagian, Kop, Naskah, TandaTangan
from lakip_lib.surat.pihak import make_penanda, pick_peran

HURUF_KOP = 78  # letters of a line of address between the coat of arms and its counterweight
_KAB = re.compile(r"\bkab(?:\.\s*|\s+)", re.IGNORECASE)
_SKEMA = re.compile(r"^https?://|/+$", re.IGNORECASE)  # nobody types them


def make_kop(settings: Instansi, logo: bytes | None = None) -> Kop:
    """The agency's letterhead; the neutral shield where it gave no coat of arms."""
    instansi = settings.instansi
    alamat, telepon, laman, surel = (
        instansi.alamat,
        f"Telepon\u00a0{instansi.telepon}" if instansi.telepon else "",
        f"Laman\u00a0{_SKEMA.sub('', instansi.laman)}" if instansi.laman else "",
        f"Surel\u00a0{instansi.surel}" if instansi.surel else "",
    )
    baris = _fill_lines((alamat, telepon, laman, surel))
    pemda = _KAB.sub("Kabupaten ", instansi.pemda_tercetak)  # a letterhead abbreviates nothing
    return Kop(pemda, instansi.nama, baris, logo or LAMBANG.encode())


def _fill_lines(bagian: Sequence[str]) -> tuple[str, ...]:
    """The parts in order, as many a line as go on it, so that no line ends in the midst of one."""
    baris: list[str] = []
    for satu in filter(None, bagian):
        jadi = f"{baris[-1]}, {satu}" if baris else satu
        if baris and len(jadi) <= HURUF_KOP:
            baris[-1] = jadi
        else:
            baris.append(satu)
    return tuple(baris)


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


def sign(
    settings: Instansi,
    kanan: str,
    tanggal: date | None,
    *,
    kiri: str = "",
    kata_kiri: str = "Mengetahui,",
    ruang_cm: float = 2.0,
) -> TandaTangan:
    """The role that signs at the right, below place and date; another one at the left where it is named.

    A role that nobody is set for is taken by the next above; the same person does not sign twice.
    """
    kanan = pick_peran(settings, kanan)
    kiri = pick_peran(settings, kiri) if kiri else kanan
    return TandaTangan(
        make_penanda(settings, kanan, atas=(say_tempat_tanggal(settings, tanggal),)),
        None if kiri == kanan else make_penanda(settings, kiri, atas=(kata_kiri,)),
        ruang_cm,
    )


def say_tempat_tanggal(settings: Instansi, tanggal: date | None) -> str:
    """ "Sarolangun, 3 Januari 2022"; room to write what is not known."""
    hari = format_tanggal(tanggal) if tanggal else "." * 24
    return f"{settings.instansi.ibu_kota or '.' * 18}, {hari}"


def say_laporan(settings: Instansi) -> str:
    """ "Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2025"."""
    return f"{settings.pengaturan.judul} Tahun {settings.periode.tahun}"


def say_jumlah(n: int, satuan: str) -> str:
    """ "1 (satu) eksemplar"."""
    return f"{n} ({terbilang(n, satuan='')}) {satuan}"


def cut(teks: str, batas: int) -> str:
    """The text on one line, no longer than `batas` letters."""
    rata = " ".join(teks.split())
    return rata if len(rata) <= batas else f"{rata[: batas - 1].rstrip()}…"


def limit(kalimat: Sequence[str], *, baris: int, huruf: int) -> tuple[str, ...]:
    """The first sentences that `baris` lines of `huruf` letters hold, none over two lines; the others are counted.

    >>> limit(["Satu.", "Dua.", "Tiga."], baris=2, huruf=90)
    ('Satu.', 'Dua.', '… dan 1 lainnya')
    """
    muat: list[str] = []
    for satu in (cut(k, 2 * huruf - 15) for k in kalimat):  # a line's end is seldom full
        baris -= -(-len(satu) // huruf)
        if baris < 0:
            break
        muat.append(satu)
    sisa = len(kalimat) - len(muat)
    return (*muat, *((f"… dan {sisa} lainnya",) if sisa else ()))
