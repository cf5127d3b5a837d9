"""`lakip verifikasi`: an archive proved byte by byte against its manifest, its ledger and what its documents print."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2

from lakip_lib.alur.buku import BERKAS, BukuAlur, parse_buku_alur
from lakip_lib.alur.register import REGISTER, list_cacat
from lakip_lib.delivery.arsip.baca_dulu import BACA_DULU
from lakip_lib.delivery.arsip.manifes import MANIFES, Manifes, check_manifes, read_manifes
from lakip_lib.delivery.arsip.tercatat import (
    BUKU,
    DOKUMEN,
    LAPORAN,
    MASUKAN,
    SERTA,
    SURAT,
    find_terbitan,
    list_kekal,
    list_masukan_beda,
)
from lakip_lib.delivery.arsip.zip_baku import find_rusak, list_isi, read_longgar
from lakip_lib.delivery.rekaman import hash_bytes
from lakip_lib.delivery.sop.ekor import list_hilang, read_jejak
from lakip_lib.delivery.sop.naskah import is_salinan_kerja
from lakip_lib.delivery.sop.tempat import ALUR
from lakip_lib.errors import UsageError

DISUNTING = "Salinan kerja yang disunting atau dihapus sejak dibuat; yang berlaku cetakan PDF-nya"
DISEBUT = 10  # files that are named one by one
PUBLIK = (
    "salinan publik: tanpa buku alur dan daftar SHA-256, sehingga tidak dapat dibuktikan sendiri. Periksa arsip lengkapnya; "
    "kodenya ada di BACA-DULU.txt."
)
NAMA_REGISTER = re.compile(rf"{BUKU}/(\d+)/{re.escape(REGISTER)}")
BERJEJAK = (".pdf", ".docx")  # documents that print the entry they followed on


@dataclass(frozen=True)
class LaporanArsip:
    """What was proved: faults, one Indonesian sentence each that names a file or an entry, and notes."""

    temuan: tuple[str, ...] = ()
    pesan: tuple[str, ...] = ()
    kode: str = ""

    @property
    def kode_keluar(self) -> int:
        """0, or 3 where something is not as it was."""
        return 3 if self.temuan else 0


def check_arsip(data: bytes, nama: str = "") -> LaporanArsip:
    """Everything about an archive that is not as it was made; `nama` is the name of its file, which bears the code.

    A name that says more, as a second download's does, is no fault.
    """
    rusak = find_rusak(data)
    if rusak:
        return LaporanArsip(tuple(rusak if len(rusak) <= DISEBUT else _describe_kemas_ulang(data, len(rusak))))
    isi = list_isi(data)
    manifes = read_manifes(isi.get(MANIFES, b""))
    if manifes is None and MANIFES not in isi and {BACA_DULU, *DOKUMEN} <= set(isi):
        return LaporanArsip((f"{nama or 'Berkas ini'} adalah {PUBLIK}",))
    if manifes is None:
        return LaporanArsip((f"{MANIFES}: tidak ada, atau bukan daftar isi arsip lakip.",))
    temuan = check_manifes(manifes, isi)
    if nama and manifes.kode not in nama:
        temuan.append(f"{nama}: nama berkas tidak memuat kode arsip {manifes.kode}.")
    buku, salah = _check_buku(manifes, isi)
    temuan += salah
    if buku is not None:
        temuan += [*_check_kekal(buku, manifes, isi), *_check_masukan(buku, manifes, isi), *_check_jejak(buku, isi)]
    return LaporanArsip(tuple(temuan), _describe(manifes), manifes.kode)


def _describe_kemas_ulang(data: bytes, jumlah: int) -> list[str]:
    """What is wrong with an archive that another program packed again: that, and which contents are not the manifest's."""
    isi = read_longgar(data)
    manifes = read_manifes(isi.get(MANIFES, b""))
    beda = check_manifes(manifes, isi) if manifes is not None else []
    if manifes is not None and not beda:
        beda = ["Isi setiap berkas sesuai dengan MANIFEST.json; yang berubah hanya kemasannya."]
    return [f"Arsip ini dikemas ulang oleh program lain: {jumlah} berkas tidak seperti saat dikemas lakip.", *beda]


def _describe(manifes: Manifes) -> tuple[str, ...]:
    pesan = [
        f"Arsip {manifes.kode}: {manifes.instansi.nama} tahun {manifes.tahun}, versi {manifes.versi}, "
        f"{len(manifes.berkas)} berkas, buku alur {manifes.buku.entri} entri."
    ]
    if manifes.susulan:
        pesan.append(f"Masuk setelah dokumen disetujui dan tidak mengubahnya: {', '.join(manifes.susulan)}.")
    if manifes.disunting:
        pesan.append(f"{DISUNTING}: {', '.join(manifes.disunting)}.")
    return tuple(pesan)


