"""The ikhtisar eksekutif: one page that the head of the agency can read alone, then the text of narasi/."""

from lakip_lib.blok import DeretKartu, Kartu, Run
from lakip_lib.charts import plot_kuadran, plot_strip
from lakip_lib.formats import format_persen
from lakip_lib.narrative.instansi import (
    describe_instansi,
    describe_line,
    describe_simpulan_anggaran,
    list_best,
    list_lanjut,
    list_watch,
)
from lakip_lib.narrative.kalimat import Kalimat, join, write
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.bagian import Bagian, daftar, judul, paragraf, pasang, read_narasi
from lakip_lib.rujukan import make_run

TAK_TERCATAT = "tidak tercatat"


def write_ikhtisar(konteks: Konteks) -> Bagian:
    """Four large figures, all indikator at a glance, the quadrant, best and to watch, next steps."""
    terbaik = [describe_line(konteks, item) for item in list_best(konteks)]
    perhatian = [describe_line(konteks, item) for item in list_watch(konteks)]
    return (
        judul(1, "IKHTISAR EKSEKUTIF", "ikhtisar", depan=True),
        make_kartu(konteks),
        *paragraf(join(describe_instansi(konteks), describe_simpulan_anggaran(konteks))),
        *pasang(plot_strip(konteks.hasil)),
        *_section("Capaian terbaik", terbaik),
        *_section("Perlu perhatian", perhatian),
        *pasang(plot_kuadran(konteks.hasil, kecil=True)),
        *_section("Tindak lanjut", list_lanjut(konteks)),
        *read_narasi(konteks, "ikhtisar"),
    )


def _section(kata: str, butir: list[Kalimat]) -> Bagian:
    isi = daftar(butir)
    return (*paragraf((Run(teks=kata, tebal=True),)), *isi) if isi else ()


def make_kartu(konteks: Konteks) -> DeretKartu:
    """Capaian, penyerapan, indikator tercapai and sisa anggaran, each with last year's below."""
    hasil = konteks.hasil
    lalu = hasil.rincian.instansi_lalu
    return DeretKartu(
        kartu=(
            Kartu(
                label="Capaian kinerja",
                angka=make_run(hasil, "instansi_capaian/capaian", "persen"),
                keterangan=_say_last(konteks, None if lalu is None else format_persen(lalu)),
            ),
            Kartu(
                label="Penyerapan anggaran",
                angka=make_run(hasil, "anggaran_total/persen", "persen"),
                keterangan=_say_last(konteks, None),
            ),
            Kartu(
                label="Indikator tercapai",
                angka=make_run(hasil, "instansi_capaian/tercapai"),
                keterangan=(
                    Run(teks="dari "),
                    make_run(hasil, "instansi_capaian/jumlah"),
                    Run(teks=" indikator; "),
                    *_say_last(konteks, _count_last(konteks)),
                ),
            ),
            Kartu(
                label="Sisa anggaran",
                angka=make_run(hasil, "anggaran_total/sisa", "ringkas"),
                keterangan=_say_last(konteks, None),
            ),
        )
    )


def _say_last(konteks: Konteks, angka: str | None) -> Kalimat:
    return write(f"{konteks.hasil.tahun - 1}: {angka or TAK_TERCATAT}")


def _count_last(konteks: Konteks) -> str | None:
    """ "9 dari 17": last year's indikator that reached their target, of those whose capaian is known."""
    known = [i.lalu.capaian for i in konteks.hasil.indikator if i.lalu and i.lalu.capaian is not None]
    return f"{sum(c >= 100 for c in known)} dari {len(known)}" if known else None
