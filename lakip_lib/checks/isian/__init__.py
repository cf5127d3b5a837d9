"""Findings on one unit's form: layout, codes, locked cells, blanks, evidence, statement."""

import re
from collections.abc import Iterator
from pathlib import Path

from lakip_lib.checks.acuan import Acuan
from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.checks.isian.capaian import STATUS_LAIN, check_f1
from lakip_lib.checks.isian.dukung import check_f4, check_f5
from lakip_lib.checks.isian.keluaran import check_f3
from lakip_lib.checks.isian.sel import find_sel, is_filled
from lakip_lib.forms.kolom import LEMBAR_ISIAN
from lakip_lib.forms.skema import KolomIsian, LembarIsian
from lakip_lib.intake.isian import BarisIsian, Isian, LembarTerbaca
from lakip_lib.intake.nilai import read_angka
from lakip_lib.intake.rumus import find_tertimpa
from lakip_lib.istilah import TW, Tingkat
from lakip_lib.settings import Unit
from lakip_lib.temuan import Temuan

__all__ = ["STATUS_LAIN", "check_isian"]

RUMUS = re.compile(r"\s*(?:[=@]\s*[A-Za-z0-9(\"'$]|[-+][A-Za-z.]+[(|!])")  # a list that begins with "- " is no formula


def check_isian(isian: Isian, unit: Unit, acuan: Acuan, bukti: Path) -> list[Temuan]:
    """All findings on one form that need no computed figure; `bukti` is the folder of evidence files."""
    temuan = [*isian.buku.temuan, *_check_layout(isian, unit, acuan)]
    for terbaca in isian.lembar.values():
        catat = PencatatTemuan(isian.buku, terbaca.nama)
        _check_rows(terbaca, catat)
        _check_kode(terbaca, unit, acuan, catat)
        if terbaca.lembar.kode == "F1":
            check_f1(terbaca, unit, acuan, catat)
        elif terbaca.lembar.kode == "F3":
            check_f3(terbaca, unit, acuan, catat)
        elif terbaca.lembar.kode == "F4":
            check_f4(terbaca, catat, bukti)
        elif terbaca.lembar.kode == "F5":
            check_f5(terbaca, catat)
        temuan.extend(catat.temuan)
    return temuan


def _check_layout(isian: Isian, unit: Unit, acuan: Acuan) -> Iterator[Temuan]:
    """Sheets that are gone (one that holds figures is asked for), and what this kind of file cannot tell."""
    berkas = isian.buku.berkas
    hilang = [skema.nama for skema in LEMBAR_ISIAN if skema.kode not in isian.lembar]
    if hilang:
        angka = "F1" not in isian.lembar or ("F3" not in isian.lembar and acuan.map_program(unit))
        tingkat = Tingkat.WAJIB if angka else Tingkat.PERINGATAN
        pesan = f"{berkas}: lembar {', '.join(hilang)} tidak ditemukan. Mohon kirim formulir dengan lembar itu terisi."
        yield Temuan(berkas, "lembar-tidak-ada", tingkat, pesan, lembar=hilang[0], nilai=", ".join(hilang))
    if "formula" in isian.buku.tak_diperiksa:
        pesan = (
            f"{berkas}: rumus pada berkas .{isian.buku.jenis} tidak dapat diperiksa; yang dibaca nilai tersimpan. "
            "Mohon gunakan .xlsx bila memungkinkan."
        )
        yield Temuan(berkas, "tidak-dapat-diperiksa", Tingkat.CATATAN, pesan, nilai="formula")


def _list_hilang(skema: LembarIsian, terbaca: LembarTerbaca) -> list[str]:
    return [k.judul for k in skema.kolom if (k.wajib or k.nama_kolom == "alasan") and k.nama_kolom not in terbaca.kolom]


