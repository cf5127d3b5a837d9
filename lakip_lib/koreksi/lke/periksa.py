"""Each criterion of component 3 against the document, the data and the milestones of the procedure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lakip_lib.alur.entri import format_sidik
from lakip_lib.blok import Judul
from lakip_lib.formats import format_tanggal
from lakip_lib.koreksi.fakta import Fakta
from lakip_lib.koreksi.reviu.baris import list_tersebut, name_tabel
from lakip_lib.koreksi.reviu.bentuk import check_capaian, check_perbaikan
from lakip_lib.koreksi.reviu.jawaban import Jawab, Putusan, weigh
from lakip_lib.koreksi.reviu.substansi import check_iku, check_indikator_pk
from lakip_lib.koreksi.ruas import find_bagian, fold, has_isi, list_tabel, make_grid, read_sel
from lakip_lib.telaah import needs_analisis
from lakip_lib.telaah.analisis import WAJIB, is_analisis

BERKALA = ("TW1", "TW2", "TW3")  # with the year's report four times a year [INF]
BAB = ("PENDAHULUAN", "PERENCANAAN KINERJA", "AKUNTABILITAS KINERJA", "PENUTUP")
ANALISIS = 7  # for every sasaran (DOMAIN §2)


class Keadaan(StrEnum):
    """How a criterion stands; `perlu bukti`: only evidence that people keep can tell."""

    TERPENUHI = "terpenuhi"
    BELUM = "belum"
    PERLU_BUKTI = "perlu bukti"


@dataclass(frozen=True)
class Peristiwa:
    """Something that happened outside the suite: when, by whom, and the document or address that shows it."""

    tanggal: date
    siapa: str
    bukti: str


@dataclass(frozen=True)
class Tonggak:
    """Milestones that the SOP lacks and the evaluation scores (DOMAIN §1).

    reviu, publikasi: with their evidence; penyampaian: the day it was delivered; sidik_final: SHA-256 of the frozen
    report; nomor_surat: of its cover letter; triwulan: the quarters with a report ("TW1" …); bukti: kode of a criterion
    to the documents that people keep for it.
    """

    reviu: Peristiwa | None = None
    publikasi: Peristiwa | None = None
    penyampaian: date | None = None
    sidik_final: str = ""
    nomor_surat: str = ""
    triwulan: tuple[str, ...] = ()
    bukti: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Penilaian:
    """What was found of one criterion."""

    keadaan: Keadaan
    alasan: str
    bukti: tuple[str, ...] = ()


def _decide(baik: bool, alasan: str, bukti: tuple[str, ...] = ()) -> Penilaian:
    return Penilaian(Keadaan.TERPENUHI if baik else Keadaan.BELUM, alasan, bukti)


def _take(*putusan: Putusan) -> Penilaian:
    """Findings of the reviu as one of the LKE."""
    baik = all(p.jawaban is Jawab.YA for p in putusan)
    return _decide(baik, " ".join(p.alasan for p in putusan), tuple(dict.fromkeys(b for p in putusan for b in p.bukti)))


def check_disusun(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.a.1: the document has an achievement table."""
    baik = bool(list_tabel(fakta.dokumen, "T3.1"))
    return _decide(
        baik, "Laporan kinerja ada." if baik else "Laporan kinerja belum memuat capaian.", ("LKjIP",) if baik else ()
    )


