"""The timeline of the procedure as places on a page: bars of plan and reality, days off, marks; x in percent of the width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lakip_lib.alur import sebutan
from lakip_lib.alur.ikhtisar import BarisLangkah, Ikhtisar, Rentang
from lakip_lib.alur.tempo import Tempo, format_menit
from lakip_lib.formats import format_hari_bulan, format_saat

TICK_MAKS = 5
TERSEMPIT = 0.05  # percent; a bar's edge makes two pixels of it
TENGAH = 60  # percent; labels of marks to the right of it stand on their left side
SUMBU, LAJUR_TANDA, BARIS = 22, 18, 54  # pixels: the axis, a lane for the label of a mark, the strip of a step


@dataclass(frozen=True)
class Batang:
    """A bar: from x, how wide, of which kind (rencana, nyata, tunggu, lewat, jalan), and what it says when pointed at."""

    x: float
    lebar: float
    jenis: str
    arti: str


@dataclass(frozen=True)
class Jalur:
    """A step's strip: its y, its name, its state in words, its bars."""

    y: int
    nama: str
    kata: str
    is_lewat: bool
    batang: tuple[Batang, ...]


@dataclass(frozen=True)
class Tanda:
    """A moment across all strips: its x, the y of its label, its kind (tenggat, tolak, kini), its words."""

    x: float
    y: int
    jenis: str
    kata: str

    @property
    def is_kanan(self) -> bool:
        """Whether it stands so far to the right that its label goes to its left."""
        return self.x > TENGAH


@dataclass(frozen=True)
class GarisWaktu:
    """All that is drawn, and what it says in a sentence or two."""

    tinggi: int
    atas: int
    tick: tuple[tuple[float, str], ...]
    libur: tuple[tuple[float, float], ...]
    tanda: tuple[Tanda, ...]
    jalur: tuple[Jalur, ...]
    uraian: str


@dataclass(frozen=True)
class Sumbu:
    """The axis from one midnight to another."""

    awal: datetime
    akhir: datetime

    def place(self, waktu: datetime) -> float:
        """Where a moment stands, in percent."""
        return round(100 * ((waktu - self.awal) / (self.akhir - self.awal)), 3)

    def place_hari(self, hari: date) -> float:
        """Where a day begins."""
        return self.place(datetime.combine(hari, time(), self.awal.tzinfo))

    def place_rentang(self, rentang: Rentang) -> tuple[float, float]:
        """Where a span begins, and how wide it is; never nothing, which would not be drawn."""
        return self.place(rentang[0]), max(TERSEMPIT, round(self.place(rentang[1]) - self.place(rentang[0]), 3))


def lay_out(ikhtisar: Ikhtisar) -> GarisWaktu:
    """The timeline of a cycle that was opened."""
    sumbu = _make_sumbu(ikhtisar)
    tanda = _list_tanda(ikhtisar, sumbu)
    atas = SUMBU + LAJUR_TANDA * len(tanda) + 8
    jalur = tuple(_make_jalur(b, atas + BARIS * n, sumbu, ikhtisar.sekarang) for n, b in enumerate(ikhtisar.langkah))
    return GarisWaktu(
        tinggi=atas + BARIS * len(jalur),
        atas=SUMBU,
        tick=tuple(_list_tick(sumbu)),
        libur=tuple(_merge_libur(ikhtisar.libur, sumbu)),
        tanda=tanda,
        jalur=jalur,
        uraian=_describe(ikhtisar),
    )


def _make_sumbu(ikhtisar: Ikhtisar) -> Sumbu:
    waktu = [w for b in ikhtisar.langkah for w in b.rencana or ()]
    waktu += [w for b in ikhtisar.langkah for t in b.kerja for w in (t.mulai, t.selesai or ikhtisar.sekarang)]
    zona = ikhtisar.sekarang.tzinfo
    akhir = max(max(waktu).date(), ikhtisar.tenggat_laporan.tanggal) + timedelta(days=1)
    return Sumbu(datetime.combine(min(waktu).date(), time(), zona), datetime.combine(akhir, time(), zona))


