"""Achievement tables of the document: formula, means, category, status, direction and efficiency (T3.1, T3.2, T3.6)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lakip_lib.blok import Baris, Dokumen, Tabel
from lakip_lib.formats import format_angka, round_half_up
from lakip_lib.istilah import STATUS_LABEL, Arah, Tingkat
from lakip_lib.koreksi.cetak import read_cetak
from lakip_lib.koreksi.periksa.letak import make_temuan
from lakip_lib.koreksi.periksa.tabel import Petak, read_petak
from lakip_lib.koreksi.ruas import find_kolom, fold, list_tabel, make_grid, name_objek, read_sel
from lakip_lib.measures import Hasil
from lakip_lib.measures.hasil import IndikatorHasil
from lakip_lib.measures.rumus import apply_cap, compute_capaian, mean, parse_nilai
from lakip_lib.measures.skala import Skala, get_skala, status
from lakip_lib.model import Kinerja
from lakip_lib.settings import Instansi
from lakip_lib.temuan import Temuan

SENT = Fraction(1, 100)  # a mean of printed figures may be a last digit apart from the mean of exact ones
_UBAH = re.compile(r"(?P<tanda>[+−-])(?P<angka>[\d.,]+)\s?(?:%|poin) \((?P<kata>membaik|memburuk)\)")


@dataclass(frozen=True)
class Acuan:
    """What the tables are held against: indikator by folded name, scale, cap, weights, bands of toleransi."""

    indikator: Mapping[str, tuple[IndikatorHasil, ...]]
    hasil: Hasil
    skala: Skala
    batas: Fraction | None
    bobot: Mapping[str, Fraction | None]
    pita: Mapping[str, tuple[Fraction, Fraction]]

    def find(self, nama: str, sasaran: str = "") -> IndikatorHasil | None:
        """The indikator of that printed name, within a sasaran where one is known."""
        cocok = [i for i in self.indikator.get(fold(nama), ()) if not sasaran or i.sasaran == sasaran]
        return cocok[0] if cocok else None


def make_acuan(hasil: Hasil, kinerja: Kinerja, settings: Instansi) -> Acuan:
    """The rules that are in force for a document of these settings."""
    nama: dict[str, tuple[IndikatorHasil, ...]] = {}
    for item in hasil.indikator:
        nama[fold(item.nama)] = (*nama.get(fold(item.nama), ()), item)
    rows = kinerja.records("indikator")
    batas = settings.pengaturan.batas
    return Acuan(
        nama,
        hasil,
        get_skala(settings.pengaturan.skala),
        None if batas is None else Fraction(batas),
        {r["kode"]: _fraction(r["bobot"]) for r in [*rows, *kinerja.records("sasaran")]},
        {
            r["kode"]: (_fraction(r["pita_bawah"]) or Fraction(0), _fraction(r["pita_atas"]) or Fraction(0))
            for r in rows
        },
    )


def _fraction(x: Any) -> Fraction | None:
    return None if x is None else Fraction(x)


def review_capaian_dokumen(dokumen: Dokumen, acuan: Acuan) -> Iterator[Temuan]:
    """All findings on T3.1, T3.2 and T3.6 of the document."""
    for tabel in list_tabel(dokumen, "T3.1"):
        petak = make_grid(tabel)
        kolom = find_kolom(tabel, "Capaian (%)")
        if kolom is not None:
            yield from _review_baris(tabel, petak, kolom, acuan)
            yield from _review_rata(tabel, petak, kolom, acuan)
    for tabel in list_tabel(dokumen, "T3.2"):
        yield from _review_arah(tabel, acuan)
    for tabel in list_tabel(dokumen, "T3.6"):
        yield from _review_efisiensi(tabel)


def _review_baris(tabel: Tabel, petak: Petak, kolom: int, acuan: Acuan) -> Iterator[Temuan]:
    """Formula, kategori and status of each row."""
    nama, kategori, target = (find_kolom(tabel, j) for j in ("Indikator kinerja", "Kategori", "Status target"))
    sasaran = ""
    for y, baris in enumerate(tabel.baris):
        letak = f"{name_objek(tabel)}, baris {y + 1}"
        sasaran = _name_sasaran(baris, acuan) or sasaran
        cetak = read_petak(petak, y, kolom)
        if cetak is None:
            continue
        item = acuan.find(read_sel(petak[y][nama]), sasaran) if nama is not None and baris.gaya == "biasa" else None
        if item and (hitung := _compute(item, acuan)) is not None and not cetak.is_near(max(hitung, Fraction(0))):
            teks = (
                f"capaian {item.kode} tertulis {read_sel(petak[y][kolom])}, sedangkan menurut target, realisasi, dan rumus "
                f"{item.metode} {format_angka(max(hitung, Fraction(0)), 2)}. Mohon diperiksa."
            )
            yield make_temuan(letak, "capaian-tidak-cocok", Tingkat.WAJIB, teks, nilai=read_sel(petak[y][kolom]))
        for x, mau, sebutan, aturan in (
            (kategori, acuan.skala.kategori(cetak.nilai), "kategori", "kategori-tidak-cocok"),
            (target, None if item is None else _say_status(cetak.nilai), "status", "status-tidak-cocok"),
        ):
            tulis = read_sel(petak[y][x]) if x is not None else ""
            if mau is not None and tulis and tulis != mau:
                teks = f"{sebutan} tertulis {tulis}, sedangkan capaian {read_sel(petak[y][kolom])}% berarti {mau}. Mohon diperiksa."
                yield make_temuan(letak, aturan, Tingkat.WAJIB, teks, nilai=tulis)


def _say_status(capaian: Fraction) -> str:
    return STATUS_LABEL[status(capaian)].removesuffix(" target")


def _name_sasaran(baris: Baris, acuan: Acuan) -> str:
    """The kode of the sasaran that a group row names, "" for any other row."""
    teks = read_sel(baris.sel[0]) if baris.gaya == "sub" else ""
    return max((s.kode for s in acuan.hasil.sasaran if teks.startswith(f"{s.kode} ")), key=len, default="")


def _compute(item: IndikatorHasil, acuan: Acuan) -> Fraction | None:
    pita = acuan.pita.get(item.kode, (Fraction(0), Fraction(0)))
    found = compute_capaian(
        item.metode, parse_nilai(item.target), parse_nilai(item.realisasi), arah=item.arah, pita=pita
    )
    return found.mentah


def _review_rata(tabel: Tabel, petak: Petak, kolom: int, acuan: Acuan) -> Iterator[Temuan]:
    """The rows of means against the printed capaian they are means of, capped as the settings say."""
    for y, baris in enumerate(tabel.baris):
        cetak = read_petak(petak, y, kolom)
        if cetak is None or baris.gaya == "biasa":
            continue
        kode = _name_sasaran(baris, acuan)
        if baris.gaya == "total" and tabel.id != "T3.1":
            kode = next((s.kode for s in acuan.hasil.sasaran if tabel.judul.find(f"Sasaran {s.kode} ") >= 0), "")
        hitung = _mean_sasaran(tabel, petak, kolom, kode, acuan) if kode else _mean_instansi(tabel, petak, kolom, acuan)
        if hitung is not None and not cetak.is_near(hitung, SENT):
            tulis = read_sel(petak[y][kolom])
            mau = format_angka(round_half_up(hitung), 2)
            teks = f"rata-rata tertulis {tulis}, sedangkan rata-rata barisnya {mau}. Mohon diperiksa."
            yield make_temuan(
                f"{name_objek(tabel)}, baris {y + 1}", "rata-rata-tidak-cocok", Tingkat.WAJIB, teks, nilai=tulis
            )


def _list_capaian(tabel: Tabel, petak: Petak, kolom: int, acuan: Acuan) -> dict[str, Fraction | None]:
    """The figure with which each row's indikator enters means: as printed, capped; without one as computed."""
    nama = find_kolom(tabel, "Indikator kinerja")
    found: dict[str, Fraction | None] = {}
    sasaran = ""
    for y, baris in enumerate(tabel.baris):
        sasaran = _name_sasaran(baris, acuan) or sasaran
        item = acuan.find(read_sel(petak[y][nama]), sasaran) if nama is not None and baris.gaya == "biasa" else None
        if item is not None:
            cetak = read_petak(petak, y, kolom)
            rerata = None if item.capaian_rerata is None else Fraction(item.capaian_rerata)
            found[item.kode] = apply_cap(cetak.nilai, acuan.batas) if cetak else rerata
    return found


