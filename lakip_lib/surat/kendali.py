"""The control sheet over all steps: who, how long it may take, when it began and ended, how it ended, the entry's hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lakip_lib.alur.entri import format_sidik
from lakip_lib.alur.tempo import format_menit
from lakip_lib.formats import format_tanggal
from lakip_lib.settings import Instansi
from lakip_lib.surat.naskah import Alinea, Baris, Judul, Kolom, Naskah, Rincian, Sel, Tabel, Utuh, Warna
from lakip_lib.surat.rangka import make_naskah, say_laporan, sign

KOLOM = (
    Kolom("No", 0.9, "tengah"),
    Kolom("Langkah", 3.9),
    Kolom("Pelaku", 4.4),
    Kolom("Batas waktu SOP", 1.9),
    Kolom("Mulai", 2.5),
    Kolom("Selesai", 2.5),
    Kolom("Waktu kerja terpakai", 3.1),
    Kolom("Hasil", 2.4),
    Kolom("Entri dan sidik", 3.7),
)


@dataclass(frozen=True)
class BarisKendali:
    """One stretch of work: step number and name, who did it, its limit and what it took (working minutes), how it ended.

    A step that is still to come has neither times nor entry. `dihitung` are the minutes held against the limit, where they
    are fewer than it took (the units' own time at step 4).
    """

    nomor: int
    langkah: str
    pelaku: str
    batas_menit: int
    mulai: datetime | None = None
    selesai: datetime | None = None
    menit: int | None = None
    dihitung: int | None = None
    hasil: str = ""
    entri: int = 0
    sidik: str = ""


def build_kendali(
    settings: Instansi,
    baris: Sequence[BarisKendali],
    *,
    tanggal: date,
    jejak: str = "",
    logo: bytes | None = None,
    tonggak: Sequence[str] = (),
) -> Naskah:
    """The sheet as of `tanggal`, in the zone of the agency; `tonggak` are milestones beside the steps, in words."""
    rincian = (
        ("Keadaan per", format_tanggal(tanggal)),
        ("Batas waktu laporan", format_tanggal(settings.tenggat_laporan)),
        ("Jumlah waktu kerja", describe_jumlah(baris)),
        *((("Di samping langkah", "; ".join(tonggak)),) if tonggak else ()),
    )
    catatan = (
        f"Waktu dalam {settings.alur.zona}; waktu kerja terpakai dihitung menurut jam kerja kantor tanpa hari libur. "
        "Sidik berasal dari buku alur; sidik entri terakhir tercetak di kaki halaman."
    )
    bagian = (
        Judul("Lembar Kendali Penyusunan Laporan Kinerja", bawah=(say_laporan(settings),)),
        Rincian(rincian, lebar_cm=4.0),
        Tabel("Kendali setiap langkah", KOLOM, tuple(_write_row(b) for b in baris)),
        Utuh((Alinea(catatan, kecil=True), sign(settings, "kasubag_program", tanggal, kiri="sekretaris"))),
    )
    return make_naskah(settings, "Lembar Kendali", bagian, tanggal=tanggal, jejak=jejak, logo=logo, lanskap=True)


def describe_jumlah(baris: Sequence[BarisKendali]) -> str:
    """What all steps took together without the time of waiting, and how many of them took longer than they may."""
    lewat = sum(is_lewat(b) for b in baris)
    dihitung = sum(_count_dihitung(b) or 0 for b in baris)
    tunggu = sum(b.menit or 0 for b in baris) - dihitung
    bagian = (
        format_menit(dihitung) + (f", di luar {format_menit(tunggu)} menunggu" if tunggu else ""),
        f"{lewat} kali melewati batas" if lewat else "",
    )
    return "; ".join(filter(None, bagian))


def is_lewat(baris: BarisKendali) -> bool:
    """Whether a step took longer than the SOP allows."""
    dihitung = _count_dihitung(baris)
    return dihitung is not None and dihitung > baris.batas_menit


def _count_dihitung(baris: BarisKendali) -> int | None:
    return baris.menit if baris.dihitung is None else baris.dihitung


def _write_row(b: BarisKendali) -> Baris:
    warna: Warna | None = None if b.menit is None else "kuning" if is_lewat(b) else "hijau"
    terpakai = "–" if b.menit is None else format_menit(b.menit)
    if b.dihitung is not None and b.menit is not None and b.dihitung < b.menit:
        terpakai += f"\n({format_menit(b.dihitung)} di luar waktu menunggu)"
    if is_lewat(b):
        terpakai += "\nmelewati batas"
    return (
        str(b.nomor),
        b.langkah,
        b.pelaku or "–",
        format_menit(b.batas_menit),
        _say_waktu(b.mulai),
        _say_waktu(b.selesai),
        Sel(terpakai, lampu=warna),
        b.hasil[:1].upper() + b.hasil[1:] or "–",
        f"{b.entri}: {format_sidik(b.sidik)}" if b.entri else "–",
    )


def _say_waktu(waktu: datetime | None) -> str:
    return f"{format_tanggal(waktu.date())}\n{waktu:%H.%M}" if waktu else "–"