def _list_tick(sumbu: Sumbu) -> Iterator[tuple[float, str]]:
    """The Mondays, or every second, third … of them so that there is room for their dates; days where there is no Monday."""
    hari = [sumbu.awal.date() + timedelta(days=n) for n in range((sumbu.akhir - sumbu.awal).days)]
    senin = [h for h in hari if h.weekday() == 0] or hari
    langkah = -(-len(senin) // TICK_MAKS)
    for satu in senin[::langkah]:
        yield sumbu.place_hari(satu), format_hari_bulan(satu)


def _merge_libur(libur: Sequence[date], sumbu: Sumbu) -> Iterator[tuple[float, float]]:
    """Days off side by side as one band."""
    awal = lalu = None
    for hari in (*libur, date.max):
        if awal is not None and lalu is not None and hari - lalu > timedelta(days=1):
            x = sumbu.place_hari(awal)
            yield x, round(sumbu.place_hari(lalu + timedelta(days=1)) - x, 3)
            awal = None
        awal, lalu = awal or hari, hari


def _list_tanda(ikhtisar: Ikhtisar, sumbu: Sumbu) -> tuple[Tanda, ...]:
    """Deadlines (at the end of their day), rejections, and now while something is due; a lane each, in order of time."""
    isi: list[tuple[float, str, str]] = []
    for kata, tenggat in (("Tenggat isian", ikhtisar.tenggat_unit), ("Tenggat laporan", ikhtisar.tenggat_laporan)):
        x = sumbu.place_hari(tenggat.tanggal + timedelta(days=1))
        isi.append((x, "tenggat", f"{kata} {format_hari_bulan(tenggat.tanggal)}"))
    isi += [(sumbu.place(t.saat), "tolak", f"Ditolak {format_saat(t.saat, tahun=False)}") for t in ikhtisar.tolakan]
    if any(t.selesai is None for b in ikhtisar.langkah for t in b.kerja):
        isi.append((sumbu.place(ikhtisar.sekarang), "kini", f"Kini {format_saat(ikhtisar.sekarang, tahun=False)}"))
    dalam = sorted(satu for satu in isi if 0 <= satu[0] <= 100)
    return tuple(Tanda(x, SUMBU + LAJUR_TANDA * n + 14, jenis, kata) for n, (x, jenis, kata) in enumerate(dalam))


def _make_jalur(baris: BarisLangkah, y: int, sumbu: Sumbu, kini: datetime) -> Jalur:
    batang = []
    if baris.rencana:
        x, lebar = sumbu.place_rentang(baris.rencana)
        batang.append(Batang(x, lebar, "rencana", f"Rencana: {say_rentang(baris.rencana)}"))
    batang += [b for t in baris.kerja for b in _list_batang(baris, t, sumbu, kini)]
    for tunggu in baris.tunggu:
        x, lebar = sumbu.place_rentang(tunggu)
        batang.append(Batang(x, lebar, "tunggu", f"Menunggu unit: {say_rentang(tunggu)}"))
    kata = sebutan.say_lewat(baris) if baris.lewat else baris.keadaan
    return Jalur(y, f"{baris.langkah.nomor} {baris.langkah.nama}", kata, bool(baris.lewat), tuple(batang))


def _list_batang(baris: BarisLangkah, t: Tempo, sumbu: Sumbu, kini: datetime) -> Iterator[Batang]:
    rentang = (t.mulai, t.selesai or kini)
    x, lebar = sumbu.place_rentang(rentang)
    lewat = any(p.putaran == t.putaran and p.dihitung > baris.langkah.batas_menit for p in baris.pakai)
    jenis = "lewat" if lewat else "nyata" if t.selesai else "jalan"
    kata = "Kenyataan" if t.selesai else "Sedang berjalan"
    arti = f"{kata}, putaran {t.putaran}: {say_rentang(rentang)}, {format_menit(t.dihitung)}"
    yield Batang(x, lebar, jenis, arti)


def say_rentang(rentang: Rentang) -> str:
    """ "5 Jan 2026 08.00 – 5 Jan 2026 09.30"."""
    return " – ".join(map(format_saat, rentang))


def _describe(ikhtisar: Ikhtisar) -> str:
    lewat = [f"langkah {b.langkah.nomor} {sebutan.say_lewat(b)}" for b in ikhtisar.langkah if b.lewat]
    selesai = sum(b.selesai is not None for b in ikhtisar.langkah)
    kata = f"; melewati batas SOP: {', '.join(lewat)}" if lewat else "; tidak ada yang melewati batas SOP"
    return f"{selesai} dari {len(ikhtisar.langkah)} langkah selesai{kata}."
