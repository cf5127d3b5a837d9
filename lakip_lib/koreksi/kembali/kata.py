"""Differences as findings, in words."""

from collections.abc import Iterable

from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.kembali.beda import Beda, Jenis
from lakip_lib.koreksi.kembali.draf import shorten
from lakip_lib.temuan import Temuan

PANJANG = 110  # characters of a text that a finding quotes
KATA = {
    Jenis.PARAGRAF_BERUBAH: "paragraf diubah dari {lama} menjadi {baru}",
    Jenis.PARAGRAF_BARU: "paragraf {baru} ditambahkan",
    Jenis.PARAGRAF_HILANG: "paragraf {lama} dihapus",
    Jenis.PARAGRAF_PINDAH: "paragraf {baru} dipindahkan dari {asal}",
    Jenis.JUDUL_BERUBAH: "judul diubah dari {lama} menjadi {baru}",
    Jenis.JUDUL_BARU: "judul {baru} ditambahkan",
    Jenis.JUDUL_HILANG: "judul {lama} dihapus",
    Jenis.TABEL_BARU: "tabel {baru} ditambahkan",
    Jenis.TABEL_HILANG: "tabel dihapus",
    Jenis.BARIS_BARU: "baris {baru} ditambahkan",
    Jenis.BARIS_HILANG: "baris {lama} dihapus",
    Jenis.SEL_BERUBAH: "sel diubah dari {lama} menjadi {baru}",
    Jenis.GAMBAR_BARU: "gambar ditambahkan",
    Jenis.GAMBAR_HILANG: "gambar dihapus",
    Jenis.ANGKA_BERUBAH: "angka diubah dari {lama} menjadi {baru}",
    Jenis.ANGKA_NASKAH: "angka {baru} tidak sesuai dengan hasil hitung",
    Jenis.DRAF_DIKONFIRMASI: "kalimat draf {lama} dikonfirmasi",
    Jenis.CATATAN_KAKI: "catatan kaki {baru} ditambahkan",
    Jenis.KOMENTAR: "komentar {baru}{pada}",
}
DIBAWA = "Perubahan dibawa ke narasi/{naskah}.md bila koreksi diterima."
DIJAWAB = "Mohon ditindaklanjuti."


def describe_beda(beda: Iterable[Beda], berkas: str) -> list[Temuan]:
    """A finding for each difference: `wajib` for what is refused, `catatan` for prose that can be carried over."""
    return [_describe(satu, berkas) for satu in beda]


def _describe(beda: Beda, berkas: str) -> Temuan:
    asal = beda.lama if beda.jenis is Jenis.PARAGRAF_PINDAH else ""
    kata = KATA[beda.jenis].format(
        lama=_quote(beda.lama),
        baru=_quote(beda.baru),
        asal=asal,
        pada=f" pada {_quote(beda.lama)}" if beda.lama else "",
    )
    oleh = f" oleh {', '.join(beda.penulis)}" if any(beda.penulis) else ""
    pesan = f"{name_place(beda)}: {kata}{oleh}. {_say_next(beda)}"
    return Temuan(
        berkas,
        f"kembali-{beda.jenis}",
        rate_beda(beda),
        pesan.strip(),
        kolom=beda.kolom or None,
        nilai=shorten(beda.baru, PANJANG) or None,
    )


def rate_beda(beda: Beda) -> Tingkat:
    """How grave a difference is."""
    if beda.jenis is Jenis.KOMENTAR:
        return Tingkat.PERINGATAN
    return Tingkat.CATATAN if beda.diterima else Tingkat.WAJIB


def name_place(beda: Beda) -> str:
    """ "Bab III › … › Tabel 3.1, baris “Indeks SPBE”, kolom Capaian (%)"."""
    baris = (
        f", baris “{beda.baris}”"
        if beda.baris and beda.baris != "kepala tabel"
        else f", {beda.baris}" * bool(beda.baris)
    )
    return f"{beda.tempat}{baris}{f', kolom {beda.kolom}' if beda.kolom else ''}"


def _say_next(beda: Beda) -> str:
    if beda.jenis is Jenis.KOMENTAR:
        return DIJAWAB
    if beda.alasan:
        return beda.alasan
    return DIBAWA.format(naskah=beda.naskah) if beda.naskah else ""


def _quote(teks: str) -> str:
    return f"“{shorten(teks, PANJANG)}”"