def _check_rows(terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    for judul in _list_hilang(terbaca.lembar, terbaca):
        catat.add("kolom-tidak-ada", Tingkat.WAJIB, f"kolom '{judul}' tidak ditemukan. Mohon kembalikan kolom itu.")
    for judul in terbaca.tak_dikenal:
        teks = f"kolom '{quote(judul)}' tidak ada pada formulir dan tidak dibaca. Bila isinya perlu, mohon pindahkan."
        catat.add("kolom-tambahan", Tingkat.CATATAN, teks)
    _check_tersembunyi(terbaca, catat)
    for baris in terbaca.total:
        catat.add("baris-total", Tingkat.CATATAN, f"baris {baris.baris} adalah jumlah dan tidak dibaca sebagai isian.")
    for baris in terbaca.baris:
        _check_rumus(baris, terbaca, catat)
    for kolom in terbaca.lembar.kolom:
        if kolom.ditulis_unit and kolom.jenis in {"angka", "rupiah"}:
            _check_tertimpa(kolom, terbaca, catat)


def _check_tersembunyi(terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A hidden sheet, hidden columns and rows with something typed: read like all else, and said so."""
    if terbaca.tersembunyi:
        catat.add("lembar-tersembunyi", Tingkat.PERINGATAN, "lembar ini tersembunyi dan tetap dibaca. Mohon diperiksa.")
    isi = {nama for baris in terbaca.baris for nama in baris.sel}
    for kolom in (terbaca.lembar.get_kolom(nama) for nama in terbaca.kolom_tersembunyi if nama in isi):
        if kolom.ditulis_unit:
            teks = f"kolom '{kolom.judul}' tersembunyi dan tetap dibaca. Mohon diperiksa."
            catat.add("kolom-tersembunyi", Tingkat.PERINGATAN, teks, kolom=kolom.nama_kolom)
    for baris in terbaca.baris:
        if baris.tersembunyi:
            teks = f"baris {baris.baris} ({baris.kode or 'tanpa kode'}) tersembunyi dan tetap dibaca. Mohon diperiksa."
            catat.add("baris-tersembunyi", Tingkat.PERINGATAN, teks)


def _check_rumus(baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A formula where text belongs is carried as text into the report and into no cell of ours."""
    for nama, sel in baris.sel.items():
        kolom = terbaca.lembar.get_kolom(nama)
        if kolom.jenis in {"teks", "tautan"} and (sel.formula or RUMUS.match(sel.teks)):
            isi = sel.formula or sel.teks
            teks = f"{kolom.judul} berisi rumus '{quote(isi)}'. Rumus dibaca sebagai teks biasa; mohon diganti."
            catat.add("rumus-dalam-teks", Tingkat.PERINGATAN, teks, sel=sel, kolom=nama)


def _check_tertimpa(kolom: KolomIsian, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A number typed among formulas; a year's figure without quarters to compute it from is no doubt."""
    nama = kolom.nama_kolom
    tahunan = terbaca.lembar.kode == "F1" and nama == "realisasi"
    sel = [baris.sel[nama] for baris in terbaca.baris if nama in baris.sel and _is_computed(baris, tahunan=tahunan)]
    tertimpa, rumus = find_tertimpa(
        (s, s.formula is not None) for s in sel if s.formula or read_angka(s).nilai is not None
    )
    for satu in tertimpa:
        teks = (
            f"{kolom.judul} tertulis '{quote(satu.teks)}', sedangkan {rumus} sel lain pada kolom ini berisi rumus. "
            "Mohon pastikan rumusnya tidak tertimpa."
        )
        catat.add("rumus-tertimpa", Tingkat.PERINGATAN, teks, sel=satu, kolom=nama)


def _is_computed(baris: BarisIsian, *, tahunan: bool) -> bool:
    return not tahunan or baris.sel["realisasi"].formula is not None or any(is_filled(baris, tw) for tw in TW)


def _check_kode(terbaca: LembarTerbaca, unit: Unit, acuan: Acuan, catat: PencatatTemuan) -> None:
    if terbaca.lembar.kode not in {"F1", "F2"} or not acuan.indikator:
        return
    seen: set[str] = set()
    for baris in terbaca.baris:
        kode, sel = baris.kode, find_sel(baris, terbaca, "kode")
        if not kode:
            teks = f"baris {baris.baris} tidak mempunyai kode dan tidak dibaca. Mohon isi kode indikatornya."
            catat.add("kode-kosong", Tingkat.WAJIB, teks, sel=sel or f"A{baris.baris}", kolom="kode")
        elif kode not in acuan.indikator:
            teks = (
                f"kode '{quote(kode)}' tidak ada dalam perencanaan, sehingga tidak dibaca. Mohon pakai kode yang ada."
            )
            catat.add("kode-tidak-dikenal", Tingkat.WAJIB, teks, sel=sel, kolom="kode")
        elif kode in seen:
            teks = f"kode '{kode}' tertulis lebih dari sekali; yang dibaca baris pertama. Mohon hapus salah satunya."
            catat.add("kode-ganda", Tingkat.WAJIB, teks, sel=sel, kolom="kode")
        elif (acuan.indikator[kode]["unit"] or "").casefold() != unit.kode.casefold():
            teks = f"indikator '{kode}' bukan tanggung jawab {unit.nama}. Mohon dihapus dari formulir ini."
            catat.add("indikator-unit-lain", Tingkat.PERINGATAN, teks, sel=sel, kolom="kode")
        seen.add(kode)
