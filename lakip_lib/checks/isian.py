"""Findings on one unit's form: layout, codes, locked cells, blanks, evidence, statement."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from lakip_lib.checks.acuan import Acuan
from lakip_lib.checks.catat import PencatatTemuan
from lakip_lib.formats import clean_teks
from lakip_lib.forms.kolom import LEMBAR_ISIAN
from lakip_lib.forms.skema import LembarIsian
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.isian import BarisIsian, Isian, LembarTerbaca
from lakip_lib.intake.nilai import read_nilai
from lakip_lib.istilah import TW, StatusData, Tingkat
from lakip_lib.settings import Unit
from lakip_lib.temuan import Temuan

LAYAK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
RUMUS = re.compile(r"^\s*[=+@-]\s*[A-Za-z(\"']")
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
    for skema in LEMBAR_ISIAN:
        if skema.kode not in isian.lembar:
            tingkat = Tingkat.WAJIB if skema.kode == "F1" else Tingkat.PERINGATAN
            pesan = f"{berkas}: lembar {skema.nama} tidak ditemukan. Mohon kirim formulir dengan lembar itu terisi."
            yield Temuan(berkas, "lembar-tidak-ada", tingkat, pesan, lembar=skema.nama)
    for kemampuan in isian.buku.tak_diperiksa:
        pesan = f"{berkas}: {kemampuan} pada jenis berkas ini tidak dapat diperiksa. Gunakan .xlsx bila memungkinkan."
        yield Temuan(berkas, "tidak-dapat-diperiksa", Tingkat.CATATAN, pesan, nilai=kemampuan)


def _list_hilang(skema: LembarIsian, terbaca: LembarTerbaca) -> list[str]:
    return [k.judul for k in skema.kolom if (k.wajib or k.nama_kolom == "alasan") and k.nama_kolom not in terbaca.kolom]


def _check_rows(terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    for judul in _list_hilang(terbaca.lembar, terbaca):
        catat.add("kolom-tidak-ada", Tingkat.WAJIB, f"kolom '{judul}' tidak ditemukan. Mohon kembalikan kolom itu.")
    for judul in terbaca.tak_dikenal:
        catat.add("kolom-tambahan", Tingkat.CATATAN, f"kolom '{judul}' tidak ada pada formulir dan tidak dibaca.")
    for baris in terbaca.total:
        catat.add("baris-total", Tingkat.CATATAN, f"baris {baris.baris} adalah jumlah dan tidak dibaca sebagai isian.")
    for baris in terbaca.baris:
        if baris.tersembunyi:
            catat.add(
                "baris-tersembunyi",
                Tingkat.PERINGATAN,
                f"baris {baris.baris} ({baris.kode or 'tanpa kode'}) tersembunyi dan tetap dibaca. Mohon diperiksa.",
            )
        _check_rumus(baris, terbaca, catat)


def _check_rumus(baris: BarisIsian, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A formula where text belongs is carried as text into the report and into no cell of ours."""
    for nama, sel in baris.sel.items():
        kolom = terbaca.lembar.get_kolom(nama)
        if kolom.jenis in {"teks", "tautan"} and (sel.formula or RUMUS.match(sel.teks)):
            isi = sel.formula or sel.teks
            teks = f"{kolom.judul} berisi rumus '{isi}'. Rumus dibaca sebagai teks biasa; mohon diganti."
            catat.add("rumus-dalam-teks", Tingkat.PERINGATAN, teks, sel=sel, kolom=nama)


def _check_kode(terbaca: LembarTerbaca, unit: Unit, acuan: Acuan, catat: PencatatTemuan) -> None:
    if terbaca.lembar.kode not in {"F1", "F2"}:
        return
    seen: set[str] = set()
    for baris in terbaca.baris:
        kode, sel = baris.kode, baris.sel.get("kode")
        if not kode:
            teks = f"baris {baris.baris} tidak mempunyai kode dan tidak dibaca. Mohon isi kode indikatornya."
            catat.add("kode-kosong", Tingkat.WAJIB, teks)
        elif kode not in acuan.indikator:
            teks = f"kode '{kode}' tidak ada dalam perencanaan, sehingga tidak dibaca. Mohon gunakan kode yang ada."
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
            _check_blank(ada[kode], row, acuan.periode, terbaca, catat)


