"""Which submitted file counts for which unit, and which cannot count at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lakip_lib.checks.acuan import Acuan
from lakip_lib.formats import parse_tanggal
from lakip_lib.intake.isian import Isian, guess_unit
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Unit
from lakip_lib.temuan import Temuan
from lakip_lib.urutan import natural_key

TAHUN = re.compile(r"\b(20\d\d)\b")
TERLAMA = date(1900, 1, 1)


class Pilihan(NamedTuple):
    """The form that counts for each unit (by kode, in the order of instansi.toml), and the findings of choosing."""

    isian: dict[str, Isian]
    temuan: list[Temuan]


def choose_isian(daftar: Sequence[Isian], acuan: Acuan, tak_terbaca: Sequence[Temuan] = ()) -> Pilihan:
    """One form a unit, of this agency, year and period: the latest of several; a missing one is a finding."""
    groups: defaultdict[str, list[Isian]] = defaultdict(list)
    temuan: list[Temuan] = []
    pemilik = {kode: row["unit"] or "" for kode, row in acuan.indikator.items()}
    units = {unit.kode: unit for unit in acuan.settings.unit}
    for isian in daftar:
        salah = check_meta(isian, acuan)
        pengirim = guess_unit(isian, list(units), pemilik)
        if salah:
            temuan.append(salah)
        elif pengirim is None:
            temuan.append(_report_unknown_unit(isian))
        else:
            groups[pengirim].append(isian)
    chosen: dict[str, Isian] = {}
    for kode, unit in units.items():
        if groups[kode]:
            chosen[kode], repeats = _choose_latest(groups[kode], unit)
            temuan.extend(repeats)
        elif acuan.list_indikator(unit) and not find_rusak(unit, tak_terbaca):
            temuan.append(_report_missing(unit))
    return Pilihan(chosen, temuan)


def check_meta(isian: Isian, acuan: Acuan) -> Temuan | None:
    """A form of another agency, year or period is named and does not count; None where it may."""
    berkas, meta, settings = isian.buku.berkas, isian.meta, acuan.settings
    tahun = str(settings.periode.tahun)
    if meta.get("instansi", settings.instansi.kode) != settings.instansi.kode:
        pesan = (
            f"{berkas}: formulir ini milik instansi '{meta['instansi']}', bukan '{settings.instansi.kode}'. "
            "Mohon kirim formulir instansi ini."
        )
        return Temuan(berkas, "formulir-instansi-lain", Tingkat.WAJIB, pesan, nilai=meta["instansi"])
    found = meta.get("tahun") or next((m[1] for teks in isian.judul if (m := TAHUN.search(teks))), tahun)
    if found != tahun:
        pesan = (
            f"{berkas}: formulir ini untuk tahun {found}. Mohon isi formulir tahun {tahun}; isian ini tidak dipakai."
        )
        return Temuan(berkas, "formulir-tahun-lain", Tingkat.WAJIB, pesan, nilai=found)
    if meta.get("periode", acuan.periode) != acuan.periode and acuan.periode == "tahunan":
        pesan = (
            f"{berkas}: formulir ini untuk periode {meta['periode']}, bukan setahun penuh. Mohon isi formulir tahunan; "
            "isian ini tidak dipakai."
        )
        return Temuan(berkas, "formulir-periode-lain", Tingkat.WAJIB, pesan, nilai=meta["periode"])
    return None


def _report_unknown_unit(isian: Isian) -> Temuan:
    berkas = isian.buku.berkas
    pesan = (
        f"{berkas}: tidak dapat diketahui unit pengirimnya, sehingga isian belum dipakai. "
        "Gunakan formulir yang dikirim, atau beri nama berkas dengan kode unit."
    )
    return Temuan(berkas, "unit-tidak-dikenal", Tingkat.WAJIB, pesan)


def find_rusak(unit: Unit, tak_terbaca: Iterable[Temuan]) -> list[Temuan]:
    """The findings on unreadable files whose name says they are that unit's."""
    return [t for t in tak_terbaca if unit.kode.casefold() in t.berkas.rpartition("/")[2].casefold()]


def _report_missing(unit: Unit) -> Temuan:
    pesan = f"{unit.nama} ({unit.kode}): formulir belum diterima. Mohon dikirim sebelum laporan disusun."
    return Temuan("isian", "formulir-belum-masuk", Tingkat.WAJIB, pesan, nilai=unit.kode)


def read_tanggal_isian(isian: Isian) -> date:
    """The date the form says it was filled (F5), the earliest possible where it says none."""
    dates = [parse_tanggal(row.teks("tanggal")) for row in isian.rows("F5") if row.teks("tanggal")]
    return max((d for d in dates if d is not None), default=TERLAMA)


def _choose_latest(daftar: list[Isian], unit: Unit) -> tuple[Isian, list[Temuan]]:
    def order(isian: Isian) -> tuple[object, ...]:
        versi = isian.meta.get("versi", "")
        nama = isian.buku.berkas.rpartition("/")[2].rpartition(".")[0]
        return natural_key(versi), read_tanggal_isian(isian), natural_key(nama)

    ordered = sorted(daftar, key=order)
    dipakai = ordered[-1]
    temuan = [
        Temuan(
            lama.buku.berkas,
            "formulir-ganda",
            Tingkat.CATATAN,
            f"{lama.buku.berkas}: {unit.nama} mengirim lebih dari satu formulir. Yang dipakai {dipakai.buku.berkas}, "
            "versi yang lebih baru.",
        )
        for lama in ordered[:-1]
    ]
    return dipakai, temuan
