"""`lakip mulai FOLDER --dari ARSIP.zip`: next year's folder with history, indicators and follow-ups carried over (R48)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lakip_lib.cleaning.rencana import NAMA_TABEL, clean_rencana
from lakip_lib.delivery.arsip.manifes import MANIFES, Manifes, read_manifes
from lakip_lib.delivery.arsip.periksa import check_arsip
from lakip_lib.delivery.arsip.tercatat import HASIL, LAPORAN, MASUKAN
from lakip_lib.delivery.arsip.zip_baku import list_isi
from lakip_lib.delivery.mulai import Awal, start_folder
from lakip_lib.errors import AlurError, UsageError
from lakip_lib.forms import TABEL_RENCANA
from lakip_lib.forms.isian import BarisIsi, NilaiIsi
from lakip_lib.forms.rencana import write_rencana
from lakip_lib.intake.buku import read_buku
from lakip_lib.intake.rencana import read_rencana
from lakip_lib.istilah import ALASAN_LABEL, Alasan, VersiTarget
from lakip_lib.model import TABEL
from lakip_lib.model.kinerja import load_table
from lakip_lib.settings import Lokasi, read_instansi
from lakip_lib.settings.lanjut import advance_instansi
from lakip_lib.simpan import write_bytes, write_text

Row = Mapping[str, Any]
RENCANA = "perencanaan.xlsx"
SELESAI = re.compile(r"\s*(?:selesai|tuntas|sudah)\b", re.I)  # how people write that a follow-up is done
_ANGKA = re.compile(r"-?\d+(?:\.\d+)?")
_TIGA_DESIMAL = re.compile(r"\d\.\d{3}(?!\d)")  # with a comma it might be thousands


@dataclass(frozen=True)
class Lanjutan:
    """What was made and what was there, and what to look at before the year begins."""

    awal: Awal
    pesan: tuple[str, ...]


def start_from(arsip: bytes, lokasi: Lokasi) -> Lanjutan:
    """Make next year's folder from the archive of this year's report; what is there is never overwritten.

    AlurError where the archive does not prove itself, UsageError where it is of another agency or not of the year before.
    """
    rusak = check_arsip(arsip).temuan
    if rusak:
        raise AlurError("\n".join(["Arsip tidak utuh, sehingga tidak dilanjutkan:", *(f"  - {k}" for k in rusak)]))
    isi = list_isi(arsip)
    manifes = read_manifes(isi[MANIFES])
    assert manifes is not None  # it was checked
    _check_lanjut(manifes, lokasi)
    rencana = carry_rencana(isi, manifes.tahun)
    baru = list(_write_new(lokasi, isi, rencana))
    awal = start_folder(lokasi)
    lama = tuple(p for p in awal.lama if p not in baru)
    return Lanjutan(Awal((*baru, *awal.baru), lama), tuple(_list_pesan(lokasi, rencana)))


def _check_lanjut(manifes: Manifes, lokasi: Lokasi) -> None:
    if (manifes.instansi.kode, manifes.tahun + 1) != (lokasi.instansi, lokasi.tahun):
        raise UsageError(
            f"Arsip {manifes.instansi.kode} tahun {manifes.tahun} hanya dapat dilanjutkan ke folder "
            f"data/raw/{manifes.tahun + 1}/{manifes.instansi.kode}, bukan {lokasi.tahun}/{lokasi.instansi}."
        )


def _write_new(lokasi: Lokasi, isi: Mapping[str, bytes], rencana: Mapping[str, Sequence[BarisIsi]]) -> Iterator[Path]:
    """Write settings, planning and the logo where they are missing; the paths written."""
    if not lokasi.settings.exists():
        teks = isi[f"{MASUKAN}/instansi.toml"].decode("utf-8-sig")
        yield write_text(lokasi.settings, advance_instansi(teks, lokasi.tahun))
    path = lokasi.raw / RENCANA
    if not path.exists():
        write_rencana(path, rencana)
        yield path
    logo = read_instansi(lokasi.settings).instansi.logo
    data = isi.get(f"{MASUKAN}/{logo}")
    if data is not None and not (lokasi.raw / logo).exists():
        yield write_bytes(lokasi.raw / logo, data)


def carry_rencana(isi: Mapping[str, bytes], tahun: int) -> dict[str, list[BarisIsi]]:
    """The rows of next year's planning by sheet, from an archive of the report on `tahun`.

    Promises (PK) up to that year and the output targets of its programs are over; its results become history.
    """
    lama = _read_rencana(isi[f"{MASUKAN}/{RENCANA}"])
    hasil = json.loads(isi[f"{LAPORAN}/hasil.json"])
    rows = dict(lama)
    rows["Target"] = [r for r in lama["Target"] if r["versi"] == VersiTarget.RENSTRA or _is_later(r["tahun"], tahun)]
    terlapor = {(i["kode"], tahun) for i in hasil["indikator"]}
    rows["Riwayat"] = [r for r in lama["Riwayat"] if (r["indikator"], r["tahun"]) not in terlapor]
    rows["Riwayat"] += [_make_riwayat(item, tahun) for item in hasil["indikator"]]
    rows["Program"] = [{**r, "target_keluaran": None} for r in lama["Program"]]
    rows["TindakLanjut"] = [r for r in lama["TindakLanjut"] if not SELESAI.match(r["status"] or "")]
    rows["TindakLanjut"] += _list_rencana_aksi(isi, {i["kode"]: i["nama"] for i in hasil["indikator"]}, tahun)
    return {nama: [_type_row(NAMA_TABEL.get(nama, nama.lower()), row) for row in satu] for nama, satu in rows.items()}


def _type_row(tabel: str, row: Row) -> BarisIsi:
    """A tidy row as one types it."""
    return {k: type_nilai(v) if TABEL[tabel][k] == "nilai" and v is not None else v for k, v in row.items()}


def _read_rencana(data: bytes) -> dict[str, list[Row]]:
    """The planning tables of a workbook as tidy rows by sheet; a sheet it lacks is empty."""
    with TemporaryDirectory() as folder:
        path = write_bytes(Path(folder) / RENCANA, data)
        tabel = clean_rencana(read_rencana(read_buku(path, akar=path.parent))).tabel
    return {t.nama: list(tabel.get(NAMA_TABEL.get(t.nama, t.nama.lower()), [])) for t in TABEL_RENCANA}


def _is_later(nilai: int | None, tahun: int) -> bool:
    return nilai is not None and nilai > tahun


def _make_riwayat(item: Row, tahun: int) -> Row:
    """What hasil.json says of an indikator as a row of history: the capaian as it was printed."""
    alasan = ALASAN_LABEL[Alasan(item["alasan"])] if item["alasan"] else ""
    catatan = "; ".join(filter(None, (alasan, "angka sementara" if item["sementara"] else "")))
    return {
        "indikator": item["kode"],
        "tahun": tahun,
        "target": item["target"],
        "realisasi": item["realisasi"],
        "capaian_tercetak": Decimal(item["capaian"]) if item["capaian"] else None,
        "catatan": catatan or None,
    }


def _list_rencana_aksi(isi: Mapping[str, bytes], nama: Mapping[str, str], tahun: int) -> list[Row]:
    """Each plan that a unit wrote into F2 as something to be followed up, with who and when."""
    tabel = load_table("analisis", isi[f"{HASIL}/analisis.csv"].decode("utf-8"))
    rows: list[Row] = []
    for row in (dict(r) for r in tabel.to_dict("records")):
        if row["tindak_lanjut"]:
            siapa = [("penanggung jawab", row["penanggung_jawab"]), ("waktu", row["waktu"])]
            rinci = "; ".join(f"{kata}: {nilai}" for kata, nilai in siapa if nilai)
            judul = f"Rencana tindak lanjut pada laporan {tahun}, {nama.get(row['indikator'], '')} ({row['indikator']})"
            teks = f"{judul}: {row['tindak_lanjut']}" + (f" ({rinci})" if rinci else "")
            rows.append({"rekomendasi": teks, "tindak_lanjut": None, "status": "belum", "bukti": None})
    return rows


def type_nilai(nilai: str) -> NilaiIsi:
    """A canonical figure as one types it: numbers as such, letters and ranges with a decimal comma that leaves no doubt.

    >>> type_nilai("2.75"), type_nilai("BB (70.01)"), type_nilai("1.275-1.3")
    (Decimal('2.75'), 'BB (70,01)', '1,2750-1,3')
    """
    if _ANGKA.fullmatch(nilai):
        return Decimal(nilai)
    return _TIGA_DESIMAL.sub(r"\g<0>0", nilai).replace(".", ",")


def _list_pesan(lokasi: Lokasi, rencana: Mapping[str, Sequence[BarisIsi]]) -> Iterator[str]:
    settings = read_instansi(lokasi.settings)
    yield (
        f"Ganti tenggat dan tanggal_dokumen pada instansi.toml, periksa nama pejabat, lalu isi target Perjanjian Kinerja "
        f"{lokasi.tahun} dan keluaran program pada perencanaan.xlsx; lembar Pegawai masih seperti tahun lalu."
    )
    if rencana["TindakLanjut"]:
        yield f"{len(rencana['TindakLanjut'])} tindak lanjut dibawa ke lembar TindakLanjut."
    if lokasi.tahun > settings.periode.renstra_akhir:
        yield f"Renstra berakhir pada {settings.periode.renstra_akhir}: ganti masa Renstra, tujuan, sasaran, dan indikatornya."
