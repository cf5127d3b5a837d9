"""Findings on one unit's form: layout, codes, locked cells, blanks, evidence, statement."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from lakip_lib.checks.acuan import Acuan
from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.formats import clean_teks
from lakip_lib.formats.angka import KATA_BELUM_RILIS, KOSONG
from lakip_lib.forms.kolom import LEMBAR_ISIAN
from lakip_lib.forms.skema import LembarIsian
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.isian import BarisIsian, Isian, LembarTerbaca
from lakip_lib.intake.nilai import format_kanonik, read_nilai
from lakip_lib.istilah import TW, StatusData, Tingkat
from lakip_lib.settings import Unit
from lakip_lib.temuan import Temuan

LAYAK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
RUMUS = re.compile(r"\s*(?:[=@]\s*[A-Za-z0-9(\"'$]|[-+][A-Za-z.]+[(|!])")  # a list that begins with "- " is no formula
ALAMAT_TANPA_HTTP = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net|gl|ly)(?:/\S*)?", re.IGNORECASE)
PANJANG_NAMA = 255  # what a file system takes
STATUS_LAIN = {
    "tetap": StatusData.FINAL,
    "angka tetap": StatusData.FINAL,
    "angka sementara": StatusData.SEMENTARA,
    "belum dirilis": StatusData.BELUM_RILIS,
    "belum terbit": StatusData.BELUM_RILIS,
    "n/a": StatusData.BELUM_RILIS,
}
SATUAN_SAMA = {"persen": "%", "prosen": "%", "persentase": "%", "orang.": "orang"}
TARGET = ("target", "target_tw1", "target_tw2", "target_tw3", "target_tw4")


def check_isian(isian: Isian, unit: Unit, acuan: Acuan, bukti: Path) -> list[Temuan]:
    """All findings on one form that need no computed figure; `bukti` is the folder of evidence files."""
    temuan = [*isian.buku.temuan, *_check_layout(isian)]
    for terbaca in isian.lembar.values():
        catat = PencatatTemuan(isian.buku, terbaca.nama)
        _check_rows(terbaca, catat)
        _check_kode(terbaca, unit, acuan, catat)
        if terbaca.lembar.kode == "F1":
            _check_f1(terbaca, unit, acuan, catat)
        elif terbaca.lembar.kode == "F4":
            _check_f4(terbaca, catat, bukti)
        elif terbaca.lembar.kode == "F5":
            _check_f5(terbaca, catat)
        temuan.extend(catat.temuan)
    return temuan


def _check_layout(isian: Isian) -> Iterator[Temuan]:
    berkas = isian.buku.berkas
    hilang = [skema.nama for skema in LEMBAR_ISIAN if skema.kode not in isian.lembar]
    if hilang:
        tingkat = Tingkat.PERINGATAN if "F1" in isian.lembar else Tingkat.WAJIB
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


def _check_kode(terbaca: LembarTerbaca, unit: Unit, acuan: Acuan, catat: PencatatTemuan) -> None:
    if terbaca.lembar.kode not in {"F1", "F2"} or not acuan.indikator:
        return
    seen: set[str] = set()
    for baris in terbaca.baris:
        kode, sel = baris.kode, _cell(baris, terbaca, "kode")
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


def _check_f1(terbaca: LembarTerbaca, unit: Unit, acuan: Acuan, catat: PencatatTemuan) -> None:
    ada = {baris.kode: baris for baris in reversed(terbaca.baris)}
    for row in acuan.list_indikator(unit):
        kode = row["kode"]
        if kode not in ada:
            catat.add(
                "indikator-tidak-ada",
                Tingkat.WAJIB,
                f"indikator {kode} {row['nama']} tidak ada dalam formulir. Mohon kembalikan barisnya.",
                kolom="kode",
            )
        else:
            _check_terkunci(ada[kode], row, acuan.target.get(kode, {}), terbaca, catat)
            _check_blank(ada[kode], row, acuan, terbaca, catat)


def _check_terkunci(
    baris: BarisIsian, row: Mapping[str, Any], target: Mapping[str, Any], terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    """Targets and unit were prefilled and locked; a change is named, the planning's value counts."""
    for kolom in TARGET:
        acuan = target.get(kolom.removeprefix("target_"))
        sel = baris.sel.get(kolom)
        if sel is None or not target or _says(sel, acuan):
            continue
        rencana = f"menurut perencanaan {acuan.replace('.', ',')}" if acuan else "perencanaan tidak memuatnya"
        teks = (
            f"{terbaca.lembar.get_kolom(kolom).judul} tertulis '{quote(sel.teks or sel.formula or '')}', sedangkan "
            f"{rencana}. Yang dipakai angka perencanaan; usul perubahan target mohon disampaikan dengan surat."
        )
        catat.add("target-ditimpa", Tingkat.WAJIB if acuan else Tingkat.PERINGATAN, teks, sel=sel, kolom=kolom)
    satuan = baris.sel.get("satuan")
    if satuan is not None and _fold_satuan(satuan.teks) != _fold_satuan(row["satuan"] or ""):
        teks = f"Satuan tertulis '{satuan.teks}', sedangkan menurut perencanaan '{row['satuan']}'. Mohon disamakan."
        catat.add("satuan-berubah", Tingkat.PERINGATAN, teks, sel=satuan, kolom="satuan")


