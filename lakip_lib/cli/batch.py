"""`lakip batch`: all agencies of a year, how far it is while it runs, and at the end what failed, where and what to do."""

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from lakip_lib.batch.gudang import AWALAN, Gudang, is_alamat
from lakip_lib.batch.jalan import Ringkasan, run_batch
from lakip_lib.batch.klaster import count_pekerja, open_klaster
from lakip_lib.batch.kolam import Kolam, open_lokal
from lakip_lib.batch.rencana import Rencana
from lakip_lib.batch.ruang import Ruang, RuangGudang
from lakip_lib.batch.tugas import HasilTugas
from lakip_lib.cli.kerja import check_folder
from lakip_lib.cli.layar import build_json, make_console, print_json, style
from lakip_lib.cli.tampil import make_table, print_berkas
from lakip_lib.delivery.keadaan import Keadaan
from lakip_lib.errors import UsageError
from lakip_lib.formats import format_angka, round_half_up
from lakip_lib.galat import PERLU_PERBAIKAN, RUSAK, SALAH_PAKAI, SELESAI
from lakip_lib.settings import LokasiDaerah

KATA = {SELESAI: "selesai", PERLU_PERBAIKAN: "perlu perbaikan", SALAH_PAKAI: "pengaturan salah", RUSAK: "gagal"}
GAYA = {SELESAI: "baik", PERLU_PERBAIKAN: "peringatan", SALAH_PAKAI: "wajib", RUSAK: "wajib"}
TITIPAN = 2  # tasks handed out for each worker of a cluster, so that none waits for the next
TAMPAK = 3  # names of running agencies that the line shows
SALAH_NAMA = (
    "Folder yang namanya tidak dapat dipakai sebagai instansi, sehingga dilewati: {nama}. Ganti namanya menjadi huruf kecil, "
    "angka, dan tanda hubung."
)


def run_daerah(
    tahun: int,
    instansi: Sequence[str],
    *,
    akar: str,
    periode: str,
    sampai: str,
    ulang: bool,
    pekerja: int | None,
    klaster: str | None,
    sebagai_json: bool,
) -> int:
    """Run the batch and show how it ended; 1 if any agency met a fault, else 3 if any has something to mend, else 0."""
    kolam, lebar = choose_kolam(pekerja, klaster)
    with open_ruang(akar, tahun, periode) as ruang, Layar() as layar:
        ringkasan = run_batch(ruang, kolam, layar, pilihan=instansi, sampai=sampai, paksa=ulang, lebar=lebar)
        if sebagai_json:
            print_json(build_ringkasan(ringkasan))
        else:
            print_ringkasan(ringkasan, ruang.daerah, time.monotonic() - layar.awal)
    return ringkasan.kode_keluar


@contextmanager
def open_ruang(akar: str, tahun: int, periode: str) -> Iterator[Ruang]:
    """Where the district's files are: the folder, or the store at an address, seen through a folder that is gone afterwards."""
    if not is_alamat(akar):
        check_folder(Path(akar))
        yield Ruang(LokasiDaerah(Path(akar).resolve(), tahun, periode))
        return
    with TemporaryDirectory(prefix=AWALAN) as folder:
        yield RuangGudang(Gudang(akar), LokasiDaerah(Path(folder).resolve(), tahun, periode))


def choose_kolam(pekerja: int | None, klaster: str | None) -> tuple[Kolam, int]:
    """The workers, and how many agencies are handed out at once: of this machine, or of a cluster."""
    if klaster is None:
        jumlah = (os.cpu_count() or 1) if pekerja is None else pekerja
        if jumlah < 1:
            raise UsageError("--pekerja harus 1 atau lebih.")
        return partial(open_lokal, jumlah), jumlah
    if pekerja is not None:
        raise UsageError("--pekerja hanya untuk mesin ini; pada klaster banyaknya pekerja ditentukan penjadwalnya.")
    return partial(open_klaster, klaster), TITIPAN * count_pekerja(klaster)


def build_ringkasan(ringkasan: Ringkasan) -> dict[str, object]:
    """The summary as the object of --json; `dijalankan` names the stages that ran, with their reasons."""
    tahap = {h.instansi: {t.tahap: t.alasan for t in h.tahap} for h in ringkasan.dijalankan}
    baris = [
        {"instansi": nama, **keadaan.model_dump(mode="json", exclude={"skema"}), "dijalankan": tahap.get(nama, {})}
        for nama, keadaan in sorted(ringkasan.keadaan.items())
    ]
    pesan = [*_list_salah_nama(ringkasan), *(ringkasan.rekap.keadaan.pesan if ringkasan.rekap else ())]
    return build_json("batch", ringkasan.kode_keluar, instansi=baris, pesan=pesan)


