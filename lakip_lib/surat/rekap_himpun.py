"""Step 4: how each unit stands: sent or not, how late, which version counts, what must still be mended."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from lakip_lib.formats import format_hari_tanggal, format_tanggal
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Alinea, Baris, Judul, Kolom, Naskah, Rincian, Sel, Tabel, Utuh, Warna
from lakip_lib.surat.rangka import make_naskah, say_laporan, sign

WARNA_STATUS: dict[str, Warna] = {"diterima": "hijau", "perlu perbaikan": "kuning"}  # any other: merah
KOLOM = (
    Kolom("No", 0.9, "tengah"),
    Kolom("Unit", 3.5),
    Kolom("Keadaan", 2.5),
    Kolom("Masuk", 2.6),
    Kolom("Terlambat (hari kerja)", 2.0, "kanan"),
    Kolom("Berkas yang dipakai", 3.6),
    Kolom("Temuan wajib", 1.9, "kanan"),
)


class StatusUnit(Protocol):
    """How a unit stands: its state in words, the file that counts and which of its versions, when it came, how late."""

    @property
    def nama(self) -> str:
        """The unit's name."""

    @property
    def status(self) -> str:
        """diterima, perlu perbaikan, tidak terbaca, or belum masuk."""

    @property
    def berkas(self) -> str:
        """The file that counts, empty where there is none."""

    @property
    def versi(self) -> int:
        """How many versions came."""

    @property
    def wajib(self) -> int:
        """How many findings must be mended."""

    @property
    def terima(self) -> datetime | None:
        """When the form came in."""

    @property
    def terlambat(self) -> int:
        """Working days after the due date."""


def build_rekap(
    settings: Instansi,
    status: Sequence[StatusUnit],
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    tutup: str = "",
) -> Naskah:
    """The table of all units as of `tanggal`; `tutup` is the reason why the collection was closed before all are in."""
    rincian = (
        ("Keadaan per", format_hari_tanggal(tanggal)),
        ("Batas waktu unit", format_hari_tanggal(settings.periode.tenggat)),
        ("Ringkasan", describe_keadaan(status)),
        *((("Ditutup karena", tutup),) if tutup else ()),
    )
    bagian = (
        Judul("Rekapitulasi Penghimpunan Data Kinerja", bawah=(say_laporan(settings),)),
        Rincian(rincian, lebar_cm=3.6),
        Tabel("Keadaan isian tiap unit", KOLOM, tuple(_write_row(n, s) for n, s in enumerate(status, 1))),
        Utuh(
            (
                Alinea(_explain(status), kecil=True),
                sign(settings, "staf_perencanaan", tanggal, kiri="kasubag_program"),
            )
        ),
    )
    return make_naskah(settings, "Rekapitulasi Penghimpunan Data", bagian, tanggal=tanggal, jejak=jejak, logo=logo)


def describe_keadaan(status: Sequence[StatusUnit]) -> str:
    """ "3 dari 5 unit diterima; 1 perlu perbaikan, 1 belum masuk; 1 terlambat"."""
    jumlah = Counter(s.status for s in status)
    lain = ", ".join(f"{n} {kata}" for kata, n in sorted(jumlah.items()) if kata != "diterima")
    telat = sum(s.terlambat > 0 for s in status)
    bagian = (
        f"{jumlah['diterima']} dari {len(status)} unit diterima",
        lain,
        f"{telat} melewati batas waktu" if telat else "",
    )
    return "; ".join(b for b in bagian if b)


def _explain(status: Sequence[StatusUnit]) -> str:
    """What the table's words mean; of versions only where one has several."""
    versi = "; angka dalam kurung menunjukkan urutan versinya" if any(s.versi > 1 for s in status) else ""
    return (
        f"Berkas yang dipakai adalah versi terakhir yang terbaca{versi}. "
        "Temuan wajib harus diperbaiki sebelum isian diterima."
    )


def _write_row(nomor: int, status: StatusUnit) -> Baris:
    versi = f" ({status.versi})" if status.versi > 1 else ""
    return (
        str(nomor),
        status.nama,
        Sel(status.status.capitalize(), lampu=WARNA_STATUS.get(status.status, "merah")),
        format_tanggal(status.terima.date()) if status.terima else "–",
        str(status.terlambat) if status.terlambat else "–",
        f"{status.berkas.rpartition('/')[2]}{versi}" if status.berkas else "–",
        str(status.wajib) if status.wajib and status.berkas else "–",
    )
