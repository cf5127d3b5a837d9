"""One command inside a cycle: the ledger held, the step done, the control sheet printed anew, what comes next said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from lakip_lib.alur.entri import Entri
from lakip_lib.alur.keadaan import find_keadaan
from lakip_lib.alur.langkah import TONGGAK, get_langkah
from lakip_lib.alur.tempo import Tempo, format_menit, list_tempo
from lakip_lib.delivery.langkah import Laporan
from lakip_lib.delivery.sop.kendali import write_kendali
from lakip_lib.delivery.sop.siklus import Siklus, open_siklus
from lakip_lib.formats import format_tanggal
from lakip_lib.settings import Lokasi

Kerja = Callable[[Siklus], Laporan]


def run_siklus(lokasi: Lokasi, kerja: Kerja, *, oleh: str | None = None, waktu: str | None = None) -> Laporan:
    """Do a step; its report with the files below reports/…/alur and sentences on what was recorded and what is due."""
    with open_siklus(lokasi, oleh=oleh, waktu=waktu) as siklus:
        sebelum = len(siklus.buku.entri)
        laporan = kerja(siklus)
        kendali = write_kendali(siklus)
        baru = siklus.buku.entri[sebelum:]
        berkas = dict.fromkeys((*laporan.berkas, *siklus.ditulis, kendali))
        return replace(laporan, berkas=tuple(berkas), pesan=(*laporan.pesan, *describe_catatan(siklus, baru)))


def describe_catatan(siklus: Siklus, baru: tuple[Entri, ...]) -> list[str]:
    """What was recorded, how long the step took against its limit, and which step is due now."""
    tempo = {t.entri.nomor: t for t in list_tempo(siklus.buku, siklus.kalender) if t.entri is not None}
    pesan = [_say_entri(entri, tempo.get(entri.nomor)) for entri in baru]
    if not baru:
        lalu = siklus.buku.terakhir
        nomor = lalu.nomor if lalu else 0
        pesan.append(f"Buku alur: tidak ada yang berubah sejak entri {nomor}.")
    return [*pesan, find_keadaan(siklus.buku).describe_terutang()]


def _say_entri(entri: Entri, tempo: Tempo | None) -> str:
    saat = f"{format_saat(entri.saat)}"
    if entri.langkah == TONGGAK or tempo is None:
        return f"Buku alur: entri {entri.nomor}, {entri.langkah} dicatat {saat}."
    langkah = get_langkah(entri.langkah)
    lama = f"{format_menit(tempo.dihitung)} dari batas {format_menit(langkah.batas_menit)}"
    apa = "unit" if entri.langkah == "himpun" else "tanda tangan"
    tunggu = f", di luar {format_menit(tempo.menunggu)} menunggu {apa}" if tempo.menunggu else ""
    return f"Buku alur: entri {entri.nomor}, langkah {langkah.nomor} ({entri.langkah}) {entri.hasil} {saat}; {lama}{tunggu}."


def format_saat(waktu: datetime) -> str:
    """A moment in words with its zone: "5 Januari 2026 pukul 08.30 WIB"."""
    return f"{format_tanggal(waktu.date())} pukul {waktu:%H.%M}{_name_zona(waktu)}"


def _name_zona(waktu: datetime) -> str:
    selisih = waktu.utcoffset()
    jam = selisih.total_seconds() // 3600 if selisih is not None else 0
    return {7: " WIB", 8: " WITA", 9: " WIT"}.get(int(jam), "")
