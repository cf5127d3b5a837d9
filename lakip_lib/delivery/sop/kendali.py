"""The control sheet over all steps, printed anew after each: it carries the hash of the last entry, so that a ledger that
lost its tail shows."""

from datetime import date
from pathlib import Path

from lakip_lib.alur.buku import BukuAlur
from lakip_lib.alur.kalender import Kalender
from lakip_lib.alur.keadaan import DITUTUP, find_keadaan
from lakip_lib.alur.langkah import LANGKAH, TOLAK, TONGGAK
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

PENOLAKAN, UNTUK_TANDA_TANGAN = "Penolakan", "Dokumen final untuk tanda tangan"


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
    """Milestones and further archives beside the steps, each with its entry, so that none is missing on the sheet.

    Why the collection was closed before all forms were accepted stands there, too.
    """
    lain = {e.nomor: "arsip berikutnya" for e in buku.list("arsip")[1:]}
    lain |= {
        e.nomor: f"penghimpunan ditutup karena {e.isi['tutup']}" for e in buku.list("himpun") if e.hasil == DITUTUP
    }
    lain |= {e.nomor: f"{e.isi['jenis']} {_say_hari(e.isi['tanggal'])}" for e in buku.list(TONGGAK)}
    return [f"{kata} (entri {nomor})" for nomor, kata in sorted(lain.items())]


def _say_hari(tanggal: str) -> str:
    return format_tanggal(date.fromisoformat(tanggal))


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
    nama = PENOLAKAN if entri.langkah == TOLAK else UNTUK_TANDA_TANGAN if entri.isi.get("final") else t.langkah.nama
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
