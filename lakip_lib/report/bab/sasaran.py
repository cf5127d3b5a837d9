"""Bab III A for one sasaran: the seven analyses, each with its table, charts and sentences."""

from collections.abc import Callable

from lakip_lib.blok import Blok, Run
from lakip_lib.charts import plot_renstra, plot_tahun, plot_target, plot_triwulan
from lakip_lib.measures.hasil import Hasil, IndikatorHasil, SasaranHasil
from lakip_lib.narrative.efisiensi import describe_efisiensi
from lakip_lib.narrative.kalimat import Kalimat, join, pick
from lakip_lib.narrative.konteks import Konteks
from lakip_lib.narrative.program import describe_program
from lakip_lib.narrative.renstra import describe_jalur, describe_kemajuan
from lakip_lib.narrative.sasaran import describe_sasaran
from lakip_lib.narrative.sebab import describe_sebab, draft_sebab
from lakip_lib.narrative.standar import describe_standar, describe_tanpa_standar
from lakip_lib.narrative.tahun import describe_gaps, describe_gerak, describe_tahun
from lakip_lib.narrative.target import describe_target, describe_ukuran
from lakip_lib.report.bab.bagian import Bagian, judul, name_naskah, paragraf, pasang, read_narasi, tunjuk
from lakip_lib.tables import (
    tabulate_capaian,
    tabulate_efisiensi,
    tabulate_kemajuan,
    tabulate_lintas_tahun,
    tabulate_penunjang,
    tabulate_penyebab,
    tabulate_standar,
    tabulate_triwulan,
)

# how the text leads to tables and figures: one wording a sasaran, in turn
RUJUKAN: dict[str, tuple[str, ...]] = {
    "target": (
        "Target, realisasi, dan capaian setiap indikator disajikan pada {rujukan}.",
        "Rincian menurut indikator dapat dilihat pada {rujukan}.",
        "{rujukan} memuat target, realisasi, dan capaian indikatornya.",
    ),
    "triwulan": (
        "Perkembangannya sepanjang tahun disajikan menurut triwulan pada {rujukan}.",
        "Perkembangan setiap triwulan dapat dilihat pada {rujukan}.",
        "{rujukan} memperlihatkan perkembangannya dari triwulan ke triwulan.",
    ),
    "tahun": (
        "Realisasi dan capaian antartahun disajikan pada {rujukan}.",
        "Perkembangan selama lima tahun dapat dilihat pada {rujukan}.",
        "{rujukan} menyandingkan realisasi dan capaiannya antartahun.",
    ),
    "kemajuan": (
        "Kemajuan setiap indikator disajikan pada {rujukan}.",
        "Jarak yang masih harus ditempuh sampai akhir Renstra dapat dilihat pada {rujukan}.",
        "{rujukan} memuat kemajuan dan sisa target setiap indikator.",
    ),
    "standar": (
        "Perbandingannya disajikan pada {rujukan}.",
        "Posisi setiap indikator terhadap standar dapat dilihat pada {rujukan}.",
        "Keterangan selengkapnya dimuat pada {rujukan}.",
    ),
    "sebab": (
        "Faktor pendukung, faktor penghambat, solusi, dan tindak lanjut selengkapnya disajikan pada {rujukan}.",
        "Analisis lengkap dari unit penanggung jawab dapat dilihat pada {rujukan}.",
        "{rujukan} memuat seluruh faktor, solusi, dan rencana tindak lanjut sebagaimana dituliskan unit.",
    ),
    "efisiensi": (
        "Perhitungannya disajikan pada {rujukan}.",
        "Angka yang mendasarinya dapat dilihat pada {rujukan}.",
        "Rincian perhitungan dimuat pada {rujukan}.",
    ),
    "program": (
        "Keluaran dan anggaran setiap kegiatan dan sub kegiatan disajikan pada {rujukan}.",
        "Keluaran yang dihasilkan dan anggaran yang dipakai dapat dilihat pada {rujukan}.",
        "{rujukan} memuat keluaran dan anggaran sampai tingkat sub kegiatan.",
    ),
}
# where there is nothing yet to compare, the text does not promise it
TANPA_ANGKA = {
    "triwulan": "Belum ada target dan realisasi menurut triwulan untuk sasaran ini; keterangannya dimuat pada {rujukan}.",
    "tahun": "Angka yang tersedia untuk setiap indikator dimuat pada {rujukan}.",
    "kemajuan": "Keterangan untuk setiap indikator dimuat pada {rujukan}.",
    "standar": "Keterangan untuk setiap indikator dimuat pada {rujukan}.",
}
Analisis = Callable[[Konteks, SasaranHasil], Bagian]


