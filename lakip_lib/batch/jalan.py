"""The batch: plan, hand out, collect, tell; an agency that kills its worker is tried again alone and then told as failed."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from lakip_lib.batch.catatan import Log
from lakip_lib.batch.klaster import is_terbunuh
from lakip_lib.batch.kolam import Kolam
from lakip_lib.batch.rekap import plan_rekap, run_rekap
from lakip_lib.batch.rencana import Rencana
from lakip_lib.batch.ruang import Ruang
from lakip_lib.batch.tugas import HasilTugas, Tugas, run_tugas
from lakip_lib.delivery.keadaan import TAHAP, Keadaan, save_keadaan
from lakip_lib.errors import UsageError
from lakip_lib.galat import PERLU_PERBAIKAN, RUSAK, SALAH_PAKAI, SELESAI, Kode, classify, trace_unforeseen
from lakip_lib.kunci import hold
from lakip_lib.settings import REKAP, LokasiDaerah
from lakip_lib.simpan import sweep

COBA = 2  # times that an agency may kill a worker when it has it to itself
MATI = (
    "Proses yang mengerjakan instansi ini berhenti mendadak berkali-kali, biasanya karena memori habis. Jalankan lagi dengan "
    "--pekerja 1, atau periksa berkas isiannya."
)
MATI_REKAP = "Proses yang menyusun rekap daerah berhenti mendadak, biasanya karena memori habis. Jalankan lagi."
SEDANG = "Batch lain sedang berjalan untuk tahun {tahun}. Tunggu sampai selesai, lalu jalankan lagi."


class Pelapor:
    """Whoever is told how the batch gets on; this one keeps it to itself."""

    def plan(self, rencana: Rencana) -> None:
        """What is to be done."""

    def begin(self, instansi: str) -> None:
        """An agency was handed out."""

    def end(self, hasil: HasilTugas) -> None:
        """An agency is done, or has failed."""

    def rekap(self) -> None:
        """The district's story is being written."""


@dataclass
class Ringkasan:
    """How the batch ended: the state of each agency, what was run, and folders that no agency can have."""

    keadaan: dict[str, Keadaan] = field(default_factory=dict)
    dijalankan: list[HasilTugas] = field(default_factory=list)
    salah_nama: tuple[str, ...] = ()
    rekap: HasilTugas | None = None  # None where the district's story stays as it is

    @property
    def kode_keluar(self) -> int:
        """1 if any agency (or the story) met 1, else 3 if any has data or settings to be mended (PROMISES §7)."""
        kode = {keadaan.kode_keluar for keadaan in self.keadaan.values()}
        kode |= {self.rekap.keadaan.kode_keluar} if self.rekap else set()
        if RUSAK in kode:
            return RUSAK
        return PERLU_PERBAIKAN if kode & {PERLU_PERBAIKAN, SALAH_PAKAI} or self.salah_nama else SELESAI


class Tim:
    """The workers of a batch: there when the first task is handed out, new ones when one of them died."""

    def __init__(self, kolam: Kolam) -> None:
        """Hold what opens them."""
        self._kolam = kolam
        self._buka = ExitStack()
        self._executor: Executor | None = None

    def submit(self, fungsi: Callable[..., HasilTugas], *args: object) -> Future[HasilTugas]:
        """Hand out a task."""
        if self._executor is None:
            self._executor = self._buka.enter_context(self._kolam())
        return self._executor.submit(fungsi, *args)

    def disband(self) -> None:
        """Let them go; the next task gets new ones."""
        self._executor = None
        self._buka.close()

    def __enter__(self) -> "Tim":
        """The team itself."""
        return self

    def __exit__(self, *galat: Any) -> None:
        """Let them go; at once where something stops the batch."""
        self._executor = None
        self._buka.__exit__(*galat)


def run_batch(
    ruang: Ruang,
    kolam: Kolam,
    lapor: Pelapor,
    *,
    pilihan: Sequence[str] = (),
    sampai: str = TAHAP[-1],
    paksa: bool = False,
    lebar: int = 1,
) -> Ringkasan:
    """Run what is due of every agency of the year (or those chosen), `lebar` at a time; how it ended.

    UsageError where there is nothing of that name, or another batch of the year is running.
    """
    daerah = ruang.daerah
    with hold_batch(daerah):
        rencana = ruang.plan(pilihan, sampai=sampai, paksa=paksa)
        lapor.plan(rencana)
        log = Log(daerah.log)
        awal = time.monotonic()
        ringkasan = Ringkasan(dict(rencana.dilewati), salah_nama=rencana.salah_nama)
        if rencana.tugas:
            log.write(
                "mulai", periode=daerah.periode, sampai=sampai, tugas=len(rencana.tugas), dilewati=len(rencana.dilewati)
            )
        with ExitStack() as akhir:
            akhir.callback(ruang.publish)
            tim = akhir.enter_context(Tim(kolam))
            lega = len(rencana.tugas) < lebar
            for hasil in _drive([replace(t, lega=lega) for t in rencana.tugas], tim, lapor, lebar):
                log.write_hasil(hasil)
                ringkasan.dijalankan.append(hasil)
                ringkasan.keadaan[hasil.instansi] = hasil.keadaan
                lapor.end(hasil)
            if sampai == TAHAP[-1]:
                if ringkasan.dijalankan:
                    ruang.refresh()
                kolam_rekap = ruang.choose_kolam(kolam)
                tim_rekap = tim if kolam_rekap is kolam else akhir.enter_context(Tim(kolam_rekap))
                ringkasan.rekap = _tell_daerah(daerah, tim_rekap, log, lapor, paksa=paksa)
            if rencana.tugas:
                log.write("selesai", kode_keluar=ringkasan.kode_keluar, detik=round(time.monotonic() - awal, 3))
    return ringkasan


