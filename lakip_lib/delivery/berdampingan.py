"""Stages of one agency side by side, where cores have nothing else to do: what waits for nothing does not wait.

All figures come from notebook 02. It reads the tidy tables, so the answers to the units are written beside it; and the
notebooks after it, the narrative among them, read what it left and not one another.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from lakip_lib.delivery.dasar import NOTEBOOK_ANALISIS, NOTEBOOK_ANGKA, NOTEBOOK_SUSUN
from lakip_lib.delivery.exporters import draw_pictures
from lakip_lib.delivery.jalankan import execute_apart, keep_notebook, run_apart
from lakip_lib.delivery.naskah import load_konteks
from lakip_lib.delivery.tahap import Laporan, announce, begin_analisis, begin_himpun, begin_naskah, check_terencana
from lakip_lib.delivery.terdahulu import keep_terdahulu
from lakip_lib.report.bab import plan_charts
from lakip_lib.settings import Lokasi

LAJUR = 3  # things at work at once: notebooks run elsewhere, so this process mostly waits


def run_to_naskah(lokasi: Lokasi, selesai: Callable[[str], None] = lambda tahap: None) -> Laporan:
    """Everything up to the narrative anew, as the stages in turn leave it; `selesai` hears of each stage when it is done.

    The charts of the documents are drawn, too. What stops one stage stops those after it, and none before.
    """
    return _go_on(lokasi, begin_himpun(lokasi), selesai)


@keep_terdahulu
def _go_on(lokasi: Lokasi, answer: Callable[[], Laporan], selesai: Callable[[str], None]) -> Laporan:
    awal, lanjut = NOTEBOOK_ANALISIS
    with ThreadPoolExecutor(LAJUR) as beside, ExitStack() as akhir:
        akhir.callback(beside.shutdown, wait=False, cancel_futures=True)  # what an error keeps from beginning

        def finish_himpun() -> Laporan:
            laporan = answer()
            selesai("himpun")
            return laporan

        def run(nama: str) -> "Future[dict[str, Any]]":
            announce(nama)
            return beside.submit(run_apart, nama, lokasi)

        jawaban = beside.submit(finish_himpun)
        check_terencana(lokasi.processed)
        keep_analisis = begin_analisis(lokasi)
        announce(NOTEBOOK_ANGKA)
        angka = beside.submit(execute_apart, NOTEBOOK_ANGKA, lokasi)
        lain: list[Future[Any]] = [run(nama) for nama in awal if nama != NOTEBOOK_ANGKA]
        nb = angka.result()
        keep_naskah = begin_naskah(lokasi)
        naskah = run(NOTEBOOK_SUSUN)
        gambar = beside.submit(draw_coming, lokasi)
        lain.append(beside.submit(keep_notebook, NOTEBOOK_ANGKA, lokasi, nb))
        lain += [run(nama) for nama in lanjut]
        for satu in (jawaban, *lain):
            satu.result()
        keep_analisis()
        selesai("analisis")
        for satu in (naskah, gambar):
            satu.result()
        keep_naskah()
        selesai("naskah")
    return jawaban.result()


def draw_coming(lokasi: Lokasi) -> None:
    """Draw the charts that the documents will show; they are kept by their content."""
    draw_pictures(plan_charts(load_konteks(lokasi)))
