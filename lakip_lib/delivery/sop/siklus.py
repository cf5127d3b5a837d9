"""One cycle of the SOP under way: ledger, calendar and settings of an agency-year, held by one command at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from lakip_lib.alur.buku import BERKAS, BukuAlur, append_entri, hold_lock, read_buku_alur
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.jam import read_jam
from lakip_lib.alur.kalender import Kalender, read_kalender
from lakip_lib.alur.keadaan import Keadaan, check_peran, find_keadaan
from lakip_lib.alur.langkah import STAF, TONGGAK, get_langkah
from lakip_lib.delivery.rekaman import hash_bytes, hash_file
from lakip_lib.delivery.sop.ekor import check_ekor
from lakip_lib.delivery.sop.tempat import ALUR, KENDALI
from lakip_lib.delivery.sop.waktu import parse_waktu
from lakip_lib.errors import UsageError
from lakip_lib.settings import Instansi, Lokasi, read_instansi
from lakip_lib.simpan import write_bytes

TANGGAL_TONGGAK = "Hari terjadinya ditulis dengan --tanggal; --waktu ialah saat dicatat."
LONGGAR = timedelta(minutes=1)  # clocks of two machines that share a folder


@dataclass(frozen=True)
class Pelaku:
    """Who does a step, as the ledger names them, and when."""

    peran: str
    nama: str
    waktu: datetime
    dicatat: datetime


@dataclass(frozen=True)
class Rancangan:
    """A step about to be done: what goes into its entry, the ledger it follows on, and whether it was done already.

    A command that is given again with the same inputs is a repeat (`ulang`): it makes the same files as before, at the
    time of the first, and adds no entry. So a run that was cut off is finished by running it again.
    """

    langkah: str
    pelaku: Pelaku
    sebelum: BukuAlur
    versi: str
    isi: Mapping[str, Any]
    masukan: Mapping[str, str]
    ulang: Entri | None = None

    @property
    def jejak(self) -> str:
        """What the step's documents print of the ledger."""
        return self.sebelum.jejak

    @property
    def waktu(self) -> datetime:
        """When the step is done."""
        return self.pelaku.waktu

    @property
    def tanggal(self) -> date:
        """The day that the step's documents bear."""
        return self.pelaku.waktu.date()


@dataclass
class Siklus:
    """The cycle of an agency-year; `buku` grows with each step."""

    lokasi: Lokasi
    settings: Instansi
    kalender: Kalender
    buku: BukuAlur
    dicatat: datetime
    waktu: datetime
    oleh: str | None = None
    ditulis: list[Path] = field(default_factory=list)

    @property
    def keadaan(self) -> Keadaan:
        """Where the procedure stands."""
        return find_keadaan(self.buku)

    @property
    def folder(self) -> Path:
        """The folder of what the steps produce."""
        return self.lokasi.reports / ALUR

    def begin(
        self,
        langkah: str,
        *,
        versi: str = "",
        isi: Mapping[str, Any] | None = None,
        masukan: Mapping[str, str] | None = None,
        ulang: bool = True,
    ) -> Rancangan:
        """Begin a step; UsageError where it is not due, not for that role, or at an impossible time.

        `versi`, `isi` and `masukan` are what tells a repeat from something new, unless `ulang` rules one out; what the
        step finds goes to `commit`.
        """
        isi, masukan = dict(isi or {}), dict(masukan or {})
        lalu = self.find_lalu(langkah)
        if ulang and lalu is not None and _is_sama(lalu, versi, isi, masukan):
            pelaku = Pelaku(lalu.peran, lalu.nama, lalu.saat, datetime.fromisoformat(lalu.dicatat))
            sebelum = BukuAlur(self.buku.entri[: lalu.nomor - 1])
            return Rancangan(langkah, pelaku, sebelum, versi, isi, masukan, lalu)
        if langkah != TONGGAK:
            self.keadaan.check_boleh(langkah)
        return Rancangan(langkah, self._find_pelaku(langkah), self.buku, versi, isi, masukan)

    def find_lalu(self, langkah: str) -> Entri | None:
        """The last entry where it is of that step, milestones behind it left out; None where another step came since."""
        entri = [e for e in self.buku.entri if langkah == TONGGAK or e.langkah != TONGGAK]
        return entri[-1] if entri and entri[-1].langkah == langkah else None

    def _find_pelaku(self, langkah: str) -> Pelaku:
        peran = self.oleh or (get_langkah(langkah).pelaku[0] if langkah != TONGGAK else STAF)
        check_peran(langkah, peran)
        lalu = self.buku.terakhir
        if lalu is not None and self.waktu < lalu.saat:
            raise UsageError(
                f"Waktu {_say(self.waktu)} mendahului entri terakhir buku alur ({_say(lalu.saat)}). "
                + (TANGGAL_TONGGAK if langkah == TONGGAK else "Periksa --waktu atau jam komputer ini.")
            )
        pejabat = getattr(self.settings.pejabat, peran)
        return Pelaku(peran, pejabat.nama, self.waktu, self.dicatat)

    def write(self, nama: str, data: bytes) -> tuple[str, str]:
        """Write what a step produces below reports/…/alur, whole or not at all; its path from reports/… and its hash."""
        path = write_bytes(self.folder / nama, data)
        self.ditulis.append(path)
        return path.relative_to(self.lokasi.reports).as_posix(), hash_bytes(data)

    def commit(
        self,
        rancangan: Rancangan,
        *,
        hasil: str,
        isi: Mapping[str, Any] | None = None,
        keluaran: Mapping[str, str] | None = None,
    ) -> None:
        """Write the step into the ledger: its last act. A repeat is written already."""
        if rancangan.ulang is not None:
            return
        pelaku = rancangan.pelaku
        entri = Entri(
            nomor=0,
            instansi=self.lokasi.instansi,
            tahun=self.lokasi.tahun,
            langkah=rancangan.langkah,
            hasil=hasil,
            peran=pelaku.peran,
            nama=pelaku.nama,
            waktu=pelaku.waktu.isoformat(),
            dicatat=pelaku.dicatat.isoformat(),
            versi=rancangan.versi,
            isi={**rancangan.isi, **(isi or {})},
            masukan=rancangan.masukan,
            keluaran=dict(keluaran or {}),
        )
        self.buku = append_entri(self.lokasi.alur, self.buku, entri)


