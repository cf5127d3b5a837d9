"""Step 3: who received which form, to sign: one list for all units, and a receipt for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lakip_lib.alur.entri import format_sidik
from lakip_lib.formats import format_hari_tanggal
from lakip_lib.settings import Instansi, Unit
from lakip_lib.surat.naskah import TITIK, Alinea, Judul, Kolom, Naskah, Penanda, Rincian, Tabel, TandaTangan, Utuh
from lakip_lib.surat.pihak import make_penanda, pick_peran
from lakip_lib.surat.rangka import make_naskah, say_laporan, say_tempat_tanggal, sign

KOLOM = (
    Kolom("No", 0.9, "tengah"),
    Kolom("Unit", 4.6),
    Kolom("Berkas", 3.4),
    Kolom("Tanggal diterima", 2.1),
    Kolom("Nama penerima", 3.0),
    Kolom("Tanda tangan", 3.0),
)


@dataclass(frozen=True)
class Kiriman:
    """A form that went out: to which unit, which file, its SHA-256."""

    unit: Unit
    berkas: str
    sha256: str


def build_daftar_terima(
    settings: Instansi,
    kiriman: Sequence[Kiriman],
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    saluran: str = "",
) -> Naskah:
    """The list of all units to sign for their forms; date, name and signature are written by hand."""
    baris = tuple(
        (str(n), k.unit.nama, f"{k.berkas}\n{format_sidik(k.sha256)}", "", "", "") for n, k in enumerate(kiriman, 1)
    )
    bagian = (
        Judul("Tanda Terima Formulir Data Kinerja", bawah=(say_laporan(settings),)),
        Rincian(_list_kirim(settings, saluran), lebar_cm=4.2),
        Tabel("Tanda terima formulir tiap unit", KOLOM, baris, garis="kisi", tinggi_cm=1.15),
        Utuh(
            (
                Alinea("Deret huruf dan angka di bawah nama berkas adalah awal sidik SHA-256 berkas itu.", kecil=True),
                sign(settings, "staf_perencanaan", tanggal, kiri="kasubag_program"),
            )
        ),
    )
    return make_naskah(settings, "Tanda Terima Formulir", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def build_tanda_terima(
    settings: Instansi,
    kiriman: Kiriman,
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    saluran: str = "",
) -> Naskah:
    """The receipt of one unit, to send back signed."""
    rincian = Rincian(
        (
            ("Unit", kiriman.unit.nama),
            ("Berkas", kiriman.berkas),
            ("Awal sidik SHA-256", format_sidik(kiriman.sha256)),
            *_list_kirim(settings, saluran),
            ("Diterima tanggal", TITIK),
        ),
        lebar_cm=4.2,
    )
    penyerah = make_penanda(settings, pick_peran(settings, "staf_perencanaan"), atas=("\u00a0", "Yang menyerahkan,"))
    penerima = Penanda("", atas=(say_tempat_tanggal(settings, None), "Yang menerima,"))
    bagian = (
        Judul("Tanda Terima Formulir Data Kinerja", bawah=(say_laporan(settings),)),
        Alinea("Telah diterima formulir data kinerja berikut."),
        rincian,
        TandaTangan(penerima, penyerah),
    )
    judul = f"Tanda Terima {kiriman.unit.nama}"
    return make_naskah(settings, judul, bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def _list_kirim(settings: Instansi, saluran: str) -> tuple[tuple[str, str], ...]:
    kirim = (("Cara penyampaian", saluran),) if saluran else ()
    return (*kirim, ("Kembali paling lambat", format_hari_tanggal(settings.periode.tenggat)))
