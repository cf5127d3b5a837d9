"""What `lakip batch` shows while it runs: agencies done, running and failed, and the time left."""

import time

from rich.progress import Progress, TaskID, TextColumn

from lakip_lib.batch.jalan import Pelapor
from lakip_lib.batch.rencana import Rencana
from lakip_lib.batch.tugas import HasilTugas
from lakip_lib.cli.layar import make_console, style
from lakip_lib.cli.maju import make_progress
from lakip_lib.galat import PERLU_PERBAIKAN, RUSAK, SALAH_PAKAI, SELESAI

# The states by their codes, the gravest last.
KATA = {SELESAI: "selesai", PERLU_PERBAIKAN: "perlu perbaikan", SALAH_PAKAI: "pengaturan salah", RUSAK: "gagal"}
TAMPAK = 3  # names of running agencies that the line shows
KOLOM = "{task.completed:.0f}/{task.total:.0f} selesai · {task.description}"


class Layar(Pelapor):
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
        self.close()

    def close(self) -> None:
        """Take the moving line away: what follows is written for good."""
        if self._maju is not None:
            self._maju.stop()

    def plan(self, rencana: Rencana) -> None:
        """Show how much there is to do."""
        self.jumlah = len(rencana.tugas)
        if self.jumlah and self.console.is_terminal:
            self._maju = make_progress(self.console, TextColumn(KOLOM))
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