def _says(sel: Sel, acuan: str | None) -> bool:
    """Whether a locked cell still holds the planning's value, in one reading of it; a dash is a blank."""
    nilai = read_nilai(sel)
    if acuan is None:
        return nilai.angka is not None and nilai.angka.status == KOSONG
    bacaan = nilai.angka.alternatif if nilai.angka else ()
    return nilai.teks == acuan or acuan in map(format_kanonik, bacaan)


def _fold_satuan(teks: str) -> str:
    kata = clean_teks(teks).casefold()
    return SATUAN_SAMA.get(kata, kata)


def _check_blank(
    baris: BarisIsian, row: Mapping[str, Any], acuan: Acuan, terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    status = clean_teks(baris.teks("status_data")).casefold()
    tertulis = clean_teks(baris.teks("realisasi")).casefold()
    if STATUS_LAIN.get(status, status) == StatusData.BELUM_RILIS or tertulis in KATA_BELUM_RILIS:
        _check_belum_rilis(baris, row, tertulis, terbaca, catat)
        return
    ditanya = _list_ditanya(row["kode"], acuan)
    terisi = [k for k in ditanya if _is_filled(baris, k)]
    rasio = _is_filled(baris, "pembilang") and _is_filled(baris, "penyebut")
    if ditanya and not terisi and not rasio:
        utama = ditanya[-1]
        if utama in terbaca.kolom:  # else the missing column is the fault, and said
            teks = (
                f"realisasi {row['kode']} {row['nama'] or ''} belum diisi. "
                "Mohon diisi, atau pilih 'belum rilis' pada Status data."
            )
            catat.add("realisasi-kosong", Tingkat.WAJIB, teks, sel=_cell(baris, terbaca, utama), kolom=utama)
    elif terisi and not status and "status_data" in terbaca.kolom:
        teks = f"Status data {row['kode']} belum dipilih dan dibaca sebagai final. Mohon dipilih."
        catat.add("status-kosong", Tingkat.CATATAN, teks, sel=_cell(baris, terbaca, "status_data"), kolom="status_data")
    if status == StatusData.SEMENTARA and not baris.teks("alasan"):
        teks = f"{row['kode']} berstatus sementara tanpa penjelasan. Mohon isi kolom Alasan."
        catat.add("alasan-sementara", Tingkat.PERINGATAN, teks, sel=_cell(baris, terbaca, "alasan"), kolom="alasan")


def _check_belum_rilis(
    baris: BarisIsian, row: Mapping[str, Any], tertulis: str, terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    if not baris.teks("alasan"):
        teks = f"{row['kode']} dinyatakan belum rilis tanpa alasan. Mohon isi kolom Alasan."
        catat.add("alasan-kosong", Tingkat.WAJIB, teks, sel=_cell(baris, terbaca, "alasan"), kolom="alasan")
    if _is_filled(baris, "realisasi") and tertulis not in KATA_BELUM_RILIS:
        teks = (
            f"Realisasi {row['kode']} tertulis '{quote(tertulis)}', sedangkan Status data belum rilis; angkanya tidak "
            "dipakai. Mohon kosongkan angkanya, atau pilih final atau sementara."
        )
        catat.add("belum-rilis-berangka", Tingkat.WAJIB, teks, sel=baris.sel["realisasi"], kolom="realisasi")


def _list_ditanya(kode: str, acuan: Acuan) -> tuple[str, ...]:
    """The columns of which one must be filled; for a quarter those up to it, where the plan has a target for one."""
    if acuan.periode == "tahunan":
        return (*TW, "realisasi")
    kolom: tuple[str, ...] = TW[: int(acuan.periode[-1])]
    target = acuan.target.get(kode, {})
    if acuan.periode == "TW4":
        kolom = (*kolom, "realisasi")
    return kolom if any(target.get(tw) for tw in kolom) else ()


def _cell(baris: BarisIsian, terbaca: LembarTerbaca, kolom: str) -> Sel | str | None:
    """The cell of a row, its address where nothing was typed, None where the column is missing."""
    if kolom in baris.sel:
        return baris.sel[kolom]
    return baris.alamat(terbaca.kolom[kolom]) if kolom in terbaca.kolom else None


def _is_filled(baris: BarisIsian, kolom: str) -> bool:
    sel = baris.sel.get(kolom)
    return sel is not None and (bool(sel.formula or sel.galat) or bool(clean_teks(sel.teks).strip("- ")))


def _check_f4(terbaca: LembarTerbaca, catat: PencatatTemuan, bukti: Path) -> None:
    for baris in terbaca.baris:
        sel = baris.sel.get("tautan")
        if sel is None or LAYAK.fullmatch(sel.teks.strip()):
            continue
        teks = sel.teks.strip()
        jalur = PurePosixPath(teks.replace("\\", "/").removeprefix("bukti/"))
        if not jalur.parts or sel.formula:
            continue  # nothing named, or reported as a formula
        if len(bagian := re.split(r"[\s;,]+", teks)) > 1 and any(map(LAYAK.fullmatch, bagian)):
            isi = f"tautan '{quote(teks)}' memuat lebih dari satu alamat. Mohon tuliskan satu alamat pada satu baris."
            catat.add("tautan-tidak-layak", Tingkat.WAJIB, isi, sel=sel, kolom="tautan")
        elif ":" in jalur.parts[0] or jalur.is_absolute() or ".." in jalur.parts or "\0" in teks:
            isi = f"tautan '{quote(teks)}' tidak dapat dipakai. Gunakan http://, https://, atau nama berkas di folder bukti."
            catat.add("tautan-tidak-layak", Tingkat.WAJIB, isi, sel=sel, kolom="tautan")
        elif ALAMAT_TANPA_HTTP.fullmatch(teks):
            isi = f"tautan '{quote(teks)}' belum lengkap. Mohon awali dengan https://."
            catat.add("tautan-tidak-lengkap", Tingkat.PERINGATAN, isi, sel=sel, kolom="tautan")
        elif max(len(p.encode()) for p in jalur.parts) > PANJANG_NAMA or not (bukti / jalur).is_file():
            isi = f"berkas '{quote(teks)}' tidak ditemukan di folder bukti. Mohon serahkan atau perbaiki namanya."
            catat.add("bukti-tidak-ada", Tingkat.PERINGATAN, isi, sel=sel, kolom="tautan")


def _check_f5(terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    if not terbaca.baris:
        teks = "pernyataan belum diisi. Mohon isi nama pengisi, jabatan, tanggal, dan atasan yang memeriksa."
        catat.add("pernyataan-kosong", Tingkat.PERINGATAN, teks)
        return
    for kolom in terbaca.lembar.kolom:
        if kolom.wajib and not any(baris.teks(kolom.nama_kolom) for baris in terbaca.baris):
            catat.add(
                "pernyataan-kosong",
                Tingkat.PERINGATAN,
                f"{kolom.judul} belum diisi. Mohon dilengkapi.",
                sel=_cell(terbaca.baris[0], terbaca, kolom.nama_kolom),
                kolom=kolom.nama_kolom,
            )
