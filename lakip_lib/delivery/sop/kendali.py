"""The control sheet over all steps, printed anew after each: it carries the hash of the last entry, so that a ledger that
lost its tail shows."""

from datetime import date
from pathlib import Path

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.kalender import Kalender
from lakip_lib.alur.keadaan import find_keadaan
from lakip_lib.alur.langkah import LANGKAH, TONGGAK
from lakip_lib.alur.tempo import Tempo, list_tempo
from lakip_lib.delivery.sop.lembar import read_logo
from lakip_lib.delivery.sop.siklus import Siklus
from lakip_lib.delivery.sop.tempat import KENDALI
from lakip_lib.formats import format_tanggal
from lakip_lib.settings import Instansi
from lakip_lib.simpan import write_bytes
from lakip_lib.surat.kendali import BarisKendali, build_kendali
from lakip_lib.surat.pdf import render_pdf
from lakip_lib.surat.pihak import say_peran

# What an entry did that stands under another step: a decision that says no, the final build that is part of the decision.
_NAMA = {("tolak", "setujui"): "Penolakan", ("susun", "setujui"): "Dokumen final untuk tanda tangan"}


def write_kendali(siklus: Siklus) -> Path:
    """Print the control sheet of the ledger as it is now; its path."""
    data = render_kendali(siklus, siklus.buku)
    path = siklus.folder / KENDALI
    return path if path.is_file() and path.read_bytes() == data else write_bytes(path, data)


def render_kendali(siklus: Siklus, buku: BukuAlur) -> bytes:
    """The control sheet of a ledger as PDF, of the day of its last entry."""
    terakhir = buku.terakhir
    if terakhir is None:
        raise ValueError("a ledger must have an entry before its control sheet is printed")
    baris = list_kendali(buku, siklus.kalender, siklus.settings)
    tanggal = terakhir.saat.date()
    naskah = build_kendali(
        siklus.settings,
        baris,
        tanggal=tanggal,
        jejak=buku.jejak,
        logo=read_logo(siklus),
        tonggak=list_tonggak(buku),
    )
    return render_pdf(naskah)


def list_tonggak(buku: BukuAlur) -> list[str]:
    """The milestones beside the steps, each with its entry, so that no entry of the ledger is missing on the sheet."""
    return [
        f"{entri.isi['jenis']} {format_tanggal(date.fromisoformat(entri.isi['tanggal']))} (entri {entri.nomor})"
        for entri in buku.list(TONGGAK)
    ]


def list_kendali(buku: BukuAlur, kalender: Kalender, settings: Instansi) -> list[BarisKendali]:
    """Each stretch of work in order of time, then the steps still to come."""
    selesai = [_make_baris(t, settings) for t in list_tempo(buku, kalender)]
    terutang = find_keadaan(buku).terutang
    mulai = LANGKAH[terutang].nomor if terutang else len(LANGKAH) + 1
    belum = [
        BarisKendali(langkah.nomor, langkah.nama, say_peran(settings, langkah.pelaku[0]), langkah.batas_menit)
        for langkah in LANGKAH.values()
        if langkah.nomor >= mulai
    ]
    return [*selesai, *belum]


def _make_baris(t: Tempo, settings: Instansi) -> BarisKendali:
    entri = t.entri
    assert entri is not None  # without a "now" every stretch has ended
    nama = _NAMA.get((entri.langkah, t.langkah.perintah), t.langkah.nama)
    pelaku = ", ".join(filter(None, (entri.nama, say_peran(settings, entri.peran))))
    return BarisKendali(
        t.langkah.nomor,
        nama,
        pelaku,
        t.langkah.batas_menit,
        mulai=t.mulai,
        selesai=t.selesai,
        menit=t.menit,
        dihitung=t.dihitung,
        hasil=entri.hasil,
        entri=entri.nomor,
        sidik=entri.sidik,
    )
