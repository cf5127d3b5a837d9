"""The answer to each unit: its form back with the findings marked, a nota of one page, a CSV for machines."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lakip_lib.checks.berkas import find_rusak
from lakip_lib.cleaning.rencana import HasilBersih
from lakip_lib.forms.isian import IsiFormulir, KunciSel, NilaiIsi, Tanda
from lakip_lib.forms.nota import KepalaNota, write_balasan_csv, write_nota
from lakip_lib.forms.siapkan import build_isi_formulir
from lakip_lib.forms.tulis import write_balasan
from lakip_lib.intake.isian import Isian
from lakip_lib.settings import Instansi, Lokasi, Unit
from lakip_lib.temuan import Temuan, sort_temuan

SHEET = {"tujuan": "Tujuan", "sasaran": "Sasaran", "indikator": "Indikator", "target": "Target", "program": "Program"}


def build_formulir(
    settings: Instansi, unit: Unit, rencana: HasilBersih, anggaran: Sequence[Mapping[str, Any]], periode: str
) -> IsiFormulir:
    """What stands in a unit's blank form: its indikator and targets, its sub kegiatan with their ceiling."""
    rows = {SHEET[nama]: [_plain(row) for row in tabel] for nama, tabel in rencana.tabel.items() if nama in SHEET}
    pagu = {row["kode"]: row["pagu"] for row in anggaran if row["pagu"] is not None}
    return build_isi_formulir(settings, unit.kode, rows, periode=periode, pagu=pagu)


def _plain(row: Mapping[str, Any]) -> dict[str, NilaiIsi]:
    """Canonical figures as a person types them: a decimal comma in texts, numbers as numbers."""
    return {nama: show_nilai(value) for nama, value in row.items()}


def show_nilai(value: Any) -> Any:
    """A canonical figure for a form: a number where it is one, else its text in Indonesian notation."""
    if not isinstance(value, str):
        return value
    try_number = value.removeprefix("-").replace(".", "", 1)
    if try_number.isdecimal() and value == value.strip():
        return float(value) if "." in value else int(value)
    return value


def write_answers(
    lokasi: Lokasi,
    settings: Instansi,
    formulir: Mapping[str, IsiFormulir],
    isian: Mapping[str, Isian],
    temuan: Mapping[str, Sequence[Temuan]],
) -> None:
    """Write balasan/<unit>.xlsx, .docx and .csv for every unit that sent a form, and a nota to those that did not."""
    folder = lokasi.reports / "balasan"
    for unit in settings.unit:
        found = sort_temuan(temuan.get(unit.kode, ()))
        isi = formulir[unit.kode]
        sent = isian.get(unit.kode)
        if sent is not None:
            nilai = list_nilai(sent)
            write_balasan(folder / f"{unit.kode}.xlsx", isi, nilai, [make_tanda(t, sent) for t in found])
        write_nota(folder / f"{unit.kode}.docx", isi, found, kepala=make_kepala(settings, unit))
        write_balasan_csv(folder / f"{unit.kode}.csv", found)


def list_nilai(isian: Isian) -> dict[KunciSel, NilaiIsi]:
    """What a unit typed, by (lembar, row key, kolom): numbers as numbers, everything else as the text it was."""
    nilai: dict[KunciSel, NilaiIsi] = {}
    for kode, terbaca in isian.lembar.items():
        for baris in terbaca.baris:
            for kolom, sel in baris.sel.items():
                polos = sel.formula is None and sel.galat is None and isinstance(sel.nilai, int | float)
                nilai[kode, baris.kunci, kolom] = (
                    sel.nilai if polos and not isinstance(sel.nilai, bool) else (sel.formula or sel.teks)
                )
    return nilai


def make_tanda(temuan: Temuan, isian: Isian) -> Tanda:
    """A finding with its place in the form, found by sheet and cell."""
    for kode, terbaca in isian.lembar.items():
        if terbaca.nama != temuan.lembar:
            continue
        for baris in terbaca.baris:
            for kolom, sel in baris.sel.items():
                if sel.alamat == temuan.sel:
                    return Tanda(temuan.pesan, temuan.tingkat, kode, baris.kunci, kolom, temuan.sel, temuan.nilai)
        return Tanda(temuan.pesan, temuan.tingkat, kode, sel=temuan.sel, nilai=temuan.nilai)
    return Tanda(temuan.pesan, temuan.tingkat, sel=temuan.sel, nilai=temuan.nilai)


def make_kepala(settings: Instansi, unit: Unit) -> KepalaNota:
    """Who answers, when, and until when."""
    sekretaris = settings.pejabat.sekretaris
    return KepalaNota(
        dari=sekretaris.jabatan_tercetak or "Sekretaris",
        tanggal=settings.periode.tanggal_dokumen,
        tenggat=settings.periode.tenggat,
        nama=sekretaris.nama,
        nip=sekretaris.nip_tercetak,
        kepada=unit.kepala,
    )


def split_temuan(
    temuan: Iterable[Temuan], isian: Mapping[str, Isian], units: Iterable[Unit]
) -> dict[str, list[Temuan]]:
    """The findings each unit must answer: those on its file, and the one that its form is missing."""
    pemilik = {sent.buku.berkas: kode for kode, sent in isian.items()}
    unit = list(units)
    groups: dict[str, list[Temuan]] = {u.kode: [] for u in unit}
    for t in temuan:
        kode = pemilik.get(t.berkas) or (t.nilai if t.aturan == "formulir-belum-masuk" else None)
        rusak = [u.kode for u in unit if t.aturan == "berkas-tidak-terbaca" and find_rusak(u, [t])]
        for tujuan in [kode] if kode in groups else rusak:
            groups[str(tujuan)].append(t)
    return groups
