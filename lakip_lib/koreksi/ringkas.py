"""What the Kepala's one-page sheet shows (SOP step 8): traffic lights with their reason, and open warnings by weight.

Rules of the lights ([INF] but for the scale; the sheet prints each reason):
capaian and penyerapan are rated on the scale in force (Permendagri 86/2017 rates both on one scale): green in its highest
band, yellow in the others down to the middle one, red below; spending above the ceiling is red. Indikator: green where all
that are assessed reach their target, yellow from half on. Findings: red with a wajib one, yellow with a peringatan.
Checklist: red with a tidak of the program that nobody answered, yellow while anything is open. Deadline: red when it has
passed, yellow within a working week.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lakip_lib.formats import KOSONG, format_persen
from lakip_lib.istilah import Tingkat
from lakip_lib.koreksi.reviu import Jawab, Jawaban, Sumber
from lakip_lib.koreksi.reviu.butir import BUTIR
from lakip_lib.measures import Hasil
from lakip_lib.measures.skala import Skala
from lakip_lib.temuan import Temuan, count_tingkat, sort_temuan

HARI_KUNING = 5  # a working week


class Warna(StrEnum):
    """The three lights."""

    HIJAU = "hijau"
    KUNING = "kuning"
    MERAH = "merah"


@dataclass(frozen=True)
class Lampu:
    """One light: what of, its colour, the verdict in a word or two, the figure as printed, and why."""

    nama: str
    warna: Warna
    kata: str
    angka: str
    alasan: str


@dataclass(frozen=True)
class Peringatan:
    """One open warning; bobot 0 is the gravest: wajib 0, a tidak of the checklist 1, peringatan 2, not answered 3."""

    bobot: int
    letak: str
    pesan: str


@dataclass(frozen=True)
class Ringkasan:
    """The lights in order, and the open warnings, gravest first."""

    lampu: tuple[Lampu, ...]
    peringatan: tuple[Peringatan, ...]


def summarize(
    hasil: Hasil, skala: Skala, jawaban: Sequence[Jawaban], temuan: Iterable[Temuan], sisa_hari: int
) -> Ringkasan:
    """The sheet's content from figures, checklist, all findings (data and document) and the working days that are left."""
    semua = sort_temuan(temuan)
    lampu = (
        light_capaian(hasil, skala),
        light_penyerapan(hasil, skala),
        light_indikator(hasil),
        light_temuan(semua),
        light_reviu(jawaban),
        light_tenggat(sisa_hari),
    )
    return Ringkasan(lampu, tuple(list_peringatan(jawaban, semua)))


def rate(nilai: Decimal, skala: Skala) -> Warna:
    """Green in the highest band of a scale, yellow down to the middle one, red below.

    >>> from lakip_lib.measures.skala import get_skala
    >>> [str(rate(Decimal(x), get_skala("permendagri-86"))) for x in ("90.01", "90", "65.01", "65")]
    ['hijau', 'kuning', 'kuning', 'merah']
    """
    urut = skala.pita.index(skala.find_pita(nilai))
    if urut == 0:
        return Warna.HIJAU
    return Warna.KUNING if 2 * urut < len(skala.pita) else Warna.MERAH


def light_capaian(hasil: Hasil, skala: Skala) -> Lampu:
    """The agency's mean in its band."""
    ini = hasil.instansi_capaian
    if ini.capaian is None:
        return Lampu(
            "Capaian kinerja", Warna.KUNING, "belum dapat dinilai", KOSONG, "Belum ada indikator yang dapat dinilai."
        )
    alasan = f"Rata-rata capaian {ini.cara}; {ini.dinilai} dari {ini.jumlah} indikator dapat dinilai."
    return Lampu(
        "Capaian kinerja", rate(ini.capaian, skala), ini.kategori or KOSONG, format_persen(ini.capaian), alasan
    )


def light_penyerapan(hasil: Hasil, skala: Skala) -> Lampu:
    """Spending against the ceiling, on the same scale."""
    persen = hasil.anggaran_total.persen
    if persen is None:
        return Lampu("Penyerapan anggaran", Warna.KUNING, "belum ada", KOSONG, "Laporan realisasi anggaran belum ada.")
    if persen > 100:
        alasan = "Realisasi melebihi pagu."
        return Lampu("Penyerapan anggaran", Warna.MERAH, "melebihi pagu", format_persen(persen), alasan)
    kategori = skala.kategori(persen) or KOSONG
    alasan = "Realisasi dibagi pagu, dinilai dengan skala capaian."
    return Lampu("Penyerapan anggaran", rate(persen, skala), kategori, format_persen(persen), alasan)