def _drive(tugas: Sequence[Tugas], tim: Tim, lapor: Pelapor, lebar: int) -> Iterator[HasilTugas]:
    """The results as they come. Those that were running when a worker died are tried again one by one."""
    antre, curiga = deque(tugas), deque[tuple[Tugas, int]]()
    while antre:
        curiga.extend([(satu, 0) for satu in (yield from _run_all(tim, antre, lapor, lebar))])
    while curiga:
        satu, kali = curiga.popleft()
        gagal = yield from _run_all(tim, deque([satu]), lapor, 1)
        if gagal and kali + 1 < COBA:
            curiga.append((satu, kali + 1))
        elif gagal:
            yield _fail(satu, RUSAK, MATI)


def _run_all(tim: Tim, antre: deque[Tugas], lapor: Pelapor, lebar: int) -> Generator[HasilTugas, None, list[Tugas]]:
    """Take from the queue until it is empty, or a worker dies; the tasks that were running then."""
    jalan: dict[Future[HasilTugas], Tugas] = {}
    tersisa: list[Tugas] = []
    while (antre and not tersisa) or jalan:
        while antre and len(jalan) < lebar and not tersisa:
            satu = antre.popleft()
            lapor.begin(satu.lokasi.instansi)
            try:
                jalan[tim.submit(run_tugas, satu)] = satu
            except BrokenExecutor:  # a worker died while it had nothing to do
                tersisa.append(satu)
        selesai, _ = wait(jalan, return_when=FIRST_COMPLETED)
        for future in sorted(selesai, key=lambda f: jalan[f].lokasi.instansi):
            satu, error = jalan.pop(future), future.exception()
            if error is None:
                yield future.result()
            elif isinstance(error, BrokenExecutor):
                tersisa.append(satu)
            else:
                yield _fail(satu, RUSAK, MATI) if is_terbunuh(error) else _fail(satu, *classify(error))
    if tersisa:
        tim.disband()
    return tersisa


def _tell_daerah(daerah: LokasiDaerah, tim: Tim, log: Log, lapor: Pelapor, *, paksa: bool) -> HasilTugas | None:
    """The district's story where it is due; what stops it is told as of an agency, and fails none of them."""
    alasan = plan_rekap(daerah, paksa=paksa)
    if not alasan:
        return None
    lapor.rekap()
    hasil = _run_rekap(daerah, tim, alasan)
    log.write_hasil(hasil)
    return hasil


def _run_rekap(daerah: LokasiDaerah, tim: Tim, alasan: str) -> HasilTugas:
    future = tim.submit(run_rekap, daerah, alasan)
    error = future.exception()
    if error is None:
        return future.result()
    kode, kalimat = classify(error)
    if isinstance(error, BrokenExecutor) or is_terbunuh(error):
        kode, kalimat = RUSAK, MATI_REKAP
    keadaan = Keadaan(kode_keluar=kode, tahap=None, pesan=(kalimat,))
    return HasilTugas(REKAP, keadaan, rinci=trace_unforeseen(error))


def _fail(tugas: Tugas, kode: Kode, kalimat: str) -> HasilTugas:
    keadaan = Keadaan(kode_keluar=kode, tahap=None, pesan=(kalimat,))
    save_keadaan(keadaan, tugas.lokasi)
    return HasilTugas(tugas.lokasi.instansi, keadaan)


@contextmanager
def hold_batch(daerah: LokasiDaerah) -> Iterator[None]:
    """Keep the year to oneself; the system frees it when the program dies. What one that died was writing is gone."""
    kunci = daerah.akar / "data" / "processed" / str(daerah.tahun) / ".batch.kunci"
    with hold(kunci, UsageError(SEDANG.format(tahun=daerah.tahun))):
        for folder in (kunci.parent, daerah.log.parent):
            sweep(folder)
        yield
