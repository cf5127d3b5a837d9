"""What each step's letters and sheets are filled with: from the cycle to the builders of `surat`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.settings import Unit
from lakip_lib.surat.disposisi import build_disposisi
from lakip_lib.surat.naskah import Judul, Naskah, Rincian
from lakip_lib.surat.rangka import make_naskah

if TYPE_CHECKING:
    from lakip_lib.delivery.sop.himpun import StatusUnit


def _make(siklus: Siklus, rancangan: Rancangan, judul: str, **isi: Any) -> Naskah:
    pasangan = tuple((k, str(v)) for k, v in isi.items())
    return make_naskah(
        siklus.settings, judul, (Judul(judul), Rincian(pasangan)), tanggal=rancangan.tanggal, jejak=rancangan.jejak
    )


def make_disposisi(siklus: Siklus, rancangan: Rancangan) -> Naskah:
    """The order by which the Kadis opens the cycle."""
    return build_disposisi(siklus.settings, tanggal=rancangan.tanggal, jejak=rancangan.jejak)


def make_nota_formulir(siklus: Siklus, rancangan: Rancangan, unit: Unit) -> Naskah:
    """The nota dinas that goes with a unit's form."""
    return _make(siklus, rancangan, "Nota Dinas", unit=unit.kode)


def make_tanda_terima(siklus: Siklus, rancangan: Rancangan, unit: Sequence[Unit]) -> Naskah:
    """The receipt for the packages."""
    return _make(siklus, rancangan, "Tanda Terima", unit=[u.kode for u in unit])


def list_pengingat(
    siklus: Siklus, rancangan: Rancangan, unit: Sequence[Unit], status: "Sequence[StatusUnit]" = ()
) -> dict[str, str]:
    """A reminder for each unit, by kode, ready to paste."""
    return {u.kode: f"Pengingat {u.nama}\n" for u in unit}


def make_rekap(siklus: Siklus, rancangan: Rancangan, status: "Sequence[StatusUnit]") -> Naskah:
    """How each unit stands."""
    return _make(siklus, rancangan, "Rekap", unit=[(s.kode, s.status, s.terlambat) for s in status])


def make_ajuan(siklus: Siklus, rancangan: Rancangan, ajuan: Any) -> Naskah:
    """The page for the Kadis."""
    return _make(siklus, rancangan, "Lembar Pengajuan")


def make_persetujuan(siklus: Siklus, rancangan: Rancangan, keterangan: str) -> Naskah:
    """The approval, and how the report was signed."""
    return _make(siklus, rancangan, "Lembar Persetujuan", keterangan=keterangan)


def make_penolakan(siklus: Siklus, rancangan: Rancangan, alasan: str) -> Naskah:
    """The rejection with its reason."""
    return _make(siklus, rancangan, "Lembar Pengembalian", alasan=alasan)


def make_pengantar(siklus: Siklus, rancangan: Rancangan, catatan: Any) -> Naskah:
    """The cover letter with its number."""
    return _make(siklus, rancangan, "Surat Pengantar", nomor=catatan.nomor)