def light_indikator(hasil: Hasil) -> Lampu:
    """How many indikator reach their target, of all."""
    ini = hasil.instansi_capaian
    belum = [i.kode for i in hasil.indikator if i.capaian is not None and i.capaian < 100]
    tanpa = [i.kode for i in hasil.indikator if i.capaian is None]
    semua = ini.dinilai > 0 and ini.tercapai == ini.dinilai
    warna = Warna.HIJAU if semua else Warna.KUNING if ini.dinilai and 2 * ini.tercapai >= ini.dinilai else Warna.MERAH
    kata = "semua yang dinilai tercapai" if semua else "sebagian tercapai" if ini.tercapai else "belum tercapai"
    alasan = f"Belum mencapai target: {', '.join(belum)}." if belum else "Tidak ada indikator di bawah target."
    alasan += f" Belum dapat dinilai: {', '.join(tanpa)}." if tanpa else ""
    return Lampu("Indikator tercapai", warna, kata, f"{ini.tercapai} dari {ini.jumlah}", alasan)


def light_temuan(temuan: Iterable[Temuan]) -> Lampu:
    """Open findings by weight."""
    jumlah = count_tingkat(temuan)
    wajib, peringatan, catatan = (jumlah[t] for t in (Tingkat.WAJIB, Tingkat.PERINGATAN, Tingkat.CATATAN))
    warna = Warna.MERAH if wajib else Warna.KUNING if peringatan else Warna.HIJAU
    kata = "harus diperbaiki" if wajib else "perlu diperhatikan" if peringatan else "bersih"
    alasan = f"Selain itu {catatan} catatan untuk diketahui." if catatan else "Tidak ada catatan lain."
    return Lampu("Temuan terbuka", warna, kata, f"{wajib} wajib, {peringatan} peringatan", alasan)


def light_reviu(jawaban: Sequence[Jawaban]) -> Lampu:
    """The 23 items: what was answered tidak, what nobody answered, what is only a hint."""
    tidak = [j.no for j in jawaban if j.jawaban is Jawab.TIDAK]
    belum = [j.no for j in jawaban if j.jawaban is Jawab.BELUM]
    hint = [j.no for j in jawaban if j.sumber is Sumber.HINT and j.jawaban is Jawab.YA]
    lepas = any(j.jawaban is Jawab.TIDAK and j.sumber is Sumber.OTOMATIS for j in jawaban)
    terbuka = tidak or belum or hint
    warna = Warna.MERAH if lepas else Warna.KUNING if terbuka else Warna.HIJAU
    kata = "ada yang belum terpenuhi" if tidak else "menunggu jawaban" if terbuka else "lengkap"
    bagian = [("Tidak", tidak), ("Belum dijawab", belum), ("Menunggu kepastian", hint)]
    alasan = " ".join(f"{nama}: {', '.join(nomor)}." for nama, nomor in bagian if nomor)
    angka = f"{len(tidak)} tidak, {len(belum)} belum dijawab"
    return Lampu("Daftar periksa", warna, kata, angka, alasan or f"Semua {len(jawaban)} butir dijawab ya.")


def light_tenggat(sisa_hari: int) -> Lampu:
    """Working days until the report is due; 0 is the day itself."""
    if sisa_hari < 0:
        return Lampu(
            "Tenggat laporan", Warna.MERAH, "terlewati", f"{-sisa_hari} hari kerja lewat", "Laporan belum disampaikan."
        )
    warna = Warna.KUNING if sisa_hari < HARI_KUNING else Warna.HIJAU
    kata = "segera" if sisa_hari < HARI_KUNING else "cukup waktu"
    return Lampu(
        "Tenggat laporan", warna, kata, f"{sisa_hari} hari kerja lagi", "Dihitung sampai tenggat penyampaian laporan."
    )


def list_peringatan(jawaban: Iterable[Jawaban], temuan: Iterable[Temuan]) -> list[Peringatan]:
    """Open warnings, gravest first, each message once; of one weight findings as they read, then items by number.

    A tidak that a person gave stands with that person's note, a tidak that a person overrode is no longer open.
    """
    teks = {b.no: b.teks for b in BUTIR}
    bobot = {Tingkat.WAJIB: 0, Tingkat.PERINGATAN: 2}
    hasil = [
        Peringatan(bobot[t.tingkat], " › ".join(b for b in (t.berkas, t.lembar, t.sel) if b), t.pesan)
        for t in temuan
        if t.tingkat in bobot
    ]
    for j in jawaban:
        if j.jawaban is not Jawab.YA:
            alasan = f"{j.manual.catatan} ({j.manual.nama})" if j.manual else j.alasan
            pesan = f"{teks[j.no]} {j.jawaban.capitalize()}: {alasan}"
            hasil.append(Peringatan(1 if j.jawaban is Jawab.TIDAK else 3, f"Daftar periksa {j.no}", pesan))
    return sorted(dict.fromkeys(hasil), key=lambda p: p.bobot)
