"""Step 4, himpun: who has not sent, who is late, what came back with faults, which version counts; until all are accepted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.kalender import Kalender
from lakip_lib.alur.keadaan import BELUM_LENGKAP, DITUTUP, LENGKAP
from lakip_lib.delivery.langkah import Laporan, run_himpun
from lakip_lib.delivery.sop.lembar import make_rekap, write_pengingat_unit
from lakip_lib.delivery.sop.masukan import list_masukan
from lakip_lib.delivery.sop.naskah import write_naskah
from lakip_lib.delivery.sop.siklus import Rancangan, Siklus
from lakip_lib.errors import UsageError
from lakip_lib.formats import clean_teks
from lakip_lib.settings import Instansi

DITERIMA, BELUM_MASUK = "diterima", "belum masuk"


@dataclass(frozen=True)
class StatusUnit:
    """How a unit stands: status as the tidy table has it, the file that counts, since when it is in, how late (working days)."""

    kode: str
    nama: str
    pic: str
    status: str
    berkas: str
    sha256: str
    wajib: int
    terima: datetime | None
    terlambat: int
    versi: int

    @property
    def is_diterima(self) -> bool:
        """Whether nothing is asked of the unit any more."""
        return self.status == DITERIMA


def list_status_unit(
    settings: Instansi,
    kalender: Kalender,
    unit: Sequence[Mapping[str, Any]],
    *,
    terima: Mapping[str, str],
    versi: Mapping[str, int],
    hari_ini: date,
) -> list[StatusUnit]:
    """Each unit's state: late are those whose form came after the due date, or has not come and the date is over."""
    tenggat = settings.periode.tenggat
    hasil = []
    for row in unit:
        kode = row["unit"]
        saat = datetime.fromisoformat(terima[kode]) if kode in terima else None
        dikenal = settings.get_unit(kode)
        hasil.append(
            StatusUnit(
                kode=kode,
                nama=row["nama"],
                pic=dikenal.pic if dikenal else "",
                status=row["status"],
                berkas=row["berkas"] or "",
                sha256=row["sha256"] or "",
                wajib=int((row["catatan"] or "0").split()[0]),
                terima=saat,
                terlambat=kalender.count_hari(tenggat, saat.date() if saat else hari_ini),
                versi=versi.get(kode, 0),
            )
        )
    return hasil


def trace_terima(
    buku: BukuAlur, unit: Sequence[Mapping[str, Any]], waktu: datetime
) -> tuple[dict[str, str], dict[str, int]]:
    """Since when each unit's form is in, and how many versions of it came: from the ledger, and what is new now.

    A unit is in from the first himpun that met a form of it; each file with other content is a further version.
    """
    terima: dict[str, str] = {}
    versi: dict[str, int] = {}
    sidik: dict[str, str] = {}
    for entri in buku.list("himpun"):
        terima |= entri.isi["terima"]
        versi |= entri.isi["versi_unit"]
        sidik |= {kode: isi["sha256"] for kode, isi in entri.isi["unit"].items() if isi["sha256"]}
    for row in unit:
        kode, baru = row["unit"], row["sha256"]
        if baru and sidik.get(kode) != baru:
            versi[kode] = versi.get(kode, 0) + 1
        if baru:
            terima.setdefault(kode, waktu.isoformat())
    return terima, versi


def collect(siklus: Siklus, *, tutup: str | None = None) -> Laporan:
    """Do step 4: read and check what came in, answer, write down how each unit stands.

    The step is done (`lengkap`) when every unit's form is accepted, or the collection is closed with a reason (`tutup`);
    until then it stays open and the command is given again.
    """
    if tutup is not None and not clean_teks(tutup):
        raise UsageError("--tutup memerlukan alasan.")
    rancangan = siklus.begin("himpun", isi={"tutup": tutup}, masukan=list_masukan(siklus.lokasi))
    laporan = run_himpun(siklus.lokasi)
    terima, versi = trace_terima(rancangan.sebelum, laporan.unit, rancangan.waktu)
    status = list_status_unit(
        siklus.settings, siklus.kalender, laporan.unit, terima=terima, versi=versi, hari_ini=rancangan.tanggal
    )
    semua = all(s.is_diterima for s in status)
    hasil = LENGKAP if semua else DITUTUP if tutup else BELUM_LENGKAP
    keluaran = write_rekap(siklus, rancangan, status)
    siklus.commit(
        rancangan,
        hasil=hasil,
        isi={
            "unit": {
                s.kode: {"status": s.status, "berkas": s.berkas, "sha256": s.sha256, "wajib": s.wajib} for s in status
            },
            "terima": terima,
            "versi_unit": versi,
        },
        keluaran=keluaran,
    )
    return laporan if hasil != BELUM_LENGKAP else replace(laporan, pesan=(*laporan.pesan, describe_kurang(status)))


def describe_kurang(status: Sequence[StatusUnit]) -> str:
    """A sentence on the units that something is still asked of, and what to do when one never answers."""
    kurang = ", ".join(f"{s.kode} ({s.status}{_say_terlambat(s)})" for s in status if not s.is_diterima)
    return (
        f"Penghimpunan belum selesai: {kurang}. Jalankan lagi bila isian berikutnya masuk, atau tutup dengan "
        '--tutup "alasan".'
    )


def _say_terlambat(status: StatusUnit) -> str:
    return f", terlambat {status.terlambat} hari kerja" if status.terlambat else ""


def write_rekap(siklus: Siklus, rancangan: Rancangan, status: Sequence[StatusUnit]) -> dict[str, str]:
    """The recap sheet, and for each unit a reminder of what is still asked of it, or thanks; their hashes by path."""
    keluaran = write_naskah(siklus, "04-rekap-isian", make_rekap(siklus, rancangan, status))
    for satu in status:
        unit = siklus.settings.get_unit(satu.kode)
        if unit is not None:
            teks = write_pengingat_unit(
                siklus,
                rancangan.tanggal,
                unit,
                terlambat=satu.terlambat,
                wajib=satu.wajib,
                masuk=bool(satu.berkas),
                diterima=satu.is_diterima,
            )
            keluaran |= dict([siklus.write(f"pengingat/{satu.kode}.txt", teks.encode())])
    return keluaran
