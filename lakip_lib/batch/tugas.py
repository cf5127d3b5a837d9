"""What is asked for one agency, and what came of it: plain data that travels between processes and machines."""

from dataclasses import dataclass

from lakip_lib.delivery.keadaan import TAHAP, Keadaan
from lakip_lib.errors import UsageError
from lakip_lib.galat import SELESAI
from lakip_lib.settings import Lokasi

DIMINTA = "diminta (--ulang)"
DISETUJUI = Keadaan(
    kode_keluar=SELESAI,
    tahap=TAHAP[-1],
    pesan=("Laporan sudah disetujui Kepala instansi, sehingga tidak dibangun lagi.",),
)


@dataclass(frozen=True)
class Tugas:
    """One agency-year to be worked on up to a stage; `paksa` runs all stages, whether they are due or not.

    `sumber` is the hash of the source that asks: a worker of another version refuses.
    """

    lokasi: Lokasi
    sampai: str = TAHAP[-1]
    paksa: bool = False
    sumber: str = ""
    lega: bool = False  # whether cores have nothing else to do
    gudang: str = ""  # the address of the store that the agency is fetched from, "" where its root is a folder

    @property
    def tahap(self) -> tuple[str, ...]:
        """The stages up to the one asked for."""
        return TAHAP[: TAHAP.index(self.sampai) + 1]


@dataclass(frozen=True)
class CatatanTahap:
    """A stage that was run: why, and how long it took in seconds."""

    tahap: str
    alasan: str
    detik: float


@dataclass(frozen=True)
class HasilTugas:
    """What came of one agency: its state, the stages that were run; `rinci` is for engineers (a traceback)."""

    instansi: str
    keadaan: Keadaan
    tahap: tuple[CatatanTahap, ...] = ()
    rinci: str = ""


def run_tugas(tugas: Tugas) -> HasilTugas:
    """Do the task, in a worker; what it needs is loaded there, not where it is handed out."""
    if tugas.gudang:
        from lakip_lib.batch.titipan import work_titipan

        return work_titipan(tugas)
    from lakip_lib.batch.pekerja import work

    return work(tugas)


def check_sampai(sampai: str) -> None:
    """UsageError for a stage that there is not."""
    if sampai not in TAHAP:
        raise UsageError(f"Tahap '{sampai}' tidak dikenal; pilihannya: {', '.join(TAHAP)}.")
