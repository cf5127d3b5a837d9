"""Which submitted file counts for which unit, and which cannot count at all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from lakip_lib.checks.acuan import Acuan
from lakip_lib.formats import parse_tanggal
from lakip_lib.forms.kolom import LEMBAR_CATATAN
from lakip_lib.intake.isian import Isian, find_unit, guess_unit
from lakip_lib.istilah import Tingkat
from lakip_lib.settings import Unit
from lakip_lib.temuan import Temuan
from lakip_lib.urutan import natural_key

TAHUN = re.compile(r"\b(20\d\d)\b")
DISIMPAN = "berkas itu disimpan lebih akhir, sedangkan tanggal pengisiannya sama"
TERLAMA = date(1900, 1, 1)
BUKAN_FORMULIR = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".doc", ".zip", ".rar")  # what people send beside a form


class Pilihan(NamedTuple):
    """The form that counts for each unit (by kode, in the order of instansi.toml), and the findings of choosing.

    `pemilik` is the unit of every file that was opened, also of those that do not count.
    """

    isian: dict[str, Isian]
    temuan: list[Temuan]
    pemilik: dict[str, str]


def choose_isian(daftar: Sequence[Isian], acuan: Acuan, tak_terbaca: Sequence[Temuan] = ()) -> Pilihan:
    """One form a unit, of this agency, year and period: the latest of several; a missing one is a finding.

    A file that cannot count is wajib for a unit that has no other, a catatan for one that has.
    """
    units = {unit.kode: unit for unit in acuan.settings.unit}
    indikator = {kode: row["unit"] or "" for kode, row in acuan.indikator.items()}
    kirim = [(isian, guess_unit(isian, list(units), indikator)) for isian in daftar]
    pemilik = {isian.buku.berkas: unit for isian, unit in kirim if unit}
    ditolak = {isian.buku.berkas: salah for isian, _ in kirim if (salah := check_meta(isian, acuan))}
    temuan: list[Temuan] = []
    chosen: dict[str, Isian] = {}
    for kode, unit in units.items():
        own = [isian for isian, pengirim in kirim if pengirim == kode]
        layak = [isian for isian in own if isian.buku.berkas not in ditolak]
        if layak:
            chosen[kode], repeats = _choose_latest(layak, unit)
            temuan += [*repeats, *_check_sender(chosen[kode], unit, list(units))]
        elif not own and not find_rusak(unit, tak_terbaca, list(units)):
            temuan += _report_missing(unit, acuan)
    for berkas, salah in ditolak.items():
        temuan.append(_weigh(salah, pemilik.get(berkas), chosen, surat=salah.aturan == "bukan-formulir"))
    temuan += [
        _report_unknown_unit(isian) for isian, unit in kirim if not unit and isian.buku.berkas not in ditolak and units
    ]
    return Pilihan(chosen, temuan, pemilik)


def _weigh(salah: Temuan, unit: str | None, isian: Mapping[str, Isian], *, surat: bool) -> Temuan:
    """A refused file: a catatan where its unit has a form that counts, a peringatan for a letter or picture of nobody."""
    if unit in isian:
        return replace(salah, tingkat=Tingkat.CATATAN)
    return replace(salah, tingkat=Tingkat.PERINGATAN) if unit is None and surat else salah


def check_meta(isian: Isian, acuan: Acuan) -> Temuan | None:
    """A file that is no form, or one of another agency, year or period, is named and does not count."""
    berkas, meta, settings = isian.buku.berkas, isian.meta, acuan.settings
    tahun, instansi = str(settings.periode.tahun), settings.instansi.kode
    if not isian.lembar:
        pesan = f"{berkas}: tidak memuat lembar formulir yang dikenal. Mohon kirim formulir yang dibagikan, terisi."
        return Temuan(berkas, "bukan-formulir", Tingkat.WAJIB, pesan)
    if meta.get("instansi", instansi) != instansi:
        pesan = (
            f"{berkas}: formulir ini milik instansi '{meta['instansi']}', bukan '{instansi}'. "
            "Mohon kirim formulir instansi ini."
        )
        return Temuan(berkas, "formulir-instansi-lain", Tingkat.WAJIB, pesan, nilai=meta["instansi"])
    found = meta.get("tahun") or _guess_tahun(isian, tahun)
    if found != tahun:
        pesan = (
            f"{berkas}: formulir ini untuk tahun {found}; isian ini tidak dipakai. Mohon isi formulir tahun {tahun}."
        )
        return Temuan(berkas, "formulir-tahun-lain", Tingkat.WAJIB, pesan, nilai=found)
    periode = meta.get("periode", "tahunan")
    if periode != "tahunan" and periode < acuan.periode:  # "TW1" < "TW2" < "tahunan": its later quarters are locked
        wanted = "tahunan" if acuan.periode == "tahunan" else acuan.periode
        pesan = f"{berkas}: formulir ini untuk periode {periode}; isian ini tidak dipakai. Mohon isi formulir {wanted}."
        return Temuan(berkas, "formulir-periode-lain", Tingkat.WAJIB, pesan, nilai=periode)
    return None


def _guess_tahun(isian: Isian, tahun: str) -> str:
    """The year that the titles name: this one where it is among them, else the first, else this one."""
    years = [m for teks in isian.judul for m in TAHUN.findall(teks)]
    return tahun if tahun in years or not years else years[0]


def _report_unknown_unit(isian: Isian) -> Temuan:
    berkas = isian.buku.berkas
    pesan = (
        f"{berkas}: tidak dapat diketahui unit pengirimnya, sehingga isian belum dipakai. "
        "Gunakan formulir yang dikirim, atau beri nama berkas dengan kode unit."
    )
    return Temuan(berkas, "unit-tidak-dikenal", Tingkat.WAJIB, pesan)


def _check_sender(isian: Isian, unit: Unit, kode_unit: Sequence[str]) -> list[Temuan]:
    """A file named after one unit that holds another's form."""
    berkas, meta = isian.buku.berkas, isian.meta.get("unit", unit.kode)
    nama = find_unit(berkas, kode_unit)
    if meta.casefold() != unit.kode.casefold():
        pesan = f"{berkas}: dibaca sebagai formulir {unit.kode} menurut nama dan isinya, walaupun dibuat untuk {meta}."
        return [Temuan(berkas, "formulir-unit-lain", Tingkat.CATATAN, f"{pesan} Mohon dipastikan.", nilai=meta)]
    if nama is None or nama == unit.kode:
        return []
    pesan = (
        f"{berkas}: namanya menyebut unit {nama}, sedangkan isinya formulir {unit.nama} ({unit.kode}) dan "
        f"dibaca sebagai formulir {unit.kode}. Mohon dipastikan, dan kirim juga formulir {nama}."
    )
    return [Temuan(berkas, "formulir-unit-lain", Tingkat.PERINGATAN, pesan, nilai=nama)]


