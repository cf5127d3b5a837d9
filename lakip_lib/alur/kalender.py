"""Working time: office hours, weekends and holidays. Everything in whole minutes, so that parts add up to the whole."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from io import StringIO
from pathlib import Path

from lakip_lib.alur.jam import get_zona
from lakip_lib.errors import UsageError
from lakip_lib.formats import parse_tanggal
from lakip_lib.settings import Instansi

HARI_LIBUR = "hari-libur.csv"
JUMAT, SABTU = 4, 5
MENIT_SEHARI = 450  # a working day of the SOP: 7,5 hours
Rentang = tuple[time, time]


@dataclass(frozen=True)
class Kalender:
    """When the office works: spans of Monday to Thursday and of Friday, days off with their names."""

    zona: timezone
    jam_kerja: tuple[Rentang, ...]
    jam_jumat: tuple[Rentang, ...]
    libur: Mapping[date, str] = field(default_factory=dict)

    def is_hari_kerja(self, hari: date) -> bool:
        """Whether the office works on that day."""
        return hari.weekday() < SABTU and hari not in self.libur

    def list_rentang(self, hari: date) -> list[tuple[datetime, datetime]]:
        """The spans in which the office works on that day; [] on a day off."""
        if not self.is_hari_kerja(hari):
            return []
        jam = self.jam_jumat if hari.weekday() == JUMAT else self.jam_kerja
        return [
            (datetime.combine(hari, awal, self.zona), datetime.combine(hari, akhir, self.zona)) for awal, akhir in jam
        ]

    def count_menit(self, awal: datetime, akhir: datetime) -> int:
        """Working minutes from `awal` to `akhir`, both cut to the minute; 0 where `akhir` is not later."""
        dari, sampai = (w.astimezone(self.zona).replace(second=0, microsecond=0) for w in (awal, akhir))
        jumlah = timedelta()
        for hari in _list_hari(dari.date(), sampai.date()):
            for buka, tutup in self.list_rentang(hari):
                jumlah += max(timedelta(), min(tutup, sampai) - max(buka, dari))
        return int(jumlah.total_seconds() // 60)

    def add_menit(self, awal: datetime, menit: int) -> datetime:
        """The moment when that many working minutes after `awal` have passed; ValueError where the office never works."""
        sisa = timedelta(minutes=menit)
        hari = awal.astimezone(self.zona).date()
        for _ in range(3660):
            for buka, tutup in self.list_rentang(hari):
                mulai = max(buka, awal.astimezone(self.zona))
                if tutup > mulai and sisa <= tutup - mulai:
                    return mulai + sisa
                sisa -= max(timedelta(), tutup - mulai)
            hari += timedelta(days=1)
        raise ValueError("a calendar must have working hours within ten years")

    def count_hari(self, awal: date, akhir: date) -> int:
        """Working days after `awal` up to and with `akhir`: how late something is that was due on `awal`; 0 where it is not."""
        return sum(self.is_hari_kerja(hari) for hari in _list_hari(awal + timedelta(days=1), akhir))


def _list_hari(awal: date, akhir: date) -> Iterator[date]:
    for n in range((akhir - awal).days + 1):
        yield awal + timedelta(days=n)


def read_kalender(raw: Path, settings: Instansi) -> Kalender:
    """The agency's calendar: its hours from instansi.toml, days off from hari-libur.csv of the agency or of the year.

    UsageError (Indonesian, all lines at once) where the file cannot be used.
    """
    path = next((p for p in (raw / HARI_LIBUR, raw.parent / HARI_LIBUR) if p.is_file()), None)
    alur = settings.alur
    return Kalender(
        get_zona(alur.zona),
        tuple(_parse_rentang(teks) for teks in alur.jam_kerja),
        tuple(_parse_rentang(teks) for teks in alur.jam_jumat),
        parse_libur(path.read_bytes(), path.name) if path else {},
    )


def _parse_rentang(teks: str) -> Rentang:
    awal, akhir = (time.fromisoformat(bagian.replace(".", ":")) for bagian in teks.split("-"))
    return awal, akhir


def parse_libur(data: bytes, nama: str = HARI_LIBUR) -> dict[date, str]:
    """Days off by date from a CSV with the columns tanggal and keterangan, "," or ";" between them.

    >>> parse_libur("tanggal;keterangan\\n1 Januari 2026;Tahun Baru".encode())
    {datetime.date(2026, 1, 1): 'Tahun Baru'}
    """
    try:
        teks = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{nama} harus disimpan sebagai UTF-8.") from error
    kepala = (teks.splitlines() or [""])[0]
    isi = csv.DictReader(StringIO("\n".join(teks.splitlines())), delimiter=";" if ";" in kepala else ",")
    try:
        if not {"tanggal", "keterangan"} <= {k.strip().casefold() for k in isi.fieldnames or ()}:
            raise UsageError(f"{nama} harus mempunyai kolom tanggal dan keterangan.")
        baris = list(isi)
    except csv.Error as error:
        raise UsageError(f"{nama} tidak dapat dibaca sebagai tabel di sekitar baris {isi.line_num + 1}.") from error
    libur: dict[date, str] = {}
    salah = []
    for nomor, row in enumerate(baris, 2):
        sel = {k.strip().casefold(): (v or "").strip() for k, v in row.items() if k}
        hari = parse_tanggal(sel["tanggal"])
        if hari is not None:
            libur[hari] = sel["keterangan"]
        elif any(sel.values()):
            salah.append(f"  - baris {nomor}: '{sel['tanggal'][:40]}' bukan tanggal")
    if salah:
        raise UsageError("\n".join([f"{nama} perlu diperbaiki:", *salah]))
    return libur
