"""One agency in a worker: each stage that is due, in order; what stops it is told, and stops no other agency."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from lakip_lib.batch.tugas import DIMINTA, DISETUJUI, CatatanTahap, HasilTugas, Tugas
from lakip_lib.delivery.berdampingan import run_to_naskah
from lakip_lib.delivery.dasar import compute_dasar, explain_all, sum_dasar
from lakip_lib.delivery.keadaan import Keadaan, save_keadaan
from lakip_lib.delivery.kernel import prepare_kernel
from lakip_lib.delivery.langkah import run_analisis, run_himpun, write_naskah, write_naskah_and_charts
from lakip_lib.delivery.sidik import explain_due, hash_program
from lakip_lib.delivery.sop.siklus import is_disetujui
from lakip_lib.delivery.tahap import publish_dokumen
from lakip_lib.errors import list_keterangan
from lakip_lib.galat import PERLU_PERBAIKAN, RUSAK, SELESAI, classify, trace_unforeseen
from lakip_lib.istilah import Tingkat
from lakip_lib.model.kinerja import load_records
from lakip_lib.report.docx.halaman import prepare_kantor
from lakip_lib.settings import Lokasi

JALAN: dict[str, Callable[[Lokasi], object]] = {
    "himpun": run_himpun,
    "analisis": run_analisis,
    "naskah": write_naskah,
    "dokumen": publish_dokumen,
}
TERHENTI = "Pengerjaan instansi ini terhenti sebelum selesai. Jalankan lagi."
LAIN_VERSI = "Pekerja ini memakai lakip yang lain daripada yang menugasinya; pasang versi yang sama pada semua mesin."
WAJIB = "{wajib} temuan wajib; rinciannya dalam {daftar}"
JAWABAN = ", jawabannya untuk tiap unit dalam folder yang sama."
LAIN = "Di luar isian unit, yang perlu diperbaiki: {berkas}."
UNIT = "Unit yang isiannya {status}: {unit}."
MASUK = "diterima"
DIULANG = "tahap sebelumnya dijalankan lagi"


class _Tangkapan:
    """Keeps whatever stops one agency, so that it can be told; nothing is swallowed: who opens it asks for it."""

    error: BaseException | None = None

    def __enter__(self) -> "_Tangkapan":
        return self

    def __exit__(self, kelas: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        self.error = error
        return isinstance(error, Exception)  # an interrupt goes on


def work(tugas: Tugas) -> HasilTugas:
    """Run what is due of one agency, and leave its keadaan.json; the state says what stopped it."""
    selesai: list[CatatanTahap] = []
    lokasi = tugas.lokasi
    if tugas.sumber and tugas.sumber != hash_program()["sumber"]:
        return HasilTugas(lokasi.instansi, Keadaan(kode_keluar=RUSAK, tahap=None, pesan=(LAIN_VERSI,)))
    with _Tangkapan() as galat:
        if is_disetujui(lokasi):
            return HasilTugas(lokasi.instansi, DISETUJUI)
        # What is left to be read where this process is killed; the old state would vouch for figures it does not know.
        save_keadaan(Keadaan(kode_keluar=RUSAK, tahap=None, pesan=(TERHENTI,)), lokasi)
        _run_stages(tugas, selesai)
    with _Tangkapan() as gagal_simpan:
        keadaan = _tell(tugas, galat.error, selesai)
        save_keadaan(keadaan, lokasi)
    if gagal_simpan.error is not None:  # a full disk, say: the driver still hears of it
        keadaan = Keadaan(kode_keluar=RUSAK, tahap=None, pesan=(classify(gagal_simpan.error)[1],))
    hasil = HasilTugas(lokasi.instansi, keadaan, tuple(selesai), trace_unforeseen(galat.error or gagal_simpan.error))
    del galat, gagal_simpan  # their tracebacks hold what the agency was made of
    gc.collect()  # the next one begins with as much memory as this one did
    return hasil


class _Pencatat:
    """Knows which stages are due, and notes those that were run: why, and how long after the one before."""

    def __init__(self, tugas: Tugas, selesai: list[CatatanTahap]) -> None:
        self._tugas, self._selesai = tugas, selesai
        self._semula = {} if tugas.paksa else explain_all(tugas.lokasi)  # a stage that runs makes those after it forget
        self._awal = time.monotonic()

    def is_due(self, tahap: str) -> bool:
        """Whether the stage must run now."""
        lokasi = self._tugas.lokasi
        return self._tugas.paksa or bool(explain_due(lokasi, tahap, compute_dasar(lokasi, tahap)))

    def note(self, tahap: str) -> None:
        """The stage was run."""
        alasan = DIMINTA if self._tugas.paksa else self._semula[tahap] or DIULANG
        mulai, self._awal = self._awal, time.monotonic()
        self._selesai.append(CatatanTahap(tahap, alasan, round(self._awal - mulai, 3)))


def _run_stages(tugas: Tugas, selesai: list[CatatanTahap]) -> None:
    pencatat, jalan, sisa = _Pencatat(tugas, selesai), dict(JALAN), tugas.tahap
    if "dokumen" in sisa:
        prepare_kantor()  # it starts while the forms are read
    if tugas.lega and "dokumen" in sisa:
        jalan["naskah"] = write_naskah_and_charts
        if pencatat.is_due("himpun"):
            prepare_kernel()
            run_to_naskah(tugas.lokasi, pencatat.note)
            sisa = ("dokumen",)
    for tahap in sisa:
        if pencatat.is_due(tahap):
            if tahap != "dokumen":
                prepare_kernel()
            jalan[tahap](tugas.lokasi)
            pencatat.note(tahap)


def _tell(tugas: Tugas, error: BaseException | None, selesai: list[CatatanTahap]) -> Keadaan:
    """The state: of what was found where all went well, else of what stopped it and the last stage that is whole."""
    if error is None:
        wajib, pesan = describe_temuan(tugas.lokasi)
        return Keadaan(
            kode_keluar=PERLU_PERBAIKAN if wajib else SELESAI,
            tahap=tugas.sampai,  # type: ignore[arg-type]
            wajib=wajib,
            pesan=pesan,
        )
    kode, kalimat = classify(error)
    utuh = [t for t in tugas.tahap if not explain_due(tugas.lokasi, t, compute_dasar(tugas.lokasi, t))]
    pesan = (kalimat, *list_keterangan(error))
    return Keadaan(
        kode_keluar=kode,
        tahap=utuh[-1] if utuh else None,  # type: ignore[arg-type]
        pesan=pesan,
        dasar="" if kode == RUSAK else sum_dasar(tugas.lokasi, tugas.tahap),
    )


def describe_temuan(lokasi: Lokasi) -> tuple[int, tuple[str, ...]]:
    """How many findings of an agency must be mended, and sentences on where they stand and which units are missing."""
    wajib = [row["berkas"] for row in load_records(lokasi.processed, "temuan") if row["tingkat"] == Tingkat.WAJIB]
    daftar = lokasi.daftar_temuan.relative_to(lokasi.akar).as_posix()
    unit: dict[str, list[str]] = {}
    for row in load_records(lokasi.processed, "isian"):
        if row["status"] != MASUK:
            unit.setdefault(row["status"], []).append(row["unit"])
    isian = [berkas for berkas in wajib if Path(berkas).parts[:1] == ("isian",)]  # or the folder that lacks one
    lain = sorted(set(wajib) - set(isian))
    pesan = [WAJIB.format(wajib=len(wajib), daftar=daftar) + (JAWABAN if isian else ".")] if wajib else []
    pesan += [LAIN.format(berkas=", ".join(lain))] if lain else []
    pesan += [UNIT.format(status=status, unit=", ".join(kode)) for status, kode in unit.items()]
    return len(wajib), tuple(pesan)