def find_rusak(unit: Unit, tak_terbaca: Iterable[Temuan], kode_unit: Sequence[str] = ()) -> list[Temuan]:
    """The findings on unreadable forms whose name says they are that unit's."""
    units = list(kode_unit) or [unit.kode]
    rusak = [t for t in tak_terbaca if t.aturan == "berkas-tidak-terbaca" and t.berkas.startswith("isian/")]
    return [t for t in rusak if find_unit(t.berkas, units) == unit.kode]


def weigh_rusak(
    tak_terbaca: Iterable[Temuan], isian: Mapping[str, Isian], kode_unit: Sequence[str]
) -> tuple[Temuan, ...]:
    """The same findings; a scan or picture sent along (a signed page, say) weighs less than a form that is lost."""

    def is_lampiran(t: Temuan) -> bool:
        return t.berkas.startswith("isian/") and t.berkas.casefold().endswith(BUKAN_FORMULIR)

    return tuple(
        _weigh(t, find_unit(t.berkas, kode_unit), isian, surat=True) if is_lampiran(t) else t for t in tak_terbaca
    )


def _report_missing(unit: Unit, acuan: Acuan) -> list[Temuan]:
    """That a form is missing, of a unit that the planning gives indikator or sub kegiatan."""
    isi = ["realisasi indikator"] if acuan.list_indikator(unit) else []
    isi += ["keluaran sub kegiatan"] if acuan.map_program(unit) else []
    if not isi:
        return []
    pesan = (
        f"{unit.nama} ({unit.kode}): formulir ({' dan '.join(isi)}) belum diterima. Mohon dikirim sebelum laporan "
        "disusun."
    )
    return [Temuan("isian", "formulir-belum-masuk", Tingkat.WAJIB, pesan, nilai=unit.kode)]


def read_tanggal_isian(isian: Isian) -> date:
    """The date the form says it was filled (F5), the earliest possible where it says none."""
    cells = [row.sel["tanggal"] for row in isian.rows("F5") if "tanggal" in row.sel]
    dates = [parse_tanggal(s.nilai if isinstance(s.nilai, date | int | float) else s.teks) for s in cells]
    return max((d for d in dates if d is not None), default=TERLAMA)


def _choose_latest(daftar: list[Isian], unit: Unit) -> tuple[Isian, list[Temuan]]:
    def order(isian: Isian) -> tuple[object, ...]:
        nama = isian.buku.berkas.rpartition("/")[2].rpartition(".")[0]
        return (*(nilai for _, nilai in _list_penentu(isian)), natural_key(nama), isian.buku.berkas)

    ordered = sorted(daftar, key=order)
    dipakai = ordered[-1]
    return dipakai, [_report_repeat(lama, dipakai, unit) for lama in ordered[:-1]]


def _list_penentu(isian: Isian) -> tuple[tuple[str, object], ...]:
    """What tells which of two forms is newer, the surest first, in words and as a value that grows."""
    return (
        ("versi formulirnya lebih baru", natural_key(isian.meta.get("versi", ""))),
        ("tanggal pengisiannya (F5) lebih baru", read_tanggal_isian(isian)),
        ("berkas itu salinan balasan yang diisi kembali", isian.buku.get_lembar(LEMBAR_CATATAN) is not None),
        (DISIMPAN, isian.buku.disimpan),
    )


def _report_repeat(lama: Isian, dipakai: Isian, unit: Unit) -> Temuan:
    """Which of two forms counts and by what; a peringatan where that is not sure, or a sheet would be lost."""
    nama = dipakai.buku.berkas
    beda = (kata for (kata, a), (_, b) in zip(_list_penentu(lama), _list_penentu(dipakai), strict=True) if a != b)
    sebab = next(beda, "urutan namanya terakhir; tanggal pengisian dan saat penyimpanannya sama")
    pasti = sebab in [kata for kata, _ in _list_penentu(dipakai) if kata != DISIMPAN]
    pesan = f"{lama.buku.berkas}: {unit.nama} mengirim lebih dari satu formulir. Yang dipakai {nama}, karena {sebab}."
    hilang = [t.lembar.nama for kode, t in lama.lembar.items() if kode not in dipakai.lembar]
    if hilang:
        pesan += f" Lembar {', '.join(hilang)} hanya ada pada berkas yang tidak dipakai; mohon gabungkan."
    elif not pasti:
        pesan += " Mohon dipastikan."
    tingkat = Tingkat.CATATAN if pasti and not hilang else Tingkat.PERINGATAN
    return Temuan(lama.buku.berkas, "formulir-ganda", tingkat, pesan)