def print_ringkasan(ringkasan: Ringkasan, daerah: LokasiDaerah, detik: float) -> None:
    """Who needs something, and what; then how many of each state, and where to read on."""
    console = make_console()
    perlu = {n: k for n, k in sorted(ringkasan.keadaan.items()) if k.kode_keluar != SELESAI}
    if perlu:
        tabel = make_table("Instansi", "Keadaan", "Yang perlu dilakukan")
        for nama, keadaan in sorted(perlu.items(), key=lambda n: (-_rank(n[1]), n[0])):
            kode = keadaan.kode_keluar
            tabel.add_row(style(nama), style(KATA[kode], GAYA[kode]), style("\n".join(keadaan.pesan)))
        console.print(tabel)
        console.print()
    for kalimat in _list_salah_nama(ringkasan):
        console.print(style(kalimat, "wajib"))
    if ringkasan.rekap is not None and ringkasan.rekap.keadaan.pesan:
        console.print(style("Rekap daerah: ", "wajib").append("\n".join(ringkasan.rekap.keadaan.pesan), ""))
    berkas = [daerah.halaman, *sorted(daerah.reports.glob("rekap.*")), daerah.log]
    print_berkas(console, [path for path in berkas if path.is_file()], judul="Untuk seluruh daerah")
    console.print(style(describe_jumlah(ringkasan, detik)))


def _rank(keadaan: Keadaan) -> int:
    return (SELESAI, PERLU_PERBAIKAN, SALAH_PAKAI, RUSAK).index(keadaan.kode_keluar)


def _list_salah_nama(ringkasan: Ringkasan) -> list[str]:
    nama = ringkasan.salah_nama
    return [SALAH_NAMA.format(nama=", ".join(nama))] if nama else []


def describe_jumlah(ringkasan: Ringkasan, detik: float) -> str:
    """How many agencies ended in each state, how many were run, and how long it took."""
    jumlah = Counter[int](keadaan.kode_keluar for keadaan in ringkasan.keadaan.values())
    bagian = ", ".join(f"{jumlah[kode]} {kata}" for kode, kata in KATA.items() if jumlah[kode])
    dijalankan = len(ringkasan.dijalankan)
    sisa = len(ringkasan.keadaan) - dijalankan
    lama = format_angka(round_half_up(Decimal(repr(detik)), 1))
    return f"{len(ringkasan.keadaan)} instansi: {bagian}. {dijalankan} dikerjakan, {sisa} tidak berubah; {lama} detik."


class Layar:
    """One line that moves on a terminal; a line for each agency elsewhere, so that a log of the run can be read."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self.console = make_console(stderr=True)
        self.awal = time.monotonic()
        self.berjalan: list[str] = []
        self.selesai = self.gagal = self.jumlah = 0
        self._maju: Progress | None = None
        self._garis = TaskID(0)

    def __enter__(self) -> "Layar":
        """The screen itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the moving line away."""
        if self._maju is not None:
            self._maju.stop()

    def plan(self, rencana: Rencana) -> None:
        """Show how much there is to do."""
        self.jumlah = len(rencana.tugas)
        if self.jumlah and self.console.is_terminal:
            self._maju = _make_progress(self.console)
            self._garis = self._maju.add_task("", total=self.jumlah)
            self._maju.start()

    def begin(self, instansi: str) -> None:
        """An agency is being worked on."""
        self.berjalan.append(instansi)
        self._show()

    def end(self, hasil: HasilTugas) -> None:
        """An agency is done."""
        self.berjalan = [nama for nama in self.berjalan if nama != hasil.instansi]
        self.selesai += 1
        self.gagal += hasil.keadaan.kode_keluar in {RUSAK, SALAH_PAKAI}
        if self._maju is None:
            kata = KATA[hasil.keadaan.kode_keluar]
            self.console.print(style(f"[{self.selesai}/{self.jumlah}] {hasil.instansi}: {kata}"), soft_wrap=True)
        self._show()

    def rekap(self) -> None:
        """The agencies are done, the district's story is written."""
        if self._maju is not None:
            self._maju.update(self._garis, completed=self.jumlah, description="menyusun rekap daerah")
        else:
            self.console.print(style("Menyusun rekap daerah …"))

    def _show(self) -> None:
        if self._maju is not None:
            lebih = len(self.berjalan) - TAMPAK
            nama = ", ".join(self.berjalan[:TAMPAK]) + (f", dan {lebih} lagi" if lebih > 0 else "")
            teks = f"{len(self.berjalan)} berjalan · {self.gagal} gagal · sisa {self._estimate()} · {nama}"
            self._maju.update(self._garis, completed=self.selesai, description=teks)

    def _estimate(self) -> str:
        """The time left at the pace so far, in words; nothing is promised before an agency is done."""
        if not self.selesai:
            return "belum diketahui"
        detik = (time.monotonic() - self.awal) / self.selesai * (self.jumlah - self.selesai)
        menit = int(detik // 60)
        return f"± {menit} menit" if menit else f"± {int(detik)} detik"


def _make_progress(console: Console) -> Progress:
    return Progress(
        BarColumn(bar_width=20, complete_style="aksen", finished_style="aksen"),
        TextColumn("{task.completed:.0f}/{task.total:.0f} selesai · {task.description}"),
        console=console,
        transient=True,
    )
