"""The steps of the work: formulir, himpun, analisis, susun, bangun. Each runs the one before when it is due."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import nbformat

from lakip_lib.checks.contoh import check_contoh
from lakip_lib.checks.rencana import check_formulir, check_rencana
from lakip_lib.cleaning.rencana import clean_rencana
from lakip_lib.delivery.dasar import NOTEBOOK_ANALISIS, NOTEBOOK_SUSUN, compute_dasar, find_naskah
from lakip_lib.delivery.formulir import remove_lama
from lakip_lib.delivery.himpun import build_kinerja_rencana
from lakip_lib.delivery.kernel import prepare_kernel
from lakip_lib.delivery.kumpul import read_buku_lra, read_perencanaan
from lakip_lib.delivery.sidik import explain_due
from lakip_lib.delivery.simpan_hasil import load_hasil
from lakip_lib.delivery.tahap import (
    Laporan,
    announce,
    begin_analisis,
    begin_himpun,
    begin_naskah,
    check_terencana,
    plan_formulir,
    publish_dokumen,
    report,
)
from lakip_lib.delivery.terdahulu import keep_terdahulu, list_terdahulu
from lakip_lib.forms.daftar_temuan import write_daftar_temuan
from lakip_lib.forms.tulis import write_formulir
from lakip_lib.model.kinerja import list_missing, load_records
from lakip_lib.report.bab import check_final, list_terbuka
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.telaah import review_target
from lakip_lib.temuan import sort_temuan

_LOG = logging.getLogger(__name__)  # each stage announces itself here; the command line shows it


def make_formulir(lokasi: Lokasi) -> Laporan:
    """Write a blank form for each unit of an agency-year, with what the planning lacks: forms can only hold what it has."""
    settings = read_instansi(lokasi.settings)
    rencana = clean_rencana(read_perencanaan(lokasi))
    _LOG.info("menulis formulir")
    paths = []
    formulir = plan_formulir(lokasi, settings, rencana, read_buku_lra(lokasi.raw))
    temuan = [*check_contoh(settings), *rencana.temuan, *check_rencana(rencana.tabel, settings)]
    temuan += [*check_formulir(formulir), *review_target(build_kinerja_rencana(rencana, settings), settings)]
    for kode, isi in formulir.items():
        path = lokasi.reports / "formulir" / f"{kode}.xlsx"
        write_formulir(path, isi)
        paths.append(path)
    pesan = remove_lama(lokasi.reports / "formulir", settings)
    lokasi.daftar_formulir.unlink(missing_ok=True)
    if temuan:
        write_daftar_temuan(lokasi.daftar_formulir, temuan, {})
        paths.append(lokasi.daftar_formulir)
    return Laporan(tuple(sort_temuan(temuan)), tuple(paths), tuple(pesan))


def run_himpun(lokasi: Lokasi, *, paksa: bool = True) -> Laporan:
    """Read, check and clean what people gave; leave tidy tables and an answer for each unit."""
    terkini = not paksa and not explain_due(lokasi, "himpun", compute_dasar(lokasi, "himpun"))
    if terkini and not list_missing(lokasi.processed):
        return report(*(load_records(lokasi.processed, nama) for nama in ("temuan", "isian")))
    return begin_himpun(lokasi)()


@keep_terdahulu
def run_analisis(lokasi: Lokasi, *, paksa: bool = True) -> Laporan:
    """Execute notebooks 01–04: figures, tables, charts; leave hasil.json in the reports folder.

    An earlier hasil.json stays until the new one is there; documents stay, and the report says that they are earlier.
    """
    laporan = run_himpun(lokasi, paksa=False)
    check_terencana(lokasi.processed)
    if not paksa and not explain_due(lokasi, "analisis", compute_dasar(lokasi, "analisis")):
        return laporan
    from lakip_lib.delivery.jalankan import run_pair  # papermill takes seconds to load; forms need none of it

    finish = begin_analisis(lokasi)
    for pasangan in NOTEBOOK_ANALISIS:
        for nama in pasangan:
            announce(nama)
        run_pair(pasangan, lokasi)
    return Laporan(laporan.temuan, (finish(),), list_terdahulu(lokasi), laporan.unit)


@keep_terdahulu
def run_susun(lokasi: Lokasi, *, final: bool = False) -> Laporan:
    """Execute notebook 05 and turn it into HTML, PDF, DOCX and workbook; stamped KONSEP unless `final`.

    With `final` the draft is looked through first: NotFinalError lists what is open, and no document changes. Whatever
    fails, the documents of the earlier run stay whole beside the newer hasil.json, and the error says that they do.
    """
    from lakip_lib.report.docx.halaman import prepare_kantor

    prepare_kantor()
    laporan = run_analisis(lokasi, paksa=False)
    write_naskah_and_charts(lokasi)
    return _finish(lokasi, laporan, final=final)


@keep_terdahulu
def _finish(lokasi: Lokasi, laporan: Laporan, *, final: bool) -> Laporan:
    """The documents of the draft that notebook 05 left, or of the final text where nothing in the draft is open."""
    if final:
        draf = read_dokumen(nbformat.read(find_naskah(lokasi), as_version=4))
        check_final(list_terbuka(draf.blok, load_hasil(lokasi)))
        write_naskah(lokasi, final=True)
    return replace(publish_dokumen(lokasi), temuan=laporan.temuan, unit=laporan.unit)


def write_naskah(lokasi: Lokasi, *, final: bool = False) -> None:
    """Execute notebook 05, which the documents are made from; the figures must be there."""
    from lakip_lib.delivery.jalankan import run_notebook

    finish = begin_naskah(lokasi)
    announce(NOTEBOOK_SUSUN)
    run_notebook(NOTEBOOK_SUSUN, lokasi, **({"final": True} if final else {}))
    finish()


def write_naskah_and_charts(lokasi: Lokasi) -> None:
    """As `write_naskah`, while the browser draws what the notebook is about to show; where a core has nothing else to do."""
    from lakip_lib.delivery.berdampingan import draw_coming

    with ThreadPoolExecutor(1) as beside:
        gambar = beside.submit(draw_coming, lokasi)
        write_naskah(lokasi)
        gambar.result()


def run_bangun(lokasi: Lokasi, *, final: bool = False) -> Laporan:
    """The main job: himpun, analisis and susun, each anew."""
    prepare_kernel()  # it loads while the forms are read
    from lakip_lib.delivery.berdampingan import run_to_naskah
    from lakip_lib.report.docx.halaman import prepare_kantor

    prepare_kantor()
    return _finish(lokasi, run_to_naskah(lokasi), final=final)
