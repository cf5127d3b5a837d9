"""The stages' own work: each makes itself due again when it begins, and is marked as done when all it leaves is there."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from lakip_lib.cleaning.rencana import HasilBersih, clean_rencana
from lakip_lib.delivery.balas import build_formulir, split_temuan, write_answers
from lakip_lib.delivery.dasar import NOTEBOOK_ANALISIS, NOTEBOOK_SUSUN, compute_dasar, list_salinan
from lakip_lib.delivery.himpun import Himpunan, count_wajib, gather_himpunan
from lakip_lib.delivery.keadaan import TAHAP
from lakip_lib.delivery.sidik import forget, mark_done
from lakip_lib.delivery.simpan_hasil import load_hasil
from lakip_lib.errors import UsageError
from lakip_lib.forms.daftar_temuan import write_daftar_temuan
from lakip_lib.forms.isian import IsiFormulir
from lakip_lib.intake.buku import Buku
from lakip_lib.intake.lra import read_lra
from lakip_lib.istilah import Tingkat
from lakip_lib.measures import compute_hasil
from lakip_lib.model import Kinerja
from lakip_lib.model.kinerja import load_records
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.simpan import sweep, write_bytes
from lakip_lib.telaah import review_hasil
from lakip_lib.temuan import Temuan, count_tingkat, read_temuan, sort_temuan

_LOG = logging.getLogger(__name__)  # each stage announces itself; the command line shows it


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


def announce(nama: str) -> None:
    """Say which notebook runs now."""
    _LOG.info("menjalankan notebook %s", nama)


def begin_himpun(lokasi: Lokasi) -> Callable[[], Laporan]:
    """Read, check and clean what people gave, and leave tidy tables; what comes back writes the answers to the units.

    The tables are all that other stages read, so they need not wait for the answers.
    """
    _LOG.info("membaca dan memeriksa isian")
    settings = read_instansi(lokasi.settings)
    dasar = compute_dasar(lokasi, "himpun")
    forget(lokasi, *TAHAP)
    for folder in (lokasi.processed, lokasi.reports / "balasan", lokasi.reports / "notebooks"):
        sweep(folder)
    himpunan = gather_himpunan(lokasi, settings)
    hasil = compute_hasil(himpunan.kinerja, settings, lokasi.periode)
    temuan = sort_temuan([*_list_temuan(himpunan.kinerja), *review_hasil(hasil, himpunan.kinerja, settings)])
    jawaban = split_temuan(temuan, himpunan.isian, settings.unit, himpunan.pemilik)
    unit = count_wajib(himpunan.kinerja.records("isian"), jawaban)  # now with what telaah found
    kinerja = himpunan.kinerja.with_temuan(temuan).with_isian(unit)
    kinerja.save(lokasi.processed)

    def finish() -> Laporan:
        answer(lokasi, settings, himpunan, temuan, jawaban)
        balasan = sorted((lokasi.reports / "balasan").iterdir())
        mark_done(lokasi, "himpun", dasar, balasan)
        return replace(report(kinerja.records("temuan"), kinerja.records("isian")), berkas=tuple(balasan))

    return finish


def answer(
    lokasi: Lokasi,
    settings: Instansi,
    himpunan: Himpunan,
    temuan: Sequence[Temuan],
    jawaban: Mapping[str, Sequence[Temuan]],
) -> None:
    """Write the answer to each unit, and the list of all findings."""
    kiriman = himpunan.kiriman
    formulir = plan_formulir(lokasi, settings, clean_rencana(kiriman.rencana), kiriman.buku_lra)
    write_answers(lokasi, settings, formulir, himpunan.isian, jawaban)
    write_daftar_temuan(lokasi.daftar_temuan, temuan, {t: kode for kode, isi in jawaban.items() for t in isi})


def plan_formulir(
    lokasi: Lokasi, settings: Instansi, rencana: HasilBersih, lra: Sequence[Buku]
) -> dict[str, IsiFormulir]:
    """What stands in each unit's form; ceilings from the budget report where it is there: without them a form is still good."""
    baris = read_lra(lra, kolom_pagu=settings.lra.kolom_pagu).baris if lra else ()
    anggaran = [{"kode": b.kode, "pagu": b.pagu} for b in baris if b.kode]
    return {unit.kode: build_formulir(settings, unit, rencana, anggaran, lokasi.periode) for unit in settings.unit}


def _list_temuan(kinerja: Kinerja) -> list[Temuan]:
    return [read_temuan(row) for row in kinerja.records("temuan")]


def report(temuan: list[dict[str, Any]], isian: list[dict[str, Any]]) -> Laporan:
    """What himpun found, from its tidy tables."""
    return Laporan(tuple(read_temuan(row) for row in temuan), unit=tuple(isian))


def begin_analisis(lokasi: Lokasi) -> Callable[[], Path]:
    """The tidy tables must be there; what comes back keeps what notebooks 01–04 left: hasil.json.

    An earlier hasil.json stays until the new one is there.
    """
    dasar = compute_dasar(lokasi, "analisis")
    forget(lokasi, *TAHAP[1:])

    def finish() -> Path:
        hasil, olahan = lokasi.reports / "hasil.json", lokasi.processed / "hasil.json"
        write_bytes(hasil, olahan.read_bytes())
        salinan = [path for nama in chain(*NOTEBOOK_ANALISIS) for path in list_salinan(nama, lokasi)]
        mark_done(lokasi, "analisis", dasar, [hasil, olahan, *salinan])
        return hasil

    return finish


def check_terencana(folder: Path) -> None:
    """UsageError where the planning holds no indikator of any sasaran, so that there is nothing to report on."""
    indikator = {row["sasaran"] for row in load_records(folder, "indikator")}
    if not indikator & {row["kode"] for row in load_records(folder, "sasaran")}:
        raise UsageError(
            "Belum ada yang dapat dihitung: perencanaan.xlsx belum memuat indikator pada satu sasaran pun. Isi lembar "
            "Sasaran, Indikator, dan Target, lalu jalankan lagi."
        )


def begin_naskah(lokasi: Lokasi) -> Callable[[], None]:
    """The figures must be there; what comes back marks the stage as done, once notebook 05 has run."""
    dasar = compute_dasar(lokasi, "naskah")
    forget(lokasi, *TAHAP[2:])

    def finish() -> None:
        mark_done(lokasi, "naskah", dasar, list_salinan(NOTEBOOK_SUSUN, lokasi))

    return finish


def publish_dokumen(lokasi: Lokasi) -> Laporan:
    """The documents of the notebook that `write_naskah` left; files and sentences on what degraded."""
    from lakip_lib.delivery.terbit import publish

    dasar = compute_dasar(lokasi, "dokumen")
    forget(lokasi, "dokumen")
    _LOG.info("menyusun dokumen")
    terbitan = publish(lokasi, read_instansi(lokasi.settings), load_hasil(lokasi), Kinerja.load(lokasi.processed))
    mark_done(lokasi, "dokumen", dasar, terbitan.berkas)
    return Laporan((), (lokasi.reports / "hasil.json", *terbitan.berkas), terbitan.pesan)