def _check_buku(manifes: Manifes, isi: Mapping[str, bytes]) -> tuple[BukuAlur | None, list[str]]:
    """The ledger in the archive (None where it cannot be relied on), and what is wrong with it and the registers."""
    path = f"{BUKU}/{BERKAS}"
    buku, salah = parse_buku_alur(isi.get(path, b""), instansi=manifes.instansi.kode, tahun=manifes.tahun)
    temuan = [f"{path} {kalimat}." for kalimat in salah]
    if not salah and (len(buku.entri), buku.sidik) != (manifes.buku.entri, manifes.buku.sidik):
        temuan.append(
            f"{path}: berakhir pada entri {len(buku.entri)} dan tidak seperti yang disebut {MANIFES} "
            f"(entri {manifes.buku.entri}): ekornya terpotong atau isinya diganti."
        )
    ada = {int(cocok[1]) for nama in isi if (cocok := NAMA_REGISTER.fullmatch(nama))}
    for tahun in sorted(ada | {e.saat.year for e in buku.list("surat")}):
        nama = f"{BUKU}/{tahun}/{REGISTER}"
        temuan += list_cacat(nama, isi.get(nama, b""), buku, tahun)
    return None if salah else buku, temuan


def _check_kekal(buku: BukuAlur, manifes: Manifes, isi: Mapping[str, bytes]) -> list[str]:
    """The files of the steps against the hashes that the ledger keeps of them, and files that it does not know."""
    kekal = list_kekal(buku)
    temuan = []
    for tempat, (path, catatan) in sorted(kekal.items()):
        if tempat in manifes.disunting and is_salinan_kerja(path):
            continue
        if tempat not in isi:
            temuan.append(f"{tempat}: tidak ada dalam arsip, padahal dicatat entri {catatan.entri} sebagai {path}.")
        elif hash_bytes(isi[tempat]) != catatan.sidik:
            temuan.append(f"{tempat}: isinya bukan yang dicatat entri {catatan.entri} buku alur.")
    milik = (f"{LAPORAN}/", f"{SURAT}/", f"{ALUR}/")
    asing = [n for n in isi if n.startswith(milik) and n not in kekal and n not in SERTA]
    return temuan + [f"{nama}: tidak dikenal buku alur." for nama in sorted(asing)]


def _check_masukan(buku: BukuAlur, manifes: Manifes, isi: Mapping[str, bytes]) -> list[str]:
    """The inputs against those that the ledger says the approved documents were made from."""
    try:
        _, terbitan = find_terbitan(buku)
    except UsageError:
        return [f"{BUKU}/{BERKAS}: tidak memuat persetujuan atas dokumen dalam arsip ini."]
    awalan = f"{MASUKAN}/"
    masukan = {n.removeprefix(awalan): d for n, d in isi.items() if n.startswith(awalan)}
    beda, susulan = list_masukan_beda(terbitan, masukan)
    beda += [nama for nama in susulan if nama not in manifes.susulan]
    return [
        f"{awalan}{nama}: bukan yang menjadi dasar dokumen menurut entri {terbitan.nomor} buku alur." for nama in beda
    ]


def _check_jejak(buku: BukuAlur, isi: Mapping[str, bytes]) -> list[str]:
    """Documents that name an entry which the ledger lacks or has otherwise."""
    temuan = []
    milik = [n for n in isi if n.startswith((f"{LAPORAN}/", f"{SURAT}/", f"{ALUR}/")) and "/tonggak/" not in n]
    for nama in sorted(milik):  # evidence is other people's: it prints no trace, and may be locked
        temuan += describe_jejak(nama, isi[nama], buku)
    return temuan


def describe_jejak(nama: str, data: bytes, buku: BukuAlur) -> list[str]:
    """A sentence for each entry that a document prints and the ledger lacks; one where a PDF cannot be read."""
    if not nama.endswith(BERJEJAK):
        return []
    try:
        hilang = list_hilang(read_jejak(data), buku)
    except pypdfium2.PdfiumError:
        return [f"{nama}: PDF ini rusak dan tidak dapat dibaca."]
    return [
        f"{nama}: menyebut entri {nomor} yang tidak ada atau berbeda pada buku alur, yang berakhir pada entri "
        f"{len(buku.entri)}: ekornya terpotong atau diganti."
        for nomor in hilang
    ]
