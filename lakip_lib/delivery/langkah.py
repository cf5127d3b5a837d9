"""The steps of the work: formulir, himpun, analisis, susun, bangun. Each runs the one before when it is due."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import nbformat

from lakip_lib.checks.contoh import check_contoh
from lakip_lib.checks.rencana import check_formulir, check_rencana
from lakip_lib.cleaning.rencana import HasilBersih, clean_rencana
from lakip_lib.delivery.balas import build_formulir, split_temuan, write_answers
from lakip_lib.delivery.dasar import NOTEBOOK_ANALISIS, NOTEBOOK_SUSUN, compute_dasar, find_naskah
from lakip_lib.delivery.formulir import remove_lama
from lakip_lib.delivery.himpun import build_kinerja_rencana, count_wajib, gather_himpunan
from lakip_lib.delivery.keadaan import TAHAP
from lakip_lib.delivery.kernel import prepare_kernel
from lakip_lib.delivery.kumpul import read_buku_lra, read_perencanaan
from lakip_lib.delivery.naskah import load_konteks
from lakip_lib.delivery.sidik import explain_due, forget, mark_done
from lakip_lib.delivery.simpan_hasil import load_hasil
from lakip_lib.delivery.terdahulu import keep_terdahulu, list_terdahulu
from lakip_lib.errors import UsageError
from lakip_lib.forms.daftar_temuan import write_daftar_temuan
from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.forms.tulis import write_formulir
from lakip_lib.intake.buku import Buku
from lakip_lib.intake.lra import read_lra
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.model.kinerja import list_missing, load_records
from lakip_lib.report.bab import check_final, list_terbuka, plan_charts
from lakip_lib.report.notebook import read_dokumen
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.simpan import write_bytes
from lakip_lib.telaah import review_hasil, review_target
from lakip_lib.temuan import Temuan, count_tingkat, read_temuan, sort_temuan

_LOG = logging.getLogger(__name__)  # each stage announces itself here; the command line shows it


@dataclass(frozen=True)
class Laporan:
    """What a step leaves: its findings, the files it wrote, sentences for whoever ran it, units by status."""

    temuan: tuple[Temuan, ...] = ()
    berkas: tuple[Path, ...] = ()
    pesan: tuple[str, ...] = ()
    unit: tuple[dict[str, str], ...] = ()

    @property
    def kode_keluar(self) -> int:
        """0, or 3 where something must be mended before the report can be final."""
        return 3 if count_tingkat(self.temuan)[Tingkat.WAJIB] else 0


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


def plan_formulir(
    lokasi: Lokasi, settings: Instansi, rencana: HasilBersih, lra: Sequence[Buku]
) -> dict[str, IsiFormulir]:
    """What stands in each unit's form; ceilings from the budget report where it is there: without them a form is still good."""
    baris = read_lra(lra, kolom_pagu=settings.lra.kolom_pagu).baris if lra else ()
    anggaran = [{"kode": b.kode, "pagu": b.pagu} for b in baris if b.kode]
    return {unit.kode: build_formulir(settings, unit, rencana, anggaran, lokasi.periode) for unit in settings.unit}


def run_himpun(lokasi: Lokasi, *, paksa: bool = True) -> Laporan:
    """Read, check and clean what people gave; leave tidy tables and an answer for each unit."""
    settings = read_instansi(lokasi.settings)
    dasar = compute_dasar(lokasi, "himpun")
    if not paksa and not explain_due(lokasi, "himpun", dasar) and not list_missing(lokasi.processed):
        return _report(*(load_records(lokasi.processed, nama) for nama in ("temuan", "isian")))
    _LOG.info("membaca dan memeriksa isian")
    forget(lokasi, *TAHAP)
    himpunan = gather_himpunan(lokasi, settings)
    hasil = compute_hasil(himpunan.kinerja, settings, lokasi.periode)
    temuan = sort_temuan([*_list_temuan(himpunan.kinerja), *review_hasil(hasil, himpunan.kinerja, settings)])
    jawaban = split_temuan(temuan, himpunan.isian, settings.unit, himpunan.pemilik)
    unit = count_wajib(himpunan.kinerja.records("isian"), jawaban)  # now with what telaah found
    kinerja = himpunan.kinerja.with_temuan(temuan).with_isian(unit)
    kinerja.save(lokasi.processed)
    kiriman = himpunan.kiriman
    formulir = plan_formulir(lokasi, settings, clean_rencana(kiriman.rencana), kiriman.buku_lra)
    write_answers(lokasi, settings, formulir, himpunan.isian, jawaban)
    write_daftar_temuan(lokasi.daftar_temuan, temuan, {t: kode for kode, isi in jawaban.items() for t in isi})
    balasan = sorted((lokasi.reports / "balasan").iterdir())
    mark_done(lokasi, "himpun", dasar, balasan)
    return replace(_report(kinerja.records("temuan"), kinerja.records("isian")), berkas=tuple(balasan))