def check_berkala(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.a.2: reports of the first three quarters are there."""
    kurang = [tw for tw in BERKALA if tw not in tonggak.triwulan]
    return _take(weigh(BERKALA, kurang, "laporan triwulan ada", bukti=[t for t in BERKALA if t not in kurang]))


def check_formal(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.a.3: frozen after the signature, with the number of its letter."""
    kurang = [
        n for n, isi in (("pembekuan final", tonggak.sidik_final), ("nomor surat", tonggak.nomor_surat)) if not isi
    ]
    alasan = (
        f"Belum ada {' dan '.join(kurang)}." if kurang else f"Dibekukan, dengan surat pengantar {tonggak.nomor_surat}."
    )
    return _decide(
        not kurang, alasan, (f"SHA-256 {format_sidik(tonggak.sidik_final)} …",) if tonggak.sidik_final else ()
    )


def check_direviu(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.a.4: the day, who, and the statement."""
    return _tell(tonggak.reviu, "Direviu", "Pernyataan telah direviu belum ada.")


def check_publikasi(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.a.5: the day and the address."""
    return _tell(tonggak.publikasi, "Dipublikasikan", "Publikasi belum tercatat.", sambung="di")


def _tell(peristiwa: Peristiwa | None, kata: str, kosong: str, *, sambung: str = "oleh") -> Penilaian:
    if peristiwa is None:
        return Penilaian(Keadaan.BELUM, kosong)
    oleh = f" {sambung} {peristiwa.siapa}" if peristiwa.siapa else ""
    alasan = f"{kata} pada {format_tanggal(peristiwa.tanggal)}{oleh}."
    if not peristiwa.bukti.strip():
        return Penilaian(Keadaan.PERLU_BUKTI, f"{alasan} Buktinya belum dicatat.")
    return Penilaian(Keadaan.TERPENUHI, alasan, (peristiwa.bukti,))


def check_tepat_waktu(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.a.6: delivered on the day of the deadline at the latest."""
    tenggat = fakta.settings.tenggat_laporan
    if tonggak.penyampaian is None:
        return Penilaian(Keadaan.BELUM, f"Belum disampaikan; tenggatnya {format_tanggal(tenggat)}.")
    baik = tonggak.penyampaian <= tenggat
    kata = "tepat waktu" if baik else "terlambat"
    alasan = f"Disampaikan {format_tanggal(tonggak.penyampaian)}, {kata} terhadap tenggat {format_tanggal(tenggat)}."
    return _decide(baik, alasan, (f"Surat pengantar {tonggak.nomor_surat}",) if tonggak.nomor_surat else ())


def check_standar(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.1: the four chapters, seven analyses for each sasaran, the budget, the PK as annex (DOMAIN §2)."""
    blok = fakta.dokumen.blok
    ada = [fold(b.teks) for b in blok if isinstance(b, Judul) and b.tingkat == 1 and b.nomor.startswith("BAB")]
    kurang = [f"Bab {nama.capitalize()}" for nama in BAB if fold(nama) not in ada]
    for s in fakta.hasil.sasaran:
        kosong = [n for n in range(1, ANALISIS + 1) if not has_isi(find_bagian(blok, f"s-{s.kode}-{n}"))]
        kurang += [f"analisis {', '.join(map(str, kosong))} sasaran {s.kode}"] if kosong else []
    kurang += [] if has_isi(find_bagian(blok, "realisasi-anggaran")) else ["Realisasi Anggaran"]
    kurang += [] if has_isi(find_bagian(blok, "lampiran-perjanjian-kinerja")) else ["lampiran Perjanjian Kinerja"]
    alasan = (
        f"Yang belum ada: {'; '.join(kurang)}."
        if kurang
        else "Bab, tujuh analisis setiap sasaran, dan lampiran PK lengkap."
    )
    return _decide(not kurang, alasan, ("Bab I s.d. Bab IV",))


def check_lengkap(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.2: every indikator of the PK and every IKU is there."""
    return _take(check_indikator_pk(fakta), check_iku(fakta))


def check_target(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.3: target and realisasi of each indikator, or the reason why there is none."""
    return _take(check_capaian(fakta))


def _list_kode(fakta: Fakta, kode: str, apa: str) -> Penilaian:
    """Whether a kind of table names each indikator."""
    items = fakta.hasil.indikator
    isi = list_tersebut(fakta.dokumen, kode, items)
    kurang = [i.kode for i in items if i.kode not in isi]
    return _take(weigh([i.kode for i in items], kurang, apa, bukti=name_tabel(fakta.dokumen, kode)))


def _require(tabel: Penilaian, ada: list[str], tanpa: Penilaian) -> Penilaian:
    """The finding on a table; `tanpa` where it stands but not one indikator has anything to be compared with."""
    return tabel if tabel.keadaan is Keadaan.BELUM or ada else tanpa


def check_renstra(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.4: T3.3 names each indikator, and one at least has an end target."""
    ada = [i.kode for i in fakta.hasil.indikator if i.renstra is not None and i.renstra.target]
    tanpa = Penilaian(Keadaan.BELUM, "Belum satu indikator pun mempunyai target akhir Renstra.")
    return _require(_list_kode(fakta, "T3.3", "indikator dibandingkan dengan target jangka menengah"), ada, tanpa)


def check_tahun(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.5: T3.2 names each indikator, and one at least has an earlier year."""
    ada = [r.kode for r in fakta.hasil.rincian.indikator if any(t.realisasi for t in r.lintas_tahun[:-1])]
    tanpa = Penilaian(Keadaan.BELUM, "Belum satu indikator pun mempunyai realisasi tahun sebelumnya.")
    return _require(_list_kode(fakta, "T3.2", "indikator dibandingkan dengan tahun sebelumnya"), ada, tanpa)


def check_acuan(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.6: T3.4 names each indikator, and one at least has something to be compared with; else evidence must tell."""
    ada = [i.kode for i in fakta.hasil.indikator if i.standar is not None]
    tabel = _list_kode(fakta, "T3.4", "indikator dibandingkan dengan standar atau disebut belum berstandar")
    tanpa = Penilaian(Keadaan.PERLU_BUKTI, "Belum satu indikator pun mempunyai acuan pembanding.", tabel.bukti)
    return _require(tabel, ada, tanpa)


def check_upaya(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.7: obstacle, solution and follow-up where they are compulsory (T3.5)."""
    perlu = [i.kode for i in fakta.hasil.indikator if needs_analisis(i)]
    rows = {r["indikator"]: r for r in fakta.kinerja.records("analisis")}
    kurang = [k for k in perlu if not all(is_analisis(rows.get(k, {}).get(kolom)) for kolom in WAJIB)]
    bukti = name_tabel(fakta.dokumen, "T3.5")
    if not perlu:
        return _decide(bool(bukti), "Tidak ada indikator yang wajib dianalisis.", bukti)
    return _take(weigh(perlu, kurang, "indikator yang wajib dianalisis dijelaskan hambatan dan solusinya", bukti=bukti))


def check_efisiensi(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.8: T3.6 has a row for each sasaran."""
    teks = {read_sel(baris[0]) for tabel in list_tabel(fakta.dokumen, "T3.6") for baris in make_grid(tabel) if baris[0]}
    semua = [s.kode for s in fakta.hasil.sasaran]
    tersaji = {k for k in semua if any(t.startswith(f"{k} ") for t in teks)}
    kurang = [s.kode for s in fakta.hasil.sasaran if s.kode not in tersaji or s.efisiensi is None]
    return _take(weigh(semua, kurang, "sasaran mempunyai angka efisiensi", bukti=name_tabel(fakta.dokumen, "T3.6")))


def check_rekomendasi(fakta: Fakta, tonggak: Tonggak) -> Penilaian:
    """3.b.9: follow-ups of their own and steps of improvement."""
    return _take(check_perbaikan(fakta))


PERIKSA: Mapping[str, Callable[[Fakta, Tonggak], Penilaian]] = {
    "3.a.1": check_disusun,
    "3.a.2": check_berkala,
    "3.a.3": check_formal,
    "3.a.4": check_direviu,
    "3.a.5": check_publikasi,
    "3.a.6": check_tepat_waktu,
    "3.b.1": check_standar,
    "3.b.2": check_lengkap,
    "3.b.3": check_target,
    "3.b.4": check_renstra,
    "3.b.5": check_tahun,
    "3.b.6": check_acuan,
    "3.b.7": check_upaya,
    "3.b.8": check_efisiensi,
    "3.b.9": check_rekomendasi,
}
