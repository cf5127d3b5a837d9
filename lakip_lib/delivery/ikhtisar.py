"""The overview of the procedure from disk, and its parts as frames for notebooks."""

from collections.abc import Sequence
from datetime import date, datetime, time

import pandas as pd

from lakip_lib.alur import sebutan
from lakip_lib.alur.buku import read_buku_alur
from lakip_lib.alur.entri import format_sidik
from lakip_lib.alur.ikhtisar import Ikhtisar
from lakip_lib.alur.kalender import read_kalender
from lakip_lib.alur.tinjau import build_ikhtisar
from lakip_lib.delivery.sop.ekor import check_ekor
from lakip_lib.delivery.sop.tempat import ALUR
from lakip_lib.formats import format_saat, format_tanggal
from lakip_lib.settings import Lokasi, read_instansi


def load_ikhtisar(lokasi: Lokasi, sekarang: datetime | None = None) -> Ikhtisar:
    """The agency-year's overview; without `sekarang` as it was when the ledger's last entry was written.

    So a notebook shows the same of the same ledger. AlurError where the ledger is not as it was written.
    """
    settings = read_instansi(lokasi.settings)
    kalender = read_kalender(lokasi.raw, settings)
    buku = read_buku_alur(lokasi.alur, instansi=lokasi.instansi, tahun=lokasi.tahun)
    check_ekor(lokasi.reports / ALUR, buku)
    awal = datetime.combine(settings.periode.tanggal_dokumen, time(), kalender.zona)
    saat = sekarang or (buku.terakhir.saat if buku.terakhir else awal)
    return build_ikhtisar(buku, kalender, settings, saat)


def frame_kepala(ikhtisar: Ikhtisar) -> pd.DataFrame:
    """Where the procedure stands, a line a fact."""
    return _frame(["uraian", "isi"], sebutan.list_kepala(ikhtisar))


def frame_langkah(ikhtisar: Ikhtisar) -> pd.DataFrame:
    """The eleven steps: who, how they stand, the working time they took against their limit."""
    kolom = [
        "no",
        "langkah",
        "pelaku",
        "keadaan",
        "selesai",
        "waktu_kerja",
        "batas",
        "terhadap_batas",
        "rencana_selesai",
    ]
    return _frame(
        kolom,
        [
            (
                b.langkah.nomor,
                b.langkah.nama,
                sebutan.say_pelaku(b),
                ", ".join(filter(None, (b.keadaan, sebutan.say_ulang(b)))),
                sebutan.say_selesai(b),
                "; ".join(filter(None, (*sebutan.list_pakai(b), sebutan.say_tunggu(b)))),
                sebutan.say_batas(b),
                sebutan.say_lewat(b),
                format_saat(b.rencana[1]) if b.rencana else "",
            )
            for b in ikhtisar.langkah
        ],
    )


def frame_unit(ikhtisar: Ikhtisar) -> pd.DataFrame:
    """The units' forms: which came, when, how late."""
    kolom = ["unit", "nama", "keadaan", "berkas", "versi", "diterima", "ketepatan"]
    baris = [
        (u.kode, u.nama, sebutan.say_status(u), u.berkas, u.versi or None, sebutan.say_terima(u), sebutan.say_lambat(u))
        for u in ikhtisar.unit
    ]
    return _frame(kolom, baris)


def frame_tolakan(ikhtisar: Ikhtisar) -> pd.DataFrame:
    """The rejections with their reasons."""
    return _frame(
        ["putaran", "naskah", "waktu", "oleh", "sebab"],
        [(t.putaran, t.versi, format_saat(t.saat), t.nama, t.alasan) for t in ikhtisar.tolakan],
    )


def frame_tonggak(ikhtisar: Ikhtisar) -> pd.DataFrame:
    """The milestones that the evaluation scores; those to come stand empty."""
    return _frame(
        ["tonggak", "tanggal", "keterangan", "bukti"],
        [
            (t.nama, format_tanggal(date.fromisoformat(t.tanggal)) if t.tanggal else "", t.keterangan, t.bukti)
            for t in ikhtisar.tonggak
        ],
    )


def frame_entri(ikhtisar: Ikhtisar) -> pd.DataFrame:
    """The ledger, an entry a line."""
    return _frame(
        ["entri", "waktu", "langkah", "hasil", "naskah", "oleh", "sidik"],
        [
            (
                e.nomor,
                format_saat(e.saat),
                sebutan.say_entri(e),
                e.hasil,
                e.versi,
                sebutan.say_pencatat(e),
                format_sidik(e.sidik),
            )
            for e in ikhtisar.entri
        ],
    )


def _frame(kolom: list[str], baris: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(baris, columns=kolom, dtype=object)
