"""What stands before Bab I: the identity for the cover, kata pengantar, generated lists."""

import base64
from typing import Any

from lakip_lib.blok import DaftarOtomatis, Identitas, Ttd
from lakip_lib.formats import format_tanggal
from lakip_lib.measures import promise_hasil
from lakip_lib.narrative.kalimat import Isian, fill
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.bagian import Bagian, judul, name_naskah, paragraf, read_narasi
from lakip_lib.report.bab.penjelasan import explain_figures
from lakip_lib.settings.instansi import Pejabat

# A neutral shield stands in where the agency gave no coat of arms.
LAMBANG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 80"><path d="M4 6h56v38c0 16-12 26-28 32C16 70 4 60 4 44z" '
    'fill="#EEF3F6" stroke="#0B4F7A" stroke-width="3"/><path d="M4 30h56" stroke="#C8912E" stroke-width="3"/></svg>'
)
JENIS_GAMBAR = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
PENGANTAR = (
    "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas tersusunnya {judul} {instansi} {pemda} {waktu}.",
    "Laporan ini disusun sebagai pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun {tahun} sesuai dengan "
    "Peraturan Presiden tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah. Isinya meliputi rencana kinerja, "
    "capaian setiap sasaran beserta penyebabnya, dan realisasi anggaran.",
    "Kami menyampaikan terima kasih kepada semua pihak yang membantu penyusunan laporan ini. Saran dan koreksi kami "
    "harapkan agar kinerja pada masa mendatang menjadi lebih baik.",
)
BELUM_DITULIS = "(belum diisi)"
# How the block is laid out for each way of signing: the mark that signing services replace and what the page is kept for,
# or a frame that tells where a digital signature is checked. None says that it is signed.
CARA_TTD: dict[str, dict[str, Any]] = {
    "basah": {},
    "tte": {"ruang": "${ttd}", "catatan": "Halaman ini disediakan untuk tanda tangan elektronik (TTE)."},
    "p12": {
        "ruang": "Keabsahan tanda tangan digital diperiksa pada panel tanda tangan pembaca PDF.",
        "bingkai": True,
    },
}


def make_identitas(konteks: Konteks, *, final: bool = False, logo: bytes | None = None) -> Identitas:
    """What cover, running head and file properties need; a document that is not final is KONSEP."""
    instansi, waktu, atur = konteks.settings.instansi, konteks.settings.periode, konteks.settings.pengaturan
    kontak = [f"Telepon {instansi.telepon}" if instansi.telepon else "", instansi.surel, instansi.laman]
    return Identitas(
        judul=atur.judul,
        subjudul=f"Tahun Anggaran {waktu.tahun}" + (f", s.d. {konteks.triwulan}" if konteks.triwulan else ""),
        instansi=instansi.nama,
        singkatan=instansi.singkatan,
        pemda=instansi.pemda_tercetak,
        alamat=tuple(baris for baris in (instansi.alamat, " · ".join(k for k in kontak if k)) if baris),
        tahun=waktu.tahun,
        periode=konteks.hasil.periode,
        tempat_tahun=", ".join(k for k in (instansi.ibu_kota, str(waktu.tanggal_dokumen.year)) if k),
        tanggal=waktu.tanggal_dokumen.isoformat(),
        logo=encode_logo(logo),
        kertas=atur.kertas,
        huruf=atur.huruf,
        konsep=not final,
        contoh=instansi.contoh,
    )


def encode_logo(logo: bytes | None) -> str:
    """A coat of arms as a data URI; a neutral shield for None."""
    data = logo or LAMBANG.encode()
    jenis = next((mime for awal, mime in JENIS_GAMBAR.items() if data.startswith(awal)), "image/svg+xml")
    return f"data:{jenis};base64,{base64.b64encode(data).decode('ascii')}"


def list_bagian(konteks: Konteks, *, final: bool = False, logo: bytes | None = None) -> dict[str, Any]:
    """The parts of the document that are not blocks, as plain JSON values: identitas, penjelasan, hasil."""
    return {
        "identitas": make_identitas(konteks, final=final, logo=logo).model_dump(mode="json"),
        "penjelasan": {ref: item.model_dump(mode="json") for ref, item in explain_figures(konteks.hasil).items()},
        "hasil": promise_hasil(konteks.hasil),
    }


def write_kata_pengantar(konteks: Konteks) -> Bagian:
    """Kata pengantar from narasi, or a formal default; signed by the head of the agency."""
    kepala = judul(1, "KATA PENGANTAR", "kata-pengantar", depan=True)
    return (kepala, *(read_narasi(konteks, "kata-pengantar") or _write_default(konteks)), sign_kepala(konteks))


def _write_default(konteks: Konteks) -> Bagian:
    instansi = konteks.settings.instansi
    isi: dict[str, Isian] = {
        "judul": konteks.settings.pengaturan.judul,
        "instansi": instansi.nama,
        "pemda": "" if instansi.pemda in instansi.nama else instansi.pemda,
        "waktu": konteks.waktu,
        "tahun": konteks.hasil.tahun,
    }
    return name_naskah(paragraf(*(fill(pola, **isi) for pola in PENGANTAR)), "kata-pengantar")


def sign_kepala(konteks: Konteks) -> Ttd:
    """The signature block of the head of the agency, with place and date of the document."""
    instansi, waktu = konteks.settings.instansi, konteks.settings.periode
    tempat = ", ".join(k for k in (instansi.ibu_kota, format_tanggal(waktu.tanggal_dokumen)) if k)
    pihak = (list_baris(konteks.settings.pejabat.kepala),)
    return Ttd(tempat_tanggal=tempat, pihak=pihak, **CARA_TTD[konteks.settings.alur.cara_ttd])


def list_baris(pejabat: Pejabat, *atas: str) -> tuple[str, ...]:
    """The lines of a signature block: what stands above, jabatan, then nama, pangkat and NIP."""
    jabatan = (pejabat.jabatan_tercetak or "Kepala").upper()
    nip = f"NIP {pejabat.nip_tercetak}" if pejabat.nip else ""
    return (*atas, f"{jabatan},", pejabat.nama or BELUM_DITULIS, pejabat.pangkat, nip)


def write_daftar() -> Bagian:
    """Daftar isi, tabel, gambar and lampiran, filled by the renderers."""
    blok: Bagian = ()
    for isi in ("isi", "tabel", "gambar", "lampiran"):
        kepala = judul(1, f"DAFTAR {isi.upper()}", f"daftar-{isi}", depan=True, daftar=isi != "isi")
        blok += (kepala, DaftarOtomatis.model_validate({"isi": isi}))
    return blok