def _mean_sasaran(tabel: Tabel, petak: Petak, kolom: int, kode: str, acuan: Acuan) -> Fraction | None:
    capaian = _list_capaian(tabel, petak, kolom, acuan)
    items = [i for i in acuan.hasil.list_indikator(kode) if i.kode in capaian]
    return mean([capaian[i.kode] for i in items], [acuan.bobot.get(i.kode) for i in items]) if items else None


def _mean_instansi(tabel: Tabel, petak: Petak, kolom: int, acuan: Acuan) -> Fraction | None:
    capaian = _list_capaian(tabel, petak, kolom, acuan)
    if acuan.hasil.instansi_capaian.cara == "indikator":
        return mean(list(capaian.values()))
    kode = [s.kode for s in acuan.hasil.sasaran]
    per_sasaran = [_mean_sasaran(tabel, petak, kolom, k, acuan) for k in kode]
    return mean(per_sasaran, [acuan.bobot.get(k) for k in kode])


def _review_arah(tabel: Tabel, acuan: Acuan) -> Iterator[Temuan]:
    """The word beside a change against its sign and the direction of the indikator."""
    nama = ""
    for y, baris in enumerate(tabel.baris):
        nama = read_sel(baris.sel[0]) if baris.sel and baris.sel[0].tinggi > 1 else nama
        item = acuan.find(nama)
        for sel in baris.sel:
            cocok = _UBAH.fullmatch(read_sel(sel))
            cetak = read_cetak(cocok["angka"]) if cocok else None
            if not cocok or item is None or item.arah is Arah.STABIL or cetak is None or not cetak.nilai:
                continue
            naik = cocok["tanda"] == "+"
            mau = "membaik" if naik == (item.arah is Arah.MAX) else "memburuk"
            if cocok["kata"] != mau:
                teks = f"perubahan {item.kode} tertulis {cocok[0]}, sedangkan tandanya berarti {mau}. Mohon diperiksa."
                yield make_temuan(
                    f"{name_objek(tabel)}, baris {y + 1}", "arah-tidak-cocok", Tingkat.WAJIB, teks, nilai=cocok[0]
                )


def _review_efisiensi(tabel: Tabel) -> Iterator[Temuan]:
    """E1: capaian minus penyerapan, both as printed (DOMAIN §5.7)."""
    kolom = [find_kolom(tabel, j) for j in ("Capaian (%)", "Penyerapan (%)", "Efisiensi (poin)")]
    petak = make_grid(tabel)
    for y in range(len(petak)):
        c, s, e = (read_petak(petak, y, x) if x is not None else None for x in kolom)
        if c and s and e and not e.is_near(c.nilai - s.nilai, SENT):
            tulis, mau = read_sel(petak[y][kolom[2] or 0]), format_angka(c.nilai - s.nilai, 2, tanda_plus=True)
            teks = f"efisiensi tertulis {tulis}, sedangkan capaian dikurangi penyerapan {mau} poin. Mohon diperiksa."
            yield make_temuan(
                f"{name_objek(tabel)}, baris {y + 1}", "efisiensi-tidak-cocok", Tingkat.WAJIB, teks, nilai=tulis
            )
