"""The cells of a form's row: where one stands or should stand, whether anything was typed, what a locked one says."""

from lakip_lib.checks.catat import PencatatTemuan, quote
from lakip_lib.formats import clean_teks
from lakip_lib.formats.angka import KOSONG
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.isian import BarisIsian, LembarTerbaca
from lakip_lib.intake.nilai import format_kanonik, read_nilai
from lakip_lib.istilah import Tingkat

SATUAN_SAMA = {"persen": "%", "prosen": "%", "persentase": "%", "orang.": "orang"}
BERUBAH = {"satuan": "satuan-berubah", "indikator_keluaran": "keluaran-berubah"}


def find_sel(baris: BarisIsian, terbaca: LembarTerbaca, kolom: str) -> Sel | str | None:
    """The cell of a row, its address where nothing was typed, None where the column is missing."""
    if kolom in baris.sel:
        return baris.sel[kolom]
    return baris.alamat(terbaca.kolom[kolom]) if kolom in terbaca.kolom else None


def is_filled(baris: BarisIsian, kolom: str) -> bool:
    """Whether anything but a dash was typed."""
    sel = baris.sel.get(kolom)
    return sel is not None and (bool(sel.formula or sel.galat) or bool(clean_teks(sel.teks).strip("- ")))


def check_target(
    baris: BarisIsian, kolom: str, acuan: str | None, terbaca: LembarTerbaca, catat: PencatatTemuan
) -> None:
    """A locked target that no longer says what the planning says; the planning's counts."""
    sel = baris.sel.get(kolom)
    if sel is None or _says(sel, acuan):
        return
    rencana = f"menurut perencanaan {acuan.replace('.', ',')}" if acuan else "perencanaan tidak memuatnya"
    teks = (
        f"{terbaca.lembar.get_kolom(kolom).judul} tertulis '{quote(sel.teks or sel.formula or '')}', sedangkan "
        f"{rencana}. Yang dipakai angka perencanaan; usul perubahan target mohon disampaikan dengan surat."
    )
    catat.add("target-ditimpa", Tingkat.WAJIB if acuan else Tingkat.PERINGATAN, teks, sel=sel, kolom=kolom)


def check_teks(baris: BarisIsian, kolom: str, acuan: str | None, terbaca: LembarTerbaca, catat: PencatatTemuan) -> None:
    """A locked text ("satuan", "keluaran") that no longer says what the planning says; the planning's counts."""
    sel = baris.sel.get(kolom)
    if sel is None or _fold(sel.teks) == _fold(acuan or ""):
        return
    judul = terbaca.lembar.get_kolom(kolom).judul
    teks = f"{judul} tertulis '{quote(sel.teks)}', sedangkan menurut perencanaan '{acuan}'. Mohon disamakan."
    catat.add(BERUBAH[kolom], Tingkat.PERINGATAN, teks, sel=sel, kolom=kolom)


def _says(sel: Sel, acuan: str | None) -> bool:
    """Whether a locked cell still holds the planning's value, in one reading of it; a dash is a blank."""
    nilai = read_nilai(sel)
    if acuan is None:
        return nilai.angka is not None and nilai.angka.status == KOSONG
    bacaan = nilai.angka.alternatif if nilai.angka else ()
    return nilai.teks == acuan or acuan in map(format_kanonik, bacaan)


def _fold(teks: str) -> str:
    kata = clean_teks(teks).casefold()
    return SATUAN_SAMA.get(kata, kata)
