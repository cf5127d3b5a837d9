"""The answer to each unit: its form back with the findings marked, a nota of one page, a CSV for machines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_from_string

from lakip_lib.cleaning.rencana import HasilBersih
from lakip_lib.forms.daftar_temuan import write_balasan_csv
from lakip_lib.forms.isian import IsiFormulir, KunciSel, NilaiIsi, Tanda
from lakip_lib.forms.nota import BELUM_MASUK, KepalaNota, write_nota
from lakip_lib.forms.siapkan import build_isi_formulir
from lakip_lib.forms.skema import Jenis
from lakip_lib.forms.tulis import write_balasan
from lakip_lib.intake.grid import Sel
from lakip_lib.intake.isian import Isian, find_unit
from lakip_lib.model import TABEL
from lakip_lib.settings import Instansi, Lokasi, Unit
from lakip_lib.surat.pihak import leads_sekretariat, name_kepala_unit
from lakip_lib.temuan import Temuan, sort_temuan

SHEET = {"tujuan": "Tujuan", "sasaran": "Sasaran", "indikator": "Indikator", "target": "Target", "program": "Program"}


def build_formulir(
    settings: Instansi, unit: Unit, rencana: HasilBersih, anggaran: Sequence[Mapping[str, Any]], periode: str
) -> IsiFormulir:
    """What stands in a unit's blank form: its indikator and targets, its sub kegiatan with their ceiling."""
    rows = {SHEET[nama]: [_plain(nama, row) for row in tabel] for nama, tabel in rencana.tabel.items() if nama in SHEET}
    pagu = {row["kode"]: row["pagu"] for row in anggaran if row["pagu"] is not None}
    return build_isi_formulir(settings, unit.kode, rows, periode=periode, pagu=pagu)


def _plain(tabel: str, row: Mapping[str, Any]) -> dict[str, NilaiIsi]:
    """Canonical figures as a person types them; codes and texts stay the text they are ("2.20" is a code)."""
    figures = {nama for nama, jenis in TABEL[tabel].items() if jenis == "nilai"}
    return {nama: show_nilai(value) if nama in figures else value for nama, value in row.items()}


def show_nilai(value: Any) -> Any:
    """A canonical figure for a form: a number where it is one, else its text in Indonesian notation ("BB (70,01)")."""
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value):
        return float(value) if "." in value else int(value)
    return re.sub(r"(?<=[0-9])\.(?=[0-9])", ",", value)


def write_answers(
    lokasi: Lokasi,
    settings: Instansi,
    formulir: Mapping[str, IsiFormulir],
    isian: Mapping[str, Isian],
    temuan: Mapping[str, Sequence[Temuan]],
) -> None:
    """Write balasan/<unit>.xlsx, .docx and .csv for every unit that sent a form, and a nota to those that did not."""
    folder = lokasi.reports / "balasan"
    folder.mkdir(parents=True, exist_ok=True)
    for path in (p for p in folder.iterdir() if p.is_file()):
        path.unlink()  # answers to what is no longer there must not go out again
    for unit in settings.unit:
        found = sort_temuan(temuan.get(unit.kode, ()))
        isi = formulir[unit.kode]
        sent = isian.get(unit.kode)
        if sent is not None:
            nilai = list_nilai(sent)
            write_balasan(folder / f"{unit.kode}.xlsx", isi, nilai, [make_tanda(t, sent) for t in found])
        write_nota(folder / f"{unit.kode}.docx", isi, found, kepala=make_kepala(settings, unit, masuk=sent is not None))
        write_balasan_csv(folder / f"{unit.kode}.csv", found)


def list_nilai(isian: Isian) -> dict[KunciSel, NilaiIsi]:
    """What a unit typed, by (lembar, row key, kolom): numbers and dates as such, everything else as the text it was.

    A formula comes back as its result where a number or date is asked, as its own text elsewhere.
    """
    return {
        (kode, baris.kunci, kolom): _show_sel(sel, terbaca.lembar.get_kolom(kolom).jenis)
        for kode, terbaca in isian.lembar.items()
        for baris in terbaca.baris
        for kolom, sel in baris.sel.items()
    }


def _show_sel(sel: Sel, jenis: Jenis) -> NilaiIsi:
    if jenis == "tanggal" and isinstance(sel.nilai, date):
        return sel.nilai
    angka = isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool)
    if angka and not sel.galat and "%" not in sel.teks and (sel.formula is None or jenis in {"angka", "rupiah"}):
        return sel.nilai
    return sel.teks if sel.formula is None or (angka and "%" in sel.teks) else sel.formula


def make_tanda(temuan: Temuan, isian: Isian) -> Tanda:
    """A finding with its place in the form, found by sheet and cell, typed or blank."""
    kode = next((k for k, terbaca in isian.lembar.items() if terbaca.nama == temuan.lembar), None)
    if kode is None or temuan.sel is None:
        return Tanda(temuan.pesan, temuan.tingkat, kode, sel=temuan.sel, nilai=temuan.nilai)
    huruf, nomor = coordinate_from_string(temuan.sel)
    terbaca = isian.lembar[kode]
    kunci = next((baris.kunci for baris in terbaca.baris if baris.baris == nomor), None)
    kolom = next((nama for nama, k in terbaca.kolom.items() if k == column_index_from_string(huruf)), None)
    if kunci is None or kolom is None:
        return Tanda(temuan.pesan, temuan.tingkat, kode, sel=temuan.sel, nilai=temuan.nilai)
    return Tanda(temuan.pesan, temuan.tingkat, kode, kunci, kolom, temuan.sel, temuan.nilai)


def make_kepala(settings: Instansi, unit: Unit, *, masuk: bool = True) -> KepalaNota:
    """Who answers and where, and until when an answer is asked; `masuk`: whether the unit's form could be read.

    The Sekretaris answers, but does not write to himself: the head of the program section writes to the Sekretariat.
    """
    sekretaris, kasubag = settings.pejabat.sekretaris, settings.pejabat.kasubag_program
    sendiri = leads_sekretariat(settings, unit)
    dari = kasubag if sendiri else sekretaris
    return KepalaNota(
        dari=dari.jabatan_tercetak or ("Kepala Subbagian Program" if sendiri else "Sekretaris"),
        tenggat=settings.periode.tenggat,
        tempat=settings.instansi.ibu_kota,
        nama=dari.nama,
        nip=dari.nip_tercetak,
        kepada=name_kepala_unit(unit, (sekretaris.jabatan_tercetak or "Sekretaris") if sendiri else ""),
        masuk=masuk,
        pemda=settings.instansi.pemda_tercetak,
    )


def split_temuan(
    temuan: Iterable[Temuan],
    isian: Mapping[str, Isian],
    units: Iterable[Unit],
    pemilik: Mapping[str, str] | None = None,
) -> dict[str, list[Temuan]]:
    """The findings each unit must answer: on its files (`pemilik`: the unit of each), and that its form is missing."""
    files = {**(pemilik or {}), **{sent.buku.berkas: kode for kode, sent in isian.items()}}
    groups: dict[str, list[Temuan]] = {unit.kode: [] for unit in units}
    for t in temuan:
        kode = files.get(t.berkas) or (t.nilai if t.aturan == BELUM_MASUK else None)
        if kode is None and t.aturan == "berkas-tidak-terbaca" and t.berkas.startswith("isian/"):
            kode = find_unit(t.berkas, list(groups))
        if kode in groups:
            groups[kode].append(t)
    return groups
