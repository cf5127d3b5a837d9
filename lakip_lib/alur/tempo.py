"""How long each step took against its limit: the ledger's story in working time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.entri import Entri
from lakip_lib.alur.kalender import Kalender
from lakip_lib.alur.keadaan import Keadaan, Tahap, advance
from lakip_lib.alur.langkah import LANGKAH, TONGGAK, Langkah, get_langkah


@dataclass(frozen=True)
class Tempo:
    """One stretch of work on a step: from when the one before had ended until its own end (None: still going on).

    `menit` are working minutes; `batas` the step's limit in them; `menunggu` whether the time went by waiting for others
    (the units at step 4), so that it is not held against the limit.
    """

    langkah: Langkah
    mulai: datetime
    selesai: datetime | None
    menit: int
    entri: Entri | None
    putaran: int = 1
    menunggu: int = 0

    @property
    def dihitung(self) -> int:
        """The minutes that count against the limit: all but the waiting."""
        return self.menit - self.menunggu

    @property
    def is_lewat(self) -> bool:
        """Whether the step took longer than the SOP allows."""
        return self.dihitung > self.langkah.batas_menit


def list_tempo(buku: BukuAlur, kalender: Kalender, *, sekarang: datetime | None = None) -> list[Tempo]:
    """Each stretch of work in order of time; with `sekarang`, the step that is due as the last, not ended.

    The first step begins when the order is given, in the same minute: what it took is not in the ledger, so it counts 0.
    """
    hasil: list[Tempo] = []
    keadaan = Keadaan()
    lalu: datetime | None = None
    for entri in (e for e in buku.entri if e.langkah != TONGGAK):
        mulai = lalu or entri.saat
        menit = kalender.count_menit(mulai, entri.saat)
        tunggu = min(menit, _count_tunggu(entri, keadaan, mulai, kalender))
        if keadaan.tahap is not Tahap.DIARSIPKAN:  # a further archive is no step late by weeks
            hasil.append(Tempo(get_langkah(entri.langkah), mulai, entri.saat, menit, entri, keadaan.putaran, tunggu))
        keadaan, lalu = advance(keadaan, entri), entri.saat
    if sekarang is not None and lalu is not None and keadaan.terutang is not None:
        menit = kalender.count_menit(lalu, sekarang)
        tunggu = menit if keadaan.tahap in MENUNGGU else 0
        hasil.append(Tempo(LANGKAH[keadaan.terutang], lalu, None, menit, None, keadaan.putaran, tunggu))
    return hasil


# States whose time goes by waiting for others: the units, or whoever signs outside of the office's programs.
MENUNGGU = (Tahap.TERSEBAR, Tahap.DISETUJUI)


def _count_tunggu(entri: Entri, keadaan: Keadaan, mulai: datetime, kalender: Kalender) -> int:
    """Working minutes of a stretch that went by waiting: for a signature, or until the last unit's form had come in.

    A himpun tells since when each form is in (`isi.terima`); where none came in, it was waiting all the time.
    """
    if keadaan.tahap is Tahap.DISETUJUI:
        return kalender.count_menit(mulai, entri.saat)
    if entri.langkah != "himpun":
        return 0
    terima = [datetime.fromisoformat(w) for w in entri.isi.get("terima", {}).values()]
    baru = [saat for saat in terima if saat > mulai]
    return kalender.count_menit(mulai, max(baru, default=entri.saat))


def sum_langkah(tempo: Sequence[Tempo]) -> dict[str, tuple[int, int]]:
    """Per step (by command, tolak under setujui) the minutes it took in all and those that count against its limit."""
    jumlah: dict[str, tuple[int, int]] = {}
    for t in tempo:
        menit, dihitung = jumlah.get(t.langkah.perintah, (0, 0))
        jumlah[t.langkah.perintah] = (menit + t.menit, dihitung + t.dihitung)
    return jumlah


def plan_langkah(mulai: datetime, tenggat: datetime, kalender: Kalender) -> list[tuple[Langkah, datetime, datetime]]:
    """When each step would begin and end by the SOP's limits, one after the other; the forms' due date waits for units.

    Step 4 begins when the units' time is over (`tenggat`) where that is later than the end of step 3.
    """
    rencana = []
    awal = mulai
    for langkah in LANGKAH.values():
        if langkah.perintah == "himpun":
            awal = max(awal, tenggat)
        akhir = kalender.add_menit(awal, langkah.batas_menit)
        rencana.append((langkah, awal, akhir))
        awal = akhir
    return rencana


def format_menit(menit: int, sehari: int = 450) -> str:
    """Working minutes as days, hours and minutes of an office day.

    >>> format_menit(0), format_menit(75), format_menit(900), format_menit(1000)
    ('0 menit', '1 jam 15 menit', '2 hari', '2 hari 1 jam 40 menit')
    """
    hari, sisa = divmod(menit, sehari)
    jam, sisa = divmod(sisa, 60)
    bagian = [f"{n} {kata}" for n, kata in ((hari, "hari"), (jam, "jam"), (sisa, "menit")) if n]
    return " ".join(bagian) or "0 menit"
