"""Reminders to a unit, plain text to paste into WhatsApp and e-mail: before the due date, on it, past it, with faults."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lakip_lib.formats import format_hari_tanggal
from lakip_lib.settings import Instansi, Unit
from lakip_lib.surat.pengantar_formulir import choose_pengirim, say_kontak, say_lewat, say_pengirim
from lakip_lib.surat.pihak import heads_unit, name_kepala_unit, say_jabatan
from lakip_lib.surat.rangka import say_laporan


class Perihal(StrEnum):
    """What a unit is reminded of."""

    SEBELUM = "sebelum batas waktu"
    HARI_INI = "pada batas waktu"
    TERLAMBAT = "melewati batas waktu"
    PERBAIKAN = "perlu perbaikan"
    DITERIMA = "diterima"


@dataclass(frozen=True)
class Pesan:
    """One reminder: the matter, the e-mail's text, the shorter one for WhatsApp."""

    hal: str
    surel: str
    whatsapp: str

    def __str__(self) -> str:
        """Both texts in one file, each under its name."""
        return f"SUREL\nHal: {self.hal}\n\n{self.surel}\n\nWHATSAPP\n\n{self.whatsapp}\n"


def choose_perihal(settings: Instansi, *, hari: date, wajib: int = 0, diterima: bool = False) -> Perihal:
    """What to write on a day: thanks where nothing is asked, of faults where the form is in and has some, else of the due date."""
    if diterima:
        return Perihal.DITERIMA
    if wajib:
        return Perihal.PERBAIKAN
    tenggat = settings.periode.tenggat
    if hari == tenggat:
        return Perihal.HARI_INI
    return Perihal.SEBELUM if hari < tenggat else Perihal.TERLAMBAT


def write_pengingat(
    settings: Instansi, unit: Unit, perihal: Perihal, *, terlambat: int = 0, wajib: int = 0, saluran: str = ""
) -> Pesan:
    """The reminder of a unit; `terlambat` are working days past the due date, `wajib` findings that must be mended."""
    sekretariat = heads_unit(settings, unit)
    penerima = name_kepala_unit(unit, say_jabatan(settings, "sekretaris") if sekretariat else "")
    pengirim = say_pengirim(settings, choose_pengirim(settings, unit))
    isi = _say_isi(settings, unit, perihal, terlambat=terlambat, wajib=wajib)
    minta = _say_minta(settings, perihal, saluran)
    terima_kasih = "Atas perhatian dan kerja sama Saudara, diucapkan terima kasih."
    pic = f" (u.p. {unit.pic})" if unit.pic else ""
    surel = (
        f"Yth. {penerima}{pic}",
        "",
        isi,
        "",
        f"{minta} {say_kontak(settings, unit)}",
        "",
        terima_kasih,
        "",
        *pengirim,
    )
    sapaan = f"Bapak/Ibu {unit.pic}" if unit.pic else penerima
    whatsapp = (f"Yth. {sapaan}", "", f"{isi} {minta}", "", "Terima kasih.", *pengirim)
    return Pesan(_say_hal(settings, perihal), "\n".join(surel), "\n".join(whatsapp))


def _say_hal(settings: Instansi, perihal: Perihal) -> str:
    if perihal is Perihal.DITERIMA:
        return f"Penerimaan formulir data kinerja untuk {say_laporan(settings)}"
    if perihal is Perihal.PERBAIKAN:
        return f"Perbaikan formulir data kinerja untuk {say_laporan(settings)}"
    return f"Pengingat penyampaian formulir data kinerja untuk {say_laporan(settings)}"


def _say_isi(settings: Instansi, unit: Unit, perihal: Perihal, *, terlambat: int, wajib: int) -> str:
    """What stands."""
    formulir = f"formulir data kinerja {unit.nama} untuk {say_laporan(settings)}"
    tenggat = format_hari_tanggal(settings.periode.tenggat)
    match perihal:
        case Perihal.SEBELUM:
            return f"Dengan hormat kami ingatkan bahwa {formulir} ditunggu paling lambat {tenggat}."
        case Perihal.HARI_INI:
            return f"Dengan hormat kami ingatkan bahwa hari ini, {tenggat}, adalah batas waktu penyampaian {formulir}."
        case Perihal.TERLAMBAT:
            lama = f" ({terlambat} hari kerja yang lalu)" if terlambat else ""
            return f"Dengan hormat kami sampaikan bahwa {formulir} belum kami terima, sedangkan batas waktunya {tenggat}{lama}."
        case Perihal.PERBAIKAN:
            lama = f" Batas waktunya telah lewat {terlambat} hari kerja." if terlambat else ""
            return (
                f"Terima kasih atas {formulir} yang telah disampaikan. Pada isian terdapat {wajib} hal yang harus diperbaiki; "
                f"rinciannya ada pada nota dan salinan formulir yang kami kirimkan kembali.{lama}"
            )
        case Perihal.DITERIMA:
            return f"Dengan hormat kami sampaikan bahwa {formulir} telah kami terima. Tidak ada isian yang harus diperbaiki."


def _say_minta(settings: Instansi, perihal: Perihal, saluran: str) -> str:
    """What is asked."""
    lewat = say_lewat(saluran)
    match perihal:
        case Perihal.SEBELUM:
            return f"Bila telah dikirim{lewat}, pesan ini dapat diabaikan."
        case Perihal.HARI_INI:
            return f"Mohon formulir dikirim hari ini{lewat}. Bila telah dikirim, pesan ini dapat diabaikan."
        case Perihal.TERLAMBAT:
            return f"Mohon formulir segera dikirim{lewat}. Bila ada data yang belum tersedia, tuliskan alasannya pada formulir."
        case Perihal.PERBAIKAN:
            return f"Mohon perbaikan ditulis pada salinan itu dan dikirim kembali secepatnya{lewat}."
        case Perihal.DITERIMA:
            return "Bila masih ada yang dimohon diperiksa, rinciannya ada pada nota jawaban yang menyertai pesan ini."