def _check_terkunci(
    baris: BarisIsian, row: Mapping[str, Any], target: Mapping[str, Any], terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    """Targets and unit were prefilled and locked; a change is named, the planning's value counts."""
    for kolom in TARGET:
        acuan = target.get(kolom.removeprefix("target_"))
        sel = baris.sel.get(kolom)
        if sel is None or acuan is None:
            continue
        if read_nilai(sel).teks != acuan:
            judul = terbaca.lembar.get_kolom(kolom).judul
            teks = (
                f"{judul} tertulis '{sel.teks}', sedangkan menurut perencanaan {acuan.replace('.', ',')}. "
                "Yang dipakai angka perencanaan; usul perubahan target mohon disampaikan dengan surat."
            )
            catat.add("target-ditimpa", Tingkat.WAJIB, teks, sel=sel, kolom=kolom)
    satuan = baris.sel.get("satuan")
    if satuan is not None and _fold_satuan(satuan.teks) != _fold_satuan(row["satuan"] or ""):
        teks = f"Satuan tertulis '{satuan.teks}', sedangkan menurut perencanaan '{row['satuan']}'. Mohon disamakan."
        catat.add("satuan-berubah", Tingkat.PERINGATAN, teks, sel=satuan, kolom="satuan")


def _fold_satuan(teks: str) -> str:
    kata = clean_teks(teks).casefold()
    return SATUAN_SAMA.get(kata, kata)


def _check_blank(
    baris: BarisIsian, row: Mapping[str, Any], periode: str, terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    status = clean_teks(baris.teks("status_data")).casefold()
    tertulis = clean_teks(baris.teks("realisasi")).casefold()
    belum_rilis = status == StatusData.BELUM_RILIS or tertulis in {"n/a", "belum rilis", "na", "n.a"}
    if belum_rilis:
        if not baris.teks("alasan"):
            teks = f"{row['kode']} dinyatakan belum rilis tanpa alasan. Mohon isi kolom Alasan."
            catat.add("alasan-kosong", Tingkat.WAJIB, teks, sel=_cell(baris, terbaca, "alasan"), kolom="alasan")
        return
    kolom = TW if periode == "tahunan" else TW[: int(periode[-1])]
    terisi = [k for k in (*kolom, *(["realisasi"] if periode == "tahunan" else [])) if _is_filled(baris, k)]
    if not terisi and not (_is_filled(baris, "pembilang") and _is_filled(baris, "penyebut")):
        teks = f"realisasi {row['kode']} {row['nama']} belum diisi. Mohon diisi, atau pilih 'belum rilis'."
        catat.add("realisasi-kosong", Tingkat.WAJIB, teks, sel=_cell(baris, terbaca, "realisasi"), kolom="realisasi")
    elif not status:
        teks = f"Status data {row['kode']} belum dipilih dan dibaca sebagai final. Mohon dipilih."
        catat.add("status-kosong", Tingkat.CATATAN, teks, sel=_cell(baris, terbaca, "status_data"), kolom="status_data")
    if status == StatusData.SEMENTARA and not baris.teks("alasan"):
        teks = f"{row['kode']} berstatus sementara tanpa penjelasan. Mohon isi kolom Alasan."
        catat.add("alasan-sementara", Tingkat.PERINGATAN, teks, sel=_cell(baris, terbaca, "alasan"), kolom="alasan")


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
        if (
            ":" in teks.split("/")[0]
            or teks.startswith(("/", "\\"))
            or ".." in PurePosixPath(teks.replace("\\", "/")).parts
        ):
            catat.add(
                "tautan-tidak-layak",
                Tingkat.WAJIB,
                f"tautan '{teks}' tidak dapat dipakai. Gunakan http://, https://, atau nama berkas di folder bukti.",
                sel=sel,
                kolom="tautan",
            )
        elif not (bukti / teks.removeprefix("bukti/")).is_file():
            catat.add(
                "bukti-tidak-ada",
                Tingkat.PERINGATAN,
                f"berkas '{teks}' tidak ditemukan di folder bukti. Mohon serahkan berkasnya atau perbaiki namanya.",
                sel=sel,
                kolom="tautan",
            )


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