def _list_temuan(kinerja: Kinerja) -> list[Temuan]:
    return [read_temuan(row) for row in kinerja.records("temuan")]


def _report(temuan: list[dict[str, Any]], isian: list[dict[str, Any]]) -> Laporan:
    return Laporan(tuple(read_temuan(row) for row in temuan), unit=tuple(isian))


def check_terencana(folder: Path) -> None:
    """UsageError where the planning holds no indikator of any sasaran, so that there is nothing to report on."""
    indikator = {row["sasaran"] for row in load_records(folder, "indikator")}
    if not indikator & {row["kode"] for row in load_records(folder, "sasaran")}:
        raise UsageError(
            "Belum ada yang dapat dihitung: perencanaan.xlsx belum memuat indikator pada satu sasaran pun. Isi lembar "
            "Sasaran, Indikator, dan Target, lalu jalankan lagi."
        )


@keep_terdahulu
def run_analisis(lokasi: Lokasi, *, paksa: bool = True) -> Laporan:
    """Execute notebooks 01–04: figures, tables, charts; leave hasil.json in the reports folder.

    An earlier hasil.json stays until the new one is there; documents stay, and the report says that they are earlier.
    """
    laporan = run_himpun(lokasi, paksa=False)
    check_terencana(lokasi.processed)
    dasar = compute_dasar(lokasi, "analisis")
    hasil_path = lokasi.reports / "hasil.json"
    if not paksa and not explain_due(lokasi, "analisis", dasar):
        return laporan
    forget(lokasi, *TAHAP[1:])
    from lakip_lib.delivery.jalankan import (  # papermill takes seconds to load; forms need none of it
        list_salinan,
        run_pair,
    )

    for pasangan in NOTEBOOK_ANALISIS:
        for nama in pasangan:
            _LOG.info("menjalankan notebook %s", nama)
        run_pair(pasangan, lokasi)
    hasil_olahan = lokasi.processed / "hasil.json"
    write_bytes(hasil_path, hasil_olahan.read_bytes())
    salinan = [path for nama in chain(*NOTEBOOK_ANALISIS) for path in list_salinan(nama, lokasi)]
    mark_done(lokasi, "analisis", dasar, [hasil_path, hasil_olahan, *salinan])
    return Laporan(laporan.temuan, (hasil_path,), list_terdahulu(lokasi), laporan.unit)


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
    if final:
        draf = read_dokumen(nbformat.read(find_naskah(lokasi), as_version=4))
        check_final(list_terbuka(draf.blok, load_hasil(lokasi)))
        write_naskah(lokasi, final=True)
    return replace(publish_dokumen(lokasi), temuan=laporan.temuan, unit=laporan.unit)


def write_naskah(lokasi: Lokasi, *, final: bool = False) -> None:
    """Execute notebook 05, which the documents are made from; the figures must be there."""
    from lakip_lib.delivery.jalankan import list_salinan, run_notebook

    dasar = compute_dasar(lokasi, "naskah")
    forget(lokasi, *TAHAP[2:])
    _LOG.info("menjalankan notebook %s", NOTEBOOK_SUSUN)
    run_notebook(NOTEBOOK_SUSUN, lokasi, **({"final": True} if final else {}))
    mark_done(lokasi, "naskah", dasar, list_salinan(NOTEBOOK_SUSUN, lokasi))


def write_naskah_and_charts(lokasi: Lokasi) -> None:
    """As `write_naskah`, while the browser draws what the notebook is about to show; where a core has nothing else to do."""
    from lakip_lib.delivery.exporters import draw_pictures

    with ThreadPoolExecutor(1) as beside:
        gambar = beside.submit(lambda: draw_pictures(plan_charts(load_konteks(lokasi))))
        write_naskah(lokasi)
        gambar.result()


def publish_dokumen(lokasi: Lokasi) -> Laporan:
    """The documents of the notebook that `write_naskah` left; files and sentences on what degraded."""
    from lakip_lib.delivery.terbit import publish

    dasar = compute_dasar(lokasi, "dokumen")
    forget(lokasi, "dokumen")
    _LOG.info("menyusun dokumen")
    terbitan = publish(lokasi, read_instansi(lokasi.settings), load_hasil(lokasi), Kinerja.load(lokasi.processed))
    mark_done(lokasi, "dokumen", dasar, terbitan.berkas)
    return Laporan((), (lokasi.reports / "hasil.json", *terbitan.berkas), terbitan.pesan)


def run_bangun(lokasi: Lokasi, *, final: bool = False) -> Laporan:
    """The main job: himpun, analisis and susun, each anew."""
    prepare_kernel()  # it loads while the forms are read
    run_himpun(lokasi)
    run_analisis(lokasi)
    return run_susun(lokasi, final=final)
