"""The ikhtisar eksekutif: one page that the head of the agency can read alone, then the text of narasi/."""

from collections.abc import Sequence

from lakip_lib.blok import Baris, DeretKartu, Gambar, Halaman, Isi, Kartu, Kolom, Run, Tabel
from lakip_lib.charts import plot_papan, plot_strip
from lakip_lib.formats import KOSONG, format_persen
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.narrative.ikhtisar import describe_hambatan, describe_isi
from lakip_lib.narrative.instansi import describe_instansi, list_best, list_watch
from lakip_lib.narrative.kalimat import Kalimat, count_words, write
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.report.bab.bagian import Bagian, judul, paragraf, pasang, read_narasi
from lakip_lib.rujukan import make_run
from lakip_lib.tables.sel import figure, kolom, row, text

BELUM_DITULIS = "belum dituliskan unit"
TAK_TERCATAT = "tidak tercatat"


def write_ikhtisar(konteks: Konteks) -> Bagian:
    """Four large figures, all indikator at a glance, best and to watch, the main obstacle; then narasi/."""
    return (
        judul(1, "IKHTISAR EKSEKUTIF", "ikhtisar", depan=True),
        make_kartu(konteks),
        *paragraf(describe_instansi(konteks), describe_isi(konteks)),
        *pasang(_plot(konteks)),
        *tabulate_best(konteks),
        *tabulate_watch(konteks),
        *((Halaman(), *naskah) if (naskah := read_narasi(konteks, "ikhtisar")) else ()),
    )


def _plot(konteks: Konteks) -> Gambar | None:
    """The dashboard's picture, without its source line: that stands with the same figures in Bab III."""
    gambar = plot_papan(konteks.hasil) or plot_strip(konteks.hasil)
    return gambar and gambar.model_copy(update={"sumber": ""})


def tabulate_best(konteks: Konteks) -> Bagian:
    """Up to three best indikator, one line each; nothing where none reached its target."""
    baris = [
        row(text(item.nama), _nilai(konteks, item), figure(konteks.hasil, f"indikator/{item.kode}/capaian"))
        for item in list_best(konteks)
    ]
    kepala = kolom(
        (_count("capaian terbaik", baris), "kiri", 4.2), ("Realisasi", "kiri", 1.6), ("Capaian (%)", "desimal", 1.1)
    )
    return _make_small("ikhtisar-terbaik", kepala, baris)


def tabulate_watch(konteks: Konteks) -> Bagian:
    """Up to three indikator to watch, one line each, with the follow-up that the unit planned; the main obstacle below."""
    baris = [
        row(
            text(item.nama),
            figure(konteks.hasil, f"indikator/{item.kode}/capaian"),
            text(konteks.find_analisis(item.kode).get("tindak_lanjut") or BELUM_DITULIS),
        )
        for item in list_watch(konteks)
    ]
    kepala = kolom(
        (_count("yang perlu perhatian", baris), "kiri", 2.4),
        ("Capaian (%)", "desimal", 0.9),
        ("Tindak lanjut", "kiri", 3.6),
    )
    return _make_small("ikhtisar-perhatian", kepala, baris, describe_hambatan(konteks))


def _count(kata: str, baris: Sequence[Baris]) -> str:
    """ "Tiga capaian terbaik", or "Capaian terbaik" where there is one row alone."""
    kepala = f"{count_words(len(baris))} {kata}" if len(baris) > 1 else kata
    return f"{kepala[:1].upper()}{kepala[1:]}"


def _nilai(konteks: Konteks, item: IndikatorHasil) -> Isi:
    return Isi(isi=konteks.nilai(item, "realisasi"))


def _make_small(id_tabel: str, kepala: tuple[Kolom, ...], baris: list[Baris], catatan: Kalimat = ()) -> Bagian:
    """A table without caption, as the ikhtisar has them, and a note below; nothing without rows."""
    if not baris:
        return ()
    isi = Tabel(id=id_tabel, kode="T-ikhtisar", judul="", kolom=kepala, baris=tuple(baris), urut=False)
    return (isi.model_copy(update={"catatan": (catatan,)}) if catatan else isi,)


def make_kartu(konteks: Konteks) -> DeretKartu:
    """Capaian, penyerapan, indikator tercapai and sisa anggaran, each with last year's below.

    A quarter does not stand beside a whole year: below it stands the quarter. Without a budget report nothing is left.
    """
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
                    Run(teks="; "),
                    *_say_last(konteks, _count_last(konteks)),
                ),
            ),
            Kartu(
                label="Sisa anggaran",
                angka=make_run(hasil, "anggaran_total/sisa", "ringkas") if hasil.anggaran else Run(teks=KOSONG),
                keterangan=_say_last(konteks, None),
            ),
        )
    )


def _say_last(konteks: Konteks, angka: str | None) -> Kalimat:
    """ "2024: 98,10%", or "s.d. Triwulan II"."""
    return write(
        f"{konteks.hasil.tahun - 1}: {angka or TAK_TERCATAT}" if konteks.tahunan else f"s.d. {konteks.triwulan}"
    )


def _count_last(konteks: Konteks) -> str | None:
    """ "9 dari 17": last year's indikator that reached their target, of those whose capaian is known."""
    rincian = konteks.hasil.rincian
    if rincian.instansi_lalu_dinilai is None:
        return None
    return f"{rincian.instansi_lalu_tercapai} dari {rincian.instansi_lalu_dinilai}"
