"""perencanaan.xlsx as typed: one table a sheet, header in row 1, columns by name in any order, extras ignored."""

from collections.abc import Iterator
from dataclasses import dataclass

from lakip_lib.forms.kolom_rencana import TABEL_RENCANA
from lakip_lib.forms.skema import KolomIsian, TabelRencana
from lakip_lib.intake.grid import Buku, Lembar, Sel
from lakip_lib.istilah import Tingkat
from lakip_lib.temuan import Temuan


@dataclass(frozen=True)
class BarisRencana:
    """One row: its Excel number and its non-empty cells by column identifier."""

    baris: int
    sel: dict[str, Sel]


@dataclass(frozen=True)
class TabelTerbaca:
    """One planning table as typed."""

    tabel: TabelRencana
    lembar: str
    kolom: dict[str, int]  # column identifier -> column number
    baris: tuple[BarisRencana, ...]


@dataclass(frozen=True)
class RencanaTerbaca:
    """perencanaan.xlsx as typed: its tables by sheet name, and the findings on its layout."""

    buku: Buku
    tabel: dict[str, TabelTerbaca]
    temuan: tuple[Temuan, ...]


def read_rencana(buku: Buku) -> RencanaTerbaca:
    """The planning tables of a workbook; missing sheets and required columns are findings (wajib)."""
    tabel: dict[str, TabelTerbaca] = {}
    temuan: list[Temuan] = list(buku.temuan)
    for skema in TABEL_RENCANA:
        lembar = buku.get_lembar(skema.nama)
        if lembar is None:
            temuan.extend(_report_missing_sheet(buku, skema))
            continue
        kolom = {k.nama_kolom: nomor for k, nomor in _match_header(lembar, skema)}
        temuan.extend(_report_missing_columns(buku, lembar, skema, kolom))
        tabel[skema.nama] = TabelTerbaca(skema, lembar.nama, kolom, tuple(_read_rows(lembar, kolom)))
    return RencanaTerbaca(buku, tabel, tuple(temuan))


def _match_header(lembar: Lembar, skema: TabelRencana) -> Iterator[tuple[KolomIsian, int]]:
    seen: set[str] = set()
    for (baris, nomor), sel in sorted(lembar.sel.items()):
        kolom = skema.match_kolom(sel.teks) if baris == 1 else None
        if kolom and kolom.nama_kolom not in seen:
            seen.add(kolom.nama_kolom)
            yield kolom, nomor


def _read_rows(lembar: Lembar, kolom: dict[str, int]) -> Iterator[BarisRencana]:
    for baris, sel in lembar.rows():
        cells = {nama: sel[nomor] for nama, nomor in kolom.items() if nomor in sel and _is_typed(sel[nomor])}
        if baris > 1 and cells:
            yield BarisRencana(baris, cells)


def _is_typed(sel: Sel) -> bool:
    return bool(sel.teks.strip()) or sel.formula is not None or sel.galat is not None


def _report_missing_sheet(buku: Buku, skema: TabelRencana) -> list[Temuan]:
    if not skema.wajib:
        return []
    inti = skema.nama in {"Sasaran", "Indikator", "Target"}
    pesan = f"{buku.berkas}: lembar '{skema.nama}' tidak ada. " + (
        "Tambahkan lembar itu sebelum laporan disusun." if inti else "Tambahkan bila datanya ada."
    )
    tingkat = Tingkat.WAJIB if inti else Tingkat.CATATAN
    return [Temuan(buku.berkas, "lembar-tidak-ada", tingkat, pesan, lembar=skema.nama)]


def _report_missing_columns(buku: Buku, lembar: Lembar, skema: TabelRencana, kolom: dict[str, int]) -> list[Temuan]:
    if not lembar.sel:
        return []
    return [
        Temuan(
            buku.berkas,
            "kolom-tidak-ada",
            Tingkat.WAJIB,
            f"Lembar {lembar.nama} pada {buku.berkas}: kolom '{nama}' tidak ada pada baris 1. Tambahkan kolom itu.",
            lembar=lembar.nama,
            kolom=nama,
        )
        for nama in skema.wajib
        if nama not in kolom
    ]
