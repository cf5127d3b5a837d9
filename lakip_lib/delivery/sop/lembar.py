"""What each step's letters and sheets are filled with: from the cycle to the builders of `surat`."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lakip_lib.alur.kalender import Kalender
from lakip_lib.checks.lambang import check_lambang
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.intake.lambang import read_lambang
from lakip_lib.koreksi.lke import NilaiLke
from lakip_lib.koreksi.reviu import Jawaban
from lakip_lib.koreksi.ringkas import Lampu
from lakip_lib.settings import Unit
from lakip_lib.surat.ajuan import build_ajuan
from lakip_lib.surat.disposisi import build_disposisi
from lakip_lib.surat.lke import build_lke
from lakip_lib.surat.naskah import Naskah
from lakip_lib.surat.pengantar import build_pengantar
from lakip_lib.surat.pengantar_formulir import build_pengantar_formulir
from lakip_lib.surat.pengingat import choose_perihal, write_pengingat
from lakip_lib.surat.putusan import build_penolakan, build_persetujuan
from lakip_lib.surat.rekap_himpun import build_rekap
from lakip_lib.surat.reviu import build_reviu, list_baris_reviu
from lakip_lib.surat.tanda_terima import Kiriman, build_daftar_terima, build_tanda_terima

if TYPE_CHECKING:
    from lakip_lib.delivery.sop.himpun import StatusUnit


def read_logo(siklus: Siklus) -> bytes | None:
    """The coat of arms that instansi.toml names, None where none is named or it cannot be printed."""
    nama = siklus.settings.instansi.logo
    if not nama or check_lambang(siklus.settings, siklus.lokasi.raw):
        return None
    return read_lambang(siklus.lokasi.raw, nama)


def _letter(siklus: Siklus, rancangan: Rancangan) -> dict[str, Any]:
    """What every letter of a step has: its day, the ledger's trace, the coat of arms."""
    return {"tanggal": rancangan.tanggal, "jejak": rancangan.jejak, "logo": read_logo(siklus)}


def make_disposisi(siklus: Siklus, rancangan: Rancangan) -> Naskah:
    """The order by which the Kadis opens the cycle."""
    return build_disposisi(siklus.settings, **_letter(siklus, rancangan))


def make_nota_formulir(siklus: Siklus, rancangan: Rancangan, unit: Unit) -> Naskah:
    """The nota dinas that goes with a unit's form."""
    saluran = str(rancangan.isi["lewat"])
    return build_pengantar_formulir(siklus.settings, unit, saluran=saluran, **_letter(siklus, rancangan))


def _list_kiriman(rancangan: Rancangan, unit: Sequence[Unit]) -> list[Kiriman]:
    return [Kiriman(u, f"{u.kode}.xlsx", rancangan.masukan[f"formulir/{u.kode}.xlsx"]) for u in unit]


def make_tanda_terima(siklus: Siklus, rancangan: Rancangan, unit: Unit) -> Naskah:
    """The receipt of one unit."""
    (kiriman,) = _list_kiriman(rancangan, [unit])
    saluran = str(rancangan.isi["lewat"])
    return build_tanda_terima(siklus.settings, kiriman, saluran=saluran, **_letter(siklus, rancangan))


def make_daftar_terima(siklus: Siklus, rancangan: Rancangan, unit: Sequence[Unit]) -> Naskah:
    """The list that all units sign."""
    kiriman, saluran = _list_kiriman(rancangan, unit), str(rancangan.isi["lewat"])
    return build_daftar_terima(siklus.settings, kiriman, saluran=saluran, **_letter(siklus, rancangan))


def write_pengingat_unit(
    siklus: Siklus,
    hari: date,
    unit: Unit,
    *,
    terlambat: int = 0,
    wajib: int = 0,
    masuk: bool = False,
    diterima: bool = False,
) -> str:
    """The reminder of a unit, ready to paste: of its faults only where its form is in (`masuk`); thanks where nothing is asked."""
    perihal = choose_perihal(siklus.settings, hari=hari, wajib=wajib if masuk else 0, diterima=diterima)
    return str(write_pengingat(siklus.settings, unit, perihal, terlambat=terlambat, wajib=wajib))


def make_rekap(siklus: Siklus, rancangan: Rancangan, status: "Sequence[StatusUnit]") -> Naskah:
    """How each unit stands."""
    tutup = str(rancangan.isi["tutup"] or "")
    return build_rekap(siklus.settings, status, tutup=tutup, **_letter(siklus, rancangan))


def make_persetujuan(siklus: Siklus, rancangan: Rancangan, berkas: Mapping[str, str], keterangan: str) -> Naskah:
    """The approval with the hashes of what was frozen, and how the report is signed."""
    return build_persetujuan(
        siklus.settings,
        versi=rancangan.versi,
        berkas=[(Path(nama).name, sidik) for nama, sidik in berkas.items() if "disetujui/" in nama],
        keterangan=_say_tanda_tangan(keterangan),
        **_letter(siklus, rancangan),
    )


def _say_tanda_tangan(keterangan: str) -> str:
    """How the report is signed; that it is approved stands on the sheet already."""
    sisa = keterangan.removeprefix("Disetujui; ")
    return keterangan if sisa == keterangan else f"Laporan {sisa}"


def make_penolakan(siklus: Siklus, rancangan: Rancangan, alasan: str) -> Naskah:
    """The rejection with its reason."""
    putaran = int(rancangan.versi.partition(".")[0]) + 1
    return build_penolakan(
        siklus.settings,
        versi=rancangan.versi,
        alasan=alasan,
        versi_berikut=f"{putaran}.1",
        **_letter(siklus, rancangan),
    )


def make_pengantar(siklus: Siklus, rancangan: Rancangan, nomor: str, tanggal: date) -> Naskah:
    """The cover letter with its number, of the day on which the number was given."""
    isi = _letter(siklus, rancangan) | {"tanggal": tanggal}
    return build_pengantar(siklus.settings, nomor=nomor, **isi)


def count_sisa(kalender: Kalender, tenggat: date, saat: datetime) -> int:
    """Working days until a due date, negative where it is past."""
    hari = saat.date()
    return kalender.count_hari(hari, tenggat) if hari <= tenggat else -kalender.count_hari(tenggat, hari)


def make_reviu(siklus: Siklus, rancangan: Rancangan, jawaban: Sequence[Jawaban]) -> Naskah:
    """The checklist with its answers."""
    baris = list_baris_reviu(siklus.settings, jawaban)
    return build_reviu(siklus.settings, baris, versi=rancangan.versi, **_letter(siklus, rancangan))


def make_lke(siklus: Siklus, rancangan: Rancangan, nilai: NilaiLke) -> Naskah:
    """The self-score of Pelaporan Kinerja."""
    return build_lke(siklus.settings, nilai, **_letter(siklus, rancangan))


def make_ajuan(
    siklus: Siklus, rancangan: Rancangan, lampu: Sequence[Lampu], *, peringatan: Sequence[str], perubahan: Sequence[str]
) -> Naskah:
    """The page for the Kadis; what changed is told against the version that was handed in before."""
    lalu, tolak = (rancangan.sebelum.find(langkah) for langkah in ("ajukan", "tolak"))
    return build_ajuan(
        siklus.settings,
        lampu,
        versi=rancangan.versi,
        versi_lalu=lalu.versi if lalu else "",
        alasan_lalu=str(tolak.isi["alasan"]) if lalu and tolak and tolak.versi == lalu.versi else "",
        peringatan=peringatan,
        perubahan=perubahan,
        pengaju=rancangan.pelaku.peran,
        **_letter(siklus, rancangan),
    )
