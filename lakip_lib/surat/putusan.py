"""Step 9: the head's decision on paper: approved, or given back with a reason."""

from collections.abc import Sequence
from datetime import date

from lakip_lib.alur.entri import format_sidik
from lakip_lib.formats import format_hari_tanggal
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Alinea, Bagian, Judul, Kolom, Naskah, Rincian, Tabel, Utuh
from lakip_lib.surat.pihak import get_pejabat, say_jabatan
from lakip_lib.surat.rangka import make_naskah, say_laporan, sign

KOLOM = (Kolom("No", 1, "tengah"), Kolom("Berkas", 8), Kolom("Awal sidik SHA-256", 7))


def build_persetujuan(
    settings: Instansi,
    *,
    versi: str,
    tanggal: date,
    berkas: Sequence[tuple[str, str]] = (),
    keterangan: str = "",
    jejak: str = "",
    logo: bytes | None = None,
) -> Naskah:
    """The approval of one version; `berkas` are names and SHA-256 of the frozen files, `keterangan` how it is signed."""
    rows = tuple((str(n), nama, format_sidik(sidik)) for n, (nama, sidik) in enumerate(berkas, 1))
    tabel = (
        Alinea("Berkas yang disetujui dibekukan dan tidak diubah lagi:"),
        Tabel("Berkas yang disetujui", KOLOM, rows),
    )
    bagian: tuple[Bagian, ...] = (
        Judul("Lembar Persetujuan Laporan Kinerja"),
        _describe(settings, versi, tanggal, (("Putusan", "Disetujui"),)),
        Alinea(
            f"Dengan ini {say_laporan(settings)} {settings.instansi.nama} versi {versi} disetujui untuk ditandatangani dan "
            f"disampaikan kepada {settings.pejabat.atasan.jabatan}."
        ),
        *(tabel if rows else ()),
        *((Alinea(keterangan),) if keterangan else ()),
        Utuh(
            (
                Alinea(
                    f"Selanjutnya {say_jabatan(settings, 'kasubag_program')} menyiapkan surat pengantar dan menyampaikan "
                    "laporan."
                ),
                sign(settings, "kepala", tanggal),
            )
        ),
    )
    return make_naskah(settings, f"Lembar Persetujuan Versi {versi}", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def build_penolakan(
    settings: Instansi,
    *,
    versi: str,
    alasan: str,
    tanggal: date,
    versi_berikut: str = "",
    jejak: str = "",
    logo: bytes | None = None,
) -> Naskah:
    """The sheet that gives a version back to the Sekretaris with the reason; `versi_berikut` is what comes next."""
    sekretaris = get_pejabat(settings, "sekretaris").nama
    kepada = ", ".join(filter(None, (say_jabatan(settings, "sekretaris"), sekretaris)))
    berikut = f" sebagai versi {versi_berikut}" if versi_berikut else ""
    bagian: tuple[Bagian, ...] = (
        Judul("Lembar Pengembalian Laporan Kinerja"),
        _describe(settings, versi, tanggal, (("Putusan", "Tidak disetujui"), ("Dikembalikan kepada", kepada))),
        Alinea("Alasan:", tebal=True),
        *(Alinea(baris) for baris in alasan.splitlines() if baris.strip()),
        Utuh(
            (
                Alinea(
                    f"Laporan agar diperbaiki sesuai dengan alasan di atas, diperiksa kembali, dan diajukan lagi{berikut}."
                ),
                sign(settings, "kepala", tanggal),
            )
        ),
    )
    return make_naskah(settings, f"Lembar Pengembalian Versi {versi}", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def _describe(settings: Instansi, versi: str, tanggal: date, lain: tuple[tuple[str, str], ...]) -> Rincian:
    pasangan = (
        ("Dokumen", say_laporan(settings)),
        ("Versi", versi),
        ("Tanggal putusan", format_hari_tanggal(tanggal)),
    )
    return Rincian((*pasangan, *lain), lebar_cm=4.2)
