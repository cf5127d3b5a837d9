"""The overview in words, the same on the terminal, on the page and in the notebook."""

from datetime import date

from lakip_lib.alur.entri import Entri
from lakip_lib.alur.ikhtisar import DITERIMA, TONGGAK, BarisLangkah, BarisTonggak, BarisUnit, Ikhtisar, say_hari
from lakip_lib.alur.langkah import LANGKAH, PERAN_SOP, TOLAK
from lakip_lib.alur.tempo import format_menit
from lakip_lib.formats import KOSONG, format_saat, format_tanggal

KEPALA = ("Tahap", "Berikutnya", "Tenggat laporan", "Tenggat isian unit", "Waktu kerja")


def list_kepala(ikhtisar: Ikhtisar) -> list[tuple[str, str]]:
    """What is told first: where it stands, what comes next, the deadlines, the working time; as (name, sentence).

    Before the cycle is opened a deadline is a day and nothing more: nobody waits yet.
    """
    if not ikhtisar.is_dibuka:
        hari = [format_tanggal(t.tanggal) for t in (ikhtisar.tenggat_laporan, ikhtisar.tenggat_unit)]
        return list(zip(KEPALA, (str(ikhtisar.tahap), ikhtisar.berikut, *hari), strict=False))
    versi = f", versi {ikhtisar.versi}" if ikhtisar.versi else ""
    waktu = (
        f"terpakai {format_menit(ikhtisar.terpakai)}, menurut SOP {format_menit(ikhtisar.batas)} untuk semua langkah"
    )
    tunggu = f"; menunggu {format_menit(ikhtisar.menunggu)}" if ikhtisar.menunggu else ""
    tenggat = (ikhtisar.tenggat_laporan.describe(), ikhtisar.tenggat_unit.describe())
    isi = (f"{ikhtisar.tahap}{versi}, putaran {ikhtisar.putaran}", ikhtisar.berikut, *tenggat, waktu + tunggu)
    return list(zip(KEPALA, isi, strict=True))


def say_per(ikhtisar: Ikhtisar) -> str:
    """The moment that the overview speaks of: "Keadaan per 5 Jan 2026 08.30 WIB"."""
    return f"Keadaan per {format_saat(ikhtisar.sekarang)} {ikhtisar.sekarang.tzname()}"


def list_pakai(baris: BarisLangkah) -> list[str]:
    """The working time that a step took, a line a round where there was more than one; – where nothing was done yet."""
    banyak = len(baris.pakai) > 1
    return [f"ke-{p.putaran}: " * banyak + format_menit(p.dihitung) for p in baris.pakai] or [KOSONG]


def say_tunggu(baris: BarisLangkah) -> str:
    """How long the step waited for others; empty where it did not."""
    menit = sum(p.menunggu for p in baris.pakai)
    return f"{say_menunggu(baris)} {format_menit(menit)}" if menit else ""


def say_menunggu(baris: BarisLangkah) -> str:
    """What the step waits for."""
    return "menunggu tanda tangan" if baris.langkah.perintah == "setujui" else "menunggu unit"


def say_ulang(baris: BarisLangkah) -> str:
    """How often the step was done anew after a rejection; empty where it was not."""
    return f"diulang {baris.diulang} kali" if baris.diulang else ""


def say_batas(baris: BarisLangkah) -> str:
    """The step's limit."""
    return format_menit(baris.langkah.batas_menit)


def say_lewat(baris: BarisLangkah) -> str:
    """Whether the step kept to its limit: "lewat 5 menit", "dalam batas"; – where nothing was done yet."""
    if baris.lewat:
        return f"lewat {format_menit(baris.lewat)}"
    return "dalam batas" if baris.pakai else KOSONG


def say_selesai(baris: BarisLangkah, *, tahun: bool = True) -> str:
    """When the step was done, on narrow places without the year; – where it is not."""
    return format_saat(baris.selesai, tahun=tahun) if baris.selesai else KOSONG


def say_pelaku(baris: BarisLangkah) -> str:
    """Role and name: "Kepala Dinas, Andi"; the role alone where there is no name."""
    return ", ".join(filter(None, (baris.pelaku, baris.nama)))


def say_terima(unit: BarisUnit) -> str:
    """When the unit's form came in; – where it has not."""
    return format_saat(unit.terima) if unit.terima else KOSONG


def say_lambat(unit: BarisUnit) -> str:
    """How late the form came, or is: "terlambat 3 hari kerja", "tepat waktu", – where it is not due yet."""
    if unit.lambat:
        return f"terlambat {say_hari(unit.lambat)}"
    return "tepat waktu" if unit.status == DITERIMA else KOSONG


def say_status(unit: BarisUnit) -> str:
    """How the form stands, with the findings that must be mended."""
    return f"{unit.status}, {unit.wajib} temuan wajib" if unit.wajib else unit.status


def say_tonggak(tonggak: BarisTonggak) -> str:
    """The day of a milestone and what is known of it; "belum dicatat" where there is none."""
    if not tonggak.tanggal:
        return "belum dicatat"
    hari = format_tanggal(date.fromisoformat(tonggak.tanggal))
    return ", ".join(filter(None, (hari, tonggak.keterangan, tonggak.bukti)))


def say_entri(entri: Entri) -> str:
    """What an entry of the ledger is about: "4 Penghimpunan isian", "9 Penolakan", "Reviu Inspektorat"."""
    if entri.langkah == TOLAK:
        return f"{LANGKAH['setujui'].nomor} Penolakan"
    langkah = LANGKAH.get(entri.langkah)
    jenis = str(entri.isi.get("jenis", entri.langkah))
    return f"{langkah.nomor} {langkah.nama}" if langkah else TONGGAK.get(jenis, jenis)


def say_pencatat(entri: Entri) -> str:
    """Who did what an entry tells: "Andi (Kepala Dinas)"."""
    peran = PERAN_SOP.get(entri.peran, entri.peran)
    return f"{entri.nama} ({peran})" if entri.nama else peran