def _is_sama(lalu: Entri, versi: str, isi: Mapping[str, Any], masukan: Mapping[str, str]) -> bool:
    dikatakan = {k: lalu.isi.get(k) for k in isi}
    return (lalu.versi, dikatakan, dict(lalu.masukan)) == (versi, dict(isi), dict(masukan))


def _say(waktu: datetime) -> str:
    return waktu.strftime("%Y-%m-%d %H.%M")


def has_siklus(lokasi: Lokasi) -> bool:
    """Whether a cycle was opened for this agency-year; quarterly reports and other folders lie outside it.

    A ledger that is gone while its control sheet is there leaves the cycle open: `open_siklus` then refuses.
    """
    ada = (lokasi.alur / BERKAS).is_file() or (lokasi.reports / ALUR / KENDALI).is_file()
    return lokasi.periode == "tahunan" and lokasi.keluaran is None and ada


def is_disetujui(lokasi: Lokasi) -> bool:
    """Whether a cycle is open and its report was approved, so that its documents stay as they are."""
    if not has_siklus(lokasi):
        return False
    return find_keadaan(read_buku_alur(lokasi.alur, instansi=lokasi.instansi, tahun=lokasi.tahun)).is_disetujui


def check_belum_disetujui(lokasi: Lokasi) -> None:
    """UsageError where the report was approved: its documents are not built over by a draft."""
    if is_disetujui(lokasi):
        raise UsageError(
            "Laporan ini sudah disetujui, sehingga dokumennya tidak ditimpa. Untuk melihat hasil dari data sekarang, susun di "
            "tempat lain dengan --keluaran FOLDER."
        )


@contextmanager
def open_siklus(lokasi: Lokasi, *, oleh: str | None = None, waktu: str | None = None) -> Iterator[Siklus]:
    """The agency-year's cycle, held until the command is done; AlurError where its ledger is not as it was written.

    `oleh` is the role that does the step (default: the SOP's own), `waktu` when it happened (default: now).
    """
    settings = read_instansi(lokasi.settings)
    with hold_lock(lokasi.alur):
        kalender = read_kalender(lokasi.raw, settings)
        dicatat = read_jam(kalender.zona)
        saat = parse_waktu(waktu, kalender.zona) if waktu is not None else dicatat
        if saat > dicatat + LONGGAR:
            raise UsageError(f"--waktu {_say(saat)} belum terjadi; sekarang {_say(dicatat)}.")
        if saat.year < lokasi.tahun:
            raise UsageError(f"--waktu {_say(saat)} mendahului tahun laporan {lokasi.tahun}.")
        buku = read_buku_alur(lokasi.alur, instansi=lokasi.instansi, tahun=lokasi.tahun)
        check_ekor(lokasi.reports / ALUR, buku)
        siklus = Siklus(lokasi, settings, kalender, buku, dicatat, saat, oleh)
        yield siklus


def check_berkas(lokasi: Lokasi, keluaran: Mapping[str, str]) -> list[str]:
    """The files that an entry recorded and that are gone or changed since, as paths from reports/…; [] where all are whole."""
    folder = lokasi.reports
    return [nama for nama, sidik in keluaran.items() if not _is_utuh(folder / nama, sidik)]


def _is_utuh(path: Path, sidik: str) -> bool:
    return path.is_file() and hash_file(path) == sidik