def write_sasaran(konteks: Konteks, kode: str) -> Bagian:
    """One sasaran with its text of narasi/ and the seven analyses under the ids "s-<kode>-1" … "s-<kode>-7"."""
    sasaran = konteks.hasil.get_sasaran(kode)
    blok: list[Blok] = [
        judul(3, f"Sasaran {kode}: {sasaran.uraian}", f"s-{kode}"),
        *read_narasi(konteks, f"sasaran-{kode}"),
    ]
    for nomor, (nama, tulis) in enumerate(ANALISIS, 1):
        kepala = nama.format(waktu=konteks.periode_judul, tahun=konteks.hasil.tahun)
        blok += [judul(4, kepala, f"s-{kode}-{nomor}", daftar=False), *tulis(konteks, sasaran)]
    return tuple(blok)


def lead(item: IndikatorHasil, *kalimat: Kalimat) -> Kalimat:
    """A paragraph on one indikator that begins with its name in bold; empty where there is nothing to say."""
    isi = join(*kalimat)
    return (Run(teks=f"{item.nama}.", tebal=True), Run(teks=" "), *isi) if isi else ()


def write_target(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 1: T3.1, chart, what each indikator measures and reached, then the quarters."""
    hasil, kode = konteks.hasil, sasaran.kode
    tabel, gambar = tabulate_capaian(hasil, kode), plot_target(hasil, kode)
    tw_tabel, tw_gambar = tabulate_triwulan(hasil, kode), plot_triwulan(hasil, kode)
    blok: list[Blok] = [
        *paragraf(describe_sasaran(konteks, sasaran)),
        *_lead_to(konteks, sasaran, "target", tabel, gambar),
        *pasang(tabel, gambar),
    ]
    for item in hasil.list_indikator(kode):
        blok += paragraf(lead(item, describe_ukuran(konteks, item), describe_target(konteks, item)))
        blok += read_narasi(konteks, f"indikator-{item.kode}")
    return (*blok, *_lead_to(konteks, sasaran, "triwulan", tw_tabel, tw_gambar), *pasang(tw_gambar, tw_tabel))


def write_tahun(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 2: T3.2, five years as chart, and each indikator in words."""
    hasil, kode = konteks.hasil, sasaran.kode
    tabel, gambar = tabulate_lintas_tahun(hasil, kode), plot_tahun(hasil, kode)
    return (
        *paragraf(join(describe_gerak(konteks, kode), describe_gaps(konteks, kode))),
        *_lead_to(konteks, sasaran, "tahun", tabel, gambar),
        *pasang(tabel, gambar),
        *_per_indikator(konteks, kode, describe_tahun),
    )


def write_kemajuan(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 3: T3.3, chart, and each indikator's way to the Renstra's end."""
    hasil, kode = konteks.hasil, sasaran.kode
    tabel, gambar = tabulate_kemajuan(hasil, kode), plot_renstra(hasil, kode)
    return (
        *paragraf(describe_jalur(konteks, kode)),
        *_lead_to(konteks, sasaran, "kemajuan", tabel, gambar),
        *pasang(tabel, gambar),
        *_per_indikator(konteks, kode, describe_kemajuan),
    )


def write_standar(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 4: T3.4, the standards that exist in words, and the indikator without one."""
    tabel = tabulate_standar(konteks.hasil, sasaran.kode)
    ada = [i for i in konteks.hasil.list_indikator(sasaran.kode) if i.standar is not None]
    return (
        *paragraf(*(lead(item, describe_standar(konteks, item)) for item in ada)),
        *paragraf(describe_tanpa_standar(konteks, sasaran.kode)),
        *_lead_to(konteks, sasaran, "standar", tabel),
        tabel,
    )


def write_sebab(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 5: the units' own words on causes and solutions, a confirmed text of narasi/, then T3.5.

    Where there is neither, a draft stands; sebab-<kode>.md takes its place.
    """
    blok: list[Blok] = []
    for item in konteks.hasil.list_indikator(sasaran.kode):
        nama = f"sebab-{item.kode}"
        isi, naskah = describe_sebab(konteks, item), read_narasi(konteks, nama)
        draf = () if isi or naskah else draft_sebab(konteks, item)
        blok += (*paragraf(lead(item, isi)), *naskah)
        blok += name_naskah(paragraf(lead(item, draf), gaya="draf"), nama)
    tabel = tabulate_penyebab(konteks.hasil, konteks.kinerja, sasaran.kode)
    return (*blok, *_lead_to(konteks, sasaran, "sebab", tabel), tabel)


def write_efisiensi(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 6: efficiency in words and T3.6."""
    tabel = tabulate_efisiensi(konteks.hasil, sasaran.kode)
    return (*paragraf(describe_efisiensi(konteks, sasaran)), *_lead_to(konteks, sasaran, "efisiensi", tabel), tabel)


def write_program(konteks: Konteks, sasaran: SasaranHasil) -> Bagian:
    """Analysis 7: the programs behind the result and T3.7."""
    tabel = tabulate_penunjang(konteks.hasil, konteks.kinerja, sasaran.kode)
    return (*paragraf(describe_program(konteks, sasaran)), *_lead_to(konteks, sasaran, "program", tabel), tabel)


def _lead_to(konteks: Konteks, sasaran: SasaranHasil, kunci: str, *blok: Blok | None) -> Bagian:
    """The sentence that leads to tables and figures, in the wording whose turn it is."""
    if kunci in TANPA_ANGKA and not _has_angka(konteks.hasil, sasaran.kode, kunci):
        return tunjuk(TANPA_ANGKA[kunci], *blok)
    return tunjuk(pick(RUJUKAN[kunci], konteks.hasil.sasaran.index(sasaran)), *blok)


def _has_angka(hasil: Hasil, sasaran: str, kunci: str) -> bool:
    """Whether any indikator of a sasaran has what an analysis compares it with."""
    items = hasil.list_indikator(sasaran)
    rincian = [hasil.get_rincian(item.kode) for item in items]
    ada = {
        "triwulan": any(t.target or t.realisasi for r in rincian for t in r.triwulan),
        "tahun": any(t.realisasi or t.capaian is not None for r in rincian for t in r.lintas_tahun[:-1]),
        "kemajuan": any(item.renstra for item in items),
        "standar": any(item.standar for item in items),
    }
    return ada[kunci]


def _per_indikator(konteks: Konteks, kode: str, tulis: Callable[[Konteks, IndikatorHasil], Kalimat]) -> Bagian:
    return paragraf(*(lead(item, tulis(konteks, item)) for item in konteks.hasil.list_indikator(kode)))


ANALISIS: tuple[tuple[str, Analisis], ...] = (
    ("Perbandingan target dan realisasi {waktu}", write_target),
    ("Perbandingan dengan tahun-tahun sebelumnya", write_tahun),
    ("Perbandingan dengan target akhir Renstra", write_kemajuan),
    ("Perbandingan dengan standar nasional", write_standar),
    ("Penyebab keberhasilan atau kegagalan dan solusi yang telah dilakukan", write_sebab),
    ("Efisiensi penggunaan sumber daya", write_efisiensi),
    ("Program dan kegiatan yang menunjang pencapaian", write_program),
)
